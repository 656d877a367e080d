// SPDX-License-Identifier: GPL-3.0-or-later
// What logs and callers tell of failures, restores and init ahead of its request. (facts §§2.4–2.9)
#include <QTest>

#include "core/base/identifiers.h"
#include "core/observe/logs.h"
#include "tests/support/run_builder.h"

using namespace coldstart;
using namespace coldstart::observe;
using journal::Decision;
using journal::Ending;
using tests::RunBuilder;

class TestLogEndings : public QObject {
  Q_OBJECT
 private slots:
  void endingsInBothStyles_data();
  void endingsInBothStyles();
  void failedInitInItsOrder_data();
  void failedInitInItsOrder();
  void initThatTookTooLong();
  void restoresToTheLetter();
  void initAheadOfItsRequest();
  void jsonOfFailuresAndRestores();
  void payloadsOfFailures_data();
  void payloadsOfFailures();
  void refusalsAndGateways_data();
  void refusalsAndGateways();
};

namespace {

QStringList linesOf(const LogView& view) {
  QStringList lines;
  for (std::size_t i = 0; i < view.size(); ++i) lines << QString::fromStdString(view.line(i).text);
  return lines;
}

}  // namespace

void TestLogEndings::endingsInBothStyles_data() {
  QTest::addColumn<Ending>("ending");
  QTest::addColumn<QString>("status");
  QTest::addColumn<QString>("classic");
  QTest::newRow("process exit") << Ending::Crashed
                                << QStringLiteral("Status: error\tError Type: Runtime.ExitError")
                                << QStringLiteral(
                                       "RequestId: %1 Error: Runtime exited with error: exit "
                                       "status 1\nRuntime.ExitError");
  QTest::newRow("out of memory") << Ending::OutOfMemory
                                 << QStringLiteral("Status: error\tError Type: Runtime.OutOfMemory")
                                 << QStringLiteral(
                                        "RequestId: %1 Error: Runtime exited with error: signal: "
                                        "killed\nRuntime.ExitError");
}

void TestLogEndings::endingsInBothStyles() {
  QFETCH(Ending, ending);
  QFETCH(QString, status);
  QFETCH(QString, classic);
  const QString id = QString::fromStdString(requestUuid(1, 0));
  const QString next = QString::fromStdString(requestUuid(1, 1));
  RunBuilder b;
  b.function("Export", 1'024);
  b.sources();
  b.cold(0, 0, 551'730, 10'935'700).ending = ending;
  b.run().journal.environments[0].maxMemoryUsedMb = 1'024;
  b.warm(0, 20'000, 700'000);
  const QString report = QStringLiteral(
                             "REPORT RequestId: %1\tDuration: 10935.70 ms\tBilled Duration: 11488 "
                             "ms\tMemory Size: 1024 MB\tMax Memory Used: 1024 MB\tInit Duration: "
                             "551.73 ms\t")
                             .arg(id);
  QStringList lines = linesOf(LogView(b.index(), std::nullopt));
  QCOMPARE(lines.mid(1, 3),
           (QStringList{QStringLiteral("START RequestId: %1 Version: $LATEST").arg(id),
                        QStringLiteral("END RequestId: %1").arg(id), report + status}));
  // The reset environment's init hides in the next Duration.
  QCOMPARE(lines.last(),
           QStringLiteral("REPORT RequestId: %1\tDuration: 700.00 ms\tBilled Duration: 700 ms\t"
                          "Memory Size: 1024 MB\tMax Memory Used: 1024 MB\t")
               .arg(next));
  b.run().project.classicLogStyle = true;
  lines = linesOf(LogView(b.index(), std::nullopt));
  QCOMPARE(lines.mid(2, 3),
           (QStringList{classic.arg(id), QStringLiteral("END RequestId: %1").arg(id), report}));
}

void TestLogEndings::failedInitInItsOrder_data() {
  QTest::addColumn<QString>("runtime");
  QTest::addColumn<QString>("printed");
  QTest::addColumn<QString>("type");
  QTest::newRow("python")
      << QStringLiteral("python3.13")
      << QStringLiteral(
             "[ERROR] Exception: Simulated init error\rTraceback (most recent call last):\r"
             "\u00A0\u00A0File \"/var/lang/lib/python3.13/importlib/__init__.py\", line 88, in "
             "import_module\r\u00A0\u00A0\u00A0\u00A0return "
             "_bootstrap._gcd_import(name[level:], package, level)\r\u00A0\u00A0File "
             "\"/var/task/lambda_function.py\", line 1, in <module>\r\u00A0\u00A0\u00A0\u00A0"
             "raise Exception(\"Simulated init error\")")
      << QStringLiteral("Runtime.Unknown");
  QTest::newRow("node") << QStringLiteral("nodejs22.x")
                        << QStringLiteral(
                               "2026-01-05T09:00:00.150Z\tundefined\tERROR\tUncaught Exception "
                               "\t{\"errorType\":\"Error\",\"errorMessage\":\"Simulated init "
                               "error\",\"stack\":[\"Error: Simulated init error\",\"    at "
                               "Object.<anonymous> (/var/task/lambda_function.js:1:1)\"]}")
                        << QStringLiteral("Runtime.Unknown");
  QTest::newRow("java") << QStringLiteral("java21")
                        << QStringLiteral("Simulated init error: java.lang.RuntimeException")
                        << QStringLiteral("Runtime.BadFunctionCode");
  QTest::newRow("custom") << QStringLiteral("provided.al2023")
                          << QStringLiteral("Simulated init error: Runtime.ExitError")
                          << QStringLiteral("Runtime.ExitError");
}

void TestLogEndings::failedInitInItsOrder() {
  QFETCH(QString, runtime);
  QFETCH(QString, printed);
  QFETCH(QString, type);
  const QString id = QString::fromStdString(requestUuid(1, 0));
  RunBuilder b;
  b.function("Search").runtime = runtime.toStdString();
  b.sources();
  b.cold(0, 0, 150'790, 80'490).ending = Ending::InitFailed;
  b.run().journal.environments[0].initStatus = journal::InitStatus::Failed;
  const LogView view(b.index(), std::nullopt);
  const QStringList lines = linesOf(view);
  QVERIFY(lines[0].startsWith(QStringLiteral("INIT_START ")));
  QCOMPARE(lines[1], printed);
  QCOMPARE(lines[2],
           QStringLiteral(
               "INIT_REPORT Init Duration: 150.79 ms\tPhase: init\tStatus: error\tError Type: ") +
               type);
  QCOMPARE(lines[4], QStringLiteral("INIT_REPORT Init Duration: 80.49 ms\tPhase: invoke\tStatus: "
                                    "error\tError Type: ") +
                         type);
  QCOMPARE(
      lines.mid(5),
      (QStringList{QStringLiteral("START RequestId: %1 Version: $LATEST").arg(id),
                   QStringLiteral("END RequestId: %1").arg(id),
                   QStringLiteral("REPORT RequestId: %1\tDuration: 80.49 ms\tBilled Duration: "
                                  "81 ms\tMemory Size: 512 MB\tMax Memory Used: 74 MB\tStatus: "
                                  "error\tError Type: %2")
                       .arg(id, type)}));
  for (std::size_t i = 1; i < view.size(); ++i) QVERIFY(view.line(i - 1).at <= view.line(i).at);
  // Where it works the second time, nothing is said of that init.
  b.run().journal.attempts[0].ending = Ending::Succeeded;
  QCOMPARE(linesOf(LogView(b.index(), std::nullopt)).size(), 6);
}

void TestLogEndings::initThatTookTooLong() {
  RunBuilder b;
  b.function("Heavy");
  b.sources();
  b.cold(0, 0, 9'999'790, 13'000'000);
  b.run().journal.environments[0].initStatus = journal::InitStatus::TimedOut;
  const QStringList lines = linesOf(LogView(b.index(), std::nullopt));
  QCOMPARE(lines[1],
           QStringLiteral("INIT_REPORT Init Duration: 9999.79 ms\tPhase: init\tStatus: timeout"));
  QVERIFY(lines.last().endsWith(
      QStringLiteral("Billed Duration: 13000 ms\tMemory Size: 512 MB\tMax Memory Used: 74 MB\t")));
}

void TestLogEndings::restoresToTheLetter() {
  RunBuilder b;
  b.function("Snap").runtime = "java21";
  b.sources();
  b.cold(0, 0, 398'970, 2'338'660);
  journal::Environment& e = b.run().journal.environments[0];
  e.restored = true;
  e.version = 72;
  const QString id = QString::fromStdString(requestUuid(1, 0));
  QStringList lines = linesOf(LogView(b.index(), std::nullopt));
  QVERIFY(lines[0].startsWith(QStringLiteral("RESTORE_START Runtime Version: java:21.v")));
  QCOMPARE(lines[1], QStringLiteral("RESTORE_REPORT Restore Duration: 398.97 ms"));
  QCOMPARE(lines[2], QStringLiteral("START RequestId: %1 Version: 72").arg(id));
  QCOMPARE(lines.last(),
           QStringLiteral("REPORT RequestId: %1\tDuration: 2338.66 ms\tBilled Duration: 2472 ms\t"
                          "Memory Size: 512 MB\tMax Memory Used: 74 MB\tRestore Duration: 398.97 "
                          "ms\tBilled Restore Duration: 133 ms\t")
               .arg(id));
  e.initStatus = journal::InitStatus::TimedOut;
  e.initUs = 1'236'040;
  lines = linesOf(LogView(b.index(), std::nullopt));
  QCOMPARE(lines[1],
           QStringLiteral("RESTORE_REPORT Restore Duration: 1236.04 ms\tStatus: timeout"));
  QVERIFY(!lines.last().contains(QStringLiteral("Restore")));
}

void TestLogEndings::initAheadOfItsRequest() {
  for (const bool provisioned : {false, true}) {
    RunBuilder b;
    b.function("Ahead");
    b.sources();
    const auto e = b.environment(0, 0, 110'100, journal::kNone);
    b.run().journal.environments[e].provisioned = provisioned;
    b.run().journal.environments[e].proactive = !provisioned;
    b.warm(e, 120'000, 3'010);
    b.warm(e, 130'000, 3'010);
    const QStringList lines = linesOf(LogView(b.index(), std::nullopt));
    QCOMPARE(lines.size(), 7);
    QVERIFY(lines[3].endsWith(QStringLiteral("Init Duration: 110.10 ms\t")));
    QVERIFY(!lines[6].contains(QStringLiteral("Init Duration")));
  }
}

void TestLogEndings::jsonOfFailuresAndRestores() {
  RunBuilder b;
  project::Function& f = b.function("Hello");
  f.logFormat = project::LogFormat::Json;
  f.systemLogLevel = project::Level::Warn;
  b.sources();
  b.cold(0, 0, 150'790, 80'490).ending = Ending::InitFailed;
  b.run().journal.environments[0].initStatus = journal::InitStatus::Failed;
  const QString id = QString::fromStdString(requestUuid(1, 0));
  const QString head =
      QStringLiteral("{\"time\":\"2026-01-05T09:00:00.%1Z\",\"type\":\"platform.%2\",");
  const QString init = QStringLiteral(
      "\"record\":{\"initializationType\":\"on-demand\",\"phase\":\"%1\",\"status\":\"error\","
      "\"errorType\":\"Runtime.Unknown\"");
  QStringList lines = linesOf(LogView(b.index(), std::nullopt));
  QCOMPARE(lines.size(), 8);
  QVERIFY(lines[0].contains(QStringLiteral("\"log_level\":\"ERROR\"")));
  QVERIFY(lines[0].contains(QStringLiteral("\"requestId\":\"\"")));
  QCOMPARE(lines[1], head.arg(QStringLiteral("150"), QStringLiteral("initRuntimeDone")) +
                         init.arg(QStringLiteral("init")) + QStringLiteral("}}"));
  QCOMPARE(lines[2], head.arg(QStringLiteral("150"), QStringLiteral("initReport")) +
                         init.arg(QStringLiteral("init")) +
                         QStringLiteral(",\"metrics\":{\"durationMs\":150.79}}}"));
  QCOMPARE(lines[5], head.arg(QStringLiteral("231"), QStringLiteral("initReport")) +
                         init.arg(QStringLiteral("invoke")) +
                         QStringLiteral(",\"metrics\":{\"durationMs\":80.49}}}"));
  QCOMPARE(lines[7],
           head.arg(QStringLiteral("231"), QStringLiteral("report")) +
               QStringLiteral("\"record\":{\"requestId\":\"%1\",\"metrics\":{\"durationMs\":"
                              "80.49,\"billedDurationMs\":81,\"memorySizeMB\":512,"
                              "\"maxMemoryUsedMB\":74},\"status\":\"error\","
                              "\"errorType\":\"Runtime.Unknown\"}}")
                   .arg(id));
  b.run().journal.environments[0].initStatus = journal::InitStatus::Succeeded;
  b.run().journal.environments[0].restored = true;
  b.run().journal.attempts[0].ending = Ending::Succeeded;
  b.run().project.functions[0].systemLogLevel = project::Level::Debug;
  lines = linesOf(LogView(b.index(), std::nullopt));
  QVERIFY(lines[0].contains(QStringLiteral("platform.restoreStart")));
  QCOMPARE(lines[1], head.arg(QStringLiteral("150"), QStringLiteral("restoreRuntimeDone")) +
                         QStringLiteral("\"record\":{\"status\":\"success\"}}"));
  QCOMPARE(lines[2], head.arg(QStringLiteral("150"), QStringLiteral("restoreReport")) +
                         QStringLiteral("\"record\":{\"status\":\"success\",\"metrics\":{"
                                        "\"durationMs\":150.79}}}"));
  QVERIFY(lines.last().contains(
      QStringLiteral("\"restoreDurationMs\":150.79,\"billedRestoreDurationMs\":51}")));
}

void TestLogEndings::payloadsOfFailures_data() {
  QTest::addColumn<QString>("runtime");
  QTest::addColumn<Ending>("ending");
  QTest::addColumn<QString>("payload");
  const auto exit = [](const char* how) {
    return QStringLiteral(
               "{\"errorType\":\"Runtime.ExitError\",\"errorMessage\":\"RequestId: %1 "
               "Error: Runtime exited with error: ") +
           QLatin1String(how) + QStringLiteral("\"}");
  };
  const QString python = QStringLiteral("python3.13");
  QTest::newRow("exit") << python << Ending::Crashed << exit("exit status 1");
  QTest::newRow("memory") << python << Ending::OutOfMemory << exit("signal: killed");
  QTest::newRow("python init")
      << python << Ending::InitFailed
      << QStringLiteral(
             "{\"errorMessage\":\"Simulated init error\",\"errorType\":\"Exception\",\"requestId\":"
             "\"\",\"stackTrace\":[\"  File "
             "\\\"/var/lang/lib/python3.13/importlib/__init__.py\\\", "
             "line 88, in import_module\\n    return _bootstrap._gcd_import(name[level:], package, "
             "level)\\n\",\"  File \\\"/var/task/lambda_function.py\\\", line 1, in <module>\\n    "
             "raise Exception(\\\"Simulated init error\\\")\\n\"]}");
  QTest::newRow("node init")
      << QStringLiteral("nodejs22.x") << Ending::InitFailed
      << QStringLiteral(
             "{\"errorType\":\"Error\",\"errorMessage\":\"Simulated init error\","
             "\"trace\":[\"Error: Simulated init error\",\"    at Object.<anonymous> "
             "(/var/task/lambda_function.js:1:1)\"]}");
  QTest::newRow("custom init") << QStringLiteral("provided.al2023") << Ending::InitFailed
                               << exit("exit status 1");
}

void TestLogEndings::payloadsOfFailures() {
  QFETCH(QString, runtime);
  QFETCH(Ending, ending);
  QFETCH(QString, payload);
  RunBuilder b;
  b.function("Hello").runtime = runtime.toStdString();
  b.sources();
  b.cold(0, 0, 0, 5'000).ending = ending;
  const CallerResult result = callerResult(*b.index(), 0, "");
  QCOMPARE(result.statusCode, 200);
  QCOMPARE(result.functionError, std::string("Unhandled"));
  const QString id = QString::fromStdString(requestUuid(1, 0));
  QCOMPARE(QString::fromStdString(result.payload),
           payload.contains(u"%1") ? payload.arg(id) : payload);
}

void TestLogEndings::refusalsAndGateways_data() {
  using project::TriggerKind;
  QTest::addColumn<TriggerKind>("trigger");
  QTest::addColumn<Decision>("decision");
  QTest::addColumn<Ending>("ending");
  QTest::addColumn<int>("status");
  QTest::addColumn<QString>("payload");
  const auto row = [](const char* name, TriggerKind trigger, Decision decision, Ending ending,
                      int status, const char* payload) {
    QTest::newRow(name) << trigger << decision << ending << status << QString::fromLatin1(payload);
  };
  row("service error", TriggerKind::Direct, Decision::ServiceError, Ending::Refused, 500,
      R"({"Type":"Service","Message":"An error occurred and the request cannot be processed."})");
  row("recursion", TriggerKind::Direct, Decision::RecursionStopped, Ending::Refused, 400,
      R"({"Type":"User","Message":"Lambda has detected your function being invoked in a recursive )"
      R"(loop with other AWS resources and stopped your function's invocation."})");
  row("gateway's own limit", TriggerKind::RestApi, Decision::GatewayThrottled, Ending::Refused, 429,
      R"({"message":"Too Many Requests"})");
  row("gateway waited too long", TriggerKind::RestApi, Decision::Warm, Ending::Succeeded, 504,
      R"({"message":"Endpoint request timed out"})");
  row("HTTP API waited too long", TriggerKind::HttpApi, Decision::Warm, Ending::Succeeded, 503,
      R"({"message":"Service Unavailable"})");
  row("function error behind a gateway", TriggerKind::RestApi, Decision::Warm, Ending::Crashed, 502,
      R"({"message": "Internal server error"})");
  row("throttle behind a gateway", TriggerKind::RestApi, Decision::ThrottledAccount,
      Ending::Throttled, 500, R"({"message": "Internal server error"})");
  row("function error behind a URL", TriggerKind::FunctionUrl, Decision::Warm, Ending::Crashed, 502,
      "\"Internal Server Error\"");
}

void TestLogEndings::refusalsAndGateways() {
  QFETCH(project::TriggerKind, trigger);
  QFETCH(Decision, decision);
  QFETCH(Ending, ending);
  QFETCH(int, status);
  QFETCH(QString, payload);
  RunBuilder b;
  b.function("Hello");
  b.sources();
  b.run().journal.sources[0].trigger = trigger;
  b.cold(0, 0, 0, 5'000);
  journal::Attempt& a =
      journal::isAdmitted(decision) ? b.warm(0, 100, 40'000'000) : b.throttled(0, 100, decision);
  a.ending = ending;
  a.abandoned = ending == Ending::Succeeded;
  const CallerResult result = callerResult(*b.index(), 1, "");
  QCOMPARE(result.statusCode, status);
  QCOMPARE(QString::fromStdString(result.payload), payload);
}

QTEST_GUILESS_MAIN(TestLogEndings)
#include "tst_log_endings.moc"
