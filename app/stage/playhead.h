// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The playhead, the same in every view that shares the time axis.

#include <QRectF>
#include <QString>

class QPainter;

namespace coldstart::stage {

/// A handle in the ruler and a line down to `bottom`; `label` (the time while it is dragged) may be
/// empty.
void paintPlayhead(QPainter& painter, qreal x, const QRectF& ruler, qreal bottom,
                   const QString& label);

}  // namespace coldstart::stage
