// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/engine.h"

#include <algorithm>

#include "core/base/holds.h"
#include "core/project/quota.h"

namespace coldstart::engine {

using journal::Attempt;
using journal::Decision;
using journal::Ending;
using journal::Environment;
using journal::InitStatus;
using journal::StopReason;

namespace {

/// Between two new environments of one function when its scaling rate is used up: a bucket of
/// 1 000 that refills without pause in 10 s. (scaling-behavior)
constexpr std::int64_t kScalingWindowUs = 10'000'000;
constexpr std::int64_t kScalingStepUs = kScalingWindowUs / project::kScalingRatePer10s;

bool takeScalingToken(FunctionRow& function, Instant t) {
  const std::int64_t fullAt = std::max(function.scalingFullAt, t.us) + kScalingStepUs;
  if (fullAt - t.us > kScalingWindowUs) return false;
  function.scalingFullAt = fullAt;
  return true;
}

bool isSet(const project::Distribution& d) {
  return d.a > 0 || d.b > 0 || !d.values.empty();
}

FunctionRow rowOf(const project::Function& f, std::uint16_t index, std::uint64_t seed) {
  const bool published = !f.alias.empty() || f.provisioned.has_value();
  const bool split = published && f.previousVersionPpm > 0;
  const bool managed = f.sharesEnvironments() && holds(Rule::RequestsPerEnvironment);
  return {.reserved = f.reserved.value_or(-1),
          .previousPpm = split ? f.previousVersionPpm : 0,
          .seats = managed ? f.requestsPerEnvironment : 1,
          .index = index,
          .memory = f.memory,
          .timeout = f.timeout,
          .maximumRetryAttempts = f.maximumRetryAttempts,
          .maximumEventAge = f.maximumEventAge,
          .duplicatePpm = f.duplicateRatePpm,
          .terminatesRecursion = f.terminatesRecursion,
          .version = static_cast<std::uint8_t>(published ? (split ? 2 : 1) : 0),
          .previousVersion = static_cast<std::uint8_t>(split ? 1 : 0),
          .snapStart = f.snapStart && published && !f.provisioned.has_value() && !managed,
          .proactive = f.proactiveInit && !managed,
          .shift = f.trafficShift,
          .versions = Random(seed, Purpose::Version, index),
          .duplicates = Random(seed, Purpose::Duplicate, index),
          .idleTimeout = Sampler(f.idleTimeout, Random(seed, Purpose::IdleTimeout, index)),
          .maximumAge = Sampler(f.maximumAge, Random(seed, Purpose::MaximumAge, index)),
          .ages = isSet(f.maximumAge),
          .places = isSet(f.work.placement) && !managed && holds(Rule::PlacementUnbilled),
          .id = f.id};
}

Recording recordingOf(const Settings& settings) {
  const bool on = settings.recordFrom <= Instant{};
  return {.on = on,
          .partly = !on || settings.recordTo != kNever,
          .turn = on ? settings.recordTo : settings.recordFrom};
}

}  // namespace

Engine::Engine(const project::Project& project, journal::Journal& journal, Settings settings)
    : m_journal(&journal),
      m_settings(settings),
      m_accountLimit(project.account.concurrentExecutions),
      m_recording(recordingOf(settings)),
      m_outages(settings.seed, Purpose::Outage, 0) {
  m_functions.reserve(project.functions.size());
  for (const project::Function& function : project.functions) {
    const auto index = static_cast<std::uint16_t>(m_functions.size());
    m_functions.push_back(rowOf(function, index, settings.seed));
    m_functions.back().provisioned.requested = function.provisioned.value_or(0);
  }
  for (const journal::Source& source : journal.sources) {
    if (source.sent) m_functions[source.sent->function].tells = true;
    const bool sends = source.queue || source.stream;
    m_sources.push_back({source.function, source.type == project::InvocationType::Event, sends});
    if ((sends || source.mapping) && !m_pollers) {
      m_pollers = std::make_unique<Pollers>(*this, project, journal, settings.seed);
    }
  }
  m_overflow.resize(m_functions.size());
  prepareScaling(project);
  applyLimits();
}

void Engine::prepareProvisioned(Instant since) {
  for (FunctionRow& function : m_functions) {
    for (std::int32_t i = 0; i < function.provisioned.requested; ++i) {
      startEnvironment(since, function, StartFor::Provisioned);
    }
  }
}

Order Engine::arrive(Instant t, std::uint16_t source) {
  if (m_sources[source].sends) [[unlikely]] {
    m_pollers->send(t, source);
    return {};
  }
  const EventProgress asked{
      .received = t, .source = source, .request = static_cast<std::uint32_t>(m_requests++)};
  return m_sources[source].isEvent ? tryEvent(t, asked) : attempt(t, asked, Asker::Caller);
}

std::uint16_t Engine::expect(std::uint16_t source) const {
  const std::uint16_t function = m_sources[source].function;
  const FunctionRow& f = m_functions[function];
  __builtin_prefetch(&f);
  __builtin_prefetch(&f.timeout);
  if (f.idle.size > 0) __builtin_prefetch(&m_live[f.idle.newest]);
  return function;
}

/// The order of the checks is facts §3.2: requests a second, concurrency, scaling rate.
Decision Engine::admit(FunctionRow& f, Instant t, bool counted, Slot& slot) {
  if (f.reserved == 0 && holds(Rule::ReservedZero)) return Decision::ThrottledReservedZero;
  if (counted && holds(Rule::RequestRate) && !f.rate.take(t, f.rateLimit)) {
    return f.isReserved ? Decision::ThrottledReservedRate : Decision::ThrottledRequestRate;
  }
  const bool previous = f.previousPpm > 0 && toPrevious(f);
  const bool spills = f.provisioned.usable > 0 && !previous && holds(Rule::ProvisionedFirst);
  if (spills && f.provisioned.idle.size > 0 &&
      (!holds(Rule::ProvisionedRequestRate) ||
       f.provisioned.rate.take(
           t, std::int64_t{f.provisioned.usable} * project::kRequestsPerConcurrency))) {
    slot = takeIdle(f.provisioned.idle);
    return Decision::Provisioned;
  }
  if (f.busy >= f.limit && holds(Rule::ReservedConcurrency)) return Decision::ThrottledReserved;
  if (!f.isReserved && m_unreservedBusy >= m_unreservedLimit && holds(Rule::AccountConcurrency)) {
    return Decision::ThrottledAccount;
  }
  IdleList& idle = previous ? f.previousIdle : f.idle;
  if (idle.size > 0) {
    slot = takeIdle(idle);
    return spills ? Decision::WarmSpillover : Decision::Warm;
  }
  if (f.opening.size > 0 && m_live[f.opening.newest].previous == previous) {
    slot = takeIdle(f.opening);
    return spills ? Decision::ColdSpillover : Decision::ColdAllBusy;
  }
  if (holds(Rule::ScalingRate) && !takeScalingToken(f, t)) return Decision::ThrottledScalingRate;
  const bool none = f.environments == 0;
  slot = startEnvironment(t, f, StartFor::Request, previous);
  if (spills) return Decision::ColdSpillover;
  return none ? Decision::ColdFirst : Decision::ColdAllBusy;
}

/// Written where it stays, field by field from registers: a copy would be read back before its
/// parts have reached the cache, and the processor would wait for them.
journal::AttemptIndex Engine::record(Instant t, const EventProgress& asked,
                                     const Verdict& verdict) {
  ++m_attempts;
  if (t >= m_recording.turn) [[unlikely]]
    turnRecords(t);
  auto& store = m_journal->attempts;
  const bool beyond = !m_recording.on || store.full();
  Attempt& a = beyond ? m_beyond : store.append();
  a.arrived = t;
  a.request = asked.request;
  a.cause = asked.last;
  a.environment = verdict.environment;
  a.waitUs = 0;
  a.durationUs = 0;
  a.source = asked.source;
  a.decision = verdict.decision;
  a.abandoned = false;
  a.duplicate = false;
  a.ending = verdict.ending;
  a.retried = verdict.retried;
  a.again = asked.again;
  a.reused = verdict.reused;
  const auto index = static_cast<journal::AttemptIndex>(store.size() - 1);
  m_recording.last = beyond ? journal::kNone : index;
  if (beyond || m_recording.partly) [[unlikely]]
    countRecord(a, asked);
  return m_recording.last;
}

Attempt& Engine::recordOf(Slot slot) {
  const journal::AttemptIndex index = m_live[slot].attempt;
  return index == journal::kNone ? m_spareAttempts[slot] : m_journal->attempts[index];
}

Order Engine::attempt(Instant t, const EventProgress& asked, Asker asker) {
  const bool isEvent = asker == Asker::EventQueue;
  FunctionRow& f = m_functions[m_sources[asked.source].function];
  Slot slot = kNoSlot;
  const Decision decision = m_serviceErrorPpm > 0 && serviceFails() ? Decision::ServiceError
                                                                    : admit(f, t, !isEvent, slot);
  if (slot == kNoSlot) {
    m_lastRefusal = decision;
    const bool failed = decision == Decision::ServiceError;
    const bool again = isEvent && (!failed || holds(Rule::AsyncSystemError));
    const journal::AttemptIndex index =
        record(t, asked,
               {.decision = decision,
                .ending = failed ? Ending::Refused : Ending::Throttled,
                .retried = again});
    if (again) {
      EventProgress event = asked;
      event.last = index;
      requeueThrottled(event, t);
    } else if (asker == Asker::Poller) {
      m_pollers->refused(index);
    }
    return {};
  }
  LiveEnvironment& e = m_live[slot];
  e.attempt =
      record(t, asked, {.environment = e.environment, .decision = decision, .reused = e.used});
  if (e.attempt == journal::kNone) m_spareAttempts[slot] = m_beyond;
  e.serves = true;
  e.asker = asker;
  if (isEvent) {
    m_running[slot] = asked;
    m_running[slot].last = e.attempt;
    m_running[slot].throttles = 0;
  } else if (asker == Asker::Poller) {
    m_pollers->admitted(slot);
  }
  ++m_inFlight;
  if (e.provisioned) {
    if (f.provisioned.scaling >= 0) noteProvisionedUse(f, t);
    ++f.provisioned.busy;
  } else {
    ++f.busy;
    m_unreservedBusy += f.isReserved ? 0 : 1;
  }
  f.peakBusy = std::max(f.peakBusy, f.busy + f.provisioned.busy);
  if (f.seats > 1 && m_seats.shared(slot)) m_seats.began(slot);
  if (e.phase != Phase::Init) return run(slot, t);
  Environment& environment = environmentOf(slot);
  environment.cause = e.attempt;
  if (environment.shares) return {.kind = Order::Kind::Wait, .function = f.index, .slot = slot};
  return {.kind = e.placing ? Order::Kind::Place : Order::Kind::Start,
          .restore = environment.restored,
          .function = f.index,
          .slot = slot};
}

Order Engine::run(Slot slot, Instant t) {
  LiveEnvironment& e = m_live[slot];
  Order order{.kind = Order::Kind::Run,
              .firstInvocation = !e.used,
              .suppressedInit = e.reset,
              .initFailed = e.initFailed,
              .function = e.function,
              .slot = slot};
  if (e.asker == Asker::Poller) m_pollers->describe(slot, order);
  e.phase = Phase::Busy;
  e.since = t;
  e.first = !e.used;
  e.used = true;
  e.reset = false;
  e.initFailed = false;
  return order;
}

Order Engine::initEnded(Slot slot, Instant t, InitStatus status) {
  LiveEnvironment& e = m_live[slot];
  FunctionRow& f = m_functions[e.function];
  Environment& environment = environmentOf(slot);
  environment.initUs = static_cast<std::uint32_t>((t - environment.started).us);
  environment.initStatus = status;
  --f.initialising;
  if (status != InitStatus::Succeeded) [[unlikely]] {
    e.reset = e.initFailed = holds(Rule::InitRetriedAtInvoke);
    if (e.provisioned && e.leaving == StopReason::Alive && holds(Rule::ProvisionedInitFailure)) {
      provisioningFailed(slot, t);
      return {};
    }
  }
  if (f.seats > 1 && m_seats.shared(slot)) seatsReady(slot, t, status);
  if (e.serves) {
    Attempt& a = recordOf(slot);
    a.waitUs = static_cast<std::uint32_t>((t - a.arrived).us);
    return run(slot, t);
  }
  if (e.leaving != StopReason::Alive) {
    stop(slot, t, e.leaving);
    return {};
  }
  if (!e.provisioned) {  // Proactive.
    rest(slot, t);
    return {};
  }
  --f.provisioned.initialising;
  e.phase = Phase::Held;
  f.provisioned.held.push_back(slot);
  handOverWhenAllReady(f, t);
  return {};
}

void Engine::invocationEnded(Slot slot, Instant t, Ending ending) {
  if (t >= m_recording.turn) [[unlikely]]
    turnRecords(t);
  LiveEnvironment& e = m_live[slot];
  FunctionRow& f = m_functions[e.function];
  const bool isBatch = e.asker == Asker::Poller;
  const journal::AttemptIndex attempt = e.attempt;
  Attempt& a = recordOf(slot);
  a.durationUs = static_cast<std::uint32_t>((t - e.since).us);
  a.ending = ending;
  const bool succeeded = ending == Ending::Succeeded;
  if (e.asker == Asker::EventQueue) {
    if (!succeeded) a.retried = requeueFailed(m_running[slot], t);
    if (succeeded && f.duplicatePpm > 0) a.retried = deliverAgain(m_running[slot], t);
  }
  if (f.tells) [[unlikely]]
    settle(slot, a, attempt);
  if (e.attempt == journal::kNone || m_recording.partly) {
    countAttempt(a, environmentOf(slot), e.first,
                 e.asker == Asker::EventQueue ? m_running[slot].received : a.arrived);
  }
  --m_inFlight;
  if (e.provisioned) {
    if (f.provisioned.scaling >= 0) noteProvisionedUse(f, t);
    --f.provisioned.busy;
  } else {
    --f.busy;
    m_unreservedBusy -= f.isReserved ? 0 : 1;
  }
  e.serves = false;
  if (f.seats > 1 && m_seats.shared(slot)) m_seats.ended(slot, t);
  if (ending > Ending::HandlerError) [[unlikely]] {
    e.reset = journal::resets(ending) && holds(Rule::SuppressedInit);
    e.initFailed = ending == Ending::InitFailed;
  }
  rest(slot, t);
  if (isBatch) m_pollers->ended(slot, t, ending, attempt);
}

void Engine::rest(Slot slot, Instant t) {
  LiveEnvironment& e = m_live[slot];
  if (e.leaving != StopReason::Alive || (t >= e.oldAt && holds(Rule::MaximumAge))) {
    stop(slot, t, e.leaving != StopReason::Alive ? e.leaving : StopReason::Age);
    return;
  }
  if (!holds(Rule::OwnNewEnvironment) && takeWaiting(slot, t)) return;
  e.phase = Phase::Idle;
  FunctionRow& f = m_functions[e.function];
  if (e.provisioned) {
    e.deadline = e.oldAt;
    link(f.provisioned.idle, slot);
  } else {
    e.deadline = std::min(t + e.idleTimeout, e.oldAt);
    link(e.previous ? f.previousIdle : f.idle, slot);
  }
  // One entry a environment is enough while deadlines only move on: when it comes due too early it
  // is set again. So a warm environment costs the timers next to nothing.
  if (e.deadline < e.timer) {
    e.timer = e.deadline;
    setTimer(e.deadline, Timer::Idle, slot, slot);
  }
}

void Engine::idleDue(Slot slot, Instant t) {
  LiveEnvironment& e = m_live[slot];
  if (e.timer != t) return;  // Of an environment that is gone, or set anew since.
  e.timer = kNever;
  if (e.phase != Phase::Idle) return;
  if (m_seats.shared(slot))
    e.deadline = std::min(m_seats.idleSince(slot, t) + e.idleTimeout, e.oldAt);
  if (e.deadline > t) {
    e.timer = e.deadline;
    setTimer(e.deadline, Timer::Idle, slot, slot);
    return;
  }
  if (!holds(t >= e.oldAt ? Rule::MaximumAge : Rule::IdleReclaim)) return;
  unlink(idleListOf(e), slot);
  stop(slot, t, t >= e.oldAt ? StopReason::Age : StopReason::Idle);
}

IdleList& Engine::idleListOf(const LiveEnvironment& e) {
  FunctionRow& f = m_functions[e.function];
  return e.provisioned ? f.provisioned.idle : e.previous ? f.previousIdle : f.idle;
}

void Engine::setTimer(Instant at, Timer timer, std::uint32_t order, std::uint32_t id) {
  const std::uint64_t high = (static_cast<std::uint64_t>(timer) << 29) | (order & 0x1FFF'FFFFU);
  m_timers.push(at, (high << 32) | id);
}

void Engine::advance(Instant t) {
  while (m_timers.nextTime() <= t) {
    const Instant due = m_timers.nextTime();
    const std::uint64_t what = m_timers.nextWhat();
    m_timers.pop();
    const auto id = static_cast<std::uint32_t>(what);
    switch (static_cast<Timer>(what >> 61)) {
      case Timer::Idle:
        idleDue(id, due);
        break;
      case Timer::Provisioning:
        provisioningDue(m_functions[id], due);
        break;
      case Timer::Event:
        eventDue(id, due);
        break;
      case Timer::Shift:
        shiftDue(m_functions[id], due);
        break;
      case Timer::Scaling:
        scalingDue(id, due);
        break;
      case Timer::Poller:
        m_pollers->due(id, due);
        break;
    }
  }
}

Slot Engine::takeIdle(IdleList& list) {
  Slot slot = holds(Rule::MostRecentlyUsed) ? list.newest : list.oldest;
  if (m_settings.idleChoice == IdleChoice::NewestCreated) {
    for (Slot s = slot; s != kNoSlot; s = m_live[s].older) {
      if (m_live[s].birth > m_live[slot].birth) slot = s;
    }
  }
  unlink(list, slot);
  return slot;
}

void Engine::link(IdleList& list, Slot slot) {
  LiveEnvironment& e = m_live[slot];
  e.newer = kNoSlot;
  e.older = list.newest;
  (list.newest == kNoSlot ? list.oldest : m_live[list.newest].newer) = slot;
  list.newest = slot;
  ++list.size;
}

void Engine::unlink(IdleList& list, Slot slot) {
  const LiveEnvironment& e = m_live[slot];
  (e.newer == kNoSlot ? list.newest : m_live[e.newer].older) = e.older;
  (e.older == kNoSlot ? list.oldest : m_live[e.older].newer) = e.newer;
  --list.size;
}

}  // namespace coldstart::engine
