// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What the engine tells its driver to do.

#include <cstdint>

#include "core/journal/attempt.h"

namespace coldstart::engine {

/// The engine's name for an environment while it lives; reused after.
using Slot = std::uint32_t;
inline constexpr Slot kNoSlot = 0xFFFF'FFFF;

/// What a caller asks for: a new request of this source, or one that was tried before.
struct Asking {
  std::uint16_t source = 0;
  bool again = false;
  std::uint32_t request = 0;                    ///< If again.
  journal::AttemptIndex last = journal::kNone;  ///< The try before, if it has a record.
};

/// The way of a request through functions that set each other off.
using LineageIndex = std::uint32_t;
inline constexpr LineageIndex kNoLineage = 0xFFFF'FFFF;  ///< It came from outside.

/// What set a request off: an attempt of this run.
struct Origin {
  journal::AttemptIndex attempt = journal::kNone;
  LineageIndex lineage = kNoLineage;
};

/// An invocation that went well, or an asynchronous event that was done with; of functions that
/// send something then.
struct Settled {
  journal::AttemptIndex attempt = journal::kNone;
  LineageIndex lineage = kNoLineage;
  std::uint16_t function = 0;
  bool succeeded = false;
  bool isEvent = false;
};

/// What the driver must do now.
struct Order {
  enum class Kind : std::uint8_t {
    None,
    Wait,   ///< Admitted to an environment still in init: a Run will follow.
    Place,  ///< Find a place for a new environment; report placed().
    Start,  ///< Start an execution environment; report initEnded().
    Run,    ///< Run the environment's attempt; report invocationEnded().
    Stop,   ///< The environment is gone; nothing to report.
  };
  Kind kind = Kind::None;
  bool firstInvocation = false;  ///< Run: the first in this environment.
  bool suppressedInit = false;   ///< Run: it was reset; init runs again in this invocation.
  bool initFailed = false;       ///< Run: because init had failed; if it fails again, so does this.
  bool provisioned = false;      ///< Start: for provisioned concurrency, not for a request.
  bool restore = false;          ///< Start: restore the version's SnapStart snapshot.
  std::uint16_t function = 0;
  Slot slot = kNoSlot;
  std::uint16_t items = 0;  ///< Run: how many messages a poller's batch has.
  bool poisoned = false;    ///< Run: one of them makes the handler fail.
  std::uint64_t spare = 0;  ///< See below.
};
// An order is returned for every request. In two registers its bytes, written one by one, would be
// read back together, and the processor would wait for each of them to arrive in memory first.
static_assert(sizeof(Order) > 16);

}  // namespace coldstart::engine
