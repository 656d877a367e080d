// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/runtime_api.h"

#include <QByteArray>
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

/// The path after the API's version. Whatever stands before it is somebody's name for the function.
std::string_view pathOf(std::string_view target) {
  constexpr std::string_view kVersion = "/2018-06-01/";
  const std::size_t at = target.find(kVersion);
  return at == std::string_view::npos ? std::string_view() : target.substr(at + kVersion.size());
}

}  // namespace

std::optional<RuntimeApi::Reply> RuntimeApi::handle(const HttpRequest& request) {
  const std::string_view path = pathOf(request.target);
  const bool posts = request.method == "POST";
  if (path == "runtime/invocation/next" && request.method == "GET") {
    if (m_state == State::Running || m_state == State::InitError) return refused("Ready");
    const State before = std::exchange(m_state, State::Ready);
    m_waits = true;
    if (before == State::Started && ready) ready();
    if (before == State::Responded && done) done();
    return std::nullopt;
  }
  if (path == "runtime/init/error" && posts) {
    if (m_state != State::Started) return refused("InitError");
    m_state = State::InitError;
    if (initFailed) {
      initFailed({true, false, std::string(request.field("Lambda-Runtime-Function-Error-Type")),
                  request.body});
    }
    return accepted();
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
  RuntimeAnswer answer{failed, !failed && !mode.empty(),
                       std::string(request.field("Lambda-Runtime-Function-Error-Type")),
                       request.body};
  if (answer.streamed && !answer.errorType.empty()) {  // In the trailers: it failed on the way.
    answer.failed = true;
    answer.payload = fromBase64(request.field("Lambda-Runtime-Function-Error-Body"));
  }
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
  if (!invocation.traceId.empty()) {
    reply.fields.emplace_back("Lambda-Runtime-Trace-Id", invocation.traceId);
  }
  if (!invocation.clientContext.empty()) {
    reply.fields.emplace_back("Lambda-Runtime-Client-Context", invocation.clientContext);
  }
  reply.body = invocation.payload;
  return reply;
}

RuntimeApi::Reply RuntimeApi::refused(const char* to) const {
  static constexpr const char* kNames[] = {"Started", "Ready", "Running",
                                           "RuntimeResponseSentState", "InitError"};
  return error(403, "InvalidStateTransition",
               "State transition from " + std::string(kNames[static_cast<int>(m_state)]) + " to " +
                   to + " failed for runtime. Error: State transition is not allowed");
}

}  // namespace coldstart::live
