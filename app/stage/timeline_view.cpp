// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stage/timeline_view.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>
#include <algorithm>
#include <cmath>

#include "app/stage/attempt_card.h"
#include "app/stage/playhead.h"
#include "app/stage/quantity.h"
#include "app/stage/time_axis.h"
#include "app/stage/timeline_painter.h"
#include "app/theme/theme.h"

namespace coldstart::stage {

using journal::AttemptIndex;
using journal::EnvironmentIndex;
using theme::Role;

TimelineView::TimelineView(QWidget* parent) : QWidget(parent) {
  setObjectName(QStringLiteral("timelineView"));
  setAttribute(Qt::WA_OpaquePaintEvent);
  setFocusPolicy(Qt::StrongFocus);
  setMouseTracking(true);
  setAccessibleName(tr("Timeline of execution environments"));
  connect(&theme::Theme::instance(), &theme::Theme::changed, this, &TimelineView::invalidate);
}

void TimelineView::invalidate() {
  m_laidOut = false;
  m_picture.drop();
  update();
}

void TimelineView::setIndex(std::shared_ptr<const observe::RunIndex> index) {
  m_index = std::move(index);
  setFunction(m_index && m_function < m_index->run().project.functions.size() ? m_function
                                                                              : std::nullopt);
}

void TimelineView::setFunction(std::optional<std::size_t> function) {
  m_function = function;
  m_throttled.clear();
  if (m_index) {
    for (const AttemptIndex i : m_index->turnedAway()) {
      if (!function || m_index->run().journal.functionOf(m_index->attempts()[i]) == *function)
        m_throttled.push_back(i);
    }
  }
  invalidate();
  describe();
}

void TimelineView::setWindow(TimeWindow window) {
  if (m_window == window) return;
  m_window = window;
  invalidate();
}

void TimelineView::setPlayhead(Instant t) {
  if (m_playhead == t) return;
  m_playhead = t;
  update();
}

void TimelineView::setSelection(Selection selection) {
  if (m_selection == selection) return;
  m_selection = selection;
  m_follow = true;
  followSelection();
  update();
  describe();
}

EnvironmentIndex TimelineView::selectedEnvironment() const {
  if (!m_index) return journal::kNone;
  if (m_selection.kind == Selection::Kind::Environment) return m_selection.index;
  if (m_selection.kind == Selection::Kind::Attempt &&
      m_selection.index < m_index->attempts().size())
    return m_index->attempts()[m_selection.index].environment;
  return journal::kNone;
}

void TimelineView::followSelection() {
  const EnvironmentIndex e = selectedEnvironment();
  if (m_follow && e != journal::kNone) keepRowInView(e);
}

void TimelineView::setScroll(int pixels) {
  if (m_scroll == pixels) return;
  m_scroll = pixels;
  invalidate();
}

QSize TimelineView::sizeHint() const {
  return {theme::px(640), theme::px(180)};
}
QSize TimelineView::minimumSizeHint() const {
  return {theme::px(240), theme::px(90)};
}

const TimelineDrawing& TimelineView::drawing() {
  if (m_laidOut) return m_drawing;
  m_laidOut = true;
  m_drawing = {};
  m_drawing.size = size();
  if (!m_index) return m_drawing;
  const QFont font = theme::Theme::instance().smallFont();
  QFont bold = font;
  bold.setWeight(QFont::DemiBold);
  const QFontMetricsF metrics(bold);
  TimelineMetrics sizes;
  sizes.unit = theme::px(100) / 100.0;
  sizes.devicePixelRatio = devicePixelRatioF();
  sizes.textWidth = [&metrics](const QString& text) { return metrics.horizontalAdvance(text); };
  TimelineRequest request;
  request.index = m_index.get();
  request.window = validWindow(m_window, m_index->run().end);
  request.size = size();
  request.scroll = m_scroll;
  request.function = m_function;
  request.throttled = m_throttled;
  m_drawing = layOutTimeline(request, sizes);
  emit rowsChanged();
  return m_drawing;
}

void TimelineView::keepRowInView(EnvironmentIndex e) {
  const TimelineDrawing& d = drawing();
  if (d.rowPitch <= 0 || d.contentHeight <= d.plot.height()) return;
  for (const TimelineRow& row : d.rows) {
    if (row.environment != e) continue;
    if (row.top < d.plot.top() || row.top + d.rowPitch > d.plot.bottom()) continue;
    m_follow = false;
    return;
  }
  auto list = observe::environmentsDuring(*m_index, d.window.from, d.window.to);
  const auto environments = m_index->environments();
  if (m_function)
    std::erase_if(list,
                  [&](EnvironmentIndex x) { return environments[x].function != *m_function; });
  else
    std::ranges::stable_sort(list, {},
                             [&](EnvironmentIndex x) { return environments[x].function; });
  const auto found = std::ranges::find(list, e);
  if (found == list.end()) return;
  const qreal top = static_cast<qreal>(found - list.begin()) * d.rowPitch;
  const qreal most = d.contentHeight - d.plot.height();
  emit scrollAsked(static_cast<int>(std::clamp<qreal>(top - d.plot.height() / 2, 0, most)));
}

// --- painting ------------------------------------------------------------------------------------

void TimelineView::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  const TimelineDrawing& d = drawing();
  if (!m_index) {
    painter.fillRect(rect(), theme::color(Role::Panel));
    return;
  }
  m_picture.draw(painter, *this, [&d](QImage& image) { paintTimeline(image, d); });
  paintOverlay(painter);
}

void TimelineView::paintOverlay(QPainter& painter) {
  const TimelineDrawing& d = m_drawing;
  // What is still to come is there, but dimmed: the picture at a time is the same however it was
  // reached.
  const qreal x = std::clamp(d.xOf(m_playhead), d.plot.left(), d.plot.right());
  QColor veil = theme::color(Role::Panel);
  veil.setAlphaF(0.5F);
  const qreal top = d.ruler.bottom();
  painter.fillRect(QRectF(x, top, d.size.width() - x, rowsBottom() - top), veil);
  paintSelection(painter);
  paintPlayhead(painter);
  if (m_keyboardFocus) {
    painter.setPen(QPen(theme::color(Role::Accent), 2));
    painter.drawRect(QRectF(rect()).adjusted(1, 1, -1, -1));
  }
}

qreal TimelineView::rowsBottom() const {
  const TimelineDrawing& d = m_drawing;
  const qreal bottom = d.rows.empty() ? d.plot.top() : d.rows.back().top + d.rowPitch;
  return std::min(bottom, d.plot.bottom());
}

QRectF TimelineView::rectOf(Selection selection) {
  const TimelineDrawing& d = drawing();
  if (!m_index || selection.kind == Selection::Kind::None) return {};
  if (selection.kind == Selection::Kind::Environment) {
    for (const TimelineRow& row : d.rows)
      if (row.environment == selection.index) return row.bar;
    return {};
  }
  if (selection.index >= m_index->attempts().size()) return {};
  const journal::Attempt& attempt = m_index->attempts()[selection.index];
  if (!attempt.ran()) {
    const qreal x = d.xOf(attempt.arrived);
    if (d.throttleTrack.isNull() || x < d.plot.left() || x > d.plot.right()) return {};
    return {x - theme::px(3), d.throttleTrack.top() + 1, static_cast<qreal>(theme::px(16)),
            d.throttleTrack.height() - 2};
  }
  for (const TimelineRow& row : d.rows) {
    if (row.environment != attempt.environment) continue;
    const Instant begin = journal::isCold(attempt.decision) ? attempt.arrived : attempt.began();
    const qreal left = std::max(d.plot.left(), d.xOf(begin));
    const qreal right = std::min(d.plot.right(), d.xOf(m_index->endOf(attempt)));
    if (right < d.plot.left() || left > d.plot.right()) return {};
    return {left, row.bar.top(), std::max<qreal>(right - left, 1), row.bar.height()};
  }
  return {};
}

QRectF TimelineView::compactLabel(qreal centre) const {
  const qreal top = std::max(m_drawing.plot.top() - theme::px(2), centre - theme::px(8));
  return {0, top, m_drawing.plot.left() - theme::px(4), static_cast<qreal>(theme::px(16))};
}

/// The tries of the selected request, joined in order.
void TimelineView::paintRetries(QPainter& painter) {
  if (m_selection.kind != Selection::Kind::Attempt) return;
  const journal::Attempt& attempt = m_index->attempts()[m_selection.index];
  if (attempt.cause == journal::kNone && !attempt.retried) return;
  QRectF before;
  painter.setPen(QPen(theme::color(Role::Text), 1.5, Qt::DotLine));
  for (const AttemptIndex i : m_index->attemptsOfRequest(attempt.request)) {
    const QRectF rect = rectOf({Selection::Kind::Attempt, i});
    if (!before.isNull() && !rect.isNull())
      painter.drawLine(QPointF(before.right(), before.center().y()),
                       QPointF(rect.left(), rect.center().y()));
    if (!rect.isNull()) before = rect;
  }
}

void TimelineView::paintSelection(QPainter& painter) {
  const QRectF rect = rectOf(m_selection);
  if (rect.isNull()) return;
  painter.save();
  painter.setClipRect(QRectF(0, m_drawing.ruler.bottom(), width(),
                             m_drawing.plot.bottom() - m_drawing.ruler.bottom()));
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setBrush(Qt::NoBrush);
  painter.setPen(QPen(theme::color(Role::Accent), 2));
  painter.drawRoundedRect(rect.adjusted(-2, -2, 2, 2), theme::px(3), theme::px(3));
  if (m_drawing.links.empty()) paintRetries(painter);
  painter.restore();
  if (!m_drawing.compact || rect.top() < m_drawing.plot.top()) return;
  const EnvironmentIndex e = selectedEnvironment();
  if (e == journal::kNone) return;
  QFont bold = theme::Theme::instance().smallFont();
  bold.setWeight(QFont::DemiBold);
  painter.setFont(bold);
  const QRectF label = compactLabel(rect.center().y());
  // Names that would be cut in half make room.
  for (const TimelineRow& row : m_drawing.rows) {
    const QRectF other = compactLabel(row.bar.center().y());
    if (!row.label.isEmpty() && other.intersects(label))
      painter.fillRect(other, theme::color(Role::Panel));
  }
  painter.setPen(theme::color(Role::Accent));
  painter.drawText(label.adjusted(theme::px(10), 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft,
                   tr("env %1").arg(e + 1));
}

void TimelineView::paintPlayhead(QPainter& painter) {
  const TimelineDrawing& d = m_drawing;
  const qreal x = d.xOf(m_playhead);
  if (x < d.plot.left() - 1 || x > d.plot.right() + 1) return;
  const bool dragged = m_drag == Drag::Playhead;
  stage::paintPlayhead(painter, x, d.ruler, rowsBottom(),
                       dragged ? exactMomentText(m_playhead) : QString());
}

// --- hovering ------------------------------------------------------------------------------------

QString TimelineView::cardAt(QPointF point) {
  if (!m_index) return {};
  const TimelineHit hit = hitTimeline(drawing(), *m_index, point);
  const Instant t = m_drawing.instantAt(point.x());
  switch (hit.kind) {
    case TimelineHit::Kind::Bar:
      if (m_drawing.bars[hit.item].kind == observe::LaneKind::Frozen)
        return environmentCard(*m_index, hit.environment, t);
      if (hit.attempt == journal::kNone) return environmentCard(*m_index, hit.environment, t);
      return attemptCard(*m_index, hit.attempt);
    case TimelineHit::Kind::Flag:
      return attemptCard(*m_index, hit.attempt);
    case TimelineHit::Kind::Fold:
      return foldCard(*m_index, hit.environment, hit.from, hit.to);
    case TimelineHit::Kind::Throttle: {
      const TimelineThrottle& mark = m_drawing.throttles[hit.item];
      return throttleCard(
          *m_index,
          std::span(m_throttled).subspan(mark.first, static_cast<std::size_t>(mark.count)));
    }
    case TimelineHit::Kind::Row:
      return environmentCard(*m_index, hit.environment,
                             point.x() < m_drawing.plot.left() ? m_playhead : t);
    case TimelineHit::Kind::Nothing:
      break;
  }
  return {};
}

bool TimelineView::event(QEvent* event) {
  if (event->type() == QEvent::ToolTip) {
    const auto* help = static_cast<QHelpEvent*>(event);
    const QString card = cardAt(help->pos());
    if (card.isEmpty()) {
      QToolTip::hideText();
    } else {
      QToolTip::showText(help->globalPos(), card, this);
    }
    return true;
  }
  return QWidget::event(event);
}

void TimelineView::focusInEvent(QFocusEvent* event) {
  // The ring is for those who came by keyboard; a click shows where one is anyway.
  m_keyboardFocus = event->reason() == Qt::TabFocusReason ||
                    event->reason() == Qt::BacktabFocusReason ||
                    event->reason() == Qt::ShortcutFocusReason;
  update();
}

void TimelineView::focusOutEvent(QFocusEvent* /*event*/) {
  m_keyboardFocus = false;
  update();
}

void TimelineView::describe() {
  if (!m_index) {
    setAccessibleDescription(tr("No run yet."));
    return;
  }
  QString text = tr("Environments: %1. Throttled requests: %2.")
                     .arg(m_index->environments().size())
                     .arg(m_throttled.size());
  if (m_selection.kind == Selection::Kind::Attempt &&
      m_selection.index < m_index->attempts().size())
    text += QLatin1Char(' ') + tr("Selected: %1").arg(selectionText(*m_index, m_selection.index));
  if (m_selection.kind == Selection::Kind::Environment)
    text += QLatin1Char(' ') + tr("Selected: environment %1.").arg(m_selection.index + 1);
  setAccessibleDescription(text);
}

}  // namespace coldstart::stage
