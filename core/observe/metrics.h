// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// CloudWatch's AWS/Lambda metrics (facts §8.1), recounted from the attempts. A datapoint belongs to
// the period in which its invocation started; where nothing happened there is no datapoint.
// A series costs one pass over the attempts: ask for it off the window's thread.

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "core/observe/run_index.h"

namespace coldstart::observe {

enum class Metric : std::uint8_t {
  Invocations,
  Errors,
  Throttles,
  Duration,
  ConcurrentExecutions,
  UnreservedConcurrentExecutions,
  ClaimedAccountConcurrency,
  ProvisionedConcurrentExecutions,
  ProvisionedConcurrencyUtilization,
  ProvisionedConcurrencyInvocations,
  ProvisionedConcurrencySpilloverInvocations,
  AsyncEventsReceived,
  AsyncEventAge,
  AsyncEventsDropped,
  DeadLetterErrors,
  DestinationDeliveryFailures,
  RecursiveInvocationsDropped,
  UrlRequestCount,
  UrlRequestLatency,
  Url4xxCount,
  Url5xxCount,
  // Event source mappings: eachMessageSample() in batches.h counts these.
  IteratorAge,
  PolledEventCount,
  FilteredOutEventCount,
  InvokedEventCount,
  FailedInvokeEventCount,
  DroppedEventCount,
  OnFailureDestinationDeliveredEventCount,
  DeletedEventCount,
};
enum class Statistic : std::uint8_t {
  Sum,
  Average,
  Minimum,
  Maximum,
  SampleCount,
  P50,
  P90,
  P95,
  P99,
  P999
};

struct MetricInfo {
  Metric metric;
  std::string_view name;  ///< CloudWatch's name.
  std::string_view unit;  ///< "Count", "Milliseconds", "" (a fraction).
  Statistic usual;        ///< The statistic that makes sense (facts §8.1).
  bool wholeRegion;       ///< Has no function dimension.
  /// How many environments are in use at each moment, rather than something that is counted:
  /// minimum, maximum and (time-weighted) average are all there is.
  bool gauge;
};
const std::vector<MetricInfo>& metricCatalogue();
const MetricInfo& metricInfo(Metric metric);
/// "p99", "Maximum": CloudWatch's names.
std::string_view statisticName(Statistic statistic);
/// The statistics that a metric has; for the chooser.
std::vector<Statistic> statisticsOf(Metric metric);

struct Datapoint {
  Instant at;        ///< Start of the period.
  double value = 0;  ///< In the metric's unit. For showing; nothing is decided by it.
};

/// The series of one metric. `function` empty: the whole Region. Periods of 1 s, 1 min, 5 min …
/// Percentiles are exact (nearest rank). A statistic that the metric does not have: no datapoints.
std::vector<Datapoint> metricSeries(const RunIndex& index, Metric metric,
                                    std::optional<std::size_t> function, Statistic statistic,
                                    Duration period);

}  // namespace coldstart::observe
