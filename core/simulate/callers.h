// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Whoever sends the synchronous requests of a load, when that is more than sending them: AWS SDKs
// that try again, callers that stop waiting, API Gateway in between. Part of a simulation; loads
// without a client and without a gateway never come here. Simplified: all requests of a load come
// from one client with one retry quota, and an adaptive client's rate recovers in a straight line.

#include <cstdint>
#include <optional>
#include <vector>

#include "core/base/random.h"
#include "core/engine/engine.h"

namespace coldstart::simulate {

/// How long whoever sends this load's requests waits for an answer; nothing: for ever.
std::optional<Duration> patienceOf(const project::Project& project, const project::Load& load);

/// A bucket that is refilled at a steady rate.
class TokenBucket {
 public:
  TokenBucket(std::int64_t perSecond, std::int64_t size)
      : m_perSecond(perSecond), m_size(size), m_level(size * kMicro) {}
  bool take(Instant t);

 private:
  static constexpr std::int64_t kMicro = 1'000'000;
  std::int64_t m_perSecond;
  std::int64_t m_size;
  std::int64_t m_level;  ///< In millionths of a token.
  Instant m_at;
};

class Callers {
 public:
  Callers(const project::Project& project, const project::Scenario& scenario,
          const journal::Journal& journal, std::uint64_t seed);

  [[nodiscard]] bool any() const { return m_any; }
  /// Whether the requests of this source are theirs.
  [[nodiscard]] bool have(std::uint16_t source) const {
    return source < m_rows.size() && m_rows[source].active;
  }
  /// Somebody wants something of this source's function.
  engine::Order arrive(Instant t, std::uint16_t source, engine::Engine& engine);
  /// A moment that was asked for in wakes(). Once `closed`, nothing is sent any more.
  engine::Order wake(Instant t, std::uint64_t what, engine::Engine& engine, bool closed);
  /// What the environment in this slot worked on ended.
  void answered(engine::Slot slot, Instant t, journal::Ending ending, engine::Engine& engine);

  /// Moments to be woken at; the simulation empties it. What ends at the same moment comes before.
  struct Wake {
    Instant at;
    std::uint64_t what;
  };
  static constexpr std::uint64_t kIsWake = std::uint64_t{1} << 63;
  std::vector<Wake>& wakes() { return m_wakes; }

 private:
  enum class WakeFor : std::uint8_t { Retry, Sending, GivingUp };
  enum class Failure : std::uint8_t { Throttled, ServerError, TimedOut };
  /// An adaptive client's own limit. (AWS SDKs: retry behavior)
  struct Limiter {
    bool on = false;
    std::int64_t microPerSecond = 0;  ///< Right after the last throttle.
    std::int64_t growthMicro = 0;     ///< Of that, a second.
    Instant throttled;
    Instant lastSend;
    std::int64_t second = -1;  ///< Counting what is sent in this second of the clock …
    std::int64_t sent = 0;
    std::int64_t sentBefore = 0;  ///< … and in the one before.
  };
  struct Row {
    bool active = false;
    bool gateway = false;  ///< Answers a function's error with 502.
    bool http = false;     ///< Likewise, and behind API Gateway's throttle.
    project::Client client;
    std::int32_t maximumAttempts = 1;
    std::optional<Duration> patience;
    std::int64_t tokens = 0;
    Limiter limiter;
    Random backOff;
  };
  struct Call {
    engine::Asking asking;
    engine::Slot slot = engine::kNoSlot;
    std::int32_t attempts = 0;
    std::int64_t taken = 0;        ///< Tokens that the last retry cost.
    std::uint32_t generation = 0;  ///< A wake of another one is too late.
  };

  engine::Order sendWhenAllowed(std::uint32_t id, Instant t, engine::Engine& engine);
  engine::Order sendNow(std::uint32_t id, Instant t, engine::Engine& engine);
  void failed(std::uint32_t id, Instant t, Failure failure, engine::Engine& engine);
  void settle(std::uint32_t id);
  Duration backOff(Row& row, std::int32_t attempts);
  void slowDown(Row& row, Instant t);
  Instant allowed(Row& row, Instant t);
  void wakeAt(Instant t, std::uint32_t id, WakeFor why);

  bool m_any = false;
  std::vector<Row> m_rows;
  std::vector<Call> m_calls;
  std::vector<std::uint32_t> m_free;
  std::vector<std::uint32_t> m_callOf;  ///< By slot.
  std::vector<Wake> m_wakes;
  TokenBucket m_gateway;
};

}  // namespace coldstart::simulate
