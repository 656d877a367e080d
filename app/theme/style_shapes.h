// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The few shapes that Style draws everything from: box, ring, chevron, and the controls made of
// them. For Style only.

#include <QColor>
#include <QRect>

#include "app/theme/theme.h"

class QPainter;
class QStyleOption;
class QStyleOptionButton;
class QStyleOptionMenuItem;
class QStyleOptionProgressBar;
class QStyleOptionTab;
class QStyleOptionViewItem;
class QWidget;

namespace coldstart::theme {

/// Whether the widget is the one to press: its dynamic property "primary" is true.
bool primary(const QWidget* widget);
/// Whether it has the focus and the keyboard brought it there.
bool keyboardFocus(const QStyleOption& option);
/// The colour of text and marks, dimmed when the control is disabled.
QColor ink(const QStyleOption& option, Role usual = Role::Muted);

void ring(QPainter& painter, const QRectF& rect, qreal radius);
void box(QPainter& painter, const QRect& rect, const QColor& fill, const QColor& border,
         qreal radius);
enum class Towards { Up, Down, Left, Right };
void chevron(QPainter& painter, const QRect& rect, Towards towards, const QColor& ink);

/// A push or tool button's surface; the same for both so that they stand in one line.
void drawButton(QPainter& painter, const QStyleOption& option, bool isPrimary, bool quiet);
/// Icon and words of a push button, centred together.
void drawButtonLabel(QPainter& painter, const QStyleOptionButton& button, bool isPrimary);
void drawTab(QPainter& painter, const QStyleOptionTab& tab);
void drawRow(QPainter& painter, const QStyleOptionViewItem& row, bool markSide);
void drawMenuBarItem(QPainter& painter, const QStyleOptionMenuItem& item);
void drawProgress(QPainter& painter, const QStyleOptionProgressBar& bar);
void drawFrame(QPainter& painter, const QRect& rect);

}  // namespace coldstart::theme
