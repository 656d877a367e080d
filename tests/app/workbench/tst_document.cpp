// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFileInfo>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include <nlohmann/json.hpp>

#include "app/workbench/document.h"
#include "tests/support/app_fixture.h"

using namespace coldstart;
using Json = nlohmann::ordered_json;

namespace {

constexpr const char* kMemory = "/Resources/Greeter/Properties/MemorySize";
const QString kCode = QStringLiteral("greeter/lambda_function.py");

}  // namespace

class TestDocument : public QObject {
  Q_OBJECT
 private slots:
  void init();
  void opensAFolderAndItsTemplate();
  void refusesWhatIsNoProject_data();
  void refusesWhatIsNoProject();
  void undoesEveryChange();
  void mergesStepsOfOneGesture();
  void addsAndRemovesFilesWithUndo();
  void refusesNamesOutsideTheFolder();
  void savesOnlyWhatChanged();
  void savesYamlBesideIt();
  void keepsWhatItDoesNotKnow();
  void savesAsAnotherFolder();
  void failedSaveLosesNothing();
  void recoversAfterACrash();
  void cleanEndLeavesNothingToRecover();
  void takesChangesOfOtherPrograms();
  void asksWhenBothChanged();
  void asksWhenTheTemplateChangedOnBothSides();
  void survivesAVanishedTemplate();
  void readsOddNames();
  void readsTraces();
  void readsLargeTracesBeside();

 private:
  std::unique_ptr<Document> open(const QString& path);
  tests::PrivateFolders m_folders;
  std::unique_ptr<QTemporaryDir> m_dir;
  QString m_project;
};

void TestDocument::init() {
  QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
  m_dir = std::make_unique<QTemporaryDir>();
  m_project =
      tests::copySample(QStringLiteral("cold-vs-warm"), m_dir->filePath(QStringLiteral("project")));
}

std::unique_ptr<Document> TestDocument::open(const QString& path) {
  auto opened = Document::open(path);
  if (!opened) {
    QTest::qFail(opened.error().english().c_str(), __FILE__, __LINE__);
    return nullptr;
  }
  return std::move(*opened);
}

void TestDocument::opensAFolderAndItsTemplate() {
  for (const QString& path : {m_project, m_project + QStringLiteral("/template.json")}) {
    const auto document = open(path);
    QCOMPARE(document->project().functions.at(0).id, std::string("Greeter"));
    QVERIFY(!document->modified());
    QVERIFY(document->errors().empty());
    QCOMPARE(document->filesOf(0).constFirst(), kCode);
  }
}

void TestDocument::refusesWhatIsNoProject_data() {
  QTest::addColumn<QByteArray>("text");
  QTest::addColumn<QString>("says");
  QTest::newRow("no template") << QByteArray() << QStringLiteral("no template.json");
  QTest::newRow("malformed") << QByteArray("{\n  \"Resources\": {,}\n}")
                             << QStringLiteral("template.json:2:");
  QTest::newRow("not text") << QByteArray("{\"a\": \"\xff\xfe\"}") << QStringLiteral("not UTF-8");
  QTest::newRow("huge") << QByteArray(17 * 1024 * 1024, ' ') << QStringLiteral("16 MB");
}

void TestDocument::refusesWhatIsNoProject() {
  QFETCH(QByteArray, text);
  QFETCH(QString, says);
  const QString folder = m_dir->filePath(QStringLiteral("bad"));
  QDir().mkpath(folder);
  if (!text.isEmpty()) tests::writeFile(folder + QStringLiteral("/template.json"), text);
  const auto opened = Document::open(folder);
  QVERIFY(!opened);
  QVERIFY2(QString::fromStdString(opened.error().english()).contains(says),
           opened.error().english().c_str());
  if (!text.isEmpty()) QCOMPARE(tests::readFile(folder + QStringLiteral("/template.json")), text);
}

void TestDocument::undoesEveryChange() {
  const auto document = open(m_project);
  QSignalSpy changed(document.get(), &Document::projectChanged);
  document->setValue(kMemory, 512, QStringLiteral("Change memory"));
  QCOMPARE(document->project().functions[0].memory.mb, 512);
  QVERIFY(document->modified());
  document->undoStack().undo();
  QCOMPARE(document->project().functions[0].memory.mb, 256);
  QVERIFY(!document->modified());
  document->undoStack().redo();
  QCOMPARE(document->project().functions[0].memory.mb, 512);
  document->setValue(kMemory, Json(), QStringLiteral("Remove memory"));
  QCOMPARE(document->project().functions[0].memory.mb, 128);  // Lambda's default.
  QCOMPARE(changed.count(), 4);
  document->setValue("/Resources/Greeter/Properties/Environment/Variables/STAGE", "test",
                     QStringLiteral("Add a variable"));
  QCOMPARE(document->project().functions[0].environment.at("STAGE"), std::string("test"));
}

void TestDocument::mergesStepsOfOneGesture() {
  const auto document = open(m_project);
  for (const int memory : {300, 400, 500})
    document->setValue(kMemory, memory, QStringLiteral("Memory"), QStringLiteral("memory"));
  QCOMPARE(document->undoStack().count(), 1);
  document->undoStack().undo();
  QCOMPARE(document->project().functions[0].memory.mb, 256);
}

void TestDocument::addsAndRemovesFilesWithUndo() {
  const auto document = open(m_project);
  const QString name = QStringLiteral("events/new.json");
  QVERIFY(document->createFile(name, QStringLiteral("{}")));
  QVERIFY(!document->createFile(name, QStringLiteral("{}")));
  QCOMPARE(document->project().testEvents.size(), std::size_t{2});
  QVERIFY(document->modified(name));
  document->undoStack().undo();
  QCOMPARE(document->project().testEvents.size(), std::size_t{1});
  QVERIFY(!document->modified());
  document->undoStack().redo();
  QVERIFY(document->save());
  QCOMPARE(tests::readFile(m_project + u'/' + name), QByteArray("{}"));
  QVERIFY(document->removeFile(name));
  QVERIFY(!document->text(name));
  QVERIFY(document->save());
  QVERIFY(!QFileInfo::exists(m_project + u'/' + name));
  document->undoStack().undo();
  QCOMPARE(*document->text(name), QStringLiteral("{}"));
  QVERIFY(document->modified());
}

void TestDocument::refusesNamesOutsideTheFolder() {
  const auto document = open(m_project);
  for (const QString& name : {QStringLiteral("../evil.py"), QStringLiteral("/tmp/evil.py"),
                              QStringLiteral("a/../../evil.py"), QString()})
    QVERIFY(!document->createFile(name, QString()));
}

void TestDocument::savesOnlyWhatChanged() {
  const auto document = open(m_project);
  const QByteArray before = tests::readFile(m_project + QStringLiteral("/template.json"));
  const QString code = *document->text(kCode);
  document->setText(kCode, code + QStringLiteral("# edited\n"));
  QVERIFY(document->modified(kCode));
  QVERIFY(document->save());
  QVERIFY(tests::readFile(m_project + u'/' + kCode).endsWith("# edited\n"));
  QCOMPARE(tests::readFile(m_project + QStringLiteral("/template.json")), before);
  QVERIFY(!document->modified());
}

void TestDocument::savesYamlBesideIt() {
  const QString folder = m_dir->filePath(QStringLiteral("yaml"));
  const QByteArray yaml =
      "Transform: AWS::Serverless-2016-10-31\nResources:\n  Hello:\n"
      "    Type: AWS::Serverless::Function\n    Properties:\n      CodeUri: .\n"
      "      Handler: app.handler\n      Runtime: python3.13\n";
  tests::writeFile(folder + QStringLiteral("/template.yaml"), yaml);
  tests::writeFile(folder + QStringLiteral("/app.py"), "def handler(event, context): pass\n");
  const auto document = open(folder);
  QSignalSpy noticed(document.get(), &Document::noticed);
  document->setValue("/Resources/Hello/Properties/MemorySize", 256, QStringLiteral("Memory"));
  QVERIFY(document->save());
  QCOMPARE(tests::readFile(folder + QStringLiteral("/template.yaml")), yaml);
  QVERIFY(noticed.at(0).at(0).toString().contains(QStringLiteral("template.yaml was left")));
  QCOMPARE(open(folder)->project().functions[0].memory.mb, 256);
}

void TestDocument::keepsWhatItDoesNotKnow() {
  const QString folder = m_dir->filePath(QStringLiteral("foreign"));
  tests::writeFile(
      folder + QStringLiteral("/template.json"),
      R"({"Resources": {"Map": {"Type": "AWS::Location::Map", "Properties": {"X": [1, 2.50]}},
                       "Hello": {"Type": "AWS::Serverless::Function",
                                 "Properties": {"InlineCode": "x", "Handler": "index.h", "Runtime": "python3.13"}}},
                       "Outputs": {"Kept": {"Value": "yes"}}})");
  const auto document = open(folder);
  QVERIFY(!document->project().notes.empty());
  document->setValue("/Resources/Hello/Properties/Timeout", 9, QStringLiteral("Time-out"));
  QVERIFY(document->save());
  const Json saved = Json::parse(tests::readFile(folder + QStringLiteral("/template.json")));
  QCOMPARE(saved["Outputs"]["Kept"]["Value"].get<std::string>(), std::string("yes"));
  QCOMPARE(saved["Resources"]["Map"]["Properties"]["X"].dump(), std::string("[1,2.5]"));
}

void TestDocument::savesAsAnotherFolder() {
  const auto document = open(m_project);
  document->setValue(kMemory, 1024, QStringLiteral("Memory"));
  const QString target = m_dir->filePath(QStringLiteral("copy with spaces ✓"));
  QVERIFY(document->saveAs(target));
  QCOMPARE(document->folder(), target);
  QCOMPARE(open(target)->project().functions[0].memory.mb, 1024);
  QCOMPARE(open(m_project)->project().functions[0].memory.mb, 256);
  QVERIFY(!document->saveAs(target + QStringLiteral("/inside")));
}

void TestDocument::failedSaveLosesNothing() {
  const auto document = open(m_project);
  const QByteArray before = tests::readFile(m_project + QStringLiteral("/template.json"));
  document->setValue(kMemory, 1024, QStringLiteral("Memory"));
  // A file stands where a folder is needed: the second file cannot be written.
  tests::writeFile(m_project + QStringLiteral("/blocked"), "a file");
  QVERIFY(document->createFile(QStringLiteral("blocked/new.py"), QStringLiteral("x")));
  const auto saved = document->save();
  QVERIFY(!saved);
  QVERIFY(saved.error().english().find("cannot be written") != std::string::npos);
  QCOMPARE(tests::readFile(m_project + QStringLiteral("/template.json")), before);
  QVERIFY(document->modified());
  QCOMPARE(document->project().functions[0].memory.mb, 1024);
}

void TestDocument::recoversAfterACrash() {
  const QString code = *open(m_project)->text(kCode);
  {
    // A crash leaves the recovery file and no lock; what a document writes while it lives is
    // copied away and put back after its clean end.
    const auto document = open(m_project);
    document->setText(kCode, code + QStringLiteral("# unsaved\n"));
    document->setValue(kMemory, 2048, QStringLiteral("Memory"));
    const auto recoveryFile = [this] {
      QDirIterator found(m_folders.path(QString()), {QStringLiteral("current.json")}, QDir::Files,
                         QDirIterator::Subdirectories);
      return found.hasNext() ? found.next() : QString();
    };
    QTRY_VERIFY_WITH_TIMEOUT(!recoveryFile().isEmpty(), 10'000);
    const QString path = recoveryFile();
    QFile::copy(path, m_dir->filePath(QStringLiteral("kept")));
    tests::writeFile(m_dir->filePath(QStringLiteral("where")), path.toUtf8());
  }
  QFile::rename(m_dir->filePath(QStringLiteral("kept")),
                QString::fromUtf8(tests::readFile(m_dir->filePath(QStringLiteral("where")))));
  const auto document = open(m_project);
  QVERIFY(document->hasRecovery());
  QVERIFY(!document->modified());
  QCOMPARE(*document->text(kCode), code);
  QSignalSpy changed(document.get(), &Document::fileChanged);
  document->restoreRecovery();
  QCOMPARE(changed.count(), 1);
  QCOMPARE(*document->text(kCode), code + QStringLiteral("# unsaved\n"));
  QCOMPARE(document->project().functions[0].memory.mb, 2048);
  QVERIFY(document->modified());
  QVERIFY(!document->hasRecovery());
}

void TestDocument::cleanEndLeavesNothingToRecover() {
  {
    const auto document = open(m_project);
    document->setValue(kMemory, 2048, QStringLiteral("Memory"));
  }
  QVERIFY(!open(m_project)->hasRecovery());
}

void TestDocument::takesChangesOfOtherPrograms() {
  const auto document = open(m_project);
  const QString before = *document->text(kCode);
  QSignalSpy changed(document.get(), &Document::fileChanged);
  tests::writeFile(m_project + u'/' + kCode, "def lambda_handler(e, c): return 1\n");
  QTRY_COMPARE(changed.count(), 1);
  QCOMPARE(*document->text(kCode), QStringLiteral("def lambda_handler(e, c): return 1\n"));
  QVERIFY(!document->modified());
  QByteArray text = tests::readFile(m_project + QStringLiteral("/template.json"));
  text.replace("\"MemorySize\": 256", "\"MemorySize\": 640");
  tests::writeFile(m_project + QStringLiteral("/template.json"), text);
  QTRY_COMPARE(document->project().functions[0].memory.mb, 640);
  QVERIFY(!document->modified());
}

void TestDocument::asksWhenBothChanged() {
  const auto document = open(m_project);
  document->setText(kCode, *document->text(kCode) + QStringLiteral("# mine\n"));
  QSignalSpy asked(document.get(), &Document::changedOutside);
  tests::writeFile(m_project + u'/' + kCode, "# theirs\n");
  QTRY_VERIFY(asked.count() >= 1);
  QVERIFY(document->text(kCode)->endsWith(QStringLiteral("# mine\n")));
  document->reload(kCode);
  QCOMPARE(*document->text(kCode), QStringLiteral("# theirs\n"));
}

void TestDocument::asksWhenTheTemplateChangedOnBothSides() {
  const auto document = open(m_project);
  document->setValue(kMemory, 2048, QStringLiteral("Memory"));
  QSignalSpy asked(document.get(), &Document::changedOutside);
  const QString path = m_project + QStringLiteral("/template.json");
  QByteArray text = tests::readFile(path);
  text.replace("\"MemorySize\": 256", "\"MemorySize\": 640");
  tests::writeFile(path, text);
  QTRY_VERIFY(asked.count() >= 1);
  QCOMPARE(document->project().functions[0].memory.mb, 2048);
  document->reload(QStringLiteral("template.json"));
  QTRY_COMPARE(document->project().functions[0].memory.mb, 640);
  QVERIFY(!document->modified());
  document->undoStack().undo();
  QCOMPARE(document->project().functions[0].memory.mb, 2048);
  QVERIFY(document->modified());
}

void TestDocument::survivesAVanishedTemplate() {
  const auto document = open(m_project);
  QSignalSpy noticed(document.get(), &Document::noticed);
  QVERIFY(QFile::remove(m_project + QStringLiteral("/template.json")));
  QTRY_VERIFY(noticed.count() >= 1);
  QVERIFY(document->modified());
  QVERIFY(document->save());
  QVERIFY(QFileInfo::exists(m_project + QStringLiteral("/template.json")));
}

void TestDocument::readsOddNames() {
  const QString folder = tests::copySample(QStringLiteral("cold-vs-warm"),
                                           m_dir->filePath(QStringLiteral("مشروع 🚀 with spaces")));
  const auto document = open(folder);
  QVERIFY(document->createFile(QStringLiteral("events/Grüße 🎉.json"), QStringLiteral("{}")));
  QVERIFY(document->save());
  QCOMPARE(open(folder)->project().testEvents.size(), std::size_t{2});
}

/// The sample's first load, fed from trace.csv.
void useTrace(const QString& folder) {
  const QString path = folder + QStringLiteral("/template.json");
  Json tree = Json::parse(tests::readFile(path).toStdString());
  Json& scenarios = tree["Metadata"]["Coldstart"]["Scenarios"];
  scenarios.begin().value()["Load"][0]["Arrivals"] = {{"Trace", {{"File", "trace.csv"}}}};
  tests::writeFile(path, QByteArray::fromStdString(tree.dump(2)));
}

void TestDocument::readsTraces() {
  useTrace(m_project);
  const QString path = m_project + QStringLiteral("/trace.csv");
  const auto missing = open(m_project);
  QCOMPARE(missing->errors().size(), std::size_t{1});
  QVERIFY(QString::fromStdString(missing->errors()[0].english())
              .contains(QStringLiteral("\"trace.csv\" cannot be read")));
  tests::writeFile(path, "1\n2\nthree\n");
  const auto wrong = open(m_project);
  QCOMPARE(QString::fromStdString(wrong->errors().at(0).where), QStringLiteral("trace.csv:3:1"));
  tests::writeFile(path, "1\n2\n3\n");
  const auto document = open(m_project);
  QVERIFY(document->errors().empty());
  QCOMPARE(document->project().scenarios[0].loads[0].arrivals.trace->times.size(), std::size_t{3});
}

void TestDocument::readsLargeTracesBeside() {
  const QString path = m_project + QStringLiteral("/trace.csv");
  const auto write = [&](int lines) {
    QByteArray text = "# " + QByteArray(1'000'000, '.') + '\n';
    text = text.repeated(5);
    for (int i = 0; i < lines; ++i) text += QByteArray::number(i) + ".25\n";
    tests::writeFile(path, text);
  };
  useTrace(m_project);
  write(70);
  const auto document = open(m_project);  // A worker opens projects: it may take its time.
  const auto trace = [&] { return document->project().scenarios[0].loads[0].arrivals.trace; };
  QVERIFY(document->errors().empty());
  const auto first = trace();
  QCOMPARE(first->times.size(), std::size_t{70});
  document->setValue(kMemory, 256, QStringLiteral("Change memory"));
  QCOMPARE(trace(), first);  // Not read again.

  write(80);
  QSignalSpy changed(document.get(), &Document::projectChanged);
  document->setValue(kMemory, 512, QStringLiteral("Change memory"));
  QCOMPARE(document->errors().size(), std::size_t{1});
  QVERIFY(QString::fromStdString(document->errors()[0].english())
              .contains(QStringLiteral("still being read")));
  QTRY_VERIFY(changed.count() >= 2);
  QTRY_VERIFY(document->errors().empty());
  QCOMPARE(trace()->times.size(), std::size_t{80});
}

QTEST_MAIN(TestDocument)
#include "tst_document.moc"
