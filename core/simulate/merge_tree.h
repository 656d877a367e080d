// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Merges streams of moments: which of them comes next. A tournament in which every node keeps its
// loser, so that the next winner is found on one way from a leaf to the top: no branch depends on
// who wins, which a heap of a thousand streams would guess wrong several times a request. At one
// moment the stream with the lower number goes first.

#include <algorithm>
#include <bit>
#include <cstdint>
#include <span>
#include <vector>

#include "core/base/time.h"

namespace coldstart::simulate {

class MergeTree {
 public:
  /// Moments must come before this, more than four years; kNever is fine.
  static constexpr Instant kLatest{(std::int64_t{1} << 47) - 1};

  MergeTree() = default;
  /// The first moment of each stream; at most 65 536 of them.
  explicit MergeTree(std::span<const Instant> first)
      : m_leaves(std::bit_ceil(std::max<std::size_t>(first.size(), 1))), m_losers(m_leaves) {
    std::vector<Key> winners(2 * m_leaves, keyOf(kNever, 0));
    for (std::size_t i = 0; i < first.size(); ++i) winners[m_leaves + i] = keyOf(first[i], i);
    for (std::size_t node = m_leaves - 1; node > 0; --node) {
      winners[node] = std::min(winners[2 * node], winners[2 * node + 1]);
      m_losers[node] = std::max(winners[2 * node], winners[2 * node + 1]);
    }
    m_winner = winners[1];
  }

  [[nodiscard]] Instant next() const {
    const Instant at{m_winner >> kStreamBits};
    return at < kLatest ? at : kNever;
  }
  [[nodiscard]] std::size_t stream() const {
    return static_cast<std::size_t>(m_winner & ((1 << kStreamBits) - 1));
  }

  /// The next moment of the stream that has just won.
  void replace(Instant at) {
    Key rising = keyOf(at, stream());
    for (std::size_t node = (m_leaves + stream()) / 2; node > 0; node /= 2) {
      const Key lead = m_losers[node] - rising;
      const Key change = lead & (lead >> 63);  // Where the loser comes first, they change places.
      m_losers[node] -= change;
      rising += change;
    }
    m_winner = rising;
  }

 private:
  using Key = std::int64_t;  ///< The moment, then the stream.
  static constexpr int kStreamBits = 16;
  static Key keyOf(Instant at, std::size_t stream) {
    return (std::min(at, kLatest).us << kStreamBits) | static_cast<Key>(stream);
  }

  std::size_t m_leaves = 1;
  std::vector<Key> m_losers;
  Key m_winner = keyOf(kNever, 0);
};

}  // namespace coldstart::simulate
