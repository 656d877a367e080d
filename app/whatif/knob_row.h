// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// One slider of the what-if pane: title, the value it stands at, and a mark at the value that the
// project has. It steps through a list of values, so small and large ones have equal room.

#include <QSlider>
#include <QWidget>

#include "app/whatif/knobs.h"

class QLabel;

namespace coldstart::whatif {

/// A slider with a mark on its groove.
class MarkedSlider : public QSlider {
  Q_OBJECT
 public:
  explicit MarkedSlider(QWidget* parent = nullptr);
  void setMark(int position);
  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;

 private:
  int m_mark = 0;
};

class KnobRow : public QWidget {
  Q_OBJECT
 public:
  KnobRow(Knob knob, QWidget* parent);

  /// The values it may take, and which of them the project has.
  void offer(const std::vector<std::int64_t>& values, std::int64_t own);
  void setValue(std::int64_t value);  ///< Without emitting turned().
  [[nodiscard]] std::int64_t value() const;
  [[nodiscard]] Knob knob() const { return m_knob; }

 signals:
  void turned();

 private:
  void tell();
  void restyle();
  [[nodiscard]] int positionOf(std::int64_t value) const;

  Knob m_knob;
  std::vector<std::int64_t> m_values{0};
  std::int64_t m_own = 0;
  QLabel* m_title;
  QLabel* m_value;
  MarkedSlider* m_slider;
};

}  // namespace coldstart::whatif
