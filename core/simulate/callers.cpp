// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulate/callers.h"

#include <algorithm>
#include <utility>

#include "core/base/holds.h"

namespace coldstart::simulate {

using engine::Order;
using journal::Decision;
using journal::Ending;
using project::Client;
using project::TriggerKind;

namespace {

constexpr std::uint32_t kNoCall = 0xFFFF'FFFF;
constexpr std::uint32_t kGenerations = 0x1FF'FFFF;

// (API Gateway quotas)
constexpr Duration kRestLimit = Duration::seconds(29);
constexpr Duration kHttpLimit = Duration::seconds(30);

// (Boto3 guide: retries)
constexpr std::int32_t kLegacyAttempts = 5;
constexpr std::int32_t kStandardAttempts = 3;
constexpr Duration kFirstBackOff = Duration::seconds(1);
constexpr Duration kLongestBackOff = Duration::seconds(20);

// (AWS SDKs and Tools guide: retry behavior)
constexpr std::int64_t kQuota = 500;
constexpr std::int64_t kRetryCost = 5;
constexpr std::int64_t kTimeoutRetryCost = 10;

// An adaptive client, simplified.
constexpr std::int64_t kMicro = 1'000'000;
constexpr std::int64_t kSlowestMicro = kMicro / 2;
constexpr Duration kBetweenCuts = Duration::millis(500);

std::int32_t attemptsOf(const Client& client) {
  if (client.retries == Client::Retries::None) return 1;
  if (client.maximumAttempts > 0) return client.maximumAttempts;
  if (!holds(Rule::SdkAttempts)) return 9;
  return client.retries == Client::Retries::Legacy ? kLegacyAttempts : kStandardAttempts;
}

bool hasQuota(const Client& client) {
  return client.retries == Client::Retries::Standard || client.retries == Client::Retries::Adaptive;
}

TriggerKind triggerOf(const project::Project& project, const project::Load& load) {
  return load.trigger ? project.triggers[*load.trigger].kind : TriggerKind::Direct;
}

}  // namespace

std::optional<Duration> patienceOf(const project::Project& project, const project::Load& load) {
  if (load.type != project::InvocationType::RequestResponse || load.queue || load.stream)
    return std::nullopt;
  std::optional<Duration> patience;
  if (load.client && holds(Rule::CallerGivesUp)) patience = load.client->timeout;
  const TriggerKind kind = triggerOf(project, load);
  if (!holds(Rule::GatewayTimeLimit)) return patience;
  if (kind == TriggerKind::RestApi) patience = std::min(patience.value_or(kRestLimit), kRestLimit);
  if (kind == TriggerKind::HttpApi) patience = std::min(patience.value_or(kHttpLimit), kHttpLimit);
  return patience;
}

bool TokenBucket::take(Instant t) {
  const std::int64_t passed = std::min((t - m_at).us, std::int64_t{3'600'000'000});
  m_at = t;
  m_level = std::min(m_level + passed * m_perSecond, m_size * kMicro);
  if (m_level < kMicro) return false;
  m_level -= kMicro;
  return true;
}

Callers::Callers(const project::Project& project, const project::Scenario& scenario,
                 const journal::Journal& journal, std::uint64_t seed)
    : m_gateway(project.account.gatewayRate, project.account.gatewayBurst) {
  for (std::size_t i = 0; i < scenario.loads.size() && i < journal.sources.size(); ++i) {
    const project::Load& load = scenario.loads[i];
    const TriggerKind kind = triggerOf(project, load);
    const bool http = kind == TriggerKind::RestApi || kind == TriggerKind::HttpApi;
    const Client client = load.client.value_or(Client{});
    m_rows.push_back({.active = load.type == project::InvocationType::RequestResponse &&
                                !load.queue && !load.stream && (load.client || http),
                      .gateway = http || kind == TriggerKind::FunctionUrl,
                      .http = http,
                      .client = client,
                      .maximumAttempts = attemptsOf(client),
                      .patience = patienceOf(project, load),
                      .tokens = kQuota,
                      .limiter = {},
                      .backOff = Random(seed, Purpose::Backoff, i)});
    m_any = m_any || m_rows.back().active;
  }
}

Order Callers::arrive(Instant t, std::uint16_t source, engine::Engine& engine) {
  auto id = static_cast<std::uint32_t>(m_calls.size());
  if (m_free.empty()) {
    m_calls.emplace_back();
  } else {
    id = m_free.back();
    m_free.pop_back();
  }
  const std::uint32_t generation = m_calls[id].generation;
  m_calls[id] = Call{};
  m_calls[id].asking.source = source;
  m_calls[id].generation = generation;
  return sendWhenAllowed(id, t, engine);
}

Order Callers::sendWhenAllowed(std::uint32_t id, Instant t, engine::Engine& engine) {
  const Instant at = allowed(m_rows[m_calls[id].asking.source], t);
  if (at <= t) return sendNow(id, t, engine);
  wakeAt(at, id, WakeFor::Sending);
  return {};
}

Order Callers::sendNow(std::uint32_t id, Instant t, engine::Engine& engine) {
  Call& call = m_calls[id];
  Row& row = m_rows[call.asking.source];
  ++call.attempts;
  const bool throttled = row.http && holds(Rule::GatewayThrottle) && !m_gateway.take(t);
  Order order;
  if (throttled) {
    engine.refuse(t, call.asking, Decision::GatewayThrottled);
  } else {
    order = engine.arrive(t, call.asking);
  }
  if (!call.asking.again) call.asking.request = static_cast<std::uint32_t>(engine.requests() - 1);
  call.asking.again = true;
  call.asking.last = engine.lastAttempt();
  if (order.kind == Order::Kind::None) {
    const bool server = !throttled && engine.lastRefusal() == Decision::ServiceError;
    failed(id, t, server ? Failure::ServerError : Failure::Throttled, engine);
    return order;
  }
  if (m_callOf.size() <= order.slot) m_callOf.resize(order.slot + std::size_t{1}, kNoCall);
  m_callOf[order.slot] = id;
  call.slot = order.slot;
  if (row.patience) wakeAt(t + *row.patience, id, WakeFor::GivingUp);
  return order;
}

Order Callers::wake(Instant t, std::uint64_t what, engine::Engine& engine, bool closed) {
  const auto id = static_cast<std::uint32_t>(what >> 5);
  Call& call = m_calls[id];
  if (((what & ~kIsWake) >> 37) != (call.generation & kGenerations)) return {};
  const auto why = static_cast<WakeFor>(what & 3);
  if (why != WakeFor::GivingUp) {
    if (closed) return {};
    return why == WakeFor::Retry ? sendWhenAllowed(id, t, engine) : sendNow(id, t, engine);
  }
  engine.noteAbandoned(call.slot);
  m_callOf[call.slot] = kNoCall;
  failed(id, t, Failure::TimedOut, engine);
  return {};
}

void Callers::answered(engine::Slot slot, Instant t, Ending ending, engine::Engine& engine) {
  if (slot >= m_callOf.size() || m_callOf[slot] == kNoCall) return;
  const std::uint32_t id = std::exchange(m_callOf[slot], kNoCall);
  Row& row = m_rows[m_calls[id].asking.source];
  // An error of the function is an answer; only behind a gateway it looks like one of the server.
  const bool looksBroken = row.gateway || !holds(Rule::SdkRetriesRefusals);
  if (journal::isError(ending) && looksBroken) {
    failed(id, t, Failure::ServerError, engine);
    return;
  }
  const std::int64_t back = m_calls[id].taken;
  row.tokens = std::min(row.tokens + (back > 0 ? back : 1), kQuota);
  settle(id);
}

void Callers::failed(std::uint32_t id, Instant t, Failure failure, engine::Engine& engine) {
  Call& call = m_calls[id];
  Row& row = m_rows[call.asking.source];
  call.slot = engine::kNoSlot;
  ++call.generation;
  if (failure == Failure::Throttled) slowDown(row, t);
  const std::int64_t cost = failure == Failure::TimedOut ? kTimeoutRetryCost : kRetryCost;
  const bool limited = hasQuota(row.client) && holds(Rule::SdkRetryQuota);
  if (call.attempts >= row.maximumAttempts || (limited && row.tokens < cost)) {
    settle(id);
    return;
  }
  if (limited) row.tokens -= cost;
  call.taken = cost;
  engine.noteRetried(call.asking.last);
  wakeAt(t + backOff(row, call.attempts), id, WakeFor::Retry);
}

void Callers::settle(std::uint32_t id) {
  ++m_calls[id].generation;
  m_calls[id].slot = engine::kNoSlot;
  m_free.push_back(id);
}

/// The whole span is drawn from ("full jitter"); never nothing, so that time goes on.
Duration Callers::backOff(Row& row, std::int32_t attempts) {
  if (!holds(Rule::SdkBackOff)) return Duration{1};
  const int doublings = std::min(attempts - 1, 10);
  const Duration most = std::min(kFirstBackOff * (std::int64_t{1} << doublings), kLongestBackOff);
  if (!row.client.jitter) return most;
  return Duration{
      1 + static_cast<std::int64_t>(row.backOff.below(static_cast<std::uint64_t>(most.us)))};
}

void Callers::slowDown(Row& row, Instant t) {
  if (row.client.retries != Client::Retries::Adaptive || !holds(Rule::SdkAdaptive)) return;
  Limiter& limiter = row.limiter;
  if (limiter.on && t - limiter.throttled < kBetweenCuts) return;
  const std::int64_t measured = std::max(limiter.sent, limiter.sentBefore) * kMicro;
  const std::int64_t before =
      limiter.on ? std::min(measured, limiter.microPerSecond +
                                          limiter.growthMicro * (t - limiter.throttled).us / kMicro)
                 : measured;
  limiter.microPerSecond = std::max(before / 10 * 7, kSlowestMicro);
  limiter.growthMicro = std::max(before, kSlowestMicro) / 10;
  limiter.throttled = t;
  limiter.on = true;
}

/// When the client lets this request go, at or after t; it goes then, whatever happens meanwhile.
Instant Callers::allowed(Row& row, Instant t) {
  if (row.client.retries != Client::Retries::Adaptive) return t;
  Limiter& limiter = row.limiter;
  Instant at = t;
  if (limiter.on) {
    const Duration since = std::min(t - limiter.throttled, Duration::hours(1));
    const std::int64_t rate = limiter.microPerSecond + limiter.growthMicro * since.us / kMicro;
    at = std::max(t, limiter.lastSend + Duration{kMicro * kMicro / rate});
  }
  limiter.lastSend = at;
  const std::int64_t second = at.us / kMicro;
  if (second != limiter.second) {
    limiter.sentBefore = second == limiter.second + 1 ? limiter.sent : 0;
    limiter.second = second;
    limiter.sent = 0;
  }
  ++limiter.sent;
  return at;
}

void Callers::wakeAt(Instant t, std::uint32_t id, WakeFor why) {
  const std::uint64_t generation = m_calls[id].generation & kGenerations;
  m_wakes.push_back({t, kIsWake | (generation << 37) | (std::uint64_t{id} << 5) |
                            static_cast<std::uint64_t>(why)});
}

}  // namespace coldstart::simulate
