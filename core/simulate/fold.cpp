// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulate/fold.h"

#include <utility>

namespace coldstart::simulate {

using journal::Attempt;
using journal::FunctionTally;

std::vector<FunctionTally> fold(const journal::Run& run, std::vector<FunctionTally> beyond) {
  std::vector<FunctionTally> tallies = std::move(beyond);
  tallies.resize(run.project.functions.size());
  const auto& attempts = run.journal.attempts;
  for (const Attempt& attempt : attempts.all()) {
    const journal::Source& source = run.journal.sources[attempt.source];
    FunctionTally& tally = tallies[source.function];
    const bool isEvent = source.type == project::InvocationType::Event;
    if (attempt.ran()) {
      tally.count(attempt, run.journal.environments[attempt.environment], !attempt.reused);
    } else {
      tally.count(attempt, journal::Environment{}, false);
    }
    if (!attempt.again) {
      ++tally.requests;
      if (isEvent) ++tally.eventsReceived;
    } else if (!isEvent) {
      if (source.client) ++tally.clientRetries;
    } else if (attempt.decision != journal::Decision::Dropped) {
      ++tally.eventRetries;
    }
    if (!isEvent) continue;
    const Attempt* first = &attempt;
    while (first->cause != journal::kNone) first = &attempts[first->cause];
    tally.countEvent(attempt, first->arrived);
  }
  for (const journal::Environment& environment : run.journal.environments) {
    tallies[environment.function].count(environment, run.end);
  }
  return tallies;
}

}  // namespace coldstart::simulate
