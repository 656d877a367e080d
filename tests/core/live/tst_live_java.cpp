// SPDX-License-Identifier: GPL-3.0-or-later
// Java handlers as the managed runtime knows them: every kind of signature, what becomes of
// objects, what is said of errors, and the code as a package has it.
#include <QProcess>
#include <QStandardPaths>
#include <QTest>

#include <nlohmann/json.hpp>

#include "tests/core/live/live_rig.h"
#include "tests/support/paths.h"

using namespace coldstart;
using namespace coldstart::livetest;
using journal::Ending;

namespace {

const char* const kMissing =
    "needs Debian's packages default-jdk-headless and libjackson2-databind-java, and a Coldstart "
    "that was built with them";

std::string str(const QByteArray& text) {
  return text.toStdString();
}

}  // namespace

class TestLiveJava : public QObject {
  Q_OBJECT
 private slots:
  void initTestCase();
  void handlersOfEveryKind_data();
  void handlersOfEveryKind();
  void errors_data();
  void errors();
  void theClientContextIsSeen();
  void outOfMemoryIsTheFunctionsError();
  void logsAreLines();
  void logsInJson();
  void aCopyOfTheInterfacesDoesNotHurt();
  void classesAndJarsAreTakenAsTheyAre();

 private:
  /// With Handlers.java beside this file, built once.
  void prepare(Rig& rig, const QByteArray& handler);
  void compile(const QString& folder, const char* text);

  QTemporaryDir m_artifacts;
};

void TestLiveJava::initTestCase() {
  const QStringList places{QStringLiteral("/usr/bin")};
  if (!hasJava() || QStandardPaths::findExecutable(QStringLiteral("javac"), places).isEmpty())
    QSKIP(kMissing);
}

void TestLiveJava::prepare(Rig& rig, const QByteArray& handler) {
  rig.artifacts = m_artifacts.path();
  rig.function().handler = str(handler);
  rig.function().memory = Memory{512};
  QFile handlers(tests::sourceDir() + QStringLiteral("/tests/core/live/Handlers.java"));
  QVERIFY(handlers.open(QIODevice::ReadOnly));
  rig.write("src/main/java/app/Handlers.java", handlers.readAll().constData());
}

void TestLiveJava::handlersOfEveryKind_data() {
  QTest::addColumn<QByteArray>("event");
  QTest::addColumn<QByteArray>("answer");
  const auto row = [](const char* handler, const char* event, const char* answer) {
    QTest::newRow(handler) << QByteArray(event) << QByteArray(answer);
  };
  row("app.Handlers::text", "\"Ada é\"", "\"Hello, Ada é\"");
  row("app.Handlers::twice", "21", "42");
  row("app.Handlers::sum", R"({"a": 1, "b": 2})", "3");
  row("app.Handlers::order", R"({"id": "x", "amount": 1, "more": [1]})",
      R"({"id":"x","amount":2})");
  row("app.Handlers::nothing", "{}", "null");
  row("app.Handlers::context", "{}",
      R"({"arn":"arn:aws:lambda:us-east-1:123456789012:function:Tested","function":"Tested",)"
      R"("left":true,"memory":512})");
  row("app.Handlers::streams", "{ }", "[3]");
  row("app.Handlers::several", "\"x\"", "\"with context\"");
  row("app.Handlers$Size", R"(["a", "b"])", "2");
  row("app.Handlers$Size::handleRequest", R"(["a", "b"])", "2");
  row("app.Handlers$Derived", R"({"id": "x", "amount": 1})", "\"x1\"");
  row("app.Handlers$Upper", "\"abc\"", "\"ABC\"");
}

void TestLiveJava::handlersOfEveryKind() {
  QFETCH(QByteArray, event);
  QFETCH(QByteArray, answer);
  Rig rig("java17");
  prepare(rig, QTest::currentDataTag());
  const auto given = rig.invoke(str(event));
  QCOMPARE(QByteArray::fromStdString(given.payload), answer);
  QCOMPARE(rig.attempt(given).ending, Ending::Succeeded);
}

void TestLiveJava::errors_data() {
  QTest::addColumn<QByteArray>("event");
  QTest::addColumn<QByteArray>("type");
  QTest::addColumn<QByteArray>("message");
  QTest::addColumn<int>("ending");
  const auto row = [](const char* handler, const char* event, const char* type, const char* message,
                      Ending ending) {
    QTest::newRow(handler) << QByteArray(event) << QByteArray(type) << QByteArray(message)
                           << static_cast<int>(ending);
  };
  row("app.Handlers::fails", "\"why\"", "java.lang.IllegalStateException", "why",
      Ending::HandlerError);
  row("app.Handlers::twice", "\"no number\"", "java.lang.RuntimeException",
      "An error occurred during JSON parsing", Ending::HandlerError);
  row("app.Nobody::x", "{}", "java.lang.ClassNotFoundException", "Class not found: app.Nobody",
      Ending::HandlerError);
  row("app.Handlers::nobody", "{}", "",
      "No public method named nobody with appropriate method signature found on class app.Handlers",
      Ending::HandlerError);
  row("app.Handlers", "{}", "",
      "Class does not implement an appropriate handler interface: app.Handlers",
      Ending::HandlerError);
  row("app.Handlers$BadStatic::handle", "{}", "java.lang.ExceptionInInitializerError",
      "Error loading class app.Handlers$BadStatic", Ending::InitFailed);
  row("app.Handlers$BadObject::handle", "{}", "java.lang.IllegalArgumentException", "object",
      Ending::InitFailed);
  row("app.Handlers::exits", "3", "Runtime.ExitError", "exit status 3", Ending::Crashed);
  row("app.Handlers::recurses", "\"x\"", "java.lang.StackOverflowError",
      "java.lang.StackOverflowError", Ending::Crashed);
}

void TestLiveJava::errors() {
  QFETCH(QByteArray, event);
  QFETCH(QByteArray, type);
  QFETCH(QByteArray, message);
  QFETCH(int, ending);
  Rig rig("java17");
  prepare(rig, QTest::currentDataTag());
  const auto given = rig.invoke(str(event));
  const auto body = nlohmann::json::parse(given.payload, nullptr, false);
  QVERIFY2(body.is_object(), given.payload.c_str());
  QCOMPARE(body.value("errorType", std::string()), str(type));
  const std::string said = body.value("errorMessage", std::string());
  QVERIFY2(said.find(str(message)) != std::string::npos, said.c_str());
  QCOMPARE(static_cast<int>(rig.attempt(given).ending), ending);
  QCOMPARE(given.functionError, std::string("Unhandled"));
  if (str(type) != "java.lang.IllegalStateException") return;
  QCOMPARE(body["stackTrace"][0].get<std::string>(),
           std::string("app.Handlers.fails(Handlers.java:60)"));
  QVERIFY2(given.payload.find("coldstart") == std::string::npos, given.payload.c_str());
  QVERIFY(rig.printed().find("why: java.lang.IllegalStateException\n") != std::string::npos);
}

void TestLiveJava::theClientContextIsSeen() {
  Rig rig("java17");
  prepare(rig, "app.Handlers::context");
  std::string answer;
  live::LiveHost::Request request;
  request.payload = "{}";
  request.clientContext = R"({"client": {"app_title": "Mine"}})";
  request.answered = [&](const live::LiveAnswer& given) { answer = given.payload; };
  rig.host().invoke(std::move(request));
  QTRY_VERIFY_WITH_TIMEOUT(!answer.empty(), 120'000);
  QVERIFY2(answer.find("\"client\":\"Mine\"") != std::string::npos, answer.c_str());
}

void TestLiveJava::outOfMemoryIsTheFunctionsError() {
  Rig rig("java17");
  prepare(rig, "app.Handlers::fills");
  rig.function().timeout = Duration::seconds(30);
  rig.function().memory = Memory{1'769};  // A whole processor.
  const auto full = rig.invoke("1000000");
  QVERIFY2(full.payload.find("\"errorType\":\"java.lang.OutOfMemoryError\"") != std::string::npos,
           full.payload.c_str());
  const auto next = rig.invoke("3");  // In a new process.
  QCOMPARE(next.payload, std::string("3"));
}

void TestLiveJava::logsAreLines() {
  Rig rig("java17");
  prepare(rig, "app.Handlers::logs");
  QCOMPARE(rig.invoke("\"é\"").payload, std::string("\"é\""));
  QCOMPARE(rig.printed(), std::string("out é\nerr é\nlogged é\n[INFO] info é\n[DEBUG] debug é\n"));
}

void TestLiveJava::logsInJson() {
  Rig rig("java17");
  prepare(rig, "app.Handlers::logs");
  rig.function().logFormat = project::LogFormat::Json;
  const auto given = rig.invoke("\"x\"");
  QCOMPARE(rig.attempt(given).ending, Ending::Succeeded);
  const std::string printed = rig.printed();
  const char* const wanted = "\"message\":\"info x\",\"level\":\"INFO\",\"AWSRequestId\":\"";
  QVERIFY2(printed.find(wanted) != std::string::npos, printed.c_str());
  QVERIFY2(printed.find("debug x") == std::string::npos, printed.c_str());  // Below INFO.
}

void TestLiveJava::aCopyOfTheInterfacesDoesNotHurt() {
  Rig rig("java17");
  rig.function().handler = "app.Own";
  rig.write("src/main/java/com/amazonaws/services/lambda/runtime/RequestHandler.java",
            "package com.amazonaws.services.lambda.runtime;\npublic interface RequestHandler<I, O> "
            "{\n  O handleRequest(I input, Context context);\n}\n");
  rig.write("src/main/java/app/Own.java",
            "package app;\nimport com.amazonaws.services.lambda.runtime.*;\n"
            "public class Own implements RequestHandler<Integer, Integer> {\n"
            "  public Integer handleRequest(Integer i, Context c) { return i + 1; }\n}\n");
  QCOMPARE(rig.invoke("1").payload, std::string("2"));
}

/// Compiles app/Plain.java into the folder.
void TestLiveJava::compile(const QString& folder, const char* text) {
  QDir().mkpath(folder);
  const QTemporaryDir sources;
  QFile source(sources.filePath(QStringLiteral("Plain.java")));
  QVERIFY(source.open(QIODevice::WriteOnly));
  source.write(text);
  source.close();
  QProcess javac;
  javac.start(QStringLiteral("/usr/bin/javac"), {QStringLiteral("--release"), QStringLiteral("11"),
                                                 QStringLiteral("-d"), folder, source.fileName()});
  QVERIFY(javac.waitForFinished(120'000));
  QCOMPARE(javac.exitCode(), 0);
}

void TestLiveJava::classesAndJarsAreTakenAsTheyAre() {
  constexpr char kPlain[] =
      "package app;\npublic class Plain { public static String handle(String s) { return \"%\" + "
      "s; "
      "} }\n";
  const QTemporaryDir classes;
  compile(classes.path(), kPlain);
  const auto zip = [&classes](const QString& jar) {
    QDir().mkpath(QFileInfo(jar).path());
    QProcess tool;
    tool.start(QStringLiteral("/usr/bin/jar"), {QStringLiteral("cf"), jar, QStringLiteral("-C"),
                                                classes.path(), QStringLiteral(".")});
    return tool.waitForFinished(120'000) && tool.exitCode() == 0;
  };
  for (const char* place : {"code", "code/app.jar", "code/lib/app.jar", "layer/java/lib/app.jar"}) {
    Rig rig("java17");
    rig.function().handler = "app.Plain::handle";
    rig.function().layers = {"layer"};
    rig.write("readme.txt", "x");
    rig.write("../layer/readme.txt", "x");
    const QString target = rig.folder.filePath(QLatin1String(place));
    if (target.endsWith(QStringLiteral(".jar")))
      QVERIFY(zip(target));
    else
      compile(target, kPlain);
    const auto answer = rig.invoke("\"x\"");
    QVERIFY2(answer.payload == "\"%x\"", (place + (": " + answer.payload)).c_str());
    QVERIFY(!QFileInfo::exists(rig.artifacts));  // Nothing was built.
  }
}

QTEST_GUILESS_MAIN(TestLiveJava)
#include "tst_live_java.moc"
