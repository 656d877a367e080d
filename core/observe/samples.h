// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Many durations and what is said about them: average, extremes, percentiles. Exact up to
// kExactSamples values; beyond that they are counted in buckets less than 1 % wide, so that memory
// stays small.

#include <cstdint>
#include <vector>

namespace coldstart::observe {

class Samples {
 public:
  /// Percentiles are exact up to this many values, within 1 % beyond.
  static constexpr std::size_t kExactSamples = 1'000'000;

  void add(std::int64_t value);
  [[nodiscard]] std::int64_t count() const { return m_count; }
  [[nodiscard]] std::int64_t sum() const { return m_sum; }
  [[nodiscard]] std::int64_t minimum() const { return m_minimum; }
  [[nodiscard]] std::int64_t maximum() const { return m_maximum; }
  [[nodiscard]] double average() const;
  /// The smallest value that at least `perMille` thousandths of all values do not exceed; 0 when
  /// there are none.
  [[nodiscard]] std::int64_t percentile(std::int64_t perMille);
  void clear();

 private:
  void count(std::int64_t value);
  [[nodiscard]] std::int64_t rank(std::int64_t perMille) const;

  std::vector<std::int64_t> m_values;   ///< While there are few.
  std::vector<std::int64_t> m_buckets;  ///< Once there are many.
  bool m_sorted = false;
  std::int64_t m_count = 0;
  std::int64_t m_sum = 0;
  std::int64_t m_minimum = 0;
  std::int64_t m_maximum = 0;
};

}  // namespace coldstart::observe
