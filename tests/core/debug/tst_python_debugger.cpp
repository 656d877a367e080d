// SPDX-License-Identifier: GPL-3.0-or-later
// The conversation with debugpy, word for word, without a process at the other
// end.
#include <QTest>

#include <nlohmann/json.hpp>

#include "core/debug/adapter_protocol.h"
#include "core/debug/debugger.h"

using namespace coldstart::debug;
using Json = nlohmann::ordered_json;

class TestPythonDebugger : public QObject {
  Q_OBJECT
 private slots:
  void init();
  void attachesThenSetsWhatIsAsked();
  void aStopComesWithItsFrames();
  void anExceptionIsNamed();
  void aConditionThatRaisesIsTold();
  void itIsSettledWhenTheProcessKnowsItsBreakpoints();
  void localsAndAnswersComeBack();
  void breakpointsThatWentAreTakenBack();
  void bytesMayComeInAnyPieces();
  void whatIsNoProtocolEndsIt_data();
  void whatIsNoProtocolEndsIt();

 private:
  void give(const Json& message) { m_debugger->feed(adapterMessage(message)); }
  /// The process answers the last request of this name.
  void answer(const char* command, const Json& body, bool success = true) {
    for (auto request = m_sent.rbegin(); request != m_sent.rend(); ++request) {
      if ((*request)["command"] != command) continue;
      return give({{"type", "response"},
                   {"request_seq", (*request)["seq"]},
                   {"command", command},
                   {"success", success},
                   {"body", body}});
    }
    QFAIL(command);
  }
  void event(const char* name, const Json& body = Json::object()) {
    give({{"type", "event"}, {"event", name}, {"body", body}});
  }
  void attach() {
    m_debugger->begin("/var/runtime", {{"/var/task/app.py", 4}});
    answer("initialize", Json::object());
    event("initialized");
    answer("configurationDone", Json::object());
  }
  void stop(const char* reason) {
    event("stopped", {{"reason", reason}, {"threadId", 7}});
    answer("stackTrace",
           {{"stackFrames",
             {{{"id", 2}, {"name", "price"}, {"line", 4}, {"source", {{"path", "/var/task/a.py"}}}},
              {{"id", 3},
               {"name", "handler (Current frame)"},
               {"line", 9},
               {"source", {{"path", "/var/task/a.py"}}}}}}});
  }
  /// Of a request, with ' for ".
  QString arguments(std::size_t request) {
    return QString::fromStdString(m_sent[request]["arguments"].dump()).replace(u'"', u'\'');
  }
  QStringList commands() {
    QStringList all;
    for (const Json& each : m_sent)
      all << QString::fromStdString(each["command"].get<std::string>());
    return all;
  }

  std::unique_ptr<Debugger> m_debugger;
  std::vector<Json> m_sent;
  std::vector<Stop> m_stops;
  int m_attached = 0;
  int m_settled = 0;
  int m_continued = 0;
  int m_failed = 0;
};

void TestPythonDebugger::init() {
  m_sent.clear();
  m_stops.clear();
  m_attached = m_settled = m_continued = m_failed = 0;
  m_debugger = makePythonDebugger({
      .send =
          [this](std::string_view bytes) {
            AdapterReader reader;
            reader.feed(bytes);
            m_sent.push_back(*reader.next());
          },
      .attached = [this] { ++m_attached; },
      .settled = [this] { ++m_settled; },
      .stopped = [this](const Stop& stop) { m_stops.push_back(stop); },
      .continued = [this] { ++m_continued; },
      .failed = [this](const std::string&) { ++m_failed; },
  });
}

void TestPythonDebugger::attachesThenSetsWhatIsAsked() {
  attach();
  QCOMPARE(commands().join(u' '),
           QStringLiteral("initialize attach setDebuggerProperty setBreakpoints "
                          "setExceptionBreakpoints configurationDone"));
  QCOMPARE(m_attached, 1);
  QCOMPARE(arguments(1), QStringLiteral("{'justMyCode':true,'redirectOutput':false,'rules':"
                                        "[{'path':'/var/runtime/**','include':false}]}"));
  QCOMPARE(arguments(3), QStringLiteral("{'source':{'path':'/var/task/app.py'},'breakpoints':"
                                        "[{'line':4}]}"));
  QCOMPARE(arguments(4), QStringLiteral("{'filters':['userUnhandled']}"));
}

void TestPythonDebugger::aStopComesWithItsFrames() {
  attach();
  stop("breakpoint");
  QCOMPARE(m_stops.size(), std::size_t{1});
  QCOMPARE(m_stops[0].why, Why::Breakpoint);
  QCOMPARE(m_stops[0].frames.size(), std::size_t{2});
  QCOMPARE(m_stops[0].frames[0].line, 4);
  QCOMPARE(m_stops[0].frames[1].function, std::string("handler"));
  m_debugger->step(Step::Out);
  QCOMPARE(m_sent.back()["command"].get<std::string>(), std::string("stepOut"));
  QCOMPARE(m_sent.back()["arguments"]["threadId"].get<int>(), 7);
  event("continued");
  QCOMPARE(m_continued, 1);
}

void TestPythonDebugger::anExceptionIsNamed() {
  attach();
  stop("exception");
  QVERIFY(m_stops.empty());  // Not before it is known which.
  answer("exceptionInfo",
         {{"exceptionId", "KeyError       (note: …)"}, {"description", "'count'"}});
  QCOMPARE(m_stops.at(0).why, Why::Exception);
  QCOMPARE(m_stops[0].text, std::string("KeyError: 'count'"));
}

void TestPythonDebugger::aConditionThatRaisesIsTold() {
  attach();
  m_debugger->setBreakpoints({{"/var/task/app.py", 4, "nope > 2"}});
  QCOMPARE(arguments(6), QStringLiteral("{'source':{'path':'/var/task/app.py'},'breakpoints':"
                                        "[{'line':4,'condition':'nope > 2'}]}"));
  event("output",
        {{"category", "important"},
         {"output",
          "Error while evaluating expression in conditional breakpoint: nope > 2\nTraceback (most "
          "recent call last):\n  File \"<string>\", line 1, in <module>\nNameError: name 'nope' is "
          "not defined\n\n"}});
  stop("breakpoint");
  QCOMPARE(m_stops.at(0).why, Why::Condition);
  QCOMPARE(m_stops[0].text, std::string("NameError: name 'nope' is not defined"));
  stop("breakpoint");
  QCOMPARE(m_stops.at(1).why, Why::Breakpoint);
}

void TestPythonDebugger::itIsSettledWhenTheProcessKnowsItsBreakpoints() {
  attach();
  answer("setBreakpoints", Json::object());
  const int before = m_settled;
  m_debugger->setBreakpoints({{"/var/task/app.py", 5}});
  QVERIFY(!m_debugger->isSettled());
  answer("setBreakpoints", Json::object());
  QVERIFY(m_debugger->isSettled());
  QCOMPARE(m_settled, before + 1);
}

void TestPythonDebugger::localsAndAnswersComeBack() {
  attach();
  stop("step");
  std::vector<Variable> locals;
  m_debugger->askLocals("2", [&](const std::vector<Variable>& found) { locals = found; });
  answer("scopes", {{"scopes",
                     {{{"name", "Locals"}, {"variablesReference", 4}},
                      {{"name", "Globals"}, {"variablesReference", 5}}}}});
  QCOMPARE(m_sent.back()["arguments"]["variablesReference"].get<int>(), 4);
  answer("variables",
         {{"variables",
           {{{"name", "special variables"}, {"value", ""}, {"variablesReference", 9}},
            {{"name", "cart"}, {"value", "{'n': 5}"}, {"type", "dict"}, {"variablesReference", 6}},
            {{"name", "n"}, {"value", "5"}, {"type", "int"}, {"variablesReference", 0}}}}});
  QCOMPARE(locals.size(), std::size_t{2});
  QCOMPARE(locals[0].inside, std::string("6"));
  QCOMPARE(locals[1].inside, std::string());
  Debugger::Evaluated result;
  m_debugger->evaluate("2", "nope", [&](const Debugger::Evaluated& given) { result = given; });
  answer("evaluate", {{"result", "NameError"}, {"variablesReference", 0}}, false);
  QVERIFY(result.isError);
  QCOMPARE(result.value.value, std::string("NameError"));
}

void TestPythonDebugger::breakpointsThatWentAreTakenBack() {
  attach();
  m_debugger->setBreakpoints({{"/var/task/b.py", 2}});
  QCOMPARE(m_sent.size(), std::size_t{8});
  QCOMPARE(arguments(6), QStringLiteral("{'source':{'path':'/var/task/app.py'},'breakpoints':[]}"));
  QCOMPARE(m_sent[7]["arguments"]["source"]["path"].get<std::string>(),
           std::string("/var/task/b.py"));
}

void TestPythonDebugger::bytesMayComeInAnyPieces() {
  m_debugger->begin("/var/runtime", {});
  const std::string bytes = adapterMessage({{"type", "response"},
                                            {"request_seq", 1},
                                            {"command", "initialize"},
                                            {"success", true},
                                            {"body", {{"text", "ü\r\n\r\n"}}}}) +
                            adapterMessage({{"type", "event"}, {"event", "initialized"}});
  for (const char byte : bytes) m_debugger->feed({&byte, 1});
  QCOMPARE(m_sent.back()["command"].get<std::string>(), std::string("configurationDone"));
  QCOMPARE(m_failed, 0);
}

void TestPythonDebugger::whatIsNoProtocolEndsIt_data() {
  QTest::addColumn<QByteArray>("bytes");
  QTest::newRow("no header") << QByteArray("no debugpy\r\n\r\n");
  QTest::newRow("no JSON") << QByteArray("Content-Length: 3\r\n\r\n{{{");
  QTest::newRow("no object") << QByteArray("Content-Length: 1\r\n\r\n7");
  QTest::newRow("too long") << QByteArray("Content-Length: 99999999999\r\n\r\n");
  QTest::newRow("no end") << QByteArray(5'000, 'x');
}

void TestPythonDebugger::whatIsNoProtocolEndsIt() {
  QFETCH(QByteArray, bytes);
  m_debugger->begin("/var/runtime", {});
  m_debugger->feed({bytes.constData(), static_cast<std::size_t>(bytes.size())});
  QCOMPARE(m_failed, 1);
}

QTEST_APPLESS_MAIN(TestPythonDebugger)
#include "tst_python_debugger.moc"
