// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Why? For every request, environment, throttle, retry and cost: a question, an answer in plain
// sentences with the numbers that decided it, the AWS rule by name, and remedies that can be tried
// as a what-if. Answers are computed from the journal; the engine is not asked. Arguments of the
// sentences are the numbers and names that decided: the window sets them in bold.

#include <optional>
#include <string>
#include <vector>

#include "core/base/sentence.h"
#include "core/base/units.h"
#include "core/observe/run_index.h"

namespace coldstart::observe {

struct Figure {
  Sentence label;
  Sentence value;  ///< "210.10 ms", "74 of 512 MB"
};

/// Another attempt or environment that belongs to the story.
struct Link {
  Sentence label;
  std::optional<journal::AttemptIndex> attempt;  ///< One of the two is set.
  std::optional<journal::EnvironmentIndex> environment;
};

/// A change of configuration that would have helped; the window runs it beside the original.
struct Remedy {
  Sentence label;                     ///< "What if 1 were provisioned?"
  std::string path;                   ///< "Thumbnail.ProvisionedConcurrency"
  std::optional<std::int64_t> value;  ///< As in project::Change.
};

/// The project with that one change made before the run begins, so that what was provisioned is
/// ready at its start.
project::Project withRemedy(project::Project project, const Remedy& remedy);

struct Explanation {
  enum class Badge {
    ColdStart,
    Warm,
    Provisioned,
    Throttled,
    Error,
    TimedOut,
    Exited,
    OutOfMemory,
    InitFailed,
    Refused,
    Restored,
    Retry,
    Dropped,
    Environment,
    Run
  };
  Badge badge = Badge::Run;
  Sentence subject;   ///< "request #1 · 8f2c41d0…"
  Sentence question;  ///< "Why did #1 wait 210 ms?"
  std::vector<Sentence> answer;
  std::vector<Figure> figures;
  Sentence ruleName;           ///< "Reserved concurrency"
  std::string ruleSource;      ///< "configuration-concurrency": page of the Lambda developer guide.
  std::vector<Sentence> more;  ///< Secondary paragraphs: what it cost, what happens next.
  Sentence nextQuestion;       ///< "And why not #2?", or empty.
  std::vector<Sentence> nextAnswer;
  std::vector<Link> links;
  std::vector<Remedy> remedies;
};

Explanation explainAttempt(const RunIndex& index, journal::AttemptIndex attempt);
Explanation explainEnvironment(const RunIndex& index, journal::EnvironmentIndex environment);
/// The run as a whole: what to look at first. Shown when nothing is selected.
Explanation explainRun(const RunIndex& index);

/// The figures by which a run and the same run under another setting are compared.
struct Headline {
  std::int64_t invocations = 0;
  std::int64_t throttles = 0;
  std::int64_t coldStarts = 0;
  Duration p50;  ///< Response time, from arrival to the handler's end; within 1 %.
  Duration p99;
  Money cost;
};
Headline headlineOf(const RunIndex& index);
/// "0.13 %": cold starts of all invocations.
std::string coldRatioText(const Headline& head);

/// Plain English text for the command line and for "copy".
std::string asText(const Explanation& explanation);

}  // namespace coldstart::observe
