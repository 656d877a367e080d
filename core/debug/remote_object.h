// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Values of JavaScript as V8's inspector describes them, in the words of JavaScript. For
// node_debugger.cpp. https://chromedevtools.github.io/devtools-protocol/v8/Runtime

#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "core/debug/debugger.h"

namespace coldstart::debug {

/// One line for a value: 42, "text", {n: 21, tags: Array(2)}.
Variable variableOf(const std::string& name, const nlohmann::ordered_json& remoteObject);

/// What an object is made of, from the answer to Runtime.getProperties.
std::vector<Variable> propertiesOf(const nlohmann::ordered_json& answer);

/// What was thrown, without the stack: "TypeError: x is not a function".
std::string thrownText(const nlohmann::ordered_json& remoteObject);

}  // namespace coldstart::debug
