// SPDX-License-Identifier: GPL-3.0-or-later
// A developer's own processes as execution environments: they run outside every wall, are taken
// instead of starting one, and take their environment with them when they go.
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTcpSocket>
#include <algorithm>
#include <csignal>
#include <memory>
#include <set>

#include <unistd.h>

#include "core/observe/explain.h"
#include "tests/core/live/live_rig.h"
#include "tests/support/paths.h"

using namespace coldstart;
using journal::Ending;
using journal::StopReason;
using live::LiveAnswer;
using livetest::Rig;

class TestLiveAttach : public QObject {
  Q_OBJECT
 private slots:
  void itIsTakenInsteadOfStartingOne();
  void withoutOneAllIsAsBefore();
  void aRequestWaitsForOne();
  void nobodyWaitsAnyMore();
  void severalAreSeveralEnvironments();
  void whenItEndsItsRequestEnds();
  void whenItEndsIdleItsEnvironmentEnds();
  void whatItSaysOfItsInitIsTheAnswer();
  void theDeadlineWaits();
  void theDeadlineStrikes();
  void theClockWaitsForAStoppedProcess();
  void aDeployCutsItOff();
  void aScriptWithCurl();
  void whoMayNotAttach_data();
  void whoMayNotAttach();
  void onlyTheSameUserMay();
  void answersPing();
};

namespace {

/// A runtime client of somebody else's, with nothing of ours in it.
constexpr const char* kClient = R"(
import http.client, json, os, signal, sys, time
host, _, name = os.environ["AWS_LAMBDA_RUNTIME_API"].partition("/")
connection = http.client.HTTPConnection(host)
def ask(method, path, body=None):
    connection.request(method, f"/{name}/2018-06-01/runtime{path}", body)
    reply = connection.getresponse()
    return reply, reply.read()
if sys.argv[1:] == ["init-error"]:
    ask("POST", "/init/error", '{"errorType":"Mine","errorMessage":"no"}')
    sys.exit(1)
count = 0
while True:
    reply, event = ask("GET", "/invocation/next")
    event = json.loads(event)
    count += 1
    if event == "exit":
        os._exit(3)
    if event == "sleep":
        time.sleep(1.3)
    if event == "stop":
        os.kill(os.getpid(), signal.SIGSTOP)
    ask("POST", "/invocation/" + reply.headers["lambda-runtime-aws-request-id"] + "/response",
        json.dumps([os.getpid(), count]))
)";

struct Bench : Rig {
  Bench() : Rig("python3.11") {
    write("app.py", "def handler(event, context):\n    return 'ours'\n");
    write("client.py", kClient);
  }
  /// Waits for processes, or takes them where there are any.
  void openPort(bool waits, bool deadlineWaits = true) {
    host().setAttaching(live::Attaching{.waits = {waits}, .deadlineWaits = deadlineWaits});
  }
  QString address() { return host().attachPoint()->address(0); }
  QProcess& start(const QString& program, const QStringList& arguments) {
    QProcess& process = *processes.emplace_back(std::make_unique<QProcess>());
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("AWS_LAMBDA_RUNTIME_API"), address());
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(program, arguments);
    return process;
  }
  QProcess& attach(const QString& how = {}) {
    return start(QStringLiteral("python3"),
                 QStringList{folder.filePath(QStringLiteral("code/client.py"))}
                     << (how.isEmpty() ? QStringList() : QStringList{how}));
  }
  bool isReady(std::size_t count = 1) {
    return QTest::qWaitFor(
        [&] {
          const auto& all = host().attachPoint()->all();
          return static_cast<std::size_t>(std::ranges::count_if(
                     all, [](const auto& p) { return p->isReady(); })) == count;
        },
        30'000);
  }
  /// Sends a request; the answer stands in what is returned once it is there.
  std::shared_ptr<LiveAnswer> send(const std::string& payload = "{}") {
    auto answer =
        std::make_shared<LiveAnswer>(LiveAnswer{.status = 0, .functionError = {}, .payload = {}});
    live::LiveHost::Request request;
    request.payload = payload;
    request.answered = [answer](const LiveAnswer& given) { *answer = given; };
    host().invoke(std::move(request));
    return answer;
  }
  const journal::Environment& environment(std::size_t i) {
    return host().run()->journal.environments[i];
  }
  ~Bench() {
    for (const auto& process : processes) {
      ::kill(static_cast<pid_t>(process->processId()), SIGCONT);
      process->kill();
      process->waitForFinished();
    }
  }
  std::vector<std::unique_ptr<QProcess>> processes;
};

std::string counted(const QProcess& process, int count) {
  return "[" + std::to_string(process.processId()) + ", " + std::to_string(count) + "]";
}

#define ANSWERED(answer) QTRY_VERIFY_WITH_TIMEOUT((answer)->status != 0, 30'000)

}  // namespace

void TestLiveAttach::itIsTakenInsteadOfStartingOne() {
  Bench bench;
  bench.openPort(false);
  const QProcess& client = bench.attach();
  QVERIFY(bench.isReady());
  const LiveAnswer cold = bench.invoke();
  QCOMPARE(cold.payload, counted(client, 1));
  QVERIFY(journal::isCold(bench.attempt(cold).decision));
  const LiveAnswer warm = bench.invoke();
  QCOMPARE(warm.payload, counted(client, 2));
  QCOMPARE(bench.attempt(warm).environment, bench.attempt(cold).environment);
  QVERIFY(bench.host().run()->live->isAttached(0));
  QVERIFY(bench.printed().find("python3 with the number " + std::to_string(client.processId())) !=
          std::string::npos);
  QVERIFY(bench.environment(0).maxMemoryUsedMb > 0);
  const observe::RunIndex index(bench.host().snapshot());
  const auto told = observe::explainEnvironment(index, 0);
  QVERIFY(std::ranges::any_of(told.answer, [](const Sentence& sentence) {
    return sentence.english().find("nothing freezes it") != std::string::npos;
  }));
}

void TestLiveAttach::withoutOneAllIsAsBefore() {
  Bench bench;
  bench.openPort(false);
  QCOMPARE(bench.invoke().payload, std::string("\"ours\""));
  bench.host().setAttaching(std::nullopt);
  QVERIFY(bench.host().attachPoint() == nullptr);
  QCOMPARE(bench.invoke().payload, std::string("\"ours\""));
  QVERIFY(!bench.host().run()->live->isAttached(0));
}

void TestLiveAttach::aRequestWaitsForOne() {
  Bench bench;
  bench.openPort(true);
  const auto answer = bench.send();
  QCOMPARE(bench.host().running(), std::size_t{1});
  const auto meanwhile = bench.host().snapshot();
  QCOMPARE(meanwhile->journal.attempts[0].environment, journal::EnvironmentIndex{0});
  QCOMPARE(meanwhile->journal.environments.size(), std::size_t{1});
  const QProcess& client = bench.attach();
  ANSWERED(answer);
  QCOMPARE(answer->payload, counted(client, 1));
  // What passed until it came was not its init.
  const journal::Attempt& attempt = bench.attempt(*answer);
  QVERIFY(attempt.waitUs > bench.environment(0).initUs);
  const observe::RunIndex index(bench.host().snapshot());
  const auto told = observe::explainAttempt(index, answer->attempt);
  QVERIFY(std::ranges::any_of(told.more, [](const Sentence& sentence) {
    return sentence.english().find("until a process was attached") != std::string::npos;
  }));
}

void TestLiveAttach::nobodyWaitsAnyMore() {
  Bench bench;
  bench.openPort(true);
  const auto answer = bench.send();
  bench.openPort(false);
  ANSWERED(answer);
  QCOMPARE(answer->payload, std::string("\"ours\""));
}

void TestLiveAttach::severalAreSeveralEnvironments() {
  Bench bench;
  bench.openPort(true);
  const QProcess& one = bench.attach();
  const QProcess& other = bench.attach();
  QVERIFY(bench.isReady(2));
  const auto first = bench.send("\"sleep\"");
  const auto second = bench.send("\"sleep\"");
  ANSWERED(first);
  ANSWERED(second);
  const std::set<std::string> answers{first->payload, second->payload};
  const std::set<std::string> expected{counted(one, 1), counted(other, 1)};
  QCOMPARE(answers, expected);
  QCOMPARE(bench.host().environments(), std::size_t{2});
}

void TestLiveAttach::whenItEndsItsRequestEnds() {
  Bench bench;
  bench.openPort(true);
  bench.attach();
  const LiveAnswer answer = bench.invoke("\"exit\"");
  QCOMPARE(answer.functionError, std::string("Unhandled"));
  QVERIFY2(answer.payload.find("Runtime.ExitError") != std::string::npos, answer.payload.c_str());
  QCOMPARE(bench.attempt(answer).ending, Ending::Crashed);
  QCOMPARE(bench.environment(0).stop, StopReason::ProcessGone);
  QTRY_VERIFY(bench.host().attachPoint()->all().empty());
  const auto next = bench.send();
  const QProcess& again = bench.attach();
  ANSWERED(next);
  QCOMPARE(next->payload, counted(again, 1));
  QCOMPARE(bench.attempt(*next).environment, journal::EnvironmentIndex{1});
}

void TestLiveAttach::whenItEndsIdleItsEnvironmentEnds() {
  Bench bench;
  bench.openPort(true);
  QProcess& client = bench.attach();
  QCOMPARE(bench.invoke().payload, counted(client, 1));
  client.kill();
  QTRY_COMPARE_WITH_TIMEOUT(bench.host().environments(), std::size_t{0}, 30'000);
  QCOMPARE(bench.environment(0).stop, StopReason::ProcessGone);
}

void TestLiveAttach::whatItSaysOfItsInitIsTheAnswer() {
  Bench bench;
  bench.openPort(true);
  const auto answer = bench.send();
  bench.attach(QStringLiteral("init-error"));
  ANSWERED(answer);
  QCOMPARE(answer->functionError, std::string("Unhandled"));
  QCOMPARE(answer->payload, std::string(R"({"errorType":"Mine","errorMessage":"no"})"));
  QCOMPARE(bench.attempt(*answer).ending, Ending::InitFailed);
  QTRY_VERIFY(bench.host().attachPoint()->all().empty());
}

void TestLiveAttach::theDeadlineWaits() {
  Bench bench;
  bench.function().timeout = Duration::seconds(1);
  bench.openPort(true);
  const QProcess& client = bench.attach();
  const LiveAnswer answer = bench.invoke("\"sleep\"");
  QCOMPARE(answer.payload, counted(client, 1));
  QCOMPARE(bench.attempt(answer).ending, Ending::Succeeded);
  QVERIFY(bench.printed().find("The deadline ends none") != std::string::npos);
}

void TestLiveAttach::theDeadlineStrikes() {
  Bench bench;
  bench.function().timeout = Duration::seconds(1);
  bench.openPort(true, false);
  bench.attach();
  const LiveAnswer answer = bench.invoke("\"sleep\"");
  QCOMPARE(bench.attempt(answer).ending, Ending::TimedOut);
  QVERIFY(answer.payload.find("Sandbox.Timedout") != std::string::npos);
  QCOMPARE(bench.host().environments(), std::size_t{0});
}

void TestLiveAttach::theClockWaitsForAStoppedProcess() {
  Bench bench;
  bench.function().timeout = Duration::seconds(3);
  bench.openPort(true, false);
  const QProcess& client = bench.attach();
  QVERIFY(bench.isReady());
  QSignalSpy held(&bench.host(), &live::LiveHost::heldOutside);
  QSignalSpy released(&bench.host(), &live::LiveHost::released);
  const auto answer = bench.send("\"stop\"");
  QTRY_VERIFY_WITH_TIMEOUT(!held.isEmpty() || answer->status != 0, 30'000);
  QCOMPARE(held.size(), 1);
  QTest::qWait(3'200);  // Longer than its time-out.
  QCOMPARE(answer->status, 0);
  QVERIFY(released.isEmpty());
  ::kill(static_cast<pid_t>(client.processId()), SIGCONT);
  ANSWERED(answer);
  QCOMPARE(answer->payload, counted(client, 1));
  QCOMPARE(released.size(), 1);
  QVERIFY(bench.attempt(*answer).durationUs < 3'000'000);
}

void TestLiveAttach::aDeployCutsItOff() {
  Bench bench;
  bench.openPort(true);
  QProcess& client = bench.attach();
  QCOMPARE(bench.invoke().payload, counted(client, 1));
  bench.host().deploy(0);
  QCOMPARE(bench.host().environments(), std::size_t{0});
  // This client does not ask again.
  QTRY_COMPARE_WITH_TIMEOUT(client.state(), QProcess::NotRunning, 30'000);
  QTRY_VERIFY(bench.host().attachPoint()->all().empty());
}

void TestLiveAttach::aScriptWithCurl() {
  if (QStandardPaths::findExecutable(QStringLiteral("curl")).isEmpty()) QSKIP("needs curl");
  Bench bench;
  bench.openPort(true);
  QProcess& script =
      bench.start(QStringLiteral("bash"),
                  {tests::sourceDir() + QStringLiteral("/samples/hello-shell/hello/bootstrap")});
  for (int i = 1; i <= 3; ++i) {
    QCOMPARE(bench.invoke().payload,
             "{\"message\": \"Hello from a shell!\", \"requests\": " + std::to_string(i) + "}");
  }
  QCOMPARE(bench.host().run()->journal.environments.size(), std::size_t{1});
  QCOMPARE(bench.host().attachPoint()->all().size(), std::size_t{1});
  QCOMPARE(bench.host().attachPoint()->all()[0]->peer().pid, script.processId());
  script.kill();
  QTRY_COMPARE_WITH_TIMEOUT(bench.host().environments(), std::size_t{0}, 30'000);
}

void TestLiveAttach::whoMayNotAttach_data() {
  QTest::addColumn<QByteArray>("request");
  QTest::addColumn<QByteArray>("status");
  const QByteArray next = "GET /Tested/2018-06-01/runtime/invocation/next HTTP/1.1\r\n";
  QTest::newRow("foreign host") << next + "Host: evil.example\r\n\r\n" << QByteArray("403");
  QTest::newRow("foreign page") << next + "Host: localhost\r\nOrigin: https://evil.example\r\n\r\n"
                                << QByteArray("403");
  QTest::newRow("picture in a page")
      << next + "Host: 127.0.0.1\r\nSec-Fetch-Site: cross-site\r\n\r\n"
      << QByteArray("403");
  QTest::newRow("unknown function")
      << QByteArray(
             "GET /Other/2018-06-01/runtime/invocation/next HTTP/1.1\r\n"
             "Host: localhost\r\n\r\n")
      << QByteArray("404");
  QTest::newRow("not HTTP") << QByteArray("\x16\x03\x01hello\r\n\r\n") << QByteArray("400");
}

void TestLiveAttach::whoMayNotAttach() {
  QFETCH(QByteArray, request);
  QFETCH(QByteArray, status);
  Bench bench;
  bench.openPort(true);
  QTcpSocket socket;
  socket.connectToHost(QStringLiteral("127.0.0.1"), bench.host().attachPoint()->port());
  QTRY_COMPARE(socket.state(), QAbstractSocket::ConnectedState);
  socket.write(request);
  QTRY_VERIFY(socket.state() == QAbstractSocket::UnconnectedState);
  QCOMPARE(socket.readAll().mid(9, 3), status);
  QVERIFY(bench.host().attachPoint()->all().empty());
}

void TestLiveAttach::onlyTheSameUserMay() {
  if (geteuid() != 0) QSKIP("only root can be somebody else for a moment");
  const QString tool = QStandardPaths::findExecutable(QStringLiteral("setpriv"));
  if (tool.isEmpty() || QStandardPaths::findExecutable(QStringLiteral("curl")).isEmpty())
    QSKIP("needs curl, and setpriv of util-linux");
  Bench bench;
  bench.openPort(true);
  QProcess& other = bench.start(
      tool, {QStringLiteral("--reuid=65534"), QStringLiteral("--clear-groups"),
             QStringLiteral("curl"), QStringLiteral("-s"), QStringLiteral("-o"),
             QStringLiteral("/dev/null"), QStringLiteral("-w"), QStringLiteral("%{http_code}"),
             QStringLiteral("http://%1/2018-06-01/runtime/invocation/next").arg(bench.address())});
  QTRY_COMPARE_WITH_TIMEOUT(other.state(), QProcess::NotRunning, 30'000);
  QCOMPARE(other.readAllStandardOutput(), QByteArray("403"));
  QVERIFY(bench.host().attachPoint()->all().empty());
}

void TestLiveAttach::answersPing() {
  Bench bench;
  bench.openPort(true);
  QTcpSocket socket;
  socket.connectToHost(QStringLiteral("127.0.0.1"), bench.host().attachPoint()->port());
  QTRY_COMPARE(socket.state(), QAbstractSocket::ConnectedState);
  socket.write("GET /Tested/2018-06-01/ping HTTP/1.1\r\nHost: localhost\r\n\r\n");
  QTRY_VERIFY(socket.state() == QAbstractSocket::UnconnectedState);
  QVERIFY(socket.readAll().endsWith("\r\n\r\npong"));
  QVERIFY(bench.host().attachPoint()->all().empty());
}

QTEST_GUILESS_MAIN(TestLiveAttach)
#include "tst_live_attach.moc"
