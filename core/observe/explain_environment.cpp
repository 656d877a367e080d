// SPDX-License-Identifier: GPL-3.0-or-later
// Why an environment was started, what it did and why it went.

#include "core/base/units.h"
#include "core/observe/explain.h"
#include "core/observe/log_text.h"
#include "core/observe/logs.h"
#include "core/observe/words.h"

namespace coldstart::observe {

using journal::Environment;
using journal::EnvironmentIndex;
using journal::StopReason;

namespace {

void whyStarted(const RunIndex& index, const Environment& e, EnvironmentIndex number,
                Explanation& out) {
  const project::Function& function = index.run().project.functions[e.function];
  if (e.provisioned) {
    out.answer.push_back(tell(SAY("explain",
                                  "Environment %1 was initialised in advance, because provisioned "
                                  "concurrency keeps environments of %2 ready."),
                              {environmentText(number), function.id}));
    out.more.push_back(tell(SAY("explain",
                                "None of the environments that were asked for together can be used "
                                "until all of them are ready.")));
    return;
  }
  if (e.proactive) {
    out.answer.push_back(tell(SAY("explain",
                                  "Lambda started environment %1 ahead of the next request of %2, "
                                  "to replace one that had grown too old."),
                              {environmentText(number), function.id}));
  }
  if (e.cause == journal::kNone || e.proactive) return;
  const journal::Attempt& cause = index.attempts()[e.cause];
  out.answer.push_back(
      cause.decision == journal::Decision::ColdFirst
          ? tell(SAY("explain",
                     "Request %1 arrived at %2 and found no environment of %3, so Lambda "
                     "started this one."),
                 {requestText(cause.request), clockText(cause.arrived), function.id})
          : tell(SAY("explain",
                     "Request %1 arrived at %2 and found every environment of %3 busy, so "
                     "Lambda started this one."),
                 {requestText(cause.request), clockText(cause.arrived), function.id}));
  out.links.push_back(
      {tell(SAY("explain", "Request %1, which it was started for"), {requestText(cause.request)}),
       e.cause, std::nullopt});
}

/// The change that made new environments necessary.
const journal::AppliedChange* whatReplaced(const RunIndex& index, const Environment& e) {
  const std::string& id = index.run().project.functions[e.function].id;
  const journal::AppliedChange* found = nullptr;
  for (const journal::AppliedChange& change : index.run().journal.changes) {
    const bool replaces = change.path == id + ".Deploy" || change.path == id + ".MemorySize" ||
                          change.path == id + ".Timeout";
    if (replaces && !change.refused && change.at <= e.stopped) found = &change;
  }
  return found;
}

void howItCameUp(const RunIndex& index, const Environment& e, EnvironmentIndex number,
                 Explanation& out) {
  const bool failed = e.initStatus != journal::InitStatus::Succeeded;
  if (e.restored && !failed) {
    out.answer.push_back(tell(SAY("explain",
                                  "No init ran: it was restored from the snapshot of version %1, "
                                  "which took %2."),
                              {versionText(e), spanText(Duration{e.initUs})}));
  }
  if (const auto& live = index.run().live; live && live->isFastStart(number)) {
    out.answer.push_back(
        tell(SAY("explain",
                 "Fast starts are on: its interpreter had been started ahead, so this init is "
                 "shorter than a cold start on Lambda. Only the function's own code was loaded.")));
  }
  if (!failed || e.provisioned) return;
  const bool timedOut = e.initStatus == journal::InitStatus::TimedOut;
  out.answer.push_back(tell(
      e.restored
          ? SAY("explain", "Restoring it failed after %1, so init ran with the first invocation.")
      : timedOut
          ? SAY("explain", "Its init was cut off after %1 and ran again with the first invocation.")
          : SAY("explain", "Its init failed after %1 and ran again with the first invocation."),
      {spanText(Duration{e.initUs})}));
}

void whyStopped(const RunIndex& index, const Environment& e, Instant idleSince, Explanation& out) {
  switch (e.stop) {
    case StopReason::Alive:
      out.answer.push_back(tell(SAY("explain", "It still existed when the run ended.")));
      break;
    case StopReason::Idle:
      out.answer.push_back(
          tell(SAY("explain", "After %1 without a request Lambda removed it at %2."),
               {spanText(e.stopped - idleSince), clockText(e.stopped)}));
      out.more.push_back(
          tell(SAY("explain",
                   "AWS does not say how long an idle environment is kept. Here it is "
                   "drawn from the function's IdleTimeout, which follows published "
                   "measurements.")));
      break;
    case StopReason::Age:
      out.answer.push_back(
          tell(SAY("explain",
                   "At %1 it was %2 old, and Lambda replaces environments every few "
                   "hours even when they are in use."),
               {clockText(e.stopped), spanText(e.stopped - e.started)}));
      break;
    case StopReason::ConfigurationChanged: {
      const journal::AppliedChange* what = whatReplaced(index, e);
      if (what != nullptr && what->path.ends_with(".Deploy")) {
        out.answer.push_back(tell(SAY("explain",
                                      "At %1 it was let go, because new code was deployed at %2: "
                                      "the old environments go when nothing is sent to them any "
                                      "more."),
                                  {clockText(e.stopped), clockText(what->at)}));
        break;
      }
      out.answer.push_back(tell(SAY("explain",
                                    "At %1 it was let go, because %2 changed: a new "
                                    "configuration needs new environments."),
                                {clockText(e.stopped), what == nullptr ? "" : what->path}));
      break;
    }
    case StopReason::ProvisionedRemoved:
      out.answer.push_back(tell(SAY("explain",
                                    "At %1 it was let go, because fewer provisioned "
                                    "environments were asked for."),
                                {clockText(e.stopped)}));
      break;
    case StopReason::ProvisionedInitFailed:
      out.answer.push_back(
          tell(SAY("explain",
                   "Its init failed at %1, so the allocation of provisioned concurrency failed "
                   "with %2."),
               {clockText(e.stopped), "FUNCTION_ERROR_INIT_FAILURE"}));
      break;
    case StopReason::ProcessGone:
      out.answer.push_back(
          tell(SAY("explain",
                   "At %1 its process had ended or was cut off. It was attached, so nothing starts "
                   "it again."),
               {clockText(e.stopped)}));
      break;
  }
}

/// Of a process that the developer started: what is not as on Lambda.
void howItWasAttached(const RunIndex& index, EnvironmentIndex number, Explanation& out) {
  if (!index.run().live || !index.run().live->isAttached(number)) return;
  out.answer.push_back(
      tell(SAY("explain",
               "It is a process that was attached: its init was over when it came, "
               "nothing freezes it between invocations, and its memory is measured "
               "but not limited.")));
}

}  // namespace

Explanation explainEnvironment(const RunIndex& index, EnvironmentIndex number) {
  const Environment& e = index.environments()[number];
  const auto own = index.attemptsOf(number);
  Duration handler;
  Duration inUse;
  for (const journal::AttemptIndex i : own) {
    const journal::Attempt& a = index.attempts()[i];
    handler += index.endOf(a) - std::min(a.began(), index.endOf(a));
    inUse += index.endOf(a) - a.arrived;
  }
  const Instant end = std::min(e.stopped, index.run().end);
  const Instant idleSince = own.empty() ? e.ready() : index.endOf(index.attempts()[own.back()]);
  Explanation out;
  out.badge = Explanation::Badge::Environment;
  out.subject = tell(SAY("explain", "environment %1 · %2"),
                     {environmentText(number), index.run().project.functions[e.function].id});
  out.question =
      e.stop == StopReason::Alive
          ? tell(SAY("explain", "Why does environment %1 exist?"), {environmentText(number)})
          : tell(SAY("explain", "Why did environment %1 come and go?"), {environmentText(number)});
  whyStarted(index, e, number, out);
  howItWasAttached(index, number, out);
  howItCameUp(index, e, number, out);
  whyStopped(index, e, idleSince, out);
  out.figures = {
      {tell(SAY("explain", "Started")), plain(clockText(e.started))},
      {e.restored ? tell(SAY("explain", "Restore")) : tell(SAY("explain", "Init")),
       plain(millisText(e.initUs))},
      {tell(SAY("explain", "Version")), plain(versionText(e))},
      {tell(SAY("explain", "Invocations served")),
       plain(formatCount(static_cast<std::int64_t>(own.size())))},
      {tell(SAY("explain", "In the handler")), plain(spanText(handler))},
      {tell(SAY("explain", "Frozen or waiting")), plain(spanText(end - e.started - inUse))},
      {tell(SAY("explain", "Lived")), plain(spanText(end - e.started))},
      {tell(SAY("explain", "Memory used")),
       tell(SAY("explain", "%1 of %2"),
            {formatCount(e.maxMemoryUsedMb), formatMemory(Memory{e.memoryMb})})},
  };
  out.ruleName = tell(SAY("explain", "Execution environment lifecycle"));
  out.ruleSource = e.provisioned ? "provisioned-concurrency" : "lambda-runtime-environment";
  out.more.push_back(
      tell(SAY("explain", "Its log stream is %1."), {logStreamName(index.run(), number)}));
  if (const project::Function& f = index.run().project.functions[e.function];
      f.sharesEnvironments() && !e.provisioned) {
    out.more.push_back(tell(SAY("explain",
                                "It is one of the %1 places for a request that an environment of "
                                "%2 has on Managed Instances: each has a row of its own here."),
                            {formatCount(f.requestsPerEnvironment), f.id}));
  }
  if (!own.empty()) {
    out.links.push_back(
        {tell(SAY("explain", "The last request it served")), own.back(), std::nullopt});
  }
  return out;
}

}  // namespace coldstart::observe
