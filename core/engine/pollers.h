// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Event source mappings: messages that wait in queues and shards, the pollers that gather them into
// batches, and what becomes of them when the function has answered. Part of the engine, which alone
// may call it; a project without mappings has none. (invocation-eventsourcemapping)
//
// Where AWS documents no rule we assume, and the interface says so:
// - a call to a queue takes 20 ms, and gives all that fits into the batch;
// - concurrency grows without steps: one more every 200 ms makes 300 a minute; a failed or
//   throttled batch takes one away; a minute without a message leaves two;
// - a shard's polls are evenly spread, and so are its keys' lanes;
// - batches close by size or window; payloads are too small to reach 6 MB.

#include <cstdint>
#include <deque>
#include <vector>

#include "core/engine/live_batch.h"
#include "core/engine/order.h"
#include "core/journal/journal.h"
#include "core/project/project.h"

namespace coldstart::engine {

class Engine;

class Pollers {
 public:
  Pollers(Engine& engine, const project::Project& project, journal::Journal& journal,
          std::uint64_t seed);

  /// A message or record of this source comes in; an attempt of this run may have sent it.
  void send(Instant t, std::uint16_t source, const Origin& origin = {});
  /// A timer that was set with this id.
  void due(std::uint32_t id, Instant t);
  /// The invocation of a batch ended.
  void ended(Slot slot, Instant t, journal::Ending ending, journal::AttemptIndex attempt);
  /// What the batch being tried now met.
  void admitted(Slot slot);
  void refused(journal::AttemptIndex attempt) { m_refused = attempt; }
  /// Adds to a Run order what the batch is like.
  void describe(Slot slot, Order& order) const;
  /// Of the batch that this environment works on.
  [[nodiscard]] LineageIndex lineageOf(Slot slot) const {
    return m_batches[m_batchOf[slot]].lineage;
  }
  /// Closes the books at t.
  void finish(Instant t);

 private:
  enum class Timer : std::uint8_t { Batch, Queue, Shard, Growth };
  enum class Place : std::uint8_t { Source, Delayed, Visible, InFlight, Gone };

  // pollers.cpp: batches
  void add(Instant t, std::uint16_t source, std::uint32_t group, const Origin& origin);
  [[nodiscard]] Origin originOf(std::uint32_t message) const;
  void noteOrigin(LiveBatch& batch, Instant t);
  void setTimer(Instant at, Timer timer, std::size_t id);
  void setDue(std::uint32_t batch, Instant at);
  void batchDue(std::uint32_t batch, Instant t);
  void invoke(std::uint32_t batch, Instant t);
  void tryAgain(std::uint32_t batch, Instant t);
  void drawFailures(LiveBatch& batch, LiveMapping& mapping);
  void throttled(std::uint32_t batch, Instant t);
  void markRetried(journal::AttemptIndex attempt);
  void end(std::uint32_t message, journal::MessageEnding ending, Instant t);
  [[nodiscard]] bool isFiltered(std::uint16_t mapping, std::uint16_t source) const;
  [[nodiscard]] journal::Message& message(std::uint32_t i) { return m_journal.messages[i]; }

  // queue_pollers.cpp
  void addQueueMapping(LiveMapping& row, const project::EventSourceMapping& mapping);
  void sendToQueue(std::size_t queue, std::uint32_t message, Instant t);
  void appear(LiveQueue& queue, std::uint32_t message);
  void comeBack(LiveQueue& queue, std::uint32_t message, Instant t);
  void leave(LiveQueue& queue, std::uint32_t message);
  void list(LiveQueue& queue, std::uint32_t group);
  void queueDue(std::size_t queue, Instant t);
  void returnMessages(LiveQueue& queue, Instant t);
  void expire(LiveQueue& queue, Instant t);
  void setQueueTimer(std::size_t queue);
  void wake(std::size_t queue, Instant t);
  void wakeMapping(std::uint16_t mapping, const LiveQueue& queue, Instant t);
  void openPoll(std::uint16_t mapping, Instant t);
  void pollReturned(std::uint32_t batch, Instant t);
  void take(LiveQueue& queue, LiveBatch& batch, Instant t);
  bool receive(LiveQueue& queue, LiveBatch& batch, std::uint32_t message, Instant t);
  void queueBatchEnded(std::uint32_t batch, Instant t, journal::Ending ending);
  void giveWay(LiveMapping& mapping);
  void freePoller(std::uint32_t batch, Instant t);
  void growthDue(std::uint16_t mapping, Instant t);

  // stream_pollers.cpp
  void addStreamMapping(LiveMapping& row, std::uint16_t index,
                        const project::EventSourceMapping& mapping, const project::Stream& stream);
  void sendToStream(std::uint16_t mapping, std::uint32_t message, Instant t);
  void shardDue(std::size_t reader, Instant t);
  void next(Lane& lane, Instant t);
  void dropOld(Lane& lane, Instant t);
  bool dropIfOld(const LiveMapping& mapping, std::uint32_t message, Instant t);
  bool closeWindow(Lane& lane, Instant t);
  [[nodiscard]] std::int64_t windowOf(const LiveMapping& mapping, std::uint32_t message) const;
  [[nodiscard]] std::uint32_t ready(const Lane& lane, bool& full) const;
  void streamBatchEnded(std::uint32_t batch, Instant t, journal::Ending ending,
                        journal::AttemptIndex attempt);
  void streamBatchFailed(std::uint32_t batch, Instant t, journal::AttemptIndex attempt);
  void retryStreamBatch(std::uint32_t batch, Instant t);
  void free(std::uint32_t batch, Instant t);

  Engine& m_engine;
  journal::Journal& m_journal;
  WallTime m_startsAt;
  std::vector<LiveMapping> m_mappings;
  std::vector<LiveQueue> m_queues;
  std::vector<Lane> m_lanes;
  std::vector<ShardReader> m_readers;
  std::deque<LiveBatch> m_batches;  ///< References stay good.
  std::vector<std::uint32_t> m_freeBatches;
  std::vector<Place> m_places;    ///< By message.
  std::vector<Origin> m_origins;  ///< Likewise; none where functions send nothing.
  struct Sender {
    Random groups;
    std::int32_t groupCount = 1;
    std::optional<std::uint16_t> mapping{};  ///< Streams: who reads what it sends.
    Duration retention{};
  };
  std::vector<Sender> m_senders;         ///< By source.
  std::vector<std::uint32_t> m_batchOf;  ///< By slot.
  std::uint32_t m_trying = 0;
  journal::AttemptIndex m_refused = journal::kNone;
};

}  // namespace coldstart::engine
