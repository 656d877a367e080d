// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <cstddef>

#include <nlohmann/json.hpp>

#include "app/window/template_edits.h"

using namespace coldstart::window;

namespace {

const edits::Tree kTree = edits::Tree::parse(R"({
  "Resources": {
    "First": {"Type": "AWS::Serverless::Function"},
    "Middle": {"Type": "AWS::Serverless::Function", "DependsOn": ["First"]},
    "Last": {"Type": "AWS::SNS::Topic", "Properties": {
      "Endpoint": {"Fn::GetAtt": ["Middle", "Arn"]},
      "Other": {"Fn::GetAtt": "Middle.Arn"},
      "Name": {"Fn::Sub": "x-${Middle}-${Middle.Arn}-${Middlemost}"},
      "Plain": "Middle"}}
  },
  "Outputs": {"Name": {"Value": {"Ref": "Middle"}}},
  "Metadata": {"Coldstart": {"Scenarios": {
    "one": {"Load": [{"Function": "Middle", "Event": "events/a.json"}, {"Function": "First"}],
            "Changes": [{"At": "1s", "Set": "Middle.MemorySize", "To": 512}]},
    "two": {"Load": []}}}}
})");

}  // namespace

class TestTemplateEdits : public QObject {
  Q_OBJECT
 private slots:
  void renamesAResourceWhereverItIsNamed();
  void removesAResourceAndItsLoads();
  void renamesAScenarioInItsPlace();
  void renamesAnEvent();
  void findsFreeNames();
};

void TestTemplateEdits::renamesAResourceWhereverItIsNamed() {
  const auto next = edits::renamedResource(kTree, "Middle", "Resize");
  QCOMPARE(next["Resources"].items().begin().key(), std::string("First"));
  QVERIFY((++next["Resources"].items().begin()).key() == "Resize");  // Its place is kept.
  const auto& topic = next["Resources"]["Last"]["Properties"];
  QVERIFY(topic["Endpoint"]["Fn::GetAtt"][0] == "Resize");
  QVERIFY(topic["Other"]["Fn::GetAtt"] == "Resize.Arn");
  QVERIFY(topic["Name"]["Fn::Sub"] == "x-${Resize}-${Resize.Arn}-${Middlemost}");
  QVERIFY(topic["Plain"] == "Middle");  // A text is not a reference.
  QVERIFY(next["Outputs"]["Name"]["Value"]["Ref"] == "Resize");
  const auto& scenario = next["Metadata"]["Coldstart"]["Scenarios"]["one"];
  QVERIFY(scenario["Load"][0]["Function"] == "Resize");
  QVERIFY(scenario["Changes"][0]["Set"] == "Resize.MemorySize");
  QVERIFY(edits::renamedResource(next, "Resize", "Middle") == kTree);
}

void TestTemplateEdits::removesAResourceAndItsLoads() {
  const auto next = edits::withoutResource(kTree, "Middle");
  QVERIFY(!next["Resources"].contains("Middle"));
  const auto& scenario = next["Metadata"]["Coldstart"]["Scenarios"]["one"];
  QCOMPARE(scenario["Load"].size(), std::size_t{1});
  QCOMPARE(scenario["Changes"].size(), std::size_t{0});
}

void TestTemplateEdits::renamesAScenarioInItsPlace() {
  const auto next = edits::renamedScenario(kTree, "one", "eins");
  QCOMPARE(next["Metadata"]["Coldstart"]["Scenarios"].items().begin().key(), std::string("eins"));
  QVERIFY(
      !edits::withoutScenario(next, "eins")["Metadata"]["Coldstart"]["Scenarios"].contains("eins"));
}

void TestTemplateEdits::renamesAnEvent() {
  const auto next = edits::renamedEvent(kTree, "events/a.json", "events/b.json");
  QVERIFY(next["Metadata"]["Coldstart"]["Scenarios"]["one"]["Load"][0]["Event"] == "events/b.json");
  const auto none = edits::renamedEvent(kTree, "events/a.json", "");
  QVERIFY(!none["Metadata"]["Coldstart"]["Scenarios"]["one"]["Load"][0].contains("Event"));
}

void TestTemplateEdits::findsFreeNames() {
  QCOMPARE(edits::freeResourceName(kTree, "First"), std::string("First2"));
  QCOMPARE(edits::freeResourceName(kTree, "New"), std::string("New"));
  QVERIFY(edits::isLogicalId("Resize2"));
  QVERIFY(!edits::isLogicalId("re-size"));
  QVERIFY(!edits::isLogicalId(""));
}

QTEST_GUILESS_MAIN(TestTemplateEdits)
#include "tst_template_edits.moc"
