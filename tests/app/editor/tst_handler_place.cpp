// SPDX-License-Identifier: GPL-3.0-or-later
// The handler string leads to the line that defines it, by each runtime's own rule.

#include <QTest>

#include "app/editor/handler_place.h"

using namespace coldstart;
using namespace coldstart::editor;
using State = HandlerPlace::State;

class TstHandlerPlace : public QObject {
  Q_OBJECT
 private slots:
  void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
  void finds_data();
  void finds();
  void offersOtherFunctions();
  void writesHandlerStrings();
};

void TstHandlerPlace::finds_data() {
  QTest::addColumn<QString>("runtime");
  QTest::addColumn<QString>("handler");
  QTest::addColumn<QString>("file");
  QTest::addColumn<QString>("text");
  QTest::addColumn<State>("state");
  QTest::addColumn<QString>("foundIn");
  QTest::addColumn<int>("line");
  const auto row = [](const char* name, const char* runtime, const char* handler, const char* file,
                      const char* text, State state, const char* foundIn, int line) {
    QTest::newRow(name) << QString::fromUtf8(runtime) << QString::fromUtf8(handler)
                        << QString::fromUtf8(file) << QString::fromUtf8(text) << state
                        << QString::fromUtf8(foundIn) << line;
  };
  row("python", "python3.13", "app.go", "code/app.py", "import os\n\ndef go(event, context):\n",
      State::Found, "code/app.py", 2);
  row("python async", "python3.13", "app.go", "code/app.py", "async def go(e, c):\n", State::Found,
      "code/app.py", 0);
  row("python package", "python3.13", "src.app.go", "code/src/app.py", "def go(e, c):\n",
      State::Found, "code/src/app.py", 0);
  row("python slash", "python3.13", "src/app.go", "code/src/app.py", "def go(e, c):\n",
      State::Found, "code/src/app.py", 0);
  row("python assigned", "python3.13", "app.go", "code/app.py", "x = 1\ngo = wrap(x)\n",
      State::Found, "code/app.py", 1);
  row("python imported", "python3.13", "app.go", "code/app.py", "from lib import go\n",
      State::Found, "code/app.py", 0);
  row("python other name", "python3.13", "app.go", "code/app.py", "def gone(e, c):\n",
      State::NoFunction, "code/app.py", 0);
  row("python method is none", "python3.13", "app.go", "code/app.py", "class A:\n  def go(e, c):\n",
      State::NoFunction, "code/app.py", 0);
  row("python no file", "python3.13", "main.go", "code/app.py", "", State::NoFile, "code/main.py",
      0);
  row("python no dot", "python3.13", "app", "code/app.py", "", State::Malformed, "", 0);
  row("node esm", "nodejs22.x", "index.handler", "code/index.mjs",
      "import x from 'y';\nexport const handler = async (event) => {\n", State::Found,
      "code/index.mjs", 1);
  row("node commonjs", "nodejs22.x", "index.handler", "code/index.js",
      "\n\nexports.handler = async () => {};\n", State::Found, "code/index.js", 2);
  row("node list", "nodejs22.x", "src/index.handler", "code/src/index.cjs",
      "module.exports = { a, handler };\n", State::Found, "code/src/index.cjs", 0);
  row("node not exported", "nodejs22.x", "index.handler", "code/index.mjs",
      "const handler = async () => {};\n", State::NoFunction, "code/index.mjs", 0);
  row("node no file", "nodejs22.x", "main.handler", "code/index.mjs", "", State::NoFile,
      "code/main.mjs", 0);
  row("ruby", "ruby3.4", "app.Api.call", "code/app.rb", "class Api\n  def self.call(event:)\n",
      State::Found, "code/app.rb", 1);
  row("java", "java21", "demo.Greeter::handle", "code/src/demo/Greeter.java",
      "class Greeter {\n  public String handle(Map event) {\n", State::Found,
      "code/src/demo/Greeter.java", 1);
  row("a Java class", "java21", "demo.Greeter", "code/src/demo/Greeter.java",
      "class Greeter {\n  public String handleRequest(Map event, Context c) {\n", State::Found,
      "code/src/demo/Greeter.java", 1);
  row("dotnet elsewhere", "dotnet8", "Demo::Demo.Fn::Run", "code/All.cs", "", State::NotKnown, "",
      0);
  row("custom", "provided.al2023", "anything", "code/bootstrap", "", State::NotKnown, "", 0);
}

void TstHandlerPlace::finds() {
  QFETCH(QString, runtime);
  QFETCH(QString, handler);
  QFETCH(QString, file);
  QFETCH(QString, text);
  QFETCH(State, state);
  QFETCH(QString, foundIn);
  QFETCH(int, line);
  project::Function function;
  function.runtime = runtime.toStdString();
  function.handler = handler.toStdString();
  function.codeUri = "code/";
  const HandlerPlace place = findHandler(function, {file}, [&](const QString&) { return text; });
  QCOMPARE(place.state, state);
  QCOMPARE(place.file, foundIn);
  QCOMPARE(place.line, line);
}

void TstHandlerPlace::offersOtherFunctions() {
  QCOMPARE(possibleHandlers(Language::Python,
                            QStringLiteral("def a(x):\n  pass\ndef b(event, context):\n  pass\n"
                                           "async def c(event: dict, context) -> None:\n")),
           QStringList({QStringLiteral("b"), QStringLiteral("c")}));
  QCOMPARE(possibleHandlers(Language::JavaScript,
                            QStringLiteral("exports.one = 1;\nexport const two = () => 2;\n")),
           QStringList({QStringLiteral("one"), QStringLiteral("two")}));
}

void TstHandlerPlace::writesHandlerStrings() {
  project::Function function;
  function.codeUri = "hello/";
  const auto written = [&](const char* file) {
    return handlerString(function, QString::fromUtf8(file), QStringLiteral("go"));
  };
  QCOMPARE(written("hello/app.py"), QStringLiteral("app.go"));
  QCOMPARE(written("hello/src/app.mjs"), QStringLiteral("src/app.go"));
  function.codeUri = ".";
  QCOMPARE(written("app.py"), QStringLiteral("app.go"));
}

QTEST_GUILESS_MAIN(TstHandlerPlace)
#include "tst_handler_place.moc"
