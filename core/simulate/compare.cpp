// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulate/compare.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <memory>

#include "core/simulate/simulate.h"

namespace coldstart::simulate {

using journal::Decision;
using observe::Figures;
using observe::Spread;

namespace {

using Kind = Measure::Kind;

double number(std::int64_t n) {
  return static_cast<double>(n);
}

template <double Spread::*Part>
std::optional<double> duration(const Figures& f) {
  return f.duration.*Part;
}
template <double Spread::*Part>
std::optional<double> init(const Figures& f) {
  return f.init.*Part;
}
template <double Spread::*Part>
std::optional<double> response(const Figures& f) {
  return f.response ? std::optional((*f.response).*Part) : std::nullopt;
}
template <journal::Decision... Decisions>
std::optional<double> refused(const Figures& f) {
  return number((f.byDecision[static_cast<std::size_t>(Decisions)] + ...));
}
template <std::int64_t Figures::*Count>
std::optional<double> count(const Figures& f) {
  return number(f.*Count);
}

constexpr std::array kMeasures{
    Measure{"requests", Kind::Count, count<&Figures::requests>},
    Measure{"invocations", Kind::Count, count<&Figures::invocations>},
    Measure{"errors", Kind::Count, count<&Figures::errors>},
    Measure{"timeouts", Kind::Count,
            [](const Figures& f) -> std::optional<double> { return number(f.timeouts()); }},
    Measure{"throttles", Kind::Count,
            [](const Figures& f) -> std::optional<double> { return number(f.throttles()); }},
    Measure{"ConcurrentInvocationLimitExceeded", Kind::Count,
            refused<Decision::ThrottledAccount, Decision::ThrottledScalingRate>},
    Measure{"ReservedFunctionConcurrentInvocationLimitExceeded", Kind::Count,
            refused<Decision::ThrottledReserved, Decision::ThrottledReservedZero>},
    Measure{"FunctionInvocationRateLimitExceeded", Kind::Count,
            refused<Decision::ThrottledRequestRate>},
    Measure{"ReservedFunctionInvocationRateLimitExceeded", Kind::Count,
            refused<Decision::ThrottledReservedRate>},
    Measure{"dropped", Kind::Count, count<&Figures::dropped>},
    Measure{"waiting", Kind::Count,
            [](const Figures& f) {
              return f.waiting ? std::optional(number(*f.waiting)) : std::nullopt;
            }},
    Measure{"coldStarts", Kind::Count, count<&Figures::coldStarts>},
    Measure{"coldStartRatio", Kind::Ratio,
            [](const Figures& f) -> std::optional<double> { return f.coldRatio(); }},
    Measure{"durationAvgMs", Kind::Millis, duration<&Spread::average>},
    Measure{"durationP50Ms", Kind::Millis, duration<&Spread::p50>},
    Measure{"durationP90Ms", Kind::Millis, duration<&Spread::p90>},
    Measure{"durationP99Ms", Kind::Millis, duration<&Spread::p99>},
    Measure{"durationMaxMs", Kind::Millis, duration<&Spread::maximum>},
    Measure{"initP50Ms", Kind::Millis, init<&Spread::p50>},
    Measure{"initP99Ms", Kind::Millis, init<&Spread::p99>},
    Measure{"responseP50Ms", Kind::Millis, response<&Spread::p50>},
    Measure{"responseP90Ms", Kind::Millis, response<&Spread::p90>},
    Measure{"responseP99Ms", Kind::Millis, response<&Spread::p99>},
    Measure{"responseMaxMs", Kind::Millis, response<&Spread::maximum>},
    Measure{"environments", Kind::Count, count<&Figures::created>},
    Measure{"concurrentMax", Kind::Count, count<&Figures::concurrentMax>},
    Measure{"billedMs", Kind::Count, count<&Figures::billedMs>},
    Measure{"gbSeconds", Kind::GbSeconds,
            [](const Figures& f) -> std::optional<double> { return f.gbSeconds(); }},
    Measure{"costUsd", Kind::Dollars,
            [](const Figures& f) -> std::optional<double> { return f.cost.dollars(); }},
};

/// Student's t for an interval of 95 %, by degrees of freedom from 1; beyond the table the normal
/// distribution's with its first correction, within 0.001.
double studentT(std::size_t freedom) {
  constexpr std::array kTable{12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306,
                              2.262,  2.228, 2.201, 2.179, 2.160, 2.145, 2.131, 2.120,
                              2.110,  2.101, 2.093, 2.086, 2.080, 2.074, 2.069, 2.064,
                              2.060,  2.056, 2.052, 2.048, 2.045, 2.042};
  if (freedom <= kTable.size()) return kTable[freedom - 1];
  return 1.960 + 2.42 / static_cast<double>(freedom);
}

}  // namespace

Result<observe::RunFigures> tryOut(const project::Project& project,
                                   const project::Scenario& scenario, const Trial& trial) {
  Options options;
  options.seed = trial.seed;
  options.until = trial.until;
  project::Scenario whole = scenario;
  whole.until = trial.until.value_or(scenario.until);
  if (estimateRequests(project, whole) > kExactRequests) options.attemptCapacity = 1;
  if (trial.goOn) {
    options.progress = [&](Instant /*now*/, std::uint64_t /*requests*/) { return trial.goOn(); };
  }
  auto run = simulate(project, scenario, options);
  if (!run) return run.error();
  return observe::figuresOf(observe::RunIndex(*std::move(run)));
}

std::span<const Measure> measures() {
  return kMeasures;
}

Estimate estimateOf(std::span<const double> values) {
  if (values.empty()) return {};
  const auto n = static_cast<double>(values.size());
  Estimate estimate;
  for (const double value : values) estimate.mean += value / n;
  if (values.size() == 1) return estimate;
  double squares = 0;
  for (const double value : values) squares += (value - estimate.mean) * (value - estimate.mean);
  estimate.halfWidth = studentT(values.size() - 1) * std::sqrt(squares / (n - 1) / n);
  return estimate;
}

std::optional<Tuning> tune(std::span<const TuningPoint> points) {
  if (points.empty()) return std::nullopt;
  double fewest = std::numeric_limits<double>::max();
  for (const TuningPoint& p : points) fewest = std::min(fewest, p.failed);
  double slowest = 0;
  double dearest = 0;
  for (const TuningPoint& p : points) {
    if (p.failed > fewest) continue;
    slowest = std::max(slowest, p.millis);
    dearest = std::max(dearest, p.cost);
  }
  const auto least = [&](const auto& of) {
    std::size_t best = points.size();
    for (std::size_t i = 0; i < points.size(); ++i) {
      if (points[i].failed > fewest) continue;
      if (best == points.size() || of(points[i]) < of(points[best])) best = i;
    }
    return best;
  };
  const auto part = [](double of, double whole) { return whole > 0 ? of / whole : 0; };
  return Tuning{
      least([](const TuningPoint& p) { return p.cost; }),
      least([](const TuningPoint& p) { return p.millis; }),
      least([&](const TuningPoint& p) { return part(p.cost, dearest) + part(p.millis, slowest); })};
}

}  // namespace coldstart::simulate
