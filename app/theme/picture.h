// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What a painted view shows, kept as pixels until something of it changes: whatever moves over it,
// a playhead or a selection, then costs a blit. Also where scan lines are written, because a
// rectangle a column of pixels would cost ten times that. For stage and charts.

#include <QImage>
#include <functional>

class QPainter;
class QWidget;

namespace coldstart::theme {

class Picture {
 public:
  /// What it shows is no longer true.
  void drop() { m_fresh = false; }
  /// Draws it over the whole widget; `paint` makes it anew when it was dropped or has another size.
  void draw(QPainter& painter, const QWidget& widget, const std::function<void(QImage&)>& paint);

 private:
  QImage m_image;
  bool m_fresh = false;
};

/// One row of pixels, to be written.
QRgb* pixelRow(QImage& image, int y);

}  // namespace coldstart::theme
