// SPDX-License-Identifier: GPL-3.0-or-later
// A handler in a sandbox reaches nothing but its own Runtime API, unless the network is allowed.
#include <QTcpServer>
#include <QTest>

#include "tests/core/live/live_rig.h"

using namespace coldstart;
using livetest::Rig;

namespace {

constexpr const char* kKnocks = R"(
import socket
def handler(event, context):
    try:
        socket.create_connection(("127.0.0.1", event["port"]), 2).close()
        return "reached"
    except OSError:
        return "nobody"
)";

}  // namespace

class TestLiveNetwork : public QObject {
  Q_OBJECT
 private slots:
  void init();
  void sandboxReachesNobody();
  void networkIsThereWhenAllowed();
  void environmentsDoNotReachEachOther();
  void restartsAfterACrash();

 private:
  std::string knock(Rig& rig) {
    return rig.invoke("{\"port\":" + std::to_string(m_somebody.serverPort()) + "}").payload;
  }
  QTcpServer m_somebody;
};

void TestLiveNetwork::init() {
  QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
  if (live::availableWalls() == live::Walls::Limits) QSKIP("bubblewrap does not work here");
  if (!m_somebody.isListening()) QVERIFY(m_somebody.listen(QHostAddress::LocalHost));
}

void TestLiveNetwork::sandboxReachesNobody() {
  Rig rig("python3.13");
  rig.write("app.py", kKnocks);
  QCOMPARE(knock(rig), std::string("\"nobody\""));
  QCOMPARE(knock(rig), std::string("\"nobody\""));  // Warm, so the Runtime API goes on.
}

void TestLiveNetwork::networkIsThereWhenAllowed() {
  Rig rig("python3.13");
  rig.network = live::Network::Allowed;
  rig.write("app.py", kKnocks);
  QCOMPARE(knock(rig), std::string("\"reached\""));
}

/// The Runtime API of another environment of the same function, on its own port.
void TestLiveNetwork::environmentsDoNotReachEachOther() {
  Rig rig("python3.13");
  rig.write("app.py",
            "import os, socket\nMINE = int(os.environ['AWS_LAMBDA_RUNTIME_API'].split(':')[1])\n"
            "def handler(event, context):\n    found = []\n"
            "    for port in range(max(1024, MINE - 300), min(65535, MINE + 300)):\n"
            "        try:\n            s = socket.create_connection(('127.0.0.1', port), 1)\n"
            "        except OSError:\n            continue\n"
            "        if s.getsockname() != s.getpeername():\n"  // Not met with itself.
            "            found.append(port == MINE)\n        s.close()\n    return found\n");
  QCOMPARE(rig.invoke().payload, std::string("[true]"));
}

void TestLiveNetwork::restartsAfterACrash() {
  Rig rig("python3.13");
  rig.write("app.py",
            "import os\ndef handler(event, context):\n    if event.get('die'): os._exit(3)\n"
            "    return 'alive'\n");
  QCOMPARE(rig.invoke().payload, std::string("\"alive\""));
  QCOMPARE(rig.invoke(R"({"die":true})").functionError, std::string("Unhandled"));
  const live::LiveAnswer again = rig.invoke();
  QCOMPARE(QByteArray::fromStdString(again.payload), QByteArray("\"alive\""));
}

QTEST_GUILESS_MAIN(TestLiveNetwork)
#include "tst_live_network.moc"
