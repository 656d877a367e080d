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

void appendJsonText(std::string& out, std::string_view text) {
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
          out += "01"[static_cast<unsigned char>(c) >> 4];
          out += "0123456789abcdef"[c & 0xF];
        } else {
          out += c;
        }
    }
  }
  out += '"';
}

void appendMillis(std::string& out, std::int64_t us) {
  const std::int64_t hundredths = (us + 5) / 10;
  out += std::to_string(hundredths / 100);
  out += '.';
  out += static_cast<char>('0' + hundredths / 10 % 10);
  out += static_cast<char>('0' + hundredths % 10);
}

bool LogWriter::json() const {
  return function.logFormat == LogFormat::Json;
}

std::string LogWriter::id() const {
  return requestUuid(run.seed, attempt.request);
}

std::string LogWriter::time() const {
  return formatIso8601Millis(run.wall(at));
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
  out += time();
  out += "\",\"type\":\"platform.";
  out += type;
  out += "\",\"record\":{";
}

void LogWriter::number3(std::string_view key, std::int64_t us) const {
  out += '"';
  out += key;
  out += "\":";
  out += std::to_string(us / 1'000);
  std::string fraction = std::to_string(1'000 + us % 1'000).substr(1);
  fraction.erase(fraction.find_last_not_of('0') + 1);
  if (!fraction.empty()) out += '.' + fraction;
}

void LogWriter::initStart() const {
  const bool restores = slot.kind == LineKind::RestoreStart;
  if (!json()) {
    out += restores ? "RESTORE_START" : "INIT_START";
    out +=
        " Runtime Version: " + names.runtimeVersion + "\tRuntime Version ARN: " + names.runtimeArn;
    return;
  }
  open(restores ? "restoreStart" : "initStart");
  if (!restores) {
    out += "\"initializationType\":\"";
    out += initializationType(environment.provisioned);
    out += "\",\"phase\":\"init\",";
  }
  out += "\"runtimeVersion\":\"" + names.runtimeVersion + "\",\"runtimeVersionArn\":\"" +
         names.runtimeArn + "\",\"functionName\":\"" + function.name + "\",\"functionVersion\":\"" +
         versionText(environment) + "\"}}";
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
    out += "START RequestId: " + id() + " Version: " + versionText(environment);
    return;
  }
  open("start");
  out += "\"requestId\":\"" + id() + "\",\"version\":\"" + versionText(environment) +
         "\",\"functionArn\":\"" + names.arn + "\"}}";
}

void LogWriter::handler() const {
  std::string message = function.work.logLines[slot.number];
  constexpr std::string_view kPlace = "%requestId";
  for (std::size_t i = message.find(kPlace); i != std::string::npos; i = message.find(kPlace, i))
    message.replace(i, kPlace.size(), id());
  if (familyOf(function) != RuntimeFamily::Node) {  // print() is passed on as it is: facts §2.7.
    out += message;
  } else if (json()) {
    out += "{\"timestamp\":\"" + time() + R"(","level":"INFO","requestId":")" + id() +
           "\",\"message\":";
    appendJsonText(out, message);
    out += '}';
  } else {
    std::replace(message.begin(), message.end(), '\n', '\r');
    out += time() + '\t' + id() + "\tINFO\t" + message;
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
  const std::string pair =
      "\"errorType\":\"" + error.type + "\",\"errorMessage\":\"" + error.message + "\",";
  const std::string what = init ? "Uncaught Exception" : "Invoke Error";
  if (json() && family == RuntimeFamily::Node) {
    out += "{\"timestamp\":\"" + time() + R"(","level":"ERROR",)";
    if (!init) out += "\"requestId\":\"" + id() + "\",";
    out += "\"message\":\"" + what + "\"," + pair;
    trace("stackTrace", error);
    out += '}';
  } else if (json()) {
    out += "{\"timestamp\":\"" + time().substr(0, 19) +
           R"(Z","log_level":"ERROR","errorMessage":")" + error.message + R"(","errorType":")" +
           error.type + R"(","requestId":")" + (init ? std::string() : id()) + "\",";
    trace("stackTrace", error);
    out += '}';
  } else if (family == RuntimeFamily::Node) {
    out += time() + '\t' + (init ? std::string("undefined") : id()) + "\tERROR\t" + what + " \t{" +
           pair;
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
      out.append(frame, text, end - text);
      from = end + 1;
    }
  }
}

void LogWriter::runtimeDone() const {
  open("runtimeDone");
  out += "\"requestId\":\"" + id() + "\",\"status\":\"";
  out += status();
  out += '"';
  if (!errorType().empty()) out += ",\"errorType\":\"" + errorType() + '"';
  out += ",\"metrics\":{";
  number3("durationMs", attempt.durationUs);
  out += "}}}";
}

void LogWriter::report() const {
  const bool opens = first && journal::reportsInit(environment);
  const std::string billed = std::to_string(journal::billedMs(attempt, environment, first));
  const std::string restore = std::to_string(journal::billedRestoreMs(environment));
  const std::string size = std::to_string(environment.memoryMb);
  const std::string used = std::to_string(environment.maxMemoryUsedMb);
  if (json()) {
    open("report");
    out += "\"requestId\":\"" + id() + "\",\"metrics\":{";
    number3("durationMs", attempt.durationUs);
    out += ",\"billedDurationMs\":" + billed + ",\"memorySizeMB\":" + size +
           ",\"maxMemoryUsedMB\":" + used;
    if (opens) {
      out += ',';
      number3(environment.restored ? "restoreDurationMs" : "initDurationMs", environment.initUs);
      if (environment.restored) out += ",\"billedRestoreDurationMs\":" + restore;
    }
    out += "},\"status\":\"";
    out += status();
    out += '"';
    if (!errorType().empty()) out += ",\"errorType\":\"" + errorType() + '"';
    out += "}}";
    return;
  }
  out += "REPORT RequestId: " + id() + "\tDuration: ";
  appendMillis(out, attempt.durationUs);
  out += " ms\tBilled Duration: " + billed + " ms\tMemory Size: " + size +
         " MB\tMax Memory Used: " + used + " MB\t";
  if (opens) {
    out += environment.restored ? "Restore Duration: " : "Init Duration: ";
    appendMillis(out, environment.initUs);
    out += " ms\t";
    if (environment.restored) out += "Billed Restore Duration: " + restore + " ms\t";
  }
  if (run.project.classicLogStyle) return;
  if (attempt.ending == Ending::TimedOut) out += "Status: timeout";
  const std::string_view type = reportedErrorType(function, attempt.ending);
  if (!type.empty()) out.append("Status: error\tError Type: ").append(type);
}

void LogWriter::exited() const {
  if (attempt.ending == Ending::InitFailed && initErrorType(function) != "Runtime.ExitError") {
    out.append("Unknown application error occurred\n").append(initErrorType(function));
    return;
  }
  out += "RequestId: " + id() + " Error: Runtime exited with error: ";
  out += attempt.ending == Ending::OutOfMemory ? "signal: killed" : "exit status 1";
  out += "\nRuntime.ExitError";
}

void LogWriter::timedOut() const {
  out += time() + ' ' + id() + " Task timed out after ";
  const std::int64_t hundredths = (attempt.durationUs + 5'000) / 10'000;
  out += std::to_string(hundredths / 100) + '.' + std::to_string(100 + hundredths % 100).substr(1) +
         " seconds\n";
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
      out += "END RequestId: " + id();
      return;
    case LineKind::Report:
      return report();
    case LineKind::TimedOut:
      return timedOut();
  }
}

}  // namespace coldstart::observe
