// SPDX-License-Identifier: GPL-3.0-or-later
// What happened between the caller and Lambda: why a caller tried again or stopped waiting, and
// what turned a request away before or instead of Lambda.

#include <algorithm>

#include "core/base/units.h"
#include "core/observe/explain_parts.h"
#include "core/observe/logs.h"
#include "core/observe/words.h"

namespace coldstart::observe {

using journal::Attempt;
using journal::Decision;
using project::Client;
using project::TriggerKind;
using Badge = Explanation::Badge;

namespace {

std::string modeName(const Client& client) {
  switch (client.retries) {
    case Client::Retries::Legacy:
      return "legacy";
    case Client::Retries::Standard:
      return "standard";
    case Client::Retries::Adaptive:
      return "adaptive";
    case Client::Retries::None:
      break;
  }
  return "none";
}

/// What the caller got from the attempt, as its SDK sees it.
std::string answerOf(const Scene& s, journal::AttemptIndex number) {
  if (const Attempt& a = s.index.attempts()[number]; a.abandoned && !gatewayGaveUp(s, a))
    return "time-out";
  return std::to_string(callerResult(s.index, number, "").statusCode);
}

void triedAgain(const Scene& s, Explanation& out) {
  const Attempt& before = s.index.attempts()[s.attempt.cause];
  const Instant answered =
      before.abandoned ? before.arrived + s.source.patience.value_or(Duration{}) : before.ended();
  out.more.push_back(
      tell(SAY("explain",
               "This is try %1 of the same request: the one before had ended with %2, and the "
               "caller's SDK (retry mode %3) waited %4 before it asked again."),
           {formatCount(s.tryNumber()), answerOf(s, s.attempt.cause), modeName(*s.source.client),
            spanText(s.attempt.arrived - answered)}));
  if (before.abandoned && before.ended() > s.attempt.arrived) {
    out.more.push_back(tell(SAY("explain",
                                "The try before was still running then: the same work is done "
                                "twice, and paid twice.")));
  }
  if (out.badge == Badge::Warm || out.badge == Badge::Provisioned) {
    out.badge = Badge::Retry;
    out.question =
        tell(SAY("explain", "Why was %1 tried again?"), {requestText(s.attempt.request)});
    out.ruleName = tell(SAY("explain", "Retries of the AWS SDKs"));
    out.ruleSource = "invocation-retries";
  }
  out.links.push_back({tell(SAY("explain", "The try before")), s.attempt.cause, std::nullopt});
}

void whatTheCallerDid(const Scene& s, Explanation& out) {
  const Attempt& a = s.attempt;
  if (const auto retry = s.index.retryOf(s.number)) {
    const Instant again = s.index.attempts()[*retry].arrived;
    out.more.push_back(tell(SAY("explain", "The caller got %1 and asked again at %2."),
                            {answerOf(s, s.number), clockText(again)}));
    out.links.push_back({tell(SAY("explain", "The next try")), *retry, std::nullopt});
  } else if (a.retried) {
    out.more.push_back(
        tell(SAY("explain", "The caller was about to ask again when the run ended.")));
  } else if (answerOf(s, s.number) != "200" && s.source.client->retries != Client::Retries::None) {
    out.more.push_back(
        tell(SAY("explain",
                 "The caller gave up with try %1: its attempts were used up, or its retry quota "
                 "was empty."),
             {formatCount(s.tryNumber())}));
  }
}

void abandoned(const Scene& s, Explanation& out) {
  const Duration patience = s.source.patience.value_or(Duration{});
  const Instant then = s.attempt.arrived + patience;
  out.more.push_back(
      gatewayGaveUp(s, s.attempt)
          ? tell(SAY("explain",
                     "API Gateway waits %1 for its integration and answered %4 at %2. The "
                     "function did not notice: it ran for %3 more, and that is billed."),
                 {spanText(patience), clockText(then), spanText(s.index.endOf(s.attempt) - then),
                  s.source.trigger == TriggerKind::HttpApi ? "503" : "504"})
          : tell(SAY("explain",
                     "The caller stopped waiting after %1, at %2. The function did not "
                     "notice: it ran for %3 more, and that is billed."),
                 {spanText(patience), clockText(then), spanText(s.index.endOf(s.attempt) - then)}));
}

}  // namespace

void explainRefusal(const Scene& s, Explanation& out) {
  out.badge = Badge::Throttled;
  out.question = tell(SAY("explain", "Why was %1 refused?"), {requestText(s.attempt.request)});
  if (s.attempt.decision == Decision::GatewayThrottled) {
    const project::Account& account = s.index.run().project.account;
    out.subject = tell(SAY("explain", "request %1 · 429 Too Many Requests"),
                       {requestText(s.attempt.request)});
    out.answer.push_back(
        tell(SAY("explain",
                 "API Gateway lets %1 requests a second of this account through, and %2 at once. "
                 "At %3 that was used up, so it answered 429 itself; Lambda was not asked."),
             {formatCount(account.gatewayRate), formatCount(account.gatewayBurst),
              clockText(s.attempt.arrived)}));
    out.ruleName = tell(SAY("explain", "Throttling in API Gateway"));
    out.ruleSource = "API Gateway quotas";
    return;
  }
  out.badge = Badge::Error;
  out.subject =
      tell(SAY("explain", "request %1 · 500 ServiceException"), {requestText(s.attempt.request)});
  out.answer.push_back(tell(SAY("explain",
                                "The scenario has an outage of Lambda at %1, and this request met "
                                "it: the service answered 500 and ran nothing."),
                            {clockText(s.attempt.arrived)}));
  out.ruleName = tell(SAY("explain", "Errors of the service"));
  out.ruleSource = "invocation-retries";
}

void explainCaller(const Scene& s, Explanation& out) {
  if (s.isEvent()) return;
  if (s.source.client && s.attempt.cause != journal::kNone) triedAgain(s, out);
  if (s.attempt.abandoned) abandoned(s, out);
  if (s.source.client) whatTheCallerDid(s, out);
}

void explainPlacement(const Scene& s, Explanation& out) {
  const journal::Environment& e = s.index.environments()[s.attempt.environment];
  if (!journal::isCold(s.attempt.decision) || s.attempt.waitUs <= e.initUs) return;
  const auto& live = s.index.run().live;
  if (live && live->isAttached(s.attempt.environment)) {
    out.more.push_back(tell(SAY("explain",
                                "It waited %1 until a process was attached. Lambda would have "
                                "started one."),
                            {spanText(Duration{s.attempt.waitUs - e.initUs})}));
    return;
  }
  out.more.push_back(tell(SAY("explain",
                              "Of the wait, %1 went into finding a place and fetching the code, "
                              "before init began. No log shows that, and nobody is billed for it."),
                          {spanText(Duration{s.attempt.waitUs - e.initUs})}));
}

void explainCalls(const Scene& s, Explanation& out) {
  if (s.attempt.ending != journal::Ending::HandlerError) return;
  const project::Project& project = s.index.run().project;
  for (const project::WorkModel::Call& call : s.function.work.calls) {
    const project::Downstream& downstream = project.downstreams[call.downstream];
    if (downstream.connections <= 0) continue;
    std::int64_t there = 0;
    for (const journal::EnvironmentIndex e : s.index.aliveAt(s.attempt.began())) {
      const auto& calls = project.functions[s.index.environments()[e].function].work.calls;
      there += std::ranges::any_of(
          calls, [&](const auto& other) { return other.downstream == call.downstream; });
    }
    out.more.push_back(
        tell(SAY("explain",
                 "It calls %1, which takes %2 connections; %3 environments that call it existed "
                 "at that moment. A call that finds no free connection fails."),
             {downstream.id, formatCount(downstream.connections), formatCount(there)}));
  }
}

}  // namespace coldstart::observe
