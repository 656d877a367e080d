// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// How many environments were in use over time, for one function or all of them. An attempt uses its
// environment from its arrival (init counts) to its end: that is what AWS's ConcurrentExecutions
// counts. Kept as the least and the greatest value of short slices of the run; a look closer than a
// slice counts the attempts themselves. A peak of a microsecond survives every zoom.

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "core/base/time.h"

namespace coldstart::observe {

class RunIndex;

struct InUse {
  std::int32_t least = 0;
  std::int32_t most = 0;
  bool operator==(const InUse&) const = default;
};

class ConcurrencyCurve {
 public:
  explicit ConcurrencyCurve(const RunIndex& index);

  /// The range of values in each of `columns.size()` equal parts of [from, to).
  void sample(std::optional<std::size_t> function, Instant from, Instant to,
              std::span<InUse> columns) const;
  /// In use at t, counted exactly.
  [[nodiscard]] std::int32_t at(std::optional<std::size_t> function, Instant t) const;
  [[nodiscard]] std::int32_t peak(std::optional<std::size_t> function) const;
  /// Provisioned environments that are ready and handed over, as steps over time. Until all that
  /// were asked for are ready, the new ones are held. (provisioned-concurrency)
  struct Step {
    Instant at;
    std::int32_t value = 0;
  };
  [[nodiscard]] std::span<const Step> provisionedReady(std::optional<std::size_t> function) const;

 private:
  /// Slices of 2^shift microseconds from the run's begin.
  struct Series {
    int shift = 0;
    std::vector<InUse> slices;
    std::vector<Step> provisioned;
    std::int32_t peak = 0;
  };
  [[nodiscard]] const Series& series(std::optional<std::size_t> function) const;
  [[nodiscard]] std::vector<Step> provisionedOf(std::size_t function) const;
  void sampleClosely(std::optional<std::size_t> function, Instant from, Instant to,
                     std::span<InUse> columns) const;

  const RunIndex& m_index;
  std::vector<Series> m_functions;
  Series m_all;
};

}  // namespace coldstart::observe
