// SPDX-License-Identifier: GPL-3.0-or-later
// The Extensions API without a socket: who may register for what, what they are told, and every
// refusal to the letter. (facts 10.2)
#include <QTest>

#include <nlohmann/json.hpp>

#include "core/live/extensions_api.h"

using namespace coldstart::live;

class TestExtensionsApi : public QObject {
  Q_OBJECT
 private slots:
  void registersAndWaits();
  void tellsTheAccountWhenAsked();
  void tellsWhatHappens();
  void refusals_data();
  void refusals();
  void registrationCloses();
  void tenAreEnough();
  void subscribes();
};

namespace {

ExtensionsApi api() {
  return {{"Tested", "$LATEST", "app.handler", "123456789012"}, {"outside"}, 1};
}

HttpRequest post(const std::string& path, const std::string& body, HttpFields fields = {}) {
  return {"POST", "/2020-01-01/extension/" + path, std::move(fields), body};
}

HttpRequest registration(const std::string& name, const std::string& events) {
  return post("register", "{\"events\":" + events + "}", {{"Lambda-Extension-Name", name}});
}

HttpRequest next(const std::string& id) {
  return {"GET", "/2020-01-01/extension/event/next", {{"Lambda-Extension-Identifier", id}}, {}};
}

std::string field(const RuntimeApi::Reply& reply, const std::string& name) {
  for (const auto& [key, value] : reply.fields) {
    if (key == name) return value;
  }
  return {};
}

}  // namespace

void TestExtensionsApi::registersAndWaits() {
  ExtensionsApi extensions = api();
  int settled = 0;
  extensions.settled = [&] { ++settled; };
  QVERIFY(!extensions.allRegistered());
  const auto reply = extensions.handle(registration("outside", R"(["INVOKE","SHUTDOWN"])")).reply;
  QCOMPARE(reply->status, 200);
  QCOMPARE(reply->body, std::string("{\"functionName\":\"Tested\",\"functionVersion\":\"$LATEST\","
                                    "\"handler\":\"app.handler\"}"));
  const std::string id = field(*reply, "Lambda-Extension-Identifier");
  QCOMPARE(id.size(), 36U);
  QVERIFY(extensions.allRegistered() && !extensions.allWait());
  const auto heard = extensions.handle(next(id));
  QVERIFY(!heard.reply);
  QCOMPARE(heard.waits, id);
  QVERIFY(extensions.allWait());
  QCOMPARE(settled, 2);
  QCOMPARE(extensions.all()[0].events(), std::string("[INVOKE, SHUTDOWN]"));
  QVERIFY(extensions.all()[0].external);
}

void TestExtensionsApi::tellsTheAccountWhenAsked() {
  ExtensionsApi extensions = api();
  HttpRequest request = registration("outside", "[]");
  request.fields.emplace_back("Lambda-Extension-Accept-Feature", "accountId");
  const auto body = nlohmann::json::parse(extensions.handle(request).reply->body);
  QCOMPARE(body["accountId"].get<std::string>(), std::string("123456789012"));
}

void TestExtensionsApi::tellsWhatHappens() {
  ExtensionsApi extensions = api();
  const auto reply = extensions.handle(registration("outside", R"(["INVOKE","SHUTDOWN"])")).reply;
  const std::string id = field(*reply, "Lambda-Extension-Identifier");
  extensions.handle(next(id));
  const auto invoke = extensions.invokeEvent(id, {.requestId = "r1",
                                                  .functionArn = "arn:x",
                                                  .traceId = "Root=1",
                                                  .clientContext = {},
                                                  .deadlineMs = 1'234,
                                                  .payload = {}});
  QVERIFY(!extensions.allWait());
  const char* const kInvoke =
      "{\"eventType\":\"INVOKE\",\"deadlineMs\":1234,\"requestId\":\"r1\","
      "\"invokedFunctionArn\":\"arn:x\","
      "\"tracing\":{\"type\":\"X-Amzn-Trace-Id\",\"value\":\"Root=1\"}}";
  QCOMPARE(nlohmann::json::parse(invoke.body).dump(), nlohmann::json::parse(kInvoke).dump());
  QCOMPARE(field(invoke, "Lambda-Extension-Event-Identifier").size(), 36U);
  const auto shutdown = extensions.shutdownEvent(id, "spindown", 99);
  const char* const kShutdown =
      "{\"eventType\":\"SHUTDOWN\",\"shutdownReason\":\"spindown\",\"deadlineMs\":99}";
  QCOMPARE(nlohmann::json::parse(shutdown.body).dump(), nlohmann::json::parse(kShutdown).dump());
  std::string told;
  extensions.failed = [&](const Extension& extension, const std::string& type) {
    told = extension.name + " " + type;
  };
  HttpRequest exit = post("exit/error", "", {{"Lambda-Extension-Identifier", id}});
  QVERIFY(extensions.handle(exit).reply->body.find("Extension.MissingHeader") != std::string::npos);
  exit.fields.emplace_back("Lambda-Extension-Function-Error-Type", "Extension.Odd");
  QCOMPARE(extensions.handle(exit).reply->status, 202);
  QCOMPARE(told, std::string("outside Extension.Odd"));
}

void TestExtensionsApi::refusals_data() {
  QTest::addColumn<QByteArray>("name");
  QTest::addColumn<QByteArray>("events");
  QTest::addColumn<QByteArray>("answer");
  const auto row = [](const char* what, const char* name, const char* events, const char* type,
                      const char* message) {
    QTest::newRow(what) << QByteArray(name) << QByteArray(events)
                        << QByteArray("{\"errorMessage\":\"") + message + "\",\"errorType\":\"" +
                               type + "\"}";
  };
  row("no name", "", "[]", "Extension.InvalidExtensionName", "Empty extension name");
  row("twice", "there", "[]", "Extension.InvalidExtensionState",
      "Extension with this name already registered");
  row("unknown event", "outside", R"(["SLEEP"])", "Extension.InvalidEventType",
      "SLEEP: ErrorInvalidEventType");
  row("internal ones hear no shutdown", "inside", R"(["SHUTDOWN"])", "Extension.InvalidEventType",
      "SHUTDOWN: ErrorInvalidEventType");
}

void TestExtensionsApi::refusals() {
  QFETCH(QByteArray, name);
  QFETCH(QByteArray, events);
  QFETCH(QByteArray, answer);
  ExtensionsApi extensions = api();
  extensions.handle(registration("there", "[]"));
  const auto reply =
      extensions.handle(registration(name.toStdString(), events.toStdString())).reply;
  QCOMPARE(reply->status, 403);
  QCOMPARE(QByteArray::fromStdString(reply->body), answer);
  QCOMPARE(extensions.all().size(), 1U);
}

void TestExtensionsApi::registrationCloses() {
  ExtensionsApi extensions = api();
  extensions.close();
  QVERIFY(extensions.handle(registration("late", "[]"))
              .reply->body.find("Extension registration closed already") != std::string::npos);
  QCOMPARE(extensions.handle(next("none")).reply->status, 403);
  const std::string unknown = "00000000-0000-0000-0000-000000000000";
  QVERIFY(extensions.handle(next(unknown)).reply->body.find("Unknown extension " + unknown) !=
          std::string::npos);
}

void TestExtensionsApi::tenAreEnough() {
  ExtensionsApi extensions = api();
  for (int i = 0; i < 10; ++i) {
    QCOMPARE(extensions.handle(registration("e" + std::to_string(i), "[]")).reply->status, 200);
  }
  QVERIFY(extensions.handle(registration("eleventh", "[]"))
              .reply->body.find("Extension limit (10) reached") != std::string::npos);
}

void TestExtensionsApi::subscribes() {
  ExtensionsApi extensions = api();
  const auto reply = extensions.handle(registration("outside", "[]")).reply;
  const HttpFields own{
      {"Lambda-Extension-Identifier", field(*reply, "Lambda-Extension-Identifier")}};
  std::string told;
  extensions.subscribed = [&](const Extension& extension) {
    told = extension.telemetry->types.front() + std::to_string(extension.telemetry->port) +
           extension.telemetry->path;
  };
  const auto put = [&](const std::string& destination) {
    return extensions
        .handle({"PUT", "/2022-07-01/telemetry", own,
                 R"({"schemaVersion":"2022-12-13","types":["platform"],"destination":)" +
                     destination + "}"})
        .reply->status;
  };
  QCOMPARE(put("{\"protocol\":\"HTTP\",\"URI\":\"http://sandbox.localdomain:4243/x\"}"), 200);
  QCOMPARE(told, std::string("platform4243/x"));
  QCOMPARE(put("{\"protocol\":\"HTTP\",\"URI\":\"http://elsewhere.example:80\"}"), 400);
  QCOMPARE(put("3"), 400);
}

QTEST_APPLESS_MAIN(TestExtensionsApi)
#include "tst_extensions_api.moc"
