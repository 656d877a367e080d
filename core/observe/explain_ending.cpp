// SPDX-License-Identifier: GPL-3.0-or-later
// How attempts end, and what becomes of async events that failed or were refused.

#include <algorithm>

#include "core/base/units.h"
#include "core/observe/explain_parts.h"
#include "core/observe/logs.h"
#include "core/observe/words.h"

namespace coldstart::observe {

using journal::Attempt;
using journal::AttemptIndex;
using journal::Decision;
using journal::Ending;
using Badge = Explanation::Badge;

namespace {

constexpr std::int64_t kLongestTimeoutSeconds = 900;  // configuration-timeout

/// The sentences of the arrival stand after those of the ending: the failure is what is asked for.
void lead(Explanation& out, std::vector<Sentence> answer) {
  answer.insert(answer.end(), out.answer.begin(), out.answer.end());
  out.answer = std::move(answer);
}

void timedOut(const Scene& s, Explanation& out) {
  const std::int64_t seconds = (s.attempt.durationUs + 500'000) / 1'000'000;
  out.badge = Badge::TimedOut;
  out.question = tell(SAY("explain", "Why was %1 cut off?"), {requestText(s.attempt.request)});
  lead(out, {tell(SAY("explain",
                      "The handler was still running after %1, the time-out of %2, so "
                      "Lambda stopped it at %3."),
                  {spanText(Duration{s.attempt.durationUs}), s.function.id,
                   clockText(s.attempt.ended())})});
  out.more.push_back(tell(SAY("explain",
                              "Its environment is reset: the next invocation in it runs "
                              "init again, inside its own Duration. What is in /tmp "
                              "stays.")));
  out.ruleName = tell(SAY("explain", "Function time-out"));
  out.ruleSource = "configuration-timeout";
  if (seconds >= 1 && seconds < kLongestTimeoutSeconds) {
    const std::int64_t twice = std::min(seconds * 2, kLongestTimeoutSeconds);
    out.remedies.insert(out.remedies.begin(), {tell(SAY("explain", "What if the time-out were %1?"),
                                                    {spanText(Duration::seconds(twice))}),
                                               s.function.id + ".Timeout", twice});
  }
  if (s.function.work.cpuSharePpm > 0 && s.function.memory.mb <= 5'120) {
    const std::int64_t twice = std::int64_t{s.function.memory.mb} * 2;
    out.remedies.push_back({tell(SAY("explain", "What if it had %1?"),
                                 {formatMemory(Memory{s.function.memory.mb * 2})}),
                            s.function.id + ".MemorySize", twice});
  }
}

/// The outage of its function in which the invocation began.
const project::Outage* outageOf(const Scene& s) {
  const Instant began = s.attempt.began();
  for (const project::Outage& outage : s.index.run().scenario.outages) {
    if (outage.kind == project::Outage::Kind::Function && outage.target == s.source.function &&
        outage.from <= began && began < outage.to && outage.errorPpm > 0)
      return &outage;
  }
  return nullptr;
}

void handlerError(const Scene& s, Explanation& out) {
  out.badge = Badge::Error;
  out.question = tell(SAY("explain", "Why did %1 fail?"), {requestText(s.attempt.request)});
  const std::string after = spanText(Duration{s.attempt.durationUs});
  const project::Outage* outage = outageOf(s);
  const bool drawn = !s.index.run().live && s.function.work.errorRatePpm > 0;
  if (outage == nullptr && !drawn) {
    lead(out, {tell(SAY("explain", "The handler raised an error after %1."), {after})});
  } else if (outage == nullptr) {
    lead(out, {tell(SAY("explain",
                        "The handler raised an error after %1. In simulated mode the "
                        "function's ErrorRate decides which invocations do."),
                    {after})});
  } else {
    lead(out, {tell(SAY("explain",
                        "The handler raised an error after %1: it began in an outage that "
                        "the scenario sets, from %2 to %3."),
                    {after, clockText(outage->from), clockText(outage->to)})});
  }
  out.more.push_back(tell(SAY("explain",
                              "The environment lives on and stays warm: only the "
                              "invocation failed.")));
  out.ruleName = tell(SAY("explain", "Function errors"));
  out.ruleSource = "invocation-retries";
}

}  // namespace

void explainEnding(const Scene& s, Explanation& out) {
  const Ending ending = s.attempt.ending;
  if (ending == Ending::TimedOut) timedOut(s, out);
  if (ending == Ending::HandlerError) handlerError(s, out);
  explainFailure(s, out);
  if (s.attempt.abandoned || !journal::isError(ending) || s.isEvent() || s.isBatch()) return;
  const CallerResult result = callerResult(s.index, s.number, "");
  if (result.functionError.empty()) {
    out.more.push_back(tell(SAY("explain", "What asked for it answered with status %1."),
                            {std::to_string(result.statusCode)}));
  } else {
    out.more.push_back(tell(SAY("explain",
                                "The caller got status %1 with the header "
                                "X-Amz-Function-Error: Unhandled. Lambda does not try a "
                                "synchronous request again."),
                            {"200"}));
  }
}

void explainDrop(const Scene& s, Explanation& out) {
  out.badge = Badge::Dropped;
  out.question =
      tell(SAY("explain", "Why was the event of %1 given up?"), {requestText(s.attempt.request)});
  const std::int32_t tries = s.tryNumber() - 1;
  if (s.attempt.ending == Ending::ReservedZero) {
    out.answer.push_back(tell(SAY("explain",
                                  "%1 reserves 0 concurrent executions, so its events "
                                  "leave the queue without being tried."),
                              {s.function.id}));
    out.ruleName = tell(SAY("explain", "Reserved concurrency 0"));
    out.ruleSource = "configuration-concurrency";
    out.remedies.push_back({tell(SAY("explain", "What if nothing were reserved?")),
                            s.function.id + ".ReservedConcurrentExecutions", std::nullopt});
  } else {
    out.answer.push_back(
        tell(SAY("explain",
                 "The event had waited %1, the most that %2 allows "
                 "(MaximumEventAgeInSeconds). Tries before: %3."),
             {spanText(s.function.maximumEventAge), s.function.id, formatCount(tries)}));
    out.ruleName = tell(SAY("explain", "Maximum age of an event"));
    out.ruleSource = "invocation-async-error-handling";
  }
}

void explainTries(const Scene& s, Explanation& out) {
  const Attempt& a = s.attempt;
  if (!s.isEvent()) return;
  const auto all = s.index.attempts();
  if (a.cause != journal::kNone) {
    const Attempt& before = all[a.cause];
    if (a.ran() && a.ending == Ending::Succeeded && !journal::isCold(a.decision)) {
      out.badge = Badge::Retry;
      out.question = tell(SAY("explain", "Why was %1 tried again?"), {requestText(a.request)});
    }
    const bool refused =
        journal::isThrottle(before.decision) || before.decision == Decision::ServiceError;
    const char* why = a.duplicate && before.ending == Ending::Succeeded
                          ? SAY("explain",
                                "This is try %1 of the event, though the one before went well %2 "
                                "earlier: the queue delivers at least once.")
                      : refused ? SAY("explain",
                                      "This is try %1 of the event: the one before was refused, "
                                      "so the queue kept it for %2.")
                                : SAY("explain",
                                      "This is try %1 of the event: the one before failed, so "
                                      "the queue kept it for %2.");
    out.more.push_back(
        tell(why, {formatCount(s.tryNumber()), spanText(a.arrived - s.index.endOf(before))}));
    out.links.push_back({tell(SAY("explain", "The try before")), a.cause, std::nullopt});
  }
  if (const auto retry = s.index.retryOf(s.number)) {
    out.more.push_back(
        tell(SAY("explain", "The queue handed the event over again at %1, %2 later."),
             {clockText(all[*retry].arrived), spanText(all[*retry].arrived - s.index.endOf(a))}));
    out.links.push_back({tell(SAY("explain", "The next try")), *retry, std::nullopt});
    return;
  }
  const bool failed = a.ending != Ending::Succeeded && a.ending != Ending::Running;
  if (a.retried) {
    out.more.push_back(
        tell(SAY("explain", "The event was still in the queue when the run ended.")));
    return;
  }
  if (failed && a.ran()) {
    out.more.push_back(
        tell(SAY("explain",
                 "That was the last of %1 tries "
                 "(MaximumRetryAttempts is %2)."),
             {formatCount(s.tryNumber()), formatCount(s.function.maximumRetryAttempts)}));
  }
  explainDeliveries(s, out);
}

}  // namespace coldstart::observe
