// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/observe/lanes.h"

#include <algorithm>

namespace coldstart::observe {

using journal::Attempt;
using journal::AttemptIndex;
using journal::EnvironmentIndex;

std::int64_t LaneWindow::columnOf(Instant t) const {
  const std::int64_t span = std::max<std::int64_t>((to - from).us, 1);
  // Times far outside the window would overflow the product.
  const std::int64_t since = std::clamp((t - from).us, -span, 2 * span);
  const std::int64_t product = since * columns;
  return product >= 0 ? product / span : -((-product + span - 1) / span);
}

Instant LaneWindow::instantOf(std::int64_t c) const {
  const std::int64_t span = std::max<std::int64_t>((to - from).us, 1);
  return from + Duration{(span * c + columns - 1) / columns};
}

namespace {

std::uint8_t columnMarks(std::uint8_t laneMarks) {
  std::uint8_t marks = 0;
  if ((laneMarks & kLaneError) != 0) marks |= kColumnError;
  if ((laneMarks & kLaneTimedOut) != 0) marks |= kColumnTimedOut;
  if ((laneMarks & kLaneRetry) != 0) marks |= kColumnRetry;
  return marks;
}

LaneKind kindOf(const Attempt& attempt) {
  if (attempt.ending == journal::Ending::TimedOut) return LaneKind::TimedOut;
  return journal::isError(attempt.ending) ? LaneKind::Error : LaneKind::Busy;
}

/// The columns of one lane, to which handler time and marks are added. Copied into the loops that
/// add, so that what they write is known not to change where they write.
struct Grid {
  const std::int64_t* edges;
  float* busy;
  LaneColumn* cells;
  std::int64_t from;
  std::int64_t span;
  std::int32_t columns;
  double columnsPerUs;
  float busyPerUs;

  // OPTIMIZATION: a guess by multiplication, put right by the table of edges, instead of a division
  // for each of a hundred thousand columns a frame; the column is the exact one.
  [[nodiscard]] std::int32_t columnOf(Instant t) const {
    const std::int64_t since = t.us - from;
    if (since < 0) return -1;
    if (since >= span) return columns;
    auto c = static_cast<std::int32_t>(static_cast<double>(since) * columnsPerUs);
    c = std::min(c, columns - 1);
    while (edges[c] > t.us) --c;
    while (edges[c + 1] <= t.us) ++c;
    return c;
  }
  [[nodiscard]] Instant edge(std::int32_t c) const { return Instant{edges[c]}; }

  void add(std::int32_t c, float handler, std::uint8_t marks) const {
    if (c < 0 || c >= columns) return;
    busy[c] += handler;
    cells[c].marks |= marks;
  }
  void mark(Instant begin, Instant end, std::uint8_t marks) const {
    const std::int32_t first = columnOf(begin);
    const std::int32_t last = std::max(first, columnOf(end - Duration{1}));
    for (std::int32_t c = first; c <= last; ++c) add(c, 0, marks);
  }
  /// Shares handler time evenly over [begin, end), which begins in column `first`.
  void spread(std::int32_t first, Instant begin, Instant end, std::int64_t handlerUs,
              std::uint8_t marks) const {
    const std::int32_t last = std::max(first, columnOf(end - Duration{1}));
    const float handler = static_cast<float>(handlerUs) * busyPerUs;
    if (first == last) return add(first, handler, marks);
    const float density = handler / static_cast<float>((end - begin).us);
    const auto within = [density](Instant a, Instant b) {
      return density * static_cast<float>((b - a).us);
    };
    if (first >= 0) add(first, within(begin, edge(first + 1)), marks);
    if (last < columns) add(last, within(edge(last), end), marks);
    const float whole = density * static_cast<float>(span) / static_cast<float>(columns);
    const std::int32_t stop = std::min(last, columns);
    for (std::int32_t c = first + 1; c < stop; ++c) {
      busy[c] += whole;
      cells[c].marks |= marks;
    }
  }
};

class Folder {
 public:
  Folder(const RunIndex& index, EnvironmentIndex e, const LaneWindow& window, FrozenPieces frozen,
         LaneFold& out)
      : m_index(index),
        m_all(index.attempts()),
        m_own(index.attemptsOf(e)),
        m_blocks(index.laneBlocks(e)),
        m_marks(index.laneMarks(e)),
        m_environment(index.environments()[e]),
        m_window(window),
        m_span(std::max<std::int64_t>((window.to - window.from).us, 1)),
        m_pieceUs((m_span * LaneFold::kPieceColumns) / window.columns),
        m_wantsFrozen(frozen == FrozenPieces::Yes),
        m_out(out) {
    if (out.edgesOf != window || out.edges.empty()) {
      out.edgesOf = window;
      out.edges.resize(static_cast<std::size_t>(window.columns) + 1);
      for (std::int64_t c = 0; c <= window.columns; ++c)
        out.edges[static_cast<std::size_t>(c)] = window.instantOf(c).us;
    }
    const auto columns = static_cast<std::size_t>(window.columns);
    out.columns.assign(columns, {});
    out.busy.assign(columns, 0);
    out.pieces.clear();
    const double columnsPerUs = static_cast<double>(window.columns) / static_cast<double>(m_span);
    m_grid = {out.edges.data(),
              out.busy.data(),
              out.columns.data(),
              window.from.us,
              m_span,
              window.columns,
              columnsPerUs,
              static_cast<float>(255 * columnsPerUs)};
  }

  void fold() {
    m_frozenSince = m_environment.ready();
    foldInit();
    foldAttempts();
    const Instant stop = std::min(m_environment.stopped, m_index.run().end);
    if (m_frozenSince < stop) addFrozen(stop);
    for (std::int32_t c = 0; c < m_grid.columns; ++c)
      m_grid.cells[c].busy = static_cast<std::uint8_t>(std::min(m_grid.busy[c] + 0.5F, 255.0F));
  }

 private:
  void foldInit() {
    if (m_environment.started >= m_window.to || m_environment.ready() < m_window.from) return;
    if (m_environment.initUs >= m_pieceUs) {
      m_out.pieces.push_back(
          {m_environment.started, m_environment.ready(), LaneKind::Init, m_environment.cause});
    } else {
      m_grid.mark(m_environment.started, m_environment.ready(), kColumnInit);
    }
    if (m_environment.initStatus != journal::InitStatus::Succeeded)
      m_grid.mark(m_environment.ready() - Duration{1}, m_environment.ready(), kColumnError);
  }

  void foldAttempts() {
    const std::size_t count = m_blocks.size();
    auto later = std::partition_point(m_blocks.begin(), m_blocks.end(), [this](const LaneBlock& b) {
      return b.began <= m_window.from;
    });
    std::size_t b =
        later == m_blocks.begin() ? 0 : static_cast<std::size_t>(later - m_blocks.begin()) - 1;
    if (b > 0) m_frozenSince = m_index.endOf(m_all[m_own[b * kLaneBlock - 1]]);
    while (b < count && m_blocks[b].began < m_window.to) {
      if (isWide(b) || m_blocks[b].began < m_window.from) {
        expand(b++);
        continue;
      }
      b = foldBlocks(b);
    }
  }

  /// Where the next block begins; after the last one, where its last attempt ends.
  [[nodiscard]] Instant blockEnd(std::size_t b) const {
    return b + 1 < m_blocks.size() ? m_blocks[b + 1].began : m_index.endOf(m_all[m_own.back()]);
  }
  /// Whether the attempts of a block are to be looked at one by one. In rows without labels an even
  /// block may be twice as wide: each of its attempts is still narrower than a piece.
  [[nodiscard]] bool isWide(std::size_t b) const {
    const bool even = !m_wantsFrozen && b + 1 < m_blocks.size() && (m_marks[b] & kLaneUneven) == 0;
    return blockEnd(b) - m_blocks[b].began > Duration{even ? 2 * m_pieceUs : m_pieceUs};
  }
  [[nodiscard]] Duration handlerOf(std::size_t first, std::size_t past) const {
    if (past < m_blocks.size()) return m_blocks[past].handlerBefore - m_blocks[first].handlerBefore;
    Duration sum = m_blocks[m_blocks.size() - 1].handlerBefore - m_blocks[first].handlerBefore;
    for (std::size_t i = (m_blocks.size() - 1) * kLaneBlock; i < m_own.size(); ++i) {
      const Attempt& attempt = m_all[m_own[i]];
      sum += m_index.endOf(attempt) - attempt.began();
    }
    return sum;
  }

  /// The first block after b that begins at `t` or later. Gallops from where the last column's
  /// search ended up, because neighbouring columns hold about as many blocks.
  std::size_t firstBlockFrom(std::size_t b, Instant t) {
    const std::size_t count = m_blocks.size();
    std::size_t low = b + 1;   // Everything before `low` begins before t …
    std::size_t high = count;  // … and everything from `high` on does not.
    std::size_t probe = std::min(b + std::max<std::size_t>(m_lastStride, 1), count);
    for (std::size_t step = 1; low < high && probe >= low && probe < high; step *= 2) {
      if (m_blocks[probe].began < t) {
        low = probe + 1;
        probe += step;
      } else {
        high = probe;
        probe = probe > low + step ? probe - step : low;
      }
    }
    const auto first = m_blocks.begin() + static_cast<std::ptrdiff_t>(low);
    const auto last = m_blocks.begin() + static_cast<std::ptrdiff_t>(high);
    const auto found =
        std::partition_point(first, last, [t](const LaneBlock& x) { return x.began < t; });
    const auto past = static_cast<std::size_t>(found - m_blocks.begin());
    m_lastStride = past - b;
    return past;
  }

  /// Folds the blocks from b that end in b's column, by a galloping search for the column's end;
  /// returns the first that was not folded.
  std::size_t foldBlocks(std::size_t b) {
    const std::int32_t column = m_grid.columnOf(m_blocks[b].began);
    const Instant columnEnd = m_grid.edge(column + 1);
    const std::size_t past =
        firstBlockFrom(b, columnEnd);  // Blocks [b, past) begin in this column.
    // The last of them reaches into the next column.
    const std::size_t inside = past - 1;
    if (inside > b) {
      std::uint8_t marks = 0;
      for (std::size_t i = b; i < inside; ++i) marks |= m_marks[i];
      m_grid.add(column, static_cast<float>(handlerOf(b, inside).us) * m_grid.busyPerUs,
                 static_cast<std::uint8_t>(columnMarks(marks) | kColumnBusy));
    }
    // A last one whose failures or whose width want exact columns is looked at closely.
    if ((m_marks[inside] & ~kLaneUneven) != 0 || isWide(inside)) {
      m_frozenSince = m_blocks[inside].began;
      expand(inside);
    } else {
      m_grid.spread(column, m_blocks[inside].began, blockEnd(inside), handlerOf(inside, past).us,
                    kColumnBusy);
      m_frozenSince = blockEnd(inside);
      m_lastServed = m_own[std::min(past * kLaneBlock, m_own.size()) - 1];
    }
    return past;
  }

  /// Visits the attempts of one block.
  void expand(std::size_t b) {
    const std::size_t stop = std::min((b + 1) * kLaneBlock, m_own.size());
    const Grid grid = m_grid;
    for (std::size_t i = b * kLaneBlock; i < stop; ++i) {
      // OPTIMIZATION: a lane's attempts lie far apart; asking for them early halves the time.
      if (i + 2 * kLaneBlock < m_own.size()) __builtin_prefetch(&m_all[m_own[i + 2 * kLaneBlock]]);
      const Attempt& attempt = m_all[m_own[i]];
      const Instant began = attempt.began();
      const Instant ended = m_index.endOf(attempt);
      if (began >= m_window.to) return;
      addFrozen(began);
      m_frozenSince = ended;
      m_lastServed = m_own[i];
      if (ended <= m_window.from && began < m_window.from) continue;
      if (ended - began >= Duration{m_pieceUs}) {
        m_out.pieces.push_back({began, ended, kindOf(attempt), m_own[i]});
        continue;
      }
      std::uint8_t marks = kColumnBusy;
      if (attempt.cause != journal::kNone) marks |= kColumnRetry;
      grid.spread(grid.columnOf(began), began, ended, (ended - began).us, marks);
      // A failure shows where it happened: at the end.
      if (const LaneKind kind = kindOf(attempt); kind != LaneKind::Busy)
        grid.mark(ended - Duration{1}, ended,
                  kind == LaneKind::TimedOut ? kColumnTimedOut : kColumnError);
    }
  }

  void addFrozen(Instant until) {
    if (!m_wantsFrozen || until <= m_window.from || until - m_frozenSince < Duration{m_pieceUs} ||
        m_frozenSince >= m_window.to)
      return;
    m_out.pieces.push_back({m_frozenSince, until, LaneKind::Frozen, m_lastServed});
  }

  const RunIndex& m_index;
  std::span<const Attempt> m_all;
  std::span<const AttemptIndex> m_own;
  std::span<const LaneBlock> m_blocks;
  std::span<const std::uint8_t> m_marks;
  const journal::Environment& m_environment;
  const LaneWindow& m_window;
  std::int64_t m_span;
  std::int64_t m_pieceUs;
  Grid m_grid{};
  bool m_wantsFrozen;
  LaneFold& m_out;
  std::size_t m_lastStride = 1;
  Instant m_frozenSince;
  AttemptIndex m_lastServed = journal::kNone;
};

}  // namespace

void foldLane(const RunIndex& index, EnvironmentIndex e, const LaneWindow& window,
              FrozenPieces frozen, LaneFold& out) {
  Folder(index, e, window, frozen, out).fold();
}

std::vector<EnvironmentIndex> environmentsDuring(const RunIndex& index, Instant from, Instant to) {
  std::vector<EnvironmentIndex> list = index.aliveAt(from);
  for (std::size_t e = index.startedBy(from); e < index.startedBy(to); ++e)
    list.push_back(static_cast<EnvironmentIndex>(e));
  return list;
}

std::span<const AttemptIndex> attemptsDuring(const RunIndex& index, EnvironmentIndex e,
                                             Instant from, Instant to) {
  const auto own = index.attemptsOf(e);
  const auto all = index.attempts();
  std::size_t first = index.begunBy(e, from);
  if (first > 0 && index.endOf(all[own[first - 1]]) > from) --first;
  const std::size_t past = index.begunBy(e, to - Duration{1});
  return own.subspan(first, past > first ? past - first : 0);
}

std::vector<std::uint32_t> countPerColumn(const RunIndex& index, std::span<const AttemptIndex> list,
                                          const LaneWindow& window) {
  std::vector<std::uint32_t> counts(static_cast<std::size_t>(window.columns), 0);
  const auto all = index.attempts();
  const auto before = [&](Instant t) {
    return std::partition_point(list.begin(), list.end(),
                                [&](AttemptIndex i) { return all[i].arrived < t; });
  };
  auto at = before(window.from);
  for (std::int64_t c = 0; c < window.columns && at != list.end(); ++c) {
    const auto next = std::partition_point(
        at, list.end(),
        [&, end = window.instantOf(c + 1)](AttemptIndex i) { return all[i].arrived < end; });
    counts[static_cast<std::size_t>(c)] = static_cast<std::uint32_t>(next - at);
    at = next;
  }
  return counts;
}

}  // namespace coldstart::observe
