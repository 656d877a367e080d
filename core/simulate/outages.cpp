// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulate/outages.h"

#include <algorithm>

namespace coldstart::simulate {

using project::Outage;

Outages::Outages(const project::Scenario& scenario) : m_all(scenario.outages) {
  for (const Outage& outage : m_all) {
    m_times.push_back(outage.from);
    m_times.push_back(outage.to);
  }
  std::ranges::sort(m_times);
}

void Outages::apply(Instant t, engine::Engine& engine, Work& work, Downstreams& downstreams) {
  if (next() > t) return;
  while (next() <= t) ++m_at;
  for (const Outage& outage : m_all) {
    std::int32_t errors = 0;
    std::int64_t slowdown = project::kMillion;
    for (const Outage& other : m_all) {
      const bool on = other.from <= t && t < other.to;
      if (!on || other.kind != outage.kind || other.target != outage.target) continue;
      errors = std::max(errors, other.errorPpm);
      slowdown = std::max(slowdown, other.slowdownPpm);
    }
    switch (outage.kind) {
      case Outage::Kind::Function:
        work.impair(outage.target, errors, slowdown);
        break;
      case Outage::Kind::Downstream:
        downstreams.impair(outage.target, errors, slowdown);
        break;
      case Outage::Kind::Service:
        engine.failService(errors);
        break;
    }
  }
}

}  // namespace coldstart::simulate
