// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/event/linked_text.h"

#include <QGuiApplication>
#include <QMouseEvent>
#include <QStyleHints>
#include <algorithm>

#include "app/theme/theme.h"

namespace coldstart::event {

LinkedText::LinkedText(QWidget* parent) : QPlainTextEdit(parent) {
  setReadOnly(true);
  setTabChangesFocus(true);
  setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
  viewport()->setMouseTracking(true);
  connect(&theme::Theme::instance(), &theme::Theme::changed, this, &LinkedText::underline);
}

void LinkedText::display(const QString& text, const QList<CodeLink>& links) {
  m_links = links;
  setPlainText(text);
  underline();
}

void LinkedText::underline() {
  QList<QTextEdit::ExtraSelection> selections;
  for (const CodeLink& link : m_links) {
    QTextEdit::ExtraSelection selection;
    selection.cursor = QTextCursor(document());
    selection.cursor.setPosition(static_cast<int>(link.at));
    selection.cursor.setPosition(static_cast<int>(link.at + link.length), QTextCursor::KeepAnchor);
    selection.format.setForeground(theme::color(theme::Role::Accent));
    selection.format.setFontUnderline(true);
    selections.append(selection);
  }
  setExtraSelections(selections);
}

QRect LinkedText::linkRect(int number) const {
  QTextCursor cursor(document());
  cursor.setPosition(static_cast<int>(m_links[number].at));
  return cursorRect(cursor);
}

const CodeLink* LinkedText::linkAt(QPoint position) const {
  const QTextCursor cursor = cursorForPosition(position);
  // A position right of a line's end is its last character's.
  if (position.x() > cursorRect(cursor).right() + fontMetrics().averageCharWidth()) return nullptr;
  const auto found = std::find_if(m_links.begin(), m_links.end(), [&](const CodeLink& link) {
    return cursor.position() >= link.at && cursor.position() < link.at + link.length;
  });
  return found == m_links.end() ? nullptr : &*found;
}

void LinkedText::mouseMoveEvent(QMouseEvent* event) {
  QPlainTextEdit::mouseMoveEvent(event);
  const CodeLink* link = linkAt(event->position().toPoint());
  viewport()->setCursor(link != nullptr ? Qt::PointingHandCursor : Qt::IBeamCursor);
  viewport()->setToolTip(link != nullptr ? tr("Go to %1, line %2").arg(link->file).arg(link->line)
                                         : QString());
}

void LinkedText::mousePressEvent(QMouseEvent* event) {
  m_pressed = event->position().toPoint();
  QPlainTextEdit::mousePressEvent(event);
}

void LinkedText::mouseReleaseEvent(QMouseEvent* event) {
  QPlainTextEdit::mouseReleaseEvent(event);
  const QPoint at = event->position().toPoint();
  if (event->button() != Qt::LeftButton ||
      (at - m_pressed).manhattanLength() >= QGuiApplication::styleHints()->startDragDistance())
    return;
  if (const CodeLink* link = linkAt(at)) emit followed(link->file, link->line);
}

void LinkedText::keyPressEvent(QKeyEvent* event) {
  if (event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter)
    return QPlainTextEdit::keyPressEvent(event);
  const int at = textCursor().position();
  const auto found = std::find_if(m_links.begin(), m_links.end(), [at](const CodeLink& link) {
    return at >= link.at && at <= link.at + link.length;
  });
  if (found != m_links.end()) emit followed(found->file, found->line);
}

}  // namespace coldstart::event
