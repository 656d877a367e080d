// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Power tuning: average duration and cost of a million requests over the function's memory, with
// the cheapest, the fastest and the balanced size. A click takes a size.

#include <QWidget>
#include <optional>
#include <vector>

#include "core/simulate/compare.h"

namespace coldstart::whatif {

struct TunedSize {
  std::int32_t memoryMb = 0;
  simulate::TuningPoint point;  ///< Its cost is that of a million requests, in dollars.
};

class TuningChart : public QWidget {
  Q_OBJECT
 public:
  explicit TuningChart(QWidget* parent = nullptr);

  void show(std::vector<TunedSize> sizes);
  void setCurrent(std::int32_t memoryMb);  ///< Where the memory slider stands.
  [[nodiscard]] const std::vector<TunedSize>& sizes() const { return m_sizes; }
  /// "Cheapest and balanced: 1 769 MB. Fastest: 3 008 MB."
  [[nodiscard]] QString verdict() const;
  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override;

 signals:
  void chosen(qint32 memoryMb);

 protected:
  void paintEvent(QPaintEvent* event) override;
  bool event(QEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  [[nodiscard]] QRectF plot() const;
  [[nodiscard]] qreal xOf(std::size_t size) const;
  [[nodiscard]] std::optional<std::size_t> sizeAt(QPoint place) const;
  [[nodiscard]] QString cardOf(std::size_t size) const;
  void paintAxes(QPainter& painter) const;
  void paintCurve(QPainter& painter, double simulate::TuningPoint::*part, Qt::PenStyle style) const;
  void paintLegend(QPainter& painter) const;

  std::vector<TunedSize> m_sizes;
  std::optional<simulate::Tuning> m_best;
  std::int32_t m_current = 0;
};

}  // namespace coldstart::whatif
