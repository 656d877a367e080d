// SPDX-License-Identifier: GPL-3.0-or-later
// Where the engine keeps its records: in the journal, and beyond its capacity or its time in one
// spare record a slot until they are counted.
#include <algorithm>
#include <utility>

#include "core/engine/engine.h"

namespace coldstart::engine {

using journal::Attempt;
using journal::Decision;
using journal::Ending;
using journal::Environment;
using journal::FunctionTally;

/// The time that is recorded begins or ends. What runs when it begins is recorded too, in order of
/// arrival: it keeps environments busy.
void Engine::turnRecords(Instant t) {
  m_recording.on = !m_recording.on && t < m_settings.recordTo;
  m_recording.turn = m_recording.on ? m_settings.recordTo : kNever;
  std::vector<Slot> slots;
  for (Slot slot = 0; m_recording.on && slot < m_live.size(); ++slot) {
    if (m_live[slot].phase != Phase::Free && m_live[slot].serves) slots.push_back(slot);
  }
  std::ranges::sort(slots, {}, [this](Slot slot) {
    return std::pair(m_spareAttempts[slot].arrived, m_spareAttempts[slot].request);
  });
  auto& store = m_journal->attempts;
  for (const Slot slot : slots) {
    if (store.full()) return;
    LiveEnvironment& e = m_live[slot];
    store.append() = m_spareAttempts[slot];
    e.attempt = static_cast<journal::AttemptIndex>(store.size() - 1);
    if (e.phase == Phase::Init) environmentOf(slot).cause = e.attempt;
    if (e.asker == Asker::EventQueue) m_running[slot].last = e.attempt;
  }
}

void Engine::countRecord(const Attempt& attempt, const EventProgress& asked) {
  const SourceRow& source = m_sources[attempt.source];
  FunctionTally& tally = m_overflow[source.function];
  if (!asked.again) {
    ++tally.requests;
    if (source.isEvent) ++tally.eventsReceived;
  } else if (!source.isEvent) {
    if (m_journal->sources[attempt.source].client) ++tally.clientRetries;
  } else if (attempt.decision != Decision::Dropped) {
    ++tally.eventRetries;
  }
  if (attempt.ending != Ending::Running)
    countAttempt(attempt, Environment{}, false, asked.received);
}

journal::EnvironmentIndex Engine::recordEnvironment(const Environment& environment, Slot slot) {
  auto& environments = m_journal->environments;
  // One that serves a recorded attempt is recorded too, however many were started ahead.
  const auto& attempts = m_journal->attempts;
  if (environments.size() < attempts.capacity() || !attempts.full()) {
    environments.push_back(environment);
    return static_cast<journal::EnvironmentIndex>(environments.size() - 1);
  }
  m_spareEnvironments[slot] = environment;
  return journal::kNone;
}

Order Engine::placed(Slot slot, Instant t) {
  LiveEnvironment& e = m_live[slot];
  e.placing = false;
  Environment environment = m_spareEnvironments[slot];
  environment.started = t;
  if (e.attempt != journal::kNone) {
    e.environment = static_cast<journal::EnvironmentIndex>(m_journal->environments.size());
    m_journal->environments.push_back(environment);
  } else {
    e.environment = recordEnvironment(environment, slot);
  }
  recordOf(slot).environment = e.environment;
  return {.kind = Order::Kind::Start,
          .restore = environment.restored,
          .function = e.function,
          .slot = slot};
}

Environment& Engine::environmentOf(Slot slot) {
  const journal::EnvironmentIndex index = m_live[slot].environment;
  return index == journal::kNone ? m_spareEnvironments[slot] : m_journal->environments[index];
}

void Engine::countAttempt(const Attempt& attempt, const Environment& environment, bool first,
                          Instant received) {
  const SourceRow& source = m_sources[attempt.source];
  FunctionTally& tally = m_overflow[source.function];
  tally.count(attempt, environment, first);
  if (source.isEvent) tally.countEvent(attempt, received);
}

void Engine::countEnvironment(const Environment& environment, Instant end) {
  m_overflow[environment.function].count(environment, end);
}

void Engine::finish(Instant t) {
  if (m_pollers) m_pollers->finish(t);
  for (Slot slot = 0; slot < m_live.size(); ++slot) {
    if (m_live[slot].phase == Phase::Free || m_live[slot].placing) continue;
    Environment& environment = environmentOf(slot);
    if (m_live[slot].phase == Phase::Init) {
      environment.initUs = static_cast<std::uint32_t>((t - environment.started).us);
    }
    if (m_live[slot].environment == journal::kNone || m_recording.partly)
      countEnvironment(environment, t);
  }
  for (FunctionRow& f : m_functions) {
    m_overflow[f.index].peakBusy = f.peakBusy;
    m_overflow[f.index].peakEnvironments = f.peakEnvironments;
  }
}

void Engine::noteMaxMemoryUsed(Slot slot, std::uint16_t mb) {
  environmentOf(slot).maxMemoryUsedMb = mb;
}

State Engine::state() const {
  State state;
  state.accountLimit = m_accountLimit;
  for (const FunctionRow& f : m_functions) {
    const std::int32_t busy = f.busy + f.provisioned.busy;
    FunctionState row{.environments = f.environments,
                      .initialising = f.initialising,
                      .busy = busy,
                      .reserved = f.reserved,
                      .waitingEvents = f.waitingEvents};
    row.idle = f.idle.size + f.previousIdle.size + f.provisioned.idle.size +
               static_cast<std::int32_t>(f.provisioned.held.size());
    state.functions.push_back(row);
  }
  return state;
}

}  // namespace coldstart::engine
