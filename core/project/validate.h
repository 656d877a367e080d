// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What AWS refuses about a function that is not a number out of range: names, patterns, choices and
// the environment's size, each with AWS's own message and a sentence after it. For core/project
// only; the configuration form sees the results through derive().

#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "core/project/project.h"

namespace coldstart::project {

class Fields;
class Findings;
struct Derivation;

void checkFunction(Findings& findings, WallTime today, const Function& function, bool isImage,
                   const std::string& where);
void checkEnvironment(Findings& findings, const Function& function, const std::string& where);
void checkEnum(Findings& findings, const char* member, const std::string& value,
               const std::vector<std::string>& allowed, const std::string& where);
Architecture readArchitecture(Findings& findings, const nlohmann::ordered_json& list,
                              const std::string& where);
/// The settings of asynchronous invocation, in SAM's EventInvokeConfig and in a resource of its
/// own.
void readInvokeConfig(Derivation& d, Fields& fields, Function& function);

}  // namespace coldstart::project
