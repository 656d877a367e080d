// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Why? For every request, environment, throttle, retry and cost: a question, an answer in plain
// sentences with the numbers that decided it, the AWS rule by name, and remedies that can be tried
// as a what-if. Answers are computed from the journal; the engine is not asked.

#include <optional>
#include <string>
#include <vector>

#include "core/base/sentence.h"
#include "core/observe/run_index.h"

namespace coldstart::observe {

struct Figure {
  Sentence label;
  std::string value;  ///< "210.10 ms", "74 of 512 MB"
};

/// A change of configuration that would have helped; the window runs it beside the original.
struct Remedy {
  Sentence label;                     ///< "What if 1 were provisioned?"
  std::string path;                   ///< "Thumbnail.ProvisionedConcurrency"
  std::optional<std::int64_t> value;  ///< As in project::Change.
};

struct Explanation {
  enum class Badge {
    ColdStart,
    Warm,
    Provisioned,
    Throttled,
    Error,
    TimedOut,
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
  std::vector<Remedy> remedies;
};

Explanation explainAttempt(const RunIndex& index, journal::AttemptIndex attempt);
Explanation explainEnvironment(const RunIndex& index, journal::EnvironmentIndex environment);
/// The run as a whole: what to look at first. Shown when nothing is selected.
Explanation explainRun(const RunIndex& index);

/// Plain English text for the command line and for "copy".
std::string asText(const Explanation& explanation);

}  // namespace coldstart::observe
