// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Which functions a request came through, as the trace header's Lineage tells it: how often each of
// them was invoked in this chain. Requests that come from outside have none. For core/engine only.
// (invocation-recursion)

#include <cstdint>
#include <vector>

#include "core/engine/order.h"

namespace coldstart::engine {

class Lineages {
 public:
  /// The chain `before` goes on with an invocation of this function.
  LineageIndex follow(LineageIndex before, std::uint16_t function) {
    m_steps.push_back({before, function, static_cast<std::uint16_t>(times(before, function) + 1)});
    return static_cast<LineageIndex>(m_steps.size() - 1);
  }
  /// How often this function was invoked in the chain.
  [[nodiscard]] std::int32_t times(LineageIndex lineage, std::uint16_t function) const {
    for (LineageIndex i = lineage; i != kNoLineage; i = m_steps[i].before) {
      if (m_steps[i].function == function) return m_steps[i].times;
    }
    return 0;
  }
  /// How often its last function was invoked in this chain.
  [[nodiscard]] std::int32_t times(LineageIndex lineage) const { return m_steps[lineage].times; }

 private:
  struct Step {
    LineageIndex before = kNoLineage;
    std::uint16_t function = 0;
    std::uint16_t times = 1;
  };
  std::vector<Step> m_steps;
};

}  // namespace coldstart::engine
