// SPDX-License-Identifier: GPL-3.0-or-later
#include <QComboBox>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollBar>
#include <QTest>
#include <QWheelEvent>

#include "app/stage/concurrency_page.h"
#include "app/stage/concurrency_view.h"
#include "app/stage/flow_page.h"
#include "app/stage/flow_view.h"
#include "app/stage/timeline_page.h"
#include "app/stage/timeline_view.h"
#include "app/theme/theme.h"
#include "app/workbench/actions.h"
#include "app/workbench/document.h"
#include "app/workbench/session.h"
#include "tests/support/made_runs.h"
#include "tests/support/paths.h"

using namespace coldstart;
using namespace coldstart::stage;
using tests::MadeRun;
using theme::Role;

namespace {

Instant at(std::int64_t ms) {
  return Instant{ms * 1'000};
}

/// A sample's scenario, simulated, paused at its end.
struct Ran {
  Ran(const QString& sample, const QString& scenario) {
    auto opened = Document::open(tests::sourceDir() + QStringLiteral("/samples/") + sample);
    if (!opened) qFatal("%s", opened.error().english().c_str());
    document = std::move(*opened);
    session = std::make_unique<Session>(*document);
    if (scenario.isEmpty()) return;
    session->runScenario(scenario);
    if (!QTest::qWaitFor([this] { return session->index() && !session->busy(); }, 60'000))
      qFatal("no run");
    session->pause();
    session->setPlayhead(session->end());
    session->showWholeRun();
  }
  [[nodiscard]] Workbench workbench() { return {*document, *session, actions}; }
  std::unique_ptr<Document> document;
  std::unique_ptr<Session> session;
  Actions actions;
};

int pixelsOf(const QImage& image, const QRect& area, const QColor& colour) {
  int count = 0;
  for (int y = area.top(); y <= area.bottom(); ++y)
    for (int x = area.left(); x <= area.right(); ++x)
      if (image.valid(x, y) && image.pixelColor(x, y).rgb() == colour.rgb()) ++count;
  return count;
}

/// Two hundred lanes, warm since before the window but for one cold start, with one handler error
/// and one throttle among a million attempts.
struct Rare {
  static constexpr int kLanes = 200;
  static constexpr int kRounds = 5'000;
  std::shared_ptr<const observe::RunIndex> index;
  TimeWindow window;

  Rare() {
    MadeRun made(kLanes * kRounds + 10);
    for (int lane = 0; lane < kLanes - 1; ++lane) made.environment(at(0), Duration::millis(1));
    const auto late = made.environment(at(30'000'000), Duration::millis(1));
    for (int round = 0; round < kRounds; ++round) {
      const Instant t = at(std::int64_t{round} * 10'000);
      for (int lane = 0; lane < kLanes - 1; ++lane) {
        const bool fails = round == 2'000 && lane == 120;
        made.request(static_cast<journal::EnvironmentIndex>(lane), t, Duration::seconds(6),
                     fails ? journal::Ending::HandlerError : journal::Ending::Succeeded);
      }
      if (round == 4'000) made.throttle(t, journal::Decision::ThrottledAccount);
      if (t >= at(30'000'000)) made.request(late, t, Duration::seconds(6));
    }
    index = std::make_shared<observe::RunIndex>(made.end(at(std::int64_t{kRounds} * 10'000)));
    window = {at(1'000'000), index->run().end};
  }
};

}  // namespace

class TestStageViews : public QObject {
  Q_OBJECT
 private slots:
  void initTestCase();
  void init();
  void emptyPageOffersTest();
  void clickSelectsRequestThenEnvironment();
  void playheadIsDraggedInTheRuler();
  void wheelAndKeysChangeTheSharedWindow();
  void keysWalkEnvironmentsAndRequests();
  void cardsAreShortAndCarryBothTimes();
  void pictureIsTheSameHoweverReached();
  void rareStatesStayVisible_data();
  void rareStatesStayVisible();
  void rowsScrollAndSelectionIsFollowed();
  void functionChooserFilters();
  void flowTilesAndHeatGridSelect();
  void trayExplainsTheLatestThrottle();
  void concurrencyTellsInUseAndMovesThePlayhead();
  void darkAndLargeStillPaint();

 private:
  template <typename View>
  static View* shown(QWidget& page, QSize size) {
    page.resize(size);
    page.show();
    View* view = page.findChild<View*>();
    QCoreApplication::processEvents();
    return view;
  }
};

void TestStageViews::initTestCase() {
  theme::Theme::instance().setScheme(theme::Scheme::Light);
  theme::Theme::instance().apply();
}

void TestStageViews::init() {
  // The offscreen platform has no window manager to pass things on to, and says so.
  QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
}

void TestStageViews::emptyPageOffersTest() {
  Ran ran(QStringLiteral("cold-vs-warm"), {});
  bool pressed = false;
  ran.actions.add(QStringLiteral("run.test"), QStringLiteral("Test"), {},
                  [&pressed] { pressed = true; });
  TimelinePage page(ran.workbench());
  page.resize(800, 300);
  page.show();
  auto* button = page.findChild<QPushButton*>(QStringLiteral("emptyStateButton"));
  QVERIFY(button && button->isVisible());
  QTest::mouseClick(button, Qt::LeftButton);
  QVERIFY(pressed);
}

void TestStageViews::clickSelectsRequestThenEnvironment() {
  Ran ran(QStringLiteral("cold-vs-warm"), QStringLiteral("cold-then-warm"));
  TimelinePage page(ran.workbench());
  auto* view = shown<TimelineView>(page, {900, 320});
  const auto& bars = view->drawing().bars;
  const auto init = std::ranges::find(bars, observe::LaneKind::Init, &TimelineBar::kind);
  QVERIFY(init != bars.end());
  const Selection first{Selection::Kind::Attempt, init->attempt};
  QTest::mouseClick(view, Qt::LeftButton, {}, init->rect.center().toPoint());
  QCOMPARE(ran.session->selection(), first);
  QVERIFY(view->accessibleDescription().contains(QStringLiteral("cold start")));
  // The row's name selects the environment, the empty space nothing.
  const QPoint name(20, qRound(view->drawing().rows.front().bar.center().y()));
  QTest::mouseClick(view, Qt::LeftButton, {}, name);
  QCOMPARE(ran.session->selection(), (Selection{Selection::Kind::Environment, 0}));
  QTest::keyClick(view, Qt::Key_Escape);
  QCOMPARE(ran.session->selection().kind, Selection::Kind::None);
}

void TestStageViews::playheadIsDraggedInTheRuler() {
  Ran ran(QStringLiteral("cold-vs-warm"), QStringLiteral("cold-then-warm"));
  TimelinePage page(ran.workbench());
  auto* view = shown<TimelineView>(page, {900, 320});
  const TimelineDrawing drawing = view->drawing();
  QTest::mousePress(view, Qt::LeftButton, {}, QPoint(400, 8));
  QVERIFY(std::abs((ran.session->playhead() - drawing.instantAt(400)).us) < 1'000);
  QTest::mouseMove(view, QPoint(560, 60));
  QVERIFY(std::abs((ran.session->playhead() - drawing.instantAt(560)).us) < 1'000);
  QTest::mouseRelease(view, Qt::LeftButton, {}, QPoint(560, 60));
  const Instant left = ran.session->playhead();
  QTest::mouseMove(view, QPoint(300, 60));
  QCOMPARE(ran.session->playhead(), left);
  QCOMPARE(ran.session->selection().kind, Selection::Kind::None);
}

void TestStageViews::wheelAndKeysChangeTheSharedWindow() {
  Ran ran(QStringLiteral("cold-vs-warm"), QStringLiteral("cold-then-warm"));
  TimelinePage page(ran.workbench());
  auto* view = shown<TimelineView>(page, {900, 320});
  const TimeWindow whole = ran.session->window();
  const Instant under = view->drawing().instantAt(500);
  QWheelEvent turn(QPointF(500, 100), view->mapToGlobal(QPointF(500, 100)), {}, QPoint(0, 120),
                   Qt::NoButton, Qt::ControlModifier, Qt::NoScrollPhase, false);
  QCoreApplication::sendEvent(view, &turn);
  const TimeWindow closer = ran.session->window();
  QVERIFY(closer.to - closer.from < whole.to - whole.from);
  QVERIFY(std::abs((view->drawing().instantAt(500) - under).us) < 50'000);
  QTest::keyClick(view, Qt::Key_Home);
  QCOMPARE(ran.session->window().from, Instant{});
  QTest::keyClick(view, Qt::Key_Right);
  QVERIFY(ran.session->window().from > Instant{});
  QTest::keyClick(view, Qt::Key_0);
  QCOMPARE(ran.session->window().from, Instant{});
  QCOMPARE(ran.session->window().to, ran.session->end());
  QTest::keyClick(view, Qt::Key_Plus);
  QVERIFY(ran.session->window().to - ran.session->window().from < whole.to - whole.from);
}

void TestStageViews::keysWalkEnvironmentsAndRequests() {
  Ran ran(QStringLiteral("cold-vs-warm"), QStringLiteral("cold-then-warm"));
  TimelinePage page(ran.workbench());
  auto* view = shown<TimelineView>(page, {900, 320});
  QTest::keyClick(view, Qt::Key_Down);
  QCOMPARE(ran.session->selection(), (Selection{Selection::Kind::Environment, 0}));
  QTest::keyClick(view, Qt::Key_Period);
  const auto own = ran.session->index()->attemptsOf(0);
  QCOMPARE(ran.session->selection(), (Selection{Selection::Kind::Attempt, own[0]}));
  QTest::keyClick(view, Qt::Key_Period);
  QCOMPARE(ran.session->selection(), (Selection{Selection::Kind::Attempt, own[1]}));
  QTest::keyClick(view, Qt::Key_Comma);
  QCOMPARE(ran.session->selection(), (Selection{Selection::Kind::Attempt, own[0]}));
  QTest::keyClick(view, Qt::Key_Return);  // Zooms to it.
  const journal::Attempt& attempt = ran.session->index()->attempts()[own[0]];
  QVERIFY(ran.session->window().from <= attempt.arrived);
  QVERIFY(ran.session->window().to >= attempt.ended());
  QVERIFY((ran.session->window().to - ran.session->window().from).us <
          4 * (attempt.ended() - attempt.arrived).us);
}

void TestStageViews::cardsAreShortAndCarryBothTimes() {
  Ran ran(QStringLiteral("burst-of-3000"), QStringLiteral("all-at-once"));
  TimelinePage page(ran.workbench());
  auto* view = shown<TimelineView>(page, {900, 320});
  int cards = 0;
  for (int x = 0; x < 900; x += 7) {
    for (int y = 0; y < 320; y += 5) {
      const QString card = view->cardAt(QPointF(x, y));
      if (card.isEmpty()) continue;
      ++cards;
      QVERIFY2(card.count(QLatin1Char('\n')) <= 4, qPrintable(card));
    }
  }
  QVERIFY(cards > 100);
  const QRectF row = view->drawing().rows.front().bar;
  const QString card = view->cardAt(row.center());
  QVERIFY2(card.contains(QRegularExpression(QStringLiteral("\\d s · 20\\d\\d-\\d\\d-\\d\\dT"))),
           qPrintable(card));
}

void TestStageViews::pictureIsTheSameHoweverReached() {
  Ran ran(QStringLiteral("cold-vs-warm"), QStringLiteral("cold-then-warm"));
  TimelinePage timeline(ran.workbench());
  FlowPage flow(ran.workbench());
  auto* lanes = shown<TimelineView>(timeline, {900, 320});
  auto* tiles = shown<FlowView>(flow, {900, 320});
  const Instant moment{ran.session->end().us / 2};
  ran.session->setPlayhead(moment);
  const QImage jumpedLanes = lanes->grab().toImage();
  const QImage jumpedTiles = tiles->grab().toImage();
  ran.session->setPlayhead({});
  for (int step = 0; step < 1'000 && ran.session->playhead() < moment; ++step) {
    ran.session->stepForward();
    lanes->grab();
  }
  ran.session->setPlayhead(moment);
  QCOMPARE(lanes->grab().toImage(), jumpedLanes);
  QCOMPARE(tiles->grab().toImage(), jumpedTiles);
}

void TestStageViews::rareStatesStayVisible_data() {
  QTest::addColumn<QSize>("size");
  QTest::newRow("every row in view") << QSize(1'200, 1'000);
  QTest::newRow("most rows scrolled away") << QSize(900, 300);
}

void TestStageViews::rareStatesStayVisible() {
  QFETCH(QSize, size);
  static const Rare rare;
  QCOMPARE(rare.index->throttled().size(), std::size_t{1});
  TimelineView view;
  view.resize(size);
  view.setIndex(rare.index);
  view.setWindow(rare.window);
  view.setPlayhead(rare.index->run().end);
  const QImage image = view.grab().toImage();
  const TimelineDrawing& d = view.drawing();
  QCOMPARE(d.rowCount, std::size_t{200});
  const QRect rows = d.plot.toRect();
  const QRect rare200 = d.rareTrack.toRect();
  QVERIFY(pixelsOf(image, d.throttleTrack.toRect(), theme::color(Role::Throttle)) > 0);
  const QRect area = d.rareTrack.isNull() ? rows : rare200;
  QVERIFY2(pixelsOf(image, area, theme::color(Role::Init)) > 0, "the cold start");
  QVERIFY2(pixelsOf(image, area, theme::color(Role::Error)) > 0, "the handler error");
  // Nothing else is rare: one column of each, two pixels wide at most.
  const QColor error = theme::color(Role::Error);
  const int rowHeight = d.rareTrack.isNull() ? qRound(d.rowPitch) : rare200.height();
  QVERIFY(pixelsOf(image, area, error) <= 2 * rowHeight);
}

void TestStageViews::rowsScrollAndSelectionIsFollowed() {
  Ran ran(QStringLiteral("burst-of-3000"), QStringLiteral("all-at-once"));
  TimelinePage page(ran.workbench());
  auto* view = shown<TimelineView>(page, {900, 320});
  auto* bar = page.findChild<QScrollBar*>(QStringLiteral("timelineScrollBar"));
  QTRY_VERIFY(bar->isVisible());
  QCOMPARE(bar->value(), 0);
  ran.session->select({Selection::Kind::Environment, 900});
  QTRY_VERIFY(bar->value() > 0);
  const QRectF row = view->rectOf({Selection::Kind::Environment, 900});
  QVERIFY(view->drawing().plot.contains(row.center()));
}

void TestStageViews::functionChooserFilters() {
  Ran ran(QStringLiteral("noisy-neighbour"), QStringLiteral("shared-account"));
  TimelinePage page(ran.workbench());
  auto* view = shown<TimelineView>(page, {900, 320});
  auto* chooser = page.controls()->findChild<QComboBox*>(QStringLiteral("stageFunction"));
  QVERIFY(chooser->count() >= 3);
  const std::size_t all = view->drawing().rowCount;
  chooser->setCurrentIndex(1);
  emit chooser->activated(1);
  QVERIFY(view->drawing().rowCount < all);
  for (const TimelineRow& row : view->drawing().rows)
    QCOMPARE(ran.session->index()->environments()[row.environment].function, std::uint16_t{0});
}

void TestStageViews::flowTilesAndHeatGridSelect() {
  Ran ran(QStringLiteral("cold-vs-warm"), QStringLiteral("cold-then-warm"));
  FlowPage page(ran.workbench());
  auto* view = shown<FlowView>(page, {900, 320});
  QVERIFY(!view->drawing().tiles.empty());
  const FlowTile tile = view->drawing().tiles.back();
  QTest::mouseClick(view, Qt::LeftButton, {}, tile.rect.center().toPoint());
  QCOMPARE(ran.session->selection(), (Selection{Selection::Kind::Environment, tile.environment}));
  QVERIFY(view->drawing().selectedTitle.contains(QString::number(tile.environment + 1)));
  QVERIFY(view->accessibleDescription().contains(QStringLiteral("of 1")));

  Ran burst(QStringLiteral("burst-of-3000"), QStringLiteral("all-at-once"));
  burst.session->setPlayhead(burst.session->index()->environments().back().started);
  FlowPage heat(burst.workbench());
  auto* grid = shown<FlowView>(heat, {900, 320});
  QVERIFY(grid->drawing().squares.size() > 900);
  const FlowSquare square = grid->drawing().squares[417];
  QTest::mouseClick(grid, Qt::LeftButton, {}, square.rect.center().toPoint());
  QCOMPARE(burst.session->selection(),
           (Selection{Selection::Kind::Environment, square.environment}));
}

void TestStageViews::trayExplainsTheLatestThrottle() {
  Ran ran(QStringLiteral("burst-of-3000"), QStringLiteral("all-at-once"));
  FlowPage page(ran.workbench());
  auto* view = shown<FlowView>(page, {900, 320});
  const FlowGroup group = view->drawing().groups.front();
  QVERIFY(!group.trayEmpty);
  QVERIFY(!group.trayRows.empty());
  QTest::mouseClick(view, Qt::LeftButton, {}, group.tray.center().toPoint());
  const auto throttled = ran.session->index()->throttled();
  QCOMPARE(ran.session->selection(), (Selection{Selection::Kind::Attempt, throttled.back()}));
}

void TestStageViews::concurrencyTellsInUseAndMovesThePlayhead() {
  Ran ran(QStringLiteral("burst-of-3000"), QStringLiteral("all-at-once"));
  ConcurrencyPage page(ran.workbench());
  auto* curve = shown<ConcurrencyView>(page, {900, 420});
  auto* lanes = page.findChild<TimelineView*>();
  QVERIFY(lanes->isVisible());
  QTRY_COMPARE(qRound(curve->drawing().plot.right()), qRound(lanes->drawing().plot.right()));
  QCOMPARE(curve->drawing().plot.left(), lanes->drawing().plot.left());
  const QPointF middle = curve->drawing().plot.center();
  QTest::mouseClick(curve, Qt::LeftButton, {}, middle.toPoint());
  QVERIFY(std::abs((ran.session->playhead() - curve->drawing().instantAt(middle.x())).us) < 30'000);
  const Instant busiest = ran.session->index()->environments().back().started;
  ran.session->setPlayhead(busiest);
  const auto inUse = ran.session->index()->concurrency().at(std::nullopt, busiest);
  QVERIFY(inUse > 500);
  QString spoken = curve->accessibleDescription();
  spoken.remove(QChar(0x2009));
  QVERIFY2(spoken.contains(QString::number(inUse)), qPrintable(spoken));
  page.resize(900, 150);
  QTRY_VERIFY(!lanes->isVisible());
}

void TestStageViews::darkAndLargeStillPaint() {
  Ran ran(QStringLiteral("cold-vs-warm"), QStringLiteral("cold-then-warm"));
  TimelinePage page(ran.workbench());
  auto* view = shown<TimelineView>(page, {1'000, 500});
  const int small = qRound(view->drawing().rows.front().bar.height());
  theme::Theme::instance().setScheme(theme::Scheme::Dark);
  theme::Theme::instance().setZoomPercent(150);
  const QImage image = view->grab().toImage();
  QCOMPARE(image.pixelColor(3, 3), theme::color(Role::Panel));
  QCOMPARE(qRound(view->drawing().rows.front().bar.height()), small * 3 / 2);
  theme::Theme::instance().setZoomPercent(100);
  theme::Theme::instance().setScheme(theme::Scheme::Light);
}

QTEST_MAIN(TestStageViews)
#include "tst_stage_views.moc"
