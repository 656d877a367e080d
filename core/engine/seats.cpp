// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/seats.h"

#include <algorithm>
#include <utility>

#include "core/engine/engine.h"

namespace coldstart::engine {

using journal::Environment;
using journal::InitStatus;
using journal::StopReason;

void Seats::open(std::vector<Slot> members, Instant t) {
  std::uint32_t index = static_cast<std::uint32_t>(m_rows.size());
  if (m_free.empty()) {
    m_rows.emplace_back();
  } else {
    index = m_free.back();
    m_free.pop_back();
  }
  const Slot highest = *std::ranges::max_element(members);
  if (m_environmentOf.size() <= highest) m_environmentOf.resize(std::size_t{highest} + 1, kNone);
  for (const Slot slot : members) m_environmentOf[slot] = index;
  const auto alive = static_cast<std::int32_t>(members.size());
  m_rows[index] = {.members = std::move(members), .alive = alive, .idleSince = t};
}

void Seats::ended(Slot slot, Instant t) {
  Row& r = row(slot);
  if (--r.busy == 0) r.idleSince = t;
}

Instant Seats::idleSince(Slot slot, Instant t) const {
  const Row& r = row(slot);
  return r.busy > 0 ? t : r.idleSince;
}

bool Seats::leaves(Slot slot) {
  Row& r = row(slot);
  if (slot != r.members.front()) m_environmentOf[slot] = kNone;
  return --r.alive == 0;
}

void Seats::close(Slot first) {
  m_free.push_back(m_environmentOf[first]);
  m_environmentOf[first] = kNone;
}

/// The other slots of an environment that was just started for a request.
void Engine::openSeats(Slot first, Instant t) {
  FunctionRow& f = m_functions[m_live[first].function];
  Environment record = environmentOf(first);
  record.shares = true;
  std::vector<Slot> members{first};
  for (std::int32_t i = 1; i < f.seats; ++i) {
    const Slot slot = freeSlot();
    m_live[slot] = m_live[first];
    m_live[slot].birth = m_births++;
    m_live[slot].environment = recordEnvironment(record, slot);
    link(f.opening, slot);
    members.push_back(slot);
  }
  m_seats.open(std::move(members), t);
}

void Engine::freeSeat(Slot slot, Instant t, StopReason reason) {
  LiveEnvironment& e = m_live[slot];
  Environment& environment = environmentOf(slot);
  environment.stopped = t;
  environment.stop = reason;
  if (e.environment == journal::kNone || m_recording.partly) countEnvironment(environment, t);
  e.phase = Phase::Free;
  e.timer = kNever;
  m_free.push_back(slot);
  m_orders.push_back({.kind = Order::Kind::Stop, .function = e.function, .slot = slot});
}

/// The environment goes with the last of its slots.
void Engine::stopSeat(Slot slot, Instant t, StopReason reason) {
  LiveEnvironment& e = m_live[slot];
  const Slot first = m_seats.of(slot).front();
  e.leaving = reason;
  e.phase = Phase::Held;
  const bool last = m_seats.leaves(slot);
  if (slot != first) freeSeat(slot, t, reason);
  if (!last) return;
  --m_functions[e.function].environments;
  m_seats.close(first);
  freeSeat(first, t, reason);
}

/// Init ended for all of them: whoever waits runs, the others can be had.
void Engine::seatsReady(Slot first, Instant t, InitStatus status) {
  const std::uint32_t initUs = environmentOf(first).initUs;
  FunctionRow& f = m_functions[m_live[first].function];
  const std::vector<Slot> members = m_seats.of(first);
  for (const Slot slot : members) {
    LiveEnvironment& e = m_live[slot];
    if (slot == first || e.phase != Phase::Init) continue;
    environmentOf(slot).initUs = initUs;
    environmentOf(slot).initStatus = status;
    e.reset = e.initFailed = m_live[first].initFailed;
    if (e.serves) {
      recordOf(slot).waitUs = static_cast<std::uint32_t>((t - recordOf(slot).arrived).us);
      m_orders.push_back(run(slot, t));
    } else if (e.leaving != StopReason::Alive) {
      stop(slot, t, e.leaving);
    } else {
      unlink(f.opening, slot);
      rest(slot, t);
    }
  }
}

}  // namespace coldstart::engine
