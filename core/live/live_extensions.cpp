// SPDX-License-Identifier: GPL-3.0-or-later
// What a host tells of an environment's extensions: lines in the log, events for those of them that
// have subscribed. (facts 2.4, 2.9)
#include <cctype>

#include "core/live/hosted_environment.h"
#include "core/observe/log_text.h"

namespace coldstart::live {
namespace {

/// "[\"INVOKE\",\"SHUTDOWN\"]"
std::string jsonList(const std::vector<std::string>& texts) {
  std::string list;
  for (const std::string& text : texts) {
    if (!list.empty()) list += ',';
    observe::appendJsonText(list, text);
  }
  return '[' + list + ']';
}

std::string record(const std::string& name, const char* state, const char* key,
                   const std::vector<std::string>& values) {
  std::string text = "{\"name\":";
  observe::appendJsonText(text, name);
  return text + ",\"state\":\"" + state + "\",\"" + key + "\":" + jsonList(values) + "}";
}

}  // namespace

/// Lambda's own line in the function's log format, and the same as an event.
void LiveHost::notePlatform(Environment& e, const std::string& text, const char* type,
                            const std::string& record) {
  const bool json = m_run->project.functions[e.function].logFormat == project::LogFormat::Json;
  const std::string event = "{\"time\":\"" + formatIso8601Millis(m_run->wall(now())) +
                            "\",\"type\":\"platform." + type + "\",\"record\":" + record + "}";
  note(e.record, e.attempt, json ? event : text, journal::PrintedLine::Source::Platform);
  e.telemetry.add({event});
}

/// One line for each extension, at the end of init.
void LiveHost::noteExtensions(Environment& e) {
  for (const Extension& extension : e.endpoint->extensions().all()) {
    std::vector<std::string> events;
    if (extension.takesInvoke) events.emplace_back("INVOKE");
    if (extension.takesShutdown) events.emplace_back("SHUTDOWN");
    notePlatform(
        e, "EXTENSION\tName: " + extension.name + "\tState: Ready\tEvents: " + extension.events(),
        "extension", record(extension.name, "Ready", "events", events));
  }
}

void LiveHost::noteSubscription(Environment& e, const Extension& extension, bool again) {
  const TelemetrySubscription& wanted = *extension.telemetry;
  const bool logs = wanted.api == TelemetryApi::Logs;
  if (!again) e.telemetry.subscribe(extension, e.space);
  std::string types;
  for (const std::string& type : wanted.types) {
    std::string name = type;
    name[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(name[0])));
    types += (types.empty() ? "" : ", ") + name;
  }
  const char* const state = again ? "Already subscribed" : "Subscribed";
  notePlatform(e,
               std::string(logs ? "LOGS" : "TELEMETRY") + "\tName: " + extension.name +
                   "\tState: " + state + "\tTypes: [" + types + "]",
               logs ? "logsSubscription" : "telemetrySubscription",
               record(extension.name, state, "types", wanted.types));
}

}  // namespace coldstart::live
