// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The six fields of cron(…): which minutes they match. Used by schedule_expression only. Fields,
// wildcards and ranges: EventBridge user guide, eb-cron-expressions.

#include <array>
#include <bitset>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace coldstart::events {

class Cron {
 public:
  /// Reads "0 18 ? * MON-FRI *", the text between the parentheses. Errors: AWS's text and
  /// a sentence that names the field.
  static Result<Cron> parse(std::string_view text);

  using Minutes = std::chrono::sys_time<std::chrono::minutes>;
  /// The first minute that matches, `from` included; nothing when there is none until 2199.
  [[nodiscard]] std::optional<Minutes> firstAtOrAfter(Minutes from) const;
  [[nodiscard]] Sentence inWords() const;

 private:
  /// How the day is chosen; AWS wants exactly one of the two day fields to be '?'.
  enum class Day : std::uint8_t {
    OfMonth,         ///< m_days
    Last,            ///< L
    NearestWeekday,  ///< 15W: m_day
    OfWeek,          ///< m_weekdays
    LastWeekday,     ///< 6L: m_day
    NthWeekday,      ///< 3#2: m_day, m_nth
  };

  std::optional<Error> readDayOfMonth(std::string_view field);
  std::optional<Error> readDayOfWeek(std::string_view field);
  [[nodiscard]] bool matchesDay(std::chrono::year_month_day date) const;
  [[nodiscard]] std::optional<std::chrono::minutes> firstInDay(std::chrono::minutes from) const;
  [[nodiscard]] Sentence onDays(const std::string& time) const;

  std::array<std::string, 6> m_fields;  ///< As written.
  std::uint64_t m_minutes = 0;          ///< Bit n set: minute n matches. Likewise the next four.
  std::uint64_t m_hours = 0;
  std::uint64_t m_days = 0;
  std::uint64_t m_months = 0;
  std::uint64_t m_weekdays = 0;  ///< 1 = Sunday … 7 = Saturday.
  std::bitset<230> m_years;      ///< 1970 … 2199.
  Day m_dayKind = Day::OfMonth;
  unsigned m_day = 0;
  unsigned m_nth = 0;
};

}  // namespace coldstart::events
