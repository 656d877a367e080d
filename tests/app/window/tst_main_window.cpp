// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractButton>
#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <QThreadPool>
#include <QTimer>
#include <QTreeView>

#include <nlohmann/json.hpp>

#include "app/theme/segmented.h"
#include "app/theme/theme.h"
#include "app/window/command_palette.h"
#include "app/window/main_window.h"
#include "app/window/pane.h"
#include "app/window/preferences.h"
#include "app/window/project_items.h"
#include "app/window/read_out.h"
#include "app/workbench/document.h"
#include "app/workbench/session.h"
#include "tests/support/app_fixture.h"

using namespace coldstart;
using namespace coldstart::window;

class TestMainWindow : public QObject {
  Q_OBJECT
 private slots:
  void init();
  void cleanup();
  void newcomersMinute();
  void welcomesWithoutAProject();
  void saysWhatCannotBeOpened();
  void largeTemplatesAreReadMeanwhile();
  void paletteFindsAndRuns();
  void scoresCloserNamesHigher_data();
  void scoresCloserNamesHigher();
  void layoutsComeBackAsTheyWereLeft();
  void teachIsLargeAndPlain();
  void keysWork();
  void zoomScalesEverything();
  void treeRenamesAFunctionEverywhere();
  void treeAddsAndRemovesWithUndo();
  void offersWhatACrashLeft();
  void leavingAsksOnce();
  void fitsSmallWindows_data();
  void fitsSmallWindows();
  void anotherProjectReplacesTheFirst();

 private:
  template <typename T>
  T* child(const char* name) {
    auto* found = m_window->findChild<T*>(QString::fromLatin1(name));
    if (!found) QTest::qFail(name, __FILE__, __LINE__);
    return found;
  }
  void trigger(const char* action) {
    m_window->actions().find(QString::fromLatin1(action))->trigger();
  }
  void open(const QString& sample = QStringLiteral("cold-vs-warm"));
  void press(const char* button) {
    QTest::mouseClick(child<QAbstractButton>(button), Qt::LeftButton);
  }
  tests::PrivateFolders m_folders;
  std::unique_ptr<QTemporaryDir> m_dir;
  std::unique_ptr<MainWindow> m_window;
};

void TestMainWindow::init() {
  QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin)")));
  m_dir = std::make_unique<QTemporaryDir>();
  QFile::remove(m_folders.path(QStringLiteral("coldstart.conf")));
  preferences::setValue(QStringLiteral("reducedMotion"), true);
  preferences::setValue(QStringLiteral("zoom"), 100);
  preferences::setValue(QStringLiteral("theme"), QStringLiteral("light"));
  for (const char* key : {"layout/write", "layout/watch", "layout/last", "geometry", "recent"})
    preferences::setValue(QString::fromLatin1(key), {});
  preferences::applyLook();
  m_window = std::make_unique<MainWindow>();
  m_window->resize(1440, 900);
  m_window->show();
  QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void TestMainWindow::cleanup() {
  m_window.reset();
  m_dir.reset();
}

void TestMainWindow::open(const QString& sample) {
  QVERIFY(m_window->openProject(tests::copySample(sample, m_dir->filePath(sample))));
  QTRY_VERIFY(m_window->bench()->isVisible());
}

void TestMainWindow::newcomersMinute() {
  open();
  Session& session = *m_window->session();
  // Test: a cold start, an orange bar and a green one.
  QSignalSpy ended(&session, &Session::testEnded);
  press("testButton");
  QTRY_COMPARE(ended.count(), 1);
  const auto first = session.index()->attempts()[0];
  QVERIFY(journal::isCold(first.decision));
  QVERIFY(first.waitUs > 0);
  QVERIFY(child<ReadOut>("playheadReadOut")->value() != QStringLiteral("00:00.000"));
  QVERIFY(child<ReadOut>("billReadOut")->value() != QStringLiteral("$0"));
  // Test again: warm, in the same environment.
  press("testButton");
  QTRY_COMPARE(ended.count(), 2);
  QCOMPARE(session.index()->attempts()[1].decision, journal::Decision::Warm);
  QCOMPARE(session.index()->attempts()[1].environment, first.environment);
  // Scrub back into the init phase: one environment is busy at that moment.
  session.setPlayhead(first.arrived + Duration{first.waitUs / 2});
  QVERIFY(child<ReadOut>("busyReadOut")->value().startsWith(u'1'));
  session.stepForward();
  QCOMPARE(session.playhead(), first.began());
  // Select the first request: Explain names the reason.
  session.select({Selection::Kind::Attempt, 0});
  Page* explain =
      m_window->bench()->pane(QStringLiteral("explainPane"))->page(QStringLiteral("explain"));
  QVERIFY(explain->isVisible());
  const auto told = [&] {
    QString all = explain->accessibleName() + explain->accessibleDescription();
    for (const QLabel* label : explain->findChildren<QLabel*>())
      if (label->isVisible()) all += label->text();
    return all;
  };
  QTRY_VERIFY2(told().contains(QStringLiteral("Why did #1 wait")), qPrintable(told()));
  QTRY_VERIFY2(told().contains(QStringLiteral("No environment of <b>Greeter</b> existed yet")),
               qPrintable(told()));
  session.select({Selection::Kind::Attempt, 1});
  QTRY_VERIFY2(told().contains(QStringLiteral("warm"), Qt::CaseInsensitive), qPrintable(told()));
}

void TestMainWindow::welcomesWithoutAProject() {
  QVERIFY(child<QWidget>("welcome")->isVisible());
  QVERIFY(!child<QAbstractButton>("testButton")->isEnabled());
  QVERIFY(
      child<QAbstractButton>("testButton")->toolTip().contains(QStringLiteral("Open a project")));
  QTRY_VERIFY(m_window->findChild<QAbstractButton*>(QStringLiteral("sample:burst-of-3000")));
  press("welcome:file.firstSample");
  QVERIFY(m_window->document());
  QVERIFY(!child<QWidget>("welcome")->isVisible());
  QVERIFY(m_window->closeProject());
  QVERIFY(child<QWidget>("welcome")->isVisible());
  // The commands of pages that are gone can do no harm.
  for (QAction* action : m_window->actions().all()) {
    if (action->objectName().startsWith(QStringLiteral("edit.find"))) action->trigger();
  }
}

void TestMainWindow::saysWhatCannotBeOpened() {
  QVERIFY(!m_window->openProject(m_dir->path()));
  QVERIFY(m_window->banner()->isVisible());
  QVERIFY(m_window->banner()->sentence().contains(QStringLiteral("no template.json")));
  QVERIFY(!m_window->document());
}

/// A template of some megabytes: whoever reads it on the window's thread returns only when it is
/// open, and then there is nothing left to stop.
void TestMainWindow::largeTemplatesAreReadMeanwhile() {
  const QString path = m_dir->filePath(QStringLiteral("large/template.yaml"));
  QByteArray text = tests::readFile(
      tests::copySample(QStringLiteral("api-backend"), m_dir->filePath(QStringLiteral("large"))) +
      QStringLiteral("/template.yaml"));
  for (int i = 0; i < 4'000; ++i) {
    text += "  Note" + QByteArray::number(i) + ":\n    Text: [" +
            QByteArray("word, ").repeated(100) + "end]\n";
  }
  tests::writeFile(path, text);
  QVERIFY(m_window->openProject(path));
  QVERIFY(m_window->reading());
  QVERIFY(!m_window->document());
  QVERIFY(child<QWidget>("runProgress")->isVisible());
  // The window answers meanwhile: reading is stopped, and nothing comes of it.
  press("stopRun");
  QVERIFY(!m_window->reading());
  QVERIFY(!child<QWidget>("runProgress")->isVisible());
  QVERIFY(QThreadPool::globalInstance()->waitForDone());
  QCoreApplication::processEvents();
  QVERIFY(!m_window->document());
  // Left alone it opens; a project that is open stays until then.
  open();
  QVERIFY(m_window->openProject(path));
  QVERIFY(m_window->reading());
  QVERIFY(m_window->document()->folder().endsWith(QStringLiteral("cold-vs-warm")));
  QTRY_VERIFY_WITH_TIMEOUT(!m_window->reading(), 60'000);
  QCOMPARE(m_window->document()->templatePath(), path);
  QVERIFY(!m_window->document()->project().functions.empty());
  // A mistake in it is told like any other, and what is open stays.
  tests::writeFile(m_dir->filePath(QStringLiteral("broken/template.yaml")), text + "  - : [\n");
  QVERIFY(m_window->openProject(m_dir->filePath(QStringLiteral("broken"))));
  QTRY_VERIFY_WITH_TIMEOUT(!m_window->reading(), 60'000);
  QVERIFY2(m_window->banner()->sentence().contains(QStringLiteral("template.yaml:")),
           qPrintable(m_window->banner()->sentence()));
  QCOMPARE(m_window->document()->templatePath(), path);
}

void TestMainWindow::paletteFindsAndRuns() {
  open();
  QTest::keyClick(m_window.get(), Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
  auto* typed = child<QLineEdit>("commandPaletteInput");
  auto* list = child<QListWidget>("commandPaletteList");
  QVERIFY(typed->isVisible());
  QVERIFY(list->count() > 30);
  QTest::keyClicks(typed, QStringLiteral("laywat"));
  QCOMPARE(list->item(0)->text(), QStringLiteral("Layout Watch: stage and metrics"));
  QTest::keyClick(typed, Qt::Key_Return);
  QVERIFY(!typed->isVisible());
  QCOMPARE(m_window->layoutChoice(), Layout::Watch);
  trigger("view.palette");
  QTest::keyClick(typed, Qt::Key_Escape);
  QVERIFY(!typed->isVisible());
}

void TestMainWindow::scoresCloserNamesHigher_data() {
  QTest::addColumn<QString>("typed");
  QTest::addColumn<QString>("better");
  QTest::addColumn<QString>("worse");
  QTest::newRow("initials") << QStringLiteral("gtl") << QStringLiteral("Go to Logs")
                            << QStringLiteral("Settings…");
  QTest::newRow("together") << QStringLiteral("time") << QStringLiteral("Go to Timeline")
                            << QStringLiteral("Test in my environment");
  QTest::newRow("case") << QStringLiteral("TEST") << QStringLiteral("Test")
                        << QStringLiteral("Go to Test event");
}

void TestMainWindow::scoresCloserNamesHigher() {
  QFETCH(QString, typed);
  QFETCH(QString, better);
  QFETCH(QString, worse);
  QVERIFY(fuzzyScore(better, typed) > fuzzyScore(worse, typed));
  QCOMPARE(fuzzyScore(better, QStringLiteral("xyzzy")), -1);
}

void TestMainWindow::layoutsComeBackAsTheyWereLeft() {
  open();
  Pane* explain = m_window->bench()->pane(QStringLiteral("explainPane"));
  Pane* second = m_window->bench()->pane(QStringLiteral("secondStagePane"));
  QVERIFY(explain->isVisible());
  QVERIFY(!second->isVisible());
  explain->hide();
  Pane* stage = m_window->bench()->pane(QStringLiteral("stagePane"));
  stage->showPage(QStringLiteral("concurrency"));
  m_window->setLayoutChoice(Layout::Watch);
  QVERIFY(second->isVisible());
  QVERIFY(explain->isVisible());
  QCOMPARE(stage->currentPage(), QStringLiteral("flow"));
  m_window->setLayoutChoice(Layout::Write);
  QCOMPARE(stage->currentPage(), QStringLiteral("concurrency"));
  QVERIFY(!explain->isVisible());
  QVERIFY(!second->isVisible());  // It has no place in this layout.
  trigger("view.reset");
  QVERIFY(explain->isVisible());
  explain->hide();
  stage->showPage(QStringLiteral("flow"));
  // The next session begins where this one ended.
  const QString folder = m_window->document()->folder();
  m_window->close();
  m_window = std::make_unique<MainWindow>();
  m_window->resize(1440, 900);
  m_window->show();
  QVERIFY(m_window->openProject(folder));
  QCOMPARE(m_window->layoutChoice(), Layout::Write);
  QVERIFY(!m_window->bench()->pane(QStringLiteral("explainPane"))->isVisible());
  QVERIFY(m_window->bench()->pane(QStringLiteral("eventPane"))->isVisible());
  QCOMPARE(m_window->bench()->pane(QStringLiteral("stagePane"))->currentPage(),
           QStringLiteral("flow"));
}

void TestMainWindow::teachIsLargeAndPlain() {
  open();
  m_window->resize(1024, 768);
  QTest::keyClick(m_window.get(), Qt::Key_3, Qt::ControlModifier);
  QCOMPARE(m_window->layoutChoice(), Layout::Teach);
  QCOMPARE(theme::Theme::instance().zoomPercent(), 150);
  QCOMPARE(m_window->size(), QSize(1024, 768));
  QVERIFY(child<QLabel>("teachCaption")->text().contains(QStringLiteral("Press Test")));
  QSignalSpy ended(m_window->session(), &Session::testEnded);
  press("teachTest");
  QTRY_COMPARE(ended.count(), 1);
  QTRY_VERIFY(child<QLabel>("teachCaption")->text().contains(QStringLiteral("Greeter")));
  // Arrival, ready, end: three steps, and the playhead stands behind the last.
  QTRY_COMPARE(child<QLabel>("teachStepCount")->text(), QStringLiteral("step 3 of 3"));
  press("teachBack");
  press("teachBack");
  QCOMPARE(child<QLabel>("teachStepCount")->text(), QStringLiteral("step 2 of 3"));
  // However large the rest, the stage keeps its room on a small screen.
  preferences::setValue(QStringLiteral("zoom"), 200);
  m_window->resize(1000, 760);
  QCOMPARE(theme::Theme::instance().zoomPercent(), 200);
  m_window->resize(1600, 1200);
  QCOMPARE(theme::Theme::instance().zoomPercent(), 240);
  preferences::setValue(QStringLiteral("zoom"), 100);
  m_window->resize(1024, 768);
  QTest::mouseClick(child<theme::Segmented>("teachLayoutSwitch")->segment(0), Qt::LeftButton);
  QCOMPARE(m_window->layoutChoice(), Layout::Write);
  QCOMPARE(theme::Theme::instance().zoomPercent(), 100);
}

void TestMainWindow::keysWork() {
  open();
  QSignalSpy ended(m_window->session(), &Session::testEnded);
  QVERIFY(child<QTreeView>("projectTree")->hasFocus());
  QTest::keyClick(m_window.get(), Qt::Key_F5);
  QTRY_COMPARE(ended.count(), 1);
  QTest::keyClick(m_window.get(), Qt::Key_Return, Qt::ControlModifier);
  QTRY_COMPARE(ended.count(), 2);
  QTest::keyClick(m_window.get(), Qt::Key_Home, Qt::AltModifier);
  QCOMPARE(m_window->session()->playhead(), Instant{});
  QTest::keyClick(m_window.get(), Qt::Key_F6);
  QVERIFY(QApplication::focusWidget());
  Pane* function = m_window->bench()->pane(QStringLiteral("functionPane"));
  QVERIFY(function->isAncestorOf(QApplication::focusWidget()));
}

void TestMainWindow::zoomScalesEverything() {
  open();
  const int before = child<QWidget>("testButton")->height();
  trigger("view.zoomIn");
  QCOMPARE(theme::Theme::instance().zoomPercent(), 110);
  QTRY_VERIFY(child<QWidget>("testButton")->height() > before);
  trigger("view.zoomReset");
  QCOMPARE(theme::Theme::instance().zoomPercent(), 100);
  trigger("view.dark");
  QVERIFY(theme::Theme::instance().dark());
}

void TestMainWindow::treeRenamesAFunctionEverywhere() {
  open();
  auto* tree = child<QTreeView>("projectTree");
  const auto find = [&](const QString& text) {
    return tree->model()
        ->match(tree->model()->index(0, 0), Qt::DisplayRole, text, 1,
                Qt::MatchExactly | Qt::MatchRecursive)
        .value(0);
  };
  tree->setCurrentIndex(find(QStringLiteral("Greeter")));
  tree->edit(tree->currentIndex());
  auto* editor = tree->viewport()->findChild<QLineEdit*>();
  QVERIFY(editor);
  editor->setText(QStringLiteral("Welcomer"));
  QTest::keyClick(editor, Qt::Key_Return);
  const Document& document = *m_window->document();
  QTRY_COMPARE(document.project().functions[0].id, std::string("Welcomer"));
  QVERIFY(document.errors().empty());  // The scenarios follow.
  QTRY_VERIFY(find(QStringLiteral("Welcomer")).isValid());
  trigger("edit.undo");
  QCOMPARE(document.project().functions[0].id, std::string("Greeter"));
  QVERIFY(!document.modified());
}

void TestMainWindow::treeAddsAndRemovesWithUndo() {
  open();
  Document& document = *m_window->document();
  trigger("file.addFunction");
  QCOMPARE(document.project().functions.size(), std::size_t{2});
  QVERIFY2(document.errors().empty(),
           document.errors().empty() ? "" : document.errors()[0].english().c_str());
  QVERIFY(!document.filesOf(1).isEmpty());
  trigger("edit.undo");
  QCOMPARE(document.project().functions.size(), std::size_t{1});
  QVERIFY(!document.modified());
}

void TestMainWindow::offersWhatACrashLeft() {
  open();
  const QString folder = m_window->document()->folder();
  m_window->document()->setValue("/Resources/Greeter/Properties/Timeout", 9, QString());
  const auto kept = [this] {
    QDirIterator found(m_folders.path(QString()), {QStringLiteral("current.json")}, QDir::Files,
                       QDirIterator::Subdirectories);
    return found.hasNext() ? found.next() : QString();
  };
  QTRY_VERIFY_WITH_TIMEOUT(!kept().isEmpty(), 10'000);
  const QString path = kept();
  const QByteArray edits = tests::readFile(path);
  m_window->document()->undoStack().undo();
  QVERIFY(m_window->closeProject());
  tests::writeFile(path, edits);
  QVERIFY(m_window->openProject(folder));
  QVERIFY(m_window->banner()->isVisible());
  press("bannerOffer0");
  QCOMPARE(m_window->document()->project().functions[0].timeout, Duration::seconds(9));
}

void TestMainWindow::leavingAsksOnce() {
  open();
  m_window->document()->setValue("/Resources/Greeter/Properties/Timeout", 9, QString());
  QVERIFY(m_window->isWindowModified());
  int asked = 0;
  QTimer::singleShot(0, this, [&] {
    ++asked;
    QTest::keyClick(QApplication::activeModalWidget(), Qt::Key_Escape);
  });
  QVERIFY(!m_window->closeProject());
  QCOMPARE(asked, 1);
  QVERIFY(m_window->document());
  m_window->document()->undoStack().undo();
  QVERIFY(m_window->closeProject());
}

void TestMainWindow::fitsSmallWindows_data() {
  QTest::addColumn<QSize>("size");
  QTest::addColumn<int>("zoom");
  QTest::newRow("projector") << QSize(1024, 768) << 100;
  QTest::newRow("laptop at 200 %") << QSize(1440, 900) << 200;
  QTest::newRow("half a screen") << QSize(720, 900) << 100;
}

void TestMainWindow::fitsSmallWindows() {
  QFETCH(QSize, size);
  QFETCH(int, zoom);
  preferences::setValue(QStringLiteral("zoom"), zoom);
  preferences::applyLook();
  m_window->resize(size);
  open();
  for (const Layout layout : {Layout::Write, Layout::Watch, Layout::Teach}) {
    m_window->setLayoutChoice(layout);
    QTest::qWait(0);
    QCOMPARE(m_window->size(), size);
    for (const char* name :
         {"testButton", "layoutSwitch", "billReadOut", "teachPlay", "teachClock"}) {
      auto* widget = m_window->findChild<QWidget*>(QString::fromLatin1(name));
      if (!widget || !widget->isVisible()) continue;
      const QRect place(widget->mapTo(m_window.get(), QPoint()), widget->size());
      QVERIFY2(m_window->rect().contains(place), name);
      QTRY_VERIFY2(widget->width() >= widget->minimumSizeHint().width(), name);
    }
  }
}

void TestMainWindow::anotherProjectReplacesTheFirst() {
  open();
  QSignalSpy ended(m_window->session(), &Session::testEnded);
  press("testButton");
  QTRY_COMPARE(ended.count(), 1);
  open(QStringLiteral("burst-of-3000"));
  QVERIFY(!m_window->session()->index());
  QSignalSpy changed(m_window->session(), &Session::runChanged);
  trigger("run.scenario");
  QTRY_COMPARE(changed.count(), 1);
  m_window->session()->setPlayhead(m_window->session()->end());
  QVERIFY(child<ReadOut>("throttledReadOut")->value() != QStringLiteral("0"));
  QCOMPARE(preferences::recent().size(), 2);
}

QTEST_MAIN(TestMainWindow)
#include "tst_main_window.moc"
