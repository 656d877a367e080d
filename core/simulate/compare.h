// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What if? The same load under several settings: the seed and the loads are the same, so the same
// requests arrive at the same moments, and whatever differs is the setting's doing. Runs know
// nothing of each other; callers spread them over threads (app/workbench/parallel.h) and keep each
// result in its own place, so that the order in which they finish never shows.

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "core/base/result.h"
#include "core/observe/figures.h"

namespace coldstart::simulate {

/// Up to this many requests every figure is counted from the records, exactly as `simulate` reports
/// it. Beyond, only sums are kept: counts and money are as exact, percentiles within 1 %, and the
/// response time is not known. That is several times faster and needs no memory. What decides is
/// how many requests the load is going to make, which is the same under every setting of it.
inline constexpr std::uint64_t kExactRequests = 200'000;

struct Trial {
  std::optional<std::uint64_t> seed;  ///< Instead of the project's.
  std::optional<Duration> until;      ///< Instead of the scenario's.
  std::function<bool()> goOn;         ///< False cancels; what has run so far is told.
};
Result<observe::RunFigures> tryOut(const project::Project& project,
                                   const project::Scenario& scenario, const Trial& trial = {});

/// One figure of many: how it is called, read, and shown.
struct Measure {
  enum class Kind { Count, Millis, Ratio, GbSeconds, Dollars };
  const char* key;  ///< "durationP99Ms": column of a CSV file, key in JSON.
  Kind kind;
  std::optional<double> (*of)(const observe::Figures&);
};
std::span<const Measure> measures();

/// A mean of several seeds and how sure it is: 95 of 100 such intervals hold the true mean
/// (Student's t). Of one seed the half width is 0.
struct Estimate {
  double mean = 0;
  double halfWidth = 0;
};
Estimate estimateOf(std::span<const double> values);

/// The three recommendations of "power tuning", as indices into `points`; a point that refuses or
/// fails more requests than the best of them is no candidate.
struct TuningPoint {
  double millis = 0;  ///< Average duration.
  double cost = 0;
  double failed = 0;  ///< Throttles and errors.
};
struct Tuning {
  std::size_t cheapest = 0;
  std::size_t fastest = 0;
  std::size_t balanced = 0;  ///< Least sum of both, each as a part of the candidates' highest.
};
/// Nothing when there are no points.
std::optional<Tuning> tune(std::span<const TuningPoint> points);

}  // namespace coldstart::simulate
