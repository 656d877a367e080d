// SPDX-License-Identifier: GPL-3.0-or-later
// How environments begin and end; what happens to them in between is in engine.cpp.
#include <algorithm>

#include "core/base/holds.h"
#include "core/engine/engine.h"

namespace coldstart::engine {

using journal::Attempt;
using journal::Environment;
using journal::StopReason;

Slot Engine::freeSlot() {
  if (!m_free.empty()) {
    const Slot slot = m_free.back();
    m_free.pop_back();
    return slot;
  }
  m_live.emplace_back();
  m_running.emplace_back();
  m_spareAttempts.emplace_back();
  m_spareEnvironments.emplace_back();
  return static_cast<Slot>(m_live.size() - 1);
}

Slot Engine::startEnvironment(Instant t, FunctionRow& f, StartFor what, bool previous) {
  const bool provisioned = what == StartFor::Provisioned;
  const bool restored = f.snapStart && holds(Rule::SnapStartRestores);
  const Slot slot = freeSlot();
  LiveEnvironment& e = m_live[slot];
  e = LiveEnvironment{};
  e.function = f.index;
  e.phase = Phase::Init;
  e.birth = m_births++;
  e.provisioned = provisioned;
  e.previous = previous;
  e.idleTimeout = provisioned ? Duration{} : Duration{f.idleTimeout.next()};
  if (f.ages) e.oldAt = t + Duration{f.maximumAge.next()};
  Environment environment{.started = t,
                          .initUs = journal::kStillInInit,
                          .function = f.index,
                          .memoryMb = static_cast<std::uint16_t>(f.memory.mb),
                          .restored = restored,
                          .proactive = what == StartFor::Proactive,
                          .provisioned = provisioned};
  environment.version = (previous ? f.previousVersion : f.version) & 0x7FU;
  e.placing = f.places && what == StartFor::Request;
  // Environments stand in the journal in the order in which their init began.
  if (e.placing) [[unlikely]]
    m_spareEnvironments[slot] = environment;
  else
    e.environment = recordEnvironment(environment, slot);
  f.peakEnvironments = std::max(f.peakEnvironments, ++f.environments);
  ++f.initialising;
  if (provisioned) {
    ++f.provisioned.alive;
    ++f.provisioned.initialising;
  }
  if (what != StartFor::Request) {
    m_orders.push_back({.kind = Order::Kind::Start,
                        .provisioned = provisioned,
                        .restore = restored,
                        .function = f.index,
                        .slot = slot});
  }
  if (f.seats > 1 && what == StartFor::Request) openSeats(slot, t);
  return slot;
}

/// What the service might do instead of letting each request wait for its own environment: the free
/// one takes a request over from one that is still in init.
bool Engine::takeWaiting(Slot slot, Instant t) {
  LiveEnvironment& e = m_live[slot];
  for (Slot other = 0; other < m_live.size(); ++other) {
    LiveEnvironment& w = m_live[other];
    if (w.phase != Phase::Init || !w.serves || w.function != e.function) continue;
    Attempt& a = recordOf(other);
    a.environment = e.environment;
    a.waitUs = static_cast<std::uint32_t>((t - a.arrived).us);
    e.attempt = w.attempt;
    e.asker = w.asker;
    e.serves = true;
    w.serves = false;
    m_running[slot] = m_running[other];
    m_orders.push_back(run(slot, t));
    return true;
  }
  return false;
}

void Engine::stop(Slot slot, Instant t, StopReason reason) {
  LiveEnvironment& e = m_live[slot];
  FunctionRow& f = m_functions[e.function];
  if (f.seats > 1 && m_seats.shared(slot)) {
    stopSeat(slot, t, reason);
    return;
  }
  Environment& environment = environmentOf(slot);
  environment.stopped = t;
  environment.stop = reason;
  if (e.environment == journal::kNone || m_recording.partly) countEnvironment(environment, t);
  --f.environments;
  const bool replace = e.provisioned && e.leaving == StopReason::Alive;
  const bool replaceAhead = f.proactive && !e.provisioned && !e.previous &&
                            reason == StopReason::Age && holds(Rule::ProactiveReplacement);
  e.phase = Phase::Free;
  e.timer = kNever;
  m_free.push_back(slot);
  m_orders.push_back({.kind = Order::Kind::Stop, .function = f.index, .slot = slot});
  if (replace) {
    // Lambda recycles provisioned environments too, and replaces them. (provisioned-concurrency)
    --f.provisioned.alive;
    --f.provisioned.usable;
    settleProvisioned(f, t, Duration{});
  }
  if (replaceAhead && !m_closed) startEnvironment(t, f, StartFor::Proactive);
}

}  // namespace coldstart::engine
