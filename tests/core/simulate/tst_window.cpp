// SPDX-License-Identifier: GPL-3.0-or-later
// A run that records only part of its time has there, byte for byte, what the whole run has, and
// the sums of the whole run.
#include <QTest>
#include <cstring>

#include <nlohmann/json.hpp>

#include "core/observe/figures.h"
#include "core/observe/logs.h"
#include "core/project/template.h"
#include "core/simulate/fold.h"
#include "core/simulate/simulate.h"

using namespace coldstart;
using namespace coldstart::simulate;
using journal::Attempt;
using journal::AttemptIndex;
using journal::kNone;

namespace {

/// Whatever may cross the edges of a window: retries of callers, of the event queue and of pollers,
/// provisioned and placed environments, failures, throttles.
constexpr const char* kTemplate = R"({
  "Transform": "AWS::Serverless-2016-10-31",
  "Resources": {
    "Api": {"Type": "AWS::Serverless::Function",
      "Properties": {"Runtime": "python3.13", "Handler": "a.b", "MemorySize": 512, "Timeout": 4,
                     "AutoPublishAlias": "live",
                     "ProvisionedConcurrencyConfig": {"ProvisionedConcurrentExecutions": 2}},
      "Metadata": {"Coldstart": {"PreviousVersionWeight": 0.2, "Work": {
        "Duration": {"LogNormal": {"Median": "900ms", "P99": "6s"}}, "ErrorRate": 0.05}}}},
    "Later": {"Type": "AWS::Serverless::Function",
      "Properties": {"Runtime": "java21", "Handler": "a.B::c", "MemorySize": 512, "Timeout": 20,
                     "ReservedConcurrentExecutions": 3},
      "Metadata": {"Coldstart": {"IdleTimeout": {"Exponential": {"Mean": "30s"}}, "Work": {
        "Duration": {"LogNormal": {"Median": "2s", "P99": "12s"}}, "ErrorRate": 0.3,
        "CrashRate": 0.1, "InitErrorRate": 0.2, "Placement": {"Exponential": {"Mean": "400ms"}}}}}},
    "Worker": {"Type": "AWS::Serverless::Function",
      "Properties": {"Runtime": "nodejs22.x", "Handler": "a.b", "MemorySize": 512, "Timeout": 20,
        "ReservedConcurrentExecutions": 2,
        "Events": {"Job": {"Type": "SQS", "Properties": {
          "Queue": {"Fn::GetAtt": ["Jobs", "Arn"]}, "BatchSize": 5}}}},
      "Metadata": {"Coldstart": {"Work": {"ErrorRate": 0.1}}}},
    "Jobs": {"Type": "AWS::SQS::Queue", "Properties": {"VisibilityTimeout": 30}}
  },
  "Metadata": {"Coldstart": {"Account": {"ConcurrentExecutions": 120}, "Scenarios": {"s": {
    "Until": "30m",
    "Load": [
      {"Function": "Api", "Arrivals": {"Poisson": {"PerSecond": 6}},
       "Client": {"Retries": "standard", "Timeout": "3s"}},
      {"Function": "Later", "InvocationType": "Event", "Arrivals": {"Poisson": {"PerSecond": 1}}},
      {"Trigger": "Jobs", "Arrivals": {"Poisson": {"PerSecond": 4}}}],
    "Outages": [{"Service": true, "From": "9m", "To": "11m", "ErrorRate": 0.5}],
    "Changes": [{"At": "12m", "Set": "Later.ReservedConcurrentExecutions", "To": 6}]}}}}
})";

project::Project made() {
  const auto derived = project::derive(nlohmann::ordered_json::parse(kTemplate), "test", {});
  if (!derived.errors.empty()) qFatal("%s", derived.errors.front().english().c_str());
  return derived.project;
}

std::shared_ptr<const journal::Run> run(std::optional<Window> window) {
  const project::Project project = made();
  Options options;
  options.window = window;
  return *simulate::simulate(project, project.scenarios[0], options);
}

/// The record as a run has it that begins with the attempt of this number.
Attempt moved(Attempt a, const std::vector<AttemptIndex>& places) {
  a.cause = a.cause == kNone ? kNone : places[a.cause];
  return a;
}

}  // namespace

class TestWindow : public QObject {
  Q_OBJECT
 private slots:
  void recordsAreThoseOfTheWholeRun_data();
  void recordsAreThoseOfTheWholeRun();
  void sumsAreThoseOfTheWholeRun();
  void logLinesAreThoseOfTheWholeRun();
  void requestsAreFoundByTheirNumber();

 private:
  const std::shared_ptr<const journal::Run> m_whole = run(std::nullopt);
};

void TestWindow::recordsAreThoseOfTheWholeRun_data() {
  QTest::addColumn<qint64>("from");
  QTest::addColumn<qint64>("to");
  const auto row = [](const char* name, Duration from, Duration to) {
    QTest::newRow(name) << qint64{from.us} << qint64{to.us};
  };
  row("in the middle", Duration::minutes(10), Duration::minutes(20));
  row("a second", Duration::seconds(611), Duration::seconds(612));
  row("from the start", {}, Duration::minutes(3));
  row("to the end", Duration::minutes(25), Duration::minutes(30));
  row("beyond the end", Duration::minutes(25), Duration::hours(3));
  row("everything", {}, Duration::hours(3));
}

void TestWindow::recordsAreThoseOfTheWholeRun() {
  QFETCH(qint64, from);
  QFETCH(qint64, to);
  const auto part = run(Window{{from}, {to}});
  const auto all = m_whole->journal.attempts.all();
  const auto some = part->journal.attempts.all();
  std::vector<AttemptIndex> places(all.size(), kNone);
  std::vector<AttemptIndex> expected;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const Attempt& a = all[i];
    const bool underWay = a.arrived.us < from && a.ran() && a.ended().us >= from;
    if (!underWay && (a.arrived.us < from || a.arrived.us >= to)) continue;
    places[i] = static_cast<AttemptIndex>(expected.size());
    expected.push_back(static_cast<AttemptIndex>(i));
  }
  QCOMPARE(some.size(), expected.size());
  for (std::size_t i = 0; i < some.size(); ++i) {
    Attempt wanted = moved(all[expected[i]], places);
    // What a caller does after a try that had begun before is told of its next tries alone.
    if (wanted.arrived.us < from) wanted.retried = some[i].retried;
    const AttemptIndex cause = all[expected[i]].cause;
    if (cause != kNone && all[cause].arrived.us < from && some[i].cause == kNone)
      wanted.cause = kNone;
    QVERIFY2(std::memcmp(&wanted, &some[i], sizeof wanted) == 0,
             qPrintable(QStringLiteral("record %1").arg(i)));
  }
  const auto& environments = m_whole->journal.environments;
  QCOMPARE(part->journal.environments.size(), environments.size());
  for (std::size_t e = 0; e < environments.size(); ++e) {
    journal::Environment wanted = environments[e];
    if (wanted.cause != kNone) wanted.cause = places[wanted.cause];
    QVERIFY(std::memcmp(&wanted, &part->journal.environments[e], sizeof wanted) == 0);
  }
  QCOMPARE(part->journal.messages.size(), m_whole->journal.messages.size());
  QCOMPARE(part->journal.batches.size(), m_whole->journal.batches.size());
  QCOMPARE(part->requests, m_whole->requests);
  QCOMPARE(part->attempts, m_whole->attempts);
}

void TestWindow::sumsAreThoseOfTheWholeRun() {
  const auto part = run(Window{{Duration::minutes(10).us}, {Duration::minutes(12).us}});
  const observe::RunFigures whole = observe::figuresOf(observe::RunIndex(m_whole));
  const observe::RunFigures figures = observe::figuresOf(observe::RunIndex(part));
  QCOMPARE(figures.functions.size(), whole.functions.size());
  for (std::size_t f = 0; f < whole.functions.size(); ++f) {
    const observe::Figures& a = figures.functions[f];
    const observe::Figures& b = whole.functions[f];
    QCOMPARE(a.requests, b.requests);
    QCOMPARE(a.invocations, b.invocations);
    QCOMPARE(a.byDecision, b.byDecision);
    QCOMPARE(a.byEnding, b.byEnding);
    QCOMPARE(a.created, b.created);
    QCOMPARE(a.peak, b.peak);
    QCOMPARE(a.busyUs, b.busyUs);
    QCOMPARE(a.aliveUs, b.aliveUs);
    QCOMPARE(a.billedMs, b.billedMs);
    QCOMPARE(a.mbMillis, b.mbMillis);
    QCOMPARE(a.clientRetries, b.clientRetries);
    QCOMPARE(a.abandoned, b.abandoned);
    QCOMPARE(a.received, b.received);
    QCOMPARE(a.retries, b.retries);
    QCOMPARE(a.dropped, b.dropped);
    QCOMPARE(a.ageMaximum, b.ageMaximum);
    QCOMPARE(a.messageAgeMaximum, b.messageAgeMaximum);
    QCOMPARE(a.duration.maximum, b.duration.maximum);
  }
}

/// INIT_START, Init Duration and request ids stand where they stand in the whole run.
void TestWindow::logLinesAreThoseOfTheWholeRun() {
  constexpr std::int64_t kFrom = Duration::minutes(14).us;
  const auto lines = [](const std::shared_ptr<const journal::Run>& of) {
    const auto index = std::make_shared<const observe::RunIndex>(of);
    const observe::LogView view(index, std::nullopt);
    std::string text;
    view.visit(0, view.size(), [&](std::size_t, const observe::LogLine& line) {
      const Instant arrived = index->attempts()[line.attempt].arrived;
      if (arrived.us >= kFrom && arrived < Instant{kFrom} + Duration::minutes(5))
        text += observe::logStreamName(*of, line.environment) + ' ' + line.text + '\n';
      return true;
    });
    return text;
  };
  const std::string part = lines(run(Window{{kFrom}, {kFrom + Duration::minutes(5).us}}));
  QVERIFY(part.find("Init Duration") != std::string::npos);
  QVERIFY(part == lines(m_whole));
}

void TestWindow::requestsAreFoundByTheirNumber() {
  const auto part = run(Window{{Duration::minutes(10).us}, {Duration::minutes(12).us}});
  const observe::RunIndex index(part);
  for (const Attempt& a : index.attempts()) {
    const auto found = index.attemptsOfRequest(a.request);
    QVERIFY(!found.empty());
    for (const AttemptIndex i : found) QCOMPARE(index.attempts()[i].request, a.request);
  }
  QVERIFY(index.attemptsOfRequest(0).empty());
}

QTEST_GUILESS_MAIN(TestWindow)
#include "tst_window.moc"
