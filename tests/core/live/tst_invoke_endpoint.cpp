// SPDX-License-Identifier: GPL-3.0-or-later
// The Invoke API over a socket: types, statuses, headers, and who may call. (facts 4.1)
#include <QRegularExpression>
#include <QTcpSocket>
#include <QTest>
#include <QUrl>
#include <QtEndian>

#include "core/live/invoke_endpoint.h"
#include "tests/core/live/live_rig.h"

using namespace coldstart;
using namespace coldstart::livetest;

class TestInvokeEndpoint : public QObject {
  Q_OBJECT
 private slots:
  void answers_data();
  void answers();
  void answersOverOneConnection();
  void forgetsWhoHasGone();
  void givesTheLogsTail();
  void streams();
};

namespace {

const char* const kCode =
    "def handler(event, context):\n    if event == 'bad': raise ValueError('no')\n"
    "    return [event, context.client_context and context.client_context.custom]\n";

QByteArray post(const QByteArray& path, const QByteArray& body, const QByteArray& headers = {}) {
  return "POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1:1\r\n" + headers +
         "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

/// What comes back on this socket: one whole reply.
QByteArray replyOn(QTcpSocket& socket) {
  QByteArray all;
  const auto isWhole = [&all] {
    const qsizetype end = all.indexOf("\r\n\r\n");
    if (end < 0) return false;
    const qsizetype at = all.indexOf("Content-Length: ") + 16;
    const int size = all.mid(at, all.indexOf('\r', at) - at).toInt();
    return all.size() >= end + 4 + size;
  };
  (void)QTest::qWaitFor(
      [&] {
        all += socket.readAll();
        return isWhole();
      },
      20'000);
  return all;
}

}  // namespace

void TestInvokeEndpoint::answers_data() {
  QTest::addColumn<QByteArray>("request");
  QTest::addColumn<QByteArray>("status");
  QTest::addColumn<QByteArray>("holds");
  const QByteArray path = "/2015-03-31/functions/Tested/invocations";
  QTest::newRow("result") << post(path, "{\"a\": 1}") << QByteArray("200 OK")
                          << QByteArray("[{\"a\": 1}, null]");
  QTest::newRow("version") << post(path, "1") << QByteArray("200 OK")
                           << QByteArray("X-Amz-Executed-Version: $LATEST\r\n");
  QTest::newRow("no payload") << post(path, "") << QByteArray("200 OK") << QByteArray("[{}, null]");
  QTest::newRow("error") << post(path, "\"bad\"") << QByteArray("200 OK")
                         << QByteArray("X-Amz-Function-Error: Unhandled\r\n");
  QTest::newRow("context") << post(path, "1",
                                   "X-Amz-Client-Context: " +
                                       QByteArray("{\"custom\":{\"k\":\"v\"}}").toBase64() + "\r\n")
                           << QByteArray("200 OK") << QByteArray("[1, {\"k\": \"v\"}]");
  QTest::newRow("ARN") << post(
                              "/2015-03-31/functions/arn%3Aaws%3Alambda%3Aus-east-1%3A1234567890"
                              "12%3Afunction%3ATested%3A%24LATEST/invocations",
                              "1")
                       << QByteArray("200 OK") << QByteArray("[1, null]");
  QTest::newRow("event") << post(path, "1", "X-Amz-Invocation-Type: Event\r\n")
                         << QByteArray("202 Accepted") << QByteArray("Content-Length: 0\r\n");
  QTest::newRow("event too large")
      << post(path, '"' + QByteArray(1'048'576, 'x') + '"', "X-Amz-Invocation-Type: Event\r\n")
      << QByteArray("413 ") << QByteArray("must be smaller than 1048576 bytes");
  QTest::newRow("dry run") << post(path, "1", "X-Amz-Invocation-Type: DryRun\r\n")
                           << QByteArray("204 No Content") << QByteArray();
  QTest::newRow("no such function")
      << post("/2015-03-31/functions/Other/invocations", "1") << QByteArray("404 Not Found")
      << QByteArray(
             "Function not found: "
             "arn:aws:lambda:us-east-1:123456789012:function:Other:$LATEST");
  QTest::newRow("not JSON") << post(path, "{") << QByteArray("400 Bad Request")
                            << QByteArray("InvalidRequestContentException");
  QTest::newRow("from a page") << post(path, "1", "Origin: https://evil.example\r\n")
                               << QByteArray("403 Forbidden") << QByteArray();
}

void TestInvokeEndpoint::answers() {
  QFETCH(QByteArray, request);
  QFETCH(QByteArray, status);
  QFETCH(QByteArray, holds);
  Rig rig("python3.13");
  rig.write("app.py", kCode);
  const live::InvokeEndpoint endpoint(rig.project, rig.host(), 0);
  QTcpSocket socket;
  socket.connectToHost(QStringLiteral("127.0.0.1"),
                       static_cast<quint16>(QUrl(endpoint.address()).port()));
  QVERIFY(socket.waitForConnected());
  socket.write(request);
  const QByteArray reply = replyOn(socket);
  QVERIFY2(reply.startsWith("HTTP/1.1 " + status), reply.constData());
  QVERIFY2(reply.contains(holds), reply.constData());
}

void TestInvokeEndpoint::answersOverOneConnection() {
  Rig rig("python3.13");
  rig.write("app.py", kCode);
  const live::InvokeEndpoint endpoint(rig.project, rig.host(), 0);
  QTcpSocket socket;
  socket.connectToHost(QStringLiteral("127.0.0.1"),
                       static_cast<quint16>(QUrl(endpoint.address()).port()));
  for (int i = 0; i < 5; ++i) {
    socket.write(post("/2015-03-31/functions/Tested/invocations", QByteArray::number(i)));
    QVERIFY(replyOn(socket).contains("[" + QByteArray::number(i) + ", null]"));
  }
  QCOMPARE(rig.host().run()->journal.environments.size(), 1U);
}

void TestInvokeEndpoint::forgetsWhoHasGone() {
  Rig rig("python3.13");
  rig.write("app.py", kCode);
  const live::InvokeEndpoint endpoint(rig.project, rig.host(), 0);
  {
    QTcpSocket socket;
    socket.connectToHost(QStringLiteral("127.0.0.1"),
                         static_cast<quint16>(QUrl(endpoint.address()).port()));
    QVERIFY(socket.waitForConnected());
    socket.write(post("/2015-03-31/functions/Tested/invocations", "1"));
    QTRY_COMPARE(rig.host().run()->requests, 1U);
    socket.abort();
  }
  QTRY_COMPARE(rig.host().run()->journal.attempts[0].ending, journal::Ending::Succeeded);
}

namespace {

/// The events of a chunked answer so far, as "type payload".
QList<QByteArray> eventsOf(const QByteArray& reply) {
  QByteArray body;
  for (qsizetype at = reply.indexOf("\r\n\r\n") + 4; at < reply.size();) {
    const qsizetype end = reply.indexOf("\r\n", at);
    const int size = reply.mid(at, end - at).toInt(nullptr, 16);
    body += reply.mid(end + 2, size);
    at = end + 2 + size + 2;
  }
  const auto number = [&body](qsizetype at) {
    return qFromBigEndian<quint32>(body.constData() + at);
  };
  QList<QByteArray> events;
  for (qsizetype at = 0; at + 16 <= body.size(); at += number(at)) {
    const auto headers = static_cast<qsizetype>(number(at + 4));
    const QByteArray head = body.mid(at + 12, headers);
    const QByteArray payload =
        body.mid(at + 12 + headers, static_cast<qsizetype>(number(at)) - 16 - headers);
    events << (head.contains("PayloadChunk") ? "chunk " : "complete ") + payload;
  }
  return events;
}

}  // namespace

void TestInvokeEndpoint::streams() {
  Rig rig("nodejs22.x");
  rig.write("index.mjs",
            "import fs from 'node:fs';\n"
            "export const handler = awslambda.streamifyResponse(async (event, stream) => {\n"
            "  if (event === 'early') throw new TypeError('too early');\n"
            "  stream.write('first');\n"
            "  await new Promise((done) => setTimeout(done, 400));\n"
            "  if (event === 'late') throw new TypeError('too late');\n"
            "  stream.write('x'.repeat(7_000_000));\n  stream.end('last');\n});\n");
  const live::InvokeEndpoint endpoint(rig.project, rig.host(), 0);
  const auto streamed = [&](const QByteArray& event, bool& isEarly) {
    QTcpSocket socket;
    socket.connectToHost(QStringLiteral("127.0.0.1"),
                         static_cast<quint16>(QUrl(endpoint.address()).port()));
    socket.write(post("/2021-11-15/functions/Tested/response-streaming-invocations", event));
    QByteArray reply;
    (void)QTest::qWaitFor(
        [&] {
          reply += socket.readAll();
          // Something has come while the handler still works.
          const auto run = rig.host().run();
          if (reply.contains("first") &&
              run->journal.attempts.all().back().ending == journal::Ending::Running)
            isEarly = true;
          return reply.endsWith("0\r\n\r\n");
        },
        20'000);
    return eventsOf(reply);
  };
  bool isEarly = false;
  const auto whole = streamed("{}", isEarly);
  QVERIFY(isEarly);
  QCOMPARE(whole.first(), QByteArray("chunk first"));
  QCOMPARE(whole.last(), QByteArray("complete {}"));
  qsizetype bytes = 0;
  for (const QByteArray& event : whole) bytes += event.startsWith("chunk ") ? event.size() - 6 : 0;
  QCOMPARE(bytes, qsizetype{7'000'009});
  const auto late = streamed("\"late\"", isEarly);
  QCOMPARE(late.first(), QByteArray("chunk first"));
  QVERIFY2(late.last().contains("\"ErrorCode\":\"Unhandled\"") && late.last().contains("too late"),
           late.last().constData());
  const auto early = streamed("\"early\"", isEarly);
  QCOMPARE(early.size(), 1);
  QVERIFY2(early.last().contains("too early"), early.last().constData());
}

void TestInvokeEndpoint::givesTheLogsTail() {
  Rig rig("python3.13");
  rig.write("app.py",
            "print('at import')\ndef handler(event, context):\n    print('seen', event)\n"
            "    if event == 'long':\n        for i in range(200): print('line', i, 'x' * 40)\n");
  const live::InvokeEndpoint endpoint(rig.project, rig.host(), 0);
  QTcpSocket socket;
  socket.connectToHost(QStringLiteral("127.0.0.1"),
                       static_cast<quint16>(QUrl(endpoint.address()).port()));
  const auto tailOf = [&socket](const QByteArray& event) {
    socket.write(
        post("/2015-03-31/functions/Tested/invocations", event, "X-Amz-Log-Type: Tail\r\n"));
    const QByteArray reply = replyOn(socket);
    const qsizetype at = reply.indexOf("X-Amz-Log-Result: ") + 18;
    return QByteArray::fromBase64(reply.mid(at, reply.indexOf('\r', at) - at));
  };
  const QByteArray cold = tailOf("1");
  const QRegularExpression whole(QStringLiteral(
      "^INIT_START Runtime Version: python:3\\.13[^\n]+\nat import\nSTART RequestId: (\\S+) "
      "Version: "
      "\\$LATEST\nseen 1\nEND RequestId: \\1\nREPORT RequestId: \\1\tDuration: [^\n]+Init "
      "Duration: \\d+\\.\\d\\d ms\t\n$"));
  QVERIFY2(whole.match(QString::fromUtf8(cold)).hasMatch(), cold.constData());
  const QByteArray warm = tailOf("2");
  QVERIFY2(warm.startsWith("START RequestId: "), warm.constData());
  QVERIFY2(warm.contains("\nseen 2\n") && !warm.contains("seen 1"), warm.constData());
  QVERIFY2(!warm.contains("Init Duration"), warm.constData());
  const QByteArray cut = tailOf("\"long\"");
  QCOMPARE(cut.size(), 4'096);
  QVERIFY(cut.contains("line 199 ") && cut.endsWith("\t\n"));
}

QTEST_GUILESS_MAIN(TestInvokeEndpoint)
#include "tst_invoke_endpoint.moc"
