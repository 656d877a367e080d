// SPDX-License-Identifier: GPL-3.0-or-later
// A Node.js handler held by the debugger, in its sandbox and with a network.
#include <QStandardPaths>

#include "tests/core/live/debug_rig.h"

using namespace coldstart;
using namespace coldstart::livetest;
using journal::Ending;

class TestLiveDebugNode : public QObject {
  Q_OBJECT
 private slots:
  void initTestCase();
  void heldAtABreakpointPastItsDeadline_data();
  void heldAtABreakpointPastItsDeadline();
  void stepsIntoOverAndOut();
  void stepsOverAnAwait();
  void heldWhereAnExceptionLeavesTheHandler_data();
  void heldWhereAnExceptionLeavesTheHandler();
  void stopsWhereAConditionIsTrue();
  void aConditionThatRaisesStopsAndIsTold_data();
  void aConditionThatRaisesStopsAndIsTold();
  void breakpointsSetWhileItIsFrozenCount();
  void answersAsWithoutTheDebugger_data();
  void answersAsWithoutTheDebugger();
  void severalAreHeldOneAfterTheOther();
  void otherRuntimesRunWithoutIt();
};

namespace {

constexpr const char* kCode =
    "const rate = 2;\n"
    "function price(order) {\n"
    "  const total = order.n * rate;\n"
    "  return total;\n"
    "}\n"
    "exports.handler = async (event, context) => {\n"
    "  const result = price(event);\n"
    "  return result;\n"
    "};\n";

}  // namespace

void TestLiveDebugNode::initTestCase() {
  qRegisterMetaType<debug::Stop>();
  if (QStandardPaths::findExecutable(QStringLiteral("node"), {QStringLiteral("/usr/bin")})
          .isEmpty())
    QSKIP("Debian's nodejs is not installed here.");
}

void TestLiveDebugNode::heldAtABreakpointPastItsDeadline_data() {
  QTest::addColumn<QString>("file");
  QTest::addColumn<live::Network>("network");
  QTest::newRow("CommonJS") << QStringLiteral("index.js") << live::Network::Cut;
  QTest::newRow("ES module") << QStringLiteral("index.mjs") << live::Network::Cut;
  QTest::newRow("with a network") << QStringLiteral("index.mjs") << live::Network::Allowed;
}

void TestLiveDebugNode::heldAtABreakpointPastItsDeadline() {
  QFETCH(QString, file);
  QFETCH(live::Network, network);
  Rig rig("nodejs20.x");
  rig.network = network;
  rig.function().timeout = Duration::seconds(1);
  QByteArray code(kCode);
  if (file.endsWith(QStringLiteral(".mjs")))
    code.replace("exports.handler =", "export const handler =");
  rig.write(file.toUtf8().constData(), code.constData());
  stopAt(rig, {{"code/" + file.toStdString(), 4}});
  Held held(rig);
  const debug::Stop stop = held.sendAndStop("{\"n\": 21}");
  QCOMPARE(stop.why, debug::Why::Breakpoint);
  QCOMPARE(stop.frames.size(), std::size_t{2});  // The bootstrap is not the user's.
  QCOMPARE(stop.frames[0].line, 4);
  QCOMPARE(stop.frames[0].function, std::string("price"));
  auto locals = held.locals(stop);
  QCOMPARE(locals["total"].value, std::string("42"));
  QCOMPARE(locals["order"].value, std::string("{n: 21}"));
  std::vector<debug::Variable> inside;
  held.debugger().askInside(locals["order"].inside,
                            [&](const std::vector<debug::Variable>& found) { inside = found; });
  QTRY_COMPARE_WITH_TIMEOUT(inside.size(), std::size_t{1}, 10'000);
  QCOMPARE(inside[0].name, std::string("n"));
  QCOMPARE(held.evaluate(stop, "total + rate"), std::string("44"));
  QCOMPARE(held.evaluate(stop, "nope"), std::string("! ReferenceError: nope is not defined"));
  // Held for longer than the handler may run: the clock stands still meanwhile.
  const Instant before = rig.host().run()->end;
  QTest::qWait(1'300);
  QCOMPARE(rig.host().run()->end, before);
  const live::LiveAnswer answer = held.finish();
  QCOMPARE(answer.payload, std::string("42"));
  QCOMPARE(rig.attempt(answer).ending, Ending::Succeeded);
  QVERIFY(!rig.host().heldDebugger());
}

void TestLiveDebugNode::stepsIntoOverAndOut() {
  Rig rig("nodejs20.x");
  rig.write("index.js", kCode);
  stopAt(rig, {{"code/index.js", 7}});
  Held held(rig);
  QCOMPARE(held.sendAndStop("{\"n\": 1}").frames[0].line, 7);
  held.debugger().step(debug::Step::In);
  debug::Stop stop = held.next();
  QCOMPARE(stop.why, debug::Why::Step);
  QCOMPARE(stop.frames[0].line, 3);
  held.debugger().step(debug::Step::Over);
  stop = held.next();
  QCOMPARE(stop.frames[0].line, 4);
  held.debugger().step(debug::Step::Out);
  stop = held.next();
  QCOMPARE(stop.frames[0].function, std::string("exports.handler"));
  // Out of the handler there is nothing of the user's: the request ends.
  held.debugger().step(debug::Step::Out);
  QCOMPARE(held.wait().payload, std::string("2"));
}

void TestLiveDebugNode::stepsOverAnAwait() {
  Rig rig("nodejs20.x");
  rig.write("index.mjs",
            "export const handler = async () => {\n"
            "  await new Promise((done) => setTimeout(done, 5));\n"
            "  return 1;\n"
            "};\n");
  stopAt(rig, {{"code/index.mjs", 2}});
  Held held(rig);
  held.sendAndStop("{}");
  debug::Stop stop;
  do {  // The line has several places to stop at.
    held.debugger().step(debug::Step::Over);
    stop = held.next();
  } while (stop.frames[0].line == 2);
  QCOMPARE(stop.frames[0].line, 3);
  QCOMPARE(held.finish().payload, std::string("1"));
}

void TestLiveDebugNode::heldWhereAnExceptionLeavesTheHandler_data() {
  QTest::addColumn<QByteArray>("handler");
  QTest::newRow("callback") << QByteArray("(event, context, done) => price(event)");
  QTest::newRow("async") << QByteArray("async (event) => price(event)");
  QTest::newRow("behind an await")
      << QByteArray("async (event) => { await null; await (async () => price(event))(); }");
  QTest::newRow("chain") << QByteArray("(event) => Promise.resolve(event).then(price)");
  QTest::newRow("streaming") << QByteArray(
      "awslambda.streamifyResponse(async (event) => { await null; price(event); })");
}

void TestLiveDebugNode::heldWhereAnExceptionLeavesTheHandler() {
  QFETCH(QByteArray, handler);
  Rig rig("nodejs20.x");
  rig.write("index.js", ("function price(order) {\n"
                         "  try { null.caught; } catch { /* of no interest */ }\n"
                         "  return order.items.length;\n"
                         "}\n"
                         "exports.handler = " +
                         handler + ";\n")
                            .constData());
  stopAt(rig, {});
  Held held(rig);
  const debug::Stop stop = held.sendAndStop("{}");
  QCOMPARE(stop.why, debug::Why::Exception);
  QCOMPARE(stop.text,
           std::string("TypeError: Cannot read properties of undefined (reading 'length')"));
  QCOMPARE(stop.frames[0].line, 3);
  const live::LiveAnswer answer = held.finish();
  QCOMPARE(answer.functionError, std::string("Unhandled"));
  QVERIFY(answer.payload.find("\"errorType\":\"TypeError\"") != std::string::npos);
}

void TestLiveDebugNode::stopsWhereAConditionIsTrue() {
  Rig rig("nodejs20.x");
  rig.write("index.js",
            "exports.handler = async (event) => {\n"
            "  let sum = 0;\n"
            "  for (const each of event.all) {\n"
            "    sum += each;\n"
            "  }\n"
            "  return sum;\n"
            "};\n");
  stopAt(rig, {{"code/index.js", 4, "each > 2 && sum !== 0"}});
  Held held(rig);
  const debug::Stop stop = held.sendAndStop("{\"all\": [1, 2, 3]}");
  QCOMPARE(stop.why, debug::Why::Breakpoint);
  QCOMPARE(held.locals(stop)["sum"].value, std::string("3"));
  QCOMPARE(held.finish().payload, std::string("6"));
  QCOMPARE(held.stops.size(), qsizetype{1});
}

void TestLiveDebugNode::aConditionThatRaisesStopsAndIsTold_data() {
  QTest::addColumn<QString>("condition");
  QTest::addColumn<QString>("text");
  QTest::newRow("unknown name") << QStringLiteral("nope > 2")
                                << QStringLiteral("ReferenceError: nope is not defined");
  QTest::newRow("no expression") << QStringLiteral("total >")
                                 << QStringLiteral("SyntaxError: Unexpected end of input");
  QTest::newRow("closes what it did not open")
      << QStringLiteral("1) || (2") << QStringLiteral("SyntaxError: Unexpected token ')'");
}

void TestLiveDebugNode::aConditionThatRaisesStopsAndIsTold() {
  QFETCH(QString, condition);
  QFETCH(QString, text);
  Rig rig("nodejs20.x");
  rig.write("index.js", kCode);
  stopAt(rig, {{"code/index.js", 4, condition.toStdString()}});
  Held held(rig);
  const debug::Stop stop = held.sendAndStop("{\"n\": 1}");
  QCOMPARE(stop.why, debug::Why::Condition);
  QCOMPARE(QString::fromStdString(stop.text), text);
  QCOMPARE(held.finish().payload, std::string("2"));
}

void TestLiveDebugNode::breakpointsSetWhileItIsFrozenCount() {
  Rig rig("nodejs20.x");
  rig.write("index.js", kCode);
  stopAt(rig, {});
  QCOMPARE(rig.invoke("{\"n\": 1}").payload, std::string("2"));
  stopAt(rig, {{"code/index.js", 7}});
  Held held(rig);
  QCOMPARE(held.sendAndStop("{\"n\": 1}").frames[0].line, 7);
  // And one that is taken away while it is held does not stop it again.
  stopAt(rig, {});
  QCOMPARE(held.finish().payload, std::string("2"));
  QCOMPARE(rig.invoke("{\"n\": 3}").payload, std::string("6"));
  QCOMPARE(rig.host().environments(), std::size_t{1});
}

void TestLiveDebugNode::answersAsWithoutTheDebugger_data() {
  QTest::addColumn<QByteArray>("handler");
  QTest::addColumn<QByteArray>("payload");
  const auto row = [](const char* name, const char* handler, const char* payload) {
    QTest::newRow(name) << QByteArray(handler) << QByteArray(payload);
  };
  row("callback", "(event, context, done) => { setTimeout(() => done(null, 7), 5); }", "7");
  row("nothing", "() => {}", "null");
  row("done", "(event, context) => { context.succeed('x'); return 5; }", "\"x\"");
  row("promise", "() => new Promise((r) => setTimeout(() => r(8), 5))", "8");
  row("never", "() => new Promise(() => {})",
      "{\"errorType\":\"Runtime.NodeJsExit\",\"errorMessage\":\"The Lambda runtime client detected "
      "an unexpected Node.js exit code.\"");
  row("exit", "() => process.exit(3)",
      "{\"errorType\":\"Runtime.ExitError\",\"errorMessage\":\"RequestId: ");
}

void TestLiveDebugNode::answersAsWithoutTheDebugger() {
  QFETCH(QByteArray, handler);
  QFETCH(QByteArray, payload);
  Rig rig("nodejs20.x");
  rig.write("index.js", ("exports.handler = " + handler + ";\n").constData());
  stopAt(rig, {});
  const live::LiveAnswer answer = rig.invoke();
  QVERIFY2(answer.payload.starts_with(payload.constData()), answer.payload.c_str());
  QVERIFY2(rig.printed().find("ebugger") == std::string::npos, rig.printed().c_str());
}

void TestLiveDebugNode::severalAreHeldOneAfterTheOther() {
  Rig rig("nodejs20.x");
  rig.write("index.js", kCode);
  stopAt(rig, {{"code/index.js", 4}});
  QSignalSpy stops(&rig.host(), &live::LiveHost::stoppedAt);
  std::vector<std::string> answers;
  for (int i = 1; i <= 3; ++i) {
    live::LiveHost::Request request;
    request.payload = "{\"n\": " + std::to_string(i) + "}";
    request.answered = [&](const live::LiveAnswer& given) { answers.push_back(given.payload); };
    rig.host().invoke(std::move(request));
  }
  const auto letGo = [&] {
    if (debug::Debugger* const held = rig.host().heldDebugger()) held->resume();
    return answers.size() == 3;
  };
  QTRY_VERIFY_WITH_TIMEOUT(letGo(), 30'000);
  QVERIFY(stops.size() >= 3);
  std::ranges::sort(answers);
  QCOMPARE(answers, (std::vector<std::string>{"2", "4", "6"}));
  QVERIFY(!rig.host().heldDebugger());
}

void TestLiveDebugNode::otherRuntimesRunWithoutIt() {
  if (QStandardPaths::findExecutable(QStringLiteral("curl")).isEmpty())
    QSKIP("Debian's curl is not installed here.");
  Rig rig("provided.al2023");
  rig.write("bootstrap",
            "#!/bin/sh\n"
            "api=http://$AWS_LAMBDA_RUNTIME_API/2018-06-01/runtime/invocation\n"
            "while true; do\n"
            "  id=$(curl -sSL -D - -o /dev/null $api/next | tr -d '\\r' |\n"
            "    sed -n 's/^[Ll]ambda-[Rr]untime-[Aa]ws-[Rr]equest-[Ii]d: //p')\n"
            "  curl -sS -X POST $api/$id/response -d 7 >/dev/null\n"
            "done\n",
            true);
  stopAt(rig, {{"code/bootstrap", 3}});
  QSignalSpy failed(&rig.host(), &live::LiveHost::debuggerFailed);
  QCOMPARE(rig.invoke().payload, std::string("7"));
  QCOMPARE(failed.at(0).at(0).toString(), QStringLiteral("provided.al2023"));
}

QTEST_GUILESS_MAIN(TestLiveDebugNode)
#include "tst_live_debug_node.moc"
