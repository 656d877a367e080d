// SPDX-License-Identifier: GPL-3.0-or-later
// A handler held by the debugger: its deadline waits, and the next request is as if nothing had
// been.
#include <QProcess>
#include <QSignalSpy>
#include <QTest>

#include "tests/core/live/live_rig.h"

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

/// Sends a request and waits until the debugger has stopped it.
debug::Stop invokeAndStop(Rig& rig, live::LiveAnswer& answer, const std::string& payload) {
  QSignalSpy stopped(&rig.host(), &live::LiveHost::stoppedAt);
  live::LiveHost::Request request;
  request.payload = payload;
  request.answered = [&answer](const live::LiveAnswer& given) { answer = given; };
  rig.host().invoke(std::move(request));
  if (!QTest::qWaitFor([&] { return !stopped.isEmpty(); }, 30'000)) {
    QTest::qFail("nothing was held", __FILE__, __LINE__);
    return {};
  }
  return stopped.first().at(1).value<debug::Stop>();
}

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
  rig.host().setDebugging(live::LiveHost::Debugging{{{"code/app.py", 3}}});
  live::LiveAnswer answer{.status = 0, .functionError = {}, .payload = {}};
  const debug::Stop stop = invokeAndStop(rig, answer, "{\"n\": 21}");
  QCOMPARE(stop.why, debug::Why::Breakpoint);
  QCOMPARE(stop.frames.size(), std::size_t{2});  // The bootstrap is not the user's.
  QCOMPARE(stop.frames[0].line, 3);
  QCOMPARE(stop.frames[1].function, std::string("handler"));
  debug::Debugger* debugger = rig.host().heldDebugger();
  QVERIFY(debugger);
  std::string total;
  debugger->askLocals(stop.frames[0].id, [&](const std::vector<debug::Variable>& variables) {
    for (const debug::Variable& each : variables)
      if (each.name == "total") total = each.value;
  });
  QTRY_COMPARE_WITH_TIMEOUT(total, std::string("42"), 10'000);
  std::string value;
  debugger->evaluate(stop.frames[0].id, "total + 1",
                     [&](const debug::Debugger::Evaluated& given) { value = given.value.value; });
  QTRY_COMPARE_WITH_TIMEOUT(value, std::string("43"), 10'000);
  // Held for longer than the handler may run: the clock stands still meanwhile.
  const Instant before = rig.host().run()->end;
  QTest::qWait(1'300);
  QCOMPARE(rig.host().run()->end, before);
  QCOMPARE(answer.status, 0);
  debugger->resume();
  QTRY_COMPARE_WITH_TIMEOUT(answer.status, 200, 10'000);
  QCOMPARE(answer.payload, std::string("42"));
  QCOMPARE(rig.attempt(answer).ending, Ending::Succeeded);
  QVERIFY(rig.attempt(answer).durationUs < 1'000'000);
  QVERIFY(!rig.host().heldDebugger());
}

void TestLiveDebug::heldWhereAnExceptionLeavesTheHandler() {
  Rig rig("python3.11");
  rig.write("app.py", kCode);
  rig.host().setDebugging(live::LiveHost::Debugging{});
  live::LiveAnswer answer{.status = 0, .functionError = {}, .payload = {}};
  const debug::Stop stop = invokeAndStop(rig, answer, "{}");
  QCOMPARE(stop.why, debug::Why::Exception);
  QCOMPARE(stop.text, std::string("KeyError: 'n'"));
  rig.host().heldDebugger()->resume();
  QTRY_COMPARE_WITH_TIMEOUT(answer.status, 200, 10'000);
  QCOMPARE(answer.functionError, std::string("Unhandled"));
}

void TestLiveDebug::aProcessThatDiesWhileHeldLetsTheClockGo() {
  Rig rig("python3.11");
  rig.write("app.py", kCode);
  rig.host().setDebugging(live::LiveHost::Debugging{{{"code/app.py", 3}}});
  live::LiveAnswer answer{.status = 0, .functionError = {}, .payload = {}};
  invokeAndStop(rig, answer, "{\"n\": 1}");
  for (const std::int64_t pid : live::processTree(rig.host().processOf(0)))
    QProcess::execute(QStringLiteral("kill"), {QStringLiteral("-9"), QString::number(pid)});
  QTRY_COMPARE_WITH_TIMEOUT(answer.status, 200, 10'000);
  QCOMPARE(rig.attempt(answer).ending, Ending::Crashed);
  rig.host().setDebugging(std::nullopt);
  QCOMPARE(rig.invoke("{\"n\": 4}").payload, std::string("8"));
}

void TestLiveDebug::withoutBreakpointsNothingIsHeld() {
  Rig rig("python3.11");
  rig.write("app.py", kCode);
  rig.host().setDebugging(live::LiveHost::Debugging{});
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
