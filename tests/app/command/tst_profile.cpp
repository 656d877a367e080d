// SPDX-License-Identifier: GPL-3.0-or-later
// A handler that is measured is then simulated as it was: its times, its lines, its answer.
#include <QTemporaryDir>
#include <QTest>
#include <QTextStream>

#include <nlohmann/json.hpp>

#include "app/command/command_line.h"
#include "app/command/options.h"
#include "core/base/time.h"
#include "core/live/profiler.h"
#include "tests/support/app_fixture.h"

using namespace coldstart;
using namespace coldstart::command;
using Json = nlohmann::ordered_json;

namespace {

struct Ran {
  int status = -1;
  QString out;
  QString err;
};

Ran run(const QStringList& arguments) {
  Ran ran;
  QTextStream out(&ran.out);
  QTextStream err(&ran.err);
  ran.status = runCommand(arguments, out, err);
  return ran;
}

constexpr const char* kHandler =
    "import time\n"
    "time.sleep(0.12)\n"
    "def lambda_handler(event, context):\n"
    "    print('start', context.aws_request_id, event['n'])\n"
    "    time.sleep(0.03)\n"
    "    return {'n': event['n']}\n";

/// Every value of a measured distribution, in milliseconds.
QList<double> values(const Json& distribution) {
  QList<double> all;
  for (const Json& value : distribution["Empirical"]["Values"])
    all << static_cast<double>(parseDuration(value.get<std::string>())->us) / 1e3;
  return all;
}

}  // namespace

class TestProfile : public QObject {
  Q_OBJECT
 private slots:
  void init();
  void whatWasMeasuredIsSimulated();
  void aHandlerThatFailsIsSaid();
  void wrongInputIsRefused();

 private:
  QTemporaryDir m_folder;
  QString m_project;
  QString m_event;
};

void TestProfile::init() {
  m_project =
      tests::copySample(QStringLiteral("hello-python"),
                        m_folder.filePath(QString::fromLatin1(QTest::currentTestFunction())));
  tests::writeFile(m_project + QStringLiteral("/hello/lambda_function.py"), kHandler);
  m_event = m_project + QStringLiteral("/n.json");
  tests::writeFile(m_event, "{\"n\": 7}");
}

void TestProfile::whatWasMeasuredIsSimulated() {
  const Ran ran = run({QStringLiteral("profile"), m_project, QStringLiteral("Hello"),
                       QStringLiteral("--event"), m_event, QStringLiteral("--cold"),
                       QStringLiteral("2"), QStringLiteral("--warm"), QStringLiteral("4")});
  QVERIFY2(ran.status == kDone, qPrintable(ran.err));
  const Json tree =
      Json::parse(tests::readFile(m_project + QStringLiteral("/template.json")).toStdString());
  const Json& coldstart = tree["Resources"]["Hello"]["Metadata"]["Coldstart"];
  const Json& work = coldstart["Work"];
  QCOMPARE(values(work["Init"]).size(), 2);
  for (const double ms : values(work["Init"]))
    QVERIFY2(ms >= 120 && ms < 5'000, work.dump().c_str());
  QCOMPARE(values(work["FirstDuration"]).size(), 2);
  QCOMPARE(values(work["Duration"]).size(), 4);
  for (const double ms : values(work["Duration"])) QVERIFY(ms >= 30 && ms < 2'000);
  QCOMPARE(work["LogLines"].dump(), std::string(R"(["start %requestId 7"])"));
  QCOMPARE(work["ErrorRate"].get<double>(), 0.0);
  QCOMPARE(coldstart["Response"].dump(), std::string(R"({"n":7})"));
  // The simulator prints the handler's own line with its own request's id, and its answer.
  const Ran simulated =
      run({QStringLiteral("invoke"), m_project, QStringLiteral("Hello"),
           QStringLiteral("--simulated"), QStringLiteral("--log-type"), QStringLiteral("Tail")});
  QCOMPARE(simulated.out.simplified(), QStringLiteral("{\"n\":7}"));
  const QString id =
      simulated.err.section(QStringLiteral("START RequestId: "), 1).section(u' ', 0, 0);
  QVERIFY2(simulated.err.contains(QStringLiteral("\nstart %1 7\n").arg(id)),
           qPrintable(simulated.err));
}

void TestProfile::aHandlerThatFailsIsSaid() {
  tests::writeFile(m_project + QStringLiteral("/hello/lambda_function.py"),
                   "def lambda_handler(event, context):\n    raise ValueError('no')\n");
  const QByteArray before = tests::readFile(m_project + QStringLiteral("/template.json"));
  const Ran ran = run({QStringLiteral("profile"), m_project, QStringLiteral("Hello"),
                       QStringLiteral("--cold"), QStringLiteral("1"), QStringLiteral("--warm"),
                       QStringLiteral("1"), QStringLiteral("--print")});
  QCOMPARE(ran.status, kNo);
  QVERIFY(ran.err.contains(QStringLiteral("2 of 2 invocations failed")));
  QCOMPARE(Json::parse(ran.out.toStdString())["ErrorRate"].get<double>(), 1.0);
  QCOMPARE(tests::readFile(m_project + QStringLiteral("/template.json")), before);
}

void TestProfile::wrongInputIsRefused() {
  QCOMPARE(run({QStringLiteral("profile"), m_project}).status, kWrongInput);
  QCOMPARE(run({QStringLiteral("profile"), m_project, QStringLiteral("Nobody")}).status,
           kWrongInput);
  QCOMPARE(
      run({QStringLiteral("profile"), m_project, QStringLiteral("Hello"), QStringLiteral("--cold"),
           QStringLiteral("0"), QStringLiteral("--warm"), QStringLiteral("0")})
          .status,
      kWrongInput);
}

QTEST_GUILESS_MAIN(TestProfile)
#include "tst_profile.moc"
