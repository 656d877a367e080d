// SPDX-License-Identifier: GPL-3.0-or-later
// Whom the loads of a scenario mean: a function, a trigger, a queue or a stream.
#include <algorithm>

#include "core/project/derivation.h"

namespace coldstart::project {
namespace {

/// The triggers that a load means by "Uploads", "Thumbnail/Uploads", a bucket, queue, topic or
/// route. A source that feeds several functions means all of its triggers.
std::vector<std::size_t> triggersMeantBy(const Project& project, const std::string& text) {
  std::vector<std::size_t> found;
  const auto collect = [&](auto matches) {
    for (std::size_t i = 0; found.empty() || i < project.triggers.size(); ++i) {
      if (i >= project.triggers.size()) return;
      if (matches(project.triggers[i])) found.push_back(i);
    }
  };
  collect([&](const Trigger& trigger) {
    return project.functions[trigger.function].id + "/" + trigger.id == text;
  });
  if (found.empty()) collect([&](const Trigger& trigger) { return trigger.id == text; });
  if (found.empty()) collect([&](const Trigger& trigger) { return trigger.source == text; });
  if (!found.empty()) return found;
  for (const Resource& resource : project.resources) {
    if (resource.id == text && resource.name != text)
      return triggersMeantBy(project, resource.name);
  }
  return found;
}

/// How a source of this kind invokes its function. (Lambda: invocation-async, invocation-sync)
InvocationType invocationOf(TriggerKind kind) {
  switch (kind) {
    case TriggerKind::S3:
    case TriggerKind::Sns:
    case TriggerKind::Schedule:
    case TriggerKind::EventBridge:
      return InvocationType::Event;
    default:
      return InvocationType::RequestResponse;
  }
}

/// A queue's messages are shared among those who poll it, a stream's records go to each.
void aimAtPolled(const Project& project, Load& load) {
  for (const EventSourceMapping& mapping : project.mappings) {
    if (mapping.trigger != load.trigger) continue;
    load.queue = mapping.queue;
    load.stream = mapping.stream;
  }
}

/// "Queue" or "Stream" with a logical id or a name: also those that nobody polls.
template <class Row>
std::optional<Load> aimedAt(Derivation& d, Fields& fields, std::string_view key,
                            const std::vector<Row>& rows, std::optional<std::size_t> Load::*place) {
  const std::string name = fields.text(key).value_or("");
  Load load;
  std::string list;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (rows[i].id == name || rows[i].name == name) load.*place = i;
    list += (list.empty() ? "" : ", ") + rows[i].id;
  }
  for (const EventSourceMapping& mapping : d.out.project.mappings) {
    if ((load.queue && mapping.queue == load.queue) ||
        (load.stream && mapping.stream == load.stream)) {
      load.function = mapping.function;
      load.trigger = mapping.trigger;
    }
  }
  if (load.*place && !d.out.project.functions.empty()) return load;
  d.findings.error(
      fields.where(key),
      {"template",
       SAY("template", "There is no queue or stream \"%1\" here. The template has: %2."),
       {name, list.empty() ? "none" : list}});
  return std::nullopt;
}

}  // namespace

void readMessage(Derivation& d, Fields& fields, Load& load) {
  const auto groups = fields.integer("Groups");
  if (groups && (*groups < 1 || *groups > kMillion)) {
    d.findings.error(fields.where("Groups"),
                     {"template",
                      SAY("template",
                          "\"Groups\" is how many message groups or keys there are: 1 to "
                          "a million."),
                      {}});
  } else {
    load.groups = static_cast<std::int32_t>(groups.value_or(1));
  }
  load.poison = fields.flag("Poison").value_or(false);
  if (load.event.empty() || !d.files.read) return;
  for (const EventSourceMapping& mapping : d.out.project.mappings) {
    const bool reads = (load.queue && mapping.queue == load.queue) ||
                       (load.stream && mapping.stream == load.stream);
    if (reads && !mapping.filters.empty()) load.message = d.files.read(load.event).value_or("");
  }
}

std::vector<Load> loadTargets(Derivation& d, Fields& fields) {
  const Project& project = d.out.project;
  std::vector<Load> result;
  std::string list;
  if (const auto name = fields.text("Trigger")) {
    for (const std::size_t i : triggersMeantBy(project, *name)) {
      Load load;
      load.function = project.triggers[i].function;
      load.trigger = i;
      load.type = invocationOf(project.triggers[i].kind);
      aimAtPolled(project, load);
      const bool known = load.queue && std::ranges::any_of(result, [&](const Load& other) {
                           return other.queue == load.queue;
                         });
      if (!known) result.push_back(std::move(load));
    }
    for (const Trigger& trigger : project.triggers) {
      list +=
          (list.empty() ? "" : ", ") + project.functions[trigger.function].id + "/" + trigger.id;
    }
    if (result.empty()) {
      d.findings.error(fields.where("Trigger"),
                       {"template",
                        SAY("template",
                            "There is no trigger \"%1\". Name one of these, or its bucket, queue, "
                            "topic or route: %2."),
                        {*name, list.empty() ? "none" : list}});
    }
    return result;
  }
  for (const bool isQueue : {true, false}) {
    if (!fields.has(isQueue ? "Queue" : "Stream")) continue;
    const auto load = isQueue ? aimedAt(d, fields, "Queue", project.queues, &Load::queue)
                              : aimedAt(d, fields, "Stream", project.streams, &Load::stream);
    return load ? std::vector<Load>{*load} : std::vector<Load>{};
  }
  const std::string name = fields.text("Function").value_or("");
  if (const auto function = functionMeantBy(project, name)) {
    Load load;
    load.function = *function;
    return {load};
  }
  for (const Function& function : project.functions)
    list += (list.empty() ? "" : ", ") + function.id;
  d.findings.error(fields.where("Function"),
                   {"template",
                    SAY("template", "There is no function \"%1\". The template has: %2."),
                    {name, list.empty() ? "none" : list}});
  return {};
}

}  // namespace coldstart::project
