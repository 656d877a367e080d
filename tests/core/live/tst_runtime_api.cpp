// SPDX-License-Identifier: GPL-3.0-or-later
// The Runtime API's states, statuses and letters. (facts 10.1)
#include <QTest>

#include "core/live/runtime_api.h"

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
};

namespace {

HttpRequest get(const char* path) {
  return {"GET", std::string("/2018-06-01/") + path, {}, {}};
}
HttpRequest post(const std::string& path, std::string body = "{}") {
  return {"POST", "/2018-06-01/" + path, {}, std::move(body)};
}

/// An API whose runtime has taken request "r1".
void take(RuntimeApi& api) {
  QVERIFY(!api.handle(get("runtime/invocation/next")));
  RuntimeInvocation invocation;
  invocation.requestId = "r1";
  api.offer(invocation);
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

QTEST_GUILESS_MAIN(TestRuntimeApi)
#include "tst_runtime_api.moc"
