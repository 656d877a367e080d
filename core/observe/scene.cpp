// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/observe/scene.h"

#include <algorithm>

#include "core/project/quota.h"

namespace coldstart::observe {

using journal::Attempt;
using journal::AttemptIndex;
using journal::EnvironmentIndex;

Scene::Scene(const RunIndex& theIndex, AttemptIndex theNumber)
    : index(theIndex),
      number(theNumber),
      attempt(index.attempts()[number]),
      source(index.run().journal.sources[attempt.source]),
      function(index.run().project.functions[source.function]) {
  const Instant t = attempt.arrived;
  reserved = limitAt(index.reserved(source.function), t);
  provisioned = limitAt(index.provisioned(source.function), t);
  accountLimit = limitAt(index.accountLimit(), t);
  unreservedLimit = limitAt(index.unreserved(), t);
  for (const EnvironmentIndex e : index.aliveAt(t)) look(e);
  // Those that are held until all are ready cannot be used yet.
  const std::int32_t usable = limitAt(index.allocatedProvisioned(source.function), t);
  provisionedIdle = std::clamp(usable - provisionedBusy, 0, provisionedIdle);
  // Those for which a place was being found count as busy, though their init had not begun.
  const auto environments = index.environments();
  for (std::size_t e = index.startedBy(t); e < environments.size(); ++e) {
    const journal::Environment& later = environments[e];
    if (later.cause >= number || index.attempts()[later.cause].ended() <= t) continue;
    const bool isReserved = limitAt(index.reserved(later.function), t) >= 0;
    if (!isReserved) ++unreservedBusy;
    if (later.function == source.function) ++busy;
  }
}

void Scene::look(EnvironmentIndex e) {
  const journal::Environment& environment = index.environments()[e];
  const Instant t = attempt.arrived;
  // Of those that came at the same moment only earlier ones were there.
  if (environment.cause != journal::kNone && environment.cause >= number) return;
  const auto own = index.attemptsOf(e);
  const auto after = std::lower_bound(own.begin(), own.end(), number);
  const bool isBusy = after != own.begin() && index.endOf(index.attempts()[*(after - 1)]) > t;
  const bool mine = environment.function == source.function;
  if (environment.provisioned) {
    if (mine && environment.ready() <= t) ++(isBusy ? provisionedBusy : provisionedIdle);
    return;
  }
  const bool isReserved = limitAt(index.reserved(environment.function), t) >= 0;
  if (isBusy && !isReserved) ++unreservedBusy;
  // Versions never share environments: those of another one do not help this request.
  const bool sameVersion =
      !attempt.ran() || index.environments()[attempt.environment].version == environment.version;
  if (!mine || !sameVersion) return;
  ++(isBusy ? busy : idle);
  if (isBusy) firstFree = std::min(firstFree, index.endOf(index.attempts()[*(after - 1)]));
}

std::int32_t Scene::scalingLeft() const {
  // A bucket of 1 000 that refills without pause in 10 s (scaling-behavior). What is kept is when
  // it would be full again.
  constexpr std::int64_t kWindowUs = 10'000'000;
  constexpr std::int64_t kStepUs = kWindowUs / project::kScalingRatePer10s;
  std::int64_t fullAt = 0;
  for (const journal::Environment& e : index.environments()) {
    if (e.started > attempt.arrived || (e.cause != journal::kNone && e.cause >= number)) break;
    if (e.function != source.function || e.provisioned) continue;
    fullAt = std::max(fullAt, e.started.us) + kStepUs;
  }
  const std::int64_t missing = std::max<std::int64_t>(fullAt - attempt.arrived.us, 0);
  return static_cast<std::int32_t>((kWindowUs - missing) / kStepUs);
}

std::int64_t Scene::requestsThisSecond() const {
  const std::int64_t second = attempt.arrived.us / 1'000'000;
  const auto all = index.attempts();
  std::int64_t count = 0;
  for (std::size_t i = number + 1; i-- > 0 && all[i].arrived.us / 1'000'000 == second;) {
    const journal::Source& other = index.run().journal.sources[all[i].source];
    if (other.function == source.function && other.type == project::InvocationType::RequestResponse)
      ++count;
  }
  return count;
}

EnvironmentIndex Scene::lastGone() const {
  EnvironmentIndex last = journal::kNone;
  const auto all = index.environments();
  for (std::size_t e = 0; e < index.startedBy(attempt.arrived); ++e) {
    if (all[e].function != source.function || all[e].stopped > attempt.arrived) continue;
    if (last == journal::kNone || all[e].stopped >= all[last].stopped)
      last = static_cast<EnvironmentIndex>(e);
  }
  return last;
}

std::int32_t Scene::tryNumber() const {
  std::int32_t tries = 1;
  for (AttemptIndex i = attempt.cause; i != journal::kNone; i = index.attempts()[i].cause) ++tries;
  return tries;
}

}  // namespace coldstart::observe
