// SPDX-License-Identifier: GPL-3.0-or-later
// V8's inspector as the thread of resources/runtime/node/debugger.mjs hands it on.
// https://chromedevtools.github.io/devtools-protocol/v8/Debugger
#include <algorithm>
#include <array>
#include <cstdio>
#include <map>
#include <utility>

#include <nlohmann/json.hpp>

#include "core/debug/adapter_protocol.h"
#include "core/debug/debugger.h"
#include "core/debug/message_parts.h"
#include "core/debug/remote_object.h"

namespace coldstart::debug {
namespace {

constexpr std::string_view kScheme = "file://";
constexpr const char* kGroup = "coldstart";

/// A file's URL as a pattern: Node.js versions differ in which characters they escape, and a module
/// may be imported with a query.
std::string patternOf(const std::string& file) {
  std::string pattern = "^file://";
  for (const char c : file) {
    const auto byte = static_cast<unsigned char>(c);
    if (std::isalnum(byte) != 0 || c == '/' || c == '_' || c == '-' || c == '~') {
      pattern += c;
      continue;
    }
    std::array<char, 8> code{};
    std::snprintf(code.data(), code.size(), "%%%02X", byte);
    // A byte of a longer character never stands alone.
    pattern += byte < 0x80 ? std::string("(?:\\") + c + '|' + code.data() + ')' : code.data();
  }
  return pattern;
}

std::string fileOf(const std::string& url) {
  if (!url.starts_with(kScheme)) return {};
  std::string file;
  for (std::size_t i = kScheme.size(); i < url.size() && url[i] != '?' && url[i] != '#'; ++i) {
    if (url[i] != '%' || i + 2 >= url.size()) {
      file += url[i];
      continue;
    }
    file += static_cast<char>(std::strtol(url.substr(i + 1, 2).c_str(), nullptr, 16));
    i += 2;
  }
  return file;
}

/// V8 takes a condition that raises for one that is false. Ours stops there, and keeps what it was.
std::string watchedCondition(const std::string& condition) {
  return "(() => { try { return eval(" + Json(condition).dump() +
         "); } catch (e) { globalThis[Symbol.for('coldstart.raised')] = [e]; return true; } })()";
}

constexpr const char* kTakeRaised =
    "(() => { const key = Symbol.for('coldstart.raised'); const raised = globalThis[key]; "
    "delete globalThis[key]; return raised && String(raised[0]); })()";

class NodeDebugger : public Debugger {
 public:
  using Debugger::Debugger;

  void begin(const std::string& runtime, std::vector<Breakpoint> breakpoints) override;
  void feed(std::string_view bytes) override;
  void setBreakpoints(std::vector<Breakpoint> breakpoints) override;
  [[nodiscard]] bool isSettled() const override { return m_unsettled == 0; }
  void resume() override { move("Debugger.resume"); }
  void pause() override { move("Debugger.pause"); }
  void step(Step step) override {
    move(step == Step::Over ? "Debugger.stepOver"
         : step == Step::In ? "Debugger.stepInto"
                            : "Debugger.stepOut");
  }
  void askLocals(const std::string& frame, Variables answer) override;
  void askInside(const std::string& inside, Variables answer) override;
  void evaluate(const std::string& frame, const std::string& expression, Answer answer) override;

 private:
  using Reply = std::function<void(bool success, const Json& result)>;
  void ask(const char* method, const Json& params, Reply reply);
  void move(const char* method);
  void take(const Json& message);
  void takeEvent(const std::string& method, const Json& params);
  void syncBreakpoints();
  void settleOne();
  void paused(const Json& params);
  void tell(Stop stop);

  AdapterReader m_reader;
  std::map<int, Reply> m_asked;
  std::string m_runtime;
  std::vector<Breakpoint> m_wanted;
  std::vector<std::pair<Breakpoint, std::string>> m_set;  ///< With V8's names for them.
  std::map<std::string, std::string> m_scripts;           ///< Files by V8's numbers for them.
  std::map<std::string, Json> m_frames;                   ///< While held.
  std::vector<const char*> m_moves;                       ///< When the breakpoints are set.
  std::string m_move;                                     ///< The last one.
  int m_number = 0;
  int m_unsettled = 0;
  bool m_begun = false;
};

void NodeDebugger::begin(const std::string& runtime, std::vector<Breakpoint> breakpoints) {
  m_runtime = runtime + '/';
  m_wanted = std::move(breakpoints);
  ask("Debugger.enable", Json::object(), {});
  // So that a step over an await comes out behind it.
  ask("Debugger.setAsyncCallStackDepth", {{"maxDepth", 8}}, {});
  ask("Debugger.setBlackboxPatterns", {{"patterns", Json::array({"^node:", patternOf(m_runtime)})}},
      {});
  // Whatever leaves the handler's code: the bootstrap catches it unseen.
  ask("Debugger.setPauseOnExceptions", {{"state", "uncaught"}}, {});
  m_begun = true;
  syncBreakpoints();
  ask("Runtime.runIfWaitingForDebugger", Json::object(),
      [this](bool, const Json&) { m_listener.attached(); });
}

void NodeDebugger::feed(std::string_view bytes) {
  m_reader.feed(bytes);
  while (const auto message = m_reader.next()) take(*message);
  if (m_reader.broken()) m_listener.failed("What the process sends is not the inspector protocol.");
}

void NodeDebugger::ask(const char* method, const Json& params, Reply reply) {
  const int own = ++m_number;
  if (reply) m_asked[own] = std::move(reply);
  m_listener.send(adapterMessage({{"id", own}, {"method", method}, {"params", params}}));
}

void NodeDebugger::move(const char* method) {
  if (!isSettled()) {
    m_moves.push_back(method);
    return;
  }
  m_move = method;
  ask(method, Json::object(), {});
}

void NodeDebugger::take(const Json& message) {
  const std::string method = text(message, "method");
  if (!method.empty()) return takeEvent(method, part(message, "params"));
  const auto found = m_asked.find(number(message, "id"));
  if (found == m_asked.end()) return;
  const Reply reply = std::move(found->second);
  m_asked.erase(found);
  reply(!message.contains("error"), part(message, "result"));
}

void NodeDebugger::takeEvent(const std::string& method, const Json& params) {
  if (method == "Debugger.scriptParsed")
    m_scripts[text(params, "scriptId")] = fileOf(text(params, "url"));
  if (method == "Debugger.paused") paused(params);
  if (method == "Debugger.resumed") {
    m_frames.clear();
    m_listener.continued();
  }
}

void NodeDebugger::setBreakpoints(std::vector<Breakpoint> breakpoints) {
  m_wanted = std::move(breakpoints);
  if (m_begun && isSettled()) syncBreakpoints();
}

/// One difference at a time: where a breakpoint stands already, V8 takes no second one, and it can
/// be taken away only by the name that it got.
void NodeDebugger::syncBreakpoints() {
  const auto isWanted = [this](const auto& each) {
    return std::ranges::find(m_wanted, each.first) != m_wanted.end();
  };
  const auto gone = std::ranges::partition(m_set, isWanted);
  for (const auto& [at, name] : gone) {
    if (name.empty()) continue;
    ++m_unsettled;
    ask("Debugger.removeBreakpoint", {{"breakpointId", name}},
        [this](bool, const Json&) { settleOne(); });
  }
  m_set.erase(gone.begin(), gone.end());
  for (const Breakpoint& each : m_wanted) {
    const bool isSet = std::ranges::any_of(m_set, [&](const auto& at) { return at.first == each; });
    if (isSet) continue;
    m_set.emplace_back(each, "");
    Json where{{"urlRegex", patternOf(each.file) + "(?:[?#].*)?$"}, {"lineNumber", each.line - 1}};
    if (!each.condition.empty()) where["condition"] = watchedCondition(each.condition);
    ++m_unsettled;
    ask("Debugger.setBreakpointByUrl", where, [this, each](bool, const Json& result) {
      for (auto& [at, name] : m_set)
        if (at == each) name = text(result, "breakpointId");
      settleOne();
    });
  }
}

void NodeDebugger::settleOne() {
  if (--m_unsettled > 0) return;
  syncBreakpoints();  // They may be others meanwhile.
  if (m_unsettled > 0) return;
  for (const char* const method : std::exchange(m_moves, {})) move(method);
  m_listener.settled();
}

void NodeDebugger::paused(const Json& params) {
  Stop stop;
  m_frames.clear();
  for (const Json& each : part(params, "callFrames")) {
    const Json place = part(each, "location");
    const auto script = m_scripts.find(text(place, "scriptId"));
    const std::string file = script != m_scripts.end() ? script->second : std::string();
    if (file.empty() || file.starts_with(m_runtime)) continue;  // Not the user's.
    const std::string name = text(each, "functionName");
    stop.frames.push_back({text(each, "callFrameId"), name.empty() ? "(anonymous)" : name, file,
                           number(place, "lineNumber") + 1});
    m_frames[stop.frames.back().id] = each;
  }
  if (stop.frames.empty()) return resume();  // Nothing of the user's is left to see.
  const std::string reason = text(params, "reason");
  Json thrown = part(params, "data");
  for (const Json& each : part(thrown, "reasons")) {  // Of several at once.
    if (text(each, "reason") == "exception" || text(each, "reason") == "promiseRejection") {
      stop.why = Why::Exception;
      thrown = part(each, "auxData");
    }
  }
  const bool isHit = !part(params, "hitBreakpoints").empty();
  if (reason == "exception" || reason == "promiseRejection") stop.why = Why::Exception;
  if (stop.why == Why::Exception) {
    stop.text = thrownText(thrown);
  } else if (isHit || m_move == "Debugger.resume" || m_move.empty()) {  // Or a debugger statement.
    stop.why = Why::Breakpoint;
  } else if (m_move.starts_with("Debugger.step")) {
    stop.why = Why::Step;
  }
  tell(std::move(stop));
}

/// Where a condition was met, it may have raised.
void NodeDebugger::tell(Stop stop) {
  const bool isAsked =
      std::ranges::any_of(m_set, [](const auto& each) { return !each.first.condition.empty(); });
  if (stop.why != Why::Breakpoint || !isAsked) return m_listener.stopped(stop);
  ask("Runtime.evaluate", {{"expression", kTakeRaised}, {"silent", true}},
      [this, stop](bool, const Json& answer) mutable {
        stop.text = text(part(answer, "result"), "value");
        if (!stop.text.empty()) stop.why = Why::Condition;
        m_listener.stopped(stop);
      });
}

/// Those of the blocks around the line and of the function, then what can be unfolded: the scopes
/// around it.
void NodeDebugger::askLocals(const std::string& frame, Variables answer) {
  struct Gathered {
    std::vector<std::vector<Variable>> scopes;
    std::vector<Variable> around;
    std::size_t left = 0;
  };
  const auto found = m_frames.find(frame);
  if (found == m_frames.end()) return answer({});
  auto gathered = std::make_shared<Gathered>();
  std::vector<std::string> own;
  bool isOwn = true;
  for (const Json& scope : part(found->second, "scopeChain")) {
    const std::string type = text(scope, "type");
    const std::string inside = text(part(scope, "object"), "objectId");
    if (type == "global" || type == "script") continue;
    if (type == "closure" && isOwn && !own.empty()) isOwn = false;
    if (isOwn && type != "closure") {
      own.push_back(inside);
    } else {
      gathered->around.push_back(
          {type == "module" ? "Module" : "Closure", text(scope, "name"), type, inside});
    }
    if (type == "local" || type == "module") isOwn = false;
  }
  gathered->left = own.size();
  gathered->scopes.resize(own.size());
  const auto tell = [gathered, answer = std::move(answer), self = part(found->second, "this")] {
    std::vector<Variable> all;
    if (text(self, "type") == "object" && text(self, "className") != "global" &&
        text(self, "subtype") != "null")
      all.push_back(variableOf("this", self));
    for (const auto& scope : gathered->scopes) all.insert(all.end(), scope.begin(), scope.end());
    all.insert(all.end(), gathered->around.begin(), gathered->around.end());
    answer(all);
  };
  if (own.empty()) return tell();
  for (std::size_t i = 0; i < own.size(); ++i) {
    askInside(own[i], [gathered, i, tell](const std::vector<Variable>& variables) {
      gathered->scopes[i] = variables;
      if (--gathered->left == 0) tell();
    });
  }
}

void NodeDebugger::askInside(const std::string& inside, Variables answer) {
  ask("Runtime.getProperties",
      {{"objectId", inside}, {"ownProperties", true}, {"generatePreview", true}},
      [answer = std::move(answer)](bool, const Json& result) { answer(propertiesOf(result)); });
}

void NodeDebugger::evaluate(const std::string& frame, const std::string& expression,
                            Answer answer) {
  ask("Debugger.evaluateOnCallFrame",
      {{"callFrameId", frame},
       {"expression", expression},
       {"objectGroup", kGroup},
       {"silent", true},
       {"generatePreview", true}},
      [expression, answer = std::move(answer)](bool success, const Json& body) {
        Evaluated result;
        const bool isThrown = body.contains("exceptionDetails");
        result.isError = !success || isThrown;
        const Json value = part(body, "result");
        result.value = variableOf(expression, value);
        if (isThrown) result.value.value = thrownText(value);
        answer(result);
      });
}

}  // namespace

std::unique_ptr<Debugger> makeNodeDebugger(Debugger::Listener listener) {
  return std::make_unique<NodeDebugger>(std::move(listener));
}

}  // namespace coldstart::debug
