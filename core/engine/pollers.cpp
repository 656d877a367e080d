// SPDX-License-Identifier: GPL-3.0-or-later
// What pollers of queues and of streams have in common: timers, and a batch's way through the
// engine.
#include "core/engine/pollers.h"

#include <algorithm>

#include "core/base/holds.h"
#include "core/engine/engine.h"

namespace coldstart::engine {

using journal::Decision;
using journal::Ending;
using journal::Message;
using journal::MessageEnding;

namespace {

constexpr Duration kFirstBackOff = Duration::seconds(1);
constexpr Duration kLongestBackOff = Duration::minutes(1);

}  // namespace

Pollers::Pollers(Engine& engine, const project::Project& project, journal::Journal& journal,
                 std::uint64_t seed)
    : m_engine(engine), m_journal(journal), m_startsAt(project.startsAt) {
  for (const project::Queue& queue : project.queues) {
    m_queues.push_back({.visibilityTimeout = holds(Rule::SqsVisibilityTimeout)
                                                 ? queue.visibilityTimeout
                                                 : Duration{1},
                        .delay = holds(Rule::SqsDelay) ? queue.delay : Duration{},
                        .retention = queue.retention,
                        .maximumReceives = holds(Rule::SqsRedrive) ? queue.maximumReceives : 0,
                        .fifo = queue.fifo});
  }
  for (std::size_t i = 0; i < project.mappings.size(); ++i) {
    const project::EventSourceMapping& mapping = project.mappings[i];
    LiveMapping row{.reportsItemFailures = mapping.reportsItemFailures,
                    .bisects = mapping.bisects,
                    .itemFailurePpm = mapping.itemFailurePpm,
                    .batchSize = static_cast<std::uint32_t>(std::max(1, mapping.batchSize)),
                    .window = holds(Rule::BatchWindow) ? mapping.window : Duration{},
                    .failures = Random(seed, Purpose::ItemFailure, i)};
    m_mappings.push_back(std::move(row));
    const auto index = static_cast<std::uint16_t>(i);
    if (mapping.stream) {
      addStreamMapping(m_mappings[i], index, mapping, project.streams[*mapping.stream]);
    } else if (mapping.queue) {
      addQueueMapping(m_mappings[i], mapping);
      if (mapping.enabled) m_queues[*mapping.queue].readers.push_back(index);
    }
  }
  for (std::size_t i = 0; i < journal.sources.size(); ++i) {
    const journal::Source& source = journal.sources[i];
    const auto index = static_cast<std::uint16_t>(i);
    m_senders.push_back({.groups = Random(seed, Purpose::MessageGroup, i),
                         .groupCount = std::max(1, source.groups)});
    if (source.mapping) m_mappings[*source.mapping].source = index;
    if (source.isRedrive && source.queue) {
      for (std::size_t q = 0; q < project.queues.size(); ++q) {
        if (project.queues[q].deadLetterQueue == *source.queue) m_queues[q].redrive = index;
      }
    }
    if (!source.stream) continue;
    m_senders[i].retention = project.streams[*source.stream].retention;
    for (std::size_t m = 0; m < project.mappings.size(); ++m) {
      const project::EventSourceMapping& mapping = project.mappings[m];
      if (mapping.enabled && mapping.stream == source.stream &&
          mapping.function == source.function) {
        m_senders[i].mapping = static_cast<std::uint16_t>(m);
      }
    }
  }
}

void Pollers::send(Instant t, std::uint16_t source, const Origin& origin) {
  Sender& sender = m_senders[source];
  const auto count = static_cast<std::uint64_t>(sender.groupCount);
  add(t, source, static_cast<std::uint32_t>(count > 1 ? sender.groups.below(count) : 0), origin);
}

void Pollers::add(Instant t, std::uint16_t source, std::uint32_t group, const Origin& origin) {
  const journal::Source& from = m_journal.sources[source];
  const auto index = static_cast<std::uint32_t>(m_journal.messages.size());
  m_journal.messages.push_back({.sent = t, .group = group, .source = source});
  m_places.push_back(Place::Source);
  if (origin.attempt != journal::kNone || origin.lineage != kNoLineage) {
    m_origins.resize(m_places.size());
    m_origins.back() = origin;
  }
  if (from.queue) {
    sendToQueue(*from.queue, index, t);
  } else if (m_senders[source].mapping) {
    sendToStream(*m_senders[source].mapping, index, t);
  }
}

void Pollers::setTimer(Instant at, Timer timer, std::size_t id) {
  const auto what = (static_cast<std::uint32_t>(timer) << 28) | static_cast<std::uint32_t>(id);
  m_engine.setTimer(at, Engine::Timer::Poller, 0, what);
}

void Pollers::setDue(std::uint32_t batch, Instant at) {
  m_batches[batch].due = at;
  setTimer(at, Timer::Batch, batch);
}

void Pollers::due(std::uint32_t id, Instant t) {
  if (m_engine.m_closed) return;
  const std::uint32_t index = id & 0x0FFF'FFFFU;
  switch (static_cast<Timer>(id >> 28)) {
    case Timer::Batch:
      if (m_batches[index].due == t) batchDue(index, t);
      break;
    case Timer::Queue:
      if (m_queues[index].timer == t) queueDue(index, t);
      break;
    case Timer::Shard:
      if (m_readers[index].due == t) shardDue(index, t);
      break;
    case Timer::Growth:
      if (m_mappings[index].grows == t) growthDue(static_cast<std::uint16_t>(index), t);
      break;
  }
}

void Pollers::batchDue(std::uint32_t batch, Instant t) {
  LiveBatch& b = m_batches[batch];
  b.due = kNever;
  if (b.lane != journal::kNone) {
    retryStreamBatch(batch, t);
  } else if (b.state != LiveBatch::State::BackingOff) {
    pollReturned(batch, t);
  } else if (t < b.until) {
    tryAgain(batch, t);
  } else {
    freePoller(batch, t);  // Its messages are visible again.
  }
}

Origin Pollers::originOf(std::uint32_t message) const {
  return message < m_origins.size() ? m_origins[message] : Origin{};
}

/// What set the batch off: of its messages the one whose chain went through the function most
/// often. (invocation-recursion does not say how a batch of several chains is counted)
void Pollers::noteOrigin(LiveBatch& b, Instant t) {
  const std::uint16_t function = m_journal.sources[m_mappings[b.mapping].source].function;
  const auto times = [&](const Origin& origin) {
    return m_engine.m_lineages.times(origin.lineage, function);
  };
  Origin from;
  for (const BatchItem& item : b.items) {
    const Origin origin = originOf(item.message);
    if (origin.attempt == journal::kNone && origin.lineage == kNoLineage) continue;
    const bool first = from.attempt == journal::kNone && from.lineage == kNoLineage;
    if (first || times(origin) > times(from)) from = origin;
  }
  if (from.lineage != kNoLineage) b.lineage = m_engine.m_lineages.follow(from.lineage, function);
  const bool recorded = t < m_engine.m_settings.recordTo && !m_journal.attempts.full();
  if (from.attempt != journal::kNone && recorded)
    m_journal.origins.push_back({b.request, from.attempt});
}

/// A new batch, which is a new request.
void Pollers::invoke(std::uint32_t batch, Instant t) {
  LiveBatch& b = m_batches[batch];
  b.request = static_cast<std::uint32_t>(m_engine.m_requests++);
  b.last = journal::kNone;
  b.throttles = 0;
  b.again = false;
  b.lineage = kNoLineage;
  if (!m_origins.empty()) noteOrigin(b, t);
  if (!m_journal.attempts.full()) {
    m_journal.batches.push_back(
        {.request = b.request,
         .first = static_cast<std::uint32_t>(m_journal.batchItems.size()),
         .size = static_cast<std::uint32_t>(b.items.size()),
         .mapping = b.mapping,
         .shard = b.lane == journal::kNone ? std::uint16_t{0} : m_lanes[b.lane].shard});
    for (const BatchItem& item : b.items) m_journal.batchItems.push_back(item.message);
  }
  for (const BatchItem& item : b.items) message(item.message).request = b.request;
  tryAgain(batch, t);
}

/// Which items the handler cannot process this time. A handler that does not report them fails as a
/// whole.
void Pollers::drawFailures(LiveBatch& b, LiveMapping& mapping) {
  b.poisoned = false;
  for (BatchItem& item : b.items) {
    item.fails =
        m_journal.sources[message(item.message).source].poison ||
        (mapping.itemFailurePpm > 0 && mapping.failures.below(project::kMillion) <
                                           static_cast<std::uint64_t>(mapping.itemFailurePpm));
    b.poisoned = b.poisoned || item.fails;
  }
  if (mapping.reportsItemFailures && holds(Rule::PartialBatch)) b.poisoned = false;
}

void Pollers::tryAgain(std::uint32_t batch, Instant t) {
  LiveBatch& b = m_batches[batch];
  LiveMapping& mapping = m_mappings[b.mapping];
  const EventProgress asked{.received = t,
                            .last = b.last,
                            .source = mapping.source,
                            .request = b.request,
                            .lineage = b.lineage,
                            .again = b.again};
  if (b.lineage != kNoLineage && !b.again && m_engine.isRecursion(asked)) [[unlikely]] {
    // Its messages stay, and come again until they have been received too often.
    m_engine.record(t, asked, {.decision = Decision::RecursionStopped, .ending = Ending::Refused});
    queueBatchEnded(batch, t, Ending::Refused);
    return;
  }
  drawFailures(b, mapping);
  b.state = LiveBatch::State::Running;
  m_trying = batch;
  const Order order = m_engine.attempt(t, asked, Asker::Poller);
  b.again = true;
  if (order.kind == Order::Kind::None) {
    throttled(batch, t);
  } else {
    b.throttles = 0;
    m_engine.m_orders.push_back(order);
  }
}

void Pollers::admitted(Slot slot) {
  if (m_batchOf.size() <= slot) m_batchOf.resize(std::size_t{slot} + 1);
  m_batchOf[slot] = m_trying;
}

void Pollers::describe(Slot slot, Order& order) const {
  const LiveBatch& b = m_batches[m_batchOf[slot]];
  order.items = static_cast<std::uint16_t>(b.items.size());
  order.poisoned = b.poisoned;
}

/// A throttled batch is tried again: by a queue's poller until the messages' visibility timeout is
/// over, by a shard's until they are too old. (services-sqs-errorhandling, services-kinesis-errors)
void Pollers::throttled(std::uint32_t batch, Instant t) {
  LiveBatch& b = m_batches[batch];
  b.last = m_refused;
  b.state = LiveBatch::State::BackingOff;
  const Instant next =
      t + std::min(kFirstBackOff * (std::int64_t{1} << b.throttles), kLongestBackOff);
  b.throttles = static_cast<std::uint8_t>(std::min(b.throttles + 1, 6));
  const bool isQueue = b.lane == journal::kNone;
  if (isQueue) giveWay(m_mappings[b.mapping]);
  if (isQueue && (next >= b.until || !holds(Rule::SqsThrottle))) {
    setDue(batch, std::max(b.until, t));
    return;
  }
  markRetried(m_refused);
  setDue(batch, next);
}

void Pollers::markRetried(journal::AttemptIndex attempt) {
  if (attempt != journal::kNone) m_journal.attempts[attempt].retried = true;
}

void Pollers::ended(Slot slot, Instant t, Ending ending, journal::AttemptIndex attempt) {
  const std::uint32_t batch = m_batchOf[slot];
  m_batches[batch].last = attempt;
  if (m_batches[batch].lane == journal::kNone) {
    queueBatchEnded(batch, t, ending);
  } else {
    streamBatchEnded(batch, t, ending, attempt);
  }
}

void Pollers::end(std::uint32_t index, MessageEnding ending, Instant t) {
  Message& m = message(index);
  m.ending = ending;
  m.ended = t;
  m_places[index] = Place::Gone;
}

bool Pollers::isFiltered(std::uint16_t mapping, std::uint16_t source) const {
  const auto& list = m_journal.sources[source].filteredBy;
  return !list.empty() && std::ranges::find(list, mapping) != list.end() &&
         holds(Rule::FilterCriteria);
}

/// What nobody read, or not in time, is gone when its retention is over.
void Pollers::finish(Instant t) {
  for (std::size_t i = 0; i < m_places.size(); ++i) {
    const auto index = static_cast<std::uint32_t>(i);
    const Sender& sender = m_senders[message(index).source];
    const bool over = sender.retention > Duration{} && message(index).sent + sender.retention <= t;
    if (over && m_places[i] == Place::Source && holds(Rule::StreamRetention)) {
      end(index, MessageEnding::Expired, message(index).sent + sender.retention);
    }
  }
}

}  // namespace coldstart::engine
