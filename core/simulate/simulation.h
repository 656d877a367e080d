// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// One run in progress: the driver that answers the engine's orders on a virtual clock. simulate()
// is the door for everyone else; this class is for it, and for tests that stop half-way.

#include <algorithm>
#include <cstdint>
#include <vector>

#include "core/engine/engine.h"
#include "core/simulate/arrivals.h"
#include "core/simulate/callers.h"
#include "core/simulate/chains.h"
#include "core/simulate/downstreams.h"
#include "core/simulate/outages.h"
#include "core/simulate/work.h"

namespace coldstart::simulate {

/// What ends when. `Queue` is EventHeap or anything with the same order; tests prove that the
/// choice never shows.
template <class Queue = engine::EventHeap>
class Simulation {
 public:
  Simulation(const project::Project& project, const project::Scenario& scenario,
             const std::vector<Input>& changes, Arrivals arrivals, journal::Journal& journal,
             engine::Settings settings)
      : m_engine(project, journal, settings),
        m_work(project, settings.seed),
        m_arrivals(std::move(arrivals)),
        m_changes(changes),
        m_outages(scenario),
        m_downstreams(project, settings.seed),
        m_callers(project, scenario, journal, settings.seed),
        m_chains(project, journal, settings.seed) {
    findNextInput();
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
      const Instant other = std::min(m_engine.nextTimer(), m_nextInput);
      // At one moment: what ends, timers, changes, callers, arrivals.
      if (arrival < end && arrival < other) {
        if (arrival >= t) return true;
        m_now = arrival;
        arrive(arrival, m_arrivals.nextSource());
        m_arrivals.pop();
        m_work.expect(m_engine.expect(m_arrivals.nextSource()));
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
    m_closed = true;
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
  /// What ends: an init phase and how, an invocation and how, or what stands here.
  static constexpr std::uint64_t kBits = 5;
  static constexpr std::uint64_t kInvocation = 1U << 4;
  static constexpr std::uint64_t kPlaced = 3;
  static constexpr std::uint64_t kCallEnded = 4;
  /// Something arrives that others in this run set off; a wake, and told apart from callers'.
  static constexpr std::uint64_t kFollows = std::uint64_t{1} << 62;
  static constexpr Duration kHandedOn = Duration::millis(1);  ///< How long that takes.
  static std::uint64_t what(journal::InitStatus status) {
    return static_cast<std::uint64_t>(status);
  }
  static std::uint64_t what(journal::Ending ending) {
    return kInvocation | static_cast<std::uint64_t>(ending);
  }

  void findNextInput();
  void arrive(Instant t, std::uint16_t source);
  void takeEnd();
  void invocationEnded(engine::Slot slot, Instant at, journal::Ending ending);
  void takeOther(Instant at);
  void carryOut(Instant t);
  void follow(const engine::Order& order, Instant t);
  void proceed(engine::Slot slot, const Downstreams::Step& step);
  void setWakes();
  void tellOthers(Instant t);
  void takeWake(Instant at, std::uint64_t what);
  void schedule(Instant at, engine::Slot slot, std::uint64_t what) {
    m_ends.push(at, (std::uint64_t{slot} << kBits) | what);
  }

  engine::Engine m_engine;
  Work m_work;
  Arrivals m_arrivals;
  const std::vector<Input>& m_changes;
  std::size_t m_nextChange = 0;
  Outages m_outages;
  Instant m_nextInput = kNever;  ///< The next change or outage.
  Downstreams m_downstreams;
  Callers m_callers;
  Chains m_chains;
  Queue m_ends;
  Instant m_now;
  bool m_closed = false;
};

}  // namespace coldstart::simulate

#include "core/simulate/simulation_steps.h"
