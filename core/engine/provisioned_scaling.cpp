// SPDX-License-Identifier: GPL-3.0-or-later
// Application Auto Scaling of provisioned concurrency: target tracking, which two alarms on
// ProvisionedConcurrencyUtilization drive, and scheduled actions, which move its bounds.
// (provisioned-concurrency: managing with Application Auto Scaling)
#include <algorithm>
#include <utility>

#include "core/base/holds.h"
#include "core/engine/engine.h"

namespace coldstart::engine {

namespace {

constexpr Duration kPeriod = Duration::minutes(1);
constexpr std::int32_t kPointsOut = 3;  // datapoints of a minute over the target
constexpr std::int32_t kPointsIn = 15;  // … and under nine tenths of it
constexpr Duration kLookBack = Duration::hours(24 * 7);

Instant nextMinute(Instant t) {
  return Instant{(t.us / kPeriod.us + 1) * kPeriod.us};
}

Instant dueAfter(const ScalingRow::Action& action, WallTime startsAt, Instant t) {
  const auto next = action.schedule.next(startsAt + Duration{t.us}, startsAt);
  return next ? Instant{next->us - startsAt.us} : kNever;
}

/// As Application Auto Scaling stands when the run begins: what its calendar did in the week before
/// is in force.
ScalingRow rowOf(const project::Project& project, std::size_t function) {
  const project::ProvisionedScaling& given = *project.functions[function].provisionedScaling;
  ScalingRow row{.function = static_cast<std::uint16_t>(function),
                 .minimum = given.minimum,
                 .maximum = given.maximum,
                 .targetPpm = given.targetPpm,
                 .startsAt = project.startsAt};
  Instant latest = Instant{} - kLookBack;
  for (const project::ProvisionedScaling::Action& action : given.actions) {
    auto schedule = events::ScheduleExpression::parse(action.schedule);
    if (!schedule) continue;  // simulate() has refused it.
    ScalingRow::Action read{*schedule, action.minimum, action.maximum};
    read.next = read.schedule.isRate() ? Instant{-1} : Instant{} - kLookBack;
    while (read.next < Instant{}) {
      read.next = dueAfter(read, row.startsAt, read.next);
      if (read.next >= Instant{} || read.next < latest) continue;
      latest = read.next;
      row.minimum = action.minimum;
      row.maximum = action.maximum;
    }
    row.actions.push_back(std::move(read));
  }
  row.maximum = std::max(row.minimum, row.maximum);
  return row;
}

/// When the row's next minute ends or its next action is due, after t.
Instant nextOf(const ScalingRow& row, Instant t) {
  Instant next = row.targetPpm > 0 ? nextMinute(t) : kNever;
  for (const ScalingRow::Action& action : row.actions) next = std::min(next, action.next);
  return next;
}

/// Sums what is in use up to t.
void sum(ScalingRow& row, const Provisioning& p, Instant t) {
  row.busyUs += p.busy * (t - row.since).us;
  row.since = t;
}

/// The average utilization of the minute that ends at t, and what follows from it. A minute without
/// an invocation has no datapoint, so nothing scales in while nothing runs.
/// (monitoring-metrics-types)
std::optional<std::int32_t> datapoint(ScalingRow& row, const Provisioning& p, Instant t) {
  const bool missing = !row.ran && p.busy == 0;
  sum(row, p, t);
  row.ran = false;
  const std::int64_t used = std::exchange(row.busyUs, 0) * project::kMillion;
  const std::int64_t target = p.usable * kPeriod.us * row.targetPpm;
  if (missing || target == 0) {
    row.high = row.low = 0;
    return std::nullopt;
  }
  row.high = used > target ? row.high + 1 : 0;
  row.low = used < target / 10 * 9 ? row.low + 1 : 0;
  const bool out = row.high >= kPointsOut && holds(Rule::ProvisionedScalesOut);
  const bool in = row.low >= kPointsIn && holds(Rule::ProvisionedScalesIn);
  const bool allocating = p.usable != p.requested;
  if (allocating || (!out && !in)) return std::nullopt;
  row.high = row.low = 0;
  const std::int64_t one = kPeriod.us * row.targetPpm;
  return static_cast<std::int32_t>(
      std::clamp<std::int64_t>((used + one - 1) / one, row.minimum, row.maximum));
}

}  // namespace

std::optional<std::int32_t> provisionedAtStart(const project::Project& project,
                                               const project::Function& function) {
  if (!function.provisionedScaling) return function.provisioned;
  const auto index = static_cast<std::size_t>(&function - project.functions.data());
  const ScalingRow row = rowOf(project, index);
  const std::int32_t count = std::clamp(function.provisioned.value_or(0), row.minimum, row.maximum);
  return count > 0 ? std::optional(count) : std::nullopt;
}

void Engine::prepareScaling(const project::Project& project) {
  for (std::size_t i = 0; i < project.functions.size(); ++i) {
    if (!project.functions[i].provisionedScaling) continue;
    const auto number = static_cast<std::uint32_t>(m_scaling.size());
    m_functions[i].provisioned.scaling = static_cast<std::int32_t>(number);
    m_scaling.push_back(rowOf(project, i));
    const Instant next = nextOf(m_scaling.back(), Instant{});
    if (next != kNever) setTimer(next, Timer::Scaling, number, number);
  }
}

void Engine::noteProvisionedUse(FunctionRow& f, Instant t) {
  ScalingRow& row = m_scaling[static_cast<std::size_t>(f.provisioned.scaling)];
  sum(row, f.provisioned, t);
  row.ran = true;
}

void Engine::scalingDue(std::uint32_t number, Instant t) {
  ScalingRow& row = m_scaling[number];
  FunctionRow& f = m_functions[row.function];
  for (ScalingRow::Action& action : row.actions) {
    if (action.next != t) continue;
    action.next = dueAfter(action, row.startsAt, t);
    if (!holds(Rule::ProvisionedSchedule)) continue;
    row.minimum = action.minimum;
    row.maximum = std::max(action.minimum, action.maximum);
    scaleTo(f, t, std::clamp(f.provisioned.requested, row.minimum, row.maximum));
  }
  if (row.targetPpm > 0 && t.us % kPeriod.us == 0) {
    if (const auto wanted = datapoint(row, f.provisioned, t)) scaleTo(f, t, *wanted);
  }
  const Instant next = nextOf(row, t);
  if (next != kNever && !m_closed) setTimer(next, Timer::Scaling, number, number);
}

void Engine::scaleTo(FunctionRow& f, Instant t, std::int32_t wanted) {
  if (wanted == f.provisioned.requested) return;
  const std::size_t before = m_journal->changes.size();
  change(t, {Setting::What::Provisioned, f.index, f.id + ".ProvisionedConcurrency"}, wanted);
  for (std::size_t i = before; i < m_journal->changes.size(); ++i)
    m_journal->changes[i].scaled = true;
}

}  // namespace coldstart::engine
