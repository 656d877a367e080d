// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The figures of a run, function by function and together: what the report prints, and by which a
// run is compared with the same run under another setting. Counted from the records; past the
// journal's capacity from the engine's own sums, which know everything but the response time.

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/observe/break_even.h"

namespace coldstart::observe {

/// Averages and percentiles in milliseconds.
struct Spread {
  double average = 0;
  double p50 = 0;
  double p90 = 0;
  double p99 = 0;
  double maximum = 0;
};

struct VersionFigures {
  std::int32_t version = 0;  ///< 0: $LATEST.
  std::int64_t invocations = 0;
  std::int64_t errors = 0;
};

struct Figures {
  std::int64_t requests = 0;
  std::int64_t invocations = 0;
  std::int64_t errors = 0;  ///< As CloudWatch's Errors: handler errors and time-outs.
  std::array<std::int64_t, 16> byDecision{};  ///< Index: journal::Decision.
  std::array<std::int64_t, 16> byEnding{};    ///< Index: journal::Ending.
  std::vector<VersionFigures> versions;       ///< Those that served, in order.
  std::int64_t restores = 0;                  ///< Of SnapStart snapshots.
  std::int64_t initFailures = 0;              ///< Init phases that failed or took too long.
  std::int64_t coldStarts = 0;
  Spread duration;
  Spread init;
  /// From a request's first arrival, retries and queue included, to the end of the attempt that
  /// settled it; refused requests have none. Not known past the journal's capacity.
  std::optional<Spread> response;
  /// What callers saw who try again, or who stop waiting: from the first try to the last answer,
  /// whatever it was. Without such callers, and past the journal's capacity: none.
  std::optional<Spread> clientLatency;
  std::int64_t clientFailures = 0;  ///< Of these callers: never got a good answer.
  std::int64_t clientRetries = 0;
  std::int64_t abandoned = 0;  ///< Attempts whose caller had stopped waiting.
  std::int64_t created = 0;
  std::int64_t peak = 0;
  std::int64_t aliveUs = 0;
  std::int64_t busyUs = 0;
  double lifespanSeconds = 0;  ///< Of environments that stopped.
  std::int64_t concurrentMax = 0;
  std::int64_t received = 0;
  std::int64_t retries = 0;
  std::int64_t dropped = 0;
  std::int64_t duplicates = 0;  ///< Events delivered a second time.
  // What was sent when events were done with. Past the capacity: not known, 0.
  std::int64_t deadLettered = 0;
  std::int64_t toOnFailure = 0;
  std::int64_t toOnSuccess = 0;
  std::int64_t undelivered = 0;  ///< Of these three, where nothing is that could take it.
  /// Events that waited for another try when the run ended. Not known past the capacity.
  std::optional<std::int64_t> waiting;
  double ageAverage = 0;  ///< Milliseconds, as the next.
  double ageMaximum = 0;
  // Of the queues and streams that are polled for it:
  std::int64_t messages = 0;  ///< Sent.
  std::int64_t processed = 0;
  std::int64_t givenUp = 0;      ///< Dead-lettered, discarded or expired.
  std::int64_t unread = 0;       ///< Waiting, or in flight, when the run ended.
  double messageAgeAverage = 0;  ///< Milliseconds from being sent to being processed.
  double messageAgeMaximum = 0;
  std::int64_t billedMs = 0;
  std::int64_t mbMillis = 0;
  Money cost;  ///< Of Lambda: without logs, before the free tier.

  [[nodiscard]] std::int64_t count(journal::Decision decision) const {
    return byDecision[static_cast<std::size_t>(decision)];
  }
  [[nodiscard]] std::int64_t timeouts() const {
    return byEnding[static_cast<std::size_t>(journal::Ending::TimedOut)];
  }
  [[nodiscard]] std::int64_t throttles() const;
  /// By AWS's reason, in the order in which the engine checks.
  [[nodiscard]] std::vector<std::pair<std::string, std::int64_t>> throttleReasons() const;
  [[nodiscard]] double coldRatio() const;
  [[nodiscard]] double gbSeconds() const;
};

/// Each function's, with the costs that the bill puts down to it.
std::vector<Figures> functionFigures(const RunIndex& index, const Bill& bill);

struct RunFigures {
  std::vector<Figures> functions;
  /// All functions together; its percentiles are those of all requests, and its peaks those of the
  /// account (of a truncated run: not known, 0).
  Figures total;
  Month month;  ///< This load, a month long.
  Instant end;  ///< Of the run.
};
RunFigures figuresOf(const RunIndex& index);

}  // namespace coldstart::observe
