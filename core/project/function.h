// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A function as the user configured it: its settings, how its work is simulated, and how its
// versions change. Part of project.h, which says what the numbers mean.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

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
  Distribution maxMemoryUsed;  ///< MB; what does not fit into the function's memory is killed.
  std::int32_t errorRatePpm = 0;
  std::vector<std::string>
      logLines;  ///< What the handler prints, one line each; %requestId is filled in.
  std::int32_t initErrorRatePpm = 0;  ///< Of init phases.
  std::int32_t crashRatePpm = 0;      ///< Of invocations: the process exits.
  Distribution restore;               ///< SnapStart: restoring the snapshot, instead of init.
  Distribution placement;  ///< Before init begins: finding a place, fetching the code. Only the
                           ///< caller sees it.
  Duration perItem;        ///< Added for each message of a batch.
  std::int32_t itemErrorRatePpm = 0;  ///< Of the messages in batches.
  /// Calls to a shared downstream in each invocation.
  struct Call {
    std::size_t downstream = 0;  ///< Index into Project::downstreams.
    std::int32_t times = 1;
    bool operator==(const Call&) const = default;
  };
  std::vector<Call> calls;
  /// What a successful invocation sends on, to a function (as an event), queue, topic or bucket.
  struct Send {
    std::string target;  ///< Logical id or ARN.
    std::int32_t times = 1;
    std::int32_t sharePpm = kMillion;  ///< Of invocations that send at all.
    std::string event{};               ///< Test event: what is sent, as its readers get it.
    std::string message{};             ///< Its text.
    bool operator==(const Send&) const = default;
  };
  std::vector<Send> sends;
  bool operator==(const WorkModel&) const = default;
};

/// How requests move from an alias's old version to a new one. (DeploymentPreference)
struct TrafficShift {
  enum class Kind : std::uint8_t { AllAtOnce, Canary, Linear };
  Kind kind = Kind::AllAtOnce;
  std::int32_t stepPpm = kMillion;  ///< Canary: the first part. Linear: each step.
  Duration interval;                ///< Canary: until the rest follows. Linear: between steps.
  bool operator==(const TrafficShift&) const = default;
};

/// Application Auto Scaling of an alias's provisioned concurrency.
struct ProvisionedScaling {
  struct Action {
    std::string schedule;  ///< cron(…), rate(…) or at(…)
    std::int32_t minimum = 0;
    std::int32_t maximum = 0;
    bool operator==(const Action&) const = default;
  };
  std::int32_t minimum = 0;
  std::int32_t maximum = 0;
  std::int32_t targetPpm = 0;  ///< Utilization to hold; 0: no target tracking.
  std::vector<Action> actions;
  bool operator==(const ProvisionedScaling&) const = default;
};

enum class Architecture : std::uint8_t { X86_64, Arm64 };
enum class Package : std::uint8_t { Zip, Image };
enum class LogFormat : std::uint8_t { Text, Json };
enum class Level : std::uint8_t { Trace, Debug, Info, Warn, Error, Fatal };

struct Function {
  std::string id;    ///< Logical id in the template; unique.
  std::string name;  ///< FunctionName, or the logical id where the template gives none.
  std::string description;
  std::string runtime = "python3.13";
  std::string handler;
  std::string codeUri;      ///< As written in the template, relative to the project's folder.
  std::string buildMethod;  ///< Metadata.BuildMethod, "makefile"; "" where `sam build` decides.
  std::vector<std::string> layers;  ///< Folders of the project's own layers, in order; likewise.
  Architecture architecture = Architecture::X86_64;
  Package package = Package::Zip;
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
  std::string deadLetterTarget;                   ///< DeadLetterConfig: an ARN or a logical id.
  std::string onFailure;                ///< Failure destination of async events, likewise.
  std::string onSuccess;                ///< Success destination, likewise.
  std::int32_t duplicateRatePpm = 0;    ///< Async events that are delivered twice.
  bool snapStart = false;               ///< Of published versions: an alias is set.
  TrafficShift trafficShift;            ///< What a deploy during a run does.
  std::int32_t previousVersionPpm = 0;  ///< Of requests, to the version before (RoutingConfig).
  std::optional<ProvisionedScaling> provisionedScaling;
  bool proactiveInit = false;  ///< A recycled environment is replaced ahead of the next request.
  std::int32_t requestsPerEnvironment = 1;  ///< At a time; more than one on Managed Instances.
  bool terminatesRecursion = true;          ///< RecursiveLoop: Terminate.
  WorkModel work;
  Distribution idleTimeout;  ///< How long an idle environment is kept.
  Distribution
      maximumAge;  ///< How old an environment may grow before it is recycled; a=0 means never.
  std::string defaultResponse;  ///< JSON text the simulated mode returns when the event's template
                                ///< declares none.
  /// Environments that take several requests at a time; provisioned concurrency takes one each.
  [[nodiscard]] bool sharesEnvironments() const {
    return requestsPerEnvironment > 1 && !provisioned;
  }
  bool operator==(const Function&) const = default;
};

}  // namespace coldstart::project
