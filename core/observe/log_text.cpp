// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/observe/log_text.h"

#include <algorithm>
#include <chrono>
#include <cstdio>

#include "core/base/identifiers.h"
#include "core/observe/log_writer.h"

namespace coldstart::observe {

using journal::Attempt;
using journal::Ending;
using journal::Environment;
using project::Level;
using project::LogFormat;

namespace {

/// "python3.13" → "python:3.13.v34". AWS counts the builds of a runtime; ours follows from its
/// name.
std::string runtimeVersionOf(const std::string& runtime) {
  const std::size_t digit = runtime.find_first_of("0123456789");
  const std::size_t dot = runtime.find('.');
  const std::size_t cut = std::min(digit, dot);
  if (cut == std::string::npos) return runtime;
  std::string version = runtime.substr(cut == dot ? cut + 1 : cut);
  if (version.ends_with(".x")) version.resize(version.size() - 2);
  std::uint64_t sum = 0;
  for (const char c : runtime) sum = mix(sum, static_cast<unsigned char>(c));
  return runtime.substr(0, cut) + ":" + version + ".v" + std::to_string(10 + sum % 70);
}

std::string runtimeArnOf(const journal::Run& run, const std::string& runtime) {
  std::uint64_t sum = run.seed;
  for (const char c : runtime) sum = mix(sum, static_cast<unsigned char>(c));
  return "arn:aws:lambda:" + run.project.region + "::runtime:" + logStreamHex(sum, 0) +
         logStreamHex(sum, 1);
}

std::size_t shapeOf(bool first, bool provisioned, Ending ending) {
  const std::size_t end = ending == Ending::Running        ? 0
                          : ending == Ending::HandlerError ? 1
                          : ending == Ending::TimedOut     ? 2
                                                           : 3;
  return (first ? 8U : 0U) + (provisioned ? 4U : 0U) + end;
}

/// What an environment writes before its first invocation.
void appendInitSlots(std::vector<LogSlot>& lines, const project::Function& function,
                     bool provisioned) {
  const bool json = function.logFormat == LogFormat::Json;
  const Level level = function.systemLogLevel;
  if (!json || level <= Level::Info) lines.push_back({LineKind::InitStart, 0});
  // Levels of platform events: facts §2.9. In text, INIT_REPORT stands for failed inits; the form
  // that provisioned concurrency gives it could not be confirmed and is left out.
  if (json && (provisioned ? level <= Level::Info : level <= Level::Debug))
    lines.push_back({LineKind::InitReport, 0});
}

}  // namespace

std::string functionVersion(const project::Function& function) {
  return function.alias.empty() && !function.provisioned ? "$LATEST" : "1";
}

std::string functionArn(const project::Project& project, std::size_t function) {
  return "arn:aws:lambda:" + project.region + ":" + project.accountId +
         ":function:" + project.functions[function].name;
}

LogText::LogText(const RunIndex& index) : m_index(index) {
  const journal::Run& run = index.run();
  for (std::size_t f = 0; f < run.project.functions.size(); ++f) {
    const project::Function& function = run.project.functions[f];
    m_shapes.push_back(shapesOf(function));
    appendInitSlots(m_idle.emplace_back(), function, true);
    m_names.push_back({functionVersion(function), functionArn(run.project, f),
                       runtimeVersionOf(function.runtime), runtimeArnOf(run, function.runtime)});
    m_fixedBytes.push_back(fixedBytes(f));
  }
}

LogText::Shapes LogText::shapesOf(const project::Function& function) const {
  const bool json = function.logFormat == LogFormat::Json;
  const Level level = function.systemLogLevel;
  const bool node = familyOf(function) == RuntimeFamily::Node;
  const bool prints = !json || !node || function.applicationLogLevel <= Level::Info;
  const bool printsErrors = !json || !node || function.applicationLogLevel <= Level::Error;
  Shapes shapes;
  for (const bool first : {false, true}) {
    for (const bool provisioned : {false, true}) {
      for (const Ending ending :
           {Ending::Running, Ending::HandlerError, Ending::TimedOut, Ending::Succeeded}) {
        std::vector<LogSlot>& lines = shapes[shapeOf(first, provisioned, ending)];
        const bool failed = ending == Ending::HandlerError || ending == Ending::TimedOut;
        if (first) appendInitSlots(lines, function, provisioned);
        if (!json || level <= Level::Info) lines.push_back({LineKind::Start, 0});
        if (ending == Ending::Running) continue;
        for (std::size_t i = 0; prints && i < function.work.logLines.size(); ++i)
          lines.push_back({LineKind::Handler, static_cast<std::uint16_t>(i)});
        if (ending == Ending::HandlerError && printsErrors) lines.push_back({LineKind::Failure, 0});
        if (json && level <= (failed ? Level::Warn : Level::Debug))
          lines.push_back({LineKind::RuntimeDone, 0});
        if (!json) lines.push_back({LineKind::End, 0});
        if (!json || level <= (failed ? Level::Warn : Level::Info))
          lines.push_back({LineKind::Report, 0});
        if (!json && ending == Ending::TimedOut && m_index.run().project.classicLogStyle)
          lines.push_back({LineKind::TimedOut, 0});
      }
    }
  }
  return shapes;
}

const std::vector<LogSlot>& LogText::linesOf(journal::AttemptIndex number) const {
  const Attempt& attempt = m_index.attempts()[number];
  if (!attempt.ran()) return m_none;
  const bool first = m_index.attemptsOf(attempt.environment).front() == number;
  const Environment& e = m_index.run().journal.environments[attempt.environment];
  return m_shapes[e.function][shapeOf(first, e.provisioned, attempt.ending)];
}

Instant LogText::at(journal::AttemptIndex number, LogSlot slot) const {
  const Attempt& attempt = m_index.attempts()[number];
  const Environment& e = m_index.run().journal.environments[attempt.environment];
  switch (slot.kind) {
    case LineKind::InitStart:
      return e.started;
    case LineKind::InitReport:
      return e.ready();
    case LineKind::Start:
      return attempt.began();
    case LineKind::Handler: {  // Spread evenly: the journal does not know when a line was printed.
      const auto lines = static_cast<std::int64_t>(
          m_index.run().project.functions[e.function].work.logLines.size());
      return attempt.began() + Duration{static_cast<std::int64_t>(attempt.durationUs) *
                                        (slot.number + 1) / (lines + 1)};
    }
    default:
      return attempt.ended();
  }
}

void LogText::render(journal::AttemptIndex number, LogSlot slot, std::string& out) const {
  const journal::Run& run = m_index.run();
  const Attempt& attempt = m_index.attempts()[number];
  const Environment& e = run.journal.environments[attempt.environment];
  const bool first = m_index.attemptsOf(attempt.environment).front() == number;
  LogWriter{run,
            run.project.functions[e.function],
            m_names[e.function],
            attempt,
            e,
            first,
            at(number, slot),
            slot,
            out}
      .write();
}

namespace {

std::int64_t digitsOf(std::int64_t n) {
  std::int64_t digits = 1;
  for (; n >= 10; n /= 10) ++digits;
  return digits;
}

/// The length of what appendMillis() appends.
std::int64_t millisBytes(std::int64_t us) {
  return digitsOf((us + 5) / 10 / 100) + 3;
}

/// The same for a number of a JSON line: up to three decimals, no trailing zeros.
std::int64_t jsonMillisBytes(std::int64_t us) {
  const std::int64_t rest = us % 1'000;
  const std::int64_t decimals = rest == 0 ? 0 : rest % 100 == 0 ? 2 : rest % 10 == 0 ? 3 : 4;
  return digitsOf(us / 1'000) + decimals;
}

}  // namespace

std::int64_t LogText::variableBytes(const std::vector<LogSlot>& lines, bool first,
                                    const Attempt& attempt, const Environment& e) const {
  const bool json = m_index.run().project.functions[e.function].logFormat == LogFormat::Json;
  const auto millis = json ? jsonMillisBytes : millisBytes;
  const std::int64_t init = first ? e.initUs : 0;
  std::int64_t bytes = 0;
  for (const LogSlot slot : lines) {
    if (slot.kind == LineKind::Report) {
      bytes += millis(attempt.durationUs) + (first ? millis(init) : 0) +
               digitsOf(Duration::micros(attempt.durationUs + init).ceilMillis()) +
               digitsOf(e.memoryMb) + digitsOf(e.maxMemoryUsedMb);
    } else if (slot.kind == LineKind::RuntimeDone) {
      bytes += millis(attempt.durationUs);
    } else if (slot.kind == LineKind::InitReport) {
      bytes += millis(e.initUs);
    } else if (slot.kind == LineKind::TimedOut) {
      bytes += digitsOf((attempt.durationUs + 5'000) / 1'000'000);
    }
  }
  return bytes;
}

std::array<std::int64_t, LogText::kShapes> LogText::fixedBytes(std::size_t f) const {
  const journal::Run& run = m_index.run();
  std::array<std::int64_t, kShapes> fixed{};
  for (std::size_t shape = 0; shape < kShapes; ++shape) {
    const bool first = shape >= 8;
    Attempt attempt;  // One that stands for all of its shape: its numbers are taken off again.
    attempt.ending = std::array{Ending::Running, Ending::HandlerError, Ending::TimedOut,
                                Ending::Succeeded}[shape % 4];
    Environment e;
    e.function = static_cast<std::uint16_t>(f);
    e.provisioned = shape % 8 >= 4;
    std::string text;
    for (const LogSlot slot : m_shapes[f][shape]) {
      LogWriter{run, run.project.functions[f], m_names[f], attempt, e, first, Instant{}, slot, text}
          .write();
      text += '\n';
    }
    fixed[shape] = static_cast<std::int64_t>(text.size()) -
                   variableBytes(m_shapes[f][shape], first, attempt, e);
  }
  return fixed;
}

std::int64_t LogText::bytes(journal::AttemptIndex number) const {
  const Attempt& attempt = m_index.attempts()[number];
  if (!attempt.ran()) return 0;
  const bool first = m_index.attemptsOf(attempt.environment).front() == number;
  const Environment& e = m_index.run().journal.environments[attempt.environment];
  const std::size_t shape = shapeOf(first, e.provisioned, attempt.ending);
  return m_fixedBytes[e.function][shape] +
         variableBytes(m_shapes[e.function][shape], first, attempt, e);
}

const std::vector<LogSlot>& LogText::idleLinesOf(journal::EnvironmentIndex environment) const {
  const Environment& e = m_index.run().journal.environments[environment];
  return m_idle[e.function];
}

Instant LogText::idleAt(journal::EnvironmentIndex environment, LogSlot slot) const {
  const Environment& e = m_index.run().journal.environments[environment];
  return slot.kind == LineKind::InitReport ? e.ready() : e.started;
}

void LogText::renderIdle(journal::EnvironmentIndex environment, LogSlot slot,
                         std::string& out) const {
  const journal::Run& run = m_index.run();
  const Environment& e = run.journal.environments[environment];
  const Attempt none;
  LogWriter{run,
            run.project.functions[e.function],
            m_names[e.function],
            none,
            e,
            true,
            idleAt(environment, slot),
            slot,
            out}
      .write();
}

}  // namespace coldstart::observe
