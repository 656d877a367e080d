// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The stage at one moment: what every environment is doing, how full the limits are, who was
// refused. The Flow view draws it, the toolbar counts from it, Explain quotes it.

#include <array>
#include <cstdint>
#include <vector>

#include "core/base/units.h"
#include "core/observe/run_index.h"

namespace coldstart::observe {

struct EnvironmentState {
  enum class Phase : std::uint8_t { Init, Busy, Frozen };
  journal::EnvironmentIndex environment = 0;
  Phase phase = Phase::Init;
  /// Provisioned and ready, but not usable yet: Lambda hands over all that were asked for together.
  /// Only stageAt() tells. (provisioned-concurrency)
  bool held = false;
  Instant since;           ///< When this phase began.
  Instant until = kNever;  ///< When it ends, as far as the journal knows.
  journal::AttemptIndex attempt =
      journal::kNone;  ///< The attempt it serves (Init, Busy) or served last (Frozen).
};

struct FunctionState {
  std::int32_t busy =
      0;  ///< Concurrent executions: environments in init for a request or in the handler.
  std::int32_t environments = 0;
  std::int32_t provisionedBusy = 0;   ///< Of `busy`, those that run on provisioned concurrency.
  std::int32_t provisionedReady = 0;  ///< Usable, or in use.
  std::int32_t reserved = -1;         ///< In force at this moment; -1: none.
  std::int64_t waitingEvents = 0;     ///< Async events in the queue, waiting for a retry.
  std::int64_t requests = 0;          ///< Arrived so far.
  std::int64_t coldStarts = 0;
  std::int64_t errors = 0;  ///< As AWS counts Errors.
  std::int64_t throttles = 0;
  std::int64_t turnedAway = 0;  ///< Throttled, or refused before: outage, API Gateway, loop.
  std::array<std::int64_t, 16> turnedAwayByDecision{};  ///< Index: journal::Decision.
};

struct StageState {
  Instant at;
  std::vector<EnvironmentState> environments;  ///< Alive ones, in order of start.
  std::vector<FunctionState> functions;
  std::int32_t busy = 0;          ///< All functions.
  std::int32_t accountLimit = 0;  ///< In force at this moment.
  std::int64_t throttles = 0;
  std::int64_t requests = 0;
  Money billSoFar;  ///< Invocations ended by now plus provisioned time.
};

/// What one environment, alive at t, is doing.
EnvironmentState environmentAt(const RunIndex& index, journal::EnvironmentIndex e, Instant t);

/// Costs time in proportion to the environments alive, not to the run's length.
StageState stageAt(const RunIndex& index, Instant t);

}  // namespace coldstart::observe
