// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <map>

#include "core/base/identifiers.h"
#include "core/observe/metrics.h"
#include "tests/support/made_runs.h"
#include "tests/support/run_builder.h"

using namespace coldstart;
using namespace coldstart::observe;
using journal::Attempt;
using journal::Decision;
using journal::Ending;
using tests::RunBuilder;

class TestMetrics : public QObject {
  Q_OBJECT
 private slots:
  void datapointsBelongToTheStartOfTheInvocation();
  void throttlesAreNoInvocations();
  void errorsAverageToARate();
  void concurrencyIsTheMostAtOnce();
  void provisionedUtilization();
  void claimedConcurrencyCountsReserves();
  void asyncMetrics();
  void everyFailureIsAnError();
  void urlsAndLoops();
  void noDatapointsWhereNothingHappens();
  void catalogueNamesAreCloudWatchs();
  void countedMetricsEqualANaiveRecount_data();
  void countedMetricsEqualANaiveRecount();
  void gaugesEqualANaiveRecount_data();
  void gaugesEqualANaiveRecount();
};

namespace {

std::map<std::int64_t, double> series(const RunIndex& index, Metric metric, Statistic statistic,
                                      Duration period,
                                      std::optional<std::size_t> function = std::nullopt) {
  std::map<std::int64_t, double> values;
  for (const Datapoint& point : metricSeries(index, metric, function, statistic, period))
    values[point.at.us / 1'000'000] = point.value;
  return values;
}
using Values = std::map<std::int64_t, double>;

}  // namespace

void TestMetrics::datapointsBelongToTheStartOfTheInvocation() {
  RunBuilder b;
  b.function("Hello");
  b.sources();
  b.cold(0, 59'900, 200'000, 120'000'000);  // Starts in the second minute, ends in the fourth.
  const auto index = b.index();
  QCOMPARE(series(*index, Metric::Duration, Statistic::Maximum, Duration::minutes(1)),
           (Values{{60, 120'000.0}}));
  QCOMPARE(series(*index, Metric::Invocations, Statistic::Sum, Duration::minutes(1)),
           (Values{{60, 1.0}}));
}

void TestMetrics::throttlesAreNoInvocations() {
  RunBuilder b;
  b.function("Hello");
  b.sources();
  b.cold(0, 0, 0, 1'000);
  b.throttled(0, 100, Decision::ThrottledReserved);
  const auto index = b.index();
  QCOMPARE(series(*index, Metric::Invocations, Statistic::Sum, Duration::seconds(1)),
           (Values{{0, 1.0}}));
  QCOMPARE(series(*index, Metric::Throttles, Statistic::Sum, Duration::seconds(1)),
           (Values{{0, 1.0}}));
}

void TestMetrics::errorsAverageToARate() {
  RunBuilder b;
  b.function("Hello");
  b.sources();
  b.cold(0, 0, 0, 1'000).ending = Ending::HandlerError;
  for (int i = 1; i < 4; ++i) b.warm(0, i * 100, 1'000);
  const auto index = b.index();
  QCOMPARE(series(*index, Metric::Errors, Statistic::Average, Duration::minutes(1)),
           (Values{{0, 0.25}}));
  QCOMPARE(series(*index, Metric::Errors, Statistic::SampleCount, Duration::minutes(1)),
           (Values{{0, 4.0}}));
}

void TestMetrics::concurrencyIsTheMostAtOnce() {
  RunBuilder b;
  b.function("Hello");
  b.sources();
  b.cold(0, 500, 100'000, 900'000);  // 0.5 s to 1.5 s
  b.cold(0, 600, 0, 100'000);        // 0.6 s to 0.7 s
  const auto index = b.index();
  QCOMPARE(series(*index, Metric::ConcurrentExecutions, Statistic::Maximum, Duration::seconds(1)),
           (Values{{0, 2.0}, {1, 1.0}}));
  QCOMPARE(series(*index, Metric::ConcurrentExecutions, Statistic::Average, Duration::seconds(1)),
           (Values{{0, 0.6}, {1, 0.5}}));
}

void TestMetrics::provisionedUtilization() {
  RunBuilder b;
  b.function("Hello").provisioned = 4;
  b.sources();
  for (int i = 0; i < 4; ++i) b.environment(0, -1'000, 500'000, journal::kNone);
  b.warm(0, 100, 400'000).decision = Decision::Provisioned;
  b.warm(1, 200, 100'000).decision = Decision::Provisioned;
  const auto index = b.index();
  QCOMPARE(series(*index, Metric::ProvisionedConcurrencyUtilization, Statistic::Maximum,
                  Duration::minutes(1)),
           (Values{{0, 0.5}}));
  QCOMPARE(series(*index, Metric::ProvisionedConcurrencyInvocations, Statistic::Sum,
                  Duration::minutes(1)),
           (Values{{0, 2.0}}));
}

void TestMetrics::claimedConcurrencyCountsReserves() {
  RunBuilder b;
  b.function("A").reserved = 100;
  b.function("B");
  b.sources();
  b.cold(1, 500, 0, 100'000);
  b.run().end = Instant{1'999'999};
  const auto index = b.index();
  QCOMPARE(series(*index, Metric::ClaimedAccountConcurrency, Statistic::Maximum,
                  Duration::seconds(1), 1),
           (Values{{0, 101.0}, {1, 100.0}}));
  QCOMPARE(series(*index, Metric::UnreservedConcurrentExecutions, Statistic::Maximum,
                  Duration::seconds(1)),
           (Values{{0, 1.0}}));
}

void TestMetrics::asyncMetrics() {
  RunBuilder b;
  b.function("Hello");
  b.sources();
  Attempt& first = b.cold(0, 0, 0, 100'000);
  first.source = 1;
  first.ending = Ending::HandlerError;
  first.retried = true;
  Attempt& second = b.warm(0, 60'100, 100'000);
  second.source = 1;
  second.cause = 0;
  second.ending = Ending::HandlerError;
  const auto index = b.index();
  const Duration minute = Duration::minutes(1);
  QCOMPARE(series(*index, Metric::AsyncEventsReceived, Statistic::Sum, minute), (Values{{0, 1.0}}));
  QCOMPARE(series(*index, Metric::AsyncEventAge, Statistic::Maximum, minute),
           (Values{{0, 0.0}, {60, 60'100.0}}));
  QCOMPARE(series(*index, Metric::AsyncEventsDropped, Statistic::Sum, minute), (Values{{60, 1.0}}));
}

void TestMetrics::everyFailureIsAnError() {
  RunBuilder b;
  b.function("Hello");
  b.sources();
  b.cold(0, 0, 0, 1'000);
  std::int64_t at = 100;
  for (const Ending ending : {Ending::HandlerError, Ending::TimedOut, Ending::Crashed,
                              Ending::OutOfMemory, Ending::InitFailed})
    b.warm(0, at += 100, 1'000).ending = ending;
  b.throttled(0, at + 100, Decision::ServiceError).ending = Ending::Refused;
  const auto index = b.index();
  QCOMPARE(series(*index, Metric::Errors, Statistic::Sum, Duration::minutes(1)),
           (Values{{0, 5.0}}));
  QCOMPARE(series(*index, Metric::Invocations, Statistic::Sum, Duration::minutes(1)),
           (Values{{0, 6.0}}));
  QVERIFY(series(*index, Metric::Throttles, Statistic::Sum, Duration::minutes(1)).empty());
}

void TestMetrics::urlsAndLoops() {
  RunBuilder b;
  b.function("Hello");
  b.sources();
  b.run().journal.sources[0].trigger = project::TriggerKind::FunctionUrl;
  b.cold(0, 0, 100'000, 400'000);
  b.warm(0, 1'000, 1'000).ending = Ending::Crashed;
  b.throttled(0, 1'100, Decision::ThrottledAccount);
  b.throttled(0, 1'200, Decision::RecursionStopped).ending = Ending::Refused;
  const auto index = b.index();
  const Duration minute = Duration::minutes(1);
  QCOMPARE(series(*index, Metric::UrlRequestCount, Statistic::Sum, minute), (Values{{0, 4.0}}));
  QCOMPARE(series(*index, Metric::UrlRequestLatency, Statistic::Maximum, minute),
           (Values{{0, 500.0}}));
  QCOMPARE(series(*index, Metric::Url4xxCount, Statistic::Sum, minute), (Values{{0, 1.0}}));
  QCOMPARE(series(*index, Metric::Url5xxCount, Statistic::Sum, minute), (Values{{0, 2.0}}));
  QCOMPARE(series(*index, Metric::RecursiveInvocationsDropped, Statistic::Sum, minute),
           (Values{{0, 1.0}}));
}

void TestMetrics::noDatapointsWhereNothingHappens() {
  RunBuilder b;
  b.function("Hello");
  b.sources();
  const auto index = b.index();
  for (const MetricInfo& info : metricCatalogue()) {
    QVERIFY(
        metricSeries(*index, info.metric, std::nullopt, info.usual, Duration::seconds(1)).empty());
  }
  QVERIFY(metricSeries(*index, Metric::ConcurrentExecutions, std::nullopt, Statistic::P99,
                       Duration::seconds(1))
              .empty());
}

void TestMetrics::catalogueNamesAreCloudWatchs() {
  QCOMPARE(metricCatalogue().size(), std::size_t{29});
  for (const MetricInfo& info : metricCatalogue()) {
    QCOMPARE(&metricInfo(info.metric), &info);
    const auto known = statisticsOf(info.metric);
    QVERIFY(std::find(known.begin(), known.end(), info.usual) != known.end());
  }
  QCOMPARE(statisticName(Statistic::P999), std::string_view("p99.9"));
}

void TestMetrics::countedMetricsEqualANaiveRecount_data() {
  QTest::addColumn<int>("metric");
  QTest::addColumn<int>("seconds");
  for (const Metric metric :
       {Metric::Invocations, Metric::Errors, Metric::Throttles, Metric::Duration})
    for (const int seconds : {1, 60, 300})
      QTest::addRow("%s over %d s", metricInfo(metric).name.data(), seconds)
          << static_cast<int>(metric) << seconds;
}

void TestMetrics::countedMetricsEqualANaiveRecount() {
  QFETCH(int, metric);
  QFETCH(int, seconds);
  const auto what = static_cast<Metric>(metric);
  const RunIndex index(tests::randomRun(11, 4'000, 2));
  std::map<std::int64_t, std::vector<double>> samples;
  for (const Attempt& a : index.attempts()) {
    if (index.run().journal.functionOf(a) != 1) continue;
    const bool throttled = journal::isThrottle(a.decision);
    if (throttled != (what == Metric::Throttles)) continue;
    double value = 1;
    if (what == Metric::Duration) value = a.durationUs / 1'000.0;
    if (what == Metric::Errors)
      value = a.ending == Ending::HandlerError || a.ending == Ending::TimedOut ? 1 : 0;
    samples[a.began().us / 1'000'000 / seconds * seconds].push_back(value);
  }
  QVERIFY(samples.size() >= 1);
  Values sums;
  Values p90;
  Values most;
  for (auto& [at, values] : samples) {
    std::sort(values.begin(), values.end());
    for (const double value : values) sums[at] += value;
    p90[at] = values[(values.size() * 9 + 9) / 10 - 1];
    most[at] = values.back();
  }
  const Duration period = Duration::seconds(seconds);
  const Values found = series(index, what, Statistic::Sum, period, 1);
  QCOMPARE(found.size(), sums.size());
  for (const auto& [at, value] : sums) QVERIFY(std::abs(found.at(at) - value) < 1e-6 * (1 + value));
  QCOMPARE(series(index, what, Statistic::P90, period, 1), p90);
  QCOMPARE(series(index, what, Statistic::Maximum, period, 1), most);
}

void TestMetrics::gaugesEqualANaiveRecount_data() {
  QTest::addColumn<quint32>("seed");
  for (quint32 seed = 1; seed <= 5; ++seed) QTest::addRow("seed %u", seed) << seed;
}

void TestMetrics::gaugesEqualANaiveRecount() {
  QFETCH(quint32, seed);
  const RunIndex index(tests::randomRun(seed, 600, 2));
  const auto found =
      series(index, Metric::ConcurrentExecutions, Statistic::Maximum, Duration::seconds(1), 0);
  // The most is reached at an arrival or carried over into the period.
  Values expected;
  std::vector<std::int64_t> moments;
  for (const Attempt& a : index.attempts()) moments.push_back(a.arrived.us);
  for (std::int64_t s = 0; s <= index.run().end.us; s += 1'000'000) moments.push_back(s);
  for (const std::int64_t t : moments) {
    double busy = 0;
    for (const Attempt& a : index.attempts()) {
      if (a.ran() && index.run().journal.functionOf(a) == 0 && a.arrived.us <= t &&
          index.endOf(a).us > t)
        ++busy;
    }
    double& cell = expected[t / 1'000'000];
    cell = std::max(cell, busy);
  }
  std::erase_if(expected, [](const auto& cell) { return cell.second == 0; });
  QCOMPARE(found, expected);
}

QTEST_GUILESS_MAIN(TestMetrics)
#include "tst_metrics.moc"
