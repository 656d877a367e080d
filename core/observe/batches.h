// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Batches and messages of a run: which attempt carried which, and what became of them. Recounted
// from the journal.

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/observe/metrics.h"
#include "core/observe/run_index.h"

namespace coldstart::observe {

/// The batch that a request is; null for a request that no poller made.
const journal::Batch* batchOf(const journal::Journal& journal, std::uint32_t request);
std::span<const std::uint32_t> itemsOf(const journal::Journal& journal,
                                       const journal::Batch& batch);
/// What a mapping polls.
const std::string& polledName(const project::Project& project,
                              const project::EventSourceMapping& mapping);

struct MessageFigures {
  std::int64_t sent = 0;
  std::array<std::int64_t, 6> byEnding{};  ///< Index: journal::MessageEnding.
  double ageAverage = 0;  ///< Milliseconds from being sent to being processed, as the next.
  double ageMaximum = 0;
  std::int64_t batches = 0;
  std::int64_t items = 0;  ///< In batches; a message counts once for each of them.

  [[nodiscard]] std::int64_t operator[](journal::MessageEnding ending) const {
    return byEnding[static_cast<std::size_t>(ending)];
  }
  [[nodiscard]] double batchSize() const;
};

/// By function: the messages sent to what its mappings poll, and its batches.
std::vector<MessageFigures> messageFigures(const RunIndex& index);
/// By source; those that send no messages have none.
std::vector<MessageFigures> messageFiguresBySource(const RunIndex& index);

/// The metrics that are counted from batches and messages; true when `metric` is one of them.
/// `seen` gets each sample's moment and value.
bool eachMessageSample(const RunIndex& index, Metric metric, std::optional<std::size_t> function,
                       const std::function<void(Instant, std::int64_t)>& seen);

/// Records that a stream's mapping gave up together: what its failure destination is told.
struct GivenUp {
  Instant at;
  std::uint32_t request = 0;  ///< The batch's; kNone: too old before it was in any.
  std::uint16_t mapping = 0;
  std::vector<std::uint32_t> items;
  bool tooOld = false;  ///< RecordAgeExceeded; otherwise RetryAttemptsExhausted.
};
std::vector<GivenUp> givenUp(const RunIndex& index);
/// The record as AWS writes it. (services-kinesis-errors; recorded: facts §5.3)
std::string failureRecord(const RunIndex& index, const GivenUp& what);

}  // namespace coldstart::observe
