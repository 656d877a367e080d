// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Replays a flow drawing. Decides nothing but colours, which come from the theme.

#include "app/stage/flow_layout.h"

class QPainter;

namespace coldstart::stage {

/// The whole picture; the ring is drawn around what `selection` names.
void paintFlow(QPainter& painter, const FlowDrawing& drawing, const observe::RunIndex& index,
               Selection selection);

}  // namespace coldstart::stage
