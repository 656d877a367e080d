// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/observe/log_writer.h"

#include <algorithm>

#include "core/base/identifiers.h"
#include "core/journal/billing.h"

namespace coldstart::observe {

using journal::Ending;
using journal::InitStatus;
using project::LogFormat;

namespace {

/// What fails when a restore does. (facts §2.7)
constexpr std::string_view kRestoreError = "Runtime.AfterRestoreError";

std::string_view initializationType(bool provisioned) {
  return provisioned ? "provisioned-concurrency" : "on-demand";
}

}  // namespace

void appendJsonText(Letters& out, std::string_view text) {
  out += '"';
  for (const char c : text) {
    switch (c) {
      case '"':
        out += "\\\"";
        break;
      case '\\':
        out += "\\\\";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\r':
        out += "\\r";
        break;
      case '\t':
        out += "\\t";
        break;
      default:
        if (static_cast<unsigned char>(c) < 0x20) {
          out += "\\u00";
          writeHex(out.extend(2), static_cast<unsigned char>(c), 2);
        } else {
          out += c;
        }
    }
  }
  out += '"';
}

void appendJsonText(std::string& out, std::string_view text) {
  Letters letters;
  appendJsonText(letters, text);
  out += letters.text();
}

void appendMillis(Letters& out, std::int64_t us) {
  const std::int64_t hundredths = (us + 5) / 10;
  out.number(hundredths / 100);
  out += '.';
  writeTwoDigits(out.extend(2), static_cast<unsigned>(hundredths % 100));
}

void appendMillis(std::string& out, std::int64_t us) {
  Letters letters;
  appendMillis(letters, us);
  out += letters.text();
}

bool LogWriter::json() const {
  return function.logFormat == LogFormat::Json;
}

void LogWriter::id() const {
  addRequestUuid(out, run.seed, attempt.request);
}

void LogWriter::time() const {
  addIso8601Millis(out, run.wall(at));
}

void LogWriter::version() const {
  if (environment.version == 0)
    out += "$LATEST";
  else
    out.number(environment.version);
}

std::string_view LogWriter::status() const {
  if (attempt.ending == Ending::TimedOut) return "timeout";
  return journal::isError(attempt.ending) ? "error" : "success";
}

std::string LogWriter::errorType() const {
  if (attempt.ending == Ending::HandlerError) return simulatedError(function).type;
  return std::string(reportedErrorType(function, attempt.ending));
}

journal::InitStatus LogWriter::initStatus() const {
  return slot.number == 0 ? environment.initStatus : InitStatus::Failed;
}

void LogWriter::open(std::string_view type) const {
  out += "{\"time\":\"";
  time();
  out += "\",\"type\":\"platform.";
  out += type;
  out += "\",\"record\":{";
}

void LogWriter::number3(std::string_view key, std::int64_t us) const {
  out += '"';
  out += key;
  out += "\":";
  out.number(us / 1'000);
  const auto fraction = static_cast<unsigned>(us % 1'000);
  if (fraction == 0) return;
  out += '.';
  out += static_cast<char>('0' + fraction / 100);
  if (fraction % 100 == 0) return;
  out += static_cast<char>('0' + fraction / 10 % 10);
  if (fraction % 10 != 0) out += static_cast<char>('0' + fraction % 10);
}

void LogWriter::initStart() const {
  const bool restores = slot.kind == LineKind::RestoreStart;
  if (!json()) {
    out += restores ? "RESTORE_START" : "INIT_START";
    out += " Runtime Version: ";
    out += names.runtimeVersion;
    out += "\tRuntime Version ARN: ";
    out += names.runtimeArn;
    return;
  }
  open(restores ? "restoreStart" : "initStart");
  if (!restores) {
    out += "\"initializationType\":\"";
    out += initializationType(environment.provisioned);
    out += "\",\"phase\":\"init\",";
  }
  out += "\"runtimeVersion\":\"";
  out += names.runtimeVersion;
  out += "\",\"runtimeVersionArn\":\"";
  out += names.runtimeArn;
  out += "\",\"functionName\":\"";
  out += function.name;
  out += "\",\"functionVersion\":\"";
  version();
  out += "\"}}";
}

void LogWriter::initOutcome() const {
  const bool restores =
      slot.kind == LineKind::RestoreRuntimeDone || slot.kind == LineKind::RestoreReport;
  if (!restores) {
    out += "\"initializationType\":\"";
    out += initializationType(environment.provisioned);
    out += slot.number == 0 ? "\",\"phase\":\"init\"," : "\",\"phase\":\"invoke\",";
  }
  out += "\"status\":\"";
  out += initStatus() == InitStatus::Succeeded  ? "success"
         : initStatus() == InitStatus::TimedOut ? "timeout"
                                                : "error";
  out += '"';
  if (initStatus() == InitStatus::Failed) {
    out += ",\"errorType\":\"";
    out += restores ? kRestoreError : initErrorType(function);
    out += '"';
  }
}

void LogWriter::initRuntimeDone() const {
  open(slot.kind == LineKind::RestoreRuntimeDone ? "restoreRuntimeDone" : "initRuntimeDone");
  initOutcome();
  out += "}}";
}

void LogWriter::initReport() const {
  const bool restores = slot.kind == LineKind::RestoreReport;
  const std::int64_t us = slot.number == 0 ? environment.initUs : attempt.durationUs;
  if (json()) {
    open(restores ? "restoreReport" : "initReport");
    initOutcome();
    out += ",\"metrics\":{";
    number3("durationMs", us);
    out += "}}}";
    return;
  }
  out += restores ? "RESTORE_REPORT Restore Duration: " : "INIT_REPORT Init Duration: ";
  appendMillis(out, us);
  out += " ms";
  if (!restores) out += slot.number == 0 ? "\tPhase: init" : "\tPhase: invoke";
  if (initStatus() == InitStatus::TimedOut) out += "\tStatus: timeout";
  if (initStatus() == InitStatus::Failed) {
    out += "\tStatus: error\tError Type: ";
    out += restores ? kRestoreError : initErrorType(function);
  }
}

void LogWriter::start() const {
  if (!json()) {
    out += "START RequestId: ";
    id();
    out += " Version: ";
    version();
    return;
  }
  open("start");
  out += "\"requestId\":\"";
  id();
  out += "\",\"version\":\"";
  version();
  out += "\",\"functionArn\":\"";
  out += names.arn;
  out += "\"}}";
}

/// The handler's own words, each %requestId replaced.
void LogWriter::message() const {
  constexpr std::string_view kPlace = "%requestId";
  std::string_view rest = function.work.logLines[slot.number];
  for (std::size_t i = rest.find(kPlace); i != std::string_view::npos; i = rest.find(kPlace)) {
    out += rest.substr(0, i);
    id();
    rest.remove_prefix(i + kPlace.size());
  }
  out += rest;
}

void LogWriter::handler() const {
  if (familyOf(function) != RuntimeFamily::Node) {  // print() is passed on as it is: facts §2.7.
    message();
  } else if (json()) {
    Letters words;
    LogWriter{run, function, names, attempt, environment, first, at, slot, words}.message();
    out += "{\"timestamp\":\"";
    time();
    out += R"(","level":"INFO","requestId":")";
    id();
    out += "\",\"message\":";
    appendJsonText(out, words.text());
    out += '}';
  } else {
    time();
    out += '\t';
    id();
    out += "\tINFO\t";
    const std::size_t begin = out.size();
    message();
    out.replace(begin, '\n', '\r');
  }
}

void LogWriter::trace(std::string_view key, const SimulatedError& error) const {
  out += '"';
  out += key;
  out += "\":[";
  for (std::size_t i = 0; i < error.trace.size(); ++i) {
    if (i > 0) out += ',';
    appendJsonText(out, error.trace[i]);
  }
  out += ']';
}

void LogWriter::failure() const {
  // Outside an invocation there is no request: Node calls it undefined. (facts §2.8)
  const bool init = slot.kind == LineKind::InitFailure;
  const SimulatedError error = init ? simulatedInitError(function) : simulatedError(function);
  const RuntimeFamily family = familyOf(function);
  const std::string id = init ? std::string() : requestUuid(run.seed, attempt.request);
  const std::string time = formatIso8601Millis(run.wall(at));
  const std::string pair =
      "\"errorType\":\"" + error.type + "\",\"errorMessage\":\"" + error.message + "\",";
  const std::string what = init ? "Uncaught Exception" : "Invoke Error";
  if (json() && family == RuntimeFamily::Node) {
    out += "{\"timestamp\":\"" + time + R"(","level":"ERROR",)";
    if (!init) out += "\"requestId\":\"" + id + "\",";
    out += "\"message\":\"" + what + "\"," + pair;
    trace("stackTrace", error);
    out += '}';
  } else if (json()) {
    out += "{\"timestamp\":\"" + time.substr(0, 19) + R"(Z","log_level":"ERROR","errorMessage":")" +
           error.message + R"(","errorType":")" + error.type + R"(","requestId":")" + id + "\",";
    trace("stackTrace", error);
    out += '}';
  } else if (family == RuntimeFamily::Node) {
    out +=
        time + '\t' + (init ? std::string("undefined") : id) + "\tERROR\t" + what + " \t{" + pair;
    trace("stack", error);
    out += '}';
  } else if (family == RuntimeFamily::Python) {
    traceback(error);
  } else {
    out += error.message + ": " + error.type;
  }
}

/// One event: lines joined with \r, indents as no-break spaces, so that CloudWatch keeps it.
void LogWriter::traceback(const SimulatedError& error) const {
  out += "[ERROR] " + error.type + ": " + error.message + "\rTraceback (most recent call last):";
  for (const std::string& frame : error.trace) {
    std::size_t from = 0;
    while (from < frame.size()) {
      const std::size_t end = std::min(frame.find('\n', from), frame.size());
      const std::size_t text = std::min(frame.find_first_not_of(' ', from), end);
      out += '\r';
      for (std::size_t i = from; i < text; ++i) out += "\u00A0";
      out += std::string_view(frame).substr(text, end - text);
      from = end + 1;
    }
  }
}

void LogWriter::runtimeDone() const {
  open("runtimeDone");
  out += "\"requestId\":\"";
  id();
  out += '"';
  outcome();
  out += ",\"metrics\":{";
  number3("durationMs", attempt.durationUs);
  out += "}}}";
}

/// Status, and the type of what failed.
void LogWriter::outcome() const {
  out += ",\"status\":\"";
  out += status();
  out += '"';
  if (!journal::isError(attempt.ending)) return;
  const std::string type = errorType();
  if (!type.empty()) out += ",\"errorType\":\"" + type + '"';
}

void LogWriter::jsonReport() const {
  open("report");
  out += "\"requestId\":\"";
  id();
  out += "\",\"metrics\":{";
  number3("durationMs", attempt.durationUs);
  out += ",\"billedDurationMs\":";
  out.number(journal::billedMs(attempt, environment, first));
  out += ",\"memorySizeMB\":";
  out.number(environment.memoryMb);
  out += ",\"maxMemoryUsedMB\":";
  out.number(environment.maxMemoryUsedMb);
  if (first && journal::reportsInit(environment)) {
    out += ',';
    number3(environment.restored ? "restoreDurationMs" : "initDurationMs", environment.initUs);
    if (environment.restored) {
      out += ",\"billedRestoreDurationMs\":";
      out.number(journal::billedRestoreMs(environment));
    }
  }
  out += '}';
  outcome();
  out += "}}";
}

void LogWriter::report() const {
  if (json()) return jsonReport();
  out += "REPORT RequestId: ";
  id();
  out += "\tDuration: ";
  appendMillis(out, attempt.durationUs);
  out += " ms\tBilled Duration: ";
  out.number(journal::billedMs(attempt, environment, first));
  out += " ms\tMemory Size: ";
  out.number(environment.memoryMb);
  out += " MB\tMax Memory Used: ";
  out.number(environment.maxMemoryUsedMb);
  out += " MB\t";
  if (first && journal::reportsInit(environment)) {
    out += environment.restored ? "Restore Duration: " : "Init Duration: ";
    appendMillis(out, environment.initUs);
    out += " ms\t";
    if (environment.restored) {
      out += "Billed Restore Duration: ";
      out.number(journal::billedRestoreMs(environment));
      out += " ms\t";
    }
  }
  if (run.project.classicLogStyle) return;
  if (attempt.ending == Ending::TimedOut) out += "Status: timeout";
  const std::string_view type = reportedErrorType(function, attempt.ending);
  if (type.empty()) return;
  out += "Status: error\tError Type: ";
  out += type;
}

void LogWriter::exited() const {
  if (attempt.ending == Ending::InitFailed && initErrorType(function) != "Runtime.ExitError") {
    out += "Unknown application error occurred\n";
    out += initErrorType(function);
    return;
  }
  out += "RequestId: ";
  id();
  out += " Error: Runtime exited with error: ";
  out += attempt.ending == Ending::OutOfMemory ? "signal: killed" : "exit status 1";
  out += "\nRuntime.ExitError";
}

void LogWriter::timedOut() const {
  time();
  out += ' ';
  id();
  out += " Task timed out after ";
  appendMillis(out, attempt.durationUs / 1'000);  // Thousandths again: "3.00" of 3 000 ms.
  out += " seconds\n";
}

void LogWriter::write() const {
  switch (slot.kind) {
    case LineKind::InitStart:
    case LineKind::RestoreStart:
      return initStart();
    case LineKind::InitRuntimeDone:
    case LineKind::RestoreRuntimeDone:
      return initRuntimeDone();
    case LineKind::InitReport:
    case LineKind::RestoreReport:
      return initReport();
    case LineKind::Start:
      return start();
    case LineKind::Printed:  // Its text stands in the run: LogText.
      return;
    case LineKind::Handler:
      return handler();
    case LineKind::InitFailure:
    case LineKind::Failure:
      return failure();
    case LineKind::Exited:
      return exited();
    case LineKind::RuntimeDone:
      return runtimeDone();
    case LineKind::End:
      out += "END RequestId: ";
      return id();
    case LineKind::Report:
      return report();
    case LineKind::TimedOut:
      return timedOut();
  }
}

}  // namespace coldstart::observe
