// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Who asks in a run: one source for each load of the scenario in its order, then one for each event
// source mapping, then one for each dead-letter queue that is itself polled, then those of what
// functions send to each other. For core/simulate and its tests.

#include <vector>

#include "core/base/result.h"
#include "core/journal/journal.h"

namespace coldstart::simulate {

/// Errors: a filter that the service refuses.
Result<std::vector<journal::Source>> sourcesOf(const project::Project& project,
                                               const project::Scenario& scenario);

/// The load's trigger lets its event not through: it makes no requests. Errors: a filter that the
/// service refuses.
Result<bool> isHeldBack(const project::Project& project, const project::Load& load);

}  // namespace coldstart::simulate
