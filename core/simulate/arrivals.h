// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// When the requests of a scenario arrive. Each load is a stream of its own with its own random
// numbers, so that adding a load leaves the others' requests where they were; the streams are
// merged in order of time, at the same moment in the order of the loads.
//
// What the kinds mean (design/contract.md names them):
// - At, Trace: at these moments of the run. A trace that only counts requests by the minute has
//   each at a moment of its minute drawn at random, independent of the others.
// - Constant: evenly spaced, the first at Start. Poisson: independent of each other.
// - Ramp: like Poisson, the rate goes from From to To in the time Over, and stays there.
// - Burst: Requests evenly spread from Start over the time Over, without Over all at once.
// - Daily: like Poisson, the rate swings smoothly between Low (at 03:00 UTC) and High (at 15:00).
// - Schedule: whenever the expression fires on the run's calendar.
// Start and End cut every kind: requests arrive at or after Start and before End.

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "core/base/random.h"
#include "core/base/result.h"
#include "core/events/schedule_expression.h"
#include "core/project/project.h"
#include "core/simulate/merge_tree.h"

namespace coldstart::simulate {

class alignas(64) ArrivalStream {
 public:
  /// Errors: a schedule that cannot be read.
  static Result<ArrivalStream> of(const project::Project& project, const project::Load& load,
                                  std::size_t index, std::uint64_t seed);

  /// The next arrival, or kNever when there is none before the run's end.
  [[nodiscard]] Instant peek() {
    if (m_at == m_block.size()) refill();
    return m_block[m_at];
  }
  void pop() { ++m_at; }
  void endAt(Instant end) { m_end = std::min(m_end, end); }

 private:
  ArrivalStream(const project::Load& load, std::size_t index, std::uint64_t seed);

  void refill();
  double followingLog();
  Instant following();
  Instant followingPoisson(std::int64_t perSecondMicro);
  Instant followingVarying();
  Instant followingCounted();
  std::int64_t rateAt(Instant t) const;

  // What every request touches stands first.
  std::vector<Instant> m_block;
  std::size_t m_at = 0;
  std::vector<double> m_logs;  ///< Of random numbers, made ahead.
  std::size_t m_usedLogs = 0;
  const project::Arrivals* m_arrivals;
  Instant m_start;
  Instant m_end = kNever;
  WallTime m_calendar;  ///< Of the run's start.
  Random m_gaps;
  Random m_thinning;
  std::optional<events::ScheduleExpression> m_schedule;
  std::vector<Instant> m_times;  ///< At: in order. Trace of counts: those of the bin begun.
  std::size_t m_nextBin = 0;
  std::uint64_t m_count = 0;  ///< At, Constant, Burst: how many there were.
  std::int64_t m_fineTime =
      0;             ///< Poisson: in 1/1024 µs since Start, so that rounding never adds up.
  WallTime m_fired;  ///< Schedule: the last time.
};

/// All loads of a scenario.
class Arrivals {
 public:
  static Result<Arrivals> of(const project::Project& project, const project::Scenario& scenario,
                             std::uint64_t seed, Instant end);

  [[nodiscard]] Instant next() const { return m_merge.next(); }
  [[nodiscard]] std::uint16_t nextSource() const {
    return static_cast<std::uint16_t>(m_merge.stream());
  }
  void pop();

 private:
  std::vector<ArrivalStream> m_streams;
  MergeTree m_merge;
};

/// About how many requests a load makes before `end`.
std::uint64_t estimate(const project::Project& project, const project::Load& load, Instant end);

}  // namespace coldstart::simulate
