// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stage/flow_view.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>

#include "app/stage/attempt_card.h"
#include "app/stage/flow_environments.h"
#include "app/stage/flow_painter.h"
#include "app/stage/quantity.h"
#include "app/stage/time_axis.h"
#include "app/theme/theme.h"

namespace coldstart::stage {

using theme::Role;

FlowView::FlowView(QWidget* parent) : QWidget(parent) {
  setObjectName(QStringLiteral("flowView"));
  setAttribute(Qt::WA_OpaquePaintEvent);
  setFocusPolicy(Qt::StrongFocus);
  setMouseTracking(true);
  setAccessibleName(tr("Flow: source, gate, execution environments and throttled requests"));
  connect(&theme::Theme::instance(), &theme::Theme::changed, this, &FlowView::invalidate);
}

void FlowView::invalidate() {
  m_laidOut = false;
  update();
}

void FlowView::setIndex(std::shared_ptr<const observe::RunIndex> index) {
  m_index = std::move(index);
  m_function.reset();
  invalidate();
}

void FlowView::setPlayhead(Instant t) {
  if (m_playhead == t) return;
  m_playhead = t;
  invalidate();
}

void FlowView::setWindow(TimeWindow window) {
  if (m_window == window) return;
  m_window = window;
  invalidate();
}

void FlowView::setSelection(Selection selection) {
  if (m_selection == selection) return;
  m_selection = selection;
  invalidate();
}

void FlowView::setFunction(std::optional<std::size_t> function) {
  m_function = function;
  invalidate();
}

void FlowView::setScroll(int pixels) {
  m_scroll = pixels;
  update();
}

QSize FlowView::sizeHint() const {
  return {theme::px(640), theme::px(260)};
}
QSize FlowView::minimumSizeHint() const {
  return {theme::px(320), theme::px(150)};
}

const FlowDrawing& FlowView::drawing() {
  if (m_laidOut) return m_drawing;
  m_laidOut = true;
  m_drawing = {};
  m_drawing.size = size();
  if (!m_index) return m_drawing;
  const theme::Theme& theme = theme::Theme::instance();
  FlowMetrics metrics;
  metrics.unit = theme::px(100) / 100.0;
  FlowRequest request;
  request.index = m_index.get();
  request.at = m_playhead;
  request.size = size();
  request.function = m_function;
  request.selection = m_selection;
  if (!theme.reducedMotion()) {
    const TimeWindow window = validWindow(m_window, m_index->run().end);
    request.travel = Duration{std::max<std::int64_t>((window.to - window.from).us / 10, 200'000)};
  }
  m_drawing = layOutFlow(request, metrics);
  describe();
  emit heightChanged();
  return m_drawing;
}

void FlowView::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  const FlowDrawing& d = drawing();
  painter.fillRect(rect(), theme::color(Role::Panel));
  if (!m_index) return;
  painter.save();
  painter.translate(0, -m_scroll);
  paintFlow(painter, d, *m_index, m_selection);
  painter.restore();
  if (!m_keyboardFocus) return;
  painter.setPen(QPen(theme::color(Role::Accent), 2));
  painter.setBrush(Qt::NoBrush);
  painter.drawRect(QRectF(rect()).adjusted(1, 1, -1, -1));
}

QString FlowView::cardAt(QPointF point) {
  if (!m_index) return {};
  const FlowDrawing& d = drawing();
  const FlowHit hit = hitFlow(d, point + QPointF(0, m_scroll));
  switch (hit.kind) {
    case FlowHit::Kind::Environment:
      return environmentCard(*m_index, hit.environment, m_playhead);
    case FlowHit::Kind::Dot:
      return attemptCard(*m_index, hit.attempt);
    case FlowHit::Kind::Room:
      return d.tiles[hit.item].title + QLatin1Char('\n') + d.tiles[hit.item].detail;
    case FlowHit::Kind::Gate:
      return d.groups[hit.item].gate.sentence;
    case FlowHit::Kind::Tray: {
      QStringList lines{d.groups[hit.item].trayTitle};
      const auto& state = d.state.functions[d.groups[hit.item].function];
      for (std::size_t i = 0; i < state.turnedAwayByDecision.size() && lines.size() < 5; ++i)
        if (state.turnedAwayByDecision[i] > 0)
          lines << tr("%1: %2").arg(throttleReason(static_cast<journal::Decision>(i)),
                                    countText(state.turnedAwayByDecision[i]));
      return lines.join(QLatin1Char('\n'));
    }
    case FlowHit::Kind::Source:
      return d.groups[hit.item].name + QLatin1Char('\n') + d.groups[hit.item].detail;
    case FlowHit::Kind::Nothing:
      break;
  }
  return {};
}

void FlowView::mouseMoveEvent(QMouseEvent* event) {
  const QString card = cardAt(event->position());
  if (card.isEmpty()) {
    QToolTip::hideText();
  } else {
    QToolTip::showText(event->globalPosition().toPoint(), card, this);
  }
}

void FlowView::mousePressEvent(QMouseEvent* event) {
  if (event->button() == Qt::LeftButton) selectAt(event->position());
}

void FlowView::selectAt(QPointF point) {
  if (!m_index) return;
  const FlowHit hit = hitFlow(drawing(), point + QPointF(0, m_scroll));
  if (hit.kind == FlowHit::Kind::Environment) {
    emit selectionAsked({Selection::Kind::Environment, hit.environment});
  } else if (hit.kind == FlowHit::Kind::Dot) {
    emit selectionAsked({Selection::Kind::Attempt, hit.attempt});
  } else if (hit.kind == FlowHit::Kind::Tray) {
    // The latest request that was refused: why, Explain tells.
    const std::size_t function = drawing().groups[hit.item].function;
    const auto throttled = m_index->turnedAway();
    for (std::size_t i = throttled.size(); i > 0; --i) {
      const journal::Attempt& attempt = m_index->attempts()[throttled[i - 1]];
      if (attempt.arrived > m_playhead) continue;
      if (m_index->run().journal.functionOf(attempt) != function) continue;
      emit selectionAsked({Selection::Kind::Attempt, throttled[i - 1]});
      return;
    }
  } else if (hit.kind == FlowHit::Kind::Nothing) {
    emit selectionAsked({});
  }
}

void FlowView::selectNeighbour(int by) {
  std::vector<journal::EnvironmentIndex> list;
  for (const FlowTile& tile : drawing().tiles)
    if (tile.environment != journal::kNone) list.push_back(tile.environment);
  for (const FlowSquare& square : drawing().squares) list.push_back(square.environment);
  if (list.empty()) return;
  journal::EnvironmentIndex current = journal::kNone;
  if (m_selection.kind == Selection::Kind::Environment) current = m_selection.index;
  if (m_selection.kind == Selection::Kind::Attempt)
    current = m_index->attempts()[m_selection.index].environment;
  const auto at = std::ranges::find(list, current);
  std::ptrdiff_t next = by > 0 ? 0 : std::ssize(list) - 1;
  if (at != list.end())
    next = std::clamp<std::ptrdiff_t>(at - list.begin() + by, 0, std::ssize(list) - 1);
  emit selectionAsked({Selection::Kind::Environment, list[static_cast<std::size_t>(next)]});
}

void FlowView::keyPressEvent(QKeyEvent* event) {
  const int key = event->key();
  if (key == Qt::Key_Right || key == Qt::Key_Down) return selectNeighbour(1);
  if (key == Qt::Key_Left || key == Qt::Key_Up) return selectNeighbour(-1);
  if (key == Qt::Key_PageDown) return emit scrollAsked(m_scroll + height() - theme::px(40));
  if (key == Qt::Key_PageUp) return emit scrollAsked(m_scroll - height() + theme::px(40));
  if (key == Qt::Key_Escape && m_selection.kind != Selection::Kind::None)
    return emit selectionAsked({});
  QWidget::keyPressEvent(event);
}

void FlowView::wheelEvent(QWheelEvent* event) {
  emit scrollAsked(m_scroll - event->angleDelta().y() * theme::px(48) / 120);
  event->accept();
}

void FlowView::contextMenuEvent(QContextMenuEvent* event) {
  if (event->reason() == QContextMenuEvent::Mouse) selectAt(event->pos());
  emit menuAsked(event->globalPos());
}

void FlowView::resizeEvent(QResizeEvent* /*event*/) {
  invalidate();
}

void FlowView::focusInEvent(QFocusEvent* event) {
  m_keyboardFocus = event->reason() == Qt::TabFocusReason ||
                    event->reason() == Qt::BacktabFocusReason ||
                    event->reason() == Qt::ShortcutFocusReason;
  update();
}

void FlowView::focusOutEvent(QFocusEvent* /*event*/) {
  m_keyboardFocus = false;
  update();
}

void FlowView::describe() {
  QStringList parts;
  for (const FlowGroup& group : m_drawing.groups)
    parts << tr("%1. %2. %3.").arg(group.gate.sentence, group.caption, group.trayTitle);
  if (!m_drawing.selectedTitle.isEmpty())
    parts << tr("Selected: %1, %2.").arg(m_drawing.selectedTitle, m_drawing.selectedText);
  setAccessibleDescription(parts.join(QLatin1Char(' ')));
}

}  // namespace coldstart::stage
