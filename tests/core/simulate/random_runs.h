// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Runs of random projects, for laws. COLDSTART_PROPERTY_REQUESTS says how many requests to simulate
// in all (a million when it is not set).

#include <QTest>
#include <type_traits>

#include "core/simulate/simulate.h"
#include "tests/core/simulate/random_project.h"

namespace coldstart::example {

inline std::uint64_t wanted() {
  bool ok = false;
  const auto given = qEnvironmentVariable("COLDSTART_PROPERTY_REQUESTS").toULongLong(&ok);
  return ok && given > 0 ? given : 1'000'000;
}

inline std::shared_ptr<const journal::Run> runOf(const RandomCase& made,
                                                 const simulate::Options& options = {}) {
  auto run = simulate::simulate(made.project, made.scenario, options);
  return run ? *run : nullptr;
}

/// Calls `check(case, run)` until it failed or a share of the requests is used up.
template <class Check>
void forCases(std::uint64_t seed, std::uint64_t share, bool changes, Check check) {
  RandomCases cases(seed);
  std::uint64_t requests = 0;
  for (int n = 0; requests < wanted() / share; ++n) {
    RandomCase made = cases.next();
    if (!changes) made.scenario.changes.clear();
    const auto run = runOf(made);
    QVERIFY(run);
    requests += run->requests + 100;
    if constexpr (std::is_invocable_v<Check, const RandomCase&, decltype(run)>)
      check(made, run);
    else
      check(made, *run);
    if (QTest::currentTestFailed()) {
      qWarning("case %d of seed %d", n, static_cast<int>(seed));
      return;
    }
  }
}

}  // namespace coldstart::example
