// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/editor/status_line.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

#include "app/theme/theme.h"

namespace coldstart::editor {

using theme::color;
using theme::px;
using theme::Role;
using theme::Theme;

StatusLine::StatusLine(QWidget* parent)
    : QWidget(parent),
      m_handler(new QToolButton(this)),
      m_problems(new QToolButton(this)),
      m_place(new QLabel(this)),
      m_language(new QLabel(this)),
      m_encoding(new QLabel(this)),
      m_saved(new QLabel(this)) {
  setObjectName(QStringLiteral("editorStatus"));
  m_handler->setObjectName(QStringLiteral("statusHandler"));
  m_problems->setObjectName(QStringLiteral("statusProblems"));
  m_place->setObjectName(QStringLiteral("statusPlace"));
  m_language->setObjectName(QStringLiteral("statusLanguage"));
  m_encoding->setObjectName(QStringLiteral("statusEncoding"));
  m_saved->setObjectName(QStringLiteral("statusSaved"));
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(px(6), 0, px(12), 0);
  row->setSpacing(px(14));
  for (QToolButton* button : {m_handler, m_problems}) {
    button->setAutoRaise(true);
    button->setCursor(Qt::PointingHandCursor);
  }
  row->addWidget(m_handler);
  row->addStretch(1);
  row->addWidget(m_problems);
  for (QLabel* label : {m_place, m_language, m_encoding, m_saved}) row->addWidget(label);
  connect(m_handler, &QToolButton::clicked, this, &StatusLine::handlerClicked);
  connect(m_problems, &QToolButton::clicked, this, &StatusLine::problemsClicked);
  connect(&Theme::instance(), &Theme::changed, this, &StatusLine::restyle);
  restyle();
}

void StatusLine::restyle() {
  setFixedHeight(px(24));
  QPalette quiet = palette();
  quiet.setColor(QPalette::WindowText, color(Role::Muted));
  quiet.setColor(QPalette::ButtonText, color(Role::Muted));
  for (QWidget* part : findChildren<QWidget*>()) {
    part->setFont(Theme::instance().smallFont());
    part->setPalette(quiet);
  }
  if (m_anyProblem) {
    quiet.setColor(QPalette::ButtonText, color(Role::Error));
    m_problems->setPalette(quiet);
  }
  fit();
}

void StatusLine::setHandler(const QString& handler, const QString& meaning) {
  m_handlerText = handler;
  m_handler->setToolTip(meaning);
  m_handler->setAccessibleName(handler);
  m_handler->setVisible(!handler.isEmpty());
  fit();
}

void StatusLine::setProblems(const QString& text, const QString& meaning, bool any) {
  m_problems->setText(text);
  m_problems->setToolTip(meaning);
  m_problems->setVisible(!text.isEmpty());
  m_anyProblem = any;
  restyle();
}

void StatusLine::setPlace(int line, int column) {
  m_place->setText(tr("Ln %1, Col %2").arg(line + 1).arg(column + 1));
}

void StatusLine::setFile(const QString& language, const QString& encoding, bool edited) {
  m_language->setText(language);
  m_encoding->setText(encoding);
  m_saved->setText(edited ? tr("Edited") : tr("Saved"));
  for (QLabel* label : {m_place, m_encoding, m_saved}) label->show();
  fit();
}

void StatusLine::clearFile() {
  for (QWidget* part : {static_cast<QWidget*>(m_problems), static_cast<QWidget*>(m_place),
                        static_cast<QWidget*>(m_language), static_cast<QWidget*>(m_encoding),
                        static_cast<QWidget*>(m_saved)})
    part->hide();
}

// What matters least goes first when the pane is narrow, and the handler is elided.
void StatusLine::fit() {
  if (!m_place->isHidden()) m_language->setVisible(width() > px(520));
  int used = px(6) + px(12);
  for (const QWidget* part :
       std::initializer_list<const QWidget*>{m_problems, m_place, m_language, m_encoding, m_saved})
    if (!part->isHidden()) used += part->sizeHint().width() + px(14);
  const int room = qMax(px(60), width() - used - px(16));
  m_handler->setText(m_handler->fontMetrics().elidedText(m_handlerText, Qt::ElideMiddle, room));
}

void StatusLine::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  fit();
}

void StatusLine::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  painter.fillRect(rect(), color(Role::Panel));
  painter.fillRect(QRect(0, 0, width(), 1), color(Role::Line));
}

}  // namespace coldstart::editor
