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
  void subscribesToLogs();
  void subscriptionsAreChecked_data();
  void subscriptionsAreChecked();
  void statesAreNamed();
  void eventsOfTheLogsApi();
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

namespace {

/// Registered, so that it may subscribe.
HttpFields registered(ExtensionsApi& extensions) {
  const auto reply = extensions.handle(registration("outside", "[]")).reply;
  return {{"Lambda-Extension-Identifier", field(*reply, "Lambda-Extension-Identifier")}};
}

const std::string kHttp =
    R"("destination":{"protocol":"HTTP","URI":"http://sandbox.localdomain:4243/x"})";

}  // namespace

void TestExtensionsApi::subscribes() {
  ExtensionsApi extensions = api();
  const HttpFields own = registered(extensions);
  std::string told;
  extensions.subscribed = [&](const Extension& extension, bool again) {
    const TelemetrySubscription& wanted = *extension.telemetry;
    told = wanted.types.front() + std::to_string(wanted.port) + wanted.path +
           std::to_string(wanted.maxItems) + (again ? " again" : "");
  };
  const HttpRequest request{"PUT", "/2022-07-01/telemetry", own,
                            R"({"schemaVersion":"2022-12-13","types":["platform"],)" + kHttp + "}"};
  QCOMPARE(extensions.handle(request).reply->status, 200);
  QCOMPARE(extensions.handle(request).reply->body, std::string("OK"));
  QCOMPARE(told, std::string("platform4243/x10000 again"));
  // Whoever uses one of the two APIs may not use the other.
  const auto other = extensions.handle({"PUT", "/2020-08-15/logs", own, request.body}).reply;
  QCOMPARE(other->status, 400);
  extensions.close();
  const auto late = extensions.handle(request).reply;
  QCOMPARE(late->status, 403);
  QCOMPARE(late->body, std::string(R"({"errorMessage":"Telemetry API subscription is closed",)"
                                   R"("errorType":"Telemetry.SubscriptionClosed"})"));
}

void TestExtensionsApi::subscribesToLogs() {
  ExtensionsApi extensions = api();
  const HttpFields own = registered(extensions);
  const auto reply = extensions
                         .handle({"PUT", "/2020-08-15/logs", own,
                                  R"({"types":["function","function"],)"
                                  R"("destination":{"protocol":"TCP","port":4244}})"})
                         .reply;
  QCOMPARE(reply->status, 200);
  const TelemetrySubscription& wanted = *extensions.all()[0].telemetry;
  QVERIFY(wanted.api == TelemetryApi::Logs);
  QVERIFY(wanted.protocol == TelemetrySubscription::Protocol::Tcp);
  QCOMPARE(wanted.port, 4'244);
  QCOMPARE(wanted.schemaVersion, std::string("2020-08-15"));
  QCOMPARE(wanted.types.size(), 1U);
}

void TestExtensionsApi::subscriptionsAreChecked_data() {
  QTest::addColumn<QByteArray>("body");
  QTest::addColumn<QByteArray>("message");
  const auto row = [](const char* name, const std::string& body, const char* message) {
    QTest::newRow(name) << QByteArray::fromStdString(body) << QByteArray(message);
  };
  row("AWS's own example",
      R"({"types":[],"destination":{"protocol":"HTTP","URI":"http://sandbox"}})",
      "URI port is not provided; types should not be empty");
  row("no object", "3", "the request should be a JSON object");
  row("no destination", R"({"types":["platform"]})", "destination should not be empty");
  row("another machine",
      R"({"types":["platform"],"destination":{"protocol":"HTTP","URI":"http://example.com:80"}})",
      "URI host should be sandbox.localdomain");
  row("a port of Lambda's own",
      R"({"types":["platform"],"destination":{"protocol":"TCP","port":9001}})",
      "URI port 9001 is reserved");
  row("another protocol", R"({"types":["platform"],"destination":{"protocol":"UDP","port":4243}})",
      "protocol should be HTTP or TCP");
  row("a schema of nobody", R"({"schemaVersion":"2019-01-01","types":["platform"],)" + kHttp + "}",
      "schemaVersion is not supported: 2019-01-01");
  row("an unknown type", R"({"types":["metrics"],)" + kHttp + "}",
      "types should be platform, function or extension, not: metrics");
  row("too few items", R"({"types":["platform"],"buffering":{"maxItems":999},)" + kHttp + "}",
      "maxItems should be between 1000 and 10000");
  row("too many bytes", R"({"types":["platform"],"buffering":{"maxBytes":1048577},)" + kHttp + "}",
      "maxBytes should be between 262144 and 1048576");
  row("too long", R"({"types":["platform"],"buffering":{"timeoutMs":30001},)" + kHttp + "}",
      "timeoutMs should be between 25 and 30000");
}

void TestExtensionsApi::subscriptionsAreChecked() {
  QFETCH(QByteArray, body);
  QFETCH(QByteArray, message);
  for (const bool logs : {false, true}) {
    ExtensionsApi extensions = api();
    const HttpFields own = registered(extensions);
    const auto reply = extensions
                           .handle({"PUT", logs ? "/2020-08-15/logs" : "/2022-07-01/telemetry", own,
                                    body.toStdString()})
                           .reply;
    QCOMPARE(reply->status, 400);
    const auto answer = nlohmann::json::parse(reply->body);
    QCOMPARE(QByteArray::fromStdString(answer["errorMessage"].get<std::string>()), message);
    QCOMPARE(answer["errorType"].get<std::string>(),
             std::string(logs ? "Logs.ValidationError" : "ValidationError"));
    QVERIFY(!extensions.all()[0].telemetry);
  }
}

void TestExtensionsApi::statesAreNamed() {
  ExtensionsApi extensions = api();
  const std::string id =
      field(*extensions.handle(registration("outside", "[]")).reply, "Lambda-Extension-Identifier");
  const auto fails = [&](const char* path) {
    return extensions
        .handle(post(path, "",
                     {{"Lambda-Extension-Identifier", id},
                      {"Lambda-Extension-Function-Error-Type", "Extension.Odd"}}))
        .reply;
  };
  const auto refusal = [](const char* from, const char* to) {
    return std::string(R"({"errorMessage":"State transition from )") + from + " to " + to +
           " failed for extension outside. Error: State transition is not allowed\"," +
           R"("errorType":"Extension.InvalidExtensionState"})";
  };
  QVERIFY(!extensions.handle(next(id)).reply);
  QCOMPARE(extensions.handle(next(id)).reply->body, refusal("Ready", "Ready"));
  QCOMPARE(fails("init/error")->body, refusal("Ready", "InitError"));
  extensions.stoppedWaiting(id);
  QVERIFY(!extensions.handle(next(id)).reply);  // It asks again over another connection.
  QCOMPARE(fails("exit/error")->status, 202);
  QCOMPARE(fails("exit/error")->status, 202);
  QCOMPARE(fails("init/error")->body, refusal("ExitError", "InitError"));
  extensions.stoppedWaiting(id);
  QCOMPARE(extensions.handle(next(id)).reply->body, refusal("ExitError", "Ready"));
}

void TestExtensionsApi::eventsOfTheLogsApi() {
  const std::string time = R"({"time":"2026-02-03T10:00:00.123Z","type":"platform.)";
  const std::string done = time +
                           R"(runtimeDone","record":{"requestId":"r1","status":"error",)"
                           R"("errorType":"Runtime.ExitError","metrics":{"durationMs":3.100}}})";
  QVERIFY(asLogs(done, "2020-08-15").empty());
  QCOMPARE(asLogs(done, "2021-03-18").at(0),
           time + R"(runtimeDone","record":{"requestId":"r1","status":"failure"}})");
  QCOMPARE(asLogs(time + R"(start","record":{"requestId":"r1","version":"1"}})", "").at(0),
           time + R"(start","record":{"requestId":"r1"}})");
  QVERIFY(asLogs(time + R"(initStart","record":{"phase":"init"}})", "").empty());
  const std::string report = time +
                             R"(report","record":{"requestId":"r1","metrics":{"durationMs":3.5},)"
                             R"("status":"error","errorType":"Runtime.ExitError"}})";
  const auto all = asLogs(report, "2020-08-15");
  QCOMPARE(all.size(), 3U);
  QCOMPARE(all[0], time + R"(fault","record":"RequestId: r1 Process exited before completing )"
                          R"(request"})");
  QCOMPARE(all[1], time + R"(end","record":{"requestId":"r1"}})");
  QCOMPARE(all[2], time + R"(report","record":{"requestId":"r1","metrics":{"durationMs":3.5}}})");
  const std::string printed =
      R"({"time":"2026-02-03T10:00:00.123Z","type":"function","record":"hello\n"})";
  QCOMPARE(asLogs(printed, "").at(0), printed);
}

QTEST_APPLESS_MAIN(TestExtensionsApi)
#include "tst_extensions_api.moc"
