// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stage/unrecorded.h"

#include <QCoreApplication>
#include <QPainter>
#include <algorithm>

#include "app/theme/theme.h"
#include "core/observe/run_index.h"

namespace coldstart::stage {

using theme::Role;

namespace {

struct Text {
  Q_DECLARE_TR_FUNCTIONS(Stage)
};

}  // namespace

std::vector<QRectF> unrecordedParts(const observe::RunIndex& index, const QRectF& plot, qreal from,
                                    qreal to) {
  std::vector<QRectF> parts;
  if (!index.run().truncated) return parts;
  const qreal left = std::clamp(from, plot.left(), plot.right());
  const qreal right = std::clamp(to, plot.left(), plot.right());
  if (index.run().recordedFrom > Instant{} && left > plot.left())
    parts.push_back(QRectF(plot.topLeft(), QPointF(left, plot.bottom())));
  if (index.recordedTo() < index.run().end && right < plot.right())
    parts.push_back(QRectF(QPointF(right, plot.top()), plot.bottomRight()));
  return parts;
}

void paintUnrecorded(QPainter& painter, const std::vector<QRectF>& parts) {
  painter.setFont(theme::Theme::instance().smallFont());
  const QString label = Text::tr("not recorded");
  const qreal width = painter.fontMetrics().horizontalAdvance(label) + theme::px(12);
  for (const QRectF& part : parts) {
    QColor veil = theme::color(Role::Panel);
    veil.setAlphaF(0.8F);
    painter.fillRect(part, veil);
    painter.fillRect(part, QBrush(theme::color(Role::Line), Qt::BDiagPattern));
    if (part.width() < width) continue;
    QRectF box(0, 0, width, painter.fontMetrics().height() + theme::px(4));
    box.moveCenter(part.center());
    painter.fillRect(box, theme::color(Role::Panel));
    painter.setPen(theme::color(Role::Muted));
    painter.drawText(box, Qt::AlignCenter, label);
  }
}

}  // namespace coldstart::stage
