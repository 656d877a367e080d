// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/theme/icon.h"

#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace coldstart::theme {
namespace {

QPixmap render(const QString& name, const QColor& ink, QSize pixels) {
  const QString key = QStringLiteral("coldstart/%1/%2/%3x%4")
                          .arg(name, ink.name(QColor::HexArgb))
                          .arg(pixels.width())
                          .arg(pixels.height());
  QPixmap pixmap;
  if (QPixmapCache::find(key, &pixmap)) return pixmap;
  QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
  if (!file.open(QIODevice::ReadOnly)) {
    qWarning("There is no icon named %s.", qUtf8Printable(name));
    return {};
  }
  QByteArray svg = file.readAll();
  svg.replace("currentColor", ink.name().toLatin1());
  pixmap = QPixmap(pixels);
  pixmap.fill(Qt::transparent);
  QPainter painter(&pixmap);
  QSvgRenderer(svg).render(&painter, QRectF(QPointF(), QSizeF(pixels)));
  painter.end();
  QPixmapCache::insert(key, pixmap);
  return pixmap;
}

/// Draws with the colours in force at the moment of drawing, so that icons follow the theme.
class Engine : public QIconEngine {
 public:
  Engine(QString name, Role role) : m_name(std::move(name)), m_role(role) {}

  void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override {
    const qreal ratio = painter->device()->devicePixelRatioF();
    painter->drawPixmap(rect, scaledPixmap(rect.size() * ratio, mode, state, ratio));
  }
  QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
    return scaledPixmap(size, mode, state, 1);
  }
  QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State /*state*/,
                       qreal scale) override {
    const int side = qMin(size.width(), size.height());
    QPixmap pixmap =
        render(m_name, color(mode == QIcon::Disabled ? Role::Dim : m_role), QSize(side, side));
    pixmap.setDevicePixelRatio(scale);
    return pixmap;
  }
  [[nodiscard]] QIconEngine* clone() const override { return new Engine(m_name, m_role); }
  bool isNull() override { return false; }

 private:
  QString m_name;
  Role m_role;
};

}  // namespace

QIcon icon(const QString& name, Role role) {
  return QIcon(new Engine(name, role));
}

}  // namespace coldstart::theme
