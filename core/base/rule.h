// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Every rule of the service that Coldstart follows has a row here: what it says, the page it comes
// from, how sure we are, and the test that fails when it is broken. The fidelity page is made from
// this table. Where code applies a rule it asks holds(Rule::X), see holds.h.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "core/base/sentence.h"

namespace coldstart {

enum class Rule : std::uint8_t {
  // Concurrency
  AccountConcurrency,
  ReservedConcurrency,
  ReservedZero,
  UnreservedMinimum,
  RequestRate,
  ScalingRate,
  ProvisionedFirst,
  ProvisionedRequestRate,
  ProvisionedAllReady,
  ProvisionedPreparation,
  ProvisionedScalesOut,
  ProvisionedScalesIn,
  ProvisionedSchedule,
  // Lifecycle
  MostRecentlyUsed,
  OwnNewEnvironment,
  IdleReclaim,
  MaximumAge,
  Timeout,
  SuppressedInit,
  InitLimit,
  InitRetriedAtInvoke,
  ProvisionedInitFailure,
  ConfigurationRetires,
  VersionsApart,
  SnapStartRestores,
  ProactiveReplacement,
  RequestsPerEnvironment,
  ManagedNotByDuration,
  MemoryGivesProcessor,
  InitNotByMemory,
  OutOfMemory,
  // Asynchronous invocation
  AsyncFirstRetry,
  AsyncSecondRetry,
  AsyncAttempts,
  AsyncBackOff,
  AsyncAge,
  AsyncReservedZero,
  AsyncSystemError,
  AsyncDuplicates,
  FailureDestination,
  SuccessDestination,
  SendsOn,
  RecursionStopped,
  SourceFilters,
  // Billing
  InitBilled,
  FailedInitNotBilled,
  RestoreBilledInPart,
  UnusedInitBilled,
  ProvisionedKeptInSteps,
  SnapStartCharges,
  // Callers
  SdkAttempts,
  SdkBackOff,
  SdkRetriesRefusals,
  SdkRetryQuota,
  SdkAdaptive,
  CallerGivesUp,
  GatewayTimeLimit,
  GatewayThrottle,
  // What stands around
  ServiceOutage,
  DownstreamConnections,
  DownstreamLatency,
  PlacementUnbilled,
  // Event source mappings
  SqsReceiveTime,
  SqsLongPolling,
  BatchWindow,
  SqsStart,
  SqsGrowth,
  SqsMaximumConcurrency,
  SqsProvisionedPollers,
  SqsIdle,
  SqsBackOff,
  SqsThrottle,
  SqsDeletes,
  SqsVisibilityTimeout,
  SqsRedrive,
  SqsDelay,
  SqsRetention,
  FifoGroups,
  FifoStopsAtFailure,
  PartialBatch,
  FilterCriteria,
  StreamPollRate,
  StreamParallelization,
  StreamKeyOrder,
  StreamBlocks,
  StreamBackOff,
  StreamRetryAttempts,
  StreamBisect,
  StreamRecordAge,
  StreamCheckpoint,
  TumblingWindow,
  StreamRetention,
  Count,
};

/// How sure we are of a rule.
enum class RuleMark : std::uint8_t {
  Verified,    ///< AWS documents it, or it was recorded from the service.
  Remembered,  ///< Common knowledge without a page at hand.
  Simplified,  ///< Our assumption, or less than the service does.
};

struct RuleRow {
  Rule rule;
  std::string_view name;    ///< As the enumerator is spelled.
  const char* text;         ///< One sentence; context "rule".
  std::string_view source;  ///< A page of AWS's Developer Guide, "API Invoke", or an address.
  RuleMark mark;
  std::string_view test;  ///< "tst_engine:testFunction", which fails when the rule is broken.
};

/// One row a rule, in their order.
std::span<const RuleRow> rules();

/// Rules that are shown together: from this one up to the next chapter's first.
struct RuleChapter {
  const char* title;  ///< Context "rule".
  Rule first;
};
std::span<const RuleChapter> ruleChapters();
const char* chapterOf(Rule rule);

/// "verified", "remembered", "simplified"; context "rule".
const char* wordOf(RuleMark mark);
int countOf(RuleMark mark);

/// Where a source can be read: AWS's page, or the address itself; empty when there is none.
std::string addressOf(std::string_view source);

}  // namespace coldstart
