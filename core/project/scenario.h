// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A scenario: who sends what and when, what is changed meanwhile, and what breaks. Part of
// project.h.

#include <compare>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/project/function.h"

namespace coldstart::project {

enum class InvocationType : std::uint8_t { RequestResponse, Event };

/// Requests that were recorded somewhere: core/traces makes it of a file. Each comes at a moment,
/// or only how many came in each bin is known; where in their bin is then drawn at random.
struct Trace {
  std::vector<Instant> times;         ///< In order.
  std::vector<Duration> durations;    ///< To be played: one for each of the times, or none.
  std::vector<std::uint32_t> counts;  ///< Requests in each bin; then times is empty.
  Instant firstBin;                   ///< When the first bin begins; may lie before the run.
  Duration bin;
  Instant end = kNever;  ///< Requests of the last bin at or after this do not come.
};

/// What a load wants of a trace's file.
struct TraceSelection {
  std::string file;
  std::string format;    ///< "" to find out.
  std::string function;  ///< As the file names it, or its rank: "1" is the busiest; "": all.
  std::string from;      ///< A span since the beginning, or a moment of the calendar; or "".
  std::string to;
  std::int64_t scaleMillionths = kMillion;  ///< 2 000 000 plays it twice as fast.
  bool playDurations = false;
  auto operator<=>(const TraceSelection&) const = default;
};

/// When requests arrive. Rates are millionths of a request a second, so that 0.9/s is exact.
struct Arrivals {
  enum class Kind : std::uint8_t { At, Constant, Poisson, Ramp, Burst, Daily, Schedule, Trace };
  Kind kind = Kind::At;
  std::vector<Instant> times;          ///< At.
  std::int64_t perSecondMicro = 0;     ///< Constant, Poisson; Ramp: from; Daily: low.
  std::int64_t toMicro = 0;            ///< Ramp: to; Daily: high.
  std::int64_t requests = 0;           ///< Burst.
  Duration over;                       ///< Ramp, Burst.
  std::string text;                    ///< Schedule: expression. Trace: file.
  std::shared_ptr<const Trace> trace;  ///< Trace, once its file was read; shared by copies.
  bool operator==(const Arrivals&) const = default;
};

/// How whoever sends the requests of a load behaves when one fails. (AWS SDKs: retry behavior)
struct Client {
  enum class Retries : std::uint8_t { None, Legacy, Standard, Adaptive };
  Retries retries = Retries::None;
  std::int32_t maximumAttempts = 0;   ///< 0: the mode's own.
  std::optional<Duration> timeout{};  ///< Gives up waiting for an answer, and may retry.
  bool jitter = true;
  bool operator==(const Client&) const = default;
};

struct Load {
  std::string label;                   ///< Shown on the stage; "" means the target's name.
  std::size_t function = 0;            ///< Resolved target.
  std::optional<std::size_t> trigger;  ///< Set when the load targets a trigger.
  InvocationType type = InvocationType::RequestResponse;
  std::string event;  ///< "events/put.json", or "".
  Arrivals arrivals;
  std::optional<Instant> start;
  std::optional<Instant> end;
  /// An earlier load of the scenario whose arrivals this one shares: a topic's fan-out.
  std::optional<std::size_t> sameArrivalsAs;
  std::optional<std::size_t> queue;   ///< Sends messages to this queue instead of invoking.
  std::optional<std::size_t> stream;  ///< Likewise records to this stream.
  std::int32_t groups = 1;  ///< Message groups or partition keys that messages are spread over.
  bool poison = false;      ///< Its messages make the handler fail whenever a batch has one.
  std::string message;      ///< What its messages hold, for filters: the text of its event.
  std::optional<Client> client;
  bool operator==(const Load&) const = default;
};

/// A change that someone makes during a run: an input with a time stamp.
struct Change {
  Instant at;
  /// "Account.ConcurrentExecutions", or a function's id and ReservedConcurrentExecutions,
  /// ProvisionedConcurrency, MemorySize, Timeout or Deploy (new code):
  /// "Thumbnail.ReservedConcurrentExecutions".
  std::string path;
  std::optional<std::int64_t> value;  ///< Empty removes the setting.
  bool operator==(const Change&) const = default;
};

/// A time in which something is broken for everyone at once.
struct Outage {
  enum class Kind : std::uint8_t { Function, Downstream, Service };
  Kind kind = Kind::Function;
  std::size_t target = 0;  ///< Index of the function or downstream; Service: unused.
  Instant from;
  Instant to;
  std::int32_t errorPpm = kMillion;     ///< Share of what fails meanwhile.
  std::int64_t slowdownPpm = kMillion;  ///< Durations or latencies are multiplied by this.
  bool operator==(const Outage&) const = default;
};

struct Scenario {
  std::string name;
  std::string description;  ///< Two sentences: what to look at.
  Duration until = Duration::minutes(10);
  std::vector<Load> loads;
  std::vector<Change> changes;
  std::vector<Outage> outages;
  bool operator==(const Scenario&) const = default;
};

}  // namespace coldstart::project
