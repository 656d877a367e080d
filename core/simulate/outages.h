// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What a scenario breaks at set times: a function, a downstream, or Lambda itself. Part of a
// simulation. Where several outages of one target overlap, the worst of each kind counts.

#include <vector>

#include "core/engine/engine.h"
#include "core/simulate/downstreams.h"
#include "core/simulate/work.h"

namespace coldstart::simulate {

class Outages {
 public:
  explicit Outages(const project::Scenario& scenario);

  /// When something breaks, or works again.
  [[nodiscard]] Instant next() const { return m_at < m_times.size() ? m_times[m_at] : kNever; }
  /// Lets everything happen that is due at or before t.
  void apply(Instant t, engine::Engine& engine, Work& work, Downstreams& downstreams);

 private:
  std::vector<project::Outage> m_all;
  std::vector<Instant> m_times;
  std::size_t m_at = 0;
};

}  // namespace coldstart::simulate
