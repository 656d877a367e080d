// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/theme/style_shapes.h"

#include <QPainter>
#include <QPainterPath>
#include <QStyleOption>

#include "app/theme/theme.h"

namespace coldstart::theme {

bool primary(const QWidget* widget) {
  return widget && widget->property("primary").toBool();
}

bool keyboardFocus(const QStyleOption& option) {
  return option.state.testFlag(QStyle::State_HasFocus) &&
         option.state.testFlag(QStyle::State_KeyboardFocusChange);
}

void ring(QPainter& painter, const QRectF& rect, qreal radius) {
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setBrush(Qt::NoBrush);
  painter.setPen(QPen(color(Role::Accent), px(2)));
  painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), radius, radius);
  painter.restore();
}

void box(QPainter& painter, const QRect& rect, const QColor& fill, const QColor& border,
         qreal radius) {
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setBrush(fill.alpha() == 0 ? QBrush(Qt::NoBrush) : QBrush(fill));
  painter.setPen(border.alpha() == 0 ? QPen(Qt::NoPen) : QPen(border, 1));
  painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
  painter.restore();
}

void chevron(QPainter& painter, const QRect& rect, Towards towards, const QColor& ink) {
  const QPointF c = QRectF(rect).center();
  const qreal a = px(3.5);
  const qreal b = a / 2;
  QPainterPath path;
  switch (towards) {
    case Towards::Down:
      path.moveTo(c.x() - a, c.y() - b);
      path.lineTo(c.x(), c.y() + b);
      path.lineTo(c.x() + a, c.y() - b);
      break;
    case Towards::Up:
      path.moveTo(c.x() - a, c.y() + b);
      path.lineTo(c.x(), c.y() - b);
      path.lineTo(c.x() + a, c.y() + b);
      break;
    case Towards::Right:
      path.moveTo(c.x() - b, c.y() - a);
      path.lineTo(c.x() + b, c.y());
      path.lineTo(c.x() - b, c.y() + a);
      break;
    case Towards::Left:
      path.moveTo(c.x() + b, c.y() - a);
      path.lineTo(c.x() - b, c.y());
      path.lineTo(c.x() + b, c.y() + a);
      break;
  }
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setBrush(Qt::NoBrush);
  painter.setPen(QPen(ink, px(1.5), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  painter.drawPath(path);
  painter.restore();
}

QColor ink(const QStyleOption& option, Role usual) {
  return color(option.state.testFlag(QStyle::State_Enabled) ? usual : Role::Dim);
}

void drawButton(QPainter& painter, const QStyleOption& option, bool isPrimary, bool quiet) {
  const bool enabled = option.state.testFlag(QStyle::State_Enabled);
  const bool down = option.state.testFlag(QStyle::State_Sunken);
  const bool over = enabled && option.state.testFlag(QStyle::State_MouseOver);
  const bool on = option.state.testFlag(QStyle::State_On);
  QColor fill = color(over ? Role::PanelHeader : Role::Panel);
  QColor border = color(Role::Line);
  if (quiet && !over && !down && !on) fill = border = Qt::transparent;
  if (down || on) fill = color(Role::AccentBackground);
  if (isPrimary && enabled) {
    fill = color(Role::Accent);
    if (over) fill = fill.lighter(108);
    if (down) fill = fill.darker(112);
    border = fill;
  }
  box(painter, option.rect, fill, border, px(5));
  if (keyboardFocus(option)) ring(painter, option.rect, px(5));
}

void drawButtonLabel(QPainter& painter, const QStyleOptionButton& button, bool isPrimary) {
  const bool menu = button.features.testFlag(QStyleOptionButton::HasMenu);
  const QRect room = button.rect.adjusted(px(4), 0, menu ? -px(18) : -px(4), 0);
  const bool enabled = button.state.testFlag(QStyle::State_Enabled);
  const int gap = button.icon.isNull() || button.text.isEmpty() ? 0 : px(7);
  const int side = button.icon.isNull() ? 0 : button.iconSize.width();
  painter.save();
  QFont font = painter.font();
  if (isPrimary) font.setWeight(QFont::DemiBold);
  painter.setFont(font);
  const QSize words = painter.fontMetrics().size(Qt::TextShowMnemonic, button.text);
  int x = room.left() + qMax(0, (room.width() - side - gap - words.width()) / 2);
  if (side > 0) {
    button.icon.paint(&painter, x, room.center().y() - side / 2 + 1, side, side, Qt::AlignCenter,
                      enabled ? QIcon::Normal : QIcon::Disabled);
    x += side + gap;
  }
  const bool on = button.state.testFlag(QStyle::State_On);
  painter.setPen(ink(button, isPrimary ? Role::OnAccent : on ? Role::Accent : Role::Text));
  painter.drawText(QRect(x, room.top(), room.right() - x + 1, room.height()),
                   Qt::AlignLeft | Qt::AlignVCenter | Qt::TextShowMnemonic | Qt::TextHideMnemonic,
                   button.text);
  painter.restore();
}

void drawTab(QPainter& painter, const QStyleOptionTab& tab) {
  const bool current = tab.state.testFlag(QStyle::State_Selected);
  if (current) {
    QRect line = tab.rect;
    line.setTop(line.bottom() - px(2) + 1);
    painter.fillRect(line, color(Role::Accent));
  }
  const bool over = tab.state.testFlag(QStyle::State_MouseOver);
  QFont font = painter.font();
  font.setWeight(current ? QFont::DemiBold : QFont::Normal);
  painter.save();
  painter.setFont(font);
  painter.setPen(ink(tab, current || over ? Role::Text : Role::Muted));
  painter.drawText(tab.rect, Qt::AlignCenter | Qt::TextShowMnemonic | Qt::TextHideMnemonic,
                   tab.text);
  painter.restore();
  if (keyboardFocus(tab)) ring(painter, tab.rect.adjusted(px(2), px(4), -px(2), -px(4)), px(4));
}

void drawRow(QPainter& painter, const QStyleOptionViewItem& row, bool markSide) {
  if (!row.state.testFlag(QStyle::State_Selected)) {
    if (row.backgroundBrush.style() != Qt::NoBrush)
      painter.fillRect(row.rect, row.backgroundBrush);
    else if (row.state.testFlag(QStyle::State_MouseOver))
      painter.fillRect(row.rect, color(Role::PanelHeader));
    return;
  }
  painter.fillRect(row.rect, color(Role::Selection));
  if (markSide && row.rect.left() <= 0) {
    painter.fillRect(QRect(row.rect.left(), row.rect.top(), px(3), row.rect.height()),
                     color(Role::Accent));
  }
}

void drawMenuBarItem(QPainter& painter, const QStyleOptionMenuItem& item) {
  painter.fillRect(item.rect, color(Role::PanelHeader));
  if (item.state.testFlag(QStyle::State_Selected)) {
    box(painter, item.rect.adjusted(0, px(2), 0, -px(2)), color(Role::Selection), Qt::transparent,
        px(4));
  }
  painter.setPen(ink(item, Role::Text));
  painter.drawText(item.rect, Qt::AlignCenter | Qt::TextShowMnemonic | Qt::TextHideMnemonic,
                   item.text);
}

void drawProgress(QPainter& painter, const QStyleOptionProgressBar& bar) {
  QRect done = bar.rect;
  const int span = qMax(1, bar.maximum - bar.minimum);
  done.setWidth(static_cast<int>(qint64{done.width()} * (bar.progress - bar.minimum) / span));
  if (bar.maximum > bar.minimum && done.width() > 0)
    box(painter, done, color(Role::Accent), Qt::transparent, px(3));
}

void drawFrame(QPainter& painter, const QRect& rect) {
  painter.save();
  painter.setPen(color(Role::Line));
  painter.setBrush(Qt::NoBrush);
  painter.drawRect(rect.adjusted(0, 0, -1, -1));
  painter.restore();
}

}  // namespace coldstart::theme
