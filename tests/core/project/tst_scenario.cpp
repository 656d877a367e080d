// SPDX-License-Identifier: GPL-3.0-or-later
// Scenarios: which loads a target means, and when their requests arrive.
#include <QTest>
#include <algorithm>

#include <nlohmann/json.hpp>

#include "core/project/template.h"

using namespace coldstart;
using namespace coldstart::project;

namespace {

Derived derived(const std::string& text, const Files& files = {}) {
  const auto tree = parseTemplate(text, "t");
  if (!tree) qFatal("%s", tree.error().english().c_str());
  return derive(*tree, "demo", files);
}

/// A template with the function Hello; `properties` are YAML lines indented by six.
std::string hello(const std::string& properties, const std::string& more = {}) {
  return "Resources:\n  Hello:\n    Type: AWS::Serverless::Function\n    Properties:\n"
         "      Runtime: python3.13\n      Handler: app.handler\n" +
         properties + more;
}

/// The same with a scenario; `load` is the flow form of one load.
std::string withLoad(const std::string& load, const std::string& properties = {}) {
  return hello(properties,
               "Metadata:\n  Coldstart:\n    Scenarios:\n      s:\n        Load:\n"
               "          - " +
                   load + "\n");
}

QByteArray list(const std::vector<Error>& errors) {
  QByteArray text;
  for (const Error& error : errors) text += QByteArray::fromStdString(error.english()) + "\n";
  return text;
}

}  // namespace

class TestScenario : public QObject {
  Q_OBJECT
 private slots:
  void readsArrivals_data();
  void readsArrivals();
  void sharesArrivalsOfAFanOut();
  void takesAnAbsentLoadFromTheSchedule();
  void readsTraces();
  void readsClients();
  void readsWhatBreaks();
  void readsWhatIsSentOn();
  void mistakesAreNamed_data();
  void mistakesAreNamed();
};

void TestScenario::readsArrivals_data() {
  using Kind = Arrivals::Kind;
  QTest::addColumn<QByteArray>("arrivals");
  QTest::addColumn<int>("kind");
  QTest::addColumn<qint64>("first");   // times, rate, requests
  QTest::addColumn<qint64>("second");  // to, over
  const auto row = [](const char* arrivals, Kind kind, qint64 first, qint64 second) {
    QTest::newRow(arrivals) << QByteArray(arrivals) << static_cast<int>(kind) << first << second;
  };
  row("{At: [2s, 500ms]}", Kind::At, 500'000, 2'000'000);
  row("{Constant: {PerSecond: 10}}", Kind::Constant, 10'000'000, 0);
  row("{Poisson: {PerSecond: 0.9}}", Kind::Poisson, 900'000, 0);
  row("{Poisson: {PerSecond: '0.000001'}}", Kind::Poisson, 1, 0);
  row("{Poisson: {PerSecond: 1e-6}}", Kind::Poisson, 1, 0);
  row("{Poisson: {PerSecond: 0.1}}", Kind::Poisson, 100'000, 0);
  row("{Poisson: {PerSecond: 123456789.123456}}", Kind::Poisson, 123'456'789'123'456, 0);
  row("{Ramp: {From: 0, To: 2.5, Over: 1m}}", Kind::Ramp, 0, 2'500'000);
  row("{Burst: {Requests: 3000, Over: 1s}}", Kind::Burst, 3000, 1'000'000);
  row("{Burst: {Requests: 3}}", Kind::Burst, 3, 0);
  row("{Daily: {Low: 0.5, High: 8}}", Kind::Daily, 500'000, 8'000'000);
  row("{Schedule: {Expression: rate(5 minutes)}}", Kind::Schedule, 0, 0);
}

void TestScenario::readsArrivals() {
  using Kind = Arrivals::Kind;
  QFETCH(QByteArray, arrivals);
  QFETCH(int, kind);
  QFETCH(qint64, first);
  QFETCH(qint64, second);
  const Derived result =
      derived(withLoad("{Function: Hello, Arrivals: " + arrivals.toStdString() + "}"));
  QCOMPARE(list(result.errors), QByteArray());
  const Arrivals& read = result.project.scenarios[0].loads[0].arrivals;
  QCOMPARE(static_cast<int>(read.kind), kind);
  switch (read.kind) {
    case Kind::At:
      QCOMPARE(read.times.front().us, first);
      QCOMPARE(read.times.back().us, second);
      break;
    case Kind::Burst:
      QCOMPARE(read.requests, first);
      QCOMPARE(read.over.us, second);
      break;
    case Kind::Schedule:
      QCOMPARE(read.text, std::string("rate(5 minutes)"));
      break;
    default:
      QCOMPARE(read.perSecondMicro, first);
      QCOMPARE(read.toMicro, second);
  }
}

void TestScenario::sharesArrivalsOfAFanOut() {
  const Derived result = derived(R"(
Resources:
  News: {Type: AWS::SNS::Topic}
  A: {Type: AWS::Serverless::Function, Properties: {Runtime: python3.13, Handler: a.b,
      Events: {N: {Type: SNS, Properties: {Topic: !Ref News}}}}}
  B: {Type: AWS::Serverless::Function, Properties: {Runtime: python3.13, Handler: a.b,
      Events: {N: {Type: SNS, Properties: {Topic: !Ref News}}}}}
Metadata: {Coldstart: {Scenarios: {s: {Load: [
  {Function: A, Arrivals: {Poisson: {PerSecond: 1}}},
  {Trigger: News, Arrivals: {Poisson: {PerSecond: 1, Start: 5s}, Burst: {Requests: 2}}, End: 9s}]}}}}
)");
  QCOMPARE(list(result.errors), QByteArray());
  const auto& loads = result.project.scenarios[0].loads;
  QCOMPARE(loads.size(), std::size_t{5});  // one, then two kinds for each of two subscribers
  QCOMPARE(loads[1].function, std::size_t{0});
  QCOMPARE(loads[3].function, std::size_t{1});
  QCOMPARE(loads[1].type, InvocationType::Event);
  QVERIFY(!loads[1].sameArrivalsAs);
  QCOMPARE(loads[3].sameArrivalsAs.value_or(0), std::size_t{1});
  QCOMPARE(loads[4].sameArrivalsAs.value_or(0), std::size_t{2});
  QCOMPARE(loads[1].start.value_or(Instant{}).us, 5'000'000);
  QVERIFY(!loads[2].start);
  QCOMPARE(loads[2].end.value_or(Instant{}).us, 9'000'000);
}

void TestScenario::takesAnAbsentLoadFromTheSchedule() {
  const Derived result = derived(withLoad(
      "{Trigger: Hello/Tick}",
      "      Events: {Tick: {Type: Schedule, Properties: {Schedule: rate(5 minutes)}}}\n"));
  QCOMPARE(list(result.errors), QByteArray());
  const Load& load = result.project.scenarios[0].loads[0];
  QCOMPARE(load.arrivals.kind, Arrivals::Kind::Schedule);
  QCOMPARE(load.arrivals.text, std::string("rate(5 minutes)"));
  QCOMPARE(load.type, InvocationType::Event);
}

void TestScenario::readsTraces() {
  Files files;
  TraceSelection asked;
  files.trace = [&](const TraceSelection& selection) -> Result<std::shared_ptr<const Trace>> {
    asked = selection;
    if (selection.file != "trace.csv")
      return Error{"", {"trace", "\"%1\" cannot be read", {selection.file}}, ""};
    auto trace = std::make_shared<Trace>();
    trace->times = {{250'000}, {1'500'000}};
    return std::shared_ptr<const Trace>(trace);
  };
  const Derived result = derived(
      withLoad("{Function: Hello, Arrivals: {Trace: {File: trace.csv, Format: Alb, Function: 2, "
               "From: 10m, To: 2026-01-05, Scale: 2.5, PlayDurations: true}}}"),
      files);
  QCOMPARE(list(result.errors), QByteArray());
  QVERIFY((asked == TraceSelection{"trace.csv", "Alb", "2", "10m", "2026-01-05", 2'500'000, true}));
  const auto& trace = result.project.scenarios[0].loads[0].arrivals.trace;
  QVERIFY(trace);
  QVERIFY((trace->times == std::vector<Instant>{{250'000}, {1'500'000}}));
  const Derived absent =
      derived(withLoad("{Function: Hello, Arrivals: {Trace: {File: none.csv}}}"), files);
  QVERIFY2(list(absent.errors).contains("\"none.csv\" cannot be read"), list(absent.errors));
  const Derived still =
      derived(withLoad("{Function: Hello, Arrivals: {Trace: {File: trace.csv, Scale: 0}}}"), files);
  QVERIFY2(list(still.errors).contains("times as fast"), list(still.errors));
}

void TestScenario::readsClients() {
  const Derived result = derived(
      withLoad("{Function: Hello, Arrivals: {At: [0s]}, "
               "Client: {Retries: adaptive, MaxAttempts: 4, Timeout: 1500ms, Jitter: false}}"));
  QCOMPARE(list(result.errors), QByteArray());
  const std::optional<Client> client = result.project.scenarios[0].loads[0].client;
  QVERIFY(client);
  QVERIFY((*client == Client{Client::Retries::Adaptive, 4, Duration::millis(1'500), false}));
  const Derived plain = derived(withLoad("{Function: Hello, Arrivals: {At: [0s]}}"));
  QVERIFY(!plain.project.scenarios[0].loads[0].client);
}

void TestScenario::readsWhatBreaks() {
  const Derived result = derived(hello(
      {},
      "    Metadata: {Coldstart: {Work: {Placement: 80ms, Calls: [{Downstream: Db, Times: 2}]}}}\n"
      "Metadata:\n  Coldstart:\n    Account: {ApiGatewayRate: 50, ApiGatewayBurst: 9}\n"
      "    Downstreams:\n"
      "      Db: {Connections: 100, HeldBy: Call, Latency: 20ms, Capacity: 40,\n"
      "           Curve: [{Load: 2.0, Factor: 6.5}, {Load: 1.0, Factor: 1.0}]}\n"
      "    Scenarios:\n      s:\n        Until: 90s\n        Load: []\n        Outages:\n"
      "          - {Function: Hello, From: 10s, To: 20s, ErrorRate: 0.25}\n"
      "          - {Downstream: Db, From: 30s, Slowdown: 3.0}\n"
      "          - {Service: true}\n"));
  QCOMPARE(list(result.errors), QByteArray());
  const Project& p = result.project;
  QCOMPARE(p.account.gatewayRate, 50);
  QCOMPARE(p.account.gatewayBurst, 9);
  const WorkModel& work = p.functions[0].work;
  QCOMPARE(work.placement.a, 80'000);
  QVERIFY((work.calls == std::vector<WorkModel::Call>{{0, 2}}));
  const Downstream& db = p.downstreams[0];
  QCOMPARE(db.connections, 100);
  QVERIFY(!db.heldByEnvironment);
  QCOMPARE(db.latency.a, 20'000);
  QVERIFY(
      (db.curve == std::vector<Downstream::Point>{{1'000'000, 1'000'000}, {2'000'000, 6'500'000}}));
  const auto& outages = p.scenarios[0].outages;
  QCOMPARE(outages.size(), std::size_t{3});
  QVERIFY((outages[0] == Outage{Outage::Kind::Function, 0, Instant{10'000'000}, Instant{20'000'000},
                                250'000, kMillion}));
  QVERIFY((outages[1] == Outage{Outage::Kind::Downstream, 0, Instant{30'000'000},
                                Instant{90'000'000}, 0, 3 * kMillion}));
  QVERIFY((outages[2] ==
           Outage{Outage::Kind::Service, 0, Instant{}, Instant{90'000'000}, kMillion, kMillion}));
}

void TestScenario::readsWhatIsSentOn() {
  const Derived result = derived(
      hello({},
            "    Metadata: {Coldstart: {DuplicateRate: 0.02, Work: {Sends: [{To: Hello}, {To: Done,"
            " Times: 3, Share: 0.5}]}}}\n"));
  QCOMPARE(list(result.errors), QByteArray());
  const Function& f = result.project.functions[0];
  QCOMPARE(f.duplicateRatePpm, 20'000);
  QVERIFY((f.work.sends ==
           std::vector<WorkModel::Send>{{"Hello", 1, kMillion}, {"Done", 3, kMillion / 2}}));
  QVERIFY(std::ranges::any_of(result.project.notes, [](const Note& note) {
    return note.text.english() ==
           "Hello sends to \"Done\", which does not exist in this template: nothing arrives.";
  }));
}

void TestScenario::mistakesAreNamed_data() {
  QTest::addColumn<QByteArray>("part");
  QTest::addColumn<QByteArray>("said");
  const auto row = [](const char* part, const char* said) {
    QTest::newRow(part) << QByteArray(part) << QByteArray(said);
  };
  row("Load: [{Function: Hello, Arrivals: {At: [0s]}, Client: {Retries: often}}]",
      "\"often\" is no retry mode");
  row("Load: [{Function: Hello, Arrivals: {At: [0s]}, Client: {MaxAttempts: 0}}]",
      "counts the first try too");
  row("Outages: [{From: 1s}]", "An outage is of a Function");
  row("Outages: [{Function: Bye}]", "no function \"Bye\" that could fail");
  row("Outages: [{Downstream: Db}]", "no downstream \"Db\"");
  row("Outages: [{Service: true, From: 2s, To: 1s}]", "ends after it begins");
  row("Outages: [{Service: true, ErrorRate: 1.5}]", "0.0 to 1.0");
  row("Outages: [{Function: Hello, Slowdown: 0.5}]", "1 to 100");
}

void TestScenario::mistakesAreNamed() {
  QFETCH(QByteArray, part);
  QFETCH(QByteArray, said);
  const Derived result =
      derived(hello({}, "Metadata: {Coldstart: {Scenarios: {s: {" + part.toStdString() + "}}}}\n"));
  QVERIFY2(list(result.errors).contains(said), list(result.errors));
}

QTEST_GUILESS_MAIN(TestScenario)
#include "tst_scenario.moc"
