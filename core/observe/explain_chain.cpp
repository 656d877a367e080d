// SPDX-License-Identifier: GPL-3.0-or-later
// What set a request off and what it set off: sends of handlers, destinations, dead-letter queues,
// and chains that Lambda stops because they go round.

#include "core/base/units.h"
#include "core/observe/destination_record.h"
#include "core/observe/explain_parts.h"
#include "core/observe/words.h"

namespace coldstart::observe {

using journal::AttemptIndex;
using journal::Sent;
using Badge = Explanation::Badge;

namespace {

constexpr std::size_t kMostLinks = 8;
constexpr std::int64_t kMostInvocationsInAChain = 16;  // invocation-recursion

/// How often this function was invoked in the chain that led to the request, itself included.
std::int64_t timesInChain(const Scene& s) {
  std::int64_t times = 0;
  for (auto request = s.attempt.request;;) {
    const auto tries = s.index.attemptsOfRequest(request);
    const journal::Journal& journal = s.index.run().journal;
    if (!tries.empty() &&
        journal.functionOf(journal.attempts[tries.front()]) == s.source.function) {
      ++times;
    }
    const auto origin = s.index.originOf(request);
    if (!origin) return times;
    request = s.index.attempts()[*origin].request;
  }
}

void whatSetItOff(const Scene& s, Explanation& out) {
  const auto origin = s.index.originOf(s.attempt.request);
  if (!origin) return;
  const journal::Journal& journal = s.index.run().journal;
  const journal::Attempt& before = s.index.attempts()[*origin];
  const std::string sender = s.index.run().project.functions[journal.functionOf(before)].id;
  const char* why = SAY("explain", "%1 sent it, in the invocation for %2 that ended at %3.");
  const Sent::Role role = s.source.sent ? s.source.sent->role : Sent::Role::Send;
  if (s.isBatch())
    why = SAY("explain",
              "A message in it was set off by the invocation of %1 for %2, which ended at %3.");
  if (role == Sent::Role::OnSuccess)
    why =
        SAY("explain", "Lambda sent it as the record of %2, an event of %1 that succeeded at %3.");
  if (role == Sent::Role::OnFailure)
    why = SAY("explain", "Lambda sent it as the record of %2, an event of %1 given up at %3.");
  if (role == Sent::Role::DeadLetter)
    why = SAY("explain", "It is the dead letter of %2, an event of %1 given up at %3.");
  out.more.push_back(
      tell(why, {sender, requestText(before.request), clockText(s.index.endOf(before))}));
  out.links.push_back({tell(SAY("explain", "What set it off")), *origin, std::nullopt});
}

void whatItSetOff(const Scene& s, Explanation& out) {
  const auto requests = s.index.setOffBy(s.number);
  if (requests.empty()) return;
  out.more.push_back(requests.size() == 1
                         ? tell(SAY("explain", "It set off %1."), {requestText(requests.front())})
                         : tell(SAY("explain", "It set off %1 requests, the first of them %2."),
                                {formatCount(static_cast<std::int64_t>(requests.size())),
                                 requestText(requests.front())}));
  for (std::size_t i = 0; i < requests.size() && i < kMostLinks; ++i) {
    const auto tries = s.index.attemptsOfRequest(requests[i]);
    if (tries.empty()) continue;
    out.links.push_back({tell(SAY("explain", "Request %1"), {requestText(requests[i])}),
                         tries.front(), std::nullopt});
  }
}

}  // namespace

void explainLoop(const Scene& s, Explanation& out) {
  out.badge = Badge::Dropped;
  out.subject =
      tell(SAY("explain", "request %1 · recursive loop stopped"), {requestText(s.attempt.request)});
  out.question = tell(SAY("explain", "Why was %1 stopped?"), {requestText(s.attempt.request)});
  out.answer.push_back(
      tell(SAY("explain",
               "It would have been invocation %1 of %2 in one chain: what the function sends comes "
               "back to it. After about %3 Lambda takes that for a loop and stops the next one."),
           {formatCount(timesInChain(s)), s.function.id, formatCount(kMostInvocationsInAChain)}));
  out.more.push_back(tell(SAY("explain",
                              "Write to another bucket or topic, or to another prefix than the "
                              "trigger listens to. RecursiveLoop: Allow switches the detection off "
                              "for a function that means it.")));
  out.ruleName = tell(SAY("explain", "Recursive loop detection"));
  out.ruleSource = "invocation-recursion";
}

void explainDeliveries(const Scene& s, Explanation& out) {
  const auto deliveries = deliveriesAfter(s.index, s.number);
  const bool failed = s.attempt.ending != journal::Ending::Succeeded &&
                      s.attempt.ending != journal::Ending::Running;
  if (deliveries.empty() && failed && s.isEvent() && !s.attempt.retried) {
    out.more.push_back(tell(SAY("explain",
                                "The event is lost: %1 has no dead-letter queue and no on-failure "
                                "destination."),
                            {s.function.id}));
  }
  for (const Delivery& delivery : deliveries) {
    const bool letter = delivery.kind == Delivery::Kind::DeadLetter;
    const char* pattern =
        letter ? SAY("explain", "The event goes to the dead-letter queue %1, as it was.")
               : SAY("explain", "A record of it goes to %1, with the condition %2.");
    if (!delivery.arrived)
      pattern =
          SAY("explain", "Nothing at %1 could take it (%2): it is lost, and a metric counts that.");
    out.more.push_back(tell(pattern, {delivery.target.name, std::string(conditionOf(s.attempt))}));
  }
}

void explainChain(const Scene& s, Explanation& out) {
  whatSetItOff(s, out);
  whatItSetOff(s, out);
}

}  // namespace coldstart::observe
