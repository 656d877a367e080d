// SPDX-License-Identifier: GPL-3.0-or-later
// Kinesis and DynamoDB streams and their pollers. (with-kinesis, services-kinesis-errors,
// services-ddb-params, services-kinesis-windows)
#include <algorithm>

#include "core/base/holds.h"
#include "core/base/identifiers.h"
#include "core/engine/engine.h"
#include "core/engine/pollers.h"

namespace coldstart::engine {

using journal::Ending;
using journal::MessageEnding;

namespace {

constexpr Duration kKinesisPoll = Duration::seconds(1);
constexpr Duration kDynamoDbPoll = Duration::millis(250);
constexpr Duration kFirstBackOff = Duration::seconds(1);
constexpr Duration kLongestBackOff = Duration::minutes(1);

// Keys are spread over shards, and over the lanes of a shard, as a hash does it: neither evenly nor
// alike.
constexpr std::uint64_t kShards = 1;
constexpr std::uint64_t kLanes = 2;

}  // namespace

void Pollers::addStreamMapping(LiveMapping& row, std::uint16_t index,
                               const project::EventSourceMapping& mapping,
                               const project::Stream& stream) {
  row.stream = static_cast<std::uint16_t>(*mapping.stream);
  row.shards = static_cast<std::uint32_t>(std::max(1, stream.shards));
  row.factor = static_cast<std::uint32_t>(
      holds(Rule::StreamParallelization) ? std::max(1, mapping.parallelizationFactor) : 1);
  row.firstReader = static_cast<std::uint32_t>(m_readers.size());
  row.firstLane = static_cast<std::uint32_t>(m_lanes.size());
  row.maximumRetryAttempts = holds(Rule::StreamRetryAttempts) ? mapping.maximumRetryAttempts : -1;
  row.pollInterval = stream.kind == project::Stream::Kind::Kinesis ? kKinesisPoll : kDynamoDbPoll;
  if (!holds(Rule::StreamPollRate)) row.pollInterval = Duration{1'000};
  row.retention = stream.retention;
  if (mapping.maximumRecordAge && holds(Rule::StreamRecordAge)) {
    row.maximumAge = *mapping.maximumRecordAge;
  }
  if (holds(Rule::TumblingWindow)) row.tumbling = mapping.tumblingWindow;
  for (std::uint32_t shard = 0; shard < row.shards; ++shard) {
    m_readers.push_back({.mapping = index, .shard = static_cast<std::uint16_t>(shard)});
    for (std::uint32_t n = 0; n < row.factor; ++n) {
      m_batches.emplace_back();
      m_batches.back().mapping = index;
      m_batches.back().lane = static_cast<std::uint32_t>(m_lanes.size());
      m_lanes.push_back({.mapping = index,
                         .shard = static_cast<std::uint16_t>(shard),
                         .batch = static_cast<std::uint32_t>(m_batches.size() - 1)});
    }
  }
}

/// The record waits in its shard for the next poll.
void Pollers::sendToStream(std::uint16_t mapping, std::uint32_t index, Instant t) {
  const LiveMapping& m = m_mappings[mapping];
  const std::uint64_t shard = mix(message(index).group, kShards) % m.shards;
  ShardReader& reader = m_readers[m.firstReader + shard];
  reader.arrived.push(index);
  if (reader.due != kNever) return;
  const std::int64_t every = m.pollInterval.us;
  const std::int64_t offset = every * static_cast<std::int64_t>(shard) / m.shards;
  const std::int64_t polls = t.us < offset ? 0 : (t.us - offset) / every + 1;
  reader.due = Instant{offset + polls * every};
  setTimer(reader.due, Timer::Shard, m.firstReader + shard);
}

void Pollers::shardDue(std::size_t number, Instant t) {
  ShardReader& reader = m_readers[number];
  const LiveMapping& m = m_mappings[reader.mapping];
  const std::uint32_t first = m.firstLane + reader.shard * m.factor;
  reader.due = kNever;
  for (; !reader.arrived.empty(); reader.arrived.pop()) {
    const std::uint32_t index = reader.arrived.front();
    if (isFiltered(reader.mapping, message(index).source)) {
      end(index, MessageEnding::Filtered, t);
      continue;
    }
    const std::uint64_t key = message(index).group;
    Lane& lane =
        m_lanes[first + (holds(Rule::StreamKeyOrder) ? mix(key, kLanes) : index) % m.factor];
    if (lane.records.empty()) lane.opened = t;
    lane.records.push(index);
  }
  for (std::uint32_t n = 0; n < m.factor; ++n) next(m_lanes[first + n], t);
}

std::int64_t Pollers::windowOf(const LiveMapping& m, std::uint32_t index) const {
  const Duration sinceEpoch{m_startsAt.us + m_journal.messages[index].sent.us};
  return sinceEpoch.us / m.tumbling.us;
}

/// How many of the lane's records the next batch takes, and whether it need not wait for more.
std::uint32_t Pollers::ready(const Lane& lane, bool& full) const {
  const LiveMapping& m = m_mappings[lane.mapping];
  const auto size =
      static_cast<std::uint32_t>(std::min<std::size_t>(m.batchSize, lane.records.size()));
  full = size == m.batchSize;
  if (m.tumbling == Duration{}) return size;
  const std::int64_t window = windowOf(m, lane.records.front());
  for (std::uint32_t i = 1; i < size; ++i) {
    if (windowOf(m, lane.records[i]) == window) continue;
    full = true;
    return i;
  }
  return size;
}

/// Lets the lane's next batch go, if there is one and none is under way.
void Pollers::next(Lane& lane, Instant t) {
  LiveBatch& b = m_batches[lane.batch];
  const LiveMapping& m = m_mappings[lane.mapping];
  if (m_engine.m_closed || b.state != LiveBatch::State::Free) return;
  b.due = kNever;
  b.failures = 0;
  b.final = false;
  if (!lane.pieces.empty()) {
    b.items = std::move(lane.pieces.back().items);
    b.failures = lane.pieces.back().failures;
    lane.pieces.pop_back();
    invoke(lane.batch, t);
    return;
  }
  while (!lane.records.empty() && dropIfOld(m, lane.records.front(), t)) lane.records.pop();
  if (closeWindow(lane, t) || lane.records.empty()) return;
  bool full = false;
  const std::uint32_t size = ready(lane, full);
  if (!full && t < lane.opened + m.window) {
    setDue(lane.batch, lane.opened + m.window);
    return;
  }
  b.items.clear();
  if (m.tumbling > Duration{}) lane.window = windowOf(m, lane.records.front());
  for (std::uint32_t i = 0; i < size; ++i, lane.records.pop()) {
    b.items.push_back({.message = lane.records.front()});
    message(lane.records.front()).receives = 1;
  }
  lane.opened = t;
  invoke(lane.batch, t);
}

/// A tumbling window ends with an invocation of its own, once everything in it has been read. True
/// when that is what the lane does or waits for. (services-kinesis-windows)
bool Pollers::closeWindow(Lane& lane, Instant t) {
  if (lane.window < 0) return false;
  const LiveMapping& m = m_mappings[lane.mapping];
  const bool more = !lane.records.empty() && windowOf(m, lane.records.front()) == lane.window;
  if (more) return false;
  const std::int64_t over = (lane.window + 1) * m.tumbling.us - m_startsAt.us;
  const Instant closes = Instant{over} + m.pollInterval;
  if (lane.records.empty() && t < closes) {
    setDue(lane.batch, closes);
    return true;
  }
  LiveBatch& b = m_batches[lane.batch];
  b.items.clear();
  b.final = true;
  lane.window = -1;
  invoke(lane.batch, t);
  return true;
}

/// Records past their retention are gone; those past MaximumRecordAgeInSeconds go to the failure
/// destination.
bool Pollers::dropIfOld(const LiveMapping& m, std::uint32_t index, Instant t) {
  const Instant sent = message(index).sent;
  if (t - sent >= m.retention && holds(Rule::StreamRetention)) {
    end(index, MessageEnding::Expired, t);
    return true;
  }
  if (t - sent < m.maximumAge) return false;
  end(index, MessageEnding::Discarded, t);
  return true;
}

void Pollers::dropOld(Lane& lane, Instant t) {
  LiveBatch& b = m_batches[lane.batch];
  const LiveMapping& m = m_mappings[lane.mapping];
  std::erase_if(b.items, [&](const BatchItem& item) { return dropIfOld(m, item.message, t); });
}

/// Its batching window or its back-off is over.
void Pollers::retryStreamBatch(std::uint32_t batch, Instant t) {
  LiveBatch& b = m_batches[batch];
  Lane& lane = m_lanes[b.lane];
  if (b.state == LiveBatch::State::Free) {
    next(lane, t);
    return;
  }
  const std::size_t before = b.items.size();
  dropOld(lane, t);
  if (b.items.empty() && !b.final) {
    free(batch, t);
  } else if (b.items.size() < before) {
    invoke(batch, t);  // No longer the same batch.
  } else {
    for (const BatchItem& item : b.items) ++message(item.message).receives;
    tryAgain(batch, t);
  }
}

void Pollers::free(std::uint32_t batch, Instant t) {
  LiveBatch& b = m_batches[batch];
  b.state = LiveBatch::State::Free;
  b.items.clear();
  next(m_lanes[b.lane], t);
}

void Pollers::streamBatchEnded(std::uint32_t batch, Instant t, Ending ending,
                               journal::AttemptIndex attempt) {
  LiveBatch& b = m_batches[batch];
  const LiveMapping& m = m_mappings[b.mapping];
  if (ending != Ending::Succeeded) {
    streamBatchFailed(batch, t, attempt);
    return;
  }
  const bool reports = m.reportsItemFailures && holds(Rule::PartialBatch);
  const auto failed =
      std::ranges::find_if(b.items, [&](const BatchItem& item) { return item.fails && reports; });
  if (failed == b.items.begin() && !b.items.empty()) {
    streamBatchFailed(batch, t, attempt);
    return;
  }
  // The checkpoint: what comes before the first failure is done, the rest is tried again.
  for (auto item = b.items.begin(); item != failed; ++item) {
    end(item->message, MessageEnding::Processed, t);
  }
  if (failed != b.items.end() && holds(Rule::StreamCheckpoint)) {
    m_lanes[b.lane].pieces.push_back({{failed, b.items.end()}, 0});
  } else {
    for (auto item = failed; item != b.items.end(); ++item) {
      end(item->message, MessageEnding::Processed, t);
    }
  }
  b.items.clear();
  b.failures = 0;
  free(batch, t);
}

/// The same records again, after a pause, and no others of their lane meanwhile; or in halves,
/// which uses up no retries; until the retries are used up. (services-kinesis-errors)
void Pollers::streamBatchFailed(std::uint32_t batch, Instant t, journal::AttemptIndex attempt) {
  LiveBatch& b = m_batches[batch];
  Lane& lane = m_lanes[b.lane];
  const LiveMapping& m = m_mappings[b.mapping];
  const Instant again =
      t + (holds(Rule::StreamBackOff)
               ? std::min(kFirstBackOff * (std::int64_t{1} << std::min<int>(b.failures, 6)),
                          kLongestBackOff)
               : Duration{1});
  if (m.bisects && b.items.size() > 1 && holds(Rule::StreamBisect)) {
    const auto half = b.items.begin() + static_cast<std::ptrdiff_t>((b.items.size() + 1) / 2);
    lane.pieces.push_back({{half, b.items.end()}, b.failures});
    lane.pieces.push_back({{b.items.begin(), half}, b.failures});
    b.items.clear();
    b.final = false;
  } else if (m.maximumRetryAttempts >= 0 && b.failures >= m.maximumRetryAttempts) {
    for (const BatchItem& item : b.items) end(item.message, MessageEnding::Discarded, t);
    free(batch, t);
    return;
  } else if (!holds(Rule::StreamBlocks)) {
    lane.pieces.insert(lane.pieces.begin(), {std::move(b.items), b.failures});
    free(batch, t);
    return;
  } else {
    b.failures = static_cast<std::uint16_t>(std::min(b.failures + 1, 0xFFFF));
    markRetried(attempt);
  }
  b.state = LiveBatch::State::BackingOff;
  setDue(batch, again);
}

}  // namespace coldstart::engine
