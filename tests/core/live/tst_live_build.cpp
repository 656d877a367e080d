// SPDX-License-Identifier: GPL-3.0-or-later
// Code that is built before it is deployed: by whom, when, for how long it is remembered, and what
// a user reads when it fails.
#include <QStandardPaths>
#include <QTcpServer>
#include <QTest>

#include "core/live/build.h"
#include "tests/core/live/live_rig.h"

using namespace coldstart;
using namespace coldstart::livetest;
using journal::Ending;

namespace {

/// A custom runtime in shell whose every answer is `word`, as the Makefile's rule writes it.
QByteArray rules(const char* word, const char* before = "true") {
  return QByteArray("build-Tested:\n\t@echo building in $(notdir $(CURDIR)); ") + before +
         "\n\t@sed s/WORD/" + word +
         "/ template >$(ARTIFACTS_DIR)/bootstrap\n"
         "\t@chmod +x $(ARTIFACTS_DIR)/bootstrap\n";
}

constexpr char kTemplate[] =
    "#!/bin/bash\n"
    "api=\"http://$AWS_LAMBDA_RUNTIME_API/2018-06-01/runtime/invocation\"\n"
    "while true; do\n"
    "  id=$(curl -sS -D - -o /dev/null \"$api/next\" | grep -Fi Request-Id)\n"
    "  id=$(echo $id | tr -d '\\r' | cut -d' ' -f2)\n"
    "  curl -sS -o /dev/null -d '\"WORD\"' \"$api/$id/response\"\n"
    "done\n";

struct Made : Rig {
  explicit Made(const QByteArray& makefile) : Rig("provided.al2023") {
    function().buildMethod = "makefile";
    write("template", kTemplate);
    write("Makefile", makefile.constData());
  }
  qsizetype timesBuilt() {
    return QString::fromStdString(printed()).count(QStringLiteral("building in source"));
  }
};

std::string errorOf(const char* runtime, const std::vector<std::string>& printed) {
  project::Function function;
  function.id = "Hello";
  function.runtime = runtime;
  return live::buildError(function, printed).english();
}

}  // namespace

class TestLiveBuild : public QObject {
  Q_OBJECT
 private slots:
  void initTestCase();
  void itIsBuiltOnceAndRemembered();
  void theProjectStaysAsItWas();
  void requestsWaitBeforeLambdasRules();
  void newCodeIsBuiltAgain();
  void provisionedEnvironmentsWaitToo();
  void interpretersAheadHaveWhatIsBuilt();
  void whatFailsIsToldAndTriedAgain();
  void javaThatDoesNotCompileIsTold();
  void aRuleMustBeThereAndMakeSomething();
  void theFirstComplaintIsNamed_data();
  void theFirstComplaintIsNamed();
  void nothingIsLeftRunning();
  void linksAreNotFollowed();
  void aBuildHasNoNetwork();
};

void TestLiveBuild::initTestCase() {
  const QStringList places{QStringLiteral("/usr/bin")};
  for (const char* program : {"make", "curl"}) {
    if (QStandardPaths::findExecutable(QLatin1String(program), places).isEmpty())
      QSKIP(qPrintable(QStringLiteral("needs Debian's package ") + QLatin1String(program)));
  }
}

void TestLiveBuild::itIsBuiltOnceAndRemembered() {
  Made rig(rules("one"));
  for (int i = 0; i < 2; ++i) {
    QCOMPARE(rig.invoke().payload, std::string("\"one\""));
    QCOMPARE(rig.timesBuilt(), 1);
  }
  rig.host().deploy(0);  // Saved without a change: a new environment, but nothing to build.
  QCOMPARE(rig.invoke().payload, std::string("\"one\""));
  QCOMPARE(rig.timesBuilt(), 1);
  rig.close();
  QCOMPARE(rig.invoke().payload, std::string("\"one\""));
  QCOMPARE(rig.timesBuilt(), 0);  // Another host.
}

void TestLiveBuild::theProjectStaysAsItWas() {
  Made rig(rules("one", "touch here ../there; touch /var/task/inside 2>/dev/null || true"));
  QCOMPARE(rig.invoke().payload, std::string("\"one\""));
  const QDir code(rig.folder.filePath(QStringLiteral("code")));
  QCOMPARE(code.entryList(QDir::Files),
           QStringList({QStringLiteral("Makefile"), QStringLiteral("template")}));
}

void TestLiveBuild::requestsWaitBeforeLambdasRules() {
  Made rig(rules("one"));
  rig.function().reserved = 2;
  int answers = 0;
  for (int i = 0; i < 3; ++i) {
    live::LiveHost::Request request;
    request.payload = "{}";
    request.answered = [&](const live::LiveAnswer&) { ++answers; };
    rig.host().invoke(std::move(request));
  }
  QCOMPARE(rig.host().building(), std::size_t{3});
  QCOMPARE(rig.host().environments(), std::size_t{0});  // So it is in nobody's init.
  QCOMPARE(rig.host().run()->journal.attempts.size(), std::size_t{0});
  QVERIFY(!rig.host().letTimePass(Duration::seconds(1)));
  QTRY_COMPARE_WITH_TIMEOUT(answers, 3, 120'000);  // One of them throttled.
  QCOMPARE(rig.timesBuilt(), 1);
  const auto& attempts = rig.host().run()->journal.attempts;
  QCOMPARE(attempts[0].ending, Ending::Succeeded);
  QVERIFY(!attempts[2].ran());
}

void TestLiveBuild::newCodeIsBuiltAgain() {
  Made rig(rules("one"));
  QCOMPARE(rig.invoke().payload, std::string("\"one\""));
  rig.write("Makefile", rules("two").constData());
  rig.host().deploy(0);
  // Saved again while it is being built: only what is newest answers.
  std::string answer;
  live::LiveHost::Request request;
  request.payload = "{}";
  request.answered = [&](const live::LiveAnswer& given) { answer = given.payload; };
  rig.host().invoke(std::move(request));
  QCOMPARE(rig.host().building(), std::size_t{1});
  rig.write("Makefile", rules("three").constData());
  rig.host().deploy(0);
  QTRY_COMPARE_WITH_TIMEOUT(answer, std::string("\"three\""), 120'000);
}

void TestLiveBuild::provisionedEnvironmentsWaitToo() {
  Made rig(rules("one"));
  rig.function().provisioned = 1;
  rig.function().alias = "live";
  QCOMPARE(rig.invoke().payload, std::string("\"one\""));
  rig.write("Makefile", rules("two").constData());
  rig.host().deploy(0);
  QCOMPARE(rig.invoke().payload, std::string("\"two\""));
  QCOMPARE(rig.timesBuilt(), 2);
}

void TestLiveBuild::interpretersAheadHaveWhatIsBuilt() {
  const auto rule = [](const char* word) {
    return QByteArray("build-Tested:\n\t@echo \"def handler(e, c): return '") + word +
           "'\" >$(ARTIFACTS_DIR)/app.py\n";
  };
  Rig rig("python3.13");
  rig.function().buildMethod = "makefile";
  rig.fast = true;
  rig.write("Makefile", rule("one").constData());
  QCOMPARE(rig.invoke().payload, std::string("\"one\""));
  QTRY_VERIFY_WITH_TIMEOUT(rig.host().ready(0) > 0, 30'000);
  rig.write("Makefile", rule("two").constData());
  rig.host().deploy(0);
  QCOMPARE(rig.invoke().payload, std::string("\"two\""));
  QTRY_VERIFY_WITH_TIMEOUT(rig.host().ready(0) > 0, 30'000);
}

void TestLiveBuild::whatFailsIsToldAndTriedAgain() {
  Made rig(rules("one", "echo main.cpp:3:5: error: no such thing; false"));
  for (int i = 0; i < 2; ++i) {
    const auto answer = rig.invoke();
    QVERIFY2(answer.payload.find("Tested could not be built: main.cpp, line 3: no such thing") !=
                 std::string::npos,
             answer.payload.c_str());
    QCOMPARE(rig.attempt(answer).ending, Ending::InitFailed);
    QVERIFY(rig.printed().find("main.cpp:3:5: error: no such thing\n") != std::string::npos);
  }
  rig.write("Makefile", rules("one", "make-no-such-tool").constData());
  const auto answer = rig.invoke();  // Without a Save: what failed is always tried again.
  QVERIFY2(answer.payload.find("make-no-such-tool, which its Makefile calls, is not installed") !=
               std::string::npos,
           answer.payload.c_str());
  rig.write("Makefile", rules("mended").constData());
  QCOMPARE(rig.invoke().payload, std::string("\"mended\""));
}

void TestLiveBuild::javaThatDoesNotCompileIsTold() {
  if (!hasJava() || !live::javaFor("java17", live::JavaPart::Compiles))
    QSKIP(
        "needs Debian's packages default-jdk-headless and libjackson2-databind-java, and a "
        "Coldstart that was built with them");
  Rig rig("java17");
  rig.function().handler = "app.Bad::handle";
  rig.function().memory = Memory{512};
  rig.write("app/Bad.java", "package app;\npublic class Bad {\n  int x = \"text\";\n}\n");
  const auto answer = rig.invoke();
  QVERIFY2(answer.payload.find("Tested could not be built: app/Bad.java, line 3: incompatible") !=
               std::string::npos,
           answer.payload.c_str());
}

void TestLiveBuild::aRuleMustBeThereAndMakeSomething() {
  Made other("build-Other:\n\ttrue\n");
  QVERIFY2(other.invoke().payload.find("has no Makefile with the rule build-Tested") !=
               std::string::npos,
           other.printed().c_str());
  Made nothing("build-Tested:\n\ttrue\n");
  QVERIFY(nothing.invoke().payload.find("put nothing into the folder $(ARTIFACTS_DIR)") !=
          std::string::npos);
  Made something("build-Tested:\n\techo x >$(ARTIFACTS_DIR)/readme\n");
  QVERIFY(something.invoke().payload.find("has no file \\\"bootstrap\\\"") != std::string::npos);
}

void TestLiveBuild::theFirstComplaintIsNamed_data() {
  QTest::addColumn<QByteArrayList>("printed");
  QTest::addColumn<QByteArray>("sentence");
  QTest::newRow("g++") << QByteArrayList{"g++ -c a.cpp", "a.cpp: In function 'int main()':",
                                         "a.cpp:7:3: error: 'x' was not declared in this scope",
                                         "a.cpp:9:3: error: 'y' was not declared in this scope",
                                         "make: *** [Makefile:2: build-Hello] Error 1"}
                       << QByteArray("a.cpp, line 7: 'x' was not declared in this scope");
  QTest::newRow("a missing header")
      << QByteArrayList{"a.cpp:1:10: fatal error: x.h: No such file or directory"}
      << QByteArray("a.cpp, line 1: x.h: No such file or directory");
  QTest::newRow("javac") << QByteArrayList{"src/main/java/A.java:3: error: ';' expected"}
                         << QByteArray("src/main/java/A.java, line 3: ';' expected");
  QTest::newRow("go") << QByteArrayList{"# command-line-arguments", "./main.go:9:2: undefined: x"}
                      << QByteArray("main.go, line 9: undefined: x");
  QTest::newRow("rustc") << QByteArrayList{"error[E0425]: cannot find value `x` in this scope",
                                           " --> main.rs:2:5"}
                         << QByteArray("main.rs, line 2: cannot find value `x` in this scope");
  QTest::newRow("no go") << QByteArrayList{"go build", "make: go: No such file or directory"}
                         << QByteArray(
                                "go is not installed here. Install Debian's package golang-go");
  QTest::newRow("no rustc in a shell") << QByteArrayList{"/bin/sh: 1: rustc: not found"}
                                       << QByteArray("Install Debian's package rustc");
  QTest::newRow("anything else") << QByteArrayList{"one", "two"}
                                 << QByteArray("Hello could not be built: two");
}

void TestLiveBuild::theFirstComplaintIsNamed() {
  QFETCH(QByteArrayList, printed);
  QFETCH(QByteArray, sentence);
  std::vector<std::string> lines;
  for (const QByteArray& line : printed) lines.push_back(line.toStdString());
  const std::string said = errorOf("provided.al2023", lines);
  QVERIFY2(said.find(sentence.toStdString()) != std::string::npos, said.c_str());
}

void TestLiveBuild::nothingIsLeftRunning() {
  const auto running = [] {
    int found = 0;
    for (const QString& entry : QDir(QStringLiteral("/proc")).entryList(QDir::Dirs)) {
      QFile file(QStringLiteral("/proc/%1/cmdline").arg(entry));
      if (file.open(QIODevice::ReadOnly) && file.readAll().contains("98765.1234")) ++found;
    }
    return found;
  };
  Made rig(rules("one", "sleep 98765.1234"));
  live::LiveHost::Request request;
  request.payload = "{}";
  rig.host().invoke(std::move(request));
  QTRY_VERIFY_WITH_TIMEOUT(running() > 0, 120'000);
  rig.close();
  QTRY_COMPARE(running(), 0);
  QCOMPARE(QDir(rig.artifacts).entryList(QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot),
           QStringList());
}

/// What a link of the code folder points to elsewhere is not copied to where a handler could read.
void TestLiveBuild::linksAreNotFollowed() {
  Made rig(rules("one", "cp -L secret $(ARTIFACTS_DIR)/secret || true"));
  rig.write("../secret", "a secret");
  const QString link = rig.folder.filePath(QStringLiteral("code/secret"));
  QVERIFY(QFile::link(QStringLiteral("../secret"), link));
  QCOMPARE(rig.invoke().payload, std::string("\"one\""));
  const auto builds = QDir(rig.artifacts).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
  QCOMPARE(builds.size(), 1);
  QVERIFY(
      !QFileInfo::exists(rig.artifacts + u'/' + builds[0] + QStringLiteral("/artifacts/secret")));
}

void TestLiveBuild::aBuildHasNoNetwork() {
  if (live::availableWalls() != live::Walls::Sandbox) QSKIP("needs Debian's package bubblewrap");
  QTcpServer server;
  QVERIFY(server.listen(QHostAddress::LocalHost));
  const QByteArray call =
      "curl -s -m 20 http://127.0.0.1:" + QByteArray::number(server.serverPort()) +
      "/ && echo reached || echo refused";
  Made rig(rules("one", call));
  QCOMPARE(rig.invoke().payload, std::string("\"one\""));
  QVERIFY2(rig.printed().find("refused\n") != std::string::npos, rig.printed().c_str());
  QVERIFY(!server.hasPendingConnections());
}

QTEST_GUILESS_MAIN(TestLiveBuild)
#include "tst_live_build.moc"
