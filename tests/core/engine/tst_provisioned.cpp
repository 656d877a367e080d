// SPDX-License-Identifier: GPL-3.0-or-later
// Provisioned concurrency: allocation, use, spill-over, removal.
#include <QTest>

#include "tests/core/engine/hand.h"

using namespace coldstart;
using namespace coldstart::byhand;

class TestProvisioned : public QObject {
  Q_OBJECT
 private slots:
  void readyWhenTheRunBegins();
  void spillsOver();
  void spillsOverBeyondItsRequestRate();
  void claimsAccountConcurrency();
  void takesFromTheReserve();
  void allocationIsPreparedAndRamped();
  void noneIsUsableBeforeAllAre();
  void removalStopsIdleAtOnceAndBusyLater();
  void isNeverReclaimedForIdling();
  void oldOneIsReplaced();
};

namespace {

project::Project provisioned(std::int32_t count, std::optional<std::int32_t> reserved = {},
                             std::int32_t account = 1000) {
  project::Project p = one(reserved, account);
  if (count > 0) p.functions[0].provisioned = count;
  return p;
}

/// An engine whose provisioned environments are ready at 0.
struct Ready : Hand {
  explicit Ready(project::Project p) : Hand(std::move(p)) {
    engine->prepareProvisioned(at(-100));
    for (const Order& order : std::exchange(engine->orders(), {}))
      engine->initEnded(order.slot, at(0));
  }
};

}  // namespace

void TestProvisioned::readyWhenTheRunBegins() {
  Ready hand(provisioned(2));
  QCOMPARE(hand.journal.environments.size(), std::size_t{2});
  QVERIFY(hand.journal.environments[0].provisioned);
  QCOMPARE(hand.journal.environments[0].started, at(-100));
  QCOMPARE(hand.journal.environments[0].ready(), at(0));
  QCOMPARE(hand.journal.environments[0].cause, journal::kNone);
  const Order run = hand.engine->arrive(at(0), 0);
  QCOMPARE(run.kind, Order::Kind::Run);
  QVERIFY(run.firstInvocation);
  QCOMPARE(hand.last(), Decision::Provisioned);
  QVERIFY(hand.journal.changes.empty());
}

void TestProvisioned::spillsOver() {
  Ready hand(provisioned(1));
  const Slot own = hand.served(at(0));
  const Slot spilled = hand.served(at(1));
  QCOMPARE(hand.last(), Decision::ColdSpillover);
  hand.engine->initEnded(spilled, at(101));
  hand.engine->invocationEnded(spilled, at(201), Ending::Succeeded);
  QCOMPARE(hand.served(at(300)), spilled);
  QCOMPARE(hand.last(), Decision::WarmSpillover);
  hand.engine->invocationEnded(own, at(310), Ending::Succeeded);
  QCOMPARE(hand.served(at(320)), own);
  QCOMPARE(hand.last(), Decision::Provisioned);
}

void TestProvisioned::spillsOverBeyondItsRequestRate() {
  Ready hand(provisioned(1));
  for (int i = 0; i < 10; ++i) {
    const Slot slot = hand.served(at(i));
    QCOMPARE(hand.last(), Decision::Provisioned);
    hand.engine->invocationEnded(slot, at(i), Ending::Succeeded);
  }
  QCOMPARE(hand.engine->arrive(at(20), 0).kind, Order::Kind::Start);
  QCOMPARE(hand.last(), Decision::ColdSpillover);
  hand.served(at(1'000));
  QCOMPARE(hand.last(), Decision::Provisioned);
}

void TestProvisioned::claimsAccountConcurrency() {
  project::Project p = provisioned(3, {}, 5);
  p.functions.push_back(example::function("Other", Duration{}, Duration{}));
  Ready hand(p);
  hand.engine->arrive(at(0), 1);
  hand.engine->arrive(at(0), 1);
  QCOMPARE(hand.engine->arrive(at(0), 1).kind, Order::Kind::None);  // 5 - 3 are left for others.
  QCOMPARE(hand.last(), Decision::ThrottledAccount);
  QCOMPARE(hand.engine->arrive(at(0), 0).kind, Order::Kind::Run);
}

void TestProvisioned::takesFromTheReserve() {
  Ready hand(provisioned(2, 3));
  hand.served(at(0));
  hand.served(at(0));
  hand.served(at(0));
  QCOMPARE(hand.last(), Decision::ColdSpillover);
  QCOMPARE(hand.engine->arrive(at(0), 0).kind, Order::Kind::None);
  QCOMPARE(hand.last(), Decision::ThrottledReserved);
}

void TestProvisioned::allocationIsPreparedAndRamped() {
  Hand hand(provisioned(0));
  hand.change(at(0), "Hello.ProvisionedConcurrency", 3);
  QCOMPARE(hand.engine->nextTimer(), at(90'000));
  hand.engine->advance(at(90'020));
  QCOMPARE(hand.engine->orders().size(), std::size_t{3});
  QCOMPARE(hand.journal.environments[0].started, at(90'000));
  QCOMPARE(hand.journal.environments[1].started, at(90'010));  // 6 000 a minute.
  QCOMPARE(hand.journal.environments[2].started, at(90'020));
  QCOMPARE(hand.engine->nextTimer(), kNever);
}

void TestProvisioned::noneIsUsableBeforeAllAre() {
  Hand hand(provisioned(0));
  hand.change(at(0), "Hello.ProvisionedConcurrency", 2);
  hand.engine->advance(at(90'010));
  const auto orders = std::exchange(hand.engine->orders(), {});
  hand.engine->initEnded(orders[0].slot, at(90'100));
  QCOMPARE(hand.engine->arrive(at(90'150), 0).kind, Order::Kind::Start);
  QCOMPARE(hand.last(), Decision::ColdAllBusy);
  hand.engine->initEnded(orders[1].slot, at(90'200));
  QCOMPARE(hand.engine->arrive(at(90'200), 0).kind, Order::Kind::Run);
  QCOMPARE(hand.last(), Decision::Provisioned);
  QCOMPARE(hand.journal.changes.size(), std::size_t{2});
  QCOMPARE(hand.journal.changes[1].path,
           std::string("Hello.AllocatedProvisionedConcurrentExecutions"));
  QCOMPARE(hand.journal.changes[1].at, at(90'200));
  QCOMPARE(hand.journal.changes[1].after, 2);
}

void TestProvisioned::removalStopsIdleAtOnceAndBusyLater() {
  Ready hand(provisioned(2));
  const Slot busy = hand.served(at(0));
  hand.change(at(10), "Hello.ProvisionedConcurrency", std::nullopt);
  int stopped = 0;
  for (const auto& e : hand.journal.environments) stopped += e.stopped == at(10) ? 1 : 0;
  QCOMPARE(stopped, 1);
  hand.engine->invocationEnded(busy, at(50), Ending::Succeeded);
  for (const auto& e : hand.journal.environments) QCOMPARE(e.stop, StopReason::ProvisionedRemoved);
  QCOMPARE(hand.engine->state().functions[0].environments, 0);
  QCOMPARE(hand.engine->arrive(at(60), 0).kind, Order::Kind::Start);
  QCOMPARE(hand.last(), Decision::ColdFirst);
}

void TestProvisioned::isNeverReclaimedForIdling() {
  Ready hand(provisioned(2));
  QCOMPARE(hand.engine->nextTimer(), kNever);
}

void TestProvisioned::oldOneIsReplaced() {
  project::Project p = provisioned(1);
  p.functions[0].maximumAge = example::constant(Duration::seconds(100));
  Ready hand(p);
  hand.engine->advance(at(99'900));
  QCOMPARE(hand.journal.environments[0].stop, StopReason::Age);
  QCOMPARE(hand.engine->orders().size(), std::size_t{2});  // Stop, and at once start another.
  QCOMPARE(hand.engine->orders()[1].kind, Order::Kind::Start);
  hand.engine->initEnded(hand.engine->orders()[1].slot, at(100'000));
  hand.served(at(100'000));
  QCOMPARE(hand.last(), Decision::Provisioned);
}

QTEST_GUILESS_MAIN(TestProvisioned)
#include "tst_provisioned.moc"
