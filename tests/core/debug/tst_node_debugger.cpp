// SPDX-License-Identifier: GPL-3.0-or-later
// The conversation with V8's inspector, as Node.js 18 and 20 lead it, without a process at the
// other end.
#include <QRegularExpression>
#include <QTest>

#include <nlohmann/json.hpp>

#include "core/debug/adapter_protocol.h"
#include "core/debug/debugger.h"

using namespace coldstart::debug;
using Json = nlohmann::ordered_json;

class TestNodeDebugger : public QObject {
  Q_OBJECT
 private slots:
  void init();
  void attachesWithItsBreakpoints();
  void aStopComesWithTheFramesOfTheHandler();
  void whatIsNotTheUsersIsNotShown();
  void anExceptionIsNamed_data();
  void anExceptionIsNamed();
  void aConditionThatRaisesIsTold();
  void localsComeFirst();
  void valuesReadAsJavaScript_data();
  void valuesReadAsJavaScript();
  void anAnswerOrAnError();
  void breakpointsThatWentAreTakenBack();
  void movesWaitForBreakpoints();
  void filesWithOtherCharacters();
  void whatIsNoProtocolEndsIt();

 private:
  void give(const Json& message) { m_debugger->feed(adapterMessage(message)); }
  /// The process answers the last request of this name.
  void answer(const char* method, const Json& result = Json::object()) {
    for (auto request = m_sent.rbegin(); request != m_sent.rend(); ++request) {
      if ((*request)["method"] != method) continue;
      return give({{"id", (*request)["id"]}, {"result", result}});
    }
    QFAIL(method);
  }
  void event(const char* name, const Json& params = Json::object()) {
    give({{"method", name}, {"params", params}});
  }
  void attach(std::vector<Breakpoint> breakpoints = {{"/var/task/index.mjs", 4}}) {
    const bool any = !breakpoints.empty();
    m_debugger->begin("/var/runtime", std::move(breakpoints));
    if (any)
      answer("Debugger.setBreakpointByUrl", {{"breakpointId", "2:3:0:x"}, {"locations", {}}});
    answer("Runtime.runIfWaitingForDebugger");
    script("7", "file:///var/task/index.mjs");
    script("8", "file:///var/runtime/node/bootstrap.mjs");
  }
  void script(const char* id, const char* url) {
    event("Debugger.scriptParsed", {{"scriptId", id}, {"url", url}});
  }
  static Json frame(const char* id, const char* function, const char* script, int line) {
    return {{"callFrameId", id},
            {"functionName", function},
            {"url", ""},
            {"location", {{"scriptId", script}, {"lineNumber", line}, {"columnNumber", 2}}},
            {"this", {{"type", "undefined"}}},
            {"scopeChain",
             {{{"type", "block"}, {"object", {{"objectId", "o1"}}}},
              {{"type", "local"}, {"name", "price"}, {"object", {{"objectId", "o2"}}}},
              {{"type", "module"}, {"object", {{"objectId", "o3"}}}},
              {{"type", "global"}, {"object", {{"objectId", "o4"}}}}}}};
  }
  void pause(Json params = {{"reason", "other"}, {"hitBreakpoints", {"2:3:0:x"}}}) {
    params["callFrames"] = {frame("f1", "price", "7", 3), frame("f2", "", "7", 9),
                            frame("f3", "run", "8", 40), frame("f4", "processTicks", "1", 90)};
    event("Debugger.paused", params);
  }
  /// With ' for ".
  QString last() {
    return QString::fromStdString(m_sent.back()["params"].dump()).replace(u'"', u'\'');
  }
  QString lastMethod() {
    return QString::fromStdString(m_sent.back()["method"].get<std::string>());
  }

  std::unique_ptr<Debugger> m_debugger;
  std::vector<Json> m_sent;
  std::vector<Stop> m_stops;
  int m_attached = 0;
  int m_settled = 0;
  int m_continued = 0;
  int m_failed = 0;
};

void TestNodeDebugger::init() {
  m_sent.clear();
  m_stops.clear();
  m_attached = m_settled = m_continued = m_failed = 0;
  m_debugger = makeNodeDebugger({
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

void TestNodeDebugger::attachesWithItsBreakpoints() {
  m_debugger->begin("/var/runtime", {{"/var/task/index.mjs", 4, "n > 2"}});
  QStringList methods;
  for (const Json& each : m_sent)
    methods << QString::fromStdString(each["method"].get<std::string>()).section(u'.', 1);
  QCOMPARE(methods.join(u' '),
           QStringLiteral("enable setAsyncCallStackDepth setBlackboxPatterns setPauseOnExceptions "
                          "setBreakpointByUrl runIfWaitingForDebugger"));
  const Json& where = m_sent[4]["params"];
  QCOMPARE(where["lineNumber"].get<int>(), 3);
  QVERIFY(where["condition"].get<std::string>().find("eval(\"n > 2\")") != std::string::npos);
  QCOMPARE(m_sent[3]["params"]["state"].get<std::string>(), std::string("uncaught"));
  QCOMPARE(m_attached, 0);
  answer("Runtime.runIfWaitingForDebugger");
  QCOMPARE(m_attached, 1);
}

void TestNodeDebugger::aStopComesWithTheFramesOfTheHandler() {
  attach();
  pause();
  QCOMPARE(m_stops.size(), std::size_t{1});
  QCOMPARE(m_stops[0].why, Why::Breakpoint);
  QCOMPARE(m_stops[0].frames.size(), std::size_t{2});  // Neither the bootstrap's nor Node's own.
  QCOMPARE(m_stops[0].frames[0].function, std::string("price"));
  QCOMPARE(m_stops[0].frames[0].file, std::string("/var/task/index.mjs"));
  QCOMPARE(m_stops[0].frames[0].line, 4);
  QCOMPARE(m_stops[0].frames[1].function, std::string("(anonymous)"));
  m_debugger->step(Step::Out);
  QCOMPARE(lastMethod(), QStringLiteral("Debugger.stepOut"));
  event("Debugger.resumed");
  QCOMPARE(m_continued, 1);
  pause({{"reason", "other"}, {"hitBreakpoints", Json::array()}});
  QCOMPARE(m_stops[1].why, Why::Step);
}

void TestNodeDebugger::whatIsNotTheUsersIsNotShown() {
  attach();
  event("Debugger.paused",
        {{"reason", "other"}, {"callFrames", {frame("f", "run", "8", 4), frame("f", "", "1", 4)}}});
  QVERIFY(m_stops.empty());
  QCOMPARE(lastMethod(), QStringLiteral("Debugger.resume"));
}

void TestNodeDebugger::anExceptionIsNamed_data() {
  QTest::addColumn<QByteArray>("params");
  QTest::addColumn<QString>("text");
  QTest::newRow("error") << QByteArray(
                                R"J({"reason":"exception","data":{"type":"object","subtype":"error",
          "description":"TypeError: no price\n    at price (file:///var/task/index.mjs:4:3)"}})J")
                         << QStringLiteral("TypeError: no price");
  QTest::newRow("promise")
      << QByteArray(R"J({"reason":"promiseRejection","data":{"type":"string","value":"enough"}})J")
      << QStringLiteral("enough");
  QTest::newRow("several lines")
      << QByteArray(
             R"J({"reason":"exception","data":{"type":"object","subtype":"error",
          "description":"Error: one\ntwo\n    at price (x)"}})J")
      << QStringLiteral("Error: one\ntwo");
  QTest::newRow("with a step")
      << QByteArray(
             R"J({"reason":"ambiguous","data":{"reasons":[{"reason":"step"},{"reason":"exception",
          "auxData":{"type":"number","value":7,"description":"7"}}]}})J")
      << QStringLiteral("7");
}

void TestNodeDebugger::anExceptionIsNamed() {
  QFETCH(QByteArray, params);
  QFETCH(QString, text);
  attach();
  pause(Json::parse(params.toStdString()));
  QCOMPARE(m_stops.at(0).why, Why::Exception);
  QCOMPARE(QString::fromStdString(m_stops[0].text), text);
}

void TestNodeDebugger::aConditionThatRaisesIsTold() {
  attach({{"/var/task/index.mjs", 4, "nope"}});
  pause();
  QVERIFY(m_stops.empty());  // Not before it is known whether it raised.
  answer("Runtime.evaluate",
         {{"result", {{"type", "string"}, {"value", "ReferenceError: nope is not defined"}}}});
  QCOMPARE(m_stops.at(0).why, Why::Condition);
  QCOMPARE(m_stops[0].text, std::string("ReferenceError: nope is not defined"));
  pause();
  answer("Runtime.evaluate", {{"result", {{"type", "undefined"}}}});
  QCOMPARE(m_stops.at(1).why, Why::Breakpoint);
}

void TestNodeDebugger::localsComeFirst() {
  attach();
  pause();
  std::vector<Variable> locals;
  m_debugger->askLocals("f1", [&](const std::vector<Variable>& found) { locals = found; });
  const auto property = [](const char* name, int value) {
    return Json{{"name", name},
                {"value", {{"type", "number"}, {"value", value}, {"description", "n"}}}};
  };
  const int block = m_sent[m_sent.size() - 2]["id"].get<int>();
  answer("Runtime.getProperties", {{"result", {property("order", 1), property("total", 2)}}});
  QVERIFY(locals.empty());
  give({{"id", block}, {"result", {{"result", {property("each", 3)}}}}});
  QStringList names;
  for (const Variable& each : locals) names << QString::fromStdString(each.name);
  QCOMPARE(names.join(u' '), QStringLiteral("each order total Module"));
  QCOMPARE(locals[3].inside, std::string("o3"));
}

void TestNodeDebugger::valuesReadAsJavaScript_data() {
  QTest::addColumn<QByteArray>("value");
  QTest::addColumn<QString>("text");
  const auto row = [](const char* name, const char* value, const char* text) {
    QTest::newRow(name) << QByteArray(value) << QString::fromUtf8(text);
  };
  row("number", R"J({"type":"number","value":42,"description":"42"})J", "42");
  row("no number", R"J({"type":"number","unserializableValue":"NaN","description":"NaN"})J", "NaN");
  row("text", R"J({"type":"string","value":"a \"b\"\n"})J", R"J("a \"b\"\n")J");
  row("truth", R"J({"type":"boolean","value":true})J", "true");
  row("undefined", R"J({"type":"undefined"})J", "undefined");
  row("null", R"J({"type":"object","subtype":"null","value":null})J", "null");
  row("object",
      R"J({"type":"object","className":"Object","description":"Object","objectId":"o","preview":{
          "overflow":true,"properties":[{"name":"n","type":"number","value":"5"},
          {"name":"s","type":"string","value":"x"},{"name":"f","type":"function","value":""}]}})J",
      R"J({n: 5, s: "x", f: ƒ, …})J");
  row("array",
      R"J({"type":"object","subtype":"array","description":"Array(2)","objectId":"o","preview":{
          "overflow":false,"properties":[{"name":"0","type":"number","value":"1"},
          {"name":"1","type":"object","value":"Object"}]}})J",
      "[1, Object]");
  row("map",
      R"J({"type":"object","subtype":"map","description":"Map(1)","objectId":"o","preview":{
          "overflow":false,"properties":[{"name":"size","type":"number","value":"1"}],
          "entries":[{"key":{"type":"string","description":"a"},
          "value":{"type":"number","description":"1"}}]}})J",
      R"J(Map(1) {"a" => 1})J");
  row("function", R"J({"type":"function","description":"function go(a) {\n  return a;\n}"})J",
      "ƒ go(a) {");
  row("error", R"J({"type":"object","subtype":"error","description":"Error: x\n    at y"})J",
      "Error: x");
  row("date", R"J({"type":"object","subtype":"date","description":"Sun Nov 29 2026"})J",
      "Sun Nov 29 2026");
  row("nothing of this", R"J({})J", "");
}

void TestNodeDebugger::valuesReadAsJavaScript() {
  QFETCH(QByteArray, value);
  QFETCH(QString, text);
  attach();
  pause();
  std::vector<Variable> found;
  m_debugger->askInside("o", [&](const std::vector<Variable>& given) { found = given; });
  answer("Runtime.getProperties",
         {{"result", {{{"name", "x"}, {"value", Json::parse(value.toStdString())}}}},
          {"internalProperties", {{{"name", "[[Prototype]]"}, {"value", Json::object()}}}}});
  QCOMPARE(found.size(), std::size_t{1});
  QCOMPARE(QString::fromStdString(found[0].value), text);
}

void TestNodeDebugger::anAnswerOrAnError() {
  attach();
  pause();
  Debugger::Evaluated result;
  const auto take = [&](const Debugger::Evaluated& given) { result = given; };
  m_debugger->evaluate("f1", "total + 1", take);
  QVERIFY(last().startsWith(QStringLiteral("{'callFrameId':'f1','expression':'total + 1'")));
  answer("Debugger.evaluateOnCallFrame",
         {{"result", {{"type", "number"}, {"value", 43}, {"description", "43"}}}});
  QVERIFY(!result.isError);
  QCOMPARE(result.value.value, std::string("43"));
  m_debugger->evaluate("f1", "nope", take);
  answer("Debugger.evaluateOnCallFrame",
         {{"result",
           {{"type", "object"},
            {"subtype", "error"},
            {"description", "ReferenceError: nope is not defined\n    at eval (x)"}}},
          {"exceptionDetails", {{"text", "Uncaught"}}}});
  QVERIFY(result.isError);
  QCOMPARE(result.value.value, std::string("ReferenceError: nope is not defined"));
}

void TestNodeDebugger::breakpointsThatWentAreTakenBack() {
  attach();
  m_debugger->setBreakpoints({{"/var/task/index.mjs", 4, "n > 2"}});
  QVERIFY(!m_debugger->isSettled());
  const Json& removed = m_sent[m_sent.size() - 2];
  QCOMPARE(removed["method"].get<std::string>(), std::string("Debugger.removeBreakpoint"));
  QCOMPARE(removed["params"]["breakpointId"].get<std::string>(), std::string("2:3:0:x"));
  QCOMPARE(lastMethod(), QStringLiteral("Debugger.setBreakpointByUrl"));
  // What is asked meanwhile is asked of V8 when that is done.
  const std::size_t sent = m_sent.size();
  m_debugger->setBreakpoints({});
  QCOMPARE(m_sent.size(), sent);
  answer("Debugger.removeBreakpoint");
  answer("Debugger.setBreakpointByUrl", {{"breakpointId", "2:3:0:y"}});
  QCOMPARE(lastMethod(), QStringLiteral("Debugger.removeBreakpoint"));
  QCOMPARE(last(), QStringLiteral("{'breakpointId':'2:3:0:y'}"));
  const int before = m_settled;
  answer("Debugger.removeBreakpoint");
  QVERIFY(m_debugger->isSettled());
  QCOMPARE(m_settled, before + 1);
}

void TestNodeDebugger::movesWaitForBreakpoints() {
  attach();
  pause();
  m_debugger->setBreakpoints({{"/var/task/index.mjs", 4}, {"/var/task/index.mjs", 9}});
  m_debugger->resume();
  QCOMPARE(lastMethod(), QStringLiteral("Debugger.setBreakpointByUrl"));
  answer("Debugger.setBreakpointByUrl", {{"breakpointId", "2:8:0:x"}});
  QCOMPARE(lastMethod(), QStringLiteral("Debugger.resume"));
}

void TestNodeDebugger::filesWithOtherCharacters() {
  attach({});
  m_debugger->setBreakpoints({{"/var/task/a b/ü#1.js", 1}});
  const QRegularExpression pattern(
      QString::fromStdString(m_sent.back()["params"]["urlRegex"].get<std::string>()));
  QVERIFY(pattern.match(QStringLiteral("file:///var/task/a%20b/%C3%BC%231.js")).hasMatch());
  QVERIFY(pattern.match(QStringLiteral("file:///var/task/a%20b/%C3%BC%231.js?again")).hasMatch());
  QVERIFY(!pattern.match(QStringLiteral("file:///var/task/a%20b/%C3%BC%231xjs")).hasMatch());
  script("7", "file:///var/task/a%20b/%C3%BC%231.js");
  pause({{"reason", "other"}});
  QCOMPARE(m_stops.at(0).frames[0].file, std::string("/var/task/a b/ü#1.js"));
}

void TestNodeDebugger::whatIsNoProtocolEndsIt() {
  m_debugger->begin("/var/runtime", {});
  m_debugger->feed("no inspector\r\n\r\n");
  QCOMPARE(m_failed, 1);
}

QTEST_APPLESS_MAIN(TestNodeDebugger)
#include "tst_node_debugger.moc"
