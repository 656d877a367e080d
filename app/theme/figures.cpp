// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/theme/figures.h"

#include <QFontMetrics>
#include <QPainter>

namespace coldstart::theme {
namespace {

int digitCell(const QFontMetrics& metrics) {
  return metrics.horizontalAdvance(u'0');
}

int cell(const QFontMetrics& metrics, QChar c) {
  return c.isDigit() ? digitCell(metrics) : metrics.horizontalAdvance(c);
}

}  // namespace

int figuresWidth(const QFontMetrics& metrics, const QString& text) {
  int width = 0;
  for (const QChar c : text) width += cell(metrics, c);
  return width;
}

void drawFigures(QPainter& painter, const QRect& rect, Qt::Alignment alignment,
                 const QString& text) {
  const QFontMetrics metrics = painter.fontMetrics();
  const int width = figuresWidth(metrics, text);
  int x = rect.left();
  if (alignment.testFlag(Qt::AlignRight)) x = rect.right() + 1 - width;
  if (alignment.testFlag(Qt::AlignHCenter)) x = rect.center().x() - width / 2;
  int y = rect.top() + metrics.ascent();
  if (alignment.testFlag(Qt::AlignVCenter))
    y = rect.top() + (rect.height() - metrics.height()) / 2 + metrics.ascent();
  if (alignment.testFlag(Qt::AlignBottom)) y = rect.bottom() + 1 - metrics.descent();
  for (const QChar c : text) {
    const int wide = cell(metrics, c);
    const int indent = c.isDigit() ? (wide - metrics.horizontalAdvance(c)) / 2 : 0;
    painter.drawText(x + indent, y, QString(c));
    x += wide;
  }
}

}  // namespace coldstart::theme
