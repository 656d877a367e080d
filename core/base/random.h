// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Random numbers that are the same on every machine: xoshiro256++ streams, one for each purpose, so
// that a new use of chance never shifts what the others draw. Variates come from our own
// polynomials in plain IEEE arithmetic (+ - * / and square root, no libm, no std distributions, no
// contraction): a libm may answer differently in the last bit from one processor to the next, these
// cannot.

#include <bit>
#include <cstdint>
#include <span>

namespace coldstart {

/// What a stream is for. Numbers are part of what a seed means: never renumber, only append.
enum class Purpose : std::uint32_t {
  Arrivals = 1,
  Thinning = 2,  ///< Accepting or leaving out candidates of a rate that varies.
  Init = 3,
  FirstDuration = 4,
  Duration = 5,
  HandlerError = 6,
  MaxMemory = 7,
  IdleTimeout = 8,
  MaximumAge = 9,
  ProvisionedInit = 10,
  SuppressedInit = 11,
  Version = 12,
  InitError = 13,
  Crash = 14,
  Restore = 15,
  Placement = 16,
  Duplicate = 17,
  Backoff = 18,
  Downstream = 19,
  Outage = 20,
  MessageGroup = 21,
  ItemFailure = 22,
  Send = 23,
  TraceSpread = 24,
};

/// xoshiro256++ (Blackman and Vigna, 2019), seeded by SplitMix64.
class Random {
 public:
  /// The stream of a purpose; `index` tells apart its users (which load, which function).
  Random(std::uint64_t seed, Purpose purpose, std::uint64_t index);

  std::uint64_t next() {
    const std::uint64_t result = rotate(m_s[0] + m_s[3], 23) + m_s[0];
    const std::uint64_t shifted = m_s[1] << 17;
    m_s[2] ^= m_s[0];
    m_s[3] ^= m_s[1];
    m_s[1] ^= m_s[2];
    m_s[0] ^= m_s[3];
    m_s[2] ^= shifted;
    m_s[3] = rotate(m_s[3], 45);
    return result;
  }

  /// A whole number in [0, n): the high half of a product, whose bias of n / 2^64 no run can see.
  std::uint64_t below(std::uint64_t n) {
    __extension__ using Wide = unsigned __int128;
    return static_cast<std::uint64_t>((static_cast<Wide>(next()) * n) >> 64);
  }

 private:
  static constexpr std::uint64_t rotate(std::uint64_t x, int k) {
    return (x << k) | (x >> (64 - k));
  }
  std::uint64_t m_s[4];
};

/// Strictly inside (0, 1), from 52 random bits.
inline double openUnit(std::uint64_t bits) {
  // The 52 bits as the fraction of a number from 2^52 on: as exact as a conversion, and quicker.
  const double whole = std::bit_cast<double>((bits >> 12) | 0x4330000000000000ULL) - 0x1p52;
  return (whole + 0.5) * 0x1p-52;
}

double naturalLog(double x);  ///< For finite x > 0; error below 2 units in the last place.
/// Each of them replaced by its naturalLog, to the same last bit, several at a time.
void naturalLogs(std::span<double> values);
double exponential(double x);     ///< For |x| < 700.
double normalQuantile(double p);  ///< Inverse of the standard normal distribution, 0 < p < 1.

}  // namespace coldstart
