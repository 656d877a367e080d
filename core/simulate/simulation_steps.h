// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What a simulation does at each moment: the second half of simulation.h, which includes it. Nobody
// else does.

#include "core/simulate/simulation.h"

namespace coldstart::simulate {

template <class Queue>
void Simulation<Queue>::findNextInput() {
  m_nextInput = m_nextChange < m_changes.size() ? m_changes[m_nextChange].at : kNever;
  m_nextInput = std::min(m_nextInput, m_outages.next());
}

template <class Queue>
void Simulation<Queue>::arrive(Instant t, std::uint16_t source) {
  if (m_callers.any() && m_callers.have(source)) [[unlikely]] {
    follow(m_callers.arrive(t, source, m_engine), t);
    setWakes();
  } else {
    follow(m_engine.arrive(t, source), t);
  }
  tellOthers(t);
}

template <class Queue>
void Simulation<Queue>::takeEnd() {
  const Instant at = m_ends.nextTime();
  const std::uint64_t what = m_ends.nextWhat();
  m_ends.pop();
  const auto slot = static_cast<engine::Slot>(what >> kBits);
  const std::uint64_t how = what & (kInvocation - 1);
  if ((what & Callers::kIsWake) != 0) [[unlikely]] {
    takeWake(at, what);
    return;
  }
  m_now = at;
  if ((what & kInvocation) != 0) {
    invocationEnded(slot, at, static_cast<journal::Ending>(how));
  } else if (how == kPlaced) {
    follow(m_engine.placed(slot, at), at);
  } else if (how == kCallEnded) {
    proceed(slot, m_downstreams.callEnded(slot, at));
  } else {
    follow(m_engine.initEnded(slot, at, static_cast<journal::InitStatus>(how)), at);
  }
  carryOut(at);
}

template <class Queue>
void Simulation<Queue>::invocationEnded(engine::Slot slot, Instant at, journal::Ending ending) {
  m_engine.invocationEnded(slot, at, ending);
  if (m_downstreams.any()) m_downstreams.invocationEnded(slot, ending);
  if (m_callers.any()) {
    m_callers.answered(slot, at, ending, m_engine);
    setWakes();
  }
}

template <class Queue>
void Simulation<Queue>::takeOther(Instant at) {
  m_now = at;
  m_engine.advance(at);
  for (; m_nextChange < m_changes.size() && m_changes[m_nextChange].at <= at; ++m_nextChange) {
    const Input& change = m_changes[m_nextChange];
    m_engine.change(at, change.setting, change.value);
  }
  m_outages.apply(at, m_engine, m_work, m_downstreams);
  findNextInput();
  carryOut(at);
}

template <class Queue>
void Simulation<Queue>::carryOut(Instant t) {
  // Carrying out an order can add further ones.
  for (std::size_t i = 0; i < m_engine.orders().size(); ++i) follow(m_engine.orders()[i], t);
  m_engine.orders().clear();
  tellOthers(t);
}

template <class Queue>
void Simulation<Queue>::follow(const engine::Order& order, Instant t) {
  using Kind = engine::Order::Kind;
  if (order.kind == Kind::Run) {
    if (m_downstreams.calledBy(order.function)) [[unlikely]] {
      const Outcome own = m_work.uncut(order, m_engine);
      proceed(order.slot, m_downstreams.begin(order.slot, order.function, t, own,
                                              m_engine.timeout(order.function)));
      return;
    }
    const Outcome outcome = m_work.invocation(order, m_engine);
    schedule(t + outcome.duration, order.slot, what(outcome.ending));
  } else if (order.kind == Kind::Start) {
    m_engine.noteMaxMemoryUsed(order.slot, m_work.maxMemoryUsed(order, m_engine));
    const InitOutcome outcome = m_work.init(order, m_engine);
    schedule(t + outcome.duration, order.slot, what(outcome.status));
  } else if (order.kind == Kind::Place) {
    schedule(t + m_work.placement(order), order.slot, kPlaced);
  } else if (order.kind == Kind::Stop && m_downstreams.any()) {
    m_downstreams.environmentStopped(order.slot);
  }
}

template <class Queue>
void Simulation<Queue>::proceed(engine::Slot slot, const Downstreams::Step& step) {
  schedule(step.at, slot, step.ends ? what(step.ending) : kCallEnded);
}

template <class Queue>
void Simulation<Queue>::takeWake(Instant at, std::uint64_t what) {
  if (!m_closed && std::min(m_engine.nextTimer(), m_nextInput) <= at) takeOther(at);
  m_now = at;
  if ((what & kFollows) == 0) {
    follow(m_callers.wake(at, what, m_engine, m_closed), at);
    setWakes();
  } else if (!m_closed) {
    follow(m_chains.arrive(at, static_cast<std::uint32_t>(what >> kBits), m_engine), at);
  }
  tellOthers(at);
}

template <class Queue>
void Simulation<Queue>::tellOthers(Instant t) {
  if (!m_chains.any()) return;
  for (const engine::Settled& settled : m_engine.settled()) m_chains.note(settled);
  m_engine.settled().clear();
  for (const std::uint32_t number : m_chains.told()) {
    m_ends.push(t + kHandedOn, Callers::kIsWake | kFollows | (std::uint64_t{number} << kBits));
  }
  m_chains.told().clear();
}

template <class Queue>
void Simulation<Queue>::setWakes() {
  for (const Callers::Wake& wake : m_callers.wakes()) m_ends.push(wake.at, wake.what);
  m_callers.wakes().clear();
}

}  // namespace coldstart::simulate
