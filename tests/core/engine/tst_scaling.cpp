// SPDX-License-Identifier: GPL-3.0-or-later
// Application Auto Scaling of provisioned concurrency. (facts §3.1)
#include <QTest>

#include "core/simulate/simulate.h"
#include "tests/core/simulate/example.h"

using namespace coldstart;

class TestScaling : public QObject {
  Q_OBJECT
 private slots:
  void scalesOutAfterThreeMinutes();
  void scalesInAfterFifteen();
  void quietMinutesHaveNoDatapoint();
  void scheduledActionsMoveTheBounds();
  void theCalendarBeforeTheRunIsInForce();
  void refusesASchedule();
};

namespace {

constexpr Instant at(std::int64_t minutes) {
  return Instant{Duration::minutes(minutes).us};
}

/// Ten provisioned, between 2 and 100, and a target of 0.7.
project::Project scaled() {
  project::Project p;
  p.functions.push_back(example::function("Hello", Duration::millis(100), Duration::seconds(1)));
  p.functions[0].alias = "live";
  p.functions[0].provisioned = 10;
  p.functions[0].provisionedScaling = project::ProvisionedScaling{
      .minimum = 2, .maximum = 100, .targetPpm = 700'000, .actions = {}};
  return p;
}

/// So many requests a second of one second each, evenly; provisioned environments serve them.
std::vector<journal::AppliedChange> changesOf(const project::Project& project,
                                              std::int64_t perSecond, Duration busy,
                                              Duration until) {
  project::Scenario scenario;
  scenario.until = until;
  if (perSecond > 0) {
    project::Arrivals arrivals;
    arrivals.kind = project::Arrivals::Kind::Constant;
    arrivals.perSecondMicro = perSecond * 1'000'000;
    project::Load load = example::load(0, arrivals);
    load.end = Instant{busy.us};
    scenario.loads.push_back(load);
  }
  std::vector<journal::AppliedChange> found;
  const auto run = *simulate::simulate(project, scenario);
  for (const journal::AppliedChange& change : run->journal.changes)
    if (change.path == "Hello.ProvisionedConcurrency") found.push_back(change);
  return found;
}

}  // namespace

void TestScaling::scalesOutAfterThreeMinutes() {
  // Nine of ten in use: 0.9 is over 0.7, so 9 ÷ 0.7 → 13.
  const auto changes = changesOf(scaled(), 9, Duration::minutes(6), Duration::minutes(6));
  QVERIFY(!changes.empty());
  QCOMPARE(changes[0].at, at(3));
  QCOMPARE(changes[0].before, qint64{10});
  QCOMPARE(changes[0].after, qint64{13});
  QVERIFY(changes[0].scaled);
}

void TestScaling::scalesInAfterFifteen() {
  // Three of ten: 0.3 is under 0.63, so 3 ÷ 0.7 → 5.
  const auto changes = changesOf(scaled(), 3, Duration::minutes(16), Duration::minutes(16));
  QCOMPARE(changes.size(), std::size_t{1});
  QCOMPARE(changes[0].at, at(15));
  QCOMPARE(changes[0].after, qint64{5});
}

void TestScaling::quietMinutesHaveNoDatapoint() {
  QVERIFY(changesOf(scaled(), 3, Duration::minutes(10), Duration::minutes(40)).empty());
}

void TestScaling::scheduledActionsMoveTheBounds() {
  project::Project p = scaled();
  p.functions[0].provisionedScaling->targetPpm = 0;
  p.startsAt = *parseWallTime("2026-01-05T08:57:00Z");
  p.functions[0].provisionedScaling->actions = {{"cron(0 9 * * ? *)", 40, 40},
                                                {"cron(5 9 * * ? *)", 0, 20}};
  const auto changes = changesOf(p, 0, {}, Duration::minutes(20));
  QCOMPARE(changes.size(), std::size_t{2});
  QCOMPARE(changes[0].at, at(3));
  QCOMPARE(changes[0].after, qint64{40});
  QCOMPARE(changes[1].at, at(8));
  QCOMPARE(changes[1].after, qint64{20});
}

void TestScaling::theCalendarBeforeTheRunIsInForce() {
  project::Project p = scaled();
  p.startsAt = *parseWallTime("2026-01-05T09:10:00Z");
  p.functions[0].provisionedScaling->actions = {{"cron(5 9 * * ? *)", 40, 50},
                                                {"cron(0 9 * * ? *)", 60, 70}};
  const auto run = *simulate::simulate(p, project::Scenario{});
  QCOMPARE(run->project.functions[0].provisioned, std::optional<std::int32_t>(40));
  QCOMPARE(run->journal.environments.size(), std::size_t{40});
}

void TestScaling::refusesASchedule() {
  project::Project p = scaled();
  p.functions[0].provisionedScaling->actions = {{"cron(0 9 * * * *)", 1, 1}};
  const auto run = simulate::simulate(p, project::Scenario{});
  QVERIFY(!run);
  QVERIFY(run.error().english().find("ScheduleExpression") != std::string::npos);
}

QTEST_GUILESS_MAIN(TestScaling)
#include "tst_scaling.moc"
