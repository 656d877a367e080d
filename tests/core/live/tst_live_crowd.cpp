// SPDX-License-Identifier: GPL-3.0-or-later
// Many at once: thousands of requests of which none is lost and none answered twice, and a hundred
// environments that really run together while the event loop goes on.
#include <QTest>
#include <algorithm>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tests/core/live/live_rig.h"

using namespace coldstart;
using namespace coldstart::livetest;
using journal::Ending;

class TestLiveCrowd : public QObject {
  Q_OBJECT
 private slots:
  void tenThousandRequests();
  void aHundredEnvironmentsTogether();
};

namespace {

/// How often each request was answered, and with what at last.
struct Answers {
  explicit Answers(std::size_t count) : times(count), payloads(count) {}
  std::vector<int> times;
  std::vector<std::string> payloads;
  std::size_t came = 0;
};

void send(Rig& rig, Answers& answers, std::size_t number, const std::string& payload) {
  live::LiveHost::Request request;
  request.payload = payload;
  request.answered = [&answers, number](const live::LiveAnswer& answer) {
    ++answers.times[number];
    answers.payloads[number] = answer.payload;
    ++answers.came;
  };
  rig.host().invoke(std::move(request));
}

/// Intervals during which an environment worked: one request at a time.
bool overlap(const journal::Run& run) {
  std::vector<std::vector<std::pair<Instant, Instant>>> worked(run.journal.environments.size());
  for (const journal::Attempt& attempt : run.journal.attempts.all())
    worked[attempt.environment].emplace_back(attempt.began(), attempt.ended());
  return std::ranges::any_of(worked, [](auto& spans) {
    std::ranges::sort(spans);
    for (std::size_t i = 1; i < spans.size(); ++i) {
      if (spans[i].first < spans[i - 1].second) return true;
    }
    return false;
  });
}

}  // namespace

void TestLiveCrowd::tenThousandRequests() {
  constexpr std::size_t kRequests = 10'000;
  constexpr std::size_t kAtOnce = 4;
  Rig rig("python3.13");
  rig.initLimit = Duration::minutes(2);  // Nobody is to fail because the machine is busy.
  rig.function().timeout = Duration::minutes(2);
  rig.function().memory = Memory{1'769};               // A whole processor.
  rig.project.account.concurrentExecutions = 100'000;  // Ten times as many requests a second.
  rig.write("app.py", "def handler(event, context): return event['n'] * 3\n");
  rig.host().setAtOnce(kAtOnce);
  Answers answers(kRequests);
  for (std::size_t i = 0; i < kRequests; ++i)
    send(rig, answers, i, "{\"n\":" + std::to_string(i) + "}");
  QCOMPARE(rig.host().running(), kAtOnce);
  QCOMPARE(rig.host().held(), kRequests - kAtOnce);
  QTRY_COMPARE_WITH_TIMEOUT(answers.came, kRequests, 200'000);
  for (std::size_t i = 0; i < kRequests; ++i) {
    QCOMPARE(answers.times[i], 1);
    QCOMPARE(answers.payloads[i], std::to_string(i * 3));
  }
  QCOMPARE(rig.host().held(), 0U);
  QCOMPARE(rig.host().running(), 0U);
  const auto run = rig.host().run();
  QCOMPARE(run->requests, kRequests);
  QCOMPARE(run->journal.attempts.size(), kRequests);
  QVERIFY(run->journal.environments.size() <= kAtOnce);
  QVERIFY(!overlap(*run));
  std::vector<int> seen(kRequests);
  for (const journal::Attempt& attempt : run->journal.attempts.all()) {
    QCOMPARE(attempt.ending, Ending::Succeeded);
    ++seen[attempt.request];
  }
  QVERIFY(std::ranges::all_of(seen, [](int times) { return times == 1; }));
  rig.close();
  QTRY_COMPARE_WITH_TIMEOUT(runningWith(rig.folder.path().toUtf8()), 0, 30'000);
}

void TestLiveCrowd::aHundredEnvironmentsTogether() {
  constexpr std::size_t kTogether = 100;
  Rig rig("python3.13");
  rig.initLimit = Duration::minutes(4);
  rig.function().timeout = Duration::minutes(4);
  rig.function().memory = Memory{1'769};
  // A pipe that nobody has opened for writing: whoever opens it to read waits.
  const QByteArray gate =
      QFile::encodeName(rig.folder.filePath(rig.code + QStringLiteral("/gate")));
  QCOMPARE(::mkfifo(gate.constData(), 0644), 0);
  rig.write("app.py",
            "import os\nGATE = os.environ['LAMBDA_TASK_ROOT'] + '/gate'\n"
            "def handler(event, context):\n    if event['waits']:\n"
            "        print('here', flush=True)\n        open(GATE).read()\n"
            "    return event['n']\n");
  Answers answers(kTogether + 1);
  for (std::size_t i = 0; i < kTogether; ++i)
    send(rig, answers, i, "{\"waits\":true,\"n\":" + std::to_string(i) + "}");
  const auto here = [&rig] {
    return static_cast<std::size_t>(
        std::ranges::count(rig.host().printed(), "here", &journal::PrintedLine::text));
  };
  QTRY_COMPARE_WITH_TIMEOUT(here(), kTogether, 200'000);
  // All stand in their handlers; the host goes on meanwhile.
  QCOMPARE(rig.host().running(), kTogether);
  QCOMPARE(rig.host().environments(), kTogether);
  send(rig, answers, kTogether, "{\"waits\":false,\"n\":-1}");
  QTRY_COMPARE_WITH_TIMEOUT(answers.came, 1U, 60'000);
  QCOMPARE(answers.payloads[kTogether], std::string("-1"));
  const int writer = ::open(gate.constData(), O_RDWR | O_CLOEXEC);
  QVERIFY(writer >= 0);
  ::close(writer);
  QTRY_COMPARE_WITH_TIMEOUT(answers.came, kTogether + 1, 120'000);
  for (std::size_t i = 0; i < kTogether; ++i) {
    QCOMPARE(answers.times[i], 1);
    QCOMPARE(answers.payloads[i], std::to_string(i));
  }
  const auto run = rig.host().run();
  QCOMPARE(run->journal.environments.size(), kTogether + 1);
  QVERIFY(!overlap(*run));
  rig.close();
  QTRY_COMPARE_WITH_TIMEOUT(runningWith(rig.folder.path().toUtf8()), 0, 30'000);
}

QTEST_GUILESS_MAIN(TestLiveCrowd)
#include "tst_live_crowd.moc"
