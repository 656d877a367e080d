// SPDX-License-Identifier: GPL-3.0-or-later
// What is sent to an extension that does not listen: kept for the next time, in order, up to a
// limit; how much was dropped is told. (telemetry-api)
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <nlohmann/json.hpp>

#include "core/live/http.h"
#include "core/live/telemetry.h"

using namespace coldstart::live;

class TestTelemetry : public QObject {
  Q_OBJECT
 private slots:
  void comesAgainWhereNobodyListened();
  void tellsWhatItDropped();
  void comesAgainAfterARefusal();
  void batchesHaveASize();

 private:
  /// The bodies of the next requests, each answered with this status.
  std::vector<nlohmann::json> receive(QTcpServer& server, std::size_t count, int status = 200);
};

namespace {

Extension subscriber(int port) {
  Extension extension;
  extension.name = "watcher";
  std::string faults;
  extension.telemetry = subscriptionOf(
      TelemetryApi::Telemetry,
      R"({"types":["function"],"buffering":{"maxItems":1000},"destination":{"protocol":"HTTP",)"
      R"("URI":"http://sandbox.localdomain:)" +
          std::to_string(port) + "\"}}",
      faults);
  return extension;
}

std::string printedEvent(const std::string& text) {
  return R"({"time":"t","type":"function","record":")" + text + "\"}";
}

}  // namespace

std::vector<nlohmann::json> TestTelemetry::receive(QTcpServer& server, std::size_t count,
                                                   int status) {
  std::vector<nlohmann::json> bodies;
  while (bodies.size() < count && (server.hasPendingConnections() ||
                                   QSignalSpy(&server, &QTcpServer::newConnection).wait(30'000))) {
    QTcpSocket* const socket = server.nextPendingConnection();
    if (socket == nullptr) continue;
    HttpReader reader(8 * 1024 * 1024);
    std::optional<HttpRequest> request;
    while (!(request = reader.next())) {
      if (socket->bytesAvailable() == 0 && !QSignalSpy(socket, &QTcpSocket::readyRead).wait(30'000))
        return bodies;
      reader.feed(socket->readAll().toStdString());
    }
    bodies.push_back(nlohmann::json::parse(request->body));
    QSignalSpy gone(socket, &QTcpSocket::disconnected);
    socket->write(QByteArray::fromStdString(httpReply(status, {}, "", true)));
    gone.wait(30'000);
    socket->deleteLater();
  }
  return bodies;
}

void TestTelemetry::comesAgainWhereNobodyListened() {
  QTcpServer server;
  QVERIFY(server.listen(QHostAddress::LocalHost));
  const int port = server.serverPort();
  server.close();
  Telemetry telemetry;
  telemetry.subscribe(subscriber(port), nullptr);
  telemetry.add({printedEvent("1")});
  telemetry.flush("t");
  QCOMPARE(telemetry.waiting(), 0U);
  QTRY_COMPARE(telemetry.waiting(), 1U);  // Refused.
  QVERIFY(server.listen(QHostAddress::LocalHost, static_cast<quint16>(port)));
  telemetry.add({printedEvent("2"), R"({"time":"t","type":"extension","record":"not asked for"})"});
  telemetry.flush("t");
  const auto bodies = receive(server, 1);
  QCOMPARE(bodies.at(0).size(), 2U);
  QCOMPARE(bodies[0][0]["record"].get<std::string>(), std::string("1"));
  QCOMPARE(bodies[0][1]["record"].get<std::string>(), std::string("2"));
}

void TestTelemetry::tellsWhatItDropped() {
  QTcpServer server;
  QVERIFY(server.listen(QHostAddress::LocalHost));
  Telemetry telemetry;
  telemetry.subscribe(subscriber(server.serverPort()), nullptr);
  for (int i = 0; i < 4'003; ++i) telemetry.add({printedEvent("x")});  // Four batches are kept.
  telemetry.flush("2026-02-03T10:00:00.123Z");
  const auto bodies = receive(server, 5);
  std::size_t items = 0;
  nlohmann::json told;
  for (const auto& body : bodies) {
    items += body.size();
    if (body[0]["type"] == "platform.logsDropped") told = body[0];
  }
  QCOMPARE(items, 4'001U);
  QCOMPARE(told["time"].get<std::string>(), std::string("2026-02-03T10:00:00.123Z"));
  QCOMPARE(told["record"]["droppedRecords"].get<int>(), 3);
  QCOMPARE(told["record"]["droppedBytes"].get<std::size_t>(), 3 * printedEvent("x").size());
}

void TestTelemetry::comesAgainAfterARefusal() {
  QTcpServer server;
  QVERIFY(server.listen(QHostAddress::LocalHost));
  Telemetry telemetry;
  telemetry.subscribe(subscriber(server.serverPort()), nullptr);
  telemetry.add({printedEvent("1")});
  telemetry.flush("t");
  QCOMPARE(receive(server, 1, 500).size(), 1U);
  QTRY_COMPARE(telemetry.waiting(), 1U);
  telemetry.flush("t");
  QCOMPARE(receive(server, 1).at(0)[0]["record"].get<std::string>(), std::string("1"));
}

void TestTelemetry::batchesHaveASize() {
  QTcpServer server;
  QVERIFY(server.listen(QHostAddress::LocalHost));
  Telemetry telemetry;
  telemetry.subscribe(subscriber(server.serverPort()), nullptr);
  for (int i = 0; i < 5; ++i) telemetry.add({printedEvent(std::string(100'000, 'x'))});
  telemetry.flush("t");
  for (const auto& body : receive(server, 3)) QVERIFY(body.size() <= 2);  // 262 144 bytes.
}

QTEST_GUILESS_MAIN(TestTelemetry)
#include "tst_telemetry.moc"
