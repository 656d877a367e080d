// SPDX-License-Identifier: GPL-3.0-or-later
// Frames of stack traces in the lines: underlined, and a click opens the code there.

#include <QPainter>
#include <QScrollBar>
#include <cmath>

#include "app/cloudwatch/log_list.h"
#include "app/theme/theme.h"
#include "app/workbench/say.h"

namespace coldstart::cloudwatch {

using theme::Role;

void LogList::setLinks(
    std::function<QList<CodeLink>(const observe::LogLine&, const QString&)> links) {
  m_links = std::move(links);
}

QList<CodeLink> LogList::linksIn(const observe::LogLine& line, const QString& text) const {
  return m_links ? m_links(line, text) : QList<CodeLink>();
}

/// The text with its links; the characters are of one width.
void LogList::paintText(QPainter& painter, const observe::LogLine& line, const QString& text, int x,
                        int y) {
  const QFontMetrics metrics = painter.fontMetrics();
  const int baseline = y + (m_lineHeight - metrics.height()) / 2 + metrics.ascent();
  const QPen pen = painter.pen();
  const qreal width = QFontMetricsF(painter.font()).horizontalAdvance(u'0');
  const auto at = [&](qsizetype column) {
    return x + static_cast<int>(std::lround(width * static_cast<qreal>(column)));
  };
  qsizetype done = 0;
  for (const CodeLink& link : linksIn(line, text)) {
    painter.drawText(at(done), baseline, text.mid(done, link.at - done));
    painter.setPen(theme::color(Role::Accent));
    painter.drawText(at(link.at), baseline, text.mid(link.at, link.length));
    const int under = baseline + theme::px(2);
    painter.drawLine(at(link.at), under, at(link.at + link.length) - 1, under);
    painter.setPen(pen);
    done = link.at + link.length;
  }
  painter.drawText(at(done), baseline, text.mid(done));
}

std::optional<CodeLink> LogList::linkAt(QPoint position) const {
  const auto row = m_rows.view() ? rowAt(position.y()) : std::nullopt;
  if (!row) return std::nullopt;
  const Shown what = shown(*row);
  const int number = (position.y() - rowRect(*row).top()) / m_lineHeight;
  if (number < 0 || number >= what.texts.size()) return std::nullopt;
  const int beside = position.x() - gutter() + horizontalScrollBar()->value();
  const qreal width = QFontMetricsF(theme::Theme::instance().codeFont()).horizontalAdvance(u'0');
  const auto column = static_cast<int>(beside / width);
  for (const CodeLink& link : linksIn(what.line, what.texts[number])) {
    if (beside >= 0 && column >= link.at && column < link.at + link.length) return link;
  }
  return std::nullopt;
}

std::optional<CodeLink> LogList::currentLink() const {
  if (!m_current || !m_rows.view()) return std::nullopt;
  const observe::LogLine line = m_rows.view()->line(m_rows.lineAt(*m_current));
  return placeOfFailure(linksIn(line, qs(line.text)));
}

}  // namespace coldstart::cloudwatch
