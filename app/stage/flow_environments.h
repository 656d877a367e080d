// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The right half of a flow group: the function's environments as tiles while they fit, as small
// tiles, then as a heat grid. Part of the flow layout; nothing else calls it.

#include "app/stage/flow_layout.h"

namespace coldstart::stage {

struct EnvironmentsPlace {
  QRectF area;
  const FlowMetrics& metrics;
  bool compact = false;
};

/// Adds the tiles or squares of `group` to `drawing` and writes the group's caption.
void placeEnvironments(const observe::RunIndex& index, FlowDrawing& drawing, FlowGroup& group,
                       const EnvironmentsPlace& place);

/// One line about what an environment does at t: "init 218 ms → request #1 207, busy 164 of 400
/// ms".
QString environmentLine(const observe::RunIndex& index, journal::EnvironmentIndex e, Instant t);
/// One line about a request at t.
QString attemptLine(const observe::RunIndex& index, journal::AttemptIndex i, Instant t);

}  // namespace coldstart::stage
