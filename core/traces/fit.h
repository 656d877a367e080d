// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A work model made of what was measured: REPORT lines of CloudWatch Logs, or any other recording
// that says how long requests took. A log-normal is taken where it is nowhere further from the
// measured values than chance alone would put it (Kolmogorov and Smirnov's test at 5 %), because it
// also has a tail; otherwise the measured values themselves, thinned to a thousand quantiles.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "core/base/result.h"
#include "core/project/function.h"
#include "core/traces/record_reader.h"

namespace coldstart::traces {

/// What could be fitted, and how.
struct Fit {
  std::optional<project::Distribution> init;
  std::optional<project::Distribution> firstDuration;
  std::optional<project::Distribution> duration;
  std::optional<project::Distribution> maxMemoryUsed;
  std::optional<std::int32_t> errorRatePpm;
  std::vector<Sentence> notes;  ///< From how many values, what was chosen and why.
};

/// The distribution of some values, and the sentence that says why this one. `what` is for the
/// sentence; there has to be a value.
project::Distribution fitted(std::vector<std::int64_t> values, std::string_view what,
                             std::vector<Sentence>& notes);

class Fitter {
 public:
  /// Of one function only, where the recording tells them apart; "" for all.
  Fitter(std::string fileName, std::string format, std::string function);
  Fitter(const Fitter&) = delete;
  Fitter& operator=(const Fitter&) = delete;

  bool feed(std::string_view piece) { return m_reader.feed(piece); }
  Result<Fit> finish();

 private:
  struct Measured {
    std::int64_t tookUs;
    std::optional<std::int64_t> initUs;
    std::int32_t memoryMb;
    std::int32_t maxMemoryMb;
  };
  std::optional<Error> take(const Record& record);
  void keepMostFrequentMemory(Fit& fit);
  void fitRates(Fit& fit) const;
  Result<Fit> ofPercentiles();

  std::string m_file;
  std::string m_function;
  RecordReader m_reader;
  std::vector<Measured> m_measured;
  std::vector<std::int64_t> m_percentiles;
  std::uint64_t m_requests = 0;
  std::uint64_t m_failed = 0;
  std::uint64_t m_timedOut = 0;
};

/// Metadata.Coldstart.Work as a template has it.
nlohmann::ordered_json workOf(const Fit& fit);

}  // namespace coldstart::traces
