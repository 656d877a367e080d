// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/runtime_api.h"

#include <QByteArray>
#include <algorithm>
#include <string_view>
#include <utility>

namespace coldstart::live {
namespace {

RuntimeApi::Reply json(int status, std::string body) {
  return {status, {{"Content-Type", "application/json"}}, std::move(body)};
}

RuntimeApi::Reply error(int status, std::string_view type, std::string_view message) {
  std::string body = "{\"errorMessage\":\"";
  body += message;
  body += "\",\"errorType\":\"";
  body += type;
  body += "\"}";
  return json(status, std::move(body));
}

RuntimeApi::Reply accepted() {
  return json(202, "{\"status\":\"OK\"}\n");
}

std::string fromBase64(std::string_view text) {
  return QByteArray::fromBase64(QByteArray(text.data(), static_cast<qsizetype>(text.size())))
      .toStdString();
}

/// Only what Lambda would know goes into logs. (facts 10.1)
std::string errorTypeOf(const HttpRequest& request) {
  const std::string_view type = request.field("Lambda-Runtime-Function-Error-Type");
  const bool isFunctions = type.starts_with("Function.");
  std::string_view name = type;
  if (isFunctions || type.starts_with("Runtime.")) name.remove_prefix(type.find('.') + 1);
  const auto isLetter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  const bool known = name.size() < type.size() && name.size() > 1 && name[0] <= 'Z' &&
                     std::ranges::all_of(name, isLetter);
  if (known) return std::string(type);
  return isFunctions ? "Function.Unknown" : "Runtime.Unknown";
}

/// The path after the API's version. Whatever stands before it is somebody's name for the function.
std::string_view pathOf(std::string_view target) {
  if (target.ends_with("/ping")) return target.substr(target.size() - 4);
  constexpr std::string_view kVersion = "/2018-06-01/";
  const std::size_t at = target.find(kVersion);
  return at == std::string_view::npos ? std::string_view() : target.substr(at + kVersion.size());
}

}  // namespace

std::optional<RuntimeApi::Reply> RuntimeApi::handle(const HttpRequest& request) {
  const std::string_view path = pathOf(request.target);
  const bool posts = request.method == "POST";
  if (path == "runtime/invocation/next" && request.method == "GET") return next();
  if (path == "runtime/init/error" && posts) {
    return failed(request, State::Started, State::InitError, "InitError");
  }
  if (path == "runtime/restore/next" && request.method == "GET") {
    // No snapshot is taken here: what would be restored from it goes on at once. (snapstart)
    if (m_state != State::Started) return refused("RestoreReady");
    m_state = State::Restoring;
    return json(200, {});
  }
  if (path == "runtime/restore/error" && posts) {
    return failed(request, State::Restoring, State::RestoreError, "RuntimeRestoreErrorState");
  }
  if (path == "ping" && request.method == "GET") {
    return Reply{200, {{"Content-Type", "text/plain"}}, "pong"};
  }
  constexpr std::string_view kInvocation = "runtime/invocation/";
  if (path.starts_with(kInvocation) && posts) {
    const std::string_view rest = path.substr(kInvocation.size());
    const std::size_t slash = rest.find('/');
    const std::string_view what =
        slash == std::string_view::npos ? std::string_view() : rest.substr(slash + 1);
    if (what == "response" || what == "error") {
      return answer(request, std::string(rest.substr(0, slash)), what == "error");
    }
  }
  return error(404, "NotFound", "There is no such path in the Runtime API.");
}

std::optional<RuntimeApi::Reply> RuntimeApi::next() {
  const bool waitsOrMay = m_state == State::Started || m_state == State::Restoring ||
                          m_state == State::Ready || m_state == State::Responded;
  if (!waitsOrMay) return refused("Ready");
  const State before = std::exchange(m_state, State::Ready);
  m_waits = true;
  if ((before == State::Started || before == State::Restoring) && ready) ready();
  if (before == State::Responded && done) done();
  return std::nullopt;
}

RuntimeApi::Reply RuntimeApi::failed(const HttpRequest& request, State from, State to,
                                     const char* name) {
  if (m_state != from) return refused(name);
  m_state = to;
  if (initFailed) initFailed({true, false, errorTypeOf(request), request.body});
  return accepted();
}

bool RuntimeApi::mayStream(const HttpRequest& head) const {
  return m_state == State::Running && head.method == "POST" &&
         head.field("Lambda-Runtime-Function-Response-Mode") == "streaming" &&
         pathOf(head.target) == "runtime/invocation/" + m_requestId + "/response";
}

void RuntimeApi::truncated() {
  if (m_state != State::Running) return;
  m_state = State::Responded;
  if (!answered) return;
  answered({.failed = true,
            .streamed = true,
            .errorType = "Runtime.TruncatedResponse",
            .payload = R"({"errorMessage":"HTTP request detected as truncated",)"
                       R"("errorType":"Runtime.TruncatedResponse"})"});
}

RuntimeApi::Reply RuntimeApi::answer(const HttpRequest& request, const std::string& id,
                                     bool failed) {
  if (m_state != State::Running) {
    return refused(failed ? "InvocationErrorResponse" : "InvocationResponse");
  }
  if (id != m_requestId) return error(400, "InvalidRequestID", "Invalid request ID");
  const std::string_view mode = request.field("Lambda-Runtime-Function-Response-Mode");
  if (!mode.empty() && mode != "streaming") {
    return error(400, "InvalidFunctionResponseMode", "Invalid function response mode");
  }
  m_state = State::Responded;
  RuntimeAnswer answer{failed, !failed && !mode.empty(), {}, request.body};
  if (answer.streamed && !request.field("Lambda-Runtime-Function-Error-Type").empty()) {
    answer.failed = true;  // In the trailers: it failed on the way.
    answer.payload = fromBase64(request.field("Lambda-Runtime-Function-Error-Body"));
  }
  if (answer.failed) answer.errorType = errorTypeOf(request);
  const std::size_t largest = answer.streamed ? kLargestStream : kLargestResponse;
  if (request.body.size() > largest) {
    answer.failed = true;
    answer.errorType = "Function.ResponseSizeTooLarge";
    answer.payload =
        R"({"errorMessage":"Response payload size exceeded maximum allowed payload size )"
        R"((6291556 bytes).","errorType":"Function.ResponseSizeTooLarge"})";
    if (answered) answered(std::move(answer));
    return error(413, "RequestEntityTooLarge",
                 "Exceeded maximum allowed payload size (6291556 bytes).");
  }
  if (answered) answered(std::move(answer));
  return accepted();
}

RuntimeApi::Reply RuntimeApi::offer(const RuntimeInvocation& invocation) {
  m_state = State::Running;
  m_waits = false;
  m_requestId = invocation.requestId;
  Reply reply;
  reply.fields = {{"Content-Type", "application/json"},
                  {"Lambda-Runtime-Aws-Request-Id", invocation.requestId},
                  {"Lambda-Runtime-Deadline-Ms", std::to_string(invocation.deadlineMs)},
                  {"Lambda-Runtime-Invoked-Function-Arn", invocation.functionArn}};
  const auto add = [&reply](const char* name, const std::string& value) {
    if (!value.empty()) reply.fields.emplace_back(name, value);
  };
  add("Lambda-Runtime-Trace-Id", invocation.traceId);
  add("Lambda-Runtime-Client-Context", invocation.clientContext);
  add("Lambda-Runtime-Cognito-Identity", invocation.cognitoIdentity);
  add("Lambda-Runtime-Aws-Tenant-Id", invocation.tenantId);
  reply.body = invocation.payload;
  return reply;
}

RuntimeApi::Reply RuntimeApi::refused(const char* to) const {
  static constexpr const char* kNames[] = {"Started",
                                           "Ready",
                                           "Running",
                                           "RuntimeResponseSentState",
                                           "InitError",
                                           "Restoring",
                                           "RuntimeRestoreErrorState"};
  return error(403, "InvalidStateTransition",
               "State transition from " + std::string(kNames[static_cast<int>(m_state)]) + " to " +
                   to + " failed for runtime. Error: State transition is not allowed");
}

}  // namespace coldstart::live
