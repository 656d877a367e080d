// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Read this first in core/events: the catalogue of test events. Each event type is a template with
// typed fields; a form fills the template, and a JSON text fills the form, so the two can stand
// side by side and update each other. Names and flags are those of `sam local generate-event`
// (facts, appendix A).

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "core/base/result.h"
#include "core/project/project.h"

namespace coldstart::events {

struct Field {
  enum class Kind { Text, Integer, Choice, Json, Schedule };
  std::string flag;  ///< Command-line flag and key of the values: "bucket".
  Sentence label;    ///< "Bucket"
  Kind kind = Kind::Text;
  std::string standard;  ///< Default value as text.
  std::vector<std::string> choices;
  Sentence help;  ///< "S3 sends it URL-encoded" … or empty.
};

using Values = std::map<std::string, std::string>;  ///< By flag.

struct EventType {
  std::string service;  ///< "s3"
  std::string event;    ///< "put"
  Sentence title;       ///< "S3 · object created (put)"
  project::TriggerKind trigger = project::TriggerKind::Other;
  project::InvocationType invocation =
      project::InvocationType::RequestResponse;  ///< How the source invokes.
  std::vector<Field> fields;
  std::string response;  ///< The declared response of the simulated mode (JSON text): what such a
                         ///< source expects back.
};

const std::vector<EventType>& catalogue();
const EventType* find(std::string_view service, std::string_view event);

/// The event for these values; missing ones take their defaults. Errors: an unknown flag, a value
/// of the wrong kind, each with the field's name.
Result<nlohmann::ordered_json> generate(const EventType& type, const Values& values);

/// Which type of the catalogue a JSON event is an instance of, and the values its fields have
/// there.
struct Recognised {
  const EventType* type = nullptr;
  Values values;
};
std::optional<Recognised> recognise(const nlohmann::ordered_json& event);

/// Sets one field inside an existing event without touching what else the user wrote there.
Result<nlohmann::ordered_json> withField(nlohmann::ordered_json event, const EventType& type,
                                         std::string_view flag, std::string_view value);

/// Nests an event as the body or message of another service's event ("Wrap in…": SNS, SQS,
/// EventBridge).
struct Wrapper {
  const char* id;
  Sentence title;
};
const std::vector<Wrapper>& wrappers();
Result<nlohmann::ordered_json> wrap(std::string_view wrapperId,
                                    const nlohmann::ordered_json& event);

}  // namespace coldstart::events
