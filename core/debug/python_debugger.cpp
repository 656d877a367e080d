// SPDX-License-Identifier: GPL-3.0-or-later
// The Debug Adapter Protocol as debugpy speaks it without its adapter in between.
// https://microsoft.github.io/debug-adapter-protocol/specification
#include <cstdlib>
#include <map>
#include <set>
#include <utility>

#include <nlohmann/json.hpp>

#include "core/debug/adapter_protocol.h"
#include "core/debug/debugger.h"
#include "core/debug/message_parts.h"

namespace coldstart::debug {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kMostFrames = 100;

/// References are numbers; 0 has nothing inside.
std::string reference(const Json& object) {
  const int value = number(object, "variablesReference");
  return value > 0 ? std::to_string(value) : std::string();
}

/// Without what debugpy adds in words of its own: "KeyError       (note: full exception …)".
std::string bare(std::string name) {
  for (const char* const addition : {"  ", " (Current frame)"}) {
    if (const std::size_t at = name.find(addition); at != std::string::npos) name.resize(at);
  }
  return name;
}

std::vector<Frame> framesOf(const Json& body) {
  std::vector<Frame> frames;
  for (const Json& each : part(body, "stackFrames")) {
    frames.push_back({std::to_string(number(each, "id")), bare(text(each, "name")),
                      text(part(each, "source"), "path"), number(each, "line")});
  }
  return frames;
}

std::vector<Variable> variablesOf(const Json& body) {
  std::vector<Variable> variables;
  for (const Json& each : part(body, "variables")) {
    const std::string name = text(each, "name");
    if (name == "special variables" || name == "function variables" || name == "class variables")
      continue;  // debugpy's groups of what Python itself puts there.
    variables.push_back({name, text(each, "value"), text(each, "type"), reference(each)});
  }
  return variables;
}

class PythonDebugger : public Debugger {
 public:
  using Debugger::Debugger;

  void begin(const std::string& runtime, std::vector<Breakpoint> breakpoints) override;
  void feed(std::string_view bytes) override;
  void setBreakpoints(std::vector<Breakpoint> breakpoints) override;
  [[nodiscard]] bool isSettled() const override { return m_unsettled == 0; }
  void resume() override { move("continue"); }
  void pause() override { move("pause"); }
  void step(Step step) override {
    move(step == Step::Over ? "next" : step == Step::In ? "stepIn" : "stepOut");
  }
  void askLocals(const std::string& frame, Variables answer) override;
  void askInside(const std::string& inside, Variables answer) override;
  void evaluate(const std::string& frame, const std::string& expression, Answer answer) override;

 private:
  using Reply = std::function<void(bool success, const Json& body)>;
  void ask(const char* command, const Json& arguments, Reply reply);
  void move(const char* command) { ask(command, {{"threadId", m_thread}}, {}); }
  void take(const Json& message);
  void takeEvent(const std::string& event, const Json& body);
  void noteRaised(std::string output);
  void configure();
  void sendBreakpoints();
  void stopped(const Json& body);
  void askWhat(Stop stop);

  AdapterReader m_reader;
  std::map<int, Reply> m_asked;
  std::vector<Breakpoint> m_breakpoints;
  std::set<std::string> m_files;  ///< That breakpoints were sent for.
  int m_number = 0;
  int m_thread = 1;
  int m_unsettled = 0;  ///< Files whose breakpoints the process has not taken over yet.
  bool m_attached = false;
  std::string m_raised;  ///< By a condition, since the last stop.
};

void PythonDebugger::begin(const std::string& runtime, std::vector<Breakpoint> breakpoints) {
  m_breakpoints = std::move(breakpoints);
  ask("initialize",
      {{"clientID", "coldstart"},
       {"adapterID", "debugpy"},
       {"pathFormat", "path"},
       {"linesStartAt1", true},
       {"columnsStartAt1", true},
       {"supportsVariableType", true}},
      [this, runtime](bool, const Json&) {
        Json rule;
        rule["path"] = runtime + "/**";
        rule["include"] = false;
        ask("attach",
            {{"justMyCode", true}, {"redirectOutput", false}, {"rules", Json::array({rule})}}, {});
      });
}

void PythonDebugger::feed(std::string_view bytes) {
  m_reader.feed(bytes);
  while (const auto message = m_reader.next()) take(*message);
  if (m_reader.broken())
    m_listener.failed("What the process sends is not the debug adapter protocol.");
}

void PythonDebugger::ask(const char* command, const Json& arguments, Reply reply) {
  const int own = ++m_number;
  if (reply) m_asked[own] = std::move(reply);
  m_listener.send(adapterMessage(
      {{"seq", own}, {"type", "request"}, {"command", command}, {"arguments", arguments}}));
}

void PythonDebugger::take(const Json& message) {
  const std::string type = text(message, "type");
  if (type == "event") return takeEvent(text(message, "event"), part(message, "body"));
  if (type != "response") return;
  const auto found = m_asked.find(number(message, "request_seq"));
  if (found == m_asked.end()) return;
  const Reply reply = std::move(found->second);
  m_asked.erase(found);
  const auto success = message.find("success");
  reply(success != message.end() && *success == true, part(message, "body"));
}

void PythonDebugger::takeEvent(const std::string& event, const Json& body) {
  if (event == "initialized") configure();
  if (event == "stopped") stopped(body);
  if (event == "continued") m_listener.continued();
  if (event == "output") noteRaised(text(body, "output"));
}

/// debugpy stops where a condition raises, and says so as output before it stops: a sentence and a
/// traceback, whose last line has the exception.
void PythonDebugger::noteRaised(std::string output) {
  if (output.find("conditional breakpoint") == std::string::npos) return;
  while (!output.empty() && output.back() == '\n') output.pop_back();
  m_raised = output.substr(output.rfind('\n') + 1);
}

void PythonDebugger::configure() {
  // A condition that raises is neither passed over nor silent.
  ask("setDebuggerProperty",
      {{"skipSuspendOnBreakpointException", Json::array()},
       {"skipPrintBreakpointException", Json::array()}},
      {});
  sendBreakpoints();
  // Whatever leaves the handler's code: the bootstrap, which is not the user's, catches it.
  ask("setExceptionBreakpoints", {{"filters", Json::array({"userUnhandled"})}}, {});
  ask("configurationDone", Json::object(), [this](bool, const Json&) {
    m_attached = true;
    m_listener.attached();
  });
}

void PythonDebugger::setBreakpoints(std::vector<Breakpoint> breakpoints) {
  m_breakpoints = std::move(breakpoints);
  if (m_attached) sendBreakpoints();
}

void PythonDebugger::sendBreakpoints() {
  std::map<std::string, Json> lines;
  for (const std::string& file : m_files) lines[file] = Json::array();  // Those that went.
  for (const Breakpoint& each : m_breakpoints) {
    m_files.insert(each.file);
    Json line;
    line["line"] = each.line;
    if (!each.condition.empty()) line["condition"] = each.condition;
    lines[each.file].push_back(std::move(line));
  }
  for (const auto& [file, own] : lines) {
    Json source;
    source["path"] = file;
    ++m_unsettled;
    ask("setBreakpoints", {{"source", source}, {"breakpoints", own}}, [this](bool, const Json&) {
      if (--m_unsettled == 0) m_listener.settled();
    });
  }
}

void PythonDebugger::stopped(const Json& body) {
  const std::string reason = text(body, "reason");
  Stop stop;
  if (reason == "breakpoint") stop.why = Why::Breakpoint;
  if (reason == "step") stop.why = Why::Step;
  if (reason == "exception") stop.why = Why::Exception;
  stop.text = std::exchange(m_raised, {});
  if (stop.why == Why::Breakpoint && !stop.text.empty()) stop.why = Why::Condition;
  m_thread = number(body, "threadId");
  ask("stackTrace", {{"threadId", m_thread}, {"levels", kMostFrames}},
      [this, stop](bool, const Json& found) mutable {
        stop.frames = framesOf(found);
        if (stop.frames.empty()) return resume();  // Nothing of the user's is left to see.
        if (stop.why == Why::Exception) return askWhat(std::move(stop));
        m_listener.stopped(stop);
      });
}

void PythonDebugger::askWhat(Stop stop) {
  ask("exceptionInfo", {{"threadId", m_thread}}, [this, stop](bool, const Json& body) mutable {
    stop.text = bare(text(body, "exceptionId"));
    if (const std::string says = text(body, "description"); !says.empty()) stop.text += ": " + says;
    m_listener.stopped(stop);
  });
}

void PythonDebugger::askLocals(const std::string& frame, Variables answer) {
  ask("scopes", {{"frameId", std::atoi(frame.c_str())}},
      [this, answer = std::move(answer)](bool, const Json& body) {
        const Json scopes = part(body, "scopes");
        if (scopes.empty()) return answer({});
        askInside(reference(scopes.front()), answer);
      });
}

void PythonDebugger::askInside(const std::string& inside, Variables answer) {
  ask("variables", {{"variablesReference", std::atoi(inside.c_str())}},
      [answer = std::move(answer)](bool, const Json& body) { answer(variablesOf(body)); });
}

void PythonDebugger::evaluate(const std::string& frame, const std::string& expression,
                              Answer answer) {
  ask("evaluate",
      {{"frameId", std::atoi(frame.c_str())}, {"expression", expression}, {"context", "repl"}},
      [expression, answer = std::move(answer)](bool success, const Json& body) {
        Evaluated result;
        result.isError = !success;
        result.value = {expression, text(body, "result"), text(body, "type"), reference(body)};
        answer(result);
      });
}

}  // namespace

std::unique_ptr<Debugger> makePythonDebugger(Debugger::Listener listener) {
  return std::make_unique<PythonDebugger>(std::move(listener));
}

}  // namespace coldstart::debug
