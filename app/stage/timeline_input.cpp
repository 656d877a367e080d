// SPDX-License-Identifier: GPL-3.0-or-later
// Mouse, wheel and keys of the timeline: each becomes a question to the page.
#include <QKeyEvent>
#include <QMouseEvent>
#include <QToolTip>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>

#include "app/stage/time_axis.h"
#include "app/stage/timeline_view.h"
#include "app/theme/theme.h"

namespace coldstart::stage {

using journal::AttemptIndex;
using journal::EnvironmentIndex;

bool TimelineView::onPlayhead(QPointF point) {
  const TimelineDrawing& d = drawing();
  return std::abs(point.x() - d.xOf(m_playhead)) <= theme::px(7) &&
         point.y() <= d.ruler.bottom() + theme::px(4);
}

void TimelineView::mousePressEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton || !m_index) return;
  m_pressed = event->position();
  m_pressedWindow = validWindow(m_window, m_index->run().end);
  m_pressedScroll = m_scroll;
  const TimelineDrawing& d = drawing();
  if (onPlayhead(m_pressed) ||
      (m_pressed.y() < d.ruler.bottom() && m_pressed.x() >= d.plot.left())) {
    m_drag = Drag::Playhead;
    emit playheadAsked(std::clamp(d.instantAt(m_pressed.x()), Instant{}, m_index->run().end));
    update();
    return;
  }
  m_drag = Drag::Pressed;
}

void TimelineView::mouseMoveEvent(QMouseEvent* event) {
  const QPointF at = event->position();
  if (!m_index) return;
  const TimelineDrawing& d = drawing();
  if (m_drag == Drag::Playhead) {
    emit playheadAsked(std::clamp(d.instantAt(at.x()), Instant{}, m_index->run().end));
    return;
  }
  if (m_drag == Drag::Pressed && (at - m_pressed).manhattanLength() > 5) {
    m_drag = Drag::Pan;
    setCursor(Qt::ClosedHandCursor);
  }
  if (m_drag == Drag::Pan) {
    const auto span = static_cast<qreal>((m_pressedWindow.to - m_pressedWindow.from).us);
    const qreal moved = (m_pressed.x() - at.x()) / d.plot.width() * span;
    emit windowAsked(panned(m_pressedWindow, Duration{std::llround(moved)}, m_index->run().end));
    if (d.contentHeight > d.plot.height())
      emit scrollAsked(m_pressedScroll + qRound(m_pressed.y() - at.y()));
    return;
  }
  setCursor(onPlayhead(at) ? Qt::SizeHorCursor : Qt::ArrowCursor);
  const QString card = cardAt(at);
  if (card.isEmpty()) {
    QToolTip::hideText();
  } else {
    QToolTip::showText(event->globalPosition().toPoint(), card, this);
  }
}

void TimelineView::mouseReleaseEvent(QMouseEvent* event) {
  const Drag drag = m_drag;
  m_drag = Drag::None;
  setCursor(Qt::ArrowCursor);
  update();
  if (drag == Drag::Pressed) selectAt(event->position());
}

void TimelineView::selectAt(QPointF point) {
  if (!m_index) return;
  const TimelineHit hit = hitTimeline(drawing(), *m_index, point);
  Selection selection;
  if (hit.kind == TimelineHit::Kind::Throttle) {
    const TimelineThrottle& mark = m_drawing.throttles[hit.item];
    selection = {Selection::Kind::Attempt, m_throttled[mark.first]};
  } else if (hit.attempt != journal::kNone &&
             !(hit.kind == TimelineHit::Kind::Bar &&
               m_drawing.bars[hit.item].kind == observe::LaneKind::Frozen)) {
    selection = {Selection::Kind::Attempt, hit.attempt};
  } else if (hit.environment != journal::kNone && hit.kind != TimelineHit::Kind::Nothing) {
    selection = {Selection::Kind::Environment, hit.environment};
  }
  emit selectionAsked(selection);
}

void TimelineView::mouseDoubleClickEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton || !m_index) return;
  selectAt(event->position());
  if (m_selection.kind == Selection::Kind::None) {
    emit windowAsked(wholeOf(m_index->run().end));
  } else {
    zoomTo(m_selection);
  }
}

void TimelineView::zoomTo(Selection selection) {
  Instant from;
  Instant to;
  if (selection.kind == Selection::Kind::Environment) {
    const journal::Environment& e = m_index->environments()[selection.index];
    from = e.started;
    to = std::min(e.stopped, m_index->run().end);
  } else if (selection.kind == Selection::Kind::Attempt) {
    const journal::Attempt& a = m_index->attempts()[selection.index];
    from = a.arrived;
    to = a.ran() ? m_index->endOf(a) : a.arrived + Duration::millis(50);
  } else {
    return;
  }
  // As much again on either side, so that what led to it stays in view.
  const Duration margin{std::max<std::int64_t>((to - from).us, 1'000)};
  const TimeWindow window{std::max(from - margin, Instant{}), to + margin};
  emit windowAsked(panned(window, Duration{}, m_index->run().end));
}

void TimelineView::wheelEvent(QWheelEvent* event) {
  if (!m_index) return;
  const TimelineDrawing& d = drawing();
  const QPoint turn = event->angleDelta();
  const auto keys = event->modifiers();
  event->accept();
  // Where rows are scrolled, the plain wheel scrolls them; Ctrl always zooms, Shift always pans.
  if (!keys.testFlag(Qt::ControlModifier) && !keys.testFlag(Qt::ShiftModifier) && turn.x() == 0 &&
      d.contentHeight > d.plot.height()) {
    emit scrollAsked(m_scroll - turn.y() * theme::px(48) / 120);
    return;
  }
  const qreal x = std::clamp(event->position().x(), d.plot.left(), d.plot.right());
  const Instant end = m_index->run().end;
  emit windowAsked(windowForWheel(*event, validWindow(m_window, end), d.instantAt(x), end));
}

void TimelineView::selectRow(int by) {
  const TimelineDrawing& d = drawing();
  auto list = observe::environmentsDuring(*m_index, d.window.from, d.window.to);
  if (m_function)
    std::erase_if(list, [&](EnvironmentIndex e) {
      return m_index->environments()[e].function != *m_function;
    });
  if (list.empty()) return;
  const EnvironmentIndex current = selectedEnvironment();
  const auto at = std::ranges::find(list, current);
  std::ptrdiff_t next = by > 0 ? 0 : std::ssize(list) - 1;
  if (at != list.end())
    next = std::clamp<std::ptrdiff_t>(at - list.begin() + by, 0, std::ssize(list) - 1);
  emit selectionAsked({Selection::Kind::Environment, list[static_cast<std::size_t>(next)]});
}

void TimelineView::selectNeighbour(int by) {
  // Requests of the selected environment one after the other; with nothing selected, all requests.
  const auto count = std::ssize(m_index->attempts());
  if (count == 0) return;
  const EnvironmentIndex e = selectedEnvironment();
  if (e == journal::kNone) {
    std::ptrdiff_t next = by > 0 ? 0 : count - 1;
    if (m_selection.kind == Selection::Kind::Attempt)
      next = std::clamp<std::ptrdiff_t>(std::ptrdiff_t{m_selection.index} + by, 0, count - 1);
    emit selectionAsked({Selection::Kind::Attempt, static_cast<AttemptIndex>(next)});
    return;
  }
  const auto own = m_index->attemptsOf(e);
  if (own.empty()) return;
  std::ptrdiff_t next = by > 0 ? 0 : std::ssize(own) - 1;
  if (m_selection.kind == Selection::Kind::Attempt) {
    const auto at = std::ranges::lower_bound(own, m_selection.index);
    next = std::clamp<std::ptrdiff_t>(at - own.begin() + by, 0, std::ssize(own) - 1);
  }
  emit selectionAsked({Selection::Kind::Attempt, own[static_cast<std::size_t>(next)]});
}

void TimelineView::keyPressEvent(QKeyEvent* event) {
  if (!m_index) return QWidget::keyPressEvent(event);
  const Instant end = m_index->run().end;
  const int key = event->key();
  if (const auto window = windowForKey(key, validWindow(m_window, end), m_playhead, end)) {
    emit windowAsked(*window);
  } else if (key == Qt::Key_Up) {
    selectRow(-1);
  } else if (key == Qt::Key_Down) {
    selectRow(1);
  } else if (key == Qt::Key_PageUp || key == Qt::Key_PageDown) {
    const int page = qRound(m_drawing.plot.height() * 0.9);
    emit scrollAsked(m_scroll + (key == Qt::Key_PageUp ? -page : page));
  } else if (key == Qt::Key_Comma) {
    selectNeighbour(-1);
  } else if (key == Qt::Key_Period) {
    selectNeighbour(1);
  } else if (key == Qt::Key_Return || key == Qt::Key_Enter) {
    if (m_selection.kind == Selection::Kind::None) return QWidget::keyPressEvent(event);
    zoomTo(m_selection);
  } else if (key == Qt::Key_Escape && m_selection.kind != Selection::Kind::None) {
    emit selectionAsked({});
  } else {
    QWidget::keyPressEvent(event);
  }
}

void TimelineView::contextMenuEvent(QContextMenuEvent* event) {
  if (event->reason() == QContextMenuEvent::Mouse) selectAt(event->pos());
  emit menuAsked(event->globalPos());
}

void TimelineView::resizeEvent(QResizeEvent* /*event*/) {
  invalidate();
}

}  // namespace coldstart::stage
