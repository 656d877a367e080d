// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulate/downstreams.h"

#include <algorithm>
#include <utility>

#include "core/base/holds.h"

namespace coldstart::simulate {

using journal::Ending;

__extension__ using Wide = __int128;

namespace {

constexpr Duration kRefusal = Duration::millis(1);  ///< How long being turned away takes.
constexpr std::int64_t kLongestCallUs = 3'600'000'000;

/// How many times as long a call takes, in millionths, with so many under way.
std::int64_t factorPpm(const project::Downstream& d, std::int32_t underWay) {
  if (d.capacity <= 0 || d.curve.empty()) return project::kMillion;
  const std::int64_t load = std::int64_t{underWay} * project::kMillion / d.capacity;
  const auto after = std::ranges::find_if(
      d.curve, [load](const project::Downstream::Point& p) { return p.loadPpm >= load; });
  if (after == d.curve.end()) return d.curve.back().factorPpm;
  if (after == d.curve.begin()) return after->factorPpm;
  const project::Downstream::Point& before = *(after - 1);
  const std::int64_t span = after->loadPpm - before.loadPpm;
  return before.factorPpm +
         static_cast<std::int64_t>(static_cast<Wide>(after->factorPpm - before.factorPpm) *
                                   (load - before.loadPpm) / span);
}

}  // namespace

Downstreams::Downstreams(const project::Project& project, std::uint64_t seed) {
  m_rows.reserve(project.downstreams.size());
  for (std::size_t i = 0; i < project.downstreams.size(); ++i) {
    const project::Downstream& downstream = project.downstreams[i];
    m_rows.push_back(
        {.configured = &downstream,
         .latency = engine::Sampler(downstream.latency, Random(seed, Purpose::Downstream, i)),
         .failures = Random(seed, Purpose::Outage, i + 1)});
  }
  for (const project::Function& function : project.functions) {
    m_callsOf.push_back(&function.work.calls);
    m_any = m_any || !function.work.calls.empty();
  }
}

Downstreams::Step Downstreams::begin(engine::Slot slot, std::uint16_t function, Instant t,
                                     Outcome own, Duration timeout) {
  if (m_running.size() <= slot) m_running.resize(slot + std::size_t{1});
  Running& running = m_running[slot];
  running.calls = m_callsOf[function];
  running.call = 0;
  running.made = 0;
  running.deadline = holds(Rule::Timeout) ? t + timeout : kNever;
  running.own = own;
  return next(slot, t);
}

Downstreams::Step Downstreams::callEnded(engine::Slot slot, Instant t) {
  leave(m_running[slot]);
  return next(slot, t);
}

Downstreams::Step Downstreams::next(engine::Slot slot, Instant t) {
  Running& running = m_running[slot];
  const auto& calls = *running.calls;
  while (running.call < calls.size() && running.made >= calls[running.call].times) {
    ++running.call;
    running.made = 0;
  }
  Step step{t + running.own.duration, true, running.own.ending};
  if (running.call < calls.size()) {
    Row& row = m_rows[calls[running.call].downstream];
    ++running.made;
    if (!connect(running, row)) {
      step = {t + kRefusal, true, Ending::HandlerError};
    } else {
      running.in = &row;
      ++row.underWay;
      step = {t + latencyOf(row)};
      if (row.errorPpm > 0 &&
          row.failures.below(project::kMillion) < static_cast<std::uint64_t>(row.errorPpm)) {
        step = {step.at, true, Ending::HandlerError};
      }
    }
  }
  if (step.at > running.deadline) return {running.deadline, true, Ending::TimedOut};
  return step;
}

bool Downstreams::connect(Running& running, Row& row) {
  const project::Downstream& d = *row.configured;
  if (d.connections <= 0) return true;
  if (d.heldByEnvironment && std::ranges::find(running.holds, &row) != running.holds.end()) {
    return true;
  }
  if (row.open >= d.connections && holds(Rule::DownstreamConnections)) return false;
  ++row.open;
  if (d.heldByEnvironment) running.holds.push_back(&row);
  return true;
}

Duration Downstreams::latencyOf(Row& row) {
  const std::int64_t drawn = row.latency.next();
  const std::int64_t factor =
      holds(Rule::DownstreamLatency) ? factorPpm(*row.configured, row.underWay) : project::kMillion;
  const Wide us =
      static_cast<Wide>(drawn) * factor / project::kMillion * row.slowdownPpm / project::kMillion;
  return Duration{static_cast<std::int64_t>(std::min<Wide>(us, kLongestCallUs))};
}

void Downstreams::leave(Running& running) {
  if (running.in == nullptr) return;
  Row& row = *std::exchange(running.in, nullptr);
  --row.underWay;
  if (row.configured->connections > 0 && !row.configured->heldByEnvironment) --row.open;
}

void Downstreams::disconnect(Running& running) {
  for (Row* row : running.holds) --row->open;
  running.holds.clear();
}

void Downstreams::invocationEnded(engine::Slot slot, Ending ending) {
  if (slot >= m_running.size()) return;
  leave(m_running[slot]);
  if (journal::resets(ending)) disconnect(m_running[slot]);  // Its process is gone.
}

void Downstreams::environmentStopped(engine::Slot slot) {
  if (slot < m_running.size()) disconnect(m_running[slot]);
}

void Downstreams::impair(std::size_t downstream, std::int32_t errorPpm, std::int64_t slowdownPpm) {
  m_rows[downstream].errorPpm = errorPpm;
  m_rows[downstream].slowdownPpm = slowdownPpm;
}

}  // namespace coldstart::simulate
