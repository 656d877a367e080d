// SPDX-License-Identifier: GPL-3.0-or-later
// Callers: SDKs that try again, callers that stop waiting, API Gateway in between, outages.
#include <QTest>
#include <algorithm>

#include "core/simulate/simulate.h"
#include "tests/core/simulate/example.h"

using namespace coldstart;
using journal::Attempt;
using journal::Decision;
using journal::Ending;
using project::Client;

namespace {

Instant sec(std::int64_t s) {
  return Instant{s * 1'000'000};
}

struct Case {
  project::Project project;
  project::Scenario scenario;

  Case() {
    project.functions.push_back(
        example::function("Hello", Duration::millis(100), Duration::millis(100)));
    scenario.until = Duration::minutes(10);
  }
  project::Function& hello() { return project.functions[0]; }
  /// Requests of one caller, behind a trigger of this kind.
  project::Load& load(project::Arrivals arrivals, std::optional<Client> client,
                      project::TriggerKind kind = project::TriggerKind::Direct) {
    project::Load load = example::load(0, std::move(arrivals));
    load.client = std::move(client);
    if (kind != project::TriggerKind::Direct) {
      project.triggers.push_back(
          {.id = "Api", .function = 0, .kind = kind, .source = {}, .detail = {}});
      load.trigger = project.triggers.size() - 1;
    }
    scenario.loads.push_back(std::move(load));
    return scenario.loads.back();
  }
  [[nodiscard]] std::shared_ptr<const journal::Run> run() const {
    return *simulate::simulate(project, scenario);
  }
};

Client client(Client::Retries retries, bool jitter = false) {
  return {.retries = retries, .jitter = jitter};
}

std::int64_t countOf(const journal::Run& run, auto matches) {
  return std::ranges::count_if(run.journal.attempts.all(), matches);
}

}  // namespace

class TestCallers : public QObject {
  Q_OBJECT
 private slots:
  void modesHaveTheirAttempts_data();
  void modesHaveTheirAttempts();
  void backOffDoubles();
  void jitterTakesAnyPart();
  void functionErrorsAreNotRetried();
  void gatewayTurnsErrorsIntoFiveHundreds();
  void theQuotaEndsAStorm();
  void successFillsTheQuota();
  void adaptiveSlowsDown();
  void givingUpDoublesTheWork();
  void gatewayWaitsTwentyNineSeconds_data();
  void gatewayWaitsTwentyNineSeconds();
  void gatewayHasALimitOfItsOwn();
  void outagesOfTheService();
  void eventsOutlastAnOutage();
  void outagesOfAFunction();
  void othersCostNothing();
};

void TestCallers::modesHaveTheirAttempts_data() {
  QTest::addColumn<int>("mode");
  QTest::addColumn<int>("maximum");
  QTest::addColumn<int>("attempts");
  const auto row = [](const char* name, Client::Retries mode, int maximum, int attempts) {
    QTest::newRow(name) << static_cast<int>(mode) << maximum << attempts;
  };
  row("none", Client::Retries::None, 0, 1);
  row("legacy", Client::Retries::Legacy, 0, 5);
  row("standard", Client::Retries::Standard, 0, 3);
  row("adaptive", Client::Retries::Adaptive, 0, 3);
  row("standard, its own", Client::Retries::Standard, 7, 7);
}

void TestCallers::modesHaveTheirAttempts() {
  QFETCH(int, mode);
  QFETCH(int, maximum);
  QFETCH(int, attempts);
  Case c;
  c.hello().reserved = 0;
  Client asks = client(static_cast<Client::Retries>(mode));
  asks.maximumAttempts = maximum;
  c.load(example::at({sec(0)}), asks);
  const auto run = c.run();
  QCOMPARE(run->requests, 1U);
  QCOMPARE(run->attempts, static_cast<std::uint64_t>(attempts));
  for (std::size_t i = 0; i < run->attempts; ++i) {
    const Attempt& a = run->journal.attempts[i];
    QCOMPARE(a.cause, i == 0 ? journal::kNone : static_cast<journal::AttemptIndex>(i - 1));
    QCOMPARE(a.request, 0U);
    QCOMPARE(a.retried, i + 1 < run->attempts);
    QCOMPARE(a.decision, Decision::ThrottledReservedZero);
  }
}

void TestCallers::backOffDoubles() {
  Case c;
  c.hello().reserved = 0;
  Client asks = client(Client::Retries::Legacy);
  asks.maximumAttempts = 8;
  c.load(example::at({sec(0)}), asks);
  const auto run = c.run();
  const std::int64_t seconds[] = {0, 1, 3, 7, 15, 31, 51, 71};  // At most 20 s between two.
  for (std::size_t i = 0; i < std::size(seconds); ++i) {
    QCOMPARE(run->journal.attempts[i].arrived, sec(seconds[i]));
  }
}

void TestCallers::jitterTakesAnyPart() {
  Case c;
  c.hello().reserved = 0;
  c.load(example::burst(4'000), client(Client::Retries::Legacy, true));
  const auto run = c.run();
  std::int64_t first = 0;
  std::int64_t longest = 0;
  std::int64_t shortest = 1'000'000;
  for (const Attempt& a : run->journal.attempts.all()) {
    if (a.cause == journal::kNone || run->journal.attempts[a.cause].cause != journal::kNone)
      continue;
    first += a.arrived.us;
    longest = std::max(longest, a.arrived.us);
    shortest = std::min(shortest, a.arrived.us);
  }
  QVERIFY(shortest > 0 && shortest < 5'000);
  QVERIFY(longest > 995'000 && longest <= 1'000'000);
  // The mean of 4 000 draws from 0 … 1 s has a standard deviation of 4.6 ms.
  QVERIFY(std::abs(first / 4'000 - 500'000) < 20'000);
}

void TestCallers::functionErrorsAreNotRetried() {
  Case c;
  c.hello().work.errorRatePpm = project::kMillion;
  c.load(example::at({sec(0)}), client(Client::Retries::Standard));
  const auto run = c.run();
  QCOMPARE(run->attempts, 1U);
  QVERIFY(!run->journal.attempts[0].retried);
}

void TestCallers::gatewayTurnsErrorsIntoFiveHundreds() {
  Case c;
  c.hello().work.errorRatePpm = project::kMillion;
  c.load(example::at({sec(0)}), client(Client::Retries::Standard), project::TriggerKind::RestApi);
  QCOMPARE(c.run()->attempts, 3U);
}

void TestCallers::theQuotaEndsAStorm() {
  Case c;
  c.hello().reserved = 0;
  c.load(example::burst(1'000), client(Client::Retries::Standard));
  const auto run = c.run();
  QCOMPARE(run->requests, 1'000U);
  QCOMPARE(run->attempts, 1'100U);  // 500 tokens, 5 a retry.
}

void TestCallers::successFillsTheQuota() {
  Case c;
  c.hello().reserved = 0;
  c.load(example::burst(200), client(Client::Retries::Standard));
  c.load(example::burst(10), client(Client::Retries::Standard)).start = sec(100);
  // One client for each load: the second has its own 500 tokens.
  QCOMPARE(c.run()->attempts, 200U + 100U + 10U + 20U);
  // And success gives one back: after 50 of them there are tokens for ten retries.
  Case again;
  again.hello().reserved = 0;
  project::Arrivals all;
  for (int i = 0; i < 200; ++i) all.times.push_back(sec(0));
  for (int i = 0; i < 50; ++i) all.times.push_back(sec(100 + i));
  for (int i = 0; i < 100; ++i) all.times.push_back(sec(200));
  again.load(all, client(Client::Retries::Standard));
  again.scenario.changes = {{sec(90), "Hello.ReservedConcurrentExecutions", 10},
                            {sec(180), "Hello.ReservedConcurrentExecutions", 0}};
  QCOMPARE(again.run()->attempts, 200U + 100U + 50U + 100U + 10U);
}

void TestCallers::adaptiveSlowsDown() {
  const auto throttles = [](Client::Retries mode) {
    Case c;
    c.scenario.until = Duration::seconds(60);
    c.hello().reserved = 4;  // Serves 40 a second; 80 come.
    project::Arrivals arrivals;
    arrivals.kind = project::Arrivals::Kind::Constant;
    arrivals.perSecondMicro = 80'000'000;
    c.load(arrivals, client(mode, true));
    return countOf(*c.run(), [](const Attempt& a) { return journal::isThrottle(a.decision); });
  };
  const auto standard = throttles(Client::Retries::Standard);
  const auto adaptive = throttles(Client::Retries::Adaptive);
  QVERIFY(standard > 1'000);
  QVERIFY2(adaptive * 4 < standard, qPrintable(QString::number(adaptive)));
}

void TestCallers::givingUpDoublesTheWork() {
  Case c;
  c.hello().work.duration = c.hello().work.firstDuration = example::constant(Duration::seconds(70));
  Client asks = client(Client::Retries::Standard);
  asks.timeout = Duration::seconds(60);
  c.load(example::at({sec(0)}), asks);
  const auto run = c.run();
  QCOMPARE(run->attempts, 3U);
  for (std::size_t i = 0; i < 3; ++i) {
    const Attempt& a = run->journal.attempts[i];
    QVERIFY(a.abandoned);
    QCOMPARE(a.ending, Ending::Succeeded);  // The work is done all the same.
    QCOMPARE(a.retried, i < 2);
  }
  QCOMPARE(run->journal.attempts[1].arrived, sec(61));
  QVERIFY(run->journal.attempts[0].ended() > run->journal.attempts[1].arrived);
}

void TestCallers::gatewayWaitsTwentyNineSeconds_data() {
  QTest::addColumn<int>("kind");
  QTest::addColumn<int>("seconds");
  QTest::addColumn<bool>("abandoned");
  using Kind = project::TriggerKind;
  const auto row = [](const char* name, Kind kind, int seconds, bool abandoned) {
    QTest::newRow(name) << static_cast<int>(kind) << seconds << abandoned;
  };
  row("REST API, in time", Kind::RestApi, 28, false);
  row("REST API, too late", Kind::RestApi, 29, true);
  row("HTTP API, in time", Kind::HttpApi, 29, false);
  row("HTTP API, too late", Kind::HttpApi, 30, true);
  row("function URL", Kind::FunctionUrl, 60, false);
  row("SDK", Kind::Direct, 60, false);
}

void TestCallers::gatewayWaitsTwentyNineSeconds() {
  QFETCH(int, kind);
  QFETCH(int, seconds);
  QFETCH(bool, abandoned);
  Case c;
  c.hello().work.firstDuration = example::constant(Duration::seconds(seconds));
  c.load(example::at({sec(0)}), std::nullopt, static_cast<project::TriggerKind>(kind));
  const auto run = c.run();
  QCOMPARE(run->attempts, 1U);
  QCOMPARE(run->journal.attempts[0].abandoned, abandoned);
}

void TestCallers::gatewayHasALimitOfItsOwn() {
  Case c;
  c.project.account.gatewayRate = 100;
  c.project.account.gatewayBurst = 20;
  c.load(example::burst(50), std::nullopt, project::TriggerKind::HttpApi);
  c.load(example::burst(50), std::nullopt, project::TriggerKind::FunctionUrl);
  c.load(example::burst(15), std::nullopt, project::TriggerKind::RestApi);
  c.scenario.loads[2].start = Instant{100'000};  // Ten more have flown in.
  const auto run = c.run();
  const auto refused = [&](std::uint16_t source) {
    return countOf(*run, [source](const Attempt& a) {
      return a.source == source && a.decision == Decision::GatewayThrottled;
    });
  };
  QCOMPARE(refused(0), 30);
  QCOMPARE(refused(1), 0);
  QCOMPARE(refused(2), 5);
  for (const Attempt& a : run->journal.attempts.all()) {
    if (a.decision == Decision::GatewayThrottled) QCOMPARE(a.ending, Ending::Refused);
  }
}

void TestCallers::outagesOfTheService() {
  Case c;
  c.load(example::at({sec(5), sec(10), sec(15), sec(20)}), std::nullopt);
  c.scenario.outages.push_back(
      {.kind = project::Outage::Kind::Service, .from = sec(10), .to = sec(20)});
  const auto run = c.run();
  const bool failed[] = {false, true, true, false};
  for (std::size_t i = 0; i < 4; ++i) {
    const Attempt& a = run->journal.attempts[i];
    QCOMPARE(a.decision == Decision::ServiceError, failed[i]);
    QCOMPARE(a.ending, failed[i] ? Ending::Refused : Ending::Succeeded);
  }
}

void TestCallers::eventsOutlastAnOutage() {
  Case c;
  c.scenario.loads.push_back(
      example::load(0, example::at({sec(0)}), project::InvocationType::Event));
  c.scenario.outages.push_back(
      {.kind = project::Outage::Kind::Service, .from = sec(0), .to = sec(10)});
  const auto run = c.run();
  QCOMPARE(run->attempts, 5U);  // At 0, 1, 3, 7 and 15 s.
  QCOMPARE(run->journal.attempts[4].arrived, sec(15));
  QCOMPARE(run->journal.attempts[4].ending, Ending::Succeeded);
}

void TestCallers::outagesOfAFunction() {
  Case c;
  c.load(example::at({sec(5), sec(10), sec(20)}), std::nullopt);
  c.scenario.outages.push_back({.kind = project::Outage::Kind::Function,
                                .from = sec(10),
                                .to = sec(20),
                                .slowdownPpm = 3 * project::kMillion});
  const auto run = c.run();
  QCOMPARE(run->journal.attempts[1].ending, Ending::HandlerError);
  QCOMPARE(run->journal.attempts[1].durationUs, 300'000U);
  QCOMPARE(run->journal.attempts[2].ending, Ending::Succeeded);
  QCOMPARE(run->journal.attempts[2].durationUs, 100'000U);
}

void TestCallers::othersCostNothing() {
  // A load without a client runs as it did before there were any, draw by draw.
  Case plain;
  plain.scenario.loads.push_back(example::load(0, example::poisson(20'000'000)));
  Case both = plain;
  both.project.functions.push_back(both.hello());
  both.project.functions[1].id = both.project.functions[1].name = "Other";
  both.project.functions[1].reserved = 1;
  both.load(example::poisson(20'000'000), client(Client::Retries::Legacy, true)).function = 1;
  const auto alone = plain.run();
  const auto beside = both.run();
  std::size_t i = 0;
  for (const Attempt& a : beside->journal.attempts.all()) {
    if (a.source != 0) continue;
    QCOMPARE(a.arrived, alone->journal.attempts[i].arrived);
    QCOMPARE(a.durationUs, alone->journal.attempts[i].durationUs);
    ++i;
  }
  QCOMPARE(i, alone->journal.attempts.size());
}

QTEST_GUILESS_MAIN(TestCallers)
#include "tst_callers.moc"
