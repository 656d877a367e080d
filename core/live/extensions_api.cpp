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

bool isFinal(Extension::State state) {
  return state == Extension::State::InitError || state == Extension::State::ExitError;
}

ExtensionsApi::Reply notAllowed(const Extension& extension, Extension::State to) {
  static constexpr const char* kNames[] = {"Started", "Registered", "Ready",
                                           "Running", "InitError",  "ExitError"};
  const auto name = [](Extension::State state) { return kNames[static_cast<int>(state)]; };
  return refused("Extension.InvalidExtensionState", std::string("State transition from ") +
                                                        name(extension.state) + " to " + name(to) +
                                                        " failed for extension " + extension.name +
                                                        ". Error: State transition is not allowed");
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
  if (request.method == "PUT") return {subscription(request, *extension), {}};
  if (path == "event/next" && request.method == "GET") return next(*extension);
  if (path == "init/error" && request.method == "POST")
    return {failure(request, *extension, Extension::State::InitError), {}};
  if (path == "exit/error" && request.method == "POST")
    return {failure(request, *extension, Extension::State::ExitError), {}};
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
  made.state = Extension::State::Registered;
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

ExtensionsApi::Heard ExtensionsApi::next(Extension& extension) {
  using State = Extension::State;
  // It waits already, with another connection, or has said that it failed.
  if (extension.waits || isFinal(extension.state)) return {notAllowed(extension, State::Ready), {}};
  extension.state = State::Ready;
  extension.waits = true;
  const std::string waits = extension.id;
  if (settled) settled();
  return {std::nullopt, waits};
}

/// Init can fail once it has registered, until it waits for the first time. (RIE)
ExtensionsApi::Reply ExtensionsApi::failure(const HttpRequest& request, Extension& extension,
                                            Extension::State to) {
  using State = Extension::State;
  const std::string type(request.field("Lambda-Extension-Function-Error-Type"));
  if (type.empty()) {
    return refused("Extension.MissingHeader", "Lambda-Extension-Function-Error-Type not found");
  }
  const bool again = extension.state == to;
  const bool isLate = to == State::InitError && extension.state != State::Registered;
  if (!again && (isLate || isFinal(extension.state))) return notAllowed(extension, to);
  extension.state = to;
  if (!again && failed) failed(extension, type);
  return kAccepted;
}

ExtensionsApi::Reply ExtensionsApi::subscription(const HttpRequest& request, Extension& extension) {
  const bool logs = request.target.ends_with(kLogs);
  const std::string name = logs ? "Logs" : "Telemetry";
  if (m_closed) {
    return refused(name + ".SubscriptionClosed",
                   name + " API subscription is closed" + (logs ? " already" : ""));  // (RIE)
  }
  const std::string faultType = logs ? "Logs.ValidationError" : "ValidationError";
  const auto api = logs ? TelemetryApi::Logs : TelemetryApi::Telemetry;
  if (extension.telemetry && extension.telemetry->api != api) {  // (telemetry-api; the words: [M])
    return json(400, {{"errorType", faultType},
                      {"errorMessage", std::string("Extension has subscribed to the ") +
                                           (logs ? "Telemetry" : "Logs") + " API already"}});
  }
  std::string faults;
  TelemetrySubscription wanted = subscriptionOf(api, request.body, faults);
  if (!faults.empty()) return json(400, {{"errorType", faultType}, {"errorMessage", faults}});
  const bool again = extension.telemetry.has_value();
  if (!again) extension.telemetry = std::move(wanted);
  if (subscribed) subscribed(extension, again);
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
