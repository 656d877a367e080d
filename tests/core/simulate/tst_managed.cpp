// SPDX-License-Identifier: GPL-3.0-or-later
// Lambda Managed Instances: several requests at a time in one environment.
#include <QTest>

#include "core/observe/bill.h"
#include "core/observe/run_index.h"
#include "core/observe/stage_state.h"
#include "core/simulate/simulate.h"
#include "tests/core/simulate/example.h"

using namespace coldstart;
using journal::Decision;

namespace {

Instant at(std::int64_t ms) {
  return Instant{ms * 1'000};
}

project::Project managed(std::int32_t places) {
  project::Project p;
  p.functions.push_back(example::function("Many", Duration::millis(100), Duration::millis(500)));
  p.functions[0].requestsPerEnvironment = places;
  p.functions[0].idleTimeout = example::constant(Duration::seconds(60));
  return p;
}

project::Scenario timesOf(const std::vector<std::int64_t>& ms) {
  std::vector<Instant> times;
  for (const std::int64_t time : ms) times.push_back(at(time));
  project::Scenario s;
  s.until = Duration::minutes(10);
  s.loads.push_back(example::load(0, example::at(times)));
  return s;
}

std::shared_ptr<const journal::Run> runOf(const project::Project& p,
                                          const project::Scenario& scenario) {
  const auto run = simulate::simulate(p, scenario);
  return run ? *run : nullptr;
}

int environmentsOf(const journal::Run& run) {
  int count = 0;
  for (const journal::Environment& e : run.journal.environments) count += e.shares ? 0 : 1;
  return count;
}

}  // namespace

class TestManaged : public QObject {
  Q_OBJECT
 private slots:
  void sharesAnEnvironment();
  void joinsAnInitThatRuns();
  void isReclaimedAsAWhole();
  void crashesAlone();
  void paysForRequests();
  void countsEnvironmentsNotPlaces();
};

void TestManaged::sharesAnEnvironment() {
  const auto times = timesOf({0, 200, 210, 220, 230});
  const auto one = runOf(managed(1), times);
  QCOMPARE(environmentsOf(*one), 5);
  const auto four = runOf(managed(4), times);
  QCOMPARE(environmentsOf(*four), 2);
  const auto& a = four->journal.attempts;
  QCOMPARE(a[1].decision, Decision::Warm);
  QCOMPARE(a[3].decision, Decision::Warm);
  QCOMPARE(a[4].decision, Decision::ColdAllBusy);  // All four places are taken.
  QVERIFY(a[1].began() < a[0].ended());
}

void TestManaged::joinsAnInitThatRuns() {
  const auto run = runOf(managed(2), timesOf({0, 60, 70}));
  const auto& a = run->journal.attempts;
  QCOMPARE(a[1].waitUs, 40'000U);
  QCOMPARE(a[1].began(), a[0].began());
  QVERIFY(run->journal.environments[a[1].environment].shares);
  QVERIFY(!run->journal.environments[a[2].environment].shares);
  QCOMPARE(environmentsOf(*run), 2);
}

/// While one place works none of the others is taken away, and all go together.
void TestManaged::isReclaimedAsAWhole() {
  project::Project p = managed(3);
  p.functions[0].timeout = Duration::seconds(900);
  p.functions[0].work.duration = example::constant(Duration::seconds(200));
  p.functions[0].work.firstDuration = p.functions[0].work.duration;
  const auto run = runOf(p, timesOf({0, 200}));
  const Instant last = run->journal.attempts[1].ended();
  QCOMPARE(last, at(200'200));
  for (const journal::Environment& e : run->journal.environments) {
    QVERIFY(e.stopped == kNever || e.stopped >= last + Duration::seconds(60));
  }
}

void TestManaged::crashesAlone() {
  project::Project p = managed(2);
  p.functions[0].timeout = Duration::seconds(1);
  p.functions[0].work.duration = example::constant(Duration::millis(800));
  p.functions[0].work.firstDuration = example::constant(Duration::seconds(2));
  const auto run = runOf(p, timesOf({0, 500, 3'000, 3'000}));
  const auto& a = run->journal.attempts;
  QCOMPARE(a[0].ending, journal::Ending::TimedOut);
  QCOMPARE(a[1].ending, journal::Ending::TimedOut);
  QCOMPARE(a[2].ending, journal::Ending::Succeeded);
  QVERIFY(a[1].ended() - a[1].began() == Duration::seconds(1));
  QCOMPARE(environmentsOf(*run), 1);
}

void TestManaged::paysForRequests() {
  const auto run = runOf(managed(4), timesOf({0, 200}));
  const observe::RunIndex index(run);
  const observe::Bill bill = observe::billAt(index, run->end);
  for (const observe::BillLine& line : bill.lines) QVERIFY(!line.key.starts_with("compute-"));
  QVERIFY(!bill.note.english().empty());
  const auto plain = runOf(managed(1), timesOf({0, 200}));
  const observe::RunIndex other(plain);
  QVERIFY(observe::billAt(other, plain->end).total > bill.total);
}

void TestManaged::countsEnvironmentsNotPlaces() {
  const auto run = runOf(managed(10), timesOf(std::vector<std::int64_t>(40, 0)));
  QCOMPARE(environmentsOf(*run), 4);
  QCOMPARE(run->journal.environments.size(), std::size_t{40});
  const observe::RunIndex index(run);
  QCOMPARE(observe::stageAt(index, at(300)).functions[0].environments, 4);
  QCOMPARE(observe::stageAt(index, at(300)).functions[0].busy, 40);
}

QTEST_GUILESS_MAIN(TestManaged)
#include "tst_managed.moc"
