// SPDX-License-Identifier: GPL-3.0-or-later
// Every sample is a project without errors whose code and events are there, and each of its
// scenarios gives the figures that its two sentences promise: they stand beside the sentences as
// Expect, in the shape of the report, where [low, high] stands for any figure between the two.
// And each scenario has a story, told as it was told before: `./dev stories` writes the files anew,
// and git diff shows what is different.
#include <QDir>
#include <QRegularExpression>
#include <QTest>

#include <nlohmann/json.hpp>

#include "core/observe/report.h"
#include "core/project/template.h"
#include "core/simulate/simulate.h"
#include "tests/samples/story.h"
#include "tests/support/paths.h"

using namespace coldstart;
using Json = nlohmann::ordered_json;

namespace {

std::string textOf(const QString& path) {
  QFile file(path);
  if (!file.open(QIODevice::ReadOnly)) return {};
  return file.readAll().toStdString();
}

struct Sample {
  Json tree;
  project::Derived derived;
};

QDir folderOf(const QString& name) {
  return QDir(tests::sourceDir() + QStringLiteral("/samples/") + name);
}

Sample readSample(const QDir& folder) {
  const bool json = folder.exists(QStringLiteral("template.json"));
  const QString name = json ? QStringLiteral("template.json") : QStringLiteral("template.yaml");
  project::Files files;
  files.exists = [folder](const std::string& path) {
    return folder.exists(QString::fromStdString(path));
  };
  files.read = [folder](const std::string& path) -> std::optional<std::string> {
    if (!folder.exists(QString::fromStdString(path))) return std::nullopt;
    return textOf(folder.filePath(QString::fromStdString(path)));
  };
  const QDir events(folder.filePath(QStringLiteral("events")));
  for (const QString& event : events.entryList(QDir::Files)) {
    files.testEvents.push_back("events/" + event.toStdString());
  }
  auto tree = project::parseTemplate(textOf(folder.filePath(name)), name.toStdString());
  if (!tree) qFatal("%s", tree.error().text.english().c_str());
  return {*tree, project::derive(*tree, folder.dirName().toStdString(), files)};
}

/// What differs from the promise, as "/Greeter/coldStarts: 3 instead of 2".
QStringList broken(const Json& promised, const Json& found, const std::string& where) {
  QStringList wrong;
  if (promised.is_object()) {
    for (const auto& [key, value] : promised.items()) {
      wrong +=
          broken(value, found.is_object() ? found.value(key, Json()) : Json(), where + '/' + key);
    }
    return wrong;
  }
  const bool range = promised.is_array() && promised.size() == 2;
  const bool kept =
      range ? found.is_number() && found >= promised[0] && found <= promised[1] : found == promised;
  if (!kept) {
    wrong += QString::fromStdString(where + ": " + found.dump() + " instead of " + promised.dump());
  }
  return wrong;
}

}  // namespace

class TestSamples : public QObject {
  Q_OBJECT
 private slots:
  void brokenPromisesAreFound();
  void areWhole_data();
  void areWhole();
  void keepTheirPromises_data();
  void keepTheirPromises();
  void tellTheirStories_data();
  void tellTheirStories();
};

void TestSamples::brokenPromisesAreFound() {
  const Json found{{"A", {{"requests", 7}, {"coldStarts", 2}}}};
  QVERIFY(broken({{"A", {{"requests", 7}}}}, found, {}).isEmpty());
  QVERIFY(broken({{"A", {{"coldStarts", {1, 2}}}}}, found, {}).isEmpty());
  QCOMPARE(broken({{"A", {{"coldStarts", 3}}}}, found, {}),
           QStringList{QStringLiteral("/A/coldStarts: 2 instead of 3")});
  QCOMPARE(broken({{"A", {{"coldStarts", {3, 4}}}}}, found, {}).size(), 1);
  QCOMPARE(broken({{"B", {{"requests", 0}}}}, found, {}).size(), 1);
}

void TestSamples::areWhole_data() {
  QTest::addColumn<QString>("name");
  const QDir samples(tests::sourceDir() + QStringLiteral("/samples"));
  for (const QString& name : samples.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
    QTest::newRow(qPrintable(name)) << name;
  }
}

void TestSamples::areWhole() {
  QFETCH(QString, name);
  const QDir folder = folderOf(name);
  const auto [tree, derived] = readSample(folder);
  QString errors;
  for (const Error& error : derived.errors) {
    errors += QString::fromStdString(error.text.english()) + u'\n';
  }
  QVERIFY2(derived.errors.empty(), qPrintable(errors));
  for (const project::Note& note :
       derived.project.notes) {  // What is merely not simulated is fine.
    const std::string text = note.text.english();
    QVERIFY2(text.find("does not exist") == std::string::npos, text.c_str());
    QVERIFY2(text.find("ignores it") == std::string::npos, text.c_str());
  }
  QVERIFY(!derived.project.description.empty());
  QVERIFY(!derived.project.functions.empty());
  for (const project::Function& function : derived.project.functions) {
    const QString handler = QString::fromStdString(function.handler);
    const bool custom = function.runtime.starts_with("provided");
    if (function.buildMethod == "makefile") {
      const std::string rules =
          textOf(folder.filePath(QString::fromStdString(function.codeUri + "/Makefile")));
      QVERIFY(rules.find("\nbuild-" + function.id + ":") != std::string::npos);
      continue;
    }
    const QString ending = function.runtime.starts_with("python") ? QStringLiteral(".py")
                           : function.runtime.starts_with("ruby") ? QStringLiteral(".rb")
                           : function.runtime.starts_with("java") ? QStringLiteral(".java")
                                                                  : QStringLiteral(".mjs");
    const QString file =
        QString::fromStdString(function.codeUri) + u'/' +
        (custom ? QStringLiteral("bootstrap")
         : function.runtime.starts_with("java")
             ? QStringLiteral("src/main/java/") + QString(handler).replace(u'.', u'/') + ending
             : handler.section(u'.', 0, 0) + ending);
    QVERIFY2(folder.exists(file), qPrintable(file));
    const std::string code = textOf(folder.filePath(file));
    QVERIFY(code.find(handler.section(u'.', 1).toStdString()) != std::string::npos);
  }
  QVERIFY(!derived.project.testEvents.empty());
  for (const std::string& event : derived.project.testEvents) {
    const Json read =
        Json::parse(textOf(folder.filePath(QString::fromStdString(event))), nullptr, false);
    QVERIFY2(read.is_object(), event.c_str());
  }
}

void TestSamples::keepTheirPromises_data() {
  QTest::addColumn<QString>("name");
  QTest::addColumn<QString>("scenario");
  const QDir samples(tests::sourceDir() + QStringLiteral("/samples"));
  for (const QString& name : samples.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
    for (const auto& scenario : readSample(folderOf(name)).derived.project.scenarios) {
      const QString title = QString::fromStdString(scenario.name);
      QTest::newRow(qPrintable(name + u'/' + title)) << name << title;
    }
  }
}

void TestSamples::keepTheirPromises() {
  QFETCH(QString, name);
  QFETCH(QString, scenario);
  const auto [tree, derived] = readSample(folderOf(name));
  const project::Project& project = derived.project;
  const project::Scenario* chosen = project.scenarioNamed(scenario.toStdString());
  QVERIFY(chosen != nullptr);

  static const QRegularExpression kSentence(QStringLiteral("[.!?]( |$)"));
  QCOMPARE(QString::fromStdString(chosen->description).count(kSentence), 2);

  const auto run = simulate::simulate(project, *chosen);
  QVERIFY2(static_cast<bool>(run), run ? "" : run.error().text.english().c_str());
  const Json found = observe::report(observe::RunIndex(*run)).at("functions");
  const Json& promised =
      tree.at("Metadata").at("Coldstart").at("Scenarios").at(chosen->name).at("Expect");
  QVERIFY(!promised.empty());
  const QStringList wrong = broken(promised, found, {});
  QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

void TestSamples::tellTheirStories_data() {
  keepTheirPromises_data();
}

void TestSamples::tellTheirStories() {
  QFETCH(QString, name);
  QFETCH(QString, scenario);
  const auto [tree, derived] = readSample(folderOf(name));
  const auto run =
      simulate::simulate(derived.project, *derived.project.scenarioNamed(scenario.toStdString()));
  QVERIFY2(static_cast<bool>(run), run ? "" : run.error().text.english().c_str());
  const auto story = QByteArray::fromStdString(tests::storyOf(observe::RunIndex(*run)));

  const QDir folder(tests::sourceDir() + QStringLiteral("/tests/samples/") + name);
  QFile file(folder.filePath(scenario + QStringLiteral(".txt")));
  if (qEnvironmentVariableIsSet("COLDSTART_UPDATE_GOLDEN")) {
    QVERIFY(folder.mkpath(QStringLiteral(".")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(story);
    return;
  }
  QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
  const QList<QByteArray> before = file.readAll().split('\n');
  const QList<QByteArray> now = story.split('\n');
  for (qsizetype i = 0; i < std::max(before.size(), now.size()); ++i) {
    if (before.value(i) == now.value(i)) continue;
    QFAIL(qPrintable(
        QStringLiteral("%1:%2\n  before: %3\n  now:    %4\n./dev stories writes it anew.")
            .arg(file.fileName(), QString::number(i + 1), QString::fromUtf8(before.value(i)),
                 QString::fromUtf8(now.value(i)))));
  }
}

QTEST_GUILESS_MAIN(TestSamples)
#include "tst_samples.moc"
