// SPDX-License-Identifier: GPL-3.0-or-later
// Handlers in real processes: cold and warm, frozen in between, with what AWS gives them.
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTest>
#include <array>

#include <nlohmann/json.hpp>

#include "tests/core/live/live_rig.h"

using namespace coldstart;
using namespace coldstart::livetest;
using journal::Decision;
using journal::Ending;

class TestLive : public QObject {
  Q_OBJECT
 private slots:
  void coldThenWarm_data();
  void coldThenWarm();
  void standsStillBetweenInvocations();
  void temporaryFilesOutliveACrash();
  void sixAtOnceAreSixEnvironments();
  void aReserveThrottles();
  void environmentIsBare();
  void pythonContextAndLogs();
  void nodeCallbacksAndModules();
  void aPackageSaysWhatItsFilesAre_data();
  void aPackageSaysWhatItsFilesAre();
  void shellBootstrap();
  void eventsAreRetried();
  void theProcessorsShareFollowsMemory();
};

namespace {

const char* const kCount =
    "import json\ncount = 0\ndef handler(event, context):\n    global count\n    count += 1\n"
    "    return {'count': count, 'event': event}\n";

bool isStopped(qint64 pid) {
  QFile file(QStringLiteral("/proc/%1/stat").arg(pid));
  if (!file.open(QIODevice::ReadOnly)) return false;
  const QByteArray text = file.readAll();
  return text.mid(text.lastIndexOf(')') + 2, 1) == "T";
}

}  // namespace

void TestLive::coldThenWarm_data() {
  QTest::addColumn<QByteArray>("runtime");
  QTest::addColumn<QByteArray>("file");
  QTest::addColumn<QByteArray>("code");
  QTest::newRow("python") << QByteArray("python3.13") << QByteArray("app.py") << QByteArray(kCount);
  QTest::newRow("node") << QByteArray("nodejs22.x") << QByteArray("index.mjs")
                        << QByteArray(
                               "let count = 0;\nexport const handler = async (event) => ({ count: "
                               "++count, event });\n");
}

void TestLive::coldThenWarm() {
  QFETCH(QByteArray, runtime);
  QFETCH(QByteArray, file);
  QFETCH(QByteArray, code);
  Rig rig(runtime.constData());
  rig.write(file.constData(), code.constData());
  for (int i = 1; i <= 3; ++i) {
    const live::LiveAnswer answer = rig.invoke(R"({"name":"Zoë"})");
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.functionError, std::string());
    const auto body = nlohmann::json::parse(answer.payload);
    QCOMPARE(body["count"].get<int>(), i);
    QCOMPARE(body["event"]["name"].get<std::string>(), std::string("Zoë"));
    const journal::Attempt& a = rig.attempt(answer);
    QCOMPARE(a.decision, i == 1 ? Decision::ColdFirst : Decision::Warm);
    QCOMPARE(a.ending, Ending::Succeeded);
  }
  const auto run = rig.host().run();
  QCOMPARE(run->journal.environments.size(), 1U);
  QVERIFY(run->journal.environments[0].initUs > 0);
  QVERIFY(run->journal.environments[0].maxMemoryUsedMb > 4);
}

void TestLive::standsStillBetweenInvocations() {
  Rig rig("python3.13");
  rig.write("app.py",
            "import threading, time\nticks = 0\ndef tick():\n    global ticks\n    while True:\n"
            "        time.sleep(0.01)\n        ticks += 1\n"
            "threading.Thread(target=tick, daemon=True).start()\n"
            "def handler(event, context):\n    before = ticks\n    time.sleep(0.2)\n"
            "    return [before, ticks]\n");
  const auto first = nlohmann::json::parse(rig.invoke().payload);
  const qint64 pid = rig.host().processOf(0);
  QTRY_VERIFY(isStopped(pid));
  QTest::qWait(300);  // Time passes for everybody but the handler.
  const auto second = nlohmann::json::parse(rig.invoke().payload);
  QVERIFY(first[1].get<int>() > first[0].get<int>() + 5);
  // Thirty more would have been counted had it run on.
  QVERIFY2(second[0].get<int>() - first[1].get<int>() < 15,
           qPrintable(QString::number(second[0].get<int>() - first[1].get<int>())));
}

void TestLive::temporaryFilesOutliveACrash() {
  Rig rig("python3.13");
  rig.write(
      "app.py",
      "import os\nstate = []\ndef handler(event, context):\n    state.append(1)\n"
      "    seen = os.path.exists('/tmp/mark') or os.path.exists(os.environ.get('TMPDIR', '/none') "
      "+ '/mark')\n    open(os.environ.get('TMPDIR', '/tmp') + '/mark', 'w').close()\n"
      "    if event.get('die'): os._exit(3)\n    return [len(state), seen]\n");
  QCOMPARE(rig.invoke().payload, std::string("[1, false]"));
  const auto crashed = rig.invoke(R"({"die":true})");
  QCOMPARE(crashed.functionError, std::string("Unhandled"));
  QCOMPARE(rig.attempt(crashed).ending, Ending::Crashed);
  const auto after = rig.invoke();
  // The same environment: what it kept in memory is lost, its files are not, and nobody pays a
  // cold start.
  QCOMPARE(after.payload, std::string("[1, true]"));
  QCOMPARE(rig.attempt(after).decision, Decision::Warm);
  QCOMPARE(rig.host().run()->journal.environments.size(), 1U);
}

void TestLive::sixAtOnceAreSixEnvironments() {
  Rig rig("python3.13");
  rig.write("app.py",
            "import time\ndef handler(event, context):\n    time.sleep(0.5)\n"
            "    return event['n']\n");
  std::array<std::string, 6> answers;
  int left = 6;
  QEventLoop loop;
  for (std::size_t i = 0; i < answers.size(); ++i) {
    live::LiveHost::Request request;
    request.payload = "{\"n\":" + std::to_string(i) + "}";
    request.answered = [&, i](const live::LiveAnswer& answer) {
      answers[i] = answer.payload;
      if (--left == 0) loop.quit();
    };
    rig.host().invoke(std::move(request));
  }
  QTimer::singleShot(30'000, &loop, &QEventLoop::quit);
  loop.exec();
  for (std::size_t i = 0; i < answers.size(); ++i) QCOMPARE(answers[i], std::to_string(i));
  QCOMPARE(rig.host().run()->journal.environments.size(), 6U);
}

void TestLive::aReserveThrottles() {
  Rig rig("python3.13");
  rig.function().reserved = 0;
  rig.write("app.py", kCount);
  const auto answer = rig.invoke();
  QCOMPARE(answer.status, 429);
  QCOMPARE(answer.payload,
           std::string("{\"Reason\":\"ReservedFunctionConcurrentInvocationLimitExceeded\","
                       "\"Type\":\"User\",\"message\":\"Rate Exceeded.\"}"));
}

void TestLive::environmentIsBare() {
  qputenv("COLDSTART_TEST_SECRET", "do not tell");
  Rig rig("python3.13");
  rig.function().environment["GREETING"] = "Grüße = 1";
  rig.write("app.py", "import os\ndef handler(event, context):\n    return dict(os.environ)\n");
  const auto variables = nlohmann::json::parse(rig.invoke().payload);
  QCOMPARE(variables["GREETING"].get<std::string>(), std::string("Grüße = 1"));
  QCOMPARE(variables["AWS_LAMBDA_FUNCTION_NAME"].get<std::string>(), std::string("Tested"));
  QCOMPARE(variables["_HANDLER"].get<std::string>(), std::string("app.handler"));
  for (const auto& [name, value] : variables.items()) {
    const bool known = name.starts_with("AWS_") || name.starts_with("LAMBDA_") ||
                       name == "GREETING" || name == "PATH" || name == "LANG" || name == "TZ" ||
                       name == "HOME" || name == "LC_CTYPE" || name == "_HANDLER" ||
                       name == "PWD" || name == "TMPDIR" || name == "LD_LIBRARY_PATH" ||
                       name == "PYTHONPATH" || name == "_X_AMZN_TRACE_ID";
    QVERIFY2(known, name.c_str());
  }
}

void TestLive::pythonContextAndLogs() {
  Rig rig("python3.13");
  rig.write("app.py",
            "import logging\nlog = logging.getLogger()\nlog.setLevel('INFO')\n"
            "def handler(event, context):\n    print('raw line')\n    log.info('told %s', 'so')\n"
            "    log.warning('two\\nlines')\n"
            "    return [context.function_name, context.memory_limit_in_mb,\n"
            "            context.aws_request_id, context.get_remaining_time_in_millis() > 3000,\n"
            "            context.invoked_function_arn, context.log_group_name]\n");
  const auto answer = rig.invoke();
  const auto body = nlohmann::json::parse(answer.payload);
  QCOMPARE(body[0].get<std::string>(), std::string("Tested"));
  QCOMPARE(body[1].get<std::string>(), std::string("256"));
  QVERIFY(body[3].get<bool>());
  QCOMPARE(body[4].get<std::string>(),
           std::string("arn:aws:lambda:us-east-1:123456789012:function:Tested"));
  QCOMPARE(body[5].get<std::string>(), std::string("/aws/lambda/Tested"));
  const auto& lines = rig.host().printed();
  QCOMPARE(lines.size(), 3U);
  QCOMPARE(lines[0].text, std::string("raw line"));
  const QRegularExpression info(QStringLiteral(
      R"(^\[INFO\]\t\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z\t[-0-9a-f]{36}\ttold so$)"));
  QVERIFY2(info.match(QString::fromStdString(lines[1].text)).hasMatch(), lines[1].text.c_str());
  QVERIFY(lines[2].text.find("two\rlines") != std::string::npos);
}

void TestLive::nodeCallbacksAndModules() {
  Rig rig("nodejs22.x");
  rig.write(
      "index.js",
      "exports.handler = (event, context, callback) => {\n"
      "  console.log('seen', event);\n"
      "  if (event.silent) return;\n"
      "  if (event.never) return new Promise(() => {});\n"
      "  callback(event.bad ? new TypeError('bad thing') : null, context.functionName);\n};\n");
  QCOMPARE(rig.invoke().payload, std::string("\"Tested\""));
  QCOMPARE(rig.invoke(R"({"silent":true})").payload, std::string("null"));
  const auto bad = rig.invoke(R"({"bad":true})");
  QCOMPARE(rig.attempt(bad).ending, Ending::HandlerError);
  const auto body = nlohmann::json::parse(bad.payload);
  QCOMPARE(body["errorType"].get<std::string>(), std::string("TypeError"));
  QCOMPARE(body["errorMessage"].get<std::string>(), std::string("bad thing"));
  QVERIFY(body["trace"].is_array());
  const auto never = nlohmann::json::parse(rig.invoke(R"({"never":true})").payload);
  QCOMPARE(never["errorType"].get<std::string>(), std::string("Runtime.NodeJsExit"));
  const QRegularExpression line(
      QStringLiteral(R"(^\d{4}-\d\d-\d\dT[0-9:.]+Z\t[-0-9a-f]{36}\tINFO\tseen \{\}$)"));
  QVERIFY(line.match(QString::fromStdString(rig.host().printed()[0].text)).hasMatch());
}

/// (nodejs-handler)
void TestLive::aPackageSaysWhatItsFilesAre_data() {
  QTest::addColumn<QByteArray>("package");  // "": none.
  QTest::addColumn<QByteArray>("code");
  QTest::addColumn<QByteArray>("answer");  // How it begins.
  const QByteArray module = "import fs from 'node:fs';\nexport const handler = async () => 'm';\n";
  const QByteArray script = "exports.handler = async () => typeof require;\n";
  const QByteArray isModule = R"({"type": "module"})";
  QTest::newRow("a module") << isModule << module << QByteArray("\"m\"");
  QTest::newRow("a script") << QByteArray() << script << QByteArray("\"function\"");
  QTest::newRow("a script that says so")
      << QByteArray(R"({"type": "commonjs"})") << script << QByteArray("\"function\"");
  QTest::newRow("a script in a package of modules")
      << isModule << script << QByteArray(R"({"errorType":"ReferenceError")");
}

void TestLive::aPackageSaysWhatItsFilesAre() {
  QFETCH(QByteArray, package);
  QFETCH(QByteArray, code);
  QFETCH(QByteArray, answer);
  Rig rig("nodejs22.x");
  rig.write("index.js", code);
  if (!package.isEmpty()) rig.write("package.json", package);
  const QByteArray given = QByteArray::fromStdString(rig.invoke().payload);
  QVERIFY2(given.startsWith(answer), given.constData());
}

void TestLive::shellBootstrap() {
  if (QStandardPaths::findExecutable(QStringLiteral("curl")).isEmpty()) QSKIP("needs curl");
  Rig rig("provided.al2023");
  rig.write(
      "bootstrap",
      "#!/bin/bash\nset -euo pipefail\nwhile true; do\n  HEADERS=$(mktemp)\n"
      "  EVENT=$(curl -sS -L -D \"$HEADERS\" "
      "\"http://$AWS_LAMBDA_RUNTIME_API/2018-06-01/runtime/invocation/next\")\n"
      "  ID=$(grep -Fi Lambda-Runtime-Aws-Request-Id \"$HEADERS\" | tr -d '[:space:]' | cut -d: "
      "-f2)\n  curl -sS -o /dev/null -d \"echo $EVENT\" "
      "\"http://$AWS_LAMBDA_RUNTIME_API/2018-06-01/runtime/invocation/$ID/response\"\ndone\n",
      true);
  QCOMPARE(rig.invoke(R"({"a":1})").payload, std::string("echo {\"a\":1}"));
  const auto second = rig.invoke("2");
  QCOMPARE(second.payload, std::string("echo 2"));
  QCOMPARE(rig.attempt(second).decision, Decision::Warm);
}

void TestLive::eventsAreRetried() {
  Rig rig("python3.13");
  rig.function().maximumRetryAttempts = 0;
  rig.write("app.py", "def handler(event, context):\n    raise ValueError('no')\n");
  QEventLoop loop;
  int status = 0;
  connect(&rig.host(), &live::LiveHost::attemptEnded, &loop, &QEventLoop::quit);
  live::LiveHost::Request request;
  request.type = project::InvocationType::Event;
  request.payload = "{}";
  request.answered = [&](const live::LiveAnswer& answer) { status = answer.status; };
  rig.host().invoke(std::move(request));
  QCOMPARE(status, 202);  // The queue has it; what becomes of it is told to nobody.
  QTimer::singleShot(30'000, &loop, &QEventLoop::quit);
  loop.exec();
  const auto run = rig.host().run();
  QCOMPARE(run->journal.attempts[0].ending, Ending::HandlerError);
  QVERIFY(!run->journal.attempts[0].retried);
}

void TestLive::theProcessorsShareFollowsMemory() {
  Rig rig("python3.13");
  rig.function().memory = Memory{177};  // A tenth of a processor.
  rig.function().timeout = Duration::seconds(60);
  rig.write("app.py",
            "import subprocess, sys, time\nwork = 'import time\\nwhile time.process_time() < 0.31: "
            "pass'\ndef handler(event, context):\n"
            "    if event.get('child'): return subprocess.call([sys.executable, '-c', work])\n"
            "    until = time.process_time() + 0.3\n    while time.process_time() < until: pass\n");
  for (const char* event : {"{}", R"({"child":true})"}) {
    const auto answer = rig.invoke(event);
    QCOMPARE(rig.attempt(answer).ending, Ending::Succeeded);
    // 300 ms of processor time at a tenth take three seconds, or less by ten times what a busy
    // machine lets the host come late.
    QVERIFY2(rig.attempt(answer).durationUs > 1'000'000U, event);
  }
}

QTEST_GUILESS_MAIN(TestLive)
#include "tst_live.moc"
