// SPDX-License-Identifier: GPL-3.0-or-later
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

#include "core/base/identifiers.h"
#include "core/observe/log_text.h"
#include "core/observe/logs.h"
#include "tests/support/run_builder.h"

using namespace coldstart;
using namespace coldstart::observe;
using journal::Decision;
using journal::Ending;
using tests::RunBuilder;

class TestLogs : public QObject {
  Q_OBJECT
 private slots:
  void platformLinesToTheLetter();
  void billedDurationOfRealLogs_data();
  void billedDurationOfRealLogs();
  void timeoutInBothStyles();
  void handlerErrors_data();
  void handlerErrors();
  void jsonLinesByLevel_data();
  void jsonLinesByLevel();
  void handlerLinesCarryTheRequestId();
  void namesOfGroupsAndStreams();
  void viewsKeepOrderAndFindAttempts();
  void everyLineIsTheSameAloneAndInARow();
  void bytesEqualTheRenderedLines_data();
  void bytesEqualTheRenderedLines();
  void exportedRowsAreTheLines();
  void anEnvironmentThatServedNothingStillInitialised();
  void filterPatterns_data();
  void filterPatterns();
  void refusesPatternsItCannotRead();
  void whatTheCallerGets();
};

namespace {

QStringList linesOf(const LogView& view) {
  QStringList lines;
  for (std::size_t i = 0; i < view.size(); ++i) lines << QString::fromStdString(view.line(i).text);
  return lines;
}

/// One function, one cold and one warm request.
RunBuilder coldThenWarm() {
  RunBuilder b;
  b.function("Thumbnail");
  b.sources();
  b.cold(0, 250, 210'100, 412'350);
  b.warm(0, 2'720, 86'900);
  return b;
}

}  // namespace

void TestLogs::platformLinesToTheLetter() {
  RunBuilder b = coldThenWarm();
  const auto index = b.index();
  const QStringList lines = linesOf(LogView(index, std::nullopt));
  const QString first = QString::fromStdString(requestUuid(1, 0));
  const QString second = QString::fromStdString(requestUuid(1, 1));
  QCOMPARE(lines.size(), 7);
  static const QRegularExpression initStart(
      QStringLiteral("^INIT_START Runtime Version: python:3\\.13\\.v\\d+\tRuntime Version ARN: "
                     "arn:aws:lambda:us-east-1::runtime:[0-9a-f]{64}$"));
  QVERIFY2(initStart.match(lines[0]).hasMatch(), qPrintable(lines[0]));
  QCOMPARE(lines[1], QStringLiteral("START RequestId: %1 Version: $LATEST").arg(first));
  QCOMPARE(lines[2], QStringLiteral("END RequestId: %1").arg(first));
  QCOMPARE(lines[3],
           QStringLiteral("REPORT RequestId: %1\tDuration: 412.35 ms\tBilled Duration: 623 ms\t"
                          "Memory Size: 512 MB\tMax Memory Used: 74 MB\tInit Duration: 210.10 ms\t")
               .arg(first));
  QCOMPARE(lines[6], QStringLiteral("REPORT RequestId: %1\tDuration: 86.90 ms\tBilled Duration: 87 "
                                    "ms\tMemory Size: 512 MB\tMax Memory Used: 74 MB\t")
                         .arg(second));
  const LogView view(index, std::nullopt);
  QCOMPARE(formatIso8601Millis(index->run().wall(view.line(0).at)),
           std::string("2026-01-05T09:00:00.250Z"));
  QCOMPARE(view.line(1).at.us, qint64{460'100});
  QCOMPARE(view.line(3).at.us, qint64{872'450});
}

void TestLogs::billedDurationOfRealLogs_data() {
  QTest::addColumn<qint64>("durationUs");
  QTest::addColumn<qint64>("initUs");
  QTest::addColumn<QString>("text");
  QTest::newRow("3.01 + 110.10") << qint64{3'010} << qint64{110'100}
                                 << QStringLiteral("Duration: 3.01 ms\tBilled Duration: 114 ms");
  QTest::newRow("17.21 + 80.52") << qint64{17'210} << qint64{80'520}
                                 << QStringLiteral("Duration: 17.21 ms\tBilled Duration: 98 ms");
  QTest::newRow("1233.96 + 463.512")
      << qint64{1'233'960} << qint64{463'512}
      << QStringLiteral("Duration: 1233.96 ms\tBilled Duration: 1698 ms");
  QTest::newRow("3016.78 + 84.00")
      << qint64{3'016'780} << qint64{84'000}
      << QStringLiteral("Duration: 3016.78 ms\tBilled Duration: 3101 ms");
  QTest::newRow("half a hundredth rounds up")
      << qint64{1'005} << qint64{0} << QStringLiteral("Duration: 1.01 ms\tBilled Duration: 2 ms");
}

void TestLogs::billedDurationOfRealLogs() {
  QFETCH(qint64, durationUs);
  QFETCH(qint64, initUs);
  QFETCH(QString, text);
  RunBuilder b;
  b.function("Hello", 128);
  b.sources();
  b.cold(0, 0, initUs, durationUs);
  QVERIFY(linesOf(LogView(b.index(), std::nullopt)).last().contains(text));
}

void TestLogs::timeoutInBothStyles() {
  for (const bool classic : {false, true}) {
    RunBuilder b;
    b.function("Export", 1'536).timeout = Duration::seconds(600);
    b.sources();
    b.cold(0, 0, 476'750, 600'000'000).ending = Ending::TimedOut;
    b.run().project.classicLogStyle = classic;
    const QStringList lines = linesOf(LogView(b.index(), std::nullopt));
    const QString id = QString::fromStdString(requestUuid(1, 0));
    const QString report = QStringLiteral(
                               "REPORT RequestId: %1\tDuration: 600000.00 ms\tBilled Duration: "
                               "600477 ms\tMemory Size: 1536 MB\tMax Memory Used: 74 MB\tInit "
                               "Duration: 476.75 ms\t")
                               .arg(id);
    if (!classic) {
      QCOMPARE(lines.last(), report + QStringLiteral("Status: timeout"));
    } else {
      QCOMPARE(lines[lines.size() - 2], report);
      QCOMPARE(lines.last(),
               QStringLiteral("2026-01-05T09:10:00.476Z %1 Task timed out after 600.00 seconds\n")
                   .arg(id));
    }
  }
}

void TestLogs::handlerErrors_data() {
  QTest::addColumn<QString>("runtime");
  QTest::addColumn<QString>("line");
  QTest::newRow("python")
      << QStringLiteral("python3.13")
      << QStringLiteral(
             "[ERROR] Exception: Simulated handler error\rTraceback (most recent call "
             "last):\r\u00A0\u00A0File \"/var/task/lambda_function.py\", line 1, in "
             "lambda_handler\r\u00A0\u00A0\u00A0\u00A0raise Exception(\"Simulated handler "
             "error\")");
  QTest::newRow("node")
      << QStringLiteral("nodejs22.x")
      << QStringLiteral(
             "2026-01-05T09:00:00.015Z\t%1\tERROR\tInvoke Error "
             "\t{\"errorType\":\"Error\",\"errorMessage\":\"Simulated handler "
             "error\",\"stack\":[\"Error: Simulated handler error\",\"    at Runtime.handler "
             "(/var/task/lambda_function.js:1:1)\"]}");
}

void TestLogs::handlerErrors() {
  QFETCH(QString, runtime);
  QFETCH(QString, line);
  RunBuilder b;
  b.function("Hello").runtime = runtime.toStdString();
  b.sources();
  b.cold(0, 0, 10'000, 5'000).ending = Ending::HandlerError;
  const QStringList lines = linesOf(LogView(b.index(), std::nullopt));
  QCOMPARE(lines.size(), 5);
  const QString id = QString::fromStdString(requestUuid(1, 0));
  QCOMPARE(lines[2], line.contains(u"%1") ? line.arg(id) : line);
  QVERIFY(lines[4].startsWith(QStringLiteral("REPORT ")));
}

void TestLogs::jsonLinesByLevel_data() {
  QTest::addColumn<int>("level");
  QTest::addColumn<bool>("failed");
  QTest::addColumn<QStringList>("types");
  const auto type = [](const char* name) {
    return QStringLiteral("platform.") + QLatin1String(name);
  };
  const int debug = static_cast<int>(project::Level::Debug);
  const int info = static_cast<int>(project::Level::Info);
  const int warn = static_cast<int>(project::Level::Warn);
  QTest::newRow("debug") << debug << false
                         << QStringList{type("initStart"),   type("initRuntimeDone"),
                                        type("initReport"),  type("start"),
                                        type("runtimeDone"), type("report")};
  QTest::newRow("info") << info << false
                        << QStringList{type("initStart"), type("start"), type("report")};
  QTest::newRow("warn") << warn << false << QStringList{};
  QTest::newRow("warn, timed out")
      << warn << true << QStringList{type("runtimeDone"), type("report")};
}

void TestLogs::jsonLinesByLevel() {
  QFETCH(int, level);
  QFETCH(bool, failed);
  QFETCH(QStringList, types);
  RunBuilder b;
  project::Function& f = b.function("Hello");
  f.logFormat = project::LogFormat::Json;
  f.systemLogLevel = static_cast<project::Level>(level);
  b.sources();
  b.cold(0, 0, 463'512, 1'233'960).ending = failed ? Ending::TimedOut : Ending::Succeeded;
  QStringList seen;
  for (const QString& line : linesOf(LogView(b.index(), std::nullopt))) {
    const QJsonObject json = QJsonDocument::fromJson(line.toUtf8()).object();
    QVERIFY2(!json.isEmpty(), qPrintable(line));
    seen << json.value(u"type").toString();
    if (seen.last() != QStringLiteral("platform.report")) continue;
    const QString id = QString::fromStdString(requestUuid(1, 0));
    QCOMPARE(line,
             QStringLiteral("{\"time\":\"2026-01-05T09:00:01.697Z\",\"type\":\"platform.report\","
                            "\"record\":{\"requestId\":\"%1\",\"metrics\":{\"durationMs\":1233.96,"
                            "\"billedDurationMs\":1698,\"memorySizeMB\":512,\"maxMemoryUsedMB\":74,"
                            "\"initDurationMs\":463.512},\"status\":\"%2\"}}")
                 .arg(id, failed ? QStringLiteral("timeout") : QStringLiteral("success")));
  }
  QCOMPARE(seen, types);
}

void TestLogs::handlerLinesCarryTheRequestId() {
  RunBuilder b;
  project::Function& f = b.function("Hello");
  f.work.logLines = {"hello %requestId", "bye"};
  b.sources();
  b.cold(0, 0, 0, 3'000);
  const QString id = QString::fromStdString(requestUuid(1, 0));
  QStringList lines = linesOf(LogView(b.index(), std::nullopt));
  QCOMPARE(lines[2], QStringLiteral("hello ") + id);
  QCOMPARE(lines[3], QStringLiteral("bye"));
  b.run().project.functions[0].runtime = "nodejs22.x";
  lines = linesOf(LogView(b.index(), std::nullopt));
  QCOMPARE(lines[2], QStringLiteral("2026-01-05T09:00:00.001Z\t%1\tINFO\thello %1").arg(id));
  b.run().project.functions[0].logFormat = project::LogFormat::Json;
  lines = linesOf(LogView(b.index(), std::nullopt));
  QCOMPARE(lines[3],
           QStringLiteral("{\"timestamp\":\"2026-01-05T09:00:00.002Z\",\"level\":\"INFO\","
                          "\"requestId\":\"%1\",\"message\":\"bye\"}")
               .arg(id));
}

void TestLogs::namesOfGroupsAndStreams() {
  RunBuilder b = coldThenWarm();
  QCOMPARE(logGroupName(b.run(), 0), std::string("/aws/lambda/Thumbnail"));
  QCOMPARE(logStreamName(b.run(), 0), "2026/01/05/[$LATEST]" + logStreamHex(1, 0));
  b.run().journal.environments[0].version = 1;
  QCOMPARE(logStreamName(b.run(), 0), "2026/01/05/[1]" + logStreamHex(1, 0));
  b.run().project.functions[0].logGroup = "/shared";
  QCOMPARE(logGroupName(b.run(), 0), std::string("/shared"));
  QCOMPARE(logStreamName(b.run(), 0), "2026/01/05/Thumbnail[1]" + logStreamHex(1, 0));
}

void TestLogs::viewsKeepOrderAndFindAttempts() {
  RunBuilder b;
  b.function("A");
  b.function("B");
  b.sources();
  b.cold(0, 0, 1'000, 50'000);
  b.cold(1, 10, 1'000, 5'000);
  b.throttled(0, 20, Decision::ThrottledAccount);
  b.warm(0, 100, 5'000);
  const auto index = b.index();
  const LogView all(index, std::nullopt);
  QCOMPARE(all.size(), std::size_t{11});
  QCOMPARE(all.firstLineOf(0), std::optional<std::size_t>(0));
  QCOMPARE(all.firstLineOf(1), std::optional<std::size_t>(4));
  QVERIFY(!all.firstLineOf(2));  // A throttled request never ran: it has no line.
  QCOMPARE(all.firstLineOf(3), std::optional<std::size_t>(8));
  QCOMPARE(all.linesBy(Instant{50'000}), std::size_t{8});
  QCOMPARE(all.linesBy(Instant{-1}), std::size_t{0});
  const LogView onlyB(index, 1);
  QCOMPARE(onlyB.size(), std::size_t{4});
  QCOMPARE(onlyB.firstLineOf(1), std::optional<std::size_t>(0));
  QVERIFY(!onlyB.firstLineOf(0));
  QCOMPARE(onlyB.linesBy(Instant{5'000}), std::size_t{0});
  const LogView stream = LogView::stream(index, 0);
  QCOMPARE(stream.size(), std::size_t{7});
  QCOMPARE(stream.firstLineOf(3), std::optional<std::size_t>(4));
  QCOMPARE(stream.linesOf(3), std::size_t{3});
}

void TestLogs::everyLineIsTheSameAloneAndInARow() {
  RunBuilder b;
  b.function("A").work.logLines = {"one"};
  b.sources();
  b.cold(0, 0, 1'000, 1'000);
  for (int i = 1; i < 300; ++i) {
    if (i % 7 == 0)
      b.throttled(0, i * 10, Decision::ThrottledReserved);
    else
      b.warm(0, i * 10, 1'000 + i).ending = i % 5 == 0 ? Ending::HandlerError : Ending::Succeeded;
  }
  const LogView view(b.index(), std::nullopt);
  std::size_t expected = 130;
  view.visit(130, view.size(), [&](std::size_t i, const LogLine& line) {
    const LogLine alone = view.line(i);
    const bool same = i == expected && alone.text == line.text && alone.at == line.at &&
                      alone.attempt == line.attempt;
    ++expected;
    return same;
  });
  QCOMPARE(expected, view.size());
}

void TestLogs::bytesEqualTheRenderedLines_data() {
  QTest::addColumn<QString>("runtime");
  QTest::addColumn<int>("format");
  QTest::addColumn<int>("level");
  QTest::addColumn<bool>("classic");
  for (const bool classic : {false, true}) {
    for (const char* runtime : {"python3.13", "nodejs22.x", "java21"}) {
      QTest::addRow("%s text classic=%d", runtime, classic)
          << QString::fromLatin1(runtime) << 0 << 2 << classic;
      for (int level = 1; level <= 3; ++level)
        QTest::addRow("%s json level %d classic=%d", runtime, level, classic)
            << QString::fromLatin1(runtime) << 1 << level << classic;
    }
  }
}

void TestLogs::bytesEqualTheRenderedLines() {
  QFETCH(QString, runtime);
  QFETCH(int, format);
  QFETCH(int, level);
  QFETCH(bool, classic);
  RunBuilder b;
  project::Function& f = b.function("Grüße");
  f.runtime = runtime.toStdString();
  f.logFormat = static_cast<project::LogFormat>(format);
  f.systemLogLevel = static_cast<project::Level>(level);
  f.work.logLines = {"saw %requestId", "tschüß \"x\""};
  b.sources();
  b.run().project.classicLogStyle = classic;
  const std::int64_t durations[] = {0,     1,      10,      95,        999,       1'000,
                                    1'004, 99'995, 999'999, 1'000'000, 3'210'500, 900'000'000};
  const std::array endings{Ending::TimedOut, Ending::HandlerError, Ending::Running,
                           Ending::Crashed,  Ending::OutOfMemory,  Ending::InitFailed};
  int n = 0;
  for (const std::int64_t duration : durations) {
    b.cold(0, n * 1'000'000, duration, duration).ending =
        n % 2 == 0 ? Ending::Succeeded : Ending::InitFailed;
    journal::Environment& e = b.run().journal.environments.back();
    e.initStatus = static_cast<journal::InitStatus>(n % 3);
    e.restored = n % 4 == 3;
    e.provisioned = n % 4 == 2;
    e.version = static_cast<std::uint8_t>(n * 20) & 0x7F;
    b.warm(static_cast<std::uint32_t>(n), n * 1'000'000 + 999'000, duration).ending =
        endings[static_cast<std::size_t>(n) % endings.size()];
    ++n;
  }
  const auto index = b.index();
  const LogText text(*index);
  for (std::uint32_t a = 0; a < index->attempts().size(); ++a) {
    Letters rendered;
    for (const LogSlot slot : text.linesOf(a)) {
      text.render(a, slot, rendered);
      rendered += '\n';
    }
    QCOMPARE(text.bytes(a), static_cast<std::int64_t>(rendered.size()));
  }
}

/// What an export writes is what the lines say, from wherever it begins.
void TestLogs::exportedRowsAreTheLines() {
  RunBuilder b;
  b.function("Hello").work.logLines = {"one %requestId", "two"};
  b.function("Other").logFormat = project::LogFormat::Json;
  b.sources();
  for (int i = 0; i < 100; ++i) b.cold(static_cast<std::uint16_t>(i % 2), i * 10, 90'000, 20'123);
  const auto index = b.index();
  const LogView view(index, std::nullopt);
  QVERIFY(view.size() > 300);
  for (const std::size_t from : {std::size_t{0}, std::size_t{1}, std::size_t{255}}) {
    std::string timed;
    std::string ofStream;
    for (std::size_t i = from; i < std::min(from + 40, view.size()); ++i) {
      const LogLine line = view.line(i);
      const std::string time = formatIso8601Millis(index->run().wall(line.at));
      timed += time + '\t' + line.text + '\n';
      ofStream +=
          time + ' ' + logStreamName(index->run(), line.environment) + ' ' + line.text + '\n';
    }
    Letters rows;
    view.append(from, from + 40, LogRow::Timed, rows);
    QCOMPARE(QString::fromStdString(std::string(rows.text())), QString::fromStdString(timed));
    rows.clear();
    view.append(from, from + 40, LogRow::OfStream, rows);
    QCOMPARE(QString::fromStdString(std::string(rows.text())), QString::fromStdString(ofStream));
  }
}

void TestLogs::anEnvironmentThatServedNothingStillInitialised() {
  RunBuilder b;
  b.function("Hello").provisioned = 1;
  b.sources();
  b.environment(0, 0, 150'790, journal::kNone);
  const LogView view = LogView::stream(b.index(), 0);
  QCOMPARE(view.size(), std::size_t{1});
  QVERIFY(view.line(0).text.starts_with("INIT_START Runtime Version: python:3.13."));
  QCOMPARE(view.linesBy(Instant{0}), std::size_t{1});
}

void TestLogs::filterPatterns_data() {
  QTest::addColumn<QString>("pattern");
  QTest::addColumn<QString>("line");
  QTest::addColumn<bool>("matches");
  const auto row = [](const char* name, const char* pattern, const char* line, bool matches) {
    QTest::newRow(name) << QString::fromUtf8(pattern) << QString::fromUtf8(line) << matches;
  };
  row("empty matches all", "", "anything", true);
  row("blank matches all", "  ", "anything", true);
  row("case counts", "ERROR", "an error", false);
  row("all terms", "ERROR Exception", "ERROR: Exception raised", true);
  row("one term missing", "ERROR Exception", "ERROR: timeout", false);
  row("any term", "?ERROR ?WARN", "WARN: slow", true);
  row("no term of any", "?ERROR ?WARN", "INFO: fine", false);
  row("any is ignored beside all", "?WARN ERROR", "ERROR alone", true);
  row("excluded", "ERROR -Timeout", "ERROR Timeout", false);
  row("not excluded", "ERROR -Timeout", "ERROR Other", true);
  row("phrase", "\"two words\"", "here are two words", true);
  row("phrase is exact", "\"two words\"", "two other words", false);
  row("excluded phrase", "-\"Init Duration\" REPORT", "REPORT … Init Duration: 2 ms", false);
  row("quoted quotation mark", "\"say \\\"hi\\\"\"", "say \"hi\"", true);
}

void TestLogs::filterPatterns() {
  QFETCH(QString, pattern);
  QFETCH(QString, line);
  QFETCH(bool, matches);
  const auto read = FilterPattern::parse(pattern.toStdString());
  QVERIFY(read);
  QCOMPARE(read->matches(line.toStdString()), matches);
}

void TestLogs::refusesPatternsItCannotRead() {
  QVERIFY(!FilterPattern::parse("{ $.level = \"ERROR\" }"));
  QVERIFY(!FilterPattern::parse("[ip, user]"));
  const auto open = FilterPattern::parse("\"no end");
  QVERIFY(!open);
  QVERIFY(open.error().text.english().find("no end") != std::string::npos);
}

void TestLogs::whatTheCallerGets() {
  RunBuilder b;
  b.function("Hello").timeout = Duration::seconds(1);
  b.sources();
  b.cold(0, 0, 0, 5'000);
  b.warm(0, 100, 1'000'000).ending = Ending::TimedOut;
  b.warm(0, 5'000, 5'000).ending = Ending::HandlerError;
  b.throttled(0, 6'000, Decision::ThrottledReserved);
  b.warm(0, 7'000, 5'000).source = 1;
  const auto index = b.index();
  const auto result = [&](std::uint32_t i) { return callerResult(*index, i, "{\"ok\":true}"); };
  QCOMPARE(result(0).statusCode, 200);
  QCOMPARE(result(0).payload, std::string("{\"ok\":true}"));
  QCOMPARE(callerResult(*index, 0, "").payload, std::string("null"));
  QCOMPARE(result(1).functionError, std::string("Unhandled"));
  QCOMPARE(result(1).payload, R"({"errorType":"Sandbox.Timedout","errorMessage":"RequestId: )" +
                                  requestUuid(1, 1) +
                                  " Error: Task timed out after 1.00 seconds\"}");
  QCOMPARE(result(2).statusCode, 200);
  const QJsonObject error =
      QJsonDocument::fromJson(QByteArray::fromStdString(result(2).payload)).object();
  QCOMPARE(error.keys(), (QStringList{QStringLiteral("errorMessage"), QStringLiteral("errorType"),
                                      QStringLiteral("requestId"), QStringLiteral("stackTrace")}));
  QCOMPARE(result(3).statusCode, 429);
  QCOMPARE(result(3).payload,
           std::string(R"({"Reason":"ReservedFunctionConcurrentInvocationLimitExceeded",)"
                       R"("Type":"User","message":"Rate Exceeded."})"));
  QCOMPARE(result(4).statusCode, 202);
  QVERIFY(result(4).payload.empty());
}

QTEST_GUILESS_MAIN(TestLogs)
#include "tst_logs.moc"
