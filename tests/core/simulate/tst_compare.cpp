// SPDX-License-Identifier: GPL-3.0-or-later
// What if: the same requests under every setting, figures as simulate reports them, and the
// arithmetic of seeds and tuning.
#include <QTest>
#include <cmath>
#include <set>

#include "core/simulate/compare.h"
#include "core/simulate/simulate.h"
#include "tests/core/simulate/example.h"

using namespace coldstart;
using namespace coldstart::simulate;

namespace {

/// Two functions in one account, one called and one sent events, with everything random.
project::Project shop() {
  project::Project p;
  p.functions.push_back(example::function("Checkout", Duration::millis(300), {}));
  p.functions.back().work.duration = example::exponential(Duration::millis(200));
  p.functions.push_back(example::function("Report", Duration::millis(800), {}));
  p.functions.back().work.duration = example::exponential(Duration::seconds(4));
  p.functions.back().work.errorRatePpm = 50'000;
  p.functions.back().timeout = Duration::seconds(15);
  p.account.concurrentExecutions = 200;
  return p;
}

project::Scenario rush() {
  project::Scenario s;
  s.name = "rush";
  s.until = Duration::seconds(60);
  s.loads.push_back(example::load(0, example::poisson(50'000'000)));
  s.loads.push_back(example::load(1, example::poisson(40'000'000), project::InvocationType::Event));
  return s;
}

using Setting = void (*)(project::Project&);

project::Project with(Setting change) {
  project::Project p = shop();
  change(p);
  return p;
}

using Arrival = std::tuple<std::int64_t, std::uint16_t, std::uint32_t>;
std::vector<Arrival> arrivalsOf(const journal::Run& run) {
  std::vector<Arrival> all;
  for (const journal::Attempt& a : run.journal.attempts.all()) {
    if (a.cause == journal::kNone) all.emplace_back(a.arrived.us, a.source, a.request);
  }
  return all;
}

const Measure& measure(std::string_view key) {
  for (const Measure& known : measures()) {
    if (key == known.key) return known;
  }
  qFatal("no such measure");
}

bool near(double value, double expected, double part) {
  return std::abs(value - expected) <= part * std::abs(expected);
}

}  // namespace

class TestCompare : public QObject {
  Q_OBJECT
 private slots:
  void everySettingMeetsTheSameArrivals_data();
  void everySettingMeetsTheSameArrivals();
  void figuresAreThoseOfSimulate();
  void largeRunsKeepSumsOnly();
  void aTrialMayHaveItsOwnSeedAndLength();
  void aTrialCanBeCancelled();
  void reasonsAddUpToThrottles_data();
  void reasonsAddUpToThrottles();
  void keysAreUnique();
  void estimates_data();
  void estimates();
  void tunes_data();
  void tunes();
};

void TestCompare::everySettingMeetsTheSameArrivals_data() {
  QTest::addColumn<Setting>("change");
  const auto row = [](const char* name, Setting change) { QTest::newRow(name) << change; };
  row("reserved", [](project::Project& p) { p.functions[1].reserved = 20; });
  row("reserved 0", [](project::Project& p) { p.functions[1].reserved = 0; });
  row("provisioned", [](project::Project& p) { p.functions[0].provisioned = 30; });
  row("memory", [](project::Project& p) { p.functions[0].memory = Memory{1'769}; });
  row("timeout", [](project::Project& p) { p.functions[1].timeout = Duration::seconds(1); });
  row("idle time", [](project::Project& p) {
    for (project::Function& f : p.functions) f.idleTimeout = example::constant({});
  });
  row("account", [](project::Project& p) { p.account.concurrentExecutions = 1'000; });
}

void TestCompare::everySettingMeetsTheSameArrivals() {
  QFETCH(Setting, change);
  const auto asItIs = simulate::simulate(shop(), rush());
  const auto changed = simulate::simulate(with(change), rush());
  QVERIFY(asItIs && changed);
  QVERIFY(arrivalsOf(**asItIs).size() > 4'000);
  QVERIFY(arrivalsOf(**asItIs) == arrivalsOf(**changed));
  const auto figures = tryOut(with(change), rush());
  QVERIFY(figures);
  QCOMPARE(static_cast<std::size_t>(figures->total.requests), arrivalsOf(**asItIs).size());
}

void TestCompare::figuresAreThoseOfSimulate() {
  const auto run = simulate::simulate(shop(), rush());
  QVERIFY(run);
  const observe::RunIndex index(*run);
  const auto expected = observe::figuresOf(index);
  const auto figures = tryOut(shop(), rush());
  QVERIFY(figures);
  for (const Measure& m : measures()) {
    QVERIFY2(m.of(figures->total) == m.of(expected.total), m.key);
    QVERIFY2(m.of(figures->functions[1]) == m.of(expected.functions[1]), m.key);
  }
  QVERIFY(figures->total.response);
}

void TestCompare::largeRunsKeepSumsOnly() {
  project::Scenario scenario = rush();
  scenario.loads.pop_back();
  scenario.loads[0].arrivals.perSecondMicro = 700'000'000;
  scenario.until = Duration::seconds(300);
  QVERIFY(estimateRequests(shop(), scenario) > kExactRequests);
  const auto run = simulate::simulate(shop(), scenario);
  QVERIFY(run);
  const observe::RunIndex index(*run);
  const auto exact = observe::figuresOf(index);
  const auto sums = tryOut(shop(), scenario);
  QVERIFY(sums);
  QVERIFY(!sums->total.response);
  for (const Measure& m : measures()) {
    const auto value = m.of(sums->functions[0]);
    if (!value) continue;
    const double wanted = *m.of(exact.functions[0]);
    const double allowed = m.kind == Measure::Kind::Millis ? 0.01 : 1e-9;
    QVERIFY2(near(*value, wanted, allowed), m.key);
  }
}

void TestCompare::aTrialMayHaveItsOwnSeedAndLength() {
  const auto one = tryOut(shop(), rush());
  const auto other = tryOut(shop(), rush(), {.seed = 2, .until = {}, .goOn = {}});
  const auto half =
      tryOut(shop(), rush(), {.seed = {}, .until = Duration::seconds(30), .goOn = {}});
  QVERIFY(one && other && half);
  QVERIFY(one->total.requests != other->total.requests);
  QVERIFY(near(static_cast<double>(half->total.requests),
               static_cast<double>(one->total.requests) / 2, 0.1));
}

void TestCompare::aTrialCanBeCancelled() {
  project::Scenario endless = rush();
  endless.until = Duration::hours(1'000);
  int asked = 0;
  const auto figures =
      tryOut(shop(), endless, {.seed = {}, .until = {}, .goOn = [&] { return ++asked < 3; }});
  QVERIFY(figures);
  QCOMPARE(asked, 3);
  QVERIFY(figures->end < Instant{Duration::hours(2).us});
}

void TestCompare::reasonsAddUpToThrottles_data() {
  QTest::addColumn<int>("decision");
  for (int d = 0; d < 16; ++d) {
    if (journal::isThrottle(static_cast<journal::Decision>(d))) QTest::addRow("%d", d) << d;
  }
}

// A new reason of the engine must get a measure of its own, or a share in one.
void TestCompare::reasonsAddUpToThrottles() {
  QFETCH(int, decision);
  observe::Figures f;
  f.byDecision[static_cast<std::size_t>(decision)] = 7;
  QCOMPARE(*measure("throttles").of(f), 7.0);
  double sum = 0;
  for (const auto& [reason, count] : f.throttleReasons()) sum += *measure(reason).of(f);
  QCOMPARE(sum, 7.0);
}

void TestCompare::keysAreUnique() {
  std::set<std::string> keys;
  for (const Measure& m : measures()) keys.insert(m.key);
  QCOMPARE(keys.size(), measures().size());
}

void TestCompare::estimates_data() {
  QTest::addColumn<QList<double>>("values");
  QTest::addColumn<double>("mean");
  QTest::addColumn<double>("halfWidth");
  QTest::newRow("none") << QList<double>{} << 0.0 << 0.0;
  QTest::newRow("one") << QList<double>{5} << 5.0 << 0.0;
  QTest::newRow("equal") << QList<double>{5, 5, 5} << 5.0 << 0.0;
  QTest::newRow("two") << QList<double>{4, 6} << 5.0 << 12.706;
  // Standard error 1.290994, 3 degrees of freedom: 3.182.
  QTest::newRow("four") << QList<double>{1, 3, 5, 7} << 4.0 << 3.182 * 1.2909944487;
  QList<double> many;  // Standard error 0.1, 100 degrees of freedom: 1.984.
  for (int i = 0; i < 101; ++i) many << (i == 100 ? 0 : i % 2 == 0 ? 1 : -1);
  QTest::newRow("many") << many << 0.0 << 1.9842 * std::sqrt(1.0 / 101);
}

void TestCompare::estimates() {
  QFETCH(QList<double>, values);
  QFETCH(double, mean);
  QFETCH(double, halfWidth);
  const std::vector<double> given(values.begin(), values.end());
  const Estimate estimate = estimateOf(given);
  QVERIFY(std::abs(estimate.mean - mean) < 1e-12);
  QVERIFY2(std::abs(estimate.halfWidth - halfWidth) <= 1e-4 * halfWidth,
           qPrintable(QString::number(estimate.halfWidth)));
}

void TestCompare::tunes_data() {
  QTest::addColumn<QList<QList<double>>>("points");  // Milliseconds, cost, failed.
  QTest::addColumn<int>("cheapest");
  QTest::addColumn<int>("fastest");
  QTest::addColumn<int>("balanced");
  QTest::newRow("one") << QList<QList<double>>{{100, 1, 0}} << 0 << 0 << 0;
  QTest::newRow("a trade") << QList<QList<double>>{{1'000, 1, 0}, {300, 1.2, 0}, {250, 3, 0}} << 0
                           << 2 << 1;
  QTest::newRow("equal") << QList<QList<double>>{{9, 2, 0}, {9, 2, 0}} << 0 << 0 << 0;
  QTest::newRow("failing is no bargain")
      << QList<QList<double>>{{10, 0.1, 50}, {1'000, 1, 0}, {400, 2, 0}} << 1 << 2 << 2;
  QTest::newRow("free") << QList<QList<double>>{{10, 0, 0}, {5, 0, 0}} << 0 << 1 << 1;
}

void TestCompare::tunes() {
  QFETCH(QList<QList<double>>, points);
  std::vector<TuningPoint> given;
  for (const QList<double>& p : points) given.push_back({p[0], p[1], p[2]});
  const auto best = tune(given);
  QVERIFY(best);
  QTEST(static_cast<int>(best->cheapest), "cheapest");
  QTEST(static_cast<int>(best->fastest), "fastest");
  QTEST(static_cast<int>(best->balanced), "balanced");
  QVERIFY(!tune({}));
}

QTEST_GUILESS_MAIN(TestCompare)
#include "tst_compare.moc"
