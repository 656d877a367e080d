// SPDX-License-Identifier: GPL-3.0-or-later
// Fast mode: interpreters wait ready, none of the function's code runs before its environment is
// asked for, and everything else is as without it.
#include <QTest>

#include <nlohmann/json.hpp>

#include "tests/core/live/live_rig.h"

using namespace coldstart;
using namespace coldstart::livetest;
using journal::Decision;
using journal::Ending;

class TestLiveFast : public QObject {
  Q_OBJECT
 private slots:
  void theSecondEnvironmentWasReady_data();
  void theSecondEnvironmentWasReady();
  void ownCodeRunsInItsOwnInit();
  void newCodeAndSettingsCount();
  void whatIsWrongIsToldAsEver();
  void offAgain();
};

namespace {

/// Lets the host work until an interpreter of the function waits ready.
void untilReady(Rig& rig) {
  rig.host().startAhead(0);
  QTRY_VERIFY_WITH_TIMEOUT(rig.host().ready(0) > 0, 30'000);
}

bool wasFast(Rig& rig, const live::LiveAnswer& answer) {
  return rig.host().run()->live->isFastStart(rig.attempt(answer).environment);
}

}  // namespace

void TestLiveFast::theSecondEnvironmentWasReady_data() {
  QTest::addColumn<QByteArray>("runtime");
  QTest::addColumn<QByteArray>("file");
  QTest::addColumn<QByteArray>("code");
  QTest::newRow("python") << QByteArray("python3.13") << QByteArray("app.py")
                          << QByteArray(
                                 "import os, json, logging\ncount = 0\ndef handler(e, c):\n"
                                 "    global count\n    count += 1\n    print('printed')\n"
                                 "    ahead = [n for n in os.environ if 'AHEAD' in n]\n"
                                 "    return [count, c.log_stream_name, ahead]\n");
  QTest::newRow("node") << QByteArray("nodejs22.x") << QByteArray("index.mjs")
                        << QByteArray(
                               "let count = 0;\nexport const handler = async (e, c) => {\n"
                               "  console.log('printed');\n  return [++count, c.logStreamName,\n"
                               "    Object.keys(process.env).filter((n) => n.includes('AHEAD'))];"
                               "\n};\n");
}

void TestLiveFast::theSecondEnvironmentWasReady() {
  QFETCH(QByteArray, runtime);
  QFETCH(QByteArray, file);
  QFETCH(QByteArray, code);
  Rig rig(runtime.constData());
  rig.fast = true;
  rig.write(file.constData(), code.constData());
  const auto first = rig.invoke();  // Nothing was ready yet.
  QVERIFY(!wasFast(rig, first));
  untilReady(rig);
  rig.host().deploy(0);
  untilReady(rig);
  const auto second = rig.invoke();
  QVERIFY(wasFast(rig, second));
  QCOMPARE(rig.attempt(second).decision, Decision::ColdFirst);
  const auto one = nlohmann::json::parse(first.payload);
  const auto two = nlohmann::json::parse(second.payload);
  QCOMPARE(two[0].get<int>(), 1);
  QVERIFY(!two[1].get<std::string>().empty());
  QVERIFY(one[1] != two[1]);
  QVERIFY2(two[2].empty(), second.payload.c_str());
  QVERIFY(rig.host().run()->journal.environments[1].initUs > 0);
  const auto third = rig.invoke();
  QCOMPARE(nlohmann::json::parse(third.payload)[0].get<int>(), 2);
  QCOMPARE(rig.attempt(third).decision, Decision::Warm);
  QVERIFY(rig.printed().find("printed") != std::string::npos);
}

void TestLiveFast::ownCodeRunsInItsOwnInit() {
  Rig rig("python3.13");
  rig.fast = true;
  rig.write("mine.py", "import sys, time\nloaded = time.time()\nprint('mine is loaded')\n");
  rig.write("app.py",
            "import decimal\nimport mine\nprint('app is loaded')\n"
            "def handler(e, c): return [mine.loaded, 'decimal' in __import__('sys').modules]\n");
  untilReady(rig);
  QCOMPARE(rig.printed(), std::string());
  const auto answer = rig.invoke();
  QVERIFY(wasFast(rig, answer));
  const auto& printed = rig.host().printed();
  QCOMPARE(printed.size(), 2U);
  QCOMPARE(printed[0].text, std::string("mine is loaded"));
  QCOMPARE(printed[0].environment, 0U);
  QCOMPARE(printed[1].text, std::string("app is loaded"));
}

void TestLiveFast::newCodeAndSettingsCount() {
  Rig rig("python3.13");
  rig.fast = true;
  rig.function().environment = {{"WHO", "first"}};
  rig.write("app.py", "import os\ndef handler(e, c): return os.environ['WHO'] + ' 1'\n");
  untilReady(rig);
  QCOMPARE(rig.invoke().payload, std::string("\"first 1\""));
  rig.write("app.py", "import os\ndef handler(e, c): return os.environ['WHO'] + ' 2'\n");
  rig.function().environment = {{"WHO", "second"}};
  QVERIFY(rig.host().configure(rig.project));
  untilReady(rig);
  const auto answer = rig.invoke();
  QCOMPARE(answer.payload, std::string("\"second 2\""));
  QVERIFY(wasFast(rig, answer));
}

void TestLiveFast::whatIsWrongIsToldAsEver() {
  Rig rig("python3.13");
  rig.fast = true;
  rig.write("app.py", "import json\ndef handler(e, c)\n    return 1\n");
  untilReady(rig);
  const auto answer = rig.invoke();
  QVERIFY2(answer.payload.find("Runtime.UserCodeSyntaxError") != std::string::npos,
           answer.payload.c_str());
  QCOMPARE(rig.attempt(answer).ending, Ending::InitFailed);
}

void TestLiveFast::offAgain() {
  Rig rig("python3.13");
  rig.fast = true;
  rig.write("app.py", "def handler(e, c): return 'fine'\n");
  untilReady(rig);
  rig.host().setFast(false);
  QCOMPARE(rig.host().ready(0), 0U);
  const auto answer = rig.invoke();
  QCOMPARE(answer.payload, std::string("\"fine\""));
  QVERIFY(!wasFast(rig, answer));
}

QTEST_GUILESS_MAIN(TestLiveFast)
#include "tst_live_fast.moc"
