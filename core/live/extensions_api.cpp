// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/extensions_api.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "core/base/identifiers.h"

namespace coldstart::live {
namespace {

using Json = nlohmann::json;

constexpr std::string_view kExtension = "/2020-01-01/extension/";
constexpr std::string_view kTelemetry = "/2022-07-01/telemetry";
constexpr std::string_view kLogs = "/2020-08-15/logs";

ExtensionsApi::Reply json(int status, const Json& body) {
  return {status, {{"Content-Type", "application/json"}}, body.dump()};
}

ExtensionsApi::Reply refused(const std::string& type, const std::string& message) {
  return json(403, {{"errorMessage", message}, {"errorType", type}});
}

const ExtensionsApi::Reply kAccepted{
    202, {{"Content-Type", "application/json"}}, "{\"status\":\"OK\"}\n"};

std::string_view after(std::string_view target, std::string_view part) {
  const std::size_t at = target.find(part);
  return at == std::string_view::npos ? std::string_view() : target.substr(at + part.size());
}

bool isUuid(std::string_view text) {
  return text.size() == 36 && text[8] == '-' && text[13] == '-' && text[18] == '-' &&
         text[23] == '-';
}

}  // namespace

std::string Extension::events() const {
  std::string list = takesInvoke ? "INVOKE" : "";
  if (takesShutdown) list += list.empty() ? "SHUTDOWN" : ", SHUTDOWN";
  return "[" + list + "]";
}

bool ExtensionsApi::isFor(std::string_view target) {
  return target.find(kExtension) != std::string_view::npos || target.ends_with(kTelemetry) ||
         target.ends_with(kLogs);
}

ExtensionsApi::Heard ExtensionsApi::handle(const HttpRequest& request) {
  const std::string_view path = after(request.target, kExtension);
  if (path == "register" && request.method == "POST") return {registration(request), {}};
  const std::string_view id = request.field("Lambda-Extension-Identifier");
  if (id.empty()) {
    return {refused("Extension.MissingExtensionIdentifier",
                    "Missing Lambda-Extension-Identifier header"),
            {}};
  }
  if (!isUuid(id)) {
    return {refused("Extension.InvalidExtensionIdentifier", "Invalid Lambda-Extension-Identifier"),
            {}};
  }
  Extension* const extension = byId(id);
  if (extension == nullptr) {
    return {refused("Extension.UnknownExtensionIdentifier", "Unknown extension " + std::string(id)),
            {}};
  }
  if (request.method == "PUT") return {telemetry(request, *extension), {}};
  if (path == "event/next" && request.method == "GET") {
    extension->state = Extension::State::Ready;
    extension->waits = true;
    const std::string waits = extension->id;
    if (settled) settled();
    return {std::nullopt, waits};
  }
  if ((path == "init/error" || path == "exit/error") && request.method == "POST") {
    const std::string type(request.field("Lambda-Extension-Function-Error-Type"));
    if (type.empty()) {
      return {refused("Extension.MissingHeader", "Lambda-Extension-Function-Error-Type not found"),
              {}};
    }
    extension->state = Extension::State::Failed;
    if (failed) failed(*extension, type);
    return {kAccepted, {}};
  }
  return {json(404, {{"errorMessage", "There is no such path in the Extensions API."},
                     {"errorType", "NotFound"}}),
          {}};
}

ExtensionsApi::Reply ExtensionsApi::registration(const HttpRequest& request) {
  const std::string name(request.field("Lambda-Extension-Name"));
  if (name.empty()) return refused("Extension.InvalidExtensionName", "Empty extension name");
  const Json body = Json::parse(request.body, nullptr, false);
  if (!body.is_object() || !body.value("events", Json::array()).is_array()) {
    return refused("InvalidRequestFormat", "The request is no JSON object with a list of events.");
  }
  if (m_closed) {
    return refused("Extension.RegistrationClosed", "Extension registration closed already");
  }
  if (std::ranges::any_of(m_all, [&](const Extension& e) { return e.name == name; })) {
    return refused("Extension.InvalidExtensionState",
                   "Extension with this name already registered");
  }
  if (m_all.size() >= kMostExtensions) {
    return refused("Extension.TooManyExtensions", "Extension limit (10) reached");
  }
  Extension made;
  made.name = name;
  made.external = std::ranges::find(m_externals, name) != m_externals.end();
  for (const Json& event : body.value("events", Json::array())) {
    const std::string text = event.is_string() ? event.get<std::string>() : event.dump();
    const bool isShutdown = text == "SHUTDOWN" && made.external;
    if (text != "INVOKE" && !isShutdown) {
      return refused("Extension.InvalidEventType", text + ": ErrorInvalidEventType");
    }
    (isShutdown ? made.takesShutdown : made.takesInvoke) = true;
  }
  made.id = nextId();
  m_all.push_back(made);
  Json answer{{"functionName", m_function.name},
              {"functionVersion", m_function.version},
              {"handler", m_function.handler}};
  if (request.field("Lambda-Extension-Accept-Feature").find("accountId") !=
      std::string_view::npos) {
    answer["accountId"] = m_function.accountId;
  }
  if (settled) settled();
  Reply reply = json(200, answer);
  reply.fields.emplace_back("Lambda-Extension-Identifier", made.id);
  return reply;
}

ExtensionsApi::Reply ExtensionsApi::telemetry(const HttpRequest& request, Extension& extension) {
  const Json body = Json::parse(request.body, nullptr, false);
  if (!body.is_object() || !body.contains("destination") || !body["destination"].is_object()) {
    return json(400, {{"errorMessage", "The request is no telemetry subscription."},
                      {"errorType", "ValidationError"}});
  }
  TelemetrySubscription wanted;
  for (const Json& type : body.value("types", Json::array())) {
    if (type.is_string()) wanted.types.push_back(type);
  }
  const Json& destination = body["destination"];
  std::string uri;
  for (const char* key : {"URI", "uri"}) {
    if (destination.contains(key) && destination[key].is_string()) uri = destination[key];
  }
  constexpr std::string_view kHost = "http://sandbox.localdomain:";
  constexpr std::string_view kOldHost = "http://sandbox:";
  const std::string_view host = uri.starts_with(kHost) ? kHost : kOldHost;
  const std::string rest = uri.starts_with(host) ? uri.substr(host.size()) : std::string();
  wanted.port = std::atoi(rest.c_str());
  if (wanted.port <= 0 || wanted.port > 65'535) {
    return json(400, {{"errorMessage",
                       "The destination is http://sandbox.localdomain:PORT; Coldstart sends "
                       "telemetry over HTTP only."},
                      {"errorType", "ValidationError"}});
  }
  if (const std::size_t slash = rest.find('/'); slash != std::string::npos)
    wanted.path = rest.substr(slash);
  const Json buffering = body.value("buffering", Json::object());
  if (buffering.is_object() && buffering.contains("timeoutMs") &&
      buffering["timeoutMs"].is_number_integer()) {
    wanted.timeoutMs = std::clamp(buffering["timeoutMs"].get<std::int32_t>(), 25, 30'000);
  }
  extension.telemetry = wanted;
  if (subscribed) subscribed(extension);
  return {200, {{"Content-Type", "text/plain"}}, "OK"};
}

bool ExtensionsApi::allRegistered() const {
  return std::ranges::all_of(m_externals, [this](const std::string& name) {
    return std::ranges::any_of(m_all, [&](const Extension& e) { return e.name == name; });
  });
}

bool ExtensionsApi::allWait() const {
  return allRegistered() && std::ranges::all_of(m_all, &Extension::waits);
}

void ExtensionsApi::stoppedWaiting(const std::string& id) {
  if (Extension* const extension = byId(id)) extension->waits = false;
}

ExtensionsApi::Reply ExtensionsApi::invokeEvent(const std::string& id,
                                                const RuntimeInvocation& invocation) {
  if (Extension* const extension = byId(id)) {
    extension->waits = false;
    extension->state = Extension::State::Running;
  }
  Reply reply =
      json(200, {{"eventType", "INVOKE"},
                 {"deadlineMs", invocation.deadlineMs},
                 {"requestId", invocation.requestId},
                 {"invokedFunctionArn", invocation.functionArn},
                 {"tracing", {{"type", "X-Amzn-Trace-Id"}, {"value", invocation.traceId}}}});
  reply.fields.emplace_back("Lambda-Extension-Event-Identifier", nextId());
  return reply;
}

ExtensionsApi::Reply ExtensionsApi::shutdownEvent(const std::string& id, std::string_view reason,
                                                  std::int64_t deadlineMs) {
  stoppedWaiting(id);
  Reply reply = json(
      200, {{"eventType", "SHUTDOWN"}, {"shutdownReason", reason}, {"deadlineMs", deadlineMs}});
  reply.fields.emplace_back("Lambda-Extension-Event-Identifier", nextId());
  return reply;
}

Extension* ExtensionsApi::byId(std::string_view id) {
  const auto found = std::ranges::find(m_all, id, &Extension::id);
  return found == m_all.end() ? nullptr : &*found;
}

std::string ExtensionsApi::nextId() {
  return requestUuid(m_seed, m_ids++);
}

}  // namespace coldstart::live
