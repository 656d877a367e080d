// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/traces/fit.h"

#include <algorithm>
#include <cmath>
#include <map>

#include <nlohmann/json.hpp>

#include "core/base/random.h"
#include "core/traces/parsers.h"

namespace coldstart::traces {
namespace {

using project::Distribution;

constexpr std::size_t kMostQuantiles = 1'000;
constexpr std::size_t kMostMemoryQuantiles = 100;
constexpr std::size_t kFewestForShape = 20;
constexpr std::size_t kMostMeasured = 20'000'000;
constexpr double kZ99 = 2.3263478740408408;  // The standard normal's 99th percentile.
constexpr double kCritical = 1.358;          // Kolmogorov and Smirnov at 5 %, times √n.

std::string percent(double part) {
  const auto hundredths = static_cast<std::int64_t>(part * 10'000 + 0.5);
  const std::string rest = std::to_string(hundredths % 100);
  return std::to_string(hundredths / 100) + (rest.size() == 1 ? ".0" : ".") + rest;
}

/// The largest difference between the share of values below a log-normal's percentile and that
/// percentile.
double distance(const std::vector<std::int64_t>& sorted, std::int64_t median, std::int64_t p99) {
  const double middle = static_cast<double>(median);
  const double sigma = naturalLog(static_cast<double>(p99) / middle) / kZ99;
  double largest = 0;
  for (int hundredth = 1; hundredth < 100; ++hundredth) {
    const double p = hundredth / 100.0;
    const double quantile = middle * exponential(sigma * normalQuantile(p));
    const auto below = std::upper_bound(sorted.begin(), sorted.end(), quantile,
                                        [](double limit, std::int64_t value) {
                                          return limit < static_cast<double>(value);
                                        }) -
                       sorted.begin();
    const double share = static_cast<double>(below) / static_cast<double>(sorted.size());
    largest = std::max(largest, share > p ? share - p : p - share);
  }
  return largest;
}

std::vector<std::int64_t> thinned(const std::vector<std::int64_t>& sorted, std::size_t most) {
  if (sorted.size() <= most) return sorted;
  std::vector<std::int64_t> quantiles;
  for (std::size_t i = 0; i < most; ++i)
    quantiles.push_back(sorted[(2 * i + 1) * sorted.size() / (2 * most)]);
  return quantiles;
}

Distribution memoryOf(std::vector<std::int64_t> values) {
  std::sort(values.begin(), values.end());
  if (values.front() == values.back()) return {Distribution::Kind::Constant, values.front(), 0, {}};
  return {Distribution::Kind::Empirical, 0, 0, thinned(values, kMostMemoryQuantiles)};
}

/// Values at even quantiles of the straight lines between a recording's percentiles.
std::vector<std::int64_t> between(const std::vector<std::int64_t>& values,
                                  const std::vector<int>& percents, std::size_t count) {
  std::vector<std::int64_t> result;
  std::size_t right = 1;
  for (std::size_t i = 0; i < count; ++i) {
    const auto at = static_cast<std::int64_t>((2 * i + 1) * 50 * 1'000 / count);  // 10^-5
    while (right + 1 < percents.size() && at > percents[right] * 1'000) ++right;
    const std::int64_t low = percents[right - 1] * 1'000;
    const std::int64_t width = percents[right] * 1'000 - low;
    const std::int64_t part = std::clamp<std::int64_t>(at - low, 0, width);
    result.push_back(values[right - 1] + (values[right] - values[right - 1]) * part / width);
  }
  std::sort(result.begin(), result.end());
  return result;
}

nlohmann::ordered_json json(const Distribution& distribution, bool memory) {
  const auto text = [&](std::int64_t value) {
    return memory ? std::to_string(value) + "MB" : formatDuration(Duration{value});
  };
  switch (distribution.kind) {
    case Distribution::Kind::LogNormal:
      return {{"LogNormal", {{"Median", text(distribution.a)}, {"P99", text(distribution.b)}}}};
    case Distribution::Kind::Empirical: {
      nlohmann::ordered_json values = nlohmann::ordered_json::array();
      for (const std::int64_t value : distribution.values) values.push_back(text(value));
      return {{"Empirical", {{"Values", values}}}};
    }
    default:
      return {{"Constant", {{"Value", text(distribution.a)}}}};
  }
}

}  // namespace

Distribution fitted(std::vector<std::int64_t> values, std::string_view what,
                    std::vector<Sentence>& notes) {
  std::sort(values.begin(), values.end());
  const std::size_t n = values.size();
  const std::string name(what);
  if (values.front() == values.back()) {
    notes.push_back({"fit",
                     SAY("fit", "%1: %2 values, all of them %3."),
                     {name, std::to_string(n), formatDuration(Duration{values.front()})}});
    return {Distribution::Kind::Constant, values.front(), 0, {}};
  }
  const Distribution empirical{Distribution::Kind::Empirical, 0, 0,
                               thinned(values, kMostQuantiles)};
  const std::int64_t median = values[n / 2];
  const std::int64_t p99 = values[std::min(n - 1, n * 99 / 100)];
  if (n < kFewestForShape || median <= 0 || p99 <= median) {
    notes.push_back(
        {"fit",
         SAY("fit", "%1: the %2 values themselves, because they are too few to tell a shape."),
         {name, std::to_string(n)}});
    return empirical;
  }
  const double off = distance(values, median, p99);
  const double limit = kCritical / std::sqrt(static_cast<double>(n));
  const std::vector<std::string> numbers{name,
                                         std::to_string(n),
                                         percent(off),
                                         percent(limit),
                                         formatDuration(Duration{median}),
                                         formatDuration(Duration{p99}),
                                         std::to_string(empirical.values.size())};
  if (off <= limit) {
    notes.push_back({"fit",
                     SAY("fit",
                         "%1: log-normal with median %5 and 99th percentile %6, because it is "
                         "nowhere further than %3 % from the %2 values; chance alone makes up to "
                         "%4 %."),
                     numbers});
    return {Distribution::Kind::LogNormal, median, p99, {}};
  }
  notes.push_back({"fit",
                   SAY("fit",
                       "%1: %7 quantiles of the %2 values, because a log-normal would be %3 % off "
                       "somewhere; chance alone makes up to %4 %."),
                   numbers});
  return empirical;
}

Fitter::Fitter(std::string fileName, std::string format, std::string function)
    : m_file(std::move(fileName)),
      m_function(std::move(function)),
      m_reader(m_file, std::move(format), [this](const Record& record) { return take(record); }) {}

std::optional<Error> Fitter::take(const Record& record) {
  if (record.kind != Record::Kind::Request) {
    ++(record.kind == Record::Kind::Timeout ? m_timedOut : m_failed);
    return std::nullopt;
  }
  if (!m_function.empty() && !record.function.empty() && !record.function.starts_with(m_function))
    return std::nullopt;
  if (!record.percentiles.empty()) {
    if (m_percentiles.empty()) m_percentiles = record.percentiles;
    ++m_requests;
    return std::nullopt;
  }
  ++m_requests;
  if (record.ending == Record::Ending::Failed) ++m_failed;
  if (record.ending == Record::Ending::TimedOut) ++m_timedOut;
  if (!record.tookUs) return std::nullopt;
  if (m_measured.size() == kMostMeasured)
    return Error{"",
                 {"fit",
                  SAY("fit", "The file has more than %1 requests. Take a part of it."),
                  {std::to_string(kMostMeasured)}},
                 ""};
  m_measured.push_back({*record.tookUs, record.initUs,
                        static_cast<std::int32_t>(record.memoryMb.value_or(0)),
                        static_cast<std::int32_t>(record.maxMemoryMb.value_or(0))});
  return std::nullopt;
}

/// Durations with another memory size would be those of another function.
void Fitter::keepMostFrequentMemory(Fit& fit) {
  std::map<std::int32_t, std::size_t> sizes;
  for (const Measured& one : m_measured) ++sizes[one.memoryMb];
  if (sizes.size() < 2) return;
  const auto most = std::max_element(
      sizes.begin(), sizes.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  fit.notes.push_back(
      {"fit",
       SAY("fit",
           "The lines come from %1 memory sizes; only the %2 of them with %3 MB "
           "count."),
       {std::to_string(sizes.size()), std::to_string(most->second), std::to_string(most->first)}});
  std::erase_if(m_measured, [&](const Measured& one) { return one.memoryMb != most->first; });
}

void Fitter::fitRates(Fit& fit) const {
  const std::uint64_t failed = std::min(m_failed, m_requests);
  fit.errorRatePpm = static_cast<std::int32_t>(failed * project::kMillion / m_requests);
  if (m_timedOut == 0) return;
  fit.notes.push_back({"fit",
                       SAY("fit",
                           "%1 of %2 requests timed out; how long they would have taken is not "
                           "known, so they count "
                           "with their time-out."),
                       {std::to_string(m_timedOut), std::to_string(m_requests)}});
}

Result<Fit> Fitter::ofPercentiles() {
  Fit fit;
  if (m_requests > 1)
    fit.notes.push_back(
        {"fit",
         SAY("fit",
             "The file has %1 functions that fit; the first is taken. Name one with "
             "--function."),
         {std::to_string(m_requests)}});
  const auto percents = [](const auto& list) { return std::vector<int>(list.begin(), list.end()); };
  if (m_reader.format() == Format::AzureMemory) {
    fit.maxMemoryUsed =
        memoryOf(between(m_percentiles, percents(kMemoryPercents), kMostMemoryQuantiles));
  } else {
    fit.duration = Distribution{Distribution::Kind::Empirical, 0, 0,
                                between(m_percentiles, percents(kDurationPercents), 200)};
  }
  fit.notes.push_back({"fit",
                       SAY("fit",
                           "The file has percentiles, not the values: between them the model goes "
                           "in straight lines."),
                       {}});
  return fit;
}

Result<Fit> Fitter::finish() {
  if (auto error = m_reader.finish()) return *std::move(error);
  if (!m_percentiles.empty()) return ofPercentiles();
  if (m_measured.empty())
    return Error{"",
                 {"fit",
                  SAY("fit",
                      "No line of this file says how long a request took. Take REPORT lines of "
                      "CloudWatch Logs, or a trace with durations."),
                  {}},
                 m_file};
  Fit fit;
  keepMostFrequentMemory(fit);
  std::vector<std::int64_t> inits;
  std::vector<std::int64_t> firsts;
  std::vector<std::int64_t> later;
  std::vector<std::int64_t> memory;
  for (const Measured& one : m_measured) {
    if (one.initUs) inits.push_back(*one.initUs);
    (one.initUs ? firsts : later).push_back(one.tookUs);
    if (one.maxMemoryMb > 0) memory.push_back(one.maxMemoryMb);
  }
  if (!inits.empty()) {
    fit.init = fitted(std::move(inits), "Init", fit.notes);
    fit.firstDuration = fitted(std::move(firsts), "FirstDuration", fit.notes);
  } else {
    fit.notes.push_back({"fit",
                         SAY("fit",
                             "No request was a cold start: Init stays what it was, and a first "
                             "invocation takes as long as any."),
                         {}});
  }
  if (later.empty()) {
    fit.notes.push_back(
        {"fit",
         SAY("fit", "Every request was a cold start: later invocations take as long as a first."),
         {}});
    fit.duration = fit.firstDuration;
  } else {
    fit.duration = fitted(std::move(later), "Duration", fit.notes);
  }
  if (!memory.empty()) fit.maxMemoryUsed = memoryOf(std::move(memory));
  if (m_reader.format() == Format::Report) fitRates(fit);
  return fit;
}

nlohmann::ordered_json workOf(const Fit& fit) {
  nlohmann::ordered_json work = nlohmann::ordered_json::object();
  if (fit.init) work["Init"] = json(*fit.init, false);
  if (fit.firstDuration) work["FirstDuration"] = json(*fit.firstDuration, false);
  if (fit.duration) {
    work["Duration"] = json(*fit.duration, false);
    work["CpuShare"] = 0.0;  // Measured with the memory it has; nothing is known of other sizes.
  }
  if (fit.maxMemoryUsed) work["MaxMemoryUsed"] = json(*fit.maxMemoryUsed, true);
  if (fit.errorRatePpm) work["ErrorRate"] = *fit.errorRatePpm / 1e6;
  return work;
}

}  // namespace coldstart::traces
