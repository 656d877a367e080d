// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/time.h"

#include <array>
#include <chrono>

#include "core/base/letters.h"

namespace coldstart {
namespace {

struct Unit {
  std::string_view name;
  std::int64_t us;
};
constexpr std::array<Unit, 6> kUnits{{{"us", 1},
                                      {"ms", 1'000},
                                      {"s", 1'000'000},
                                      {"m", 60'000'000},
                                      {"h", 3'600'000'000},
                                      {"d", 86'400'000'000}}};

constexpr std::size_t kIsoLength = 24;

Error badDuration(std::string_view text) {
  return {"",
          {"units",
           SAY("units",
               "\"%1\" is not a duration. Write a number with a unit: us, ms, s, m, h or d, "
               "for example 210ms or 1.5s."),
           {std::string(text)}},
          ""};
}

}  // namespace

Result<Duration> parseDuration(std::string_view text) {
  std::size_t i = 0;
  std::int64_t whole = 0;
  std::int64_t fraction = 0;
  std::int64_t scale = 1;
  bool digits = false;
  for (; i < text.size() && text[i] >= '0' && text[i] <= '9'; ++i, digits = true) {
    if (whole > 1'000'000'000'000'000) return badDuration(text);
    whole = whole * 10 + (text[i] - '0');
  }
  if (i < text.size() && text[i] == '.') {
    for (++i; i < text.size() && text[i] >= '0' && text[i] <= '9'; ++i, digits = true) {
      if (scale >= 1'000'000) return badDuration(text);
      fraction = fraction * 10 + (text[i] - '0');
      scale *= 10;
    }
  }
  while (i < text.size() && text[i] == ' ') ++i;
  for (const Unit& unit : kUnits) {
    if (!digits || text.substr(i) != unit.name) continue;
    if (whole > std::numeric_limits<std::int64_t>::max() / 4 / unit.us) return badDuration(text);
    if (fraction * unit.us % scale != 0) return badDuration(text);
    return Duration{whole * unit.us + fraction * unit.us / scale};
  }
  return badDuration(text);
}

std::string formatDuration(Duration d) {
  if (d.us == 0) return "0s";
  if (d.us < 0) return "-" + formatDuration(Duration{-d.us});
  for (std::size_t i = kUnits.size(); i-- > 0;) {
    if (d.us % kUnits[i].us == 0)
      return std::to_string(d.us / kUnits[i].us) + std::string(kUnits[i].name);
    if (i < 3 && d.us >= kUnits[i].us) {  // 1.5s, 2.25ms: exact, no trailing zeros
      std::string fraction = std::to_string(kUnits[i].us + d.us % kUnits[i].us).substr(1);
      fraction.erase(fraction.find_last_not_of('0') + 1);
      return std::to_string(d.us / kUnits[i].us) + "." + fraction + std::string(kUnits[i].name);
    }
  }
  return std::to_string(d.us) + "us";
}

void addIso8601Millis(Letters& out, WallTime t) {
  using namespace std::chrono;
  const sys_time<microseconds> point{microseconds{t.us}};
  const auto day = floor<days>(point);
  const year_month_day date{day};
  const auto number = [](auto n) { return static_cast<unsigned>(n); };
  const unsigned year = number(static_cast<int>(date.year())) % 10'000;
  const unsigned millis = number((point - day).count() / 1'000);
  char* at = out.extend(kIsoLength);
  at = writeTwoDigits(writeTwoDigits(at, year / 100), year % 100);
  *at++ = '-';
  at = writeTwoDigits(at, number(date.month()));
  *at++ = '-';
  at = writeTwoDigits(at, number(date.day()));
  *at++ = 'T';
  at = writeTwoDigits(at, millis / 3'600'000);
  *at++ = ':';
  at = writeTwoDigits(at, millis / 60'000 % 60);
  *at++ = ':';
  at = writeTwoDigits(at, millis / 1'000 % 60);
  *at++ = '.';
  *at++ = static_cast<char>('0' + millis / 100 % 10);
  *writeTwoDigits(at, millis % 100) = 'Z';
}

std::string formatIso8601Millis(WallTime t) {
  Letters text;
  addIso8601Millis(text, t);
  return std::string(text.text());
}

Result<WallTime> parseWallTime(std::string_view text) {
  using namespace std::chrono;
  const auto refused = [&]() -> Result<WallTime> {
    return Error{"",
                 {"units",
                  SAY("units",
                      "\"%1\" is not a date and time. Write it like 2026-01-05T09:00:00Z; the time "
                      "is UTC."),
                  {std::string(text)}},
                 ""};
  };
  std::string_view rest = text;
  bool good = true;
  const auto number = [&](std::size_t digits) {
    int value = 0;
    good = good && rest.size() >= digits;
    for (std::size_t i = 0; good && i < digits; ++i) {
      good = rest[i] >= '0' && rest[i] <= '9';
      value = value * 10 + (rest[i] - '0');
    }
    if (good) rest.remove_prefix(digits);
    return value;
  };
  const auto mark = [&](char c) {
    good = good && !rest.empty() && rest[0] == c;
    if (good) rest.remove_prefix(1);
  };
  const int years = number(4);
  mark('-');
  const int months = number(2);
  mark('-');
  const int daysOfMonth = number(2);
  const year_month_day date{year{years}, month{static_cast<unsigned>(months)},
                            day{static_cast<unsigned>(daysOfMonth)}};
  if (!good || years < 1970 || !date.ok()) return refused();
  std::int64_t us = sys_days{date}.time_since_epoch().count() * 86'400'000'000LL;
  if (rest.empty()) return WallTime{us};
  mark(rest[0] == ' ' ? ' ' : 'T');
  const int hour = number(2);
  mark(':');
  const int minute = number(2);
  int second = 0;
  if (good && rest.substr(0, 1) == ":") {
    mark(':');
    second = number(2);
  }
  if (good && rest.substr(0, 1) == ".") {
    mark('.');
    std::int64_t step = 100'000;
    good = !rest.empty() && rest[0] >= '0' && rest[0] <= '9';
    for (; !rest.empty() && rest[0] >= '0' && rest[0] <= '9'; rest.remove_prefix(1), step /= 10) {
      us += (rest[0] - '0') * step;
    }
  }
  if (rest == "Z") rest.remove_prefix(1);
  if (!good || !rest.empty() || hour > 23 || minute > 59 || second > 59) return refused();
  return WallTime{us} + Duration::seconds((hour * 60 + minute) * 60 + second);
}

}  // namespace coldstart
