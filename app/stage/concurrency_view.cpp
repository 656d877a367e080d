// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stage/concurrency_view.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>
#include <cmath>

#include "app/stage/attempt_card.h"
#include "app/stage/concurrency_painter.h"
#include "app/stage/playhead.h"
#include "app/stage/quantity.h"
#include "app/stage/time_axis.h"
#include "app/theme/theme.h"
#include "app/workbench/say.h"

namespace coldstart::stage {

using journal::AttemptIndex;
using theme::Role;

ConcurrencyView::ConcurrencyView(QWidget* parent) : QWidget(parent) {
  setObjectName(QStringLiteral("concurrencyView"));
  setAttribute(Qt::WA_OpaquePaintEvent);
  setFocusPolicy(Qt::StrongFocus);
  setMouseTracking(true);
  setAccessibleName(tr("Concurrency: environments in use against the limits"));
  connect(&theme::Theme::instance(), &theme::Theme::changed, this, &ConcurrencyView::invalidate);
}

void ConcurrencyView::invalidate() {
  m_laidOut = false;
  m_picture.drop();
  update();
}

void ConcurrencyView::setIndex(std::shared_ptr<const observe::RunIndex> index) {
  m_index = std::move(index);
  setFunction(std::nullopt);
}

void ConcurrencyView::setFunction(std::optional<std::size_t> function) {
  m_function = function;
  m_throttled.clear();
  if (m_index) {
    for (const AttemptIndex i : m_index->turnedAway())
      if (!function || m_index->run().journal.functionOf(m_index->attempts()[i]) == *function)
        m_throttled.push_back(i);
  }
  invalidate();
  describe();
}

void ConcurrencyView::setWindow(TimeWindow window) {
  if (m_window == window) return;
  m_window = window;
  invalidate();
}

void ConcurrencyView::setPlayhead(Instant t) {
  if (m_playhead == t) return;
  m_playhead = t;
  describe();
  update();
}

void ConcurrencyView::setRuler(ConcurrencyRequest::Ruler ruler) {
  if (m_ruler == ruler) return;
  m_ruler = ruler;
  invalidate();
}

QSize ConcurrencyView::sizeHint() const {
  return {theme::px(640), theme::px(150)};
}
QSize ConcurrencyView::minimumSizeHint() const {
  return {theme::px(240), theme::px(80)};
}

TimeWindow ConcurrencyView::shown() const {
  return validWindow(m_window, m_index ? m_index->run().end : Instant{});
}

const ConcurrencyDrawing& ConcurrencyView::drawing() {
  if (m_laidOut) return m_drawing;
  m_laidOut = true;
  m_drawing = {};
  m_drawing.size = size();
  if (!m_index) return m_drawing;
  const ConcurrencyMetrics metrics{theme::px(100) / 100.0, devicePixelRatioF()};
  ConcurrencyRequest request;
  request.index = m_index.get();
  request.window = shown();
  request.size = size();
  request.function = m_function;
  request.throttled = m_throttled;
  request.ruler = m_ruler;
  m_drawing = layOutConcurrency(request, metrics);
  return m_drawing;
}

void ConcurrencyView::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  const ConcurrencyDrawing& d = drawing();
  if (!m_index) {
    painter.fillRect(rect(), theme::color(Role::Panel));
    return;
  }
  m_picture.draw(painter, *this, [&d](QImage& image) { paintConcurrency(image, d); });
  const qreal x = std::clamp(d.xOf(m_playhead), d.plot.left(), d.plot.right());
  QColor veil = theme::color(Role::Panel);
  veil.setAlphaF(0.5F);
  painter.fillRect(QRectF(x, d.plot.top(), d.size.width() - x, d.plot.height()), veil);
  const std::int32_t inUse = m_index->concurrency().at(m_function, m_playhead);
  const LimitInForce limit = limitInForce(*m_index, m_function, m_playhead);
  paintInUse(painter, d, countText(inUse), tr("of %1").arg(countText(limit.value)),
             tr("peak %1").arg(countText(m_index->concurrency().peak(m_function))));
  const qreal at = d.xOf(m_playhead);
  if (at >= d.plot.left() - 1 && at <= d.plot.right() + 1) {
    const QRectF handle(d.plot.left(), 0, d.plot.width(), d.plot.top());
    paintPlayhead(painter, at, handle, d.plot.bottom(),
                  m_drag == Drag::Playhead ? exactMomentText(m_playhead) : QString());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme::color(Role::Panel), 1.5));
    painter.setBrush(theme::color(Role::Busy));
    painter.drawEllipse(QPointF(at, d.yOf(inUse)), theme::px(4), theme::px(4));
    painter.setRenderHint(QPainter::Antialiasing, false);
  }
  if (!m_keyboardFocus) return;
  painter.setPen(QPen(theme::color(Role::Accent), 2));
  painter.setBrush(Qt::NoBrush);
  painter.drawRect(QRectF(rect()).adjusted(1, 1, -1, -1));
}

std::optional<std::size_t> ConcurrencyView::columnAt(qreal x) {
  const ConcurrencyDrawing& d = drawing();
  if (d.values.empty() || x < d.plot.left() || x >= d.plot.right()) return std::nullopt;
  return std::min(d.values.size() - 1,
                  static_cast<std::size_t>((x - d.plot.left()) / d.columnWidth));
}

QString ConcurrencyView::cardAt(QPointF point) {
  if (!m_index) return {};
  const auto column = columnAt(point.x());
  if (!column) return {};
  const ConcurrencyDrawing& d = m_drawing;
  const Instant t = d.instantAt(d.plot.left() + static_cast<qreal>(*column) * d.columnWidth);
  const observe::InUse value = d.values[*column];
  QStringList lines;
  lines << tr("%1 · %2").arg(exactMomentText(t), qs(formatIso8601Millis(m_index->run().wall(t))));
  lines << (value.least == value.most
                ? tr("In use: %1").arg(countText(value.most))
                : tr("In use: %1 to %2").arg(countText(value.least), countText(value.most)));
  const LimitInForce limit = limitInForce(*m_index, m_function, t);
  lines << tr("Limit: %1 (%2)").arg(countText(limit.value), limit.name);
  if (*column < d.throttles.size() && d.throttles[*column] > 0)
    lines << (m_index->turnedAway().size() == m_index->throttled().size()
                  ? tr("Throttled (429): %1")
                  : tr("Refused: %1"))
                 .arg(countText(d.throttles[*column]));
  for (const FunctionLine& line : d.functions) {
    if (lines.size() >= 5) break;
    const qreal part = (d.plot.bottom() - line.tops[*column]) / d.plot.height();
    lines << tr("%1: up to %2")
                 .arg(line.name, countText(std::llround(part * static_cast<qreal>(d.top))));
  }
  return lines.join(QLatin1Char('\n'));
}

std::optional<AttemptIndex> ConcurrencyView::throttleAt(QPointF point) {
  const auto column = columnAt(point.x());
  const ConcurrencyDrawing& d = m_drawing;
  if (!column || d.throttles.empty() || point.y() > d.plot.top() + theme::px(8))
    return std::nullopt;
  const Instant from =
      d.instantAt(d.plot.left() + static_cast<qreal>(*column) * d.columnWidth - theme::px(4));
  const auto all = m_index->attempts();
  const auto found = std::ranges::partition_point(
      m_throttled, [&](AttemptIndex i) { return all[i].arrived < from; });
  if (found == m_throttled.end()) return std::nullopt;
  if (std::abs(d.xOf(all[*found].arrived) - point.x()) > theme::px(8)) return std::nullopt;
  return *found;
}

void ConcurrencyView::mousePressEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton || !m_index) return;
  const ConcurrencyDrawing& d = drawing();
  m_pressed = event->position();
  m_pressedWindow = shown();
  const bool onPlayhead = std::abs(m_pressed.x() - d.xOf(m_playhead)) <= theme::px(6);
  if (onPlayhead && !throttleAt(m_pressed)) {
    m_drag = Drag::Playhead;
    update();
    return;
  }
  m_drag = Drag::Pressed;
}

void ConcurrencyView::mouseMoveEvent(QMouseEvent* event) {
  if (!m_index) return;
  const ConcurrencyDrawing& d = drawing();
  const QPointF at = event->position();
  const Instant end = m_index->run().end;
  if (m_drag == Drag::Playhead) {
    emit playheadAsked(std::clamp(d.instantAt(at.x()), Instant{}, end));
    return;
  }
  if (m_drag == Drag::Pressed && (at - m_pressed).manhattanLength() > 5) {
    m_drag = Drag::Pan;
    setCursor(Qt::ClosedHandCursor);
  }
  if (m_drag == Drag::Pan) {
    const auto span = static_cast<qreal>((m_pressedWindow.to - m_pressedWindow.from).us);
    const qreal moved = (m_pressed.x() - at.x()) / d.plot.width() * span;
    emit windowAsked(panned(m_pressedWindow, Duration{std::llround(moved)}, end));
    return;
  }
  const bool onPlayhead = std::abs(at.x() - d.xOf(m_playhead)) <= theme::px(6);
  setCursor(onPlayhead ? Qt::SizeHorCursor : Qt::ArrowCursor);
  const QString card = cardAt(at);
  if (card.isEmpty()) {
    QToolTip::hideText();
  } else {
    QToolTip::showText(event->globalPosition().toPoint(), card, this);
  }
}

void ConcurrencyView::mouseReleaseEvent(QMouseEvent* event) {
  const Drag drag = m_drag;
  m_drag = Drag::None;
  setCursor(Qt::ArrowCursor);
  update();
  if (drag != Drag::Pressed || !m_index) return;
  if (const auto throttled = throttleAt(event->position())) {
    emit selectionAsked({Selection::Kind::Attempt, *throttled});
    return;
  }
  // A click on the curve goes to that moment.
  const ConcurrencyDrawing& d = drawing();
  if (d.plot.contains(event->position()))
    emit playheadAsked(
        std::clamp(d.instantAt(event->position().x()), Instant{}, m_index->run().end));
}

void ConcurrencyView::mouseDoubleClickEvent(QMouseEvent* event) {
  if (!m_index || event->button() != Qt::LeftButton) return;
  const Instant at = drawing().instantAt(event->position().x());
  emit windowAsked(zoomed(shown(), 1, 4, at, m_index->run().end));
}

void ConcurrencyView::wheelEvent(QWheelEvent* event) {
  if (!m_index) return;
  const ConcurrencyDrawing& d = drawing();
  const qreal x = std::clamp(event->position().x(), d.plot.left(), d.plot.right());
  emit windowAsked(windowForWheel(*event, shown(), d.instantAt(x), m_index->run().end));
  event->accept();
}

void ConcurrencyView::keyPressEvent(QKeyEvent* event) {
  if (m_index) {
    if (const auto window = windowForKey(event->key(), shown(), m_playhead, m_index->run().end)) {
      emit windowAsked(*window);
      return;
    }
  }
  QWidget::keyPressEvent(event);
}

void ConcurrencyView::resizeEvent(QResizeEvent* /*event*/) {
  invalidate();
}

void ConcurrencyView::focusInEvent(QFocusEvent* event) {
  m_keyboardFocus = event->reason() == Qt::TabFocusReason ||
                    event->reason() == Qt::BacktabFocusReason ||
                    event->reason() == Qt::ShortcutFocusReason;
  update();
}

void ConcurrencyView::focusOutEvent(QFocusEvent* /*event*/) {
  m_keyboardFocus = false;
  update();
}

void ConcurrencyView::describe() {
  if (!m_index) {
    setAccessibleDescription(tr("No run yet."));
    return;
  }
  const LimitInForce limit = limitInForce(*m_index, m_function, m_playhead);
  setAccessibleDescription(
      tr("In use at the playhead: %1 of %2 (%3). Peak: %4. Throttled requests: %5.")
          .arg(countText(m_index->concurrency().at(m_function, m_playhead)), countText(limit.value),
               limit.name, countText(m_index->concurrency().peak(m_function)),
               countText(std::ssize(m_throttled))));
}

}  // namespace coldstart::stage
