// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// EventBridge schedule expressions: cron(…), rate(…) and Scheduler's at(…) (facts §7.1, §7.2). A
// rule's clock is UTC; whoever shows Scheduler's time zones converts outside.

#include <optional>
#include <string_view>
#include <variant>

#include "core/base/result.h"
#include "core/base/time.h"
#include "core/events/cron.h"

namespace coldstart::events {

class ScheduleExpression {
 public:
  /// Errors: AWS's text "Parameter ScheduleExpression is not valid." (for at(), which only
  /// Scheduler has: "Invalid Schedule Expression ….") and a sentence that names the field.
  static Result<ScheduleExpression> parse(std::string_view text);

  /// The first time after `after`; nothing when the schedule never fires again. For rate() the
  /// first run comes one period after `created`.
  [[nodiscard]] std::optional<WallTime> next(WallTime after, WallTime created) const;
  /// In words: "every 15 minutes", "at 08:00 UTC, Monday to Friday".
  [[nodiscard]] Sentence inWords() const;
  /// rate() counts periods from its creation; cron() and at() name times of a calendar, which
  /// Scheduler may read in a time zone.
  [[nodiscard]] bool isRate() const { return std::holds_alternative<Duration>(m_when); }

 private:
  explicit ScheduleExpression(std::variant<Cron, Duration, WallTime> when)
      : m_when(std::move(when)) {}
  std::variant<Cron, Duration, WallTime> m_when;
};

}  // namespace coldstart::events
