// SPDX-License-Identifier: GPL-3.0-or-later
// Init that fails, versions and deploys, SnapStart, replacement ahead of time, memory that is not
// enough. (facts §§2.1, 2.2)
#include <QTest>

#include "core/simulate/simulate.h"
#include "tests/core/engine/hand.h"

using namespace coldstart;
using namespace coldstart::byhand;
using journal::InitStatus;

class TestLifecycle : public QObject {
  Q_OBJECT
 private slots:
  void failedInitRunsAgain_data();
  void failedInitRunsAgain();
  void initIsCutOff();
  void provisionedInitFailure();
  void crashResets();
  void reserveLeavesAHundred();
  void aliasSpreadsByWeight();
  void canaryMovesRequestsStepByStep();
  void deployWithoutAliasReplacesEverything();
  void snapStartRestores();
  void replacesAhead();
  void initIgnoresMemory();
  void outOfMemoryKills();
};

namespace {

project::Project published() {
  project::Project p = one();
  p.functions[0].alias = "live";
  return p;
}

std::shared_ptr<const journal::Run> runOf(const project::Project& project, project::Arrivals when,
                                          std::vector<project::Change> changes = {}) {
  project::Scenario scenario;
  scenario.until = Duration::hours(1);
  scenario.loads.push_back(example::load(0, std::move(when)));
  scenario.changes = std::move(changes);
  return *simulate::simulate(project, scenario);
}

}  // namespace

void TestLifecycle::failedInitRunsAgain_data() {
  QTest::addColumn<InitStatus>("status");
  QTest::newRow("error") << InitStatus::Failed;
  QTest::newRow("longer than its limit") << InitStatus::TimedOut;
}

void TestLifecycle::failedInitRunsAgain() {
  QFETCH(InitStatus, status);
  Hand hand(one());
  const Slot slot = hand.served(at(0));
  const Order again = hand.engine->initEnded(slot, at(100), status);
  QCOMPARE(again.kind, Order::Kind::Run);
  QVERIFY(again.suppressedInit);
  QVERIFY(again.initFailed);
  QCOMPARE(hand.journal.environments[0].initStatus, status);
  hand.engine->invocationEnded(slot, at(300), Ending::InitFailed);
  QCOMPARE(hand.attempt(0).ending, Ending::InitFailed);
  // It lives on, and the next request starts it once more.
  const Order third = hand.engine->arrive(at(400), 0);
  QCOMPARE(third.slot, slot);
  QVERIFY(third.initFailed);
  hand.engine->invocationEnded(slot, at(500), Ending::Succeeded);
  QVERIFY(!hand.engine->arrive(at(600), 0).suppressedInit);
}

void TestLifecycle::initIsCutOff() {
  project::Project p = one();
  p.functions[0].work.init = example::constant(Duration::seconds(12));
  p.functions[0].work.duration = p.functions[0].work.firstDuration =
      example::constant(Duration::seconds(1));
  const auto run = runOf(p, example::at({at(0)}));
  const journal::Attempt& a = run->journal.attempts[0];
  QCOMPARE(run->journal.environments[0].initUs, 10'000'000U);
  QCOMPARE(run->journal.environments[0].initStatus, InitStatus::TimedOut);
  // The whole init again, and the handler, within the function's time-out.
  QCOMPARE(a.waitUs, 10'000'000U);
  QCOMPARE(a.durationUs, 13'000'000U);
  QCOMPARE(a.ending, Ending::Succeeded);
}

void TestLifecycle::provisionedInitFailure() {
  project::Project p = published();
  p.functions[0].provisioned = 3;
  Hand hand(p);
  hand.engine->prepareProvisioned(at(-100));
  const std::vector<Order> starts = std::exchange(hand.engine->orders(), {});
  QCOMPARE(starts.size(), 3U);
  hand.engine->initEnded(starts[0].slot, at(-10));
  hand.engine->initEnded(starts[1].slot, at(-5), InitStatus::Failed);
  hand.engine->initEnded(starts[2].slot, at(0));
  QCOMPARE(hand.journal.environments[1].stop, StopReason::ProvisionedInitFailed);
  // Nothing was handed over: requests start environments on demand.
  QCOMPARE(hand.engine->arrive(at(1'000), 0).kind, Order::Kind::Start);
  QCOMPARE(hand.journal.changes[0].path, std::string("Hello.ProvisionedConcurrencyFailed"));
}

void TestLifecycle::crashResets() {
  for (const Ending ending : {Ending::Crashed, Ending::OutOfMemory, Ending::TimedOut}) {
    Hand hand(one());
    const Slot slot = hand.coldThenIdle(at(0));
    hand.engine->arrive(at(1'000), 0);
    hand.engine->invocationEnded(slot, at(1'050), ending);
    const Order next = hand.engine->arrive(at(2'000), 0);
    QCOMPARE(next.slot, slot);
    QVERIFY(next.suppressedInit);
    QVERIFY(!next.initFailed);
  }
}

void TestLifecycle::reserveLeavesAHundred() {
  project::Project p = one();
  p.functions.push_back(example::function("Other", {}, Duration::millis(1)));
  Hand hand(p);
  hand.change(at(0), "Hello.ReservedConcurrentExecutions", 900);
  QCOMPARE(hand.engine->state().functions[0].reserved, 900);
  hand.change(at(1), "Other.ReservedConcurrentExecutions", 1);
  QCOMPARE(hand.engine->state().functions[1].reserved, -1);
  QVERIFY(hand.journal.changes[1].refused);
  hand.change(at(2), "Hello.ProvisionedConcurrency", 901);
  QVERIFY(hand.journal.changes[2].refused);
}

void TestLifecycle::aliasSpreadsByWeight() {
  project::Project p = published();
  p.functions[0].previousVersionPpm = 250'000;
  p.functions[0].work.init = {};
  const auto run = runOf(p, example::burst(20'000, Duration::seconds(2'000)));
  std::array<int, 3> requests{};
  for (const journal::Attempt& a : run->journal.attempts.all()) {
    ++requests.at(run->journal.environments[a.environment].version);
  }
  QCOMPARE(requests[0], 0);
  // 20 000 draws at 0.25: a standard error of 61, four of them allowed.
  QVERIFY2(std::abs(requests[1] - 5'000) < 245, qPrintable(QString::number(requests[1])));
  QCOMPARE(requests[1] + requests[2], 20'000);
}

void TestLifecycle::canaryMovesRequestsStepByStep() {
  project::Project p = published();
  p.functions[0].trafficShift = {project::TrafficShift::Kind::Canary, 100'000,
                                 Duration::minutes(5)};
  const auto run = runOf(p, example::burst(36'000, Duration::minutes(60)),
                         {{at(600'000), "Hello.Deploy", std::nullopt}});
  int before = 0;
  int during = 0;
  int duringNew = 0;
  int after = 0;
  for (const journal::Attempt& a : run->journal.attempts.all()) {
    const int version = run->journal.environments[a.environment].version;
    if (a.arrived < at(600'000)) before = std::max(before, version);
    if (a.arrived >= at(900'000)) after += version == 1 ? 1 : 0;
    if (a.arrived < at(600'000) || a.arrived >= at(900'000)) continue;
    ++during;
    duringNew += version == 2 ? 1 : 0;
  }
  QCOMPARE(before, 1);
  QVERIFY2(duringNew > during * 7 / 100 && duringNew < during * 13 / 100,
           qPrintable(QStringLiteral("%1 of %2").arg(duringNew).arg(during)));
  QCOMPARE(after, 0);
  // What had been idle of the old version went when the shift was complete.
  for (const journal::Environment& e : run->journal.environments) {
    if (e.version == 1) QVERIFY(e.stopped <= at(900'000) && e.stop != StopReason::Alive);
  }
}

void TestLifecycle::deployWithoutAliasReplacesEverything() {
  Hand hand(one());
  hand.coldThenIdle(at(0));
  hand.change(at(1'000), "Hello.Deploy", std::nullopt);
  QCOMPARE(hand.journal.environments[0].stop, StopReason::ConfigurationChanged);
  QCOMPARE(hand.engine->arrive(at(1'001), 0).kind, Order::Kind::Start);
}

void TestLifecycle::snapStartRestores() {
  project::Project p = published();
  p.functions[0].snapStart = true;
  p.functions[0].work.restore = example::constant(Duration::millis(40));
  const auto run = runOf(p, example::at({at(0)}));
  QVERIFY(run->journal.environments[0].restored);
  QCOMPARE(run->journal.attempts[0].waitUs, 40'000U);
  p.functions[0].alias.clear();  // $LATEST has no snapshot.
  QVERIFY(!runOf(p, example::at({at(0)}))->journal.environments[0].restored);
}

void TestLifecycle::replacesAhead() {
  project::Project p = one();
  p.functions[0].proactiveInit = true;
  p.functions[0].maximumAge = example::constant(Duration::millis(299'300));
  const auto run = runOf(p, example::burst(600, Duration::minutes(10)));
  QVERIFY(run->journal.environments[1].proactive);
  QCOMPARE(run->journal.environments[1].started, run->journal.environments[0].stopped);
  int cold = 0;
  for (const journal::Attempt& a : run->journal.attempts.all()) {
    cold += journal::isCold(a.decision) ? 1 : 0;
  }
  QCOMPARE(cold, 1);
}

void TestLifecycle::initIgnoresMemory() {
  project::Project p = one();
  p.functions[0].work.cpuSharePpm = project::kMillion;
  for (const int mb : {128, 1'769}) {
    p.functions[0].memory = Memory{mb};
    QCOMPARE(runOf(p, example::at({at(0)}))->journal.attempts[0].waitUs, 100'000U);
  }
}

void TestLifecycle::outOfMemoryKills() {
  project::Project p = one();
  p.functions[0].memory = Memory{128};
  p.functions[0].work.maxMemoryUsed = {project::Distribution::Kind::Constant, 200, 0, {}};
  const auto run = runOf(p, example::at({at(0), at(1'000)}));
  QCOMPARE(run->journal.attempts[0].ending, Ending::OutOfMemory);
  QCOMPARE(run->journal.attempts[0].durationUs, 50'000U);
  QCOMPARE(run->journal.environments[0].maxMemoryUsedMb, 128);
  // The same environment, reset: init again, then the same end.
  QCOMPARE(run->journal.attempts[1].environment, 0U);
  QCOMPARE(run->journal.attempts[1].durationUs, 150'000U);
}

QTEST_GUILESS_MAIN(TestLifecycle)
#include "tst_lifecycle.moc"
