// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// One environment's life as what fits a row of pixels. Intervals wide enough to be seen one by one
// come out as pieces; narrower ones are folded into columns that keep their share of handler time
// and, as marks, everything that is not a plain success. Severity wins: a mark is a bit, so neither
// averaging nor a thousand successes in the same column can hide it. The cost follows columns.

#include <cstdint>
#include <span>
#include <vector>

#include "core/observe/run_index.h"

namespace coldstart::observe {

/// What a stretch of a lane is. Later values win where two share a pixel.
/// Error: every failure but a time-out.
enum class LaneKind : std::uint8_t { Frozen, Busy, Init, Error, TimedOut };

/// The window of time that is folded into `columns` equal columns.
struct LaneWindow {
  Instant from;
  Instant to;
  std::int32_t columns = 1;

  /// The column of t, not clipped; fractions are cut.
  [[nodiscard]] std::int64_t columnOf(Instant t) const;
  /// Where column `c` begins.
  [[nodiscard]] Instant instantOf(std::int64_t c) const;
  bool operator==(const LaneWindow&) const = default;
};

inline constexpr std::uint8_t kColumnBusy = 1;
inline constexpr std::uint8_t kColumnInit = 2;
inline constexpr std::uint8_t kColumnError = 4;
inline constexpr std::uint8_t kColumnTimedOut = 8;
inline constexpr std::uint8_t kColumnRetry = 16;

struct LaneColumn {
  std::uint8_t busy = 0;   ///< Share of handler time, 0 … 255.
  std::uint8_t marks = 0;  ///< kColumn… bits of what is folded here.
  bool operator==(const LaneColumn&) const = default;
};

/// An interval at least LaneFold::kPieceColumns wide.
struct LanePiece {
  Instant from;
  Instant to;
  LaneKind kind = LaneKind::Busy;
  journal::AttemptIndex attempt = journal::kNone;  ///< Served, or (frozen) served last.
  bool operator==(const LanePiece&) const = default;
};

/// Reused from lane to lane so that folding allocates nothing.
struct LaneFold {
  static constexpr int kPieceColumns = 3;
  std::vector<LaneColumn> columns;
  std::vector<LanePiece> pieces;
  std::vector<float> busy;          ///< Scratch: handler time per column, 255 being all of it.
  std::vector<std::int64_t> edges;  ///< Scratch: where columns begin, kept for one window.
  LaneWindow edgesOf;
};

/// Whether frozen stretches are wanted as pieces of their own (for their labels).
enum class FrozenPieces : std::uint8_t { No, Yes };

/// Folds environment e. Columns outside its life stay empty.
void foldLane(const RunIndex& index, journal::EnvironmentIndex e, const LaneWindow& window,
              FrozenPieces frozen, LaneFold& out);

/// Environments that exist at some time in [from, to], in order of start.
std::vector<journal::EnvironmentIndex> environmentsDuring(const RunIndex& index, Instant from,
                                                          Instant to);

/// The attempts of environment e that overlap [from, to): a span of its own list.
std::span<const journal::AttemptIndex> attemptsDuring(const RunIndex& index,
                                                      journal::EnvironmentIndex e, Instant from,
                                                      Instant to);

/// The share of attempts of a list (in order of the time `when` gives) per column: for tracks of
/// throttles. Each column counts what falls into it; the cost follows columns.
std::vector<std::uint32_t> countPerColumn(const RunIndex& index,
                                          std::span<const journal::AttemptIndex> list,
                                          const LaneWindow& window);

}  // namespace coldstart::observe
