// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stage/timeline_layout.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>

#include "app/stage/quantity.h"
#include "app/stage/time_axis.h"
#include "app/stage/unrecorded.h"
#include "core/project/quota.h"

namespace coldstart::stage {

using journal::Attempt;
using journal::AttemptIndex;
using journal::Environment;
using journal::EnvironmentIndex;
using observe::LaneKind;

namespace {

struct Text {
  Q_DECLARE_TR_FUNCTIONS(Timeline)
};

constexpr qreal kLabelColumn = 124;
constexpr qreal kRulerHeight = 24;
constexpr qreal kTrackHeight = 22;
constexpr qreal kRareHeight = 14;
constexpr qreal kLegendHeight = 26;
constexpr qreal kTallPitch = 62;
constexpr qreal kFlagHeight = 24;
constexpr qreal kTallBar = 28;
constexpr qreal kMediumPitch = 24;
constexpr qreal kMediumBar = 16;
constexpr qreal kLeastPitch = 4;

enum class RowSize { Tall, Medium, Compact };

class Layout {
 public:
  Layout(const TimelineRequest& request, const TimelineMetrics& metrics)
      : m_request(request), m_index(*request.index), m_metrics(metrics) {}

  TimelineDrawing draw() {
    divideSpace();
    addTicks();
    addThrottles();
    chooseRows();
    addRows();
    if (m_size == RowSize::Tall) addLinks();
    addSentence();
    m_d.unrecorded = unrecordedParts(m_index, m_d.plot, m_d.xOf(m_index.run().recordedFrom),
                                     m_d.xOf(m_index.recordedTo()));
    return std::move(m_d);
  }

 private:
  [[nodiscard]] qreal px(qreal design) const { return m_metrics.px(design); }
  [[nodiscard]] qreal width(const QString& text) const { return m_metrics.textWidth(text); }
  /// On a device pixel, so that edges are sharp.
  [[nodiscard]] qreal snapped(qreal x) const {
    return std::round(x * m_metrics.devicePixelRatio) / m_metrics.devicePixelRatio;
  }

  void divideSpace() {
    m_d.size = m_request.size;
    const qreal left = std::round(px(kLabelColumn));
    const qreal right = std::max(left + 20, m_request.size.width() - std::round(px(12)));
    qreal top = std::round(px(kRulerHeight));
    m_d.ruler = QRectF(left, 0, right - left, top);
    if (!m_request.throttled.empty()) {
      m_d.throttleTrack = QRectF(left, top, right - left, std::round(px(kTrackHeight)));
      top = m_d.throttleTrack.bottom() + std::round(px(3));
    }
    qreal bottom = m_request.size.height();
    if (bottom - top >= px(110)) {
      m_d.legend = QRectF(left, bottom - std::round(px(kLegendHeight)), right - left,
                          std::round(px(kLegendHeight)));
      bottom = m_d.legend.top();
    }
    m_d.plot = QRectF(left, top, right - left, std::max<qreal>(bottom - top, 1));
    const auto columns =
        static_cast<std::int32_t>(std::lround(m_d.plot.width() * m_metrics.devicePixelRatio));
    m_d.window = {m_request.window.from, m_request.window.to, std::max(columns, 1)};
  }

  void addTicks() {
    const int most = std::max(2, static_cast<int>(m_d.plot.width() / px(84)));
    for (const Tick& tick : ticksIn(m_request.window, most))
      m_d.ticks.push_back({snapped(m_d.xOf(tick.at)), tick.label});
  }

  void addThrottles() {
    if (m_request.throttled.empty()) return;
    const bool throttledAll = m_index.turnedAway().size() == m_index.throttled().size();
    m_d.trackTitle = throttledAll ? Text::tr("✕ throttled (429)") : Text::tr("✕ refused");
    const auto counts = observe::countPerColumn(m_index, m_request.throttled, m_d.window);
    const auto all = m_index.attempts();
    auto first = static_cast<std::size_t>(
        std::partition_point(m_request.throttled.begin(), m_request.throttled.end(),
                             [&](AttemptIndex i) { return all[i].arrived < m_d.window.from; }) -
        m_request.throttled.begin());
    const qreal columnWidth = 1 / m_metrics.devicePixelRatio;
    for (std::size_t c = 0; c < counts.size(); ++c) {
      if (counts[c] == 0) continue;
      const qreal left = m_d.plot.left() + static_cast<qreal>(c) * columnWidth;
      m_d.throttledInWindow += counts[c];
      const bool joins = !m_d.throttles.empty() && left - m_d.throttles.back().right < px(16);
      if (joins) {
        m_d.throttles.back().right = left + columnWidth;
        m_d.throttles.back().count += counts[c];
      } else {
        m_d.throttles.push_back({left, left + columnWidth, counts[c], first, {}});
      }
      first += counts[c];
    }
    for (std::size_t i = 0; i < m_d.throttles.size(); ++i) {
      TimelineThrottle& mark = m_d.throttles[i];
      const qreal room =
          (i + 1 < m_d.throttles.size() ? m_d.throttles[i + 1].left : m_d.plot.right()) - mark.left;
      mark.text = QStringLiteral("✕");
      if (mark.count == 1) continue;
      const QString counted = QStringLiteral("✕ ") + countText(mark.count);
      if (width(counted) + px(6) <= room) mark.text = counted;
    }
  }

  void chooseRows() {
    m_environments =
        observe::environmentsDuring(m_index, m_request.window.from, m_request.window.to);
    const auto environments = m_index.environments();
    if (m_request.function) {
      std::erase_if(m_environments, [&](EnvironmentIndex e) {
        return environments[e].function != *m_request.function;
      });
    } else if (m_index.run().project.functions.size() > 1) {
      std::ranges::stable_sort(m_environments, {},
                               [&](EnvironmentIndex e) { return environments[e].function; });
    }
    const auto count = static_cast<qreal>(m_environments.size());
    const qreal room = m_d.plot.height();
    if (count <= 1 || count * px(kTallPitch) <= room) {
      m_size = RowSize::Tall;
      m_d.rowPitch = std::round(px(kTallPitch));
    } else if (count * px(kMediumPitch) <= room) {
      m_size = RowSize::Medium;
      m_d.rowPitch = std::round(px(kMediumPitch));
    } else {
      m_size = RowSize::Compact;
      m_d.rowPitch = snapped(std::max(px(kLeastPitch), std::floor(room / count)));
    }
    m_d.compact = m_size == RowSize::Compact;
    if (m_d.compact && m_d.rowPitch * count > room) addRareTrack();
    m_d.rowCount = m_environments.size();
    m_d.contentHeight = m_d.rowPitch * count;
  }

  /// Rows that are scrolled away must not hide what is rare: one line above tells where in time any
  /// environment started cold or failed.
  void addRareTrack() {
    const qreal height = std::round(px(kRareHeight));
    m_d.rareTrack = QRectF(m_d.plot.left(), m_d.plot.top(), m_d.plot.width(), height);
    m_d.plot.setTop(m_d.rareTrack.bottom() + std::round(px(3)));
    m_d.rare.assign(static_cast<std::size_t>(m_d.window.columns), 0);
    const auto mark = [this](Instant t, std::uint8_t bit) {
      const std::int64_t c = m_d.window.columnOf(t);
      if (c >= 0 && c < m_d.window.columns) m_d.rare[static_cast<std::size_t>(c)] |= bit;
    };
    const auto wanted = [this](std::size_t f) {
      return !m_request.function || *m_request.function == f;
    };
    for (const EnvironmentIndex e : m_environments) {
      const Environment& environment = m_index.environments()[e];
      if (environment.cause != journal::kNone) mark(environment.started, observe::kColumnInit);
      if (environment.initStatus != journal::InitStatus::Succeeded)
        mark(environment.ready() - Duration{1}, observe::kColumnError);
    }
    const auto all = m_index.attempts();
    const auto failed = m_index.failedByEnd();
    auto next = std::partition_point(failed.begin(), failed.end(), [&](AttemptIndex i) {
      return all[i].ended() <= m_d.window.from;
    });
    for (; next != failed.end() && all[*next].ended() <= m_d.window.to; ++next)
      if (wanted(m_index.run().journal.functionOf(all[*next])))
        mark(all[*next].ended() - Duration{1}, observe::kColumnError);
  }

  void addRows() {
    if (m_environments.empty()) return;
    const qreal most = std::max<qreal>(0, m_d.contentHeight - m_d.plot.height());
    const qreal scroll = std::clamp<qreal>(m_request.scroll, 0, most);
    m_d.firstRow = static_cast<std::size_t>(scroll / m_d.rowPitch);
    qreal top = snapped(m_d.plot.top() + static_cast<qreal>(m_d.firstRow) * m_d.rowPitch - scroll);
    const auto visible = static_cast<std::size_t>(m_d.plot.height() / m_d.rowPitch) + 2;
    const std::size_t rows = std::min(m_environments.size() - m_d.firstRow, visible);
    m_d.rows.reserve(rows);
    m_d.columns.reserve(rows * static_cast<std::size_t>(m_d.window.columns));
    qreal labelled =
        -px(100);  // Where the last label stands; the first one is moved down into view.
    for (std::size_t r = m_d.firstRow; r < m_environments.size() && top < m_d.plot.bottom(); ++r) {
      addRow(m_environments[r], top);
      if (m_d.compact && top - labelled >= px(16) && top + px(12) <= m_d.plot.bottom()) {
        labelled = std::max(top, m_d.plot.top() + px(6));
        m_d.rows.back().label = Text::tr("env %1").arg(m_environments[r] + 1);
      }
      top = snapped(top + m_d.rowPitch);
    }
  }

  void addRow(EnvironmentIndex e, qreal top) {
    const Environment& environment = m_index.environments()[e];
    TimelineRow row;
    row.environment = e;
    row.top = top;
    row.provisioned = environment.provisioned;
    const Instant stop = std::min(environment.stopped, m_index.run().end);
    row.begins = environment.started >= m_d.window.from;
    row.ends = environment.stopped <= m_d.window.to;
    const qreal left = std::max(m_d.plot.left(), snapped(m_d.xOf(environment.started)));
    const qreal right = std::min(m_d.plot.right(), snapped(m_d.xOf(stop)));
    qreal barTop = top;
    qreal barHeight = std::max<qreal>(m_d.rowPitch - std::max<qreal>(1, std::round(px(1))), 1);
    if (m_size == RowSize::Tall) {
      barTop = top + std::round(px(kFlagHeight));
      barHeight = std::round(px(kTallBar));
    } else if (m_size == RowSize::Medium) {
      barHeight = std::round(px(kMediumBar));
      barTop = top + std::round((m_d.rowPitch - barHeight) / 2);
    }
    row.bar =
        QRectF(left, barTop, std::max(right - left, 1 / m_metrics.devicePixelRatio), barHeight);
    if (!m_d.compact) nameRow(row, environment);
    const bool frozen = !m_d.compact;
    observe::foldLane(m_index, e, m_d.window,
                      frozen ? observe::FrozenPieces::Yes : observe::FrozenPieces::No, m_fold);
    row.firstColumn = m_d.columns.size();
    m_d.columns.insert(m_d.columns.end(), m_fold.columns.begin(), m_fold.columns.end());
    for (const observe::LanePiece& piece : m_fold.pieces) addBar(row, environment, piece);
    if (m_size == RowSize::Tall) addFlags(row);
    m_d.rows.push_back(std::move(row));
  }

  void nameRow(TimelineRow& row, const Environment& environment) const {
    row.label = Text::tr("Environment %1").arg(row.environment + 1);
    if (m_size != RowSize::Tall) return;
    const std::int64_t hundredths = (project::milliVcpus(environment.memoryMb) + 5) / 10;
    const QString vcpus = QStringLiteral("%1.%2")
                              .arg(hundredths / 100)
                              .arg(hundredths % 100, 2, 10, QLatin1Char('0'));
    const auto& functions = m_index.run().project.functions;
    row.detail = functions.size() > 1
                     ? QString::fromStdString(functions[environment.function].id)
                     : Text::tr("%1 MB · %2 vCPU").arg(environment.memoryMb).arg(vcpus);
  }

  void addBar(const TimelineRow& row, const Environment& environment,
              const observe::LanePiece& piece) {
    const qreal left = std::max(m_d.plot.left(), snapped(m_d.xOf(piece.from)));
    const qreal right = std::min(m_d.plot.right(), snapped(m_d.xOf(piece.to)));
    if (right <= left) return;
    TimelineBar bar;
    bar.rect = QRectF(left, row.bar.top(), right - left, row.bar.height());
    bar.kind = piece.kind;
    bar.environment = row.environment;
    bar.attempt = piece.attempt;
    if (!m_d.compact) bar.label = barLabel(piece, environment, right - left - px(11));
    m_d.bars.push_back(std::move(bar));
  }

  [[nodiscard]] QString errorWording(AttemptIndex attempt) const {
    using journal::Ending;
    switch (m_index.attempts()[attempt].ending) {
      case Ending::Crashed:
        return Text::tr("exited after %1");
      case Ending::OutOfMemory:
        return Text::tr("out of memory after %1");
      case Ending::InitFailed:
        return Text::tr("init failed again after %1");
      default:
        return Text::tr("error after %1");
    }
  }

  /// The longest wording that fits.
  [[nodiscard]] QString barLabel(const observe::LanePiece& piece, const Environment& environment,
                                 qreal room) const {
    if (room < px(16)) return {};
    const QString time = durationText(piece.to - piece.from);
    QStringList wordings;
    switch (piece.kind) {
      case LaneKind::Init:
        wordings = {environment.initStatus != journal::InitStatus::Succeeded
                        ? Text::tr("init failed after %1").arg(time)
                    : environment.restored ? Text::tr("Restore %1").arg(time)
                                           : Text::tr("Init %1").arg(time),
                    time};
        break;
      case LaneKind::Busy:
        wordings = {Text::tr("Invoke %1").arg(time), time};
        break;
      case LaneKind::Error:
        wordings = {errorWording(piece.attempt).arg(time), time};
        room -= px(14);
        break;
      case LaneKind::TimedOut:
        wordings = {Text::tr("timed out after %1").arg(time), time};
        room -= px(14);
        break;
      case LaneKind::Frozen:
        wordings = frozenWordings(piece, environment, time);
        break;
    }
    for (const QString& wording : wordings)
      if (width(wording) <= room) return wording;
    return {};
  }

  [[nodiscard]] QStringList frozenWordings(const observe::LanePiece& piece,
                                           const Environment& environment,
                                           const QString& time) const {
    if (environment.provisioned)
      return {Text::tr("ready %1 — provisioned").arg(time), Text::tr("provisioned")};
    const auto& live = m_index.run().live;
    const auto number =
        static_cast<journal::EnvironmentIndex>(&environment - m_index.environments().data());
    if (live && live->isAttached(number))
      return {Text::tr("attached, waits %1").arg(time), Text::tr("attached")};
    if (piece.to == environment.stopped) {
      const QString why = environment.stop == journal::StopReason::Idle
                              ? Text::tr("frozen %1 — then reclaimed").arg(time)
                              : Text::tr("frozen %1 — then stopped").arg(time);
      return {why, Text::tr("frozen %1").arg(time), Text::tr("frozen")};
    }
    if (piece.to >= m_index.run().end) return {Text::tr("frozen")};
    return {Text::tr("frozen %1 — kept warm").arg(time), Text::tr("frozen %1").arg(time),
            Text::tr("frozen")};
  }

  void addFlags(const TimelineRow& row) {
    const auto own =
        observe::attemptsDuring(m_index, row.environment, m_d.window.from, m_d.window.to);
    if (static_cast<qreal>(own.size()) > m_d.plot.width() / px(8)) return;
    const std::size_t first = m_d.flags.size();
    qreal free = m_d.plot.left() - px(4);
    for (const AttemptIndex i : own) {
      const Attempt& attempt = m_index.attempts()[i];
      const qreal x = snapped(m_d.xOf(attempt.arrived));
      if (attempt.arrived < m_d.window.from || x > m_d.plot.right()) continue;
      TimelineFlag flag;
      flag.foot = QPointF(x, row.bar.top());
      flag.top = row.top + std::round(px(8));
      flag.attempt = i;
      flag.cold = journal::isCold(attempt.decision);
      const std::int64_t number = std::int64_t{attempt.request} + 1;
      QString text = flag.cold ? Text::tr("#%1 cold") : Text::tr("#%1 warm");
      if (attempt.decision == journal::Decision::Provisioned) text = Text::tr("#%1 provisioned");
      if (attempt.cause != journal::kNone) text = Text::tr("#%1 retry");
      text = text.arg(number);
      if (x >= free && x + px(8) + width(text) <= m_d.plot.right() + px(10)) {
        flag.text = text;
        free = x + px(8) + width(text) + px(6);
      }
      m_d.flags.push_back(std::move(flag));
    }
    for (std::size_t f = first; f + 1 < m_d.flags.size(); ++f) {  // No pin through a text.
      TimelineFlag& flag = m_d.flags[f];
      const qreal next = m_d.flags[f + 1].foot.x() - px(4);
      if (next < flag.foot.x() + px(8) + width(flag.text)) flag.text.clear();
    }
  }

  void addLinks() {
    for (const TimelineFlag& flag : m_d.flags) {
      const Attempt& attempt = m_index.attempts()[flag.attempt];
      if (attempt.cause == journal::kNone) continue;
      const Attempt& cause = m_index.attempts()[attempt.cause];
      qreal y = m_d.throttleTrack.center().y();
      if (cause.ran()) {
        const auto row = std::ranges::find(m_d.rows, cause.environment, &TimelineRow::environment);
        if (row == m_d.rows.end()) continue;
        y = row->bar.top();
      }
      m_d.links.push_back({{m_d.xOf(m_index.endOf(cause)), y}, flag.foot, flag.attempt});
    }
  }

  /// What there is to learn while the picture is small enough to say it in one sentence.
  void addSentence() {
    if (m_size != RowSize::Tall || m_d.rows.empty()) return;
    const qreal top = m_d.rows.back().bar.bottom() + px(12);
    m_d.sentenceRect = QRectF(QPointF(m_d.plot.left(), top), m_d.plot.bottomRight());
    if (m_d.sentenceRect.height() < px(38)) return;
    const std::int64_t served = static_cast<std::int64_t>(m_index.attempts().size());
    const auto environments = m_index.environments();
    const bool anyProvisioned = std::ranges::any_of(
        environments, [](const Environment& environment) { return environment.provisioned; });
    if (served == 0 || anyProvisioned || !m_request.throttled.empty()) return;
    if (environments.size() == 1 && served == 1) {
      m_d.sentence = Text::tr(
          "No environment was there yet, so the request waited for one to start. Press Test "
          "again: the frozen environment is used again.");
    } else if (environments.size() == 1 && served == 2) {
      m_d.sentence = Text::tr(
          "One environment has been enough: it served both requests, one at a time. Press Test "
          "twice quickly to see a second one start.");
    } else if (environments.size() == 1) {
      m_d.sentence = Text::tr(
                         "One environment has been enough: it served all %1 requests, one at a "
                         "time.")
                         .arg(countText(served));
    } else if (environments.size() <= 4) {
      m_d.sentence = Text::tr(
                         "An environment serves one request at a time, so %1 were started: each "
                         "time a request arrived, none was free.")
                         .arg(environments.size());
    }
  }

  const TimelineRequest& m_request;
  const observe::RunIndex& m_index;
  const TimelineMetrics& m_metrics;
  TimelineDrawing m_d;
  RowSize m_size = RowSize::Tall;
  std::vector<EnvironmentIndex> m_environments;
  observe::LaneFold m_fold;
};

}  // namespace

qreal TimelineDrawing::xOf(Instant t) const {
  const auto span = static_cast<qreal>(std::max<std::int64_t>((window.to - window.from).us, 1));
  return plot.left() + static_cast<qreal>((t - window.from).us) / span * plot.width();
}

Instant TimelineDrawing::instantAt(qreal x) const {
  const auto span = static_cast<qreal>((window.to - window.from).us);
  return window.from + Duration{std::llround((x - plot.left()) / plot.width() * span)};
}

TimelineDrawing layOutTimeline(const TimelineRequest& request, const TimelineMetrics& metrics) {
  return Layout(request, metrics).draw();
}

}  // namespace coldstart::stage
