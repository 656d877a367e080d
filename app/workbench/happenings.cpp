// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/happenings.h"

#include <algorithm>

namespace coldstart::happenings {
namespace {

/// Keeps the nearest moment on one side of t.
class Nearest {
 public:
  enum class Side { After, Before };
  Nearest(Instant t, Instant end, Side side) : m_t(t), m_end(end), m_side(side) {}

  void consider(Instant moment) {
    if (moment > m_end || moment.us < 0) return;
    if (m_side == Side::After ? moment <= m_t : moment >= m_t) return;
    if (!m_found || (m_side == Side::After ? moment < *m_found : moment > *m_found))
      m_found = moment;
  }
  void consider(const journal::Attempt& attempt) {
    consider(attempt.arrived);
    if (!attempt.ran()) return;
    consider(attempt.began());
    consider(attempt.ended());
  }
  [[nodiscard]] std::optional<Instant> found() const { return m_found; }

 private:
  Instant m_t;
  Instant m_end;
  Side m_side;
  std::optional<Instant> m_found;
};

std::optional<Instant> nearest(const observe::RunIndex& index, Instant t, Nearest::Side side) {
  Nearest nearest(t, index.run().end, side);
  const auto all = index.attempts();
  // Arrivals are in order: the neighbours of t are enough.
  const std::size_t arrived = index.arrivedBy(t);
  if (arrived < all.size()) nearest.consider(all[arrived].arrived);
  for (std::size_t i = arrived; i > 0; --i) {
    nearest.consider(all[i - 1].arrived);
    if (all[i - 1].arrived < t) break;
  }
  // An environment serves one request at a time: its last before t and the one after are enough.
  const auto& environments = index.run().journal.environments;
  for (std::size_t e = 0; e < environments.size(); ++e) {
    const journal::Environment& environment = environments[e];
    nearest.consider(environment.started);
    nearest.consider(environment.ready());
    nearest.consider(environment.stopped);
    const auto own = index.attemptsOf(static_cast<journal::EnvironmentIndex>(e));
    const auto next = std::partition_point(
        own.begin(), own.end(), [&](journal::AttemptIndex i) { return all[i].began() < t; });
    if (next != own.end()) nearest.consider(all[*next]);
    if (next != own.end() && next + 1 != own.end()) nearest.consider(all[*(next + 1)]);
    if (next != own.begin()) nearest.consider(all[*(next - 1)]);
  }
  return nearest.found();
}

}  // namespace

std::optional<Instant> after(const observe::RunIndex& index, Instant t) {
  return nearest(index, t, Nearest::Side::After);
}

std::optional<Instant> before(const observe::RunIndex& index, Instant t) {
  return nearest(index, t, Nearest::Side::Before);
}

}  // namespace coldstart::happenings
