// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What an extension asked to be sent, by the Telemetry API or by the Logs API before it, and where
// to: read and checked once. (telemetry-api-reference, runtimes-logs-api) For ExtensionsApi.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace coldstart::live {

enum class TelemetryApi : std::uint8_t { Telemetry, Logs };

struct TelemetrySubscription {
  enum class Protocol : std::uint8_t { Http, Tcp };
  TelemetryApi api = TelemetryApi::Telemetry;
  std::string schemaVersion;
  std::vector<std::string> types;  ///< "platform", "function", "extension".
  Protocol protocol = Protocol::Http;
  std::string method = "POST";  ///< Of HTTP; the Logs API may ask for PUT.
  int port = 0;                 ///< Of sandbox.localdomain, which is the environment itself.
  std::string path = "/";
  // One batch holds no more than this, and waits no longer for others.
  std::int32_t maxItems = 0;
  std::int32_t maxBytes = 0;
  std::int32_t timeoutMs = 0;
};

/// The subscription in a request's body. What is wrong with it is told in `faults`, as the service
/// joins them: "URI port is not provided; types should not be empty"; "" when nothing is.
TelemetrySubscription subscriptionOf(TelemetryApi api, std::string_view body, std::string& faults);

/// An event of the Telemetry API as the Logs API tells it: none, one, or two, as an invocation's
/// end is not told apart from its report any more. (runtimes-logs-api)
std::vector<std::string> asLogs(const std::string& event, std::string_view schemaVersion);

}  // namespace coldstart::live
