// SPDX-License-Identifier: GPL-3.0-or-later
// New code during a run. Without an alias every environment goes after its invocation; behind an
// alias a new version is published, and requests move to it at once or step by step, while the old
// version keeps its own environments. (configuration-aliases; AWS SAM: DeploymentPreference)
#include <algorithm>
#include <utility>

#include "core/base/holds.h"
#include "core/engine/engine.h"

namespace coldstart::engine {

using journal::StopReason;

bool Engine::toPrevious(FunctionRow& f) {
  return holds(Rule::VersionsApart) &&
         f.versions.below(project::kMillion) < static_cast<std::uint64_t>(f.previousPpm);
}

void Engine::deploy(FunctionRow& f, Instant t) {
  retirePrevious(f, t);
  const bool published = f.version > 0;
  if (published) {
    f.previousVersion = f.version;
    f.version = static_cast<std::uint8_t>(f.version == 127 ? 1 : f.version + 1);
  }
  if (!published || f.shift.kind == project::TrafficShift::Kind::AllAtOnce ||
      f.shift.stepPpm >= project::kMillion) {
    if (holds(Rule::ConfigurationRetires)) retireEnvironments(f, t);
    return;
  }
  for (LiveEnvironment& e : m_live) {
    if (e.phase != Phase::Free && e.function == f.index && !e.provisioned) e.previous = true;
  }
  f.previousIdle = std::exchange(f.idle, {});
  f.previousPpm = project::kMillion - f.shift.stepPpm;
  f.nextShift = t + f.shift.interval;
  setTimer(f.nextShift, Timer::Shift, f.index, f.index);
  retireProvisioned(f, t);
}

void Engine::shiftDue(FunctionRow& f, Instant t) {
  if (f.nextShift != t) return;  // Of a deploy that another one has replaced.
  const bool linear = f.shift.kind == project::TrafficShift::Kind::Linear;
  f.previousPpm = linear ? std::max(0, f.previousPpm - f.shift.stepPpm) : 0;
  if (f.previousPpm == 0) {
    retirePrevious(f, t);
    return;
  }
  f.nextShift = t + f.shift.interval;
  setTimer(f.nextShift, Timer::Shift, f.index, f.index);
}

void Engine::retirePrevious(FunctionRow& f, Instant t) {
  f.previousPpm = 0;
  f.nextShift = kNever;
  for (Slot slot = 0; slot < m_live.size(); ++slot) {
    const LiveEnvironment& e = m_live[slot];
    if (e.phase != Phase::Free && e.function == f.index && e.previous) {
      retire(slot, t, StopReason::ConfigurationChanged);
    }
  }
}

}  // namespace coldstart::engine
