// SPDX-License-Identifier: GPL-3.0-or-later
// Stepping through a handler in the window: margin, stack, variables, evaluate, and what the stage
// says meanwhile.
#include <QApplication>
#include <QContextMenuEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPlainTextEdit>
#include <QProcess>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>
#include <QToolButton>
#include <QTreeWidget>

#include "app/editor/code_page.h"
#include "app/editor/code_view.h"
#include "app/window/main_window.h"
#include "app/window/preferences.h"
#include "app/workbench/debug_session.h"
#include "app/workbench/document.h"
#include "app/workbench/live_workbench.h"
#include "app/workbench/session.h"
#include "tests/support/app_fixture.h"

using namespace coldstart;
using namespace coldstart::window;
using journal::Ending;

class TestDebugWindow : public QObject {
  Q_OBJECT
 private slots:
  void initTestCase();
  void init();
  void cleanup();
  void stepsThroughAHandler();
  void aClickInTheMarginSetsABreakpointThatMovesWithItsLine();
  void testWithoutTheDebuggerIsNotHeld();
  void runsToALine();
  void aConditionIsWrittenInTheCode();
  void aRightClickInTheMarginOffersWhatALineHas();
  void aConditionThatRaisesIsSaid();
  void breakpointsAreRememberedForTheFolder();
  void stepsThroughANodeHandler();

 private:
  void open(const char* sample, const QString& file, const char* code);
  editor::CodeView* view() { return m_window->findChild<editor::CodePage*>()->view(); }

  template <typename T>
  T* child(const char* name) {
    auto* found = m_window->findChild<T*>(QString::fromLatin1(name));
    if (!found) QTest::qFail(name, __FILE__, __LINE__);
    return found;
  }
  Session& session() { return *m_window->session(); }
  DebugSession& debug() { return session().live().debugging(); }
  void trigger(const char* action) {
    m_window->actions().find(QString::fromLatin1(action))->trigger();
  }
  QString place() { return child<QLabel>("debugPlace")->text(); }
  /// What a variable of the frame in front holds.
  QString value(const char* name) {
    const auto found = child<QTreeWidget>("debugVariables")
                           ->findItems(QString::fromLatin1(name), Qt::MatchExactly);
    return found.isEmpty() ? QString() : found.first()->text(1);
  }

  tests::PrivateFolders m_folders;
  std::unique_ptr<QTemporaryDir> m_dir;
  std::unique_ptr<MainWindow> m_window;
};

namespace {

const QString kFile = QStringLiteral("hello/lambda_function.py");
constexpr const char* kCode =
    "def price(order):\n"
    "    total = order['n'] * 2\n"
    "    return total\n"
    "\n"
    "def lambda_handler(event, context):\n"
    "    order = {'n': 21}\n"
    "    return price(order)\n";

}  // namespace

void TestDebugWindow::initTestCase() {
  QProcess probe;
  probe.start(QStringLiteral("/usr/bin/python3"),
              {QStringLiteral("-c"), QStringLiteral("import debugpy")});
  if (!probe.waitForFinished(30'000) || probe.exitCode() != 0)
    QSKIP("Debian's python3-debugpy is not installed here.");
}

void TestDebugWindow::init() {
  QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin)")));
  m_dir = std::make_unique<QTemporaryDir>();
  preferences::setValue(QStringLiteral("reducedMotion"), true);
  preferences::applyLook();
  m_window = std::make_unique<MainWindow>();
  m_window->resize(1440, 900);
  m_window->show();
  QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
  open("hello-python", kFile, kCode);
}

void TestDebugWindow::open(const char* sample, const QString& file, const char* code) {
  const QString name = QString::fromLatin1(sample);
  const QString folder = tests::copySample(name, m_dir->filePath(name));
  tests::writeFile(folder + u'/' + file, code);
  QVERIFY(m_window->openProject(folder));
  session().live().setTrusted(true);
}

void TestDebugWindow::cleanup() {
  if (m_window && m_window->session()) session().live().stop();
  m_window.reset();
  m_dir.reset();
}

void TestDebugWindow::stepsThroughAHandler() {
  QSignalSpy ended(&session(), &Session::testEnded);
  debug().toggle(kFile, 7);
  trigger("run.debug");
  QTRY_VERIFY_WITH_TIMEOUT(debug().stop(), 30'000);
  QCOMPARE(session().mode(), Session::Mode::Live);
  QVERIFY2(place().contains(QStringLiteral("hello/lambda_function.py, line 7")),
           qPrintable(place()));
  QVERIFY(child<QLabel>("heldStrip")->text().contains(QStringLiteral("held by the debugger")));
  auto* frames = child<QListWidget>("debugFrames");
  QCOMPARE(frames->count(), 1);
  QTRY_COMPARE(value("order"), QStringLiteral("{'n': 21}"));
  QTest::mouseClick(child<QToolButton>("debug-in"), Qt::LeftButton);
  QTRY_VERIFY_WITH_TIMEOUT(place().contains(QStringLiteral("line 2")), 10'000);
  QCOMPARE(frames->count(), 2);
  QTest::mouseClick(child<QToolButton>("debug-over"), Qt::LeftButton);
  QTRY_VERIFY_WITH_TIMEOUT(place().contains(QStringLiteral("line 3")), 10'000);
  QTRY_COMPARE(value("total"), QStringLiteral("42"));
  // Asking changes what the handler goes on with.
  auto* question = child<QLineEdit>("debugQuestion");
  question->setText(QStringLiteral("total + 1"));
  QTest::keyClick(question, Qt::Key_Return);
  auto* answers = child<QPlainTextEdit>("debugAnswers");
  QTRY_COMPARE(answers->toPlainText(), QStringLiteral("total + 1 → 43"));
  question->setText(QStringLiteral("nothing"));
  QTest::keyClick(question, Qt::Key_Return);
  QTRY_VERIFY(answers->toPlainText().contains(QStringLiteral("! NameError")));
  // The caller's frame has its own variables.
  frames->setCurrentRow(1);
  QTRY_COMPARE(value("order"), QStringLiteral("{'n': 21}"));
  QTRY_VERIFY(value("total").isEmpty());
  QTest::mouseClick(child<QToolButton>("debug-continue"), Qt::LeftButton);
  QTRY_COMPARE_WITH_TIMEOUT(ended.count(), 1, 10'000);
  QVERIFY(!debug().stop());
  QVERIFY(!child<QLabel>("heldStrip")->isVisible());
  QCOMPARE(child<QPlainTextEdit>("resultPayload")->toPlainText(), QStringLiteral("42"));
}

void TestDebugWindow::aClickInTheMarginSetsABreakpointThatMovesWithItsLine() {
  auto* view = m_window->findChild<editor::CodeView*>();
  QVERIFY(view);
  emit view->breakpointAsked(6);
  QCOMPARE(debug().breakpoints(kFile).keys(), QList<int>{6});
  QCOMPARE(view->breakpoints().keys(), QList<int>{6});
  view->insertAt(QStringLiteral("# first\n"), 0, 0);
  QTRY_COMPARE(debug().breakpoints(kFile).keys(), QList<int>{7});
  emit view->breakpointAsked(7);
  QVERIFY(view->breakpoints().isEmpty());
}

void TestDebugWindow::testWithoutTheDebuggerIsNotHeld() {
  QSignalSpy ended(&session(), &Session::testEnded);
  debug().toggle(kFile, 7);
  session().setMode(Session::Mode::Live);
  trigger("run.test");
  QTRY_COMPARE_WITH_TIMEOUT(ended.count(), 1, 30'000);
  QVERIFY(!debug().stop());
  QCOMPARE(child<QPlainTextEdit>("resultPayload")->toPlainText(), QStringLiteral("42"));
  // Stop works while it is held, and the next Test starts afresh.
  trigger("run.debug");
  QTRY_VERIFY_WITH_TIMEOUT(debug().stop(), 30'000);
  trigger("run.stop");
  QTRY_VERIFY(!session().busy());
  QTRY_VERIFY(!debug().stop());
  trigger("run.test");
  QTRY_COMPARE_WITH_TIMEOUT(ended.count(), 2, 30'000);
}

void TestDebugWindow::runsToALine() {
  QSignalSpy ended(&session(), &Session::testEnded);
  debug().toggle(kFile, 3);
  // With nothing under way: the next Test, with the debugger.
  m_window->findChild<editor::CodePage*>()->openFile(kFile, 6);
  trigger("editor.runTo");
  QTRY_VERIFY_WITH_TIMEOUT(debug().stop(), 30'000);
  QVERIFY2(place().contains(QStringLiteral("line 7")), qPrintable(place()));
  // From there on, and no breakpoint is left where it stopped.
  view()->goTo(1);
  trigger("editor.runTo");
  QTRY_VERIFY_WITH_TIMEOUT(place().contains(QStringLiteral("line 2")), 10'000);
  QCOMPARE(debug().breakpoints(kFile).keys(), QList<int>{3});
  debug().toggle(kFile, 3);
  trigger("debug.continue");
  QTRY_COMPARE_WITH_TIMEOUT(ended.count(), 1, 10'000);
  trigger("run.debug");
  QTRY_COMPARE_WITH_TIMEOUT(ended.count(), 2, 30'000);
  QVERIFY(!debug().stop());
}

void TestDebugWindow::aConditionIsWrittenInTheCode() {
  QSignalSpy ended(&session(), &Session::testEnded);
  m_window->findChild<editor::CodePage*>()->openFile(kFile, 2);
  trigger("editor.condition");
  auto* text = child<QLineEdit>("conditionText");
  QVERIFY(text->isVisible());
  QTest::keyClicks(text, QStringLiteral("total == 7"));
  QTest::keyClick(text, Qt::Key_Return);
  QVERIFY(!text->isVisible());
  const QMap<int, QString> wanted{{3, QStringLiteral("total == 7")}};
  QCOMPARE(debug().breakpoints(kFile), wanted);
  QCOMPARE(view()->breakpoints(), wanted);
  trigger("run.debug");  // It is 42.
  QTRY_COMPARE_WITH_TIMEOUT(ended.count(), 1, 30'000);
  QVERIFY(!debug().stop());
  debug().setCondition(kFile, 3, QStringLiteral("total == 42"));
  trigger("run.debug");
  QTRY_VERIFY_WITH_TIMEOUT(debug().stop(), 30'000);
  QVERIFY(place().contains(QStringLiteral("line 3")));
  trigger("debug.continue");
  QTRY_COMPARE_WITH_TIMEOUT(ended.count(), 2, 10'000);
}

void TestDebugWindow::aRightClickInTheMarginOffersWhatALineHas() {
  m_window->findChild<editor::CodePage*>()->openFile(kFile, 6);
  const auto height = static_cast<int>(view()->SendScintilla(QsciScintilla::SCI_TEXTHEIGHT, 0UL));
  const QPoint place(4, height + height / 2);  // The second line in view.
  const auto first =
      static_cast<int>(view()->SendScintilla(QsciScintilla::SCI_GETFIRSTVISIBLELINE));
  QStringList offered;
  QTimer::singleShot(0, this, [&] {
    auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
    if (!menu) return;
    for (QAction* action : menu->actions()) {
      offered << action->objectName();
      if (action->objectName() == QStringLiteral("editor.condition")) menu->setActiveAction(action);
    }
    QTest::keyClick(menu, Qt::Key_Return);
  });
  QContextMenuEvent click(QContextMenuEvent::Mouse, place, view()->viewport()->mapToGlobal(place));
  QApplication::sendEvent(view()->viewport(), &click);
  QCOMPARE(offered,
           (QStringList{QStringLiteral("editor.breakpoint"), QStringLiteral("editor.condition"),
                        QStringLiteral("editor.runTo")}));
  auto* text = child<QLineEdit>("conditionText");
  QVERIFY(text->isVisible());
  QTest::keyClicks(text, QStringLiteral("n > 2"));
  QTest::keyClick(text, Qt::Key_Return);
  QCOMPARE(debug().breakpoints(kFile), (QMap<int, QString>{{first + 2, QStringLiteral("n > 2")}}));
}

void TestDebugWindow::aConditionThatRaisesIsSaid() {
  debug().setCondition(kFile, 3, QStringLiteral("nothing > 2"));
  trigger("run.debug");
  QTRY_VERIFY_WITH_TIMEOUT(debug().stop(), 30'000);
  QVERIFY2(place().contains(QStringLiteral("the condition of the breakpoint raises NameError: name "
                                           "'nothing' is not defined")),
           qPrintable(place()));
}

void TestDebugWindow::breakpointsAreRememberedForTheFolder() {
  debug().toggle(kFile, 3);
  debug().setCondition(kFile, 7, QStringLiteral("event\t== 'a, b'"));
  const DebugSession::Lines before = debug().breakpoints(kFile);
  const QString folder = m_window->document()->folder();
  m_window.reset();
  m_window = std::make_unique<MainWindow>();
  QVERIFY(m_window->openProject(folder));
  QCOMPARE(debug().breakpoints(kFile), before);
  debug().toggle(kFile, 3);
  debug().toggle(kFile, 7);
  m_window.reset();
  m_window = std::make_unique<MainWindow>();
  QVERIFY(m_window->openProject(folder));
  QVERIFY(debug().breakpoints(kFile).isEmpty());
}

void TestDebugWindow::stepsThroughANodeHandler() {
  if (QStandardPaths::findExecutable(QStringLiteral("node"), {QStringLiteral("/usr/bin")})
          .isEmpty())
    QSKIP("Debian's nodejs is not installed here.");
  const QString file = QStringLiteral("hello/index.mjs");
  open("hello-node", file,
       "const price = (order) => {\n"
       "  const total = order.n * 2;\n"
       "  return total;\n"
       "};\n"
       "export const handler = async () => {\n"
       "  return price({ n: 21 });\n"
       "};\n");
  QSignalSpy ended(&session(), &Session::testEnded);
  debug().toggle(file, 6);
  trigger("run.debug");
  QTRY_VERIFY_WITH_TIMEOUT(debug().stop(), 30'000);
  QVERIFY2(place().contains(QStringLiteral("hello/index.mjs, line 6")), qPrintable(place()));
  trigger("debug.in");
  QTRY_VERIFY_WITH_TIMEOUT(place().contains(QStringLiteral("line 2")), 10'000);
  trigger("debug.over");
  QTRY_COMPARE_WITH_TIMEOUT(value("total"), QStringLiteral("42"), 10'000);
  QCOMPARE(value("order"), QStringLiteral("{n: 21}"));
  auto* question = child<QLineEdit>("debugQuestion");
  auto* answers = child<QPlainTextEdit>("debugAnswers");
  question->setText(QStringLiteral("nothing.at"));
  QTest::keyClick(question, Qt::Key_Return);
  QTRY_VERIFY(
      answers->toPlainText().contains(QStringLiteral("! ReferenceError: nothing is not defined")));
  trigger("debug.continue");
  QTRY_COMPARE_WITH_TIMEOUT(ended.count(), 1, 10'000);
  QCOMPARE(child<QPlainTextEdit>("resultPayload")->toPlainText(), QStringLiteral("42"));
}

QTEST_MAIN(TestDebugWindow)
#include "tst_debug_window.moc"
