// SPDX-License-Identifier: GPL-3.0-or-later
// What is told about batches and messages: figures, metrics, explanations, and the record that a
// failure destination gets.
#include <QTest>

#include <nlohmann/json.hpp>

#include "core/observe/batches.h"
#include "core/observe/explain.h"
#include "core/observe/logs.h"
#include "core/observe/report.h"
#include "tests/core/engine/polled.h"

using namespace coldstart;
using namespace coldstart::observe;
using coldstart::polled::at;
using coldstart::polled::Polled;
using journal::MessageEnding;

class TestBatches : public QObject {
  Q_OBJECT
 private slots:
  void report();
  void metrics();
  void explainsAQueuesBatch();
  void explainsAFailedBatch();
  void explainsAThrottledBatch();
  void explainsAShardsBatch();
  void failureRecord();
  void recordOfATableThatIsTooOld();
  void aPollerIsACaller();
};

namespace {

/// Three good messages in one batch, then a poisonous one that is given up.
Polled queueWithPoison() {
  Polled polled(Polled::From::Queue);
  polled.project.queues.emplace_back();
  polled.queue().id = polled.queue().name = "Jobs";
  polled.queue().maximumReceives = 2;
  polled.queue().deadLetterQueue = 1;
  polled.project.queues[1].id = "Lost";
  polled.send({0, 1, 2});
  polled.send({5'000}).poison = true;
  return polled;
}

Polled streamWithPoison() {
  Polled polled(Polled::From::Kinesis);
  polled.stream().id = polled.stream().name = "Readings";
  polled.mapping().maximumRetryAttempts = 1;
  polled.mapping().bisects = true;
  polled.mapping().onFailure = "arn:aws:sqs:us-east-1:123456789012:unread";
  polled.send({0, 10, 20});
  polled.send({30}).poison = true;
  return polled;
}

QByteArray textOf(const RunIndex& index, std::size_t attempt) {
  return QByteArray::fromStdString(
      asText(explainAttempt(index, static_cast<journal::AttemptIndex>(attempt))));
}

double sum(const RunIndex& index, Metric metric) {
  double total = 0;
  for (const Datapoint& point :
       metricSeries(index, metric, 0, Statistic::Sum, Duration::minutes(1))) {
    total += point.value;
  }
  return total;
}

}  // namespace

void TestBatches::report() {
  const RunIndex index(queueWithPoison().run());
  const auto json = observe::report(index);
  const auto& m = json["functions"]["Worker"]["messages"];
  QVERIFY(m["sent"] == 4);
  QVERIFY(m["processed"] == 3);
  QVERIFY(m["deadLettered"] == 1);
  QVERIFY(m["waiting"] == 0);
  QVERIFY(m["batches"] == 3);
  QCOMPARE(m["batchSizeAvg"].get<double>(), 5.0 / 3);
  QCOMPARE(m["ageMs"]["max"].get<double>(), 220.0);
  QCOMPARE(m["ageMs"]["avg"].get<double>(), 219.0);
  QCOMPARE(json["sources"].size(), std::size_t{2});
  QVERIFY(json["sources"][1]["queue"] == "Jobs");
  QVERIFY(json["sources"][1]["messages"]["deadLettered"] == 1);
  const std::string text = reportText(index);
  QVERIFY(text.find("4 sent, 3 processed, 1 dead-lettered; age") != std::string::npos);
  QVERIFY(text.find("3, on average 1.67 messages") != std::string::npos);
}

void TestBatches::metrics() {
  const RunIndex queue(queueWithPoison().run());
  QCOMPARE(sum(queue, Metric::PolledEventCount), 5.0);
  QCOMPARE(sum(queue, Metric::InvokedEventCount), 5.0);
  QCOMPARE(sum(queue, Metric::FailedInvokeEventCount), 2.0);
  QCOMPARE(sum(queue, Metric::DeletedEventCount), 3.0);
  QCOMPARE(sum(queue, Metric::IteratorAge), 0.0);

  const RunIndex stream(streamWithPoison().run());
  QCOMPARE(sum(stream, Metric::OnFailureDestinationDeliveredEventCount), 1.0);
  QCOMPARE(sum(stream, Metric::DroppedEventCount), 0.0);
  // The first batch: polled at 1 s, done 200 ms later, its last record from 30 ms.
  const auto ages =
      metricSeries(stream, Metric::IteratorAge, 0, Statistic::Maximum, Duration::seconds(1));
  QCOMPARE(ages.at(0).at, at(1'000));
  QCOMPARE(ages.at(0).value, 1'170.0);
}

void TestBatches::explainsAQueuesBatch() {
  const RunIndex index(queueWithPoison().run());
  const QByteArray text = textOf(index, 0);
  QVERIFY2(text.contains("3 of the messages of Jobs in one batch. The oldest had been sent 20 ms "
                         "before."),
           text.constData());
  QVERIFY(text.contains("the batch is what the poll found, up to 10"));
  QVERIFY(text.contains("All its messages were deleted from the queue."));
}

void TestBatches::explainsAFailedBatch() {
  const RunIndex index(queueWithPoison().run());
  const QByteArray first = textOf(index, 1);
  QVERIFY2(first.contains("1 of them cannot be processed, and the handler fails for the whole "
                          "batch."),
           first.constData());
  QVERIFY(
      first.contains("None of its messages is deleted: they are visible again when their "
                     "visibility timeout of 30 s is over"));
  QVERIFY(!first.contains("The caller got status"));
  const QByteArray second = textOf(index, 2);
  QVERIFY2(second.contains("1 of them went to the dead-letter queue after that: they had been "
                           "received 2 times"),
           second.constData());
}

void TestBatches::explainsAThrottledBatch() {
  Polled polled(Polled::From::Queue);
  polled.queue().name = "Jobs";
  polled.worker().reserved = 0;
  polled.send({0});
  const RunIndex index(polled.run());
  QVERIFY(textOf(index, 0).contains("The poller tried the same batch again at 1.02"));
  const QByteArray second = textOf(index, 1);
  QVERIFY2(second.contains("This is try 2 of the batch. The one before was refused, so the poller "
                           "waited 1 s."),
           second.constData());
  QVERIFY(!second.contains("Nobody tries again"));
}

void TestBatches::explainsAShardsBatch() {
  const RunIndex index(streamWithPoison().run());
  QVERIFY(textOf(index, 0).contains("4 of the records of Readings in one batch"));
  const QByteArray half = textOf(index, 1);
  QVERIFY2(half.contains("It is a part of the batch #1 that did not succeed as a whole"),
           half.constData());
  QVERIFY(half.contains("The shard moved on past 2 of its 2 records."));
  const QByteArray last = textOf(index, index.attempts().size() - 1);
  QVERIFY2(last.contains("1 of its records were given up; arn:aws:sqs:us-east-1:123456789012:"
                         "unread is told which they were."),
           last.constData());
}

void TestBatches::failureRecord() {
  const RunIndex index(streamWithPoison().run());
  const auto rows = givenUp(index);
  QCOMPARE(rows.size(), std::size_t{1});
  QCOMPARE(rows[0].items, std::vector<std::uint32_t>{3});
  const auto record = nlohmann::json::parse(observe::failureRecord(index, rows[0]));
  QVERIFY(record["requestContext"]["condition"] == "RetryAttemptsExhausted");
  QVERIFY(record["requestContext"]["functionArn"] ==
          "arn:aws:lambda:us-east-1:123456789012:function:Worker:$LATEST");
  QVERIFY(record["requestContext"]["approximateInvokeCount"] == 2);
  QVERIFY(record["responseContext"]["functionError"] == "Unhandled");
  QVERIFY(record["version"] == "1.0");
  const auto& info = record["KinesisBatchInfo"];
  QVERIFY(info["shardId"] == "shardId-000000000000");
  QCOMPARE(info["startSequenceNumber"].get<std::string>().size(), std::size_t{56});
  QVERIFY(info["startSequenceNumber"] == info["endSequenceNumber"]);
  QVERIFY(info["approximateArrivalOfFirstRecord"] == "2026-01-05T09:00:00.030Z");
  QVERIFY(info["batchSize"] == 1);
  QVERIFY(info["streamArn"] == "arn:aws:kinesis:us-east-1:123456789012:stream/Readings");
}

void TestBatches::recordOfATableThatIsTooOld() {
  Polled polled(Polled::From::DynamoDb);
  polled.stream().name = "Notes";
  polled.mapping().maximumRecordAge = Duration::seconds(60);
  polled.scenario.until = Duration::minutes(5);
  polled.send({0}).poison = true;
  const RunIndex index(polled.run());
  const auto rows = givenUp(index);
  QCOMPARE(rows.size(), std::size_t{1});
  const auto record = nlohmann::json::parse(observe::failureRecord(index, rows[0]));
  QVERIFY(record["requestContext"]["condition"] == "RecordAgeExceeded");
  QVERIFY(!record.contains("responseContext"));
  QVERIFY(record["DDBStreamBatchInfo"]["approximateArrivalOfFirstRecord"] ==
          "2026-01-05T09:00:00Z");
}

void TestBatches::aPollerIsACaller() {
  const RunIndex index(queueWithPoison().run());
  const journal::Source& source = index.run().journal.sources[index.attempts()[0].source];
  QCOMPARE(source.label, std::string("Jobs"));
  QVERIFY(source.trigger == project::TriggerKind::Sqs);
  QCOMPARE(callerResult(index, 0, "{}").statusCode, 200);
  QCOMPARE(callerResult(index, 1, "{}").functionError, std::string("Unhandled"));
}

QTEST_GUILESS_MAIN(TestBatches)
#include "tst_batches.moc"
