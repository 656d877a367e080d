// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A figure of the toolbar with its name under it: "0 / 1 000 — environments busy". Digits take
// equal width and the place only grows, so that nothing moves while the run plays.

#include <QWidget>

#include "app/theme/theme.h"

namespace coldstart::window {

class ReadOut : public QWidget {
  Q_OBJECT
 public:
  /// `widest` is a value as long as usual: its room is kept from the start.
  ReadOut(const QString& caption, const QString& shortCaption, const QString& widest,
          QWidget* parent);
  void setValue(const QString& value, theme::Role ink = theme::Role::Text);
  void setCompact(bool compact);
  [[nodiscard]] QString value() const { return m_value; }
  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  [[nodiscard]] QFont valueFont() const;
  QString m_caption;
  QString m_shortCaption;
  QString m_widest;
  QString m_value;
  theme::Role m_ink = theme::Role::Text;
  bool m_compact = false;
};

}  // namespace coldstart::window
