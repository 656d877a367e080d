// SPDX-License-Identifier: GPL-3.0-or-later
// A handler held by the debugger: its deadline waits, and the next request is as if nothing had
// been.
#include "tests/core/live/debug_rig.h"

using namespace coldstart;
using namespace coldstart::livetest;
using journal::Ending;

class TestLiveDebug : public QObject {
  Q_OBJECT
 private slots:
  void initTestCase();
  void heldAtABreakpointPastItsDeadline();
  void heldWhereAnExceptionLeavesTheHandler();
  void aProcessThatDiesWhileHeldLetsTheClockGo();
  void stopsWhereAConditionIsTrue();
  void aConditionThatRaisesStopsAndIsTold_data();
  void aConditionThatRaisesStopsAndIsTold();
  void breakpointsSetWhileItIsFrozenCount();
  void theRemainingTimeWaits_data();
  void theRemainingTimeWaits();
  void withoutBreakpointsNothingIsHeld();
  void theRemainingTimeIsOfTheRealClock();
};

namespace {

constexpr const char* kCode =
    "def price(order):\n"
    "    total = order['n'] * 2\n"
    "    return total\n"
    "\n"
    "def handler(event, context):\n"
    "    return price(event)\n";

}  // namespace

void TestLiveDebug::initTestCase() {
  qRegisterMetaType<debug::Stop>();
  QProcess probe;
  probe.start(QStringLiteral("/usr/bin/python3"),
              {QStringLiteral("-c"), QStringLiteral("import debugpy")});
  if (!probe.waitForFinished(30'000) || probe.exitCode() != 0)
    QSKIP("Debian's python3-debugpy is not installed here.");
}

void TestLiveDebug::heldAtABreakpointPastItsDeadline() {
  Rig rig("python3.11");
  rig.function().timeout = Duration::seconds(1);
  rig.write("app.py", kCode);
  stopAt(rig, {{"code/app.py", 3}});
  Held held(rig);
  const debug::Stop stop = held.sendAndStop("{\"n\": 21}");
  QCOMPARE(stop.why, debug::Why::Breakpoint);
  QCOMPARE(stop.frames.size(), std::size_t{2});  // The bootstrap is not the user's.
  QCOMPARE(stop.frames[0].line, 3);
  QCOMPARE(stop.frames[1].function, std::string("handler"));
  QCOMPARE(held.locals(stop)["total"].value, std::string("42"));
  QCOMPARE(held.evaluate(stop, "total + 1"), std::string("43"));
  // Held for longer than the handler may run: the clock stands still meanwhile.
  const Instant before = rig.host().run()->end;
  QTest::qWait(1'300);
  QCOMPARE(rig.host().run()->end, before);
  const live::LiveAnswer answer = held.finish();
  QCOMPARE(answer.payload, std::string("42"));
  QCOMPARE(rig.attempt(answer).ending, Ending::Succeeded);
  QVERIFY(rig.attempt(answer).durationUs < 1'000'000);
  QVERIFY(!rig.host().heldDebugger());
}

void TestLiveDebug::heldWhereAnExceptionLeavesTheHandler() {
  Rig rig("python3.11");
  rig.write("app.py", kCode);
  stopAt(rig, {});
  Held held(rig);
  const debug::Stop stop = held.sendAndStop("{}");
  QCOMPARE(stop.why, debug::Why::Exception);
  QCOMPARE(stop.text, std::string("KeyError: 'n'"));
  QCOMPARE(held.finish().functionError, std::string("Unhandled"));
}

void TestLiveDebug::aProcessThatDiesWhileHeldLetsTheClockGo() {
  Rig rig("python3.11");
  rig.write("app.py", kCode);
  stopAt(rig, {{"code/app.py", 3}});
  Held held(rig);
  held.sendAndStop("{\"n\": 1}");
  for (const std::int64_t pid : live::processTree(rig.host().processOf(0)))
    QProcess::execute(QStringLiteral("kill"), {QStringLiteral("-9"), QString::number(pid)});
  QCOMPARE(rig.attempt(held.wait()).ending, Ending::Crashed);
  rig.host().setDebugging(std::nullopt);
  QCOMPARE(rig.invoke("{\"n\": 4}").payload, std::string("8"));
}

void TestLiveDebug::stopsWhereAConditionIsTrue() {
  Rig rig("python3.11");
  rig.write("app.py",
            "def handler(event, context):\n"
            "    total = 0\n"
            "    for each in event:\n"
            "        total += each\n"
            "    return total\n");
  stopAt(rig, {{"code/app.py", 4, "each > 2"}});
  Held held(rig);
  const debug::Stop stop = held.sendAndStop("[1, 2, 3]");
  QCOMPARE(stop.why, debug::Why::Breakpoint);
  QCOMPARE(held.locals(stop)["total"].value, std::string("3"));
  QCOMPARE(held.finish().payload, std::string("6"));
  QCOMPARE(held.stops.size(), qsizetype{1});
}

void TestLiveDebug::aConditionThatRaisesStopsAndIsTold_data() {
  QTest::addColumn<QString>("condition");
  QTest::addColumn<QString>("text");
  QTest::newRow("unknown name") << QStringLiteral("nope > 2")
                                << QStringLiteral("NameError: name 'nope' is not defined");
  QTest::newRow("no expression") << QStringLiteral("total >")
                                 << QStringLiteral("SyntaxError: invalid syntax");
}

void TestLiveDebug::aConditionThatRaisesStopsAndIsTold() {
  QFETCH(QString, condition);
  QFETCH(QString, text);
  Rig rig("python3.11");
  rig.write("app.py", kCode);
  stopAt(rig, {{"code/app.py", 3, condition.toStdString()}});
  Held held(rig);
  const debug::Stop stop = held.sendAndStop("{\"n\": 1}");
  QCOMPARE(stop.why, debug::Why::Condition);
  QCOMPARE(QString::fromStdString(stop.text), text);
  QCOMPARE(held.finish().payload, std::string("2"));
  QCOMPARE(rig.printed().find("Traceback"), std::string::npos);
}

void TestLiveDebug::breakpointsSetWhileItIsFrozenCount() {
  Rig rig("python3.11");
  rig.write("app.py", kCode);
  stopAt(rig, {});
  QCOMPARE(rig.invoke("{\"n\": 1}").payload, std::string("2"));
  stopAt(rig, {{"code/app.py", 6}});
  Held held(rig);
  QCOMPARE(held.sendAndStop("{\"n\": 1}").frames[0].line, 6);
  QCOMPARE(held.finish().payload, std::string("2"));
}

/// The remaining time stands still while the handler is held, as its deadline does.
void TestLiveDebug::theRemainingTimeWaits_data() {
  QTest::addColumn<bool>("isPython");
  QTest::newRow("Python") << true;
  QTest::newRow("Node.js") << false;
}

void TestLiveDebug::theRemainingTimeWaits() {
  QFETCH(bool, isPython);
  Rig rig(isPython ? "python3.11" : "nodejs20.x");
  rig.function().timeout = Duration::seconds(2);
  rig.write("app.py",
            "def handler(event, context):\n"
            "    before = context.get_remaining_time_in_millis()\n"
            "    return [before, context.get_remaining_time_in_millis()]\n");
  rig.write("index.js",
            "exports.handler = async (event, context) => {\n"
            "  const before = context.getRemainingTimeInMillis();\n"
            "  return [before, context.getRemainingTimeInMillis()];\n"
            "};\n");
  stopAt(rig, {{isPython ? "code/app.py" : "code/index.js", 3}});
  Held held(rig);
  for (int i = 0; i < 2; ++i) {  // And what was waited is not counted twice.
    const debug::Stop stop = held.sendAndStop("{}");
    const std::string asked =
        isPython ? "context.get_remaining_time_in_millis()" : "context.getRemainingTimeInMillis()";
    const std::string first = held.evaluate(stop, asked);
    QTest::qWait(2'200);
    QCOMPARE(held.evaluate(stop, asked), first);
    const std::string payload = held.finish().payload;
    int before = 0;
    int after = 0;
    QCOMPARE(std::sscanf(payload.c_str(), "[%d,%d]", &before, &after), 2);
    QVERIFY2(before <= 2'000 && after <= before && after > 0, payload.c_str());
    QVERIFY2(after >= std::stoi(first) - 1'000, payload.c_str());
  }
}

void TestLiveDebug::withoutBreakpointsNothingIsHeld() {
  Rig rig("python3.11");
  rig.write("app.py", kCode);
  stopAt(rig, {});
  QCOMPARE(rig.invoke("{\"n\": 3}").payload, std::string("6"));
}

/// The host's clock may be moved on or stand still; the handler has what its own clock says.
void TestLiveDebug::theRemainingTimeIsOfTheRealClock() {
  Rig rig("python3.11");
  rig.write("app.py",
            "def handler(event, context):\n    return context.get_remaining_time_in_millis()\n");
  rig.invoke();
  QVERIFY(rig.host().letTimePass(Duration::minutes(1)));
  const int left = std::stoi(rig.invoke().payload);
  QVERIFY2(left > 1'000 && left <= 5'000, qPrintable(QString::number(left)));
}

QTEST_GUILESS_MAIN(TestLiveDebug)
#include "tst_live_debug.moc"
