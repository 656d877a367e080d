// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/read_out.h"

#include <QPainter>

#include "app/theme/figures.h"

namespace coldstart::window {

using theme::color;
using theme::px;
using theme::Role;

ReadOut::ReadOut(const QString& caption, const QString& shortCaption, const QString& widest,
                 QWidget* parent)
    : QWidget(parent), m_caption(caption), m_shortCaption(shortCaption), m_widest(widest) {
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
  setToolTip(caption);
}

void ReadOut::setValue(const QString& value, Role ink) {
  if (value == m_value && ink == m_ink) return;
  m_value = value;
  m_ink = ink;
  setAccessibleName(tr("%1: %2").arg(m_caption, value));
  const QFontMetrics metrics(valueFont());
  if (theme::figuresWidth(metrics, value) > theme::figuresWidth(metrics, m_widest)) {
    m_widest = value;
    updateGeometry();
  }
  update();
}

void ReadOut::setCompact(bool compact) {
  if (compact == m_compact) return;
  m_compact = compact;
  updateGeometry();
  update();
}

QFont ReadOut::valueFont() const {
  QFont font = theme::Theme::instance().interfaceFont();
  font.setWeight(QFont::DemiBold);
  return font;
}

QSize ReadOut::sizeHint() const {
  const QFontMetrics figures(valueFont());
  const QFontMetrics words(theme::Theme::instance().smallFont());
  const int caption = words.horizontalAdvance(m_compact ? m_shortCaption : m_caption);
  return {qMax(theme::figuresWidth(figures, m_widest), caption) + px(2),
          figures.height() + words.height() - px(2)};
}

void ReadOut::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  painter.setFont(valueFont());
  painter.setPen(color(m_ink));
  theme::drawFigures(painter, rect(), Qt::AlignLeft | Qt::AlignTop, m_value);
  painter.setFont(theme::Theme::instance().smallFont());
  painter.setPen(color(Role::Muted));
  painter.drawText(rect(), Qt::AlignLeft | Qt::AlignBottom, m_compact ? m_shortCaption : m_caption);
}

}  // namespace coldstart::window
