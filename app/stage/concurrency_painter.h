// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Replays a concurrency drawing. Decides nothing but colours, which come from the theme.

#include "app/stage/concurrency_layout.h"

class QImage;
class QPainter;

namespace coldstart::stage {

/// Into an RGB32 image of the drawing's size in device pixels.
void paintConcurrency(QImage& image, const ConcurrencyDrawing& drawing);
/// What is in use at the playhead, in words, left of the plot.
void paintInUse(QPainter& painter, const ConcurrencyDrawing& drawing, const QString& inUse,
                const QString& of, const QString& peak);

}  // namespace coldstart::stage
