// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/theme/style.h"

#include <QPainter>
#include <QStyleFactory>
#include <QStyleOption>
#include <QTabBar>
#include <QWidget>

#include "app/theme/icon.h"
#include "app/theme/style_shapes.h"
#include "app/theme/theme.h"

namespace coldstart::theme {
Style::Style() : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion"))) {}

int Style::pixelMetric(PixelMetric metric, const QStyleOption* option,
                       const QWidget* widget) const {
  switch (metric) {
    case PM_ScrollBarExtent:
      return px(10);
    case PM_ScrollBarSliderMin:
      return px(24);
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_ListViewIconSize:
    case PM_TabBarIconSize:
      return px(16);
    case PM_ToolBarIconSize:
      return px(20);
    case PM_DockWidgetSeparatorExtent:
    case PM_SplitterWidth:
      return px(4);
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
      return px(8);
    case PM_LayoutLeftMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutBottomMargin:
      return px(12);
    case PM_TreeViewIndentation:
      return px(16);
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_TabBarTabShiftHorizontal:
    case PM_TabBarTabShiftVertical:
    case PM_TabBarBaseOverlap:
    case PM_TabBarTabOverlap:
    case PM_DockWidgetFrameWidth:
    case PM_ScrollView_ScrollBarOverlap:
      return 0;
    case PM_TabBarTabHSpace:
      return px(widget && widget->property("tight").toBool() ? 4 : 24);
    case PM_MenuVMargin:
    case PM_MenuHMargin:
      return px(4);
    case PM_MenuBarHMargin:
      return px(8);
    case PM_MenuBarItemSpacing:
      return px(4);
    case PM_SliderThickness:
    case PM_SliderControlThickness:
    case PM_SliderLength:
      return px(14);
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
      return px(16);
    default:
      return QProxyStyle::pixelMetric(metric, option, widget);
  }
}

QRect Style::subElementRect(SubElement element, const QStyleOption* option,
                            const QWidget* widget) const {
  const QRect rect = QProxyStyle::subElementRect(element, option, widget);
  if (element != SE_LineEditContents) return rect;
  const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
  const int inset = frame && frame->lineWidth > 0 ? px(4) : 0;
  return rect.adjusted(inset, 0, -inset, 0);
}

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex* option,
                            SubControl part, const QWidget* widget) const {
  const QRect rect = QProxyStyle::subControlRect(control, option, part, widget);
  const QRect& all = option->rect;
  const int arrow = px(24);
  if (control == CC_ComboBox && part == SC_ComboBoxArrow)
    return visualRect(option->direction, all,
                      QRect(all.right() - arrow + 1, all.top(), arrow, all.height()));
  if (control == CC_ComboBox && part == SC_ComboBoxEditField)
    return visualRect(option->direction, all, all.adjusted(px(5), px(2), -arrow, -px(2)));
  if (control == CC_SpinBox && part == SC_SpinBoxEditField)
    return visualRect(option->direction, all, all.adjusted(px(6), px(2), -px(18), -px(2)));
  const bool up = part == SC_SpinBoxUp;
  if (control == CC_SpinBox && (up || part == SC_SpinBoxDown)) {
    const int middle = all.top() + all.height() / 2;
    const QRect half(all.right() - px(18), up ? all.top() + px(2) : middle, px(16),
                     all.height() / 2 - px(2));
    return visualRect(option->direction, all, half);
  }
  return rect;
}

int Style::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                     QStyleHintReturn* returned) const {
  switch (hint) {
    case SH_Widget_Animation_Duration:  // Only what the journal says moves.
    case SH_EtchDisabledText:
    case SH_ComboBox_Popup:
    case SH_TabBar_Alignment:
    case SH_UnderlineShortcut:
      return 0;
    case SH_ItemView_ShowDecorationSelected:
    case SH_Slider_AbsoluteSetButtons:
      return hint == SH_Slider_AbsoluteSetButtons ? static_cast<int>(Qt::LeftButton) : 1;
    case SH_ToolTip_WakeUpDelay:
      return 400;
    default:
      return QProxyStyle::styleHint(hint, option, widget, returned);
  }
}

/// Our own signs where widgets ask for them. Qt's would be read from the desktop's icon theme and
/// from PNG files, for which every plug-in for pictures is loaded before the first frame.
QIcon Style::standardIcon(StandardPixmap pixmap, const QStyleOption* option,
                          const QWidget* widget) const {
  switch (pixmap) {
    case SP_LineEditClearButton:
    case SP_TitleBarCloseButton:
      return icon(QStringLiteral("cross"), Role::Muted);
    case SP_TitleBarNormalButton:
      return icon(QStringLiteral("float"), Role::Muted);
    case SP_ToolBarHorizontalExtensionButton:
      return icon(QStringLiteral("more"), Role::Text);
    default:
      return QProxyStyle::standardIcon(pixmap, option, widget);
  }
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                              const QWidget* widget) const {
  QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
  switch (type) {
    case CT_PushButton:
      result.setWidth(qMax(size.width() + px(28), px(28)));
      result.setHeight(qMax(px(28), size.height() + px(8)));
      break;
    case CT_ToolButton:
      result.setHeight(qMax(px(22), qMin(result.height(), size.height() + px(8))));
      break;
    case CT_LineEdit:
    case CT_SpinBox:
      result.setHeight(qMax(px(26), size.height() + px(4)));
      break;
    case CT_ComboBox:
      result.setHeight(qMax(px(26), size.height() + px(4)));
      result.setWidth(size.width() + px(34));
      break;
    case CT_ItemViewItem:
      result.setHeight(qMax(result.height(), px(22)));
      break;
    case CT_MenuItem:
      if (const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option);
          item && item->menuItemType != QStyleOptionMenuItem::Separator)
        result.setHeight(qMax(result.height(), px(26)));
      break;
    case CT_MenuBarItem:
      result.setHeight(qMax(result.height(), px(24)));
      break;
    case CT_HeaderSection:
      result.setHeight(qMax(result.height(), px(22)));
      break;
    case CT_TabBarTab: {
      // Room for the bold form, so that choosing a tab does not move its neighbours.
      const auto* tab = qstyleoption_cast<const QStyleOptionTab*>(option);
      if (tab && widget) {
        QFont bold = widget->font();
        bold.setWeight(QFont::DemiBold);
        const bool tight = widget->property("tight").toBool();
        result.setWidth(QFontMetrics(bold).horizontalAdvance(tab->text) + px(tight ? 12 : 24));
        result.setHeight(px(31));
      }
      break;
    }
    default:
      break;
  }
  return result;
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                          const QWidget* widget) const {
  switch (element) {
    case PE_FrameFocusRect:
      if (keyboardFocus(*option)) ring(*painter, option->rect, px(4));
      return;
    case PE_PanelLineEdit: {
      const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
      if (frame && frame->lineWidth <= 0) {
        painter->fillRect(option->rect, color(Role::Panel));
        return;
      }
      const bool enabled = option->state.testFlag(State_Enabled);
      box(*painter, option->rect, color(enabled ? Role::Panel : Role::PanelHeader),
          color(Role::Line), px(4));
      if (option->state.testFlag(State_HasFocus)) ring(*painter, option->rect, px(4));
      return;
    }
    case PE_FrameLineEdit:
    case PE_FrameTabWidget:
    case PE_FrameTabBarBase:
    case PE_FrameStatusBarItem:
    case PE_IndicatorDockWidgetResizeHandle:
      return;
    case PE_Frame:
      drawFrame(*painter, option->rect);
      return;
    case PE_FrameMenu:
    case PE_PanelTipLabel:
      if (element == PE_PanelTipLabel) painter->fillRect(option->rect, color(Role::Panel));
      drawFrame(*painter, option->rect);
      return;
    case PE_PanelMenu:
    case PE_PanelScrollAreaCorner:
      painter->fillRect(option->rect, color(Role::Panel));
      return;
    case PE_PanelButtonTool:
      drawButton(*painter, *option, primary(widget), option->state.testFlag(State_AutoRaise));
      return;
    case PE_IndicatorArrowDown:
      chevron(*painter, option->rect, Towards::Down, ink(*option));
      return;
    case PE_IndicatorArrowUp:
      chevron(*painter, option->rect, Towards::Up, ink(*option));
      return;
    case PE_IndicatorArrowLeft:
      chevron(*painter, option->rect, Towards::Left, ink(*option));
      return;
    case PE_IndicatorArrowRight:
      chevron(*painter, option->rect, Towards::Right, ink(*option));
      return;
    case PE_IndicatorBranch:
      if (option->state.testFlag(State_Children)) {
        chevron(*painter, option->rect,
                option->state.testFlag(State_Open) ? Towards::Down : Towards::Right, ink(*option));
      }
      return;
    case PE_PanelItemViewRow:
    case PE_PanelItemViewItem:
      if (const auto* row = qstyleoption_cast<const QStyleOptionViewItem*>(option)) {
        drawRow(*painter, *row, widget && widget->inherits("QTreeView"));
      }
      return;
    default:
      QProxyStyle::drawPrimitive(element, option, painter, widget);
  }
}

void Style::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                        const QWidget* widget) const {
  switch (element) {
    case CE_PushButtonBevel:
      if (const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option)) {
        drawButton(*painter, *option, primary(widget),
                   button->features.testFlag(QStyleOptionButton::Flat));
        if (button->features.testFlag(QStyleOptionButton::HasMenu)) {
          const QRect r = option->rect;
          chevron(*painter, QRect(r.right() - px(18), r.top(), px(12), r.height()), Towards::Down,
                  ink(*option));
        }
      }
      return;
    case CE_PushButtonLabel:
      if (const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option))
        drawButtonLabel(*painter, *button, primary(widget));
      return;
    case CE_ToolButtonLabel:
      if (const auto* button = qstyleoption_cast<const QStyleOptionToolButton*>(option)) {
        QStyleOptionToolButton label = *button;
        if (primary(widget) && option->state.testFlag(State_Enabled))
          label.palette.setColor(QPalette::ButtonText, color(Role::OnAccent));
        else if (option->state.testFlag(State_On))
          label.palette.setColor(QPalette::ButtonText, color(Role::Accent));
        QProxyStyle::drawControl(element, &label, painter, widget);
      }
      return;
    case CE_ComboBoxLabel:
      if (const auto* box = qstyleoption_cast<const QStyleOptionComboBox*>(option)) {
        QStyleOptionComboBox label(*box);
        int room = subControlRect(CC_ComboBox, box, SC_ComboBoxEditField, widget).width() - px(2);
        if (!box->currentIcon.isNull()) room -= box->iconSize.width() + px(4);
        label.currentText = box->fontMetrics.elidedText(box->currentText, Qt::ElideRight, room);
        QProxyStyle::drawControl(element, &label, painter, widget);
      }
      return;
    case CE_TabBarTab:
      if (const auto* tab = qstyleoption_cast<const QStyleOptionTab*>(option))
        drawTab(*painter, *tab);
      return;
    case CE_MenuBarEmptyArea:
    case CE_ToolBar:
      painter->fillRect(option->rect, color(Role::PanelHeader));
      return;
    case CE_MenuBarItem:
      if (const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option))
        drawMenuBarItem(*painter, *item);
      return;
    case CE_Splitter:
      return;
    case CE_HeaderSection:
      painter->fillRect(option->rect, color(Role::PanelHeader));
      painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1),
                        color(Role::Line));
      return;
    case CE_HeaderEmptyArea:
      painter->fillRect(option->rect, color(Role::PanelHeader));
      return;
    case CE_ProgressBarGroove:
      box(*painter, option->rect, color(Role::InnerLine), Qt::transparent, px(3));
      return;
    case CE_ProgressBarContents:
      if (const auto* bar = qstyleoption_cast<const QStyleOptionProgressBar*>(option))
        drawProgress(*painter, *bar);
      return;
    default:
      QProxyStyle::drawControl(element, option, painter, widget);
  }
}

void Style::drawComboBox(const QStyleOptionComplex& option, QPainter& painter,
                         const QWidget* widget) const {
  QStyleOption surface = option;
  surface.state.setFlag(State_Sunken, false);
  surface.state.setFlag(State_On, false);
  drawButton(painter, surface, false, false);
  const QRect arrow = subControlRect(CC_ComboBox, &option, SC_ComboBoxArrow, widget);
  chevron(painter, arrow, Towards::Down, ink(option));
}

void Style::drawSpinBox(const QStyleOptionComplex& option, QPainter& painter,
                        const QWidget* widget) const {
  const bool enabled = option.state.testFlag(State_Enabled);
  box(painter, option.rect, color(enabled ? Role::Panel : Role::PanelHeader), color(Role::Line),
      px(4));
  if (option.state.testFlag(State_HasFocus)) ring(painter, option.rect, px(4));
  const QRect up = subControlRect(CC_SpinBox, &option, SC_SpinBoxUp, widget);
  const QRect down = subControlRect(CC_SpinBox, &option, SC_SpinBoxDown, widget);
  chevron(painter, up, Towards::Up, ink(option));
  chevron(painter, down, Towards::Down, ink(option));
}

void Style::drawScrollBar(const QStyleOptionComplex& option, QPainter& painter,
                          const QWidget* widget) const {
  painter.fillRect(option.rect, color(Role::Panel));
  const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(&option);
  if (!bar || bar->maximum <= bar->minimum) return;
  QRect handle = subControlRect(CC_ScrollBar, &option, SC_ScrollBarSlider, widget);
  const int inset = px(2);
  handle.adjust(inset, inset, -inset, -inset);
  QColor fill = color(Role::Dim);
  const bool active = option.state.testFlag(State_MouseOver) || option.activeSubControls != 0;
  fill.setAlphaF(active ? 0.9F : 0.5F);
  box(painter, handle, fill, Qt::transparent, qMin(handle.width(), handle.height()) / 2.0);
}

void Style::drawSlider(const QStyleOptionComplex& option, QPainter& painter,
                       const QWidget* widget) const {
  QRect groove = option.rect;
  const QRect handle = subControlRect(CC_Slider, &option, SC_SliderHandle, widget);
  const int thick = px(6);
  const bool across = option.state.testFlag(State_Horizontal);
  if (across)
    groove = QRect(groove.left(), groove.center().y() - thick / 2, groove.width(), thick);
  else
    groove = QRect(groove.center().x() - thick / 2, groove.top(), thick, groove.height());
  box(painter, groove, color(Role::Line), Qt::transparent, thick / 2.0);
  QRect done = groove;
  if (across)
    done.setRight(handle.center().x());
  else
    done.setTop(handle.center().y());
  const QColor accent = ink(option, Role::Accent);
  box(painter, done, accent, Qt::transparent, thick / 2.0);
  const int size = px(14);
  const QRect knob(handle.center() - QPoint(size / 2, size / 2), QSize(size, size));
  box(painter, knob, color(Role::Panel), accent, size / 2.0);
  if (keyboardFocus(option)) ring(painter, knob, size / 2.0);
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option,
                               QPainter* painter, const QWidget* widget) const {
  switch (control) {
    case CC_ComboBox:
      return drawComboBox(*option, *painter, widget);
    case CC_SpinBox:
      return drawSpinBox(*option, *painter, widget);
    case CC_ScrollBar:
      return drawScrollBar(*option, *painter, widget);
    case CC_Slider:
      return drawSlider(*option, *painter, widget);
    default:
      QProxyStyle::drawComplexControl(control, option, painter, widget);
  }
}

}  // namespace coldstart::theme
