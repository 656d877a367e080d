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

}  // namespace

Order Engine::tryEvent(Instant t, const EventProgress& event) {
  const FunctionRow& f = m_functions[m_sources[event.source].function];
  if (f.reserved == 0 && holds(Rule::AsyncReservedZero)) {
    drop(t, event, Ending::ReservedZero);
    return {};
  }
  if (t - event.received >= f.maximumEventAge && holds(Rule::AsyncAge)) {
    drop(t, event, Ending::AgeExceeded);
    return {};
  }
  return attempt(t, event, Asker::EventQueue);
}

void Engine::drop(Instant t, const EventProgress& event, Ending ending) {
  record(t, event, {.decision = Decision::Dropped, .ending = ending});
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
  if (order.kind != Order::Kind::None) m_orders.push_back(order);
}

}  // namespace coldstart::engine
