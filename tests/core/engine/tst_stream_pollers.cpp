// SPDX-License-Identifier: GPL-3.0-or-later
// Pollers of Kinesis and DynamoDB streams: order, blocked shards, and the ways around a record that
// cannot be processed.
#include <QTest>
#include <map>
#include <set>

#include "tests/core/engine/polled.h"

using namespace coldstart;
using namespace coldstart::polled;

class TestStreamPollers : public QObject {
  Q_OBJECT
 private slots:
  void shardsArePolled();
  void windowGathers();
  void parallelizationKeepsKeysInOrder();
  void failedBatchBlocksItsShard();
  void retriesAreLimited_data();
  void retriesAreLimited();
  void throttlesDoNotUseUpRetries();
  void bisectFindsThePoison();
  void oldRecordsAreDiscarded();
  void checkpoint();
  void tumblingWindow();
  void retention();
  void eachMappingReadsEverything();
};

void TestStreamPollers::shardsArePolled() {
  Polled kinesis(Polled::From::Kinesis);
  kinesis.send({300, 400, 1'500});
  const auto run = kinesis.run();
  QCOMPARE(attempts(*run), std::size_t{2});
  QCOMPARE(attempt(*run, 0).arrived, at(1'000));
  QCOMPARE(itemsOf(*run, 0).size(), std::size_t{2});
  QCOMPARE(attempt(*run, 1).arrived, at(2'000));
  QCOMPARE(ended(*run, MessageEnding::Processed), 3);

  Polled table(Polled::From::DynamoDb);
  table.send({300});
  QCOMPARE(attempt(*table.run(), 0).arrived, at(500));
}

void TestStreamPollers::windowGathers() {
  Polled polled(Polled::From::Kinesis);
  polled.mapping().window = Duration::seconds(10);
  polled.mapping().batchSize = 5;
  polled.send({500, 3'500, 20'000, 20'100, 20'200, 20'300, 20'400});
  const auto run = polled.run();
  QCOMPARE(attempt(*run, 0).arrived, at(11'000));
  QCOMPARE(itemsOf(*run, 0).size(), std::size_t{2});
  QCOMPARE(attempt(*run, 1).arrived, at(21'000));  // Full at its first poll.
}

void TestStreamPollers::parallelizationKeepsKeysInOrder() {
  Polled polled(Polled::From::Kinesis);
  polled.mapping().batchSize = 2;
  polled.mapping().parallelizationFactor = 4;
  polled.worker().work.duration = polled.worker().work.firstDuration =
      example::uniform(Duration::millis(100), Duration::seconds(3));
  polled.scenario.until = Duration::minutes(20);
  polled.send(example::burst(300, Duration::minutes(2))).groups = 12;
  const auto run = polled.run();
  std::map<std::uint32_t, Instant> free;
  std::map<std::uint32_t, std::uint32_t> last;
  std::multiset<std::int64_t> running;
  std::size_t most = 0;
  for (std::size_t b = 0; b < run->journal.batches.size(); ++b) {
    const journal::Attempt& a = attempt(*run, b);
    while (!running.empty() && *running.begin() <= a.arrived.us) running.erase(running.begin());
    running.insert(a.ended().us);
    most = std::max(most, running.size());
    for (const std::uint32_t item : itemsOf(*run, b)) {
      const std::uint32_t key = run->journal.messages[item].group;
      QVERIFY(a.arrived >= free[key] || free[key] == a.ended());
      free[key] = a.ended();
      QVERIFY(last.count(key) == 0 || last[key] < item);
      last[key] = item;
    }
  }
  QCOMPARE(most, std::size_t{4});
  QCOMPARE(ended(*run, MessageEnding::Processed), 300);
}

void TestStreamPollers::failedBatchBlocksItsShard() {
  Polled polled(Polled::From::Kinesis);
  polled.mapping().maximumRetryAttempts = 2;
  polled.send({100}).poison = true;
  polled.send({1'500, 1'600});
  const auto run = polled.run();
  const std::vector<std::int64_t> tries{1'000, 2'200, 4'300, 4'400};
  QCOMPARE(attempts(*run), tries.size());
  for (std::size_t i = 0; i < tries.size(); ++i) {
    QCOMPARE(attempt(*run, i).arrived, at(tries[i]));
    QCOMPARE(attempt(*run, i).request, i < 3 ? 0U : 1U);
    QCOMPARE(attempt(*run, i).retried, i < 2);
  }
  QCOMPARE(run->journal.messages[0].ending, MessageEnding::Discarded);
  QCOMPARE(run->journal.messages[0].receives, std::uint16_t{3});
  QCOMPARE(run->journal.messages[2].ending, MessageEnding::Processed);
}

void TestStreamPollers::retriesAreLimited_data() {
  QTest::addColumn<int>("maximum");
  QTest::addColumn<int>("attempts");
  QTest::newRow("none") << 0 << 1;
  QTest::newRow("three") << 3 << 4;
}

void TestStreamPollers::retriesAreLimited() {
  QFETCH(int, maximum);
  QFETCH(int, attempts);
  Polled polled(Polled::From::Kinesis);
  polled.mapping().maximumRetryAttempts = maximum;
  polled.send({0}).poison = true;
  const auto run = polled.run();
  QCOMPARE(run->journal.attempts.size(), static_cast<std::size_t>(attempts));
  QCOMPARE(ended(*run, MessageEnding::Discarded), 1);
}

void TestStreamPollers::throttlesDoNotUseUpRetries() {
  Polled polled(Polled::From::Kinesis);
  polled.mapping().maximumRetryAttempts = 0;
  polled.worker().reserved = 0;
  polled.scenario.changes.push_back({at(30'000), "Worker.ReservedConcurrentExecutions", 5});
  polled.send({0});
  const auto run = polled.run();
  QVERIFY(attempts(*run) > 4);
  QCOMPARE(ended(*run, MessageEnding::Processed), 1);
}

void TestStreamPollers::bisectFindsThePoison() {
  Polled polled(Polled::From::Kinesis);
  polled.mapping().bisects = true;
  polled.mapping().maximumRetryAttempts = 1;
  polled.send({0, 10, 20, 30, 40});
  polled.send({45}).poison = true;
  polled.send({50, 60});
  const auto run = polled.run();
  QCOMPARE(ended(*run, MessageEnding::Processed), 7);
  QCOMPARE(ended(*run, MessageEnding::Discarded), 1);
  QCOMPARE(run->journal.messages[5].ending, MessageEnding::Discarded);
  // 8, then 4 good, 4, 2, 1 good, the poison twice, 2 good.
  std::vector<std::size_t> sizes;
  for (std::size_t b = 0; b < run->journal.batches.size(); ++b) {
    sizes.push_back(itemsOf(*run, b).size());
  }
  QCOMPARE(sizes, (std::vector<std::size_t>{8, 4, 4, 2, 1, 1, 2}));
  QCOMPARE(attempts(*run), std::size_t{8});
}

void TestStreamPollers::oldRecordsAreDiscarded() {
  Polled polled(Polled::From::Kinesis);
  polled.mapping().maximumRecordAge = Duration::seconds(60);
  polled.scenario.until = Duration::minutes(5);
  polled.send({0}).poison = true;
  polled.send({30'000});
  const auto run = polled.run();
  QCOMPARE(run->journal.messages[0].ending, MessageEnding::Discarded);
  QVERIFY(run->journal.messages[0].ended >= at(60'000));
  QVERIFY(run->journal.messages[0].ended < at(121'000));
  QVERIFY(run->journal.messages[1].ending != MessageEnding::Waiting);
}

void TestStreamPollers::checkpoint() {
  Polled polled(Polled::From::Kinesis);
  polled.mapping().reportsItemFailures = true;
  polled.mapping().maximumRetryAttempts = 0;
  polled.send({0, 20});
  polled.send({10}).poison = true;
  const auto run = polled.run();
  QCOMPARE(run->journal.messages[0].ending, MessageEnding::Processed);
  QCOMPARE(run->journal.messages[1].ending, MessageEnding::Discarded);
  QCOMPARE(run->journal.messages[2].ending, MessageEnding::Discarded);
  QCOMPARE(itemsOf(*run, 1), (std::vector<std::uint32_t>{1, 2}));
}

void TestStreamPollers::tumblingWindow() {
  Polled polled(Polled::From::Kinesis);
  polled.mapping().tumblingWindow = Duration::seconds(10);
  polled.mapping().window = Duration::seconds(25);
  polled.send(example::burst(25, Duration::seconds(25)));
  const auto run = polled.run();
  int final = 0;
  for (std::size_t b = 0; b < run->journal.batches.size(); ++b) {
    const auto items = itemsOf(*run, b);
    final += items.empty() ? 1 : 0;
    std::set<std::int64_t> windows;
    for (const std::uint32_t item : items) {
      windows.insert(run->journal.messages[item].sent.us / 10'000'000);
    }
    QVERIFY(windows.size() <= 1);
  }
  QCOMPARE(final, 3);
  QCOMPARE(ended(*run, MessageEnding::Processed), 25);
}

void TestStreamPollers::retention() {
  Polled polled(Polled::From::Kinesis);
  polled.mapping().enabled = false;
  polled.scenario.until = Duration::hours(25);
  polled.send({0, 7'200'000});
  const auto run = polled.run();
  QCOMPARE(run->journal.messages[0].ending, MessageEnding::Expired);
  QCOMPARE(run->journal.messages[0].ended, Instant{} + Duration::hours(24));
  QCOMPARE(run->journal.messages[1].ending, MessageEnding::Waiting);
}

void TestStreamPollers::eachMappingReadsEverything() {
  Polled polled(Polled::From::Kinesis);
  polled.addReader("Other");
  polled.send({0});
  polled.send({0}).function = 1;
  const auto run = polled.run();
  QCOMPARE(attempts(*run), std::size_t{2});
  QCOMPARE(run->journal.functionOf(attempt(*run, 1)), std::uint16_t{1});
}

QTEST_GUILESS_MAIN(TestStreamPollers)
#include "tst_stream_pollers.moc"
