// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Time on the run's clock. Everything that is decided, recorded or compared uses these two types:
// whole microseconds, never floating point, so that the same run gives the same bytes everywhere.
// WallTime is only for showing: the moment of the calendar at which a run's clock reads zero.

#include <compare>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace coldstart {

/// A span of time in whole microseconds.
struct Duration {
  std::int64_t us = 0;

  static constexpr Duration micros(std::int64_t n) { return {n}; }
  static constexpr Duration millis(std::int64_t n) { return {n * 1'000}; }
  static constexpr Duration seconds(std::int64_t n) { return {n * 1'000'000}; }
  static constexpr Duration minutes(std::int64_t n) { return seconds(n * 60); }
  static constexpr Duration hours(std::int64_t n) { return seconds(n * 3'600); }

  /// Whole milliseconds, rounded up: the unit Lambda bills in.
  [[nodiscard]] constexpr std::int64_t ceilMillis() const { return (us + 999) / 1'000; }

  constexpr auto operator<=>(const Duration&) const = default;
  constexpr Duration operator+(Duration o) const { return {us + o.us}; }
  constexpr Duration operator-(Duration o) const { return {us - o.us}; }
  constexpr Duration operator*(std::int64_t n) const { return {us * n}; }
  constexpr Duration& operator+=(Duration o) {
    us += o.us;
    return *this;
  }
};

/// A point on the run's clock: microseconds since the run began.
struct Instant {
  std::int64_t us = 0;

  constexpr auto operator<=>(const Instant&) const = default;
  constexpr Instant operator+(Duration d) const { return {us + d.us}; }
  constexpr Instant operator-(Duration d) const { return {us - d.us}; }
  constexpr Duration operator-(Instant o) const { return {us - o.us}; }
};

inline constexpr Instant kNever{std::numeric_limits<std::int64_t>::max()};

/// A moment of the calendar: microseconds since 1970-01-01T00:00:00Z.
struct WallTime {
  std::int64_t us = 0;
  constexpr auto operator<=>(const WallTime&) const = default;
  constexpr WallTime operator+(Duration d) const { return {us + d.us}; }
};

/// Reads "250us", "210ms", "1.5s", "2m", "6h", "1d". The unit is required; a fraction is kept
/// exactly down to the microsecond. Errors name the text and the units that exist.
Result<Duration> parseDuration(std::string_view text);

/// The shortest exact text that parseDuration reads back: "210ms", "1.5s", "600s" becomes "10m".
std::string formatDuration(Duration d);

/// "2026-01-05T09:00:00.123Z", the form CloudWatch and the platform's JSON lines use.
std::string formatIso8601Millis(WallTime t);

/// Reads "2026-01-05", "2026-01-05T09:00", "2026-01-05T09:00:00Z" or with a fraction of a second;
/// always UTC, years 1970 to 9999.
Result<WallTime> parseWallTime(std::string_view text);

}  // namespace coldstart
