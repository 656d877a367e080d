// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What pollers read: the messages of queues and the records of streams, and the batches in which a
// function got them. A batch is one request (with its attempts); a message can be in several
// batches, one after the other, until it is gone.

#include <cstdint>

#include "core/journal/attempt.h"

namespace coldstart::journal {

enum class MessageEnding : std::uint8_t {
  Waiting,       ///< In the queue or stream, or in flight, when the run ended.
  Processed,     ///< Its batch succeeded: deleted, or the stream's position moved past it.
  DeadLettered,  ///< Moved to the dead-letter queue: received too often.
  Discarded,     ///< A stream gave it up (attempts or age); the failure destination was told.
  Expired,       ///< Older than the queue's or stream's retention.
  Filtered,      ///< No filter matched; never delivered.
};

struct Message {
  Instant sent;
  Instant ended = kNever;         ///< When it got its ending.
  std::uint32_t request = kNone;  ///< The last batch it was in.
  std::uint32_t group =
      0;  ///< Message group (FIFO) or partition key; for a stream it fixes the shard.
  std::uint16_t source = 0;    ///< Journal::sources: who sent it, and where to.
  std::uint16_t receives = 0;  ///< How often it was received (ApproximateReceiveCount).
  MessageEnding ending = MessageEnding::Waiting;
};
static_assert(sizeof(Message) == 32);

/// What a poller put into one invocation. Batches stand in the order of their requests.
struct Batch {
  std::uint32_t request = 0;
  std::uint32_t first = 0;  ///< Index into Journal::batchItems.
  std::uint32_t size = 0;
  std::uint16_t mapping = 0;  ///< Index into Project::mappings.
  std::uint16_t shard = 0;
};

}  // namespace coldstart::journal
