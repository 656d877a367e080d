// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Draws from a Distribution in whole units (µs or MB, as its owner says). Values are made a block
// at a time, so that the polynomials run in one tight loop; which block a value came from never
// shows.

#include <cstdint>
#include <vector>

#include "core/base/random.h"
#include "core/project/project.h"

namespace coldstart::engine {

class Sampler {
 public:
  Sampler(const project::Distribution& distribution, Random stream)
      : m_stream(stream), m_distribution(distribution) {}

  /// The next value: never negative, at most kLargest.
  std::int64_t next() {
    if (m_at == m_block.size()) refill();
    return m_block[m_at++];
  }

  /// Fetches what next() will give.
  void expect() const { __builtin_prefetch(m_block.data() + m_at); }

  static constexpr std::int64_t kLargest = 1'000'000'000'000;  ///< 11½ days in µs.

 private:
  void refill();

  std::vector<std::int64_t> m_block;  // What next() touches stands together.
  std::size_t m_at = 0;
  Random m_stream;
  project::Distribution m_distribution;
};

}  // namespace coldstart::engine
