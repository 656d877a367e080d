// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <algorithm>
#include <set>

#include "core/observe/lanes.h"
#include "tests/support/made_runs.h"

using namespace coldstart;
using namespace coldstart::observe;
using journal::Attempt;
using journal::Ending;
using tests::MadeRun;

namespace {

Instant at(std::int64_t ms) {
  return Instant{ms * 1'000};
}

bool failed(const Attempt& a) {
  return a.ending == Ending::HandlerError || a.ending == Ending::TimedOut;
}

/// A lane so dense that whole blocks fall into one column: requests of 1 ms every 2 ms.
std::shared_ptr<const journal::Run> denseRun(int requests, std::set<int> failures) {
  MadeRun made(static_cast<std::size_t>(requests) + 1);
  const auto e = made.environment(at(0), Duration::millis(1));
  for (int i = 0; i < requests; ++i) {
    const auto ending = failures.contains(i) ? Ending::HandlerError : Ending::Succeeded;
    made.request(e, at(i * 2), Duration::millis(1), ending);
  }
  return made.end(at(requests * 2));
}

}  // namespace

class TestLanes : public QObject {
  Q_OBJECT
 private slots:
  void columnsAndInstantsAgree();
  void everyFailureKeepsItsColumn_data();
  void everyFailureKeepsItsColumn();
  void oneFailureAmongAHundredThousand();
  void widePiecesAreTheAttempts_data();
  void widePiecesAreTheAttempts();
  void handlerTimeIsNeitherLostNorInvented_data();
  void handlerTimeIsNeitherLostNorInvented();
  void frozenStretchesAreTold();
  void aShortInitKeepsAColumn();
  void environmentsDuringAWindow();
  void countsThrottlesPerColumn();

 private:
  void windows();
};

void TestLanes::windows() {
  QTest::addColumn<quint32>("seed");
  QTest::addColumn<int>("fromPermille");
  QTest::addColumn<int>("toPermille");
  QTest::addColumn<int>("columns");
  for (quint32 seed = 1; seed <= 3; ++seed) {
    QTest::addRow("whole run, seed %u", seed) << seed << 0 << 1000 << 400;
    QTest::addRow("few columns, seed %u", seed) << seed << 0 << 1000 << 12;
    QTest::addRow("a tenth, seed %u", seed) << seed << 400 << 500 << 700;
    QTest::addRow("a hundredth, seed %u", seed) << seed << 700 << 710 << 900;
  }
}

void TestLanes::columnsAndInstantsAgree() {
  const LaneWindow window{Instant{1'000}, Instant{8'000}, 300};
  for (std::int64_t c = 0; c <= 300; ++c) {
    QCOMPARE(window.columnOf(window.instantOf(c)), c);
    QCOMPARE(window.columnOf(window.instantOf(c) - Duration{1}), c - 1);
  }
}

void TestLanes::everyFailureKeepsItsColumn_data() {
  windows();
}

void TestLanes::everyFailureKeepsItsColumn() {
  QFETCH(quint32, seed);
  QFETCH(int, fromPermille);
  QFETCH(int, toPermille);
  QFETCH(int, columns);
  const RunIndex index(tests::randomRun(seed, 12'000, 2));
  const std::int64_t end = index.run().end.us;
  const LaneWindow window{Instant{end * fromPermille / 1'000}, Instant{end * toPermille / 1'000},
                          columns};
  const std::int64_t piece = (window.to - window.from).us * LaneFold::kPieceColumns / columns;
  LaneFold fold;
  for (std::size_t e = 0; e < index.environments().size(); ++e) {
    foldLane(index, static_cast<journal::EnvironmentIndex>(e), window, FrozenPieces::No, fold);
    std::set<std::int64_t> expected;
    for (const auto i : index.attemptsOf(static_cast<journal::EnvironmentIndex>(e))) {
      const Attempt& a = index.attempts()[i];
      const Instant last = a.ended() - Duration{1};
      if (!failed(a) || a.durationUs >= piece || last < window.from || last >= window.to) continue;
      if (a.began() < window.to) expected.insert(window.columnOf(last));
    }
    std::set<std::int64_t> marked;
    for (std::size_t c = 0; c < fold.columns.size(); ++c)
      if ((fold.columns[c].marks & (kColumnError | kColumnTimedOut)) != 0)
        marked.insert(static_cast<std::int64_t>(c));
    QCOMPARE(marked, expected);
  }
}

void TestLanes::oneFailureAmongAHundredThousand() {
  for (const int failure : {0, 7, 8, 49'999, 99'999}) {
    const RunIndex index(denseRun(100'000, {failure}));
    LaneFold fold;
    foldLane(index, 0, {Instant{}, index.run().end, 200}, FrozenPieces::No, fold);
    const auto marks = std::ranges::count_if(
        fold.columns, [](const LaneColumn& c) { return (c.marks & kColumnError) != 0; });
    QCOMPARE(marks, 1);
    QVERIFY((fold.columns[static_cast<std::size_t>(failure / 500)].marks & kColumnError) != 0);
  }
}

void TestLanes::widePiecesAreTheAttempts_data() {
  windows();
}

void TestLanes::widePiecesAreTheAttempts() {
  QFETCH(quint32, seed);
  QFETCH(int, fromPermille);
  QFETCH(int, toPermille);
  QFETCH(int, columns);
  const RunIndex index(tests::randomRun(seed, 12'000));
  const std::int64_t end = index.run().end.us;
  const LaneWindow window{Instant{end * fromPermille / 1'000}, Instant{end * toPermille / 1'000},
                          columns};
  const std::int64_t piece = (window.to - window.from).us * LaneFold::kPieceColumns / columns;
  LaneFold fold;
  for (std::size_t e = 0; e < index.environments().size(); ++e) {
    foldLane(index, static_cast<journal::EnvironmentIndex>(e), window, FrozenPieces::No, fold);
    std::vector<journal::AttemptIndex> expected;
    for (const auto i : index.attemptsOf(static_cast<journal::EnvironmentIndex>(e))) {
      const Attempt& a = index.attempts()[i];
      if (a.durationUs >= piece && a.ended() > window.from && a.began() < window.to)
        expected.push_back(i);
    }
    std::vector<journal::AttemptIndex> pieces;
    for (const LanePiece& p : fold.pieces) {
      if (p.kind == LaneKind::Init) continue;
      QCOMPARE(p.from, index.attempts()[p.attempt].began());
      QCOMPARE(p.to, index.attempts()[p.attempt].ended());
      pieces.push_back(p.attempt);
    }
    QCOMPARE(pieces, expected);
  }
}

void TestLanes::handlerTimeIsNeitherLostNorInvented_data() {
  windows();
}

void TestLanes::handlerTimeIsNeitherLostNorInvented() {
  QFETCH(quint32, seed);
  QFETCH(int, fromPermille);
  QFETCH(int, toPermille);
  QFETCH(int, columns);
  const RunIndex index(tests::randomRun(seed, 12'000));
  const std::int64_t end = index.run().end.us;
  const LaneWindow window{Instant{end * fromPermille / 1'000}, Instant{end * toPermille / 1'000},
                          columns};
  const std::int64_t piece = (window.to - window.from).us * LaneFold::kPieceColumns / columns;
  LaneFold fold;
  for (std::size_t e = 0; e < index.environments().size(); ++e) {
    foldLane(index, static_cast<journal::EnvironmentIndex>(e), window, FrozenPieces::No, fold);
    std::int64_t expected = 0;
    for (const auto i : index.attemptsOf(static_cast<journal::EnvironmentIndex>(e))) {
      const Attempt& a = index.attempts()[i];
      if (a.durationUs >= piece) continue;
      const Instant from = std::max(a.began(), window.from);
      const Instant to = std::min(a.ended(), window.to);
      if (from < to) expected += (to - from).us;
    }
    double parts = 0;
    for (const float part : fold.busy) parts += static_cast<double>(part);
    const auto folded = static_cast<std::int64_t>(
        parts / 255 * static_cast<double>((window.to - window.from).us) / columns);
    // Only at the window's edges may a block's smear cross over, and division cuts microseconds.
    const std::int64_t slack = 2 * piece + columns;
    QVERIFY2(std::abs(folded - expected) <= slack,
             qPrintable(QStringLiteral("%1 folded, %2 expected").arg(folded).arg(expected)));
  }
}

void TestLanes::frozenStretchesAreTold() {
  MadeRun made(8);
  const auto e = made.environment(at(250), Duration::millis(210));
  made.request(e, at(250), Duration::millis(412));
  made.request(e, at(2'292), Duration::millis(87));
  const RunIndex index(made.end(at(4'000)));
  LaneFold fold;
  foldLane(index, 0, {Instant{}, at(4'000), 800}, FrozenPieces::Yes, fold);
  const std::vector<LanePiece> expected{{at(250), at(460), LaneKind::Init, 0},
                                        {at(460), at(872), LaneKind::Busy, 0},
                                        {at(872), at(2'292), LaneKind::Frozen, 0},
                                        {at(2'292), at(2'379), LaneKind::Busy, 1},
                                        {at(2'379), at(4'000), LaneKind::Frozen, 1}};
  QCOMPARE(fold.pieces, expected);
}

void TestLanes::aShortInitKeepsAColumn() {
  MadeRun made(4);
  const auto e = made.environment(at(50'000), Duration::micros(20));
  made.request(e, at(50'000), Duration::micros(1));
  const RunIndex index(made.end(at(100'000)));
  LaneFold fold;
  foldLane(index, 0, {Instant{}, at(100'000), 100}, FrozenPieces::No, fold);
  QVERIFY((fold.columns[50].marks & kColumnInit) != 0);
  QVERIFY((fold.columns[50].marks & kColumnBusy) != 0);
  QCOMPARE(fold.columns[49], LaneColumn{});
}

void TestLanes::environmentsDuringAWindow() {
  const RunIndex index(tests::randomRun(5, 8'000, 3));
  const std::int64_t end = index.run().end.us;
  for (int part = 0; part < 20; ++part) {
    const Instant from{end * part / 20};
    const Instant to{end * (part + 1) / 20};
    std::vector<journal::EnvironmentIndex> expected;
    for (std::size_t e = 0; e < index.environments().size(); ++e) {
      const auto& environment = index.environments()[e];
      if (environment.started <= to && environment.stopped > from)
        expected.push_back(static_cast<journal::EnvironmentIndex>(e));
    }
    QCOMPARE(environmentsDuring(index, from, to), expected);
  }
}

void TestLanes::countsThrottlesPerColumn() {
  const RunIndex index(tests::randomRun(2, 8'000));
  const LaneWindow window{Instant{}, index.run().end, 90};
  std::vector<std::uint32_t> expected(90, 0);
  for (const auto i : index.throttled())
    ++expected[static_cast<std::size_t>(window.columnOf(index.attempts()[i].arrived))];
  QVERIFY(!index.throttled().empty());
  QCOMPARE(countPerColumn(index, index.throttled(), window), expected);
}

QTEST_GUILESS_MAIN(TestLanes)
#include "tst_lanes.moc"
