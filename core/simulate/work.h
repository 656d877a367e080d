// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// How long simulated work takes and how it ends: draws from each function's work model, stretched
// where memory gives less than one vCPU, cut where the function's timeout strikes.

#include <cstdint>
#include <optional>
#include <vector>

#include "core/engine/engine.h"

namespace coldstart::simulate {

/// A change of configuration, understood.
struct Input {
  Instant at;
  engine::Setting setting;
  std::optional<std::int64_t> value;
};

struct InitOutcome {
  Duration duration;
  journal::InitStatus status = journal::InitStatus::Succeeded;
};

struct Outcome {
  Duration duration;
  journal::Ending ending = journal::Ending::Succeeded;
};

class Work {
 public:
  Work(const project::Project& project, std::uint64_t seed);

  /// When provisioned environments must start to be initialised at 0, whatever init they draw.
  /// Draws those inits: init() of the engine's first orders will give them, in order.
  Instant provisionedSince(const project::Project& project);

  /// The function's invocations take these durations, in the order in which they start; further
  /// ones what the work model says.
  void play(std::size_t function, std::vector<Duration> durations) {
    m_functions[function].played = std::move(durations);
  }

  /// Length and end of the init phase, or of the restore, that a Start order begins; cut at the
  /// phase's own limit.
  InitOutcome init(const engine::Order& order, const engine::Engine& engine);
  /// The next request may be for this function: what it will need is fetched meanwhile.
  void expect(std::uint16_t function) const { m_functions[function].duration.expect(); }
  Outcome invocation(const engine::Order& order, const engine::Engine& engine);
  /// The same without what the function's time-out cuts off.
  Outcome uncut(const engine::Order& order, const engine::Engine& engine);
  /// What comes before init: finding a place, fetching the code.
  Duration placement(const engine::Order& order);
  /// From now on so many of a million invocations fail, and they take so many times as long.
  void impair(std::size_t function, std::int32_t errorPpm, std::int64_t slowdownPpm);
  std::uint16_t maxMemoryUsed(const engine::Order& order, const engine::Engine& engine);

 private:
  struct alignas(64) Function {
    // What every invocation touches stands first.
    std::int64_t stretch = 0;  ///< In 1 / 2^20.
    Memory stretchedFor;       ///< The memory that `stretch` holds for.
    std::int32_t errorRatePpm = 0;
    std::int32_t cpuSharePpm = 0;
    bool mishaps = false;  ///< Something other than a handler error can happen.
    engine::Sampler duration;
    bool outgrows = false;  ///< An environment has needed more memory than there is.
    std::int32_t initErrorRatePpm = 0;
    std::int32_t crashRatePpm = 0;
    std::int64_t perItemUs = 0;
    Random errors;
    Random initErrors;
    Random crashes;
    std::int32_t outagePpm = 0;
    std::int64_t slowdownPpm = project::kMillion;
    Random outages;
    engine::Sampler firstDuration;
    engine::Sampler init;
    engine::Sampler provisionedInit;
    engine::Sampler suppressedInit;
    engine::Sampler restore;
    engine::Sampler placement;
    engine::Sampler maxMemory;
    std::vector<Duration> prepared;  ///< Inits drawn ahead for provisionedSince().
    std::size_t usedPrepared = 0;
    std::vector<Duration> played;
    std::size_t nextPlayed = 0;
  };
  static std::int64_t stretchOf(const Function& function, Memory memory);
  static Duration drawInit(Function& function, const engine::Order& order);
  Outcome mishap(Function& function, const engine::Order& order, Outcome outcome);

  std::vector<Function> m_functions;
  std::vector<bool> m_outgrown;  ///< By slot: the environment needs more memory than it has.
};

}  // namespace coldstart::simulate
