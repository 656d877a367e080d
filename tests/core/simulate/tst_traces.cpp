// SPDX-License-Identifier: GPL-3.0-or-later
// Recorded requests as the load of a run.
#include <QTest>

#include "core/simulate/arrivals.h"
#include "core/simulate/simulate.h"
#include "tests/core/simulate/example.h"

using namespace coldstart;

namespace {

project::Arrivals traced(project::Trace trace) {
  project::Arrivals arrivals;
  arrivals.kind = project::Arrivals::Kind::Trace;
  arrivals.trace = std::make_shared<const project::Trace>(std::move(trace));
  return arrivals;
}

project::Project oneFunction() {
  project::Project p;
  p.functions.push_back(example::function("F", Duration::millis(100), Duration::millis(10)));
  return p;
}

project::Scenario scenarioOf(project::Load load, Duration until) {
  project::Scenario scenario;
  scenario.until = until;
  scenario.loads.push_back(std::move(load));
  return scenario;
}

std::vector<std::int64_t> arrivals(const project::Project& project,
                                   const project::Scenario& scenario, std::uint64_t seed = 1) {
  std::vector<std::int64_t> times;
  auto all = simulate::Arrivals::of(project, scenario, seed, Instant{} + scenario.until);
  for (; all && all->next() != kNever; all->pop()) times.push_back(all->next().us);
  return times;
}

}  // namespace

class TestTraces : public QObject {
  Q_OBJECT
 private slots:
  void arrivesWhenItDid();
  void spreadsCountsOverTheirBin();
  void takesTheRecordedDurations();
};

void TestTraces::arrivesWhenItDid() {
  const project::Project p = oneFunction();
  project::Load load = example::load(0, traced({{{5}, {10}, {2'000'000}}, {}, {}, {}, {}}));
  QCOMPARE(arrivals(p, scenarioOf(load, Duration::seconds(2))), (std::vector<std::int64_t>{5, 10}));
  load.start = Instant{7};
  load.end = Instant{1'000'000'000};
  const auto cut = scenarioOf(load, Duration::minutes(1));
  QCOMPARE(arrivals(p, cut), (std::vector<std::int64_t>{10, 2'000'000}));
  QCOMPARE(simulate::estimateRequests(p, cut), std::uint64_t{2});
}

void TestTraces::spreadsCountsOverTheirBin() {
  const project::Project p = oneFunction();
  constexpr std::int64_t kMinute = 60'000'000;
  project::Trace trace;
  trace.counts = {1'000, 0, 3, 500};
  trace.bin = Duration::minutes(1);
  const auto whole = scenarioOf(example::load(0, traced(trace)), Duration::hours(1));
  const auto times = arrivals(p, whole);
  QCOMPARE(times.size(), std::size_t{1'503});
  QVERIFY(std::is_sorted(times.begin(), times.end()));
  const auto in = [&](std::int64_t from, std::int64_t to) {
    return std::count_if(times.begin(), times.end(),
                         [&](std::int64_t t) { return t >= from && t < to; });
  };
  QCOMPARE(in(0, kMinute), 1'000);
  QCOMPARE(in(kMinute, 2 * kMinute), 0);
  QCOMPARE(in(2 * kMinute, 3 * kMinute), 3);
  QCOMPARE(in(3 * kMinute, 4 * kMinute), 500);
  // Evenly: each half of the minute has about half; 1 000 · ½ ± 5 √(1 000 / 4).
  QVERIFY(std::abs(in(0, kMinute / 2) - 500) < 80);
  QCOMPARE(arrivals(p, whole), times);
  QVERIFY(arrivals(p, whole, 2) != times);
  QCOMPARE(simulate::estimateRequests(p, whole), std::uint64_t{1'503});

  trace.firstBin = Instant{-kMinute / 2};
  trace.end = Instant{2 * kMinute};
  const auto cut = scenarioOf(example::load(0, traced(trace)), Duration::hours(1));
  const auto left = arrivals(p, cut);
  QVERIFY(left.front() >= 0 && left.back() < 2 * kMinute);
  QVERIFY(left.size() > 420 && left.size() < 583);
  QVERIFY(simulate::estimateRequests(p, cut) >= 500);
}

void TestTraces::takesTheRecordedDurations() {
  const project::Project p = oneFunction();
  project::Trace trace;
  for (const std::int64_t second : {1, 2, 3, 4}) trace.times.push_back(Instant{second * 1'000'000});
  trace.durations = {{11'000}, {22'000}, {33'000}, {2'000'000'000}};
  project::Load load = example::load(0, traced(trace));
  load.start = Instant{2'000'000};  // The first request does not come, nor its duration.
  project::Scenario scenario = scenarioOf(load, Duration::hours(1));
  scenario.loads.push_back(example::load(0, example::at({Instant{2'000'000'000}})));
  const auto run = simulate::simulate(p, scenario, {});
  QVERIFY(run);
  std::vector<std::int64_t> durations;
  for (const journal::Attempt& attempt : (*run)->journal.attempts.all())
    durations.push_back(attempt.durationUs);
  // The third is cut by the time-out of 900 s, the last is the work model's.
  QCOMPARE(durations, (std::vector<std::int64_t>{22'000, 33'000, 900'000'000, 10'000}));
}

QTEST_APPLESS_MAIN(TestTraces)
#include "tst_traces.moc"
