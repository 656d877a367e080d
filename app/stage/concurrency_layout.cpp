// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stage/concurrency_layout.h"

#include <QCoreApplication>
#include <QStringList>
#include <algorithm>
#include <cmath>

#include "app/stage/quantity.h"
#include "app/stage/time_axis.h"
#include "app/stage/unrecorded.h"
#include "app/workbench/say.h"
#include "core/observe/lanes.h"

namespace coldstart::stage {
namespace {

struct Text {
  Q_DECLARE_TR_FUNCTIONS(Concurrency)
};

constexpr qreal kLabelColumn = 124;  ///< The timeline's, so that both share one axis.
constexpr std::size_t kMostLines = 4;

/// 1, 2, 5 times a power of ten: the least such number not below n.
std::int64_t roundUp(std::int64_t n) {
  for (std::int64_t power = 1;; power *= 10)
    for (const std::int64_t digit : {1, 2, 5})
      if (digit * power >= n) return digit * power;
}

class Layout {
 public:
  Layout(const ConcurrencyRequest& request, const ConcurrencyMetrics& metrics)
      : m_request(request), m_index(*request.index), m_metrics(metrics) {}

  ConcurrencyDrawing draw() {
    m_d.size = m_request.size;
    m_d.window = m_request.window;
    const bool ruled = m_request.ruler == ConcurrencyRequest::Ruler::Yes;
    const qreal left = std::round(px(kLabelColumn));
    const qreal right = std::max(left + 20, m_request.size.width() - std::round(px(12)));
    const qreal top = std::round(px(18));
    const qreal bottom = m_request.size.height() - std::round(px(ruled ? 24 : 6));
    m_d.plot = QRectF(left, top, right - left, std::max<qreal>(bottom - top, 10));
    if (ruled) m_d.ruler = QRectF(left, m_d.plot.bottom(), right - left, px(24));
    sample();
    scale();
    addColumns();
    addTicks();
    addLimits();
    addProvisioned();
    if (!m_request.function) addFunctions();
    m_d.unrecorded = unrecordedParts(m_index, m_d.plot, m_d.xOf(m_index.run().recordedFrom),
                                     m_d.xOf(m_index.recordedTo()));
    return std::move(m_d);
  }

 private:
  [[nodiscard]] qreal px(qreal design) const { return m_metrics.px(design); }

  void sample() {
    const auto count = static_cast<std::size_t>(
        std::max<long>(std::lround(m_d.plot.width() * m_metrics.devicePixelRatio), 1));
    m_d.columnWidth = m_d.plot.width() / static_cast<qreal>(count);
    m_d.values.resize(count);
    m_index.concurrency().sample(m_request.function, m_request.window.from, m_request.window.to,
                                 m_d.values);
    const observe::LaneWindow window{m_request.window.from, m_request.window.to,
                                     static_cast<std::int32_t>(count)};
    if (!m_request.throttled.empty())
      m_d.throttles = observe::countPerColumn(m_index, m_request.throttled, window);
  }

  /// The chart reaches over what was in use and, unless that would flatten the curve, the limits.
  void scale() {
    std::int64_t most = 1;
    for (const observe::InUse& value : m_d.values) most = std::max<std::int64_t>(most, value.most);
    for (const auto& step : m_index.concurrency().provisionedReady(m_request.function))
      most = std::max<std::int64_t>(most, step.value);
    std::int64_t reach = most;
    for (const auto& steps : limitSteps())
      for (const observe::LimitStep& step : steps.steps)
        if (step.value <= 4 * most) reach = std::max<std::int64_t>(reach, step.value);
    m_d.top = std::max<std::int64_t>(reach + (reach + 7) / 8, 2);
  }

  void addColumns() {
    m_d.columns.reserve(m_d.values.size());
    for (const observe::InUse& value : m_d.values)
      m_d.columns.push_back({m_d.yOf(value.most), m_d.yOf(value.least)});
  }

  void addTicks() {
    const int most = std::max(2, static_cast<int>(m_d.plot.width() / px(84)));
    for (const Tick& tick : ticksIn(m_request.window, most))
      m_d.ticksX.push_back({std::round(m_d.xOf(tick.at)), tick.label});
    const auto lines = static_cast<std::int64_t>(std::max<qreal>(m_d.plot.height() / px(34), 1));
    const std::int64_t step = roundUp(std::max<std::int64_t>(m_d.top / lines, 1));
    for (std::int64_t value = 0; value <= m_d.top; value += step)
      m_d.ticksY.push_back({std::round(m_d.yOf(value)), countText(value)});
  }

  struct NamedSteps {
    std::vector<observe::LimitStep> steps;
    QString name;
  };
  [[nodiscard]] std::vector<NamedSteps> limitSteps() const {
    const auto account = m_index.accountLimit();
    if (!m_request.function)
      return {{{account.begin(), account.end()}, Text::tr("account limit %1")}};
    const auto reserved = m_index.reserved(*m_request.function);
    const bool reserves = std::ranges::any_of(reserved, [](const auto& s) { return s.value >= 0; });
    auto room = observe::roomOf(m_index, *m_request.function);
    const bool whole = std::ranges::all_of(room, [&](const observe::LimitStep& step) {
      return step.value == observe::limitAt(account, step.at);
    });
    const QString name = reserves ? Text::tr("reserved %1")
                         : whole  ? Text::tr("account limit %1")
                                  : Text::tr("unreserved %1");
    return {{std::move(room), name}};
  }

  void addLimits() {
    for (const NamedSteps& named : limitSteps()) {
      LimitLine line;
      std::int32_t value = observe::limitAt(named.steps, m_request.window.from);
      const auto y = [&](std::int32_t v) { return std::max(m_d.yOf(v), m_d.plot.top()); };
      if (value >= 0) line.points.push_back({m_d.plot.left(), y(value)});
      for (const observe::LimitStep& step : named.steps) {
        if (step.at <= m_request.window.from || step.at > m_request.window.to) continue;
        const qreal x = m_d.xOf(step.at);
        if (value >= 0) line.points.push_back({x, y(value)});
        if (step.value >= 0) line.points.push_back({x, y(step.value)});
        value = step.value;
      }
      if (value >= 0) line.points.push_back({m_d.plot.right(), y(value)});
      if (line.points.size() < 2) continue;
      line.above = value > m_d.top;
      line.label = named.name.arg(countText(value));
      if (line.above) line.label = QStringLiteral("↑ ") + line.label;
      // A limit far above the chart is only hinted at: a whole line there would look like a value.
      const bool always = std::ranges::all_of(
          line.points, [this](const QPointF& p) { return p.y() <= m_d.plot.top(); });
      if (line.above && always)
        line.points.front().setX(std::max(m_d.plot.left(), m_d.plot.right() - px(130)));
      if (line.above && always) line.points = {line.points.front(), line.points.back()};
      line.labelAt = line.points.back() - QPointF(px(6), px(4));
      m_d.limits.push_back(std::move(line));
    }
  }

  void addProvisioned() {
    std::int32_t value = 0;
    std::int32_t highest = 0;
    std::vector<QPointF> line{{m_d.plot.left(), 0}};
    for (const auto& step : m_index.concurrency().provisionedReady(m_request.function)) {
      if (step.at <= m_request.window.from) {
        value = step.value;
        continue;
      }
      if (step.at > m_request.window.to) break;
      const qreal x = m_d.xOf(step.at);
      if (line.size() == 1) line.front().setY(m_d.yOf(value));
      line.push_back({x, m_d.yOf(value)});
      line.push_back({x, m_d.yOf(step.value)});
      highest = std::max(highest, std::max(value, step.value));
      value = step.value;
    }
    if (line.size() == 1) line.front().setY(m_d.yOf(value));
    highest = std::max(highest, value);
    if (highest == 0) return;
    line.push_back({m_d.plot.right(), m_d.yOf(value)});
    m_d.provisioned = std::move(line);
    m_d.provisionedLabel = Text::tr("provisioned %1").arg(countText(highest));
    m_d.provisionedLabelAt = QPointF(m_d.plot.left() + px(6), m_d.yOf(highest) - px(4));
  }

  void addFunctions() {
    const auto& functions = m_index.run().project.functions;
    std::vector<std::size_t> busiest;
    for (std::size_t f = 0; f < functions.size(); ++f)
      if (m_index.concurrency().peak(f) > 0) busiest.push_back(f);
    if (busiest.size() < 2) return;
    std::ranges::stable_sort(busiest, std::greater<>(),
                             [this](std::size_t f) { return m_index.concurrency().peak(f); });
    if (busiest.size() > kMostLines) busiest.resize(kMostLines);
    std::vector<observe::InUse> values(m_d.values.size());
    for (const std::size_t f : busiest) {
      m_index.concurrency().sample(f, m_request.window.from, m_request.window.to, values);
      FunctionLine line;
      line.function = f;
      line.name = qs(functions[f].id);
      std::size_t highest = 0;
      for (std::size_t c = 0; c < values.size(); ++c) {
        line.tops.push_back(m_d.yOf(values[c].most));
        if (values[c].most > values[highest].most) highest = c;
      }
      line.labelAt = QPointF(m_d.plot.left() + static_cast<qreal>(highest) * m_d.columnWidth,
                             line.tops[highest] - px(3));
      m_d.functions.push_back(std::move(line));
    }
  }

  const ConcurrencyRequest& m_request;
  const observe::RunIndex& m_index;
  const ConcurrencyMetrics& m_metrics;
  ConcurrencyDrawing m_d;
};

}  // namespace

qreal ConcurrencyDrawing::xOf(Instant t) const {
  const auto span = static_cast<qreal>(std::max<std::int64_t>((window.to - window.from).us, 1));
  return plot.left() + static_cast<qreal>((t - window.from).us) / span * plot.width();
}

Instant ConcurrencyDrawing::instantAt(qreal x) const {
  const auto span = static_cast<qreal>((window.to - window.from).us);
  return window.from + Duration{std::llround((x - plot.left()) / plot.width() * span)};
}

qreal ConcurrencyDrawing::yOf(std::int64_t value) const {
  return plot.bottom() - static_cast<qreal>(value) / static_cast<qreal>(top) * plot.height();
}

ConcurrencyDrawing layOutConcurrency(const ConcurrencyRequest& request,
                                     const ConcurrencyMetrics& metrics) {
  return Layout(request, metrics).draw();
}

LimitInForce limitInForce(const observe::RunIndex& index, std::optional<std::size_t> function,
                          Instant t) {
  if (function) {
    const std::int32_t room = observe::limitAt(observe::roomOf(index, *function), t);
    if (observe::limitAt(index.reserved(*function), t) >= 0) return {room, Text::tr("reserved")};
    if (room != observe::limitAt(index.accountLimit(), t)) return {room, Text::tr("unreserved")};
  }
  return {observe::limitAt(index.accountLimit(), t), Text::tr("account limit")};
}

QString asText(const ConcurrencyDrawing& drawing) {
  const auto point = [](QPointF p) {
    return QStringLiteral("%1,%2").arg(qRound(p.x())).arg(qRound(p.y()));
  };
  QStringList lines;
  lines << QStringLiteral("plot %1 %2 top %3")
               .arg(point(drawing.plot.topLeft()), point(drawing.plot.bottomRight()))
               .arg(drawing.top);
  for (const ConcurrencyTick& tick : drawing.ticksX)
    lines << QStringLiteral("x %1 %2").arg(qRound(tick.at)).arg(tick.label);
  for (const ConcurrencyTick& tick : drawing.ticksY)
    lines << QStringLiteral("y %1 %2").arg(qRound(tick.at)).arg(tick.label);
  for (const LimitLine& limit : drawing.limits) {
    QStringList points;
    for (const QPointF& p : limit.points) points << point(p);
    lines << QStringLiteral("limit %1: %2").arg(limit.label, points.join(QLatin1Char(' ')));
  }
  for (const FunctionLine& line : drawing.functions)
    lines << QStringLiteral("function %1").arg(line.name);
  if (!drawing.provisioned.empty()) lines << drawing.provisionedLabel;
  for (std::size_t c = 0; c < drawing.values.size();) {
    std::size_t past = c + 1;
    while (past < drawing.values.size() && drawing.values[past] == drawing.values[c]) ++past;
    lines << QStringLiteral("columns %1-%2: %3..%4")
                 .arg(c)
                 .arg(past - 1)
                 .arg(drawing.values[c].least)
                 .arg(drawing.values[c].most);
    c = past;
  }
  return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

}  // namespace coldstart::stage
