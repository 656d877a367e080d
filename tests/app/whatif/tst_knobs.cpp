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
      "Properties": {"Runtime": "python3.13", "Handler": "a.b", "ReservedConcurrentExecutions": 60}}
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
  void saysByHowMuch_data();
  void saysByHowMuch();

 private:
  const nlohmann::ordered_json m_tree = nlohmann::ordered_json::parse(kTemplate);
  const project::Project m_project = derived(m_tree).project;
};

void TestKnobs::offersWhatAwsTakes_data() {
  QTest::addColumn<int>("knob");
  QTest::addColumn<qint64>("own");
  QTest::addColumn<qint64>("least");
  QTest::addColumn<qint64>("most");
  const auto row = [](const char* name, Knob knob, qint64 own, qint64 least, qint64 most) {
    QTest::newRow(name) << static_cast<int>(knob) << own << least << most;
  };
  row("memory", Knob::Memory, 300, 128, 10'240);
  // 500 less 60 of the other function and 100 that stay unreserved; then: nothing reserved.
  row("reserved", Knob::Reserved, 40, 0, kNone);
  row("provisioned", Knob::Provisioned, 8, 0, 340);
  row("timeout", Knob::Timeout, 7, 1, 900);
  row("idle time", Knob::IdleTime, 360'000, 0, 7'200'000);
}

void TestKnobs::offersWhatAwsTakes() {
  QFETCH(int, knob);
  QFETCH(qint64, own);
  const auto values = valuesOf(static_cast<Knob>(knob), m_project, 0);
  QCOMPARE(at(settingsOf(m_project, 0), static_cast<Knob>(knob)), own);
  QVERIFY(std::find(values.begin(), values.end(), own) != values.end());
  QTEST(static_cast<qint64>(values.front()), "least");
  QTEST(static_cast<qint64>(values.back()), "most");
  // Every value is one that the rules let pass.
  for (const std::int64_t value : values) {
    Settings settings = settingsOf(m_project, 0);
    at(settings, static_cast<Knob>(knob)) = value;
    settings = agreed(settings, static_cast<Knob>(knob));
    nlohmann::ordered_json tree = m_tree;
    for (const auto& [path, text] : templateSettings(m_project, 0, settings))
      tree = *project::withSetting(std::move(tree), path, text);
    const auto result = derived(tree);
    QVERIFY2(result.errors.empty(),
             result.errors.empty() ? "" : result.errors.front().english().c_str());
  }
}

void TestKnobs::tryingIsWriting_data() {
  QTest::addColumn<int>("knob");
  QTest::addColumn<qint64>("value");
  const auto row = [](const char* name, Knob knob, qint64 value) {
    QTest::newRow(name) << static_cast<int>(knob) << value;
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
}

void TestKnobs::tryingIsWriting() {
  QFETCH(int, knob);
  QFETCH(qint64, value);
  Settings settings = settingsOf(m_project, 0);
  at(settings, static_cast<Knob>(knob)) = value;
  settings = agreed(settings, static_cast<Knob>(knob));
  nlohmann::ordered_json tree = m_tree;
  for (const auto& [path, text] : templateSettings(m_project, 0, settings))
    tree = *project::withSetting(std::move(tree), path, text);
  const auto written = derived(tree);
  QVERIFY(written.errors.empty());
  const project::Project tried = withSettings(m_project, 0, settings, Age::ByDefault);
  QVERIFY(tried.functions == written.project.functions);
  QVERIFY((settings == settingsOf(m_project, 0)) == (tried.functions == m_project.functions));
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
  settings = agreed(settings, static_cast<Knob>(turned));
  QTEST(static_cast<qint64>(at(settings, Knob::Reserved)), "reservedThen");
  QTEST(static_cast<qint64>(at(settings, Knob::Provisioned)), "provisionedThen");
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
