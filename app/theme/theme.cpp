// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/theme/theme.h"

#include <QApplication>
#include <QFontDatabase>
#include <QPainter>
#include <QPixmap>
#include <QScreen>
#include <QToolTip>
#include <QtMath>
#include <array>

#include "app/theme/style.h"

namespace coldstart::theme {
namespace {

struct Row {
  QRgb light;
  QRgb dark;
};

/// design/mock/tokens.md, in the order of Role.
constexpr std::array<Row, 26> kColours{{
    {0xffeef0f3, 0xff13151a},  // Background
    {0xffffffff, 0xff1b1e24},  // Panel
    {0xfff7f8fa, 0xff20242b},  // PanelHeader
    {0xffd9dde3, 0xff2d323b},  // Line
    {0xffe8eaee, 0xff262b33},  // InnerLine
    {0xff1b1f24, 0xffe4e7eb},  // Text
    {0xff5a6472, 0xff9aa5b4},  // Muted
    {0xff8b95a3, 0xff6d7786},  // Dim
    {0xff3451d1, 0xff8ea2ff},  // Accent
    {0xffffffff, 0xff13151a},  // OnAccent
    {0xffe8ecfd, 0xff262d4a},  // AccentBackground
    {0xffdfe6ff, 0xff2a3358},  // Selection
    {0xffe69f00, 0xfff0b429},  // Init
    {0xff7a5200, 0xfff6cf73},  // InitText
    {0xff009e73, 0xff1fc296},  // Busy
    {0xff00634a, 0xff6fe0c0},  // BusyText
    {0xff8da3b5, 0xff6d8396},  // Frozen
    {0xffe3e9ee, 0xff29313a},  // FrozenBackground
    {0xff56b4e9, 0xff6cc3f5},  // Provisioned
    {0xffd55e00, 0xfff2762e},  // Throttle
    {0xffa8478a, 0xffd884b9},  // Error
    {0xff8f2ba8, 0xffd7a1e8},  // CodeKeyword
    {0xff1f7a3f, 0xff8fd6a6},  // CodeString
    {0xffa14b00, 0xfff0b37a},  // CodeNumber
    {0xff7b8794, 0xff7b8794},  // CodeComment
    {0xff1f4fbf, 0xff8fb2ff},  // CodeFunction
}};
static_assert(kColours.size() == static_cast<std::size_t>(Role::CodeFunction) + 1);

QString firstInstalled(const QStringList& families, QFontDatabase::SystemFont otherwise) {
  for (const QString& family : families) {
    if (QFontDatabase::hasFamily(family)) return family;
  }
  return QFontDatabase::systemFont(otherwise).family();
}

}  // namespace

Theme::Theme() {
  // Qt 6.4 does not tell the desktop's scheme; its first palette does.
  m_systemDark = QGuiApplication::palette().color(QPalette::Window).lightness() < 128;
  m_interfaceFamily = firstInstalled({QStringLiteral("Inter")}, QFontDatabase::GeneralFont);
  m_codeFamily = firstInstalled({QStringLiteral("JetBrains Mono")}, QFontDatabase::FixedFont);
}

Theme& Theme::instance() {
  static Theme theme;
  return theme;
}

QColor Theme::color(Role role, bool ofDarkTheme) {
  const Row& row = kColours[static_cast<std::size_t>(role)];
  return QColor::fromRgb(ofDarkTheme ? row.dark : row.light);
}

bool Theme::dark() const {
  return m_scheme == Scheme::Dark || (m_scheme == Scheme::System && m_systemDark);
}

void Theme::setScheme(Scheme scheme) {
  if (scheme == m_scheme) return;
  m_scheme = scheme;
  apply();
}

void Theme::setZoomPercent(int percent) {
  percent = qBound(50, percent, 300);
  if (percent == m_zoom) return;
  m_zoom = percent;
  apply();
}

void Theme::setReducedMotion(bool on) {
  if (on == m_reducedMotion) return;
  m_reducedMotion = on;
  emit changed();
}

int Theme::px(qreal designPixels) const {
  const QScreen* screen = QGuiApplication::primaryScreen();
  const qreal dpi = screen ? screen->logicalDotsPerInch() : 96;
  return qRound(designPixels * m_zoom / 100 * dpi / 96);
}

QFont Theme::font(qreal points, QFont::Weight weight) const {
  QFont font(m_interfaceFamily);
  font.setPointSizeF(points * m_zoom / 100);
  font.setWeight(weight);
  return font;
}

QFont Theme::interfaceFont() const {
  return font(9.5, QFont::Normal);
}
QFont Theme::smallFont() const {
  return font(8.5, QFont::Normal);
}
QFont Theme::headingFont() const {
  return font(10.5, QFont::DemiBold);
}

QFont Theme::captionFont() const {
  QFont caption = font(8.5, QFont::DemiBold);
  caption.setCapitalization(QFont::AllUppercase);
  caption.setLetterSpacing(QFont::PercentageSpacing, 105);
  return caption;
}

QFont Theme::codeFont() const {
  QFont font(m_codeFamily);
  font.setPointSizeF(9.0 * m_zoom / 100);
  font.setStyleHint(QFont::Monospace);
  font.setFixedPitch(true);
  // Ligatures would hide what was really written; scripts that need shaping still get it.
  font.setStyleStrategy(QFont::PreferNoShaping);
  return font;
}

QBrush Theme::initHatch(qreal devicePixelRatio) const {
  const int tile = qMax(4, qRound(px(6) * devicePixelRatio));
  QPixmap pixmap(tile, tile);
  pixmap.fill(Qt::transparent);
  QPainter painter(&pixmap);
  painter.setRenderHint(QPainter::Antialiasing);
  QColor stripe = Qt::white;
  stripe.setAlphaF(0.38F);
  painter.setPen(QPen(stripe, tile * 0.3));
  for (int shift = -tile; shift <= tile; shift += tile) {
    painter.drawLine(QPointF(shift - tile, 2 * tile), QPointF(shift + 2 * tile, -tile));
  }
  painter.end();
  QBrush brush(pixmap);
  brush.setTransform(QTransform::fromScale(1 / devicePixelRatio, 1 / devicePixelRatio));
  return brush;
}

QPalette Theme::palette() const {
  QPalette p;
  p.setColor(QPalette::Window, color(Role::Background));
  p.setColor(QPalette::WindowText, color(Role::Text));
  p.setColor(QPalette::Base, color(Role::Panel));
  p.setColor(QPalette::AlternateBase, color(Role::PanelHeader));
  p.setColor(QPalette::Text, color(Role::Text));
  p.setColor(QPalette::PlaceholderText, color(Role::Muted));
  p.setColor(QPalette::Button, color(Role::Panel));
  p.setColor(QPalette::ButtonText, color(Role::Text));
  p.setColor(QPalette::BrightText, color(Role::Throttle));
  p.setColor(QPalette::Highlight, color(Role::Selection));
  p.setColor(QPalette::HighlightedText, color(Role::Text));
  p.setColor(QPalette::ToolTipBase, color(Role::Panel));
  p.setColor(QPalette::ToolTipText, color(Role::Text));
  p.setColor(QPalette::Link, color(Role::Accent));
  p.setColor(QPalette::LinkVisited, color(Role::Accent));
  p.setColor(QPalette::Light, color(Role::Panel));
  p.setColor(QPalette::Midlight, color(Role::PanelHeader));
  p.setColor(QPalette::Mid, color(Role::Line));
  p.setColor(QPalette::Dark, color(Role::Dim));
  p.setColor(QPalette::Shadow, color(Role::Line));
  for (const QPalette::ColorRole role :
       {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText}) {
    p.setColor(QPalette::Disabled, role, color(Role::Dim));
  }
  return p;
}

void Theme::apply() {
  if (!m_applied) QApplication::setStyle(new Style);
  m_applied = true;
  QApplication::setPalette(palette());
  QApplication::setFont(interfaceFont());
  QToolTip::setPalette(palette());
  QToolTip::setFont(smallFont());
  emit changed();
}

}  // namespace coldstart::theme
