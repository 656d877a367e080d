// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stage/playhead.h"

#include <QPainter>
#include <QPainterPath>

#include "app/theme/theme.h"

namespace coldstart::stage {

using theme::Role;

void paintPlayhead(QPainter& painter, qreal x, const QRectF& ruler, qreal bottom,
                   const QString& label) {
  const QColor colour = theme::color(Role::Text);
  const qreal half = theme::px(6);
  const qreal top = ruler.top() + theme::px(3);
  const qreal shoulder = top + theme::px(8);
  painter.setRenderHint(QPainter::Antialiasing);
  QPainterPath handle(QPointF(x - half, top));
  handle.lineTo(x + half, top);
  handle.lineTo(x + half, shoulder);
  handle.lineTo(x, shoulder + half);
  handle.lineTo(x - half, shoulder);
  handle.closeSubpath();
  painter.fillPath(handle, colour);
  painter.setPen(QPen(colour, qMax<qreal>(1.5, theme::px(15) / 10.0)));
  painter.drawLine(QPointF(x, shoulder + half - 1), QPointF(x, bottom));
  painter.setRenderHint(QPainter::Antialiasing, false);
  if (label.isEmpty()) return;
  painter.setFont(theme::Theme::instance().smallFont());
  const qreal width = painter.fontMetrics().horizontalAdvance(label) + theme::px(10);
  QRectF box(x + half + theme::px(4), ruler.top() + theme::px(2), width,
             ruler.height() - theme::px(4));
  if (box.right() > ruler.right() + theme::px(10)) box.moveRight(x - half - theme::px(4));
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(Qt::NoPen);
  painter.setBrush(colour);
  painter.drawRoundedRect(box, theme::px(3), theme::px(3));
  painter.setPen(theme::color(Role::Panel));
  painter.drawText(box, Qt::AlignCenter, label);
  painter.setRenderHint(QPainter::Antialiasing, false);
}

}  // namespace coldstart::stage
