// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Text whose digits all take the same width, so that a number which changes does not dance. Qt 6.4
// cannot switch on a font's tabular figures, so digits are set one by one in equal cells.

#include <QString>

class QFontMetrics;
class QPainter;
class QRect;

namespace coldstart::theme {

void drawFigures(QPainter& painter, const QRect& rect, Qt::Alignment alignment,
                 const QString& text);
int figuresWidth(const QFontMetrics& metrics, const QString& text);

}  // namespace coldstart::theme
