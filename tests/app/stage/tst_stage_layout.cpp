// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QTest>

#include "app/stage/concurrency_layout.h"
#include "app/stage/flow_layout.h"
#include "app/stage/quantity.h"
#include "app/stage/time_axis.h"
#include "app/stage/timeline_layout.h"
#include "tests/support/made_runs.h"
#include "tests/support/paths.h"

using namespace coldstart;
using namespace coldstart::stage;
using journal::Decision;
using journal::Ending;
using tests::MadeRun;

namespace {

Instant at(std::int64_t ms) {
  return Instant{ms * 1'000};
}

/// Six pixels a letter: goldens know no fonts.
TimelineMetrics sixPixels() {
  TimelineMetrics metrics;
  metrics.textWidth = [](const QString& text) { return 6.0 * static_cast<qreal>(text.size()); };
  return metrics;
}

std::shared_ptr<const journal::Run> newcomersMinute() {
  MadeRun made(8);
  const auto e = made.environment(at(250), Duration::millis(210));
  made.request(e, at(250), Duration::millis(412));
  made.request(e, at(2'292), Duration::millis(87));
  return made.end(at(4'000));
}

/// Reserve of five, four photos at once, a fifth refused; one fails and is retried.
std::shared_ptr<const journal::Run> fourPhotos() {
  MadeRun made(16);
  made.run().project.functions[0].reserved = 5;
  made.run().journal.sources[0].type = project::InvocationType::Event;
  made.run().journal.sources[0].trigger = project::TriggerKind::S3;
  for (int i = 0; i < 4; ++i) {
    const auto e = made.environment(at(100 + i * 80), Duration::millis(210));
    made.request(e, at(100 + i * 80), Duration::millis(300),
                 i == 1 ? Ending::HandlerError : Ending::Succeeded);
  }
  made.throttle(at(500), Decision::ThrottledReserved);
  made.attempt(1).retried = true;
  const auto retry = made.request(0, at(2'000), Duration::millis(120));
  made.attempt(retry).request = 1;
  made.attempt(retry).cause = 1;
  return made.end(at(3'000));
}

QString timelineText(const observe::RunIndex& index, QSizeF size) {
  TimelineRequest request;
  request.index = &index;
  request.window = {Instant{}, index.run().end};
  request.size = size;
  request.throttled = index.throttled();
  return asText(layOutTimeline(request, sixPixels()));
}

}  // namespace

class TestStageLayout : public QObject {
  Q_OBJECT
 private slots:
  void timelineAsDrawn_data();
  void timelineAsDrawn();
  void flowAsDrawn();
  void concurrencyAsDrawn();
  void flowIsAFunctionOfTheMoment();
  void tilesThenNumbersThenHeat_data();
  void tilesThenNumbersThenHeat();
  void nothingCoversTheGate();
  void ticksAreRound_data();
  void ticksAreRound();
  void zoomKeepsTheMomentUnderTheMouse();
  void writesDurations_data();
  void writesDurations();
  void eachLabelFitsItsBar();

 private:
  static void compare(const QString& name, const QString& text);
};

/// COLDSTART_UPDATE_GOLDEN=1 rewrites the files; review them with git diff.
void TestStageLayout::compare(const QString& name, const QString& text) {
  QFile file(tests::sourceDir() + QStringLiteral("/tests/app/stage/golden/") + name);
  if (qEnvironmentVariableIsSet("COLDSTART_UPDATE_GOLDEN")) {
    QVERIFY(file.open(QFile::WriteOnly));
    file.write(text.toUtf8());
    return;
  }
  QVERIFY2(file.open(QFile::ReadOnly), qPrintable(file.fileName()));
  const QStringList expected = QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'));
  QCOMPARE(text.split(QLatin1Char('\n')), expected);
}

void TestStageLayout::timelineAsDrawn_data() {
  QTest::addColumn<QString>("golden");
  QTest::newRow("newcomer") << QStringLiteral("timeline-newcomer.txt");
  QTest::newRow("retry and throttle") << QStringLiteral("timeline-photos.txt");
  QTest::newRow("compact") << QStringLiteral("timeline-compact.txt");
}

void TestStageLayout::timelineAsDrawn() {
  QFETCH(QString, golden);
  if (golden.contains(QStringLiteral("newcomer"))) {
    const observe::RunIndex index(newcomersMinute());
    compare(golden, timelineText(index, {924, 220}));
  } else if (golden.contains(QStringLiteral("photos"))) {
    const observe::RunIndex index(fourPhotos());
    compare(golden, timelineText(index, {800, 420}));
  } else {
    const observe::RunIndex index(tests::randomRun(4, 300));
    compare(golden, timelineText(index, {424, 160}));
  }
}

void TestStageLayout::flowAsDrawn() {
  const observe::RunIndex index(fourPhotos());
  FlowRequest request;
  request.index = &index;
  request.size = {840, 300};
  request.at = at(450);
  request.travel = Duration::millis(300);
  request.selection = {Selection::Kind::Environment, 3};
  QString text = asText(layOutFlow(request, {}));
  request.at = at(1'500);
  request.selection = {Selection::Kind::Attempt, 4};
  text += QStringLiteral("--- later\n") + asText(layOutFlow(request, {}));
  compare(QStringLiteral("flow-photos.txt"), text);
}

void TestStageLayout::concurrencyAsDrawn() {
  auto run = fourPhotos();
  std::const_pointer_cast<journal::Run>(run)->journal.changes.push_back(
      {at(1'000), "Thumbnail.ReservedConcurrentExecutions", 5, 7});
  const observe::RunIndex index(run);
  ConcurrencyRequest request;
  request.index = &index;
  request.window = {Instant{}, index.run().end};
  request.size = {436, 160};
  request.function = 0;
  request.throttled = index.throttled();
  compare(QStringLiteral("concurrency-photos.txt"), asText(layOutConcurrency(request, {})));
}

void TestStageLayout::flowIsAFunctionOfTheMoment() {
  const observe::RunIndex index(tests::randomRun(9, 4'000));
  FlowRequest request;
  request.index = &index;
  request.size = {840, 300};
  request.travel = Duration::millis(500);
  const Instant moment{index.run().end.us / 3};
  request.at = moment;
  const QString jumped = asText(layOutFlow(request, {}));
  for (int i = 0; i < 50; ++i) {
    request.at = Instant{moment.us * i / 49};
    layOutFlow(request, {});
  }
  request.at = moment;
  QCOMPARE(asText(layOutFlow(request, {})), jumped);
  QVERIFY(jumped.contains(QStringLiteral("dot ")));
  request.travel = Duration{};  // Reduced motion.
  QVERIFY(!asText(layOutFlow(request, {})).contains(QStringLiteral("dot ")));
}

void TestStageLayout::tilesThenNumbersThenHeat_data() {
  QTest::addColumn<int>("environments");
  QTest::addColumn<int>("tiles");
  QTest::addColumn<int>("squares");
  QTest::newRow("four") << 4 << 4 << 0;
  QTest::newRow("twenty") << 20 << 20 << 0;
  QTest::newRow("a thousand") << 1'000 << 0 << 1'000;
  QTest::newRow("ten thousand") << 10'000 << 0 << 10'000;
}

void TestStageLayout::tilesThenNumbersThenHeat() {
  QFETCH(int, environments);
  QFETCH(int, tiles);
  QFETCH(int, squares);
  MadeRun made(static_cast<std::size_t>(environments) + 1);
  for (int i = 0; i < environments; ++i) {
    const auto e = made.environment(at(0), Duration::millis(i % 3 == 0 ? 900 : 100));
    made.request(e, at(0), Duration::millis(2'000));
  }
  const observe::RunIndex index(made.end(at(5'000)));
  FlowRequest request;
  request.index = &index;
  request.size = {840, 330};
  request.at = at(500);
  const FlowDrawing drawing = layOutFlow(request, {});
  QCOMPARE(static_cast<int>(drawing.tiles.size()), tiles);
  QCOMPARE(static_cast<int>(drawing.squares.size()), squares);
  const QRectF area = drawing.groups[0].environments;
  for (const FlowTile& tile : drawing.tiles)
    QVERIFY(area.adjusted(-1, -1, 1, 1).contains(tile.rect));
  for (const FlowSquare& square : drawing.squares) {
    QVERIFY(area.adjusted(-1, -1, 1, 1).contains(square.rect));
    QVERIFY(square.rect.width() >= 2);
  }
  const int init = (environments + 2) / 3;
  QCOMPARE(drawing.groups[0].caption,
           QStringLiteral("%1 environments — %2 in the handler, %3 in init")
               .arg(countText(environments), countText(environments - init), countText(init)));
}

void TestStageLayout::nothingCoversTheGate() {
  MadeRun made(64);
  for (int i = 0; i < 40; ++i)
    made.request(made.environment(at(0), Duration::millis(100)), at(0), Duration::millis(2'000));
  made.throttle(at(200), Decision::ThrottledScalingRate);
  made.throttle(at(300), Decision::ThrottledAccount);
  const observe::RunIndex index(made.end(at(5'000)));
  FlowRequest request;
  request.index = &index;
  for (const Instant moment : {at(100), at(400)}) {
    request.at = moment;
    for (int width = 40; width < 1'500; width += 45) {
      for (int height = 50; height < 700; height += 33) {
        request.size = QSizeF(width, height);
        const FlowDrawing drawing = layOutFlow(request, {});  // It ends, however small.
        const FlowGroup& group = drawing.groups[0];
        if (height < 220) continue;
        QVERIFY2(!group.tray.intersects(group.gate.rect),
                 qPrintable(QStringLiteral("%1x%2").arg(width).arg(height)));
        QVERIFY(group.rect.contains(group.tray) || width < 480);
        QVERIFY(group.source.top() >= 0);
      }
    }
  }
}

void TestStageLayout::ticksAreRound_data() {
  QTest::addColumn<qint64>("from");
  QTest::addColumn<qint64>("to");
  QTest::addColumn<QStringList>("labels");
  const auto list = [](const char* text) {
    return QString::fromUtf8(text).split(QLatin1Char('|'));
  };
  QTest::newRow("four seconds") << qint64{0} << qint64{4'000'000} << list("0 s|1 s|2 s|3 s|4 s");
  QTest::newRow("half seconds") << qint64{0} << qint64{2'000'000}
                                << list("0.0 s|0.5 s|1.0 s|1.5 s|2.0 s");
  QTest::newRow("microseconds") << qint64{1'000'000} << qint64{1'000'008}
                                << list("1.000000 s|1.000002 s|1.000004 s|1.000006 s|1.000008 s");
  QTest::newRow("minutes") << qint64{0} << qint64{480'000'000} << list("0 s|2:00|4:00|6:00|8:00");
  QTest::newRow("hours") << qint64{0} << qint64{28'800'000'000}
                         << list("0 s|2:00:00|4:00:00|6:00:00|8:00:00");
}

void TestStageLayout::ticksAreRound() {
  QFETCH(qint64, from);
  QFETCH(qint64, to);
  QFETCH(QStringList, labels);
  QStringList seen;
  for (const Tick& tick : ticksIn({Instant{from}, Instant{to}}, 5)) seen << tick.label;
  QCOMPARE(seen, labels);
}

void TestStageLayout::zoomKeepsTheMomentUnderTheMouse() {
  const Instant end = at(60'000);
  const TimeWindow window{at(10'000), at(30'000)};
  const TimeWindow half = zoomed(window, 1, 2, at(15'000), end);
  QCOMPARE((half.to - half.from).us, std::int64_t{10'000'000});
  QCOMPARE(half.from, at(12'500));
  const TimeWindow wide = zoomed(window, 100, 1, at(15'000), end);
  QCOMPARE(wide, wholeOf(end));
  TimeWindow closer = window;
  for (int i = 0; i < 200; ++i) closer = zoomed(closer, 1, 2, at(15'000), end);
  QVERIFY(closer.from < closer.to);
  QVERIFY(closer.from <= at(15'000) && at(15'000) <= closer.to);
  QCOMPARE(panned(window, Duration::seconds(1'000), end).to, end);
  QCOMPARE(panned(window, Duration::seconds(-1'000), end).from, Instant{});
}

void TestStageLayout::writesDurations_data() {
  QTest::addColumn<qint64>("us");
  QTest::addColumn<QString>("text");
  const auto row = [](qint64 us, const char* text) {
    QTest::newRow(text) << us << QString::fromUtf8(text);
  };
  row(0, "0 ms");
  row(850, "850 µs");
  row(1'250, "1.25 ms");
  row(87'000, "87 ms");
  row(412'350, "412 ms");
  row(999'700, "1.00 s");
  row(1'420'000, "1.42 s");
  row(12'345'000, "12.3 s");
  row(59'990'000, "1 min 00 s");
  row(125'000'000, "2 min 05 s");
  row(12'000'000'000, "3 h 20 min");
}

void TestStageLayout::writesDurations() {
  QFETCH(qint64, us);
  QFETCH(QString, text);
  QCOMPARE(durationText(Duration{us}), text);
}

void TestStageLayout::eachLabelFitsItsBar() {
  const observe::RunIndex index(tests::randomRun(8, 400));
  for (int width = 300; width < 1'600; width += 130) {
    TimelineRequest request;
    request.index = &index;
    request.window = {Instant{}, Instant{index.run().end.us / 4}};
    request.size = QSizeF(width, 420);
    const TimelineMetrics metrics = sixPixels();
    const TimelineDrawing drawing = layOutTimeline(request, metrics);
    for (const TimelineBar& bar : drawing.bars)
      QVERIFY(metrics.textWidth(bar.label) <= bar.rect.width());
    for (std::size_t i = 1; i < drawing.flags.size(); ++i) {
      const TimelineFlag& before = drawing.flags[i - 1];
      const TimelineFlag& flag = drawing.flags[i];
      if (before.text.isEmpty() || flag.text.isEmpty() || before.top != flag.top) continue;
      QVERIFY(before.foot.x() + metrics.textWidth(before.text) < flag.foot.x());
    }
  }
}

QTEST_GUILESS_MAIN(TestStageLayout)
#include "tst_stage_layout.moc"
