// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/observe/samples.h"

#include <algorithm>
#include <bit>

namespace coldstart::observe {

namespace {

// Buckets: below 128 one for each value; above, 128 for each power of two, so that a bucket's
// width is at most 1/128 of its values and its middle within 0.4 % of each.
constexpr int kBits = 7;
constexpr std::int64_t kPerOctave = 1 << kBits;

std::size_t bucketOf(std::int64_t value) {
  const auto bits = static_cast<std::uint64_t>(value);
  if (value < kPerOctave) return bits;
  const std::size_t octave = std::bit_width(bits) - kBits - 1U;
  return octave * static_cast<std::size_t>(kPerOctave) + (bits >> octave);
}

std::int64_t middleOf(std::size_t bucket) {
  const auto number = static_cast<std::int64_t>(bucket);
  if (number < kPerOctave) return number;
  const auto octave = static_cast<int>(number / kPerOctave - 1);
  const std::int64_t low = (number % kPerOctave + kPerOctave) << octave;
  return low + ((std::int64_t{1} << octave) - 1) / 2;
}

}  // namespace

void Samples::add(std::int64_t value) {
  m_minimum = m_count == 0 ? value : std::min(m_minimum, value);
  m_maximum = m_count == 0 ? value : std::max(m_maximum, value);
  m_sum += value;
  ++m_count;
  m_sorted = false;
  if (m_buckets.empty() && m_values.size() < kExactSamples) {
    m_values.push_back(value);
    return;
  }
  for (const std::int64_t early : m_values) count(early);
  m_values = {};
  count(value);
}

void Samples::count(std::int64_t value) {
  const std::size_t bucket = bucketOf(std::max<std::int64_t>(value, 0));
  if (bucket >= m_buckets.size()) m_buckets.resize(bucket + 1);
  ++m_buckets[bucket];
}

double Samples::average() const {
  return m_count == 0 ? 0 : static_cast<double>(m_sum) / static_cast<double>(m_count);
}

std::int64_t Samples::rank(std::int64_t perMille) const {
  return std::clamp<std::int64_t>((m_count * perMille + 999) / 1'000, 1, m_count);
}

std::int64_t Samples::percentile(std::int64_t perMille) {
  if (m_count == 0) return 0;
  const std::int64_t wanted = rank(perMille);
  if (m_buckets.empty()) {
    if (!m_sorted) std::sort(m_values.begin(), m_values.end());
    m_sorted = true;
    return m_values[static_cast<std::size_t>(wanted - 1)];
  }
  std::int64_t seen = 0;
  for (std::size_t bucket = 0; bucket < m_buckets.size(); ++bucket) {
    seen += m_buckets[bucket];
    if (seen >= wanted) return std::clamp(middleOf(bucket), m_minimum, m_maximum);
  }
  return m_maximum;
}

void Samples::clear() {
  m_values.clear();
  m_buckets.clear();
  m_count = m_sum = m_minimum = m_maximum = 0;
}

}  // namespace coldstart::observe
