// SPDX-License-Identifier: GPL-3.0-or-later
// Asynchronous events: when they are tried again, and when they are given up.
#include <QTest>

#include "tests/core/engine/hand.h"

using namespace coldstart;
using namespace coldstart::byhand;

class TestAsyncQueue : public QObject {
  Q_OBJECT
 private slots:
  void functionErrorsAreRetriedAfterOneAndTwoMinutes();
  void attemptsAreLimited_data();
  void attemptsAreLimited();
  void throttledEventsBackOff();
  void throttlesDoNotUseUpRetries();
  void oldEventsAreDropped();
  void reservedZeroDropsAtOnce();
  void eventsAreNoRequestsPerSecond();
  void queueKeepsItsEventsWhenTheRunCloses();
};

namespace {

constexpr auto kEvent = project::InvocationType::Event;

/// Lets the engine's own next timer strike, and gives its one order.
Order next(Hand& hand) {
  hand.engine->orders().clear();
  hand.engine->advance(hand.engine->nextTimer());
  return hand.engine->orders().empty() ? Order{} : hand.engine->orders()[0];
}

}  // namespace

void TestAsyncQueue::functionErrorsAreRetriedAfterOneAndTwoMinutes() {
  Hand hand(one(), kEvent);
  const Slot slot = hand.served(at(0));
  hand.engine->initEnded(slot, at(100));
  hand.engine->invocationEnded(slot, at(200), Ending::HandlerError);
  QVERIFY(hand.attempt(0).retried);
  QCOMPARE(hand.engine->state().functions[0].waitingEvents, 1);
  QCOMPARE(next(hand).kind, Order::Kind::Run);
  QCOMPARE(hand.attempt(1).arrived, at(60'200));
  QCOMPARE(hand.attempt(1).cause, 0U);
  QCOMPARE(hand.attempt(1).request, 0U);
  hand.engine->invocationEnded(slot, at(60'300), Ending::TimedOut);
  QVERIFY(next(hand).suppressedInit);
  QCOMPARE(hand.attempt(2).arrived, at(180'300));
  QCOMPARE(hand.attempt(2).cause, 1U);
  hand.engine->invocationEnded(slot, at(180'400), Ending::HandlerError);
  QVERIFY(!hand.attempt(2).retried);
  QCOMPARE(hand.engine->state().functions[0].waitingEvents, 0);
}

void TestAsyncQueue::attemptsAreLimited_data() {
  QTest::addColumn<int>("maximumRetryAttempts");
  QTest::addColumn<int>("attempts");
  QTest::newRow("none") << 0 << 1;
  QTest::newRow("one") << 1 << 2;
  QTest::newRow("two") << 2 << 3;
}

void TestAsyncQueue::attemptsAreLimited() {
  QFETCH(int, maximumRetryAttempts);
  QFETCH(int, attempts);
  project::Project p = one();
  p.functions[0].maximumRetryAttempts = maximumRetryAttempts;
  Hand hand(p, kEvent);
  Order order = hand.engine->arrive(at(0), 0);
  hand.engine->initEnded(order.slot, at(0));
  Instant t = at(10);
  hand.engine->invocationEnded(order.slot, t, Ending::HandlerError);
  while (hand.attempt(hand.journal.attempts.size() - 1).retried) {
    t = hand.engine->nextTimer();
    hand.engine->invocationEnded(next(hand).slot, t, Ending::HandlerError);
  }
  QCOMPARE(hand.journal.attempts.size(), static_cast<std::size_t>(attempts));
}

void TestAsyncQueue::throttledEventsBackOff() {
  Hand hand(one(1), kEvent);
  hand.served(at(0));  // Takes the whole reserve and keeps it.
  hand.engine->arrive(at(0), 0);
  QCOMPARE(hand.last(), Decision::ThrottledReserved);
  QVERIFY(hand.attempt(1).retried);
  const std::int64_t seconds[] = {1, 3, 7, 15, 31, 63, 127, 255, 511, 811, 1111, 1411};
  for (std::size_t i = 0; i < std::size(seconds); ++i) {
    QCOMPARE(hand.engine->nextTimer(), at(seconds[i] * 1'000));
    QCOMPARE(next(hand).kind, Order::Kind::None);
    QCOMPARE(hand.attempt(i + 2).cause, static_cast<journal::AttemptIndex>(i + 1));
  }
}

void TestAsyncQueue::throttlesDoNotUseUpRetries() {
  project::Project p = one(1);
  p.functions[0].maximumRetryAttempts = 1;
  Hand hand(p, kEvent);
  const Slot busy = hand.served(at(0));
  hand.engine->arrive(at(0), 0);
  next(hand);
  next(hand);  // Throttled three times by now.
  hand.engine->initEnded(busy, at(3'500));
  hand.engine->invocationEnded(busy, at(4'000), Ending::Succeeded);
  QCOMPARE(next(hand).kind, Order::Kind::Run);
  hand.engine->invocationEnded(busy, at(7'100), Ending::HandlerError);
  QVERIFY(hand.attempt(hand.journal.attempts.size() - 1).retried);
  QCOMPARE(hand.engine->nextTimer(), at(67'100));
}

void TestAsyncQueue::oldEventsAreDropped() {
  project::Project p = one(1);
  p.functions[0].maximumEventAge = Duration::seconds(60);
  Hand hand(p, kEvent);
  hand.served(at(0));
  hand.engine->arrive(at(0), 0);
  while (hand.engine->nextTimer() < at(100'000)) next(hand);
  QCOMPARE(hand.engine->nextTimer(), kNever);
  const journal::Attempt& dropped = hand.attempt(hand.journal.attempts.size() - 1);
  QCOMPARE(dropped.decision, Decision::Dropped);
  QCOMPARE(dropped.ending, Ending::AgeExceeded);
  QCOMPARE(dropped.arrived, at(60'000));  // Not at the next step of the back-off.
  QVERIFY(!dropped.retried);
}

void TestAsyncQueue::reservedZeroDropsAtOnce() {
  Hand hand(one(0), kEvent);
  hand.engine->arrive(at(5), 0);
  QCOMPARE(hand.last(), Decision::Dropped);
  QCOMPARE(hand.attempt(0).ending, Ending::ReservedZero);
  QCOMPARE(hand.engine->nextTimer(), kNever);
}

void TestAsyncQueue::eventsAreNoRequestsPerSecond() {
  Hand hand(one({}, 1), kEvent);
  const Slot slot = hand.coldThenIdle(at(0));
  for (int i = 0; i < 20; ++i) {
    QCOMPARE(hand.engine->arrive(at(1'000 + i), 0).kind, Order::Kind::Run);
    hand.engine->invocationEnded(slot, at(1'000 + i), Ending::Succeeded);
  }
}

void TestAsyncQueue::queueKeepsItsEventsWhenTheRunCloses() {
  Hand hand(one(1), kEvent);
  const Slot busy = hand.served(at(0));
  hand.engine->arrive(at(0), 0);
  hand.engine->close();
  hand.engine->advance(at(10'000));
  QCOMPARE(hand.journal.attempts.size(), std::size_t{2});
  QCOMPARE(hand.engine->state().functions[0].waitingEvents, 1);
  hand.engine->initEnded(busy, at(10'000));
  hand.engine->invocationEnded(busy, at(10'100), Ending::Succeeded);
  QCOMPARE(hand.engine->inFlight(), 0);
}

QTEST_GUILESS_MAIN(TestAsyncQueue)
#include "tst_async_queue.moc"
