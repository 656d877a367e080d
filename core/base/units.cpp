// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/units.h"

#include <cstdlib>

namespace coldstart {
namespace {

constexpr std::string_view kThinSpace = "\u2009";

/// Puts a thin space between groups of three digits, counted from the right (or from the left).
std::string grouped(const std::string& digits, bool fromLeft) {
  std::string text;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    const std::size_t position = fromLeft ? i : digits.size() - i;
    if (i > 0 && position % 3 == 0) text += kThinSpace;
    text += digits[i];
  }
  return text;
}

}  // namespace

Result<Memory> parseMemory(std::string_view text) {
  std::size_t i = 0;
  std::int64_t value = 0;
  while (i < text.size() && text[i] >= '0' && text[i] <= '9' && value < 1'000'000'000) {
    value = value * 10 + (text[i++] - '0');
  }
  const bool digits = i > 0;
  while (i < text.size() && text[i] == ' ') ++i;
  const std::string_view unit = text.substr(i);
  const std::int64_t factor = unit == "MB" ? 1 : unit == "GB" ? 1024 : 0;
  if (!digits || factor == 0 || value * factor > 1'000'000'000) {
    return Error{
        "",
        {"units",
         SAY("units",
             "\"%1\" is not an amount of memory. Write a whole number with a unit: MB or GB, "
             "for example 74MB."),
         {std::string(text)}},
        ""};
  }
  return Memory{static_cast<std::int32_t>(value * factor)};
}

std::string formatMemory(Memory m) {
  return formatCount(m.mb) + " MB";
}

std::string formatMoney(Money m) {
  constexpr std::int64_t kDollar = 1'000'000'000'000;
  if (m.picoDollars < 0) return "-" + formatMoney(Money{-m.picoDollars});
  const std::int64_t value = m.picoDollars;
  int decimals = 2;  // at least cents, more until three significant figures are shown
  if (value == 0) return "$0";
  for (std::int64_t bound = kDollar; value < bound && decimals < 12; bound /= 10) ++decimals;
  std::int64_t step = kDollar;
  for (int i = 0; i < decimals; ++i) step /= 10;
  const std::int64_t rounded = (value + step / 2) / step;
  const std::int64_t perDollar = kDollar / step;
  std::string fraction = std::to_string(perDollar + rounded % perDollar).substr(1);
  while (fraction.size() > 2 && fraction.back() == '0') fraction.pop_back();
  return "$" + formatCount(rounded / perDollar) + "." + grouped(fraction, true);
}

std::string formatCount(std::int64_t n) {
  if (n < 0) return "-" + formatCount(-n);
  const std::string digits = std::to_string(n);
  return digits.size() <= 3 ? digits : grouped(digits, false);
}

}  // namespace coldstart
