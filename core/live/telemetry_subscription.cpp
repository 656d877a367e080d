// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/telemetry_subscription.h"

#include <algorithm>
#include <array>
#include <charconv>

#include <nlohmann/json.hpp>

namespace coldstart::live {
namespace {

using Json = nlohmann::ordered_json;

struct Bounds {
  const char* name;
  std::int32_t least;
  std::int32_t most;
  std::int32_t standard;
  std::int32_t TelemetrySubscription::*member;
};
// (telemetry-api, facts 10.2)
constexpr std::array kBuffering{
    Bounds{"maxItems", 1'000, 10'000, 10'000, &TelemetrySubscription::maxItems},
    Bounds{"maxBytes", 262'144, 1'048'576, 262'144, &TelemetrySubscription::maxBytes},
    Bounds{"timeoutMs", 25, 30'000, 1'000, &TelemetrySubscription::timeoutMs}};

constexpr int kReservedPort = 9'001;  // (telemetry-api)

// The schema of the Logs API that knows of platform.runtimeDone.
constexpr std::string_view kLogsWithDone = "2021-03-18";

struct Versions {
  std::string_view standard;
  std::array<std::string_view, 2> all;
};
constexpr Versions kTelemetryVersions{"2022-12-13", {"2022-07-01", "2022-12-13"}};
constexpr Versions kLogsVersions{"2020-08-15", {"2020-08-15", kLogsWithDone}};

// Two of these are AWS's own (telemetry-api-reference); the others are worded after them. [M]
struct Words {
  static constexpr const char* kNoPort = "URI port is not provided";
  static constexpr const char* kNoTypes = "types should not be empty";
  static constexpr const char* kNoObject = "the request should be a JSON object";
  static constexpr const char* kNoDestination = "destination should not be empty";
  static constexpr const char* kHost = "URI host should be sandbox.localdomain";
  static constexpr const char* kPort = "URI port 9001 is reserved";
  static constexpr const char* kProtocol = "protocol should be HTTP or TCP";
  static constexpr const char* kMethod = "method should be POST or PUT";
  static constexpr const char* kVersion = "schemaVersion is not supported: ";
  static constexpr const char* kType = "types should be platform, function or extension, not: ";
};

class Reading {
 public:
  Reading(TelemetryApi api, std::string& faults) : m_faults(faults) {
    m_wanted.api = api;
    m_faults.clear();
  }

  TelemetrySubscription read(const Json& body) {
    if (!body.is_object()) {
      fault(Words::kNoObject);
      return m_wanted;
    }
    version(body);
    if (body.contains("destination") && body["destination"].is_object())
      destination(body["destination"]);
    else
      fault(Words::kNoDestination);
    types(body.value("types", Json::array()));
    buffering(body.value("buffering", Json::object()));
    return m_wanted;
  }

 private:
  void fault(const std::string& words) {
    if (!m_faults.empty()) m_faults += "; ";
    m_faults += words;
  }

  static std::string textOf(const Json& object, const char* name) {
    return object.contains(name) && object[name].is_string() ? object[name].get<std::string>()
                                                             : std::string();
  }

  void version(const Json& body) {
    const Versions& known = m_wanted.api == TelemetryApi::Logs ? kLogsVersions : kTelemetryVersions;
    m_wanted.schemaVersion = textOf(body, "schemaVersion");
    if (m_wanted.schemaVersion.empty()) m_wanted.schemaVersion = known.standard;
    if (std::ranges::find(known.all, m_wanted.schemaVersion) == known.all.end())
      fault(Words::kVersion + m_wanted.schemaVersion);
  }

  void destination(const Json& object) {
    const std::string protocol = textOf(object, "protocol");
    if (protocol == "TCP")
      m_wanted.protocol = TelemetrySubscription::Protocol::Tcp;
    else if (protocol != "HTTP")
      fault(Words::kProtocol);
    if (m_wanted.api == TelemetryApi::Logs && object.contains("method")) {
      m_wanted.method = textOf(object, "method");
      if (m_wanted.method != "POST" && m_wanted.method != "PUT") fault(Words::kMethod);
    }
    if (object.contains("port") && object["port"].is_number_integer())  // Of TCP. [M]
      m_wanted.port = object["port"].get<int>();
    else
      address(object.contains("URI") ? textOf(object, "URI") : textOf(object, "uri"));
    if (m_wanted.port <= 0 || m_wanted.port > 65'535) fault(Words::kNoPort);
    if (m_wanted.port == kReservedPort) fault(Words::kPort);
  }

  /// "http://sandbox.localdomain:8080/path"; the first extensions wrote "http://sandbox:8080".
  void address(std::string_view text) {
    for (const std::string_view scheme : {"http://", "tcp://"}) {
      if (text.starts_with(scheme)) text.remove_prefix(scheme.size());
    }
    const std::size_t slash = text.find('/');
    if (slash != std::string_view::npos) {
      m_wanted.path = text.substr(slash);
      text = text.substr(0, slash);
    }
    const std::size_t colon = text.find(':');
    const std::string_view host = text.substr(0, colon);
    if (!host.empty() && host != "sandbox.localdomain" && host != "sandbox") fault(Words::kHost);
    if (colon == std::string_view::npos) return;
    const std::string_view port = text.substr(colon + 1);
    std::from_chars(port.data(), port.data() + port.size(), m_wanted.port);
  }

  void types(const Json& list) {
    if (!list.is_array() || list.empty()) fault(Words::kNoTypes);
    for (const Json& type : list) {
      const std::string text = type.is_string() ? type.get<std::string>() : type.dump();
      if (text == "platform" || text == "function" || text == "extension") {
        if (std::ranges::find(m_wanted.types, text) == m_wanted.types.end())
          m_wanted.types.push_back(text);
      } else {
        fault(Words::kType + text);
      }
    }
  }

  void buffering(const Json& object) {
    for (const Bounds& bounds : kBuffering) {
      std::int64_t value = bounds.standard;
      if (object.is_object() && object.contains(bounds.name) &&
          object[bounds.name].is_number_integer())
        value = object[bounds.name].get<std::int64_t>();
      if (value < bounds.least || value > bounds.most) {
        fault(std::string(bounds.name) + " should be between " + std::to_string(bounds.least) +
              " and " + std::to_string(bounds.most));
      }
      m_wanted.*bounds.member =
          static_cast<std::int32_t>(std::clamp<std::int64_t>(value, bounds.least, bounds.most));
    }
  }

  std::string& m_faults;
  TelemetrySubscription m_wanted;
};

std::string logEvent(const Json& from, const char* type, Json record) {
  return Json{{"time", from["time"]}, {"type", type}, {"record", std::move(record)}}.dump();
}

/// Did its process end before it had answered? Then it is a fault too.
bool isFault(const Json& record) {
  const std::string type = record.value("errorType", "");
  return record.value("status", "") == "error" &&
         (type.starts_with("Runtime.") || type.starts_with("Extension."));
}

}  // namespace

TelemetrySubscription subscriptionOf(TelemetryApi api, std::string_view body, std::string& faults) {
  return Reading(api, faults).read(Json::parse(body, nullptr, false));
}

std::vector<std::string> asLogs(const std::string& event, std::string_view schemaVersion) {
  const Json from = Json::parse(event, nullptr, false);
  if (!from.is_object() || !from.contains("type") || !from.contains("record")) return {};
  const std::string type = from["type"];
  const Json& record = from["record"];
  if (!type.starts_with("platform.")) return {event};
  if (type == "platform.extension" || type == "platform.logsDropped" ||
      type == "platform.logsSubscription")
    return {event};
  if (!record.is_object() || !record.contains("requestId")) return {};  // Of init: not told.
  const Json& id = record["requestId"];
  if (type == "platform.start") return {logEvent(from, "platform.start", {{"requestId", id}})};
  if (type == "platform.runtimeDone") {
    if (schemaVersion != kLogsWithDone) return {};
    const std::string status = record.value("status", "");
    const Json done{{"requestId", id}, {"status", status == "error" ? "failure" : status}};
    return {logEvent(from, "platform.runtimeDone", done)};
  }
  if (type != "platform.report") return {};
  std::vector<std::string> events;
  if (isFault(record)) {
    events.push_back(logEvent(
        from, "platform.fault",
        "RequestId: " + id.get<std::string>() + " Process exited before completing request"));
  }
  events.push_back(logEvent(from, "platform.end", {{"requestId", id}}));
  Json report{{"requestId", id}};
  if (record.contains("metrics")) report["metrics"] = record["metrics"];
  events.push_back(logEvent(from, "platform.report", std::move(report)));
  return events;
}

}  // namespace coldstart::live
