// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/identifiers.h"
#include "core/observe/log_writer.h"
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

/// What the runtime's client answers for an exception: facts §2.6. Init has no request yet.
std::string errorPayload(const project::Function& function, const SimulatedError& error,
                         const std::string& id) {
  const RuntimeFamily family = familyOf(function);
  std::string text = "{";
  const auto member = [&text](std::string_view key, std::string_view value) {
    if (text.size() > 1) text += ',';
    text += '"';
    text += key;
    text += "\":";
    appendJsonText(text, value);
  };
  if (family == RuntimeFamily::Python || family == RuntimeFamily::Java) {
    member("errorMessage", error.message);
    member("errorType", error.type);
    if (family == RuntimeFamily::Python) member("requestId", id);
  } else {
    member("errorType", error.type);
    member("errorMessage", error.message);
  }
  if (family != RuntimeFamily::Custom) {
    text += family == RuntimeFamily::Node ? ",\"trace\":[" : ",\"stackTrace\":[";
    for (std::size_t i = 0; i < error.trace.size(); ++i) {
      if (i > 0) text += ',';
      appendJsonText(text, error.trace[i]);
    }
    text += ']';
  }
  return text + '}';
}

/// The process is gone. Of one killed for its memory only this form is known; whether today's
/// differs, could not be confirmed. (facts §2.6, §14)
std::string exitPayload(std::string_view how, const std::string& id) {
  return R"({"errorType":"Runtime.ExitError","errorMessage":"RequestId: )" + id +
         " Error: Runtime exited with error: " + std::string(how) + "\"}";
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

std::string endingPayload(const journal::Run& run, const project::Function& function,
                          const journal::Attempt& attempt) {
  const std::string id = requestUuid(run.seed, attempt.request);
  switch (attempt.ending) {
    case Ending::TimedOut:
      return timeoutPayload(run, attempt, id);
    case Ending::Crashed:
      return exitPayload("exit status 1", id);
    case Ending::OutOfMemory:
      return exitPayload("signal: killed", id);
    case Ending::InitFailed:
      return initErrorType(function) == "Runtime.ExitError"
                 ? exitPayload("exit status 1", id)
                 : errorPayload(function, simulatedInitError(function), "");
    default:
      return errorPayload(function, simulatedError(function), id);
  }
}

/// What Invoke answers. (facts §§3.3, 3.5, B.2; the texts of 400 and 500 as the API reference has
/// them)
CallerResult invokeResult(const journal::Run& run, const project::Function& function,
                          const journal::Attempt& attempt, const std::string& declaredResponse) {
  if (journal::isThrottle(attempt.decision)) {
    return {429, "",
            R"({"Reason":")" + std::string(throttleReason(attempt.decision)) +
                R"(","Type":"User","message":"Rate Exceeded."})"};
  }
  if (attempt.decision == Decision::ServiceError) {
    return {500, "",
            R"({"Type":"Service","Message":"An error occurred and the request cannot be )"
            R"(processed."})"};
  }
  if (attempt.decision == Decision::RecursionStopped) {
    return {400, "",
            R"({"Type":"User","Message":"Lambda has detected your function being invoked in a )"
            R"(recursive loop with other AWS resources and stopped your function's invocation."})"};
  }
  if (journal::isError(attempt.ending))
    return {200, "Unhandled", endingPayload(run, function, attempt)};
  return {200, "", declaredResponse.empty() ? std::string("null") : declaredResponse};
}

/// What a gateway in front of the function makes of it: its own limit, the end of its patience
/// (29 s, HTTP APIs 30 s), and errors of Lambda or the function. (facts §§6.2, 6.3)
CallerResult gatewayResult(project::TriggerKind kind, const journal::Attempt& attempt,
                           const CallerResult& lambda) {
  const bool rest = kind == project::TriggerKind::RestApi;
  if (attempt.decision == Decision::GatewayThrottled)
    return {429, "", R"({"message":"Too Many Requests"})"};
  if (attempt.abandoned) {
    if (rest) return {504, "", R"({"message":"Endpoint request timed out"})"};
    return {503, "", R"({"message":"Service Unavailable"})"};
  }
  if (lambda.statusCode == 200 && lambda.functionError.empty()) return lambda;
  if (kind == project::TriggerKind::FunctionUrl) {
    if (lambda.statusCode == 429) return lambda;
    return {502, "", "\"Internal Server Error\""};
  }
  if (rest)
    return {lambda.statusCode == 200 ? 502 : 500, "", R"({"message": "Internal server error"})"};
  if (lambda.statusCode == 200) return {500, "", R"({"message":"Internal Server Error"})"};
  return {503, "", R"({"message":"Service Unavailable"})"};
}

}  // namespace

std::string functionAnswer(const RunIndex& index, journal::AttemptIndex number,
                           const std::string& declaredResponse) {
  const journal::Run& run = index.run();
  const journal::Attempt& attempt = index.attempts()[number];
  if (journal::isError(attempt.ending)) {
    return endingPayload(run, run.project.functions[run.journal.functionOf(attempt)], attempt);
  }
  return declaredResponse.empty() ? "null" : declaredResponse;
}

CallerResult callerResult(const RunIndex& index, journal::AttemptIndex number,
                          const std::string& declaredResponse) {
  const journal::Run& run = index.run();
  const journal::Attempt& attempt = index.attempts()[number];
  const journal::Source& source = run.journal.sources[attempt.source];
  const project::Function& function = run.project.functions[source.function];
  // The queue accepts an event whatever becomes of it (invocation-async).
  if (source.type == project::InvocationType::Event) return {202, "", ""};
  if (run.live) {
    if (const journal::GivenAnswer* given = run.live->answerTo(number))
      return {given->statusCode, given->functionError, *given->payload};
    if (attempt.ending == Ending::Running) return {200, "", ""};
  }
  const CallerResult lambda = invokeResult(run, function, attempt, declaredResponse);
  using project::TriggerKind;
  const bool gateway = source.trigger == TriggerKind::RestApi ||
                       source.trigger == TriggerKind::HttpApi ||
                       source.trigger == TriggerKind::FunctionUrl;
  return gateway ? gatewayResult(source.trigger, attempt, lambda) : lambda;
}

}  // namespace coldstart::observe
