// SPDX-License-Identifier: GPL-3.0-or-later
// Who asked for a request, and what that source makes of Lambda's answer. (services-apigateway,
// urls-invocation, with-s3, with-sns, with-eventbridge-scheduler; facts §§4.7, 6.2, 6.3)

#include "core/events/trigger_filter.h"
#include "core/observe/explain_parts.h"
#include "core/observe/logs.h"
#include "core/observe/words.h"

namespace coldstart::observe {

using project::TriggerKind;

namespace {

/// A trigger of the template; loads of the scenario are the first sources of a run.
const project::Trigger* triggerOf(const Scene& s) {
  const journal::Run& run = s.index.run();
  if (s.attempt.source >= run.scenario.loads.size()) return nullptr;
  const auto& trigger = run.scenario.loads[s.attempt.source].trigger;
  return trigger ? &run.project.triggers[*trigger] : nullptr;
}

const char* whoAsked(TriggerKind kind) {
  switch (kind) {
    case TriggerKind::S3:
      return SAY("explain",
                 "The bucket %1 sent the notification. S3 waits for Lambda's 202 alone: the event "
                 "stood in Lambda's queue from then on.");
    case TriggerKind::Sns:
      return SAY("explain",
                 "The topic %1 sends each message to all who subscribed. SNS waits for Lambda's "
                 "202 alone: the event stood in Lambda's queue from then on.");
    case TriggerKind::Schedule:
      return SAY("explain",
                 "The schedule %1 was due. EventBridge waits for Lambda's 202 alone: the event "
                 "stood in Lambda's queue from then on.");
    case TriggerKind::EventBridge:
      return SAY("explain",
                 "A rule of EventBridge for %1 let an event through. EventBridge waits for "
                 "Lambda's 202 alone: the event stood in Lambda's queue from then on.");
    case TriggerKind::RestApi:
      return SAY("explain",
                 "API Gateway asked for %1. A REST API waits for the answer, 29 s at most, and "
                 "never asks twice.");
    case TriggerKind::HttpApi:
      return SAY("explain",
                 "API Gateway asked for %1. An HTTP API waits for the answer, 30 s at most, and "
                 "never asks twice.");
    case TriggerKind::FunctionUrl:
      return SAY("explain",
                 "The function's URL asked. It waits as long as the function may run, and never "
                 "asks twice.");
    default:
      return nullptr;
  }
}

bool isGateway(TriggerKind kind) {
  return kind == TriggerKind::RestApi || kind == TriggerKind::HttpApi ||
         kind == TriggerKind::FunctionUrl;
}

}  // namespace

bool gatewayGaveUp(const Scene& s, const journal::Attempt& attempt) {
  const TriggerKind kind = s.source.trigger;
  return attempt.abandoned && (kind == TriggerKind::RestApi || kind == TriggerKind::HttpApi) &&
         (!s.source.client || s.source.client->timeout != s.source.patience);
}

void explainSource(const Scene& s, Explanation& out) {
  const project::Trigger* trigger = triggerOf(s);
  if (trigger == nullptr || s.isBatch()) return;
  const char* asked = whoAsked(trigger->kind);
  if (asked == nullptr) return;
  if (s.attempt.cause == journal::kNone)
    out.more.insert(out.more.begin(), tell(asked, {trigger->source}));
  const bool refused = journal::isThrottle(s.attempt.decision) ||
                       s.attempt.decision == journal::Decision::ServiceError;
  if (!refused || !isGateway(trigger->kind)) return;
  out.more.push_back(
      tell(trigger->kind == TriggerKind::FunctionUrl
               ? SAY("explain", "The function's URL passed that on: status %1.")
               : SAY("explain", "API Gateway hides that: it answered with status %1."),
           {std::to_string(callerResult(s.index, s.number, "").statusCode)}));
}

void explainHeldBack(const RunIndex& index, Explanation& out) {
  const journal::Run& run = index.run();
  for (const project::Load& load : run.scenario.loads) {
    if (!load.trigger || load.queue || load.stream) continue;
    const project::Trigger& trigger = run.project.triggers[*load.trigger];
    const auto match = events::letsThrough(trigger, load.message);
    if (!match || *match) continue;
    out.answer.push_back(tell(SAY("explain", "The load of %1 makes no requests."), {trigger.id}));
    out.answer.insert(out.answer.end(), match->whyNot.begin(), match->whyNot.end());
  }
}

}  // namespace coldstart::observe
