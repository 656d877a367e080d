// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// CloudWatch Logs as a view: no line is stored, each is rendered when it is looked at (facts
// §2.4–2.10). A LogView is the lines of one log stream (one environment) in order, or of all
// streams grouped by request in order of arrival. Line numbers map to attempts through a sparse
// count, so opening a view of millions of lines costs one pass over the attempts.

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/letters.h"
#include "core/observe/run_index.h"

namespace coldstart::observe {

enum class LineKind : std::uint8_t {
  InitStart,
  InitFailure,      ///< What the runtime prints when init raises an exception.
  InitRuntimeDone,  ///< JSON only: platform.initRuntimeDone.
  InitReport,       ///< INIT_REPORT: in text only of an init that failed or took too long.
  RestoreStart,
  RestoreRuntimeDone,  ///< JSON only: platform.restoreRuntimeDone.
  RestoreReport,
  Start,
  Handler,      ///< What the handler prints.
  Printed,      ///< What a handler or its runtime really printed, in a live run.
  Failure,      ///< What its runtime prints for an exception.
  RuntimeDone,  ///< JSON only: platform.runtimeDone.
  Exited,       ///< Classic style only: "Runtime exited with error: exit status 1".
  End,
  Report,
  TimedOut,  ///< Classic style only: "Task timed out after 3.00 seconds".
};

/// How an exported line begins: its time, or its time and log stream.
enum class LogRow : std::uint8_t { Timed, OfStream };

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
void addLogStreamName(Letters& out, const journal::Run& run, journal::EnvironmentIndex environment);

class LogText;

class LogView {
 public:
  /// All streams of one function, or of every function.
  LogView(std::shared_ptr<const RunIndex> index, std::optional<std::size_t> function);
  /// One stream.
  static LogView stream(std::shared_ptr<const RunIndex> index,
                        journal::EnvironmentIndex environment);

  [[nodiscard]] std::size_t size() const { return m_size; }
  [[nodiscard]] LogLine line(std::size_t i) const;
  /// Renders lines [from, to) one after the other, quicker than line() for each; stops when `seen`
  /// says false. The line is only valid during the call.
  void visit(std::size_t from, std::size_t to,
             const std::function<bool(std::size_t i, const LogLine& line)>& seen) const;
  /// Appends lines [from, to) as rows of a file, a gigabyte in a second: "time<tab>message", or
  /// "time stream message" as `aws logs tail --format detailed` prints.
  void append(std::size_t from, std::size_t to, LogRow row, Letters& out) const;
  /// The first line of this attempt in the view, if it has one, and how many it has.
  [[nodiscard]] std::optional<std::size_t> firstLineOf(journal::AttemptIndex attempt) const;
  [[nodiscard]] std::size_t linesOf(journal::AttemptIndex attempt) const;
  /// When the attempt's line of this number (from 0) was written.
  [[nodiscard]] Instant timeOf(journal::AttemptIndex attempt, std::size_t number) const;
  /// The lines of every attempt that had arrived by t: what following the playhead shows. The
  /// last of them may still be ahead of t (LogLine::at says).
  [[nodiscard]] std::size_t linesBy(Instant t) const;
  [[nodiscard]] const RunIndex& index() const { return *m_index; }

 private:
  LogView() = default;
  void countLines();
  [[nodiscard]] std::size_t attemptCount() const;
  [[nodiscard]] journal::AttemptIndex attemptAt(std::size_t position) const;
  /// Lines before the attempt at this position of the view.
  [[nodiscard]] std::size_t linesBefore(std::size_t position) const;
  /// Calls `seen(i, attempt, slot)` for lines [from, to) until it says false; not of an idle
  /// stream.
  template <class Seen>
  void each(std::size_t from, std::size_t to, Seen&& seen) const;

  std::shared_ptr<const RunIndex> m_index;
  std::shared_ptr<const LogText> m_text;
  std::vector<journal::AttemptIndex> m_attempts;  ///< Those of the view, unless m_everything.
  std::vector<std::uint64_t> m_checkpoints;       ///< Lines before every 64th attempt.
  std::size_t m_size = 0;
  bool m_everything = false;
  std::optional<journal::EnvironmentIndex> m_idle;  ///< A stream with no attempt: its init alone.
};

/// A CloudWatch filter pattern of plain terms: every term must occur; "-term" must not; "?a ?b" any
/// of; quotes keep spaces. (CloudWatch Logs, FilterAndPatternSyntax.)
class FilterPattern {
 public:
  static Result<FilterPattern> parse(std::string_view text);
  [[nodiscard]] bool matches(std::string_view line) const;
  /// The terms that a matching line holds, for marking them.
  [[nodiscard]] std::vector<std::string> terms() const;
  [[nodiscard]] bool empty() const { return m_all.empty() && m_any.empty() && m_none.empty(); }

 private:
  std::vector<std::string> m_all;
  std::vector<std::string> m_any;
  std::vector<std::string> m_none;
};

/// The Reason of a 429 (facts §3.3), "" for a decision that is none.
std::string_view throttleReason(journal::Decision decision);

/// What the caller of a synchronous request gets, or the error body (facts §2.6, §3.3).
struct CallerResult {
  int statusCode = 200;
  std::string functionError;  ///< "Unhandled" or "".
  std::string payload;        ///< JSON text.
};
/// What the function itself answered, whoever hears it; `declaredResponse` when it went well.
std::string functionAnswer(const RunIndex& index, journal::AttemptIndex attempt,
                           const std::string& declaredResponse);
CallerResult callerResult(const RunIndex& index, journal::AttemptIndex attempt,
                          const std::string& declaredResponse);

}  // namespace coldstart::observe
