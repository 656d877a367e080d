// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Read this first in core/project: what the user configured, as plain values. A Project is derived
// from a SAM template (template.h reads, validates and writes it); nothing else creates one except
// tests. Numbers that decide anything are integers: parts per million instead of fractions.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/base/time.h"
#include "core/base/units.h"

namespace coldstart::project {

inline constexpr std::int32_t kMillion = 1'000'000;

/// A distribution of durations (µs) or of memory (MB): which of the two, its owner says.
struct Distribution {
  enum class Kind : std::uint8_t { Constant, Uniform, Exponential, LogNormal, Empirical };
  Kind kind = Kind::Constant;
  std::int64_t a = 0;  ///< Constant: value. Uniform: min. Exponential: mean. LogNormal: median.
  std::int64_t b = 0;  ///< Uniform: max. LogNormal: 99th percentile.
  std::vector<std::int64_t> values;  ///< Empirical: each equally likely.
  bool operator==(const Distribution&) const = default;
};

/// How long the function's code takes, and how it behaves, when it is simulated. Durations hold at
/// 1 769 MB (one vCPU); the cpuShare part of them stretches when memory gives less.
struct WorkModel {
  Distribution init;           ///< Init phase of a new environment; does not depend on memory.
  Distribution firstDuration;  ///< First invocation in a new environment.
  Distribution duration;       ///< Every later invocation.
  std::int32_t cpuSharePpm = 0;
  Distribution maxMemoryUsed;  ///< MB.
  std::int32_t errorRatePpm = 0;
  std::vector<std::string>
      logLines;  ///< What the handler prints, one line each; %requestId is filled in.
  bool operator==(const WorkModel&) const = default;
};

enum class Architecture : std::uint8_t { X86_64, Arm64 };
enum class LogFormat : std::uint8_t { Text, Json };
enum class Level : std::uint8_t { Trace, Debug, Info, Warn, Error, Fatal };

struct Function {
  std::string id;    ///< Logical id in the template; unique.
  std::string name;  ///< FunctionName, or the logical id where the template gives none.
  std::string description;
  std::string runtime = "python3.13";
  std::string handler;
  std::string codeUri;  ///< As written in the template, relative to the project's folder.
  Architecture architecture = Architecture::X86_64;
  Memory memory{128};
  Duration timeout = Duration::seconds(3);
  Memory ephemeralStorage{512};
  std::map<std::string, std::string> environment;
  std::optional<std::int32_t> reserved;  ///< ReservedConcurrentExecutions; 0 throttles everything.
  std::optional<std::int32_t>
      provisioned;    ///< ProvisionedConcurrencyConfig of the published alias.
  std::string alias;  ///< AutoPublishAlias, "" when none.
  LogFormat logFormat = LogFormat::Text;
  Level applicationLogLevel = Level::Info;
  Level systemLogLevel = Level::Info;
  std::string logGroup;                   ///< LoggingConfig.LogGroup, "" for /aws/lambda/<name>.
  std::int32_t maximumRetryAttempts = 2;  ///< Async.
  Duration maximumEventAge = Duration::hours(6);  ///< Async.
  std::string
      deadLetterTarget;  ///< DeadLetterConfig or on-failure destination: an ARN or a logical id.
  WorkModel work;
  Distribution idleTimeout;  ///< How long an idle environment is kept.
  Distribution
      maximumAge;  ///< How old an environment may grow before it is recycled; a=0 means never.
  std::string defaultResponse;  ///< JSON text the simulated mode returns when the event's template
                                ///< declares none.
  bool operator==(const Function&) const = default;
};

enum class TriggerKind : std::uint8_t {
  Direct,
  S3,
  RestApi,
  HttpApi,
  FunctionUrl,
  Sns,
  Sqs,
  Schedule,
  EventBridge,
  Other
};

/// An entry of a function's Events: section, or a Lambda permission that wires a source to it.
struct Trigger {
  std::string id;  ///< Logical id of the event, unique in its function.
  std::size_t function = 0;
  TriggerKind kind = TriggerKind::Other;
  std::string source;  ///< Bucket, topic, queue (logical id or name), "GET /notes", or the schedule
                       ///< expression.
  std::string detail;  ///< Short text for the tree: "ObjectCreated", "batch 10" …
  bool enabled = true;
  bool operator==(const Trigger&) const = default;
};

/// Any other resource of the template: a bucket, a queue, a role …
struct Resource {
  std::string id;
  std::string type;  ///< "AWS::S3::Bucket"
  std::string name;  ///< The name the template gives it, or the logical id.
  bool operator==(const Resource&) const = default;
};

enum class InvocationType : std::uint8_t { RequestResponse, Event };

/// When requests arrive. Rates are millionths of a request a second, so that 0.9/s is exact.
struct Arrivals {
  enum class Kind : std::uint8_t { At, Constant, Poisson, Ramp, Burst, Daily, Schedule, Trace };
  Kind kind = Kind::At;
  std::vector<Instant> times;       ///< At; Trace after reading its file.
  std::int64_t perSecondMicro = 0;  ///< Constant, Poisson; Ramp: from; Daily: low.
  std::int64_t toMicro = 0;         ///< Ramp: to; Daily: high.
  std::int64_t requests = 0;        ///< Burst.
  Duration over;                    ///< Ramp, Burst.
  std::string text;                 ///< Schedule: expression. Trace: file.
  bool operator==(const Arrivals&) const = default;
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
  bool operator==(const Load&) const = default;
};

/// A change that someone makes during a run: an input with a time stamp.
struct Change {
  Instant at;
  /// "Account.ConcurrentExecutions", or a function's id and ReservedConcurrentExecutions,
  /// ProvisionedConcurrency, MemorySize or Timeout: "Thumbnail.ReservedConcurrentExecutions".
  std::string path;
  std::optional<std::int64_t> value;  ///< Empty removes the setting.
  bool operator==(const Change&) const = default;
};

struct Scenario {
  std::string name;
  std::string description;  ///< Two sentences: what to look at.
  Duration until = Duration::minutes(10);
  std::vector<Load> loads;
  std::vector<Change> changes;
  bool operator==(const Scenario&) const = default;
};

struct Account {
  std::int32_t concurrentExecutions = 1000;
  bool operator==(const Account&) const = default;
};

/// Something about the template that the user should know: not simulated, ignored, unusual.
struct Note {
  std::string where;  ///< JSON path.
  Sentence text;
};

struct Project {
  std::string name;
  std::string description;
  std::string region = "us-east-1";
  std::string accountId = "123456789012";
  WallTime startsAt{1'767'603'600'000'000};  ///< 2026-01-05T09:00:00Z, a Monday: where runs begin.
  Account account;
  std::uint64_t seed = 1;
  bool classicLogStyle = false;  ///< facts §2.5: the failure lines used until 2024.
  std::vector<Function> functions;
  std::vector<Trigger> triggers;
  std::vector<Resource> resources;
  std::vector<std::string> testEvents;  ///< "events/put.json", in alphabetical order.
  std::vector<Scenario> scenarios;
  std::vector<Note> notes;

  [[nodiscard]] std::optional<std::size_t> functionNamed(std::string_view idOrName) const;
  [[nodiscard]] const Scenario* scenarioNamed(std::string_view name) const;
};

}  // namespace coldstart::project
