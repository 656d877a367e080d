// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Replays a timeline's drawing. Decides nothing but colours, which come from the theme.

#include "app/stage/timeline_layout.h"

class QPainter;

namespace coldstart::stage {

/// Everything that does not depend on playhead, selection or mouse.
void paintTimeline(QPainter& painter, const TimelineDrawing& drawing, qreal devicePixelRatio);

}  // namespace coldstart::stage
