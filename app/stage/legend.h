// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The stage's legend: each state's colour together with its shape.

#include <QRectF>

class QPainter;

namespace coldstart::stage {

/// One line of swatches in `rect`; entries that do not fit are left out from the end.
void paintLegend(QPainter& painter, const QRectF& rect);

}  // namespace coldstart::stage
