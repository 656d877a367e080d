// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explain/what_if_table.h"

#include <QPainter>
#include <algorithm>
#include <array>

#include "app/theme/figures.h"
#include "app/theme/theme.h"
#include "app/workbench/say.h"
#include "core/observe/words.h"

namespace coldstart::explain {

using theme::Role;

namespace {

constexpr int kColumns = 4;
constexpr std::array<int, kColumns + 1> kEdges{0, 18, 42, 60, 100};  ///< Hundredths of the width.

QStringList cellsOf(const observe::Headline& head) {
  return {qs(formatCount(head.throttles)), qs(observe::spanText(head.p99)),
          qs(observe::coldRatioText(head)), qs(formatMoney(head.cost))};
}

}  // namespace

WhatIfTable::WhatIfTable(QWidget* parent) : QWidget(parent) {
  setObjectName(QStringLiteral("whatIfTable"));
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  connect(&theme::Theme::instance(), &theme::Theme::changed, this, [this] {
    updateGeometry();
    update();
  });
  hide();
}

void WhatIfTable::clear() {
  m_rows.clear();
  hide();
}

void WhatIfTable::show(const Row& asItIs, const Row& changed) {
  if (m_rows.empty()) m_rows.push_back(asItIs);
  std::erase_if(m_rows, [&](const Row& row) { return row.label == changed.label; });
  m_rows.push_back(changed);
  describe();
  updateGeometry();
  update();
  setVisible(true);
}

void WhatIfTable::describe() {
  QStringList lines;
  for (const Row& row : m_rows) {
    const QStringList cells = cellsOf(row.figures);
    lines << tr("%1: %2 refused, p99 %3, %4 cold starts, %5")
                 .arg(row.label, cells[0], cells[1], cells[2], cells[3]);
  }
  setAccessibleName(tr("What would have helped"));
  setAccessibleDescription(lines.join(u'\n'));
  setToolTip(lines.join(u'\n'));
}

int WhatIfTable::rowHeight() const {
  return std::max(theme::px(22),
                  QFontMetrics(theme::Theme::instance().interfaceFont()).height() + theme::px(6));
}

QSize WhatIfTable::sizeHint() const {
  // Each row takes two lines: the change, and its figures below.
  return {theme::px(240), rowHeight() * (static_cast<int>(m_rows.size()) * 2 + 1)};
}

QSize WhatIfTable::minimumSizeHint() const {
  return {theme::px(180), sizeHint().height()};
}

void WhatIfTable::paintEvent(QPaintEvent* /*event*/) {
  const theme::Theme& look = theme::Theme::instance();
  QPainter painter(this);
  const int inset = theme::px(12);
  const int line = rowHeight();
  const int width = this->width() - 2 * inset;
  const auto cell = [&](int column, int top) {
    const auto c = static_cast<std::size_t>(column);
    const int left = width * kEdges[c] / 100;
    return QRect(inset + left, top, width * kEdges[c + 1] / 100 - left, line);
  };
  painter.setFont(look.smallFont());
  painter.setPen(look.color(Role::Muted));
  const QStringList heads{tr("429s"), tr("p99"), tr("cold"), tr("cost")};
  for (int c = 0; c < kColumns; ++c)
    painter.drawText(cell(c, 0), Qt::AlignRight | Qt::AlignVCenter, heads[c]);
  int top = line;
  for (std::size_t i = 0; i < m_rows.size(); ++i, top += 2 * line) {
    if (i > 0 && i + 1 == m_rows.size()) {
      painter.fillRect(QRect(inset / 2, top, this->width() - inset, 2 * line),
                       look.color(Role::Selection));
    }
    painter.setPen(look.color(i == 0 ? Role::Muted : Role::Text));
    painter.setFont(look.interfaceFont());
    painter.drawText(QRect(inset, top, width, line), Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(m_rows[i].label, Qt::ElideRight, width));
    painter.setPen(look.color(Role::Text));
    const QStringList cells = cellsOf(m_rows[i].figures);
    for (int c = 0; c < kColumns; ++c)
      theme::drawFigures(painter, cell(c, top + line), Qt::AlignRight | Qt::AlignVCenter, cells[c]);
  }
}

}  // namespace coldstart::explain
