// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include <nlohmann/json.hpp>

#include "core/base/identifiers.h"
#include "core/observe/figures.h"
#include "core/observe/report.h"
#include "core/observe/samples.h"
#include "tests/support/run_builder.h"

using namespace coldstart;
using namespace coldstart::observe;
using journal::Decision;
using journal::Ending;
using tests::RunBuilder;

class TestReport : public QObject {
  Q_OBJECT
 private slots:
  void hasEveryKeyOfTheContract();
  void averagesAreWeightedByTime();
  void countsThrottlesErrorsAndRetries();
  void theTotalPoolsEveryRequest();
  void anEmptyRunHasZeros();
  void reportsATruncatedRunFromItsSums();
  void textNamesTheFigures();
  void percentilesAreExactThenWithinOnePercent();
};

namespace {

QByteArrayList keysOf(const nlohmann::ordered_json& json) {
  QByteArrayList keys;
  for (const auto& [key, value] : json.items()) keys << QByteArray::fromStdString(key);
  return keys;
}

}  // namespace

void TestReport::hasEveryKeyOfTheContract() {
  RunBuilder b;
  b.function("Thumbnail");
  b.sources();
  b.cold(0, 250, 210'100, 412'350);
  b.run().wallSeconds = 0.5;
  const auto json = report(*b.index());
  QCOMPARE(keysOf(json),
           (QByteArrayList{"scenario", "seed", "simulatedSeconds", "wallSeconds",
                           "requestsPerSecond", "journalBytes", "functions", "bill", "month"}));
  QCOMPARE(json["requestsPerSecond"].get<double>(), 2.0);
  QCOMPARE(json["journalBytes"].get<int>(), 64);
  const auto& f = json["functions"]["Thumbnail"];
  QCOMPARE(keysOf(f),
           (QByteArrayList{"requests",        "invocations",    "errors",
                           "timeouts",        "errorsByKind",   "throttles",
                           "throttleReasons", "coldStarts",     "coldStartRatio",
                           "durationMs",      "initDurationMs", "responseMs",
                           "initFailures",    "restores",       "versions",
                           "clientRetries",   "abandoned",      "gatewayThrottles",
                           "serviceErrors",   "environments",   "concurrentExecutionsMax",
                           "async",           "billedMs",       "gbSeconds",
                           "costUsd"}));
  QCOMPARE(keysOf(f["durationMs"]), (QByteArrayList{"avg", "p50", "p90", "p99", "max"}));
  QCOMPARE(keysOf(f["initDurationMs"]), (QByteArrayList{"avg", "p50", "p90", "p99"}));
  QCOMPARE(keysOf(f["environments"]), (QByteArrayList{"created", "peak", "average", "averageBusy",
                                                      "averageIdle", "averageLifespanSeconds"}));
  QCOMPARE(keysOf(f["async"]), (QByteArrayList{"received", "retries", "dropped", "deadLettered",
                                               "toOnFailure", "toOnSuccess", "undelivered",
                                               "duplicates", "recursionsStopped", "ageMs"}));
  QCOMPARE(f["durationMs"]["p99"].get<double>(), 412.35);
  QCOMPARE(f["billedMs"].get<int>(), 623);
  QCOMPARE(f["gbSeconds"].get<double>(), 0.3115);
  const auto& line = json["bill"]["lines"][0];
  QCOMPARE(line["item"].get<std::string>(), std::string("Lambda requests"));
  QCOMPARE(line["quantity"].get<int>(), 1);
  QCOMPARE(line["unit"].get<std::string>(), std::string("request"));
}

void TestReport::averagesAreWeightedByTime() {
  RunBuilder b;
  b.function("Hello");
  b.sources();
  b.cold(0, 0, 1'000'000, 1'000'000);    // Busy for 2 s.
  b.cold(0, 1'000, 1'000'000, 500'000);  // Busy for 1.5 s, while the first is.
  b.warm(0, 5'000, 2'000'000);           // Busy for 2 s.
  b.run().end = Instant{Duration::seconds(10).us};
  b.run().journal.environments[1].stopped = Instant{Duration::seconds(8).us};
  b.run().journal.environments[1].stop = journal::StopReason::Idle;
  const auto index = b.index();
  const auto f = report(*index)["functions"]["Hello"];
  const auto& e = f["environments"];
  QCOMPARE(e["created"].get<int>(), 2);
  QCOMPARE(e["peak"].get<int>(), 2);
  QCOMPARE(e["average"].get<double>(), 1.7);
  QCOMPARE(e["averageBusy"].get<double>(), 0.55);
  QCOMPARE(e["averageIdle"].get<double>(), 1.15);
  QCOMPARE(e["averageLifespanSeconds"].get<double>(), 7.0);
  QCOMPARE(f["concurrentExecutionsMax"].get<int>(), 2);
  QCOMPARE(f["coldStarts"].get<int>(), 2);
  QCOMPARE(f["coldStartRatio"].get<double>(), 2.0 / 3);
}

void TestReport::countsThrottlesErrorsAndRetries() {
  RunBuilder b;
  b.function("Hello").deadLetterTarget = "arn:aws:sqs:us-east-1:123456789012:Failures";
  b.sources();
  journal::Attempt& first = b.cold(0, 0, 0, 1'000);
  first.source = 1;
  first.ending = Ending::HandlerError;
  first.retried = true;
  b.warm(0, 10, 1'000).ending = Ending::TimedOut;
  b.throttled(0, 20, Decision::ThrottledScalingRate);
  b.throttled(0, 20, Decision::ThrottledReserved);
  journal::Attempt& second = b.warm(0, 60'000, 1'000);
  second.source = 1;
  second.cause = 0;
  second.request = 0;
  second.ending = Ending::HandlerError;
  const auto f = report(*b.index())["functions"]["Hello"];
  QCOMPARE(f["requests"].get<int>(), 4);
  QCOMPARE(f["invocations"].get<int>(), 3);
  QCOMPARE(f["errors"].get<int>(), 3);
  QCOMPARE(f["timeouts"].get<int>(), 1);
  QCOMPARE(f["errorsByKind"].dump(), std::string(R"({"handlerError":2,"timeout":1})"));
  QCOMPARE(f["versions"]["$LATEST"]["invocations"].get<int>(), 3);
  QCOMPARE(f["versions"]["$LATEST"]["errors"].get<int>(), 3);
  QCOMPARE(f["throttles"].get<int>(), 2);
  QCOMPARE(f["throttleReasons"]["ConcurrentInvocationLimitExceeded"].get<int>(), 1);
  QCOMPARE(f["throttleReasons"]["ReservedFunctionConcurrentInvocationLimitExceeded"].get<int>(), 1);
  QCOMPARE(f["async"]["received"].get<int>(), 1);
  QCOMPARE(f["async"]["retries"].get<int>(), 1);
  QCOMPARE(f["async"]["dropped"].get<int>(), 1);
  QCOMPARE(f["async"]["deadLettered"].get<int>(), 1);
  QCOMPARE(f["async"]["ageMs"]["max"].get<double>(), 60'000.0);
  // From the event's first arrival to the end of its last attempt; the attempt between counts not.
  QCOMPARE(f["responseMs"]["max"].get<double>(), 60'001.0);
}

void TestReport::theTotalPoolsEveryRequest() {
  RunBuilder b;
  b.function("Hello");
  b.function("Other", 1'024);
  b.sources();
  b.cold(0, 0, 0, 1'000'000);
  for (int i = 1; i <= 8; ++i) b.warm(0, 2'000 * i, 1'000'000);
  b.cold(1, 20'000, 0, 9'000'000);
  const RunFigures figures = figuresOf(*b.index());
  QCOMPARE(figures.functions[0].requests, qint64{9});
  QCOMPARE(figures.total.requests, qint64{10});
  QCOMPARE(figures.total.duration.p90, 1'000.0);  // The ninth of ten, not a mean of two p90s.
  QCOMPARE(figures.total.duration.maximum, 9'000.0);
  QCOMPARE(figures.total.created, qint64{2});
  QCOMPARE(figures.total.cost.picoDollars,
           figures.functions[0].cost.picoDollars + figures.functions[1].cost.picoDollars);
}

void TestReport::anEmptyRunHasZeros() {
  RunBuilder b;
  b.function("Hello");
  b.run().end = Instant{};
  const auto json = report(*b.index());
  QCOMPARE(json["functions"]["Hello"]["coldStartRatio"].get<double>(), 0.0);
  QCOMPARE(json["functions"]["Hello"]["environments"]["average"].get<double>(), 0.0);
  QCOMPARE(json["bill"]["total"].get<double>(), 0.0);
  QVERIFY(json["bill"]["lines"].empty());
}

void TestReport::reportsATruncatedRunFromItsSums() {
  RunBuilder b;
  b.function("Hello");
  b.sources();
  b.cold(0, 0, 0, 1'000);
  b.run().truncated = true;
  journal::FunctionTally& tally = b.run().tallies.emplace_back();
  tally.requests = tally.invocations = 1'000'000'000;
  tally.billedMbMs = std::uint64_t{1'000'000'000} * 512 * 3;
  tally.duration.add(2'500);
  tally.byDecision[static_cast<std::size_t>(Decision::ThrottledReservedZero)] = 7;
  const auto json = report(*b.index());
  QCOMPARE(json["truncated"].get<bool>(), true);
  QCOMPARE(json["functions"]["Hello"]["requests"].get<std::int64_t>(), 1'000'000'000);
  QCOMPARE(json["functions"]["Hello"]["durationMs"]["avg"].get<double>(), 2.5);
  QCOMPARE(json["functions"]["Hello"]["throttles"].get<int>(), 7);
  QCOMPARE(json["functions"]["Hello"]["costUsd"].get<double>(), 225.00005);
}

void TestReport::textNamesTheFigures() {
  RunBuilder b;
  b.function("Thumbnail");
  b.sources();
  b.cold(0, 250, 210'100, 412'350);
  b.throttled(0, 300, Decision::ThrottledReserved);
  const std::string text = reportText(*b.index());
  for (const char* wanted : {"Thumbnail", "Cold starts", "1, 100 % of invocations", "p99 412",
                             "1 × ReservedFunctionConcurrentInvocationLimitExceeded",
                             "Lambda compute, 512 MB, x86_64", "Total"}) {
    QVERIFY2(text.find(wanted) != std::string::npos, wanted);
  }
}

void TestReport::percentilesAreExactThenWithinOnePercent() {
  Samples few;
  for (int i = 1; i <= 1'000; ++i) few.add(i);
  QCOMPARE(few.percentile(500), qint64{500});
  QCOMPARE(few.percentile(990), qint64{990});
  QCOMPARE(few.percentile(1'000), qint64{1'000});
  QCOMPARE(Samples{}.percentile(500), qint64{0});
  Samples many;
  std::vector<std::int64_t> values;
  for (std::uint64_t i = 0; i < Samples::kExactSamples + 50'000; ++i) {
    const auto value = static_cast<std::int64_t>(1'000'000'000 / (1 + mix(i, 7) % 1'000'000));
    values.push_back(value);
    many.add(value);
  }
  std::sort(values.begin(), values.end());
  for (const std::int64_t perMille : {1, 100, 500, 900, 990, 999}) {
    const auto rank = (static_cast<std::int64_t>(values.size()) * perMille + 999) / 1'000;
    const auto exact = static_cast<double>(values[static_cast<std::size_t>(rank - 1)]);
    const auto found = static_cast<double>(many.percentile(perMille));
    QVERIFY2(std::abs(found - exact) <= exact * 0.01, qPrintable(QString::number(perMille)));
  }
}

QTEST_GUILESS_MAIN(TestReport)
#include "tst_report.moc"
