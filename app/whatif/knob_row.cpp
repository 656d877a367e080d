// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/whatif/knob_row.h"

#include <QGridLayout>
#include <QLabel>
#include <QMouseEvent>
#include <QPainter>
#include <QStyle>
#include <QStyleOptionSlider>
#include <algorithm>

#include "app/theme/theme.h"

namespace coldstart::whatif {

using theme::px;
using theme::Role;

MarkedSlider::MarkedSlider(QWidget* parent) : QSlider(Qt::Horizontal, parent) {
  setPageStep(3);
  connect(&theme::Theme::instance(), &theme::Theme::changed, this, [this] { updateGeometry(); });
}

void MarkedSlider::setMark(int position) {
  m_mark = position;
  update();
}

QSize MarkedSlider::sizeHint() const {
  return {px(200), px(20)};
}
QSize MarkedSlider::minimumSizeHint() const {
  return {px(100), px(20)};
}

void MarkedSlider::paintEvent(QPaintEvent* event) {
  QSlider::paintEvent(event);
  if (m_mark == value()) return;
  QStyleOptionSlider option;
  initStyleOption(&option);
  option.sliderPosition = option.sliderValue = m_mark;
  const QRect there =
      style()->subControlRect(QStyle::CC_Slider, &option, QStyle::SC_SliderHandle, this);
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(QPen(theme::color(Role::Muted), px(2)));
  const int x = there.center().x();
  painter.drawLine(x, there.center().y() - px(6), x, there.center().y() + px(6));
}

/// The knob goes where the groove is pressed: a jump is one move, not a page at a time.
void MarkedSlider::mousePressEvent(QMouseEvent* event) {
  QStyleOptionSlider option;
  initStyleOption(&option);
  const QRect handle =
      style()->subControlRect(QStyle::CC_Slider, &option, QStyle::SC_SliderHandle, this);
  if (event->button() == Qt::LeftButton && !handle.contains(event->pos())) {
    const int room = width() - handle.width();
    const int x = event->pos().x() - handle.width() / 2;
    setValue(QStyle::sliderValueFromPosition(minimum(), maximum(), x, room));
  }
  QSlider::mousePressEvent(event);
}

KnobRow::KnobRow(Knob knob, QWidget* parent)
    : QWidget(parent),
      m_knob(knob),
      m_title(new QLabel(titleOf(knob), this)),
      m_value(new QLabel(this)),
      m_slider(new MarkedSlider(this)) {
  m_slider->setObjectName(idOf(knob) + QStringLiteral("Slider"));
  m_slider->setAccessibleName(titleOf(knob));
  m_title->setBuddy(m_slider);
  m_value->setObjectName(idOf(knob) + QStringLiteral("Value"));
  m_value->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
  auto* grid = new QGridLayout(this);
  grid->setContentsMargins(0, 0, 0, 0);
  grid->addWidget(m_title, 0, 0);
  grid->addWidget(m_value, 0, 1);
  grid->addWidget(m_slider, 1, 0, 1, 2);
  grid->setColumnStretch(0, 1);
  connect(m_slider, &QSlider::valueChanged, this, [this] {
    tell();
    emit turned();
  });
  connect(&theme::Theme::instance(), &theme::Theme::changed, this, &KnobRow::restyle);
  restyle();
}

void KnobRow::offer(const std::vector<std::int64_t>& values, std::int64_t own) {
  const QSignalBlocker quiet(m_slider);
  m_values = values;
  m_own = own;
  m_slider->setRange(0, static_cast<int>(values.size()) - 1);
  m_slider->setMark(positionOf(own));
  setValue(own);
}

int KnobRow::positionOf(std::int64_t value) const {
  const auto found = std::find(m_values.begin(), m_values.end(), value);
  return static_cast<int>(found == m_values.end() ? 0 : found - m_values.begin());
}

void KnobRow::setValue(std::int64_t value) {
  const QSignalBlocker quiet(m_slider);
  // A value between two of the list finds its place in it.
  if (value != kNone && std::find(m_values.begin(), m_values.end(), value) == m_values.end()) {
    const auto end = m_values.back() == kNone ? m_values.end() - 1 : m_values.end();
    m_values.insert(std::lower_bound(m_values.begin(), end, value), value);
    m_slider->setMaximum(static_cast<int>(m_values.size()) - 1);
    m_slider->setMark(positionOf(m_own));
  }
  m_slider->setValue(positionOf(value));
  tell();
}

std::int64_t KnobRow::value() const {
  return m_values[static_cast<std::size_t>(m_slider->value())];
}

void KnobRow::tell() {
  const QString now = textOf(m_knob, value());
  m_value->setText(now);
  const QString own = textOf(m_knob, m_own);
  m_slider->setAccessibleDescription(value() == m_own ? tr("%1, as the project has it").arg(now)
                                                      : tr("%1; the project has %2").arg(now, own));
  m_slider->setToolTip(m_slider->accessibleDescription());
  restyle();
}

void KnobRow::restyle() {
  const bool changed = value() != m_own;
  QFont font = theme::Theme::instance().interfaceFont();
  m_title->setFont(font);
  font.setWeight(changed ? QFont::DemiBold : QFont::Normal);
  m_value->setFont(font);
  QPalette ink = m_value->palette();
  ink.setColor(QPalette::WindowText, theme::color(changed ? Role::Accent : Role::Text));
  m_value->setPalette(ink);
  layout()->setSpacing(px(2));
}

}  // namespace coldstart::whatif
