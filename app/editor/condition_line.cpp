// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/editor/condition_line.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <algorithm>

#include "app/theme/theme.h"

namespace coldstart::editor {

using theme::color;
using theme::px;
using theme::Role;
using theme::Theme;

ConditionLine::ConditionLine(QWidget* parent) : QFrame(parent), m_text(new QLineEdit(this)) {
  setObjectName(QStringLiteral("conditionLine"));
  auto* label = new QLabel(tr("Stop only if"), this);
  label->setBuddy(m_text);
  m_text->setObjectName(QStringLiteral("conditionText"));
  m_text->setAccessibleName(tr("Condition of the breakpoint"));
  m_text->setPlaceholderText(tr("an expression; empty: always"));
  m_text->installEventFilter(this);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(px(8), px(4), px(8), px(4));
  row->setSpacing(px(8));
  row->addWidget(label);
  row->addWidget(m_text, 1);
  connect(m_text, &QLineEdit::returnPressed, this, [this] {
    emit given(m_text->text().trimmed());
    dismiss();
  });
  hide();
}

void ConditionLine::open(const QString& condition, int left, int top, int bottom) {
  m_text->setFont(Theme::instance().codeFont());
  m_text->setText(condition);
  m_text->selectAll();
  const int height = sizeHint().height();
  const int room = parentWidget()->height();
  const int width = std::min(px(420), std::max(px(120), parentWidget()->width() - left - px(8)));
  setGeometry(left, bottom + height <= room ? bottom : std::max(0, top - height), width, height);
  show();
  raise();
  m_text->setFocus(Qt::OtherFocusReason);
}

void ConditionLine::dismiss() {
  if (isHidden()) return;
  hide();
  emit closed();
}

bool ConditionLine::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::FocusOut) {
    // A menu and another window only borrow the focus; that of the menu it was opened from comes
    // back late.
    const auto why = static_cast<QFocusEvent*>(event)->reason();  // NOLINT: as its type
    if (why != Qt::PopupFocusReason && why != Qt::ActiveWindowFocusReason) hide();
  }
  // Esc is this line's before it is anybody's shortcut.
  const bool isKey = event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress;
  if (isKey && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {  // NOLINT: as its type
    event->accept();
    if (event->type() == QEvent::KeyPress) dismiss();
    return true;
  }
  return QFrame::eventFilter(watched, event);
}

/// What the line has no use for, or has used, is not for the code behind it.
void ConditionLine::keyPressEvent(QKeyEvent* event) {
  event->accept();
}

void ConditionLine::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  painter.fillRect(rect(), color(Role::PanelHeader));
  painter.setPen(color(Role::Line));
  painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

}  // namespace coldstart::editor
