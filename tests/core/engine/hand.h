// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// An engine driven by hand, for tests.

#include <optional>

#include "core/engine/engine.h"
#include "tests/core/simulate/example.h"

namespace coldstart::byhand {

using engine::Order;
using engine::Slot;
using journal::Decision;
using journal::Ending;
using journal::StopReason;

inline Instant at(std::int64_t ms) {
  return Instant{ms * 1'000};
}

/// An engine with one journal, told things one after the other.
struct Hand {
  explicit Hand(project::Project given,
                project::InvocationType type = project::InvocationType::RequestResponse,
                engine::IdleChoice choice = engine::IdleChoice::MostRecentlyUsed)
      : project(std::move(given)), journal(1000) {
    for (std::size_t i = 0; i < project.functions.size(); ++i) {
      journal.sources.push_back(
          {.function = static_cast<std::uint16_t>(i), .type = type, .label = {}, .event = {}});
    }
    engine.emplace(project, journal, engine::Settings{.seed = 1, .idleChoice = choice});
  }

  /// A request that must get an environment: its slot.
  Slot served(Instant t, std::uint16_t source = 0) { return engine->arrive(t, source).slot; }
  /// A whole cold invocation: init 100 ms, handler 100 ms.
  Slot coldThenIdle(Instant t, std::uint16_t source = 0) {
    const Slot slot = served(t, source);
    engine->initEnded(slot, t + Duration::millis(100));
    engine->invocationEnded(slot, t + Duration::millis(200), Ending::Succeeded);
    return slot;
  }
  Decision last() { return journal.attempts[journal.attempts.size() - 1].decision; }
  journal::Attempt& attempt(std::size_t i) { return journal.attempts[i]; }
  void change(Instant t, const std::string& path, std::optional<std::int64_t> value) {
    engine->change(t, *engine::settingOf(project, path), value);
  }

  project::Project project;
  journal::Journal journal;
  std::optional<engine::Engine> engine;
};

inline project::Project one(std::optional<std::int32_t> reserved = {},
                            std::int32_t account = 1000) {
  project::Project p;
  p.account.concurrentExecutions = account;
  p.functions.push_back(example::function("Hello", Duration::millis(100), Duration::millis(100)));
  p.functions[0].reserved = reserved;
  return p;
}

}  // namespace coldstart::byhand
