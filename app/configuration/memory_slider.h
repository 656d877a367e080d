// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Memory from 128 MB to 10 240 MB on a logarithmic scale, with the marks that matter: small sizes
// have as much room as large ones, and dragging snaps to a mark nearby.

#include <QSlider>

namespace coldstart::configuration {

class MemorySlider : public QSlider {
  Q_OBJECT
 public:
  explicit MemorySlider(QWidget* parent = nullptr);

  void setMegabytes(int mb);  ///< Without emitting chosen().
  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override;

 signals:
  void chosen(int mb);

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  [[nodiscard]] int markX(int mb) const;
};

}  // namespace coldstart::configuration
