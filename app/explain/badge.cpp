// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explain/badge.h"

#include <QPainter>
#include <array>

#include "app/theme/icon.h"
#include "app/theme/theme.h"

namespace coldstart::explain {

namespace {

using Kind = observe::Explanation::Badge;
using theme::Role;

struct Look {
  Role surface;
  Role ink;
  const char* icon;
};

Look lookOf(Kind kind) {
  switch (kind) {
    case Kind::ColdStart:
      return {Role::Init, Role::InitText, "snowflake"};
    case Kind::Warm:
      return {Role::Busy, Role::BusyText, "flame"};
    case Kind::Provisioned:
      return {Role::Provisioned, Role::Text, "pin"};
    case Kind::Throttled:
      return {Role::Throttle, Role::Throttle, "cross"};
    case Kind::Error:
      return {Role::Error, Role::Error, "alert"};
    case Kind::TimedOut:
      return {Role::Error, Role::Error, "clock"};
    case Kind::Exited:
      return {Role::Error, Role::Error, "stop"};
    case Kind::OutOfMemory:
      return {Role::Error, Role::Error, "layers"};
    case Kind::InitFailed:
      return {Role::Error, Role::Error, "alert"};
    case Kind::Refused:
      return {Role::Throttle, Role::Throttle, "cross"};
    case Kind::Restored:
      return {Role::Init, Role::InitText, "restart"};
    case Kind::Retry:
      return {Role::Frozen, Role::Text, "restart"};
    case Kind::Dropped:
      return {Role::Throttle, Role::Throttle, "cross"};
    case Kind::Environment:
      return {Role::Frozen, Role::Text, "layers"};
    case Kind::Run:
      return {Role::Accent, Role::Text, "play"};
  }
  return {Role::Accent, Role::Text, "play"};
}

}  // namespace

Badge::Badge(Kind kind, QWidget* parent) : QWidget(parent), m_kind(kind) {
  switch (kind) {
    case Kind::ColdStart:
      m_text = tr("cold start");
      break;
    case Kind::Warm:
      m_text = tr("warm");
      break;
    case Kind::Provisioned:
      m_text = tr("provisioned");
      break;
    case Kind::Throttled:
      m_text = tr("throttled");
      break;
    case Kind::Error:
      m_text = tr("error");
      break;
    case Kind::TimedOut:
      m_text = tr("timed out");
      break;
    case Kind::Exited:
      m_text = tr("process exited");
      break;
    case Kind::OutOfMemory:
      m_text = tr("out of memory");
      break;
    case Kind::InitFailed:
      m_text = tr("init failed");
      break;
    case Kind::Refused:
      m_text = tr("refused");
      break;
    case Kind::Restored:
      m_text = tr("restored");
      break;
    case Kind::Retry:
      m_text = tr("retry");
      break;
    case Kind::Dropped:
      m_text = tr("given up");
      break;
    case Kind::Environment:
      m_text = tr("environment");
      break;
    case Kind::Run:
      m_text = tr("run");
      break;
  }
  setObjectName(QStringLiteral("explainBadge"));
  setAccessibleName(m_text);
  setFont(theme::Theme::instance().smallFont());
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize Badge::sizeHint() const {
  return {fontMetrics().horizontalAdvance(m_text) + theme::px(30),
          fontMetrics().height() + theme::px(4)};
}

void Badge::paintEvent(QPaintEvent* /*event*/) {
  const Look look = lookOf(m_kind);
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  QColor surface = theme::color(look.surface);
  surface.setAlphaF(0.22F);
  painter.setPen(Qt::NoPen);
  painter.setBrush(surface);
  painter.drawRoundedRect(rect(), height() / 2.0, height() / 2.0);
  const int side = theme::px(12);
  const QRect mark(theme::px(7), (height() - side) / 2, side, side);
  theme::icon(QLatin1String(look.icon), look.ink).paint(&painter, mark);
  painter.setPen(theme::color(look.ink));
  painter.drawText(rect().adjusted(theme::px(22), 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft,
                   m_text);
}

}  // namespace coldstart::explain
