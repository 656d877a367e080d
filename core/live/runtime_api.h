// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The Lambda Runtime API as one execution environment sees it: a state machine that takes requests
// and gives replies, without a socket and without a clock. (runtimes-api) The host says when there
// is an invocation; the API tells the host what the runtime did.

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "core/live/http.h"

namespace coldstart::live {

/// What `next` hands to the runtime.
struct RuntimeInvocation {
  std::string requestId;
  std::string functionArn;
  std::string traceId;        ///< "Root=…;Parent=…;Sampled=…", or "".
  std::string clientContext;  ///< JSON, or "".
  std::int64_t deadlineMs = 0;
  std::string cognitoIdentity{};  ///< JSON, or "".
  std::string tenantId{};         ///< Or "".
  std::string payload;
};

/// What the runtime sent for an invocation.
struct RuntimeAnswer {
  bool failed = false;
  bool streamed = false;  ///< The payload came in pieces.
  std::string errorType;  ///< "Runtime.X" or "Function.X"; "" when it did not fail.
  std::string payload;
};

class RuntimeApi {
 public:
  struct Reply {
    int status = 200;
    HttpFields fields;
    std::string body;
  };
  /// The largest response a runtime may send. (gettingstarted-limits)
  static constexpr std::size_t kLargestResponse = 6'291'556;
  /// The largest one that is streamed. (gettingstarted-limits)
  static constexpr std::size_t kLargestStream = 200 * 1024 * 1024;

  std::function<void()> ready;  ///< The runtime waits for the first time: init is over.
  std::function<void()> done;   ///< It waits again after its answer: the invocation is over.
  std::function<void(RuntimeAnswer)> answered;
  std::function<void(RuntimeAnswer)> initFailed;  ///< Or what runs after a snapshot's restore did.

  /// Nothing: the reply is the next invocation, see offer().
  std::optional<Reply> handle(const HttpRequest& request);
  /// Is this the head of a response that comes in pieces, and is it its turn?
  [[nodiscard]] bool mayStream(const HttpRequest& head) const;
  /// Whoever streamed its response is gone in the middle of it.
  void truncated();
  /// True while the runtime waits for an invocation.
  [[nodiscard]] bool isWaiting() const { return m_waits; }
  /// True between an invocation of this id and the answer to it.
  [[nodiscard]] bool worksOn(std::string_view id) const {
    return m_state == State::Running && id == m_requestId;
  }
  /// The reply to the `next` that waits.
  Reply offer(const RuntimeInvocation& invocation);
  /// Whoever waited is gone, before an invocation was handed over.
  void stoppedWaiting() { m_waits = false; }

 private:
  enum class State { Started, Ready, Running, Responded, InitError, Restoring, RestoreError };
  std::optional<Reply> next();
  Reply failed(const HttpRequest& request, State from, State to, const char* name);
  Reply answer(const HttpRequest& request, const std::string& id, bool failed);
  Reply refused(const char* to) const;

  State m_state = State::Started;
  bool m_waits = false;
  std::string m_requestId;
};

}  // namespace coldstart::live
