// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Fusion with this design's lines: flat surfaces, one border, rounded corners, a 2 px accent ring
// on keyboard focus. Theme installs it; nothing else includes it. A QPushButton or QToolButton
// whose dynamic property "primary" is true is filled with the accent colour; a QTabBar is a row of
// words, the current one underlined; its property "tight" takes the air between them.

#include <QProxyStyle>

class QPainter;

namespace coldstart::theme {

class Style : public QProxyStyle {
  Q_OBJECT
 public:
  Style();

  /// The text of a field or a list stands off its frame, at every size.
  QRect subElementRect(SubElement element, const QStyleOption* option,
                       const QWidget* widget) const override;
  QRect subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part,
                       const QWidget* widget) const override;
  int pixelMetric(PixelMetric metric, const QStyleOption* option,
                  const QWidget* widget) const override;
  int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                QStyleHintReturn* returned) const override;
  QIcon standardIcon(StandardPixmap pixmap, const QStyleOption* option,
                     const QWidget* widget) const override;
  QSize sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                         const QWidget* widget) const override;
  void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                     const QWidget* widget) const override;
  void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                   const QWidget* widget) const override;
  void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option,
                          QPainter* painter, const QWidget* widget) const override;

 private:
  void drawComboBox(const QStyleOptionComplex& option, QPainter& painter,
                    const QWidget* widget) const;
  void drawSpinBox(const QStyleOptionComplex& option, QPainter& painter,
                   const QWidget* widget) const;
  void drawScrollBar(const QStyleOptionComplex& option, QPainter& painter,
                     const QWidget* widget) const;
  void drawSlider(const QStyleOptionComplex& option, QPainter& painter,
                  const QWidget* widget) const;
};

}  // namespace coldstart::theme
