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
  const QPoint turn = event->angleDelta();
  const TimeWindow window = validWindow(m_window, m_index->run().end);
  const TimelineDrawing& d = drawing();
  const bool zooms = event->modifiers().testFlag(Qt::ControlModifier);
  const bool pans = event->modifiers().testFlag(Qt::ShiftModifier) || turn.x() != 0;
  event->accept();
  if (pans) {
    const int along = turn.x() != 0 ? turn.x() : turn.y();
    const Duration tenth{(window.to - window.from).us / 10};
    emit windowAsked(panned(window, Duration{-tenth.us * along / 120}, m_index->run().end));
    return;
  }
  if (!zooms && d.contentHeight > d.plot.height()) {
    emit scrollAsked(m_scroll - turn.y() * theme::px(48) / 120);
    return;
  }
  const qreal x = std::clamp(event->position().x(), d.plot.left(), d.plot.right());
  const bool in = turn.y() > 0;
  emit windowAsked(zoomed(window, in ? 4 : 5, in ? 5 : 4, d.instantAt(x), m_index->run().end));
}

void TimelineView::selectRow(int by) {
  const TimelineDrawing& d = drawing();
  auto list = observe::environmentsDuring(*m_index, d.window.from, d.window.to);
  if (m_function)
    std::erase_if(list, [&](EnvironmentIndex e) {
      return m_index->environments()[e].function != *m_function;
    });
  if (list.empty()) return;
  EnvironmentIndex current = journal::kNone;
  if (m_selection.kind == Selection::Kind::Environment) current = m_selection.index;
  if (m_selection.kind == Selection::Kind::Attempt)
    current = m_index->attempts()[m_selection.index].environment;
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
  EnvironmentIndex e = journal::kNone;
  if (m_selection.kind == Selection::Kind::Environment) e = m_selection.index;
  if (m_selection.kind == Selection::Kind::Attempt)
    e = m_index->attempts()[m_selection.index].environment;
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
  const TimeWindow window = validWindow(m_window, end);
  const Duration span = window.to - window.from;
  const Instant middle = window.from + Duration{span.us / 2};
  const bool inside = m_playhead >= window.from && m_playhead <= window.to;
  const Instant centre = inside ? m_playhead : middle;
  const int key = event->key();
  if (key == Qt::Key_Plus || key == Qt::Key_Equal) {
    emit windowAsked(zoomed(window, 2, 3, centre, end));
  } else if (key == Qt::Key_Minus) {
    emit windowAsked(zoomed(window, 3, 2, centre, end));
  } else if (key == Qt::Key_0) {
    emit windowAsked(wholeOf(end));
  } else if (key == Qt::Key_Left) {
    emit windowAsked(panned(window, Duration{-span.us / 10}, end));
  } else if (key == Qt::Key_Right) {
    emit windowAsked(panned(window, Duration{span.us / 10}, end));
  } else if (key == Qt::Key_Home) {
    emit windowAsked(panned(window, Instant{} - window.from, end));
  } else if (key == Qt::Key_End) {
    emit windowAsked(panned(window, end - window.to, end));
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
