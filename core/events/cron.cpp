// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/cron.h"

#include <bit>
#include <charconv>
#include <cstdio>
#include <vector>

namespace coldstart::events {
namespace {

using namespace std::chrono;

constexpr int kFirstYear = 1970;
constexpr int kLastYear = 2199;

/// One field of cron(…): its numbers, and the names that stand for some of them.
struct FieldRule {
  const char* name;  ///< As the EventBridge guide calls it.
  unsigned first;
  unsigned last;
  bool wraps;  ///< A range may run over the end: hours 20-2.
  std::vector<std::string_view> words;
};

const FieldRule& rule(std::size_t field) {
  static const std::array<FieldRule, 6> rules{{
      {"minutes", 0, 59, true, {}},
      {"hours", 0, 23, true, {}},
      {"day-of-month", 1, 31, true, {}},
      {"month",
       1,
       12,
       true,
       {"JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"}},
      {"day-of-week", 1, 7, true, {"SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"}},
      {"year", kFirstYear, kLastYear, false, {}},
  }};
  return rules[field];
}

Error refuse(const FieldRule& field, std::string_view text) {
  const std::string range = std::to_string(field.first) + "-" + std::to_string(field.last);
  if (field.words.empty())
    return {"ValidationException",
            {"schedule",
             SAY("schedule",
                 "Parameter ScheduleExpression is not valid. The %1 field of cron() reads \"%2\"; "
                 "it takes %3."),
             {field.name, std::string(text), range}},
            ""};
  return {"ValidationException",
          {"schedule",
           SAY("schedule",
               "Parameter ScheduleExpression is not valid. The %1 field of cron() reads \"%2\"; it "
               "takes %3 or the names %4-%5 in capitals."),
           {field.name, std::string(text), range, std::string(field.words.front()),
            std::string(field.words.back())}},
          ""};
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (std::size_t begin = 0;;) {
    const std::size_t end = text.find(separator, begin);
    parts.push_back(text.substr(begin, end - begin));
    if (end == std::string_view::npos) return parts;
    begin = end + 1;
  }
}

std::optional<unsigned> number(std::string_view text) {
  unsigned value = 0;
  const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || text.size() > 4 || code != std::errc{} || end != text.data() + text.size())
    return std::nullopt;
  return value;
}

/// A number or name of the field, within its range.
std::optional<unsigned> member(const FieldRule& field, std::string_view text) {
  for (std::size_t i = 0; i < field.words.size(); ++i)
    if (field.words[i] == text) return field.first + static_cast<unsigned>(i);
  const auto value = number(text);
  if (!value || *value < field.first || *value > field.last) return std::nullopt;
  return value;
}

struct Range {
  unsigned first;
  unsigned last;  ///< Less than first: the range wraps.
  unsigned step;
};

/// "*", "5", "8-17", "0/15", "1-31/30": one member of a list.
std::optional<Range> readRange(const FieldRule& field, std::string_view text) {
  unsigned step = 1;
  const std::size_t slash = text.find('/');
  if (slash != std::string_view::npos) {
    const auto value = number(text.substr(slash + 1));
    if (!value || *value == 0 || *value > field.last) return std::nullopt;
    step = *value;
    text = text.substr(0, slash);
  }
  if (text == "*") return Range{field.first, field.last, step};
  const std::size_t dash = text.find('-');
  const auto first = member(field, text.substr(0, dash));
  if (!first) return std::nullopt;
  if (dash == std::string_view::npos)
    return Range{*first, slash == std::string_view::npos ? *first : field.last, step};
  const auto last = member(field, text.substr(dash + 1));
  if (!last || (*last < *first && !field.wraps)) return std::nullopt;
  return Range{*first, *last, step};
}

/// Reads a list of ranges and calls `mark` for each number in it.
template <typename Mark>
std::optional<Error> readList(const FieldRule& field, std::string_view text, Mark mark) {
  for (const std::string_view part : split(text, ',')) {
    const auto range = readRange(field, part);
    if (!range) return refuse(field, text);
    const unsigned size = field.last - field.first + 1;
    const unsigned span = range->last >= range->first ? range->last - range->first
                                                      : size - range->first + range->last;
    for (unsigned i = 0; i <= span; i += range->step)
      mark(field.first + (range->first - field.first + i) % size);
  }
  return std::nullopt;
}

std::optional<Error> readBits(std::size_t field, std::string_view text, std::uint64_t& bits) {
  return readList(rule(field), text, [&bits](unsigned n) { bits |= std::uint64_t{1} << n; });
}

bool isSet(std::uint64_t bits, unsigned n) {
  return (bits >> n & 1U) != 0;
}

/// The first set bit at or after `from`.
std::optional<unsigned> firstBit(std::uint64_t bits, unsigned from) {
  const std::uint64_t rest = from < 64 ? bits >> from << from : 0;
  if (rest == 0) return std::nullopt;
  return static_cast<unsigned>(std::countr_zero(rest));
}

/// The weekday nearest this day of the month, within the month: 15W.
day nearestWeekday(year_month month, unsigned wanted) {
  const day last = (month / std::chrono::last).day();
  const day given{wanted};
  const weekday at{sys_days{month / given}};
  if (at == Saturday) return given == day{1} ? day{3} : given - days{1};
  if (at == Sunday) return given == last ? given - days{2} : given + days{1};
  return given;
}

}  // namespace

std::optional<Error> Cron::readDayOfMonth(std::string_view field) {
  if (field == "L") {
    m_dayKind = Day::Last;
    return std::nullopt;
  }
  if (field.ends_with('W')) {
    const auto wanted = member(rule(2), field.substr(0, field.size() - 1));
    if (!wanted) return refuse(rule(2), field);
    m_dayKind = Day::NearestWeekday;
    m_day = *wanted;
    return std::nullopt;
  }
  m_dayKind = Day::OfMonth;
  return readBits(2, field, m_days);
}

std::optional<Error> Cron::readDayOfWeek(std::string_view field) {
  const std::size_t hash = field.find('#');
  if (hash != std::string_view::npos) {
    const auto wanted = member(rule(4), field.substr(0, hash));
    const auto nth = number(field.substr(hash + 1));
    if (!wanted || !nth || *nth < 1 || *nth > 5) return refuse(rule(4), field);
    m_dayKind = Day::NthWeekday;
    m_day = *wanted;
    m_nth = *nth;
    return std::nullopt;
  }
  m_dayKind = Day::OfWeek;
  if (field == "L") {  // Alone it is the last day of the week.
    m_weekdays = std::uint64_t{1} << 7;
    return std::nullopt;
  }
  if (field.ends_with('L')) {
    const auto wanted = member(rule(4), field.substr(0, field.size() - 1));
    if (!wanted) return refuse(rule(4), field);
    m_dayKind = Day::LastWeekday;
    m_day = *wanted;
    return std::nullopt;
  }
  return readBits(4, field, m_weekdays);
}

Result<Cron> Cron::parse(std::string_view text) {
  Cron cron;
  const auto fields = split(text, ' ');
  if (fields.size() != cron.m_fields.size())
    return Error{"ValidationException",
                 {"schedule",
                  SAY("schedule",
                      "Parameter ScheduleExpression is not valid. cron() takes six fields with one "
                      "space between them: minutes hours "
                      "day-of-month month day-of-week year; this one has %1."),
                  {std::to_string(fields.size())}},
                 ""};
  for (std::size_t i = 0; i < fields.size(); ++i) cron.m_fields[i] = fields[i];
  if ((fields[2] == "?") == (fields[4] == "?"))
    return Error{"ValidationException",
                 {"schedule",
                  SAY("schedule",
                      "Parameter ScheduleExpression is not valid. One of day-of-month and "
                      "day-of-week has to be \"?\", the other says which "
                      "days; these two read \"%1\" and \"%2\"."),
                  {cron.m_fields[2], cron.m_fields[4]}},
                 ""};
  auto error = readBits(0, fields[0], cron.m_minutes);
  if (!error) error = readBits(1, fields[1], cron.m_hours);
  if (!error && fields[2] != "?") error = cron.readDayOfMonth(fields[2]);
  if (!error) error = readBits(3, fields[3], cron.m_months);
  if (!error && fields[4] != "?") error = cron.readDayOfWeek(fields[4]);
  if (!error)
    error = readList(rule(5), fields[5], [&cron](unsigned n) { cron.m_years.set(n - kFirstYear); });
  if (error) return *error;
  return cron;
}

bool Cron::matchesDay(year_month_day date) const {
  const weekday_indexed at{weekday{sys_days{date}}, (static_cast<unsigned>(date.day()) + 6) / 7};
  const unsigned weekdayNumber = at.weekday().c_encoding() + 1;
  const day lastDay = (date.year() / date.month() / last).day();
  switch (m_dayKind) {
    case Day::OfMonth:
      return isSet(m_days, static_cast<unsigned>(date.day()));
    case Day::Last:
      return date.day() == lastDay;
    case Day::NearestWeekday:
      return day{m_day} <= lastDay &&
             date.day() == nearestWeekday(date.year() / date.month(), m_day);
    case Day::OfWeek:
      return isSet(m_weekdays, weekdayNumber);
    case Day::LastWeekday:
      return weekdayNumber == m_day && date.day() + days{7} > lastDay;
    case Day::NthWeekday:
      return weekdayNumber == m_day && at.index() == m_nth;
  }
  return false;
}

std::optional<minutes> Cron::firstInDay(minutes from) const {
  auto hour = static_cast<unsigned>(from.count() / 60);
  auto minute = static_cast<unsigned>(from.count() % 60);
  for (;; ++hour, minute = 0) {
    const auto nextHour = firstBit(m_hours, hour);
    if (!nextHour) return std::nullopt;
    if (*nextHour != hour) minute = 0;
    hour = *nextHour;
    if (const auto nextMinute = firstBit(m_minutes, minute))
      return hours{hour} + minutes{*nextMinute};
  }
}

std::optional<Cron::Minutes> Cron::firstAtOrAfter(Minutes from) const {
  constexpr sys_days kFirstDay{year{kFirstYear} / January / 1};
  constexpr sys_days kEnd{year{kLastYear + 1} / January / 1};
  auto today = std::max(floor<days>(from), kFirstDay);
  minutes since = today > from ? minutes{0} : from - today;
  while (today < kEnd) {
    const year_month_day date{today};
    if (!m_years[static_cast<std::size_t>(static_cast<int>(date.year()) - kFirstYear)]) {
      today = sys_days{(date.year() + years{1}) / January / 1};
    } else if (!isSet(m_months, static_cast<unsigned>(date.month()))) {
      today = sys_days{(date.year() / date.month() + months{1}) / 1};
    } else {
      if (matchesDay(date))
        if (const auto time = firstInDay(since)) return today + *time;
      today += days{1};
    }
    since = minutes{0};
  }
  return std::nullopt;
}

namespace {

/// "at 08:00 UTC every Monday" for each weekday, 1 = Sunday.
Sentence everyWeekday(unsigned weekdayNumber, const std::string& time) {
  static constexpr std::array<const char*, 7> kPatterns{
      SAY("schedule", "at %1 UTC every Sunday"),   SAY("schedule", "at %1 UTC every Monday"),
      SAY("schedule", "at %1 UTC every Tuesday"),  SAY("schedule", "at %1 UTC every Wednesday"),
      SAY("schedule", "at %1 UTC every Thursday"), SAY("schedule", "at %1 UTC every Friday"),
      SAY("schedule", "at %1 UTC every Saturday"),
  };
  return {"schedule", kPatterns[weekdayNumber - 1], {time}};
}

/// "0/15" or "*/15": every 15 minutes of the hour, when 15 divides it.
std::optional<unsigned> stepOf(std::string_view minutesField) {
  const std::size_t slash = minutesField.find('/');
  if (slash == std::string_view::npos) return std::nullopt;
  const auto start = minutesField.substr(0, slash);
  const auto step = number(minutesField.substr(slash + 1));
  if ((start != "*" && start != "0") || !step || 60 % *step != 0) return std::nullopt;
  return step;
}

}  // namespace

Sentence Cron::onDays(const std::string& time) const {
  constexpr std::uint64_t kWeekdays = 0b0111'1100;
  constexpr std::uint64_t kWeekend = 0b1000'0010;
  const std::string name = m_day == 0 ? "" : std::string(rule(4).words[(m_day - 1) % 7]);
  switch (m_dayKind) {
    case Day::OfMonth:
      if (m_fields[2] == "*") return {"schedule", SAY("schedule", "at %1 UTC every day"), {time}};
      return {"schedule", SAY("schedule", "at %1 UTC on day %2 of the month"), {time, m_fields[2]}};
    case Day::Last:
      return {"schedule", SAY("schedule", "at %1 UTC on the last day of the month"), {time}};
    case Day::NearestWeekday:
      return {"schedule",
              SAY("schedule", "at %1 UTC on the weekday nearest day %2 of the month"),
              {time, std::to_string(m_day)}};
    case Day::OfWeek:
      if (m_fields[4] == "*") return {"schedule", SAY("schedule", "at %1 UTC every day"), {time}};
      if (m_weekdays == kWeekdays)
        return {"schedule", SAY("schedule", "at %1 UTC, Monday to Friday"), {time}};
      if (m_weekdays == kWeekend)
        return {"schedule", SAY("schedule", "at %1 UTC on Saturdays and Sundays"), {time}};
      if (std::has_single_bit(m_weekdays))
        return everyWeekday(static_cast<unsigned>(std::countr_zero(m_weekdays)), time);
      return {"schedule", SAY("schedule", "at %1 UTC on %2"), {time, m_fields[4]}};
    case Day::LastWeekday:
      return {"schedule", SAY("schedule", "at %1 UTC on the last %2 of the month"), {time, name}};
    case Day::NthWeekday:
      return {"schedule",
              SAY("schedule", "at %1 UTC on %2 number %3 of the month"),
              {time, name, std::to_string(m_nth)}};
  }
  return {};
}

Sentence Cron::inWords() const {
  const bool everyMonth = m_fields[3] == "*" && m_fields[5] == "*";
  const bool everyDay = everyMonth && (m_fields[2] == "*" || m_fields[4] == "*");
  if (everyMonth && std::has_single_bit(m_minutes) && std::has_single_bit(m_hours)) {
    std::array<char, 8> time{};
    std::snprintf(time.data(), time.size(), "%02d:%02d", std::countr_zero(m_hours),
                  std::countr_zero(m_minutes));
    return onDays(time.data());
  }
  if (everyDay && m_fields[1] == "*") {
    const auto step = stepOf(m_fields[0]);
    if (m_fields[0] == "*" || step == 1U) return {"schedule", SAY("schedule", "every minute"), {}};
    if (step) return {"schedule", SAY("schedule", "every %1 minutes"), {std::to_string(*step)}};
    if (std::has_single_bit(m_minutes))
      return {"schedule", SAY("schedule", "every hour at minute %1"), {m_fields[0]}};
  }
  return {"schedule",
          SAY("schedule",
              "in UTC: minutes %1, hours %2, day of month %3, month %4, day of week %5, year %6"),
          {m_fields.begin(), m_fields.end()}};
}

}  // namespace coldstart::events
