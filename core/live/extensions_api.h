// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The Extensions API as the extensions of one execution environment see it, and their subscriptions
// to telemetry: a state machine that takes requests and gives replies, without a socket and without
// a clock. (runtimes-extensions-api, telemetry-api) For RuntimeEndpoint.

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/live/runtime_api.h"
#include "core/live/telemetry_subscription.h"

namespace coldstart::live {

struct Extension {
  enum class State : std::uint8_t { Started, Registered, Ready, Running, InitError, ExitError };
  std::string id;
  std::string name;
  bool external = false;  ///< A process of its own; else a part of the runtime's.
  bool takesInvoke = false;
  bool takesShutdown = false;
  State state = State::Started;
  bool waits = false;  ///< For its next event.
  std::optional<TelemetrySubscription> telemetry{};

  [[nodiscard]] std::string events() const;  ///< "[INVOKE, SHUTDOWN]"
};

class ExtensionsApi {
 public:
  using Reply = RuntimeApi::Reply;
  /// Names that a reply to register tells.
  struct Function {
    std::string name;
    std::string version;
    std::string handler;
    std::string accountId;
  };
  /// External and internal ones together. (runtimes-extensions-api)
  static constexpr std::size_t kMostExtensions = 10;

  ExtensionsApi(Function function, std::vector<std::string> externals, std::uint64_t seed)
      : m_function(std::move(function)), m_externals(std::move(externals)), m_seed(seed) {}

  std::function<void()> settled;  ///< One more waits, or all that were expected have registered.
  std::function<void(const Extension&, const std::string& errorType)> failed;
  /// `again`: to what it had subscribed to before, which changes nothing.
  std::function<void(const Extension&, bool again)> subscribed;

  static bool isFor(std::string_view target);
  struct Heard {
    std::optional<Reply> reply;
    std::string waits;  ///< The extension that waits with this request, when there is no reply yet.
  };
  Heard handle(const HttpRequest& request);

  /// Init is over: nobody registers or subscribes any more.
  void close() { m_closed = true; }
  [[nodiscard]] const std::vector<Extension>& all() const { return m_all; }
  /// Every executable in /opt/extensions has registered.
  [[nodiscard]] bool allRegistered() const;
  /// Every one that registered waits for its next event.
  [[nodiscard]] bool allWait() const;
  /// Whoever waited is gone.
  void stoppedWaiting(const std::string& id);

  Reply invokeEvent(const std::string& id, const RuntimeInvocation& invocation);
  /// `reason`: "spindown", "timeout" or "failure", in lower case as the service sends it.
  Reply shutdownEvent(const std::string& id, std::string_view reason, std::int64_t deadlineMs);

 private:
  Reply registration(const HttpRequest& request);
  Reply subscription(const HttpRequest& request, Extension& extension);
  Heard next(Extension& extension);
  Reply failure(const HttpRequest& request, Extension& extension, Extension::State to);
  Extension* byId(std::string_view id);
  std::string nextId();

  Function m_function;
  std::vector<std::string> m_externals;
  std::uint64_t m_seed;
  std::uint32_t m_ids = 0;
  bool m_closed = false;
  std::vector<Extension> m_all;
};

}  // namespace coldstart::live
