// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stage/flow_environments.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>

#include "app/stage/attempt_card.h"
#include "app/stage/quantity.h"

namespace coldstart::stage {

using journal::Attempt;
using journal::AttemptIndex;
using journal::Environment;
using journal::EnvironmentIndex;
using observe::EnvironmentState;
using Phase = EnvironmentState::Phase;

namespace {

struct Text {
  Q_DECLARE_TR_FUNCTIONS(Flow)
};

constexpr qreal kTileWidth = 136;
constexpr qreal kTileHeight = 64;
constexpr qreal kSmallTileWidth = 86;
constexpr qreal kSmallTileHeight = 40;
constexpr qreal kGap = 8;

/// "140 of 210 ms": both in the unit of the longer one.
QString progressText(Duration done, Duration whole) {
  if (whole < Duration::seconds(1))
    return Text::tr("%1 of %2 ms").arg(done.us / 1'000).arg((whole.us + 500) / 1'000);
  return Text::tr("%1 of %2").arg(durationText(done), durationText(whole));
}

class Placer {
 public:
  Placer(const observe::RunIndex& index, FlowDrawing& drawing, FlowGroup& group,
         const EnvironmentsPlace& place)
      : m_index(index), m_d(drawing), m_group(group), m_place(place) {
    for (const EnvironmentState& state : drawing.state.environments)
      if (index.environments()[state.environment].function == group.function)
        m_states.push_back(&state);
  }

  void fill() {
    writeCaption();
    if (m_states.empty()) {
      centred(px(kTileHeight));
      m_group.emptyText = Text::tr("No environment exists now. The next request starts one.");
      return;
    }
    const std::size_t room = roomLeft() > 0 ? 1 : 0;
    if (!m_place.compact && addTiles(px(kTileWidth), px(kTileHeight), room, true)) return;
    if (addTiles(px(kSmallTileWidth), px(kSmallTileHeight), 0, false)) return;
    addSquares();
  }

 private:
  [[nodiscard]] qreal px(qreal design) const { return m_place.metrics.px(design); }

  /// How many more environments the function's reserve leaves room for.
  [[nodiscard]] std::int32_t roomLeft() const {
    const observe::FunctionState& function = m_d.state.functions[m_group.function];
    if (function.reserved < 0) return 0;
    return function.reserved - function.environments;
  }

  /// A process of the developer's own: nothing freezes it.
  [[nodiscard]] bool isAttached(journal::EnvironmentIndex environment) const {
    const auto& live = m_index.run().live;
    return live && live->isAttached(environment);
  }

  void writeCaption() {
    std::int64_t busy = 0;
    std::int64_t init = 0;
    std::int64_t frozen = 0;
    std::int64_t ready = 0;
    std::int64_t held = 0;
    std::int64_t attached = 0;
    for (const EnvironmentState* state : m_states) {
      if (state->phase == Phase::Busy) ++busy;
      if (state->phase == Phase::Init) ++init;
      if (state->phase != Phase::Frozen) continue;
      if (isAttached(state->environment)) {
        ++attached;
        continue;
      }
      const bool provisioned = m_index.environments()[state->environment].provisioned;
      ++(state->held ? held : provisioned ? ready : frozen);
    }
    QStringList parts;
    if (busy > 0) parts << Text::tr("%1 in the handler").arg(countText(busy));
    if (init > 0) parts << Text::tr("%1 in init").arg(countText(init));
    if (ready > 0) parts << Text::tr("%1 provisioned and ready").arg(countText(ready));
    if (held > 0)
      parts << Text::tr("%1 provisioned, held until all are ready").arg(countText(held));
    if (attached > 0) parts << Text::tr("%1 attached").arg(countText(attached));
    if (frozen > 0) parts << Text::tr("%1 frozen").arg(countText(frozen));
    const auto count = std::ssize(m_states);
    m_group.caption =
        count == 1 ? Text::tr("1 environment") : Text::tr("%1 environments").arg(countText(count));
    if (!parts.isEmpty())
      m_group.caption += QStringLiteral(" — ") + parts.join(QStringLiteral(", "));
  }

  bool addTiles(qreal least, qreal height, std::size_t extra, bool large) {
    const QRectF& area = m_place.area;
    if (area.width() < least) return false;
    const qreal gap = px(large ? kGap : 5);
    const auto columns = static_cast<std::size_t>(
        std::max<qreal>(1, std::floor((area.width() + gap) / (least + gap))));
    const auto rows = static_cast<std::size_t>(
        std::max<qreal>(0, std::floor((area.height() + gap) / (height + gap))));
    std::size_t count = m_states.size() + extra;
    if (count > columns * rows && extra > 0) count = m_states.size();
    if (count > columns * rows) return false;
    const std::size_t used = std::min(columns, std::max<std::size_t>(count, 2));
    const qreal shared =
        (area.width() - gap * static_cast<qreal>(used - 1)) / static_cast<qreal>(used);
    const qreal width = std::floor(std::clamp(shared, least, large ? least * 1.75 : least * 1.35));
    const auto usedRows = static_cast<qreal>((count + used - 1) / used);
    const qreal top = centred(usedRows * (height + gap) - gap);
    for (std::size_t i = 0; i < count; ++i) {
      const auto column = static_cast<qreal>(i % used);
      const auto row = static_cast<qreal>(i / used);
      FlowTile tile;
      tile.rect = QRectF(std::round(area.left() + column * (width + gap)),
                         std::round(top + row * (height + gap)), width, std::round(height));
      if (i < m_states.size()) {
        fillTile(tile, *m_states[i], large);
      } else {
        fillRoom(tile);
      }
      m_d.tiles.push_back(std::move(tile));
    }
    return true;
  }

  /// Where something of this height begins so that the gate's line leads to its middle; the caption
  /// comes along.
  qreal centred(qreal height) {
    const QRectF& area = m_place.area;
    const qreal wanted = m_group.pathEnd.y() - height / 2;
    const qreal top = std::clamp(wanted, area.top(), std::max(area.top(), area.bottom() - height));
    if (!m_place.compact) m_group.captionAt.ry() += top - area.top();
    return top;
  }

  void fillRoom(FlowTile& tile) const {
    const observe::FunctionState& function = m_d.state.functions[m_group.function];
    const std::int32_t left = roomLeft();
    tile.title = left == 1 ? Text::tr("Room for one more")
                           : Text::tr("Room for %1 more").arg(countText(left));
    const bool allInUse = function.busy == function.environments;
    tile.detail = allInUse ? Text::tr("%1 are reserved, %2 are in use")
                           : Text::tr("%1 are reserved, %2 environments exist");
    tile.detail = tile.detail.arg(countText(function.reserved), countText(function.environments));
  }

  void fillTile(FlowTile& tile, const EnvironmentState& state, bool large) const {
    const Environment& environment = m_index.environments()[state.environment];
    const Instant t = m_d.state.at;
    tile.environment = state.environment;
    tile.phase = state.phase;
    tile.provisioned = environment.provisioned && !state.held;  // Not usable: it looks frozen.
    const std::int64_t number = std::int64_t{state.environment} + 1;
    const bool attached = isAttached(state.environment);
    tile.title = !large     ? Text::tr("env %1").arg(number)
                 : attached ? Text::tr("Environment %1, attached").arg(number)
                            : Text::tr("Environment %1").arg(number);
    const Duration done = t - state.since;
    const bool ends = state.until != kNever && state.until > state.since;
    if (ends && state.phase != Phase::Frozen)
      tile.permille = static_cast<int>(done.us * 1'000 / (state.until - state.since).us);
    if (state.phase == Phase::Init) {
      const QString progress = progressText(done, state.until - state.since);
      tile.detail = large ? Text::tr("init · %1").arg(progress) : Text::tr("init");
    } else if (state.phase == Phase::Busy) {
      const std::int64_t request = std::int64_t{m_index.attempts()[state.attempt].request} + 1;
      tile.detail = large ? Text::tr("#%1 · %2").arg(request).arg(durationText(done))
                          : Text::tr("#%1").arg(request);
    } else if (state.held) {
      tile.detail = large ? Text::tr("held until all are ready") : Text::tr("held");
    } else if (environment.provisioned) {
      tile.detail = large ? Text::tr("provisioned, ready") : Text::tr("ready");
    } else if (attached) {
      tile.detail = large ? Text::tr("waits for %1").arg(durationText(done)) : durationText(done);
    } else {
      tile.detail = large ? Text::tr("frozen for %1").arg(durationText(done)) : durationText(done);
    }
  }

  /// Above what tiles can show: one square an environment, or, beyond what squares can show, one
  /// for several of them, as active as the most active.
  void addSquares() {
    const QRectF& area = m_place.area;
    const std::size_t count = m_states.size();
    qreal pitch = px(28);
    std::size_t each = 1;
    const auto along = [](qreal length, qreal p) {  // One always fits, so that the search ends.
      return std::max<qreal>(1, std::floor(length / p));
    };
    const auto fits = [&](qreal p, std::size_t squares) {
      return along(area.width(), p) * along(area.height(), p) >= static_cast<qreal>(squares);
    };
    while (pitch > 3 && !fits(pitch, count)) pitch = pitch > px(8) ? pitch - 1 : pitch - 0.5;
    while (!fits(pitch, (count + each - 1) / each)) ++each;
    const auto columns = static_cast<std::size_t>(along(area.width(), pitch));
    const qreal side = pitch - std::max<qreal>(1, std::floor(pitch / 8));
    const std::size_t squares = (count + each - 1) / each;
    const qreal top =
        std::round(centred(pitch * static_cast<qreal>((squares + columns - 1) / columns)));
    const bool numbered = side >= px(20) && each == 1 && m_states.back()->environment < 999;
    for (std::size_t i = 0; i < count; i += each) {
      const std::size_t n = i / each;
      FlowSquare square;
      square.rect = QRectF(area.left() + static_cast<qreal>(n % columns) * pitch,
                           top + static_cast<qreal>(n / columns) * pitch, side, side);
      const EnvironmentState* most = m_states[i];
      for (std::size_t k = i; k < std::min(i + each, count); ++k)
        if (m_states[k]->phase < most->phase) most = m_states[k];
      square.environment = most->environment;
      square.phase = most->phase;
      if (numbered) square.text = QString::number(most->environment + 1);
      square.provisioned = m_index.environments()[most->environment].provisioned && !most->held;
      m_d.squares.push_back(square);
    }
    if (each > 1) m_group.caption += Text::tr(" · one square = %1 environments").arg(each);
  }

  const observe::RunIndex& m_index;
  FlowDrawing& m_d;
  FlowGroup& m_group;
  const EnvironmentsPlace& m_place;
  std::vector<const EnvironmentState*> m_states;
};

}  // namespace

void placeEnvironments(const observe::RunIndex& index, FlowDrawing& drawing, FlowGroup& group,
                       const EnvironmentsPlace& place) {
  Placer(index, drawing, group, place).fill();
}

QString environmentLine(const observe::RunIndex& index, EnvironmentIndex e, Instant t) {
  const Environment& environment = index.environments()[e];
  if (t < environment.started)
    return Text::tr("starts at %1").arg(exactMomentText(environment.started));
  if (t >= environment.stopped)
    return Text::tr("stopped at %1").arg(exactMomentText(environment.stopped));
  const EnvironmentState state = observe::environmentAt(index, e, t);
  const Duration done = t - state.since;
  if (state.phase == Phase::Init)
    return Text::tr("init, %1").arg(progressText(done, state.until - state.since));
  const QString initTime = durationText(Duration{environment.initUs});
  const QString init = environment.initStatus != journal::InitStatus::Succeeded
                           ? Text::tr("init failed after %1").arg(initTime)
                       : environment.restored ? Text::tr("restored in %1").arg(initTime)
                                              : Text::tr("init %1").arg(initTime);
  if (state.phase == Phase::Busy) {
    const std::int64_t request = std::int64_t{index.attempts()[state.attempt].request} + 1;
    const QString progress =
        state.until == kNever ? durationText(done) : progressText(done, state.until - state.since);
    return Text::tr("%1 → request #%2, busy %3").arg(init, countText(request), progress);
  }
  const auto served = static_cast<std::int64_t>(index.begunBy(e, t));
  return Text::tr("%1 → %2 requests served, frozen for %3")
      .arg(init, countText(served), durationText(done));
}

namespace {

QString failureText(journal::Ending ending) {
  switch (ending) {
    case journal::Ending::TimedOut:
      return Text::tr("timed out after %1 in environment %2");
    case journal::Ending::Crashed:
      return Text::tr("exited after %1 in environment %2");
    case journal::Ending::OutOfMemory:
      return Text::tr("out of memory after %1 in environment %2");
    case journal::Ending::InitFailed:
      return Text::tr("init failed again after %1 in environment %2");
    default:
      return Text::tr("handler error after %1 in environment %2");
  }
}

}  // namespace

QString attemptLine(const observe::RunIndex& index, AttemptIndex i, Instant t) {
  const Attempt& attempt = index.attempts()[i];
  if (t < attempt.arrived) return Text::tr("arrives at %1").arg(exactMomentText(attempt.arrived));
  if (journal::isThrottle(attempt.decision))
    return Text::tr("throttled at %1: %2")
        .arg(exactMomentText(attempt.arrived), throttleReason(attempt.decision));
  if (attempt.ending == journal::Ending::Refused)
    return Text::tr("refused at %1: %2")
        .arg(exactMomentText(attempt.arrived), throttleReason(attempt.decision));
  if (!attempt.ran()) return Text::tr("dropped at %1").arg(exactMomentText(attempt.arrived));
  const std::int64_t number = std::int64_t{attempt.environment} + 1;
  const Duration handler = index.endOf(attempt) - attempt.began();
  if (t < attempt.began())
    return Text::tr("waits for environment %1: init %2")
        .arg(number)
        .arg(progressText(t - attempt.arrived, attempt.began() - attempt.arrived));
  if (t < index.endOf(attempt))
    return Text::tr("in environment %1, busy %2")
        .arg(number)
        .arg(progressText(t - attempt.began(), handler));
  QString how = Text::tr("ran %1 in environment %2").arg(durationText(handler)).arg(number);
  if (journal::isError(attempt.ending))
    how = failureText(attempt.ending).arg(durationText(handler)).arg(number);
  if (attempt.waitUs > 0)
    how += Text::tr(", waited %1 for init").arg(durationText(Duration{attempt.waitUs}));
  return how;
}

}  // namespace coldstart::stage
