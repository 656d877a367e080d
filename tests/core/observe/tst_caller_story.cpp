// SPDX-License-Identifier: GPL-3.0-or-later
// What the report and Explain say of callers that try again, stop waiting or are turned away.
#include <QTest>

#include <nlohmann/json.hpp>

#include "core/observe/explain.h"
#include "core/observe/report.h"
#include "core/simulate/simulate.h"
#include "tests/core/simulate/example.h"

using namespace coldstart;
using namespace coldstart::observe;
using project::Client;

namespace {

Instant sec(std::int64_t s) {
  return Instant{s * 1'000'000};
}

/// A function of two seconds, asked by one caller behind a trigger of this kind.
struct Story {
  project::Project project;
  project::Scenario scenario;

  explicit Story(std::vector<Instant> times, std::optional<Client> client = {},
                 std::optional<project::TriggerKind> kind = {}) {
    project.functions.push_back(
        example::function("Hello", Duration::millis(500), Duration::seconds(2)));
    scenario.until = Duration::minutes(2);
    project::Load load = example::load(0, example::at(std::move(times)));
    load.client = std::move(client);
    if (kind) {
      project.triggers.push_back(
          {.id = "Api", .function = 0, .kind = *kind, .source = {}, .detail = {}});
      load.trigger = 0;
    }
    scenario.loads.push_back(std::move(load));
  }
  [[nodiscard]] std::shared_ptr<const RunIndex> index() const {
    return std::make_shared<RunIndex>(*simulate::simulate(project, scenario));
  }
};

QString told(const RunIndex& index, journal::AttemptIndex attempt) {
  return QString::fromStdString(asText(explainAttempt(index, attempt)));
}

Client waits(Duration timeout) {
  return {.retries = Client::Retries::Standard, .timeout = timeout, .jitter = false};
}

}  // namespace

#define CONTAINS(text, part) QVERIFY2((text).contains(QStringLiteral(part)), qPrintable(text))

class TestCallerStory : public QObject {
  Q_OBJECT
 private slots:
  void reportCountsWhatCallersSaw();
  void retriesOfCallersAreNoWaitingEvents();
  void explainSaysWhyACallerTriedAgain();
  void explainSaysThatNobodyWaited();
  void gatewayThrottles();
  void outagesOfLambda();
  void placementIsTold();
  void connectionsAreTold();
  void gatewaysTellInTheirOwnWords_data();
  void gatewaysTellInTheirOwnWords();
};

void TestCallerStory::reportCountsWhatCallersSaw() {
  Story story({sec(0), sec(60)}, waits(Duration::millis(2'200)));
  story.project.account.gatewayBurst = 100;
  const auto index = story.index();
  const auto hello = report(*index)["functions"]["Hello"];
  // The cold start takes 2.5 s: given up at 2.2 s, again at 3.2 s in the environment that is warm.
  QCOMPARE(hello["requests"].get<double>(), 2.0);
  QCOMPARE(hello["invocations"].get<double>(), 3.0);
  QCOMPARE(hello["clientRetries"].get<double>(), 1.0);
  QCOMPARE(hello["abandoned"].get<double>(), 1.0);
  QCOMPARE(hello["gatewayThrottles"].get<double>(), 0.0);
  QCOMPARE(hello["clientFailures"].get<double>(), 0.0);
  QCOMPARE(hello["clientLatencyMs"]["max"].get<double>(), 5'200.0);
  QCOMPARE(hello["clientLatencyMs"]["p50"].get<double>(), 2'000.0);
  Story plain({sec(0)});
  QVERIFY(!report(*plain.index())["functions"]["Hello"].contains("clientLatencyMs"));
}

void TestCallerStory::retriesOfCallersAreNoWaitingEvents() {
  Story story({sec(0)}, waits(Duration::millis(2'200)));
  const auto index = story.index();
  for (const Tally& tally : index->talliesAt(sec(60))) {
    QCOMPARE(tally.requests, 1);
    QCOMPARE(tally.askedAgain, 1);
    QCOMPARE(tally.retried, 0);
    QCOMPARE(tally.retries, 0);
  }
}

void TestCallerStory::explainSaysWhyACallerTriedAgain() {
  Story story({sec(0), sec(0)}, waits(Duration::seconds(60)));
  story.project.functions[0].reserved = 1;
  const auto index = story.index();
  const QString refused = told(*index, 1);
  CONTAINS(refused, "The caller got 429 and asked again at 1.000 s.");
  QVERIFY(!refused.contains(QStringLiteral("Nobody tries again")));
  const QString last = told(*index, 3);
  CONTAINS(last, "Why was #2 tried again?");
  CONTAINS(last,
           "This is try 3 of the same request: the one before had ended with 429, and the "
           "caller's SDK (retry mode standard) waited 2 s before it asked again.");
}

void TestCallerStory::explainSaysThatNobodyWaited() {
  Story story({sec(0)}, {}, project::TriggerKind::RestApi);
  story.project.functions[0].work.firstDuration = example::constant(Duration::seconds(40));
  CONTAINS(told(*story.index(), 0),
           "API Gateway waits 29 s for its integration and answered 504 at 29.000 s. The function "
           "did not notice: it ran for 11.5 s more, and that is billed.");
}

void TestCallerStory::gatewayThrottles() {
  Story story({sec(0), sec(0)}, {}, project::TriggerKind::HttpApi);
  story.project.account.gatewayBurst = 1;
  const auto index = story.index();
  QCOMPARE(report(*index)["functions"]["Hello"]["gatewayThrottles"].get<double>(), 1.0);
  QCOMPARE(report(*index)["functions"]["Hello"]["throttles"].get<double>(), 0.0);
  CONTAINS(told(*index, 1), "Lambda was not asked.");
}

void TestCallerStory::outagesOfLambda() {
  Story story({sec(0)});
  story.scenario.outages.push_back(
      {.kind = project::Outage::Kind::Service, .from = sec(0), .to = sec(1)});
  const auto index = story.index();
  QCOMPARE(report(*index)["functions"]["Hello"]["serviceErrors"].get<double>(), 1.0);
  CONTAINS(told(*index, 0), "500 ServiceException");
}

void TestCallerStory::placementIsTold() {
  Story story({sec(0)});
  story.project.functions[0].work.placement = example::constant(Duration::millis(120));
  const auto index = story.index();
  CONTAINS(told(*index, 0), "Of the wait, 120 ms went into finding a place");
  QCOMPARE(report(*index)["functions"]["Hello"]["initDurationMs"]["p50"].get<double>(), 500.0);
  QCOMPARE(report(*index)["functions"]["Hello"]["billedMs"].get<double>(), 2'500.0);
}

void TestCallerStory::connectionsAreTold() {
  Story story({sec(0), sec(0)});
  story.project.downstreams.push_back({.id = "Database", .connections = 1, .latency = {}});
  story.project.functions[0].work.calls.push_back({.downstream = 0, .times = 1});
  CONTAINS(told(*story.index(), 1), "It calls Database, which takes 1 connections; 2 environments");
}

void TestCallerStory::gatewaysTellInTheirOwnWords_data() {
  QTest::addColumn<int>("kind");
  QTest::addColumn<QString>("what");
  QTest::addColumn<QString>("told");
  using Kind = project::TriggerKind;
  const auto row = [](const char* name, Kind kind, const char* what, const char* told) {
    QTest::newRow(name) << static_cast<int>(kind) << QString::fromLatin1(what)
                        << QString::fromLatin1(told);
  };
  row("REST, error", Kind::RestApi, "error", "What asked for it answered with status 502.");
  row("HTTP, error", Kind::HttpApi, "error", "What asked for it answered with status 500.");
  row("URL, error", Kind::FunctionUrl, "error", "What asked for it answered with status 502.");
  row("REST, throttle", Kind::RestApi, "throttle", "hides that: it answered with status 500.");
  row("HTTP, throttle", Kind::HttpApi, "throttle", "hides that: it answered with status 503.");
  row("URL, throttle", Kind::FunctionUrl, "throttle", "URL passed that on: status 429.");
  row("REST, slow", Kind::RestApi, "slow", "waits 29 s for its integration and answered 504");
  row("HTTP, slow", Kind::HttpApi, "slow", "waits 30 s for its integration and answered 503");
  row("URL, slow", Kind::FunctionUrl, "slow", "It waits as long as the function may run");
  row("REST", Kind::RestApi, "", "A REST API waits for the answer, 29 s at most");
  row("HTTP", Kind::HttpApi, "", "An HTTP API waits for the answer, 30 s at most");
}

void TestCallerStory::gatewaysTellInTheirOwnWords() {
  QFETCH(int, kind);
  QFETCH(QString, what);
  QFETCH(QString, told);
  Story story({sec(0)}, std::nullopt, static_cast<project::TriggerKind>(kind));
  project::Function& hello = story.project.functions[0];
  if (what == u"error") hello.work.errorRatePpm = project::kMillion;
  if (what == u"throttle") hello.reserved = 0;
  if (what == u"slow") hello.work.firstDuration = example::constant(Duration::seconds(40));
  const auto index = story.index();
  const QString text = ::told(*index, 0);
  QVERIFY2(text.contains(told), qPrintable(text));
  const bool good = what.isEmpty() || (what == u"slow" &&
                                       kind == static_cast<int>(project::TriggerKind::FunctionUrl));
  QCOMPARE(report(*index)["functions"]["Hello"]["clientFailures"].get<int>(), good ? 0 : 1);
}

QTEST_GUILESS_MAIN(TestCallerStory)
#include "tst_caller_story.moc"
