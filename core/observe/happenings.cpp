// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/observe/happenings.h"

#include <algorithm>
#include <array>

namespace coldstart::observe {

using journal::AppliedChange;
using journal::Attempt;
using journal::EnvironmentIndex;

namespace {

/// Calls `visit` with the moments of environment e that lie around t: what it began last and what
/// it does next.
template <typename Visit>
void momentsAround(const RunIndex& index, EnvironmentIndex e, Instant t, Visit visit) {
  const journal::Environment& environment = index.environments()[e];
  visit(environment.started);
  visit(environment.ready());
  if (environment.stopped != kNever) visit(environment.stopped);
  const auto own = index.attemptsOf(e);
  const auto all = index.attempts();
  const std::size_t begun = index.begunBy(e, t);
  const std::size_t first = begun >= 2 ? begun - 2 : 0;
  for (std::size_t i = first; i < std::min(begun + 1, own.size()); ++i) {
    visit(all[own[i]].began());
    if (all[own[i]].ending != journal::Ending::Running) visit(all[own[i]].ended());
  }
}

}  // namespace

std::optional<Instant> nextHappening(const RunIndex& index, Instant t) {
  Instant next = kNever;
  const auto offer = [&](Instant at) {
    if (at > t && at < next) next = at;
  };
  const std::size_t arrived = index.arrivedBy(t);
  if (arrived < index.attempts().size()) offer(index.attempts()[arrived].arrived);
  const std::size_t started = index.startedBy(t);
  if (started < index.environments().size()) offer(index.environments()[started].started);
  for (const AppliedChange& change : index.run().journal.changes) offer(change.at);
  for (const EnvironmentIndex e : index.aliveAt(t)) momentsAround(index, e, t, offer);
  if (next > index.run().end) return std::nullopt;
  return next;
}

std::optional<Instant> previousHappening(const RunIndex& index, Instant t) {
  constexpr Instant kBefore{-1};
  Instant previous = kBefore;
  const auto offer = [&](Instant at) {
    if (at < t && at > previous) previous = at;
  };
  const Instant justBefore = t - Duration{1};
  const std::size_t arrived = index.arrivedBy(justBefore);
  if (arrived > 0) offer(index.attempts()[arrived - 1].arrived);
  const std::size_t started = index.startedBy(justBefore);
  if (started > 0) offer(index.environments()[started - 1].started);
  for (const AppliedChange& change : index.run().journal.changes) offer(change.at);
  // What an environment did before it stopped is no later than its stop.
  const auto stops = index.stops();
  const auto stopped = std::ranges::lower_bound(stops, t);
  if (stopped != stops.begin()) offer(*(stopped - 1));
  for (const EnvironmentIndex e : index.aliveAt(justBefore))
    momentsAround(index, e, justBefore, offer);
  if (previous == kBefore) return std::nullopt;
  return previous;
}

std::vector<Instant> happenings(const RunIndex& index) {
  std::vector<Instant> all;
  const Instant end = index.run().end;
  const auto add = [&](Instant at) {
    if (at <= end) all.push_back(at);
  };
  for (const Attempt& attempt : index.attempts()) {
    add(attempt.arrived);
    if (!attempt.ran()) continue;
    add(attempt.began());
    if (attempt.ending != journal::Ending::Running) add(attempt.ended());
  }
  for (const journal::Environment& environment : index.environments()) {
    add(environment.started);
    add(environment.ready());
    add(environment.stopped);
  }
  for (const AppliedChange& change : index.run().journal.changes) add(change.at);
  std::ranges::sort(all);
  const auto [twice, last] = std::ranges::unique(all);
  all.erase(twice, last);
  return all;
}

}  // namespace coldstart::observe
