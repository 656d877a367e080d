// SPDX-License-Identifier: GPL-3.0-or-later
// Extensions of real processes: they come first, hear of every invocation and of the end, and take
// the environment with them when they fail.
#include <QRegularExpression>
#include <QTest>

#include "tests/core/live/live_rig.h"

using namespace coldstart;
using namespace coldstart::livetest;
using journal::Ending;

class TestLiveExtensions : public QObject {
  Q_OBJECT
 private slots:
  void hearOfInvocationsAndOfTheEnd();
  void timeOutsAreTold();
  void crashesEndTheInvocation();
  void insideTheRuntime();
  void telemetryArrives();
};

namespace {

// What every extension of these tests begins with.
const char* const kExtension = R"(#!/usr/bin/python3
import json, os, sys, threading, time, urllib.request
def call(path, body=None, method=None, **headers):
    request = urllib.request.Request('http://' + os.environ['AWS_LAMBDA_RUNTIME_API'] + path, body,
        {k.replace('_', '-'): v for k, v in headers.items()}, method=method)
    answer = urllib.request.urlopen(request)
    return answer.read(), answer.headers
_, headers = call('/2020-01-01/extension/register', json.dumps({'events': ['INVOKE', 'SHUTDOWN']}).encode(),
                  Lambda_Extension_Name=os.path.basename(sys.argv[0]))
me = headers['Lambda-Extension-Identifier']
def next_event():
    return json.loads(call('/2020-01-01/extension/event/next', Lambda_Extension_Identifier=me)[0])
)";

Rig rigWith(const char* extension) {
  Rig rig("python3.13");
  rig.function().layers = {"layer"};
  rig.function().timeout = Duration::seconds(10);
  rig.write("../layer/extensions/watcher", (QByteArray(kExtension) + extension).constData(), true);
  rig.write("app.py",
            "import os, time\ndef handler(e, c):\n    time.sleep(e.get('sleep', 0))\n"
            "    if e.get('die'): os._exit(1)\n    return c.aws_request_id\n");
  return rig;
}

}  // namespace

void TestLiveExtensions::hearOfInvocationsAndOfTheEnd() {
  Rig rig = rigWith(
      "print('has handler', '_HANDLER' in os.environ, flush=True)\n"
      "while True:\n    event = next_event()\n"
      "    if event['eventType'] == 'SHUTDOWN':\n"
      "        print('told', event['shutdownReason'], flush=True)\n        break\n"
      "    time.sleep(0.3)\n    print('invoked', event['requestId'], flush=True)\n");
  const auto answer = rig.invoke();
  QCOMPARE(rig.attempt(answer).ending, Ending::Succeeded);
  // The invocation lasts until the extension has done its part, too.
  QVERIFY(rig.attempt(answer).durationUs >= 300'000U);
  const std::string id = answer.payload.substr(1, 36);
  const QString printed = QString::fromStdString(rig.printed());
  QVERIFY2(printed.contains(QStringLiteral("has handler False\n")), qPrintable(printed));
  QVERIFY2(printed.contains(QStringLiteral(
               "EXTENSION\tName: watcher\tState: Ready\tEvents: [INVOKE, SHUTDOWN]\n")),
           qPrintable(printed));
  QVERIFY2(printed.contains(QStringLiteral("invoked ") + QString::fromStdString(id)),
           qPrintable(printed));
  const auto second = rig.invoke();
  QCOMPARE(rig.attempt(second).decision, journal::Decision::Warm);
  rig.host().deploy(0);
  QTRY_VERIFY_WITH_TIMEOUT(rig.printed().find("told spindown\n") != std::string::npos, 30'000);
}

void TestLiveExtensions::timeOutsAreTold() {
  Rig rig = rigWith(
      "while True:\n    event = next_event()\n"
      "    if event['eventType'] == 'SHUTDOWN':\n"
      "        print('told', event['shutdownReason'], flush=True)\n        break\n");
  rig.function().timeout = Duration::seconds(4);
  const auto answer = rig.invoke(R"({"sleep":30})");
  QCOMPARE(rig.attempt(answer).ending, Ending::TimedOut);
  QTRY_VERIFY_WITH_TIMEOUT(rig.printed().find("told timeout\n") != std::string::npos, 30'000);
  const auto next = rig.invoke();
  QCOMPARE(rig.attempt(next).ending, Ending::Succeeded);
  QCOMPARE(rig.host().run()->journal.environments.size(), 1U);
}

void TestLiveExtensions::crashesEndTheInvocation() {
  Rig rig = rigWith(
      "while True:\n    event = next_event()\n"
      "    if not os.path.exists('/tmp/before'):\n        open('/tmp/before', 'w').close()\n"
      "        sys.exit(3)\n");
  if (live::availableWalls() == live::Walls::Limits) QSKIP("needs a /tmp of its own");
  const auto answer = rig.invoke(R"({"sleep":5})");
  QCOMPARE(rig.attempt(answer).ending, Ending::Crashed);
  QVERIFY2(answer.payload.find("\"Extension.Crash\"") != std::string::npos, answer.payload.c_str());
  QVERIFY2(answer.payload.find("Error: exit status 3") != std::string::npos,
           answer.payload.c_str());
  QCOMPARE(rig.attempt(rig.invoke()).ending, Ending::Succeeded);
}

void TestLiveExtensions::insideTheRuntime() {
  Rig rig("python3.13");
  rig.write(
      "app.py",
      "import json, os, threading, urllib.request\n"
      "base = 'http://' + os.environ['AWS_LAMBDA_RUNTIME_API'] + '/2020-01-01/extension/'\n"
      "answer = urllib.request.urlopen(urllib.request.Request(base + 'register',\n"
      "    b'{\"events\": [\"INVOKE\"]}', {'Lambda-Extension-Name': 'inside'}))\n"
      "me = answer.headers['Lambda-Extension-Identifier']\n"
      "def listen():\n    while True:\n"
      "        event = json.loads(urllib.request.urlopen(urllib.request.Request(\n"
      "            base + 'event/next', headers={'Lambda-Extension-Identifier': me})).read())\n"
      "        print('heard', event['eventType'], flush=True)\n"
      "threading.Thread(target=listen, daemon=True).start()\n"
      "def handler(e, c): return 'fine'\n");
  for (int i = 0; i < 2; ++i) QCOMPARE(rig.invoke().payload, std::string("\"fine\""));
  QVERIFY2(rig.printed().find("heard INVOKE\n") != std::string::npos, rig.printed().c_str());
  QVERIFY(rig.printed().find("EXTENSION\tName: inside\tState: Ready\tEvents: [INVOKE]\n") !=
          std::string::npos);
}

void TestLiveExtensions::telemetryArrives() {
  Rig rig = rigWith(
      "from http.server import BaseHTTPRequestHandler, HTTPServer\n"
      "class Listener(BaseHTTPRequestHandler):\n"
      "    def do_POST(self):\n"
      "        for event in json.loads(self.rfile.read(int(self.headers['Content-Length']))):\n"
      "            print('got', event['type'], json.dumps(event['record']), flush=True)\n"
      "        self.send_response(200)\n        self.end_headers()\n"
      "    def log_message(self, *rest): pass\n"
      "server = HTTPServer(('127.0.0.1', 0), Listener)\n"
      "threading.Thread(target=server.serve_forever, daemon=True).start()\n"
      "call('/2022-07-01/telemetry', json.dumps({'schemaVersion': '2022-12-13',\n"
      "    'types': ['platform', 'function'], 'destination': {'protocol': 'HTTP',\n"
      "    'URI': 'http://sandbox.localdomain:%d' % server.server_port}}).encode(), 'PUT',\n"
      "    Lambda_Extension_Identifier=me, Content_Type='application/json')\n"
      "while next_event()['eventType'] == 'INVOKE': time.sleep(0.2)\n");
  rig.network = live::Network::Allowed;  // Telemetry comes from outside of the sandbox.
  rig.write("app.py", "def handler(e, c):\n    print('hello')\n    return c.aws_request_id\n");
  const std::string id = rig.invoke().payload.substr(1, 36);
  rig.invoke();
  const auto printed = [&rig] { return QString::fromStdString(rig.printed()); };
  const QString report =
      QStringLiteral("got platform.report {\"requestId\": \"") + QString::fromStdString(id);
  QTRY_VERIFY_WITH_TIMEOUT(printed().contains(report), 30'000);
  QVERIFY2(printed().contains(QStringLiteral("got function \"hello\\n\"")), qPrintable(printed()));
  QVERIFY(printed().contains(
      QStringLiteral("TELEMETRY\tName: watcher\tState: Subscribed\tTypes: [Platform, Function]")));
  for (const char* type : {"platform.initStart", "platform.start", "platform.runtimeDone"}) {
    QVERIFY2(printed().contains(QStringLiteral("got ") + QLatin1String(type)), type);
  }
}

QTEST_GUILESS_MAIN(TestLiveExtensions)
#include "tst_live_extensions.moc"
