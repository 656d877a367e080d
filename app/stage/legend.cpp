// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stage/legend.h"

#include <QCoreApplication>
#include <QPainter>
#include <array>

#include "app/theme/theme.h"

namespace coldstart::stage {

using theme::Role;

namespace {

struct Text {
  Q_DECLARE_TR_FUNCTIONS(Legend)
};

enum class State { Init, Busy, Frozen, Provisioned, Throttled, Failed };

void paintSwatch(QPainter& painter, const QRectF& rect, State state) {
  const theme::Theme& theme = theme::Theme::instance();
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(Qt::NoPen);
  const qreal radius = theme::px(2);
  const auto fill = [&](const QBrush& brush) {
    painter.setBrush(brush);
    painter.drawRoundedRect(rect, radius, radius);
  };
  const auto outline = [&](Role role, bool dashed) {
    QPen pen(theme::color(role), dashed ? 1 : 1.5);
    if (dashed) pen.setDashPattern({3, 3});
    painter.setPen(pen);
    painter.setBrush(dashed ? QBrush(theme::color(Role::FrozenBackground)) : QBrush(Qt::NoBrush));
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
  };
  const auto sign = [&](Role role, const QString& text) {
    painter.setPen(theme::color(role));
    QFont bold = theme.smallFont();
    bold.setWeight(QFont::Bold);
    painter.setFont(bold);
    painter.drawText(rect.adjusted(-4, -4, 4, 4), Qt::AlignCenter, text);
  };
  switch (state) {
    case State::Init:
      fill(theme::color(Role::Init));
      fill(theme.initHatch(painter.device()->devicePixelRatioF()));
      break;
    case State::Busy:
      fill(theme::color(Role::Busy));
      break;
    case State::Frozen:
      outline(Role::Frozen, true);
      break;
    case State::Provisioned:
      outline(Role::Provisioned, false);
      break;
    case State::Throttled:
      sign(Role::Throttle, QStringLiteral("✕"));
      break;
    case State::Failed:
      sign(Role::Error, QStringLiteral("!"));
      break;
  }
  painter.setRenderHint(QPainter::Antialiasing, false);
}

}  // namespace

void paintLegend(QPainter& painter, const QRectF& rect) {
  if (rect.isNull()) return;
  const std::array<std::pair<State, QString>, 6> entries{{
      {State::Init, Text::tr("init")},
      {State::Busy, Text::tr("busy")},
      {State::Frozen, Text::tr("frozen")},
      {State::Provisioned, Text::tr("provisioned")},
      {State::Throttled, Text::tr("throttled")},
      {State::Failed, Text::tr("error or time-out")},
  }};
  const QFont font = theme::Theme::instance().smallFont();
  const QFontMetricsF metrics(font);
  qreal x = rect.left();
  for (const auto& [state, name] : entries) {
    const qreal width = theme::px(14) + theme::px(6) + metrics.horizontalAdvance(name);
    if (x + width > rect.right()) return;
    paintSwatch(painter,
                QRectF(x, qRound(rect.center().y() - theme::px(5)), theme::px(14), theme::px(10)),
                state);
    painter.setFont(font);
    painter.setPen(theme::color(Role::Muted));
    painter.drawText(QRectF(x + theme::px(20), rect.top(), width, rect.height()),
                     Qt::AlignVCenter | Qt::AlignLeft, name);
    x += width + theme::px(22);
  }
}

}  // namespace coldstart::stage
