// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/configuration/pool_bar.h"

#include <QPainter>
#include <algorithm>

#include "app/configuration/effects.h"
#include "app/theme/theme.h"
#include "core/project/quota.h"

namespace coldstart::configuration {

using theme::color;
using theme::px;
using theme::Role;
using theme::Theme;

PoolBar::PoolBar(QWidget* parent) : QWidget(parent) {
  setObjectName(QStringLiteral("poolBar"));
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  connect(&Theme::instance(), &Theme::changed, this, [this] {
    updateGeometry();
    update();
  });
}

void PoolBar::present(const project::Project& project, std::size_t function) {
  m_all = std::max(1, project.account.concurrentExecutions);
  m_own = m_others = 0;
  for (std::size_t i = 0; i < project.functions.size(); ++i)
    (i == function ? m_own : m_others) += project.functions[i].reserved.value_or(0);
  m_text = tr("here %1 · others %2 · unreserved %3")
               .arg(count(m_own), count(m_others), count(m_all - m_own - m_others));
  setAccessibleName(m_text);
  setToolTip(tr("The account's %1 concurrent executions. The dashed line: %2 must stay unreserved.")
                 .arg(count(m_all), count(project::kMinimumUnreserved)));
  update();
}

QSize PoolBar::sizeHint() const {
  return {px(220), px(30)};
}

void PoolBar::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  const QRect bar(0, px(2), width(), px(10));
  const auto x = [&](std::int64_t value) {
    return static_cast<int>(std::clamp<std::int64_t>(value, 0, m_all) * bar.width() / m_all);
  };
  painter.fillRect(bar, color(Role::FrozenBackground));
  painter.fillRect(QRect(0, bar.top(), x(m_own), bar.height()), color(Role::Accent));
  QRect others(x(m_own), bar.top(), x(m_own + m_others) - x(m_own), bar.height());
  if (m_own > 0 && m_others > 0) others.setLeft(others.left() + 1);
  painter.fillRect(others, color(Role::Frozen));
  const int limit = x(m_all - project::kMinimumUnreserved);
  painter.setPen(QPen(color(Role::Throttle), px(1.5), Qt::DashLine));
  painter.drawLine(limit, bar.top() - px(2), limit, bar.bottom() + px(2));
  painter.setFont(Theme::instance().smallFont());
  painter.setPen(color(Role::Muted));
  painter.drawText(QRect(0, px(15), width(), px(15)), Qt::AlignLeft | Qt::AlignVCenter,
                   painter.fontMetrics().elidedText(m_text, Qt::ElideRight, width()));
}

Meter::Meter(QWidget* parent) : QWidget(parent) {
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  connect(&Theme::instance(), &Theme::changed, this, [this] {
    updateGeometry();
    update();
  });
}

void Meter::present(std::int64_t used, std::int64_t limit, const QString& text) {
  m_used = used;
  m_limit = std::max<std::int64_t>(1, limit);
  m_text = text;
  setAccessibleName(text);
  update();
}

QSize Meter::sizeHint() const {
  return {px(220), px(18)};
}

void Meter::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  painter.setFont(Theme::instance().smallFont());
  const int words = painter.fontMetrics().horizontalAdvance(m_text) + px(10);
  const QRect bar(0, height() / 2 - px(3), std::max(px(20), width() - words), px(6));
  painter.fillRect(bar, color(Role::FrozenBackground));
  QRect filled = bar;
  filled.setWidth(static_cast<int>(std::min(m_used, m_limit) * bar.width() / m_limit));
  painter.fillRect(filled, color(m_used > m_limit ? Role::Throttle : Role::Accent));
  painter.setPen(color(m_used > m_limit ? Role::Error : Role::Muted));
  painter.drawText(QRect(bar.right() + px(10), 0, words, height()), Qt::AlignVCenter, m_text);
}

}  // namespace coldstart::configuration
