// SPDX-License-Identifier: GPL-3.0-or-later
// The engine driven by hand: what it is told, what it orders, what it writes down.
#include <QTest>

#include "tests/core/engine/hand.h"

using namespace coldstart;
using namespace coldstart::byhand;

class TestEngine : public QObject {
  Q_OBJECT
 private slots:
  void coldRequestWaitsForItsOwnEnvironment();
  void warmRequestTakesTheMostRecentlyUsed();
  void newestCreatedIsAChoice();
  void idleEnvironmentIsReclaimed();
  void usePutsOffTheReclaim();
  void environmentsAreLostWithTheirProcess();
  void aPlaceMayBeWaitedFor();
  void oldEnvironmentStops_data();
  void oldEnvironmentStops();
  void concurrencyLimits_data();
  void concurrencyLimits();
  void scalingRateRefillsWithoutPause();
  void scalingRateIsEachFunctionsOwn();
  void requestsPerSecond_data();
  void requestsPerSecond();
  void timeoutResetsTheEnvironment();
  void handlerErrorKeepsTheEnvironment();
  void configurationChangeRetires_data();
  void configurationChangeRetires();
  void concurrencyChangeKeepsEnvironments();
  void settingsThatDoNotExistAreRefused();
};

void TestEngine::coldRequestWaitsForItsOwnEnvironment() {
  Hand hand(one());
  const Order start = hand.engine->arrive(at(0), 0);
  QCOMPARE(start.kind, Order::Kind::Start);
  const Order second = hand.engine->arrive(at(50), 0);
  QCOMPARE(second.kind, Order::Kind::Start);
  QVERIFY(second.slot != start.slot);
  const Order run = hand.engine->initEnded(start.slot, at(100));
  QCOMPARE(run.kind, Order::Kind::Run);
  QVERIFY(run.firstInvocation);
  hand.engine->invocationEnded(start.slot, at(120), Ending::Succeeded);
  // The first environment is free at 120 ms, but the second request has its own.
  QCOMPARE(hand.engine->initEnded(second.slot, at(150)).kind, Order::Kind::Run);
  QCOMPARE(hand.attempt(0).decision, Decision::ColdFirst);
  QCOMPARE(hand.attempt(0).waitUs, 100'000U);
  QCOMPARE(hand.attempt(0).durationUs, 20'000U);
  QCOMPARE(hand.attempt(1).decision, Decision::ColdAllBusy);
  QCOMPARE(hand.attempt(1).waitUs, 100'000U);
  QCOMPARE(hand.journal.environments[1].cause, 1U);
  QCOMPARE(hand.journal.environments[1].initUs, 100'000U);
}

void TestEngine::warmRequestTakesTheMostRecentlyUsed() {
  Hand hand(one());
  const Slot first = hand.served(at(0));
  const Slot second = hand.served(at(0));
  hand.engine->initEnded(first, at(100));
  hand.engine->initEnded(second, at(100));
  hand.engine->invocationEnded(second, at(200), Ending::Succeeded);
  hand.engine->invocationEnded(first, at(300), Ending::Succeeded);
  const Order run = hand.engine->arrive(at(400), 0);
  QCOMPARE(run.kind, Order::Kind::Run);
  QCOMPARE(run.slot, first);
  QVERIFY(!run.firstInvocation);
  QCOMPARE(hand.last(), Decision::Warm);
  QCOMPARE(hand.attempt(2).waitUs, 0U);
}

void TestEngine::newestCreatedIsAChoice() {
  Hand hand(one(), project::InvocationType::RequestResponse, engine::IdleChoice::NewestCreated);
  const Slot first = hand.served(at(0));
  const Slot second = hand.served(at(1));
  hand.engine->initEnded(first, at(100));
  hand.engine->initEnded(second, at(101));
  hand.engine->invocationEnded(second, at(200), Ending::Succeeded);
  hand.engine->invocationEnded(first, at(300), Ending::Succeeded);
  QCOMPARE(hand.served(at(400)), second);
}

void TestEngine::idleEnvironmentIsReclaimed() {
  Hand hand(one());
  hand.coldThenIdle(at(0));
  QCOMPARE(hand.engine->nextTimer(), at(600'200));
  hand.engine->advance(at(600'200));
  QCOMPARE(hand.engine->orders().size(), std::size_t{1});
  QCOMPARE(hand.engine->orders()[0].kind, Order::Kind::Stop);
  QCOMPARE(hand.journal.environments[0].stopped, at(600'200));
  QCOMPARE(hand.journal.environments[0].stop, StopReason::Idle);
  QCOMPARE(hand.engine->arrive(at(600'200), 0).kind, Order::Kind::Start);
  QCOMPARE(hand.last(), Decision::ColdFirst);
}

void TestEngine::usePutsOffTheReclaim() {
  Hand hand(one());
  const Slot slot = hand.coldThenIdle(at(0));
  hand.served(at(500'000));
  hand.engine->invocationEnded(slot, at(500'100), Ending::Succeeded);
  hand.engine->advance(at(1'100'099));
  QCOMPARE(hand.journal.environments[0].stop, StopReason::Alive);
  hand.engine->advance(at(1'100'100));
  QCOMPARE(hand.journal.environments[0].stopped, at(1'100'100));
}

void TestEngine::environmentsAreLostWithTheirProcess() {
  Hand hand(one());
  const Slot idle = hand.coldThenIdle(at(0));
  hand.engine->lose(idle, at(300));
  QCOMPARE(hand.engine->orders().size(), std::size_t{1});
  QCOMPARE(hand.engine->orders()[0].kind, Order::Kind::Stop);
  QCOMPARE(hand.journal.environments[0].stopped, at(300));
  QCOMPARE(hand.journal.environments[0].stop, StopReason::ProcessGone);
  const Slot busy = hand.coldThenIdle(at(400));
  QCOMPARE(hand.served(at(700)), busy);
  hand.engine->lose(busy, at(750));
  QCOMPARE(hand.journal.environments[1].stop, StopReason::Alive);
  hand.engine->invocationEnded(busy, at(760), Ending::Crashed);
  QCOMPARE(hand.journal.environments[1].stopped, at(760));
  QCOMPARE(hand.journal.environments[1].stop, StopReason::ProcessGone);
}

void TestEngine::aPlaceMayBeWaitedFor() {
  Hand hand(one());
  hand.engine->findPlaces(0, true);
  const Order order = hand.engine->arrive(at(0), 0);
  QCOMPARE(order.kind, Order::Kind::Place);
  QVERIFY(hand.journal.environments.empty());
  QCOMPARE(hand.engine->placed(order.slot, at(5'000)).kind, Order::Kind::Start);
  hand.engine->initEnded(order.slot, at(5'001));
  QCOMPARE(hand.journal.environments[0].initUs, 1'000U);
  QCOMPARE(hand.attempt(0).waitUs, 5'001'000U);
  hand.engine->findPlaces(0, false);
  QCOMPARE(hand.engine->arrive(at(5'002), 0).kind, Order::Kind::Start);
}

void TestEngine::oldEnvironmentStops_data() {
  QTest::addColumn<bool>("busyThen");
  QTest::addColumn<qint64>("stoppedMs");
  QTest::newRow("idle: at that moment") << false << qint64{10'000};
  QTest::newRow("busy: after its invocation") << true << qint64{10'400};
}

void TestEngine::oldEnvironmentStops() {
  QFETCH(bool, busyThen);
  QFETCH(qint64, stoppedMs);
  project::Project p = one();
  p.functions[0].maximumAge = example::constant(Duration::seconds(10));
  Hand hand(p);
  const Slot slot = hand.coldThenIdle(at(0));
  if (busyThen) hand.served(at(9'900));
  hand.engine->advance(at(10'000));
  if (busyThen) hand.engine->invocationEnded(slot, at(10'400), Ending::Succeeded);
  QCOMPARE(hand.journal.environments[0].stopped, at(stoppedMs));
  QCOMPARE(hand.journal.environments[0].stop, StopReason::Age);
}

void TestEngine::concurrencyLimits_data() {
  QTest::addColumn<int>("account");
  QTest::addColumn<int>("reserved");  // -1: none
  QTest::addColumn<int>("othersReserve");
  QTest::addColumn<int>("admitted");
  QTest::addColumn<int>("reason");
  const auto reason = [](Decision d) { return static_cast<int>(d); };
  QTest::newRow("account") << 10 << -1 << 0 << 10 << reason(Decision::ThrottledAccount);
  QTest::newRow("what others reserve is theirs")
      << 10 << -1 << 4 << 6 << reason(Decision::ThrottledAccount);
  QTest::newRow("reserved") << 1000 << 3 << 0 << 3 << reason(Decision::ThrottledReserved);
  QTest::newRow("reserved 0") << 1000 << 0 << 0 << 0 << reason(Decision::ThrottledReservedZero);
}

void TestEngine::concurrencyLimits() {
  QFETCH(int, account);
  QFETCH(int, reserved);
  QFETCH(int, othersReserve);
  QFETCH(int, admitted);
  QFETCH(int, reason);
  project::Project p = one(reserved < 0 ? std::nullopt : std::optional(reserved), account);
  p.functions.push_back(example::function("Other", Duration{}, Duration{}));
  if (othersReserve > 0) p.functions[1].reserved = othersReserve;
  Hand hand(p);
  for (int i = 0; i < admitted; ++i)
    QCOMPARE(hand.engine->arrive(at(0), 0).kind, Order::Kind::Start);
  QCOMPARE(hand.engine->arrive(at(0), 0).kind, Order::Kind::None);
  QCOMPARE(static_cast<int>(hand.last()), reason);
  QCOMPARE(hand.attempt(static_cast<std::size_t>(admitted)).ending, Ending::Throttled);
  QVERIFY(!hand.attempt(static_cast<std::size_t>(admitted)).ran());
}

void TestEngine::scalingRateRefillsWithoutPause() {
  Hand hand(one({}, 5000));
  for (int i = 0; i < 1000; ++i) QCOMPARE(hand.engine->arrive(at(0), 0).kind, Order::Kind::Start);
  hand.engine->arrive(at(0), 0);
  QCOMPARE(hand.journal.attempts.size(), std::size_t{1000});  // Full; the last one is only counted.
  QCOMPARE(hand.engine->overflow()[0]
               .byDecision[static_cast<std::size_t>(Decision::ThrottledScalingRate)],
           std::uint64_t{1});
  QCOMPARE(hand.engine->arrive(at(9), 0).kind, Order::Kind::None);
  QCOMPARE(hand.engine->arrive(at(10), 0).kind, Order::Kind::Start);  // 100 a second flow back.
  QCOMPARE(hand.engine->arrive(at(10), 0).kind, Order::Kind::None);
  int started = 0;
  for (int i = 0; i < 1500; ++i) {
    if (hand.engine->arrive(at(60'000), 0).kind == Order::Kind::Start) ++started;
  }
  QCOMPARE(started, 1000);  // What was not used does not add up beyond 1 000.
}

void TestEngine::scalingRateIsEachFunctionsOwn() {
  project::Project p = one({}, 5000);
  p.functions.push_back(example::function("Other", Duration{}, Duration{}));
  Hand hand(p);
  for (int i = 0; i < 1001; ++i) hand.engine->arrive(at(0), 0);
  QCOMPARE(hand.engine->arrive(at(0), 1).kind, Order::Kind::Start);
}

void TestEngine::requestsPerSecond_data() {
  QTest::addColumn<int>("account");
  QTest::addColumn<int>("reserved");
  QTest::addColumn<int>("admitted");
  QTest::addColumn<int>("reason");
  QTest::newRow("ten times the account's concurrency")
      << 5 << -1 << 50 << static_cast<int>(Decision::ThrottledRequestRate);
  QTest::newRow("ten times the reserved concurrency")
      << 1000 << 2 << 20 << static_cast<int>(Decision::ThrottledReservedRate);
}

void TestEngine::requestsPerSecond() {
  QFETCH(int, account);
  QFETCH(int, reserved);
  QFETCH(int, admitted);
  QFETCH(int, reason);
  Hand hand(one(reserved < 0 ? std::nullopt : std::optional(reserved), account));
  const Slot slot = hand.coldThenIdle(at(0));
  for (int i = 0; i < admitted + 1; ++i) {
    const Instant t = at(1'000 + i * 10);
    if (hand.engine->arrive(t, 0).kind != Order::Kind::Run) {
      QCOMPARE(i, admitted);
      QCOMPARE(static_cast<int>(hand.last()), reason);
      QCOMPARE(hand.engine->arrive(at(2'000), 0).kind, Order::Kind::Run);  // The next second.
      return;
    }
    hand.engine->invocationEnded(slot, t + Duration::millis(5), Ending::Succeeded);
  }
  QFAIL("never throttled");
}

void TestEngine::timeoutResetsTheEnvironment() {
  Hand hand(one());
  const Slot slot = hand.served(at(0));
  hand.engine->initEnded(slot, at(100));
  hand.engine->invocationEnded(slot, at(3'100), Ending::TimedOut);
  const Order again = hand.engine->arrive(at(4'000), 0);
  QCOMPARE(again.kind, Order::Kind::Run);  // The same environment …
  QCOMPARE(again.slot, slot);
  QVERIFY(again.suppressedInit);  // … whose init runs inside the invocation …
  QCOMPARE(hand.last(), Decision::Warm);
  hand.engine->invocationEnded(slot, at(4'500), Ending::Succeeded);
  QVERIFY(!hand.engine->arrive(at(5'000), 0).suppressedInit);  // … once.
}

void TestEngine::handlerErrorKeepsTheEnvironment() {
  Hand hand(one());
  const Slot slot = hand.served(at(0));
  hand.engine->initEnded(slot, at(100));
  hand.engine->invocationEnded(slot, at(200), Ending::HandlerError);
  const Order again = hand.engine->arrive(at(300), 0);
  QCOMPARE(again.slot, slot);
  QVERIFY(!again.suppressedInit);
  QCOMPARE(hand.attempt(0).ending, Ending::HandlerError);
  QVERIFY(!hand.attempt(0).retried);
}

void TestEngine::configurationChangeRetires_data() {
  QTest::addColumn<QString>("path");
  QTest::addColumn<qint64>("value");
  QTest::newRow("memory") << QStringLiteral("Hello.MemorySize") << qint64{512};
  QTest::newRow("timeout") << QStringLiteral("Hello.Timeout") << qint64{30};
}

void TestEngine::configurationChangeRetires() {
  QFETCH(QString, path);
  QFETCH(qint64, value);
  Hand hand(one());
  const Slot busy = hand.served(at(0));
  const Slot idle = hand.served(at(0));
  hand.engine->initEnded(busy, at(100));
  hand.engine->initEnded(idle, at(100));
  hand.engine->invocationEnded(idle, at(200), Ending::Succeeded);
  hand.change(at(300), path.toStdString(), value);
  QCOMPARE(hand.journal.environments[1].stopped, at(300));
  QCOMPARE(hand.journal.environments[0].stopped, kNever);
  hand.engine->invocationEnded(busy, at(400), Ending::Succeeded);
  QCOMPARE(hand.journal.environments[0].stopped, at(400));
  QCOMPARE(hand.journal.environments[0].stop, StopReason::ConfigurationChanged);
  QCOMPARE(hand.engine->arrive(at(500), 0).kind, Order::Kind::Start);
  QCOMPARE(hand.journal.changes.size(), std::size_t{1});
  QCOMPARE(hand.journal.changes[0].after, value);
}

void TestEngine::concurrencyChangeKeepsEnvironments() {
  Hand hand(one());
  hand.coldThenIdle(at(0));
  hand.change(at(300), "Hello.ReservedConcurrentExecutions", 1);
  QCOMPARE(hand.engine->arrive(at(400), 0).kind, Order::Kind::Run);
  QCOMPARE(hand.engine->arrive(at(400), 0).kind, Order::Kind::None);
  QCOMPARE(hand.last(), Decision::ThrottledReserved);
  hand.change(at(500), "Hello.ReservedConcurrentExecutions", std::nullopt);
  QCOMPARE(hand.engine->arrive(at(500), 0).kind, Order::Kind::Start);
  hand.change(at(600), "Account.ConcurrentExecutions", 2);
  QCOMPARE(hand.engine->arrive(at(600), 0).kind, Order::Kind::None);
  QCOMPARE(hand.last(), Decision::ThrottledAccount);
  QCOMPARE(hand.journal.changes[1].before, 1);
  QCOMPARE(hand.journal.changes[1].after, -1);
}

void TestEngine::settingsThatDoNotExistAreRefused() {
  const project::Project p = one();
  QVERIFY(!engine::settingOf(p, "Hello.Runtime"));
  QVERIFY(!engine::settingOf(p, "Nobody.MemorySize"));
  QVERIFY(!engine::settingOf(p, "hello.memorySize"));
  QVERIFY(!engine::settingOf(p, ""));
}

QTEST_GUILESS_MAIN(TestEngine)
#include "tst_engine.moc"
