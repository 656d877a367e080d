// SPDX-License-Identifier: GPL-3.0-or-later
// coldstart serve as somebody starts it: what it prints, and what attaches to it.
#include <QProcess>
#include <QTcpSocket>
#include <QTest>
#include <QTextStream>

#include "app/command/command_line.h"
#include "app/command/options.h"
#include "tests/support/paths.h"

using namespace coldstart;

class TestServe : public QObject {
  Q_OBJECT
 private slots:
  void aProcessAttachesAndAnswers_data();
  void aProcessAttachesAndAnswers();
  void wrongInputIsRefused_data();
  void wrongInputIsRefused();
};

namespace {

constexpr const char* kClient =
    "import http.client, os\n"
    "host, _, name = os.environ['AWS_LAMBDA_RUNTIME_API'].partition('/')\n"
    "connection = http.client.HTTPConnection(host)\n"
    "def ask(method, path, body=None):\n"
    "    connection.request(method, f'/{name}/2018-06-01/runtime/invocation/{path}', body)\n"
    "    reply = connection.getresponse()\n"
    "    return reply.headers['lambda-runtime-aws-request-id'], reply.read()\n"
    "while True:\n"
    "    number, event = ask('GET', 'next')\n"
    "    ask('POST', number + '/response', b'{\"attached\":' + event + b'}')\n";

/// Reads a line of one of its channels; "" when none comes.
QString line(QProcess& process, QProcess::ProcessChannel channel) {
  process.setReadChannel(channel);
  (void)QTest::qWaitFor([&] { return process.canReadLine(); }, 30'000);
  return QString::fromUtf8(process.readLine()).trimmed();
}

}  // namespace

void TestServe::aProcessAttachesAndAnswers_data() {
  QTest::addColumn<QStringList>("words");
  const QString project = tests::sourceDir() + QStringLiteral("/samples/hello-python");
  QTest::newRow("all") << QStringList{project, QStringLiteral("--attach")};
  QTest::newRow("before the project") << QStringList{QStringLiteral("--attach"), project};
  QTest::newRow("named") << QStringList{project, QStringLiteral("--attach"),
                                        QStringLiteral("Hello")};
  QTest::newRow("named, before the project")
      << QStringList{QStringLiteral("--attach=Hello"), QStringLiteral("--deadline"), project};
}

void TestServe::aProcessAttachesAndAnswers() {
  QFETCH(QStringList, words);
  QProcess served;
  served.start(tests::program(), QStringList{QStringLiteral("serve")} + words);
  const QString endpoint = line(served, QProcess::StandardOutput);
  const QString told = line(served, QProcess::StandardError);
  const QString before = QStringLiteral("Hello: AWS_LAMBDA_RUNTIME_API=");
  QVERIFY2(told.startsWith(before) && told.contains(QStringLiteral("/Hello,")), qPrintable(told));
  QProcess client;
  QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
  environment.insert(QStringLiteral("AWS_LAMBDA_RUNTIME_API"),
                     told.mid(before.size()).section(u',', 0, 0));
  client.setProcessEnvironment(environment);
  client.start(QStringLiteral("python3"), {QStringLiteral("-c"), QString::fromUtf8(kClient)});
  QCOMPARE(line(served, QProcess::StandardError),
           QStringLiteral("A process is attached to Hello."));
  QTcpSocket socket;
  socket.connectToHost(QStringLiteral("127.0.0.1"), endpoint.section(u':', 2).toUShort());
  socket.write(
      "POST /2015-03-31/functions/Hello/invocations HTTP/1.1\r\nHost: 127.0.0.1\r\n"
      "Connection: close\r\nContent-Length: 3\r\n\r\n\"x\"");
  QTRY_COMPARE_WITH_TIMEOUT(socket.state(), QAbstractSocket::UnconnectedState, 30'000);
  const QByteArray reply = socket.readAll();
  QVERIFY2(reply.endsWith("\r\n\r\n{\"attached\":\"x\"}"), reply.constData());
  client.kill();
  client.waitForFinished();
  served.terminate();
  QVERIFY(served.waitForFinished());
}

void TestServe::wrongInputIsRefused_data() {
  QTest::addColumn<QStringList>("words");
  QTest::addColumn<QString>("says");
  QTest::newRow("no such function")
      << QStringList{QStringLiteral("--attach=Nobody")} << QStringLiteral("no function Nobody");
  QTest::newRow("no port") << QStringList{QStringLiteral("--attach"),
                                          QStringLiteral("--attach-port"), QStringLiteral("x")}
                           << QStringLiteral("--attach-port is a number");
}

void TestServe::wrongInputIsRefused() {
  QFETCH(QStringList, words);
  QFETCH(QString, says);
  QString printed;
  QString errors;
  QTextStream out(&printed);
  QTextStream err(&errors);
  const QString project = tests::sourceDir() + QStringLiteral("/samples/hello-python");
  QCOMPARE(command::runCommand(QStringList{QStringLiteral("serve"), project} + words, out, err),
           command::kWrongInput);
  QVERIFY2(errors.contains(says), qPrintable(errors));
}

QTEST_GUILESS_MAIN(TestServe)
#include "tst_serve.moc"
