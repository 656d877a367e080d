// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/configuration/memory_slider.h"

#include <QPainter>
#include <QStyleOptionSlider>
#include <array>
#include <cmath>
#include <cstdlib>

#include "app/configuration/effects.h"
#include "app/theme/theme.h"
#include "core/project/quota.h"

namespace coldstart::configuration {
namespace {

using theme::color;
using theme::px;
using theme::Role;
using theme::Theme;

constexpr int kSteps = 1'000;
constexpr std::array kMarks{128, 512, 1'024, project::kOneVcpuMemoryMb, 10'240};

int smallest() {
  return static_cast<int>(project::quota("MemorySize").minimum);
}
int largest() {
  return static_cast<int>(project::quota("MemorySize").maximum);
}

int stepOf(int mb) {
  const double part = std::log(static_cast<double>(mb) / smallest()) /
                      std::log(static_cast<double>(largest()) / smallest());
  return static_cast<int>(std::lround(part * kSteps));
}

int megabytesAt(int step) {
  constexpr int kNear = 12;  // Steps from a mark that count as on it.
  for (const int mark : kMarks)
    if (std::abs(stepOf(mark) - step) <= kNear) return mark;
  const double ratio = static_cast<double>(largest()) / smallest();
  const double mb = smallest() * std::pow(ratio, static_cast<double>(step) / kSteps);
  const int grain = mb < 512 ? 16 : 64;
  return qBound(smallest(), static_cast<int>(std::lround(mb / grain)) * grain, largest());
}

}  // namespace

MemorySlider::MemorySlider(QWidget* parent) : QSlider(Qt::Horizontal, parent) {
  setRange(0, kSteps);
  setSingleStep(10);
  setPageStep(100);
  connect(this, &QSlider::valueChanged, this, [this](int step) { emit chosen(megabytesAt(step)); });
  connect(&Theme::instance(), &Theme::changed, this, [this] { updateGeometry(); });
}

void MemorySlider::setMegabytes(int mb) {
  const QSignalBlocker quiet(this);
  if (!isSliderDown()) setValue(stepOf(qBound(smallest(), mb, largest())));
}

QSize MemorySlider::sizeHint() const {
  return {px(240), px(36)};
}

QSize MemorySlider::minimumSizeHint() const {
  return {px(160), px(36)};
}

int MemorySlider::markX(int mb) const {
  const int knob = px(14);
  return knob / 2 + (width() - knob) * stepOf(mb) / kSteps;
}

void MemorySlider::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  QStyleOptionSlider option;
  initStyleOption(&option);
  option.rect = QRect(0, 0, width(), px(18));
  style()->drawComplexControl(QStyle::CC_Slider, &option, &painter, this);
  painter.setFont(Theme::instance().smallFont());
  int freeFrom = 0;
  for (const int mark : kMarks) {
    const int x = markX(mark);
    painter.setPen(color(Role::Dim));
    painter.drawLine(x, px(16), x, px(19));
    const QFontMetrics metrics = painter.fontMetrics();
    const QString number = count(mark);
    // The words after 1 769 stand behind it, so that the number itself is under its mark.
    const bool oneCpu = mark == project::kOneVcpuMemoryMb;
    const QString text = oneCpu ? tr("%1 = 1 vCPU").arg(number) : number;
    const int left = qBound(0, x - metrics.horizontalAdvance(number) / 2,
                            width() - metrics.horizontalAdvance(text));
    if (left < freeFrom) continue;
    freeFrom = left + metrics.horizontalAdvance(text) + px(4);
    painter.setPen(color(Role::Muted));
    painter.drawText(QRect(left, px(19), metrics.horizontalAdvance(text) + 1, px(16)),
                     Qt::AlignLeft | Qt::AlignVCenter, text);
  }
}

}  // namespace coldstart::configuration
