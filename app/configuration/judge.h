// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Whether a value may stand at a place of the template, asked of the same rules that read the whole
// template: the change is made on a copy, the copy is derived, and what is new among the errors is
// what is wrong with the value. So the form knows no rule of its own.

#include <optional>
#include <string>

#include <nlohmann/json_fwd.hpp>

#include "core/base/result.h"
#include "core/project/project.h"

namespace coldstart::configuration {

/// A copy of the tree with the value at the pointer; null removes it, and parents that it leaves
/// empty go too.
nlohmann::ordered_json withValue(nlohmann::ordered_json tree, const std::string& pointer,
                                 const nlohmann::ordered_json& value);

/// The first error that this change of the tree brings, or nothing.
std::optional<Error> judge(const nlohmann::ordered_json& before,
                           const nlohmann::ordered_json& after);

/// Who says the value at `path` below a function's resource ("Properties/MemorySize").
enum class Origin {
  Standard,  ///< Nobody: AWS's default.
  Own,       ///< The function itself.
  Globals,   ///< The Globals section, for every function.
  Computed,  ///< An intrinsic function such as Ref; typing replaces it.
};
Origin originOf(const nlohmann::ordered_json& tree, const std::string& functionId,
                const std::string& path);

/// "/Resources/Hello" with "Properties/MemorySize" below it; a path that starts with "/" is whole.
std::string pointerBelow(const std::string& functionId, const std::string& path);

/// Whether the resource is an AWS::Serverless::Function, where SAM's own properties may stand.
bool isServerless(const nlohmann::ordered_json& tree, const std::string& functionId);

}  // namespace coldstart::configuration
