// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/observe/batches.h"

#include <algorithm>

#include "core/observe/samples.h"

namespace coldstart::observe {

using journal::Batch;
using journal::Message;
using journal::MessageEnding;

namespace {

/// A message is put down to the function whose mapping polls it; null when there is none.
const project::EventSourceMapping* readerOf(const project::Project& project,
                                            const journal::Source& source) {
  for (const project::EventSourceMapping& mapping : project.mappings) {
    if (mapping.function != source.function) continue;
    if ((source.queue && mapping.queue == source.queue) ||
        (source.stream && mapping.stream == source.stream)) {
      return &mapping;
    }
  }
  return nullptr;
}

struct Recount {
  MessageFigures figures;
  Samples ages;

  void add(const Message& m) {
    ++figures.sent;
    ++figures.byEnding[static_cast<std::size_t>(m.ending)];
    if (m.ending == MessageEnding::Processed) ages.add((m.ended - m.sent).us);
  }
  MessageFigures done() {
    figures.ageAverage = ages.average() / 1'000;
    figures.ageMaximum = static_cast<double>(ages.maximum()) / 1'000;
    return figures;
  }
};

std::vector<MessageFigures> done(std::vector<Recount>& counts) {
  std::vector<MessageFigures> figures;
  for (Recount& count : counts) figures.push_back(count.done());
  return figures;
}

bool isStream(const RunIndex& index, const Batch& batch) {
  return index.run().project.mappings[batch.mapping].stream.has_value();
}

}  // namespace

const Batch* batchOf(const journal::Journal& journal, std::uint32_t request) {
  const auto found = std::ranges::lower_bound(journal.batches, request, {}, &Batch::request);
  return found == journal.batches.end() || found->request != request ? nullptr : &*found;
}

std::span<const std::uint32_t> itemsOf(const journal::Journal& journal, const Batch& batch) {
  return std::span(journal.batchItems).subspan(batch.first, batch.size);
}

const std::string& polledName(const project::Project& project,
                              const project::EventSourceMapping& mapping) {
  return mapping.queue ? project.queues[*mapping.queue].name
                       : project.streams[*mapping.stream].name;
}

double MessageFigures::batchSize() const {
  return batches == 0 ? 0 : static_cast<double>(items) / static_cast<double>(batches);
}

std::vector<MessageFigures> messageFigures(const RunIndex& index) {
  const journal::Run& run = index.run();
  std::vector<Recount> counts(run.project.functions.size());
  std::vector<bool> isRead;
  for (const journal::Source& source : run.journal.sources) {
    isRead.push_back(readerOf(run.project, source) != nullptr);
  }
  for (const Message& m : run.journal.messages) {
    if (isRead[m.source]) counts[run.journal.sources[m.source].function].add(m);
  }
  for (const Batch& batch : run.journal.batches) {
    MessageFigures& figures = counts[run.project.mappings[batch.mapping].function].figures;
    ++figures.batches;
    figures.items += batch.size;
  }
  return done(counts);
}

std::vector<MessageFigures> messageFiguresBySource(const RunIndex& index) {
  const journal::Journal& journal = index.run().journal;
  std::vector<Recount> counts(journal.sources.size());
  for (const Message& m : journal.messages) counts[m.source].add(m);
  return done(counts);
}

namespace {

using Seen = std::function<void(Instant, std::int64_t)>;

bool isOfMessages(Metric metric) {
  return metric >= Metric::IteratorAge && metric <= Metric::DeletedEventCount;
}

/// What the attempts of batches give.
void attemptSamples(const RunIndex& index, Metric metric, std::optional<std::size_t> function,
                    const Seen& seen) {
  const journal::Journal& journal = index.run().journal;
  for (const journal::Attempt& a : index.attempts()) {
    if (!journal.sources[a.source].mapping) continue;
    if (function && journal.functionOf(a) != *function) continue;
    const Batch* batch = batchOf(journal, a.request);
    if (batch == nullptr) continue;
    const std::int64_t size = batch->size;
    const bool refused = !a.ran();
    if (metric == Metric::IteratorAge && isStream(index, *batch) && a.ran() && size > 0) {
      const Message& last = journal.messages[itemsOf(journal, *batch).back()];
      seen(a.began(), (index.endOf(a) - last.sent).us);
    } else if (metric == Metric::PolledEventCount && a.cause == journal::kNone) {
      seen(a.arrived, size);
    } else if (metric == Metric::InvokedEventCount && a.ran()) {
      seen(a.began(), size);
    } else if (metric == Metric::FailedInvokeEventCount &&
               (refused || journal::isError(a.ending))) {
      seen(a.began(), size);
    }
  }
}

/// What a message gives when it is done with.
bool counts(Metric metric, const Message& m, const project::EventSourceMapping& reader) {
  const bool dropped = m.ending == MessageEnding::Expired ||
                       (m.ending == MessageEnding::Discarded && reader.onFailure.empty());
  switch (metric) {
    case Metric::PolledEventCount:
    case Metric::FilteredOutEventCount:
      return m.ending == MessageEnding::Filtered;
    case Metric::DroppedEventCount:
      return dropped;
    case Metric::OnFailureDestinationDeliveredEventCount:
      return m.ending == MessageEnding::Discarded && !reader.onFailure.empty();
    case Metric::DeletedEventCount:
      return m.ending == MessageEnding::Processed && reader.queue.has_value();
    default:
      return false;
  }
}

}  // namespace

bool eachMessageSample(const RunIndex& index, Metric metric, std::optional<std::size_t> function,
                       const Seen& seen) {
  if (!isOfMessages(metric)) return false;
  attemptSamples(index, metric, function, seen);
  const journal::Run& run = index.run();
  std::vector<const project::EventSourceMapping*> readers;
  for (const journal::Source& source : run.journal.sources) {
    readers.push_back(readerOf(run.project, source));
  }
  for (const Message& m : run.journal.messages) {
    const project::EventSourceMapping* reader = readers[m.source];
    if (reader == nullptr || (function && reader->function != *function)) continue;
    if (counts(metric, m, *reader)) seen(m.ended, 1);
  }
  return true;
}

}  // namespace coldstart::observe
