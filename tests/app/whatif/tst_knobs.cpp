// SPDX-License-Identifier: GPL-3.0-or-later
// The settings that the what-if pane turns: which values there are, and that trying one is the same
// as writing it into the template.
#include <QTest>

#include <nlohmann/json.hpp>

#include "app/whatif/comparison_view.h"
#include "app/whatif/knobs.h"
#include "core/project/template.h"

using namespace coldstart;
using namespace coldstart::whatif;

namespace {

constexpr const char* kTemplate = R"({
  "Transform": "AWS::Serverless-2016-10-31",
  "Resources": {
    "Hello": {"Type": "AWS::Serverless::Function",
      "Properties": {"Runtime": "python3.13", "Handler": "a.b", "MemorySize": 300, "Timeout": 7,
                     "ReservedConcurrentExecutions": 40,
                     "ProvisionedConcurrencyConfig": {"ProvisionedConcurrentExecutions": 8},
                     "AutoPublishAlias": "live"}},
    "Other": {"Type": "AWS::Serverless::Function",
      "Properties": {"Runtime": "python3.13", "Handler": "a.b", "ReservedConcurrentExecutions": 60}},
    "Worker": {"Type": "AWS::Serverless::Function",
      "Properties": {"Runtime": "python3.13", "Handler": "a.b", "Timeout": 20,
        "Events": {"Job": {"Type": "SQS", "Properties": {
          "Queue": {"Fn::GetAtt": ["Jobs", "Arn"]}, "BatchSize": 8,
          "ScalingConfig": {"MaximumConcurrency": 12}}}}}},
    "Jobs": {"Type": "AWS::SQS::Queue", "Properties": {"VisibilityTimeout": 60}},
    "Booking": {"Type": "AWS::Serverless::Function",
      "Properties": {"Runtime": "python3.13", "Handler": "a.b"}},
    "OrdersToBooking": {"Type": "AWS::Lambda::EventSourceMapping",
      "Properties": {"EventSourceArn": {"Fn::GetAtt": ["Orders", "Arn"]},
                     "FunctionName": {"Ref": "Booking"}}},
    "Orders": {"Type": "AWS::SQS::Queue",
      "Properties": {"QueueName": "orders.fifo", "FifoQueue": true, "VisibilityTimeout": 60}},
    "Sensor": {"Type": "AWS::Serverless::Function",
      "Properties": {"Runtime": "python3.13", "Handler": "a.b",
        "Events": {"Reading": {"Type": "Kinesis", "Properties": {
          "Stream": {"Fn::GetAtt": ["Readings", "Arn"]}, "StartingPosition": "LATEST"}}}}},
    "Readings": {"Type": "AWS::Kinesis::Stream", "Properties": {"ShardCount": 2}}
  },
  "Metadata": {"Coldstart": {"Account": {"ConcurrentExecutions": 500}}}
})";

project::Derived derived(const nlohmann::ordered_json& tree) {
  return project::derive(tree, "test", {});
}

}  // namespace

class TestKnobs : public QObject {
  Q_OBJECT
 private slots:
  void offersWhatAwsTakes_data();
  void offersWhatAwsTakes();
  void tryingIsWriting_data();
  void tryingIsWriting();
  void nothingIsProvisionedBeyondTheReserve_data();
  void nothingIsProvisionedBeyondTheReserve();
  void largeBatchesOfAQueueNeedAWindow();
  void onlyWhatIsPolledHasBatches();
  void saysByHowMuch_data();
  void saysByHowMuch();

 private:
  const nlohmann::ordered_json m_tree = nlohmann::ordered_json::parse(kTemplate);
  const project::Project m_project = derived(m_tree).project;
};

void TestKnobs::offersWhatAwsTakes_data() {
  QTest::addColumn<int>("knob");
  QTest::addColumn<int>("function");
  QTest::addColumn<qint64>("own");
  QTest::addColumn<qint64>("least");
  QTest::addColumn<qint64>("most");
  int function = 0;
  const auto row = [&](const char* name, Knob knob, qint64 own, qint64 least, qint64 most) {
    QTest::newRow(name) << static_cast<int>(knob) << function << own << least << most;
  };
  row("memory", Knob::Memory, 300, 128, 10'240);
  // 500 less 60 of the other function and 100 that stay unreserved; then: nothing reserved.
  row("reserved", Knob::Reserved, 40, 0, kNone);
  row("provisioned", Knob::Provisioned, 8, 0, 340);
  row("timeout", Knob::Timeout, 7, 1, 900);
  row("idle time", Knob::IdleTime, 360'000, 0, 7'200'000);
  function = 2;
  row("time-out of a worker", Knob::Timeout, 20, 1, 60);  // Messages come back after 60 s.
  row("batch size", Knob::BatchSize, 8, 1, 10'000);
  row("batching window", Knob::BatchWindow, 0, 0, 300);
  row("maximum concurrency", Knob::MaximumConcurrency, 12, 2, kNone);
  function = 3;
  row("batch size of a FIFO queue", Knob::BatchSize, 10, 1, 10);
  row("maximum concurrency of a FIFO queue", Knob::MaximumConcurrency, kNone, 2, kNone);
  function = 4;
  row("batch size of a stream", Knob::BatchSize, 100, 1, 10'000);
  row("batching window of a stream", Knob::BatchWindow, 0, 0, 300);
}

void TestKnobs::offersWhatAwsTakes() {
  QFETCH(int, knob);
  QFETCH(int, function);
  QFETCH(qint64, own);
  const auto of = static_cast<std::size_t>(function);
  const auto values = valuesOf(static_cast<Knob>(knob), m_project, of);
  QCOMPARE(at(settingsOf(m_project, of), static_cast<Knob>(knob)), own);
  QVERIFY(std::find(values.begin(), values.end(), own) != values.end());
  QTEST(static_cast<qint64>(values.front()), "least");
  QTEST(static_cast<qint64>(values.back()), "most");
  // Every value is one that the rules let pass.
  for (const std::int64_t value : values) {
    Settings settings = settingsOf(m_project, of);
    at(settings, static_cast<Knob>(knob)) = value;
    settings = agreed(m_project, of, settings, static_cast<Knob>(knob));
    nlohmann::ordered_json tree = m_tree;
    for (const auto& [path, text] : templateSettings(m_project, of, settings))
      tree = *project::withSetting(std::move(tree), path, text);
    const auto result = derived(tree);
    QVERIFY2(result.errors.empty(),
             result.errors.empty() ? "" : result.errors.front().english().c_str());
  }
}

void TestKnobs::tryingIsWriting_data() {
  QTest::addColumn<int>("knob");
  QTest::addColumn<int>("function");
  QTest::addColumn<qint64>("value");
  int function = 0;
  const auto row = [&](const char* name, Knob knob, qint64 value) {
    QTest::newRow(name) << static_cast<int>(knob) << function << value;
  };
  row("memory", Knob::Memory, 1'769);
  row("reserved", Knob::Reserved, 50);
  row("reserved 0", Knob::Reserved, 0);
  row("not reserved", Knob::Reserved, kNone);
  row("provisioned", Knob::Provisioned, 20);
  row("none provisioned", Knob::Provisioned, 0);
  row("timeout", Knob::Timeout, 900);
  row("idle time", Knob::IdleTime, 30'000);
  row("no idle time", Knob::IdleTime, 0);
  row("as it is", Knob::Memory, 300);
  function = 2;
  row("batch size", Knob::BatchSize, 1);
  row("more than ten", Knob::BatchSize, 500);
  row("batching window", Knob::BatchWindow, 20);
  row("maximum concurrency", Knob::MaximumConcurrency, 40);
  row("no maximum", Knob::MaximumConcurrency, kNone);
  function = 3;
  row("a mapping that stands by itself", Knob::BatchSize, 4);
  row("its maximum concurrency", Knob::MaximumConcurrency, 2);
  function = 4;
  row("batch size of a stream", Knob::BatchSize, 1'000);
}

void TestKnobs::tryingIsWriting() {
  QFETCH(int, knob);
  QFETCH(int, function);
  QFETCH(qint64, value);
  const auto of = static_cast<std::size_t>(function);
  Settings settings = settingsOf(m_project, of);
  at(settings, static_cast<Knob>(knob)) = value;
  settings = agreed(m_project, of, settings, static_cast<Knob>(knob));
  nlohmann::ordered_json tree = m_tree;
  for (const auto& [path, text] : templateSettings(m_project, of, settings))
    tree = *project::withSetting(std::move(tree), path, text);
  const auto written = derived(tree);
  QVERIFY(written.errors.empty());
  const project::Project tried = withSettings(m_project, of, settings, Age::ByDefault);
  QVERIFY(tried.functions == written.project.functions);
  QVERIFY(tried.mappings == written.project.mappings);
  const bool same = tried.functions == m_project.functions && tried.mappings == m_project.mappings;
  QCOMPARE(settings == settingsOf(m_project, of), same);
}

void TestKnobs::nothingIsProvisionedBeyondTheReserve_data() {
  QTest::addColumn<int>("turned");
  QTest::addColumn<qint64>("reserved");
  QTest::addColumn<qint64>("provisioned");
  QTest::addColumn<qint64>("reservedThen");
  QTest::addColumn<qint64>("provisionedThen");
  const auto row = [](const char* name, Knob turned, qint64 reserved, qint64 provisioned,
                      qint64 reservedThen, qint64 provisionedThen) {
    QTest::newRow(name) << static_cast<int>(turned) << reserved << provisioned << reservedThen
                        << provisionedThen;
  };
  row("reserve falls", Knob::Reserved, 5, 8, 5, 5);
  row("reserve 0", Knob::Reserved, 0, 8, 0, 0);
  row("provisioned rises", Knob::Provisioned, 40, 60, 60, 60);
  row("no reserve", Knob::Provisioned, kNone, 60, kNone, 60);
  row("enough", Knob::Reserved, 50, 8, 50, 8);
}

void TestKnobs::nothingIsProvisionedBeyondTheReserve() {
  QFETCH(int, turned);
  QFETCH(qint64, reserved);
  QFETCH(qint64, provisioned);
  Settings settings = settingsOf(m_project, 0);
  at(settings, Knob::Reserved) = reserved;
  at(settings, Knob::Provisioned) = provisioned;
  settings = agreed(m_project, 0, settings, static_cast<Knob>(turned));
  QTEST(static_cast<qint64>(at(settings, Knob::Reserved)), "reservedThen");
  QTEST(static_cast<qint64>(at(settings, Knob::Provisioned)), "provisionedThen");
}

void TestKnobs::largeBatchesOfAQueueNeedAWindow() {
  const auto tried = [&](Knob turned, std::int64_t size, std::int64_t window) {
    Settings settings = settingsOf(m_project, 2);
    at(settings, Knob::BatchSize) = size;
    at(settings, Knob::BatchWindow) = window;
    settings = agreed(m_project, 2, settings, turned);
    return std::pair(at(settings, Knob::BatchSize), at(settings, Knob::BatchWindow));
  };
  using Pair = std::pair<std::int64_t, std::int64_t>;
  QCOMPARE(tried(Knob::BatchSize, 100, 0), Pair(100, 1));
  QCOMPARE(tried(Knob::BatchWindow, 100, 0), Pair(10, 0));
  QCOMPARE(tried(Knob::BatchSize, 10, 0), Pair(10, 0));
}

void TestKnobs::onlyWhatIsPolledHasBatches() {
  QVERIFY(valuesOf(Knob::BatchSize, m_project, 0).empty());
  QVERIFY(valuesOf(Knob::BatchWindow, m_project, 3).empty());         // FIFO.
  QVERIFY(valuesOf(Knob::MaximumConcurrency, m_project, 4).empty());  // A stream.
}

void TestKnobs::saysByHowMuch_data() {
  QTest::addColumn<double>("before");
  QTest::addColumn<double>("after");
  QTest::addColumn<QString>("text");
  QTest::newRow("same") << 5.0 << 5.0 << QString();
  QTest::newRow("half") << 4.0 << 2.0 << QStringLiteral("\u221250 %");
  QTest::newRow("a little more") << 100.0 << 103.2 << QStringLiteral("+3.2 %");
  QTest::newRow("gone") << 504.0 << 0.0 << QStringLiteral("\u2212100 %");
  QTest::newRow("many times") << 3.0 << 36.0 << QStringLiteral("×12");
  QTest::newRow("from nothing") << 0.0 << 36.0 << QString();
  QTest::newRow("hardly") << 100'000.0 << 100'001.0 << QString();
}

void TestKnobs::saysByHowMuch() {
  QFETCH(double, before);
  QFETCH(double, after);
  QTEST(changeText(before, after), "text");
}

QTEST_GUILESS_MAIN(TestKnobs)
#include "tst_knobs.moc"
