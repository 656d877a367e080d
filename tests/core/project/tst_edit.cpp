// SPDX-License-Identifier: GPL-3.0-or-later
// Changing settings by path, and new projects from blueprints.
#include <QTest>
#include <algorithm>

#include <nlohmann/json.hpp>

#include "core/project/template.h"

using namespace coldstart;
using namespace coldstart::project;
using Node = nlohmann::ordered_json;

namespace {

constexpr const char* kTemplate = R"({
  "Globals": {"Function": {"Timeout": 9}},
  "Resources": {
    "Hello": {"Type": "AWS::Serverless::Function", "Properties": {"FunctionName": "greeter",
      "Runtime": "python3.13", "Handler": "a.b", "MemorySize": 256,
      "ProvisionedConcurrencyConfig": {"ProvisionedConcurrentExecutions": 2}, "AutoPublishAlias": "live",
      "Events": {"Job": {"Type": "SQS", "Properties": {"Queue": "arn:aws:sqs:us-east-1:1:q"}}}}},
    "Other": {"Type": "AWS::Serverless::Function", "Properties": {"Runtime": "python3.13", "Handler": "a.b"}}
  },
  "Metadata": {"Coldstart": {"Scenarios": {"s": {"Load": [{"Function": "Hello", "Arrivals": {"Poisson": {"PerSecond": 1}}}]}}}}
})";

Node parsed() {
  return Node::parse(kTemplate);
}

}  // namespace

class TestEdit : public QObject {
  Q_OBJECT
 private slots:
  void setsByPath_data();
  void setsByPath();
  void refusesUnknownPaths_data();
  void refusesUnknownPaths();
  void caseMattersWhereItDecides();
  void leavesTheRestAsItWas();
  void pointsIntoTheTree_data();
  void pointsIntoTheTree();
  void blueprintsAreWholeProjects_data();
  void blueprintsAreWholeProjects();
  void namesFromAnyText_data();
  void namesFromAnyText();
};

void TestEdit::setsByPath_data() {
  QTest::addColumn<QByteArray>("path");
  QTest::addColumn<QByteArray>("value");
  QTest::addColumn<QByteArray>("pointer");
  QTest::addColumn<QByteArray>("now");  // JSON, or "" for gone
  const auto row = [](const char* path, const char* value, const char* pointer, const char* now) {
    QTest::addRow("%s=%s", path, value)
        << QByteArray(path) << QByteArray(value) << QByteArray(pointer) << QByteArray(now);
  };
  const char* properties = "/Resources/Hello/Properties";
  const auto own = [&](const char* path, const char* value, const char* key, const char* now) {
    row(path, value, (QByteArray(properties) + key).constData(), now);
  };
  own("Hello.MemorySize", "512", "/MemorySize", "512");
  own("greeter.MemorySize", "512", "/MemorySize", "512");
  own("hello.MemorySize", "512", "/MemorySize", "512");
  own("GREETER.MemorySize", "512", "/MemorySize", "512");
  own("Hello.MemorySize", "", "/MemorySize", "");
  own("Hello.MemorySize", "lots", "/MemorySize", "\"lots\"");  // derive() says what is wrong
  own("Hello.Timeout", "", "/Timeout", "null");                // Globals would give it back
  own("Hello.EphemeralStorage", "1024", "/EphemeralStorage/Size", "1024");
  own("Hello.EphemeralStorage.Size", "1024", "/EphemeralStorage/Size", "1024");
  own("Hello.Description", "12", "/Description", "\"12\"");
  own("Hello.Environment.Variables.STAGE", "1", "/Environment/Variables/STAGE", "\"1\"");
  own("Hello.Architectures", "arm64", "/Architectures", "[\"arm64\"]");
  own("Hello.ProvisionedConcurrency", "5",
      "/ProvisionedConcurrencyConfig/ProvisionedConcurrentExecutions", "5");
  own("Hello.ProvisionedConcurrency", "", "/ProvisionedConcurrencyConfig", "");
  own("Hello.MaximumRetryAttempts", "0", "/EventInvokeConfig/MaximumRetryAttempts", "0");
  row("Other.ProvisionedConcurrentExecutions", "5", "/Resources/Other/Properties/AutoPublishAlias",
      "\"live\"");
  row("Hello.Work.Duration", "100ms", "/Resources/Hello/Metadata/Coldstart/Work/Duration",
      "\"100ms\"");
  row("Hello.ErrorRate", "0.05", "/Resources/Hello/Metadata/Coldstart/Work/ErrorRate", "0.05");
  own("Hello.Events.Job.BatchSize", "5", "/Events/Job/Properties/BatchSize", "5");
  own("Hello.Events.Job.ScalingConfig.MaximumConcurrency", "9",
      "/Events/Job/Properties/ScalingConfig/MaximumConcurrency", "9");
  row("Hello.PerItem", "20ms", "/Resources/Hello/Metadata/Coldstart/Work/PerItem", "\"20ms\"");
  row("Hello.IdleTimeout", "600s", "/Resources/Hello/Metadata/Coldstart/IdleTimeout", "\"600s\"");
  row("Account.ConcurrentExecutions", "100", "/Metadata/Coldstart/Account/ConcurrentExecutions",
      "100");
  row("Seed", "7", "/Metadata/Coldstart/Seed", "7");
  row("Scenarios.s.Until", "5m", "/Metadata/Coldstart/Scenarios/s/Until", "\"5m\"");
  row("Scenarios.s.Load.0.Arrivals.Poisson.PerSecond", "2.5",
      "/Metadata/Coldstart/Scenarios/s/Load/0/Arrivals/Poisson/PerSecond", "2.5");
}

void TestEdit::setsByPath() {
  QFETCH(QByteArray, path);
  QFETCH(QByteArray, value);
  QFETCH(QByteArray, pointer);
  QFETCH(QByteArray, now);
  const auto changed = withSetting(parsed(), path.toStdString(), value.toStdString());
  QVERIFY2(changed, changed ? "" : changed.error().english().c_str());
  const Node::json_pointer at(pointer.toStdString());
  QCOMPARE(changed->contains(at), !now.isEmpty());
  if (!now.isEmpty()) QCOMPARE(QByteArray::fromStdString(changed->at(at).dump()), now);
}

void TestEdit::refusesUnknownPaths_data() {
  QTest::addColumn<QByteArray>("path");
  for (const char* path :
       {"", ".", "Hello", "Hello.", "Hello.MemorySise", "Nobody.MemorySize", "MemorySize",
        "Hello.MemorySize.Deeper", "Hello.Events.Nothing.BatchSize", "Hello.Events.Job",
        "Scenarios.s.Load.9.Start", "Scenarios.s.Load.x.Start"}) {
    QTest::newRow(path) << QByteArray(path);
  }
}

void TestEdit::refusesUnknownPaths() {
  QFETCH(QByteArray, path);
  const auto changed = withSetting(parsed(), path.toStdString(), "1");
  QVERIFY(!changed);
  QVERIFY(changed.error().english().find("\"" + path.toStdString() + "\" is not a setting") !=
          std::string::npos);
}

void TestEdit::caseMattersWhereItDecides() {
  Node tree = parsed();
  tree["Resources"]["hello"] = tree["Resources"]["Other"];
  const auto exact = withSetting(tree, "hello.MemorySize", "512");
  QVERIFY(exact);
  QVERIFY((*exact)["Resources"]["hello"]["Properties"]["MemorySize"] == 512);
  QVERIFY((*exact)["Resources"]["Hello"]["Properties"]["MemorySize"] == 256);
  QVERIFY(!withSetting(tree, "HELLO.MemorySize", "512"));  // Which of the two?
}

void TestEdit::leavesTheRestAsItWas() {
  const auto there = withSetting(parsed(), "Hello.ReservedConcurrentExecutions", "5");
  QVERIFY(there);
  const auto back = withSetting(*there, "Hello.ReservedConcurrentExecutions", "");
  QVERIFY(back);
  QCOMPARE(writeTemplate(*back), writeTemplate(parsed()));
}

void TestEdit::pointsIntoTheTree_data() {
  QTest::addColumn<QByteArray>("function");
  QTest::addColumn<QByteArray>("property");
  QTest::addColumn<QByteArray>("pointer");
  const auto row = [](const char* function, const char* property, const char* pointer) {
    QTest::newRow(property) << QByteArray(function) << QByteArray(property) << QByteArray(pointer);
  };
  row("Thumbnail", "MemorySize", "/Resources/Thumbnail/Properties/MemorySize");
  row("T", "EphemeralStorage", "/Resources/T/Properties/EphemeralStorage/Size");
  row("T", "Environment.Variables", "/Resources/T/Properties/Environment/Variables");
  row("T", "ProvisionedConcurrency",
      "/Resources/T/Properties/ProvisionedConcurrencyConfig/ProvisionedConcurrentExecutions");
  row("T", "LogFormat", "/Resources/T/Properties/LoggingConfig/LogFormat");
  row("T", "Work.Init", "/Resources/T/Metadata/Coldstart/Work/Init");
  row("T", "Tracing", "/Resources/T/Properties/Tracing");
  row("a/b~c", "Timeout", "/Resources/a~1b~0c/Properties/Timeout");
}

void TestEdit::pointsIntoTheTree() {
  QFETCH(QByteArray, function);
  QFETCH(QByteArray, property);
  QFETCH(QByteArray, pointer);
  QCOMPARE(QByteArray::fromStdString(pointerTo(function.toStdString(), property.toStdString())),
           pointer);
}

void TestEdit::blueprintsAreWholeProjects_data() {
  QTest::addColumn<QByteArray>("id");
  for (const Blueprint& blueprint : blueprints())
    QTest::newRow(blueprint.id) << QByteArray(blueprint.id);
}

void TestEdit::blueprintsAreWholeProjects() {
  QFETCH(QByteArray, id);
  const std::vector<NewFile> files = instantiate(id.toStdString(), "my first function");
  QCOMPARE(files.front().path, std::string("template.json"));
  const auto tree = parseTemplate(files.front().text, "template.json");
  QVERIFY2(tree, tree ? "" : tree.error().english().c_str());
  QCOMPARE(writeTemplate(*tree), files.front().text);

  Files folder;
  folder.exists = [&](const std::string& path) {
    return std::any_of(files.begin(), files.end(), [&](const NewFile& file) {
      return file.path == path || file.path.rfind(path, 0) == 0;
    });
  };
  const Derived result = derive(*tree, "new", folder);
  for (const Error& error : result.errors) QVERIFY2(false, error.english().c_str());
  for (const Note& note : result.project.notes) {
    const std::string text = note.text.english();
    QVERIFY2(text.find("does not exist") == std::string::npos, text.c_str());
    QVERIFY2(text.find("knows no setting") == std::string::npos, text.c_str());
  }
  QCOMPARE(result.project.functions.size(), std::size_t{1});
  QCOMPARE(result.project.functions[0].id, std::string("MyFirstFunction"));
  QCOMPARE(result.project.functions[0].codeUri, std::string("my-first-function/"));
  QCOMPARE(result.project.scenarios.size(), std::size_t{id == "empty" ? 0U : 1U});
  for (const NewFile& file : files) {
    QVERIFY2(file.text.find('@') == std::string::npos, file.path.c_str());
    QVERIFY(file.text.ends_with("\n"));
    if (file.path.ends_with(".json")) QVERIFY2(parseJson(file.text, file.path), file.path.c_str());
  }
}

void TestEdit::namesFromAnyText_data() {
  QTest::addColumn<QByteArray>("name");
  QTest::addColumn<QByteArray>("id");
  QTest::newRow("words") << QByteArray("resize images") << QByteArray("ResizeImages");
  QTest::newRow("already one") << QByteArray("HelloWorld") << QByteArray("HelloWorld");
  QTest::newRow("emoji") << QByteArray("\xF0\x9F\x9A\x80 go") << QByteArray("Go");
  QTest::newRow("right to left") << QByteArray("שלום") << QByteArray("Function");
  QTest::newRow("nothing") << QByteArray() << QByteArray("Function");
  QTest::newRow("digits first") << QByteArray("3d-print") << QByteArray("Function3dPrint");
  QTest::newRow("path") << QByteArray("../../etc/x") << QByteArray("EtcX");
}

void TestEdit::namesFromAnyText() {
  QFETCH(QByteArray, name);
  QFETCH(QByteArray, id);
  const auto tree = parseTemplate(instantiate("empty", name.toStdString()).front().text, "t");
  QVERIFY(tree);
  QCOMPARE(QByteArray::fromStdString((*tree)["Resources"].begin().key()), id);
}

QTEST_GUILESS_MAIN(TestEdit)
#include "tst_edit.moc"
