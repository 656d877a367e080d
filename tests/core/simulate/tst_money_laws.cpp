// SPDX-License-Identifier: GPL-3.0-or-later
// What must hold of the bill, and of giving a project more, asked of random projects and scenarios
// as tst_laws.cpp does.
#include <QTest>
#include <map>
#include <tuple>

#include "core/observe/bill.h"
#include "core/observe/run_index.h"
#include "tests/core/simulate/random_runs.h"

using namespace coldstart;
using journal::Attempt;
using journal::Environment;
using journal::Run;

namespace {

/// Throttled attempts.
std::int64_t throttles(const Run& run) {
  std::int64_t count = 0;
  for (const Attempt& a : run.journal.attempts.all()) count += journal::isThrottle(a.decision);
  return count;
}

/// Requests whose durations do not depend on who else is there: then more room cannot hurt. (With
/// inits and unequal durations it can: who is let in may stay longer than who was turned away.)
example::RandomCase withoutSurprises(example::RandomCase made) {
  const auto always = example::constant(Duration::millis(400));
  for (project::Function& f : made.project.functions) {
    f.work = {};
    f.work.init = f.work.placement = example::constant(Duration{});
    f.work.duration = f.work.firstDuration = always;
    f.memory = Memory{1'769};
    f.provisioned.reset();
    f.requestsPerEnvironment = 1;
  }
  made.project.downstreams.clear();
  made.project.mappings.clear();
  made.scenario.outages.clear();
  std::erase_if(made.scenario.loads, [](const project::Load& l) { return l.queue || l.stream; });
  for (project::Load& l : made.scenario.loads) {
    l.type = project::InvocationType::RequestResponse;
    l.client.reset();
    l.trigger.reset();
  }
  return made;
}

}  // namespace

class TestMoneyLaws : public QObject {
  Q_OBJECT
 private slots:
  void theBillEqualsARecount();
  void moreCapacityThrottlesNoMore();
};

/// Milliseconds and memory, attempt by attempt: init is billed with the first invocation unless it
/// failed, and rounded up together with it.
void TestMoneyLaws::theBillEqualsARecount() {
  example::forCases(
      21, 8, true, [](const example::RandomCase& made, const std::shared_ptr<const Run>& shared) {
        const Run& run = *shared;
        std::map<std::size_t, std::int64_t> requests;
        std::map<std::tuple<std::size_t, bool, int>, std::int64_t> milliseconds;
        std::vector<bool> used(run.journal.environments.size());
        for (const Attempt& a : run.journal.attempts.all()) {
          if (!a.ran()) continue;
          const Environment& e = run.journal.environments[a.environment];
          std::int64_t us = a.durationUs;
          if (!used[a.environment] && e.initStatus == journal::InitStatus::Succeeded)
            us += e.initUs;
          used[a.environment] = true;
          ++requests[e.function];
          if (made.project.functions[e.function].sharesEnvironments() && !e.provisioned) continue;
          milliseconds[{e.function, e.provisioned, e.memoryMb}] += (us + 999) / 1'000;
        }
        const observe::RunIndex index(shared);
        for (const observe::BillLine& line : observe::billAt(index, shared->end).lines) {
          const bool provisioned = line.key.starts_with("provisioned-compute-");
          if (line.key == "requests") {
            QCOMPARE(line.millionths, requests[line.function] * 1'000'000);
            requests.erase(line.function);
          } else if (provisioned || line.key.starts_with("compute-")) {
            // Of which memory a line is stands in its words; what matches is struck off.
            const auto match = std::ranges::find_if(milliseconds, [&](const auto& entry) {
              const auto& [function, ready, mb] = entry.first;
              const std::int64_t mbMs = entry.second * mb;
              return function == line.function && ready == provisioned &&
                     (mbMs * 1'000'000 + 512'000) / 1'024'000 == line.millionths;
            });
            if (match != milliseconds.end()) milliseconds.erase(match);
          }
        }
        QVERIFY(requests.empty());
        for (const auto& [key, ms] : milliseconds) {
          QVERIFY2(ms == 0,
                   qPrintable(QStringLiteral("function %1, %2 MB: %3 ms are not on the bill")
                                  .arg(std::get<0>(key))
                                  .arg(std::get<2>(key))
                                  .arg(ms)));
        }
      });
}

void TestMoneyLaws::moreCapacityThrottlesNoMore() {
  example::RandomCases dice(23);
  example::forCases(22, 8, false, [&](const example::RandomCase& given, const Run&) {
    example::RandomCase made = withoutSurprises(given);
    const auto before = example::runOf(made);
    made.project.account.concurrentExecutions += dice.between(1, 2'000);
    const auto more = example::runOf(made);
    QVERIFY(before && more);
    QVERIFY2(throttles(*more) <= throttles(*before),
             qPrintable(
                 QStringLiteral("%1 instead of %2").arg(throttles(*more)).arg(throttles(*before))));
  });
}

QTEST_GUILESS_MAIN(TestMoneyLaws)
#include "tst_money_laws.moc"
