// SPDX-License-Identifier: GPL-3.0-or-later
// How fast the engine is, beside a bare simulator of the same model on a heap.
#include <cstdio>

#include "core/simulate/simulate.h"
#include "tests/core/simulate/example.h"

using namespace coldstart;

int main() {
  for (int i = 0; i < 5; ++i) {
    simulate::Options o;
    o.seed = static_cast<std::uint64_t>(i + 1);
    o.idleChoice = engine::IdleChoice::NewestCreated;
    auto run = simulate::simulate(example::contractProject(), example::contractScenario(), o);
    const auto& r = **run;
    std::size_t cold = 0;
    double busy = 0, env = 0, life = 0;
    int stopped = 0;
    for (const auto& a : r.journal.attempts.all()) {
      cold += journal::isCold(a.decision);
      busy += a.durationUs;
    }
    for (const auto& e : r.journal.environments) {
      env += static_cast<double>((std::min(e.stopped, r.end) - e.started).us);
      if (e.stopped != kNever) ++stopped, life += static_cast<double>((e.stopped - e.started).us);
    }
    const double end = static_cast<double>(r.end.us);
    std::printf("%llu req %.2f M/s cold %.6f env %.4f busy %.4f life %.1f\n",
                static_cast<unsigned long long>(r.requests),
                static_cast<double>(r.requests) / r.wallSeconds / 1e6,
                static_cast<double>(cold) / static_cast<double>(r.requests), env / end, busy / end,
                life / stopped / 1e6);
  }
}
