// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulate/sources.h"

#include <nlohmann/json.hpp>

#include "core/base/holds.h"
#include "core/events/encoding.h"
#include "core/events/filter_criteria.h"
#include "core/events/trigger_filter.h"
#include "core/simulate/callers.h"
#include "core/simulate/chains.h"

namespace coldstart::simulate {
namespace {

using nlohmann::json;

std::uint16_t index(std::size_t i) {
  return static_cast<std::uint16_t>(i);
}

/// One record as the function would get it. The load's event is such an event whole, or only what
/// the message holds.
json recordOf(const project::Load& load, events::SourceKind kind) {
  json event = json::parse(load.message, nullptr, false);
  if (event.is_object() && event.contains("Records") && event["Records"].is_array() &&
      !event["Records"].empty()) {
    return event["Records"][0];
  }
  switch (kind) {
    case events::SourceKind::Sqs:
      return {{"body", load.message}};
    case events::SourceKind::Kinesis:
      return {{"kinesis", {{"data", events::base64(load.message)}}}};
    default:
      return event.is_discarded() ? json::object() : event;
  }
}

bool reaches(const project::Load& load, const project::EventSourceMapping& mapping) {
  return (load.queue && load.queue == mapping.queue) ||
         (load.stream && load.stream == mapping.stream && load.function == mapping.function);
}

events::SourceKind kindOf(const project::Project& project,
                          const project::EventSourceMapping& mapping) {
  if (mapping.queue) return events::SourceKind::Sqs;
  return project.streams[*mapping.stream].kind == project::Stream::Kind::Kinesis
             ? events::SourceKind::Kinesis
             : events::SourceKind::DynamoDb;
}

project::TriggerKind triggerOf(events::SourceKind kind) {
  switch (kind) {
    case events::SourceKind::Sqs:
      return project::TriggerKind::Sqs;
    case events::SourceKind::Kinesis:
      return project::TriggerKind::Kinesis;
    default:
      return project::TriggerKind::DynamoDb;
  }
}

std::vector<journal::Source> loadSources(const project::Project& project,
                                         const project::Scenario& scenario) {
  std::vector<journal::Source> sources;
  for (const project::Load& load : scenario.loads) {
    const project::Function& function = project.functions[load.function];
    journal::Source source{.function = index(load.function),
                           .type = load.type,
                           .trigger = load.trigger ? project.triggers[*load.trigger].kind
                                                   : project::TriggerKind::Direct,
                           .label = load.label.empty() ? function.name : load.label,
                           .event = load.event,
                           .groups = load.groups,
                           .poison = load.poison,
                           .patience = patienceOf(project, load),
                           .client = load.client};
    if (load.queue) source.queue = index(*load.queue);
    if (load.stream) source.stream = index(*load.stream);
    sources.push_back(std::move(source));
  }
  return sources;
}

}  // namespace

Result<bool> isHeldBack(const project::Project& project, const project::Load& load) {
  if (!load.trigger || load.queue || load.stream || !holds(Rule::SourceFilters)) return false;
  const auto match = events::letsThrough(project.triggers[*load.trigger], load.message);
  if (!match) return match.error();
  return !*match;
}

Result<std::vector<journal::Source>> sourcesOf(const project::Project& project,
                                               const project::Scenario& scenario) {
  std::vector<journal::Source> sources = loadSources(project, scenario);
  for (std::size_t m = 0; m < project.mappings.size(); ++m) {
    const project::EventSourceMapping& mapping = project.mappings[m];
    const auto kind = kindOf(project, mapping);
    const auto criteria = events::FilterCriteria::parse(mapping.filters);
    if (!criteria) return criteria.error();
    for (std::size_t i = 0; i < scenario.loads.size(); ++i) {
      const project::Load& load = scenario.loads[i];
      if (mapping.filters.empty() || !reaches(load, mapping)) continue;
      if (!events::filterMatches(*criteria, kind, recordOf(load, kind))) {
        sources[i].filteredBy.push_back(index(m));
      }
    }
    sources.push_back({.function = index(mapping.function),
                       .trigger = triggerOf(kind),
                       .label = mapping.queue ? project.queues[*mapping.queue].name
                                              : project.streams[*mapping.stream].name,
                       .event = {},
                       .mapping = index(m)});
  }
  for (std::size_t q = 0; q < project.queues.size(); ++q) {
    const project::EventSourceMapping* reader = nullptr;
    for (const project::EventSourceMapping& mapping : project.mappings) {
      if (mapping.queue == q && reader == nullptr) reader = &mapping;
    }
    bool isTarget = false;
    for (const project::Queue& queue : project.queues) {
      isTarget = isTarget || (queue.deadLetterQueue == q && queue.maximumReceives > 0);
    }
    if (!isTarget || reader == nullptr) continue;
    sources.push_back({.function = index(reader->function),
                       .trigger = project::TriggerKind::Sqs,
                       .label = project.queues[q].name,
                       .event = {},
                       .queue = index(q),
                       .isRedrive = true});
  }
  for (journal::Source& source : chainSources(project)) sources.push_back(std::move(source));
  return sources;
}

}  // namespace coldstart::simulate
