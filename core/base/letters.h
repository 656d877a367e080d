// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Text that grows at its end, for where gigabytes of it are written: what is added is copied
// straight to where it stays, and numbers are written there two digits at a time. Like std::string
// in how it is used, several times as fast for many small pieces.

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <string_view>

namespace coldstart {

struct WallTime;

class Letters {
 public:
  Letters& operator+=(char c) {
    *extend(1) = c;
    return *this;
  }
  Letters& operator+=(std::string_view text) {
    std::memcpy(extend(text.size()), text.data(), text.size());
    return *this;
  }
  /// Room for so many letters at the end: the caller writes each of them.
  char* extend(std::size_t count) {
    if (count > m_capacity - m_size) [[unlikely]]
      grow(count);
    char* at = m_first.get() + m_size;
    m_size += count;
    return at;
  }
  /// Decimal.
  void number(std::int64_t n);
  void replace(std::size_t from, char what, char by);
  void clear() { m_size = 0; }
  void shorten(std::size_t size) { m_size = size; }
  [[nodiscard]] std::size_t size() const { return m_size; }
  [[nodiscard]] std::string_view text() const { return {m_first.get(), m_size}; }

 private:
  void grow(std::size_t count);

  std::unique_ptr<char[]> m_first;
  std::size_t m_size = 0;
  std::size_t m_capacity = 0;
};

/// Writes n < 100 as two decimal digits; returns what follows them.
char* writeTwoDigits(char* at, unsigned n);
/// Writes the lowest `digits` (an even number of) hexadecimal digits of a value.
char* writeHex(char* at, std::uint64_t value, int digits);
/// "2026-01-05T09:00:00.123Z"
void addIso8601Millis(Letters& out, WallTime t);

}  // namespace coldstart
