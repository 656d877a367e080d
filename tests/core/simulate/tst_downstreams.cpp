// SPDX-License-Identifier: GPL-3.0-or-later
// What functions share (connections, latency, outages), and what comes before init.
#include <QTest>

#include "core/simulate/simulate.h"
#include "tests/core/simulate/example.h"

using namespace coldstart;
using journal::Attempt;
using journal::Ending;

namespace {

Instant sec(std::int64_t s) {
  return Instant{s * 1'000'000};
}

/// A function that calls a database of 50 ms and works for 100 ms.
struct Case {
  project::Project project;
  project::Scenario scenario;

  Case() {
    project.downstreams.push_back(
        {.id = "Database", .latency = example::constant(Duration::millis(50))});
    project::Function f = example::function("Hello", Duration::millis(100), Duration::millis(100));
    f.work.calls.push_back({.downstream = 0, .times = 1});
    project.functions.push_back(f);
    scenario.until = Duration::minutes(10);
  }
  project::Downstream& database() { return project.downstreams[0]; }
  project::Function& hello() { return project.functions[0]; }
  void at(std::vector<Instant> times) {
    scenario.loads.push_back(example::load(0, example::at(std::move(times))));
  }
  [[nodiscard]] std::shared_ptr<const journal::Run> run() const {
    return *simulate::simulate(project, scenario);
  }
};

std::vector<Ending> endingsOf(const journal::Run& run) {
  std::vector<Ending> endings;
  for (const Attempt& a : run.journal.attempts.all()) endings.push_back(a.ending);
  return endings;
}

}  // namespace

class TestDownstreams : public QObject {
  Q_OBJECT
 private slots:
  void callsAddToTheDuration();
  void callsCountForTheTimeout();
  void connectionsAreLimited();
  void anEnvironmentKeepsItsConnection();
  void aStoppedEnvironmentGivesItBack();
  void aCallGivesItBack();
  void latencyGrowsWithTheLoad();
  void theCurveIsLinearBetween();
  void outagesOfADownstream();
  void placementIsSeenByTheCallerAlone();
  void environmentsStandInTheOrderOfTheirInit();
};

void TestDownstreams::callsAddToTheDuration() {
  Case c;
  c.hello().work.calls[0].times = 3;
  c.at({sec(0), sec(10)});
  const auto run = c.run();
  QCOMPARE(run->journal.attempts[0].durationUs, 250'000U);
  QCOMPARE(run->journal.attempts[1].durationUs, 250'000U);
}

void TestDownstreams::callsCountForTheTimeout() {
  Case c;
  c.hello().timeout = Duration::seconds(1);
  c.database().latency = example::constant(Duration::seconds(5));
  c.at({sec(0)});
  const auto run = c.run();
  QCOMPARE(run->journal.attempts[0].ending, Ending::TimedOut);
  QCOMPARE(run->journal.attempts[0].durationUs, 1'000'000U);
}

void TestDownstreams::connectionsAreLimited() {
  Case c;
  c.database().connections = 2;
  c.at({sec(0), sec(0), sec(0)});
  const std::vector<Ending> expected{Ending::Succeeded, Ending::Succeeded, Ending::HandlerError};
  QVERIFY(endingsOf(*c.run()) == expected);
}

void TestDownstreams::anEnvironmentKeepsItsConnection() {
  Case c;
  c.database().connections = 1;
  // The second environment is idle later, too, but the first has the connection.
  c.at({sec(0), sec(0), sec(10), sec(10), sec(20)});
  const auto run = c.run();
  for (const Attempt& a : run->journal.attempts.all()) {
    QCOMPARE(a.ending, a.environment == 0 ? Ending::Succeeded : Ending::HandlerError);
  }
}

void TestDownstreams::aStoppedEnvironmentGivesItBack() {
  Case c;
  c.database().connections = 1;
  c.hello().idleTimeout = example::constant(Duration::seconds(5));
  c.at({sec(0), sec(10)});
  const std::vector<Ending> expected{Ending::Succeeded, Ending::Succeeded};
  QVERIFY(endingsOf(*c.run()) == expected);
}

void TestDownstreams::aCallGivesItBack() {
  Case c;
  c.database().connections = 1;
  c.database().heldByEnvironment = false;
  // 60 ms later the first one's call is over though it still works.
  c.at({Instant{0}, Instant{60'000}, Instant{70'000}});
  const std::vector<Ending> expected{Ending::Succeeded, Ending::Succeeded, Ending::HandlerError};
  QVERIFY(endingsOf(*c.run()) == expected);
}

void TestDownstreams::latencyGrowsWithTheLoad() {
  Case c;
  c.database().capacity = 2;
  c.database().curve = {{500'000, project::kMillion}, {1'000'000, 2 * project::kMillion}};
  c.at({sec(0), sec(0)});
  const auto run = c.run();
  QCOMPARE(run->journal.attempts[0].durationUs, 150'000U);  // Alone at its moment.
  QCOMPARE(run->journal.attempts[1].durationUs, 200'000U);
}

void TestDownstreams::theCurveIsLinearBetween() {
  Case c;
  c.database().capacity = 10;
  c.database().curve = {{200'000, project::kMillion}, {600'000, 5 * project::kMillion}};
  c.at(std::vector<Instant>(8, sec(0)));
  const auto run = c.run();
  const std::uint32_t calls[] = {50, 50, 100, 150, 200, 250, 250, 250};
  for (std::size_t i = 0; i < 8; ++i) {
    QCOMPARE(run->journal.attempts[i].durationUs, (calls[i] + 100) * 1'000);
  }
}

void TestDownstreams::outagesOfADownstream() {
  Case c;
  c.at({sec(5), sec(10), sec(15)});
  c.scenario.outages.push_back({.kind = project::Outage::Kind::Downstream,
                                .from = sec(10),
                                .to = sec(15),
                                .slowdownPpm = 4 * project::kMillion});
  const auto run = c.run();
  const std::vector<Ending> expected{Ending::Succeeded, Ending::HandlerError, Ending::Succeeded};
  QVERIFY(endingsOf(*run) == expected);
  QCOMPARE(run->journal.attempts[1].durationUs, 200'000U);  // The call; no work after it.
  QCOMPARE(run->journal.attempts[2].durationUs, 150'000U);
}

void TestDownstreams::placementIsSeenByTheCallerAlone() {
  Case c;
  c.hello().work.calls.clear();
  c.hello().work.placement = example::constant(Duration::millis(150));
  c.at({sec(1), sec(2)});
  const auto run = c.run();
  const Attempt& cold = run->journal.attempts[0];
  const journal::Environment& e = run->journal.environments[0];
  QCOMPARE(cold.waitUs, 250'000U);
  QCOMPARE(cold.environment, 0U);
  QCOMPARE(e.started, sec(1) + Duration::millis(150));
  QCOMPARE(e.initUs, 100'000U);
  QCOMPARE(e.cause, 0U);
  QCOMPARE(run->journal.attempts[1].waitUs, 0U);
  // Past the journal's capacity the sums say the same.
  simulate::Options options;
  options.attemptCapacity = 1;
  Case many = c;
  many.scenario.loads.clear();
  many.at(std::vector<Instant>(5, sec(1)));
  const auto cut = *simulate::simulate(many.project, many.scenario, options);
  QVERIFY(cut->truncated);
  QCOMPARE(cut->tallies[0].billedMs, 5U * 200U);
  QCOMPARE(cut->tallies[0].init.maximumUs(), 100'000U);
}

void TestDownstreams::environmentsStandInTheOrderOfTheirInit() {
  Case c;
  c.hello().work.placement = example::exponential(Duration::millis(150));
  c.at(std::vector<Instant>(50, sec(1)));
  const auto run = c.run();
  Instant before;
  bool shuffled = false;
  for (const journal::Environment& e : run->journal.environments) {
    QVERIFY(e.started >= before);
    before = e.started;
    QCOMPARE(run->journal.attempts[e.cause].began(), e.ready());
    shuffled =
        shuffled || e.cause != static_cast<std::size_t>(&e - run->journal.environments.data());
  }
  QVERIFY(shuffled);
}

QTEST_GUILESS_MAIN(TestDownstreams)
#include "tst_downstreams.moc"
