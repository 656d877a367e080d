// SPDX-License-Identifier: GPL-3.0-or-later
// A request that a poller made: what was in the batch, why it was not larger, and what became of
// its messages. (invocation-eventsourcemapping, with-sqs, with-kinesis)
#include <algorithm>

#include "core/base/units.h"
#include "core/observe/batches.h"
#include "core/observe/explain_parts.h"
#include "core/observe/words.h"

namespace coldstart::observe {

using journal::Batch;
using journal::Ending;
using journal::Message;
using journal::MessageEnding;

namespace {

struct BatchScene {
  const Scene& scene;
  const Batch& batch;
  const project::EventSourceMapping& mapping;
  std::span<const std::uint32_t> items;

  [[nodiscard]] const Message& message(std::uint32_t i) const {
    return scene.index.run().journal.messages[i];
  }
  [[nodiscard]] const std::string& name() const {
    return polledName(scene.index.run().project, mapping);
  }
  [[nodiscard]] std::int64_t count(MessageEnding ending) const {
    return std::ranges::count_if(items, [&](std::uint32_t i) {
      // The ending belongs to this batch only if it was the message's last one.
      return message(i).ending == ending && message(i).request == batch.request;
    });
  }
};

/// The last batch before this one that had its first record: a failed batch was split, or a
/// checkpoint left a rest.
const Batch* partOf(const BatchScene& b) {
  const journal::Journal& journal = b.scene.index.run().journal;
  for (const Batch* other = &b.batch; other != journal.batches.data();) {
    --other;
    if (other->mapping != b.batch.mapping || other->shard != b.batch.shard) continue;
    const auto items = itemsOf(journal, *other);
    if (std::ranges::find(items, b.items.front()) != items.end()) return other;
    if (!items.empty() && items.back() < b.items.front()) return nullptr;
  }
  return nullptr;
}

void contents(const BatchScene& b, Explanation& out) {
  if (b.items.empty()) {
    out.more.push_back(
        tell(SAY("explain",
                 "This invocation ends a tumbling window of %1: it brings no records, and its "
                 "state is the last of the window."),
             {b.name()}));
    return;
  }
  Instant oldest = kNever;
  for (const std::uint32_t i : b.items) oldest = std::min(oldest, b.message(i).sent);
  out.more.push_back(tell(
      b.mapping.queue ? SAY("explain",
                            "A poller made this request: %1 of the messages of %2 in one batch. "
                            "The oldest had been sent %3 before.")
                      : SAY("explain",
                            "A poller made this request: %1 of the records of %2 in one batch. "
                            "The oldest had been written %3 before."),
      {formatCount(b.batch.size), b.name(), spanText(b.scene.attempt.arrived - oldest)}));
}

void whyClosed(const BatchScene& b, Explanation& out) {
  if (b.items.empty()) return;
  const Batch* whole = b.mapping.stream ? partOf(b) : nullptr;
  if (whole != nullptr) {
    out.more.push_back(
        tell(SAY("explain",
                 "It is a part of the batch %1 that did not succeed as a whole: records of a shard "
                 "are tried again before anything that follows them."),
             {requestText(whole->request)}));
  } else if (b.batch.size >= static_cast<std::uint32_t>(b.mapping.batchSize)) {
    out.more.push_back(tell(SAY("explain", "The batch was full: BatchSize is %1."),
                            {formatCount(b.mapping.batchSize)}));
  } else if (b.mapping.window > Duration{}) {
    out.more.push_back(
        tell(b.mapping.queue
                 ? SAY("explain",
                       "It was not full, but its batching window of %1 was over. A queue that "
                       "brings nothing more holds a poll for 20 s, even if the window is shorter.")
                 : SAY("explain", "It was not full, but its batching window of %1 was over."),
             {spanText(b.mapping.window)}));
  } else {
    out.more.push_back(tell(SAY("explain",
                                "There is no batching window: the batch is what the poll found, up "
                                "to %1."),
                            {formatCount(b.mapping.batchSize)}));
  }
}

void whyFailed(const BatchScene& b, Explanation& out) {
  const auto& sources = b.scene.index.run().journal.sources;
  const auto poison = std::ranges::count_if(
      b.items, [&](std::uint32_t i) { return sources[b.message(i).source].poison; });
  if (poison == 0 || !b.scene.attempt.ran()) return;
  out.more.push_back(
      tell(b.mapping.reportsItemFailures
               ? SAY("explain",
                     "%1 of them cannot be processed, and the handler says so (batchItemFailures).")
               : SAY("explain",
                     "%1 of them cannot be processed, and the handler fails for the whole batch."),
           {formatCount(poison)}));
}

void whyAgain(const BatchScene& b, Explanation& out) {
  const journal::Attempt& a = b.scene.attempt;
  if (a.cause == journal::kNone) return;
  const journal::Attempt& before = b.scene.index.attempts()[a.cause];
  out.more.push_back(
      tell(before.ran() ? SAY("explain",
                              "This is try %1 of the batch. The one before failed, so its shard "
                              "waited %2 and did nothing else.")
                        : SAY("explain",
                              "This is try %1 of the batch. The one before was refused, so the "
                              "poller waited %2."),
           {formatCount(b.scene.tryNumber()), spanText(a.arrived - b.scene.index.endOf(before))}));
  out.links.push_back({tell(SAY("explain", "The try before")), a.cause, std::nullopt});
}

void queueOutcome(const BatchScene& b, Explanation& out) {
  const project::Queue& queue = b.scene.index.run().project.queues[*b.mapping.queue];
  const std::int64_t deleted = b.count(MessageEnding::Processed);
  const auto stayed = static_cast<std::int64_t>(b.batch.size) - deleted;
  if (b.scene.attempt.ending == Ending::Succeeded) {
    out.more.push_back(
        stayed == 0 ? tell(SAY("explain", "All its messages were deleted from the queue."))
                    : tell(SAY("explain",
                               "%1 of its messages were deleted. The others are visible again "
                               "when their visibility timeout of %2 is over."),
                           {formatCount(deleted), spanText(queue.visibilityTimeout)}));
  } else {
    out.more.push_back(
        tell(SAY("explain",
                 "None of its messages is deleted: they are visible again when their visibility "
                 "timeout of %1 is over, and are then received once more."),
             {spanText(queue.visibilityTimeout)}));
  }
  const std::int64_t dead = b.count(MessageEnding::DeadLettered);
  if (dead == 0) return;
  out.more.push_back(tell(SAY("explain",
                              "%1 of them went to the dead-letter queue after that: they had been "
                              "received %2 times (maxReceiveCount)."),
                          {formatCount(dead), formatCount(queue.maximumReceives)}));
}

void streamOutcome(const BatchScene& b, Explanation& out) {
  const std::int64_t done = b.count(MessageEnding::Processed);
  const std::int64_t lost = b.count(MessageEnding::Discarded);
  if (done > 0) {
    out.more.push_back(tell(SAY("explain", "The shard moved on past %1 of its %2 records."),
                            {formatCount(done), formatCount(b.batch.size)}));
  }
  if (lost == 0) return;
  out.more.push_back(
      b.mapping.onFailure.empty()
          ? tell(SAY("explain",
                     "%1 of its records were given up, and nobody is told: the mapping has no "
                     "failure destination."),
                 {formatCount(lost)})
          : tell(SAY("explain", "%1 of its records were given up; %2 is told which they were."),
                 {formatCount(lost), b.mapping.onFailure}));
}

}  // namespace

void explainBatch(const Scene& scene, Explanation& out) {
  const journal::Run& run = scene.index.run();
  const Batch* batch = batchOf(run.journal, scene.attempt.request);
  if (batch == nullptr) return;
  const BatchScene b{scene, *batch, run.project.mappings[batch->mapping],
                     itemsOf(run.journal, *batch)};
  contents(b, out);
  whyClosed(b, out);
  whyFailed(b, out);
  whyAgain(b, out);
  if (const auto retry = scene.index.retryOf(scene.number)) {
    out.more.push_back(tell(SAY("explain", "The poller tried the same batch again at %1."),
                            {clockText(scene.index.attempts()[*retry].arrived)}));
    out.links.push_back({tell(SAY("explain", "The next try")), *retry, std::nullopt});
  } else if (scene.attempt.ending != Ending::Running && !b.items.empty()) {
    b.mapping.queue ? queueOutcome(b, out) : streamOutcome(b, out);
  }
}

}  // namespace coldstart::observe
