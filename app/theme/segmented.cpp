// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/theme/segmented.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QFocusEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QPainterPath>

#include "app/theme/theme.h"

namespace coldstart::theme {
namespace {

class Segment : public QAbstractButton {
 public:
  using QAbstractButton::QAbstractButton;

  [[nodiscard]] QSize sizeHint() const override {
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    const QFontMetrics metrics(bold);
    return {metrics.horizontalAdvance(text()) + px(22), qMax(px(22), metrics.height() + px(4))};
  }
  [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

 protected:
  void focusInEvent(QFocusEvent* event) override {
    m_byKeyboard = event->reason() == Qt::TabFocusReason ||
                   event->reason() == Qt::BacktabFocusReason ||
                   event->reason() == Qt::ShortcutFocusReason;
    QAbstractButton::focusInEvent(event);
  }
  void paintEvent(QPaintEvent* /*event*/) override {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF inside = QRectF(rect()).adjusted(1, 1, -1, -1);
    if (isChecked()) {
      painter.setPen(Qt::NoPen);
      painter.setBrush(color(Role::AccentBackground));
      painter.drawRoundedRect(inside, px(4), px(4));
    }
    QFont f = font();
    f.setWeight(isChecked() ? QFont::DemiBold : QFont::Normal);
    painter.setFont(f);
    const Role role = !isEnabled()   ? Role::Dim
                      : isChecked()  ? Role::Accent
                      : underMouse() ? Role::Text
                                     : Role::Muted;
    painter.setPen(color(role));
    painter.drawText(rect(), Qt::AlignCenter, text());
    if (hasFocus() && m_byKeyboard) {
      painter.setBrush(Qt::NoBrush);
      painter.setPen(QPen(color(Role::Accent), px(2)));
      painter.drawRoundedRect(inside, px(4), px(4));
    }
  }

 private:
  bool m_byKeyboard = false;
};

}  // namespace

Segmented::Segmented(const QStringList& texts, QWidget* parent)
    : QWidget(parent), m_group(new QButtonGroup(this)) {
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(0);
  for (int i = 0; i < texts.size(); ++i) {
    auto* segment = new Segment(this);
    segment->setText(texts[i]);
    segment->setCheckable(true);
    segment->setChecked(i == 0);
    segment->setObjectName(QStringLiteral("segment%1").arg(i));
    segment->setFocusPolicy(Qt::TabFocus);
    segment->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Expanding);
    m_group->addButton(segment, i);
    row->addWidget(segment);
  }
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
  connect(m_group, &QButtonGroup::idClicked, this, &Segmented::chosen);
  connect(&Theme::instance(), &Theme::changed, this, [this] {
    updateGeometry();
    update();
  });
}

QSize Segmented::sizeHint() const {
  QSize size = layout()->sizeHint();
  size.setHeight(qMax(size.height(), px(22)));
  return size;
}

int Segmented::current() const {
  return m_group->checkedId();
}

void Segmented::setCurrent(int index) {
  if (auto* button = m_group->button(index)) button->setChecked(true);
}

void Segmented::setTexts(const QStringList& texts) {
  for (int i = 0; i < texts.size(); ++i) {
    if (auto* button = m_group->button(i)) button->setText(texts[i]);
  }
}

void Segmented::setUnavailable(int index, const QString& why) {
  if (auto* button = m_group->button(index)) {
    button->setEnabled(why.isEmpty());
    button->setToolTip(why);
  }
}

QAbstractButton* Segmented::segment(int index) const {
  return m_group->button(index);
}

void Segmented::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(color(Role::Line));
  painter.setBrush(color(Role::Panel));
  painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), px(5), px(5));
  for (QAbstractButton* button : m_group->buttons()) {
    if (m_group->id(button) == 0) continue;
    painter.drawLine(QPointF(button->x() + 0.5, 1), QPointF(button->x() + 0.5, height() - 1));
  }
}

}  // namespace coldstart::theme
