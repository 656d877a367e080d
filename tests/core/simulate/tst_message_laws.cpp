// SPDX-License-Identifier: GPL-3.0-or-later
// What must hold for the messages of every run: each ends once and as its batch did, and those with
// an order keep it.
#include <QTest>
#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "core/simulate/arrivals.h"
#include "tests/core/simulate/random_runs.h"

using namespace coldstart;
using journal::Attempt;
using journal::Ending;
using journal::Run;

class TestMessageLaws : public QObject {
  Q_OBJECT
 private slots:
  void everyMessageEndsOnce();
  void messagesKeepTheirOrder();
};

namespace {

using journal::MessageEnding;

/// The attempts of each request, by request.
std::vector<std::vector<std::uint32_t>> attemptsByRequest(const Run& run) {
  std::vector<std::vector<std::uint32_t>> attempts(run.requests);
  for (std::size_t i = 0; i < run.journal.attempts.size(); ++i) {
    attempts[run.journal.attempts[i].request].push_back(static_cast<std::uint32_t>(i));
  }
  return attempts;
}

/// How many messages each load sends.
std::map<std::uint16_t, std::size_t> sentBy(const example::RandomCase& made, const Run& run) {
  auto arrivals =
      *simulate::Arrivals::of(run.project, run.scenario, run.seed, Instant{} + made.scenario.until);
  std::map<std::uint16_t, std::size_t> sent;
  for (; arrivals.next() < Instant{} + made.scenario.until; arrivals.pop()) {
    const journal::Source& source = run.journal.sources[arrivals.nextSource()];
    if (source.queue || source.stream) ++sent[arrivals.nextSource()];
  }
  return sent;
}

}  // namespace

void TestMessageLaws::everyMessageEndsOnce() {
  example::forCases(9, 8, true, [](const example::RandomCase& made, const Run& run) {
    const journal::Journal& journal = run.journal;
    const auto attempts = attemptsByRequest(run);
    std::map<std::uint16_t, std::size_t> sent;
    std::size_t deadLettered = 0;
    std::size_t redriven = 0;
    std::vector<std::set<std::uint32_t>> itemsOf(run.requests);
    for (const journal::Batch& batch : journal.batches) {
      QVERIFY(batch.size <=
              static_cast<std::uint32_t>(made.project.mappings[batch.mapping].batchSize));
      for (std::uint32_t i = 0; i < batch.size; ++i) {
        const std::uint32_t item = journal.batchItems[batch.first + i];
        QVERIFY(itemsOf[batch.request].insert(item).second);
        const project::EventSourceMapping& mapping = made.project.mappings[batch.mapping];
        const journal::Source& source = journal.sources[journal.messages[item].source];
        QVERIFY(source.queue == mapping.queue && source.stream == mapping.stream);
        QVERIFY(journal.messages[item].sent <=
                journal.attempts[attempts[batch.request].front()].arrived);
      }
    }
    for (std::size_t i = 0; i < journal.messages.size(); ++i) {
      const journal::Message& m = journal.messages[i];
      const journal::Source& source = journal.sources[m.source];
      if (!source.isRedrive && !source.sent) ++sent[m.source];
      redriven += source.isRedrive ? 1U : 0U;
      QCOMPARE(m.ending == MessageEnding::Waiting, m.ended == kNever);
      if (m.ended == kNever) continue;
      QVERIFY(m.ended >= m.sent && m.ended <= run.end);
      if (m.ending == MessageEnding::Processed) {
        const Attempt& last = journal.attempts[attempts[m.request].back()];
        QCOMPARE(last.ending, Ending::Succeeded);
        QCOMPARE(last.ended(), m.ended);
        QVERIFY(itemsOf[m.request].count(static_cast<std::uint32_t>(i)) == 1);
      } else if (m.ending == MessageEnding::DeadLettered) {
        const project::Queue& queue = made.project.queues[*source.queue];
        QCOMPARE(static_cast<std::int32_t>(m.receives), queue.maximumReceives);
        const bool polled = std::any_of(
            made.project.mappings.begin(), made.project.mappings.end(),
            [&](const auto& mapping) { return mapping.queue == queue.deadLetterQueue; });
        deadLettered += polled ? 1U : 0U;
      } else if (m.ending == MessageEnding::Expired) {
        QVERIFY(source.stream || m.ended - m.sent >= made.project.queues[*source.queue].retention);
      }
    }
    QVERIFY(sent == sentBy(made, run));
    QCOMPARE(redriven, deadLettered);
  });
}

void TestMessageLaws::messagesKeepTheirOrder() {
  example::forCases(10, 8, true, [](const example::RandomCase& made, const Run& run) {
    const journal::Journal& journal = run.journal;
    std::map<std::tuple<std::uint16_t, std::uint32_t>, Instant> last;
    for (const journal::Message& m : journal.messages) {
      const journal::Source& source = journal.sources[m.source];
      const bool ordered = source.stream || made.project.queues[*source.queue].fifo;
      const bool done = source.stream ? m.ending == MessageEnding::Processed ||
                                            m.ending == MessageEnding::Discarded
                                      : m.ending == MessageEnding::Processed;
      if (!ordered) continue;
      Instant& before = last[{m.source, m.group}];
      if (source.stream && m.ending == MessageEnding::Waiting) before = kNever;
      if (!done) continue;
      QVERIFY(m.ended >= before);
      before = m.ended;
    }
  });
}

QTEST_GUILESS_MAIN(TestMessageLaws)
#include "tst_message_laws.moc"
