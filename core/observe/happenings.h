// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Where "step forward" and "step back" stop: the moments at which something happens. A request
// arrives, a handler begins or ends, an environment starts, is ready or stops, a setting changes.

#include <optional>
#include <vector>

#include "core/observe/run_index.h"

namespace coldstart::observe {

/// The first moment after t at which something happens; none when the run has nothing more.
std::optional<Instant> nextHappening(const RunIndex& index, Instant t);
/// The last moment before t at which something happens.
std::optional<Instant> previousHappening(const RunIndex& index, Instant t);
/// All of them in order, each moment once. The cost follows the run's length: not for the window's
/// thread.
std::vector<Instant> happenings(const RunIndex& index);

}  // namespace coldstart::observe
