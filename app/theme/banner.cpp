// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/theme/banner.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

#include "app/theme/icon.h"
#include "app/theme/theme.h"

namespace coldstart::theme {
namespace {

Role roleOf(Banner::Kind kind) {
  switch (kind) {
    case Banner::Kind::Note:
      return Role::Accent;
    case Banner::Kind::Warning:
      return Role::Init;
    case Banner::Kind::Problem:
      return Role::Throttle;
  }
  return Role::Accent;
}

}  // namespace

Banner::Banner(QWidget* parent)
    : QFrame(parent),
      m_icon(new QLabel(this)),
      m_sentence(new QLabel(this)),
      m_body(new QBoxLayout(QBoxLayout::LeftToRight)),
      m_offers(new QHBoxLayout),
      m_close(new QToolButton(this)) {
  setObjectName(QStringLiteral("banner"));
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(px(12), px(6), px(8), px(6));
  row->addWidget(m_icon);
  m_sentence->setWordWrap(true);
  m_sentence->setObjectName(QStringLiteral("bannerSentence"));
  m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
  m_body->addWidget(m_sentence, 1);
  m_body->addLayout(m_offers);
  m_body->setSpacing(px(6));
  row->addLayout(m_body, 1);
  m_close->setObjectName(QStringLiteral("bannerClose"));
  m_close->setIcon(icon(QStringLiteral("cross"), Role::Muted));
  m_close->setAutoRaise(true);
  m_close->setToolTip(tr("Close this line"));
  m_close->setAccessibleName(tr("Close this line"));
  row->addWidget(m_close);
  connect(m_close, &QToolButton::clicked, this, &Banner::dismiss);
  hide();
}

void Banner::say(Kind kind, const QString& sentence, const QList<Offer>& offers) {
  m_kind = kind;
  m_icon->setPixmap(
      icon(kind == Kind::Note ? QStringLiteral("hint") : QStringLiteral("alert"), roleOf(kind))
          .pixmap(QSize(px(16), px(16)), devicePixelRatioF()));
  m_sentence->setText(sentence);
  setAccessibleName(sentence);
  while (QLayoutItem* item = m_offers->takeAt(0)) {
    if (item->widget()) item->widget()->deleteLater();
    delete item;
  }
  for (const Offer& offer : offers) {
    auto* button = new QPushButton(offer.text, this);
    button->setObjectName(QStringLiteral("bannerOffer%1").arg(m_offers->count()));
    connect(button, &QPushButton::clicked, this, [this, run = offer.run] {
      dismiss();
      if (run) run();
    });
    m_offers->addWidget(button);
  }
  m_offers->addStretch(1);
  fold();
  show();
  update();
}

void Banner::fold() {
  const bool narrow = m_offers->count() > 1 && width() < px(640);
  m_body->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void Banner::resizeEvent(QResizeEvent* event) {
  QFrame::resizeEvent(event);
  fold();
}

void Banner::dismiss() {
  hide();
}

QString Banner::sentence() const {
  return m_sentence->text();
}

void Banner::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(color(Role::Line));
  painter.setBrush(color(Role::Panel));
  painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), px(6), px(6));
  painter.setPen(Qt::NoPen);
  painter.setBrush(color(roleOf(m_kind)));
  painter.drawRoundedRect(QRectF(1, 1, px(4), height() - 2), px(2), px(2));
}

}  // namespace coldstart::theme
