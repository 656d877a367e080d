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
  m_problemsText = text;
  m_problems->setAccessibleName(text);
  m_problems->setToolTip(meaning);
  m_problems->setVisible(!text.isEmpty());
  m_anyProblem = any;
  restyle();
}

void StatusLine::setPlace(int line, int column) {
  m_place->setText(tr("Ln %1, Col %2").arg(line + 1).arg(column + 1));
  fit();
}

void StatusLine::setFile(const QString& language, const QString& encoding, bool edited) {
  m_language->setText(language);
  m_encoding->setText(encoding);
  m_saved->setText(edited ? tr("Edited") : tr("Saved"));
  m_anyFile = true;
  fit();
}

void StatusLine::clearFile() {
  m_anyFile = false;
  for (QWidget* part : {static_cast<QWidget*>(m_problems), static_cast<QWidget*>(m_place),
                        static_cast<QWidget*>(m_language), static_cast<QWidget*>(m_encoding),
                        static_cast<QWidget*>(m_saved)})
    part->hide();
}

// What matters least goes first when the pane is narrow; what stays is elided.
void StatusLine::fit() {
  const int gap = px(14);
  const auto widthOf = [](const QToolButton* button, const QString& text) {
    return text.isEmpty() ? 0 : button->fontMetrics().horizontalAdvance(text) + px(16);
  };
  int room = width() - px(18);
  const int handler = widthOf(m_handler, m_handlerText);
  const int problems = m_problems->isHidden() ? 0 : widthOf(m_problems, m_problemsText) + gap;
  int left = room - qMin(handler, px(90)) - problems;
  for (QLabel* label : {m_place, m_saved, m_encoding, m_language}) {
    const int wanted = label->sizeHint().width() + gap;
    const bool fits = m_anyFile && wanted <= left;
    label->setVisible(fits && (label != m_language || width() > px(520)));
    left = fits ? left - wanted : 0;
  }
  for (const QLabel* label : {m_place, m_saved, m_encoding, m_language})
    if (!label->isHidden()) room -= label->sizeHint().width() + gap;
  const auto elide = [](QToolButton* button, const QString& text, Qt::TextElideMode mode,
                        int most) {
    button->setText(button->fontMetrics().elidedText(text, mode, qMax(px(24), most - px(16))));
  };
  elide(m_handler, m_handlerText, Qt::ElideMiddle, qMax(px(60), room - problems));
  elide(m_problems, m_problemsText, Qt::ElideRight, room - qMin(handler, px(90)) - gap);
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
