// SPDX-License-Identifier: GPL-3.0-or-later
// Scenarios from outside: when requests arrive, how work behaves, how a run ends.
#include <QTest>

#include "core/simulate/simulate.h"
#include "tests/core/simulate/example.h"

using namespace coldstart;
using journal::Attempt;
using journal::Decision;
using journal::Ending;
using journal::Run;
using Kind = project::Arrivals::Kind;

namespace {

Instant sec(std::int64_t s) {
  return Instant{s * 1'000'000};
}

/// One function, init 200 ms, handler 50 ms.
project::Project hello() {
  project::Project p;
  p.account.concurrentExecutions = 10'000;
  p.functions.push_back(example::function("Hello", Duration::millis(200), Duration::millis(50)));
  return p;
}

std::shared_ptr<const Run> runOf(const project::Project& p, project::Arrivals arrivals,
                                 Duration until, const simulate::Options& options = {}) {
  project::Scenario s;
  s.until = until;
  s.loads.push_back(example::load(0, std::move(arrivals)));
  const auto run = simulate::simulate(p, s, options);
  return run ? *run : nullptr;
}

std::vector<std::int64_t> arrivalsMs(const Run& run) {
  std::vector<std::int64_t> list;
  for (const Attempt& a : run.journal.attempts.all()) list.push_back(a.arrived.us / 1'000);
  return list;
}

project::Arrivals kind(Kind k, std::int64_t micro = 0, std::int64_t to = 0, Duration over = {}) {
  project::Arrivals a;
  a.kind = k;
  a.perSecondMicro = micro;
  a.toMicro = to;
  a.over = over;
  return a;
}

}  // namespace

class TestSimulate : public QObject {
  Q_OBJECT
 private slots:
  void coldThenWarm();
  void evenArrivals_data();
  void evenArrivals();
  void randomArrivals_data();
  void randomArrivals();
  void schedulesFollowTheCalendar();
  void momentsNeedNoOrder();
  void startAndEndCut();
  void loadsAddUp();
  void anotherLoadLeavesTheFirstAlone();
  void lessMemoryStretchesTheProcessorsShare_data();
  void lessMemoryStretchesTheProcessorsShare();
  void longWorkTimesOut();
  void timeoutMakesTheNextInvocationInitAgain();
  void whatRunsAtTheEndRunsOn();
  void cancelEndsTheRunThere();
  void changesTakeEffectAndAreRecorded();
  void estimatesAreClose_data();
  void estimatesAreClose();
  void impossibleScenariosAreRefused();
  void provisionedIsReadyAtTheStart();
};

void TestSimulate::coldThenWarm() {
  const auto run = runOf(hello(), example::at({sec(1), sec(2)}), Duration::seconds(10));
  QCOMPARE(run->journal.attempts.size(), std::size_t{2});
  const Attempt& cold = run->journal.attempts[0];
  QCOMPARE(cold.decision, Decision::ColdFirst);
  QCOMPARE(cold.waitUs, 200'000U);
  QCOMPARE(cold.durationUs, 50'000U);
  QCOMPARE(cold.ended(), Instant{1'250'000});
  const Attempt& warm = run->journal.attempts[1];
  QCOMPARE(warm.decision, Decision::Warm);
  QCOMPARE(warm.waitUs, 0U);
  QCOMPARE(run->journal.environments.size(), std::size_t{1});
  QCOMPARE(run->journal.environments[0].maxMemoryUsedMb, std::uint16_t{74});
  QCOMPARE(run->end, sec(10));
  QCOMPARE(run->journal.sources[0].label, std::string("Hello"));
  QVERIFY(!run->truncated);
}

void TestSimulate::evenArrivals_data() {
  QTest::addColumn<int>("kind");
  QTest::addColumn<qint64>("perSecondMicro");
  QTest::addColumn<qint64>("requests");
  QTest::addColumn<qint64>("overMs");
  QTest::addColumn<QList<qint64>>("expectedMs");
  const auto row = [](const char* name, Kind k, qint64 rate, qint64 requests, qint64 over,
                      QList<qint64> expected) {
    QTest::newRow(name) << static_cast<int>(k) << rate << requests << over << expected;
  };
  row("two a second", Kind::Constant, 2'000'000, 0, 0, {0, 500, 1000, 1500});
  row("three in ten seconds", Kind::Constant, 300'000, 0, 0, {0});
  row("burst at once", Kind::Burst, 0, 3, 0, {0, 0, 0});
  row("burst over a second", Kind::Burst, 0, 4, 1000, {0, 250, 500, 750});
}

void TestSimulate::evenArrivals() {
  QFETCH(int, kind);
  QFETCH(qint64, perSecondMicro);
  QFETCH(qint64, requests);
  QFETCH(qint64, overMs);
  QFETCH(QList<qint64>, expectedMs);
  project::Arrivals a =
      ::kind(static_cast<Kind>(kind), perSecondMicro, 0, Duration::millis(overMs));
  a.requests = requests;
  const auto run = runOf(hello(), a, Duration::seconds(2));
  const auto got = arrivalsMs(*run);
  QCOMPARE(QList<qint64>(got.begin(), got.end()), expectedMs);
}

void TestSimulate::randomArrivals_data() {
  QTest::addColumn<int>("kind");
  QTest::addColumn<qint64>("from");
  QTest::addColumn<qint64>("to");
  QTest::addColumn<qint64>("overSeconds");
  QTest::addColumn<qint64>("untilSeconds");
  QTest::addColumn<double>("expected");
  const auto k = [](Kind kind) { return static_cast<int>(kind); };
  QTest::newRow("poisson") << k(Kind::Poisson) << qint64{20'000'000} << qint64{0} << qint64{0}
                           << qint64{1000} << 20'000.0;
  QTest::newRow("ramp up") << k(Kind::Ramp) << qint64{0} << qint64{40'000'000} << qint64{1000}
                           << qint64{1000} << 20'000.0;
  QTest::newRow("ramp stays at its end") << k(Kind::Ramp) << qint64{0} << qint64{40'000'000}
                                         << qint64{500} << qint64{1000} << 30'000.0;
  QTest::newRow("ramp down") << k(Kind::Ramp) << qint64{40'000'000} << qint64{0} << qint64{1000}
                             << qint64{1000} << 20'000.0;
  QTest::newRow("a whole day") << k(Kind::Daily) << qint64{100'000} << qint64{500'000} << qint64{0}
                               << qint64{86'400} << 25'920.0;
  // Runs begin at 09:00, half-way up; six hours later the rate is at its highest.
  QTest::newRow("the afternoon") << k(Kind::Daily) << qint64{0} << qint64{1'000'000} << qint64{0}
                                 << qint64{43'200} << 35'100.0;
}

void TestSimulate::randomArrivals() {
  QFETCH(int, kind);
  QFETCH(qint64, from);
  QFETCH(qint64, to);
  QFETCH(qint64, overSeconds);
  QFETCH(qint64, untilSeconds);
  QFETCH(double, expected);
  const project::Arrivals a =
      ::kind(static_cast<Kind>(kind), from, to, Duration::seconds(overSeconds));
  const auto run = runOf(hello(), a, Duration::seconds(untilSeconds));
  // A Poisson count; four standard deviations allowed.
  const auto count = static_cast<double>(run->requests);
  QVERIFY2(std::abs(count - expected) < 4 * std::sqrt(expected),
           qPrintable(QString::number(count)));
}

void TestSimulate::schedulesFollowTheCalendar() {
  project::Arrivals a = kind(Kind::Schedule);
  a.text = "cron(0/15 * * * ? *)";
  const auto run = runOf(hello(), a, Duration::hours(1));  // From 09:00:00.
  QCOMPARE(arrivalsMs(*run), (std::vector<std::int64_t>{0, 900'000, 1'800'000, 2'700'000}));
  a.text = "rate(20 minutes)";
  QCOMPARE(arrivalsMs(*runOf(hello(), a, Duration::hours(1))),
           (std::vector<std::int64_t>{1'200'000, 2'400'000}));
  a.text = "cron(whenever)";
  project::Scenario s;
  s.loads.push_back(example::load(0, a));
  const auto refused = simulate::simulate(hello(), s);
  QVERIFY(!refused);
  QVERIFY(!refused.error().english().empty());
}

void TestSimulate::momentsNeedNoOrder() {
  const auto run = runOf(hello(), example::at({sec(3), sec(1), sec(2)}), Duration::seconds(10));
  QCOMPARE(arrivalsMs(*run), (std::vector<std::int64_t>{1'000, 2'000, 3'000}));
}

void TestSimulate::startAndEndCut() {
  project::Scenario s;
  s.until = Duration::seconds(10);
  s.loads.push_back(example::load(0, kind(Kind::Constant, 1'000'000)));
  s.loads[0].start = Instant{2'500'000};
  s.loads[0].end = Instant{5'500'000};
  QCOMPARE(arrivalsMs(**simulate::simulate(hello(), s)),
           (std::vector<std::int64_t>{2'500, 3'500, 4'500}));  // Before End, not at it.
  s.loads[0].arrivals = example::at({sec(1), sec(3), sec(9)});
  QCOMPARE(arrivalsMs(**simulate::simulate(hello(), s)), (std::vector<std::int64_t>{3'000}));
}

void TestSimulate::loadsAddUp() {
  project::Scenario s;
  s.until = Duration::seconds(3);
  s.loads.push_back(example::load(0, kind(Kind::Constant, 1'000'000)));
  s.loads.push_back(example::load(0, example::at({sec(1), Instant{1'200'000}})));
  s.loads[1].label = "by hand";
  const auto run = *simulate::simulate(hello(), s);
  QCOMPARE(arrivalsMs(*run), (std::vector<std::int64_t>{0, 1'000, 1'000, 1'200, 2'000}));
  QCOMPARE(run->journal.attempts[1].source, std::uint16_t{0});
  QCOMPARE(run->journal.attempts[2].source, std::uint16_t{1});
  QCOMPARE(run->journal.sources[1].label, std::string("by hand"));
}

void TestSimulate::anotherLoadLeavesTheFirstAlone() {
  project::Scenario s;
  s.until = Duration::seconds(100);
  s.loads.push_back(example::load(0, example::poisson(5'000'000)));
  const auto alone = *simulate::simulate(hello(), s);
  s.loads.push_back(example::load(0, example::poisson(3'000'000)));
  const auto both = *simulate::simulate(hello(), s);
  std::vector<std::int64_t> ofFirst;
  for (const Attempt& a : both->journal.attempts.all()) {
    if (a.source == 0) ofFirst.push_back(a.arrived.us / 1'000);
  }
  QCOMPARE(ofFirst, arrivalsMs(*alone));
}

void TestSimulate::lessMemoryStretchesTheProcessorsShare_data() {
  QTest::addColumn<int>("memory");
  QTest::addColumn<int>("cpuSharePpm");
  QTest::addColumn<quint32>("durationUs");
  QTest::newRow("one vCPU") << 1769 << 1'000'000 << 50'000U;
  QTest::newRow("more than one") << 3008 << 1'000'000 << 50'000U;
  QTest::newRow("half a vCPU") << 884 << 1'000'000 << 100'056U;
  QTest::newRow("half a vCPU, half the work") << 884 << 500'000 << 75'028U;
  QTest::newRow("only waiting") << 128 << 0 << 50'000U;
  QTest::newRow("smallest") << 128 << 1'000'000 << 691'015U;
}

void TestSimulate::lessMemoryStretchesTheProcessorsShare() {
  QFETCH(int, memory);
  QFETCH(int, cpuSharePpm);
  QFETCH(quint32, durationUs);
  project::Project p = hello();
  p.functions[0].memory = Memory{memory};
  p.functions[0].work.cpuSharePpm = cpuSharePpm;
  const auto run = runOf(p, example::at({sec(0)}), Duration::seconds(1));
  QCOMPARE(run->journal.attempts[0].durationUs, durationUs);
  QCOMPARE(run->journal.attempts[0].waitUs, 200'000U);  // Init does not depend on memory.
}

void TestSimulate::longWorkTimesOut() {
  project::Project p = hello();
  p.functions[0].timeout = Duration::seconds(3);
  p.functions[0].work.firstDuration = example::constant(Duration::seconds(3));
  p.functions[0].work.duration = example::constant(Duration::micros(3'000'001));
  const auto run = runOf(p, example::at({sec(0), sec(5)}), Duration::seconds(10));
  QCOMPARE(run->journal.attempts[0].ending, Ending::Succeeded);
  QCOMPARE(run->journal.attempts[1].ending, Ending::TimedOut);
  QCOMPARE(run->journal.attempts[1].durationUs, 3'000'000U);
}

void TestSimulate::timeoutMakesTheNextInvocationInitAgain() {
  project::Project p = hello();
  p.functions[0].timeout = Duration::seconds(1);
  p.functions[0].work.firstDuration = example::constant(Duration::seconds(2));
  const auto run = runOf(p, example::at({sec(0), sec(5), sec(6)}), Duration::seconds(10));
  QCOMPARE(run->journal.environments.size(), std::size_t{1});
  QCOMPARE(run->journal.attempts[1].decision, Decision::Warm);
  QCOMPARE(run->journal.attempts[1].waitUs, 0U);
  QCOMPARE(run->journal.attempts[1].durationUs, 250'000U);  // Init 200 ms inside.
  QCOMPARE(run->journal.attempts[2].durationUs, 50'000U);
}

void TestSimulate::whatRunsAtTheEndRunsOn() {
  const auto run =
      runOf(hello(), example::at({sec(0), Instant{990'000}, sec(1)}), Duration::seconds(1));
  QCOMPARE(run->journal.attempts.size(), std::size_t{2});  // Not the one at the end itself.
  QCOMPARE(run->journal.attempts[1].ending, Ending::Succeeded);
  QCOMPARE(run->end, Instant{1'040'000});
}

void TestSimulate::cancelEndsTheRunThere() {
  simulate::Options options;
  int asked = 0;
  options.progress = [&](Instant now, std::uint64_t requests) {
    ++asked;
    return requests < 100'000 && now < sec(100'000);
  };
  const auto run = runOf(hello(), example::poisson(1'000'000'000), Duration::hours(24), options);
  QVERIFY(run->cancelled);
  QVERIFY(asked >= 2);
  QVERIFY(run->requests >= 100'000 && run->requests < 300'000);
  QVERIFY(run->end < sec(1'000));
  for (const Attempt& a : run->journal.attempts.all()) QVERIFY(a.ending != Ending::Running);
}

void TestSimulate::changesTakeEffectAndAreRecorded() {
  project::Scenario s;
  s.until = Duration::seconds(10);
  s.loads.push_back(example::load(0, example::burst(3)));
  s.loads.push_back(example::load(0, example::at({sec(5), sec(5)})));
  s.changes.push_back({sec(5), "Hello.ReservedConcurrentExecutions", 1});  // First, then requests.
  const auto run = *simulate::simulate(hello(), s);
  QCOMPARE(run->journal.attempts[3].decision, Decision::Warm);
  QCOMPARE(run->journal.attempts[4].decision, Decision::ThrottledReserved);
  QCOMPARE(run->journal.changes.size(), std::size_t{1});
  QCOMPARE(run->journal.changes[0].at, sec(5));
  QCOMPARE(run->journal.changes[0].before, -1);
  QCOMPARE(run->journal.changes[0].after, 1);
}

void TestSimulate::estimatesAreClose_data() {
  randomArrivals_data();
}

void TestSimulate::estimatesAreClose() {
  QFETCH(int, kind);
  QFETCH(qint64, from);
  QFETCH(qint64, to);
  QFETCH(qint64, overSeconds);
  QFETCH(qint64, untilSeconds);
  QFETCH(double, expected);
  project::Scenario s;
  s.until = Duration::seconds(untilSeconds);
  s.loads.push_back(
      example::load(0, ::kind(static_cast<Kind>(kind), from, to, Duration::seconds(overSeconds))));
  const auto estimate = static_cast<double>(simulate::estimateRequests(hello(), s));
  QVERIFY2(std::abs(estimate / expected - 1) < 0.01, qPrintable(QString::number(estimate)));
}

void TestSimulate::impossibleScenariosAreRefused() {
  project::Scenario s;
  s.name = "broken";
  s.loads.push_back(example::load(7, example::burst(1)));
  const auto noFunction = simulate::simulate(hello(), s);
  QVERIFY(!noFunction);
  QVERIFY(noFunction.error().english().find("broken") != std::string::npos);
  s.loads[0].function = 0;
  s.changes.push_back({sec(1), "Hello.Runtime", 1});
  const auto noSetting = simulate::simulate(hello(), s);
  QVERIFY(!noSetting);
  QVERIFY(noSetting.error().english().find("Hello.Runtime") != std::string::npos);
}

void TestSimulate::provisionedIsReadyAtTheStart() {
  project::Project p = hello();
  p.functions[0].provisioned = 2;
  p.functions[0].work.init = example::exponential(Duration::millis(500));
  const auto run = runOf(p, example::burst(3), Duration::seconds(5));
  QCOMPARE(run->journal.attempts[0].decision, Decision::Provisioned);
  QCOMPARE(run->journal.attempts[1].decision, Decision::Provisioned);
  QCOMPARE(run->journal.attempts[2].decision, Decision::ColdSpillover);
  for (int i : {0, 1}) {
    const auto& e = run->journal.environments[static_cast<std::size_t>(i)];
    QVERIFY(e.provisioned);
    QVERIFY(e.started < Instant{});
    QVERIFY(e.ready() <= Instant{});
    QVERIFY(e.initUs > 0);
  }
}

QTEST_GUILESS_MAIN(TestSimulate)
#include "tst_simulate.moc"
