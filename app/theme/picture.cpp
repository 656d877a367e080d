// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/theme/picture.h"

#include <QPainter>
#include <QWidget>
#include <QtMath>

namespace coldstart::theme {

void Picture::draw(QPainter& painter, const QWidget& widget,
                   const std::function<void(QImage&)>& paint) {
  const qreal dpr = widget.devicePixelRatioF();
  const QSize pixels(qCeil(widget.width() * dpr), qCeil(widget.height() * dpr));
  if (m_image.size() != pixels || m_image.devicePixelRatio() != dpr) {
    m_image = QImage(pixels, QImage::Format_RGB32);
    m_image.setDevicePixelRatio(dpr);
    m_fresh = false;
  }
  if (!m_fresh) paint(m_image);
  m_fresh = true;
  painter.drawImage(0, 0, m_image);
}

QRgb* pixelRow(QImage& image, int y) {
  return reinterpret_cast<QRgb*>(image.scanLine(y));
}

}  // namespace coldstart::theme
