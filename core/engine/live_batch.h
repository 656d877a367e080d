// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The pollers' own working state: queues, shards, and the batches that are on their way. Nobody
// outside core/engine reads it; what others need is in the journal.

#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

#include "core/base/random.h"
#include "core/base/time.h"
#include "core/engine/order.h"
#include "core/journal/message.h"

namespace coldstart::engine {

/// Messages in a line: taken from the front, put to the back, put back to the front.
class Line {
 public:
  [[nodiscard]] bool empty() const { return m_head == m_all.size(); }
  [[nodiscard]] std::size_t size() const { return m_all.size() - m_head; }
  [[nodiscard]] std::uint32_t front() const { return m_all[m_head]; }
  [[nodiscard]] std::uint32_t operator[](std::size_t i) const { return m_all[m_head + i]; }
  void push(std::uint32_t message) { m_all.push_back(message); }
  void pop() {
    ++m_head;
    if (m_head < 1'024 || m_head * 2 < m_all.size()) return;
    m_all.erase(m_all.begin(), m_all.begin() + static_cast<std::ptrdiff_t>(m_head));
    m_head = 0;
  }
  void putBack(std::uint32_t message) {
    if (m_head == 0) {
      m_all.insert(m_all.begin(), message);
    } else {
      m_all[--m_head] = message;
    }
  }

 private:
  std::vector<std::uint32_t> m_all;
  std::size_t m_head = 0;
};

struct BatchItem {
  std::uint32_t message = 0;
  std::uint16_t receive = 0;  ///< Queues: which receive of the message this is.
  bool fails = false;         ///< In the invocation under way.
};

/// What one poller has in hand. A shard's has one for each of its lanes; a queue's, one for each
/// batch that is polled, gathered or invoked.
struct LiveBatch {
  enum class State : std::uint8_t { Free, Polling, LongPoll, Running, BackingOff };
  Instant due = kNever;    ///< When it has something to do by itself.
  Instant opened;          ///< Queues: when its first message was received.
  Instant until = kNever;  ///< Queues: when the first of its messages is visible again.
  std::vector<BatchItem> items;
  std::uint32_t request = journal::kNone;
  journal::AttemptIndex last = journal::kNone;
  std::uint32_t lane = journal::kNone;
  LineageIndex lineage = kNoLineage;  ///< Of functions that sent what is in it.
  std::uint16_t mapping = 0;
  std::uint16_t failures = 0;  ///< Streams: function errors of these items so far.
  std::uint8_t throttles = 0;  ///< In a row.
  bool again = false;          ///< Was tried before.
  bool poisoned = false;       ///< An item makes the handler fail.
  bool final = false;          ///< Ends a tumbling window.
  State state = State::Free;
};

struct LiveQueue {
  Duration visibilityTimeout;
  Duration delay;
  Duration retention;
  std::int32_t maximumReceives = 0;
  bool fifo = false;
  std::optional<std::uint16_t> redrive{};  ///< The source under which dead letters go on.
  std::vector<std::uint16_t> readers{};    ///< Mappings.
  std::int64_t visible = 0;                ///< Messages that a poll would get.
  Line line{};                             ///< Standard: the visible ones, and some that are gone.
  Line delayed{};
  Line kept{};  ///< In order of sending, for their retention.
  struct Receipt {
    Instant until;
    std::uint32_t message;
    std::uint16_t receive;
  };
  std::vector<Receipt> inFlight{};  ///< In order of `until`: the timeout is the same for all.
  std::size_t firstInFlight = 0;
  struct Group {
    Line waiting{};
    std::uint32_t inFlight = 0;
    bool listed = false;
  };
  std::vector<Group> groups{};  ///< FIFO.
  Line ready{};                 ///< FIFO: groups whose messages can be received.
  Instant timer = kNever;       ///< The earliest entry for it among the timers.
};

/// One reading position in a shard: records with the same key always take the same lane.
struct Lane {
  std::uint16_t mapping = 0;
  std::uint16_t shard = 0;
  std::uint32_t batch = 0;
  Line records{};
  struct Piece {
    std::vector<BatchItem> items;
    std::uint16_t failures;
  };
  std::vector<Piece> pieces{};  ///< Halves of a failed batch; the next one last.
  Instant opened{};             ///< Since when it could have formed a batch.
  std::int64_t window = -1;     ///< The tumbling window that is open.
};

/// A mapping's poller of one shard.
struct ShardReader {
  std::uint16_t mapping = 0;
  std::uint16_t shard = 0;
  Line arrived{};
  Instant due = kNever;
};

struct LiveMapping {
  std::uint16_t source = 0;
  bool reportsItemFailures = false;
  bool bisects = false;
  std::int32_t itemFailurePpm = 0;
  std::uint32_t batchSize = 10;
  Duration window;
  Random failures;
  // Queues
  std::optional<std::uint16_t> queue{};
  std::int32_t active = 0;   ///< Batches that are polled, gathered or invoked.
  std::int32_t allowed = 0;  ///< How many there may be now.
  std::int32_t least = 0;
  std::int32_t most = 0;
  Duration growth{};       ///< Between one more and the next.
  std::int64_t room = 0;   ///< What the polls under way can still take.
  Instant idleSince{};     ///< When the last batch was done; kNever while there is one.
  Instant grows = kNever;  ///< When there may be one more.
  std::vector<std::uint32_t> longPolls{};
  // Streams
  std::optional<std::uint16_t> stream{};
  std::uint32_t firstReader = 0;
  std::uint32_t firstLane = 0;
  std::uint32_t shards = 0;
  std::uint32_t factor = 1;  ///< Lanes a shard.
  std::int32_t maximumRetryAttempts = -1;
  Duration pollInterval{};
  Duration retention{};
  Duration maximumAge{std::numeric_limits<std::int64_t>::max()};
  Duration tumbling{};
};

}  // namespace coldstart::engine
