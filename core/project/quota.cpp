// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/quota.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <limits>

#include "core/base/units.h"

namespace coldstart::project {
namespace {

constexpr std::int64_t kUnlimited = std::numeric_limits<std::int32_t>::max();

// property, minimum, maximum, default, unit, member, page, remembered
constexpr std::array<Quota, 50> kQuotas{{
    {"MemorySize", 128, 10'240, 128, "MB", "memorySize", "gettingstarted-limits", false},
    {"Timeout", 1, 900, 3, "s", "timeout", "gettingstarted-limits", false},
    {"EphemeralStorage", 512, 10'240, 512, "MB", "ephemeralStorage.size", "gettingstarted-limits",
     false},
    {"PerExecutionEnvironmentMaxConcurrency", 1, 1'600, 1, "",
     "perExecutionEnvironmentMaxConcurrency", "lambda-managed-instances", false},
    {"ReservedConcurrentExecutions", 0, kUnlimited, 0, "", "reservedConcurrentExecutions",
     "configuration-concurrency", false},
    {"ProvisionedConcurrentExecutions", 1, kUnlimited, 1, "", "provisionedConcurrentExecutions",
     "provisioned-concurrency", false},
    {"MaximumRetryAttempts", 0, 2, 2, "", "maximumRetryAttempts", "invocation-async", false},
    {"MaximumEventAgeInSeconds", 60, 21'600, 21'600, "s", "maximumEventAgeInSeconds",
     "invocation-async", false},
    {"FunctionName", 1, 64, 0, "characters", "functionName", "gettingstarted-limits", false},
    {"Handler", 0, 128, 0, "characters", "handler", "API CreateFunction", false},
    {"Description", 0, 256, 0, "characters", "description", "API CreateFunction", false},
    {"AliasName", 1, 128, 0, "characters", "name", "API CreateAlias", false},
    {"LogGroup", 1, 512, 0, "characters", "loggingConfig.logGroup", "API LoggingConfig", false},
    {"EnvironmentBytes", 0, 4'096, 0, "bytes", "environment", "gettingstarted-limits", false},
    {"Layers", 0, 5, 0, "", "layers", "gettingstarted-limits", false},
    {"Architectures", 1, 1, 1, "", "architectures", "API CreateFunction", false},
    {"Tags", 0, 50, 0, "", "tags", "API TagResource", true},
    {"BatchSize", 1, 10'000, 10, "", "batchSize", "with-sqs", false},
    {"MaximumBatchingWindowInSeconds", 0, 300, 0, "s", "maximumBatchingWindowInSeconds", "with-sqs",
     false},
    {"MaximumConcurrency", 2, 1'000, 1'000, "", "scalingConfig.maximumConcurrency",
     "services-sqs-scaling", false},
    {"ConcurrentExecutions", 1, kUnlimited, 1'000, "", "concurrentExecutions",
     "gettingstarted-limits", false},
    {"UnreservedMinimum", kMinimumUnreserved, kMinimumUnreserved, kMinimumUnreserved, "",
     "unreservedConcurrentExecutions", "configuration-concurrency", false},
    {"ScalingRatePer10s", 0, kScalingRatePer10s, kScalingRatePer10s, "", "", "scaling-behavior",
     false},
    {"RequestsPerConcurrency", 0, kRequestsPerConcurrency, kRequestsPerConcurrency, "", "",
     "lambda-concurrency", false},
    {"SynchronousRequestBytes", 0, 6'291'456, 0, "bytes", "", "gettingstarted-limits", false},
    {"SynchronousResponseBytes", 0, 6'291'556, 0, "bytes", "", "gettingstarted-limits", false},
    {"AsynchronousRequestBytes", 0, 1'048'576, 0, "bytes", "", "gettingstarted-limits", false},
    {"UnzippedPackageBytes", 0, 262'144'000, 0, "bytes", "", "gettingstarted-limits", false},
    {"ZippedPackageBytes", 0, 52'428'800, 0, "bytes", "", "gettingstarted-limits", false},
    {"InitSeconds", 0, 10, 10, "s", "", "lambda-runtime-environment", false},
    {"ProvisionedInitSeconds", 0, 130, 130, "s", "", "lambda-runtime-environment", false},
    {"FirstRetryDelay", 60, 60, 60, "s", "", "invocation-async", false},
    {"SecondRetryDelay", 120, 120, 120, "s", "", "invocation-async", false},
    {"ThrottledRetryDelay", 1, 300, 1, "s", "", "invocation-async", false},
    {"SqsStartConcurrency", 5, 5, 5, "", "", "services-sqs-scaling", false},
    {"SqsAddedPerMinute", 0, 300, 300, "", "", "services-sqs-scaling", false},
    {"SqsMaximumConcurrency", 0, 1'250, 1'250, "", "", "services-sqs-scaling", false},
    {"VisibilityTimeout", 0, 43'200, 30, "s", "VisibilityTimeout", "SQS quotas", false},
    {"DelaySeconds", 0, 900, 0, "s", "DelaySeconds", "SQS quotas", false},
    {"MessageRetentionPeriod", 60, 1'209'600, 345'600, "s", "MessageRetentionPeriod", "SQS quotas",
     true},
    {"maxReceiveCount", 1, 1'000, 10, "", "maxReceiveCount", "SQS SetQueueAttributes", true},
    {"ShardCount", 1, 10'000, 1, "", "shardCount", "Kinesis quotas", true},
    {"RetentionPeriodHours", 24, 8'760, 24, "h", "retentionPeriodHours", "with-kinesis", false},
    {"ParallelizationFactor", 1, 10, 1, "", "parallelizationFactor", "with-kinesis", false},
    {"StreamRetryAttempts", -1, 10'000, -1, "", "maximumRetryAttempts", "with-kinesis", false},
    {"MaximumRecordAgeInSeconds", 60, 604'800, -1, "s", "maximumRecordAgeInSeconds", "with-kinesis",
     false},
    {"TumblingWindowInSeconds", 0, 900, 0, "s", "tumblingWindowInSeconds", "with-kinesis", false},
    {"MinimumPollers", 1, 200, 2, "", "provisionedPollerConfig.minimumPollers",
     "services-sqs-scaling", false},
    {"MaximumPollers", 1, 2'000, 200, "", "provisionedPollerConfig.maximumPollers",
     "services-sqs-scaling", false},
    {"TestEvents", 0, 10, 0, "", "", "gettingstarted-limits", false},
}};

/// "128 MB", "900 s", "4 096 bytes", "0".
std::string amount(const Quota& row, std::int64_t value) {
  const std::string number = formatCount(value);
  return row.unit.empty() ? number : number + " " + std::string(row.unit);
}

}  // namespace

std::span<const Quota> quotas() {
  return kQuotas;
}

const Quota& quota(std::string_view property) {
  for (const Quota& row : kQuotas) {
    if (row.property == property) return row;
  }
  assert(false && "no quota of this name");
  return kQuotas.front();
}

std::optional<Error> checkQuota(std::string_view property, std::int64_t value,
                                const std::string& where) {
  const Quota& row = quota(property);
  if (value >= row.minimum && value <= row.maximum) return std::nullopt;
  const bool low = value < row.minimum;
  // facts: form recorded from the service
  const std::string message = "1 validation error detected: Value '" + std::to_string(value) +
                              "' at '" + std::string(row.member) +
                              "' failed to satisfy constraint: Member must have value " +
                              (low ? "greater" : "less") + " than or equal to " +
                              std::to_string(low ? row.minimum : row.maximum);
  if (row.maximum == kUnlimited) {
    return Error{"ValidationException",
                 {"quota",
                  SAY("quota", "%1. %2 can be %3 or more."),
                  {message, std::string(property), amount(row, row.minimum)}},
                 where};
  }
  return Error{
      "ValidationException",
      {"quota",
       SAY("quota", "%1. %2 can be %3 to %4."),
       {message, std::string(property), formatCount(row.minimum), amount(row, row.maximum)}},
      where};
}

std::int64_t unreservedLeft(const Project& project) {
  std::int64_t left = project.account.concurrentExecutions;
  for (const Function& function : project.functions) left -= function.reserved.value_or(0);
  return left;
}

std::int64_t reservable(const Project& project, std::size_t function) {
  const std::int64_t own = project.functions[function].reserved.value_or(0);
  return std::max<std::int64_t>(0, unreservedLeft(project) + own - kMinimumUnreserved);
}

}  // namespace coldstart::project
