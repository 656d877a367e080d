// SPDX-License-Identifier: GPL-3.0-or-later
// The errors of the simulated mode: nothing of them is real but their shape. (facts §§2.4–2.8)
#include "core/observe/log_writer.h"

namespace coldstart::observe {

using journal::Ending;

RuntimeFamily familyOf(const project::Function& function) {
  const std::string_view runtime = function.runtime;
  if (runtime.starts_with("python")) return RuntimeFamily::Python;
  if (runtime.starts_with("nodejs")) return RuntimeFamily::Node;
  if (runtime.starts_with("java")) return RuntimeFamily::Java;
  if (runtime.starts_with("dotnet")) return RuntimeFamily::DotNet;
  if (runtime.starts_with("ruby")) return RuntimeFamily::Ruby;
  return RuntimeFamily::Custom;
}

SimulatedError simulatedError(const project::Function& function) {
  const std::string message = "Simulated handler error";
  const std::size_t dot = function.handler.rfind('.');
  const std::string module = function.handler.substr(0, dot);
  const std::string name =
      dot == std::string::npos ? function.handler : function.handler.substr(dot + 1);
  switch (familyOf(function)) {
    case RuntimeFamily::Python:
      return {"Exception",
              message,
              {"  File \"/var/task/" + module + ".py\", line 1, in " + name +
               "\n    raise Exception(\"" + message + "\")\n"}};
    case RuntimeFamily::Node:
      return {"Error",
              message,
              {"Error: " + message, "    at Runtime.handler (/var/task/" + module + ".js:1:1)"}};
    case RuntimeFamily::Java:
      return {"java.lang.RuntimeException", message, {}};
    case RuntimeFamily::Ruby:
      return {"Function<RuntimeError>", message, {}};
    case RuntimeFamily::DotNet:
      return {"Exception", message, {}};
    case RuntimeFamily::Custom:
      break;
  }
  return {"Error", message, {}};
}

SimulatedError simulatedInitError(const project::Function& function) {
  const std::string message = "Simulated init error";
  const std::string module = function.handler.substr(0, function.handler.rfind('.'));
  switch (familyOf(function)) {
    case RuntimeFamily::Python:
      return {"Exception",
              message,
              {"  File \"/var/lang/lib/" + function.runtime +
                   "/importlib/__init__.py\", line 88, in import_module\n    return "
                   "_bootstrap._gcd_import(name[level:], package, level)\n",
               "  File \"/var/task/" + module +
                   ".py\", line 1, in <module>\n    raise Exception(\"" + message + "\")\n"}};
    case RuntimeFamily::Node:
      return {"Error",
              message,
              {"Error: " + message, "    at Object.<anonymous> (/var/task/" + module + ".js:1:1)"}};
    case RuntimeFamily::Java:
      return {"java.lang.RuntimeException", message, {}};
    case RuntimeFamily::Ruby:
      return {"Init<RuntimeError>", message, {}};
    case RuntimeFamily::DotNet:
    case RuntimeFamily::Custom:
      break;
  }
  return {"Runtime.ExitError", message, {}};
}

std::string_view initErrorType(const project::Function& function) {
  switch (familyOf(function)) {
    case RuntimeFamily::Java:
      return "Runtime.BadFunctionCode";
    case RuntimeFamily::DotNet:
    case RuntimeFamily::Custom:
      return "Runtime.ExitError";
    default:  // The service replaces whatever is no error of its own.
      return "Runtime.Unknown";
  }
}

std::string_view reportedErrorType(const project::Function& function, Ending ending) {
  switch (ending) {
    case Ending::Crashed:
      return "Runtime.ExitError";
    case Ending::OutOfMemory:
      return "Runtime.OutOfMemory";
    case Ending::InitFailed:
      return initErrorType(function);
    default:
      return "";
  }
}

}  // namespace coldstart::observe
