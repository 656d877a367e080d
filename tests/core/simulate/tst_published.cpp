// SPDX-License-Identifier: GPL-3.0-or-later
// The engine against figures that others published.
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

}  // namespace

class TestPublished : public QObject {
  Q_OBJECT
 private slots:
  void agreesWithThePublishedSimulator();
  void sameSeedSameBytes();
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

QTEST_GUILESS_MAIN(TestPublished)
#include "tst_published.moc"
