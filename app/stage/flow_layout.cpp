// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stage/flow_layout.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>

#include "app/stage/attempt_card.h"
#include "app/stage/flow_environments.h"
#include "app/stage/quantity.h"
#include "app/workbench/say.h"
#include "core/base/identifiers.h"

namespace coldstart::stage {

using journal::Attempt;
using journal::AttemptIndex;
using observe::FunctionState;

namespace {

struct Text {
  Q_DECLARE_TR_FUNCTIONS(Flow)
};

constexpr qreal kRoomyGroup = 216;  ///< Below this a group among others is drawn as one line,
constexpr qreal kRoomyAlone = 150;  ///< and below this also the only one,
constexpr qreal kLineWidth = 480;   ///< if the line is this long: tray and tiles stand in it.
constexpr qreal kRoomyWidth = 560;  ///< Below this source, gate and gaps are narrower.
constexpr qreal kLeastRoomy = 130;  ///< A lower view scrolls.
constexpr qreal kCompactGroup = 76;
constexpr qreal kWordyGroup = 94;  ///< A line this high has a gate that names its pool.
constexpr qreal kSelectedLine = 44;

QString iconOf(project::TriggerKind kind) {
  switch (kind) {
    case project::TriggerKind::S3:
      return QStringLiteral("bucket");
    case project::TriggerKind::RestApi:
    case project::TriggerKind::HttpApi:
    case project::TriggerKind::FunctionUrl:
      return QStringLiteral("gateway");
    case project::TriggerKind::Sns:
      return QStringLiteral("topic");
    case project::TriggerKind::Sqs:
    case project::TriggerKind::Kinesis:
    case project::TriggerKind::DynamoDb:
      return QStringLiteral("queue");
    case project::TriggerKind::Schedule:
      return QStringLiteral("clock");
    case project::TriggerKind::EventBridge:
      return QStringLiteral("bus");
    case project::TriggerKind::Direct:
    case project::TriggerKind::Other:
      break;
  }
  return QStringLiteral("play");
}

class Layout {
 public:
  Layout(const FlowRequest& request, const FlowMetrics& metrics)
      : m_request(request), m_index(*request.index), m_metrics(metrics) {}

  FlowDrawing draw() {
    m_d.size = m_request.size;
    m_d.state = observe::stageAt(m_index, m_request.at);
    m_earlier = m_index.talliesAt(m_request.at - Duration::seconds(1));
    const auto functions = functionsShown();
    const bool low = m_request.size.height() < px(kSelectedLine) + px(kCompactGroup);
    const qreal bottom = low ? 0 : std::round(px(kSelectedLine));
    const qreal height = m_request.size.height() - bottom;
    const auto count = static_cast<qreal>(std::max<std::size_t>(functions.size(), 1));
    qreal groupHeight = height / count;
    m_d.compact = functions.size() > 1
                      ? groupHeight < px(kRoomyGroup)
                      : groupHeight < px(kRoomyAlone) && m_request.size.width() >= px(kLineWidth);
    groupHeight = std::max(groupHeight, px(m_d.compact ? kCompactGroup : kLeastRoomy));
    m_d.contentHeight = groupHeight * count + bottom;
    qreal top = 0;
    for (const std::size_t function : functions) {
      addGroup(function, QRectF(0, top, m_request.size.width(), groupHeight));
      top += groupHeight;
    }
    if (m_request.travel > Duration{}) addDots();
    addSelected(std::max(height, top), bottom);
    return std::move(m_d);
  }

 private:
  [[nodiscard]] qreal px(qreal design) const { return m_metrics.px(design); }

  [[nodiscard]] std::vector<std::size_t> functionsShown() const {
    if (m_request.function) return {*m_request.function};
    std::vector<bool> takesPart(m_d.state.functions.size(), false);
    for (const journal::Source& source : m_index.run().journal.sources)
      if (source.function < takesPart.size()) takesPart[source.function] = true;
    for (const journal::Environment& e : m_index.environments()) takesPart[e.function] = true;
    std::vector<std::size_t> shown;
    for (std::size_t f = 0; f < takesPart.size(); ++f)
      if (takesPart[f]) shown.push_back(f);
    if (shown.empty() && !takesPart.empty()) shown.push_back(0);
    return shown;
  }

  void addGroup(std::size_t function, const QRectF& rect) {
    FlowGroup group;
    group.function = function;
    group.rect = rect;
    fillSource(group);
    fillGate(group);
    fillTray(group);
    if (m_d.compact) {
      placeCompact(group);
    } else {
      placeRoomy(group);
    }
    const EnvironmentsPlace place{group.environments, m_metrics, m_d.compact};
    placeEnvironments(m_index, m_d, group, place);
    m_d.groups.push_back(std::move(group));
  }

  void placeRoomy(FlowGroup& group) const {
    const QRectF& r = group.rect;
    const bool queued = !group.queue.isNull();
    const bool narrow = r.width() < px(kRoomyWidth);
    const qreal margin = px(narrow ? 12 : 24);
    const qreal sourceWidth = px(queued ? (narrow ? 92 : 112) : narrow ? 112 : 148);
    // Where it is low, the gate gives way to the tray below it.
    const qreal trayTop = r.bottom() - trayHeight(group);
    qreal half = px(54);
    qreal centre = r.top() + std::max(px(84), (r.height() - trayHeight(group) + px(10)) * 0.5);
    if (centre + half + px(8) > trayTop) {
      half = std::clamp((trayTop - r.top()) / 2 - px(8), px(30), half);
      centre = trayTop - px(8) - half;
    }
    group.source =
        QRectF(r.left() + margin, std::max(r.top() + px(4), centre - px(66)), sourceWidth, px(40));
    group.pathStart = QPointF(r.left() + margin, centre);
    qreal x = group.source.right() + px(narrow ? 0 : 8);
    if (queued) {
      group.queue = QRectF(x + px(10), centre - px(20), px(narrow ? 56 : 72), px(40));
      x = group.queue.right() + px(narrow ? 2 : 8);
    }
    group.gate.rect =
        QRectF(x + px(narrow ? 16 : 26), centre - half, px(narrow ? 64 : 70), half * 2);
    group.pathGate = QPointF(group.gate.rect.left() - px(3), centre);
    group.pathOut = QPointF(group.gate.rect.right() + px(2), centre);
    const qreal left = group.gate.rect.right() + px(narrow ? 18 : 36);
    group.pathEnd = QPointF(left - px(4), centre);
    group.tray = QRectF(r.left() + margin, std::min(group.gate.rect.bottom() + px(26), trayTop),
                        group.gate.rect.right() - r.left() - margin + px(14), trayHeight(group));
    group.captionAt = QPointF(left, r.top() + px(22));
    group.environments = QRectF(left, r.top() + px(32), r.right() - left - px(narrow ? 10 : 20),
                                r.height() - px(40));
  }

  void placeCompact(FlowGroup& group) const {
    const QRectF& r = group.rect;
    const qreal centre = r.center().y() + px(6);
    const bool narrow = r.width() < px(kRoomyWidth);
    group.source = QRectF(r.left() + px(16), r.top() + px(8), px(narrow ? 110 : 150), px(34));
    group.pathStart = QPointF(r.left() + px(40), r.bottom() - px(14));
    qreal x = group.source.right() + px(4);
    if (!group.queue.isNull()) {
      group.queue = QRectF(x, centre - px(14), px(62), px(28));
      x = group.queue.right() + px(4);
    }
    group.gate.rect =
        QRectF(x + px(16), r.top() + px(10), px(narrow ? 72 : 96), r.height() - px(20));
    group.pathGate = QPointF(group.gate.rect.left() - px(2), r.bottom() - px(14));
    group.pathOut = QPointF(group.gate.rect.right() + px(2), centre);
    const qreal trayWidth = px(r.width() < px(kRoomyWidth + 140) ? 158 : 200);
    const qreal left = group.gate.rect.right() + px(22);
    group.pathEnd = QPointF(left - px(4), centre);
    // As many reasons as the line is high for; the card names all.
    while (!group.trayRows.empty() && trayHeight(group) > r.height() - px(18))
      group.trayRows.pop_back();
    group.tray = QRectF(r.right() - trayWidth - px(16), r.top() + px(12), trayWidth,
                        std::max(px(26), trayHeight(group) - px(2)));
    group.captionAt = QPointF(left, r.top() + px(20));
    group.environments =
        QRectF(left, r.top() + px(26), group.tray.left() - left - px(16), r.height() - px(34));
  }

  [[nodiscard]] qreal trayHeight(const FlowGroup& group) const {
    return px(28) + px(18) * static_cast<qreal>(group.trayRows.size()) +
           (group.trayRows.empty() ? 0 : px(6));
  }

  void fillSource(FlowGroup& group) const {
    const auto& sources = m_index.run().journal.sources;
    std::int64_t own = 0;
    bool async = false;
    for (const journal::Source& source : sources) {
      if (source.function != group.function) continue;
      ++own;
      async = async || source.type == project::InvocationType::Event;
      group.name = qs(source.label);
      group.iconName = iconOf(source.trigger);
    }
    const auto& functions = m_index.run().project.functions;
    const QString function =
        group.function < functions.size() ? qs(functions[group.function].id) : QString();
    if (own != 1) group.name = own == 0 ? function : Text::tr("%1 sources").arg(own);
    if (group.name.isEmpty()) group.name = function;
    if (m_d.compact) group.name = function;
    if (group.iconName.isEmpty() || m_d.compact) group.iconName = QStringLiteral("lambda");
    const FunctionState& state = m_d.state.functions[group.function];
    const std::int64_t recent = state.requests - m_earlier[group.function].requests;
    group.detail = state.requests == 1
                       ? Text::tr("1 request so far")
                       : Text::tr("%1 requests so far").arg(countText(state.requests));
    const bool oneLine = m_request.size.width() < px(kRoomyWidth);
    if (recent > 0 && recent < state.requests && !oneLine)
      group.detail += QLatin1Char('\n') + Text::tr("%1 in the last second").arg(countText(recent));
    if (!async && state.waitingEvents == 0) return;
    group.queue = QRectF(0, 0, 1, 1);  // Placed later.
    group.queued = countText(state.waitingEvents);
  }

  void fillGate(FlowGroup& group) const {
    const FunctionState& state = m_d.state.functions[group.function];
    FlowGate& gate = group.gate;
    std::int64_t inUse = state.busy;
    std::int64_t limit = state.reserved;
    if (state.reserved >= 0) {
      gate.pool = Text::tr("reserved");
      gate.sentence =
          Text::tr("Reserved concurrency: %1 of %2 in use").arg(countText(inUse), countText(limit));
    } else {
      // Functions without a reserve share what is left of the account; what is provisioned is one
      // function's own.
      inUse = state.provisionedBusy;
      for (const FunctionState& other : m_d.state.functions)
        if (other.reserved < 0) inUse += other.busy - other.provisionedBusy;
      limit = observe::limitAt(observe::roomOf(m_index, group.function), m_request.at);
      const bool whole = limit == m_d.state.accountLimit;
      gate.pool = whole ? Text::tr("account") : Text::tr("unreserved");
      const QString sentence =
          whole ? Text::tr("Account concurrency: %1 of %2 in use, %3 by this function")
                : Text::tr("Unreserved account concurrency: %1 of %2 in use, %3 by this function");
      gate.sentence = sentence.arg(countText(inUse), countText(limit), countText(state.busy));
    }
    gate.inUse = countText(inUse);
    gate.of = Text::tr("of %1").arg(countText(limit));
    gate.full = inUse >= limit;
    gate.fill =
        limit > 0 ? std::clamp(static_cast<qreal>(inUse) / static_cast<qreal>(limit), 0.0, 1.0) : 1;
    if (m_d.compact && group.rect.height() < px(kWordyGroup)) {  // No room to name the pool.
      gate.of = state.reserved >= 0 ? Text::tr("of %1 reserved").arg(countText(limit))
                                    : Text::tr("of %1 shared").arg(countText(limit));
    }
    if (gate.full) gate.pool = Text::tr("gate full");
  }

  void fillTray(FlowGroup& group) const {
    const FunctionState& state = m_d.state.functions[group.function];
    group.trayEmpty = state.turnedAway == 0;
    // Only Lambda's own refusals are all 429.
    const QString title = group.trayEmpty                       ? Text::tr("✕ 429 tray — empty")
                          : state.turnedAway == state.throttles ? Text::tr("✕ 429 tray — %1")
                                                                : Text::tr("✕ refused — %1");
    group.trayTitle = group.trayEmpty ? title : title.arg(countText(state.turnedAway));
    for (std::size_t d = 0; d < state.turnedAwayByDecision.size(); ++d) {
      if (state.turnedAwayByDecision[d] == 0) continue;
      group.trayRows.push_back({throttleReason(static_cast<journal::Decision>(d)),
                                countText(state.turnedAwayByDecision[d])});
    }
    if (state.waitingEvents > 0)
      group.trayRows.push_back(
          {Text::tr("events waiting for a retry"), countText(state.waitingEvents)});
  }

  /// Requests shortly before and after their arrival. Many at once are thinned out evenly, by
  /// their number, so that one that is seen stays seen.
  void addDots() {
    const Duration in = m_request.travel;
    const Duration out{in.us / 3};
    const std::size_t first = m_index.arrivedBy(m_request.at - out);
    const std::size_t past = m_index.arrivedBy(m_request.at + in);
    constexpr std::size_t kMost = 56;
    std::size_t every = 1;
    while ((past - first) / every > kMost) every *= 2;
    const bool numbered = past - first <= 12;
    for (std::size_t i = (first + every - 1) / every * every; i < past; i += every) {
      const Attempt& attempt = m_index.attempts()[i];
      const std::size_t function = m_index.run().journal.functionOf(attempt);
      const auto group = std::ranges::find(m_d.groups, function, &FlowGroup::function);
      if (group == m_d.groups.end()) continue;
      if (m_d.compact && journal::isTurnedAway(attempt.decision) && attempt.arrived <= m_request.at)
        continue;  // There the tray stands apart from the gate.
      FlowDot dot;
      dot.attempt = static_cast<AttemptIndex>(i);
      dot.radius = numbered && !m_d.compact ? px(9) : px(3.5);
      if (numbered && !m_d.compact && attempt.request < 99)
        dot.text = QString::number(attempt.request + 1);
      placeDot(dot, attempt, *group, in, out);
      m_d.dots.push_back(std::move(dot));
    }
  }

  void placeDot(FlowDot& dot, const Attempt& attempt, const FlowGroup& group, Duration in,
                Duration out) const {
    const auto along = [](QPointF a, QPointF b, qreal part) { return a + (b - a) * part; };
    const Duration until = attempt.arrived - m_request.at;
    if (until > Duration{}) {
      const qreal part = 1 - static_cast<qreal>(until.us) / static_cast<qreal>(in.us);
      // A thin cloud instead of a line, from the request's own number.
      const qreal wobble = static_cast<qreal>(mix(attempt.request, 1) >> 54) / 1023.0 - 0.5;
      dot.centre = along(group.pathStart, group.pathGate - QPointF(dot.radius, 0), part);
      if (dot.text.isEmpty()) dot.centre.ry() += wobble * px(16) * (1 - part * part);
      return;
    }
    const qreal part = static_cast<qreal>(-until.us) / static_cast<qreal>(out.us);
    if (journal::isTurnedAway(attempt.decision)) {
      dot.way = FlowDot::Way::Throttled;
      const QPointF from(group.gate.rect.center().x(), group.gate.rect.bottom());
      const QPointF to(group.gate.rect.center().x(), group.tray.top());
      dot.centre = along(from, to, part);
      dot.radius = px(3.5);
      dot.text.clear();
      return;
    }
    dot.way = journal::isCold(attempt.decision) ? FlowDot::Way::Cold : FlowDot::Way::Warm;
    dot.centre = along(group.pathOut, group.pathEnd, part);
  }

  void addSelected(qreal top, qreal height) {
    m_d.selectedRect = QRectF(px(24), top, m_request.size.width() - px(40), height);
    const Selection& selection = m_request.selection;
    if (selection.kind == Selection::Kind::Environment &&
        selection.index < m_index.environments().size()) {
      m_d.selectedTitle = Text::tr("Environment %1").arg(selection.index + 1);
      m_d.selectedText = environmentLine(m_index, selection.index, m_request.at);
    } else if (selection.kind == Selection::Kind::Attempt &&
               selection.index < m_index.attempts().size()) {
      const Attempt& attempt = m_index.attempts()[selection.index];
      m_d.selectedTitle = Text::tr("Request #%1").arg(countText(std::int64_t{attempt.request} + 1));
      m_d.selectedText = attemptLine(m_index, selection.index, m_request.at);
    }
  }

  const FlowRequest& m_request;
  const observe::RunIndex& m_index;
  const FlowMetrics& m_metrics;
  FlowDrawing m_d;
  std::vector<observe::Tally> m_earlier;
};

}  // namespace

FlowDrawing layOutFlow(const FlowRequest& request, const FlowMetrics& metrics) {
  return Layout(request, metrics).draw();
}

FlowHit hitFlow(const FlowDrawing& drawing, QPointF point) {
  using Kind = FlowHit::Kind;
  for (const FlowDot& dot : drawing.dots) {
    const QPointF away = dot.centre - point;
    if (QPointF::dotProduct(away, away) <= (dot.radius + 3) * (dot.radius + 3))
      return {Kind::Dot, 0, journal::kNone, dot.attempt};
  }
  for (std::size_t i = 0; i < drawing.tiles.size(); ++i) {
    const FlowTile& tile = drawing.tiles[i];
    if (!tile.rect.contains(point)) continue;
    const bool room = tile.environment == journal::kNone;
    return {room ? Kind::Room : Kind::Environment, i, tile.environment, journal::kNone};
  }
  for (const FlowSquare& square : drawing.squares)
    if (square.rect.adjusted(-1, -1, 1, 1).contains(point))
      return {Kind::Environment, 0, square.environment, journal::kNone};
  for (std::size_t g = 0; g < drawing.groups.size(); ++g) {
    const FlowGroup& group = drawing.groups[g];
    if (group.gate.rect.contains(point)) return {Kind::Gate, g, journal::kNone, journal::kNone};
    if (group.tray.contains(point)) return {Kind::Tray, g, journal::kNone, journal::kNone};
    if (group.source.contains(point)) return {Kind::Source, g, journal::kNone, journal::kNone};
  }
  return {};
}

QString asText(const FlowDrawing& drawing) {
  const auto rect = [](const QRectF& r) {
    return QStringLiteral("%1,%2 %3x%4")
        .arg(qRound(r.left()))
        .arg(qRound(r.top()))
        .arg(qRound(r.width()))
        .arg(qRound(r.height()));
  };
  QStringList lines;
  for (const FlowGroup& group : drawing.groups) {
    lines << QStringLiteral("group %1 %2 | %3").arg(rect(group.rect), group.name, group.detail);
    if (!group.queue.isNull())
      lines << QStringLiteral("queue %1 %2").arg(rect(group.queue), group.queued);
    lines << QStringLiteral("gate %1 %2 %3 %4")
                 .arg(rect(group.gate.rect), group.gate.inUse, group.gate.of, group.gate.pool);
    lines << QStringLiteral("tray %1 %2").arg(rect(group.tray), group.trayTitle);
    for (const FlowTrayRow& row : group.trayRows)
      lines << QStringLiteral("  %1: %2").arg(row.reason, row.count);
    lines << QStringLiteral("caption %1").arg(group.caption);
    if (!group.emptyText.isEmpty()) lines << QStringLiteral("empty %1").arg(group.emptyText);
  }
  for (const FlowTile& tile : drawing.tiles)
    lines << QStringLiteral("tile %1 %2 | %3 | %4")
                 .arg(rect(tile.rect), tile.title, tile.detail)
                 .arg(tile.permille);
  if (!drawing.squares.empty())
    lines << QStringLiteral("squares %1 of %2 from %3")
                 .arg(drawing.squares.size())
                 .arg(drawing.squares.front().rect.width())
                 .arg(rect(drawing.squares.front().rect));
  for (const FlowDot& dot : drawing.dots)
    lines << QStringLiteral("dot %1,%2 way %3 %4")
                 .arg(qRound(dot.centre.x()))
                 .arg(qRound(dot.centre.y()))
                 .arg(static_cast<int>(dot.way))
                 .arg(dot.text);
  if (!drawing.selectedTitle.isEmpty())
    lines << QStringLiteral("selected %1 | %2").arg(drawing.selectedTitle, drawing.selectedText);
  return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

}  // namespace coldstart::stage
