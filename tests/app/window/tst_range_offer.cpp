// SPDX-License-Identifier: GPL-3.0-or-later
// A run that keeps too few records for all its requests, looked at anywhere.
#include <QAbstractButton>
#include <QAction>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include "app/theme/banner.h"
#include "app/window/main_window.h"
#include "app/window/preferences.h"
#include "app/workbench/document.h"
#include "app/workbench/session.h"
#include "tests/support/app_fixture.h"

using namespace coldstart;
using namespace coldstart::window;

class TestRangeOffer : public QObject {
  Q_OBJECT
 private slots:
  void init();
  void cleanup();
  void zoomingToWhatWasNotKeptOffersIt();
  void theRangeHasWhatTheWholeRunHas();
  void runsThatKeepEverythingOfferNothing();

 private:
  [[nodiscard]] Session& session() const { return *m_window->session(); }
  [[nodiscard]] QAction& action() const {
    return *m_window->actions().find(QStringLiteral("run.showRequests"));
  }
  /// Three minutes with some thousand requests, of which so many are kept.
  void run(std::size_t capacity) {
    session().setCapacity(capacity);
    QSignalSpy changed(&session(), &Session::runChanged);
    session().runScenario(session().scenario());
    QTRY_COMPARE_WITH_TIMEOUT(changed.count(), 1, 30'000);
  }
  [[nodiscard]] TimeWindow last() const {
    return {session().end() - Duration::minutes(2), session().end() - Duration::minutes(1)};
  }
  tests::PrivateFolders m_folders;
  std::unique_ptr<QTemporaryDir> m_dir;
  std::unique_ptr<MainWindow> m_window;
};

void TestRangeOffer::init() {
  QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin)")));
  m_dir = std::make_unique<QTemporaryDir>();
  preferences::setValue(QStringLiteral("reducedMotion"), true);
  preferences::applyLook();
  m_window = std::make_unique<MainWindow>();
  m_window->resize(1440, 900);
  m_window->show();
  QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
  const QString folder = m_dir->filePath(QStringLiteral("p"));
  QVERIFY(m_window->openProject(tests::copySample(QStringLiteral("retry-storm"), folder)));
  QTRY_VERIFY(m_window->session());
}

void TestRangeOffer::cleanup() {
  m_window.reset();
  m_dir.reset();
}

void TestRangeOffer::zoomingToWhatWasNotKeptOffersIt() {
  run(50);
  QVERIFY(m_window->banner()->isVisible());
  QVERIFY2(
      m_window->banner()->sentence().startsWith(QStringLiteral("The 50 requests from 0.000 s")),
      qPrintable(m_window->banner()->sentence()));
  QVERIFY(!action().isEnabled());  // The whole run is in view.
  session().setWindow({Instant{}, session().index()->attempts()[20].arrived});
  QVERIFY(!action().isEnabled());  // These were kept.
  session().setWindow(last());
  QVERIFY(action().isEnabled());
  session().setCapacity(1'000'000);
  QSignalSpy changed(&session(), &Session::runChanged);
  auto* offer = m_window->banner()->findChild<QAbstractButton*>(QStringLiteral("bannerOffer0"));
  QVERIFY(offer);
  QTest::mouseClick(offer, Qt::LeftButton);
  QTRY_COMPARE_WITH_TIMEOUT(changed.count(), 1, 30'000);
  const journal::Run& now = session().index()->run();
  QCOMPARE(now.recordedFrom, last().from);
  QVERIFY(!session().index()->attempts().empty());
  QCOMPARE(session().window(), last());
  QVERIFY(session().playhead() >= last().from && session().playhead() <= last().to);
}

void TestRangeOffer::theRangeHasWhatTheWholeRunHas() {
  run(1'000'000);
  const auto whole = session().index();
  QVERIFY(!whole->run().truncated);
  run(50);
  session().setWindow(last());
  session().setCapacity(1'000'000);
  QSignalSpy changed(&session(), &Session::runChanged);
  action().trigger();
  QTRY_COMPARE_WITH_TIMEOUT(changed.count(), 1, 30'000);
  const auto part = session().index();
  QCOMPARE(part->run().requests, whole->run().requests);
  std::size_t i = 0;
  for (const journal::Attempt& a : whole->attempts()) {
    if (a.arrived < last().from || a.arrived >= last().to) continue;
    while (part->attempts()[i].arrived < last().from) ++i;  // Under way when it begins.
    QCOMPARE(part->attempts()[i].request, a.request);
    QCOMPARE(part->attempts()[i].durationUs, a.durationUs);
    ++i;
  }
  QCOMPARE(i, part->attempts().size());
}

void TestRangeOffer::runsThatKeepEverythingOfferNothing() {
  run(1'000'000);
  session().setWindow(last());
  QVERIFY(!action().isEnabled());
  QVERIFY(!m_window->banner()->isVisible());
}

QTEST_MAIN(TestRangeOffer)
#include "tst_range_offer.moc"
