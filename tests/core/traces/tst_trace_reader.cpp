// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <numeric>

#include "core/traces/trace_reader.h"

using namespace coldstart;
using namespace coldstart::traces;
using project::TraceSelection;

namespace {

QString qs(const std::string& text) {
  return QString::fromStdString(text);
}

using Found = Result<std::shared_ptr<const project::Trace>>;

/// Pieces of `size` bytes, so that lines are torn apart everywhere.
Found read(const QByteArray& text, TraceSelection selection, qsizetype size) {
  if (selection.file.empty()) selection.file = "trace";
  TraceReader reader(std::move(selection));
  for (qsizetype at = 0; at < text.size(); at += size) {
    const QByteArray piece = text.mid(at, size);
    if (!reader.feed({piece.constData(), static_cast<std::size_t>(piece.size())})) break;
  }
  return reader.finish();
}

Found read(const QByteArray& text, TraceSelection selection = {}) {
  return read(text, std::move(selection), 1'000'000);
}

QString shown(const project::Trace& trace) {
  QStringList parts;
  for (const Instant time : trace.times) parts << QString::number(time.us);
  return parts.join(u' ');
}

QString durations(const project::Trace& trace) {
  QStringList parts;
  for (const Duration duration : trace.durations) parts << QString::number(duration.us);
  return parts.join(u' ');
}

constexpr const char* kAlb1 =
    "https 2026-01-05T09:00:02.250000Z app/lb/1 1.2.3.4:2817 10.0.0.1:80 0.000 0.250 0.000 200 200 "
    "34 366 \"GET https://www.example.com:443/notes?id=7 HTTP/2.0\" \"curl\" - - arn \"Root\"\n";
constexpr const char* kAlb2 =
    "http 2026-01-05T09:00:01.000000Z app/lb/1 1.2.3.4:2818 - -1 -1 -1 503 - 34 366 "
    "\"POST http://www.example.com:80/orders HTTP/1.1\" \"curl\" - - arn \"Root\"\n";

QByteArray azure2019() {
  QByteArray text = "HashOwner,HashApp,HashFunction,Trigger";
  for (int minute = 1; minute <= 1440; ++minute) text += "," + QByteArray::number(minute);
  const auto row = [&](const char* function, const std::map<int, int>& counts) {
    text += "\nowner,app," + QByteArray(function) + ",http";
    for (int minute = 1; minute <= 1440; ++minute) {
      const auto found = counts.find(minute);
      text += "," + QByteArray::number(found == counts.end() ? 0 : found->second);
    }
  };
  row("aaaaaaaa11", {{1, 3}, {3, 2}});
  row("bbbbbbbb22", {{2, 10}, {1440, 1}});
  return text + "\n";
}

}  // namespace

class TestTraceReader : public QObject {
  Q_OBJECT
 private slots:
  void readsEveryFormat_data();
  void readsEveryFormat();
  void selects_data();
  void selects();
  void playsDurations();
  void countsByTheMinute();
  void refuses_data();
  void refuses();
  void survivesHostileText();
};

void TestTraceReader::readsEveryFormat_data() {
  QTest::addColumn<QByteArray>("text");
  QTest::addColumn<QString>("times");  // µs since the beginning.
  const auto row = [](const char* name, const QByteArray& text, const char* times) {
    QTest::newRow(name) << text << QString::fromLatin1(times);
  };
  row("seconds", "0.25\n1.5\n12\n", "250000 1500000 12000000");
  row("a heading, comments, Windows", "seconds,what\r\n# hi\r\n1.5,x\r\n0.25\r\n2m\r\n",
      "250000 1500000 120000000");
  row("milliseconds by heading", "time_ms;x\n250;1\n1500;2\n", "250000 1500000");
  row("milliseconds since 1970", "1767603600250\n1767603601000\n", "0 750000");
  row("seconds since 1970", "1767603600\n1767603601.5\n", "0 1500000");
  row("microseconds since 1970", "1767603600000000\n1767603600000007\n", "0 7");
  row("nanoseconds since 1970", "1767603600000000000\n1767603600000007000\n", "0 7");
  row("units", "250ms\n1.5s\n", "250000 1500000");
  row("ISO 8601", "2026-01-05T09:00:01Z\n2026-01-05T09:00:00.5Z\n", "0 500000");
  row("offset", "2026-01-05T10:00:01+01:00\n2026-01-05T09:00:00.5Z\n", "0 500000");
  row("date and time", "when\n2026-01-05 09:00:01\n2026-01-05 09:00:03\n", "0 2000000");
  row("time in another column", "name\ttimestamp\na\t3\nb\t4\n", "3000000 4000000");
  row("quotation marks", "\"id\",\"time\"\n\"a,b\",\"2\"\n", "2000000");
  row("byte order mark, no last line end",
      "\xEF\xBB\xBF"
      "1\n2",
      "1000000 2000000");
  row("Azure 2021", "app,func,end_timestamp,duration\na,f,10.5,0.5\na,g,10.25,2\n",
      "8250000 10000000");
  row("load balancer", QByteArray(kAlb1) + kAlb2, "0 1000000");
  row("API, CLF",
      "1.2.3.4 - - [05/Jan/2026:10:00:02 +0100] \"GET /notes HTTP/1.1\" 200 85 id1\n"
      "1.2.3.4 - - [05/Jan/2026:09:00:00 +0000] \"GET /notes HTTP/1.1\" 200 85 id2\n",
      "0 2000000");
  row("API, JSON",
      R"({"requestId":"a","requestTime":"05/Jan/2026:09:00:00 +0000","httpMethod":"GET","resourcePath":"/a"})"
      "\n"
      R"({"requestId":"b","requestTimeEpoch":"1767603601250","routeKey":"GET /a"})",
      "0 1250000");
  row("API, CSV",
      "1.2.3.4,-,-,05/Jan/2026:09:00:00 +0000,GET,/notes,HTTP/1.1,200,85,id1\n"
      "1.2.3.4,-,-,05/Jan/2026:09:00:01 +0000,GET,/notes,HTTP/1.1,200,85,id2\n",
      "0 1000000");
  row("REPORT, tail",
      "2026-01-05T09:00:01.000Z 2026/01/05/[$LATEST]ab START RequestId: 1 Version: $LATEST\n"
      "2026-01-05T09:00:02.000Z 2026/01/05/[$LATEST]ab REPORT RequestId: 1\tDuration: 500.00 ms\t"
      "Billed Duration: 610 ms\tMemory Size: 128 MB\tMax Memory Used: 36 MB\tInit Duration: 110.00 "
      "ms\t\n"
      "2026-01-05T09:00:03.000+00:00 2026/01/05/[$LATEST]ab REPORT RequestId: 2\tDuration: 10.00 "
      "ms\tBilled Duration: 10 ms\tMemory Size: 128 MB\tMax Memory Used: 36 MB\t\n",
      "0 1600000");
  row("REPORT, JSON lines",
      R"({"time":"2026-01-05T09:00:01.500Z","type":"platform.report","record":{"requestId":"1","metrics":{"durationMs":500.0,"billedDurationMs":500,"memorySizeMB":128,"maxMemoryUsedMB":36},"status":"success"}})"
      "\n"
      R"({"timestamp":1767603602000,"message":"REPORT RequestId: 2\tDuration: 100.00 ms\tBilled Duration: 100 ms\t"})",
      "0 900000");
  row("REPORT, filter-log-events",
      "{\n    \"events\": [\n        {\n            \"logStreamName\": \"s\",\n            "
      "\"timestamp\": 1767603602000,\n            \"message\": \"REPORT RequestId: 2\\tDuration: "
      "100.00 ms\\tBilled Duration: 100 ms\\t\\n\"\n        },\n        {\"timestamp\": "
      "1767603603000, \"message\": \"REPORT RequestId: 3\\tDuration: 100.00 ms\\t\"}\n    ],\n    "
      "\"searchedLogStreams\": []\n}\n",
      "0 1000000");
}

void TestTraceReader::readsEveryFormat() {
  QFETCH(QByteArray, text);
  QFETCH(QString, times);
  for (const qsizetype size : {1'000'000, 7, 1}) {
    const Found trace = read(text, {}, size);
    QVERIFY2(trace, trace ? "" : trace.error().english().c_str());
    QCOMPARE(shown(**trace), times);
  }
}

void TestTraceReader::selects_data() {
  QTest::addColumn<QByteArray>("text");
  QTest::addColumn<QString>("function");
  QTest::addColumn<QString>("from");
  QTest::addColumn<QString>("to");
  QTest::addColumn<qlonglong>("scale");
  QTest::addColumn<QString>("times");
  const QByteArray azure =
      "app,func,end_timestamp,duration\na,hash-f,10,0\na,hash-g,11,0\na,hash-g,13,0\n";
  const auto row = [](const char* name, const QByteArray& text, const char* function,
                      const char* from, const char* to, qlonglong scale, const char* times) {
    QTest::newRow(name) << text << QString::fromLatin1(function) << QString::fromLatin1(from)
                        << QString::fromLatin1(to) << scale << QString::fromLatin1(times);
  };
  row("all", azure, "", "", "", 1'000'000, "10000000 11000000 13000000");
  row("by name", azure, "hash-f", "", "", 1'000'000, "10000000");
  row("by its beginning", azure, "hash-g", "", "", 1'000'000, "11000000 13000000");
  row("the busiest", azure, "1", "", "", 1'000'000, "11000000 13000000");
  row("the second", azure, "2", "", "", 1'000'000, "10000000");
  row("from", azure, "", "11s", "", 1'000'000, "0 2000000");
  row("to", azure, "", "", "13s", 1'000'000, "10000000 11000000");
  row("twice as fast", azure, "", "10s", "", 2'000'000, "0 500000 1500000");
  row("half as fast", azure, "", "10s", "", 500'000, "0 2000000 6000000");
  row("a route", QByteArray(kAlb1) + kAlb2, "GET /notes", "", "", 1'000'000, "0");
  row("of the calendar", "2026-01-05T09:00:00Z\n2026-01-05T09:00:05Z\n2026-01-05T09:00:09Z\n", "",
      "2026-01-05T09:00:04Z", "2026-01-05T09:00:09Z", 1'000'000, "1000000");
  row("since its first request", "2026-01-05T09:00:00Z\n2026-01-05T09:00:05Z\n", "", "4s", "",
      1'000'000, "1000000");
}

void TestTraceReader::selects() {
  QFETCH(QByteArray, text);
  QFETCH(QString, function);
  QFETCH(QString, from);
  QFETCH(QString, to);
  QFETCH(qlonglong, scale);
  QFETCH(QString, times);
  const Found trace = read(text, {"trace", "", function.toStdString(), from.toStdString(),
                                  to.toStdString(), scale, false});
  QVERIFY2(trace, trace ? "" : trace.error().english().c_str());
  QCOMPARE(shown(**trace), times);
}

void TestTraceReader::playsDurations() {
  TraceSelection selection;
  selection.playDurations = true;
  selection.scaleMillionths = 2'000'000;
  const Found azure = read("app,func,end_timestamp,duration\na,f,10.5,0.5\na,g,10,2\n", selection);
  QVERIFY(azure);
  QCOMPARE(shown(**azure), QStringLiteral("4000000 5000000"));
  QCOMPARE(durations(**azure), QStringLiteral("2000000 500000"));  // Work is not sped up.
  const Found times = read("timestamp,duration_ms\n1,250\n2,10.5\n", selection);
  QVERIFY(times);
  QCOMPARE(durations(**times), QStringLiteral("250000 10500"));
}

void TestTraceReader::countsByTheMinute() {
  const auto of = [](const char* function, const char* from = "", const char* to = "") {
    return read(azure2019(), {"t", "", function, from, to, 1'000'000, false}, 1'000);
  };
  const auto sum = [](const project::Trace& trace) {
    return std::accumulate(trace.counts.begin(), trace.counts.end(), 0U);
  };
  const Found all = of("");
  QVERIFY2(all, all ? "" : all.error().english().c_str());
  QCOMPARE((*all)->counts.size(), std::size_t{1'440});
  QCOMPARE(sum(**all), 16U);
  QCOMPARE((*all)->bin.us, 60'000'000);
  QVERIFY((*all)->times.empty());
  QCOMPARE(sum(**of("1")), 11U);
  QCOMPARE(sum(**of("2")), 5U);
  QCOMPARE(sum(**of("aaaaaa")), 5U);
  const Found cut = of("1", "90s", "1h");
  QCOMPARE((*cut)->firstBin.us, -90'000'000);
  QCOMPARE((*cut)->end.us, 3'510'000'000);
}

void TestTraceReader::refuses_data() {
  QTest::addColumn<QByteArray>("text");
  QTest::addColumn<QString>("function");
  QTest::addColumn<QString>("from");
  QTest::addColumn<QString>("sentence");
  const auto row = [](const char* name, const QByteArray& text, const char* function,
                      const char* from, const char* sentence) {
    QTest::newRow(name) << text << QString::fromLatin1(function) << QString::fromLatin1(from)
                        << QString::fromUtf8(sentence);
  };
  row("no moment", "id,time\na,1\nb,soon\n", "", "", "t.csv:3:3: \"soon\" is not a moment.");
  row("empty", "", "", "", "t.csv: There is no request in this file.");
  row("only a heading", "time\n", "", "", "t.csv: There is no request in this file.");
  row("no such function", "app,func,end_timestamp,duration\na,f,1,0\n", "nothing", "",
      "t.csv: The trace has no function \"nothing\".");
  row("no such rank", "app,func,end_timestamp,duration\na,f,1,0\n", "2", "",
      "t.csv: The trace has 1 functions, so there is no number 2.");
  row("azure column", "app,func,end_timestamp,duration\na,f,x,0\n", "", "",
      "t.csv:2:5: \"x\" is not a number where the Azure trace has one.");
  row("azure too short", "app,func,end_timestamp,duration\na,f\n", "", "",
      "t.csv:2:1: The line has 2 columns, but this format has at least 4.");
  row("azure durations",
      "HashOwner,HashApp,HashFunction,Average,Count,Minimum,Maximum,p0,p1,p25,p50,p75,p99,p100\n"
      "o,a,f,1,1,1,1,1,1,1,1,1,1,1\n",
      "", "", "t.csv: This file of the Azure trace has durations or memory but no arrivals.");
  row("load balancer", QByteArray(kAlb1) + "http soon x\n", "", "",
      "t.csv:2:6: This is no line of a load balancer's access log");
  row("API", "{\"requestTime\":\"05/Jan/2026:09:00:00 +0000\"}\n{\"x\":1}\n", "", "",
      "t.csv:2:1: This line of an API's access log has no time.");
  row("REPORT without times", "REPORT RequestId: 1\tDuration: 5.00 ms\t\n", "", "",
      "t.csv: These REPORT lines have no time.");
  row("REPORT without a duration", "x REPORT RequestId: 1\tBilled\t\n", "", "",
      "t.csv:1:3: This REPORT line has no duration");
  row("no JSON",
      "{\n \"events\": [\n {\"timestamp\": 1, \"message\": \"REPORT RequestId: 1 "
      "Duration: 1.0 ms\"},\n ]}\n",
      "", "", "t.csv:4:2: From here on the text is no JSON.");
  row("from", "1\n2\n", "", "tomorrow", "t.csv: \"tomorrow\" is no place in this trace.");
  row("after the end", "1\n2\n", "", "1h", "t.csv: No request of the trace lies between");
}

void TestTraceReader::refuses() {
  QFETCH(QByteArray, text);
  QFETCH(QString, function);
  QFETCH(QString, from);
  QFETCH(QString, sentence);
  for (const qsizetype size : {1'000'000, 3}) {
    const Found trace =
        read(text, {"t.csv", "", function.toStdString(), from.toStdString(), "", 1'000'000, false},
             size);
    QVERIFY(!trace);
    QVERIFY2(qs(trace.error().english()).startsWith(sentence), trace.error().english().c_str());
  }
  const Found format = read("1\n", {"t.csv", "Azure2020", "", "", "", 1'000'000, false});
  QVERIFY(!format && qs(format.error().english()).contains(QStringLiteral("\"Azure2020\" is no")));
}

void TestTraceReader::survivesHostileText() {
  QVERIFY(!read(QByteArray(5'000'000, 'x')));
  QVERIFY(!read(QByteArray(200'000, '{')));
  QVERIFY(!read(QByteArray(200'000, '[')));
  QVERIFY(!read(QByteArray(1'000, '\0')));
  QVERIFY(!read("-\n"));
  QVERIFY(read("1e3\n"));
  QVERIFY(!read("1e999\n"));
  QVERIFY(!read("9223372036854775807\n99999999999999999999\n"));
  QVERIFY(!read("2026-99-99T00:00:00Z\n"));
  QVERIFY(!read("\"\n\"\n"));
}

QTEST_APPLESS_MAIN(TestTraceReader)
#include "tst_trace_reader.moc"
