// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/validate.h"

#include <algorithm>
#include <array>

#include <nlohmann/json.hpp>

#include "core/project/fields.h"
#include "core/project/quota.h"
#include "core/project/runtimes.h"

namespace coldstart::project {
namespace {

constexpr const char* kRefused = "InvalidParameterValueException";

bool isWord(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool isLetter(char c) {
  return isWord(c) && (c < '0' || c > '9');
}

bool isName(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(),
                                      [](char c) { return isWord(c) || c == '-' || c == '_'; });
}

/// facts: the form of every validation message
std::string violation(const std::string& value, const char* member, const std::string& rule) {
  return "1 validation error detected: Value '" + value + "' at '" + member +
         "' failed to satisfy constraint: Member must " + rule;
}

void checkLength(Findings& findings, std::string_view property, const std::string& value,
                 const std::string& where) {
  const Quota& row = quota(property);
  // Counted in characters, as the service does.
  const auto length = std::count_if(value.begin(), value.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
  });
  if (length <= row.maximum) return;
  findings.error(where,
                 {"quota",
                  SAY("quota", "%1. %2 can have %3 characters; this has %4."),
                  {violation(value, std::string(row.member).c_str(),
                             "have length less than or equal to " + std::to_string(row.maximum)),
                   std::string(property), std::to_string(row.maximum), std::to_string(length)}},
                 property == "FunctionName" ? kRefused : "ValidationException");
}

void checkName(Findings& findings, const Function& function, const std::string& where) {
  const bool given = function.name != function.id;
  if (!std::all_of(function.id.begin(), function.id.end(), isWord)) {
    findings.error(
        where.substr(0, where.rfind('/')),
        {"quota",
         SAY("quota",
             "%1 Give the resource a name of letters and digits; FunctionName may also "
             "hold hyphens and underscores."),
         {"Template format error: Resource name " + function.id + " is non alphanumeric."}},
        "ValidationError");
    if (!given) return;
  }
  const std::string at = child(where, "FunctionName");
  if (function.name.find("${") != std::string::npos) return;  // only a deployment knows it
  if (!isName(function.name) && function.name.rfind("arn:", 0) != 0) {
    findings.error(
        at,
        {"quota",
         SAY("quota", "%1. A function name has letters, digits, hyphens and underscores."),
         {violation(function.name, "functionName",
                    "satisfy regular expression pattern: "
                    R"((arn:(aws[a-zA-Z-]*)?:lambda:)?((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-)"
                    R"([a-z]+-\d{1}:)?(\d{12}:)?(function:)?([a-zA-Z0-9-_]+))"
                    R"((:(\$LATEST|[a-zA-Z0-9-_]+))?)")}},
        "ValidationException");
  }
  checkLength(findings, "FunctionName", function.name, at);
}

void checkHandler(Findings& findings, const Function& function, const std::string& where) {
  const std::string at = child(where, "Handler");
  if (function.handler.find_first_of(" \t\r\n") != std::string::npos) {
    findings.error(
        at,
        {"quota",
         SAY("quota", "%1. A handler has no spaces; for Python it is file.function."),
         {violation(function.handler, "handler", R"(satisfy regular expression pattern: [^\s]+)")}},
        "ValidationException");
  }
  checkLength(findings, "Handler", function.handler, at);
}

/// The identifiers that can still be chosen, as the service lists them.
std::string runtimeList() {
  std::string list;
  for (const Runtime& row : runtimes()) {
    if (row.listed) list += (list.empty() ? "" : ", ") + std::string(row.id);
  }
  return list;
}

void checkRuntime(Findings& findings, WallTime today, const Function& function,
                  const std::string& where) {
  const std::string at = child(where, "Runtime");
  if (function.runtime.empty() || function.handler.empty()) {
    const bool runtime = function.runtime.empty();
    findings.error(runtime ? at : child(where, "Handler"),
                   {"quota",
                    SAY("quota",
                        "%1 has no %2. A function in a zip package needs a runtime such as "
                        "python3.13 and a handler such as app.handler."),
                    {function.id, runtime ? "Runtime" : "Handler"}},
                   kRefused);
    return;
  }
  if (function.runtime.find("${") != std::string::npos) return;
  const Runtime* runtime = findRuntime(function.runtime);
  if (runtime == nullptr) {
    findings.error(at,
                   {"quota",
                    SAY("quota", "%1. Choose one of the listed runtimes."),
                    {"Value " + function.runtime +
                     " at 'runtime' failed to satisfy constraint: Member must satisfy enum value "
                     "set: [" +
                     runtimeList() + "] or be a valid ARN"}},
                   kRefused);
    return;
  }
  const std::string date = formatIso8601Millis(today).substr(0, 10);
  if (!runtime->blockCreate.empty() && date >= runtime->blockCreate) {
    findings.error(
        at,
        {"quota",
         SAY("quota", "%1 A newer version of the same language is the nearest."),
         {"The runtime parameter of " + function.runtime +
          " is no longer supported for creating or updating AWS Lambda functions. We "
          "recommend you use a supported runtime while creating or updating functions."}},
        kRefused);
  } else if (!runtime->deprecated.empty() && date >= runtime->deprecated) {
    findings.note(at, {"quota",
                       SAY("quota",
                           "The runtime %1 is deprecated since %2: it still runs, but gets no more "
                           "security updates."),
                       {function.runtime, std::string(runtime->deprecated)}});
  }
}

/// configuration-envvars: names that the service sets itself
constexpr std::array<std::string_view, 21> kReservedNames{"_HANDLER",
                                                          "_X_AMZN_TRACE_ID",
                                                          "AWS_DEFAULT_REGION",
                                                          "AWS_REGION",
                                                          "AWS_EXECUTION_ENV",
                                                          "AWS_LAMBDA_FUNCTION_NAME",
                                                          "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
                                                          "AWS_LAMBDA_FUNCTION_VERSION",
                                                          "AWS_LAMBDA_INITIALIZATION_TYPE",
                                                          "AWS_LAMBDA_LOG_GROUP_NAME",
                                                          "AWS_LAMBDA_LOG_STREAM_NAME",
                                                          "AWS_ACCESS_KEY",
                                                          "AWS_ACCESS_KEY_ID",
                                                          "AWS_SECRET_ACCESS_KEY",
                                                          "AWS_SESSION_TOKEN",
                                                          "AWS_LAMBDA_RUNTIME_API",
                                                          "LAMBDA_TASK_ROOT",
                                                          "LAMBDA_RUNTIME_DIR",
                                                          "AWS_LAMBDA_MAX_CONCURRENCY",
                                                          "AWS_LAMBDA_METADATA_API",
                                                          "AWS_LAMBDA_METADATA_TOKEN"};

}  // namespace

void checkFunction(Findings& findings, WallTime today, const Function& function, bool isImage,
                   const std::string& where) {
  checkName(findings, function, where);
  if (!isImage) {
    checkRuntime(findings, today, function, where);
    checkHandler(findings, function, where);
  }
  checkLength(findings, "Description", function.description, child(where, "Description"));
  if (function.alias.empty()) return;
  const std::string at = child(where, "AutoPublishAlias");
  const bool digits = function.alias.find_first_not_of("0123456789") == std::string::npos;
  if (digits || !isName(function.alias)) {
    findings.error(
        at,
        {"quota",
         SAY("quota",
             "%1. An alias has letters, digits, hyphens and underscores, and not only "
             "digits."),
         {violation(function.alias, "name",
                    "satisfy regular expression pattern: (?!^[0-9]+$)([a-zA-Z0-9-_]+)")}},
        "ValidationException");
  }
  checkLength(findings, "AliasName", function.alias, at);
}

void checkEnvironment(Findings& findings, const Function& function, const std::string& where) {
  std::string reserved;
  for (const auto& [name, value] : function.environment) {
    if (std::find(kReservedNames.begin(), kReservedNames.end(), name) != kReservedNames.end()) {
      reserved += (reserved.empty() ? "" : ", ") + name;
    } else if (name.size() < 2 || !isLetter(name[0]) ||
               !std::all_of(name.begin(), name.end(),
                            [](char c) { return isWord(c) || c == '_'; })) {
      findings.error(child(where, name),
                     {"quota",
                      SAY("quota",
                          "%1. A variable's name starts with a letter and has at least two "
                          "letters, digits or underscores."),
                      {violation(name, "environment.variables",
                                 "satisfy regular expression pattern: [a-zA-Z]([a-zA-Z0-9_])+")}},
                     "ValidationException");
    }
  }
  if (!reserved.empty()) {
    findings.error(where,
                   {"quota",
                    SAY("quota", "%1. Lambda sets these itself; choose other names."),
                    {"Lambda was unable to configure your environment variables because the "
                     "environment variables you have provided contains reserved keys that are "
                     "currently not supported for modification. Reserved keys used in this "
                     "request: " +
                     reserved}},
                   kRefused);
  }
  const std::string text = nlohmann::json(function.environment)
                               .dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
  if (static_cast<std::int64_t>(text.size()) <= quota("EnvironmentBytes").maximum) return;
  findings.error(where,
                 {"quota",
                  SAY("quota",
                      "%1 … They take %2 bytes of 4096. Keep large values in a file of the "
                      "package or in Parameter Store."),
                  {"Lambda was unable to configure your environment variables because the "
                   "environment variables you have provided exceeded the 4KB limit. String "
                   "measured: " +
                       text.substr(0, 60),
                   std::to_string(text.size())}},
                 kRefused);
}

void checkEnum(Findings& findings, const char* member, const std::string& value,
               const std::vector<std::string>& allowed, const std::string& where) {
  if (std::find(allowed.begin(), allowed.end(), value) != allowed.end()) return;
  std::string list;
  for (const std::string& item : allowed) list += (list.empty() ? "" : ", ") + item;
  findings.error(where,
                 {"quota",
                  SAY("quota", "%1. Capital letters matter."),
                  {violation(value, member, "satisfy enum value set: [" + list + "]")}},
                 "ValidationException");
}

Architecture readArchitecture(Findings& findings, const nlohmann::ordered_json& list,
                              const std::string& where) {
  std::string shown;
  bool good = list.is_array() && list.size() == 1;
  for (const auto& item : list) {
    const std::string name = item.is_string() ? item.get<std::string>() : std::string("?");
    good = good && (name == "x86_64" || name == "arm64");
    shown += (shown.empty() ? "" : ", ") + name;
  }
  if (good) return shown == "arm64" ? Architecture::Arm64 : Architecture::X86_64;
  const bool several = list.is_array() && list.size() > 1;
  findings.error(
      where,
      {"quota",
       SAY("quota", "%1. A function has exactly one architecture: [x86_64] or [arm64]."),
       {violation("[" + shown + "]", "architectures",
                  several ? "have length less than or equal to 1"
                          : "satisfy constraint: [Member must satisfy enum value set: [x86_64, "
                            "arm64], Member must not be null]")}},
      "ValidationException");
  return Architecture::X86_64;
}

}  // namespace coldstart::project
