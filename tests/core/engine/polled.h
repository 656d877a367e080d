// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// One function that is fed by pollers, simulated, for tests. Init takes 100 ms and so does the
// handler, unless a test says otherwise.

#include <memory>

#include "core/simulate/simulate.h"
#include "tests/core/simulate/example.h"

namespace coldstart::polled {

using journal::Ending;
using journal::MessageEnding;

inline Instant at(std::int64_t ms) {
  return Instant{ms * 1'000};
}

struct Polled {
  enum class From : std::uint8_t { Queue, Fifo, Kinesis, DynamoDb };

  explicit Polled(From from) {
    project.account.concurrentExecutions = 3'000;
    project.functions.push_back(
        example::function("Worker", Duration::millis(100), Duration::millis(100)));
    worker().timeout = Duration::seconds(30);
    project.mappings.emplace_back();
    if (from == From::Queue || from == From::Fifo) {
      project.queues.emplace_back();
      queue().fifo = from == From::Fifo;
      mapping().queue = 0;
    } else {
      project.streams.emplace_back();
      stream().kind =
          from == From::Kinesis ? project::Stream::Kind::Kinesis : project::Stream::Kind::DynamoDb;
      mapping().stream = 0;
      mapping().batchSize = 100;
    }
    scenario.name = "polled";
    scenario.until = Duration::minutes(2);
  }

  project::Function& worker() { return project.functions[0]; }
  project::EventSourceMapping& mapping() { return project.mappings[0]; }
  project::Queue& queue() { return project.queues[0]; }
  project::Stream& stream() { return project.streams[0]; }

  /// One more function, with a mapping like the first one's.
  void addReader(const std::string& name) {
    project::EventSourceMapping other = mapping();
    other.function = project.functions.size();
    project.functions.push_back(
        example::function(name, Duration::millis(100), Duration::millis(100)));
    project.mappings.push_back(other);
  }

  project::Load& send(project::Arrivals arrivals) {
    project::Load load = example::load(0, std::move(arrivals));
    if (project.queues.empty()) {
      load.stream = 0;
    } else {
      load.queue = 0;
    }
    scenario.loads.push_back(std::move(load));
    return scenario.loads.back();
  }
  project::Load& send(std::vector<std::int64_t> millis) {
    std::vector<Instant> times;
    for (const std::int64_t ms : millis) times.push_back(at(ms));
    return send(example::at(std::move(times)));
  }

  void takes(Duration duration) {
    worker().work.duration = worker().work.firstDuration = example::constant(duration);
  }

  [[nodiscard]] std::shared_ptr<const journal::Run> run() const {
    return *simulate::simulate(project, scenario);
  }

  project::Project project;
  project::Scenario scenario;
};

inline const journal::Attempt& attempt(const journal::Run& run, std::size_t i) {
  return run.journal.attempts[i];
}
inline std::size_t attempts(const journal::Run& run) {
  return run.journal.attempts.size();
}
/// How many attempts arrived in [from, to).
inline int arrived(const journal::Run& run, Instant from, Instant to) {
  int count = 0;
  for (const journal::Attempt& a : run.journal.attempts.all()) {
    count += a.arrived >= from && a.arrived < to ? 1 : 0;
  }
  return count;
}
inline int ended(const journal::Run& run, MessageEnding ending) {
  int count = 0;
  for (const journal::Message& m : run.journal.messages) count += m.ending == ending ? 1 : 0;
  return count;
}
inline std::vector<std::uint32_t> itemsOf(const journal::Run& run, std::size_t batch) {
  const journal::Batch& b = run.journal.batches[batch];
  const auto first = run.journal.batchItems.begin() + b.first;
  return {first, first + b.size};
}

}  // namespace coldstart::polled
