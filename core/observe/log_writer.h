// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Writes one line of one attempt. LogText decides which lines there are; this knows their letter.

#include <string>
#include <string_view>

#include "core/observe/log_text.h"

namespace coldstart::observe {

enum class RuntimeFamily : std::uint8_t { Python, Node, Java, DotNet, Ruby, Custom };

RuntimeFamily familyOf(const project::Function& function);

struct LogWriter {
  const journal::Run& run;
  const project::Function& function;
  const LogNames& names;
  const journal::Attempt& attempt;
  const journal::Environment& environment;
  bool first;
  Instant at;
  LogSlot slot;
  Letters& out;

  void write() const;

 private:
  [[nodiscard]] bool json() const;
  void id() const;
  void time() const;
  [[nodiscard]] std::string_view status() const;
  [[nodiscard]] std::string errorType() const;
  /// Of the init that this line tells of.
  [[nodiscard]] journal::InitStatus initStatus() const;
  void version() const;
  void open(std::string_view type) const;
  /// Milliseconds in JSON: exact to the microsecond, no trailing zeros.
  void number3(std::string_view key, std::int64_t us) const;
  void initStart() const;
  void initOutcome() const;
  void initRuntimeDone() const;
  void initReport() const;
  void start() const;
  void message() const;
  void handler() const;
  void trace(std::string_view key, const SimulatedError& error) const;
  /// What the runtime's client prints for an exception: facts §2.7, §2.8.
  void failure() const;
  void traceback(const SimulatedError& error) const;
  void runtimeDone() const;
  void outcome() const;
  void report() const;
  void jsonReport() const;
  /// The line that classic logs carried after the REPORT, blank line included: facts §2.5.
  void timedOut() const;
  /// What classic logs say of a process that is gone: facts §2.5.
  void exited() const;
};

}  // namespace coldstart::observe
