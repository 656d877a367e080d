// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Read this first in core/observe: the index of a finished run that every observation asks. Built
// once, off the window's thread; immutable after that, so any thread may read it.
// Time questions are answered by binary search over the attempts (they are in order of arrival) and
// over each environment's own attempts (they never overlap), never by folding from the start.

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "core/journal/journal.h"

namespace coldstart::observe {

class RunIndex {
 public:
  explicit RunIndex(std::shared_ptr<const journal::Run> run);

  [[nodiscard]] const journal::Run& run() const { return *m_run; }
  [[nodiscard]] const std::shared_ptr<const journal::Run>& shared() const { return m_run; }
  [[nodiscard]] std::span<const journal::Attempt> attempts() const {
    return m_run->journal.attempts.all();
  }

  /// The attempts that ran in this environment, in order.
  [[nodiscard]] std::span<const journal::AttemptIndex> attemptsOf(
      journal::EnvironmentIndex e) const;
  /// The last attempt of the environment that began at or before t.
  [[nodiscard]] std::optional<journal::AttemptIndex> lastAttemptOf(journal::EnvironmentIndex e,
                                                                   Instant t) const;
  /// How many attempts arrived before or at t: the attempts [0, n) have happened.
  [[nodiscard]] std::size_t arrivedBy(Instant t) const;
  /// The first attempt of a request, and all of them in order (more than one only for async
  /// events).
  [[nodiscard]] std::vector<journal::AttemptIndex> attemptsOfRequest(std::uint32_t request) const;
  /// Every attempt that was throttled, in order of arrival; likewise every failed one (error,
  /// time-out).
  [[nodiscard]] std::span<const journal::AttemptIndex> throttled() const { return m_throttled; }
  [[nodiscard]] std::span<const journal::AttemptIndex> failed() const { return m_failed; }

 private:
  std::shared_ptr<const journal::Run> m_run;
  std::vector<std::uint32_t>
      m_firstOf;  ///< Per environment, offset into m_byEnvironment; one past the end last.
  std::vector<journal::AttemptIndex> m_byEnvironment;
  std::vector<journal::AttemptIndex> m_throttled;
  std::vector<journal::AttemptIndex> m_failed;
};

}  // namespace coldstart::observe
