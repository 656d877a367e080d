// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/observe/log_writer.h"

#include <algorithm>

#include "core/base/identifiers.h"

namespace coldstart::observe {

using journal::Ending;
using project::LogFormat;

namespace {

std::string_view initializationType(bool provisioned) {
  return provisioned ? "provisioned-concurrency" : "on-demand";
}

}  // namespace

RuntimeFamily familyOf(const project::Function& function) {
  const std::string_view runtime = function.runtime;
  if (runtime.starts_with("python")) return RuntimeFamily::Python;
  if (runtime.starts_with("nodejs")) return RuntimeFamily::Node;
  if (runtime.starts_with("java")) return RuntimeFamily::Java;
  if (runtime.starts_with("dotnet")) return RuntimeFamily::DotNet;
  if (runtime.starts_with("ruby")) return RuntimeFamily::Ruby;
  return RuntimeFamily::Custom;
}

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

SimulatedError simulatedError(const project::Function& function) {
  const std::string message = "Simulated handler error";
  const std::size_t dot = function.handler.rfind('.');
  const std::string module = function.handler.substr(0, dot);
  const std::string name =
      dot == std::string::npos ? function.handler : function.handler.substr(dot + 1);
  switch (familyOf(function)) {
    case RuntimeFamily::Python:
      return {"Exception",
              message,
              {"  File \"/var/task/" + module + ".py\", line 1, in " + name +
               "\n    raise Exception(\"" + message + "\")\n"}};
    case RuntimeFamily::Node:
      return {"Error",
              message,
              {"Error: " + message, "    at Runtime.handler (/var/task/" + module + ".js:1:1)"}};
    case RuntimeFamily::Java:
      return {"java.lang.RuntimeException", message, {}};
    case RuntimeFamily::Ruby:
      return {"Function<RuntimeError>", message, {}};
    case RuntimeFamily::DotNet:
      return {"Exception", message, {}};
    case RuntimeFamily::Custom:
      break;
  }
  return {"Error", message, {}};
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
  return attempt.ending == Ending::TimedOut       ? "timeout"
         : attempt.ending == Ending::HandlerError ? "error"
                                                  : "success";
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
  if (!json()) {
    out += "INIT_START Runtime Version: " + names.runtimeVersion +
           "\tRuntime Version ARN: " + names.runtimeArn;
    return;
  }
  open("initStart");
  out += "\"initializationType\":\"";
  out += initializationType(environment.provisioned);
  out += "\",\"phase\":\"init\",\"runtimeVersion\":\"" + names.runtimeVersion +
         "\",\"runtimeVersionArn\":\"" + names.runtimeArn + "\",\"functionName\":\"" +
         function.name + "\",\"functionVersion\":\"" + names.version + "\"}}";
}

void LogWriter::initReport() const {
  open("initReport");
  out += "\"initializationType\":\"";
  out += initializationType(environment.provisioned);
  out += "\",\"phase\":\"init\",\"status\":\"success\",\"metrics\":{";
  number3("durationMs", environment.initUs);
  out += "}}}";
}

void LogWriter::start() const {
  if (!json()) {
    out += "START RequestId: " + id() + " Version: " + names.version;
    return;
  }
  open("start");
  out += "\"requestId\":\"" + id() + "\",\"version\":\"" + names.version + "\",\"functionArn\":\"" +
         names.arn + "\"}}";
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
  const SimulatedError error = simulatedError(function);
  const RuntimeFamily family = familyOf(function);
  const std::string pair =
      "\"errorType\":\"" + error.type + "\",\"errorMessage\":\"" + error.message + "\",";
  if (json() && family == RuntimeFamily::Node) {
    out += "{\"timestamp\":\"" + time() + R"(","level":"ERROR","requestId":")" + id() +
           R"(","message":"Invoke Error",)" + pair;
    trace("stackTrace", error);
    out += '}';
  } else if (json()) {
    out += "{\"timestamp\":\"" + time().substr(0, 19) +
           R"(Z","log_level":"ERROR","errorMessage":")" + error.message + R"(","errorType":")" +
           error.type + R"(","requestId":")" + id() + "\",";
    trace("stackTrace", error);
    out += '}';
  } else if (family == RuntimeFamily::Node) {
    out += time() + '\t' + id() + "\tERROR\tInvoke Error \t{" + pair;
    trace("stack", error);
    out += '}';
  } else if (family == RuntimeFamily::Python) {
    // One event: lines joined with \r, indents as no-break spaces, so that CloudWatch keeps it.
    out += "[ERROR] " + error.type + ": " + error.message + "\rTraceback (most recent call last):";
    out += "\r\u00A0\u00A0" + error.trace[0].substr(2, error.trace[0].find('\n') - 2);
    out += "\r\u00A0\u00A0\u00A0\u00A0raise Exception(\"" + error.message + "\")";
  } else {
    out += error.message + ": " + error.type;
  }
}

void LogWriter::runtimeDone() const {
  open("runtimeDone");
  out += "\"requestId\":\"" + id() + "\",\"status\":\"";
  out += status();
  out += '"';
  if (attempt.ending == Ending::HandlerError)
    out += ",\"errorType\":\"" + simulatedError(function).type + '"';
  out += ",\"metrics\":{";
  number3("durationMs", attempt.durationUs);
  out += "}}}";
}

void LogWriter::report() const {
  const std::int64_t init = first ? environment.initUs : 0;
  const std::string billed =
      std::to_string(Duration::micros(attempt.durationUs + init).ceilMillis());
  const std::string size = std::to_string(environment.memoryMb);
  const std::string used = std::to_string(environment.maxMemoryUsedMb);
  if (json()) {
    open("report");
    out += "\"requestId\":\"" + id() + "\",\"metrics\":{";
    number3("durationMs", attempt.durationUs);
    out += ",\"billedDurationMs\":" + billed + ",\"memorySizeMB\":" + size +
           ",\"maxMemoryUsedMB\":" + used;
    if (first) {
      out += ',';
      number3("initDurationMs", init);
    }
    out += "},\"status\":\"";
    out += status();
    out += '"';
    if (attempt.ending == Ending::HandlerError)
      out += ",\"errorType\":\"" + simulatedError(function).type + '"';
    out += "}}";
    return;
  }
  out += "REPORT RequestId: " + id() + "\tDuration: ";
  appendMillis(out, attempt.durationUs);
  out += " ms\tBilled Duration: " + billed + " ms\tMemory Size: " + size +
         " MB\tMax Memory Used: " + used + " MB\t";
  if (first) {
    out += "Init Duration: ";
    appendMillis(out, init);
    out += " ms\t";
  }
  if (attempt.ending == Ending::TimedOut && !run.project.classicLogStyle) out += "Status: timeout";
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
      return initStart();
    case LineKind::InitReport:
      return initReport();
    case LineKind::Start:
      return start();
    case LineKind::Handler:
      return handler();
    case LineKind::Failure:
      return failure();
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
