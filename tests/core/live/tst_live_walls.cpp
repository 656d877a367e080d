// SPDX-License-Identifier: GPL-3.0-or-later
// What an environment may use is limited as a whole: the size of /tmp, and how many processes and
// threads there are at once. (gettingstarted-limits)
#include <QTest>

#include <nlohmann/json.hpp>

#include "tests/core/live/live_rig.h"

using namespace coldstart;
using namespace coldstart::livetest;
using journal::Decision;
using journal::Ending;

class TestLiveWalls : public QObject {
  Q_OBJECT
 private slots:
  void init();
  void temporaryFilesHaveOneLimit();
  void temporaryFilesOutliveACrashAndNothingElse();
  void temporaryFilesAreNotMemory();
  void threadsWithoutEnd();
  void processesWithoutEnd();

 private:
  bool processesAreCounted();
};

void TestLiveWalls::init() {
  if (live::availableWalls() == live::Walls::Limits) QSKIP("needs Debian's package bubblewrap");
}

/// Files that are small enough each fill it together, and the room comes back when they go.
void TestLiveWalls::temporaryFilesHaveOneLimit() {
  Rig rig("python3.13");
  rig.function().ephemeralStorage = Memory{16};
  rig.function().timeout = Duration::seconds(30);
  rig.write("app.py",
            "import os\ndef handler(e, c):\n    if e.get('clean'):\n"
            "        for name in os.listdir('/tmp'): os.remove('/tmp/' + name)\n"
            "    for i in range(e['files']):\n"
            "        with open(f'/tmp/{i}', 'wb') as file: file.write(b'x' * (1 << 20))\n"
            "    return sorted(len(name) for name in os.listdir('/tmp'))[:0]\n");
  QCOMPARE(rig.invoke(R"({"files":15})").payload, std::string("[]"));
  const auto full = rig.invoke(R"({"files":20})");
  QCOMPARE(rig.attempt(full).ending, Ending::HandlerError);
  QVERIFY2(full.payload.find("[Errno 28] No space left on device") != std::string::npos,
           full.payload.c_str());
  QCOMPARE(rig.invoke(R"({"clean":true,"files":15})").payload, std::string("[]"));
  QCOMPARE(rig.host().run()->journal.environments.size(), 1U);
}

void TestLiveWalls::temporaryFilesOutliveACrashAndNothingElse() {
  Rig rig("python3.13");
  rig.write("app.py",
            "import os\ndef handler(e, c):\n    seen = os.path.exists('/tmp/mark')\n"
            "    open('/tmp/mark', 'w').close()\n    if e.get('die'): os._exit(3)\n"
            "    return seen\n");
  QCOMPARE(rig.invoke().payload, std::string("false"));
  QCOMPARE(rig.attempt(rig.invoke(R"({"die":true})")).ending, Ending::Crashed);
  QCOMPARE(rig.invoke().payload, std::string("true"));
  QCOMPARE(rig.host().run()->journal.environments.size(), 1U);
  rig.host().deploy(0);
  QCOMPARE(rig.invoke().payload, std::string("false"));
}

void TestLiveWalls::temporaryFilesAreNotMemory() {
  Rig rig("python3.13");  // 256 MB.
  rig.function().timeout = Duration::seconds(60);
  rig.write("app.py",
            "def handler(e, c):\n    with open('/tmp/large', 'wb') as file:\n"
            "        for i in range(400): file.write(b'x' * (1 << 20))\n    return 'fine'\n");
  const auto answer = rig.invoke();
  QCOMPARE(answer.payload, std::string("\"fine\""));
  QVERIFY(rig.host().run()->journal.environments[0].maxMemoryUsedMb < 200);
}

/// Not where root may not make control groups.
bool TestLiveWalls::processesAreCounted() {
  Rig rig("python3.13");
  rig.write("app.py",
            "import resource\ndef handler(e, c):\n"
            "    groups = open('/proc/self/cgroup').read()\n"
            "    return 'coldstart-' in groups or resource.getrlimit(resource.RLIMIT_NPROC)[0]\n");
  const std::string payload = rig.invoke().payload;
  return payload == "true" || payload == "1026";
}

void TestLiveWalls::threadsWithoutEnd() {
  if (!processesAreCounted()) QSKIP("this machine counts no processes of root");
  Rig rig("python3.13");
  rig.function().timeout = Duration::seconds(60);
  rig.function().memory = Memory{1'769};
  rig.write("app.py",
            "import threading\ndef handler(e, c):\n    if not e.get('bad'): return 'fine'\n"
            "    stop = threading.Event()\n    started = []\n    try:\n"
            "        for i in range(5000):\n"
            "            started.append(threading.Thread(target=stop.wait))\n"
            "            started[-1].start()\n"
            "    except RuntimeError as error:\n        return [str(error), len(started)]\n"
            "    finally:\n        stop.set()\n");
  const auto answer = rig.invoke(R"({"bad":true})");
  const auto body = nlohmann::json::parse(answer.payload);
  QVERIFY2(body.is_array(), answer.payload.c_str());
  QCOMPARE(body[0].get<std::string>(), std::string("can't start new thread"));
  QVERIFY2(body[1].get<int>() > 900 && body[1].get<int>() <= 1'024, answer.payload.c_str());
  QCOMPARE(rig.invoke().payload, std::string("\"fine\""));
  rig.close();
  QTRY_COMPARE(runningWith(rig.folder.path().toUtf8()), 0);
}

void TestLiveWalls::processesWithoutEnd() {
  if (!processesAreCounted()) QSKIP("this machine counts no processes of root");
  Rig rig("python3.13");
  rig.function().timeout = Duration::seconds(60);
  rig.function().memory = Memory{10'240};
  rig.write(
      "app.py",
      "import os, time\ndef handler(e, c):\n    if e.get('die'): os._exit(3)\n"
      "    if not e.get('bad'): return 'fine'\n"
      "    for i in range(5000):\n        if os.fork() == 0:\n            time.sleep(1000)\n");
  const auto answer = rig.invoke(R"({"bad":true})");
  QCOMPARE(rig.attempt(answer).ending, Ending::HandlerError);
  QVERIFY2(answer.payload.find("BlockingIOError") != std::string::npos, answer.payload.c_str());
  // Its children take all the room until they go with it; the next process has it again.
  QCOMPARE(rig.attempt(rig.invoke(R"({"die":true})")).ending, Ending::Crashed);
  QCOMPARE(rig.invoke().payload, std::string("\"fine\""));
  QCOMPARE(rig.host().run()->journal.environments.size(), 1U);
  rig.close();
  QTRY_COMPARE(runningWith(rig.folder.path().toUtf8()), 0);
}

QTEST_GUILESS_MAIN(TestLiveWalls)
#include "tst_live_walls.moc"
