// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/trigger_filter.h"

#include <nlohmann/json.hpp>

#include "core/events/encoding.h"

namespace coldstart::events {
namespace {

using Json = nlohmann::json;
using project::TriggerKind;

Match held(const char* pattern, std::vector<std::string> arguments) {
  return {false, {{"pattern", pattern, std::move(arguments)}}};
}

/// A member that may be missing, or something else than it should be.
const Json& partOf(const Json& object, const char* member) {
  static const Json kNone;
  const auto found = object.is_object() ? object.find(member) : object.end();
  return object.is_object() && found != object.end() ? *found : kNone;
}
std::string textOf(const Json& object, const char* member) {
  const Json& part = partOf(object, member);
  return part.is_string() ? part.get<std::string>() : std::string();
}

/// The first record of the service's event, or null.
const Json* firstRecord(const Json& event, const char* member) {
  const Json& records = partOf(event, "Records");
  if (!records.is_array() || records.empty()) return nullptr;
  return partOf(records[0], member).is_object() ? &records[0] : nullptr;
}

/// "ObjectCreated:*" takes "ObjectCreated:Put".
bool takes(std::string_view wanted, std::string_view name) {
  if (wanted.starts_with("s3:")) wanted.remove_prefix(3);
  if (!wanted.ends_with('*')) return wanted == name;
  wanted.remove_suffix(1);
  return name.starts_with(wanted);
}

Match bucketLetsThrough(const Json& filter, const Json& record) {
  const std::string name = textOf(record, "eventName");
  std::string kinds;
  bool wanted = name.empty();
  for (const Json& event : partOf(filter, "events")) {
    const std::string kind = event.is_string() ? event.get<std::string>() : std::string();
    wanted = wanted || takes(kind, name);
    kinds += (kinds.empty() ? "" : ", ") + kind;
  }
  if (!wanted && !kinds.empty())
    return held(SAY("pattern", "The notification is not for %1 but for %2."), {name, kinds});
  const std::string written = textOf(partOf(partOf(record, "s3"), "object"), "key");
  const std::string key = fromUrlEncoded(written).value_or(written);
  const std::string prefix = textOf(filter, "prefix");
  const std::string suffix = textOf(filter, "suffix");
  if (!key.starts_with(prefix))
    return held(SAY("pattern", "The key %1 does not begin with %2."), {key, prefix});
  if (!key.ends_with(suffix))
    return held(SAY("pattern", "The key %1 does not end with %2."), {key, suffix});
  return {};
}

/// A message's attributes as a policy sees them: names with their plain values.
Json attributesOf(const Json& message) {
  Json plain = Json::object();
  const Json& attributes = partOf(message, "MessageAttributes");
  if (!attributes.is_object()) return plain;
  for (const auto& [name, attribute] : attributes.items()) {
    const std::string type = textOf(attribute, "Type");
    const std::string text = textOf(attribute, "Value");
    const Json parsed = Json::parse(text, nullptr, false);
    const bool typed = type == "Number" || type == "String.Array";
    plain[name] = typed && !parsed.is_discarded() ? parsed : Json(text);
  }
  return plain;
}

Result<Match> matched(const project::Trigger& trigger, const Json& event) {
  const auto pattern = EventPattern::parse(trigger.filter);
  if (!pattern) return pattern.error();
  return pattern->match(event);
}

}  // namespace

Result<Match> letsThrough(const project::Trigger& trigger, std::string_view text) {
  if (!trigger.enabled) return held(SAY("pattern", "%1 is switched off."), {trigger.id});
  if (trigger.filter.empty() || text.empty()) return Match{};
  const Json event = Json::parse(text, nullptr, false);
  switch (trigger.kind) {
    case TriggerKind::S3: {
      const Json* record = firstRecord(event, "s3");
      if (record == nullptr) return Match{};
      return bucketLetsThrough(Json::parse(trigger.filter, nullptr, false), *record);
    }
    case TriggerKind::Sns: {
      const Json* record = firstRecord(event, "Sns");
      if (record == nullptr) return Match{};
      const Json& message = (*record)["Sns"];
      if (!trigger.filtersBody) return matched(trigger, attributesOf(message));
      return matched(trigger, Json::parse(textOf(message, "Message"), nullptr, false));
    }
    case TriggerKind::EventBridge:
      return matched(trigger, event);
    default:
      return Match{};
  }
}

}  // namespace coldstart::events
