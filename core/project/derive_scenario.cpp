// SPDX-License-Identifier: GPL-3.0-or-later
// Metadata.Coldstart.Scenarios: loads, arrivals and changes. The keys are documented in template.h.
#include <algorithm>
#include <array>

#include "core/project/decimal.h"
#include "core/project/derivation.h"
#include "core/project/quota.h"

namespace coldstart::project {
namespace {

constexpr std::int64_t kFastestMicro = 1'000'000'000'000'000;  ///< 10^9 requests a second.
constexpr const char* kUnknownKey =
    SAY("template", "Coldstart knows no setting \"%1\" here and ignores it.");

constexpr std::array<std::pair<std::string_view, Arrivals::Kind>, 8> kKinds{
    {{"At", Arrivals::Kind::At},
     {"Constant", Arrivals::Kind::Constant},
     {"Poisson", Arrivals::Kind::Poisson},
     {"Ramp", Arrivals::Kind::Ramp},
     {"Burst", Arrivals::Kind::Burst},
     {"Daily", Arrivals::Kind::Daily},
     {"Schedule", Arrivals::Kind::Schedule},
     {"Trace", Arrivals::Kind::Trace}}};

/// Arrivals of one kind, and when they start and end.
struct TimedArrivals {
  Arrivals arrivals;
  std::optional<Instant> start;
  std::optional<Instant> end;
};

void missing(Derivation& d, const Fields& fields, std::string_view key) {
  d.findings.error(fields.where(),
                   {"template",
                    SAY("template", "\"%1\" is missing here; these arrivals need it."),
                    {std::string(key)}});
}

/// Requests a second, in millionths.
std::int64_t readRate(Derivation& d, Fields& fields, std::string_view key) {
  if (!fields.has(key)) missing(d, fields, key);
  const auto rate = fields.millionths(key);
  if (!rate) return 0;
  if (*rate >= 0 && *rate <= kFastestMicro) return *rate;
  d.findings.error(
      fields.where(key),
      {"template",
       SAY("template", "\"%1\" is a number of requests a second, from 0 to a thousand million."),
       {std::string(key)}});
  return 0;
}

Duration readSpan(Derivation& d, Fields& fields, std::string_view key) {
  if (!fields.has(key)) missing(d, fields, key);
  return fields.duration(key).value_or(Duration::seconds(1));
}

std::optional<Instant> readInstant(Fields& fields, std::string_view key) {
  const auto duration = fields.duration(key);
  return duration ? std::optional(Instant{duration->us}) : std::nullopt;
}

/// A text that may be written as a number too: Function: 1.
std::string textOrNumber(Fields& fields, std::string_view key) {
  const Node* found = fields.value(key);
  if (found != nullptr && found->is_number()) return decimalText(*found);
  return fields.text(key).value_or("");
}

void readTrace(Derivation& d, Fields& fields, Arrivals& arrivals) {
  if (!fields.has("File")) missing(d, fields, "File");
  TraceSelection selection;
  selection.file = arrivals.text = fields.text("File").value_or("");
  selection.format = fields.text("Format").value_or("");
  selection.function = textOrNumber(fields, "Function");
  selection.from = textOrNumber(fields, "From");
  selection.to = textOrNumber(fields, "To");
  selection.playDurations = fields.flag("PlayDurations").value_or(false);
  if (const auto scale = fields.millionths("Scale")) {
    if (*scale < 1 || *scale > kMillion * std::int64_t{kMillion}) {
      d.findings.error(fields.where("Scale"),
                       {"template",
                        SAY("template",
                            "\"Scale\" is how many times as fast the trace is played: more than 0, "
                            "at most 1000000."),
                        {}});
      return;
    }
    selection.scaleMillionths = *scale;
  }
  if (selection.file.empty() || !d.files.trace) return;  // no folder: nothing is missing
  auto trace = d.files.trace(selection);
  if (trace) {
    arrivals.trace = *std::move(trace);
    return;
  }
  Error error = trace.error();
  if (error.where.empty()) error.where = fields.where("File");
  d.findings.error(std::move(error));
}

void readTimes(Derivation& d, const Node& list, const std::string& where, Arrivals& arrivals) {
  bool good = list.is_array();
  for (const Node& item : list) {
    const auto time = item.is_string() ? parseDuration(item.get_ref<const std::string&>())
                                       : Result<Duration>(Error{});
    good = good && time;
    if (time) arrivals.times.push_back(Instant{time->us});
  }
  if (good) return;
  d.findings.error(where, {"template",
                           SAY("template",
                               "\"At\" is a list of moments since the start, such as [\"0s\", "
                               "\"1.5s\"]."),
                           {}});
}

void readKind(Derivation& d, Fields& fields, TimedArrivals& timed) {
  Arrivals& arrivals = timed.arrivals;
  switch (arrivals.kind) {
    case Arrivals::Kind::At: {
      const Node* list = fields.value("Times");
      readTimes(d, list == nullptr ? Node::array() : *list, fields.where("Times"), arrivals);
      break;
    }
    case Arrivals::Kind::Constant:
    case Arrivals::Kind::Poisson:
      arrivals.perSecondMicro = readRate(d, fields, "PerSecond");
      break;
    case Arrivals::Kind::Ramp:
      arrivals.perSecondMicro = readRate(d, fields, "From");
      arrivals.toMicro = readRate(d, fields, "To");
      arrivals.over = readSpan(d, fields, "Over");
      break;
    case Arrivals::Kind::Burst:
      if (!fields.has("Requests")) missing(d, fields, "Requests");
      arrivals.requests = std::max<std::int64_t>(0, fields.integer("Requests").value_or(0));
      arrivals.over = fields.duration("Over").value_or(Duration{});
      break;
    case Arrivals::Kind::Daily:
      arrivals.perSecondMicro = readRate(d, fields, "Low");
      arrivals.toMicro = readRate(d, fields, "High");
      break;
    case Arrivals::Kind::Schedule:
      if (!fields.has("Expression")) missing(d, fields, "Expression");
      arrivals.text = fields.text("Expression").value_or("");
      break;
    case Arrivals::Kind::Trace:
      readTrace(d, fields, arrivals);
      break;
  }
  std::stable_sort(arrivals.times.begin(), arrivals.times.end());
  if (const auto start = readInstant(fields, "Start")) timed.start = start;
  if (const auto end = readInstant(fields, "End")) timed.end = end;
  fields.noteUnread(kUnknownKey);
}

/// One object such as {"Poisson": {…}, "Burst": {…}}: each key adds to the load.
void readArrivalsObject(Derivation& d, Fields& fields, std::vector<TimedArrivals>& result) {
  TimedArrivals common;
  common.start = readInstant(fields, "Start");
  common.end = readInstant(fields, "End");
  for (const auto& [name, kind] : kKinds) {
    const Node* value = fields.value(name);
    if (value == nullptr) continue;
    TimedArrivals timed = common;
    timed.arrivals.kind = kind;
    if (kind == Arrivals::Kind::At && value->is_array()) {
      readTimes(d, *value, fields.where(name), timed.arrivals);
      std::stable_sort(timed.arrivals.times.begin(), timed.arrivals.times.end());
    } else {
      Fields inner = fields.section(name);
      readKind(d, inner, timed);
    }
    result.push_back(std::move(timed));
  }
  fields.noteUnread(kUnknownKey);
}

std::vector<TimedArrivals> readArrivals(Derivation& d, Fields& load) {
  std::vector<TimedArrivals> result;
  const Node* value = load.value("Arrivals");
  if (value != nullptr && value->is_array()) {
    for (std::size_t i = 0; i < value->size(); ++i) {
      Fields item(d.reading, &(*value)[i], child(load.where("Arrivals"), std::to_string(i)));
      readArrivalsObject(d, item, result);
    }
  } else if (value != nullptr) {
    Fields item(d.reading, value, load.where("Arrivals"));
    readArrivalsObject(d, item, result);
  }
  return result;
}

void readEvent(Derivation& d, Fields& fields, std::string& event) {
  event = fields.text("Event").value_or("");
  if (event.empty() || !d.files.exists || d.files.exists(event)) return;
  d.findings.note(
      fields.where("Event"),
      {"template",
       SAY("template", "The test event \"%1\" does not exist; the requests carry an empty event."),
       {event}});
}

void readLoad(Derivation& d, Fields fields, Scenario& scenario) {
  std::vector<Load> loads = loadTargets(d, fields);
  std::string event;
  readEvent(d, fields, event);
  const auto start = readInstant(fields, "Start");
  const auto end = readInstant(fields, "End");
  const auto label = fields.text("Label");
  const auto client = readClient(d, fields);
  const auto type = fields.text("InvocationType");
  if (type && *type != "RequestResponse" && *type != "Event") {
    d.findings.error(fields.where("InvocationType"),
                     {"template",
                      SAY("template",
                          "\"%1\" is not an invocation type of a load. Write RequestResponse "
                          "(synchronous) or Event (asynchronous)."),
                      {*type}});
  }
  std::vector<TimedArrivals> arrivals = readArrivals(d, fields);
  std::optional<std::size_t> first;
  for (Load& load : loads) {
    const Trigger* trigger = load.trigger ? &d.out.project.triggers[*load.trigger] : nullptr;
    std::vector<TimedArrivals> own = arrivals;
    if (own.empty() && trigger != nullptr && trigger->kind == TriggerKind::Schedule) {
      own.emplace_back();  // a schedule knows when it fires
      own.back().arrivals.kind = Arrivals::Kind::Schedule;
      own.back().arrivals.text = trigger->source;
    }
    if (own.empty()) missing(d, fields, "Arrivals");
    load.label = label.value_or("");
    load.event = event;
    load.client = client;
    if (load.queue || load.stream) readMessage(d, fields, load);
    if (trigger != nullptr && !trigger->filter.empty() && !event.empty() && d.files.read)
      load.message = d.files.read(event).value_or("");
    if (type)
      load.type = *type == "Event" ? InvocationType::Event : InvocationType::RequestResponse;
    const std::size_t begin = scenario.loads.size();
    for (TimedArrivals& timed : own) {
      load.arrivals = std::move(timed.arrivals);
      load.start = timed.start ? timed.start : start;
      load.end = timed.end ? timed.end : end;
      if (first) load.sameArrivalsAs = *first + scenario.loads.size() - begin;
      scenario.loads.push_back(load);
    }
    // A source hands the same message to each of its functions.
    if (!first && !arrivals.empty()) first = begin;
  }
  fields.noteUnread(kUnknownKey);
}

/// A setting that may change during a run, by the name it has in the template or in short.
struct Changeable {
  std::string_view written;
  std::string_view quota;
  std::string_view name;  ///< As Change::path spells it.
  bool removable;
};
constexpr std::array<Changeable, 7> kChangeable{
    {{"ReservedConcurrentExecutions", "ReservedConcurrentExecutions",
      "ReservedConcurrentExecutions", true},
     {"ProvisionedConcurrency", "ProvisionedConcurrentExecutions", "ProvisionedConcurrency", true},
     {"ProvisionedConcurrentExecutions", "ProvisionedConcurrentExecutions",
      "ProvisionedConcurrency", true},
     {"ProvisionedConcurrencyConfig.ProvisionedConcurrentExecutions",
      "ProvisionedConcurrentExecutions", "ProvisionedConcurrency", true},
     {"MemorySize", "MemorySize", "MemorySize", false},
     {"Timeout", "Timeout", "Timeout", false},
     {"Deploy", "Deploy", "Deploy", true}}};

void readChange(Derivation& d, Fields fields, Scenario& scenario) {
  Change change;
  const auto at = fields.duration("At");
  const std::string path = fields.text("Set").value_or("");
  const std::size_t dot = path.find('.');
  const std::string target = path.substr(0, dot);
  const std::string property = dot == std::string::npos ? std::string() : path.substr(dot + 1);
  std::string_view limit;
  bool removable = false;
  if (target == "Account" && property == "ConcurrentExecutions") {
    limit = "ConcurrentExecutions";
    change.path = path;
  } else if (const auto function = functionMeantBy(d.out.project, target)) {
    for (const Changeable& row : kChangeable) {
      if (row.written != property) continue;
      limit = row.quota;
      removable = row.removable;
      change.path = d.out.project.functions[*function].id + "." + std::string(row.name);
    }
  }
  if (limit.empty()) {
    d.findings.error(fields.where("Set"),
                     {"template",
                      SAY("template",
                          "\"%1\" cannot change during a run. What can: a function's "
                          "ReservedConcurrentExecutions, ProvisionedConcurrentExecutions, "
                          "MemorySize, Timeout or Deploy, and Account.ConcurrentExecutions."),
                      {path}});
    return;
  }
  if (!at) {
    if (!fields.has("At")) missing(d, fields, "At");
    return;
  }
  change.at = Instant{at->us};
  change.value = fields.integer("To");
  if (!change.value && !removable) {
    if (fields.raw("To") == nullptr || fields.raw("To")->is_null()) missing(d, fields, "To");
    return;
  }
  if (change.value && limit != "Deploy") {
    if (auto error = checkQuota(limit, *change.value, fields.where("To"))) {
      d.findings.error(std::move(*error));
      return;
    }
  }
  fields.noteUnread(kUnknownKey);
  scenario.changes.push_back(std::move(change));
}

}  // namespace

std::vector<Fields> items(Derivation& d, Fields& fields, std::string_view key) {
  std::vector<Fields> result;
  const Node* list = fields.value(key);
  if (list == nullptr) return result;
  const std::string where = fields.where(key);
  if (!list->is_array()) {
    d.findings.error(where, {"template",
                             SAY("template", "\"%1\" must be a list in square brackets."),
                             {std::string(key)}});
    return result;
  }
  for (std::size_t i = 0; i < list->size(); ++i) {
    result.emplace_back(d.reading, &(*list)[i], child(where, std::to_string(i)));
  }
  return result;
}

void deriveScenarios(Derivation& d) {
  Fields root(d.reading, &d.tree, "");
  Fields scenarios = root.section("Metadata").section("Coldstart").section("Scenarios");
  for (auto& [name, fields] : scenarios.sections()) {
    Scenario scenario;
    scenario.name = name;
    scenario.description = fields.text("Description").value_or("");
    fields.ignore("Expect");  // what a sample promises; its check reads it
    if (const auto until = fields.duration("Until")) scenario.until = *until;
    for (Fields& load : items(d, fields, "Load")) readLoad(d, load, scenario);
    for (Fields& outage : items(d, fields, "Outages")) readOutage(d, outage, scenario);
    for (Fields& change : items(d, fields, "Changes")) readChange(d, change, scenario);
    std::stable_sort(scenario.changes.begin(), scenario.changes.end(),
                     [](const Change& a, const Change& b) { return a.at < b.at; });
    fields.ignore("Expect");  // What the samples' tests hold the run to.
    fields.noteUnread(kUnknownKey);
    d.out.project.scenarios.push_back(std::move(scenario));
  }
}

}  // namespace coldstart::project
