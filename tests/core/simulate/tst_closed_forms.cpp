// SPDX-License-Identifier: GPL-3.0-or-later
// The engine against formulas. Each simulated figure is a mean of batches, long enough that one
// hardly knows of the other; the mean may be off by four standard errors, as the batches themselves
// give them, which goes wrong once in some ten thousand rows. So that a wild simulation cannot hide
// behind its own error, that must be small beside the figure.
#include <QTest>
#include <cmath>
#include <functional>
#include <numeric>

#include "core/simulate/simulate.h"
#include "tests/core/simulate/example.h"

using namespace coldstart;
using journal::Attempt;
using journal::Decision;

namespace {

constexpr std::size_t kBatches = 30;
constexpr double kErrors = 4;

/// A figure with its standard error.
struct Measured {
  double mean = 0;
  double error = 0;
};

Measured measured(const std::vector<double>& batches) {
  const auto n = static_cast<double>(batches.size());
  Measured m;
  m.mean = std::accumulate(batches.begin(), batches.end(), 0.0) / n;
  double squares = 0;
  for (const double value : batches) squares += (value - m.mean) * (value - m.mean);
  m.error = std::sqrt(squares / (n - 1) / n);
  return m;
}

/// The mean of `value` over the attempts of each batch; those of the first one are left out, until
/// the run has settled.
Measured meanOver(const journal::Run& run, const std::function<double(const Attempt&)>& value) {
  std::vector<double> sums(kBatches + 1);
  std::vector<double> counts(kBatches + 1);
  const std::int64_t length = run.scenario.until.us / static_cast<std::int64_t>(kBatches + 1);
  for (const Attempt& a : run.journal.attempts.all()) {
    const auto batch = std::min(static_cast<std::size_t>(a.arrived.us / length), kBatches);
    sums[batch] += value(a);
    ++counts[batch];
  }
  std::vector<double> means;
  for (std::size_t i = 1; i <= kBatches; ++i) means.push_back(sums[i] / counts[i]);
  return measured(means);
}

bool agrees(const Measured& m, double expected, double largestError) {
  if (m.error <= largestError && std::abs(m.mean - expected) <= kErrors * m.error) return true;
  qWarning("%.6f ± %.6f, expected %.6f", m.mean, m.error, expected);
  return false;
}

/// One function with exponential or constant times, and Poisson arrivals.
struct Model {
  project::Project project;
  project::Scenario scenario;
};

Model model(const project::Distribution& service, double perSecond, double requests) {
  Model made;
  made.project.account.concurrentExecutions = 1'000'000;
  project::Function f = example::function("F", {}, {});
  f.work.duration = service;
  f.work.firstDuration = service;
  made.project.functions.push_back(f);
  made.scenario.until = Duration::millis(std::llround(requests / perSecond * 1e3));
  made.scenario.loads.push_back(example::load(0, example::poisson(std::llround(perSecond * 1e6))));
  return made;
}

std::shared_ptr<const journal::Run> runOf(const Model& made) {
  const auto run = simulate::simulate(made.project, made.scenario);
  return run ? *run : nullptr;
}

/// The loss of M/M/c/c by the usual recursion.
double erlangB(double load, int servers) {
  double loss = 1;
  for (int n = 1; n <= servers; ++n) loss = load * loss / (n + load * loss);
  return loss;
}

/// How many executions were busy when each attempt arrived; what it started is not counted.
std::vector<int> busyAtArrival(const journal::Run& run) {
  std::vector<std::int64_t> ends;  // A heap, the earliest end in front.
  std::vector<int> busy;
  for (const Attempt& a : run.journal.attempts.all()) {
    while (!ends.empty() && ends.front() <= a.arrived.us) {
      std::pop_heap(ends.begin(), ends.end(), std::greater<>());
      ends.pop_back();
    }
    busy.push_back(static_cast<int>(ends.size()));
    if (!a.ran()) continue;
    ends.push_back(a.ended().us);
    std::push_heap(ends.begin(), ends.end(), std::greater<>());
  }
  return busy;
}

}  // namespace

class TestClosedForms : public QObject {
  Q_OBJECT
 private slots:
  void hardLimitLosesWhatErlangSays_data();
  void hardLimitLosesWhatErlangSays();
  void unlimitedConcurrencyIsPoisson_data();
  void unlimitedConcurrencyIsPoisson();
  void rareRequestsAreColdByTheirGaps_data();
  void rareRequestsAreColdByTheirGaps();
  void oneFifoGroupIsAQueueWithOneServer_data();
  void oneFifoGroupIsAQueueWithOneServer();
};

/// M/G/c/c: Poisson arrivals at a limit of c lose the share that Erlang's formula B gives, and it
/// depends on the service time's mean alone.
void TestClosedForms::hardLimitLosesWhatErlangSays_data() {
  QTest::addColumn<double>("load");
  QTest::addColumn<int>("limit");
  QTest::addColumn<bool>("constant");
  QTest::newRow("light, 10") << 5.0 << 10 << false;
  QTest::newRow("full, 10") << 10.0 << 10 << false;
  QTest::newRow("double, 50") << 100.0 << 50 << false;
  QTest::newRow("constant times, 10") << 8.0 << 10 << true;
  QTest::newRow("full, 200") << 200.0 << 200 << false;
}

void TestClosedForms::hardLimitLosesWhatErlangSays() {
  QFETCH(double, load);
  QFETCH(int, limit);
  QFETCH(bool, constant);
  // Longer than the tenth of a second below which the request rate, not the concurrency, limits.
  const Duration mean = Duration::seconds(1);
  Model made =
      model(constant ? example::constant(mean) : example::exponential(mean), load, 150'000);
  made.project.functions[0].reserved = limit;
  const auto run = runOf(made);
  QVERIFY(run);
  const Measured lost = meanOver(
      *run, [](const Attempt& a) { return a.decision == Decision::ThrottledReserved ? 1.0 : 0.0; });
  const double expected = erlangB(load, limit);
  QVERIFY(agrees(lost, expected, 0.06 * expected));
}

/// M/G/∞: with no limit in reach an arrival finds a number busy that is Poisson-distributed, with
/// the offered load as mean and as variance.
void TestClosedForms::unlimitedConcurrencyIsPoisson_data() {
  QTest::addColumn<double>("load");
  QTest::addColumn<bool>("constant");
  QTest::newRow("1") << 1.0 << false;
  QTest::newRow("20") << 20.0 << false;
  QTest::newRow("20, constant times") << 20.0 << true;
  QTest::newRow("300") << 300.0 << false;
}

void TestClosedForms::unlimitedConcurrencyIsPoisson() {
  QFETCH(double, load);
  QFETCH(bool, constant);
  const Duration mean = Duration::seconds(1);
  const Model made =
      model(constant ? example::constant(mean) : example::exponential(mean), load, 200'000);
  const auto run = runOf(made);
  QVERIFY(run);
  const std::vector<int> busy = busyAtArrival(*run);
  const auto number = [&](const Attempt& a) {
    return static_cast<double>(busy[static_cast<std::size_t>(&a - &run->journal.attempts[0])]);
  };
  QVERIFY(agrees(meanOver(*run, number), load, 0.02 * load));
  const Measured variance =
      meanOver(*run, [&](const Attempt& a) { return (number(a) - load) * (number(a) - load); });
  QVERIFY(agrees(variance, load, 0.1 * load));
}

/// Requests so short that they never meet: one is cold exactly when the gap before it is longer
/// than an environment idles, e^(−rate · idle time) of them.
void TestClosedForms::rareRequestsAreColdByTheirGaps_data() {
  QTest::addColumn<double>("perSecond");
  QTest::addColumn<int>("idleSeconds");
  QTest::newRow("one an hour, 6 minutes") << 1.0 / 3'600 << 360;
  QTest::newRow("one in 5 minutes, 5 minutes") << 1.0 / 300 << 300;
  QTest::newRow("one a minute, 4 minutes") << 1.0 / 60 << 240;
}

void TestClosedForms::rareRequestsAreColdByTheirGaps() {
  QFETCH(double, perSecond);
  QFETCH(int, idleSeconds);
  Model made = model(example::constant(Duration{1}), perSecond, 30'000);
  made.project.functions[0].idleTimeout = example::constant(Duration::seconds(idleSeconds));
  const auto run = runOf(made);
  QVERIFY(run);
  const Measured cold =
      meanOver(*run, [](const Attempt& a) { return journal::isCold(a.decision) ? 1.0 : 0.0; });
  const double expected = std::exp(-perSecond * idleSeconds);
  // Gaps are independent: a mean of 30 000 of them cannot be better than their own deviation.
  QVERIFY(agrees(cold, expected, 2 * std::sqrt(expected * (1 - expected) / 30'000)));
}

/// M/D/1: a group of a FIFO queue has one batch at a time, here of one message, and each takes the
/// 20 ms of a poll and the 80 ms of the handler. The formula of Pollaczek and Khinchine.
void TestClosedForms::oneFifoGroupIsAQueueWithOneServer_data() {
  QTest::addColumn<double>("load");
  QTest::newRow("30 %") << 0.3;
  QTest::newRow("70 %") << 0.7;
}

void TestClosedForms::oneFifoGroupIsAQueueWithOneServer() {
  QFETCH(double, load);
  const double service = 0.1;
  Model made = model(example::constant(Duration::millis(80)), load / service, 300'000);
  project::Queue queue;
  queue.fifo = true;
  queue.visibilityTimeout = Duration::seconds(900);
  queue.retention = Duration::hours(336);
  made.project.queues.push_back(queue);
  project::EventSourceMapping mapping;
  mapping.queue = 0;
  mapping.batchSize = 1;
  made.project.mappings.push_back(mapping);
  made.scenario.loads[0].queue = 0;
  const auto run = runOf(made);
  QVERIFY(run);
  const auto& messages = run->journal.messages;
  std::vector<double> means;
  for (std::size_t batch = 1; batch <= kBatches; ++batch) {
    const std::size_t first = messages.size() * batch / (kBatches + 1);
    const std::size_t last = messages.size() * (batch + 1) / (kBatches + 1);
    double ages = 0;
    double count = 0;
    for (std::size_t i = first; i < last; ++i) {
      if (messages[i].ending != journal::MessageEnding::Processed) continue;
      ages += static_cast<double>((messages[i].ended - messages[i].sent).us) / 1e6;
      ++count;
    }
    means.push_back(ages / count);
  }
  const double expected = load * service / (2 * (1 - load)) + service;
  QVERIFY(agrees(measured(means), expected, 0.02 * expected));
}

QTEST_GUILESS_MAIN(TestClosedForms)
#include "tst_closed_forms.moc"
