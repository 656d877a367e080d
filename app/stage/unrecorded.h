// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Of a run that is too large to keep every request: the time of which it has none, hatched, so that
// nobody takes it for time in which nothing happened.

#include <QRectF>
#include <vector>

class QPainter;

namespace coldstart::observe {
class RunIndex;
}

namespace coldstart::stage {

/// What lies in the plot before and after the records, which reach from x `from` to x `to`.
std::vector<QRectF> unrecordedParts(const observe::RunIndex& index, const QRectF& plot, qreal from,
                                    qreal to);
void paintUnrecorded(QPainter& painter, const std::vector<QRectF>& parts);

}  // namespace coldstart::stage
