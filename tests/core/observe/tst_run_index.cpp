// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <set>

#include "core/observe/concurrency_curve.h"
#include "core/observe/happenings.h"
#include "core/observe/stage_state.h"
#include "tests/support/made_runs.h"

using namespace coldstart;
using namespace coldstart::observe;
using journal::Attempt;
using journal::Decision;
using journal::Ending;
using tests::MadeRun;

namespace {

Instant at(std::int64_t ms) {
  return Instant{ms * 1'000};
}

std::int32_t naiveInUse(const RunIndex& index, std::optional<std::size_t> function, Instant t) {
  std::int32_t count = 0;
  for (const Attempt& a : index.attempts()) {
    if (!a.ran() || a.arrived > t || index.endOf(a) <= t) continue;
    if (!function || index.run().journal.functionOf(a) == *function) ++count;
  }
  return count;
}

}  // namespace

class TestRunIndex : public QObject {
  Q_OBJECT
 private slots:
  void stageEqualsARecount_data();
  void stageEqualsARecount();
  void tellsThePhasesOfTheNewcomersMinute();
  void curveEqualsARecount_data();
  void curveEqualsARecount();
  void aPeakOfAMicrosecondSurvives();
  void limitsFollowTheChanges();
  void stepsVisitEveryHappening();
  void holdsProvisionedUntilAllAreReady();
  void findsAllAttemptsOfARequest();
};

void TestRunIndex::stageEqualsARecount_data() {
  QTest::addColumn<quint32>("seed");
  QTest::addColumn<int>("functions");
  for (quint32 seed = 1; seed <= 4; ++seed)
    QTest::addRow("seed %u", seed) << seed << (seed % 2 == 0 ? 3 : 1);
}

void TestRunIndex::stageEqualsARecount() {
  QFETCH(quint32, seed);
  QFETCH(int, functions);
  const RunIndex index(tests::randomRun(seed, 9'000, static_cast<std::size_t>(functions)));
  std::mt19937 random(seed);
  for (int probe = 0; probe < 25; ++probe) {
    const Instant t{static_cast<std::int64_t>(random()) % index.run().end.us};
    const StageState state = stageAt(index, t);
    std::int64_t requests = 0;
    std::int64_t cold = 0;
    std::int64_t errors = 0;
    std::int64_t throttles = 0;
    for (const Attempt& a : index.attempts()) {
      if (a.arrived > t) continue;
      ++requests;
      cold += journal::isCold(a.decision) ? 1 : 0;
      throttles += journal::isThrottle(a.decision) ? 1 : 0;
      if ((a.ending == Ending::HandlerError || a.ending == Ending::TimedOut) && a.ended() <= t)
        ++errors;
    }
    QCOMPARE(state.requests, requests);
    QCOMPARE(state.throttles, throttles);
    std::int64_t coldStarts = 0;
    std::int64_t failures = 0;
    for (const FunctionState& f : state.functions) {
      coldStarts += f.coldStarts;
      failures += f.errors;
    }
    QCOMPARE(coldStarts, cold);
    QCOMPARE(failures, errors);
    QCOMPARE(state.busy, naiveInUse(index, std::nullopt, t));
    std::vector<journal::EnvironmentIndex> alive;
    for (std::size_t e = 0; e < index.environments().size(); ++e) {
      const auto& environment = index.environments()[e];
      if (environment.started <= t && t < environment.stopped)
        alive.push_back(static_cast<journal::EnvironmentIndex>(e));
    }
    QCOMPARE(state.environments.size(), alive.size());
    for (std::size_t i = 0; i < alive.size(); ++i) {
      QCOMPARE(state.environments[i].environment, alive[i]);
      QVERIFY(state.environments[i].since <= t);
      QVERIFY(state.environments[i].until > t);
    }
  }
}

void TestRunIndex::tellsThePhasesOfTheNewcomersMinute() {
  MadeRun made(8);
  const auto e = made.environment(at(250), Duration::millis(210));
  made.request(e, at(250), Duration::millis(412));
  made.request(e, at(2'292), Duration::millis(87));
  const RunIndex index(made.end(at(4'000)));
  using Phase = EnvironmentState::Phase;
  const auto phaseAt = [&](std::int64_t ms) { return stageAt(index, at(ms)).environments.at(0); };
  QVERIFY(stageAt(index, at(249)).environments.empty());
  QCOMPARE(phaseAt(250).phase, Phase::Init);
  QCOMPARE(phaseAt(460).phase, Phase::Busy);
  QCOMPARE(phaseAt(460).until, at(872));
  QCOMPARE(phaseAt(872).phase, Phase::Frozen);
  QCOMPARE(phaseAt(1'000).since, at(872));
  QCOMPARE(phaseAt(1'000).until, at(2'292));
  QCOMPARE(phaseAt(1'000).attempt, 0U);
  QCOMPARE(phaseAt(2'300).phase, Phase::Busy);
  QCOMPARE(phaseAt(3'400).since, at(2'379));
  QCOMPARE(stageAt(index, at(300)).busy, 1);  // Init for a request counts as in use.
  QCOMPARE(stageAt(index, at(1'000)).busy, 0);
}

void TestRunIndex::curveEqualsARecount_data() {
  stageEqualsARecount_data();
}

void TestRunIndex::curveEqualsARecount() {
  QFETCH(quint32, seed);
  QFETCH(int, functions);
  const RunIndex index(tests::randomRun(seed, 21'000, static_cast<std::size_t>(functions)));
  const ConcurrencyCurve& curve = index.concurrency();
  std::mt19937 random(seed);
  for (int probe = 0; probe < 8; ++probe) {
    const Instant t{static_cast<std::int64_t>(random()) % index.run().end.us};
    QCOMPARE(curve.at(std::nullopt, t), naiveInUse(index, std::nullopt, t));
    QCOMPARE(curve.at(0, t), naiveInUse(index, 0, t));
    // A close look agrees at every column's first instant; the whole view contains it.
    std::vector<InUse> close(25);
    const Instant to = t + Duration::millis(25);
    curve.sample(0, t, to, close);
    for (std::size_t c = 0; c < close.size(); ++c) {
      const auto value = naiveInUse(index, 0, t + Duration::millis(static_cast<std::int64_t>(c)));
      QVERIFY(close[c].least <= value && value <= close[c].most);
    }
    std::vector<InUse> whole(100);
    curve.sample(std::nullopt, Instant{}, index.run().end, whole);
    const auto column = static_cast<std::size_t>(t.us * 100 / index.run().end.us);
    const auto value = naiveInUse(index, std::nullopt, t);
    QVERIFY(whole[column].least <= value && value <= whole[column].most);
  }
  std::vector<std::pair<std::int64_t, int>> events;  // Ends sort before arrivals of the same time.
  for (const Attempt& a : index.attempts()) {
    if (!a.ran() || a.ended() <= a.arrived) continue;
    events.emplace_back(a.arrived.us, 1);
    events.emplace_back(a.ended().us, -1);
  }
  std::ranges::sort(events);
  std::int32_t now = 0;
  std::int32_t peak = 0;
  for (const auto& event : events) peak = std::max(peak, now += event.second);
  QCOMPARE(curve.peak(std::nullopt), peak);
}

void TestRunIndex::aPeakOfAMicrosecondSurvives() {
  MadeRun made(60'000);
  const auto calm = made.environment(at(0), Duration::millis(1));
  const auto brief = made.environment(at(0), Duration::millis(1));
  made.request(calm, at(0), Duration::millis(1));
  made.request(brief, at(0), Duration::millis(1));
  for (int i = 1; i < 50'000; ++i) {
    made.request(calm, at(i * 20), Duration::millis(10));
    if (i == 30'000) made.request(brief, at(i * 20), Duration::micros(1));
  }
  const RunIndex index(made.end(at(1'000'100)));
  std::vector<InUse> columns(500);
  index.concurrency().sample(0, Instant{}, index.run().end, columns);
  const auto peaks = std::ranges::count_if(columns.begin() + 1, columns.end(),
                                           [](const InUse& c) { return c.most == 2; });
  QVERIFY(peaks >= 1 && peaks <= 2);
}

void TestRunIndex::limitsFollowTheChanges() {
  MadeRun made(4, {"Thumbnail", "Notify"});
  made.run().project.functions[0].reserved = 50;
  made.run().journal.changes.push_back(
      {at(40'000), "Thumbnail.ReservedConcurrentExecutions", 50, 100});
  made.run().journal.changes.push_back({at(50'000), "Account.ConcurrentExecutions", 1'000, 2'000});
  made.run().journal.changes.push_back(
      {at(60'000), "Thumbnail.ReservedConcurrentExecutions", 100, -1});
  const RunIndex index(made.end(at(90'000)));
  QCOMPARE(stageAt(index, at(39'999)).functions[0].reserved, 50);
  QCOMPARE(stageAt(index, at(40'000)).functions[0].reserved, 100);
  QCOMPARE(stageAt(index, at(60'000)).functions[0].reserved, -1);
  QCOMPARE(stageAt(index, at(49'000)).accountLimit, 1'000);
  QCOMPARE(stageAt(index, at(51'000)).accountLimit, 2'000);
  QCOMPARE(limitAt(index.unreserved(), at(0)), 950);
  QCOMPARE(limitAt(index.unreserved(), at(45'000)), 900);
  QCOMPARE(limitAt(index.unreserved(), at(70'000)), 2'000);
}

void TestRunIndex::stepsVisitEveryHappening() {
  const RunIndex index(tests::randomRun(11, 400, 2));
  std::set<std::int64_t> expected;
  const auto add = [&](Instant t) {
    if (t > Instant{} && t <= index.run().end) expected.insert(t.us);
  };
  for (const Attempt& a : index.attempts()) {
    add(a.arrived);
    if (!a.ran()) continue;
    add(a.began());
    add(a.ended());
  }
  for (const auto& e : index.environments()) {
    add(e.started);
    add(e.ready());
    if (e.stopped != kNever) add(e.stopped);
  }
  std::vector<std::int64_t> forward;
  for (auto t = nextHappening(index, Instant{}); t; t = nextHappening(index, *t))
    forward.push_back(t->us);
  QCOMPARE(forward, std::vector<std::int64_t>(expected.begin(), expected.end()));
  std::vector<std::int64_t> counted;
  for (const Instant t : happenings(index))
    if (t > Instant{}) counted.push_back(t.us);
  QCOMPARE(counted, forward);
  std::vector<std::int64_t> backward;
  for (auto t = previousHappening(index, index.run().end); t && t->us > 0;
       t = previousHappening(index, *t))
    backward.push_back(t->us);
  std::ranges::reverse(backward);
  QCOMPARE(backward, forward);
}

void TestRunIndex::holdsProvisionedUntilAllAreReady() {
  MadeRun made(8);
  const auto provisioned = [&](std::int64_t startedMs) {
    const auto e = made.environment(at(startedMs), Duration::millis(100));
    made.run().journal.environments[e].provisioned = true;
  };
  const std::string id = made.run().project.functions[0].id;
  provisioned(-200);  // Ready when the run begins.
  provisioned(1'000);
  provisioned(2'000);
  made.run().journal.changes.push_back(
      {at(2'100), id + ".AllocatedProvisionedConcurrentExecutions", 1, 3});
  const RunIndex index(made.end(at(5'000)));
  const auto seen = [&](std::int64_t ms) {
    const StageState state = stageAt(index, at(ms));
    const auto held = std::ranges::count(state.environments, true, &EnvironmentState::held);
    return std::pair(state.functions[0].provisionedReady, static_cast<int>(held));
  };
  QCOMPARE(seen(500), std::pair(1, 0));
  QCOMPARE(seen(1'500), std::pair(1, 1));
  QCOMPARE(seen(2'099), std::pair(1, 1));
  QCOMPARE(seen(2'100), std::pair(3, 0));
  for (const auto of : {std::optional<std::size_t>(0), std::optional<std::size_t>()}) {
    const auto steps = index.concurrency().provisionedReady(of);
    QCOMPARE(steps.size(), std::size_t{2});
    QCOMPARE(steps[0].value, 1);
    QCOMPARE(steps[1].value, 3);
    QCOMPARE(steps[1].at.us, at(2'100).us);
  }
}

void TestRunIndex::findsAllAttemptsOfARequest() {
  MadeRun made(8);
  made.run().journal.sources[0].type = project::InvocationType::Event;
  const auto e = made.environment(at(0), Duration::millis(100));
  const auto first = made.request(e, at(0), Duration::millis(10), Ending::HandlerError);
  made.attempt(first).retried = true;
  made.request(e, at(1'000), Duration::millis(10));
  const auto retry = made.request(e, at(60'110), Duration::millis(10), Ending::HandlerError);
  made.attempt(retry).request = 0;
  made.attempt(retry).cause = first;
  const RunIndex index(made.end(at(70'000)));
  QCOMPARE(index.attemptsOfRequest(0), (std::vector<journal::AttemptIndex>{first, retry}));
  QCOMPARE(index.attemptsOfRequest(1), (std::vector<journal::AttemptIndex>{1}));
  QCOMPARE(index.retryOf(first), std::optional<journal::AttemptIndex>(retry));
  QCOMPARE(stageAt(index, at(50)).functions[0].waitingEvents, 0);
  QCOMPARE(stageAt(index, at(30'000)).functions[0].waitingEvents, 1);
  QCOMPARE(stageAt(index, at(60'200)).functions[0].waitingEvents, 0);
}

QTEST_GUILESS_MAIN(TestRunIndex)
#include "tst_run_index.moc"
