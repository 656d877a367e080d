// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stage/concurrency_painter.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPainterPath>
#include <array>

#include "app/theme/theme.h"

namespace coldstart::stage {

using theme::Role;

namespace {

/// Functions have no state to show, so their lines take the code colours, which mean nothing here.
constexpr std::array kLineRoles{Role::Accent, Role::CodeKeyword, Role::CodeFunction,
                                Role::CodeString};
constexpr std::array kLineStyles{Qt::SolidLine, Qt::DashLine, Qt::DotLine, Qt::DashDotLine};

QColor translucent(Role role, float alpha) {
  QColor colour = theme::color(role);
  colour.setAlphaF(alpha);
  return colour;
}

void paintGrid(QPainter& painter, const ConcurrencyDrawing& d) {
  painter.setFont(theme::Theme::instance().smallFont());
  const QFontMetricsF metrics(painter.font());
  for (const ConcurrencyTick& tick : d.ticksY) {
    painter.setPen(theme::color(Role::InnerLine));
    painter.drawLine(QPointF(d.plot.left(), tick.at), QPointF(d.plot.right(), tick.at));
    painter.setPen(theme::color(Role::Dim));
    painter.drawText(
        QRectF(d.plot.left() - theme::px(60), tick.at - theme::px(8), theme::px(54), theme::px(16)),
        Qt::AlignRight | Qt::AlignVCenter, tick.label);
  }
  qreal free = 0;
  for (const ConcurrencyTick& tick : d.ticksX) {
    painter.setPen(theme::color(Role::InnerLine));
    painter.drawLine(QPointF(tick.at, d.plot.top()), QPointF(tick.at, d.size.height()));
    if (d.ruler.isNull() || tick.at < free) continue;
    const qreal width = metrics.horizontalAdvance(tick.label);
    if (tick.at + width > d.size.width()) continue;
    free = tick.at + width + theme::px(12);
    painter.setPen(theme::color(Role::Dim));
    painter.drawText(QRectF(tick.at + theme::px(3), d.ruler.top(), width + 4, d.ruler.height()),
                     Qt::AlignLeft | Qt::AlignVCenter, tick.label);
  }
}

void paintProvisioned(QPainter& painter, const ConcurrencyDrawing& d) {
  if (d.provisioned.empty()) return;
  QPainterPath band(QPointF(d.plot.left(), d.plot.bottom()));
  for (const QPointF& point : d.provisioned) band.lineTo(point);
  band.lineTo(d.plot.right(), d.plot.bottom());
  painter.fillPath(band, translucent(Role::Provisioned, 0.14F));
  painter.setPen(QPen(theme::color(Role::Provisioned), 1.5));
  painter.drawPolyline(d.provisioned.data(), static_cast<int>(d.provisioned.size()));
}

void paintArea(QPainter& painter, const ConcurrencyDrawing& d) {
  const QColor sure = translucent(Role::Busy, 0.22F);
  const QColor between = translucent(Role::Busy, 0.42F);
  const QColor line = theme::color(Role::Busy);
  qreal before = d.columns.empty() ? 0 : d.columns.front().most;
  const qreal thick = theme::px(15) / 10.0;
  qreal x = d.plot.left();
  for (const ConcurrencyColumn& column : d.columns) {
    const QRectF below(x, column.least, d.columnWidth, d.plot.bottom() - column.least);
    painter.fillRect(below, sure);
    if (column.least > column.most)
      painter.fillRect(QRectF(x, column.most, d.columnWidth, column.least - column.most), between);
    // The line joins the columns' greatest values, without a gap however steep.
    const qreal upper = qMin(before, column.most);
    const qreal height = qMax(thick, qAbs(before - column.most));
    painter.fillRect(QRectF(x, upper - thick / 2, qMax(d.columnWidth, 1.0), height), line);
    before = column.most;
    x += d.columnWidth;
  }
}

void paintFunctions(QPainter& painter, const ConcurrencyDrawing& d) {
  QFont font = theme::Theme::instance().smallFont();
  font.setWeight(QFont::DemiBold);
  painter.setFont(font);
  QList<QRectF> taken;
  for (std::size_t i = 0; i < d.functions.size(); ++i) {
    const FunctionLine& line = d.functions[i];
    painter.setPen(QPen(theme::color(kLineRoles[i % kLineRoles.size()]), 1.4,
                        kLineStyles[i % kLineStyles.size()]));
    QPolygonF points;
    for (std::size_t c = 0; c < line.tops.size(); ++c)
      points << QPointF(d.plot.left() + static_cast<qreal>(c) * d.columnWidth, line.tops[c]);
    painter.drawPolyline(points);
    const qreal width = painter.fontMetrics().horizontalAdvance(line.name);
    QRectF label(qMin(line.labelAt.x() + theme::px(4), d.plot.right() - width),
                 qMax(d.plot.top(), line.labelAt.y() - theme::px(14)), width, theme::px(14));
    for (int tries = 0; tries < 8; ++tries) {
      bool free = true;
      for (const QRectF& other : taken) free = free && !other.intersects(label);
      if (free) break;
      label.translate(0, theme::px(14));
    }
    taken << label;
    painter.fillRect(label.adjusted(-3, 0, 3, 0), translucent(Role::Panel, 0.75F));
    painter.drawText(label, Qt::AlignLeft | Qt::AlignVCenter, line.name);
  }
}

void paintLimits(QPainter& painter, const ConcurrencyDrawing& d) {
  painter.setFont(theme::Theme::instance().smallFont());
  for (const LimitLine& limit : d.limits) {
    QPen dashed(theme::color(Role::Throttle), 1.5);
    dashed.setDashPattern({4, 2.7});
    painter.setPen(dashed);
    painter.drawPolyline(limit.points.data(), static_cast<int>(limit.points.size()));
    const qreal width = painter.fontMetrics().horizontalAdvance(limit.label);
    painter.setPen(theme::color(Role::Throttle));
    painter.drawText(limit.labelAt - QPointF(width, 0), limit.label);
  }
  if (d.provisioned.empty()) return;
  painter.setPen(theme::color(Role::Muted));
  painter.drawText(d.provisionedLabelAt, d.provisionedLabel);
}

void paintThrottles(QPainter& painter, const ConcurrencyDrawing& d) {
  const QColor colour = theme::color(Role::Throttle);
  const qreal side = theme::px(3);
  qreal free = 0;
  for (std::size_t c = 0; c < d.throttles.size(); ++c) {
    if (d.throttles[c] == 0) continue;
    const qreal x = d.plot.left() + static_cast<qreal>(c) * d.columnWidth;
    painter.fillRect(QRectF(x, d.plot.top() - theme::px(3), qMax(d.columnWidth, 1.0), theme::px(6)),
                     colour);
    if (x < free) continue;
    free = x + theme::px(12);
    const QPointF centre(x + d.columnWidth / 2, d.plot.top() - theme::px(9));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour, 1.5));
    painter.drawLine(centre + QPointF(-side, -side), centre + QPointF(side, side));
    painter.drawLine(centre + QPointF(-side, side), centre + QPointF(side, -side));
    painter.setRenderHint(QPainter::Antialiasing, false);
  }
}

}  // namespace

void paintConcurrency(QPainter& painter, const ConcurrencyDrawing& drawing) {
  painter.fillRect(QRectF(QPointF(), drawing.size), theme::color(Role::Panel));
  paintGrid(painter, drawing);
  paintProvisioned(painter, drawing);
  paintArea(painter, drawing);
  paintFunctions(painter, drawing);
  paintThrottles(painter, drawing);
  paintLimits(painter, drawing);
}

void paintInUse(QPainter& painter, const ConcurrencyDrawing& drawing, const QString& inUse,
                const QString& of, const QString& peak) {
  const theme::Theme& theme = theme::Theme::instance();
  QFont big = theme.headingFont();
  big.setWeight(QFont::Bold);
  big.setPointSizeF(big.pointSizeF() * 1.35);
  const qreal left = theme::px(10);
  const qreal width = drawing.plot.left() - theme::px(50) - left;
  qreal y = drawing.plot.top() - theme::px(8);
  const auto line = [&](const QFont& font, Role role, const QString& text, qreal height) {
    painter.setFont(font);
    painter.setPen(theme::color(role));
    painter.drawText(QRectF(left, y, width, height), Qt::AlignLeft | Qt::AlignVCenter, text);
    y += height;
  };
  line(big, Role::Text, inUse, theme::px(24));
  if (y + theme::px(15) < drawing.size.height())
    line(theme.smallFont(), Role::Muted, of, theme::px(15));
  if (y + theme::px(15) < drawing.size.height())
    line(theme.smallFont(), Role::Muted, peak, theme::px(15));
}

}  // namespace coldstart::stage
