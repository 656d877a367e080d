// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Read this first in core/debug: stepping through a handler, as one conversation in bytes. A
// Debugger is fed what the handler's process sends and hands over what to send it; it opens no
// connection itself (core/live does) and knows no window (app/debug does). One for each process.

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace coldstart::debug {

/// Where to stop; the file as the process sees it, lines from 1.
struct Breakpoint {
  std::string file;
  int line = 0;
  std::string condition{};  ///< In the handler's language: stops where it is true. "" is always.
  bool operator==(const Breakpoint&) const = default;
};

struct Frame {
  std::string id;  ///< Valid until the process goes on.
  std::string function;
  std::string file;
  int line = 0;
};

/// A name and what it holds, or the answer to an expression.
struct Variable {
  std::string name;
  std::string value;
  std::string type;
  std::string inside;  ///< To ask for what it is made of; "" when it has no parts.
};

/// Condition: it could not be told whether a breakpoint's condition is true.
enum class Why { Breakpoint, Step, Exception, Condition, Pause };

struct Stop {
  Why why = Why::Pause;
  std::string text;           ///< Of an exception, also of a condition's: its type and message.
  std::vector<Frame> frames;  ///< Innermost first; never empty.
};

enum class Step { Over, In, Out };

class Debugger {
 public:
  /// What it tells. All are called from feed() or from a command.
  struct Listener {
    std::function<void(std::string_view)> send;
    std::function<void()> attached;  ///< The process goes on from here.
    std::function<void()> settled;   ///< isSettled() again.
    std::function<void(const Stop&)> stopped;
    std::function<void()> continued;
    std::function<void(const std::string&)> failed;  ///< The conversation is over; why.
  };
  using Variables = std::function<void(const std::vector<Variable>&)>;
  /// What an expression came to, or why it did not.
  struct Evaluated {
    bool isError = false;
    Variable value;
  };
  using Answer = std::function<void(const Evaluated&)>;

  explicit Debugger(Listener listener) : m_listener(std::move(listener)) {}
  virtual ~Debugger() = default;
  Debugger(const Debugger&) = delete;
  Debugger& operator=(const Debugger&) = delete;

  /// Attaches; `runtime` is the folder of what is not the user's code.
  virtual void begin(const std::string& runtime, std::vector<Breakpoint> breakpoints) = 0;
  virtual void feed(std::string_view bytes) = 0;
  /// All of them, in place of those before.
  virtual void setBreakpoints(std::vector<Breakpoint> breakpoints) = 0;
  /// The process has taken over every breakpoint that was set since it attached.
  [[nodiscard]] virtual bool isSettled() const = 0;
  virtual void resume() = 0;
  virtual void pause() = 0;
  virtual void step(Step step) = 0;
  /// The local variables of a frame.
  virtual void askLocals(const std::string& frame, Variables answer) = 0;
  virtual void askInside(const std::string& reference, Variables answer) = 0;
  virtual void evaluate(const std::string& frame, const std::string& expression, Answer answer) = 0;

 protected:
  Listener m_listener;
};

/// By debugpy's protocol (the Debug Adapter Protocol), spoken to the process itself.
std::unique_ptr<Debugger> makePythonDebugger(Debugger::Listener listener);
/// By the protocol of V8's inspector, which bootstrap.mjs hands on to Node.js.
std::unique_ptr<Debugger> makeNodeDebugger(Debugger::Listener listener);

}  // namespace coldstart::debug
