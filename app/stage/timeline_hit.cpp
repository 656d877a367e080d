// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>

#include "app/stage/timeline_layout.h"

namespace coldstart::stage {
namespace {

std::optional<TimelineHit> hitTrack(const TimelineDrawing& drawing, QPointF point) {
  TimelineHit hit;
  for (std::size_t i = 0; i < drawing.throttles.size(); ++i) {
    const TimelineThrottle& mark = drawing.throttles[i];
    if (point.x() < mark.left - 4 || point.x() > std::max(mark.right, mark.left + 10)) continue;
    hit.kind = TimelineHit::Kind::Throttle;
    hit.item = i;
    return hit;
  }
  return std::nullopt;
}

std::optional<TimelineHit> hitFlag(const TimelineDrawing& drawing, QPointF point) {
  for (std::size_t i = 0; i < drawing.flags.size(); ++i) {
    const TimelineFlag& flag = drawing.flags[i];
    const qreal reach = flag.text.isEmpty() ? 4 : 40;
    if (point.x() < flag.foot.x() - 5 || point.x() > flag.foot.x() + reach) continue;
    if (point.y() < flag.top - 6 || point.y() > flag.foot.y()) continue;
    TimelineHit hit;
    hit.kind = TimelineHit::Kind::Flag;
    hit.item = i;
    hit.attempt = flag.attempt;
    return hit;
  }
  return std::nullopt;
}

const TimelineRow* rowAt(const TimelineDrawing& drawing, qreal y) {
  for (const TimelineRow& row : drawing.rows)
    if (y >= row.top && y < row.top + drawing.rowPitch) return &row;
  return nullptr;
}

}  // namespace

TimelineHit hitTimeline(const TimelineDrawing& drawing, const observe::RunIndex& index,
                        QPointF point) {
  TimelineHit hit;
  if (drawing.throttleTrack.contains(point)) return hitTrack(drawing, point).value_or(hit);
  if (point.y() < drawing.plot.top() || point.y() >= drawing.plot.bottom()) return hit;
  const TimelineRow* row = rowAt(drawing, point.y());
  if (row == nullptr) return hit;
  if (const auto flag = hitFlag(drawing, point)) {
    hit = *flag;
    hit.environment = row->environment;
    return hit;
  }
  const bool inBar = point.y() >= row->bar.top() - 2 && point.y() <= row->bar.bottom() + 2;
  hit.environment = row->environment;
  if (point.x() < drawing.plot.left() || inBar) hit.kind = TimelineHit::Kind::Row;
  if (!inBar || point.x() < drawing.plot.left() || point.x() > drawing.plot.right()) return hit;
  for (std::size_t i = 0; i < drawing.bars.size(); ++i) {
    const TimelineBar& bar = drawing.bars[i];
    if (bar.environment != row->environment || point.x() < bar.rect.left() ||
        point.x() > bar.rect.right())
      continue;
    hit.kind = TimelineHit::Kind::Bar;
    hit.item = i;
    hit.attempt = bar.attempt;
    if (bar.kind != observe::LaneKind::Frozen) return hit;  // A frozen one may have folds on it.
  }
  const qreal perPixel = static_cast<qreal>(drawing.window.columns) / drawing.plot.width();
  const auto column = std::clamp<std::int64_t>(
      static_cast<std::int64_t>((point.x() - drawing.plot.left()) * perPixel), 0,
      drawing.window.columns - 1);
  // One pixel either side is still meant.
  for (const std::int64_t c : {column, column - 1, column + 1}) {
    if (c < 0 || c >= drawing.window.columns) continue;
    if (drawing.columns[row->firstColumn + static_cast<std::size_t>(c)].marks == 0) continue;
    hit.kind = TimelineHit::Kind::Fold;
    hit.from = drawing.window.instantOf(c);
    hit.to = drawing.window.instantOf(c + 1);
    const auto inside = observe::attemptsDuring(index, row->environment, hit.from, hit.to);
    hit.attempt = journal::kNone;
    for (const journal::AttemptIndex i : inside) {
      const bool failed = journal::isError(index.attempts()[i].ending);
      if (hit.attempt == journal::kNone || failed) hit.attempt = i;
      if (failed) break;
    }
    return hit;
  }
  return hit;
}

namespace {

QString number(qreal value) {
  return QString::number(value, 'f', value == std::floor(value) ? 0 : 1);
}

QString rectText(const QRectF& r) {
  return QStringLiteral("%1,%2 %3x%4")
      .arg(number(r.left()), number(r.top()), number(r.width()), number(r.height()));
}

QString kindText(observe::LaneKind kind) {
  switch (kind) {
    case observe::LaneKind::Frozen:
      return QStringLiteral("frozen");
    case observe::LaneKind::Busy:
      return QStringLiteral("busy");
    case observe::LaneKind::Init:
      return QStringLiteral("init");
    case observe::LaneKind::Error:
      return QStringLiteral("error");
    case observe::LaneKind::TimedOut:
      return QStringLiteral("timed-out");
  }
  return {};
}

/// Runs of equal columns as "from-to busy/marks".
QString columnsText(const TimelineDrawing& drawing, const TimelineRow& row) {
  QStringList runs;
  const auto count = static_cast<std::size_t>(drawing.window.columns);
  for (std::size_t c = 0; c < count;) {
    const observe::LaneColumn column = drawing.columns[row.firstColumn + c];
    std::size_t past = c + 1;
    while (past < count && drawing.columns[row.firstColumn + past] == column) ++past;
    if (column.marks != 0)
      runs << QStringLiteral("%1-%2 %3/%4").arg(c).arg(past - 1).arg(column.busy).arg(column.marks);
    c = past;
  }
  return runs.join(QStringLiteral(", "));
}

}  // namespace

QString asText(const TimelineDrawing& drawing) {
  QStringList lines;
  lines << QStringLiteral("plot %1 pitch %2 content %3 rows %4")
               .arg(rectText(drawing.plot), number(drawing.rowPitch), number(drawing.contentHeight))
               .arg(drawing.rowCount);
  for (const TimelineTick& tick : drawing.ticks)
    lines << QStringLiteral("tick %1 %2").arg(number(tick.x), tick.label);
  for (const TimelineThrottle& mark : drawing.throttles)
    lines << QStringLiteral("throttle %1-%2 %3 %4")
                 .arg(number(mark.left), number(mark.right))
                 .arg(mark.count)
                 .arg(mark.text);
  for (const TimelineRow& row : drawing.rows) {
    lines << QStringLiteral("row %1 bar %2%3 | %4 | %5")
                 .arg(row.environment)
                 .arg(rectText(row.bar),
                      row.provisioned ? QStringLiteral(" provisioned") : QString(), row.label,
                      row.detail);
    const QString columns = columnsText(drawing, row);
    if (!columns.isEmpty()) lines << QStringLiteral("  columns ") + columns;
    for (const TimelineBar& bar : drawing.bars)
      if (bar.environment == row.environment)
        lines << QStringLiteral("  %1 %2 | %3")
                     .arg(kindText(bar.kind), rectText(bar.rect), bar.label);
  }
  for (const TimelineFlag& flag : drawing.flags)
    lines << QStringLiteral("flag %1 %2 %3")
                 .arg(number(flag.foot.x()),
                      flag.cold ? QStringLiteral("cold") : QStringLiteral("warm"), flag.text);
  for (const TimelineLink& link : drawing.links)
    lines << QStringLiteral("link %1,%2 to %3,%4")
                 .arg(number(link.from.x()), number(link.from.y()), number(link.to.x()),
                      number(link.to.y()));
  if (!drawing.sentence.isEmpty()) lines << QStringLiteral("sentence ") + drawing.sentence;
  return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

}  // namespace coldstart::stage
