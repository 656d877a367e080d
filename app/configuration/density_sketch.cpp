// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/configuration/density_sketch.h"

#include <QPainter>
#include <algorithm>
#include <cmath>
#include <vector>

namespace coldstart::configuration {
namespace {

using theme::color;
using theme::px;
using theme::Role;
using Kind = project::Distribution::Kind;

constexpr int kPoints = 64;
constexpr double kZ99 = 2.3263478740408408;  ///< The 99th percentile of the standard normal.

/// Relative density at `x` of a distribution whose picture ends at `end`.
double density(const project::Distribution& d, double x) {
  const auto a = static_cast<double>(d.a);
  const auto b = static_cast<double>(d.b);
  if (d.kind == Kind::Exponential) return a > 0 ? std::exp(-x / a) : 0;
  if (d.kind == Kind::Uniform) return x >= a && x <= b ? 0.7 : 0;
  if (x <= 0 || a <= 0) return 0;
  const double sigma = std::max(0.02, std::log(std::max(b, a) / a) / kZ99);
  const double z = (std::log(x) - std::log(a)) / sigma;
  return std::exp(-z * z / 2) / x;
}

double endOf(const project::Distribution& d) {
  const auto a = static_cast<double>(d.a);
  const auto b = static_cast<double>(d.b);
  if (d.kind == Kind::Exponential) return a * 4.605;
  if (d.kind == Kind::Empirical)
    return d.values.empty()
               ? 1
               : static_cast<double>(*std::max_element(d.values.begin(), d.values.end())) * 1.05;
  return std::max(a, b) * 1.15;
}

std::vector<double> heights(const project::Distribution& d, double end) {
  std::vector<double> values(kPoints, 0);
  if (d.kind == Kind::Empirical) {
    for (const std::int64_t value : d.values) {
      const double part = static_cast<double>(value) / end;
      values[static_cast<std::size_t>(std::clamp(part, 0.0, 0.999) * kPoints)] += 1;
    }
  } else if (d.kind == Kind::Constant) {
    values[static_cast<std::size_t>(kPoints / 1.15) - 1] = 1;
  } else {
    for (std::size_t i = 0; i < kPoints; ++i)
      values[i] = density(d, end * (static_cast<double>(i) + 0.5) / kPoints);
  }
  const double top = *std::max_element(values.begin(), values.end());
  for (double& value : values) value = top > 0 ? value / top : 0;
  return values;
}

}  // namespace

DensitySketch::DensitySketch(Role role, QWidget* parent) : QWidget(parent), m_role(role) {
  setAccessibleName(tr("Shape of the distribution"));
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
  connect(&theme::Theme::instance(), &theme::Theme::changed, this, [this] {
    updateGeometry();
    update();
  });
}

void DensitySketch::present(const project::Distribution& distribution) {
  m_distribution = distribution;
  update();
}

QSize DensitySketch::sizeHint() const {
  return {px(92), px(28)};
}

QPolygonF DensitySketch::outline(const QRectF& area) const {
  const std::vector<double> values = heights(m_distribution, endOf(m_distribution));
  QPolygonF shape;
  shape << area.bottomLeft();
  const double width = area.width() / kPoints;
  const bool bars = m_distribution.kind == Kind::Empirical || m_distribution.kind == Kind::Constant;
  for (std::size_t i = 0; i < values.size(); ++i) {
    const double left = area.left() + static_cast<double>(i) * width;
    const double y = area.bottom() - values[i] * area.height();
    if (bars)
      shape << QPointF(left, y) << QPointF(left + width, y);
    else
      shape << QPointF(left + width / 2, y);
  }
  shape << area.bottomRight();
  return shape;
}

void DensitySketch::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const QRectF area = QRectF(rect()).adjusted(1, 2, -1, -1.5);
  QColor fill = color(m_role);
  fill.setAlphaF(0.35F);
  painter.setBrush(fill);
  painter.setPen(Qt::NoPen);
  painter.drawPolygon(outline(area));
  painter.setBrush(Qt::NoBrush);
  painter.setPen(QPen(color(m_role), 1.5));
  painter.drawPolyline(outline(area));
  painter.setPen(QPen(color(Role::Line), 1));
  painter.drawLine(area.bottomLeft(), area.bottomRight());
}

}  // namespace coldstart::configuration
