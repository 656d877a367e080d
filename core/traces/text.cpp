// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/traces/text.h"

#include <algorithm>
#include <array>

#include "core/base/time.h"
#include "core/project/decimal.h"

namespace coldstart::traces {

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

std::string lowered(std::string_view text) {
  std::string result(text);
  for (char& c : result)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return result;
}

std::vector<Cell> cells(std::string_view line, char separator) {
  std::vector<Cell> result;
  for (std::size_t at = 0; at <= line.size();) {
    std::size_t end = at;
    bool quoted = false;
    for (; end < line.size() && (quoted || line[end] != separator); ++end)
      if (line[end] == '"') quoted = !quoted;
    std::string_view text = trimmed(line.substr(at, end - at));
    const std::size_t column = at + 1;
    if (text.size() >= 2 && text.front() == '"' && text.back() == '"')
      text = text.substr(1, text.size() - 2);
    result.push_back({text, column});
    at = end + 1;
  }
  return result;
}

std::vector<Cell> words(std::string_view line) {
  std::vector<Cell> result;
  for (std::size_t at = 0; at < line.size();) {
    if (line[at] == ' ') {
      ++at;
      continue;
    }
    const bool marked = line[at] == '"' || line[at] == '[';
    const char close = line[at] == '"' ? '"' : ']';
    const std::size_t begin = marked ? at + 1 : at;
    const std::size_t end = std::min(line.find(marked ? close : ' ', begin), line.size());
    result.push_back({line.substr(begin, end - begin), begin + 1});
    at = end + 1;
  }
  return result;
}

namespace {

/// "+02:00", "+0200" or "-05" at the end of a time, in minutes; cut off from it.
std::optional<std::int64_t> takeOffset(std::string_view& text) {
  const std::size_t sign = text.find_last_of("+-");
  if (sign == std::string_view::npos || sign + 6 < text.size()) return std::nullopt;
  std::string digits;
  for (const char c : text.substr(sign + 1))
    if (c != ':') digits += c;
  if ((digits.size() != 2 && digits.size() != 4) ||
      !std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; }))
    return std::nullopt;
  digits.resize(4, '0');
  const int value = std::stoi(digits);
  const std::int64_t minutes = value / 100 * 60 + value % 100;
  const bool west = text[sign] == '-';
  text = text.substr(0, sign);
  return west ? -minutes : minutes;
}

constexpr std::int64_t kMinuteUs = 60'000'000;

}  // namespace

std::optional<std::int64_t> calendarTime(std::string_view text) {
  if (text.size() < 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  std::int64_t offset = 0;
  if (text.size() > 16 && text.back() != 'Z') {
    std::string_view withoutOffset = text.substr(11);
    if (const auto minutes = takeOffset(withoutOffset)) {
      offset = *minutes;
      text = trimmed(text.substr(0, 11 + withoutOffset.size()));
    }
  }
  const auto time = parseWallTime(text);
  if (!time) return std::nullopt;
  return time->us - offset * kMinuteUs;
}

std::optional<std::int64_t> webServerTime(std::string_view text) {
  constexpr std::array<std::string_view, 12> kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                     "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  if (text.size() < 20 || text[2] != '/' || text[6] != '/' || text[11] != ':') return std::nullopt;
  const auto month = std::find(kMonths.begin(), kMonths.end(), text.substr(3, 3));
  if (month == kMonths.end()) return std::nullopt;
  const auto number = std::to_string(month - kMonths.begin() + 1);
  std::string iso(text.substr(7, 4));
  iso += number.size() == 1 ? "-0" : "-";
  iso += number + "-" + std::string(text.substr(0, 2)) + "T" + std::string(text.substr(12, 8));
  std::string_view rest = trimmed(text.substr(20));
  return calendarTime(iso + std::string(rest));
}

std::optional<std::int64_t> amount(std::string_view text, int places) {
  text = trimmed(text);
  // Nearly every number of a recording is "123.456": read without a detour.
  std::int64_t value = 0;
  std::size_t at = 0;
  int left = places;
  bool point = false;
  constexpr std::size_t kSurelyFits = 18;
  for (; at < text.size() && at < kSurelyFits; ++at) {
    const char c = text[at];
    if (c == '.' && !point && places >= 0) {
      point = true;
    } else if (c >= '0' && c <= '9' && (!point || left > 0)) {
      value = value * 10 + (c - '0');
      if (point) --left;
    } else {
      break;
    }
  }
  const bool simple = at == text.size() && at > (point ? 1U : 0U) && places >= 0 &&
                      text.size() + static_cast<std::size_t>(left) <= kSurelyFits;
  if (!simple) return project::scaledDecimal(text, places);
  for (; left > 0; --left) value *= 10;
  return value;
}

}  // namespace coldstart::traces
