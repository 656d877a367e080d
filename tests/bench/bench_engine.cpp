// SPDX-License-Identifier: GPL-3.0-or-later
// How fast the engine is: requests a second of processor time, journal on, and as ratios to two
// plain simulators of the bare model that run beside it on the same machine, one in Python (heapq)
// and one in C++. Each figure is the best of several rounds, taken in turn, so that a busy machine
// disturbs all of them alike.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <memory>
#include <queue>
#include <random>
#include <set>
#include <vector>

#include "core/observe/metrics.h"
#include "core/observe/run_index.h"
#include "core/simulate/simulate.h"
#include "tests/core/simulate/example.h"

using namespace coldstart;

namespace {

constexpr int kRounds = 5;

double processorSeconds() {
  std::timespec now{};
  ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

/// The bare model of the contract's example, written the plain way: one heap for everything that
/// happens, a set of idle servers, the library's random numbers.
std::uint64_t plainSimulator(double until, std::uint64_t seed) {
  struct Event {
    double at;
    int kind;  // 0: arrival, 1: departure, 2: expiry
    std::size_t server;
    std::uint64_t use;
    bool operator>(const Event& other) const { return at > other.at; }
  };
  std::mt19937_64 random(seed);
  std::exponential_distribution<double> gap(0.9);
  std::exponential_distribution<double> warm(1 / 1.991);
  std::exponential_distribution<double> cold(1 / 2.244);
  std::priority_queue<Event, std::vector<Event>, std::greater<>> events;
  std::set<std::size_t> idle;
  std::vector<std::uint64_t> uses;
  std::uint64_t requests = 0;
  events.push({gap(random), 0, 0, 0});
  while (events.top().at < until) {
    const Event event = events.top();
    events.pop();
    if (event.kind == 0) {
      ++requests;
      events.push({event.at + gap(random), 0, 0, 0});
      std::size_t server = uses.size();
      if (idle.empty()) {
        uses.push_back(0);
      } else {
        server = *idle.rbegin();
        idle.erase(server);
      }
      const double service = uses[server]++ == 0 ? cold(random) : warm(random);
      events.push({event.at + service, 1, server, uses[server]});
    } else if (event.kind == 1) {
      idle.insert(event.server);
      events.push({event.at + 600, 2, event.server, event.use});
    } else if (uses[event.server] == event.use) {
      idle.erase(event.server);
    }
  }
  return requests;
}

/// The same in Python; 0 where there is none.
double plainPython(std::uint64_t seed) {
  const char* source = std::getenv("COLDSTART_SOURCE_DIR");
  if (source == nullptr) return 0;
  const std::string command = "/usr/bin/python3 '" + std::string(source) +
                              "/tests/bench/plain_simulator.py' 1e6 " + std::to_string(seed);
  const std::unique_ptr<FILE, int (*)(FILE*)> pipe(::popen(command.c_str(), "r"), ::pclose);
  double requests = 0;
  double seconds = 0;
  if (!pipe || std::fscanf(pipe.get(), "%lf %lf", &requests, &seconds) != 2) return 0;
  return requests / seconds;
}

/// What looking at the metrics of a run costs on top: its index, then five of them a minute.
double metricsSeconds(const std::shared_ptr<const journal::Run>& run) {
  using observe::Metric;
  using observe::Statistic;
  const double began = processorSeconds();
  const observe::RunIndex index(run);
  std::size_t points = 0;
  for (const auto& [metric, statistic] :
       {std::pair{Metric::Invocations, Statistic::Sum}, std::pair{Metric::Errors, Statistic::Sum},
        std::pair{Metric::Throttles, Statistic::Sum},
        std::pair{Metric::Duration, Statistic::Average},
        std::pair{Metric::ConcurrentExecutions, Statistic::Maximum}}) {
    points += observe::metricSeries(index, metric, 0, statistic, Duration::minutes(1)).size();
  }
  return points > 0 ? processorSeconds() - began : 0;
}

struct Load {
  const char* name;
  project::Project project;
  project::Scenario scenario;
  double best = 0;  // Requests a second.
  double bytes = 0;
  double withMetrics = 0;  // Requests a second.
};

/// `perSecond` requests of `meanMs` each, spread over `functions` by Zipf's law.
Load load(const char* name, std::int64_t perSecond, std::int64_t meanMs, int functions,
          std::int64_t requests) {
  Load made{name, {}, {}};
  made.scenario.until = Duration::seconds(requests / perSecond);
  double sum = 0;
  for (int i = 1; i <= functions; ++i) sum += 1.0 / i;
  for (int i = 1; i <= functions; ++i) {
    auto f = example::function("F" + std::to_string(i), Duration::millis(100), {});
    f.work.duration = example::exponential(Duration::millis(meanMs));
    f.work.firstDuration = f.work.duration;
    made.project.functions.push_back(f);
    made.project.account.concurrentExecutions = 1000;
    const double share = 1.0 / i / sum * static_cast<double>(perSecond) * 1e6;
    made.scenario.loads.push_back(example::load(
        made.project.functions.size() - 1, example::poisson(static_cast<std::int64_t>(share))));
  }
  return made;
}

void measure(Load& load, std::uint64_t seed) {
  simulate::Options options;
  options.seed = seed;
  const double began = processorSeconds();
  const auto run = simulate::simulate(load.project, load.scenario, options);
  const double took = processorSeconds() - began;
  if (!run) return;
  load.best = std::max(load.best, static_cast<double>((*run)->requests) / took);
  load.withMetrics = std::max(
      load.withMetrics, static_cast<double>((*run)->requests) / (took + metricsSeconds(*run)));
  load.bytes = static_cast<double>((*run)->journal.bytes()) / static_cast<double>((*run)->requests);
}

}  // namespace

int main() {
  std::vector<Load> loads;
  loads.push_back(
      {"the contract's example", example::contractProject(), example::contractScenario()});
  loads.push_back(load("about 10 busy environments", 100, 100, 1, 1'000'000));
  loads.push_back(load("about 900 busy environments", 1'000, 900, 1, 1'000'000));
  loads.push_back(load("half of it refused at 1 000", 1'000, 2'016, 1, 1'000'000));
  loads.push_back(load("1 000 functions, 200 requests/s", 200, 100, 1'000, 1'000'000));
  loads.push_back(load("a day of 100 requests/s", 100, 100, 1, 8'640'000));

  double plain = 0;
  double python = 0;
  for (std::uint64_t round = 1; round <= kRounds; ++round) {
    for (Load& l : loads) measure(l, round);
    const double began = processorSeconds();
    const auto requests = static_cast<double>(plainSimulator(1e6, round));
    plain = std::max(plain, requests / (processorSeconds() - began));
    python = std::max(python, plainPython(round));
  }

  std::printf("%-34s %10s %8s %10s %12s %9s %9s\n", "engine", "M req/s", "ns/req", "bytes/req",
              "with metrics", "x heapq", "x C++");
  const auto bare = [](const char* name, double perSecond) {
    if (perSecond > 0) {
      std::printf("%-34s %10.2f %8.1f\n", name, perSecond / 1e6, 1e9 / perSecond);
    }
  };
  bare("bare model in Python, heapq", python);
  bare("bare model in C++, one heap", plain);
  for (const Load& l : loads) {
    std::printf("%-34s %10.2f %8.1f %10.1f %12.2f %9.1f %9.2f\n", l.name, l.best / 1e6,
                1e9 / l.best, l.bytes, l.withMetrics / 1e6, python > 0 ? l.best / python : 0.0,
                l.best / plain);
  }
  std::printf(
      "900 busy environments cost %.2f of 10; 1 000 functions %.2f of one; the day %.2f s\n",
      loads[1].best / loads[2].best, loads[1].best / loads[4].best, 8'640'000 / loads[5].best);
  return 0;
}
