// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Projects and scenarios made up from a seed, for properties that must hold whatever the user does.

#include <algorithm>
#include <string>

#include "tests/core/simulate/random_parts.h"

namespace coldstart::example {

class RandomCases : private RandomParts {
 public:
  explicit RandomCases(std::uint64_t seed) : RandomParts(seed) {}
  using RandomParts::between;

  RandomCase next() {
    RandomCase made;
    project::Project& p = made.project;
    p.seed = m_random.next();
    p.account.concurrentExecutions = between(20, 1500);
    std::int32_t left = p.account.concurrentExecutions - 10;
    if (chance(40)) p.downstreams.push_back(someDownstream());
    p.account.gatewayRate = between(5, 60);
    p.account.gatewayBurst = between(1, 50);
    for (int n = between(1, 4); n > 0; --n) {
      p.functions.push_back(function("F" + std::to_string(p.functions.size()), {}, {}));
      vary(p.functions.back(), left);
      if (!p.downstreams.empty() && chance(60))
        p.functions.back().work.calls.push_back({.downstream = 0, .times = between(0, 3)});
    }
    made.scenario.name = "random";
    made.scenario.until = Duration::seconds(between(5, 900));
    for (int n = between(1, 5); n > 0; --n) made.scenario.loads.push_back(someLoad(made));
    for (int n = between(0, 4); n > 0; --n) made.scenario.changes.push_back(someChange(made));
    if (chance(50)) {
      for (int n = between(1, 3); n > 0; --n) addPolled(made);
    }
    for (std::size_t q = 0; q < p.queues.size(); ++q) {
      p.queues[q].id = p.queues[q].name = "Q" + std::to_string(q);
      p.resources.push_back({p.queues[q].id, "AWS::SQS::Queue", p.queues[q].name});
    }
    for (std::size_t f = 0; f < p.functions.size(); ++f) someFollowers(p, f);
    for (project::Load& l : made.scenario.loads) someCaller(made, l);
    while (chance(30)) made.scenario.outages.push_back(someOutage(made));
    return made;
  }

  void someCaller(RandomCase& made, project::Load& l) {
    if (l.queue || l.stream) return;
    if (chance(30)) {
      using Kind = project::TriggerKind;
      const Kind kinds[] = {Kind::RestApi, Kind::HttpApi, Kind::FunctionUrl};
      made.project.triggers.push_back({.id = "T",
                                       .function = l.function,
                                       .kind = kinds[between(0, 2)],
                                       .source = {},
                                       .detail = {}});
      l.trigger = made.project.triggers.size() - 1;
    }
    if (!chance(50)) return;
    project::Client client{.retries = static_cast<project::Client::Retries>(between(0, 3)),
                           .maximumAttempts = chance(30) ? between(1, 8) : 0};
    if (chance(40)) client.timeout = Duration::millis(between(50, 3'000));
    client.jitter = chance(70);
    l.client = client;
  }

  void vary(project::Function& f, std::int32_t& left) {
    f.memory = Memory{between(128, 3008)};
    f.timeout = Duration::seconds(between(1, 5));
    f.work.init = someDuration(0, 800);
    f.work.duration = someDuration(1, 1500);
    f.work.firstDuration = someDuration(1, 2500);
    f.work.cpuSharePpm = chance(50) ? between(0, 1'000'000) : 0;
    f.work.errorRatePpm = chance(50) ? between(0, 300'000) : 0;
    f.idleTimeout = someDuration(1'000, 400'000);
    if (chance(25)) f.requestsPerEnvironment = between(2, 12);
    if (chance(40)) f.work.placement = someDuration(0, 300);
    if (chance(30)) f.maximumAge = someDuration(5'000, 300'000);
    f.maximumRetryAttempts = between(0, 2);
    f.maximumEventAge = Duration::seconds(between(60, 21'600));
    if (chance(35)) f.reserved = between(0, std::max(0, left / 3));
    left -= f.reserved.value_or(0);
    if (chance(30)) f.provisioned = between(1, std::max(1, f.reserved.value_or(left / 4)));
    if (!f.reserved) left -= f.provisioned.value_or(0);
    if (f.reserved && f.provisioned && *f.provisioned > *f.reserved) f.provisioned.reset();
  }

  project::Load someLoad(const RandomCase& made) {
    project::Load l;
    l.function = m_random.below(made.project.functions.size());
    l.type = chance(40) ? project::InvocationType::Event : project::InvocationType::RequestResponse;
    const auto length = static_cast<std::int32_t>(made.scenario.until.us / 1'000'000);
    project::Arrivals& a = l.arrivals;
    a.perSecondMicro = std::int64_t{between(0, 40'000)} * 1'000;
    a.toMicro = std::int64_t{between(1, 60'000)} * 1'000;
    a.over = Duration::seconds(between(0, length));
    a.requests = between(1, 3'000);
    using Kind = project::Arrivals::Kind;
    const Kind kinds[] = {Kind::At,   Kind::Constant, Kind::Poisson,
                          Kind::Ramp, Kind::Burst,    Kind::Daily};
    a.kind = kinds[between(0, 5)];
    if (a.kind == Kind::At) {
      for (int n = between(1, 20); n > 0; --n) {
        a.times.push_back(Instant{between(0, length * 1000) * std::int64_t{1000}});
      }
      std::sort(a.times.begin(), a.times.end());
    }
    if (chance(30)) l.start = Instant{} + Duration::seconds(between(0, length));
    if (chance(30)) l.end = Instant{} + Duration::seconds(between(0, length));
    return l;
  }

  /// A queue or a stream, what polls it, and a load that fills it.
  void addPolled(RandomCase& made) {
    project::Project& p = made.project;
    project::EventSourceMapping m;
    m.function = m_random.below(p.functions.size());
    m.batchSize = between(1, 10);
    m.reportsItemFailures = chance(50);
    m.itemFailurePpm = chance(50) ? between(0, 100'000) : 0;
    project::Load load = someLoad(made);
    load.type = project::InvocationType::RequestResponse;
    load.function = m.function;
    load.groups = between(1, 20);
    load.poison = chance(10);
    if (chance(60)) {
      load.queue = m.queue = p.queues.size();
      p.queues.push_back(someQueue());
      if (!p.queues.back().fifo && chance(40)) {
        m.window = Duration::seconds(between(1, 10));
        m.batchSize = between(1, 100);
      }
      if (chance(40)) m.maximumConcurrency = between(2, 50);
      if (chance(50)) {
        p.queues.back().maximumReceives = between(1, 4);
        p.queues.back().deadLetterQueue = p.queues.size();
        p.queues.push_back(someQueue());
        p.queues.back().fifo = p.queues[*m.queue].fifo;
        project::EventSourceMapping undertaker;
        undertaker.function = m_random.below(p.functions.size());
        undertaker.queue = p.queues.size() - 1;
        if (chance(50)) p.mappings.push_back(undertaker);
      }
    } else {
      load.stream = m.stream = p.streams.size();
      p.streams.emplace_back();
      p.streams.back().shards = between(1, 4);
      if (chance(50)) p.streams.back().kind = project::Stream::Kind::DynamoDb;
      m.parallelizationFactor = between(1, 4);
      m.window = Duration::seconds(chance(50) ? between(1, 10) : 0);
      m.bisects = chance(50);
      m.maximumRetryAttempts = between(-1, 3);
      if (chance(30)) m.maximumRecordAge = Duration::seconds(between(60, 120));
      if (chance(20)) m.tumblingWindow = Duration::seconds(between(1, 60));
    }
    if (chance(10)) m.filters = {R"({"body":["b"],"data":["b"]})"};
    p.mappings.push_back(m);
    made.scenario.loads.push_back(load);
  }

  project::Change someChange(const RandomCase& made) {
    const project::Function& f =
        made.project.functions[m_random.below(made.project.functions.size())];
    project::Change change;
    change.at = Instant{between(0, static_cast<std::int32_t>(made.scenario.until.us / 1'000)) *
                        std::int64_t{1'000}};
    switch (between(0, 4)) {
      case 0:
        change.path = f.id + ".MemorySize";
        change.value = between(128, 3008);
        break;
      case 1:
        change.path = f.id + ".Timeout";
        change.value = between(1, 5);
        break;
      case 2:
        change.path = f.id + ".ReservedConcurrentExecutions";
        if (chance(70)) change.value = between(0, 50);
        break;
      case 3:
        change.path = f.id + ".ProvisionedConcurrency";
        if (chance(70)) change.value = between(0, 20);
        break;
      default:
        change.path = "Account.ConcurrentExecutions";
        change.value = between(20, 1500);
    }
    return change;
  }
};

}  // namespace coldstart::example
