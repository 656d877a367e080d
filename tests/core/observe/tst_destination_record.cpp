// SPDX-License-Identifier: GPL-3.0-or-later
// What destinations and dead-letter queues get, to the letter, and what is said of it.
#include <QTest>

#include <nlohmann/json.hpp>

#include "core/base/identifiers.h"
#include "core/observe/destination_record.h"
#include "core/observe/explain.h"
#include "core/observe/metrics.h"
#include "core/observe/report.h"
#include "core/simulate/simulate.h"
#include "tests/core/simulate/example.h"

using namespace coldstart;
using namespace coldstart::observe;
using journal::AttemptIndex;

namespace {

constexpr const char* kEvent = R"({"order":7})";

/// One event for Hello, which takes 100 ms after 100 ms of init.
struct Story {
  project::Project project;
  project::Scenario scenario;

  Story() {
    project.functions.push_back(
        example::function("Hello", Duration::millis(100), Duration::millis(100)));
    hello().runtime = "python3.13";
    hello().handler = "app.handler";
    scenario.until = Duration::hours(12);
    scenario.loads.push_back(
        example::load(0, example::at({Instant{}}), project::InvocationType::Event));
  }
  project::Function& hello() { return project.functions[0]; }
  void fails() { hello().work.errorRatePpm = project::kMillion; }
  [[nodiscard]] std::shared_ptr<const RunIndex> index() const {
    return std::make_shared<RunIndex>(*simulate::simulate(project, scenario));
  }
};

AttemptIndex lastOf(const RunIndex& index) {
  return static_cast<AttemptIndex>(index.attempts().size() - 1);
}

QString id(const RunIndex& index) {
  return QString::fromStdString(requestUuid(index.run().seed, 0));
}

QString told(const RunIndex& index, AttemptIndex attempt) {
  return QString::fromStdString(asText(explainAttempt(index, attempt)));
}

}  // namespace

#define CONTAINS(text, part) QVERIFY2((text).contains(QStringLiteral(part)), qPrintable(text))

class TestDestinationRecord : public QObject {
  Q_OBJECT
 private slots:
  void success();
  void retriesExhausted();
  void eventAgeExceeded();
  void zeroReservedConcurrency();
  void busesGetAnEvent();
  void bucketsGetAKey();
  void deadLetters();
  void reportAndMetrics();
  void everyEndingIsExplained_data();
  void everyEndingIsExplained();
  void chainsAreExplained();
};

void TestDestinationRecord::success() {
  Story story;
  const auto index = story.index();
  QCOMPARE(QString::fromStdString(invocationRecord(*index, 0, kEvent, R"({"ok":true})")),
           QStringLiteral(
               R"({"version":"1.0","timestamp":"2026-01-05T09:00:00.200Z","requestContext":)"
               R"({"requestId":"%1","functionArn":"arn:aws:lambda:us-east-1:123456789012:function:)"
               R"(Hello:$LATEST","condition":"Success","approximateInvokeCount":1},)"
               R"("requestPayload":{"order":7},"responseContext":{"statusCode":200,)"
               R"("executedVersion":"$LATEST"},"responsePayload":{"ok":true}})")
               .arg(id(*index)));
}

void TestDestinationRecord::retriesExhausted() {
  Story story;
  story.fails();
  const auto index = story.index();
  const auto record =
      nlohmann::ordered_json::parse(invocationRecord(*index, lastOf(*index), kEvent, "{}"));
  QCOMPARE(record["timestamp"].get<std::string>(), std::string("2026-01-05T09:03:00.400Z"));
  QCOMPARE(record["requestContext"]["condition"].get<std::string>(),
           std::string("RetriesExhausted"));
  QCOMPARE(record["requestContext"]["approximateInvokeCount"].get<int>(), 3);
  QCOMPARE(record["responseContext"].dump(),
           std::string(R"({"statusCode":200,"executedVersion":"$LATEST",)"
                       R"("functionError":"Unhandled"})"));
  QCOMPARE(record["responsePayload"]["errorType"].get<std::string>(), std::string("Exception"));
  QCOMPARE(record["responsePayload"]["requestId"].get<std::string>(), id(*index).toStdString());
}

void TestDestinationRecord::eventAgeExceeded() {
  Story story;
  story.fails();
  story.hello().maximumEventAge = Duration::seconds(90);
  const auto index = story.index();
  const auto record =
      nlohmann::ordered_json::parse(invocationRecord(*index, lastOf(*index), kEvent, "{}"));
  QCOMPARE(record["timestamp"].get<std::string>(), std::string("2026-01-05T09:01:30.000Z"));
  QCOMPARE(record["requestContext"]["condition"].get<std::string>(),
           std::string("EventAgeExceeded"));
  QCOMPARE(record["requestContext"]["approximateInvokeCount"].get<int>(), 2);
  QCOMPARE(record["responseContext"]["functionError"].get<std::string>(), std::string("Unhandled"));
}

void TestDestinationRecord::zeroReservedConcurrency() {
  Story story;
  story.hello().reserved = 0;
  const auto index = story.index();
  const auto record =
      nlohmann::ordered_json::parse(invocationRecord(*index, lastOf(*index), kEvent, "{}"));
  QCOMPARE(record["requestContext"]["condition"].get<std::string>(),
           std::string("ZeroReservedConcurrency"));
  QCOMPARE(record["requestContext"]["approximateInvokeCount"].get<int>(), 0);
  QVERIFY(!record.contains("responseContext"));
  QVERIFY(!record.contains("responsePayload"));
}

void TestDestinationRecord::busesGetAnEvent() {
  Story story;
  story.fails();
  const auto index = story.index();
  const std::string bus = "arn:aws:events:us-east-1:123456789012:event-bus/Bus";
  const auto event =
      nlohmann::ordered_json::parse(busEvent(*index, lastOf(*index), bus, kEvent, "{}"));
  QCOMPARE(event["source"].get<std::string>(), std::string("lambda"));
  QCOMPARE(event["detail-type"].get<std::string>(),
           std::string("Lambda Function Invocation Result - Failure"));
  QCOMPARE(event["resources"].dump(),
           "[\"" + bus + R"(","arn:aws:lambda:us-east-1:123456789012:function:Hello:$LATEST"])");
  QCOMPARE(event["time"].get<std::string>(), std::string("2026-01-05T09:03:00Z"));
  QCOMPARE(event["detail"]["requestPayload"].dump(), std::string(kEvent));
}

void TestDestinationRecord::bucketsGetAKey() {
  Story story;
  story.fails();
  const auto index = story.index();
  const QString key = QString::fromStdString(recordKey(*index, lastOf(*index)));
  QVERIFY2(key.startsWith(QStringLiteral("aws/lambda/async/Hello/2026/01/05/2026-01-05T09.03.00-")),
           qPrintable(key));
  QCOMPARE(key.size(), 54 + 36);
}

void TestDestinationRecord::deadLetters() {
  Story story;
  story.fails();
  const auto index = story.index();
  const DeadLetter letter = deadLetter(*index, lastOf(*index), kEvent);
  QCOMPARE(letter.body, std::string(kEvent));
  QCOMPARE(letter.requestId, id(*index).toStdString());
  QCOMPARE(letter.errorCode, std::string("200"));
  QCOMPARE(letter.errorMessage, std::string("Simulated handler error"));
}

void TestDestinationRecord::reportAndMetrics() {
  Story story;
  story.fails();
  story.hello().deadLetterTarget = "arn:aws:sqs:us-east-1:123456789012:Letters";
  story.hello().onFailure = "Nowhere";
  const auto index = story.index();
  const auto async = report(*index)["functions"]["Hello"]["async"];
  QCOMPARE(async["deadLettered"].get<int>(), 1);
  QCOMPARE(async["toOnFailure"].get<int>(), 0);
  QCOMPARE(async["undelivered"].get<int>(), 1);
  const auto points = [&](Metric metric) {
    return metricSeries(*index, metric, 0, Statistic::Sum, Duration::minutes(1));
  };
  QVERIFY(points(Metric::DeadLetterErrors).empty());
  const auto failures = points(Metric::DestinationDeliveryFailures);
  QCOMPARE(failures.size(), std::size_t{1});
  QCOMPARE(failures[0].at.us, Duration::minutes(3).us);
  QCOMPARE(failures[0].value, 1.0);
  const QString why = told(*index, lastOf(*index));
  CONTAINS(why, "The event goes to the dead-letter queue Letters, as it was.");
  CONTAINS(why, "Nothing at Nowhere could take it (RetriesExhausted)");
}

void TestDestinationRecord::everyEndingIsExplained_data() {
  QTest::addColumn<int>("ending");
  QTest::addColumn<QString>("part");
  using journal::Ending;
  const auto row = [](const char* name, Ending ending, const char* part) {
    QTest::newRow(name) << static_cast<int>(ending) << QString::fromUtf8(part);
  };
  row("error", Ending::HandlerError, "The handler raised an error after 100 ms.");
  row("time-out", Ending::TimedOut, "The handler was still running after 1 s");
  row("throttled", Ending::Throttled, "reserves 1 concurrent execution");
  row("too old", Ending::AgeExceeded, "The event had waited 1 min");
  row("reserved 0", Ending::ReservedZero, "leave the queue without being tried");
  row("refused", Ending::Refused, "outage of Lambda");
}

void TestDestinationRecord::everyEndingIsExplained() {
  QFETCH(int, ending);
  QFETCH(QString, part);
  using journal::Ending;
  const auto wanted = static_cast<Ending>(ending);
  Story story;
  story.hello().maximumRetryAttempts = 0;
  project::WorkModel& work = story.hello().work;
  if (wanted == Ending::HandlerError) story.fails();
  if (wanted == Ending::TimedOut) {
    story.hello().timeout = Duration::seconds(1);
    work.firstDuration = example::constant(Duration::seconds(2));
  }
  if (wanted == Ending::ReservedZero) story.hello().reserved = 0;
  if (wanted == Ending::Throttled || wanted == Ending::AgeExceeded) {
    story.hello().reserved = 1;
    story.hello().maximumEventAge = Duration::seconds(60);
    work.firstDuration = example::constant(Duration::seconds(600));
    story.scenario.loads[0].arrivals = example::burst(2);
  }
  if (wanted == Ending::Refused) {
    story.scenario.outages.push_back(
        {.kind = project::Outage::Kind::Service, .from = Instant{}, .to = Instant{1'000}});
  }
  const auto index = story.index();
  const auto all = index->attempts();
  const auto found =
      std::ranges::find_if(all, [&](const journal::Attempt& a) { return a.ending == wanted; });
  QVERIFY(found != all.end());
  const QString text = told(*index, static_cast<AttemptIndex>(found - all.begin()));
  QVERIFY2(text.contains(part), qPrintable(text));
}

void TestDestinationRecord::chainsAreExplained() {
  Story story;
  story.hello().work.sends.push_back({.target = "Hello"});
  const auto index = story.index();
  CONTAINS(told(*index, 0), "It set off #2.");
  CONTAINS(told(*index, 1), "Hello sent it, in the invocation for #1 that ended at 0.200 s.");
  const QString stopped = told(*index, 16);
  CONTAINS(stopped, "Why was #17 stopped?");
  CONTAINS(stopped, "invocation 17 of Hello in one chain");
  CONTAINS(stopped, "The event is lost: Hello has no dead-letter queue");
  QCOMPARE(report(*index)["functions"]["Hello"]["async"]["recursionsStopped"].get<int>(), 1);
  const auto points = metricSeries(*index, Metric::RecursiveInvocationsDropped, 0, Statistic::Sum,
                                   Duration::minutes(1));
  QCOMPARE(points.size(), std::size_t{1});
}

QTEST_GUILESS_MAIN(TestDestinationRecord)
#include "tst_destination_record.moc"
