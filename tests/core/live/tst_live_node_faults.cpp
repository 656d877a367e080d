// SPDX-License-Identifier: GPL-3.0-or-later
// What tst_live_faults asks of Python handlers, of Node.js: the request ends once with Lambda's own
// error, the next one works, and nothing is left running.
#include <QStandardPaths>
#include <QTest>
#include <csignal>

#include "tests/core/live/live_rig.h"

using namespace coldstart;
using namespace coldstart::livetest;
using journal::Ending;

class TestLiveNodeFaults : public QObject {
  Q_OBJECT
 private slots:
  void initTestCase();
  void requestEndsOnce_data();
  void requestEndsOnce();
  void killedWhileItIsFrozen();
  void childrenDoNotOutliveIt();
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
constexpr Case kNode[] = {
    {"throws",
     "export const handler = async (e) => {\n"
     "  if (e.bad) throw new RangeError('too far');\n  return 'fine';\n};\n",
     Ending::HandlerError, "\"errorType\":\"RangeError\""},
    {"throws what nobody waits for",
     "export const handler = async (e) => {\n"
     "  if (e.bad) await new Promise(() => setTimeout(() => { throw new Error('late'); }, 10));\n"
     "  return 'fine';\n};\n",
     Ending::Crashed, "\"errorMessage\":\"late\""},
    {"waits past its time-out",
     "export const handler = async (e) => {\n"
     "  if (e.bad) await new Promise((done) => setTimeout(done, 60_000));\n  return 'fine';\n};\n",
     Ending::TimedOut, "Task timed out after 2.00 seconds"},
    {"turns without end",
     "export const handler = async (e) => {\n  while (e.bad);\n  return 'fine';\n};\n",
     Ending::TimedOut, "Sandbox.Timedout"},
    {"ignores SIGTERM",
     "process.on('SIGTERM', () => {});\nexport const handler = async (e) => {\n"
     "  while (e.bad);\n  return 'fine';\n};\n",
     Ending::TimedOut, "Sandbox.Timedout"},
    {"exits",
     "export const handler = async (e) => {\n  if (e.bad) process.exit(7);\n  return 'fine';\n};\n",
     Ending::Crashed, "Runtime exited with error: exit status 7"},
    {"exits as if all were well",
     "export const handler = async (e) => {\n  if (e.bad) process.exit(0);\n  return 'fine';\n};\n",
     Ending::Crashed, "Runtime exited without providing a reason"},
    {"is killed while it works",
     "export const handler = async (e) => {\n"
     "  if (e.bad) process.kill(process.pid, 'SIGKILL');\n  return 'fine';\n};\n",
     Ending::Crashed, "Runtime.ExitError"},
    {"allocates without end",
     "export const handler = async (e) => {\n  const hold = [];\n"
     "  while (e.bad) hold.push(Buffer.alloc(1 << 20, 1));\n  return 'fine';\n};\n",
     Ending::OutOfMemory, "Runtime.OutOfMemory"},
    {"opens every descriptor",
     "import fs from 'node:fs';\nexport const handler = async (e) => {\n"
     "  while (e.bad) fs.openSync('/dev/null');\n  return 'fine';\n};\n",
     Ending::HandlerError, "EMFILE: too many open files"},
    {"returns what JSON cannot hold",
     "export const handler = async (e) => (e.bad ? { n: 10n } : 'fine');\n", Ending::HandlerError,
     "Do not know how to serialize a BigInt"},
    {"returns 7 MB",
     "export const handler = async (e) => (e.bad ? 'x'.repeat(7_000_000) : 'fine');\n",
     Ending::HandlerError, "Function.ResponseSizeTooLarge"},
    {"has a syntax error", "export const handler = async (e) => {\n", Ending::InitFailed,
     "Runtime.UserCodeSyntaxError", false},
    {"imports what is not there", "import 'nowhere-to-be-found';\n", Ending::InitFailed,
     "Runtime.ImportModuleError", false},
    {"has no such function", "export const other = () => {};\n", Ending::InitFailed,
     "index.handler is undefined or not exported", false},
    {"exits in init", "process.exit(3);\n", Ending::InitFailed, "exit status 3", false},
    {"answers for it twice",
     "export const handler = async (e, c) => {\n  if (e.bad) await "
     "fetch(`http://${process.env.AWS_LAMBDA_RUNTIME_API}/2018-06-01/runtime/invocation/"
     "${c.awsRequestId}/response`, { method: 'POST', body: '\"first\"' });\n  return 'fine';\n};\n",
     Ending::Succeeded, "\"first\""},
    {"answers for another request",
     "export const handler = async (e) => {\n  if (!e.bad) return 'fine';\n  return (await "
     "fetch(`http://${process.env.AWS_LAMBDA_RUNTIME_API}/2018-06-01/runtime/invocation/other/"
     "response`, { method: 'POST', body: '1' })).text();\n};\n",
     Ending::Succeeded, "InvalidRequestID"},
    {"speaks malformed HTTP",
     "import net from 'node:net';\nexport const handler = async (e) => {\n"
     "  if (!e.bad) return 'fine';\n"
     "  const [host, port] = process.env.AWS_LAMBDA_RUNTIME_API.split(':');\n"
     "  return new Promise((done) => {\n    const socket = net.connect(Number(port), host);\n"
     "    socket.write('\\0not HTTP at all\\r\\n\\r\\n'.repeat(100));\n"
     "    socket.once('data', (data) => { socket.destroy(); done(data.toString()); });\n  "
     "});\n};\n",
     Ending::Succeeded, "400 Bad Request"},
};

}  // namespace

void TestLiveNodeFaults::initTestCase() {
  if (QStandardPaths::findExecutable(QStringLiteral("node"),
                                     {QStringLiteral("/usr/bin"), QStringLiteral("/usr/local/bin")})
          .isEmpty())
    QSKIP("needs Debian's package nodejs");
}

void TestLiveNodeFaults::requestEndsOnce_data() {
  QTest::addColumn<int>("row");
  for (int i = 0; i < static_cast<int>(std::size(kNode)); ++i) QTest::newRow(kNode[i].name) << i;
}

void TestLiveNodeFaults::requestEndsOnce() {
  QFETCH(int, row);
  const Case& fault = kNode[row];
  Rig rig("nodejs22.x");
  rig.function().memory = Memory{1'769};  // A whole processor; its start alone takes a while.
  const bool timesOut = fault.ending == Ending::TimedOut;
  rig.function().timeout = Duration::seconds(timesOut ? 2 : 30);
  if (fault.ending == Ending::OutOfMemory) rig.function().memory = Memory{256};
  rig.write("index.mjs", fault.code);
  const auto answer = rig.invoke(R"({"bad":true})");
  QCOMPARE(answer.status, 200);
  QVERIFY2(answer.payload.find(fault.error) != std::string::npos, answer.payload.c_str());
  QCOMPARE(rig.attempt(answer).ending, fault.ending);
  if (timesOut) QCOMPARE(rig.attempt(answer).durationUs, 2'000'000U);
  const auto next = rig.invoke();
  if (fault.nextWorks) {
    QCOMPARE(next.payload, std::string("\"fine\""));
    QCOMPARE(rig.attempt(next).ending, Ending::Succeeded);
  } else {
    QVERIFY2(next.payload.find(fault.error) != std::string::npos, next.payload.c_str());
  }
  QCOMPARE(rig.host().run()->journal.attempts.size(), 2U);
  QCOMPARE(rig.host().run()->journal.environments.size(), 1U);
  rig.close();
  QTRY_COMPARE(runningWith(rig.folder.path().toUtf8()), 0);
}

void TestLiveNodeFaults::killedWhileItIsFrozen() {
  Rig rig("nodejs22.x");
  rig.write("index.mjs", "export const handler = async () => 'fine';\n");
  rig.invoke();
  for (const auto pid : live::processTree(rig.host().processOf(0)))
    ::kill(static_cast<pid_t>(pid), SIGKILL);
  QTRY_COMPARE(rig.host().processOf(0), 0);
  const auto next = rig.invoke();
  QCOMPARE(next.payload, std::string("\"fine\""));
  QCOMPARE(rig.attempt(next).ending, Ending::Succeeded);
}

void TestLiveNodeFaults::childrenDoNotOutliveIt() {
  Rig rig("nodejs22.x");
  rig.write("index.mjs",
            "import { spawn } from 'node:child_process';\nexport const handler = async () => {\n"
            "  spawn('sleep', ['97531.8642'], { detached: true, stdio: 'ignore' }).unref();\n"
            "  return 'fine';\n};\n");
  QCOMPARE(rig.invoke().payload, std::string("\"fine\""));
  QTRY_VERIFY(runningWith("97531.8642") > 0);
  rig.close();
  QTRY_COMPARE(runningWith("97531.8642"), 0);
}

QTEST_GUILESS_MAIN(TestLiveNodeFaults)
#include "tst_live_node_faults.moc"
