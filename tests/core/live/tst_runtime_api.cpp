// SPDX-License-Identifier: GPL-3.0-or-later
// The Runtime API's states, statuses and letters. (facts 10.1)
#include <QTest>
#include <tuple>

#include "core/base/random.h"
#include "core/live/runtime_api.h"
#include "core/live/trace_header.h"

using namespace coldstart::live;

class TestRuntimeApi : public QObject {
  Q_OBJECT
 private slots:
  void servesAnInvocation();
  void addressesMayCarryAName();
  void aSecondAnswerIsRefused();
  void anAnswerForAnotherRequestIsRefused();
  void nextWithoutAnAnswerIsRefused();
  void errorsOfInitEndIt();
  void tooLargeAResponseIsTheFunctionsError();
  void streamsMayFailOnTheWay();
  void unknownPathsAreRefused();
  void everyCallInEveryState_data();
  void everyCallInEveryState();
  void snapshotsAreRestoredAtOnce();
  void errorTypesAreTheOnesLambdaKnows_data();
  void errorTypesAreTheOnesLambdaKnows();
  void nextHasEveryHeaderThatThereIs();
  void answersPing();
  void anythingGetsAReplyOrWaits();
  void tracesOfCallersGoOn_data();
  void tracesOfCallersGoOn();
};

namespace {

HttpRequest get(const char* path) {
  return {"GET", std::string("/2018-06-01/") + path, {}, {}};
}
HttpRequest post(const std::string& path, std::string body = "{}") {
  return {"POST", "/2018-06-01/" + path, {}, std::move(body)};
}

void give(RuntimeApi& api) {
  RuntimeInvocation invocation;
  invocation.requestId = "r1";
  api.offer(invocation);
}

/// An API whose runtime has taken request "r1".
void take(RuntimeApi& api) {
  QVERIFY(!api.handle(get("runtime/invocation/next")));
  give(api);
}

}  // namespace

void TestRuntimeApi::servesAnInvocation() {
  RuntimeApi api;
  int ready = 0;
  int done = 0;
  RuntimeAnswer answer;
  api.ready = [&] { ++ready; };
  api.done = [&] { ++done; };
  api.answered = [&](RuntimeAnswer given) { answer = std::move(given); };
  QVERIFY(!api.handle(get("runtime/invocation/next")));
  QCOMPARE(ready, 1);
  QVERIFY(api.isWaiting());
  const auto reply = api.offer({.requestId = "r1",
                                .functionArn = "arn:x",
                                .traceId = {},
                                .clientContext = "{\"custom\":{}}",
                                .deadlineMs = 1'234,
                                .payload = "{\"a\":1}"});
  QVERIFY(!api.isWaiting());
  QCOMPARE(reply.body, std::string("{\"a\":1}"));
  const HttpFields expected{{"Content-Type", "application/json"},
                            {"Lambda-Runtime-Aws-Request-Id", "r1"},
                            {"Lambda-Runtime-Deadline-Ms", "1234"},
                            {"Lambda-Runtime-Invoked-Function-Arn", "arn:x"},
                            {"Lambda-Runtime-Client-Context", "{\"custom\":{}}"}};
  QCOMPARE(reply.fields, expected);
  const auto accepted = api.handle(post("runtime/invocation/r1/response", "\"hello\""));
  QCOMPARE(accepted->status, 202);
  QCOMPARE(accepted->body, std::string("{\"status\":\"OK\"}\n"));
  QCOMPARE(answer.payload, std::string("\"hello\""));
  QVERIFY(!answer.failed);
  QCOMPARE(done, 0);
  QVERIFY(!api.handle(get("runtime/invocation/next")));
  QCOMPARE(done, 1);
  QCOMPARE(ready, 1);
}

void TestRuntimeApi::addressesMayCarryAName() {
  RuntimeApi api;
  HttpRequest request = get("runtime/invocation/next");
  request.target = "/Tested" + request.target;
  QVERIFY(!api.handle(request));
  QVERIFY(api.isWaiting());
}

void TestRuntimeApi::aSecondAnswerIsRefused() {
  RuntimeApi api;
  take(api);
  QCOMPARE(api.handle(post("runtime/invocation/r1/response"))->status, 202);
  const auto second = api.handle(post("runtime/invocation/r1/response"));
  QCOMPARE(second->status, 403);
  QCOMPARE(second->body,
           std::string("{\"errorMessage\":\"State transition from RuntimeResponseSentState to "
                       "InvocationResponse failed for runtime. Error: State transition is not "
                       "allowed\",\"errorType\":\"InvalidStateTransition\"}"));
}

void TestRuntimeApi::anAnswerForAnotherRequestIsRefused() {
  RuntimeApi api;
  take(api);
  const auto reply = api.handle(post("runtime/invocation/other/error"));
  QCOMPARE(reply->status, 400);
  QCOMPARE(reply->body, std::string("{\"errorMessage\":\"Invalid request ID\",\"errorType\":"
                                    "\"InvalidRequestID\"}"));
  QCOMPARE(api.handle(post("runtime/invocation/r1/error"))->status, 202);
}

void TestRuntimeApi::nextWithoutAnAnswerIsRefused() {
  RuntimeApi api;
  take(api);
  QCOMPARE(api.handle(get("runtime/invocation/next"))->status, 403);
}

void TestRuntimeApi::errorsOfInitEndIt() {
  RuntimeApi api;
  RuntimeAnswer told;
  api.initFailed = [&](RuntimeAnswer answer) { told = std::move(answer); };
  HttpRequest request = post("runtime/init/error", "{\"errorType\":\"X\"}");
  request.fields = {{"Lambda-Runtime-Function-Error-Type", "Runtime.ImportModuleError"}};
  QCOMPARE(api.handle(request)->status, 202);
  QCOMPARE(told.errorType, std::string("Runtime.ImportModuleError"));
  QCOMPARE(api.handle(get("runtime/invocation/next"))->status, 403);
}

void TestRuntimeApi::tooLargeAResponseIsTheFunctionsError() {
  RuntimeApi api;
  take(api);
  RuntimeAnswer answer;
  api.answered = [&](RuntimeAnswer given) { answer = std::move(given); };
  const auto reply = api.handle(
      post("runtime/invocation/r1/response", std::string(RuntimeApi::kLargestResponse + 1, 'x')));
  QCOMPARE(reply->status, 413);
  QVERIFY(answer.failed);
  QCOMPARE(answer.payload,
           std::string("{\"errorMessage\":\"Response payload size exceeded maximum allowed payload "
                       "size (6291556 bytes).\",\"errorType\":\"Function.ResponseSizeTooLarge\"}"));
}

void TestRuntimeApi::streamsMayFailOnTheWay() {
  RuntimeApi api;
  take(api);
  RuntimeAnswer answer;
  api.answered = [&](RuntimeAnswer given) { answer = std::move(given); };
  HttpRequest request = post("runtime/invocation/r1/response", "half");
  request.fields = {{"Lambda-Runtime-Function-Response-Mode", "dripping"}};
  QVERIFY(!api.mayStream(request));
  QCOMPARE(api.handle(request)->body,
           std::string("{\"errorMessage\":\"Invalid function response mode\",\"errorType\":"
                       "\"InvalidFunctionResponseMode\"}"));
  request.fields = {{"Lambda-Runtime-Function-Response-Mode", "streaming"},
                    {"Lambda-Runtime-Function-Error-Type", "Runtime.Odd"},
                    {"Lambda-Runtime-Function-Error-Body", "eyJ4IjoxfQ=="}};
  QVERIFY(api.mayStream(request));
  QCOMPARE(api.handle(request)->status, 202);
  QVERIFY(answer.failed && answer.streamed);
  QCOMPARE(answer.payload, std::string("{\"x\":1}"));
  QVERIFY(!api.mayStream(request));
}

void TestRuntimeApi::unknownPathsAreRefused() {
  RuntimeApi api;
  QCOMPARE(api.handle(get("elsewhere"))->status, 404);
  QCOMPARE(api.handle({"GET", "/", {}, {}})->status, 404);
  QCOMPARE(api.handle({"DELETE", "/2018-06-01/runtime/invocation/next", {}, {}})->status, 404);
}

namespace {

/// Brings an API into the state of this name, by what a runtime would send.
void bring(RuntimeApi& api, const QString& state) {
  const auto send = [&api](const HttpRequest& request) { api.handle(request); };
  if (state == "Started") return;
  if (state == "InitError") return send(post("runtime/init/error"));
  if (state == "Restoring" || state == "RuntimeRestoreErrorState")
    send(get("runtime/restore/next"));
  if (state == "RuntimeRestoreErrorState") send(post("runtime/restore/error"));
  if (state == "Ready") send(get("runtime/invocation/next"));
  if (state == "Running" || state == "RuntimeResponseSentState") take(api);
  if (state == "RuntimeResponseSentState") send(post("runtime/invocation/r1/response"));
}

const QStringList kStates{"Started",
                          "Ready",
                          "Running",
                          "InitError",
                          "Restoring",
                          "RuntimeResponseSentState",
                          "RuntimeRestoreErrorState"};

}  // namespace

void TestRuntimeApi::everyCallInEveryState_data() {
  QTest::addColumn<QString>("state");
  QTest::addColumn<QString>("call");
  QTest::addColumn<int>("status");  // 0: it waits for an invocation.
  QTest::addColumn<QString>("to");
  struct Call {
    const char* call;
    const char* to;
    QStringList allowed;
    int status;
  };
  const QVector<Call> calls{
      {"GET runtime/invocation/next",
       "Ready",
       {"Started", "Ready", "Restoring", "RuntimeResponseSentState"},
       0},
      {"POST runtime/invocation/r1/response", "InvocationResponse", {"Running"}, 202},
      {"POST runtime/invocation/r1/error", "InvocationErrorResponse", {"Running"}, 202},
      {"POST runtime/init/error", "InitError", {"Started"}, 202},
      {"GET runtime/restore/next", "RestoreReady", {"Started"}, 200},
      {"POST runtime/restore/error", "RuntimeRestoreErrorState", {"Restoring"}, 202}};
  for (const Call& each : calls) {
    for (const QString& state : kStates) {
      QTest::addRow("%s: %s", qPrintable(state), each.call)
          << state << QString(each.call) << (each.allowed.contains(state) ? each.status : 403)
          << QString(each.to);
    }
  }
}

void TestRuntimeApi::everyCallInEveryState() {
  QFETCH(QString, state);
  QFETCH(QString, call);
  QFETCH(int, status);
  QFETCH(QString, to);
  RuntimeApi api;
  bring(api, state);
  const std::string path = call.section(' ', 1).toStdString();
  const auto reply = api.handle(call.startsWith("GET") ? get(path.c_str()) : post(path));
  QCOMPARE(reply ? reply->status : 0, status);
  if (status != 403) return;
  const QString text =
      "{\"errorMessage\":\"State transition from %1 to %2 failed for runtime. Error: State "
      "transition is not allowed\",\"errorType\":\"InvalidStateTransition\"}";
  QCOMPARE(QString::fromStdString(reply->body), text.arg(state, to));
}

void TestRuntimeApi::snapshotsAreRestoredAtOnce() {
  RuntimeApi api;
  int ready = 0;
  RuntimeAnswer told;
  api.ready = [&] { ++ready; };
  api.initFailed = [&](RuntimeAnswer answer) { told = std::move(answer); };
  QCOMPARE(api.handle(get("runtime/restore/next"))->status, 200);
  QCOMPARE(ready, 0);  // What runs after the restore belongs to init here.
  QVERIFY(!api.handle(get("runtime/invocation/next")));
  QCOMPARE(ready, 1);
  RuntimeApi other;
  other.initFailed = api.initFailed;
  other.handle(get("runtime/restore/next"));
  HttpRequest failing = post("runtime/restore/error", "{\"errorType\":\"E\"}");
  failing.fields = {{"Lambda-Runtime-Function-Error-Type", "Runtime.AfterRestoreError"}};
  QCOMPARE(other.handle(failing)->status, 202);
  QCOMPARE(told.errorType, std::string("Runtime.AfterRestoreError"));
  QCOMPARE(told.payload, std::string("{\"errorType\":\"E\"}"));
}

void TestRuntimeApi::errorTypesAreTheOnesLambdaKnows_data() {
  QTest::addColumn<QString>("sent");
  QTest::addColumn<QString>("taken");
  const auto row = [](const char* sent, const char* taken) {
    QTest::newRow(*sent != 0 ? sent : "none") << QString(sent) << QString(taken);
  };
  row("Runtime.ExitError", "Runtime.ExitError");
  row("Function.MyError", "Function.MyError");
  row("", "Runtime.Unknown");
  row("ValueError", "Runtime.Unknown");
  row("Runtime.exitError", "Runtime.Unknown");
  row("Runtime.Exit2", "Runtime.Unknown");
  row("Runtime.", "Runtime.Unknown");
  row("Runtime.X", "Runtime.Unknown");
  row("Function.my_error", "Function.Unknown");
  row("Function.", "Function.Unknown");
}

void TestRuntimeApi::errorTypesAreTheOnesLambdaKnows() {
  QFETCH(QString, sent);
  QFETCH(QString, taken);
  RuntimeApi api;
  RuntimeAnswer answer;
  api.answered = [&](RuntimeAnswer given) { answer = std::move(given); };
  take(api);
  HttpRequest request = post("runtime/invocation/r1/error");
  request.fields = {
      {"Lambda-Runtime-Function-Error-Type", sent.toStdString()},
      {"Lambda-Runtime-Function-XRay-Error-Cause", "{\"paths\":[]}"},
      {"Content-Type", "application/vnd.aws.lambda.error+json"},
  };
  QCOMPARE(api.handle(request)->status, 202);
  QCOMPARE(QString::fromStdString(answer.errorType), taken);
}

void TestRuntimeApi::nextHasEveryHeaderThatThereIs() {
  RuntimeApi api;
  const auto reply = api.offer({.requestId = "r1",
                                .functionArn = "arn:x",
                                .traceId = "Root=1-0-0;Parent=0;Sampled=0",
                                .clientContext = "{}",
                                .deadlineMs = 1,
                                .cognitoIdentity = "{\"cognitoIdentityId\":\"i\"}",
                                .tenantId = "blue",
                                .payload = {}});
  HttpRequest seen;
  seen.fields = reply.fields;
  QCOMPARE(seen.field("lambda-runtime-trace-id"),
           std::string_view("Root=1-0-0;Parent=0;Sampled=0"));
  QCOMPARE(seen.field("lambda-runtime-cognito-identity"),
           std::string_view("{\"cognitoIdentityId\":\"i\"}"));
  QCOMPARE(seen.field("lambda-runtime-aws-tenant-id"), std::string_view("blue"));
  QCOMPARE(seen.field("content-type"), std::string_view("application/json"));
  QVERIFY(api.worksOn("r1") && !api.worksOn("r2"));
}

void TestRuntimeApi::answersPing() {
  RuntimeApi api;
  for (const char* target : {"/ping", "/2018-06-01/ping", "/Tested/2018-06-01/ping"}) {
    QCOMPARE(api.handle({"GET", target, {}, {}})->body, std::string("pong"));
  }
  QVERIFY(!api.isWaiting());
}

/// Requests that a runtime might send, with bytes changed, left out and doubled, in pieces of any
/// size: nothing falls over, and whoever asks hears something or waits for an invocation.
void TestRuntimeApi::anythingGetsAReplyOrWaits() {
  const std::vector<std::string> good{
      "GET /2018-06-01/runtime/invocation/next HTTP/1.1\r\nHost: localhost:1\r\n\r\n",
      "POST /2018-06-01/runtime/invocation/r1/response HTTP/1.1\r\nHost: 127.0.0.1\r\n"
      "Content-Length: 7\r\n\r\n\"hello\"",
      "POST /F/2018-06-01/runtime/invocation/r1/response HTTP/1.1\r\nHost: localhost\r\n"
      "Lambda-Runtime-Function-Response-Mode: streaming\r\nTransfer-Encoding: chunked\r\n"
      "Trailer: Lambda-Runtime-Function-Error-Type\r\n\r\n3\r\nabc\r\n0\r\n"
      "Lambda-Runtime-Function-Error-Type: Runtime.Odd\r\n\r\n",
      "POST /2018-06-01/runtime/invocation/r1/error HTTP/1.1\r\nHost: localhost\r\n"
      "Expect: 100-continue\r\nContent-Length: 2\r\n\r\n{}",
      "POST /2018-06-01/runtime/init/error HTTP/1.1\r\nContent-Length: 2\r\n\r\n{}",
      "GET /2018-06-01/runtime/restore/next HTTP/1.1\r\n\r\n",
      "POST /2018-06-01/runtime/restore/error HTTP/1.1\r\nContent-Length: 0\r\n\r\n"};
  coldstart::Random random(20, coldstart::Purpose::Arrivals, 0);
  const auto below = [&random](std::size_t n) { return random.next() % n; };
  int replies = 0;
  int waits = 0;
  int faults = 0;
  for (int round = 0; round < 20'000; ++round) {
    std::string bytes;
    for (std::size_t i = 0; i <= below(3); ++i) bytes += good[below(good.size())];
    for (std::size_t i = below(4); i > 0 && !bytes.empty(); --i) {
      const std::size_t at = below(bytes.size());
      const std::size_t count = std::min(below(6) + 1, bytes.size() - at);
      if (const std::size_t how = below(3); how == 0)
        bytes[at] = static_cast<char>(below(256));
      else if (how == 1)
        bytes.erase(at, count);
      else
        bytes.insert(at, bytes.substr(at, count));
    }
    RuntimeApi api;
    if (below(2) == 0) take(api);
    HttpReader reader(1'000);
    while (!bytes.empty()) {
      const std::size_t piece = std::min(below(60) + 1, bytes.size());
      reader.feed(std::string_view(bytes).substr(0, piece));
      bytes.erase(0, piece);
      if (const auto head = reader.head()) std::ignore = api.mayStream(*head);
      reader.takeContinue();
      while (const auto request = reader.next()) {
        const auto reply = api.handle(*request);
        ++(reply ? replies : waits);
        if (reply) QVERIFY(reply->status >= 200 && reply->status < 500);
        QVERIFY(reply || api.isWaiting());
        if (!reply && below(2) == 0) give(api);
      }
    }
    if (reader.fault()) QVERIFY(reader.fault()->status == 400 || reader.fault()->status == 413);
    faults += reader.fault() ? 1 : 0;
  }
  QVERIFY2(replies > 1'000 && waits > 1'000 && faults > 1'000,
           qPrintable(QString("%1 %2 %3").arg(replies).arg(waits).arg(faults)));
}

void TestRuntimeApi::tracesOfCallersGoOn_data() {
  QTest::addColumn<QString>("callers");
  QTest::addColumn<QString>("told");
  QTest::newRow("none") << ""
                        << "Root=1-a-b;Parent=c;Sampled=0";
  QTest::newRow("whole") << "Root=1-1-2;Parent=3;Sampled=1"
                         << "Root=1-1-2;Parent=3;Sampled=1";
  QTest::newRow("any order and case, with more") << "sampled=1; parent=3; root=1-1-2;Lineage=1:x:0"
                                                 << "Root=1-1-2;Parent=3;Sampled=1";
  QTest::newRow("only its root") << "Root=1-1-2"
                                 << "Root=1-1-2;Parent=c;Sampled=0";
  QTest::newRow("no root") << "Sampled=1"
                           << "Root=1-a-b;Parent=c;Sampled=0";
  QTest::newRow("no header") << "Root=1-1 2;Parent=3"
                             << "Root=1-a-b;Parent=c;Sampled=0";
}

void TestRuntimeApi::tracesOfCallersGoOn() {
  QFETCH(QString, callers);
  QFETCH(QString, told);
  QCOMPARE(QString::fromStdString(
               continuedTrace(callers.toStdString(), "Root=1-a-b;Parent=c;Sampled=0")),
           told);
}

QTEST_GUILESS_MAIN(TestRuntimeApi)
#include "tst_runtime_api.moc"
