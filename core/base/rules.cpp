// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <cstdlib>

#include "core/base/holds.h"
#include "core/base/poller_rules.h"

namespace coldstart {
namespace {

using enum RuleMark;

constexpr std::array kFirstRules{
    RuleRow{Rule::AccountConcurrency, "AccountConcurrency",
            SAY("rule",
                "Functions without a reserve share the account's unreserved concurrency; "
                "a request beyond it gets 429 ConcurrentInvocationLimitExceeded."),
            "lambda-concurrency", Verified, "tst_engine:concurrencyLimits"},
    RuleRow{Rule::ReservedConcurrency, "ReservedConcurrency",
            SAY("rule", "A reserve belongs to its function and caps it."),
            "configuration-concurrency", Verified, "tst_engine:concurrencyLimits"},
    RuleRow{Rule::ReservedZero, "ReservedZero",
            SAY("rule", "Reserved concurrency 0 throttles every request."),
            "configuration-concurrency", Verified, "tst_engine:concurrencyLimits"},
    RuleRow{Rule::UnreservedMinimum, "UnreservedMinimum",
            SAY("rule",
                "At least 100 of the account's concurrency stay unreserved; a reserve that "
                "would take them is refused."),
            "configuration-concurrency", Verified, "tst_lifecycle:reserveLeavesAHundred"},
    RuleRow{Rule::RequestRate, "RequestRate",
            SAY("rule", "Ten requests a second for each unit of concurrency."),
            "lambda-concurrency", Verified, "tst_engine:requestsPerSecond"},
    RuleRow{Rule::ScalingRate, "ScalingRate",
            SAY("rule",
                "Up to 1 000 new environments for each function in ten seconds, refilled "
                "without pause."),
            "scaling-behavior", Verified, "tst_engine:scalingRateRefillsWithoutPause"},
    RuleRow{Rule::ProvisionedFirst, "ProvisionedFirst",
            SAY("rule",
                "Requests take provisioned environments first and spill over to on-demand "
                "ones."),
            "provisioned-concurrency", Verified, "tst_provisioned:spillsOver"},
    RuleRow{Rule::ProvisionedRequestRate, "ProvisionedRequestRate",
            SAY("rule",
                "Provisioned concurrency serves ten requests a second for each unit; more "
                "spill over."),
            "provisioned-concurrency", Verified, "tst_provisioned:spillsOverBeyondItsRequestRate"},
    RuleRow{Rule::ProvisionedAllReady, "ProvisionedAllReady",
            SAY("rule",
                "No provisioned environment is used until all that were asked for are "
                "ready."),
            "provisioned-concurrency", Verified, "tst_provisioned:noneIsUsableBeforeAllAre"},
    RuleRow{Rule::ProvisionedPreparation, "ProvisionedPreparation",
            SAY("rule",
                "Allocating provisioned concurrency begins after a minute or two, taken as "
                "90 s, then up to 6 000 environments a minute."),
            "provisioned-concurrency", Simplified, "tst_provisioned:allocationIsPreparedAndRamped"},
    RuleRow{Rule::ProvisionedScalesOut, "ProvisionedScalesOut",
            SAY("rule",
                "Target tracking adds provisioned concurrency after three minutes in a row "
                "whose average utilization was over the target."),
            "provisioned-concurrency", Verified, "tst_scaling:scalesOutAfterThreeMinutes"},
    RuleRow{Rule::ProvisionedScalesIn, "ProvisionedScalesIn",
            SAY("rule",
                "It takes some away after fifteen minutes in a row under nine tenths of the "
                "target; a minute without an invocation counts for neither."),
            "provisioned-concurrency", Remembered, "tst_scaling:scalesInAfterFifteen"},
    RuleRow{Rule::ProvisionedSchedule, "ProvisionedSchedule",
            SAY("rule",
                "A scheduled action moves the bounds of provisioned concurrency, and what is "
                "outside them follows at once."),
            "provisioned-concurrency", Verified, "tst_scaling:scheduledActionsMoveTheBounds"},

    RuleRow{Rule::MostRecentlyUsed, "MostRecentlyUsed",
            SAY("rule", "Of several idle environments the most recently used one is taken."),
            "no published rule", Remembered, "tst_engine:warmRequestTakesTheMostRecentlyUsed"},
    RuleRow{Rule::OwnNewEnvironment, "OwnNewEnvironment",
            SAY("rule",
                "A request that finds no idle environment waits for its own new one, even "
                "if another becomes free first."),
            "lambda-concurrency", Remembered, "tst_engine:coldRequestWaitsForItsOwnEnvironment"},
    RuleRow{Rule::IdleReclaim, "IdleReclaim",
            SAY("rule",
                "An idle environment is reclaimed after a time drawn for it; without a "
                "setting, 5 to 7 minutes."),
            "https://mikhail.io/serverless/coldstarts/aws/intervals/", Simplified,
            "tst_engine:idleEnvironmentIsReclaimed"},
    RuleRow{Rule::MaximumAge, "MaximumAge",
            SAY("rule",
                "An environment is recycled at an age drawn for it, even under traffic; "
                "without a setting, a median of 6 hours."),
            "lambda-runtime-environment", Simplified, "tst_engine:oldEnvironmentStops"},
    RuleRow{Rule::Timeout, "Timeout",
            SAY("rule", "An invocation is cut off at the function's time-out."),
            "lambda-runtime-environment", Verified, "tst_simulate:longWorkTimesOut"},
    RuleRow{Rule::SuppressedInit, "SuppressedInit",
            SAY("rule",
                "After a time-out or a crash the environment is reset: init runs again "
                "inside the next invocation, at its cost."),
            "lambda-runtime-environment", Verified, "tst_engine:timeoutResetsTheEnvironment"},
    RuleRow{Rule::InitLimit, "InitLimit",
            SAY("rule",
                "Init may take 10 s on demand; provisioned, 130 s or the function's "
                "time-out, whichever is longer."),
            "lambda-runtime-environment", Verified, "tst_lifecycle:initIsCutOff"},
    RuleRow{Rule::InitRetriedAtInvoke, "InitRetriedAtInvoke",
            SAY("rule",
                "An init that failed or took too long runs again with the first "
                "invocation, under the function's time-out."),
            "lambda-runtime-environment", Verified, "tst_lifecycle:failedInitRunsAgain"},
    RuleRow{Rule::ProvisionedInitFailure, "ProvisionedInitFailure",
            SAY("rule",
                "If the init of a provisioned environment fails, the allocation fails: "
                "FUNCTION_ERROR_INIT_FAILURE."),
            "provisioned-concurrency", Verified, "tst_lifecycle:provisionedInitFailure"},
    RuleRow{Rule::ConfigurationRetires, "ConfigurationRetires",
            SAY("rule",
                "New code or configuration starts new environments; the old ones go after "
                "their current invocation."),
            "lambda-runtime-environment", Remembered, "tst_engine:configurationChangeRetires"},
    RuleRow{Rule::VersionsApart, "VersionsApart",
            SAY("rule", "Versions never share environments; an alias spreads requests by weight."),
            "configuration-aliases", Verified, "tst_lifecycle:aliasSpreadsByWeight"},
    RuleRow{Rule::SnapStartRestores, "SnapStartRestores",
            SAY("rule",
                "With SnapStart a published version restores a snapshot instead of running "
                "init."),
            "snapstart", Verified, "tst_lifecycle:snapStartRestores"},
    RuleRow{Rule::ProactiveReplacement, "ProactiveReplacement",
            SAY("rule",
                "With the option set, a recycled environment is replaced ahead of the next "
                "request; Lambda may initialise environments proactively."),
            "lambda-runtime-environment", Simplified, "tst_lifecycle:replacesAhead"},
    RuleRow{Rule::RequestsPerEnvironment, "RequestsPerEnvironment",
            SAY("rule",
                "On Lambda Managed Instances an environment takes as many requests at a time as "
                "is set. Here each place has its own process, log stream and row, a crash resets "
                "only its own, and environments start when a request finds no free place."),
            "lambda-managed-instances", Simplified, "tst_managed:sharesAnEnvironment"},
    RuleRow{Rule::ManagedNotByDuration, "ManagedNotByDuration",
            SAY("rule",
                "A function on Managed Instances pays for requests, not for duration. The "
                "instances' price and its 15 % fee are not in our bill."),
            "https://aws.amazon.com/lambda/pricing/", Simplified, "tst_managed:paysForRequests"},
    RuleRow{Rule::MemoryGivesProcessor, "MemoryGivesProcessor",
            SAY("rule", "Memory gives processor time in proportion, one vCPU at 1 769 MB."),
            "configuration-memory", Verified, "tst_simulate:lessMemoryStretchesTheProcessorsShare"},
    RuleRow{Rule::InitNotByMemory, "InitNotByMemory",
            SAY("rule", "Init runs with a boost and does not depend on memory."),
            "https://github.com/maxday/lambda-perf", Verified, "tst_lifecycle:initIgnoresMemory"},
    RuleRow{Rule::OutOfMemory, "OutOfMemory",
            SAY("rule",
                "An environment that needs more memory than configured is killed half-way "
                "through its invocation and reset; when exactly is our assumption."),
            "lambda-runtime-environment", Simplified, "tst_lifecycle:outOfMemoryKills"},

    RuleRow{Rule::AsyncFirstRetry, "AsyncFirstRetry",
            SAY("rule", "The first retry of an event whose function failed comes after a minute."),
            "invocation-async-error-handling", Verified,
            "tst_async_queue:functionErrorsAreRetriedAfterOneAndTwoMinutes"},
    RuleRow{Rule::AsyncSecondRetry, "AsyncSecondRetry",
            SAY("rule", "The second retry comes two minutes after that."),
            "invocation-async-error-handling", Verified,
            "tst_async_queue:functionErrorsAreRetriedAfterOneAndTwoMinutes"},
    RuleRow{Rule::AsyncAttempts, "AsyncAttempts",
            SAY("rule", "MaximumRetryAttempts, 0 to 2, limits the retries after function errors."),
            "invocation-async-error-handling", Verified, "tst_async_queue:attemptsAreLimited"},
    RuleRow{Rule::AsyncBackOff, "AsyncBackOff",
            SAY("rule",
                "A throttled event goes back to the queue and is tried again after 1 s, "
                "doubling up to 5 minutes, without using up retries."),
            "invocation-async-error-handling", Verified, "tst_async_queue:throttledEventsBackOff"},
    RuleRow{Rule::AsyncAge, "AsyncAge",
            SAY("rule", "An event older than MaximumEventAgeInSeconds is dropped."),
            "invocation-async-error-handling", Verified, "tst_async_queue:oldEventsAreDropped"},
    RuleRow{Rule::AsyncReservedZero, "AsyncReservedZero",
            SAY("rule",
                "With reserved concurrency 0 an event goes to its failure destination at "
                "once."),
            "configuration-concurrency", Verified, "tst_async_queue:reservedZeroDropsAtOnce"},
    RuleRow{Rule::AsyncSystemError, "AsyncSystemError",
            SAY("rule",
                "An event that met an error of the service is tried again like a throttled one, "
                "without using up retries."),
            "invocation-async-error-handling", Verified, "tst_callers:eventsOutlastAnOutage"},
    RuleRow{Rule::AsyncDuplicates, "AsyncDuplicates",
            SAY("rule",
                "The queue delivers at least once: with a DuplicateRate some events come a second "
                "time, within 30 s."),
            "invocation-async", Simplified, "tst_chains:someEventsComeTwice"},
    RuleRow{Rule::FailureDestination, "FailureDestination",
            SAY("rule",
                "An event that failed for good goes to the dead-letter queue as it was, and to the "
                "on-failure destination as a record."),
            "invocation-async-retain-records", Verified, "tst_chains:failuresGoToBothTargets"},
    RuleRow{Rule::SuccessDestination, "SuccessDestination",
            SAY("rule", "An event that succeeded goes to the on-success destination as a record."),
            "invocation-async-retain-records", Verified, "tst_chains:successesGoOn"},
    RuleRow{Rule::SendsOn, "SendsOn",
            SAY("rule",
                "What a handler sends to functions, queues, topics and buckets of the template "
                "arrives a millisecond after its end."),
            "lambda-invocation", Simplified, "tst_chains:handlersSendOn"},
    RuleRow{Rule::RecursionStopped, "RecursionStopped",
            SAY("rule",
                "Lambda stops a function's next invocation after 16 in one chain of functions, "
                "queues, topics and buckets; a batch belongs to the longest chain of its "
                "messages."),
            "invocation-recursion", Simplified, "tst_chains:aLoopIsStopped"},
    RuleRow{Rule::SourceFilters, "SourceFilters",
            SAY("rule",
                "A bucket hands over what has its notification's prefix and suffix, a topic what "
                "its filter policy matches, a bus what its rule's pattern matches."),
            "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-patterns.html",
            Verified, "tst_sources:filtersHoldBack"},

    RuleRow{Rule::InitBilled, "InitBilled",
            SAY("rule", "Since August 2025 init is part of the billed duration of every start."),
            "https://aws.amazon.com/lambda/pricing/", Verified,
            "tst_bill:billsWhatEndedByThePlayhead"},
    RuleRow{Rule::FailedInitNotBilled, "FailedInitNotBilled",
            SAY("rule",
                "An init that failed is billed where it runs again, as part of that "
                "invocation; the failed one itself is taken as free."),
            "lambda-runtime-environment", Simplified,
            "tst_bill:failedInitIsBilledWhereItRunsAgain"},
    RuleRow{Rule::RestoreBilledInPart, "RestoreBilledInPart",
            SAY("rule",
                "Of restoring a snapshot, what follows the resumed snapshot is billed, taken "
                "as a third of it."),
            "snapstart", Simplified, "tst_bill:restoresAreChargedByRuntime"},
    RuleRow{Rule::UnusedInitBilled, "UnusedInitBilled",
            SAY("rule",
                "Init of an environment that was started ahead is billed even if it never "
                "serves a request."),
            "provisioned-concurrency", Remembered, "tst_bill:initAheadIsPaidEvenUnused"},
    RuleRow{Rule::ProvisionedKeptInSteps, "ProvisionedKeptInSteps",
            SAY("rule",
                "Provisioned concurrency is paid for as long as it is kept, rounded up to five "
                "minutes."),
            "https://aws.amazon.com/lambda/pricing/", Verified,
            "tst_bill:provisionedConcurrencyIsKeptInStepsOfFiveMinutes"},
    RuleRow{Rule::SnapStartCharges, "SnapStartCharges",
            SAY("rule",
                "SnapStart costs a cache charge for each published version, three hours at "
                "least, and a charge for each restore; Java has neither."),
            "https://aws.amazon.com/lambda/pricing/", Remembered,
            "tst_bill:restoresAreChargedByRuntime"},
    RuleRow{Rule::SdkAttempts, "SdkAttempts",
            SAY("rule",
                "An AWS SDK makes at most 5 attempts in legacy mode and 3 in standard and "
                "adaptive mode, the first included."),
            "Boto3 guide: retries", Verified, "tst_callers:modesHaveTheirAttempts"},
    RuleRow{Rule::SdkBackOff, "SdkBackOff",
            SAY("rule",
                "Before a retry an SDK waits a random part of 1 s, doubling with each try, "
                "at most 20 s."),
            "Boto3 guide: retries", Verified, "tst_callers:backOffDoubles"},
    RuleRow{Rule::SdkRetriesRefusals, "SdkRetriesRefusals",
            SAY("rule",
                "An SDK tries again after 429, 5xx and time-outs, never after an error of the "
                "function, which is an answer with status 200."),
            "invocation-retries", Verified, "tst_callers:functionErrorsAreNotRetried"},
    RuleRow{Rule::SdkRetryQuota, "SdkRetryQuota",
            SAY("rule",
                "In standard and adaptive mode retries share 500 tokens: 5 for each, 10 after "
                "a time-out, given back by success. A load counts as one client."),
            "AWS SDKs guide: retry behavior", Simplified, "tst_callers:theQuotaEndsAStorm"},
    RuleRow{Rule::SdkAdaptive, "SdkAdaptive",
            SAY("rule",
                "After a throttle an adaptive client sends at 70 % of its rate and grows back "
                "in a straight line, where the SDK follows a cubic curve."),
            "AWS SDKs guide: retry behavior", Simplified, "tst_callers:adaptiveSlowsDown"},
    RuleRow{Rule::CallerGivesUp, "CallerGivesUp",
            SAY("rule",
                "A caller that has waited for its time-out gives up; the invocation goes on, and "
                "a retry does the work twice."),
            "invocation-sync", Remembered, "tst_callers:givingUpDoublesTheWork"},
    RuleRow{Rule::GatewayTimeLimit, "GatewayTimeLimit",
            SAY("rule",
                "API Gateway waits 29 s for an integration of a REST API and 30 s of an HTTP API, "
                "then answers 504 (an HTTP API 503)."),
            "API Gateway quotas", Verified, "tst_callers:gatewayWaitsTwentyNineSeconds"},
    RuleRow{Rule::GatewayThrottle, "GatewayThrottle",
            SAY("rule",
                "API Gateway lets 10 000 requests a second of the account through, from a bucket "
                "of 5 000; the rest get 429 and Lambda never sees them."),
            "API Gateway quotas", Verified, "tst_callers:gatewayHasALimitOfItsOwn"},
    RuleRow{Rule::ServiceOutage, "ServiceOutage",
            SAY("rule",
                "While an outage of Lambda lasts, its share of the requests gets 500 "
                "ServiceException."),
            "API_Invoke", Simplified, "tst_callers:outagesOfTheService"},
    RuleRow{Rule::DownstreamConnections, "DownstreamConnections",
            SAY("rule",
                "A downstream takes so many connections; a call that finds none fails, and its "
                "invocation with it."),
            "no published rule", Simplified, "tst_downstreams:connectionsAreLimited"},
    RuleRow{Rule::DownstreamLatency, "DownstreamLatency",
            SAY("rule",
                "A call takes longer the more calls are under way, by the curve of its "
                "downstream."),
            "no published rule", Simplified, "tst_downstreams:latencyGrowsWithTheLoad"},
    RuleRow{Rule::PlacementUnbilled, "PlacementUnbilled",
            SAY("rule",
                "Finding a place and fetching the code come before init: the caller waits for "
                "them, no log shows them and nobody is billed."),
            "no published rule", Simplified, "tst_downstreams:placementIsSeenByTheCallerAlone"},
};

/// One array of two.
template <std::size_t M, std::size_t N>
constexpr auto joined(const std::array<RuleRow, M>& first, const std::array<RuleRow, N>& second) {
  std::array<RuleRow, M + N> all{};
  std::copy(first.begin(), first.end(), all.begin());
  std::copy(second.begin(), second.end(), all.begin() + M);
  return all;
}
constexpr auto kRules = joined(kFirstRules, kPollerRules);
static_assert(kRules.size() == static_cast<std::size_t>(Rule::Count));
static_assert([] {
  for (std::size_t i = 0; i < kRules.size(); ++i) {
    if (kRules[i].rule != static_cast<Rule>(i)) return false;
  }
  return true;
}());

}  // namespace

std::span<const RuleRow> rules() {
  return kRules;
}

#ifdef COLDSTART_BREAKABLE
bool holds(Rule rule) {
  static const std::size_t broken = [] {
    const char* name = std::getenv("COLDSTART_BREAK");  // NOLINT(concurrency-mt-unsafe)
    std::size_t i = 0;
    while (name != nullptr && i < kRules.size() && kRules[i].name != name) ++i;
    return name == nullptr ? kRules.size() : i;
  }();
  return static_cast<std::size_t>(rule) != broken;
}
#endif

}  // namespace coldstart
