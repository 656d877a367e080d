// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/letters.h"

#include <algorithm>
#include <array>

namespace coldstart {
namespace {

template <std::size_t Base>
constexpr std::array<char, Base * Base * 2> pairs() {
  std::array<char, Base * Base * 2> table{};
  for (std::size_t i = 0; i < Base * Base; ++i) {
    table[i * 2] = "0123456789abcdef"[i / Base];
    table[i * 2 + 1] = "0123456789abcdef"[i % Base];
  }
  return table;
}
constexpr auto kDecimal = pairs<10>();
constexpr auto kHexadecimal = pairs<16>();

constexpr std::size_t kFirstCapacity = 1'024;
constexpr std::size_t kMostDigits = 20;

}  // namespace

char* writeTwoDigits(char* at, unsigned n) {
  std::memcpy(at, &kDecimal[std::size_t{n} * 2], 2);
  return at + 2;
}

char* writeHex(char* at, std::uint64_t value, int digits) {
  for (int shift = (digits - 2) * 4; shift >= 0; shift -= 8) {
    std::memcpy(at, &kHexadecimal[(value >> shift & 0xFF) * 2], 2);
    at += 2;
  }
  return at;
}

void Letters::number(std::int64_t n) {
  auto rest = static_cast<std::uint64_t>(n);
  if (n < 0) {
    *this += '-';
    rest = 0 - rest;
  }
  std::array<char, kMostDigits> digits{};
  char* at = digits.data() + digits.size();
  for (; rest >= 100; rest /= 100) writeTwoDigits(at -= 2, static_cast<unsigned>(rest % 100));
  if (rest >= 10)
    writeTwoDigits(at -= 2, static_cast<unsigned>(rest));
  else
    *--at = static_cast<char>('0' + rest);
  *this += std::string_view(at, static_cast<std::size_t>(digits.data() + digits.size() - at));
}

void Letters::replace(std::size_t from, char what, char by) {
  std::replace(m_first.get() + from, m_first.get() + m_size, what, by);
}

void Letters::grow(std::size_t count) {
  const std::size_t capacity = std::max({kFirstCapacity, m_capacity * 2, m_size + count});
  auto larger = std::make_unique_for_overwrite<char[]>(capacity);
  if (m_size > 0) std::memcpy(larger.get(), m_first.get(), m_size);
  m_first = std::move(larger);
  m_capacity = capacity;
}

}  // namespace coldstart
