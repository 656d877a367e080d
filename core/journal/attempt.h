// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The two records a run is made of. An Attempt is one try of one request: when it arrived, what was
// decided and why, when the handler began and ended, where, and how. An Environment is one
// execution environment. The engine writes them, everything shown is computed from them, nothing
// else is kept.

#include <cstdint>

#include "core/base/time.h"

namespace coldstart::journal {

using AttemptIndex = std::uint32_t;
using EnvironmentIndex = std::uint32_t;
inline constexpr std::uint32_t kNone = 0xFFFF'FFFF;

/// What the engine decided when the attempt arrived, and the reason.
enum class Decision : std::uint8_t {
  Warm,              ///< An idle environment existed; the most recently used one was taken.
  ColdFirst,         ///< The function had no environment at all, so one was started.
  ColdAllBusy,       ///< Every environment of the function was busy, so one more was started.
  Provisioned,       ///< A provisioned environment was idle.
  ColdSpillover,     ///< Provisioned environments were all busy; an on-demand one was started.
  WarmSpillover,     ///< Provisioned environments were all busy; an idle on-demand one was taken.
  ThrottledAccount,  ///< 429 ConcurrentInvocationLimitExceeded: unreserved account concurrency
                     ///< full.
  ThrottledScalingRate,  ///< 429 ConcurrentInvocationLimitExceeded: 1 000 new environments per 10 s
                         ///< used up.
  ThrottledReserved,     ///< 429 ReservedFunctionConcurrentInvocationLimitExceeded.
  ThrottledReservedZero,  ///< The same with reserved concurrency 0.
  ThrottledRequestRate,  ///< 429 FunctionInvocationRateLimitExceeded: 10 × concurrency per second.
  ThrottledReservedRate,  ///< 429 ReservedFunctionInvocationRateLimitExceeded: 10 × reserved per
                          ///< second.
  Dropped,                ///< An async event left the queue without being tried: see Ending.
  ServiceError,           ///< 500 ServiceException: an outage of the scenario.
  GatewayThrottled,       ///< 429 from API Gateway's own limit; Lambda was not asked.
  RecursionStopped,       ///< Recursive-loop detection refused the invocation.
};

constexpr bool isThrottle(Decision d) {
  return d >= Decision::ThrottledAccount && d <= Decision::ThrottledReservedRate;
}
/// Got no environment: throttled, or turned away by an outage, API Gateway or loop detection.
constexpr bool isTurnedAway(Decision d) {
  return d >= Decision::ThrottledAccount && d != Decision::Dropped;
}
constexpr bool isAdmitted(Decision d) {
  return d <= Decision::WarmSpillover;
}
constexpr bool isCold(Decision d) {
  return d == Decision::ColdFirst || d == Decision::ColdAllBusy || d == Decision::ColdSpillover;
}

/// How the attempt ended.
enum class Ending : std::uint8_t {
  Running,  ///< Not yet (only at the end of a run that was cut off, or in a live journal).
  Succeeded,
  HandlerError,  ///< The handler raised; the environment lives on.
  TimedOut,      ///< Cut off at the function's timeout; the environment is reset.
  Throttled,     ///< Refused; never ran.
  AgeExceeded,   ///< Async event dropped: MaximumEventAgeInSeconds passed.
  ReservedZero,  ///< Async event dropped at once: reserved concurrency is 0.
  Crashed,       ///< The process exited (Runtime.ExitError); the environment is reset.
  OutOfMemory,   ///< Killed for its memory (Runtime.OutOfMemory); the environment is reset.
  InitFailed,    ///< Init had failed and failed again with this invocation.
  Refused,       ///< Never ran, and not throttled by Lambda: see Decision.
};

/// Ran and failed: what AWS counts as Errors.
constexpr bool isError(Ending e) {
  return e == Ending::HandlerError || e == Ending::TimedOut || e == Ending::Crashed ||
         e == Ending::OutOfMemory || e == Ending::InitFailed;
}
/// Leaves an environment whose process must start again: init runs in its next invocation.
constexpr bool resets(Ending e) {
  return isError(e) && e != Ending::HandlerError;
}

/// One try of one request. Kept in order of arrival; `arrived` never decreases.
struct Attempt {
  Instant arrived;             ///< Of a retry: when the queue, or the caller, tried again.
  std::uint32_t request = 0;   ///< Number of the request, from 0, in order of first arrival.
  AttemptIndex cause = kNone;  ///< The attempt this one retries.
  EnvironmentIndex environment = kNone;
  std::uint32_t waitUs = 0;      ///< Arrival to start of the handler (init included when cold).
  std::uint32_t durationUs = 0;  ///< Handler time; a timed-out one is cut to the timeout.
  std::uint16_t source = 0;      ///< Index into Journal::sources: who asked, and which function.
  Decision decision : 6 = Decision::Warm;
  bool abandoned : 1 = false;  ///< Whoever asked had stopped waiting before it ended.
  bool duplicate : 1 = false;  ///< The async queue delivered an event it had delivered before.
  Ending ending : 5 = Ending::Running;
  /// The async queue kept the event, or the caller means to try again: a later attempt follows
  /// unless the run ends before.
  bool retried : 1 = false;
  bool again : 1 = false;   ///< The request was tried before, also where that has no record.
  bool reused : 1 = false;  ///< Its environment ran another before, likewise.

  [[nodiscard]] constexpr Instant began() const { return arrived + Duration{waitUs}; }
  [[nodiscard]] constexpr Instant ended() const { return began() + Duration{durationUs}; }
  [[nodiscard]] constexpr bool ran() const { return environment != kNone; }
};
static_assert(sizeof(Attempt) == 32);

enum class StopReason : std::uint8_t {
  Alive,
  Idle,
  Age,
  ConfigurationChanged,
  ProvisionedRemoved,
  ProvisionedInitFailed,  ///< Init of a provisioned environment failed.
  ProcessGone,            ///< Live: it was a process that the developer had attached.
};

/// How the init phase ended.
enum class InitStatus : std::uint8_t { Succeeded, Failed, TimedOut };

/// The length of an init phase that has not ended (only while a run goes on).
inline constexpr std::uint32_t kStillInInit = 0xFFFF'FFFF;

/// One execution environment, in order of start.
struct Environment {
  Instant started;  ///< Init, or the restore of a snapshot, began.
  Instant stopped = kNever;
  std::uint32_t initUs = 0;    ///< Length of the init phase, or of the restore.
  AttemptIndex cause = kNone;  ///< The attempt it was started for; kNone: provisioned, proactive.
  std::uint16_t function = 0;
  std::uint16_t memoryMb = 128;  ///< The function's memory when it started.
  std::uint16_t maxMemoryUsedMb = 0;
  StopReason stop : 3 = StopReason::Alive;
  InitStatus initStatus : 2 = InitStatus::Succeeded;
  bool restored : 1 = false;   ///< From a SnapStart snapshot.
  bool proactive : 1 = false;  ///< Started ahead of any request.
  bool provisioned : 1 = false;
  std::uint8_t version : 7 = 0;  ///< Published version, from 1; 0 is $LATEST.
  /// One more place for a request in the environment recorded before it, which takes several at a
  /// time: the same init, one environment with it.
  bool shares : 1 = false;

  [[nodiscard]] constexpr Instant ready() const { return started + Duration{initUs}; }
};
static_assert(sizeof(Environment) == 32);

}  // namespace coldstart::journal
