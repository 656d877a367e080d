// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/observe/stage_state.h"

#include <algorithm>

#include "core/observe/bill.h"

namespace coldstart::observe {

using journal::Attempt;
using journal::AttemptIndex;
using journal::EnvironmentIndex;

EnvironmentState environmentAt(const RunIndex& index, EnvironmentIndex e, Instant t) {
  using Phase = EnvironmentState::Phase;
  const journal::Environment& environment = index.environments()[e];
  const auto all = index.attempts();
  EnvironmentState state;
  state.environment = e;
  if (t < environment.ready()) {
    state.phase = Phase::Init;
    state.since = environment.started;
    state.until = environment.ready();
    state.attempt = environment.cause;
    return state;
  }
  const auto own = index.attemptsOf(e);
  if (const auto serving = index.servedAt(e, t)) {
    const Attempt& attempt = all[*serving];
    state.phase = Phase::Busy;
    state.since = std::max(attempt.arrived, environment.ready());
    if (attempt.ending != journal::Ending::Running) state.until = attempt.ended();
    state.attempt = *serving;
    return state;
  }
  const std::size_t begun = index.begunBy(e, t);
  state.phase = Phase::Frozen;
  state.since = environment.ready();
  if (begun > 0) {
    state.attempt = own[begun - 1];
    state.since = std::max(state.since, index.endOf(all[own[begun - 1]]));
  }
  state.until = begun < own.size() ? all[own[begun]].arrived : environment.stopped;
  return state;
}

namespace {

/// Attempts count as failed, or their events as waiting, when they end. The tallies counted them at
/// their arrival; those still in an environment are taken back.
void takeBackUnfinished(const RunIndex& index, const Attempt& attempt, FunctionState& function) {
  const bool fails = journal::isError(attempt.ending);
  function.errors -= fails ? 1 : 0;
  const bool isEvent =
      index.run().journal.sources[attempt.source].type == project::InvocationType::Event;
  function.waitingEvents -= attempt.retried && isEvent ? 1 : 0;
}

/// The latest ready ones beyond what was handed over are held.
void holdBack(const RunIndex& index, StageState& state) {
  for (std::size_t f = 0; f < state.functions.size(); ++f) {
    FunctionState& function = state.functions[f];
    if (function.provisionedReady == 0 || f >= index.run().project.functions.size()) continue;
    std::int32_t beyond =
        function.provisionedReady - limitAt(index.allocatedProvisioned(f), state.at);
    for (auto e = state.environments.rbegin(); e != state.environments.rend() && beyond > 0; ++e) {
      const journal::Environment& environment = index.environments()[e->environment];
      const bool unused = e->phase == EnvironmentState::Phase::Frozen &&
                          e->attempt == journal::kNone && environment.function == f;
      if (!unused || !environment.provisioned) continue;
      e->held = true;
      --beyond;
      --function.provisionedReady;
    }
  }
}

}  // namespace

StageState stageAt(const RunIndex& index, Instant t) {
  using Phase = EnvironmentState::Phase;
  StageState state;
  state.at = t;
  state.accountLimit = limitAt(index.accountLimit(), t);
  const auto tallies = index.talliesAt(t);
  state.functions.resize(tallies.size());
  for (std::size_t f = 0; f < tallies.size(); ++f) {
    const Tally& tally = tallies[f];
    FunctionState& function = state.functions[f];
    if (f < index.run().project.functions.size()) function.reserved = limitAt(index.reserved(f), t);
    function.requests = tally.requests;
    function.coldStarts = tally.coldStarts;
    function.errors = tally.failed;
    function.throttles = tally.throttles();
    function.waitingEvents = tally.retried - tally.retries;
    for (std::size_t d = 0; d < function.turnedAwayByDecision.size(); ++d) {
      if (!journal::isTurnedAway(static_cast<journal::Decision>(d))) continue;
      function.turnedAwayByDecision[d] = tally.byDecision[d];
      function.turnedAway += tally.byDecision[d];
    }
    state.throttles += function.throttles;
    state.requests += function.requests;
  }
  state.billSoFar = billAt(index, t).total;
  const auto alive = index.aliveAt(t);
  state.environments.reserve(alive.size());
  for (const EnvironmentIndex e : alive) {
    const journal::Environment& environment = index.environments()[e];
    const EnvironmentState now = environmentAt(index, e, t);
    FunctionState& function = state.functions[environment.function];
    function.environments += environment.shares ? 0 : 1;
    if (environment.provisioned && now.phase != Phase::Init) ++function.provisionedReady;
    if (now.phase != Phase::Frozen && now.attempt != journal::kNone) {
      ++function.busy;
      function.provisionedBusy += environment.provisioned ? 1 : 0;
      ++state.busy;
      takeBackUnfinished(index, index.attempts()[now.attempt], function);
    }
    state.environments.push_back(now);
  }
  holdBack(index, state);
  return state;
}

}  // namespace coldstart::observe
