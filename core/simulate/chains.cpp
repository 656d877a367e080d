// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulate/chains.h"

#include "core/base/holds.h"
#include "core/events/trigger_filter.h"
#include "core/project/target.h"

namespace coldstart::simulate {

using engine::Order;
using journal::Sent;
using project::Target;
using project::TriggerKind;

namespace {

/// One source for each function that the target reaches.
void addSources(const project::Project& project, const Sent& sent,
                const project::WorkModel::Send& send, std::vector<journal::Source>& sources) {
  const Target target = project::targetOf(project, send.target);
  const std::string label = project.functions[sent.function].id + " → " + target.name;
  // A function may send to any queue; Lambda itself only to those that are no FIFO queues.
  if (target.queue && (sent.role == Sent::Role::Send || project::isReachable(target))) {
    journal::Source source{.trigger = TriggerKind::Sqs, .label = label, .event = {}, .sent = sent};
    for (const project::EventSourceMapping& mapping : project.mappings) {
      if (mapping.queue == target.queue)
        source.function = static_cast<std::uint16_t>(mapping.function);
    }
    source.queue = static_cast<std::uint16_t>(*target.queue);
    sources.push_back(std::move(source));
  }
  for (const Target::Reached& reached : target.functions) {
    // A filter that the service refuses is an error of the loads that meet it.
    if (reached.trigger && holds(Rule::SourceFilters)) {
      const auto match = events::letsThrough(project.triggers[*reached.trigger], send.message);
      if (match && !*match) continue;
    }
    sources.push_back({.function = static_cast<std::uint16_t>(reached.function),
                       .type = project::InvocationType::Event,
                       .trigger = reached.kind,
                       .label = label,
                       .event = send.event,
                       .sent = sent});
  }
}

}  // namespace

std::vector<journal::Source> chainSources(const project::Project& project) {
  std::vector<journal::Source> sources;
  for (std::size_t f = 0; f < project.functions.size(); ++f) {
    const project::Function& function = project.functions[f];
    Sent sent{.function = static_cast<std::uint16_t>(f)};
    for (std::size_t i = 0; i < function.work.sends.size(); ++i) {
      sent.send = static_cast<std::uint16_t>(i);
      addSources(project, sent, function.work.sends[i], sources);
    }
    sent.role = Sent::Role::OnSuccess;
    addSources(project, sent, {.target = function.onSuccess}, sources);
    sent.role = Sent::Role::OnFailure;
    addSources(project, sent, {.target = function.onFailure}, sources);
    sent.role = Sent::Role::DeadLetter;
    addSources(project, sent, {.target = function.deadLetterTarget}, sources);
  }
  return sources;
}

Chains::Chains(const project::Project& project, const journal::Journal& journal,
               std::uint64_t seed) {
  for (std::size_t f = 0; f < project.functions.size(); ++f) {
    m_rows.push_back(
        {.sends = {}, .onSuccess = {}, .onFailure = {}, .shares = Random(seed, Purpose::Send, f)});
    for (const project::WorkModel::Send& send : project.functions[f].work.sends)
      m_rows.back().sends.push_back({send.times, send.sharePpm});
  }
  for (std::size_t s = 0; s < journal.sources.size(); ++s) {
    const journal::Source& source = journal.sources[s];
    if (!source.sent) continue;
    const Way way{static_cast<std::uint16_t>(s), source.trigger != TriggerKind::EventBridge};
    Row& row = m_rows[source.sent->function];
    switch (source.sent->role) {
      case Sent::Role::Send:
        row.sends[source.sent->send].ways.push_back(way);
        break;
      case Sent::Role::OnSuccess:
        row.onSuccess.push_back(way);
        break;
      case Sent::Role::OnFailure:
      case Sent::Role::DeadLetter:
        row.onFailure.push_back(way);
        break;
    }
    m_any = true;
  }
}

void Chains::note(const engine::Settled& settled) {
  Row& row = m_rows[settled.function];
  if (!settled.succeeded) {
    if (holds(Rule::FailureDestination)) set(row.onFailure, settled);
    return;
  }
  if (settled.isEvent && holds(Rule::SuccessDestination)) set(row.onSuccess, settled);
  for (const Send& send : row.sends) {
    if (!holds(Rule::SendsOn)) break;
    const bool sends =
        send.sharePpm >= project::kMillion ||
        row.shares.below(project::kMillion) < static_cast<std::uint64_t>(send.sharePpm);
    for (std::int32_t n = 0; sends && n < send.times; ++n) set(send.ways, settled);
  }
}

void Chains::set(const std::vector<Way>& ways, const engine::Settled& settled) {
  for (const Way& way : ways) {
    auto number = static_cast<std::uint32_t>(m_pending.size());
    if (m_free.empty()) {
      m_pending.emplace_back();
    } else {
      number = m_free.back();
      m_free.pop_back();
    }
    m_pending[number] = {{settled.attempt, way.traced ? settled.lineage : engine::kNoLineage},
                         way.source};
    m_told.push_back(number);
  }
}

Order Chains::arrive(Instant t, std::uint32_t number, engine::Engine& engine) {
  const Pending pending = m_pending[number];
  m_free.push_back(number);
  return engine.arrive(t, pending.source, pending.origin);
}

}  // namespace coldstart::simulate
