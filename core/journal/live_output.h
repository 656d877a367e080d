// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What handlers that really ran have printed and answered: the part of a live run that no rule can
// tell. It stands beside the records; core/live writes it, core/observe shows it.

#include <algorithm>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "core/journal/attempt.h"

namespace coldstart::journal {

/// A line that a handler or its runtime printed, without the newline.
struct PrintedLine {
  /// Platform: Lambda's own line, or a note of Coldstart's.
  enum class Source : std::uint8_t { Function, Extension, Platform };
  Instant at;
  EnvironmentIndex environment = kNone;
  AttemptIndex attempt = kNone;  ///< kNone: between invocations, or in init.
  std::string text;
  Source source = Source::Function;
};

/// What the caller of a synchronous request got.
struct GivenAnswer {
  AttemptIndex attempt = kNone;
  int statusCode = 200;
  std::string functionError;  ///< "Unhandled" or "".
  std::shared_ptr<const std::string> payload;
};

struct LiveOutput {
  std::vector<PrintedLine> printed;  ///< In the order in which they came.
  std::vector<GivenAnswer> answers;
  /// Environments whose interpreter was started before they were asked for: in fast mode. Their
  /// init is shorter than a cold start is.
  std::vector<EnvironmentIndex> fastStarts;
  std::vector<EnvironmentIndex> attached;  ///< Processes of the developer's own; sorted.

  [[nodiscard]] bool isFastStart(EnvironmentIndex environment) const {
    return std::find(fastStarts.begin(), fastStarts.end(), environment) != fastStarts.end();
  }
  [[nodiscard]] bool isAttached(EnvironmentIndex environment) const {
    return std::ranges::binary_search(attached, environment);
  }
  [[nodiscard]] const GivenAnswer* answerTo(AttemptIndex attempt) const {
    for (auto answer = answers.rbegin(); answer != answers.rend(); ++answer) {
      if (answer->attempt == attempt) return &*answer;
    }
    return nullptr;
  }
};

}  // namespace coldstart::journal
