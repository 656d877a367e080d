// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/whatif/tuning_chart.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>
#include <algorithm>
#include <cmath>

#include "app/theme/theme.h"
#include "app/workbench/say.h"
#include "core/observe/words.h"

namespace coldstart::whatif {

using simulate::TuningPoint;
using theme::px;
using theme::Role;

namespace {

QString memoryText(std::int32_t mb) {
  return qs(formatMemory(Memory{mb}));
}
QString timeText(double ms) {
  return qs(observe::spanText(Duration::micros(std::llround(ms * 1'000))));
}
QString costText(double dollars) {
  return qs(formatMoney(Money{std::llround(dollars * 1e12)}));
}

/// The role of each curve: time in the colour of what works, cost in that of text.
Role roleOf(double TuningPoint::*part) {
  return part == &TuningPoint::millis ? Role::Accent : Role::Text;
}

}  // namespace

TuningChart::TuningChart(QWidget* parent) : QWidget(parent) {
  setObjectName(QStringLiteral("tuningChart"));
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  setFocusPolicy(Qt::StrongFocus);
  setMouseTracking(true);
  setCursor(Qt::PointingHandCursor);
  connect(&theme::Theme::instance(), &theme::Theme::changed, this, [this] {
    updateGeometry();
    update();
  });
}

void TuningChart::show(std::vector<TunedSize> sizes) {
  m_sizes = std::move(sizes);
  std::vector<TuningPoint> points;
  QStringList lines;
  for (std::size_t i = 0; i < m_sizes.size(); ++i) {
    points.push_back(m_sizes[i].point);
    lines << cardOf(i);
  }
  m_best = simulate::tune(points);
  setAccessibleName(tr("Time and cost by memory"));
  setAccessibleDescription(lines.join(u'\n'));
  update();
}

void TuningChart::setCurrent(std::int32_t memoryMb) {
  m_current = memoryMb;
  update();
}

QString TuningChart::verdict() const {
  if (!m_best) return {};
  const auto size = [this](std::size_t i) { return memoryText(m_sizes[i].memoryMb); };
  if (m_best->cheapest == m_best->fastest)
    return tr("Cheapest and fastest: %1.").arg(size(m_best->cheapest));
  if (m_best->balanced == m_best->cheapest)
    return tr("Cheapest and balanced: %1. Fastest: %2.")
        .arg(size(m_best->cheapest), size(m_best->fastest));
  if (m_best->balanced == m_best->fastest)
    return tr("Cheapest: %1. Fastest and balanced: %2.")
        .arg(size(m_best->cheapest), size(m_best->fastest));
  return tr("Cheapest: %1. Balanced: %2. Fastest: %3.")
      .arg(size(m_best->cheapest), size(m_best->balanced), size(m_best->fastest));
}

QSize TuningChart::sizeHint() const {
  return {px(260), px(168)};
}
QSize TuningChart::minimumSizeHint() const {
  return {px(170), px(168)};
}

QRectF TuningChart::plot() const {
  const int text = QFontMetrics(theme::Theme::instance().smallFont()).height();
  return QRectF(px(6), text + px(8), width() - px(12), height() - 2 * text - px(14));
}

qreal TuningChart::xOf(std::size_t size) const {
  const QRectF area = plot();
  if (m_sizes.size() < 2) return area.center().x();
  const double first = std::log(m_sizes.front().memoryMb);
  const double last = std::log(m_sizes.back().memoryMb);
  return area.left() + area.width() * (std::log(m_sizes[size].memoryMb) - first) / (last - first);
}

std::optional<std::size_t> TuningChart::sizeAt(QPoint place) const {
  std::optional<std::size_t> nearest;
  for (std::size_t i = 0; i < m_sizes.size(); ++i) {
    if (!nearest || std::abs(xOf(i) - place.x()) < std::abs(xOf(*nearest) - place.x())) nearest = i;
  }
  return nearest;
}

QString TuningChart::cardOf(std::size_t i) const {
  const TunedSize& size = m_sizes[i];
  QString card =
      tr("%1: %2 on average, %3 for a million requests")
          .arg(memoryText(size.memoryMb), timeText(size.point.millis), costText(size.point.cost));
  if (size.point.failed > 0)
    card +=
        u'\n' + tr("%1 refused or failed").arg(qs(formatCount(std::llround(size.point.failed))));
  return card;
}

void TuningChart::paintAxes(QPainter& painter) const {
  const QRectF area = plot();
  painter.setPen(theme::color(Role::InnerLine));
  for (int line = 0; line <= 2; ++line) {
    const qreal y = area.top() + area.height() * line / 2;
    painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
  }
  painter.setFont(theme::Theme::instance().smallFont());
  const QFontMetrics metrics = painter.fontMetrics();
  qreal freeFrom = 0;
  for (std::size_t i = 0; i < m_sizes.size(); ++i) {
    const bool current = m_sizes[i].memoryMb == m_current;
    if (current) {
      painter.setPen(QPen(theme::color(Role::Muted), 1, Qt::DashLine));
      painter.drawLine(QPointF(xOf(i), area.top()), QPointF(xOf(i), area.bottom()));
    }
    const QString text = QString::number(m_sizes[i].memoryMb);
    const qreal wide = metrics.horizontalAdvance(text);
    const qreal left = std::clamp<qreal>(xOf(i) - wide / 2, 0, width() - wide);
    if (left < freeFrom) continue;
    freeFrom = left + wide + px(5);
    painter.setPen(theme::color(Role::Muted));
    painter.drawText(QPointF(left, area.bottom() + px(4) + metrics.ascent()), text);
  }
}

void TuningChart::paintCurve(QPainter& painter, double TuningPoint::*part,
                             Qt::PenStyle style) const {
  double most = 0;
  for (const TunedSize& size : m_sizes) most = std::max(most, size.point.*part);
  if (most <= 0) return;
  const QRectF area = plot();
  const auto place = [&](std::size_t i) {
    return QPointF(xOf(i), area.bottom() - area.height() * (m_sizes[i].point.*part) / most);
  };
  QPainterPath path(place(0));
  for (std::size_t i = 1; i < m_sizes.size(); ++i) path.lineTo(place(i));
  const QColor ink = theme::color(roleOf(part));
  painter.setBrush(Qt::NoBrush);
  painter.setPen(QPen(ink, px(1.75), style));
  painter.drawPath(path);
  const std::size_t best = part == &TuningPoint::millis ? m_best->fastest : m_best->cheapest;
  for (std::size_t i = 0; i < m_sizes.size(); ++i) {
    const bool outstanding = i == best;
    const qreal radius = px(outstanding ? 5 : 2.5);
    painter.setPen(QPen(ink, px(1.75)));
    painter.setBrush(outstanding ? theme::color(Role::Panel) : ink);
    painter.drawEllipse(place(i), radius, radius);
  }
}

void TuningChart::paintLegend(QPainter& painter) const {
  double slowest = 0;
  double dearest = 0;
  for (const TunedSize& size : m_sizes) {
    slowest = std::max(slowest, size.point.millis);
    dearest = std::max(dearest, size.point.cost);
  }
  painter.setFont(theme::Theme::instance().smallFont());
  const QFontMetrics metrics = painter.fontMetrics();
  const int middle = metrics.height() / 2;
  const auto dash = [&](int x, double TuningPoint::*part, Qt::PenStyle style) {
    painter.setPen(QPen(theme::color(roleOf(part)), px(1.75), style));
    painter.drawLine(x, middle, x + px(16), middle);
    painter.setPen(theme::color(Role::Text));
  };
  const QString time = tr("time, to %1").arg(timeText(slowest));
  dash(0, &TuningPoint::millis, Qt::SolidLine);
  painter.drawText(px(21), metrics.ascent(), time);
  const QString cost = tr("a million cost, to %1").arg(costText(dearest));
  const int left = width() - metrics.horizontalAdvance(cost);
  painter.drawText(left, metrics.ascent(), cost);
  if (left - px(21) > px(21) + metrics.horizontalAdvance(time))
    dash(left - px(21), &TuningPoint::cost, Qt::DashLine);
}

void TuningChart::paintEvent(QPaintEvent* /*event*/) {
  if (m_sizes.empty()) return;
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  paintAxes(painter);
  paintCurve(painter, &TuningPoint::cost, Qt::DashLine);
  paintCurve(painter, &TuningPoint::millis, Qt::SolidLine);
  paintLegend(painter);
  if (!hasFocus()) return;
  painter.setBrush(Qt::NoBrush);
  painter.setPen(QPen(theme::color(Role::Accent), px(1)));
  painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), px(3), px(3));
}

bool TuningChart::event(QEvent* event) {
  if (event->type() == QEvent::ToolTip) {
    const auto* help = dynamic_cast<QHelpEvent*>(event);
    if (const auto size = help ? sizeAt(help->pos()) : std::nullopt)
      QToolTip::showText(help->globalPos(), cardOf(*size), this);
    return true;
  }
  return QWidget::event(event);
}

void TuningChart::mousePressEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton) return;
  if (const auto size = sizeAt(event->pos())) emit chosen(m_sizes[*size].memoryMb);
}

/// Left and right go from size to size.
void TuningChart::keyPressEvent(QKeyEvent* event) {
  const int step = event->key() == Qt::Key_Right ? 1 : event->key() == Qt::Key_Left ? -1 : 0;
  if (step == 0 || m_sizes.empty()) return QWidget::keyPressEvent(event);
  std::ptrdiff_t nearest = 0;
  for (std::size_t i = 0; i < m_sizes.size(); ++i) {
    if (m_sizes[i].memoryMb <= m_current) nearest = static_cast<std::ptrdiff_t>(i);
  }
  const auto last = static_cast<std::ptrdiff_t>(m_sizes.size()) - 1;
  const auto next = static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(nearest + step, 0, last));
  emit chosen(m_sizes[next].memoryMb);
}

}  // namespace coldstart::whatif
