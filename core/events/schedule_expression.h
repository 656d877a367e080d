// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// EventBridge schedule expressions: cron(…), rate(…) and Scheduler's at(…) (facts §7.1, §7.2).

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/base/time.h"

namespace coldstart::events {

class ScheduleExpression {
 public:
  /// Errors: AWS's text "Parameter ScheduleExpression is not valid." and a sentence that names the
  /// field.
  static Result<ScheduleExpression> parse(std::string_view text);

  /// The first time after `after`; nothing when the schedule never fires again. For rate() the
  /// first run comes one period after `created`.
  [[nodiscard]] std::optional<WallTime> next(WallTime after, WallTime created) const;
  /// In words: "every 15 minutes", "at 08:00 UTC, Monday to Friday".
  [[nodiscard]] Sentence inWords() const;

 private:
  enum class Kind : std::uint8_t { Cron, Rate, At };
  Kind m_kind = Kind::Rate;
  std::string m_text;
  Duration m_period;
  WallTime m_at;
  std::array<std::uint64_t, 3> m_bits{};  ///< Minutes, hours, months; bit n set: n matches.
  std::uint32_t m_days = 0;               ///< Days of month; bit 0: the field is '?'.
  std::uint32_t m_weekdays = 0;           ///< 1 = Sunday … 7; bit 0: the field is '?'.
  std::vector<std::string> m_special;     ///< "L", "15W", "6L", "3#2": evaluated day by day.
  std::vector<bool> m_years;              ///< 1970 … 2199.
};

}  // namespace coldstart::events
