// SPDX-License-Identifier: GPL-3.0-or-later
// A process of the user's own attached through the window: the dialog tells how, Test reaches it,
// and the stage says what it is.
#include <QAbstractButton>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProcess>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <csignal>

#include <nlohmann/json.hpp>

#include "app/window/attach_dialog.h"
#include "app/window/main_window.h"
#include "app/window/preferences.h"
#include "app/workbench/attach_session.h"
#include "app/workbench/document.h"
#include "app/workbench/live_workbench.h"
#include "app/workbench/session.h"
#include "tests/support/app_fixture.h"

using namespace coldstart;
using namespace coldstart::window;

class TestAttachWindow : public QObject {
  Q_OBJECT
 private slots:
  void init();
  void cleanup();
  void theDialogTellsHow();
  void testReachesTheProcess();
  void aStoppedProcessIsSaidToBeHeld();
  void aRuntimeThatIsNotHereCanBeAttached();
  void thePortStaysAfterAStop();
  void cuttingOffClosesThePort();

 private:
  template <typename T>
  T* child(const char* name) {
    auto* found = m_window->findChild<T*>(QString::fromLatin1(name));
    if (!found) QTest::qFail(name, __FILE__, __LINE__);
    return found;
  }
  Session& session() { return *m_window->session(); }
  AttachSession& attaching() { return session().live().attaching(); }
  void openDialog() {
    m_window->actions().find(QStringLiteral("run.attach"))->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(!attaching().address(0).isEmpty(), 30'000);
  }
  /// Starts a client with what stands in the dialog's address.
  void start();
  quint32 test() {
    QSignalSpy ended(&session(), &Session::testEnded);
    m_window->actions().find(QStringLiteral("run.test"))->trigger();
    if (!QTest::qWaitFor([&] { return !ended.isEmpty(); }, 30'000))
      QTest::qFail("the request did not end", __FILE__, __LINE__);
    return ended.isEmpty() ? 0 : ended.last().first().value<quint32>();
  }
  QString payload() { return child<QPlainTextEdit>("resultPayload")->toPlainText(); }

  tests::PrivateFolders m_folders;
  std::unique_ptr<QTemporaryDir> m_dir;
  std::unique_ptr<MainWindow> m_window;
  std::unique_ptr<QProcess> m_process;
};

namespace {

constexpr const char* kClient =
    "import http.client, json, os, signal\n"
    "host, _, name = os.environ['AWS_LAMBDA_RUNTIME_API'].partition('/')\n"
    "connection = http.client.HTTPConnection(host)\n"
    "def ask(method, path, body=None):\n"
    "    connection.request(method, f'/{name}/2018-06-01/runtime/invocation/{path}', body)\n"
    "    reply = connection.getresponse()\n"
    "    return reply.headers['lambda-runtime-aws-request-id'], json.loads(reply.read())\n"
    "while True:\n"
    "    number, event = ask('GET', 'next')\n"
    "    if event == 'stop': os.kill(os.getpid(), signal.SIGSTOP)\n"
    "    ask('POST', number + '/response', json.dumps({'mine': os.getpid()}))\n";

}  // namespace

void TestAttachWindow::init() {
  QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin)")));
  m_dir = std::make_unique<QTemporaryDir>();
  preferences::setValue(QStringLiteral("reducedMotion"), true);
  preferences::applyLook();
  m_window = std::make_unique<MainWindow>();
  m_window->resize(1440, 900);
  m_window->show();
  QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
  QVERIFY(m_window->openProject(
      tests::copySample(QStringLiteral("hello-python"), m_dir->filePath(QStringLiteral("mine")))));
  session().live().setTrusted(true);
}

void TestAttachWindow::cleanup() {
  if (m_process) {
    ::kill(static_cast<pid_t>(m_process->processId()), SIGCONT);
    m_process->kill();
    m_process->waitForFinished();
  }
  m_process.reset();
  if (m_window && m_window->session()) session().live().stop();
  m_window.reset();
  m_dir.reset();
}

void TestAttachWindow::start() {
  m_process = std::make_unique<QProcess>();
  QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
  environment.insert(QStringLiteral("AWS_LAMBDA_RUNTIME_API"),
                     child<QLineEdit>("attachAddress")->text());
  m_process->setProcessEnvironment(environment);
  m_process->start(QStringLiteral("python3"), {QStringLiteral("-c"), QString::fromUtf8(kClient)});
  QTRY_VERIFY_WITH_TIMEOUT(attaching().processes(0).value(0).contains(QStringLiteral("waits")),
                           30'000);
}

void TestAttachWindow::theDialogTellsHow() {
  openDialog();
  QCOMPARE(session().mode(), Session::Mode::Live);
  const QString address = child<QLineEdit>("attachAddress")->text();
  QVERIFY2(
      QRegularExpression(QStringLiteral("^127\\.0\\.0\\.1:\\d+/Hello$")).match(address).hasMatch(),
      qPrintable(address));
  QTest::mouseClick(child<QAbstractButton>("attachLineCopy"), Qt::LeftButton);
  QCOMPARE(QGuiApplication::clipboard()->text(),
           QStringLiteral("export AWS_LAMBDA_RUNTIME_API=") + address);
  QVERIFY(child<QCheckBox>("attachWaits")->isChecked());
  QVERIFY(child<QCheckBox>("attachDeadline")->isChecked());
  QVERIFY(child<QLabel>("attachProcesses")->text().contains(QStringLiteral("Nothing is attached")));
  start();
  QVERIFY2(child<QLabel>("attachProcesses")
               ->text()
               .contains(QStringLiteral("python3 (%1): waits for its first request")
                             .arg(m_process->processId())),
           qPrintable(child<QLabel>("attachProcesses")->text()));
}

void TestAttachWindow::testReachesTheProcess() {
  openDialog();
  start();
  test();
  QVERIFY2(payload().contains(QString::number(m_process->processId())), qPrintable(payload()));
  QVERIFY(session().index()->run().live->isAttached(0));
  QTRY_VERIFY(child<QLabel>("attachProcesses")->text().contains(QStringLiteral("environment 1")));
  test();
  QCOMPARE(session().index()->environments().size(), std::size_t{1});
}

void TestAttachWindow::aStoppedProcessIsSaidToBeHeld() {
  openDialog();
  start();
  QSignalSpy ended(&session(), &Session::testEnded);
  session().live().send(0, "\"stop\"", project::InvocationType::RequestResponse, 1);
  QTRY_VERIFY_WITH_TIMEOUT(attaching().held(), 30'000);
  auto* strip = child<QLabel>("heldStrip");
  QVERIFY2(strip->text().contains(QStringLiteral("environment 1 is stopped")),
           qPrintable(strip->text()));
  ::kill(static_cast<pid_t>(m_process->processId()), SIGCONT);
  QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, 30'000);
  QTRY_VERIFY(!attaching().held());
  QVERIFY2(strip->text().contains(QStringLiteral("without a deadline: environment 1")),
           qPrintable(strip->text()));
  attaching().setDeadlineWaits(false);
  QVERIFY(!strip->isVisibleTo(strip->parentWidget()));
}

void TestAttachWindow::aRuntimeThatIsNotHereCanBeAttached() {
  m_window->document()->setValue(project::pointerTo("Hello", "Runtime"), "dotnet8", QString());
  openDialog();
  start();
  test();
  QVERIFY2(payload().contains(QString::number(m_process->processId())), qPrintable(payload()));
}

void TestAttachWindow::thePortStaysAfterAStop() {
  openDialog();
  const QString address = attaching().address(0);
  start();
  test();
  session().live().stop();
  // It was cut off.
  QTRY_COMPARE_WITH_TIMEOUT(m_process->state(), QProcess::NotRunning, 30'000);
  QTRY_VERIFY(attaching().processes(0).isEmpty());
  QTRY_COMPARE(attaching().address(0), address);
  start();
  test();
  QVERIFY(payload().contains(QString::number(m_process->processId())));
}

void TestAttachWindow::cuttingOffClosesThePort() {
  openDialog();
  start();
  test();
  QTest::mouseClick(child<QAbstractButton>("attachEnd"), Qt::LeftButton);
  QTRY_VERIFY(attaching().address(0).isEmpty());
  QTRY_COMPARE_WITH_TIMEOUT(m_process->state(), QProcess::NotRunning, 30'000);
  QTRY_VERIFY(m_window->findChild<AttachDialog*>() == nullptr);
  test();
  QVERIFY2(payload().contains(QStringLiteral("Hello")), qPrintable(payload()));
}

QTEST_MAIN(TestAttachWindow)
#include "tst_attach_window.moc"
