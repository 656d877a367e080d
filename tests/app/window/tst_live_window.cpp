// SPDX-License-Identifier: GPL-3.0-or-later
// Live in the window: nothing runs before the user says so, and what runs is shown as it was.
#include <QAbstractButton>
#include <QComboBox>
#include <QFileInfo>
#include <QLabel>
#include <QListWidget>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QUndoStack>

#include <nlohmann/json.hpp>

#include "app/cloudwatch/log_list.h"
#include "app/editor/code_view.h"
#include "app/event/linked_text.h"
#include "app/theme/segmented.h"
#include "app/theme/theme.h"
#include "app/window/main_window.h"
#include "app/window/preferences.h"
#include "app/window/read_out.h"
#include "app/window/settings_dialog.h"
#include "app/window/trust.h"
#include "app/workbench/code_links.h"
#include "app/workbench/document.h"
#include "app/workbench/live_workbench.h"
#include "app/workbench/session.h"
#include "core/observe/logs.h"
#include "tests/support/app_fixture.h"

using namespace coldstart;
using namespace coldstart::window;
using journal::Decision;
using journal::Ending;

class TestLiveWindow : public QObject {
  Q_OBJECT
 private slots:
  void init();
  void cleanup();
  void switchTrustTestTest();
  void nothingRunsBeforeTheQuestion();
  void trustIsRememberedAndTakenBack();
  void anErrorIsShownAsTheRuntimePrintsIt();
  void aTraceLeadsToItsLine();
  void resultsAreKeptSentAgainAndCompared();
  void whatIsMeasuredIsSimulated();
  void teachSaysWhichMode();
  void aTimeOutIsLambdas();
  void savingMakesEnvironmentsStale();
  void memoryIsTakenAtTheNextTest();
  void stopEndsWhatRuns();
  void aBurstKeepsToThisMachinesLimit();
  void eachModeKeepsItsRun();
  void timePassesForIdleEnvironments();
  void whatCannotRunHereIsSaidAtOnce();
  void codeThatIsBuiltIsSaidToBe();

 private:
  template <typename T>
  T* child(const char* name) {
    auto* found = m_window->findChild<T*>(QString::fromLatin1(name));
    if (!found) QTest::qFail(name, __FILE__, __LINE__);
    return found;
  }
  void press(const char* button) {
    QTest::mouseClick(child<QAbstractButton>(button), Qt::LeftButton);
  }
  /// A project of the user's with this handler.
  void open(const QByteArray& code = {});
  void goLive() {
    QTest::mouseClick(child<theme::Segmented>("modeSwitch")->segment(1), Qt::LeftButton);
    QTRY_VERIFY(session().live().walls());
  }
  void trust() { session().live().setTrusted(true); }
  /// Presses Test and waits for the end of its request.
  quint32 test() {
    QSignalSpy ended(&session(), &Session::testEnded);
    press("testButton");
    if (!QTest::qWaitFor([&] { return !ended.isEmpty(); }, 30'000))
      QTest::qFail("the request did not end", __FILE__, __LINE__);
    return ended.isEmpty() ? 0 : ended.last().first().value<quint32>();
  }
  Session& session() { return *m_window->session(); }
  const journal::Attempt& attempt(quint32 number) { return session().index()->attempts()[number]; }
  QStringList log() {
    const observe::LogView view(session().index(), std::nullopt);
    QStringList lines;
    for (std::size_t i = 0; i < view.size(); ++i)
      lines << QString::fromStdString(view.line(i).text);
    return lines;
  }
  QString payload() { return child<QPlainTextEdit>("resultPayload")->toPlainText(); }

  tests::PrivateFolders m_folders;
  std::unique_ptr<QTemporaryDir> m_dir;
  std::unique_ptr<MainWindow> m_window;
};

void TestLiveWindow::init() {
  QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin)")));
  m_dir = std::make_unique<QTemporaryDir>();
  preferences::setValue(QStringLiteral("reducedMotion"), true);
  for (const char* key : {"live/trusted", "live/projects", "geometry", "layout/last"})
    preferences::setValue(QString::fromLatin1(key), {});
  preferences::setValue(QStringLiteral("live/atOnce"), 10);
  preferences::applyLook();
  m_window = std::make_unique<MainWindow>();
  m_window->resize(1440, 900);
  m_window->show();
  QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void TestLiveWindow::cleanup() {
  if (m_window->session()) m_window->session()->live().stop();
  m_window.reset();
  m_dir.reset();
}

void TestLiveWindow::open(const QByteArray& code) {
  const QString folder =
      tests::copySample(QStringLiteral("hello-python"), m_dir->filePath(QStringLiteral("mine")));
  if (!code.isEmpty()) tests::writeFile(folder + QStringLiteral("/hello/lambda_function.py"), code);
  QVERIFY(m_window->openProject(folder));
  QTRY_VERIFY(m_window->bench()->isVisible());
}

void TestLiveWindow::switchTrustTestTest() {
  open();
  QCOMPARE(session().mode(), Session::Mode::Simulated);
  goLive();
  QTRY_VERIFY(child<ReadOut>("wallsReadOut")->isVisible());
  press("testButton");
  QTRY_VERIFY(m_window->findChild<QMessageBox*>(QStringLiteral("trustQuestion")));
  auto* question = child<QMessageBox>("trustQuestion");
  QVERIFY(question->informativeText().contains(QStringLiteral("/mine/hello")));
  QVERIFY(question->informativeText().contains(QStringLiteral("bubblewrap")));
  QCOMPARE(session().index(), nullptr);
  QSignalSpy ended(&session(), &Session::testEnded);
  press("trustYes");  // One request, not two.
  QTRY_COMPARE_WITH_TIMEOUT(ended.count(), 1, 30'000);
  QCOMPARE(session().index()->attempts().size(), std::size_t{1});
  QVERIFY(journal::isCold(attempt(0).decision));
  QCOMPARE(attempt(0).ending, Ending::Succeeded);
  QVERIFY(payload().contains(QStringLiteral("Hello from Hello!")));
  QVERIFY(child<QLabel>("resultFigures")->text().contains(QStringLiteral("Init")));
  const QStringList lines = log();
  QVERIFY2(lines[0].startsWith(QStringLiteral("INIT_START")), qPrintable(lines.join(u'\n')));
  QVERIFY(lines[1].startsWith(QStringLiteral("START RequestId: ")));
  QVERIFY(lines[2].startsWith(QStringLiteral("event: {")));
  QVERIFY(lines[3].startsWith(QStringLiteral("END RequestId: ")));
  QVERIFY(lines[4].contains(QStringLiteral("Init Duration: ")));
  QCOMPARE(child<QPlainTextEdit>("resultLog")->toPlainText(), lines.join(u'\n').trimmed());
  const Instant printed = observe::LogView(session().index(), std::nullopt).line(2).at;
  QVERIFY(printed > attempt(0).began() && printed < attempt(0).ended());
  // Again: warm, in the same environment, on the clock that went on.
  const quint32 second = test();
  QCOMPARE(attempt(second).decision, Decision::Warm);
  QCOMPARE(attempt(second).environment, attempt(0).environment);
  QVERIFY(attempt(second).arrived > attempt(0).ended());
  QVERIFY(!child<QLabel>("resultFigures")->text().contains(QStringLiteral("Init")));
}

void TestLiveWindow::nothingRunsBeforeTheQuestion() {
  const QString mark = m_dir->filePath(QStringLiteral("ran"));
  preferences::setValue(QStringLiteral("live/projects"),
                        QStringList{m_dir->filePath(QStringLiteral("mine"))});
  open("open('" + mark.toUtf8() + "', 'w')\ndef lambda_handler(e, c): return 1\n");
  QCOMPARE(session().mode(), Session::Mode::Live);  // As it was left.
  press("testButton");
  QTRY_VERIFY(m_window->findChild<QMessageBox*>(QStringLiteral("trustQuestion")));
  press("trustNo");
  QTRY_VERIFY(!m_window->findChild<QMessageBox*>(QStringLiteral("trustQuestion")));
  QVERIFY(!session().busy());
  QCOMPARE(session().index(), nullptr);
  QVERIFY(!QFileInfo::exists(mark));
  QVERIFY(!trust::isTrusted(m_window->document()->folder()));
}

void TestLiveWindow::trustIsRememberedAndTakenBack() {
  open();
  const QString folder = m_window->document()->folder();
  trust::setTrusted(folder, true);
  QVERIFY(m_window->openProject(folder));
  QVERIFY(session().live().trusted());
  m_window->actions().find(QStringLiteral("edit.settings"))->trigger();
  child<QListWidget>("trustedFolders")->setCurrentRow(0);
  press("revokeTrust");
  QVERIFY(!session().live().trusted());
  QVERIFY(!trust::isTrusted(folder));
  child<SettingsDialog>("settingsDialog")->accept();
}

void TestLiveWindow::anErrorIsShownAsTheRuntimePrintsIt() {
  open("def lambda_handler(event, context):\n    raise ValueError('no such luck')\n");
  goLive();
  trust();
  const quint32 first = test();
  QCOMPARE(attempt(first).ending, Ending::HandlerError);
  QVERIFY(child<QLabel>("resultStatus")->text().contains(QStringLiteral("Unhandled")));
  QVERIFY(payload().contains(QStringLiteral("\"errorType\": \"ValueError\"")));
  QVERIFY(payload().contains(QStringLiteral("no such luck")));
  const QString all = log().join(u'\n');
  QVERIFY2(all.contains(QStringLiteral("[ERROR] ValueError: no such luck")), qPrintable(all));
  QVERIFY2(!all.contains(QStringLiteral("simulated")), qPrintable(all));
  // The environment lives on.
  QCOMPARE(attempt(test()).decision, Decision::Warm);
}

void TestLiveWindow::aTraceLeadsToItsLine() {
  open(
      "import json\n\ndef price(order):\n    return order['price']\n\ndef lambda_handler(event, "
      "context):\n    return price(event)\n");
  goLive();
  trust();
  test();
  const auto line = [this] {
    int at = -1;
    int column = 0;
    if (auto* code = m_window->findChild<editor::CodeView*>())
      code->getCursorPosition(&at, &column);
    return at + 1;
  };
  // The innermost frame is on a button, every frame is a link in the answer and in the log.
  QCOMPARE(child<QAbstractButton>("resultPlace")->text(),
           QStringLiteral("Go to hello/lambda_function.py, line 4"));
  press("resultPlace");
  QCOMPARE(line(), 4);
  auto* answer = child<event::LinkedText>("resultPayload");
  QCOMPARE(answer->links().size(), 2);
  QTest::mouseClick(answer->viewport(), Qt::LeftButton, {},
                    answer->linkRect(0).center() + QPoint(4, 0));
  QCOMPARE(line(), 7);
  QCOMPARE(child<event::LinkedText>("resultLog")->links().size(), 2);
  auto* list = child<cloudwatch::LogList>("logList");
  std::size_t row = 0;
  while (!list->rowText(row).startsWith(QStringLiteral("[ERROR]"))) ++row;
  QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->rowRect(row).center());
  QTest::keyClick(list, Qt::Key_Return);
  QCOMPARE(line(), 4);
  // Another file of the project's does not make a link of what is the runtime's.
  QVERIFY(codeLinks(*m_window->document(), m_window->document()->project().functions[0],
                    QStringLiteral("File \"/var/runtime/python/bootstrap.py\", line 3"))
              .isEmpty());
}

void TestLiveWindow::resultsAreKeptSentAgainAndCompared() {
  open("def lambda_handler(event, context):\n    print('got', event['key1'])\n    return event\n");
  goLive();
  trust();
  test();
  const QString event = QStringLiteral("events/hello.json");
  m_window->document()->setText(event, QStringLiteral("{\"key1\": \"other\"}"));
  test();
  auto* history = child<QComboBox>("resultHistory");
  QCOMPARE(history->count(), 2);
  QVERIFY(history->itemText(0).startsWith(QStringLiteral("#2")));
  QVERIFY(payload().contains(QStringLiteral("other")));
  history->setCurrentIndex(1);
  emit history->activated(1);
  QVERIFY(payload().contains(QStringLiteral("value1")));
  QVERIFY(child<QPlainTextEdit>("resultLog")->toPlainText().contains(QStringLiteral("got value1")));
  // What was sent then, not what the event says now.
  QSignalSpy ended(&session(), &Session::testEnded);
  press("resultAgain");
  QTRY_COMPARE_WITH_TIMEOUT(ended.count(), 1, 30'000);
  QCOMPARE(history->count(), 3);
  QVERIFY(payload().contains(QStringLiteral("value1")));
  // #2 beside #3.
  press("resultCompare");
  const QString left = child<QPlainTextEdit>("compareLeft")->toPlainText();
  const QString right = child<QPlainTextEdit>("compareRight")->toPlainText();
  QCOMPARE(left.count(u'\n'), right.count(u'\n'));
  QVERIFY2(left.contains(QStringLiteral("≠ got other")), qPrintable(left));
  QVERIFY2(right.contains(QStringLiteral("≠ got value1")), qPrintable(right));
  QVERIFY(left.contains(QStringLiteral("\n  END RequestId: ")));  // Another id is no difference.
}

void TestLiveWindow::whatIsMeasuredIsSimulated() {
  open("def lambda_handler(event, context):\n    print('got', event['key1'])\n    return 'mine'\n");
  trust();
  m_window->actions().find(QStringLiteral("run.profile"))->trigger();
  child<QSpinBox>("profileCold")->setValue(2);
  child<QSpinBox>("profileWarm")->setValue(3);
  press("profileStart");
  QTRY_VERIFY_WITH_TIMEOUT(child<QAbstractButton>("profileWrite")->isEnabled(), 30'000);
  const QString result = child<QLabel>("profileResult")->text();
  QVERIFY2(result.contains(QStringLiteral("0 of 5")), qPrintable(result));
  press("profileWrite");
  const project::Function& function = m_window->document()->project().functions[0];
  QCOMPARE(function.work.logLines, std::vector<std::string>{"got value1"});
  QCOMPARE(function.work.init.values.size(), std::size_t{2});
  QCOMPARE(session().mode(), Session::Mode::Simulated);
  test();
  QCOMPARE(payload(), QStringLiteral("\"mine\""));
  QVERIFY(log().contains(QStringLiteral("got value1")));
  m_window->document()->undoStack().undo();
  QVERIFY(m_window->document()->project().functions[0].work.logLines.empty() ||
          m_window->document()->project().functions[0].work.logLines[0] != "got value1");
}

void TestLiveWindow::teachSaysWhichMode() {
  open();
  m_window->setLayoutChoice(Layout::Teach);
  QCOMPARE(child<QLabel>("teachMode")->text(), QStringLiteral("Simulated"));
  session().setMode(Session::Mode::Live);
  QCOMPARE(child<QLabel>("teachMode")->text(), QStringLiteral("Live"));
}

void TestLiveWindow::aTimeOutIsLambdas() {
  open(
      "import time\ndef lambda_handler(event, context):\n    print('begins')\n    "
      "time.sleep(60)\n");
  m_window->document()->setValue(project::pointerTo("Hello", "Timeout"), 1, QString());
  goLive();
  trust();
  const quint32 first = test();
  QCOMPARE(attempt(first).ending, Ending::TimedOut);
  QCOMPARE(attempt(first).durationUs, 1'000'000U);
  QVERIFY(payload().contains(QStringLiteral("Task timed out after 1.00 seconds")));
  QVERIFY(log().contains(QStringLiteral("begins")));
}

void TestLiveWindow::savingMakesEnvironmentsStale() {
  open("def lambda_handler(event, context):\n    return 'old'\n");
  goLive();
  trust();
  test();
  QCOMPARE(payload(), QStringLiteral("\"old\""));
  const QString file = QStringLiteral("hello/lambda_function.py");
  m_window->document()->setText(file,
                                QStringLiteral("def lambda_handler(e, c):\n    return 'new'\n"));
  const quint32 second = test();  // Not saved, so not deployed, and the pane says so.
  QCOMPARE(attempt(second).decision, Decision::Warm);
  QCOMPARE(payload(), QStringLiteral("\"old\""));
  QVERIFY(child<QLabel>("resultOrigin")->text().contains(QStringLiteral("Unsaved changes")));
  QVERIFY(m_window->document()->save());
  const quint32 third = test();
  QVERIFY(journal::isCold(attempt(third).decision));
  QCOMPARE(payload(), QStringLiteral("\"new\""));
  QCOMPARE(session().index()->environments()[0].stop, journal::StopReason::ConfigurationChanged);
}

void TestLiveWindow::memoryIsTakenAtTheNextTest() {
  open(
      "import os\ndef lambda_handler(e, c):\n    return [c.memory_limit_in_mb, "
      "os.environ['STAGE']]\n");
  m_window->document()->setValue("/Resources/Hello/Properties/Environment/Variables/STAGE", "a",
                                 QString());
  goLive();
  trust();
  test();
  m_window->document()->setValue(project::pointerTo("Hello", "MemorySize"), 256, QString());
  m_window->document()->setValue("/Resources/Hello/Properties/Environment/Variables/STAGE", "b",
                                 QString());
  const quint32 second = test();
  QVERIFY(journal::isCold(attempt(second).decision));
  QCOMPARE(session().index()->environments()[1].memoryMb, std::uint16_t{256});
  QVERIFY2(payload().contains(QStringLiteral("256")) && payload().contains(QStringLiteral("\"b\"")),
           qPrintable(payload()));
}

void TestLiveWindow::stopEndsWhatRuns() {
  open("import time\ndef lambda_handler(event, context):\n    time.sleep(event.get('s', 100))\n");
  m_window->document()->setValue(project::pointerTo("Hello", "Timeout"), 120, QString());
  goLive();
  trust();
  press("testButton");
  QTRY_VERIFY(session().index() && !session().index()->attempts().empty() &&
              session().index()->attempts()[0].ending == Ending::Running);
  QTRY_VERIFY(child<QWidget>("runProgress")->isVisible());
  press("stopRun");
  QTRY_VERIFY(!session().busy());
  QVERIFY(session().index()->run().cancelled);
  QVERIFY(!child<QWidget>("runProgress")->isVisible());
  // The next one works.
  m_window->document()->setValue(project::pointerTo("Hello", "Timeout"), 1, QString());
  QCOMPARE(attempt(test()).ending, Ending::TimedOut);
}

void TestLiveWindow::aBurstKeepsToThisMachinesLimit() {
  open("import time\ndef lambda_handler(event, context):\n    time.sleep(0.2)\n");
  goLive();
  trust();
  session().live().setAtOnce(2);
  quint64 mostRunning = 0;
  quint64 mostHeld = 0;
  connect(&session().live(), &LiveWorkbench::busyChanged, m_window.get(), [&] {
    mostRunning = std::max(mostRunning, session().live().standing().running);
    mostHeld = std::max(mostHeld, session().live().standing().held);
  });
  session().burst(6);
  QTRY_VERIFY_WITH_TIMEOUT(!session().busy(), 30'000);
  QCOMPARE(session().index()->attempts().size(), std::size_t{6});
  for (const journal::Attempt& each : session().index()->attempts())
    QCOMPARE(each.ending, Ending::Succeeded);
  QCOMPARE(session().index()->environments().size(), std::size_t{2});
  QCOMPARE(mostRunning, 2U);
  QVERIFY(mostHeld >= 3);
}

void TestLiveWindow::eachModeKeepsItsRun() {
  open();
  test();
  const auto simulated = session().index();
  QVERIFY(!simulated->run().live);
  goLive();
  QCOMPARE(session().index(), nullptr);
  trust();
  test();
  QVERIFY(session().index()->run().live);
  session().setMode(Session::Mode::Simulated);
  QCOMPARE(session().index(), simulated);
  session().setMode(Session::Mode::Live);
  QVERIFY(session().index()->run().live);
  m_window->actions().find(QStringLiteral("run.scenario"))->trigger();
  QCOMPARE(session().mode(), Session::Mode::Simulated);  // Scenarios always are.
}

void TestLiveWindow::timePassesForIdleEnvironments() {
  open();
  goLive();
  trust();
  test();
  session().letTimePass(Duration::minutes(11));  // The sample keeps them idle for ten.
  QTRY_COMPARE(session().index()->environments()[0].stop, journal::StopReason::Idle);
  QVERIFY(journal::isCold(attempt(test()).decision));
}

void TestLiveWindow::whatCannotRunHereIsSaidAtOnce() {
  open();
  m_window->document()->setValue(project::pointerTo("Hello", "Runtime"), "dotnet8", QString());
  goLive();
  trust();
  QSignalSpy failed(&session(), &Session::failed);
  press("testButton");
  QCOMPARE(failed.count(), 1);
  QVERIFY(failed.first().first().toString().contains(QStringLiteral("dotnet8")));
  QVERIFY(!session().busy());
  QCOMPARE(session().index(), nullptr);
}

void TestLiveWindow::codeThatIsBuiltIsSaidToBe() {
  for (const char* program : {"make", "curl"})
    if (!QFileInfo::exists(QStringLiteral("/usr/bin/") + QLatin1String(program)))
      QSKIP(program);  // Debian's packages have the same names.
  const QString folder =
      tests::copySample(QStringLiteral("hello-shell"), m_dir->filePath(QStringLiteral("mine")));
  const QString code = folder + QStringLiteral("/hello/");
  QVERIFY(QFile::rename(code + QStringLiteral("bootstrap"), code + QStringLiteral("made")));
  const auto rule = [&code](const char* before) {
    tests::writeFile(code + QStringLiteral("Makefile"),
                     QByteArray("build-Hello:\n\t") + before +
                         "\n\tinstall -m 755 made $(ARTIFACTS_DIR)/bootstrap\n");
  };
  rule("sleep 100");
  QVERIFY(m_window->openProject(folder));
  QTRY_VERIFY(m_window->bench()->isVisible());
  m_window->document()->setValue("/Resources/Hello/Metadata/BuildMethod", "makefile", QString());
  goLive();
  trust();
  press("testButton");
  QTRY_VERIFY(child<QWidget>("runProgress")->isVisible());
  const auto words = child<QWidget>("runProgress")->findChildren<QLabel*>();
  QTRY_VERIFY(words[0]->text().contains(QStringLiteral("being built")));
  QVERIFY(session().busy());
  press("stopRun");
  QTRY_VERIFY(!session().busy());
  rule("true");
  const quint32 number = test();
  QVERIFY2(payload().contains(QStringLiteral("Hello from a shell!")), qPrintable(payload()));
  QCOMPARE(attempt(number).ending, Ending::Succeeded);
}

QTEST_MAIN(TestLiveWindow)
#include "tst_live_window.moc"
