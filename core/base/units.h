// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Memory and money as types of whole numbers.

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace coldstart {

/// Lambda's memory unit: 1 MB is 1 048 576 bytes.
struct Memory {
  std::int32_t mb = 0;
  constexpr auto operator<=>(const Memory&) const = default;
};

/// US dollars in units of 10^-12 dollar: fine enough for one millisecond at 128 MB, and 64 bits
/// still hold nine million dollars.
struct Money {
  std::int64_t picoDollars = 0;
  constexpr auto operator<=>(const Money&) const = default;
  constexpr Money operator+(Money o) const { return {picoDollars + o.picoDollars}; }
  constexpr Money operator-(Money o) const { return {picoDollars - o.picoDollars}; }
  constexpr Money& operator+=(Money o) {
    picoDollars += o.picoDollars;
    return *this;
  }
  [[nodiscard]] constexpr double dollars() const { return static_cast<double>(picoDollars) / 1e12; }
};

/// Reads "512MB" or "2GB". Errors name the text and the units that exist.
Result<Memory> parseMemory(std::string_view text);
std::string formatMemory(Memory m);  ///< "512 MB"

/// "$0.000 213", "$15.29", "$0": to the first three significant figures, at least cents, groups of
/// three after the point, as design/tokens asks.
std::string formatMoney(Money m);

/// "1 234 567" with thin spaces, for every count the user reads.
std::string formatCount(std::int64_t n);

}  // namespace coldstart
