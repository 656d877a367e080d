// SPDX-License-Identifier: GPL-3.0-or-later
// The engine against figures that others published, and against closed forms.
#include <QTest>
#include <cmath>

#include "core/simulate/simulate.h"
#include "tests/core/simulate/example.h"

using namespace coldstart;

namespace {

constexpr int kSeeds = 20;

/// What the published simulator prints of one run, by its own rules: time averages over the whole
/// run without leaving out the start, lifespans of those environments only that have stopped.
struct Figures {
  double coldRatio = 0;
  double environments = 0;
  double busy = 0;
  double idle = 0;
  double lifespan = 0;
};

Figures figuresOf(const journal::Run& run) {
  std::int64_t cold = 0;
  std::int64_t busyUs = 0;
  std::int64_t aliveUs = 0;
  std::int64_t lifeUs = 0;
  std::int64_t stopped = 0;
  for (const journal::Attempt& a : run.journal.attempts.all()) {
    cold += journal::isCold(a.decision) ? 1 : 0;
    busyUs += std::int64_t{a.waitUs} + a.durationUs;
  }
  for (const journal::Environment& e : run.journal.environments) {
    aliveUs += (std::min(e.stopped, run.end) - e.started).us;
    if (e.stopped == kNever) continue;
    lifeUs += (e.stopped - e.started).us;
    ++stopped;
  }
  const auto end = static_cast<double>(run.end.us);
  Figures f;
  f.coldRatio = static_cast<double>(cold) / static_cast<double>(run.requests);
  f.environments = static_cast<double>(aliveUs) / end;
  f.busy = static_cast<double>(busyUs) / end;
  f.idle = f.environments - f.busy;
  f.lifespan = static_cast<double>(lifeUs) / static_cast<double>(stopped) / 1e6;
  return f;
}

/// The loss of M/M/c/c by the usual recursion.
double erlangB(double load, int servers) {
  double loss = 1;
  for (int n = 1; n <= servers; ++n) loss = load * loss / (n + load * loss);
  return loss;
}

}  // namespace

class TestPublished : public QObject {
  Q_OBJECT
 private slots:
  void agreesWithThePublishedSimulator();
  void sameSeedSameBytes();
  void hardLimitLosesWhatErlangSays();
  void unlimitedServersAreBusyByLittlesLaw();
};

void TestPublished::agreesWithThePublishedSimulator() {
  Figures mean;
  for (int seed = 1; seed <= kSeeds; ++seed) {
    simulate::Options options;
    options.seed = static_cast<std::uint64_t>(seed);
    options.idleChoice = engine::IdleChoice::NewestCreated;  // As that simulator chooses.
    const auto run =
        simulate::simulate(example::contractProject(), example::contractScenario(), options);
    QVERIFY(run);
    const Figures one = figuresOf(**run);
    mean.coldRatio += one.coldRatio / kSeeds;
    mean.environments += one.environments / kSeeds;
    mean.busy += one.busy / kSeeds;
    mean.idle += one.idle / kSeeds;
    mean.lifespan += one.lifespan / kSeeds;
  }
  // Each published figure is a mean of 200 runs with the standard deviation of one run beside it,
  // ours is a mean of 20. They may differ by three standard errors of their difference.
  const auto agrees = [](const char* what, double ours, double published, double deviation) {
    const double allowed = 3 * deviation * std::sqrt(1.0 / kSeeds + 1.0 / 200);
    if (std::abs(ours - published) <= allowed) return true;
    qWarning("%s: %.6f, published %.6f, allowed difference %.6f", what, ours, published, allowed);
    return false;
  };
  QVERIFY(agrees("cold ratio", mean.coldRatio, 0.001336, 0.000029));
  QVERIFY(agrees("environments", mean.environments, 7.6936, 0.0225));
  QVERIFY(agrees("busy", mean.busy, 1.7921, 0.0028));
  QVERIFY(agrees("idle", mean.idle, 5.9015, 0.0219));
  QVERIFY(agrees("lifespan", mean.lifespan, 6420.4, 130.7));
}

void TestPublished::sameSeedSameBytes() {
  simulate::Options options;
  options.seed = 7;
  options.until = Duration::seconds(50'000);
  const auto first =
      simulate::simulate(example::contractProject(), example::contractScenario(), options);
  const auto second =
      simulate::simulate(example::contractProject(), example::contractScenario(), options);
  const auto a = (*first)->journal.attempts.all();
  const auto b = (*second)->journal.attempts.all();
  QCOMPARE(a.size(), b.size());
  QVERIFY(a.size() > 40'000);
  QCOMPARE(std::memcmp(a.data(), b.data(), a.size_bytes()), 0);
  const auto& e = (*first)->journal.environments;
  const auto& f = (*second)->journal.environments;
  QCOMPARE(e.size(), f.size());
  QCOMPARE(std::memcmp(e.data(), f.data(), e.size() * sizeof(e[0])), 0);
}

void TestPublished::hardLimitLosesWhatErlangSays() {
  project::Project p;
  p.functions.push_back(example::function("Busy", {}, {}));
  p.functions[0].work.duration = example::exponential(Duration::millis(2016));
  p.functions[0].work.firstDuration = p.functions[0].work.duration;
  project::Scenario s;
  s.until = Duration::seconds(660);
  s.loads.push_back(example::load(0, example::poisson(1'000'000'000)));
  const auto run = simulate::simulate(p, s);
  QVERIFY(run);
  double arrived = 0;
  double lost = 0;
  for (const journal::Attempt& a : (*run)->journal.attempts.all()) {
    if (a.arrived < Instant{} + Duration::seconds(60)) continue;  // Until it has filled up.
    ++arrived;
    if (a.decision == journal::Decision::ThrottledAccount) ++lost;
  }
  // 600 s: 600 000 arrivals (deviation 775) and about 297 000 admissions (545) give the ratio a
  // deviation of 0.0011. Three of them allowed.
  const double expected = erlangB(2016, 1000);
  QVERIFY(std::abs(expected - 0.50445) < 1e-5);
  QVERIFY2(std::abs(lost / arrived - expected) < 0.0033,
           qPrintable(QString::number(lost / arrived)));
}

void TestPublished::unlimitedServersAreBusyByLittlesLaw() {
  project::Project p;
  p.account.concurrentExecutions = 100'000;
  p.functions.push_back(example::function("Many", {}, {}));
  p.functions[0].work.duration = example::exponential(Duration::seconds(1));
  p.functions[0].work.firstDuration = p.functions[0].work.duration;
  project::Scenario s;
  s.until = Duration::seconds(2'000);
  s.loads.push_back(example::load(0, example::poisson(100'000'000)));
  const auto run = simulate::simulate(p, s);
  const Figures f = figuresOf(**run);
  // Mean busy is rate × mean time = 100. Σ of 200 000 durations: deviation √(2 · 200 000) s, so
  // 0.316 of the mean. Three of them allowed.
  QVERIFY2(std::abs(f.busy - 100) < 0.95, qPrintable(QString::number(f.busy)));
}

QTEST_GUILESS_MAIN(TestPublished)
#include "tst_published.moc"
