// SPDX-License-Identifier: GPL-3.0-or-later
// Extensions of real processes: they come first, hear of every invocation and of the end, and take
// the environment with them when they fail.
#include <QTcpSocket>
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
  void telemetryArrives_data();
  void telemetryArrives();
  void logsArrive();
  void theyShareOneLoopback();
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

namespace {

// Prints what it is sent, over HTTP or over TCP.
const char* const kListens = R"(
import socketserver
from http.server import BaseHTTPRequestHandler, HTTPServer
def got(event):
    print('got', event['type'], json.dumps(event['record']), flush=True)
class Posts(BaseHTTPRequestHandler):
    def do_POST(self):
        for event in json.loads(self.rfile.read(int(self.headers['Content-Length']))): got(event)
        self.send_response(200)
        self.end_headers()
    def log_message(self, *rest): pass
class Lines(socketserver.StreamRequestHandler):
    def handle(self):
        for line in self.rfile: got(json.loads(line))
def listen(tcp):
    server = socketserver.TCPServer(('127.0.0.1', 0), Lines) if tcp else HTTPServer(('127.0.0.1', 0), Posts)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    port = server.server_address[1]
    return {'protocol': 'TCP', 'port': port} if tcp else {'protocol': 'HTTP',
        'URI': 'http://sandbox.localdomain:%d' % port}
def subscribe(path, schema, types, destination):
    call(path, json.dumps({'schemaVersion': schema, 'types': types,
         'destination': destination}).encode(), 'PUT', Lambda_Extension_Identifier=me,
         Content_Type='application/json')
)";

QByteArray listener(const char* subscription) {
  return kListens + QByteArray(subscription) +
         "while next_event()['eventType'] == 'INVOKE': time.sleep(0.2)\n";
}

}  // namespace

void TestLiveExtensions::telemetryArrives_data() {
  QTest::addColumn<bool>("hasNetwork");
  QTest::addColumn<bool>("isTcp");
  QTest::newRow("without network") << false << false;
  QTest::newRow("without network, as lines") << false << true;
  QTest::newRow("with the network") << true << false;
  QTest::newRow("with the network, as lines") << true << true;
}

void TestLiveExtensions::telemetryArrives() {
  QFETCH(bool, hasNetwork);
  QFETCH(bool, isTcp);
  Rig rig = rigWith(listener(isTcp ? "subscribe('/2022-07-01/telemetry', '2022-12-13', "
                                     "['platform', 'function'], listen(True))\n"
                                   : "subscribe('/2022-07-01/telemetry', '2022-12-13', "
                                     "['platform', 'function'], listen(False))\n")
                        .constData());
  rig.network = hasNetwork ? live::Network::Allowed : live::Network::Cut;
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
  for (const char* type :
       {"platform.initStart", "platform.start", "platform.runtimeDone",
        "platform.telemetrySubscription {\"name\": \"watcher\", \"state\": \"Subscribed\", "
        "\"types\": [\"platform\", \"function\"]}",
        "platform.extension {\"name\": \"watcher\", \"state\": \"Ready\", \"events\": [\"INVOKE\", "
        "\"SHUTDOWN\"]}"}) {
    QVERIFY2(printed().contains(QStringLiteral("got ") + QLatin1String(type)),
             qPrintable(printed()));
  }
  // Lambda's own lines are no function's.
  QVERIFY(!printed().contains(QStringLiteral("got function \"EXTENSION")));
}

/// The predecessor's events, and what an extension prints itself.
void TestLiveExtensions::logsArrive() {
  Rig rig = rigWith(listener("subscribe('/2020-08-15/logs', '2021-03-18', ['platform', 'function'],"
                             " listen(False))\n")
                        .constData());
  rig.write("app.py",
            "import os\ndef handler(e, c):\n    print('hello')\n    if e.get('die'): os._exit(1)\n"
            "    return c.aws_request_id\n");
  const std::string id = rig.invoke().payload.substr(1, 36);
  rig.invoke(R"({"die":true})");
  const auto printed = [&rig] { return rig.printed(); };
  const auto has = [&](const std::string& text) {
    return printed().find("got " + text) != std::string::npos;
  };
  const std::string request = "{\"requestId\": \"" + id + "\"";
  QTRY_VERIFY_WITH_TIMEOUT(has("platform.report " + request + ", \"metrics\": {"), 30'000);
  QVERIFY(has("platform.start " + request + "}"));
  QVERIFY(has("platform.end " + request + "}"));
  QVERIFY(has("platform.runtimeDone " + request + ", \"status\": \"success\"}"));
  QVERIFY(has("function \"hello\\n\""));
  QVERIFY2(has("platform.logsSubscription {\"name\": \"watcher\", \"state\": \"Subscribed\""),
           printed().c_str());
  QVERIFY(!has("platform.initStart"));
  QVERIFY(printed().find("LOGS\tName: watcher\tState: Subscribed\tTypes: [Platform, Function]") !=
          std::string::npos);
}

/// The function's runtime reaches what an extension listens on, and nobody else does.
void TestLiveExtensions::theyShareOneLoopback() {
  Rig rig = rigWith(
      "from http.server import BaseHTTPRequestHandler, HTTPServer\n"
      "class Cache(BaseHTTPRequestHandler):\n    def do_GET(self):\n"
      "        self.send_response(200)\n        self.end_headers()\n"
      "        self.wfile.write(b'from the extension')\n    def log_message(self, *rest): pass\n"
      "server = HTTPServer(('127.0.0.1', 2773), Cache)\n"
      "threading.Thread(target=server.serve_forever, daemon=True).start()\n"
      "while next_event()['eventType'] == 'INVOKE': pass\n");
  rig.write("app.py",
            "import os, urllib.request\ndef handler(e, c):\n    if e.get('die'): os._exit(1)\n"
            "    return urllib.request.urlopen('http://localhost:2773/').read().decode()\n");
  if (live::availableWalls() == live::Walls::Limits) QSKIP("needs a network of its own");
  QCOMPARE(rig.invoke().payload, std::string("\"from the extension\""));
  QCOMPARE(rig.attempt(rig.invoke(R"({"die":true})")).ending, Ending::Crashed);
  QCOMPARE(rig.host().run()->journal.environments.size(), 1U);
  QTcpSocket outside;
  outside.connectToHost(QStringLiteral("127.0.0.1"), 2'773);
  QVERIFY(!outside.waitForConnected(1'000));
}

QTEST_GUILESS_MAIN(TestLiveExtensions)
#include "tst_live_extensions.moc"
