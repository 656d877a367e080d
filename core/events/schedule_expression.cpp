// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/schedule_expression.h"

#include <array>
#include <charconv>
#include <chrono>
#include <string>

namespace coldstart::events {
namespace {

using namespace std::chrono;

Error invalid(const char* pattern) {
  return {"ValidationException", {"schedule", pattern, {}}, ""};
}

struct Unit {
  std::string_view one;
  std::string_view many;
  Duration length;
};
constexpr std::array<Unit, 3> kUnits{{{"minute", "minutes", Duration::minutes(1)},
                                      {"hour", "hours", Duration::hours(1)},
                                      {"day", "days", Duration::hours(24)}}};

/// "15 minutes": the text between the parentheses of rate().
std::optional<Duration> readRate(std::string_view text) {
  std::int64_t value = 0;
  const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value);
  constexpr std::int64_t kMost = 1'000'000;  // Two years of minutes; keeps the arithmetic exact.
  if (code != std::errc{} || value < 1 || value > kMost) return std::nullopt;
  for (const Unit& unit : kUnits) {
    const std::string rest = " " + std::string(value == 1 ? unit.one : unit.many);
    if (text.substr(static_cast<std::size_t>(end - text.data())) == rest)
      return unit.length * value;
  }
  return std::nullopt;
}

/// "2026-01-05T09:00:00": exactly this form.
std::optional<WallTime> readAt(std::string_view text) {
  constexpr std::string_view kForm = "dddd-dd-ddTdd:dd:dd";
  if (text.size() != kForm.size()) return std::nullopt;
  std::array<int, 6> parts{};
  std::size_t part = 0;
  for (std::size_t i = 0; i < kForm.size(); ++i) {
    if (kForm[i] == 'd') {
      if (text[i] < '0' || text[i] > '9') return std::nullopt;
      parts[part] = parts[part] * 10 + (text[i] - '0');
    } else {
      if (text[i] != kForm[i]) return std::nullopt;
      ++part;
    }
  }
  const year_month_day date{year{parts[0]}, month{static_cast<unsigned>(parts[1])},
                            day{static_cast<unsigned>(parts[2])}};
  if (!date.ok() || parts[3] > 23 || parts[4] > 59 || parts[5] > 59) return std::nullopt;
  const sys_time<microseconds> time =
      sys_days{date} + hours{parts[3]} + minutes{parts[4]} + seconds{parts[5]};
  return WallTime{time.time_since_epoch().count()};
}

std::optional<std::string_view> inside(std::string_view text, std::string_view name) {
  if (!text.starts_with(name) || !text.ends_with(')')) return std::nullopt;
  return text.substr(name.size(), text.size() - name.size() - 1);
}

}  // namespace

Result<ScheduleExpression> ScheduleExpression::parse(std::string_view text) {
  if (const auto fields = inside(text, "cron(")) {
    auto cron = Cron::parse(*fields);
    if (!cron) return cron.error();
    return ScheduleExpression(std::move(*cron));
  }
  if (const auto rate = inside(text, "rate(")) {
    if (const auto period = readRate(*rate)) return ScheduleExpression(*period);
    return invalid(SAY("schedule",
                       "Parameter ScheduleExpression is not valid. rate() takes a whole number "
                       "from 1 to 1000000 and a unit: rate(1 minute), "
                       "rate(15 minutes), rate(2 hours), rate(1 day); one is singular, more are "
                       "plural."));
  }
  if (const auto moment = inside(text, "at(")) {
    if (const auto time = readAt(*moment)) return ScheduleExpression(*time);
    return Error{
        "ValidationException",
        {"schedule",
         SAY("schedule", "%1 at() takes one time without a zone: at(2026-01-05T09:00:00)."),
         {"Invalid Schedule Expression " + std::string(text) + "."}},
        ""};
  }
  return invalid(SAY("schedule",
                     "Parameter ScheduleExpression is not valid. A schedule is cron(0 8 ? * "
                     "MON-FRI *), rate(15 minutes) or "
                     "at(2026-01-05T09:00:00), with nothing around it."));
}

std::optional<WallTime> ScheduleExpression::next(WallTime after, WallTime created) const {
  if (const auto* period = std::get_if<Duration>(&m_when)) {
    if (after < created) return created + *period;
    const std::int64_t done = (after.us - created.us) / period->us;
    return created + *period * (done + 1);
  }
  if (const auto* at = std::get_if<WallTime>(&m_when))
    return *at > after ? std::optional(*at) : std::nullopt;
  const sys_time<microseconds> now{microseconds{after.us}};
  const auto minute = std::get<Cron>(m_when).firstAtOrAfter(floor<minutes>(now) + minutes{1});
  if (!minute) return std::nullopt;
  return WallTime{duration_cast<microseconds>(minute->time_since_epoch()).count()};
}

Sentence ScheduleExpression::inWords() const {
  if (const auto* cron = std::get_if<Cron>(&m_when)) return cron->inWords();
  if (const auto* at = std::get_if<WallTime>(&m_when))
    return {"schedule", SAY("schedule", "once, at %1"), {formatIso8601Millis(*at).substr(0, 19)}};
  const auto& period = std::get<Duration>(m_when);
  for (std::size_t i = kUnits.size(); i-- > 0;) {
    if (period.us % kUnits[i].length.us != 0) continue;
    const std::int64_t n = period.us / kUnits[i].length.us;
    static constexpr std::array<const char*, 3> kOne{SAY("schedule", "every minute"),
                                                     SAY("schedule", "every hour"),
                                                     SAY("schedule", "every day")};
    static constexpr std::array<const char*, 3> kMany{SAY("schedule", "every %1 minutes"),
                                                      SAY("schedule", "every %1 hours"),
                                                      SAY("schedule", "every %1 days")};
    if (n == 1) return {"schedule", kOne[i], {}};
    return {"schedule", kMany[i], {std::to_string(n)}};
  }
  return {};
}

}  // namespace coldstart::events
