// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// One run in progress: the driver that answers the engine's orders on a virtual clock. simulate()
// is the door for everyone else; this class is for it, and for tests that stop half-way.

#include <algorithm>
#include <cstdint>
#include <vector>

#include "core/engine/engine.h"
#include "core/simulate/arrivals.h"
#include "core/simulate/work.h"

namespace coldstart::simulate {

/// What ends when. `Queue` is EventHeap or anything with the same order; tests prove that the
/// choice never shows.
template <class Queue = engine::EventHeap>
class Simulation {
 public:
  Simulation(const project::Project& project, const std::vector<Input>& changes, Arrivals arrivals,
             journal::Journal& journal, engine::Settings settings)
      : m_engine(project, journal, settings),
        m_work(project, settings.seed),
        m_arrivals(std::move(arrivals)),
        m_changes(changes) {
    const Instant since = m_work.provisionedSince(project);
    m_engine.prepareProvisioned(since);
    carryOut(since);
    while (m_ends.nextTime() <= Instant{}) takeEnd();
  }

  /// Everything that happens before t; true when `more(now)` asked to go on to the end. It is asked
  /// every 65 536 requests or so.
  template <class More>
  bool runBefore(Instant t, More&& more) {
    for (std::uint32_t steps = 0;; ++steps) {
      const Instant arrival = m_arrivals.next();
      const Instant end = m_ends.nextTime();
      const Instant other = std::min(m_engine.nextTimer(), nextChange());
      // At one moment: what ends, timers, changes, arrivals.
      if (arrival < end && arrival < other) {
        if (arrival >= t) return true;
        m_now = arrival;
        follow(m_engine.arrive(arrival, m_arrivals.nextSource()), arrival);
        m_arrivals.pop();
      } else if (end <= other) {
        if (end >= t) return true;
        takeEnd();
      } else {
        if (other >= t) return true;
        takeOther(other);
      }
      if ((steps & 0x1FFFF) == 0x1FFFF && !more(m_now)) return false;
    }
  }

  /// Lets what runs end, and nothing new begin. Returns the moment when all is quiet.
  Instant drain(Instant from) {
    m_engine.close();
    while (m_engine.inFlight() > 0) {
      if (m_ends.nextTime() <= m_engine.nextTimer()) {
        takeEnd();
      } else {
        takeOther(m_engine.nextTimer());
      }
    }
    const Instant end = std::max(from, m_now);
    m_engine.finish(end);
    return end;
  }

  [[nodiscard]] Work& work() { return m_work; }
  [[nodiscard]] Instant now() const { return m_now; }
  [[nodiscard]] const engine::Engine& engine() const { return m_engine; }

 private:
  /// What ends: an init phase and how, or an invocation and how.
  static constexpr std::uint64_t kBits = 5;
  static constexpr std::uint64_t kInvocation = 1U << 4;
  static std::uint64_t what(journal::InitStatus status) {
    return static_cast<std::uint64_t>(status);
  }
  static std::uint64_t what(journal::Ending ending) {
    return kInvocation | static_cast<std::uint64_t>(ending);
  }

  [[nodiscard]] Instant nextChange() const {
    return m_nextChange < m_changes.size() ? m_changes[m_nextChange].at : kNever;
  }

  void takeEnd() {
    const Instant at = m_ends.nextTime();
    const std::uint64_t what = m_ends.nextWhat();
    m_ends.pop();
    m_now = at;
    const auto slot = static_cast<engine::Slot>(what >> kBits);
    if ((what & kInvocation) != 0) {
      m_engine.invocationEnded(slot, at, static_cast<journal::Ending>(what & (kInvocation - 1)));
    } else {
      const auto status = static_cast<journal::InitStatus>(what & (kInvocation - 1));
      follow(m_engine.initEnded(slot, at, status), at);
    }
    carryOut(at);
  }

  void takeOther(Instant at) {
    m_now = at;
    m_engine.advance(at);
    while (nextChange() <= at) {
      const Input& change = m_changes[m_nextChange++];
      m_engine.change(at, change.setting, change.value);
    }
    carryOut(at);
  }

  void carryOut(Instant t) {
    // Carrying out an order can add further ones.
    for (std::size_t i = 0; i < m_engine.orders().size(); ++i) follow(m_engine.orders()[i], t);
    m_engine.orders().clear();
  }

  void follow(const engine::Order& order, Instant t) {
    using Kind = engine::Order::Kind;
    if (order.kind == Kind::Run) {
      const Outcome outcome = m_work.invocation(order, m_engine);
      schedule(t + outcome.duration, order.slot, what(outcome.ending));
    } else if (order.kind == Kind::Start) {
      m_engine.noteMaxMemoryUsed(order.slot, m_work.maxMemoryUsed(order, m_engine));
      const InitOutcome outcome = m_work.init(order, m_engine);
      schedule(t + outcome.duration, order.slot, what(outcome.status));
    }
  }

  void schedule(Instant at, engine::Slot slot, std::uint64_t what) {
    m_ends.push(at, (std::uint64_t{slot} << kBits) | what);
  }

  engine::Engine m_engine;
  Work m_work;
  Arrivals m_arrivals;
  const std::vector<Input>& m_changes;
  std::size_t m_nextChange = 0;
  Queue m_ends;
  Instant m_now;
};

}  // namespace coldstart::simulate
