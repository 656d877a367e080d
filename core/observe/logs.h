// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// CloudWatch Logs as a view: no line is stored, each is rendered when it is looked at (facts
// §2.4–2.10). A LogView is the lines of one log stream (one environment) in order, or of all
// streams grouped by request in order of start. Line numbers map to attempts through a sparse
// count, so opening a view of millions of lines costs one pass over the attempts.

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/observe/run_index.h"

namespace coldstart::observe {

enum class LineKind : std::uint8_t { InitStart, Start, Handler, End, Report, Failure };

struct LogLine {
  Instant at;
  LineKind kind = LineKind::Start;
  journal::AttemptIndex attempt = journal::kNone;
  journal::EnvironmentIndex environment = journal::kNone;
  std::string
      text;  ///< Exactly what CloudWatch would hold, tabs included, without the final newline.
};

/// The group and stream names: "/aws/lambda/Thumbnail", "2026/01/05/[$LATEST]3f9a…".
std::string logGroupName(const journal::Run& run, std::size_t function);
std::string logStreamName(const journal::Run& run, journal::EnvironmentIndex environment);

class LogView {
 public:
  /// All streams of one function, or of every function.
  LogView(std::shared_ptr<const RunIndex> index, std::optional<std::size_t> function);
  /// One stream.
  static LogView stream(std::shared_ptr<const RunIndex> index,
                        journal::EnvironmentIndex environment);

  [[nodiscard]] std::size_t size() const;
  [[nodiscard]] LogLine line(std::size_t i) const;
  /// The first line of this attempt in the view, if it has one.
  [[nodiscard]] std::optional<std::size_t> firstLineOf(journal::AttemptIndex attempt) const;
  /// How many lines begin at or before t: for following the playhead.
  [[nodiscard]] std::size_t linesBy(Instant t) const;
  [[nodiscard]] const RunIndex& index() const { return *m_index; }

 private:
  LogView() = default;
  std::shared_ptr<const RunIndex> m_index;
  std::vector<journal::AttemptIndex>
      m_attempts;  ///< Filtered order of attempts; empty means all that ran.
  std::vector<std::uint32_t> m_checkpoints;  ///< Lines before every 64th attempt.
  std::size_t m_size = 0;
  bool m_everything = false;
};

/// A CloudWatch filter pattern of plain terms: every term must occur; "-term" must not; "?a ?b" any
/// of; quotes keep spaces. (CloudWatch Logs, FilterAndPatternSyntax.)
class FilterPattern {
 public:
  static Result<FilterPattern> parse(std::string_view text);
  [[nodiscard]] bool matches(std::string_view line) const;
  [[nodiscard]] bool empty() const { return m_all.empty() && m_any.empty() && m_none.empty(); }

 private:
  std::vector<std::string> m_all;
  std::vector<std::string> m_any;
  std::vector<std::string> m_none;
};

/// What the caller of a synchronous request gets, or the error body (facts §2.6, §3.3).
struct CallerResult {
  int statusCode = 200;
  std::string functionError;  ///< "Unhandled" or "".
  std::string payload;        ///< JSON text.
};
CallerResult callerResult(const RunIndex& index, journal::AttemptIndex attempt,
                          const std::string& declaredResponse);

}  // namespace coldstart::observe
