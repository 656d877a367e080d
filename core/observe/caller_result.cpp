// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/identifiers.h"
#include "core/observe/log_text.h"
#include "core/observe/logs.h"

namespace coldstart::observe {

using journal::Decision;
using journal::Ending;

std::string_view throttleReason(Decision decision) {
  switch (decision) {
    case Decision::ThrottledAccount:
    case Decision::ThrottledScalingRate:
      return "ConcurrentInvocationLimitExceeded";
    case Decision::ThrottledReserved:
    case Decision::ThrottledReservedZero:
      return "ReservedFunctionConcurrentInvocationLimitExceeded";
    case Decision::ThrottledRequestRate:
      return "FunctionInvocationRateLimitExceeded";
    case Decision::ThrottledReservedRate:
      return "ReservedFunctionInvocationRateLimitExceeded";
    default:
      return "";
  }
}

namespace {

/// What the runtime's client answers for an exception: facts §2.6.
std::string errorPayload(const project::Function& function, const std::string& id) {
  const SimulatedError error = simulatedError(function);
  const bool python = function.runtime.starts_with("python");
  std::string text = "{";
  const auto member = [&text](std::string_view key, std::string_view value) {
    if (text.size() > 1) text += ',';
    text += '"';
    text += key;
    text += "\":";
    appendJsonText(text, value);
  };
  if (python || function.runtime.starts_with("java")) {
    member("errorMessage", error.message);
    member("errorType", error.type);
    if (python) member("requestId", id);
  } else {
    member("errorType", error.type);
    member("errorMessage", error.message);
  }
  if (!function.runtime.starts_with("provided")) {
    text += function.runtime.starts_with("nodejs") ? ",\"trace\":[" : ",\"stackTrace\":[";
    for (std::size_t i = 0; i < error.trace.size(); ++i) {
      if (i > 0) text += ',';
      appendJsonText(text, error.trace[i]);
    }
    text += ']';
  }
  return text + '}';
}

std::string timeoutPayload(const journal::Run& run, const journal::Attempt& attempt,
                           const std::string& id) {
  std::string seconds;
  appendMillis(seconds, attempt.durationUs / 1'000);  // Thousandths again: "3.00" of 3 000 ms.
  if (run.project.classicLogStyle) {
    return "{\"errorMessage\":\"" + formatIso8601Millis(run.wall(attempt.ended())) + " " + id +
           " Task timed out after " + seconds + " seconds\"}";
  }
  return R"({"errorType":"Sandbox.Timedout","errorMessage":"RequestId: )" + id +
         " Error: Task timed out after " + seconds + " seconds\"}";
}

}  // namespace

CallerResult callerResult(const RunIndex& index, journal::AttemptIndex number,
                          const std::string& declaredResponse) {
  const journal::Run& run = index.run();
  const journal::Attempt& attempt = index.attempts()[number];
  const journal::Source& source = run.journal.sources[attempt.source];
  const project::Function& function = run.project.functions[source.function];
  const std::string id = requestUuid(run.seed, attempt.request);
  // The queue accepts an event whatever becomes of it (invocation-async).
  if (source.type == project::InvocationType::Event) return {202, "", ""};
  if (journal::isThrottle(attempt.decision)) {
    return {429, "",
            R"({"Reason":")" + std::string(throttleReason(attempt.decision)) +
                R"(","Type":"User","message":"Rate Exceeded."})"};
  }
  if (attempt.ending == Ending::HandlerError) return {200, "Unhandled", errorPayload(function, id)};
  if (attempt.ending == Ending::TimedOut)
    return {200, "Unhandled", timeoutPayload(run, attempt, id)};
  return {200, "", declaredResponse.empty() ? std::string("null") : declaredResponse};
}

}  // namespace coldstart::observe
