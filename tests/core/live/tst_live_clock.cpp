// SPDX-License-Identifier: GPL-3.0-or-later
// The machine's clock is set while handlers run, forwards and backwards: only the clock that never
// jumps decides time-outs, idleness and order.
#include <QTest>

#include <fcntl.h>
#include <nlohmann/json.hpp>
#include <sys/stat.h>
#include <unistd.h>

#include "tests/core/live/live_rig.h"

using namespace coldstart;
using namespace coldstart::livetest;
using journal::Decision;
using journal::Ending;

class TestLiveClock : public QObject {
  Q_OBJECT
 private slots:
  void init();
  void aJumpEndsNothing_data();
  void aJumpEndsNothing();
  void aJumpKeepsNothing();
  void aJumpMakesNobodyIdle();
  void theDeadlineFollowsTheClock();

 private:
  WallTime now() const;
  std::unique_ptr<Rig> rig(const char* code);
  Duration m_set;  ///< By how much the clock was set.
};

namespace {

constexpr Duration kDay = Duration::minutes(24 * 60);

const char* const kWaits =
    "import os\ndef handler(event, context):\n"
    "    if event.get('waits'):\n        print('here', flush=True)\n"
    "        open(os.environ['LAMBDA_TASK_ROOT'] + '/gate').read()\n    return 'fine'\n";

}  // namespace

void TestLiveClock::init() {
  m_set = {};
}

WallTime TestLiveClock::now() const {
  return {QDateTime::currentMSecsSinceEpoch() * 1'000 + m_set.us};
}

std::unique_ptr<Rig> TestLiveClock::rig(const char* code) {
  auto made = std::make_unique<Rig>("python3.13");
  made->wallClock = [this] { return now(); };
  made->write("app.py", code);
  return made;
}

void TestLiveClock::aJumpEndsNothing_data() {
  QTest::addColumn<qint64>("jump");
  QTest::newRow("forwards") << qint64{kDay.us};
  QTest::newRow("backwards") << -qint64{kDay.us};
}

void TestLiveClock::aJumpEndsNothing() {
  QFETCH(qint64, jump);
  const auto rig = this->rig(kWaits);
  rig->function().timeout = Duration::minutes(1);
  const QByteArray gate =
      QFile::encodeName(rig->folder.filePath(rig->code + QStringLiteral("/gate")));
  QCOMPARE(::mkfifo(gate.constData(), 0644), 0);
  live::LiveAnswer answer{.status = 0, .functionError = {}, .payload = {}};
  live::LiveHost::Request request;
  request.payload = R"({"waits":true})";
  request.answered = [&answer](const live::LiveAnswer& given) { answer = given; };
  rig->host().invoke(std::move(request));
  QTRY_VERIFY_WITH_TIMEOUT(rig->printed() == "here\n", 30'000);
  m_set = Duration{jump};
  QTest::qWait(50);  // Whoever goes by the wrong clock acts now.
  QCOMPARE(answer.status, 0);
  ::close(::open(gate.constData(), O_RDWR | O_CLOEXEC));
  QTRY_COMPARE_WITH_TIMEOUT(answer.payload, std::string("\"fine\""), 30'000);
  const journal::Attempt& attempt = rig->attempt(answer);
  QCOMPARE(attempt.ending, Ending::Succeeded);
  QVERIFY(attempt.durationUs < 60'000'000U);
  // What comes after stands after it.
  const auto next = rig->invoke();
  QVERIFY(rig->attempt(next).began() >= rig->attempt(answer).ended());
  QCOMPARE(rig->attempt(next).decision, Decision::Warm);
}

void TestLiveClock::aJumpKeepsNothing() {
  const auto rig = this->rig(
      "import time\ndef handler(event, context):\n    print('here', flush=True)\n"
      "    time.sleep(60)\n");
  rig->function().timeout = Duration::seconds(1);
  connect(&rig->host(), &live::LiveHost::printedLine, this, [this] { m_set = Duration{-kDay.us}; });
  const auto answer = rig->invoke();
  QCOMPARE(m_set.us, -kDay.us);
  QCOMPARE(rig->attempt(answer).ending, Ending::TimedOut);
  QCOMPARE(rig->attempt(answer).durationUs, 1'000'000U);
}

void TestLiveClock::aJumpMakesNobodyIdle() {
  const auto rig =
      this->rig("def handler(event, context): return 'fine'\n");  // Idle for 10 minutes.
  rig->invoke();
  for (const Duration jump : {kDay, Duration{-kDay.us}}) {
    m_set = jump;
    QTest::qWait(50);
    QCOMPARE(rig->host().environments(), 1U);
    QCOMPARE(rig->attempt(rig->invoke()).decision, Decision::Warm);
  }
}

/// The runtime compares the deadline with the machine's clock: what it is told is of that clock, at
/// the moment of the invocation.
void TestLiveClock::theDeadlineFollowsTheClock() {
  const auto rig =
      this->rig("def handler(event, context): return context.get_remaining_time_in_millis()\n");
  rig->function().timeout = Duration::minutes(1);
  const auto left = [&rig] { return std::stoll(rig->invoke().payload); };
  QVERIFY(left() <= 60'000);
  QVERIFY(left() > 30'000);
  // The handler's clock was not set: for it the deadline is as much further away.
  m_set = Duration::minutes(10);
  const auto later = left();
  QVERIFY2(later <= 660'000 && later > 630'000, std::to_string(later).c_str());
  m_set = Duration{-kDay.us};
  QCOMPARE(left(), 0);
}

QTEST_GUILESS_MAIN(TestLiveClock)
#include "tst_live_clock.moc"
