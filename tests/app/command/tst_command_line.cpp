// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QTest>
#include <QTextStream>

#include <nlohmann/json.hpp>

#include "app/command/command_line.h"
#include "app/command/options.h"
#include "core/base/rule.h"
#include "tests/support/app_fixture.h"

using namespace coldstart::command;
using coldstart::tests::readFile;
using coldstart::tests::sourceDir;

namespace {

struct Outcome {
  int status = -1;
  QString out;
  QString err;
};

Outcome run(const QStringList& arguments) {
  Outcome outcome;
  QTextStream out(&outcome.out);
  QTextStream err(&outcome.err);
  outcome.status = runCommand(arguments, out, err);
  return outcome;
}

QString text(const nlohmann::json& value) {
  return QString::fromStdString(value.get<std::string>());
}

QString sample(const char* name) {
  return sourceDir() + QStringLiteral("/samples/") + QString::fromLatin1(name);
}

}  // namespace

class TestCommandLine : public QObject {
  Q_OBJECT
 private slots:
  void tellsCommandsFromProjects();
  void answers_data();
  void answers();
  void reportsAScenarioAsJson();
  void sameSeedSameBytes();
  void writesFilesOnRequest();
  void writesLogs();
  void looksAtAPartOfARun();
  void settingsComeFirst();
  void writesRecords();
  void explainsARequest();
  void listsEveryRule();
  void listOfRulesIsFresh();
};

void TestCommandLine::tellsCommandsFromProjects() {
  QVERIFY(isCommand({QStringLiteral("simulate")}));
  QVERIFY(isCommand({QStringLiteral("--help")}));
  QVERIFY(!isCommand({QStringLiteral("my-project")}));
  QVERIFY(!isCommand({}));
}

void TestCommandLine::answers_data() {
  QTest::addColumn<QStringList>("arguments");
  QTest::addColumn<int>("status");
  QTest::addColumn<QString>("says");  // On standard output when done, else on standard error.
  const auto words = [](const char* text) {
    return QString::fromLatin1(text).split(u' ', Qt::SkipEmptyParts);
  };
  const QStringList cold{QStringLiteral("simulate"), sample("cold-vs-warm")};
  QTest::newRow("help") << words("--help") << kDone << QStringLiteral("usage: coldstart");
  QTest::newRow("help of one") << words("simulate --help") << kDone << QStringLiteral("--seed");
  QTest::newRow("states") << words("screenshot --list") << kDone << QStringLiteral("welcome");
  QTest::newRow("later") << words("policy evaluate") << kWrongInput
                         << QStringLiteral("later version");
  QTest::newRow("rules") << words("fidelity") << kDone << QStringLiteral("| `tst_engine:");
  QTest::newRow("rules as poems") << words("fidelity --format poem") << kWrongInput
                                  << QStringLiteral("--format");
  QTest::newRow("unknown") << words("--nonsense") << kWrongInput << QStringLiteral("--nonsense");
  QTest::newRow("no project") << words("simulate") << kWrongInput << QStringLiteral("one project");
  QTest::newRow("nowhere") << words("simulate /nowhere/at/all") << kWrongInput
                           << QStringLiteral("/nowhere/at/all");
  QTest::newRow("traces") << cold + words("--traces x") << kWrongInput
                          << QStringLiteral("later version");
  QTest::newRow("no such scenario")
      << cold + words("--scenario x") << kWrongInput << QStringLiteral("cold-then-warm");
  QTest::newRow("bad seed") << cold + words("--seed x") << kWrongInput << QStringLiteral("--seed");
  QTest::newRow("bad length") << cold + words("--until soon") << kWrongInput
                              << QStringLiteral("soon");
  QTest::newRow("bad option") << cold + words("--color yes") << kWrongInput
                              << QStringLiteral("--color");
  QTest::newRow("out of range") << cold + words("--set Greeter.MemorySize=64") << kWrongInput
                                << QStringLiteral("memorySize");
  QTest::newRow("bad format") << cold + words("--format xml") << kWrongInput
                              << QStringLiteral("xml");
  QTest::newRow("unwritable") << cold + words("--journal /nowhere/at/all") << kFailed
                              << QStringLiteral("cannot be written");
  QTest::newRow("no such request") << QStringList{QStringLiteral("explain"), sample("cold-vs-warm"),
                                                  QStringLiteral("--request"), QStringLiteral("99")}
                                   << kWrongInput << QStringLiteral("there are 7");
  QTest::newRow("no such try") << QStringList{QStringLiteral("explain"),   sample("cold-vs-warm"),
                                              QStringLiteral("--request"), QStringLiteral("1"),
                                              QStringLiteral("--try"),     QStringLiteral("2")}
                               << kWrongInput << QStringLiteral("there are 1");
}

void TestCommandLine::answers() {
  QFETCH(QStringList, arguments);
  QFETCH(int, status);
  QFETCH(QString, says);
  const Outcome outcome = run(arguments);
  QCOMPARE(outcome.status, status);
  const QString& where = status == kDone ? outcome.out : outcome.err;
  QVERIFY2(where.contains(says), qPrintable(where));
  if (status != kDone) QCOMPARE(outcome.out, QString());
}

void TestCommandLine::reportsAScenarioAsJson() {
  const Outcome outcome = run({QStringLiteral("simulate"), sample("cold-vs-warm"),
                               QStringLiteral("--format"), QStringLiteral("json")});
  QCOMPARE(outcome.status, kDone);
  const auto report = nlohmann::json::parse(outcome.out.toStdString());
  QVERIFY(report["scenario"] == "cold-then-warm");
  QVERIFY(report["functions"]["Greeter"]["requests"] == 7);
  QVERIFY(report["functions"]["Greeter"]["coldStarts"] == 2);
}

void TestCommandLine::sameSeedSameBytes() {
  const QTemporaryDir folder;
  const auto journal = [&](const QString& seed, const QString& name) {
    const QString path = folder.filePath(name);
    run({QStringLiteral("simulate"), sample("nine-oclock-rush"), QStringLiteral("--seed"), seed,
         QStringLiteral("--journal"), path});
    return readFile(path);
  };
  const QByteArray first = journal(QStringLiteral("7"), QStringLiteral("a"));
  QVERIFY(first.size() > 10'000);
  QCOMPARE(journal(QStringLiteral("7"), QStringLiteral("b")), first);
  QVERIFY(journal(QStringLiteral("8"), QStringLiteral("c")) != first);
}

void TestCommandLine::writesFilesOnRequest() {
  const QTemporaryDir folder;
  const QString logs = folder.filePath(QStringLiteral("logs"));
  const Outcome outcome =
      run({QStringLiteral("simulate"), sample("cold-vs-warm"), QStringLiteral("--logs"), logs,
           QStringLiteral("--metrics"), QStringLiteral("-")});
  QCOMPARE(outcome.status, kDone);
  const QByteArray text = readFile(logs);
  QCOMPARE(text.count("INIT_START"), qsizetype{2});
  QCOMPARE(text.count("REPORT RequestId: "), qsizetype{7});
  QVERIFY(outcome.out.contains(QStringLiteral(",Greeter,Invocations,Sum,Count,7\n")));
}

void TestCommandLine::writesLogs() {
  const Outcome all = run({QStringLiteral("logs"), sample("cold-vs-warm")});
  QCOMPARE(all.status, kDone);
  QVERIFY2(all.out.startsWith(QStringLiteral("2026-01-05T09:00:01.000Z 2026/01/05/[$LATEST]")),
           qPrintable(all.out.left(200)));
  const Outcome some = run({QStringLiteral("logs"), sample("cold-vs-warm"),
                            QStringLiteral("--function"), QStringLiteral("Greeter"),
                            QStringLiteral("--filter-pattern"), QStringLiteral("REPORT -Init")});
  QCOMPARE(some.out.count(u'\n'), qsizetype{5});
  const Outcome none = run({QStringLiteral("logs"), sample("cold-vs-warm"),
                            QStringLiteral("--function"), QStringLiteral("Nobody")});
  QCOMPARE(none.status, kWrongInput);
  QVERIFY(none.err.contains(QStringLiteral("Nobody")));
}

void TestCommandLine::looksAtAPartOfARun() {
  const auto simulated = [](const QStringList& more) {
    return run(QStringList{QStringLiteral("simulate"), sample("cold-vs-warm"),
                           QStringLiteral("--format"), QStringLiteral("json")} +
               more);
  };
  const auto whole = nlohmann::json::parse(simulated({}).out.toStdString());
  const Outcome outcome = simulated({QStringLiteral("--window"), QStringLiteral("5s..10s")});
  const auto part = nlohmann::json::parse(outcome.out.toStdString());
  QVERIFY(part["functions"]["Greeter"]["requests"] == whole["functions"]["Greeter"]["requests"]);
  QVERIFY(part["functions"]["Greeter"]["costUsd"] == whole["functions"]["Greeter"]["costUsd"]);
  QVERIFY(part["window"]["records"] < whole["functions"]["Greeter"]["requests"]);
  const Outcome wrong = simulated({QStringLiteral("--window"), QStringLiteral("10s..5s")});
  QCOMPARE(wrong.status, kWrongInput);
  QVERIFY(wrong.err.contains(QStringLiteral("10s..5s")));
}

void TestCommandLine::settingsComeFirst() {
  const Outcome outcome =
      run({QStringLiteral("simulate"), sample("cold-vs-warm"), QStringLiteral("--set"),
           QStringLiteral("Greeter.ReservedConcurrentExecutions=0"), QStringLiteral("--format"),
           QStringLiteral("json")});
  const auto report = nlohmann::json::parse(outcome.out.toStdString());
  QVERIFY(report["functions"]["Greeter"]["throttles"] == 7);
}

void TestCommandLine::writesRecords() {
  const Outcome outcome = run({QStringLiteral("simulate"), sample("dead-letter"),
                               QStringLiteral("--records"), QStringLiteral("-")});
  const QStringList lines = outcome.out.split(u'\n').mid(0, 120);
  const auto record = nlohmann::json::parse(lines[0].toStdString());
  QCOMPARE(text(record["to"]), QStringLiteral("arn:aws:sqs:us-east-1:123456789012:Failed"));
  QCOMPARE(text(record["record"]["requestContext"]["condition"]),
           QStringLiteral("RetriesExhausted"));
  QVERIFY(record["record"]["requestContext"]["approximateInvokeCount"] == 2);
  QVERIFY(record["record"]["requestPayload"]["invoice"] == 4711);
  const auto letter = nlohmann::json::parse(lines[119].toStdString());
  QCOMPARE(text(letter["to"]), QStringLiteral("arn:aws:sqs:us-east-1:123456789012:Letters"));
  QCOMPARE(text(letter["messageAttributes"]["ErrorCode"]["Value"]), QStringLiteral("200"));
  QVERIFY(text(letter["body"]).contains(QStringLiteral("4711")));
}

void TestCommandLine::explainsARequest() {
  const Outcome cold = run({QStringLiteral("explain"), sample("cold-vs-warm"),
                            QStringLiteral("--request"), QStringLiteral("1")});
  QCOMPARE(cold.status, kDone);
  QVERIFY2(cold.out.contains(QStringLiteral("No environment of Greeter existed yet")),
           qPrintable(cold.out));
  const Outcome environment = run({QStringLiteral("explain"), sample("cold-vs-warm"),
                                   QStringLiteral("--environment"), QStringLiteral("2")});
  QCOMPARE(environment.status, kDone);
  QVERIFY(environment.out.contains(QStringLiteral("nvironment 2")));
  const Outcome third =
      run({QStringLiteral("explain"), sample("s3-scan"), QStringLiteral("--request"),
           QStringLiteral("1"), QStringLiteral("--try"), QStringLiteral("3")});
  QVERIFY2(third.out.contains(QStringLiteral("That was the last of 3 tries")),
           qPrintable(third.out));
}

void TestCommandLine::listsEveryRule() {
  const Outcome outcome =
      run({QStringLiteral("fidelity"), QStringLiteral("--format"), QStringLiteral("json")});
  QCOMPARE(outcome.status, kDone);
  const auto list = nlohmann::json::parse(outcome.out.toStdString());
  std::size_t counted = 0;
  for (const auto& [mark, count] : list["counts"].items()) counted += count.get<std::size_t>();
  QCOMPARE(list["rules"].size(), coldstart::rules().size());
  QCOMPARE(counted, list["rules"].size());
  for (const auto& rule : list["rules"]) {
    for (const auto& [key, value] : rule.items()) {
      QVERIFY2(key == "address" || value != "", rule.dump().c_str());
    }
  }
  QVERIFY(list["rules"][0]["address"] ==
          "https://docs.aws.amazon.com/lambda/latest/dg/lambda-concurrency.html");
}

void TestCommandLine::listOfRulesIsFresh() {
  const QByteArray page = readFile(sourceDir() + QStringLiteral("/resources/fidelity.md"));
  QVERIFY2(page == run({QStringLiteral("fidelity")}).out.toUtf8(),
           "resources/fidelity.md is stale; run ./dev fidelity");
}

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_command_line.moc"
