// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What was measured of a handler as the work model of its function, and the template with it.

#include <vector>

#include <nlohmann/json.hpp>

#include "core/base/result.h"
#include "core/live/profiler.h"
#include "core/traces/fit.h"

namespace coldstart {

struct MeasuredWork {
  /// Settings of a function by name, as a template has them: "Init", "LogLines", "Response" …
  nlohmann::ordered_json settings;
  traces::Fit fit;
  std::vector<Sentence> notes;  ///< How it was made, and what it leaves out.
};

/// Errors: nothing was measured.
Result<MeasuredWork> measuredWork(const live::Profile& profile);

/// The template with these settings of the function; everything else of it stays.
Result<nlohmann::ordered_json> withWork(nlohmann::ordered_json tree, const std::string& function,
                                        const nlohmann::ordered_json& settings);

}  // namespace coldstart
