// SPDX-License-Identifier: GPL-3.0-or-later
// How the environment of an attempt came up, where that is more than an init that went well: a
// restore, an init that failed, and which version it has and why.
#include <algorithm>

#include "core/observe/explain_parts.h"
#include "core/observe/log_text.h"
#include "core/observe/words.h"

namespace coldstart::observe {

using journal::Environment;

namespace {

/// The share of requests that a shift gives to the new version so long after the deploy.
std::int32_t shareOf(const project::TrafficShift& shift, Duration since) {
  using Kind = project::TrafficShift::Kind;
  if (shift.kind == Kind::AllAtOnce || shift.interval.us <= 0) return project::kMillion;
  const std::int64_t steps = since.us / shift.interval.us;
  if (shift.kind == Kind::Canary) return steps == 0 ? shift.stepPpm : project::kMillion;
  return static_cast<std::int32_t>(
      std::min<std::int64_t>(shift.stepPpm * (steps + 1), project::kMillion));
}

std::string percent(std::int32_t ppm) {
  return std::to_string(ppm / 10'000) + " %";
}

}  // namespace

void explainVersion(const Scene& s, Explanation& out) {
  const Environment& e = s.index.environments()[s.attempt.environment];
  if (e.version == 0) return;
  out.figures.push_back({tell(SAY("explain", "Version")), plain(versionText(e))});
  const journal::AppliedChange* deploy = nullptr;
  for (const journal::AppliedChange& change : s.index.run().journal.changes)
    if (change.at <= s.attempt.arrived && change.path == s.function.id + ".Deploy")
      deploy = &change;
  if (deploy == nullptr) {
    if (s.function.previousVersionPpm > 0)
      out.more.push_back(tell(SAY("explain",
                                  "The alias sends %1 of the requests to the version before the "
                                  "newest; this one went to version %2."),
                              {percent(s.function.previousVersionPpm), versionText(e)}));
    return;
  }
  const std::int32_t share = shareOf(s.function.trafficShift, s.attempt.arrived - deploy->at);
  out.more.push_back(
      share == project::kMillion
          ? tell(SAY("explain", "Version %1 was deployed at %2, and all requests go to it."),
                 {std::to_string(deploy->after), clockText(deploy->at)})
          : tell(SAY("explain",
                     "Version %1 was deployed at %2. The alias sent %3 of the requests to it by "
                     "then; this one went to version %4. Versions never share environments."),
                 {std::to_string(deploy->after), clockText(deploy->at), percent(share),
                  versionText(e)}));
}

void explainOpening(const Scene& s, Explanation& out) {
  const Environment& e = s.index.environments()[s.attempt.environment];
  if (!s.index.isFirst(s.number)) return;
  const bool failed = e.initStatus != journal::InitStatus::Succeeded;
  if (e.restored && !failed) {
    if (journal::isCold(s.attempt.decision)) out.badge = Explanation::Badge::Restored;
    out.answer.push_back(tell(
        SAY("explain",
            "With SnapStart no init ran: environment %1 was restored from the snapshot of "
            "version %2, which took %3."),
        {environmentText(s.attempt.environment), versionText(e), spanText(Duration{e.initUs})}));
  }
  if (e.proactive) {
    out.answer.push_back(
        tell(SAY("explain",
                 "Lambda had started environment %1 ahead of any request, so its "
                 "init of %2 made nobody wait; it is in the REPORT all the same."),
             {environmentText(s.attempt.environment), spanText(Duration{e.initUs})}));
  }
  if (!failed) return;
  const bool timedOut = e.initStatus == journal::InitStatus::TimedOut;
  out.answer.push_back(tell(
      e.restored ? SAY("explain",
                       "Restoring it failed after %1. Lambda ran init with this request, "
                       "inside the Duration and under the function's time-out.")
      : timedOut ? SAY("explain",
                       "Init was cut off after %1. Lambda ran it again with this request, "
                       "inside the Duration and under the function's time-out.")
                 : SAY("explain",
                       "Init failed after %1. Lambda ran it again with this request, inside the "
                       "Duration and under the function's time-out."),
      {spanText(Duration{e.initUs})}));
}

void explainResetBefore(const Scene& s, Explanation& out) {
  const auto own = s.index.attemptsOf(s.attempt.environment);
  const auto self = std::lower_bound(own.begin(), own.end(), s.number);
  if (self == own.begin()) return;
  const journal::AttemptIndex before = *(self - 1);
  const journal::Ending ending = s.index.attempts()[before].ending;
  using journal::Ending;
  if (!journal::resets(ending)) return;
  const char* why = SAY("explain",
                        "The request before it had timed out, which reset the "
                        "environment: init ran again inside this invocation, "
                        "and its time is part of the Duration.");
  if (ending == Ending::Crashed)
    why = SAY("explain",
              "In the request before it the process had exited, which reset the environment: init "
              "ran again inside this invocation, and its time is part of the Duration.");
  if (ending == Ending::OutOfMemory)
    why = SAY("explain",
              "The request before it had run out of memory, which reset the environment: init ran "
              "again inside this invocation, and its time is part of the Duration.");
  if (ending == Ending::InitFailed)
    why = SAY("explain",
              "Init had failed in the request before it, so it ran again inside this invocation, "
              "and its time is part of the Duration.");
  out.more.push_back(tell(why));
  out.links.push_back({ending == Ending::TimedOut
                           ? tell(SAY("explain", "The request that timed out"))
                           : tell(SAY("explain", "The request before")),
                       before, std::nullopt});
}

}  // namespace coldstart::observe
