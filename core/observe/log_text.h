// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The letter of every log line: what the platform writes and what a handler's runtime writes, in
// text and in JSON (facts §2.4–2.9). Only core/observe calls this: LogView to render lines, the
// bill to count their bytes.

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/letters.h"
#include "core/observe/logs.h"

namespace coldstart::observe {

/// What a function's lines say of its name and runtime.
struct LogNames {
  std::string arn;
  std::string runtimeVersion;
  std::string runtimeArn;
};

/// One line of an attempt's group: what it is and which one, where there can be several: of the
/// handler's own from 0; of printed ones their place in the run's LiveOutput; of init, 0 in the
/// init phase and 1 where it ran again.
struct LogSlot {
  LineKind kind = LineKind::Start;
  std::uint32_t number = 0;
};

/// How an environment came up, as far as its lines differ.
enum class Opening : std::uint8_t {
  None,  ///< Of a later invocation.
  Init,
  InitFailed,
  InitTimedOut,
  ProvisionedInit,
  ProvisionedInitFailed,
  ProvisionedInitTimedOut,
  Restore,
  RestoreFailed,
  RestoreTimedOut,
};
inline constexpr std::size_t kOpenings = 10;

/// Renders the lines of one run. Which lines an attempt has depends on few things (its function,
/// whether it is its environment's first, how it ended), so the sequences are made once.
class LogText {
 public:
  explicit LogText(const RunIndex& index);

  /// The lines of this attempt, in order; none for an attempt that never ran.
  [[nodiscard]] const std::vector<LogSlot>& linesOf(journal::AttemptIndex attempt) const;
  /// When the line was written.
  [[nodiscard]] Instant at(journal::AttemptIndex attempt, LogSlot slot) const;
  /// Appends the line, without its final newline, to `out`.
  void render(journal::AttemptIndex attempt, LogSlot slot, Letters& out) const;
  void render(journal::AttemptIndex attempt, LogSlot slot, std::string& out) const;
  /// The bytes of all its lines, final newlines included, without rendering them.
  [[nodiscard]] std::int64_t bytes(journal::AttemptIndex attempt) const;
  /// The lines of an environment that has served nothing (yet): its init alone.
  [[nodiscard]] const std::vector<LogSlot>& idleLinesOf(
      journal::EnvironmentIndex environment) const;
  [[nodiscard]] Instant idleAt(journal::EnvironmentIndex environment, LogSlot slot) const;
  void renderIdle(journal::EnvironmentIndex environment, LogSlot slot, Letters& out) const;

 private:
  static constexpr std::size_t kEndings = 7;
  static constexpr std::size_t kShapes = kOpenings * kEndings;
  using Shapes = std::array<std::vector<LogSlot>, kShapes>;

  /// The bytes of the numbers in these lines.
  [[nodiscard]] std::int64_t variableBytes(const std::vector<LogSlot>& lines, bool first,
                                           const journal::Attempt& attempt,
                                           const journal::Environment& environment) const;
  [[nodiscard]] std::array<std::int64_t, kShapes> fixedBytes(std::size_t function) const;
  [[nodiscard]] Shapes shapesOf(const project::Function& function) const;
  [[nodiscard]] std::size_t shapeOf(journal::AttemptIndex attempt) const;
  /// Of a live run: puts what was printed where it was printed, in place of the simulated lines.
  void placePrinted();

  const RunIndex& m_index;
  std::vector<Shapes> m_shapes;                                     ///< By function.
  std::vector<std::array<std::vector<LogSlot>, kOpenings>> m_idle;  ///< By function.
  std::vector<LogNames> m_names;                                    ///< By function.
  std::vector<LogSlot> m_none;
  std::vector<std::vector<LogSlot>> m_liveLines;  ///< By attempt; only of a live run.
  std::vector<std::vector<LogSlot>> m_liveIdle;   ///< By environment; likewise.
  /// By function and shape, the bytes that do not depend on the attempt's numbers.
  std::vector<std::array<std::int64_t, kShapes>> m_fixedBytes;
};

/// The version that runs in the environment: "$LATEST", or "3" behind an alias.
std::string versionText(const journal::Environment& environment);
/// "arn:aws:lambda:us-east-1:123456789012:function:Thumbnail"
std::string functionArn(const project::Project& project, std::size_t function);

/// The error that a handler raises in the simulated mode: nothing of it is real but its shape.
struct SimulatedError {
  std::string type;     ///< "Exception", "Error", …
  std::string message;  ///< Says that it is simulated.
  std::vector<std::string> trace;
};
SimulatedError simulatedError(const project::Function& function);
/// The same for code outside the handler, when init fails.
SimulatedError simulatedInitError(const project::Function& function);
/// What INIT_REPORT and REPORT call a failed init: "Runtime.Unknown", …
std::string_view initErrorType(const project::Function& function);
/// Error Type of a REPORT with this ending; "" where it has none.
std::string_view reportedErrorType(const project::Function& function, journal::Ending ending);

/// Appends `text` as a JSON string, quotes included.
void appendJsonText(Letters& out, std::string_view text);
void appendJsonText(std::string& out, std::string_view text);
/// Appends microseconds as milliseconds with exactly two decimals, rounded half up: "412.35".
void appendMillis(Letters& out, std::int64_t us);
void appendMillis(std::string& out, std::int64_t us);

}  // namespace coldstart::observe
