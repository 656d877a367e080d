// SPDX-License-Identifier: GPL-3.0-or-later
// Pollers of SQS queues: how batches come about, how many there are at a time, and what becomes of
// the messages.
#include <QTest>
#include <map>

#include "tests/core/engine/polled.h"

using namespace coldstart;
using namespace coldstart::polled;

class TestQueuePollers : public QObject {
  Q_OBJECT
 private slots:
  void pollsTakeTime();
  void longPollOutlastsTheWindow();
  void batchClosesBySizeOrWindow();
  void concurrencyGrows();
  void maximumConcurrency();
  void provisionedMode();
  void idleFallsToTwo();
  void errorsLowerConcurrency();
  void throttledBatchIsTriedAgain();
  void successDeletes();
  void failedMessagesReappear();
  void redrive();
  void delayHides();
  void retentionEnds();
  void groupsKeepTheirOrder();
  void fifoStopsAtTheFirstFailure();
  void partialBatch();
  void itemsThatFailFailTheBatchUnlessReported();
  void filteredMessagesAreDeleted();
  void eachItemTakesItsTime();
  void twoMappingsShareAQueue();
};

void TestQueuePollers::pollsTakeTime() {
  Polled polled(Polled::From::Queue);
  polled.send({0, 5, 10, 5'000});
  const auto run = polled.run();
  QCOMPARE(attempts(*run), std::size_t{2});
  QCOMPARE(attempt(*run, 0).arrived, at(20));
  QCOMPARE(itemsOf(*run, 0).size(), std::size_t{3});
  QCOMPARE(attempt(*run, 1).arrived, at(5'020));
  QCOMPARE(run->requests, std::uint64_t{2});
  QCOMPARE(run->journal.messages.size(), std::size_t{4});
  QCOMPARE(run->journal.messages[3].request, 1U);
  QCOMPARE(run->journal.sources[attempt(*run, 0).source].mapping, std::optional<std::uint16_t>(0));
}

void TestQueuePollers::longPollOutlastsTheWindow() {
  Polled polled(Polled::From::Queue);
  polled.mapping().window = Duration::seconds(5);
  polled.send({0, 60'000, 66'000});
  const auto run = polled.run();
  QCOMPARE(attempts(*run), std::size_t{2});
  QCOMPARE(attempt(*run, 0).arrived, at(20'020));
  QCOMPARE(attempt(*run, 1).arrived, at(66'020));  // What comes after the window closes it.
  QCOMPARE(itemsOf(*run, 1).size(), std::size_t{2});
}

void TestQueuePollers::batchClosesBySizeOrWindow() {
  Polled bySize(Polled::From::Queue);
  bySize.mapping().batchSize = 4;
  bySize.mapping().window = Duration::seconds(10);
  bySize.send({0, 1'000, 2'000, 3'000});
  const auto four = bySize.run();
  QCOMPARE(attempts(*four), std::size_t{1});
  QCOMPARE(attempt(*four, 0).arrived, at(3'020));
  QCOMPARE(itemsOf(*four, 0), (std::vector<std::uint32_t>{0, 1, 2, 3}));

  Polled byWindow(Polled::From::Queue);
  byWindow.mapping().batchSize = 100;
  byWindow.mapping().window = Duration::seconds(2);
  byWindow.send({0, 500, 1'000, 1'500, 2'000, 2'500, 3'000});
  const auto two = byWindow.run();
  QCOMPARE(itemsOf(*two, 0).size(), std::size_t{5});
  QCOMPARE(attempt(*two, 0).arrived, at(2'020));
}

void TestQueuePollers::concurrencyGrows() {
  Polled polled(Polled::From::Queue);
  polled.mapping().batchSize = 1;
  polled.queue().visibilityTimeout = Duration::seconds(900);
  polled.worker().timeout = Duration::seconds(900);
  polled.takes(Duration::seconds(800));
  polled.scenario.until = Duration::seconds(400);
  polled.send(example::burst(1'400));
  const auto run = polled.run();
  QCOMPARE(arrived(*run, at(0), at(200)), 5);
  QCOMPARE(attempt(*run, 5).arrived, at(220));
  QCOMPARE(arrived(*run, at(0), at(60'021)), 305);
  QCOMPARE(attempts(*run), std::size_t{1'250});
}

void TestQueuePollers::maximumConcurrency() {
  Polled polled(Polled::From::Queue);
  polled.mapping().batchSize = 1;
  polled.mapping().maximumConcurrency = 3;
  polled.takes(Duration::seconds(10));
  polled.send(example::burst(20));
  const auto run = polled.run();
  QCOMPARE(arrived(*run, at(0), at(10'000)), 3);
  QCOMPARE(arrived(*run, at(10'000), at(20'000)), 3);
}

void TestQueuePollers::provisionedMode() {
  Polled polled(Polled::From::Queue);
  polled.mapping().batchSize = 1;
  polled.mapping().minimumPollers = 2;
  polled.mapping().maximumPollers = 4;
  polled.takes(Duration::seconds(20));
  polled.send(example::burst(100));
  const auto run = polled.run();
  QCOMPARE(arrived(*run, at(0), at(80)), 20);
  QCOMPARE(attempt(*run, 20).arrived, at(80));  // One more every 60 ms.
  QCOMPARE(arrived(*run, at(0), at(20'000)), 40);
}

void TestQueuePollers::idleFallsToTwo() {
  Polled polled(Polled::From::Queue);
  polled.mapping().batchSize = 1;
  polled.scenario.until = Duration::minutes(6);
  polled.takes(Duration::seconds(5));
  polled.send({0, 0, 0, 0, 0, 300'000, 300'000, 300'000, 300'000, 300'000});
  const auto run = polled.run();
  QCOMPARE(arrived(*run, at(20), at(21)), 5);
  QCOMPARE(arrived(*run, at(300'020), at(300'021)), 2);
}

void TestQueuePollers::errorsLowerConcurrency() {
  Polled polled(Polled::From::Queue);
  polled.mapping().batchSize = 1;
  polled.mapping().maximumConcurrency = 5;
  polled.worker().work.errorRatePpm = project::kMillion;
  polled.takes(Duration::seconds(1));
  polled.send(example::burst(20));
  const auto run = polled.run();
  QCOMPARE(arrived(*run, at(20), at(21)), 5);
  QCOMPARE(arrived(*run, at(1'130), at(1'150)), 2);
}

void TestQueuePollers::throttledBatchIsTriedAgain() {
  Polled polled(Polled::From::Queue);
  polled.worker().reserved = 0;
  polled.send({0});
  const auto run = polled.run();
  const std::vector<std::int64_t> tries{20, 1'020, 3'020, 7'020, 15'020, 30'040};
  for (std::size_t i = 0; i < tries.size(); ++i) {
    QCOMPARE(attempt(*run, i).arrived, at(tries[i]));
    QCOMPARE(attempt(*run, i).request, i < 5 ? 0U : 1U);
    QCOMPARE(attempt(*run, i).retried, i != 4);
    QCOMPARE(attempt(*run, i).cause,
             i == 0 || i == 5 ? journal::kNone : static_cast<std::uint32_t>(i - 1));
  }
}

void TestQueuePollers::successDeletes() {
  Polled polled(Polled::From::Queue);
  polled.send({0});
  const auto run = polled.run();
  QCOMPARE(attempts(*run), std::size_t{1});
  QCOMPARE(run->journal.messages[0].ending, MessageEnding::Processed);
  QCOMPARE(run->journal.messages[0].ended, at(220));
  QCOMPARE(run->journal.messages[0].receives, std::uint16_t{1});
}

void TestQueuePollers::failedMessagesReappear() {
  Polled polled(Polled::From::Queue);
  polled.worker().work.errorRatePpm = project::kMillion;
  polled.send({0});
  const auto run = polled.run();
  QCOMPARE(attempt(*run, 0).arrived, at(20));
  QCOMPARE(attempt(*run, 1).arrived, at(30'040));
  QCOMPARE(attempt(*run, 1).request, 1U);  // A new batch, not a retry of the old one.
  QCOMPARE(attempts(*run), std::size_t{4});
  QCOMPARE(run->journal.messages[0].ending, MessageEnding::Waiting);
  QCOMPARE(run->journal.messages[0].receives, std::uint16_t{4});
}

void TestQueuePollers::redrive() {
  Polled polled(Polled::From::Queue);
  polled.worker().work.errorRatePpm = project::kMillion;
  polled.addReader("Undertaker");
  polled.project.mappings[1].queue = 1;
  polled.project.queues.emplace_back();
  polled.queue().deadLetterQueue = 1;
  polled.queue().maximumReceives = 2;
  polled.send({0});
  const auto run = polled.run();
  QCOMPARE(run->journal.messages[0].ending, MessageEnding::DeadLettered);
  QCOMPARE(run->journal.messages[0].ended, at(60'060));
  QCOMPARE(run->journal.messages[0].receives, std::uint16_t{2});
  QCOMPARE(run->journal.messages.size(), std::size_t{2});
  QCOMPARE(run->journal.messages[1].ending, MessageEnding::Processed);
  QCOMPARE(run->journal.functionOf(attempt(*run, 2)), std::uint16_t{1});
}

void TestQueuePollers::delayHides() {
  Polled polled(Polled::From::Queue);
  polled.queue().delay = Duration::seconds(45);
  polled.send({0, 1'000});
  const auto run = polled.run();
  QCOMPARE(attempt(*run, 0).arrived, at(45'020));
  QCOMPARE(attempt(*run, 1).arrived, at(46'020));
}

void TestQueuePollers::retentionEnds() {
  Polled polled(Polled::From::Queue);
  polled.mapping().enabled = false;
  polled.queue().retention = Duration::seconds(60);
  polled.send({0, 100'000});
  const auto run = polled.run();
  QCOMPARE(run->journal.messages[0].ending, MessageEnding::Expired);
  QCOMPARE(run->journal.messages[0].ended, at(60'000));
  QCOMPARE(run->journal.messages[1].ending, MessageEnding::Waiting);
}

void TestQueuePollers::groupsKeepTheirOrder() {
  Polled polled(Polled::From::Fifo);
  polled.mapping().batchSize = 3;
  polled.worker().work.errorRatePpm = 300'000;
  polled.takes(Duration::seconds(2));
  polled.scenario.until = Duration::minutes(20);
  polled.send(example::burst(300, Duration::minutes(3))).groups = 4;
  const auto run = polled.run();
  struct Seen {
    std::uint32_t next = 0;
    Instant free;
  };
  std::map<std::uint32_t, Seen> groups;
  std::map<std::uint32_t, std::vector<std::uint32_t>> sent;
  for (std::uint32_t i = 0; i < 300; ++i) sent[run->journal.messages[i].group].push_back(i);
  QCOMPARE(sent.size(), std::size_t{4});
  int failed = 0;
  for (std::size_t b = 0; b < run->journal.batches.size(); ++b) {
    const journal::Attempt& a = attempt(*run, b);
    for (const std::uint32_t item : itemsOf(*run, b)) {
      const std::uint32_t group = run->journal.messages[item].group;
      Seen& seen = groups[group];
      QVERIFY(a.arrived >= seen.free || seen.free == a.ended());
      seen.free = a.ended();
      if (a.ending != Ending::Succeeded) continue;
      QCOMPARE(item, sent[group][seen.next]);
      ++seen.next;
    }
    failed += a.ending == Ending::Succeeded ? 0 : 1;
  }
  QVERIFY(failed > 10);
  QCOMPARE(ended(*run, MessageEnding::Processed), 300);
}

void TestQueuePollers::fifoStopsAtTheFirstFailure() {
  Polled polled(Polled::From::Fifo);
  polled.mapping().reportsItemFailures = true;
  polled.scenario.until = Duration::seconds(25);
  polled.send({0});
  polled.send({1}).poison = true;
  polled.send({2});
  const auto run = polled.run();
  QCOMPARE(attempt(*run, 0).ending, Ending::Succeeded);
  QCOMPARE(run->journal.messages[0].ending, MessageEnding::Processed);
  QCOMPARE(run->journal.messages[1].ending, MessageEnding::Waiting);
  QCOMPARE(run->journal.messages[2].ending, MessageEnding::Waiting);
}

void TestQueuePollers::partialBatch() {
  Polled polled(Polled::From::Queue);
  polled.mapping().reportsItemFailures = true;
  polled.queue().maximumReceives = 2;
  polled.send({0, 2});
  polled.send({1}).poison = true;
  const auto run = polled.run();
  QCOMPARE(attempt(*run, 0).ending, Ending::Succeeded);
  QCOMPARE(itemsOf(*run, 0).size(), std::size_t{3});
  QCOMPARE(itemsOf(*run, 1), (std::vector<std::uint32_t>{1}));
  QCOMPARE(run->journal.messages[0].ended, at(220));
  QCOMPARE(run->journal.messages[1].ending, MessageEnding::DeadLettered);
  QCOMPARE(run->journal.messages[2].ending, MessageEnding::Processed);
}

void TestQueuePollers::itemsThatFailFailTheBatchUnlessReported() {
  Polled polled(Polled::From::Queue);
  polled.mapping().itemFailurePpm = 100'000;
  polled.scenario.until = Duration::minutes(30);
  polled.send(example::burst(1'000));
  const auto whole = polled.run();
  polled.mapping().reportsItemFailures = true;
  const auto reported = polled.run();
  QVERIFY(attempts(*whole) > attempts(*reported));
  QCOMPARE(ended(*reported, MessageEnding::Processed), 1'000);
  for (const journal::Attempt& a : reported->journal.attempts.all()) {
    QCOMPARE(a.ending, Ending::Succeeded);
  }
}

void TestQueuePollers::filteredMessagesAreDeleted() {
  Polled polled(Polled::From::Queue);
  polled.mapping().filters = {R"({"body":{"kind":["wanted"]}})"};
  polled.send({0, 2}).message = R"({"kind":"wanted"})";
  polled.send({1}).message = R"({"kind":"other"})";
  const auto run = polled.run();
  QCOMPARE(attempts(*run), std::size_t{1});
  QCOMPARE(itemsOf(*run, 0), (std::vector<std::uint32_t>{0, 2}));
  QCOMPARE(run->journal.messages[1].ending, MessageEnding::Filtered);
  QCOMPARE(run->journal.messages[1].request, journal::kNone);

  polled.mapping().filters = {"no pattern"};
  const auto refused = simulate::simulate(polled.project, polled.scenario);
  QVERIFY(!refused);
  QVERIFY(refused.error().text.english().starts_with("Invalid filter pattern definition."));
}

void TestQueuePollers::eachItemTakesItsTime() {
  Polled polled(Polled::From::Queue);
  polled.worker().work.perItem = Duration::millis(50);
  polled.send({0, 1, 2});
  QCOMPARE(attempt(*polled.run(), 0).durationUs, 250'000U);
}

void TestQueuePollers::twoMappingsShareAQueue() {
  Polled polled(Polled::From::Queue);
  polled.addReader("Other");
  polled.send(example::burst(500, Duration::minutes(1)));
  const auto run = polled.run();
  QCOMPARE(ended(*run, MessageEnding::Processed), 500);
  std::size_t items = 0;
  for (const journal::Batch& batch : run->journal.batches) items += batch.size;
  QCOMPARE(items, std::size_t{500});
}

QTEST_GUILESS_MAIN(TestQueuePollers)
#include "tst_queue_pollers.moc"
