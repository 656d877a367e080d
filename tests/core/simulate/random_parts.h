// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What random_project.h makes projects of: numbers, and the parts that need nothing but numbers.

#include "core/base/random.h"
#include "tests/core/simulate/example.h"

namespace coldstart::example {

struct RandomCase {
  project::Project project;
  project::Scenario scenario;
};

class RandomParts {
 protected:
  explicit RandomParts(std::uint64_t seed) : m_random(seed, Purpose::Arrivals, 0) {}

  std::int32_t between(std::int32_t low, std::int32_t high) {
    return low +
           static_cast<std::int32_t>(m_random.below(static_cast<std::uint64_t>(high - low) + 1));
  }

  bool chance(int percent) { return between(1, 100) <= percent; }

  project::Distribution someDuration(std::int32_t lowMs, std::int32_t highMs) {
    const Duration a = Duration::millis(between(lowMs, highMs));
    const Duration b = Duration::millis(between(lowMs, highMs));
    switch (between(0, 4)) {
      case 0:
        return constant(a);
      case 1:
        return uniform(std::min(a, b), std::max(a, b));
      case 2:
        return exponential(a);
      case 3:
        return {project::Distribution::Kind::LogNormal, std::min(a, b).us, std::max(a, b).us, {}};
      default:
        return {project::Distribution::Kind::Empirical, 0, 0, {a.us, b.us, 0}};
    }
  }

  project::Downstream someDownstream() {
    project::Downstream d;
    d.id = "D";
    d.connections = chance(60) ? between(1, 40) : 0;
    d.heldByEnvironment = chance(50);
    d.latency = someDuration(1, 400);
    d.capacity = between(1, 30);
    d.curve = {{0, project::kMillion}, {1'000'000, between(1, 9) * std::int64_t{500'000}}};
    return d;
  }

  project::Queue someQueue() {
    project::Queue queue;
    queue.fifo = chance(40);
    queue.visibilityTimeout = Duration::seconds(between(5, 60));
    queue.delay = Duration::seconds(chance(30) ? between(1, 10) : 0);
    queue.retention = Duration::seconds(between(60, 1'000));
    return queue;
  }

  project::Outage someOutage(const RandomCase& made) {
    using Kind = project::Outage::Kind;
    const auto length = static_cast<std::int32_t>(made.scenario.until.us / 1'000'000);
    project::Outage outage;
    outage.kind = static_cast<Kind>(between(0, 2));
    if (outage.kind == Kind::Downstream && made.project.downstreams.empty())
      outage.kind = Kind::Service;
    if (outage.kind == Kind::Function)
      outage.target = m_random.below(made.project.functions.size());
    outage.from = Instant{} + Duration::seconds(between(0, length));
    outage.to = outage.from + Duration::seconds(between(1, 60));
    outage.errorPpm = between(0, 1'000'000);
    outage.slowdownPpm = between(1, 5) * std::int64_t{project::kMillion};
    return outage;
  }

  /// What it sends on, so seldom that chains end, and targets that come after it, so that they end.
  void someFollowers(project::Project& p, std::size_t f) {
    const auto any = [&] { return p.functions[m_random.below(p.functions.size())].id; };
    project::Function& function = p.functions[f];
    if (chance(30)) function.work.sends.push_back({any(), 1, between(0, 300'000)});
    if (!p.queues.empty() && chance(20))
      function.work.sends.push_back(
          {p.queues[m_random.below(p.queues.size())].id, 1, between(0, 60'000)});
    if (chance(20)) function.duplicateRatePpm = between(0, 500'000);
    function.terminatesRecursion = chance(80);
    if (f + 1 == p.functions.size()) return;
    const std::string next = p.functions[f + 1].id;
    if (chance(20)) function.onSuccess = next;
    if (chance(40)) function.onFailure = next;
    if (chance(20)) function.deadLetterTarget = "arn:aws:sqs:us-east-1:123456789012:Elsewhere";
  }

  Random m_random;
};

}  // namespace coldstart::example
