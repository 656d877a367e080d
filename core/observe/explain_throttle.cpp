// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "core/observe/bill.h"
#include "core/observe/concurrency_curve.h"
#include "core/observe/explain_parts.h"
#include "core/observe/logs.h"
#include "core/observe/words.h"
#include "core/project/quota.h"

namespace coldstart::observe {

using journal::Decision;

namespace {

constexpr const char* kAccountSetting = "Account.ConcurrentExecutions";

std::string setting(const Scene& s, const char* name) {
  return s.function.id + "." + name;
}

void rule(Explanation& out, const char* name, std::string page) {
  out.ruleName = tell(name);
  out.ruleSource = std::move(page);
}

Sentence ofLimit(std::int64_t used, std::int64_t limit) {
  return tell(SAY("explain", "%1 of %2"), {formatCount(used), formatCount(limit)});
}

void accountFull(const Scene& s, Explanation& out) {
  const std::int32_t kept = s.accountLimit - s.unreservedLimit;
  if (kept == 0) {
    out.answer.push_back(
        tell(SAY("explain",
                 "At %1 all %2 concurrent executions that the account allows were in "
                 "use, so there was no room for another."),
             {clockText(s.attempt.arrived), formatCount(s.accountLimit)}));
  } else {
    out.answer.push_back(
        tell(SAY("explain",
                 "The account allows %1 concurrent executions, and %2 of them are kept "
                 "for functions that reserved them. At %3 all %4 that are left for the "
                 "others were in use."),
             {formatCount(s.accountLimit), formatCount(kept), clockText(s.attempt.arrived),
              formatCount(s.unreservedLimit)}));
  }
  if (s.idle > 0) {
    out.more.push_back(tell(SAY("explain",
                                "%2 had idle environments (%1), but they do not help "
                                "while the limit is reached."),
                            {formatCount(s.idle), s.function.id}));
  }
  const std::int32_t others = s.unreservedBusy - s.busy;
  if (others > s.busy) {
    out.more.push_back(tell(SAY("explain",
                                "Other functions used %1 of them. A reserve would "
                                "keep a share for %2."),
                            {formatCount(others), s.function.id}));
  }
  rule(out, SAY("explain", "Account concurrency quota"), "lambda-concurrency");
  const std::int64_t twice = std::int64_t{s.accountLimit} * 2;
  out.remedies.push_back(
      {tell(SAY("explain", "What if the account allowed %1?"), {formatCount(twice)}),
       kAccountSetting, twice});
  const std::int64_t reserve = std::max<std::int64_t>(
      1, std::min<std::int64_t>(s.accountLimit / 2, s.accountLimit - project::kMinimumUnreserved));
  if (others > s.busy && s.reserved < 0) {
    out.remedies.push_back({tell(SAY("explain", "What if %1 were reserved for %2?"),
                                 {formatCount(reserve), s.function.id}),
                            setting(s, "ReservedConcurrentExecutions"), reserve});
  }
}

void scalingRate(const Scene& s, Explanation& out) {
  out.answer.push_back(
      tell(SAY("explain",
               "Lambda starts at most %1 new environments of a function every %2. At %3 "
               "that was used up and all %4 environments of %5 were busy."),
           {formatCount(project::kScalingRatePer10s), "10 s", clockText(s.attempt.arrived),
            formatCount(s.busy), s.function.id}));
  out.more.push_back(tell(SAY("explain",
                              "The allowance refills without pause: one more environment "
                              "every %1."),
                          {"10 ms"}));
  rule(out, SAY("explain", "Function scaling rate"), "scaling-behavior");
  const std::int64_t wanted =
      std::min<std::int64_t>(s.unreservedLimit / 2, std::int64_t{s.busy} / 2 + 1);
  out.remedies.push_back(
      {tell(SAY("explain", "What if %1 were provisioned?"), {formatCount(wanted)}),
       setting(s, "ProvisionedConcurrency"), wanted});
}

void reservedFull(const Scene& s, Explanation& out) {
  const std::int32_t kept = std::max(s.provisioned, 0);
  if (kept == 0 && s.reserved == 1) {
    out.answer.push_back(
        tell(SAY("explain",
                 "%1 reserves 1 concurrent execution, and at %2 that one "
                 "was in use until %3."),
             {s.function.id, clockText(s.attempt.arrived), clockText(s.firstFree)}));
  } else if (kept == 0) {
    out.answer.push_back(
        tell(SAY("explain",
                 "%1 reserves %2 concurrent executions, and at %3 all %2 were in use. The "
                 "first was free again at %4."),
             {s.function.id, formatCount(s.reserved), clockText(s.attempt.arrived),
              clockText(s.firstFree)}));
  } else {
    out.answer.push_back(
        tell(SAY("explain",
                 "%1 reserves %2 concurrent executions, of which %3 are provisioned. At "
                 "%4 both the provisioned ones and the other %5 were in use."),
             {s.function.id, formatCount(s.reserved), formatCount(kept),
              clockText(s.attempt.arrived), formatCount(s.reserved - kept)}));
  }
  out.more.push_back(tell(SAY("explain",
                              "A reserve is a guarantee and a ceiling at once: the rest "
                              "of the account's %1 does not help."),
                          {formatCount(s.accountLimit)}));
  rule(out, SAY("explain", "Reserved concurrency"), "configuration-concurrency");
  const std::int64_t twice = std::int64_t{s.reserved} * 2;
  if (twice <= s.accountLimit - project::kMinimumUnreserved) {
    out.remedies.push_back({tell(SAY("explain", "What if %1 were reserved?"), {formatCount(twice)}),
                            setting(s, "ReservedConcurrentExecutions"), twice});
  }
  out.remedies.push_back({tell(SAY("explain", "What if nothing were reserved?")),
                          setting(s, "ReservedConcurrentExecutions"), std::nullopt});
}

void reservedZero(const Scene& s, Explanation& out) {
  out.answer.push_back(tell(SAY("explain",
                                "%1 reserves 0 concurrent executions. That switches a "
                                "function off: every request is refused."),
                            {s.function.id}));
  rule(out, SAY("explain", "Reserved concurrency 0"), "configuration-concurrency");
  out.remedies.push_back({tell(SAY("explain", "What if nothing were reserved?")),
                          setting(s, "ReservedConcurrentExecutions"), std::nullopt});
}

void requestRate(const Scene& s, Explanation& out) {
  const bool reserved = s.attempt.decision == Decision::ThrottledReservedRate;
  const std::int64_t concurrency = reserved ? s.reserved : s.accountLimit;
  out.answer.push_back(
      tell(reserved ? SAY("explain",
                          "With %1 reserved, %2 takes at most %3 requests a second, ten "
                          "for each concurrent execution. This was number %4 of its "
                          "second.")
                    : SAY("explain",
                          "With %1 concurrent executions in the account, %2 takes at most "
                          "%3 requests a second, ten for each. This was number %4 of its "
                          "second."),
           {formatCount(concurrency), s.function.id,
            formatCount(concurrency * project::kRequestsPerConcurrency),
            formatCount(s.requestsThisSecond())}));
  out.more.push_back(tell(SAY("explain",
                              "Only %1 of its environments were busy: with handlers this "
                              "short the rate is reached before the concurrency."),
                          {formatCount(s.busy + s.provisionedBusy)}));
  rule(out, SAY("explain", "Requests per second quota"), "lambda-concurrency");
  out.remedies.push_back(reserved
                             ? Remedy{tell(SAY("explain", "What if %1 were reserved?"),
                                           {formatCount(concurrency * 2)}),
                                      setting(s, "ReservedConcurrentExecutions"), concurrency * 2}
                             : Remedy{tell(SAY("explain", "What if the account allowed %1?"),
                                           {formatCount(concurrency * 2)}),
                                      kAccountSetting, concurrency * 2});
}

void figures(const Scene& s, Explanation& out) {
  out.figures.push_back({tell(SAY("explain", "Busy in the shared pool")),
                         ofLimit(s.unreservedBusy, s.unreservedLimit)});
  out.figures.push_back({tell(SAY("explain", "Busy of %1"), {s.function.id}),
                         plain(formatCount(s.busy + s.provisionedBusy))});
  out.figures.push_back(
      {tell(SAY("explain", "Reserved for %1"), {s.function.id}),
       s.reserved < 0 ? tell(SAY("explain", "none")) : plain(formatCount(s.reserved))});
  out.figures.push_back({tell(SAY("explain", "Scaling budget left")),
                         ofLimit(s.scalingLeft(), project::kScalingRatePer10s)});
  out.figures.push_back({tell(SAY("explain", "Reason sent")),
                         plain(std::string(throttleReason(s.attempt.decision)))});
}

}  // namespace

void explainThrottle(const Scene& s, Explanation& out) {
  out.badge = Explanation::Badge::Throttled;
  out.subject = tell(SAY("explain", "request %1 · 429 TooManyRequestsException"),
                     {requestText(s.attempt.request)});
  out.question = tell(SAY("explain", "Why was %1 refused?"), {requestText(s.attempt.request)});
  switch (s.attempt.decision) {
    case Decision::ThrottledAccount:
      accountFull(s, out);
      break;
    case Decision::ThrottledScalingRate:
      scalingRate(s, out);
      break;
    case Decision::ThrottledReserved:
      reservedFull(s, out);
      break;
    case Decision::ThrottledReservedZero:
      reservedZero(s, out);
      break;
    default:
      requestRate(s, out);
      break;
  }
  figures(s, out);
  const bool retries =
      s.source.client && s.source.client->retries != project::Client::Retries::None;
  if (!s.isEvent() && !s.isBatch() && !retries) {
    out.more.push_back(tell(SAY("explain",
                                "Nobody tries again by itself: the caller got status %1 "
                                "at once. A refused request costs nothing."),
                            {"429"}));
  }
}

}  // namespace coldstart::observe
