// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Read this first in app/theme: the one table of colours, fonts and sizes. Nothing else in the
// program names a colour. A state is always colour and shape: init is hatched, frozen dashed,
// provisioned outlined, a throttle carries a cross, an error an exclamation mark.

#include <QBrush>
#include <QColor>
#include <QFont>
#include <QObject>
#include <QPalette>

namespace coldstart::theme {

enum class Role {
  Background,
  Panel,
  PanelHeader,
  Line,
  InnerLine,
  Text,
  Muted,
  Dim,
  Accent,
  OnAccent,  ///< Text on a surface of the accent colour.
  AccentBackground,
  Selection,
  Init,
  InitText,
  Busy,
  BusyText,
  Frozen,
  FrozenBackground,
  Provisioned,
  Throttle,
  Error,
  CodeKeyword,
  CodeString,
  CodeNumber,
  CodeComment,
  CodeFunction,
};
enum class Scheme { System, Light, Dark };

/// The look in force. One object lives as long as the application; widgets repaint on changed().
class Theme : public QObject {
  Q_OBJECT
 public:
  static Theme& instance();

  [[nodiscard]] QColor color(Role role) const { return color(role, dark()); }
  /// The colour of one theme whichever is in force: the Teach layout's caption bar is always dark.
  [[nodiscard]] static QColor color(Role role, bool ofDarkTheme);
  [[nodiscard]] bool dark() const;
  [[nodiscard]] Scheme scheme() const { return m_scheme; }
  void setScheme(Scheme scheme);

  /// Everything is drawn this many percent of its normal size: Ctrl + and −, the Teach layout
  /// (150).
  [[nodiscard]] int zoomPercent() const { return m_zoom; }
  void setZoomPercent(int percent);
  /// A length of the design (at 96 dpi) in the logical pixels of today: px(32) for a pane header.
  [[nodiscard]] int px(qreal designPixels) const;

  [[nodiscard]] QFont interfaceFont() const;  ///< Inter, 9.5 pt, tabular figures.
  [[nodiscard]] QFont codeFont() const;       ///< JetBrains Mono, 9 pt.
  [[nodiscard]] QFont captionFont() const;    ///< 8.5 pt semibold, spaced, for upper-case captions.
  [[nodiscard]] QFont headingFont() const;    ///< 10.5 pt semibold.
  [[nodiscard]] QFont smallFont() const;      ///< 8.5 pt.

  /// 45° hatching for init, a 6×6 tile, drawn over the init colour.
  [[nodiscard]] QBrush initHatch(qreal devicePixelRatio) const;
  [[nodiscard]] bool reducedMotion() const { return m_reducedMotion; }
  void setReducedMotion(bool on);

  /// Applies palette, style and fonts to the application. Called once at start, then by the
  /// setters.
  void apply();

 signals:
  void changed();

 private:
  Theme();
  [[nodiscard]] QFont font(qreal points, QFont::Weight weight) const;
  [[nodiscard]] QPalette palette() const;
  Scheme m_scheme = Scheme::System;
  int m_zoom = 100;
  bool m_reducedMotion = false;
  bool m_systemDark = false;
  bool m_applied = false;
  QString m_interfaceFamily;
  QString m_codeFamily;
};

inline QColor color(Role role) {
  return Theme::instance().color(role);
}
inline int px(qreal designPixels) {
  return Theme::instance().px(designPixels);
}

}  // namespace coldstart::theme
