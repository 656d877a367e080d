// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stage/concurrency_painter.h"

#include <QCoreApplication>
#include <QImage>
#include <QPainter>
#include <QPainterPath>
#include <array>
#include <vector>

#include "app/stage/unrecorded.h"
#include "app/theme/picture.h"
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

/// `over` laid on `under`, `share` of 256.
QRgb mixed(QRgb under, QRgb over, int share) {
  const auto part = [share](int a, int b) { return a + (b - a) * share / 256; };
  return qRgb(part(qRed(under), qRed(over)), part(qGreen(under), qGreen(over)),
              part(qBlue(under), qBlue(over)));
}

/// The area below the curve, written as scan lines: a rectangle a column would cost ten times that.
/// Up to the least value of a column it is even, up to the greatest stronger; the line joins the
/// greatest values without a gap, however steep.
void writeArea(QImage& image, const ConcurrencyDrawing& d) {
  const qreal dpr = image.devicePixelRatio();
  const int left = qRound(d.plot.left() * dpr);
  const auto width = static_cast<std::size_t>(
      qMax(0, qMin(static_cast<int>(d.columns.size()), image.width() - left)));
  const int thick = qMax(1, qRound(theme::px(15) / 10.0 * dpr));
  struct Span {
    int lineTop;
    int lineBottom;
    int least;
  };
  std::vector<Span> spans(width);
  int before = width > 0 ? qRound(d.columns[0].most * dpr) : 0;
  for (std::size_t x = 0; x < width; ++x) {
    const int most = qRound(d.columns[x].most * dpr);
    spans[x] = {qMin(before, most) - thick / 2, qMax(before, most) + (thick + 1) / 2,
                qRound(d.columns[x].least * dpr)};
    // Where the curve falls, the area of this column begins at its own value.
    if (before < most) spans[x].lineBottom = most + (thick + 1) / 2;
    before = most;
  }
  const QRgb busy = theme::color(Role::Busy).rgb();
  const QRgb panel = theme::color(Role::Panel).rgb();
  const QRgb sureOnPanel = mixed(panel, busy, 56);
  const QRgb betweenOnPanel = mixed(panel, busy, 108);
  const int top = qMax(0, qRound(d.plot.top() * dpr));
  const int bottom = qMin(image.height(), qRound(d.plot.bottom() * dpr));
  for (int y = top; y < bottom; ++y) {
    QRgb* out = theme::pixelRow(image, y) + left;
    for (std::size_t x = 0; x < width; ++x) {
      const Span& span = spans[x];
      if (y < span.lineTop) continue;
      if (y < span.lineBottom) {
        out[x] = busy;
      } else if (y >= span.least) {
        out[x] = out[x] == panel ? sureOnPanel : mixed(out[x], busy, 56);
      } else {
        out[x] = out[x] == panel ? betweenOnPanel : mixed(out[x], busy, 108);
      }
    }
  }
  // At zero the line lies on the axis.
  for (std::size_t x = 0; x < width; ++x)
    for (int y = qMax(top, spans[x].lineTop); y < qMin(spans[x].lineBottom, image.height()); ++y)
      theme::pixelRow(image, y)[static_cast<std::size_t>(left) + x] = busy;
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
    const QFontMetrics metrics = painter.fontMetrics();
    const qreal width = metrics.horizontalAdvance(limit.label);
    const QPointF at = limit.labelAt - QPointF(width, 0);
    // Over the signs of throttles, which may stand there too.
    painter.fillRect(QRectF(at.x() - 3, at.y() - metrics.ascent(), width + 6, metrics.height()),
                     translucent(Role::Panel, 0.9F));
    painter.setPen(theme::color(Role::Throttle));
    painter.drawText(at, limit.label);
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

void paintConcurrency(QImage& image, const ConcurrencyDrawing& drawing) {
  image.fill(theme::color(Role::Panel));
  {
    QPainter under(&image);
    paintGrid(under, drawing);
    paintProvisioned(under, drawing);
  }
  writeArea(image, drawing);
  QPainter painter(&image);
  paintFunctions(painter, drawing);
  paintThrottles(painter, drawing);
  paintLimits(painter, drawing);
  paintUnrecorded(painter, drawing.unrecorded);
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
