// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/observe/log_text.h"

#include <algorithm>
#include <chrono>
#include <cstdio>

#include "core/base/identifiers.h"
#include "core/journal/billing.h"
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

constexpr std::array kEndingsOfShapes{Ending::Running,   Ending::Succeeded, Ending::HandlerError,
                                      Ending::TimedOut,  Ending::Crashed,   Ending::OutOfMemory,
                                      Ending::InitFailed};

std::size_t endingOf(Ending ending) {
  const auto found = std::ranges::find(kEndingsOfShapes, ending);
  return static_cast<std::size_t>(found - kEndingsOfShapes.begin());
}

Opening openingOf(const Environment& e, bool first) {
  if (!first) return Opening::None;
  const auto base = e.restored      ? Opening::Restore
                    : e.provisioned ? Opening::ProvisionedInit
                                    : Opening::Init;
  return static_cast<Opening>(static_cast<int>(base) + static_cast<int>(e.initStatus));
}

/// An environment that opens like this.
Environment opened(Opening opening) {
  Environment e;
  if (opening == Opening::None) return e;
  const int number = static_cast<int>(opening) - static_cast<int>(Opening::Init);
  e.initStatus = static_cast<journal::InitStatus>(number % 3);
  e.provisioned = number / 3 == 1;
  e.restored = number / 3 == 2;
  return e;
}

/// Which lines a function writes, by its format and levels. (facts §2.9)
struct LineChoice {
  explicit LineChoice(const project::Function& function)
      : json(function.logFormat == LogFormat::Json),
        level(function.systemLogLevel),
        prints(!json || familyOf(function) != RuntimeFamily::Node ||
               function.applicationLogLevel <= Level::Info),
        printsErrors(!json || familyOf(function) != RuntimeFamily::Node ||
                     function.applicationLogLevel <= Level::Error) {}
  bool json;
  Level level;
  bool prints;
  bool printsErrors;

  [[nodiscard]] bool platform(Level least) const { return !json || level <= least; }
  [[nodiscard]] bool onlyJson(Level least) const { return json && level <= least; }
};

/// What an environment writes before its first invocation. In text INIT_REPORT stands for inits
/// that failed; the form that provisioned concurrency gives it could not be confirmed and is left
/// out. (facts §2.4)
void appendOpening(std::vector<LogSlot>& lines, const LineChoice& choice, Opening opening) {
  if (opening == Opening::None) return;
  const Environment e = opened(opening);
  const bool failed = e.initStatus != journal::InitStatus::Succeeded;
  const Level ofDone = failed ? Level::Warn : Level::Debug;
  if (choice.platform(Level::Info))
    lines.push_back({e.restored ? LineKind::RestoreStart : LineKind::InitStart, 0});
  if (e.initStatus == journal::InitStatus::Failed && choice.printsErrors)
    lines.push_back({LineKind::InitFailure, 0});
  if (choice.onlyJson(ofDone))
    lines.push_back({e.restored ? LineKind::RestoreRuntimeDone : LineKind::InitRuntimeDone, 0});
  const Level ofReport = failed                        ? Level::Warn
                         : e.restored || e.provisioned ? Level::Info
                                                       : Level::Debug;
  if (e.restored ? choice.platform(ofReport)
                 : choice.onlyJson(ofReport) || (!choice.json && failed))
    lines.push_back({e.restored ? LineKind::RestoreReport : LineKind::InitReport, 0});
}

/// Init ran again inside the invocation and failed again: its lines precede START.
void appendFailedAgain(std::vector<LogSlot>& lines, const LineChoice& choice) {
  if (choice.printsErrors) lines.push_back({LineKind::InitFailure, 1});
  if (choice.onlyJson(Level::Warn)) lines.push_back({LineKind::InitRuntimeDone, 1});
  if (choice.platform(Level::Warn)) lines.push_back({LineKind::InitReport, 1});
}

}  // namespace

std::string versionText(const Environment& environment) {
  return environment.version == 0 ? "$LATEST" : std::to_string(environment.version);
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
    auto& idle = m_idle.emplace_back();
    for (std::size_t opening = 0; opening < kOpenings; ++opening)
      appendOpening(idle[opening], LineChoice(function), static_cast<Opening>(opening));
    m_names.push_back({functionArn(run.project, f), runtimeVersionOf(function.runtime),
                       runtimeArnOf(run, function.runtime)});
    m_fixedBytes.push_back(fixedBytes(f));
  }
  if (run.live) placePrinted();
}

LogText::Shapes LogText::shapesOf(const project::Function& function) const {
  const LineChoice choice(function);
  const bool classic = m_index.run().project.classicLogStyle;
  Shapes shapes;
  for (std::size_t shape = 0; shape < kShapes; ++shape) {
    const Ending ending = kEndingsOfShapes[shape % kEndings];
    std::vector<LogSlot>& lines = shapes[shape];
    const bool failed = journal::isError(ending);
    appendOpening(lines, choice, static_cast<Opening>(shape / kEndings));
    if (ending == Ending::InitFailed) appendFailedAgain(lines, choice);
    if (choice.platform(Level::Info)) lines.push_back({LineKind::Start, 0});
    if (ending == Ending::Running) continue;
    const bool prints = choice.prints && ending != Ending::InitFailed;
    for (std::size_t i = 0; prints && i < function.work.logLines.size(); ++i)
      lines.push_back({LineKind::Handler, static_cast<std::uint32_t>(i)});
    if (ending == Ending::HandlerError && choice.printsErrors)
      lines.push_back({LineKind::Failure, 0});
    if (choice.onlyJson(failed ? Level::Warn : Level::Debug))
      lines.push_back({LineKind::RuntimeDone, 0});
    const bool exited = journal::resets(ending) && ending != Ending::TimedOut;
    if (!choice.json && classic && exited) lines.push_back({LineKind::Exited, 0});
    if (!choice.json) lines.push_back({LineKind::End, 0});
    if (choice.platform(failed ? Level::Warn : Level::Info)) lines.push_back({LineKind::Report, 0});
    if (!choice.json && classic && ending == Ending::TimedOut)
      lines.push_back({LineKind::TimedOut, 0});
  }
  return shapes;
}

std::size_t LogText::shapeOf(journal::AttemptIndex number) const {
  const Attempt& attempt = m_index.attempts()[number];
  const bool first = m_index.isFirst(number);
  const Environment& e = m_index.environments()[attempt.environment];
  return static_cast<std::size_t>(openingOf(e, first)) * kEndings + endingOf(attempt.ending);
}

const std::vector<LogSlot>& LogText::linesOf(journal::AttemptIndex number) const {
  const Attempt& attempt = m_index.attempts()[number];
  if (!attempt.ran()) return m_none;
  if (!m_liveLines.empty()) return m_liveLines[number];
  return m_shapes[m_index.environments()[attempt.environment].function][shapeOf(number)];
}

Instant LogText::at(journal::AttemptIndex number, LogSlot slot) const {
  const Attempt& attempt = m_index.attempts()[number];
  const Environment& e = m_index.run().journal.environments[attempt.environment];
  switch (slot.kind) {
    case LineKind::InitStart:
    case LineKind::RestoreStart:
      return e.started;
    case LineKind::InitFailure:
    case LineKind::InitRuntimeDone:
    case LineKind::InitReport:
    case LineKind::RestoreRuntimeDone:
    case LineKind::RestoreReport:
      return slot.number == 0 ? e.ready() : attempt.ended();
    case LineKind::Start:  // After the init that ran again and failed again.
      return attempt.ending == Ending::InitFailed ? attempt.ended() : attempt.began();
    case LineKind::Printed:
      return m_index.run().live->printed[slot.number].at;
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

void LogText::render(journal::AttemptIndex number, LogSlot slot, Letters& out) const {
  const journal::Run& run = m_index.run();
  if (slot.kind == LineKind::Printed) {
    out += run.live->printed[slot.number].text;
    return;
  }
  const Attempt& attempt = m_index.attempts()[number];
  const Environment& e = run.journal.environments[attempt.environment];
  const bool first = m_index.isFirst(number);
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

void LogText::render(journal::AttemptIndex number, LogSlot slot, std::string& out) const {
  Letters line;
  render(number, slot, line);
  out += line.text();
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
  const auto version = static_cast<std::int64_t>(versionText(e).size());
  std::int64_t bytes = 0;
  for (const LogSlot slot : lines) {
    switch (slot.kind) {
      case LineKind::InitStart:
      case LineKind::RestoreStart:
        bytes += json ? version : 0;
        break;
      case LineKind::Start:
        bytes += version;
        break;
      case LineKind::InitReport:
      case LineKind::RestoreReport:
        bytes += millis(slot.number == 0 ? e.initUs : attempt.durationUs);
        break;
      case LineKind::RuntimeDone:
        bytes += millis(attempt.durationUs);
        break;
      case LineKind::TimedOut:
        bytes += digitsOf((attempt.durationUs + 5'000) / 1'000'000);
        break;
      case LineKind::Report:
        bytes += millis(attempt.durationUs) + digitsOf(journal::billedMs(attempt, e, first)) +
                 digitsOf(e.memoryMb) + digitsOf(e.maxMemoryUsedMb);
        if (!first || !journal::reportsInit(e)) break;
        bytes += millis(e.initUs) + (e.restored ? digitsOf(journal::billedRestoreMs(e)) : 0);
        break;
      default:
        break;
    }
  }
  return bytes;
}

std::array<std::int64_t, LogText::kShapes> LogText::fixedBytes(std::size_t f) const {
  const journal::Run& run = m_index.run();
  std::array<std::int64_t, kShapes> fixed{};
  for (std::size_t shape = 0; shape < kShapes; ++shape) {
    const auto opening = static_cast<Opening>(shape / kEndings);
    const bool first = opening != Opening::None;
    Attempt attempt;  // One that stands for all of its shape: its numbers are taken off again.
    attempt.ending = kEndingsOfShapes[shape % kEndings];
    Environment e = opened(opening);
    e.function = static_cast<std::uint16_t>(f);
    Letters text;
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
  if (!m_liveLines.empty()) {
    Letters text;
    for (const LogSlot slot : m_liveLines[number]) {
      render(number, slot, text);
      text += '\n';
    }
    return static_cast<std::int64_t>(text.size());
  }
  const bool first = m_index.isFirst(number);
  const Environment& e = m_index.run().journal.environments[attempt.environment];
  const std::size_t shape = shapeOf(number);
  return m_fixedBytes[e.function][shape] +
         variableBytes(m_shapes[e.function][shape], first, attempt, e);
}

const std::vector<LogSlot>& LogText::idleLinesOf(journal::EnvironmentIndex environment) const {
  if (!m_liveIdle.empty()) return m_liveIdle[environment];
  const Environment& e = m_index.run().journal.environments[environment];
  return m_idle[e.function][static_cast<std::size_t>(openingOf(e, true))];
}

Instant LogText::idleAt(journal::EnvironmentIndex environment, LogSlot slot) const {
  const Environment& e = m_index.run().journal.environments[environment];
  if (slot.kind == LineKind::Printed) return m_index.run().live->printed[slot.number].at;
  const bool begins = slot.kind == LineKind::InitStart || slot.kind == LineKind::RestoreStart;
  return begins ? e.started : e.ready();
}

void LogText::renderIdle(journal::EnvironmentIndex environment, LogSlot slot, Letters& out) const {
  const journal::Run& run = m_index.run();
  if (slot.kind == LineKind::Printed) {
    out += run.live->printed[slot.number].text;
    return;
  }
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
