// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Read this first in core/observe: the index of a finished run that every observation asks. Built
// once, off the window's thread; immutable after that, so any thread may read it.
// Time questions are answered by binary search over the attempts (they are in order of arrival) and
// over each environment's own attempts (they never overlap), never by folding from the start.

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "core/journal/journal.h"
#include "core/observe/meter.h"

namespace coldstart::observe {

class ConcurrencyCurve;

/// What has been counted so far for one function, or for all of them.
struct Tally {
  std::int64_t requests = 0;  ///< First attempts that arrived.
  std::int64_t coldStarts = 0;
  std::int64_t failed = 0;   ///< Attempts that arrived and will fail: handler error or time-out.
  std::int64_t retried = 0;  ///< Attempts that arrived and whose event will go back to the queue.
  std::int64_t retries = 0;  ///< Attempts that took an event out of the queue again.
  std::int64_t askedAgain = 0;                ///< Attempts that a caller made again.
  std::array<std::int64_t, 16> byDecision{};  ///< Index: journal::Decision.

  void add(const journal::Attempt& attempt, project::InvocationType type);
  void add(const Tally& other);
  [[nodiscard]] std::int64_t throttles() const;
};

/// A limit as it stood from this moment on; -1: none.
struct LimitStep {
  Instant at;
  std::int32_t value = -1;
};
class RunIndex;
/// What a function may use over time: its reserve; without one, what is unreserved and what is
/// provisioned for it. (lambda-concurrency, provisioned-concurrency)
std::vector<LimitStep> roomOf(const RunIndex& index, std::size_t function);
/// The value in force at t.
std::int32_t limitAt(std::span<const LimitStep> steps, Instant t);

/// Eight consecutive attempts of one environment, so that a lane can be folded without visiting
/// each of them.
struct LaneBlock {
  Instant began;           ///< Of the first attempt of the block.
  Duration handlerBefore;  ///< Handler time of the environment's attempts before the block.
};
inline constexpr std::size_t kLaneBlock = 8;

/// What happened in a lane block besides success.
inline constexpr std::uint8_t kLaneError = 1;
inline constexpr std::uint8_t kLaneTimedOut = 2;
inline constexpr std::uint8_t kLaneRetry = 4;
/// One attempt, or one wait for the next, takes half of the block or more.
inline constexpr std::uint8_t kLaneUneven = 8;

class RunIndex {
 public:
  explicit RunIndex(std::shared_ptr<const journal::Run> run);
  ~RunIndex();
  RunIndex(const RunIndex&) = delete;
  RunIndex& operator=(const RunIndex&) = delete;

  [[nodiscard]] const journal::Run& run() const { return *m_run; }
  [[nodiscard]] const std::shared_ptr<const journal::Run>& shared() const { return m_run; }
  [[nodiscard]] std::span<const journal::Attempt> attempts() const {
    return m_run->journal.attempts.all();
  }
  [[nodiscard]] std::span<const journal::Environment> environments() const {
    return m_run->journal.environments;
  }

  /// The attempts that ran in this environment, in order.
  [[nodiscard]] std::span<const journal::AttemptIndex> attemptsOf(
      journal::EnvironmentIndex e) const;
  /// Whether it is the first one that its environment ever ran.
  [[nodiscard]] bool isFirst(journal::AttemptIndex attempt) const {
    const journal::Attempt& a = attempts()[attempt];
    return !a.reused && attemptsOf(a.environment).front() == attempt;
  }
  /// The last attempt of the environment that began at or before t.
  [[nodiscard]] std::optional<journal::AttemptIndex> lastAttemptOf(journal::EnvironmentIndex e,
                                                                   Instant t) const;
  /// The attempt that uses the environment at t: from its arrival (init included) to its end.
  [[nodiscard]] std::optional<journal::AttemptIndex> servedAt(journal::EnvironmentIndex e,
                                                              Instant t) const;
  /// How many attempts arrived before or at t: the attempts [0, n) have happened.
  [[nodiscard]] std::size_t arrivedBy(Instant t) const;
  /// The first attempt of a request, and all of them in order (more than one only for async
  /// events).
  [[nodiscard]] std::vector<journal::AttemptIndex> attemptsOfRequest(std::uint32_t request) const;
  /// The attempt that retries this one, if there was one.
  [[nodiscard]] std::optional<journal::AttemptIndex> retryOf(journal::AttemptIndex attempt) const;
  /// The attempt that set this request off, when it was one of this run.
  [[nodiscard]] std::optional<journal::AttemptIndex> originOf(std::uint32_t request) const;
  /// The requests that this attempt set off.
  [[nodiscard]] std::vector<std::uint32_t> setOffBy(journal::AttemptIndex attempt) const;
  /// Every attempt that got no environment, in order of arrival; those of them that were throttled;
  /// likewise every failed one (error, time-out).
  [[nodiscard]] std::span<const journal::AttemptIndex> turnedAway() const { return m_turnedAway; }
  [[nodiscard]] std::span<const journal::AttemptIndex> throttled() const { return m_throttled; }
  [[nodiscard]] std::span<const journal::AttemptIndex> failed() const { return m_failed; }
  [[nodiscard]] std::span<const journal::AttemptIndex> failedByEnd() const { return m_failedByEnd; }

  /// When the attempt ended; for one still running, the end of the run.
  [[nodiscard]] Instant endOf(const journal::Attempt& attempt) const {
    return attempt.ending == journal::Ending::Running ? m_run->end : attempt.ended();
  }
  /// From run().recordedFrom up to here every attempt has a record.
  [[nodiscard]] Instant recordedTo() const;
  /// Per function, what has been counted of the attempts that arrived before or at t.
  [[nodiscard]] std::vector<Tally> talliesAt(Instant t) const;
  /// Environments that exist at t (started by t, not yet stopped), in order of start.
  [[nodiscard]] std::vector<journal::EnvironmentIndex> aliveAt(Instant t) const;
  /// How many of the environment's attempts began before or at t.
  [[nodiscard]] std::size_t begunBy(journal::EnvironmentIndex e, Instant t) const;
  /// How many environments started before or at t: [0, n) of them.
  [[nodiscard]] std::size_t startedBy(Instant t) const;
  /// When environments stopped, ascending.
  [[nodiscard]] std::span<const Instant> stops() const { return m_stops; }

  /// Limits as steps; the first step is at 0.
  [[nodiscard]] std::span<const LimitStep> accountLimit() const { return m_account; }
  [[nodiscard]] std::span<const LimitStep> reserved(std::size_t function) const;
  [[nodiscard]] std::span<const LimitStep> provisioned(std::size_t function) const;
  /// Of its provisioned environments, how many Lambda has handed over: those that are ready before
  /// all that were asked for are held until then. (provisioned-concurrency)
  [[nodiscard]] std::span<const LimitStep> allocatedProvisioned(std::size_t function) const;
  /// What functions without a reserve share: the account's limit less every reserve, and less the
  /// provisioned concurrency of functions that have none.
  [[nodiscard]] std::span<const LimitStep> unreserved() const { return m_unreserved; }

  [[nodiscard]] const ConcurrencyCurve& concurrency() const { return *m_curve; }
  [[nodiscard]] std::span<const LaneBlock> laneBlocks(journal::EnvironmentIndex e) const;
  [[nodiscard]] std::span<const std::uint8_t> laneMarks(journal::EnvironmentIndex e) const;

  /// What has been used up by any moment, for the bill.
  [[nodiscard]] const Meter& meter() const { return *m_meter; }

 private:
  /// Environments alive when the first `started` of them had started: a slice of m_aliveLists.
  struct AliveCheckpoint {
    std::uint32_t started = 0;
    std::uint32_t first = 0;
    std::uint32_t count = 0;
  };
  void countAttempts();
  void sortIntoEnvironments();
  void indexEnvironments();
  void readLimits();
  [[nodiscard]] std::size_t firstBlockOf(journal::EnvironmentIndex e) const {
    return m_firstOf[e] / kLaneBlock + e;
  }

  std::shared_ptr<const journal::Run> m_run;
  std::vector<std::uint32_t>
      m_firstOf;  ///< Per environment, offset into m_byEnvironment; one past the end last.
  std::vector<journal::AttemptIndex> m_byEnvironment;
  std::vector<journal::AttemptIndex> m_turnedAway;
  std::vector<journal::AttemptIndex> m_throttled;
  std::vector<journal::AttemptIndex> m_failed;
  std::vector<journal::AttemptIndex> m_failedByEnd;
  struct Retry {
    journal::AttemptIndex cause;
    journal::AttemptIndex attempt;
  };
  std::vector<Retry> m_retries;           ///< In order of cause.
  std::int64_t m_requestsUnrecorded = 0;  ///< Before the first of a run that records from later on.
  std::size_t m_tallyEvery = 0;           ///< Attempts between two checkpoints of m_tallies.
  std::vector<Tally> m_tallies;           ///< Checkpoint × function.
  std::vector<AliveCheckpoint> m_aliveCheckpoints;
  std::vector<journal::EnvironmentIndex> m_aliveLists;
  std::vector<Instant> m_stops;
  std::vector<LaneBlock> m_laneBlocks;
  std::vector<std::uint8_t> m_laneMarks;
  std::vector<LimitStep> m_account;
  std::vector<LimitStep> m_unreserved;
  std::vector<std::vector<LimitStep>> m_reserved;
  std::vector<std::vector<LimitStep>> m_provisioned;
  std::vector<std::vector<LimitStep>> m_allocated;
  std::unique_ptr<const ConcurrencyCurve> m_curve;
  std::unique_ptr<const Meter> m_meter;
};

}  // namespace coldstart::observe
