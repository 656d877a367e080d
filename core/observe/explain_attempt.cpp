// SPDX-License-Identifier: GPL-3.0-or-later
// Why one attempt went as it did: first what was decided when it arrived, then how it ended.

#include <algorithm>

#include "core/base/identifiers.h"
#include "core/observe/bill.h"
#include "core/observe/explain.h"
#include "core/observe/explain_parts.h"
#include "core/observe/log_text.h"
#include "core/observe/logs.h"
#include "core/observe/words.h"
#include "core/project/quota.h"

namespace coldstart::observe {

using journal::Attempt;
using journal::AttemptIndex;
using journal::Decision;
using journal::Ending;
using journal::Environment;
using Badge = Explanation::Badge;

namespace {

void rule(Explanation& out, const char* name, std::string page) {
  out.ruleName = tell(name);
  out.ruleSource = std::move(page);
}

void question(Explanation& out, const char* pattern, const Scene& scene) {
  out.question = tell(pattern, {requestText(scene.attempt.request)});
}

void waited(const Scene& s, Explanation& out) {
  const bool restored = s.index.environments()[s.attempt.environment].restored;
  out.answer.push_back(tell(restored
                                ? SAY("explain", "The request waited %1 for it to be restored.")
                                : SAY("explain", "The request waited %1 for its init."),
                            {spanText(Duration{s.attempt.waitUs})}));
}

/// In Live, where interpreters can be started ahead.
void fastStart(const Scene& s, Explanation& out) {
  const auto& live = s.index.run().live;
  if (!live || !journal::isCold(s.attempt.decision) || !live->isFastStart(s.attempt.environment))
    return;
  out.more.push_back(
      tell(SAY("explain",
               "Fast starts are on: the interpreter had been started ahead, so this init is "
               "shorter than a cold start on Lambda.")));
}

void coldFirst(const Scene& s, Explanation& out) {
  const Attempt& a = s.attempt;
  const journal::EnvironmentIndex gone = s.lastGone();
  if (gone == journal::kNone) {
    if (s.index.environments()[a.environment].restored) {
      out.answer.push_back(
          tell(SAY("explain", "No environment of %1 existed yet, so Lambda started one."),
               {s.function.id}));
      waited(s, out);
    } else {
      out.answer.push_back(
          tell(SAY("explain",
                   "No environment of %1 existed yet, so Lambda started one and ran the code "
                   "outside the handler once. The request waited %2 for that."),
               {s.function.id, spanText(Duration{a.waitUs})}));
    }
  } else {
    const Environment& last = s.index.environments()[gone];
    const auto own = s.index.attemptsOf(gone);
    const Instant idleSince =
        own.empty() ? last.ready() : s.index.endOf(s.index.attempts()[own.back()]);
    const bool idled = last.stop == journal::StopReason::Idle;
    out.answer.push_back(
        tell(idled ? SAY("explain",
                         "No environment of %1 was left: environment %2 had been removed "
                         "%3 before, after %4 without a request.")
                   : SAY("explain",
                         "No environment of %1 was left: environment %2 had gone %3 "
                         "before."),
             {s.function.id, environmentText(gone), spanText(a.arrived - last.stopped),
              spanText(last.stopped - idleSince)}));
    out.answer.push_back(tell(SAY("explain", "So Lambda started environment %1."),
                              {environmentText(a.environment)}));
    waited(s, out);
    out.links.push_back(
        {tell(SAY("explain", "Why did environment %1 go?"), {environmentText(gone)}), std::nullopt,
         gone});
  }
  rule(out, SAY("explain", "Execution environment lifecycle"), "lambda-runtime-environment");
  out.remedies.push_back({tell(SAY("explain", "What if 1 were provisioned?")),
                          s.function.id + ".ProvisionedConcurrency", 1});
}

/// What a request that had to start an environment could have waited for instead.
void noWaiting(const Scene& s, Explanation& out) {
  if (s.firstFree == kNever) return;
  const Duration wait = s.firstFree - s.attempt.arrived;
  if (wait.us < s.attempt.waitUs) {
    out.more.push_back(tell(SAY("explain",
                                "Waiting %1 for the first free one would have been quicker, but a "
                                "request never waits for a busy environment."),
                            {spanText(wait)}));
  } else {
    out.more.push_back(tell(SAY("explain",
                                "A request never waits for a busy environment; here "
                                "that would have taken %1."),
                            {spanText(wait)}));
  }
}

/// What there is belongs to another version, or is not ready to be used.
void coldWithoutABusyOne(const Scene& s, Explanation& out) {
  const Environment& e = s.index.environments()[s.attempt.environment];
  const auto alive = s.index.aliveAt(s.attempt.arrived);
  const bool otherVersion = std::ranges::any_of(alive, [&](journal::EnvironmentIndex i) {
    const Environment& other = s.index.environments()[i];
    return other.function == e.function && other.version != e.version;
  });
  if (!otherVersion) {
    out.answer.push_back(tell(
        SAY("explain", "No environment of %1 could be used yet, so Lambda started environment %2."),
        {s.function.id, environmentText(s.attempt.environment)}));
    waited(s, out);
    rule(out, SAY("explain", "Execution environment lifecycle"), "lambda-runtime-environment");
    return;
  }
  out.answer.push_back(
      tell(SAY("explain",
               "%1 had environments, but none of version %2, which this request went to, so Lambda "
               "started environment %3."),
           {s.function.id, versionText(e), environmentText(s.attempt.environment)}));
  waited(s, out);
  rule(out, SAY("explain", "Aliases and versions"), "configuration-aliases");
}

void coldAllBusy(const Scene& s, Explanation& out) {
  const Attempt& a = s.attempt;
  if (s.busy == 0) return coldWithoutABusyOne(s, out);
  if (s.busy == 1) {
    out.answer.push_back(
        tell(SAY("explain",
                 "At %1 the only environment of %2 was busy until %3, so Lambda started "
                 "environment %4."),
             {clockText(a.arrived), s.function.id, clockText(s.firstFree),
              environmentText(a.environment)}));
  } else {
    out.answer.push_back(
        tell(SAY("explain",
                 "At %1 all %2 environments of %3 were busy (the first was free again "
                 "at %4), so Lambda started environment %5."),
             {clockText(a.arrived), formatCount(s.busy), s.function.id, clockText(s.firstFree),
              environmentText(a.environment)}));
  }
  waited(s, out);
  noWaiting(s, out);
  rule(out, SAY("explain", "One request at a time in an environment"), "lambda-concurrency");
  const std::int64_t wanted = std::int64_t{s.busy} + 1;
  out.remedies.push_back(
      {tell(SAY("explain", "What if %1 were provisioned?"), {formatCount(wanted)}),
       s.function.id + ".ProvisionedConcurrency", wanted});
}

void warm(const Scene& s, Explanation& out) {
  const Attempt& a = s.attempt;
  const auto own = s.index.attemptsOf(a.environment);
  const auto self = std::lower_bound(own.begin(), own.end(), s.number);
  const Environment& e = s.index.environments()[a.environment];
  const Instant since =
      self == own.begin() ? e.ready() : s.index.endOf(s.index.attempts()[*(self - 1)]);
  const bool reset = self != own.begin() && journal::resets(s.index.attempts()[*(self - 1)].ending);
  out.answer.push_back(tell(
      reset
          ? SAY("explain", "Environment %1 was there since %2, but its process had to start again.")
          : SAY("explain",
                "Environment %1 had been frozen for %2 and was still warm, so the handler "
                "began at once."),
      {environmentText(a.environment),
       reset ? clockText(e.ready()) : spanText(a.arrived - since)}));
  if (s.idle > 1) {
    out.answer.push_back(tell(SAY("explain",
                                  "%1 environments were idle; the most recently used one "
                                  "is taken, so that the others can be let go."),
                              {formatCount(s.idle)}));
  }
  explainResetBefore(s, out);
  rule(out, SAY("explain", "Execution environment reuse"), "lambda-runtime-environment");
}

void provisioned(const Scene& s, Explanation& out) {
  const std::int32_t usable = s.provisionedBusy + s.provisionedIdle;
  out.answer.push_back(
      tell(SAY("explain",
               "Environment %1 is one of %2 that are kept initialised for %3, so the "
               "handler began at once. Busy at that moment: %4 of %2."),
           {environmentText(s.attempt.environment), formatCount(usable), s.function.id,
            formatCount(s.provisionedBusy)}));
  rule(out, SAY("explain", "Provisioned concurrency"), "provisioned-concurrency");
}

void spillover(const Scene& s, Explanation& out) {
  if (s.provisionedIdle == 0) {
    out.answer.push_back(
        tell(SAY("explain",
                 "At %1 all %2 provisioned environments of %3 were busy, so the request "
                 "spilled over to an on-demand one."),
             {clockText(s.attempt.arrived), formatCount(s.provisionedBusy), s.function.id}));
  } else {
    const std::int32_t usable = s.provisionedBusy + s.provisionedIdle;
    out.answer.push_back(
        tell(SAY("explain",
                 "The %1 provisioned environments of %2 take at most %3 requests a "
                 "second, and this second had more. So the request spilled over to an "
                 "on-demand environment."),
             {formatCount(usable), s.function.id,
              formatCount(std::int64_t{usable} * project::kRequestsPerConcurrency)}));
  }
  if (s.attempt.decision == Decision::ColdSpillover) {
    out.answer.push_back(tell(SAY("explain",
                                  "None of those was idle: Lambda started environment "
                                  "%1."),
                              {environmentText(s.attempt.environment)}));
    waited(s, out);
  } else {
    out.answer.push_back(tell(SAY("explain", "Environment %1 was idle and still warm."),
                              {environmentText(s.attempt.environment)}));
  }
  const std::int64_t wanted = std::int64_t{s.provisionedBusy} + s.busy + 1;
  rule(out, SAY("explain", "Provisioned concurrency spillover"), "provisioned-concurrency");
  out.remedies.push_back(
      {tell(SAY("explain", "What if %1 were provisioned?"), {formatCount(wanted)}),
       s.function.id + ".ProvisionedConcurrency", wanted});
}

void decision(const Scene& s, Explanation& out) {
  switch (s.attempt.decision) {
    case Decision::ColdFirst:
      coldFirst(s, out);
      break;
    case Decision::ColdAllBusy:
      coldAllBusy(s, out);
      break;
    case Decision::Warm:
      warm(s, out);
      break;
    case Decision::Provisioned:
      provisioned(s, out);
      break;
    case Decision::ColdSpillover:
    case Decision::WarmSpillover:
      spillover(s, out);
      break;
    case Decision::Dropped:
      explainDrop(s, out);
      break;
    case Decision::ServiceError:
    case Decision::GatewayThrottled:
      explainRefusal(s, out);
      break;
    case Decision::RecursionStopped:
      explainLoop(s, out);
      break;
    default:
      explainThrottle(s, out);
      break;
  }
  if (journal::isCold(s.attempt.decision)) {
    out.badge = Badge::ColdStart;
    out.question = tell(SAY("explain", "Why did %1 wait %2?"),
                        {requestText(s.attempt.request), spanText(Duration{s.attempt.waitUs})});
  } else if (s.attempt.ran()) {
    const bool provided = s.attempt.decision == Decision::Provisioned;
    out.badge = provided ? Badge::Provisioned : Badge::Warm;
    question(out, SAY("explain", "Why did %1 not wait?"), s);
  }
}

/// "And why not #2?": what the environment did next.
void whatCameNext(const Scene& s, Explanation& out) {
  if (!journal::isCold(s.attempt.decision) || journal::resets(s.attempt.ending)) return;
  const auto own = s.index.attemptsOf(s.attempt.environment);
  if (own.size() < 2) return;
  const Attempt& next = s.index.attempts()[own[1]];
  out.nextQuestion = tell(SAY("explain", "And why did %1 not wait?"), {requestText(next.request)});
  out.nextAnswer.push_back(tell(
      SAY("explain",
          "Environment %1 had been frozen for %2 by then and was still warm. The "
          "most recently used warm environment always goes first."),
      {environmentText(s.attempt.environment), spanText(next.arrived - s.index.endOf(s.attempt))}));
  out.links.push_back(
      {tell(SAY("explain", "Request %1, in the same environment"), {requestText(next.request)}),
       own[1], std::nullopt});
}

Money costOf(const Scene& s) {
  const Environment& e = s.index.environments()[s.attempt.environment];
  const bool arm = s.function.architecture == project::Architecture::Arm64;
  const std::string item =
      std::string(e.provisioned ? "provisioned-compute-" : "compute-") + (arm ? "arm64" : "x86_64");
  return cost(item, {billedMillis(s.index, s.number) * e.memoryMb, kMbMillisPerGbSecond}) +
         cost("requests", {1, 1});
}

void figuresOfRun(const Scene& s, Explanation& out) {
  const Attempt& a = s.attempt;
  const Environment& e = s.index.environments()[a.environment];
  const bool first = s.index.isFirst(s.number);
  if (a.waitUs > 0)
    out.figures.push_back({e.restored ? tell(SAY("explain", "Waited for the restore"))
                                      : tell(SAY("explain", "Waited for init")),
                           plain(millisText(a.waitUs))});
  if (a.ending == Ending::Running) return;
  const auto own = s.index.attemptsOf(a.environment);
  const auto self = std::lower_bound(own.begin(), own.end(), s.number);
  const bool initInside = first ? e.initStatus != journal::InitStatus::Succeeded
                                : journal::resets(s.index.attempts()[*(self - 1)].ending);
  out.figures.push_back({a.ending == Ending::InitFailed ? tell(SAY("explain", "Init ran again"))
                         : initInside ? tell(SAY("explain", "Init and handler ran"))
                                      : tell(SAY("explain", "Handler ran")),
                         plain(millisText(a.durationUs))});
  const std::int64_t billed = billedMillis(s.index, s.number);
  out.figures.push_back({tell(SAY("explain", "Billed")), plain(formatCount(billed) + " ms")});
  out.figures.push_back({tell(SAY("explain", "Memory used")),
                         tell(SAY("explain", "%1 of %2"),
                              {formatCount(e.maxMemoryUsedMb), formatMemory(Memory{e.memoryMb})})});
  out.figures.push_back({tell(SAY("explain", "Cost")), plain(formatMoney(costOf(s)))});
  const std::int64_t init = billed - Duration::micros(a.durationUs).ceilMillis();
  if (first && e.restored && init > 0) {
    out.more.push_back(tell(SAY("explain",
                                "Of a restore, what follows the resumed snapshot is billed: %1 of "
                                "the %2 billed."),
                            {formatCount(init) + " ms", formatCount(billed) + " ms"}));
  } else if (first && init > 0) {
    out.more.push_back(tell(SAY("explain",
                                "Since August 2025 init time is billed too: %1 of the %2 "
                                "billed are init."),
                            {formatCount(init) + " ms", formatCount(billed) + " ms"}));
  }
}

}  // namespace

Explanation explainAttempt(const RunIndex& index, AttemptIndex number) {
  const Scene scene(index, number);
  const Attempt& a = scene.attempt;
  Explanation out;
  out.subject =
      tell(SAY("explain", "request %1 · %2"),
           {requestText(a.request), requestUuid(index.run().seed, a.request).substr(0, 8) + "…"});
  decision(scene, out);
  fastStart(scene, out);
  if (a.ran()) explainOpening(scene, out);
  explainEnding(scene, out);
  if (a.ran()) {
    figuresOfRun(scene, out);
    explainPlacement(scene, out);
    explainVersion(scene, out);
  }
  explainCalls(scene, out);
  explainTries(scene, out);
  explainCaller(scene, out);
  if (a.again && a.cause == journal::kNone)
    out.more.push_back(tell(SAY("explain",
                                "It was tried before; of that this part of the run has no "
                                "record.")));
  explainSource(scene, out);
  explainChain(scene, out);
  if (scene.isBatch()) explainBatch(scene, out);
  if (a.ran()) {
    out.links.push_back({tell(SAY("explain", "Environment %1"), {environmentText(a.environment)}),
                         std::nullopt, a.environment});
  }
  whatCameNext(scene, out);
  // A remedy is tried by simulating the run again, and this one was not simulated.
  if (index.run().live) out.remedies.clear();
  return out;
}

}  // namespace coldstart::observe
