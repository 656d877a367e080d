// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The engine's own working state, laid out for speed: one row for each live environment, function
// and source. Nobody outside core/engine reads it; what others need is in the journal.

#include <cstdint>
#include <limits>
#include <vector>

#include "core/engine/order.h"
#include "core/engine/sampler.h"
#include "core/events/schedule_expression.h"
#include "core/journal/attempt.h"
#include "core/project/project.h"

namespace coldstart::engine {

enum class Phase : std::uint8_t {
  Free,  ///< No environment: the slot waits for the next one.
  Init,
  Held,  ///< Provisioned and initialised, waiting until all that were requested are.
  Busy,
  Idle,
};

/// What an environment is started for.
enum class StartFor : std::uint8_t { Request, Provisioned, Proactive };

/// Who is told how an attempt ended.
enum class Asker : std::uint8_t {
  Caller,      ///< Nobody here: a synchronous caller waits outside.
  EventQueue,  ///< The queue of asynchronous events.
  Poller,      ///< An event source mapping.
};

struct LiveEnvironment {
  Slot newer = kNoSlot;  ///< Neighbours in the list of idle ones, by the moment they became idle.
  Slot older = kNoSlot;
  Instant since;           ///< When the invocation began.
  Instant deadline;        ///< When it is reclaimed if it stays idle.
  Instant timer = kNever;  ///< The earliest entry for it among the timers.
  Instant oldAt = kNever;  ///< When it has reached its maximum age.
  Duration idleTimeout;
  std::uint64_t birth = 0;  ///< Rank by creation.
  journal::EnvironmentIndex environment = journal::kNone;
  journal::AttemptIndex attempt = journal::kNone;
  std::uint16_t function = 0;
  Phase phase = Phase::Free;
  // A byte each: bits that were just written cannot be read back without waiting for them.
  bool provisioned = false;
  bool used = false;        ///< Has run an invocation.
  bool first = false;       ///< Runs its first one, or has run no other.
  bool reset = false;       ///< Its process was lost: init runs again in the next invocation.
  bool initFailed = false;  ///< … because init had failed.
  bool serves = false;      ///< Has an attempt, in init or in the handler.
  bool placing = false;     ///< In init as far as others see, but init has not begun.
  bool previous = false;    ///< Of the version that a deploy is replacing.
  Asker asker = Asker::Caller;
  journal::StopReason leaving = journal::StopReason::Alive;  ///< Stop after the invocation.
};

/// Idle environments, the most recent last.
struct IdleList {
  Slot newest = kNoSlot;
  Slot oldest = kNoSlot;
  std::int32_t size = 0;
};

/// A quota of so many a second, counted in whole seconds of the run's clock.
struct SecondCount {
  std::int64_t ends = std::numeric_limits<std::int64_t>::min();
  std::int64_t used = 0;
  bool take(Instant t, std::int64_t limit) {
    if (t.us >= ends) {
      ends = (t.us / 1'000'000 + 1) * 1'000'000;
      used = 0;
    }
    if (used >= limit) return false;
    ++used;
    return true;
  }
};

struct Provisioning {
  std::int32_t usable = 0;  ///< Of those alive: handed over, READY.
  std::int32_t requested = 0;
  std::int32_t alive = 0;         ///< Started and not to be stopped: in init, held, idle or busy.
  std::int32_t initialising = 0;  ///< Of these: in init.
  std::int32_t busy = 0;
  std::int32_t announced = 0;  ///< `usable` as the journal's changes last told it.
  IdleList idle{};
  std::vector<Slot> held{};
  Instant nextStart = kNever;
  SecondCount rate{};
  std::int32_t scaling = -1;  ///< Its row among those that Application Auto Scaling looks after.
};

/// What Application Auto Scaling knows of one function.
struct ScalingRow {
  struct Action {
    events::ScheduleExpression schedule;
    std::int32_t minimum = 0;
    std::int32_t maximum = 0;
    Instant next = kNever;
  };
  std::uint16_t function = 0;
  std::int32_t minimum = 0;
  std::int32_t maximum = 0;
  std::int32_t targetPpm = 0;
  WallTime startsAt{};
  std::vector<Action> actions{};
  std::int64_t busyUs = 0;  ///< Σ in use × time of this minute, up to `since`.
  Instant since{};
  bool ran = false;       ///< Something ran in this minute.
  std::int32_t high = 0;  ///< Datapoints over the target in a row.
  std::int32_t low = 0;   ///< … and well under it.
};

struct alignas(64) FunctionRow {
  // What every request touches stands first: with a thousand functions each line counts.
  SecondCount rate{};
  std::int64_t rateLimit = 0;  ///< Requests a second.
  std::int32_t reserved = -1;
  std::int32_t busy = 0;         ///< On demand.
  std::int32_t limit = 0;        ///< On demand: reserved less provisioned, or no limit of its own.
  std::int32_t previousPpm = 0;  ///< Of requests, to the version before this one.
  IdleList idle{};
  std::int32_t peakBusy = 0;
  std::int32_t environments = 0;
  std::int32_t seats = 1;  ///< Requests that an environment takes at a time.
  std::uint16_t index = 0;
  bool isReserved = false;
  bool tells = false;  ///< Sends something when it is done.
  Memory memory;
  Duration timeout;
  Provisioning provisioned{};
  std::int64_t scalingFullAt = std::numeric_limits<std::int64_t>::min() / 2;
  std::int32_t peakEnvironments = 0;
  std::int32_t initialising = 0;
  std::int64_t waitingEvents = 0;
  std::int32_t maximumRetryAttempts = 2;
  Duration maximumEventAge;
  std::int32_t duplicatePpm = 0;    ///< Of events, delivered twice.
  bool terminatesRecursion = true;  ///< RecursiveLoop: Terminate.
  std::uint8_t version = 0;         ///< Published version that new environments get; 0: $LATEST.
  std::uint8_t previousVersion = 0;
  bool snapStart = false;
  bool proactive = false;      ///< Recycled environments are replaced ahead.
  IdleList previousIdle{};     ///< Its idle environments.
  IdleList opening{};          ///< Slots without a request in environments still in init.
  Instant nextShift = kNever;  ///< When more requests move to the new version.
  project::TrafficShift shift{};
  Random versions;    ///< Which version a request goes to.
  Random duplicates;  ///< Which events are delivered twice, and when.
  Sampler idleTimeout;
  Sampler maximumAge;
  bool ages = false;    ///< A maximum age is set.
  bool places = false;  ///< Finding a place takes time.
  std::string id;
};

/// A request on its way: how often it was tried, and since when it waits.
struct EventProgress {
  Instant received;
  journal::AttemptIndex last = journal::kNone;
  std::uint16_t source = 0;
  std::uint8_t failures = 0;
  std::uint8_t throttles = 0;  ///< In a row.
  std::uint32_t request = 0;
  LineageIndex lineage = kNoLineage;
  bool again = false;      ///< Was tried before.
  bool duplicate = false;  ///< Is delivered a second time.
};

/// What the record of an attempt says when it is written.
struct Verdict {
  journal::EnvironmentIndex environment = journal::kNone;
  journal::Decision decision = journal::Decision::Warm;
  journal::Ending ending = journal::Ending::Running;
  bool retried = false;
  bool reused = false;
};

/// Whether attempts are recorded now, and when that changes.
struct Recording {
  bool on = true;
  bool partly = false;  ///< Not every time is: the sums are of everything.
  Instant turn = kNever;
  journal::AttemptIndex last = journal::kNone;  ///< Of the latest attempt.
};

struct SourceRow {
  std::uint16_t function = 0;
  bool isEvent = false;
  bool sends = false;  ///< Messages or records for pollers.
};

}  // namespace coldstart::engine
