// SPDX-License-Identifier: GPL-3.0-or-later
// How the list of log lines answers mouse, keyboard and screen readers.

#include <QAccessible>
#include <QClipboard>
#include <QGuiApplication>
#include <QHelpEvent>
#include <QScrollBar>
#include <QToolTip>
#include <algorithm>

#include "app/cloudwatch/log_list.h"
#include "app/workbench/say.h"

namespace coldstart::cloudwatch {

namespace {

constexpr std::size_t kMostCopied = 100'000;  // Lines; beyond that a file is the way.

}  // namespace

void LogList::choose(std::size_t row, bool extend) {
  m_current = row;
  if (!extend) m_anchor = row;
  const observe::LogLine line = m_rows.view()->line(m_rows.lineAt(row));
  if (!extend && line.attempt != journal::kNone)
    emit selectionAsked({Selection::Kind::Attempt, line.attempt});
  describe();
  viewport()->update();
}

void LogList::moveTo(std::size_t row, bool extend) {
  choose(row, extend);
  QScrollBar& bar = *verticalScrollBar();
  const auto page = static_cast<std::size_t>(std::max(1, bar.pageStep()));
  if (row < top()) bar.setValue(static_cast<int>(row));
  if (row >= top() + page) bar.setValue(static_cast<int>(row - page + 1));
  // Wrapped lines are of different heights: on until all of it is in view.
  while (row > top() && bar.value() < bar.maximum() &&
         (!rowRect(row).isValid() || rowRect(row).bottom() >= viewport()->height()))
    bar.setValue(bar.value() + 1);
}

void LogList::mousePressEvent(QMouseEvent* event) {
  m_pressedLink.reset();
  if (event->button() == Qt::LeftButton) m_pressedLink = linkAt(event->position().toPoint());
  const auto row = rowAt(event->position().toPoint().y());
  if (!row) return;
  if (event->button() == Qt::LeftButton)
    choose(*row, event->modifiers().testFlag(Qt::ShiftModifier) && m_current.has_value());
  // A right click on lines that are chosen keeps them.
  const bool within =
      m_current && *row >= std::min(*m_current, m_anchor) && *row <= std::max(*m_current, m_anchor);
  if (event->button() == Qt::RightButton && !within) choose(*row, false);
}

void LogList::mouseMoveEvent(QMouseEvent* event) {
  if (!event->buttons().testFlag(Qt::LeftButton)) {
    const bool isLink = linkAt(event->position().toPoint()).has_value();
    viewport()->setCursor(isLink ? Qt::PointingHandCursor : Qt::ArrowCursor);
    return;
  }
  const int y = event->position().toPoint().y();
  if (y < 0) verticalScrollBar()->triggerAction(QScrollBar::SliderSingleStepSub);
  if (y >= viewport()->height())
    verticalScrollBar()->triggerAction(QScrollBar::SliderSingleStepAdd);
  const auto row = rowAt(std::clamp(y, 0, viewport()->height() - 1));
  if (row && row != m_current) choose(*row, true);
}

void LogList::mouseReleaseEvent(QMouseEvent* event) {
  const auto link = linkAt(event->position().toPoint());
  const bool same = link && m_pressedLink && link->file == m_pressedLink->file &&
                    link->line == m_pressedLink->line;
  if (event->button() == Qt::LeftButton && same) emit codeAsked(link->file, link->line);
}

void LogList::keyPressEvent(QKeyEvent* event) {
  if (event->matches(QKeySequence::Copy)) return copy();
  const std::size_t count = m_rows.size();
  if (count == 0) return QAbstractScrollArea::keyPressEvent(event);
  const bool extend = event->modifiers().testFlag(Qt::ShiftModifier);
  const std::size_t now = m_current.value_or(top());
  const auto page = static_cast<std::size_t>(std::max(1, verticalScrollBar()->pageStep() - 1));
  switch (event->key()) {
    case Qt::Key_Up:
      return moveTo(m_current && now > 0 ? now - 1 : now, extend);
    case Qt::Key_Down:
      return moveTo(m_current ? std::min(now + 1, count - 1) : now, extend);
    case Qt::Key_PageUp:
      return moveTo(now > page ? now - page : 0, extend);
    case Qt::Key_PageDown:
      return moveTo(std::min(now + page, count - 1), extend);
    case Qt::Key_Home:
      return moveTo(0, extend);
    case Qt::Key_End:
      return moveTo(count - 1, extend);
    case Qt::Key_Return:
    case Qt::Key_Enter:
      if (const auto link = currentLink()) emit codeAsked(link->file, link->line);
      return;
    case Qt::Key_A:
      if (!event->modifiers().testFlag(Qt::ControlModifier)) break;
      m_anchor = 0;
      m_current = count - 1;
      viewport()->update();
      return;
    default:
      break;
  }
  QAbstractScrollArea::keyPressEvent(event);
}

void LogList::contextMenuEvent(QContextMenuEvent* event) {
  emit menuAsked(event->globalPos());
}

void LogList::focusInEvent(QFocusEvent* event) {
  QAbstractScrollArea::focusInEvent(event);
  viewport()->update();
}

void LogList::focusOutEvent(QFocusEvent* event) {
  QAbstractScrollArea::focusOutEvent(event);
  viewport()->update();
}

QString LogList::selectedText() const {
  if (!m_current) return {};
  const std::size_t first = std::min(*m_current, m_anchor);
  const std::size_t last =
      std::min({std::max(*m_current, m_anchor), m_rows.size() - 1, first + kMostCopied - 1});
  QStringList lines;
  for (std::size_t row = first; row <= last; ++row) lines << rowText(row);
  return lines.join(u'\n');
}

void LogList::copy() const {
  const QString text = selectedText();
  if (!text.isEmpty()) QGuiApplication::clipboard()->setText(text);
}

void LogList::describe() {
  if (!m_current) return;
  const observe::LogLine line = m_rows.view()->line(m_rows.lineAt(*m_current));
  setAccessibleDescription(tr("Line %1 of %2, %3: %4")
                               .arg(*m_current + 1)
                               .arg(m_rows.size())
                               .arg(timeText(line.at), qs(line.text).simplified()));
  QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
  QAccessible::updateAccessibility(&changed);
}

bool LogList::viewportEvent(QEvent* event) {
  if (event->type() != QEvent::ToolTip) return QAbstractScrollArea::viewportEvent(event);
  const auto* help = static_cast<QHelpEvent*>(event);
  const auto row = m_rows.view() ? rowAt(help->pos().y()) : std::nullopt;
  if (!row) {
    QToolTip::hideText();
    return true;
  }
  const observe::LogLine line = m_rows.view()->line(m_rows.lineAt(*row));
  const journal::Run& run = m_rows.view()->index().run();
  QStringList card{qs(formatIso8601Millis(run.wall(line.at)))};
  card << tr("%1 s after the run began").arg(static_cast<double>(line.at.us) / 1e6, 0, 'f', 3);
  if (line.environment != journal::kNone) {
    const std::uint16_t function = run.journal.environments[line.environment].function;
    card << qs(observe::logGroupName(run, function))
         << qs(observe::logStreamName(run, line.environment));
  }
  QToolTip::showText(help->globalPos(), card.join(u'\n'), viewport());
  return true;
}

}  // namespace coldstart::cloudwatch
