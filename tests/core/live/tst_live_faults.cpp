// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever a handler does, its request ends once with Lambda's own error, the next one works, and
// nothing is left running.
#include <QProcess>
#include <QStandardPaths>
#include <QTest>
#include <csignal>
#include <cstdio>

#include <nlohmann/json.hpp>
#include <sys/resource.h>

#include "tests/core/live/live_rig.h"

using namespace coldstart;
using namespace coldstart::livetest;
using journal::Ending;

class TestLiveFaults : public QObject {
  Q_OBJECT
 private slots:
  void requestEndsOnce_data();
  void requestEndsOnce();
  void killedWhileItWorks();
  void killedWhileItIsFrozen();
  void outputIsCutNotKept();
  void binaryOutputIsKept();
  void childrenDoNotOutliveIt();
  void missingInterpreterIsNamed();
  void namesWithSpacesAndSigns();
  void nobodyElseMaySpeak();
  void neverAsksForAnInvocation();
  void theBootstrapVanishes();
  void theDiskIsFull();
  void theRuntimeCannotBeUnpacked();
  void theWorkbenchIsKilled();
};

namespace {

struct Case {
  const char* name;
  const char* code;
  Ending ending;
  const char* error;  ///< In the answer.
  bool nextWorks = true;
};

// Each goes wrong for {"bad": true} and answers "fine" otherwise.
constexpr Case kPython[] = {
    {"raises",
     "def handler(e, c):\n    if e.get('bad'): raise KeyError('name')\n    return 'fine'\n",
     Ending::HandlerError, "\"errorType\": \"KeyError\""},
    {"sleeps past its time-out",
     "import time\ndef handler(e, c):\n    if e.get('bad'): time.sleep(60)\n    return 'fine'\n",
     Ending::TimedOut, "Task timed out after 1.00 seconds"},
    {"deadlocks",
     "import threading\ndef handler(e, c):\n    if e.get('bad'):\n        lock = threading.Lock()\n"
     "        lock.acquire()\n        lock.acquire()\n    return 'fine'\n",
     Ending::TimedOut, "Sandbox.Timedout"},
    {"ignores SIGTERM",
     "import signal, time\nsignal.signal(signal.SIGTERM, signal.SIG_IGN)\ndef handler(e, c):\n"
     "    while e.get('bad'): time.sleep(1)\n    return 'fine'\n",
     Ending::TimedOut, "Sandbox.Timedout"},
    {"exits",
     "import os\ndef handler(e, c):\n    if e.get('bad'): os._exit(7)\n    return 'fine'\n",
     Ending::Crashed, "Runtime exited with error: exit status 7"},
    {"exits as if all were well",
     "import os\ndef handler(e, c):\n    if e.get('bad'): os._exit(0)\n    return 'fine'\n",
     Ending::Crashed, "Runtime exited without providing a reason"},
    {"allocates without end",
     "def handler(e, c):\n    hold = []\n    while e.get('bad'): hold.append(bytearray(1 << 20))\n"
     "    return 'fine'\n",
     Ending::OutOfMemory, "Runtime.OutOfMemory"},
    {"opens every descriptor",
     "def handler(e, c):\n    hold = []\n    while e.get('bad'): hold.append(open('/dev/null'))\n"
     "    return 'fine'\n",
     Ending::HandlerError, "Too many open files"},
    {"returns what JSON cannot hold",
     "def handler(e, c):\n    return {1, 2} if e.get('bad') else 'fine'\n", Ending::HandlerError,
     "Unable to marshal response: Object of type set is not JSON serializable"},
    {"returns 7 MB", "def handler(e, c):\n    return 'x' * 7_000_000 if e.get('bad') else 'fine'\n",
     Ending::HandlerError, "Function.ResponseSizeTooLarge"},
    {"has a syntax error", "def handler(e, c):\n    return (\n", Ending::InitFailed,
     "Runtime.UserCodeSyntaxError", false},
    {"imports what is not there", "import nowhere_to_be_found\n", Ending::InitFailed,
     "Unable to import module 'app': No module named 'nowhere_to_be_found'", false},
    {"has no such function", "def other(e, c): pass\n", Ending::InitFailed,
     "Handler 'handler' missing on module 'app'", false},
    {"exits in init", "import sys\nsys.exit(1)\n", Ending::InitFailed, "Runtime.ExitError", false},
    {"answers for it twice",
     "import os, urllib.request\ndef handler(e, c):\n    if e.get('bad'):\n"
     "        url = 'http://' + os.environ['AWS_LAMBDA_RUNTIME_API'] + "
     "'/2018-06-01/runtime/invocation/' + c.aws_request_id + '/response'\n"
     "        urllib.request.urlopen(url, data=b'\"first\"')\n    return 'fine'\n",
     Ending::Succeeded, "\"first\""},
    {"answers for another request",
     "import os, urllib.request, urllib.error\ndef handler(e, c):\n    if e.get('bad'):\n"
     "        url = 'http://' + os.environ['AWS_LAMBDA_RUNTIME_API'] + "
     "'/2018-06-01/runtime/invocation/other/response'\n        try:\n"
     "            urllib.request.urlopen(url, data=b'1')\n"
     "        except urllib.error.HTTPError as error:\n            return error.read().decode()\n"
     "    return 'fine'\n",
     Ending::Succeeded, "InvalidRequestID"},
    {"speaks malformed HTTP",
     "import os, socket\ndef handler(e, c):\n    if e.get('bad'):\n"
     "        host, port = os.environ['AWS_LAMBDA_RUNTIME_API'].split(':')\n"
     "        with socket.create_connection((host, int(port))) as s:\n"
     "            s.sendall(b'\\x00\\xffnot HTTP at all\\r\\n\\r\\n' * 100)\n"
     "            return s.recv(100).decode()\n    return 'fine'\n",
     Ending::Succeeded, "400 Bad Request"},
};

}  // namespace

void TestLiveFaults::requestEndsOnce_data() {
  QTest::addColumn<int>("row");
  for (int i = 0; i < static_cast<int>(std::size(kPython)); ++i) {
    QTest::newRow(kPython[i].name) << i;
  }
}

void TestLiveFaults::requestEndsOnce() {
  QFETCH(int, row);
  const Case& fault = kPython[row];
  Rig rig("python3.13");
  rig.function().timeout = Duration::seconds(fault.ending == Ending::TimedOut ? 1 : 20);
  rig.write("app.py", fault.code);
  const auto answer = rig.invoke(R"({"bad":true})");
  QCOMPARE(answer.status, 200);
  QVERIFY2(answer.payload.find(fault.error) != std::string::npos, answer.payload.c_str());
  QCOMPARE(rig.attempt(answer).ending, fault.ending);
  if (fault.ending == Ending::TimedOut) {
    QCOMPARE(rig.attempt(answer).durationUs, 1'000'000U);
  }
  const auto next = rig.invoke();
  if (fault.nextWorks) {
    QCOMPARE(next.payload, std::string("\"fine\""));
    QCOMPARE(rig.attempt(next).ending, Ending::Succeeded);
  } else {
    QVERIFY2(next.payload.find(fault.error) != std::string::npos, next.payload.c_str());
  }
  QCOMPARE(rig.host().run()->journal.attempts.size(), 2U);
  QCOMPARE(rig.host().run()->journal.environments.size(), 1U);
  const QByteArray place = rig.folder.path().toUtf8();
  rig.close();
  QTRY_COMPARE(runningWith(place), 0);
}

void TestLiveFaults::killedWhileItWorks() {
  Rig rig("python3.13");
  rig.write("app.py",
            "import os, signal\ndef handler(e, c):\n"
            "    if e.get('bad'): os.kill(os.getpid(), signal.SIGKILL)\n    return 'fine'\n");
  const auto answer = rig.invoke(R"({"bad":true})");
  QCOMPARE(rig.attempt(answer).ending, Ending::Crashed);
  QVERIFY(answer.payload.find("Runtime.ExitError") != std::string::npos);
  QCOMPARE(rig.invoke().payload, std::string("\"fine\""));
}

void TestLiveFaults::killedWhileItIsFrozen() {
  Rig rig("python3.13");
  rig.write("app.py", "def handler(e, c): return 'fine'\n");
  rig.invoke();
  for (const auto pid : live::processTree(rig.host().processOf(0))) {
    ::kill(static_cast<pid_t>(pid), SIGKILL);
  }
  QTRY_COMPARE(rig.host().processOf(0), 0);
  const auto next = rig.invoke();
  QCOMPARE(next.payload, std::string("\"fine\""));
  QCOMPARE(rig.attempt(next).ending, Ending::Succeeded);
}

void TestLiveFaults::outputIsCutNotKept() {
  Rig rig("python3.13");
  rig.function().timeout = Duration::seconds(20);
  rig.function().memory = Memory{1'769};  // A whole processor.
  rig.write("app.py",
            "import os\ndef handler(e, c):\n    lines = (b'x' * 999 + b'\\n') * e.get('times', 1)\n"
            "    for i in range(e.get('times', 1)): os.write(1, lines)\n    return 'fine'\n");
  QCOMPARE(rig.invoke(R"({"times":1000})").payload, std::string("\"fine\""));  // 1 GB.
  QVERIFY(rig.printed().size() < 1'200'000);
  QVERIFY(rig.host().printed().back().text.find("Coldstart left out") != std::string::npos);
  const std::size_t before = rig.host().printed().size();
  rig.invoke();
  QVERIFY(rig.host().printed().size() >= before + 1);  // The next one is heard again.
}

void TestLiveFaults::binaryOutputIsKept() {
  Rig rig("python3.13");
  rig.write("app.py",
            "import os\ndef handler(e, c):\n    os.write(1, b'\\x00\\xff\\xc3')\n"
            "    return 'fine'\n");
  QCOMPARE(rig.invoke().payload, std::string("\"fine\""));
  QCOMPARE(rig.host().printed()[0].text, std::string("\0\xff\xc3", 3));
}

void TestLiveFaults::childrenDoNotOutliveIt() {
  Rig rig("python3.13");
  rig.write("app.py",
            "import subprocess\ndef handler(e, c):\n"
            "    subprocess.Popen(['sleep', '98765.4321'], start_new_session=True)\n"
            "    return 'fine'\n");
  QCOMPARE(rig.invoke().payload, std::string("\"fine\""));
  QTRY_VERIFY(runningWith("98765.4321") > 0);
  rig.close();
  QTRY_COMPARE(runningWith("98765.4321"), 0);
}

void TestLiveFaults::missingInterpreterIsNamed() {
  Rig rig("dotnet8");
  const auto answer = rig.invoke();
  QVERIFY2(answer.payload.find("dotnet8") != std::string::npos, answer.payload.c_str());
  QCOMPARE(rig.attempt(answer).ending, Ending::InitFailed);
}

void TestLiveFaults::namesWithSpacesAndSigns() {
  Rig rig("python3.13", QStringLiteral("my code 🚀 العربية"));
  rig.write("app.py", "def handler(e, c): return __file__[-6:]\n");
  QCOMPARE(rig.invoke().payload, std::string("\"app.py\""));
}

void TestLiveFaults::nobodyElseMaySpeak() {
  Rig rig("python3.13");
  rig.write("app.py",
            "import os, urllib.request, urllib.error\ndef handler(e, c):\n    found = []\n"
            "    url = 'http://' + os.environ['AWS_LAMBDA_RUNTIME_API'] + "
            "'/2018-06-01/runtime/invocation/next'\n"
            "    for headers in ({'Origin': 'https://evil.example'}, {'Host': 'evil.example'}):\n"
            "        try:\n            urllib.request.urlopen(urllib.request.Request(url, "
            "headers=headers))\n        except urllib.error.HTTPError as error:\n"
            "            found.append(error.code)\n    return found\n");
  QCOMPARE(rig.invoke().payload, std::string("[403, 403]"));
}

void TestLiveFaults::neverAsksForAnInvocation() {
  Rig rig("provided.al2023");
  rig.initLimit = Duration::millis(500);  // Of ten seconds, so that nobody waits for them.
  rig.function().timeout = Duration::seconds(1);
  rig.write("bootstrap", "#!/bin/sh\nsleep 1000\n", true);
  const auto answer = rig.invoke();
  QVERIFY2(answer.payload.find("Sandbox.Timedout") != std::string::npos, answer.payload.c_str());
  QCOMPARE(rig.attempt(answer).ending, Ending::TimedOut);
  QCOMPARE(rig.host().run()->journal.environments[0].initStatus, journal::InitStatus::TimedOut);
}

void TestLiveFaults::theBootstrapVanishes() {
  if (QStandardPaths::findExecutable(QStringLiteral("curl")).isEmpty()) QSKIP("needs curl");
  Rig rig("provided.al2023");
  rig.write("bootstrap",
            "#!/bin/sh\napi=http://$AWS_LAMBDA_RUNTIME_API/2018-06-01/runtime/invocation\n"
            "id=$(curl -sS -D - -o /dev/null $api/next | grep -i aws-request-id | cut -d: -f2 | tr "
            "-d ' \\r')\ncurl -sS -d 1 $api/$id/response\n",
            true);
  QCOMPARE(rig.invoke().payload, std::string("1"));  // It answers once and exits.
  QVERIFY(QFile::remove(rig.folder.filePath(rig.code + QStringLiteral("/bootstrap"))));
  const auto answer = rig.invoke();
  QVERIFY2(answer.payload.find("Runtime.InvalidEntrypoint") != std::string::npos,
           answer.payload.c_str());
  QCOMPARE(rig.attempt(answer).ending, Ending::InitFailed);
}

void TestLiveFaults::theDiskIsFull() {
  Rig rig("python3.13");
  rig.function().ephemeralStorage = Memory{1};
  rig.function().timeout = Duration::seconds(20);
  rig.write("app.py",
            "import os, tempfile\ndef handler(e, c):\n    if not e.get('bad'): return 'fine'\n"
            "    with tempfile.TemporaryFile() as file:\n"
            "        for i in range(3): file.write(b'x' * (1 << 20))\n");
  const auto answer = rig.invoke(R"({"bad":true})");
  // In a sandbox /tmp as a whole has a size, elsewhere each of its files.
  const bool walled = live::availableWalls() != live::Walls::Limits;
  QVERIFY2(answer.payload.find(walled ? "No space left on device" : "File too large") !=
               std::string::npos,
           answer.payload.c_str());
  QCOMPARE(rig.invoke().payload, std::string("\"fine\""));
}

void TestLiveFaults::theRuntimeCannotBeUnpacked() {
  Rig rig("python3.13");
  rig.write("app.py", "def handler(e, c): return 'fine'\n");
  rlimit before{};
  getrlimit(RLIMIT_FSIZE, &before);
  const auto handler = std::signal(SIGXFSZ, SIG_IGN);
  const rlimit none{0, before.rlim_max};
  setrlimit(RLIMIT_FSIZE, &none);
  rig.host();
  setrlimit(RLIMIT_FSIZE, &before);
  std::signal(SIGXFSZ, handler);
  const auto answer = rig.invoke();
  QVERIFY2(answer.payload.find("cannot be written. Make room") != std::string::npos,
           answer.payload.c_str());
}

void TestLiveFaults::theWorkbenchIsKilled() {
  if (live::availableWalls() == live::Walls::Limits) QSKIP("needs bubblewrap");
  QProcess other;
  auto environment = QProcessEnvironment::systemEnvironment();
  environment.insert(QStringLiteral("COLDSTART_TEST_IS_KILLED"), QStringLiteral("1"));
  other.setProcessEnvironment(environment);
  other.setProcessChannelMode(QProcess::ForwardedErrorChannel);
  other.start(QCoreApplication::applicationFilePath(), {});
  QVERIFY(other.waitForReadyRead(30'000));
  QTRY_VERIFY_WITH_TIMEOUT(runningWith("87654.1234") > 0, 30'000);
  ::kill(static_cast<pid_t>(other.processId()), SIGKILL);
  other.waitForFinished();
  QTRY_COMPARE_WITH_TIMEOUT(runningWith("87654.1234"), 0, 30'000);
}

namespace {

/// The process that is killed: its handler leaves a child of a child in a session of its own.
void runUntilKilled() {
  Rig rig("python3.13");
  rig.folder.setAutoRemove(true);
  rig.write("app.py",
            "import os, subprocess\ndef handler(e, c):\n"
            "    subprocess.Popen('setsid sleep 87654.1234 & exit', shell=True).wait()\n"
            "    return 'fine'\n");
  std::puts(rig.invoke().payload.c_str());
  std::fflush(stdout);
  QCoreApplication::exec();
}

}  // namespace

int main(int count, char** words) {
  QCoreApplication application(count, words);
  if (qEnvironmentVariableIsSet("COLDSTART_TEST_IS_KILLED")) {
    runUntilKilled();
    return 0;
  }
  TestLiveFaults test;
  return QTest::qExec(&test, count, words);
}
#include "tst_live_faults.moc"
