// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/observe/concurrency_curve.h"

#include <algorithm>
#include <bit>
#include <limits>
#include <utility>

#include "core/observe/run_index.h"

namespace coldstart::observe {

using journal::Attempt;
using journal::AttemptIndex;

namespace {

/// Slices of a series: fine enough that a window of fewer slices than pixels holds few attempts.
std::size_t sliceCount(std::size_t attempts) {
  return std::clamp<std::size_t>(std::bit_ceil(attempts / 4 + 1), 1 << 10, 1 << 20);
}

/// Writes one series while time goes on. A value counts once all that happens at its instant has
/// happened: an environment freed and taken again at once was never idle.
class SliceWriter {
 public:
  SliceWriter(std::vector<InUse>& slices, int shift, std::int32_t& peak)
      : m_slices(slices), m_shift(shift), m_peak(peak) {}

  void add(std::int32_t change, std::int64_t at) {
    if (at != m_at) settle(at);
    m_value += change;
  }
  void finish() { settle(std::numeric_limits<std::int64_t>::max()); }

 private:
  void settle(std::int64_t next) {
    InUse& here = m_slices[m_slice];
    here.least = std::min(here.least, m_value);
    here.most = std::max(here.most, m_value);
    m_peak = std::max(m_peak, m_value);
    const auto until =
        std::min<std::size_t>(m_slices.size() - 1, static_cast<std::size_t>(next >> m_shift));
    while (m_slice < until) m_slices[++m_slice] = {m_value, m_value};
    m_at = next;
  }

  std::vector<InUse>& m_slices;
  int m_shift;
  std::int32_t& m_peak;
  std::int32_t m_value = 0;
  std::size_t m_slice = 0;
  std::int64_t m_at = 0;
};

/// An attempt that leaves its environment, packed so that sorting is by time.
struct Leaving {
  std::uint64_t key = 0;
  Leaving(std::int64_t at, std::uint16_t function)
      : key(static_cast<std::uint64_t>(at) << 16 | function) {}
  Leaving() = default;
  [[nodiscard]] std::int64_t at() const { return static_cast<std::int64_t>(key >> 16); }
  [[nodiscard]] std::uint16_t function() const { return static_cast<std::uint16_t>(key & 0xFFFF); }
  bool operator<(const Leaving& other) const { return key < other.key; }
};

/// Everything that leaves an environment before the run's end, ascending. A counting sort by slice
/// first: ends are nearly in order, so what is left to sort inside a slice is short.
std::vector<Leaving> leavings(const RunIndex& index, int shift, std::size_t slices) {
  const auto all = index.attempts();
  const std::int64_t end = index.run().end.us;
  std::vector<std::uint32_t> offset(slices + 1, 0);
  const auto leaves = [&](const Attempt& a) {
    return a.ran() && a.ending != journal::Ending::Running && a.ended().us <= end &&
           a.ended() > a.arrived;
  };
  for (const Attempt& a : all)
    if (leaves(a)) ++offset[static_cast<std::size_t>(a.ended().us >> shift) + 1];
  for (std::size_t s = 1; s <= slices; ++s) offset[s] += offset[s - 1];
  std::vector<Leaving> sorted(offset.back());
  std::vector<std::uint32_t> next(offset.begin(), offset.end() - 1);
  for (const Attempt& a : all) {
    if (!leaves(a)) continue;
    const auto slice = static_cast<std::size_t>(a.ended().us >> shift);
    sorted[next[slice]++] = Leaving(a.ended().us, index.run().journal.functionOf(a));
  }
  for (std::size_t s = 0; s < slices; ++s)
    std::sort(sorted.begin() + offset[s], sorted.begin() + offset[s + 1]);
  return sorted;
}

using Step = ConcurrencyCurve::Step;

/// A step that says the same as the one before it is left out.
void put(std::vector<Step>& steps, Step step) {
  if (!steps.empty() && steps.back().at == step.at) steps.pop_back();
  if (steps.empty() ? step.value != 0 : steps.back().value != step.value) steps.push_back(step);
}

std::vector<Step> summed(const std::vector<std::vector<Step>>& functions) {
  std::vector<Step> changes;
  for (const std::vector<Step>& steps : functions) {
    std::int32_t before = 0;
    for (const Step& step : steps)
      changes.push_back({step.at, step.value - std::exchange(before, step.value)});
  }
  std::ranges::sort(changes, {}, &Step::at);
  std::int32_t value = 0;
  std::vector<Step> steps;
  for (const Step& change : changes) put(steps, {change.at, value += change.value});
  return steps;
}

}  // namespace

ConcurrencyCurve::ConcurrencyCurve(const RunIndex& index) : m_index(index) {
  const std::size_t functions = std::max<std::size_t>(index.run().project.functions.size(), 1);
  const std::int64_t end = std::max<std::int64_t>(index.run().end.us, 1);
  const auto tallies = index.talliesAt(kNever);
  const auto prepare = [end](Series& series, std::size_t attempts) {
    const std::size_t wanted = sliceCount(attempts);
    while (static_cast<std::size_t>(end >> series.shift) >= wanted) ++series.shift;
    series.slices.resize(static_cast<std::size_t>(end >> series.shift) + 1);
  };
  prepare(m_all, index.attempts().size());
  m_functions.resize(functions);
  std::vector<SliceWriter> writers;
  writers.reserve(functions);
  for (std::size_t f = 0; f < functions; ++f) {
    const Tally& tally = tallies[f];
    prepare(m_functions[f],
            static_cast<std::size_t>(tally.requests + tally.retries + tally.askedAgain));
    writers.emplace_back(m_functions[f].slices, m_functions[f].shift, m_functions[f].peak);
  }
  SliceWriter everything(m_all.slices, m_all.shift, m_all.peak);
  const bool single = functions == 1;  // One function: its series is the whole.
  const auto change = [&](std::int32_t by, std::int64_t at, std::size_t function) {
    everything.add(by, at);
    if (!single) writers[function].add(by, at);
  };

  const auto leaving = leavings(index, m_all.shift, m_all.slices.size());
  std::size_t next = 0;
  for (const Attempt& a : index.attempts()) {
    if (!a.ran() || index.endOf(a) <= a.arrived || a.arrived.us > end) continue;
    for (; next < leaving.size() && leaving[next].at() <= a.arrived.us; ++next)
      change(-1, leaving[next].at(), leaving[next].function());
    change(1, a.arrived.us, index.run().journal.functionOf(a));
  }
  for (; next < leaving.size(); ++next) change(-1, leaving[next].at(), leaving[next].function());
  everything.finish();
  for (SliceWriter& writer : writers) writer.finish();
  if (single) m_functions[0] = m_all;
  std::vector<std::vector<Step>> provisioned(functions);
  for (std::size_t f = 0; f < functions; ++f)
    m_functions[f].provisioned = provisioned[f] = provisionedOf(f);
  m_all.provisioned = summed(provisioned);
}

std::vector<ConcurrencyCurve::Step> ConcurrencyCurve::provisionedOf(std::size_t function) const {
  std::vector<Step> changes;
  for (const journal::Environment& e : m_index.environments()) {
    if (!e.provisioned || e.function != function || e.ready() >= e.stopped) continue;
    changes.push_back({e.ready(), 1});
    if (e.stopped != kNever) changes.push_back({e.stopped, -1});
  }
  if (changes.empty()) return {};
  const auto allocated = m_index.allocatedProvisioned(function);
  for (const LimitStep& step : allocated) changes.push_back({step.at, 0});
  std::ranges::stable_sort(changes, {}, &Step::at);
  std::int32_t ready = 0;
  std::vector<Step> steps;
  for (const Step& change : changes) {
    ready += change.value;
    // Those that were ready when the run began had been handed over before it.
    const Instant t = std::max(change.at, Instant{});
    put(steps, {change.at, std::min(ready, limitAt(allocated, t))});
  }
  return steps;
}

const ConcurrencyCurve::Series& ConcurrencyCurve::series(
    std::optional<std::size_t> function) const {
  return function ? m_functions[*function] : m_all;
}

std::int32_t ConcurrencyCurve::peak(std::optional<std::size_t> function) const {
  return series(function).peak;
}

std::span<const ConcurrencyCurve::Step> ConcurrencyCurve::provisionedReady(
    std::optional<std::size_t> function) const {
  return series(function).provisioned;
}

std::int32_t ConcurrencyCurve::at(std::optional<std::size_t> function, Instant t) const {
  std::int32_t count = 0;
  for (const journal::EnvironmentIndex e : m_index.aliveAt(t)) {
    if (function && m_index.environments()[e].function != *function) continue;
    count += m_index.servedAt(e, t) ? 1 : 0;
  }
  return count;
}

void ConcurrencyCurve::sample(std::optional<std::size_t> function, Instant from, Instant to,
                              std::span<InUse> columns) const {
  if (columns.empty()) return;
  const Series& own = series(function);
  const auto columnCount = static_cast<std::int64_t>(columns.size());
  const std::int64_t span = std::max<std::int64_t>((to - from).us, 1);
  // A window of fewer slices than columns, or of few attempts, is counted attempt by attempt.
  constexpr std::size_t kFewAttempts = 20'000;
  if ((span >> own.shift) < columnCount ||
      m_index.arrivedBy(to) - m_index.arrivedBy(from) <= kFewAttempts) {
    sampleClosely(function, from, to, columns);
    return;
  }
  const auto last = static_cast<std::int64_t>(own.slices.size()) - 1;
  for (std::int64_t c = 0; c < columnCount; ++c) {
    const std::int64_t begin = from.us + span * c / columnCount;
    const std::int64_t end = from.us + span * (c + 1) / columnCount;
    const std::int64_t first = std::max<std::int64_t>(begin, 0) >> own.shift;
    const std::int64_t stop = std::min(std::max(first, (end - 1) >> own.shift), last);
    InUse& column = columns[static_cast<std::size_t>(c)];
    column = {0, 0};
    if (end <= 0 || first > last) continue;
    column = own.slices[static_cast<std::size_t>(first)];
    for (std::int64_t s = first + 1; s <= stop; ++s) {
      const InUse& slice = own.slices[static_cast<std::size_t>(s)];
      column.least = std::min(column.least, slice.least);
      column.most = std::max(column.most, slice.most);
    }
  }
}

void ConcurrencyCurve::sampleClosely(std::optional<std::size_t> function, Instant from, Instant to,
                                     std::span<InUse> columns) const {
  struct Event {
    std::int64_t at;
    std::int32_t change;
  };
  const auto all = m_index.attempts();
  std::vector<Event> events;
  std::int32_t value = 0;
  const auto wanted = [&](std::size_t f) { return !function || *function == f; };
  for (const journal::EnvironmentIndex e : m_index.aliveAt(from)) {
    if (!wanted(m_index.environments()[e].function)) continue;
    const auto serving = m_index.servedAt(e, from);
    if (!serving) continue;
    ++value;
    events.push_back({m_index.endOf(all[*serving]).us, -1});
  }
  for (std::size_t i = m_index.arrivedBy(from); i < all.size() && all[i].arrived < to; ++i) {
    if (!all[i].ran() || !wanted(m_index.run().journal.functionOf(all[i]))) continue;
    if (m_index.endOf(all[i]) <= all[i].arrived) continue;
    events.push_back({all[i].arrived.us, 1});
    events.push_back({m_index.endOf(all[i]).us, -1});
  }
  std::ranges::sort(events, {}, &Event::at);
  const auto columnCount = static_cast<std::int64_t>(columns.size());
  const std::int64_t span = std::max<std::int64_t>((to - from).us, 1);
  std::size_t next = 0;
  for (std::int64_t c = 0; c < columnCount; ++c) {
    const std::int64_t begin = from.us + span * c / columnCount;
    const std::int64_t end = from.us + span * (c + 1) / columnCount;
    const auto settle = [&](std::int64_t at) {
      while (next < events.size() && events[next].at == at) value += events[next++].change;
    };
    settle(begin);
    InUse column{value, value};
    while (next < events.size() && events[next].at < end) {
      settle(events[next].at);
      column.least = std::min(column.least, value);
      column.most = std::max(column.most, value);
    }
    columns[static_cast<std::size_t>(c)] = column;
  }
}

}  // namespace coldstart::observe
