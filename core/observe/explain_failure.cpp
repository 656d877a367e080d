// SPDX-License-Identifier: GPL-3.0-or-later
// Attempts that failed for other reasons than their handler's own error or time-out: the process
// was gone, its memory did not suffice, init failed; or they were taken for a loop.
#include <algorithm>

#include "core/observe/explain_parts.h"
#include "core/observe/log_text.h"
#include "core/observe/logs.h"
#include "core/observe/words.h"

namespace coldstart::observe {

using journal::Ending;
using Badge = Explanation::Badge;

namespace {

constexpr std::int32_t kLargestMemoryMb = 10'240;  // gettingstarted-limits

/// The sentences of the arrival stand after those of the ending: the failure is what is asked for.
void lead(Explanation& out, Sentence answer) {
  out.answer.insert(out.answer.begin(), std::move(answer));
}

/// The most that the work model asks for; for a distribution without an end, what 99 of 100 ask.
std::int64_t neededMb(const project::WorkModel& work) {
  using Kind = project::Distribution::Kind;
  const project::Distribution& d = work.maxMemoryUsed;
  switch (d.kind) {
    case Kind::Constant:
      return d.a;
    case Kind::Uniform:
    case Kind::LogNormal:
      return d.b;
    case Kind::Exponential:
      return d.a * 46 / 10;  // Its 99th percentile.
    case Kind::Empirical:
      return d.values.empty() ? 0 : *std::ranges::max_element(d.values);
  }
  return 0;
}

void outOfMemory(const Scene& s, Explanation& out) {
  const journal::Environment& e = s.index.environments()[s.attempt.environment];
  out.badge = Badge::OutOfMemory;
  out.question =
      tell(SAY("explain", "Why did %1 run out of memory?"), {requestText(s.attempt.request)});
  const std::string memory = formatMemory(Memory{e.memoryMb});
  const std::string used = spanText(Duration{s.attempt.durationUs});
  lead(out, tell(SAY("explain",
                     "It needed more than the %1 that %2 has, so its process was killed after %3: "
                     "%4."),
                 {memory, s.function.id, used, "Runtime.OutOfMemory"}));
  const std::int64_t needed = neededMb(s.function.work);
  const std::int64_t enough = std::clamp<std::int64_t>(
      std::max<std::int64_t>(needed, e.memoryMb + 1), e.memoryMb, kLargestMemoryMb);
  if (!s.index.run().live)
    out.more.push_back(tell(SAY("explain",
                                "Its environments draw what they need from the work model, up to "
                                "about %1. Only more memory, or code that needs less, helps."),
                            {formatMemory(Memory{static_cast<std::int32_t>(enough)})}));
  out.ruleName = tell(SAY("explain", "Memory of a function"));
  out.ruleSource = "configuration-memory";
  out.remedies.insert(out.remedies.begin(),
                      {tell(SAY("explain", "What if it had %1?"),
                            {formatMemory(Memory{static_cast<std::int32_t>(enough)})}),
                       s.function.id + ".MemorySize", enough});
}

void exited(const Scene& s, Explanation& out) {
  out.badge = Badge::Exited;
  out.question = tell(SAY("explain", "Why did %1 fail?"), {requestText(s.attempt.request)});
  lead(out, tell(s.index.run().live
                     ? SAY("explain",
                           "The process of the runtime exited after %1: %2. Its last log lines "
                           "may say why.")
                     : SAY("explain",
                           "The process of the runtime exited after %1: %2. In simulated mode the "
                           "function's CrashRate decides which invocations do."),
                 {spanText(Duration{s.attempt.durationUs}), "Runtime.ExitError"}));
  out.ruleName = tell(SAY("explain", "Function errors"));
  out.ruleSource = "invocation-retries";
}

void initFailed(const Scene& s, Explanation& out) {
  out.badge = Badge::InitFailed;
  out.question = tell(SAY("explain", "Why did %1 fail?"), {requestText(s.attempt.request)});
  lead(out, tell(s.index.run().live
                     ? SAY("explain",
                           "Init of environment %1 ran with this request and failed after %2: %3. "
                           "The handler never began; the log says what was raised.")
                     : SAY("explain",
                           "Init of environment %1 ran with this request and failed after %2: %3. "
                           "The handler never began. In simulated mode the function's "
                           "InitErrorRate decides which inits do."),
                 {environmentText(s.attempt.environment), spanText(Duration{s.attempt.durationUs}),
                  std::string(initErrorType(s.function))}));
  out.ruleName = tell(SAY("explain", "Execution environment lifecycle"));
  out.ruleSource = "lambda-runtime-environment";
}

}  // namespace

void explainFailure(const Scene& s, Explanation& out) {
  switch (s.attempt.ending) {
    case Ending::OutOfMemory:
      outOfMemory(s, out);
      break;
    case Ending::Crashed:
      exited(s, out);
      out.remedies.clear();  // No setting mends code.
      break;
    case Ending::InitFailed:
      initFailed(s, out);
      out.remedies.clear();
      break;
    default:
      return;
  }
  out.more.push_back(tell(SAY("explain",
                              "Its environment is reset: the next invocation in it runs "
                              "init again, inside its own Duration. What is in /tmp "
                              "stays.")));
}

}  // namespace coldstart::observe
