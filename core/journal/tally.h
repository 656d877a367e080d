// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Counts that stand in for records: when a run is larger than its journal may grow, these go on and
// the report is made from them. Whole numbers only; adding two tallies is adding their fields.

#include <array>
#include <cstdint>
#include <vector>

#include "core/journal/attempt.h"

namespace coldstart::journal {

/// How often each length of time occurred: 64 steps to each doubling, so a percentile read from it
/// is less than 0.8 % off. Exact below 128 µs.
class Histogram {
 public:
  void add(std::uint32_t us);
  void add(const Histogram& other);
  [[nodiscard]] std::uint64_t count() const { return m_count; }
  [[nodiscard]] std::uint64_t sumUs() const { return m_sum; }
  [[nodiscard]] std::uint32_t maximumUs() const { return m_maximum; }
  /// The value at this rank (nearest-rank; parts per million): 500'000 is the median.
  [[nodiscard]] std::uint32_t percentileUs(std::int32_t ppm) const;

 private:
  std::vector<std::uint64_t> m_buckets;  ///< Empty until something is added.
  std::uint64_t m_count = 0;
  std::uint64_t m_sum = 0;
  std::uint32_t m_maximum = 0;
};

/// What one version of a function did.
struct VersionTally {
  std::uint64_t invocations = 0;
  std::uint64_t errors = 0;
};

/// One function's share of a run.
struct FunctionTally {
  std::uint64_t requests = 0;     ///< Synchronous requests and received events, retries excluded.
  std::uint64_t invocations = 0;  ///< Attempts that ran.
  std::uint64_t errors = 0;       ///< Handler errors and time-outs, as AWS counts Errors.
  std::array<std::uint64_t, 16> byDecision{};  ///< Index: Decision.
  std::array<std::uint64_t, 16> byEnding{};    ///< Index: Ending.
  std::vector<VersionTally> versions;          ///< Index: published version; 0 is $LATEST.
  std::uint64_t coldStarts = 0;
  Histogram duration;               ///< Of invocations.
  Histogram init;                   ///< Of environments started for a request.
  std::uint64_t clientRetries = 0;  ///< Attempts that a caller made again.
  std::uint64_t abandoned = 0;      ///< Attempts whose caller had stopped waiting.
  std::uint64_t eventsReceived = 0;
  std::uint64_t eventRetries = 0;
  std::uint64_t eventsDropped =
      0;                         ///< Gave up: attempts or age used up, or reserved concurrency 0.
  std::uint64_t eventAgeUs = 0;  ///< Sum, received to begun.
  std::uint64_t eventAgeMaximumUs = 0;
  std::uint64_t eventsInvoked = 0;  ///< Number of ages in the sum.
  std::uint64_t billedMs = 0;
  std::uint64_t billedMbMs = 0;             ///< Σ billed ms × MB, on demand.
  std::uint64_t billedProvisionedMbMs = 0;  ///< The same in provisioned environments.
  std::uint64_t initMbMs = 0;               ///< The part of billedMbMs that is init.
  std::uint64_t initProvisionedMbMs = 0;
  std::uint64_t restores = 0;      ///< Of SnapStart snapshots …
  std::uint64_t restoredMb = 0;    ///< … and the memory of them all.
  std::uint64_t initFailures = 0;  ///< Init phases that failed or took too long.
  std::uint64_t busyUs = 0;        ///< Σ arrival to end of what ran.
  std::uint64_t environmentsCreated = 0;
  std::uint64_t environmentUs = 0;        ///< Σ lifetimes, cut to the run.
  std::uint64_t lifespanUs = 0;           ///< Σ whole lifetimes of environments that stopped …
  std::uint64_t environmentsStopped = 0;  ///< … and how many they were.
  std::int32_t peakEnvironments = 0;
  std::int32_t peakBusy = 0;

  /// One attempt that ended, and where it ran (nothing is asked of it if it did not); `first`: of
  /// its environment. Whether it is a request's first is not asked here.
  void count(const Attempt& attempt, const Environment& environment, bool first);
  /// What the attempt says about the async event that came in at `received`.
  void countEvent(const Attempt& attempt, Instant received);
  /// One environment, stopped or still there when the run ended.
  void count(const Environment& environment, Instant end);
  void add(const FunctionTally& other);  ///< Peaks: the higher one.
};

}  // namespace coldstart::journal
