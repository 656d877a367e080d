// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/theme/empty_state.h"

#include <QAction>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "app/theme/icon.h"
#include "app/theme/theme.h"

namespace coldstart::theme {

EmptyState::EmptyState(const QString& iconName, const QString& sentence, QAction* action,
                       QWidget* parent)
    : QWidget(parent),
      m_iconName(iconName),
      m_icon(new QLabel(this)),
      m_sentence(new QLabel(sentence, this)) {
  setObjectName(QStringLiteral("emptyState"));
  auto* column = new QVBoxLayout(this);
  column->addStretch(1);
  m_icon->setAlignment(Qt::AlignCenter);
  column->addWidget(m_icon);
  m_sentence->setAlignment(Qt::AlignCenter);
  m_sentence->setWordWrap(true);
  m_sentence->setObjectName(QStringLiteral("emptyStateSentence"));
  column->addWidget(m_sentence);
  if (action) {
    m_button = new QPushButton(action->text().remove(u'&'), this);
    m_button->setObjectName(QStringLiteral("emptyStateButton"));
    m_button->setEnabled(action->isEnabled());
    connect(m_button, &QPushButton::clicked, action, &QAction::trigger);
    connect(action, &QAction::changed, m_button,
            [this, action] { m_button->setEnabled(action->isEnabled()); });
    column->addWidget(m_button, 0, Qt::AlignHCenter);
  }
  column->addStretch(2);
  connect(&Theme::instance(), &Theme::changed, this, &EmptyState::restyle);
  restyle();
}

void EmptyState::setSentence(const QString& sentence) {
  m_sentence->setText(sentence);
}

void EmptyState::restyle() {
  m_icon->setPixmap(icon(m_iconName, Role::Dim).pixmap(QSize(px(24), px(24)), devicePixelRatioF()));
  QPalette muted = m_sentence->palette();
  muted.setColor(QPalette::WindowText, color(Role::Muted));
  m_sentence->setPalette(muted);
}

}  // namespace coldstart::theme
