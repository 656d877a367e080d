// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Read this first in core/simulate: runs a scenario on a virtual clock. A run is a pure function of
// project, scenario and seed: the same three give the same journal, byte for byte. Safe to call
// from any thread; a running simulation touches nothing outside itself.
//
// How a run ends: requests arrive, settings change and queued events are retried before `until` (a
// request at `until` itself does not arrive). What is running then goes on to its end, so every
// attempt of a simulated journal has ended, and Run::end is `until` or the last such end, whichever
// is later. An async event that waits for a retry at that moment stays in the queue: its last
// attempt says `retried` and no further one follows. A cancelled run ends likewise at the moment of
// the cancel. Runs that differ only in `until` or in what happens later have the same journal up to
// the first difference.
//
// Provisioned environments that are READY when the run begins were started before 0: their
// `started` is negative, their ready() not after 0.

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>

#include "core/base/result.h"
#include "core/engine/engine.h"
#include "core/journal/journal.h"

namespace coldstart::simulate {

/// Part of a run's time; `to` itself is not in it.
struct Window {
  Instant from;
  Instant to;
};

struct Options {
  std::optional<std::uint64_t> seed;         ///< Instead of the project's.
  std::optional<Duration> until;             ///< Instead of the scenario's.
  std::size_t attemptCapacity = 20'000'000;  ///< Records kept; beyond it only aggregates go on.
  /// Records are made only of what arrives in this time or is under way when it begins, the same as
  /// the whole run has there, and of every environment and message; sums are those of the whole
  /// run. A try before the window, which a record may be the next one of, is not there.
  std::optional<Window> window;
  engine::IdleChoice idleChoice = engine::IdleChoice::MostRecentlyUsed;
  /// Called about every 65 536 requests (some 10 ms of real time), from the simulating thread;
  /// false cancels.
  std::function<bool(Instant now, std::uint64_t requests)> progress;
};

/// Simulates. Errors: a scenario that names what does not exist, a schedule that cannot be read.
Result<std::shared_ptr<const journal::Run>> simulate(const project::Project& project,
                                                     const project::Scenario& scenario,
                                                     const Options& options = {});

/// About how many requests the scenario would make; for asking before a very long run.
std::uint64_t estimateRequests(const project::Project& project, const project::Scenario& scenario);

}  // namespace coldstart::simulate
