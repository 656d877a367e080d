// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/observe/run_index.h"

#include <algorithm>

namespace coldstart::observe {

using journal::Attempt;
using journal::AttemptIndex;
using journal::Ending;

RunIndex::RunIndex(std::shared_ptr<const journal::Run> run) : m_run(std::move(run)) {
  const auto all = attempts();
  m_firstOf.assign(m_run->journal.environments.size() + 1, 0);
  for (const Attempt& attempt : all) {
    if (attempt.ran()) ++m_firstOf[attempt.environment + 1];
  }
  for (std::size_t e = 1; e < m_firstOf.size(); ++e) m_firstOf[e] += m_firstOf[e - 1];
  m_byEnvironment.resize(m_firstOf.back());
  std::vector<std::uint32_t> next(m_firstOf.begin(), m_firstOf.end() - 1);
  for (std::size_t i = 0; i < all.size(); ++i) {
    const auto index = static_cast<AttemptIndex>(i);
    // An environment serves one request at a time, so order of arrival is order of service.
    if (all[i].ran()) m_byEnvironment[next[all[i].environment]++] = index;
    if (journal::isThrottle(all[i].decision)) m_throttled.push_back(index);
    if (all[i].ending == Ending::HandlerError || all[i].ending == Ending::TimedOut)
      m_failed.push_back(index);
  }
}

std::span<const AttemptIndex> RunIndex::attemptsOf(journal::EnvironmentIndex e) const {
  return std::span(m_byEnvironment).subspan(m_firstOf[e], m_firstOf[e + 1] - m_firstOf[e]);
}

std::optional<AttemptIndex> RunIndex::lastAttemptOf(journal::EnvironmentIndex e, Instant t) const {
  const auto own = attemptsOf(e);
  const auto all = attempts();
  const auto after = std::partition_point(own.begin(), own.end(),
                                          [&](AttemptIndex i) { return all[i].began() <= t; });
  if (after == own.begin()) return std::nullopt;
  return *(after - 1);
}

std::size_t RunIndex::arrivedBy(Instant t) const {
  const auto all = attempts();
  const auto after = std::partition_point(all.begin(), all.end(),
                                          [t](const Attempt& a) { return a.arrived <= t; });
  return static_cast<std::size_t>(after - all.begin());
}

std::vector<AttemptIndex> RunIndex::attemptsOfRequest(std::uint32_t request) const {
  // Requests are numbered in order of first arrival and a retry never precedes its event, so the
  // first attempt of a request is at or after the index equal to its number; later ones follow in
  // order.
  std::vector<AttemptIndex> found;
  const auto all = attempts();
  for (std::size_t i = request; i < all.size(); ++i) {
    if (all[i].request != request) continue;
    found.push_back(static_cast<AttemptIndex>(i));
    if (!all[i].retried) break;
  }
  return found;
}

}  // namespace coldstart::observe
