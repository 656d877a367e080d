// SPDX-License-Identifier: GPL-3.0-or-later
// Queues and their pollers. (with-sqs, services-sqs-scaling, services-sqs-errorhandling; SQS guide:
// sqs-visibility-timeout, sqs-dead-letter-queues, FIFO-queues-understanding-logic)
#include <algorithm>

#include "core/base/holds.h"
#include "core/engine/engine.h"
#include "core/engine/pollers.h"
#include "core/project/quota.h"

namespace coldstart::engine {

using journal::Ending;
using journal::MessageEnding;

namespace {

constexpr Duration kReceive = Duration::millis(20);
constexpr Duration kLongPoll = Duration::seconds(20);
constexpr std::int32_t kConcurrencyAtStart = 5;
constexpr std::int32_t kMostConcurrency = 1'250;
constexpr std::int32_t kIdleConcurrency = 2;
constexpr Duration kIdleAfter = Duration::minutes(1);
constexpr Duration kGrowth = Duration::millis(200);            // 300 a minute.
constexpr Duration kProvisionedGrowth = Duration::millis(60);  // 1 000 a minute.
constexpr std::int32_t kInvocationsPerPoller = 10;             // Provisioned mode.

}  // namespace

void Pollers::addQueueMapping(LiveMapping& row, const project::EventSourceMapping& mapping) {
  row.queue = static_cast<std::uint16_t>(*mapping.queue);
  row.growth = kGrowth;
  row.most = kMostConcurrency;
  row.allowed = holds(Rule::SqsStart) ? kConcurrencyAtStart : 1;
  row.least = kIdleConcurrency;
  if (mapping.minimumPollers > 0 && holds(Rule::SqsProvisionedPollers)) {
    row.growth = kProvisionedGrowth;
    row.least = row.allowed = mapping.minimumPollers * kInvocationsPerPoller;
    row.most = std::max(mapping.maximumPollers, mapping.minimumPollers) * kInvocationsPerPoller;
  } else if (mapping.maximumConcurrency > 0 && holds(Rule::SqsMaximumConcurrency)) {
    row.most = mapping.maximumConcurrency;
  }
  row.allowed = std::min(row.allowed, row.most);
  row.least = std::min(row.least, row.most);
}

void Pollers::sendToQueue(std::size_t queue, std::uint32_t index, Instant t) {
  LiveQueue& q = m_queues[queue];
  q.kept.push(index);
  if (q.delay > Duration{}) {
    m_places[index] = Place::Delayed;
    q.delayed.push(index);
  } else {
    appear(q, index);
  }
  setQueueTimer(queue);
  wake(queue, t);
}

/// The message can be received.
void Pollers::appear(LiveQueue& q, std::uint32_t index) {
  m_places[index] = Place::Visible;
  if (!q.fifo) {
    q.line.push(index);
    ++q.visible;
    return;
  }
  const std::uint32_t group = message(index).group;
  if (q.groups.size() <= group) q.groups.resize(std::size_t{group} + 1);
  q.groups[group].waiting.push(index);
  if (q.groups[group].listed) {
    ++q.visible;
  } else {
    list(q, group);
  }
}

/// One batch in flight keeps the rest of its group waiting.
void Pollers::list(LiveQueue& q, std::uint32_t group) {
  LiveQueue::Group& g = q.groups[group];
  if (g.listed || g.waiting.empty() || (g.inFlight > 0 && holds(Rule::FifoGroups))) return;
  g.listed = true;
  q.ready.push(group);
  q.visible += static_cast<std::int64_t>(g.waiting.size());
}

/// A received message is no longer in flight.
void Pollers::leave(LiveQueue& q, std::uint32_t index) {
  if (!q.fifo) return;
  const std::uint32_t group = message(index).group;
  --q.groups[group].inFlight;
  list(q, group);
}

void Pollers::comeBack(LiveQueue& q, std::uint32_t index, Instant t) {
  if (t - message(index).sent >= q.retention && holds(Rule::SqsRetention)) {
    end(index, MessageEnding::Expired, t);
    leave(q, index);
    return;
  }
  if (!q.fifo) {
    appear(q, index);
    return;
  }
  m_places[index] = Place::Visible;
  LiveQueue::Group& g = q.groups[message(index).group];
  g.waiting.putBack(index);
  if (g.listed) ++q.visible;
  leave(q, index);
}

void Pollers::queueDue(std::size_t queue, Instant t) {
  LiveQueue& q = m_queues[queue];
  q.timer = kNever;
  while (!q.delayed.empty() && message(q.delayed.front()).sent + q.delay <= t) {
    const std::uint32_t index = q.delayed.front();
    q.delayed.pop();
    if (m_places[index] == Place::Delayed) appear(q, index);
  }
  returnMessages(q, t);
  expire(q, t);
  setQueueTimer(queue);
  wake(queue, t);
}

/// Messages whose visibility timeout is over, and that were not deleted.
void Pollers::returnMessages(LiveQueue& q, Instant t) {
  std::vector<std::uint32_t> back;
  while (q.firstInFlight < q.inFlight.size() && q.inFlight[q.firstInFlight].until <= t) {
    const LiveQueue::Receipt& receipt = q.inFlight[q.firstInFlight++];
    const bool still = m_places[receipt.message] == Place::InFlight &&
                       message(receipt.message).receives == receipt.receive;
    if (still) back.push_back(receipt.message);
  }
  // The last one first, so that a group gets them back in its order.
  if (q.fifo) std::reverse(back.begin(), back.end());
  for (const std::uint32_t index : back) comeBack(q, index, t);
}

void Pollers::expire(LiveQueue& q, Instant t) {
  while (!q.kept.empty()) {
    const std::uint32_t index = q.kept.front();
    const Place place = m_places[index];
    if (place != Place::Gone) {
      if (message(index).sent + q.retention > t) return;
      if (!holds(Rule::SqsRetention)) return;
      if (place != Place::InFlight) {
        end(index, MessageEnding::Expired, t);
        if (place == Place::Visible && !q.fifo) --q.visible;
        if (place == Place::Visible && q.fifo) {
          LiveQueue::Group& g = q.groups[message(index).group];
          g.waiting.pop();  // The oldest of its group is the first of it.
          if (g.listed) --q.visible;
        }
      }
    }
    q.kept.pop();
  }
}

void Pollers::setQueueTimer(std::size_t queue) {
  LiveQueue& q = m_queues[queue];
  while (q.firstInFlight < q.inFlight.size() &&
         m_places[q.inFlight[q.firstInFlight].message] == Place::Gone) {
    ++q.firstInFlight;
  }
  if (q.firstInFlight > 1'024 && q.firstInFlight * 2 > q.inFlight.size()) {
    q.inFlight.erase(q.inFlight.begin(),
                     q.inFlight.begin() + static_cast<std::ptrdiff_t>(q.firstInFlight));
    q.firstInFlight = 0;
  }
  while (!q.kept.empty() && m_places[q.kept.front()] == Place::Gone) q.kept.pop();
  Instant next = kNever;
  if (!q.delayed.empty()) next = message(q.delayed.front()).sent + q.delay;
  if (q.firstInFlight < q.inFlight.size()) {
    next = std::min(next, q.inFlight[q.firstInFlight].until);
  }
  if (!q.kept.empty() && holds(Rule::SqsRetention)) {
    next = std::min(next, message(q.kept.front()).sent + q.retention);
  }
  // One entry is enough while what is next only moves on; coming due too early it is set again.
  if (next >= q.timer) return;
  q.timer = next;
  setTimer(next, Timer::Queue, queue);
}

void Pollers::wake(std::size_t queue, Instant t) {
  if (m_engine.m_closed) return;
  for (const std::uint16_t mapping : m_queues[queue].readers) {
    wakeMapping(mapping, m_queues[queue], t);
  }
}

void Pollers::wakeMapping(std::uint16_t mapping, const LiveQueue& q, Instant t) {
  LiveMapping& m = m_mappings[mapping];
  if (q.visible == 0) return;
  const bool idled = m.active == 0 && t - m.idleSince >= kIdleAfter;
  if (idled && holds(Rule::SqsIdle)) m.allowed = std::min(m.allowed, m.least);
  for (const std::uint32_t batch : m.longPolls) {
    LiveBatch& b = m_batches[batch];
    b.state = LiveBatch::State::Polling;
    m.room += static_cast<std::int64_t>(m.batchSize - b.items.size());
    setDue(batch, t + kReceive);
  }
  m.longPolls.clear();
  while (m.room < q.visible && m.active < m.allowed) openPoll(mapping, t);
  if (m.room < q.visible && m.allowed < m.most && m.grows == kNever) {
    m.grows = t + m.growth;
    setTimer(m.grows, Timer::Growth, mapping);
  }
}

void Pollers::openPoll(std::uint16_t mapping, Instant t) {
  LiveMapping& m = m_mappings[mapping];
  auto batch = static_cast<std::uint32_t>(m_batches.size());
  if (m_freeBatches.empty()) {
    m_batches.emplace_back();
  } else {
    batch = m_freeBatches.back();
    m_freeBatches.pop_back();
  }
  LiveBatch& b = m_batches[batch];
  b.items.clear();
  b.mapping = mapping;
  b.until = kNever;
  b.state = LiveBatch::State::Polling;
  ++m.active;
  m.room += m.batchSize;
  setDue(batch, t + (holds(Rule::SqsReceiveTime) ? kReceive : Duration{1}));
}

/// A poll gives what there is. With a window the poller asks again, and a poll that finds nothing
/// new takes its 20 s even if the window is over sooner. (with-sqs)
void Pollers::pollReturned(std::uint32_t batch, Instant t) {
  LiveBatch& b = m_batches[batch];
  LiveMapping& m = m_mappings[b.mapping];
  const bool ranOut = b.state == LiveBatch::State::LongPoll;
  if (ranOut) {
    std::erase(m.longPolls, batch);
  } else {
    m.room -= static_cast<std::int64_t>(m.batchSize - b.items.size());
  }
  if (b.items.empty()) b.opened = t;
  take(m_queues[*m.queue], b, t);
  if (b.items.empty()) {  // Others were quicker, or nothing of it was to be delivered.
    freePoller(batch, t);
    return;
  }
  setQueueTimer(*m.queue);
  if (ranOut || b.items.size() >= m.batchSize || t - b.opened >= m.window) {
    invoke(batch, t);
  } else {
    b.state = LiveBatch::State::LongPoll;
    m.longPolls.push_back(batch);
    setDue(batch, holds(Rule::SqsLongPolling) ? t + kLongPoll : b.opened + m.window);
  }
  wake(*m_mappings[m_batches[batch].mapping].queue, t);
}

void Pollers::take(LiveQueue& q, LiveBatch& b, Instant t) {
  const std::uint32_t size = m_mappings[b.mapping].batchSize;
  if (!q.fifo) {
    while (b.items.size() < size && !q.line.empty()) {
      const std::uint32_t index = q.line.front();
      q.line.pop();
      if (m_places[index] != Place::Visible) continue;
      --q.visible;
      receive(q, b, index, t);
    }
    return;
  }
  while (b.items.size() < size && !q.ready.empty()) {
    const std::uint32_t group = q.ready.front();
    q.ready.pop();
    q.groups[group].listed = false;
    q.visible -= static_cast<std::int64_t>(q.groups[group].waiting.size());
    while (b.items.size() < size && !q.groups[group].waiting.empty()) {
      const std::uint32_t index = q.groups[group].waiting.front();
      q.groups[group].waiting.pop();
      if (receive(q, b, index, t)) ++q.groups[group].inFlight;
    }
    list(q, group);
  }
}

/// True when the message goes into the batch.
bool Pollers::receive(LiveQueue& q, LiveBatch& b, std::uint32_t index, Instant t) {
  if (q.maximumReceives > 0 && message(index).receives >= q.maximumReceives) {
    end(index, MessageEnding::DeadLettered, t);
    if (q.redrive) add(t, *q.redrive, message(index).group, originOf(index));
    return false;
  }
  const auto receives =
      static_cast<std::uint16_t>(std::min<std::uint32_t>(message(index).receives + 1U, 0xFFFF));
  message(index).receives = receives;
  if (isFiltered(b.mapping, message(index).source)) {
    end(index, MessageEnding::Filtered, t);
    return false;
  }
  m_places[index] = Place::InFlight;
  const Instant until = t + q.visibilityTimeout;
  q.inFlight.push_back({until, index, receives});
  b.until = std::min(b.until, until);
  // A batch that is gathered for longer than the visibility timeout meets its own messages again.
  const auto again =
      receives == 1 ? b.items.end() : std::ranges::find(b.items, index, &BatchItem::message);
  if (again == b.items.end()) {
    b.items.push_back({.message = index, .receive = receives});
  } else {
    again->receive = receives;
  }
  return true;
}

/// Success deletes the messages, but for those that the function reports as failed; of a FIFO queue
/// also none of those after the first that failed. What stays is visible again after its visibility
/// timeout. (services-sqs-errorhandling)
void Pollers::queueBatchEnded(std::uint32_t batch, Instant t, Ending ending) {
  LiveBatch& b = m_batches[batch];
  LiveMapping& m = m_mappings[b.mapping];
  LiveQueue& q = m_queues[*m.queue];
  if (ending != Ending::Succeeded) {
    giveWay(m);
  } else {
    bool stopped = false;
    for (const BatchItem& item : b.items) {
      const bool failed = item.fails && m.reportsItemFailures && holds(Rule::PartialBatch);
      stopped = stopped || (failed && q.fifo && holds(Rule::FifoStopsAtFailure));
      const bool ours = m_places[item.message] == Place::InFlight &&
                        message(item.message).receives == item.receive;
      if (failed || stopped || !ours || !holds(Rule::SqsDeletes)) continue;
      end(item.message, MessageEnding::Processed, t);
      leave(q, item.message);
    }
    setQueueTimer(*m.queue);
  }
  freePoller(batch, t);
}

/// Errors and throttles take concurrency away. (services-sqs-errorhandling)
void Pollers::giveWay(LiveMapping& m) {
  if (holds(Rule::SqsBackOff)) m.allowed = std::max(m.least, m.allowed - 1);
}

void Pollers::freePoller(std::uint32_t batch, Instant t) {
  LiveBatch& b = m_batches[batch];
  LiveMapping& m = m_mappings[b.mapping];
  b.state = LiveBatch::State::Free;
  b.due = kNever;
  m_freeBatches.push_back(batch);
  if (--m.active == 0) m.idleSince = t;
  wake(*m.queue, t);
}

void Pollers::growthDue(std::uint16_t mapping, Instant t) {
  LiveMapping& m = m_mappings[mapping];
  m.grows = kNever;
  const std::int64_t visible = m_queues[*m.queue].visible;
  if (visible <= m.room || m.allowed >= m.most || !holds(Rule::SqsGrowth)) return;
  ++m.allowed;
  wake(*m.queue, t);
}

}  // namespace coldstart::engine
