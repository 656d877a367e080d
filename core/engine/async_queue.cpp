// SPDX-License-Identifier: GPL-3.0-or-later
// Lambda's internal queue of asynchronous events: retries after function errors, back-off after
// throttles, and the ways an event is given up. (invocation-async, invocation-async-error-handling)
#include <algorithm>

#include "core/base/holds.h"
#include "core/engine/engine.h"

namespace coldstart::engine {

using journal::Decision;
using journal::Ending;

namespace {

constexpr Duration kFirstRetryAfter = Duration::minutes(1);
constexpr Duration kLaterRetriesAfter = Duration::minutes(2);
constexpr Duration kFirstBackOff = Duration::seconds(1);
constexpr Duration kLongestBackOff = Duration::minutes(5);
constexpr Duration kLatestDuplicate = Duration::seconds(30);
constexpr std::int32_t kMostInvocationsInAChain = 16;

}  // namespace

Order Engine::tryEvent(Instant t, const EventProgress& event) {
  const FunctionRow& f = m_functions[m_sources[event.source].function];
  if (!event.again && event.lineage != kNoLineage && isRecursion(event)) {
    drop(t, event, Decision::RecursionStopped, Ending::Refused);
    return {};
  }
  if (f.reserved == 0 && holds(Rule::AsyncReservedZero)) {
    drop(t, event, Decision::Dropped, Ending::ReservedZero);
    return {};
  }
  if (t - event.received >= f.maximumEventAge && holds(Rule::AsyncAge)) {
    drop(t, event, Decision::Dropped, Ending::AgeExceeded);
    return {};
  }
  return attempt(t, event, Asker::EventQueue);
}

Order Engine::arrive(Instant t, std::uint16_t source, const Origin& origin) {
  if (m_sources[source].sends) {
    m_pollers->send(t, source, origin);
    return {};
  }
  EventProgress asked{
      .received = t, .source = source, .request = static_cast<std::uint32_t>(m_requests++)};
  if (origin.lineage != kNoLineage) {
    asked.lineage = m_lineages.follow(origin.lineage, m_sources[source].function);
  }
  const bool recorded = t < m_settings.recordTo && !m_journal->attempts.full();
  if (origin.attempt != journal::kNone && recorded) {
    m_journal->origins.push_back({asked.request, origin.attempt});
  }
  return m_sources[source].isEvent ? tryEvent(t, asked) : attempt(t, asked, Asker::Caller);
}

/// Lambda stops the next invocation of a function after about 16 in one chain.
/// (invocation-recursion)
bool Engine::isRecursion(const EventProgress& event) const {
  return m_functions[m_sources[event.source].function].terminatesRecursion &&
         m_lineages.times(event.lineage) > kMostInvocationsInAChain &&
         holds(Rule::RecursionStopped);
}

/// Tells what an invocation, or the end of an event, sets off. What comes from outside begins its
/// chain only now that something follows it.
void Engine::settle(const EventProgress& event, bool succeeded, Asker asker) {
  const FunctionRow& f = m_functions[m_sources[event.source].function];
  const LineageIndex lineage =
      event.lineage != kNoLineage ? event.lineage : m_lineages.follow(kNoLineage, f.index);
  m_settled.push_back({event.last, lineage, f.index, succeeded, asker == Asker::EventQueue});
}

void Engine::settle(Slot slot, const journal::Attempt& attempt, journal::AttemptIndex number) {
  const Asker asker = m_live[slot].asker;
  const bool isEvent = asker == Asker::EventQueue;
  const bool succeeded = attempt.ending == Ending::Succeeded;
  if (!succeeded && (!isEvent || attempt.retried)) return;
  EventProgress asked = isEvent ? m_running[slot] : EventProgress{};
  if (asker == Asker::Poller) asked.lineage = m_pollers->lineageOf(slot);
  asked.source = attempt.source;
  asked.last = number;
  settle(asked, succeeded, asker);
}

/// The queue delivers at least once: some events come a second time though all went well.
bool Engine::deliverAgain(EventProgress event, Instant t) {
  FunctionRow& f = m_functions[m_sources[event.source].function];
  if (event.duplicate || !holds(Rule::AsyncDuplicates)) return false;
  if (f.duplicates.below(project::kMillion) >= static_cast<std::uint64_t>(f.duplicatePpm)) {
    return false;
  }
  event.duplicate = true;
  event.failures = 0;
  const auto later = f.duplicates.below(static_cast<std::uint64_t>(kLatestDuplicate.us));
  requeue(event, t + Duration{1 + static_cast<std::int64_t>(later)});
  return true;
}

void Engine::drop(Instant t, EventProgress event, Decision decision, Ending ending) {
  event.last = record(t, event, {.decision = decision, .ending = ending});
  const FunctionRow& f = m_functions[m_sources[event.source].function];
  if (f.tells) settle(event, false, Asker::EventQueue);
}

/// After an error of the function: a minute before the first retry, two before the second. True
/// when the queue keeps the event.
bool Engine::requeueFailed(EventProgress event, Instant t) {
  const FunctionRow& f = m_functions[m_sources[event.source].function];
  if (event.failures >= (holds(Rule::AsyncAttempts) ? f.maximumRetryAttempts : 5)) return false;
  const Rule rule = event.failures == 0 ? Rule::AsyncFirstRetry : Rule::AsyncSecondRetry;
  const Duration pause = !holds(rule)          ? Duration{1}
                         : event.failures == 0 ? kFirstRetryAfter
                                               : kLaterRetriesAfter;
  ++event.failures;
  event.throttles = 0;
  requeue(event, t + pause);
  return true;
}

/// After a throttle: from 1 s doubling up to 5 min, without using up retries.
void Engine::requeueThrottled(EventProgress event, Instant t) {
  const Duration pause =
      holds(Rule::AsyncBackOff)
          ? std::min(kFirstBackOff * (std::int64_t{1} << event.throttles), kLongestBackOff)
          : kFirstBackOff;
  event.throttles = static_cast<std::uint8_t>(std::min(event.throttles + 1, 9));
  requeue(event, t + pause);
}

void Engine::requeue(const EventProgress& event, Instant due) {
  FunctionRow& f = m_functions[m_sources[event.source].function];
  auto item = static_cast<std::uint32_t>(m_waiting.size());
  if (m_freeItems.empty()) {
    m_waiting.emplace_back();
  } else {
    item = m_freeItems.back();
    m_freeItems.pop_back();
  }
  m_waiting[item] = event;
  m_waiting[item].again = true;
  ++f.waitingEvents;
  // An event that grows too old while it waits is dropped at that moment.
  const Instant tooOld = holds(Rule::AsyncAge) ? event.received + f.maximumEventAge : kNever;
  setTimer(std::min(due, tooOld), Timer::Event, m_eventSequence++, item);
}

void Engine::eventDue(std::uint32_t item, Instant t) {
  if (m_closed) return;  // It stays in the queue.
  const EventProgress event = m_waiting[item];
  m_freeItems.push_back(item);
  --m_functions[m_sources[event.source].function].waitingEvents;
  const Order order = tryEvent(t, event);
  const journal::AttemptIndex made = lastAttempt();
  if (event.duplicate && made != journal::kNone) m_journal->attempts[made].duplicate = true;
  if (order.kind != Order::Kind::None) m_orders.push_back(order);
}

}  // namespace coldstart::engine
