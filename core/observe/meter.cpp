// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/observe/meter.h"

#include <algorithm>

#include "core/journal/billing.h"
#include "core/observe/log_text.h"
#include "core/observe/run_index.h"

namespace coldstart::observe {

using journal::Attempt;
using journal::AttemptIndex;
using journal::Environment;

/// Adds one attempt's usage, or takes it away again (sign −1).
struct Meter::Count {
  const RunIndex& index;
  const LogText text;
  std::vector<Usage>& sums;

  void add(AttemptIndex number, std::size_t key, std::int64_t sign) {
    const Attempt& attempt = index.attempts()[number];
    if (attempt.ending == journal::Ending::Running) return;
    const Environment& e = index.run().journal.environments[attempt.environment];
    const bool first = index.isFirst(number);
    Usage& sum = sums[key];
    sum.invocations += sign;
    sum.billedMs += sign * journal::billedMs(attempt, e, first);
    sum.initMs += sign * journal::billedInitMs(attempt, e, first);
    sum.logBytes += sign * text.bytes(number);
  }
};

Meter::Meter(const RunIndex& index) {
  const journal::Journal& journal = index.run().journal;
  m_keyOf.reserve(journal.environments.size());
  for (const Environment& e : journal.environments) {
    const MeterKey key{e.function, e.memoryMb, e.provisioned};
    auto found = std::find(m_keys.begin(), m_keys.end(), key);
    if (found == m_keys.end()) found = m_keys.insert(m_keys.end(), key);
    m_keyOf.push_back(static_cast<std::uint16_t>(found - m_keys.begin()));
  }
  // A checkpoint costs as much memory as half a byte an attempt, however many keys there are.
  m_stride = std::max<std::size_t>(1'024, m_keys.size() * 64);
  std::vector<Usage> sums(m_keys.size());
  Count count{index, LogText(index), sums};
  const auto all = index.attempts();
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (i % m_stride == 0) m_checkpoints.insert(m_checkpoints.end(), sums.begin(), sums.end());
    if (all[i].ran()) count.add(static_cast<AttemptIndex>(i), m_keyOf[all[i].environment], 1);
  }
}

std::vector<Usage> Meter::at(const RunIndex& index, Instant t) const {
  const auto all = index.attempts();
  const std::size_t arrived = index.arrivedBy(t);
  std::vector<Usage> sums(m_keys.size());
  if (arrived == 0) return sums;
  const std::size_t block = (arrived - 1) / m_stride;
  std::copy_n(m_checkpoints.begin() + static_cast<std::ptrdiff_t>(block * m_keys.size()),
              m_keys.size(), sums.begin());
  Count count{index, LogText(index), sums};
  for (std::size_t i = block * m_stride; i < arrived; ++i) {
    if (all[i].ran()) count.add(static_cast<AttemptIndex>(i), m_keyOf[all[i].environment], 1);
  }
  // Those that had arrived but not ended: at most one in each environment alive at t.
  const auto& environments = index.run().journal.environments;
  for (std::size_t e = 0; e < environments.size() && environments[e].started <= t; ++e) {
    if (environments[e].stopped <= t) continue;
    const auto own = index.attemptsOf(static_cast<journal::EnvironmentIndex>(e));
    const auto after = std::partition_point(own.begin(), own.end(),
                                            [&](AttemptIndex i) { return all[i].arrived <= t; });
    if (after == own.begin()) continue;
    const AttemptIndex last = *(after - 1);
    if (all[last].ended() > t) count.add(last, m_keyOf[e], -1);
  }
  return sums;
}

}  // namespace coldstart::observe
