// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/decimal.h"

#include <array>
#include <charconv>
#include <limits>

#include <nlohmann/json.hpp>

namespace coldstart::project {
namespace {

bool isDigit(char c) {
  return c >= '0' && c <= '9';
}

/// A number's digits without its point, and where the point stood.
struct Digits {
  std::string digits;
  int exponent = 0;  ///< The value is digits × 10^exponent.
  bool negative = false;
};

std::optional<Digits> split(std::string_view text) {
  Digits number;
  std::size_t i = 0;
  if (i < text.size() && (text[i] == '-' || text[i] == '+')) number.negative = text[i++] == '-';
  bool any = false;
  for (; i < text.size() && isDigit(text[i]); ++i, any = true) number.digits += text[i];
  if (i < text.size() && text[i] == '.') {
    for (++i; i < text.size() && isDigit(text[i]); ++i, any = true) {
      number.digits += text[i];
      --number.exponent;
    }
  }
  if (!any) return std::nullopt;
  if (i < text.size() && (text[i] == 'e' || text[i] == 'E')) {
    if (++i < text.size() && text[i] == '+') ++i;
    int exponent = 0;
    const auto [end, failure] =
        std::from_chars(text.data() + i, text.data() + text.size(), exponent);
    if (failure != std::errc{} || exponent > 400 || exponent < -400) return std::nullopt;
    number.exponent += exponent;
    i = static_cast<std::size_t>(end - text.data());
  }
  if (i != text.size()) return std::nullopt;
  number.digits.erase(0, number.digits.find_first_not_of('0'));
  return number;
}

}  // namespace

std::optional<std::int64_t> scaledDecimal(std::string_view text, int places) {
  std::optional<Digits> number = split(text);
  if (!number) return std::nullopt;
  std::string& digits = number->digits;
  const int shift = number->exponent + places;
  if (digits.empty()) return 0;
  bool roundUp = false;
  if (shift < 0) {
    const auto dropped = static_cast<std::size_t>(-shift);
    if (dropped > digits.size()) return 0;
    roundUp = digits[digits.size() - dropped] >= '5';
    digits.erase(digits.size() - dropped);
  } else {
    digits.append(static_cast<std::size_t>(shift), '0');
  }
  std::int64_t value = 0;
  for (const char digit : digits) {
    if (value > (std::numeric_limits<std::int64_t>::max() - 10) / 10) return std::nullopt;
    value = value * 10 + (digit - '0');
  }
  if (roundUp) ++value;
  return number->negative ? -value : value;
}

std::string decimalText(const nlohmann::ordered_json& number) {
  if (number.is_string()) return number.get<std::string>();
  if (number.is_number_float()) {
    std::array<char, 40> buffer{};
    const auto [end, failure] =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), number.get<double>());
    return failure == std::errc{} ? std::string(buffer.data(), end) : std::string();
  }
  return number.is_number() ? number.dump() : std::string();
}

}  // namespace coldstart::project
