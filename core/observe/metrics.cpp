// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/observe/metrics.h"

#include <algorithm>
#include <cassert>
#include <functional>
#include <queue>

#include "core/observe/batches.h"
#include "core/observe/concurrency_curve.h"
#include "core/observe/destination_record.h"

namespace coldstart::observe {

using journal::Attempt;
using journal::Decision;
using journal::Ending;

namespace {

/// What an attempt gives to a counted metric: a value, and the moment it belongs to.
struct Sample {
  Instant at;
  std::int64_t value = 0;  ///< Microseconds for times, else a count.
};

Instant queuedAt(const RunIndex& index, const Attempt& attempt) {
  const Attempt* first = &attempt;
  while (first->cause != journal::kNone) first = &index.attempts()[first->cause];
  return first->arrived;
}

/// What a destination or a dead-letter queue could not take.
std::optional<Sample> lostSample(const RunIndex& index, Metric metric, const Attempt& a) {
  const bool letters = metric == Metric::DeadLetterErrors;
  const auto number = static_cast<journal::AttemptIndex>(&a - index.attempts().data());
  std::int64_t lost = 0;
  for (const Delivery& delivery : deliveriesAfter(index, number)) {
    if ((delivery.kind == Delivery::Kind::DeadLetter) == letters && !delivery.arrived) ++lost;
  }
  return lost > 0 ? std::optional(Sample{a.ended(), lost}) : std::nullopt;
}

std::optional<Sample> eventSample(const RunIndex& index, Metric metric, const Attempt& a) {
  // Loops go through queues as well.
  if (metric == Metric::RecursiveInvocationsDropped)
    return a.decision == Decision::RecursionStopped ? std::optional(Sample{a.arrived, 1})
                                                    : std::nullopt;
  if (index.run().journal.sources[a.source].type != project::InvocationType::Event)
    return std::nullopt;
  if (metric == Metric::AsyncEventsReceived && a.cause == journal::kNone)
    return Sample{a.arrived, 1};
  if (metric == Metric::AsyncEventAge && a.ran())
    return Sample{a.began(), (a.began() - queuedAt(index, a)).us};
  const bool failed = a.ending != Ending::Succeeded && a.ending != Ending::Running;
  if (metric == Metric::AsyncEventsDropped && failed && !a.retried) return Sample{a.ended(), 1};
  if (metric == Metric::DeadLetterErrors || metric == Metric::DestinationDeliveryFailures)
    return lostSample(index, metric, a);
  return std::nullopt;
}

/// Of function URLs: what its answer will be, as caller_result.cpp tells it.
std::optional<Sample> urlSample(const RunIndex& index, Metric metric, const Attempt& a) {
  if (index.run().journal.sources[a.source].trigger != project::TriggerKind::FunctionUrl)
    return std::nullopt;
  const bool refused = journal::isThrottle(a.decision);
  const bool failed = journal::isError(a.ending) || a.ending == Ending::Refused || a.abandoned;
  if (metric == Metric::UrlRequestLatency)
    return Sample{a.arrived, (index.endOf(a) - a.arrived).us};
  if (metric == Metric::UrlRequestCount || (metric == Metric::Url4xxCount && refused) ||
      (metric == Metric::Url5xxCount && failed))
    return Sample{a.arrived, 1};
  return std::nullopt;
}

std::optional<Sample> sampleOf(const RunIndex& index, Metric metric, const Attempt& a) {
  switch (metric) {
    case Metric::Invocations:
      if (a.ran()) return Sample{a.began(), 1};
      break;
    case Metric::Errors:  // Every invocation reports one, 0 when it went well: the average is a
                          // rate.
      if (a.ran()) {
        const bool failed = journal::isError(a.ending);
        return Sample{a.began(), failed ? 1 : 0};
      }
      break;
    case Metric::Throttles:
      if (journal::isThrottle(a.decision)) return Sample{a.arrived, 1};
      break;
    case Metric::Duration:
      if (a.ran() && a.ending != Ending::Running) return Sample{a.began(), a.durationUs};
      break;
    case Metric::ProvisionedConcurrencyInvocations:
      if (a.decision == Decision::Provisioned) return Sample{a.began(), 1};
      break;
    case Metric::ProvisionedConcurrencySpilloverInvocations:
      if (a.decision == Decision::ColdSpillover || a.decision == Decision::WarmSpillover)
        return Sample{a.began(), 1};
      break;
    case Metric::UrlRequestCount:
    case Metric::UrlRequestLatency:
    case Metric::Url4xxCount:
    case Metric::Url5xxCount:
      return urlSample(index, metric, a);
    default:
      return eventSample(index, metric, a);
  }
  return std::nullopt;
}

double inUnit(Metric metric, double value) {
  return metricInfo(metric).unit == "Milliseconds" ? value / 1'000 : value;
}

std::int64_t perMille(Statistic statistic) {
  switch (statistic) {
    case Statistic::P50:
      return 500;
    case Statistic::P90:
      return 900;
    case Statistic::P95:
      return 950;
    case Statistic::P99:
      return 990;
    default:
      return 999;
  }
}

/// Counts one period at a time would need order; invocations start out of order, so all periods
/// are open until the pass is over.
class Periods {
 public:
  Periods(Instant end, Duration period)
      : m_period(period), m_cells(static_cast<std::size_t>(end.us / period.us + 1)) {}

  [[nodiscard]] std::size_t of(Instant t) const {
    const std::int64_t number = std::max<std::int64_t>(t.us, 0) / m_period.us;
    return std::min(static_cast<std::size_t>(number), m_cells.size() - 1);
  }
  void add(const Sample& sample) {
    Cell& cell = m_cells[of(sample.at)];
    cell.minimum = cell.count == 0 ? sample.value : std::min(cell.minimum, sample.value);
    cell.maximum = cell.count == 0 ? sample.value : std::max(cell.maximum, sample.value);
    cell.sum += sample.value;
    ++cell.count;
  }
  [[nodiscard]] std::vector<Datapoint> points(Metric metric, Statistic statistic) const {
    std::vector<Datapoint> points;
    for (std::size_t i = 0; i < m_cells.size(); ++i) {
      const Cell& cell = m_cells[i];
      if (cell.count == 0) continue;
      double value = static_cast<double>(cell.sum);
      if (statistic == Statistic::Average) value /= static_cast<double>(cell.count);
      if (statistic == Statistic::Minimum) value = static_cast<double>(cell.minimum);
      if (statistic == Statistic::Maximum) value = static_cast<double>(cell.maximum);
      value = inUnit(metric, value);
      if (statistic == Statistic::SampleCount) value = static_cast<double>(cell.count);
      points.push_back({start(i), value});
    }
    return points;
  }
  [[nodiscard]] Instant start(std::size_t i) const {
    return Instant{static_cast<std::int64_t>(i) * m_period.us};
  }
  [[nodiscard]] std::size_t size() const { return m_cells.size(); }
  [[nodiscard]] std::int64_t countOf(std::size_t i) const { return m_cells[i].count; }

 private:
  struct Cell {
    std::int64_t count = 0;
    std::int64_t sum = 0;
    std::int64_t minimum = 0;
    std::int64_t maximum = 0;
  };
  Duration m_period;
  std::vector<Cell> m_cells;
};

template <typename Seen>
void eachSample(const RunIndex& index, Metric metric, std::optional<std::size_t> function,
                Seen seen) {
  const auto ofMessages = [&seen](Instant at, std::int64_t value) { seen(Sample{at, value}); };
  if (eachMessageSample(index, metric, function, ofMessages)) return;
  for (const Attempt& attempt : index.attempts()) {
    if (function && index.run().journal.functionOf(attempt) != *function) continue;
    if (const auto sample = sampleOf(index, metric, attempt)) seen(*sample);
  }
}

/// Every value, sorted into its period by counting; then each period by itself.
std::vector<Datapoint> percentiles(const RunIndex& index, Metric metric,
                                   std::optional<std::size_t> function, Statistic statistic,
                                   const Periods& periods) {
  std::vector<std::size_t> next(periods.size() + 1);
  for (std::size_t i = 0; i < periods.size(); ++i)
    next[i + 1] = next[i] + static_cast<std::size_t>(periods.countOf(i));
  std::vector<std::int64_t> values(next.back());
  eachSample(index, metric, function,
             [&](const Sample& sample) { values[next[periods.of(sample.at)]++] = sample.value; });
  std::vector<Datapoint> points;
  auto from = values.begin();
  for (std::size_t i = 0; i < periods.size(); ++i) {
    const std::int64_t count = periods.countOf(i);
    if (count == 0) continue;
    const std::int64_t rank =
        std::clamp<std::int64_t>((count * perMille(statistic) + 999) / 1'000, 1, count);
    const auto wanted = from + (rank - 1);
    std::nth_element(from, wanted, from + count);
    points.push_back({periods.start(i), inUnit(metric, static_cast<double>(*wanted))});
    from += count;
  }
  return points;
}

/// Environments in use that a gauge counts.
bool counts(const RunIndex& index, Metric metric, const Attempt& a) {
  if (!a.ran()) return false;
  const bool provisioned = a.decision == Decision::Provisioned;
  const std::uint16_t f = index.run().journal.functionOf(a);
  const auto unreserved = [&] { return limitAt(index.reserved(f), a.arrived) < 0; };
  switch (metric) {
    case Metric::UnreservedConcurrentExecutions:
      return unreserved();
    case Metric::ClaimedAccountConcurrency:
      return !provisioned && unreserved();
    case Metric::ProvisionedConcurrentExecutions:
    case Metric::ProvisionedConcurrencyUtilization:
      return provisioned;
    default:
      return true;
  }
}

/// The least, the most and the time-weighted sum of a value that changes in steps, period by
/// period.
class Gauge {
 public:
  Gauge(Instant end, Duration period)
      : m_period(period), m_cells(static_cast<std::size_t>(end.us / period.us + 1)) {}

  /// From t on the value is another. Times must not go back.
  void set(Instant t, std::int64_t value) {
    advance(t);
    m_value = value;
    if (m_cell < m_cells.size()) touch();
  }
  [[nodiscard]] std::vector<Datapoint> points(Instant end, Statistic statistic) {
    advance(end);
    std::vector<Datapoint> points;
    for (std::size_t i = 0; i < m_cells.size(); ++i) {
      const Cell& cell = m_cells[i];
      if (cell.most <= 0) continue;
      double value = static_cast<double>(cell.most);
      if (statistic == Statistic::Minimum) value = static_cast<double>(cell.least);
      if (statistic == Statistic::Average)
        value = static_cast<double>(cell.integral) / static_cast<double>(m_period.us);
      points.push_back({Instant{static_cast<std::int64_t>(i) * m_period.us}, value});
    }
    return points;
  }

 private:
  struct Cell {
    std::int64_t least = std::numeric_limits<std::int64_t>::max();
    std::int64_t most = 0;
    std::int64_t integral = 0;
  };
  void touch() {
    Cell& cell = m_cells[m_cell];
    cell.least = std::min(cell.least, m_value);
    cell.most = std::max(cell.most, m_value);
  }
  void advance(Instant t) {
    while (m_cell < m_cells.size()) {
      const Instant next{static_cast<std::int64_t>(m_cell + 1) * m_period.us};
      const Instant to = std::min(next, t);
      if (to > m_at) {
        touch();
        m_cells[m_cell].integral += m_value * (to - m_at).us;
        m_at = to;
      }
      if (t < next) return;
      ++m_cell;
    }
  }
  Duration m_period;
  std::vector<Cell> m_cells;
  std::size_t m_cell = 0;
  Instant m_at;
  std::int64_t m_value = 0;
};

/// What is claimed whether it is used or not: reserves, and the provisioned concurrency of
/// functions without one (facts §3.1).
std::int64_t claimedAt(const RunIndex& index, Instant t) {
  std::int64_t claimed = 0;
  for (std::size_t f = 0; f < index.run().project.functions.size(); ++f) {
    const std::int32_t reserved = limitAt(index.reserved(f), t);
    claimed += reserved >= 0 ? reserved : std::max(limitAt(index.provisioned(f), t), 0);
  }
  return claimed;
}

constexpr double kUtilizationScale = 1'000'000;

std::int64_t gaugeValue(const RunIndex& index, Metric metric, std::optional<std::size_t> function,
                        Instant t, std::int64_t busy) {
  if (metric == Metric::ClaimedAccountConcurrency) return busy + claimedAt(index, t);
  if (metric != Metric::ProvisionedConcurrencyUtilization) return busy;
  const auto steps = index.concurrency().provisionedReady(function);
  const auto after = std::ranges::upper_bound(steps, t, {}, &ConcurrencyCurve::Step::at);
  const std::int64_t ready = after == steps.begin() ? 0 : (after - 1)->value;
  return ready == 0 ? 0 : busy * static_cast<std::int64_t>(kUtilizationScale) / ready;
}

std::vector<Datapoint> gaugeSeries(const RunIndex& index, Metric metric,
                                   std::optional<std::size_t> function, Statistic statistic,
                                   Duration period) {
  const Instant end = index.run().end;
  Gauge gauge(end, period);
  std::priority_queue<std::int64_t, std::vector<std::int64_t>, std::greater<>> ends;
  const auto value = [&](Instant t) {
    return gaugeValue(index, metric, function, t, static_cast<std::int64_t>(ends.size()));
  };
  const auto leave = [&](Instant until) {
    while (!ends.empty() && ends.top() <= until.us) {
      const Instant t{ends.top()};
      while (!ends.empty() && ends.top() == t.us) ends.pop();
      if (t != until) gauge.set(t, value(t));
    }
  };
  gauge.set(Instant{}, value(Instant{}));
  for (const Attempt& attempt : index.attempts()) {
    if (function && index.run().journal.functionOf(attempt) != *function) continue;
    if (!counts(index, metric, attempt)) continue;
    leave(attempt.arrived);
    ends.push(index.endOf(attempt).us);
    gauge.set(attempt.arrived, value(attempt.arrived));
  }
  leave(end + Duration{1});
  std::vector<Datapoint> points = gauge.points(end, statistic);
  if (metric == Metric::ProvisionedConcurrencyUtilization) {
    for (Datapoint& point : points) point.value /= kUtilizationScale;
  }
  return points;
}

}  // namespace

const std::vector<MetricInfo>& metricCatalogue() {
  using S = Statistic;
  static const std::vector<MetricInfo> kCatalogue{
      {Metric::Invocations, "Invocations", "Count", S::Sum, false, false},
      {Metric::Errors, "Errors", "Count", S::Sum, false, false},
      {Metric::Throttles, "Throttles", "Count", S::Sum, false, false},
      {Metric::Duration, "Duration", "Milliseconds", S::P99, false, false},
      {Metric::ConcurrentExecutions, "ConcurrentExecutions", "Count", S::Maximum, false, true},
      {Metric::UnreservedConcurrentExecutions, "UnreservedConcurrentExecutions", "Count",
       S::Maximum, true, true},
      {Metric::ClaimedAccountConcurrency, "ClaimedAccountConcurrency", "Count", S::Maximum, true,
       true},
      {Metric::ProvisionedConcurrentExecutions, "ProvisionedConcurrentExecutions", "Count",
       S::Maximum, false, true},
      {Metric::ProvisionedConcurrencyUtilization, "ProvisionedConcurrencyUtilization", "",
       S::Maximum, false, true},
      {Metric::ProvisionedConcurrencyInvocations, "ProvisionedConcurrencyInvocations", "Count",
       S::Sum, false, false},
      {Metric::ProvisionedConcurrencySpilloverInvocations,
       "ProvisionedConcurrencySpilloverInvocations", "Count", S::Sum, false, false},
      {Metric::AsyncEventsReceived, "AsyncEventsReceived", "Count", S::Sum, false, false},
      {Metric::AsyncEventAge, "AsyncEventAge", "Milliseconds", S::Maximum, false, false},
      {Metric::AsyncEventsDropped, "AsyncEventsDropped", "Count", S::Sum, false, false},
      {Metric::DeadLetterErrors, "DeadLetterErrors", "Count", S::Sum, false, false},
      {Metric::DestinationDeliveryFailures, "DestinationDeliveryFailures", "Count", S::Sum, false,
       false},
      {Metric::RecursiveInvocationsDropped, "RecursiveInvocationsDropped", "Count", S::Sum, false,
       false},
      {Metric::UrlRequestCount, "UrlRequestCount", "Count", S::Sum, false, false},
      {Metric::UrlRequestLatency, "UrlRequestLatency", "Milliseconds", S::Average, false, false},
      {Metric::Url4xxCount, "Url4xxCount", "Count", S::Sum, false, false},
      {Metric::Url5xxCount, "Url5xxCount", "Count", S::Sum, false, false},
      {Metric::IteratorAge, "IteratorAge", "Milliseconds", S::Maximum, false, false},
      {Metric::PolledEventCount, "PolledEventCount", "Count", S::Sum, false, false},
      {Metric::FilteredOutEventCount, "FilteredOutEventCount", "Count", S::Sum, false, false},
      {Metric::InvokedEventCount, "InvokedEventCount", "Count", S::Sum, false, false},
      {Metric::FailedInvokeEventCount, "FailedInvokeEventCount", "Count", S::Sum, false, false},
      {Metric::DroppedEventCount, "DroppedEventCount", "Count", S::Sum, false, false},
      {Metric::OnFailureDestinationDeliveredEventCount, "OnFailureDestinationDeliveredEventCount",
       "Count", S::Sum, false, false},
      {Metric::DeletedEventCount, "DeletedEventCount", "Count", S::Sum, false, false},
  };
  return kCatalogue;
}

const MetricInfo& metricInfo(Metric metric) {
  const MetricInfo& info = metricCatalogue()[static_cast<std::size_t>(metric)];
  assert(info.metric == metric);
  return info;
}

std::string_view statisticName(Statistic statistic) {
  constexpr std::string_view kNames[] = {"Sum", "Average", "Minimum", "Maximum", "SampleCount",
                                         "p50", "p90",     "p95",     "p99",     "p99.9"};
  return kNames[static_cast<std::size_t>(statistic)];
}

std::vector<Statistic> statisticsOf(Metric metric) {
  using S = Statistic;
  if (metricInfo(metric).gauge) return {S::Maximum, S::Minimum, S::Average};
  return {S::Sum, S::Average, S::Minimum, S::Maximum, S::SampleCount,
          S::P50, S::P90,     S::P95,     S::P99,     S::P999};
}

std::vector<Datapoint> metricSeries(const RunIndex& index, Metric metric,
                                    std::optional<std::size_t> function, Statistic statistic,
                                    Duration period) {
  const MetricInfo& info = metricInfo(metric);
  if (info.wholeRegion) function.reset();
  const auto known = statisticsOf(metric);
  if (std::find(known.begin(), known.end(), statistic) == known.end() || period.us <= 0) return {};
  if (info.gauge) return gaugeSeries(index, metric, function, statistic, period);
  Periods periods(index.run().end, period);
  eachSample(index, metric, function, [&periods](const Sample& sample) { periods.add(sample); });
  if (statistic >= Statistic::P50) return percentiles(index, metric, function, statistic, periods);
  return periods.points(metric, statistic);
}

}  // namespace coldstart::observe
