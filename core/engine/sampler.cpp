// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/sampler.h"

#include <algorithm>
#include <array>
#include <span>

namespace coldstart::engine {
namespace {

constexpr std::size_t kLargestBlock = 32;
constexpr double kZ99 = 2.3263478740408408;  // The standard normal's 99th percentile.

std::int64_t rounded(double value) {
  if (!(value > 0)) return 0;
  if (value >= static_cast<double>(Sampler::kLargest)) return Sampler::kLargest;
  return static_cast<std::int64_t>(value + 0.5);
}

}  // namespace

void Sampler::refill() {
  using Kind = project::Distribution::Kind;
  // Small blocks first: of a thousand functions most run a few times only.
  m_block.resize(std::clamp<std::size_t>(m_block.size() * 2, 4, kLargestBlock));
  m_at = 0;
  const std::int64_t a = std::clamp<std::int64_t>(m_distribution.a, 0, kLargest);
  const std::int64_t b = std::clamp<std::int64_t>(m_distribution.b, 0, kLargest);
  switch (m_distribution.kind) {
    case Kind::Constant:
      std::fill(m_block.begin(), m_block.end(), a);
      return;
    case Kind::Uniform: {
      const std::int64_t low = std::min(a, b);
      const auto span = static_cast<std::uint64_t>(std::max(a, b) - low) + 1;
      for (auto& value : m_block) value = low + static_cast<std::int64_t>(m_stream.below(span));
      return;
    }
    case Kind::Exponential: {
      const auto mean = static_cast<double>(a);
      std::array<double, kLargestBlock> units;
      const std::span<double> logs = std::span(units).first(m_block.size());
      for (double& unit : logs) unit = openUnit(m_stream.next());
      naturalLogs(logs);
      for (std::size_t i = 0; i < logs.size(); ++i) m_block[i] = rounded(mean * -logs[i]);
      return;
    }
    case Kind::LogNormal: {
      const auto median = static_cast<double>(a);
      const double sigma = a > 0 && b > 0 ? naturalLog(static_cast<double>(b) / median) / kZ99 : 0;
      for (auto& value : m_block) {
        value = rounded(median * exponential(sigma * normalQuantile(openUnit(m_stream.next()))));
      }
      return;
    }
    case Kind::Empirical: {
      const auto& values = m_distribution.values;
      for (auto& value : m_block) {
        const std::uint64_t pick = m_stream.below(std::max<std::size_t>(values.size(), 1));
        value = values.empty() ? 0 : std::clamp<std::int64_t>(values[pick], 0, kLargest);
      }
      return;
    }
  }
}

}  // namespace coldstart::engine
