// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulate/arrivals.h"

#include <algorithm>
#include <utility>

namespace coldstart::simulate {

using Kind = project::Arrivals::Kind;
__extension__ using Wide = __int128;

namespace {

constexpr std::size_t kLargestBlock = 32;
constexpr std::int64_t kFine = 1024;                        // Steps of m_fineTime in a µs.
constexpr std::int64_t kMicroPerMicro = 1'000'000'000'000;  // (10^-6 requests/s) · µs in a request.
constexpr Duration kDay = Duration::hours(24);
constexpr Duration kLowAt = Duration::hours(3);

/// a · b / c without overflow on the way.
std::int64_t scaled(std::int64_t a, std::int64_t b, std::int64_t c) {
  return static_cast<std::int64_t>(static_cast<Wide>(a) * b / c);
}

/// Between Low and High by the time of day: a smooth step up to 15:00 and down again, in integers.
std::int64_t dailyRate(const project::Arrivals& a, WallTime when) {
  const Duration half{kDay.us / 2};
  std::int64_t since = (when.us - kLowAt.us) % kDay.us;
  if (since < 0) since += kDay.us;
  const std::int64_t up = since < half.us ? since : kDay.us - since;
  const std::int64_t x = scaled(up, project::kMillion, half.us);  // 0 … 10^6
  const std::int64_t step = scaled(x * x, 3 * project::kMillion - 2 * x, project::kMillion);
  return a.perSecondMicro + scaled(a.toMicro - a.perSecondMicro, step,
                                   std::int64_t{project::kMillion} * project::kMillion);
}

/// A bin that is cut counts by the part that is left of it.
std::uint64_t estimateTrace(const project::Trace& trace, Instant from, Instant until) {
  const auto at = [&](Instant t) {
    return std::lower_bound(trace.times.begin(), trace.times.end(), t);
  };
  auto sum = static_cast<std::uint64_t>(at(until) - at(from));
  until = std::min(until, trace.end);
  Instant begin = trace.firstBin;
  for (const std::uint32_t count : trace.counts) {
    const Instant end = begin + trace.bin;
    const std::int64_t part = (std::min(end, until) - std::max(begin, from)).us;
    if (part > 0) sum += static_cast<std::uint64_t>(scaled(count, part, trace.bin.us));
    begin = end;
  }
  return sum;
}

}  // namespace

ArrivalStream::ArrivalStream(const project::Load& load, std::size_t index, std::uint64_t seed)
    : m_arrivals(&load.arrivals),
      m_start(load.start.value_or(Instant{})),
      m_end(load.end.value_or(kNever)),
      m_gaps(seed, Purpose::Arrivals, index),
      m_thinning(seed, Purpose::Thinning, index) {}

Result<ArrivalStream> ArrivalStream::of(const project::Project& project, const project::Load& load,
                                        std::size_t index, std::uint64_t seed) {
  ArrivalStream stream(load, index, seed);
  stream.m_calendar = project.startsAt;
  stream.m_times = load.arrivals.times;
  std::sort(stream.m_times.begin(), stream.m_times.end());
  stream.m_fired = project.startsAt + Duration{stream.m_start.us - 1};
  if (load.arrivals.kind == Kind::Schedule) {
    auto schedule = events::ScheduleExpression::parse(load.arrivals.text);
    if (!schedule) return schedule.error();
    stream.m_schedule = *std::move(schedule);
  }
  return stream;
}

void ArrivalStream::refill() {
  // Small blocks first: most streams of a run with a thousand loads make only a few requests.
  const std::size_t size = std::clamp<std::size_t>(m_block.size() * 2, 4, kLargestBlock);
  m_block.clear();
  m_at = 0;
  while (m_block.size() < size) {
    Instant at = following();
    if (at != kNever && at < m_start) continue;
    if (at >= m_end) at = kNever;
    m_block.push_back(at);
    if (at == kNever) return;
  }
}

Instant ArrivalStream::following() {
  const project::Arrivals& a = *m_arrivals;
  switch (a.kind) {
    case Kind::At:
      return m_count < m_times.size() ? m_times[m_count++] : kNever;
    case Kind::Trace:
      if (!a.trace) return kNever;
      if (!a.trace->counts.empty()) return followingCounted();
      return m_count < a.trace->times.size() ? a.trace->times[m_count++] : kNever;
    case Kind::Constant: {
      if (a.perSecondMicro <= 0) return kNever;
      const Wide offset = static_cast<Wide>(m_count++) * kMicroPerMicro / a.perSecondMicro;
      return m_start + Duration{static_cast<std::int64_t>(offset)};
    }
    case Kind::Burst: {
      if (std::cmp_greater_equal(m_count, a.requests)) return kNever;
      const auto number = static_cast<std::int64_t>(m_count++);
      return m_start + Duration{scaled(a.over.us, number, a.requests)};
    }
    case Kind::Poisson:
      return followingPoisson(a.perSecondMicro);
    case Kind::Ramp:
    case Kind::Daily:
      return followingVarying();
    case Kind::Schedule: {
      const auto fires = m_schedule->next(m_fired, m_calendar);
      if (!fires) return kNever;
      m_fired = *fires;
      return Instant{m_fired.us - m_calendar.us};
    }
  }
  return kNever;
}

double ArrivalStream::followingLog() {
  if (m_usedLogs == m_logs.size()) {
    m_logs.resize(std::clamp<std::size_t>(m_logs.size() * 2, 4, kLargestBlock));
    for (double& log : m_logs) log = openUnit(m_gaps.next());
    naturalLogs(m_logs);
    m_usedLogs = 0;
  }
  return m_logs[m_usedLogs++];
}

Instant ArrivalStream::followingPoisson(std::int64_t perSecondMicro) {
  if (perSecondMicro <= 0) return kNever;
  const double mean =
      static_cast<double>(kMicroPerMicro * kFine) / static_cast<double>(perSecondMicro);
  const double gap = mean * -followingLog();
  // Rates so small that the next request lies beyond the clock's range: none comes.
  if (gap >= 0x1p61 || m_fineTime >= (std::int64_t{1} << 61)) return kNever;
  m_fineTime += static_cast<std::int64_t>(gap + 0.5);
  return m_start + Duration{m_fineTime / kFine};
}

/// A rate that varies: candidates at the highest rate, each kept with the chance that the rate at
/// its moment is of the highest.
Instant ArrivalStream::followingVarying() {
  const std::int64_t highest = std::max(m_arrivals->perSecondMicro, m_arrivals->toMicro);
  for (;;) {
    const Instant candidate = followingPoisson(highest);
    if (candidate >= m_end) return kNever;
    const auto chance = m_thinning.below(static_cast<std::uint64_t>(highest));
    if (std::cmp_less(chance, rateAt(candidate))) return candidate;
  }
}

/// The next moment of a trace that counts by bins. A bin's moments are drawn when it begins.
Instant ArrivalStream::followingCounted() {
  const project::Trace& trace = *m_arrivals->trace;
  while (m_count == m_times.size()) {
    if (m_nextBin == trace.counts.size()) return kNever;
    const Instant begin = trace.firstBin + trace.bin * static_cast<std::int64_t>(m_nextBin);
    m_times.clear();
    m_count = 0;
    for (std::uint32_t left = trace.counts[m_nextBin]; left > 0; --left) {
      const auto offset = m_gaps.below(static_cast<std::uint64_t>(trace.bin.us));
      m_times.push_back(begin + Duration{static_cast<std::int64_t>(offset)});
    }
    std::sort(m_times.begin(), m_times.end());
    ++m_nextBin;
  }
  const Instant at = m_times[m_count++];
  return at < trace.end ? at : kNever;
}

std::int64_t ArrivalStream::rateAt(Instant t) const {
  const project::Arrivals& a = *m_arrivals;
  if (a.kind == Kind::Daily) return dailyRate(a, m_calendar + Duration{t.us});
  const Duration since = t - m_start;
  if (since >= a.over) return a.toMicro;
  return a.perSecondMicro + scaled(a.toMicro - a.perSecondMicro, since.us, a.over.us);
}

Result<Arrivals> Arrivals::of(const project::Project& project, const project::Scenario& scenario,
                              std::uint64_t seed, Instant end) {
  Arrivals all;
  all.m_streams.reserve(scenario.loads.size());
  std::vector<Instant> first;
  for (std::size_t i = 0; i < scenario.loads.size(); ++i) {
    const std::size_t index = scenario.loads[i].sameArrivalsAs.value_or(i);
    auto stream = ArrivalStream::of(project, scenario.loads[i], index, seed);
    if (!stream) return stream.error();
    all.m_streams.push_back(*std::move(stream));
    all.m_streams.back().endAt(end);
    first.push_back(all.m_streams.back().peek());
  }
  all.m_merge = MergeTree(first);
  return all;
}

void Arrivals::pop() {
  ArrivalStream& stream = m_streams[nextSource()];
  stream.pop();
  m_merge.replace(stream.peek());
  __builtin_prefetch(&m_streams[nextSource()]);
}

std::uint64_t estimate(const project::Project& project, const project::Load& load, Instant end) {
  const project::Arrivals& a = load.arrivals;
  const Instant from = load.start.value_or(Instant{});
  const Instant until = std::min(load.end.value_or(kNever), end);
  if (until <= from) return 0;
  const std::int64_t length = (until - from).us;
  const auto inside = [&](Instant t) { return t >= from && t < until; };
  switch (a.kind) {
    case Kind::At:
      return static_cast<std::uint64_t>(std::count_if(a.times.begin(), a.times.end(), inside));
    case Kind::Trace:
      return a.trace ? estimateTrace(*a.trace, from, until) : 0;
    case Kind::Constant:
    case Kind::Poisson:
      return static_cast<std::uint64_t>(scaled(a.perSecondMicro, length, kMicroPerMicro));
    case Kind::Ramp: {
      const std::int64_t rising = std::min(length, a.over.us);
      const std::int64_t reached =
          a.over.us > 0 ? a.perSecondMicro + scaled(a.toMicro - a.perSecondMicro, rising, a.over.us)
                        : a.toMicro;
      return static_cast<std::uint64_t>(
          scaled((a.perSecondMicro + reached) / 2, rising, kMicroPerMicro) +
          scaled(a.toMicro, length - rising, kMicroPerMicro));
    }
    case Kind::Burst:
      return a.over.us > length ? static_cast<std::uint64_t>(scaled(a.requests, length, a.over.us))
                                : static_cast<std::uint64_t>(a.requests);
    case Kind::Daily: {
      constexpr std::int64_t kParts = 240;
      std::int64_t sum = 0;
      for (std::int64_t i = 0; i < kParts; ++i) {
        const Instant middle = from + Duration{scaled(length, 2 * i + 1, 2 * kParts)};
        sum += dailyRate(a, project.startsAt + Duration{middle.us});
      }
      return static_cast<std::uint64_t>(scaled(sum / kParts, length, kMicroPerMicro));
    }
    case Kind::Schedule:
      return static_cast<std::uint64_t>(length / Duration::minutes(1).us) + 1;  // At most.
  }
  return 0;
}

}  // namespace coldstart::simulate
