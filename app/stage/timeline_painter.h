// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Replays a timeline's drawing. Decides nothing but colours, which come from the theme.

#include "app/stage/timeline_layout.h"

class QImage;

namespace coldstart::stage {

/// Everything that does not depend on playhead, selection or mouse, into an RGB32 image of the
/// drawing's size in device pixels.
void paintTimeline(QImage& image, const TimelineDrawing& drawing);

}  // namespace coldstart::stage
