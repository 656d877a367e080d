// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Read this first in core/events: the catalogue of test events. Each event type is a template with
// typed fields; a form fills the template, and a JSON text fills the form, so the two can stand
// side by side and update each other. Names and flags are those of `sam local generate-event`
// (facts, appendix A); a flag that only Coldstart has says so. To add an event, add
// resources/events/SERVICE-EVENT.json (event_template.h says how it is read) and its entry in
// catalogue_entries.cpp.

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
  enum class Kind { Text, Lines, Integer, Choice, Json, Schedule };
  std::string flag;  ///< Command-line flag and key of the values: "bucket".
  Sentence label;    ///< "Bucket"
  Kind kind = Kind::Text;
  std::string standard;  ///< Default value as text.
  std::vector<std::string> choices = {};
  Sentence help = {};  ///< "S3 sends it URL-encoded" … or empty.
  std::string_view resourceType =
      {};                ///< "AWS::S3::Bucket": the project's resources are suggestions.
  bool general = false;  ///< Account, partition, region: seldom changed.
  bool ours = false;     ///< A flag that the SAM command line does not have.
};

using Values = std::map<std::string, std::string>;  ///< By flag.

/// What tells an event of this type from others: a value in it, or the beginning of one before '*'.
struct Mark {
  std::string_view pointer;
  std::string_view value;
};

struct EventType {
  std::string service;  ///< "s3"
  std::string event;    ///< "put"
  Sentence title;       ///< "S3 · object created (put)"
  project::TriggerKind trigger = project::TriggerKind::Other;
  project::InvocationType invocation =
      project::InvocationType::RequestResponse;  ///< How the source invokes.
  std::vector<Field> fields = {};
  std::string response = {};  ///< The declared response of the simulated mode (JSON text): what
                              ///< such a source expects back.
  Sentence note = {};  ///< Where the event differs from what a reader may have seen, or empty.
  std::vector<Mark> marks = {};  ///< All have to fit; none: the empty event.
};

const std::vector<EventType>& catalogue();
const EventType* find(std::string_view service, std::string_view event);

/// The event for these values; missing ones take their defaults. Errors: an unknown flag, a value
/// of the wrong kind, each with the field's name.
Result<nlohmann::ordered_json> generate(const EventType& type, const Values& values);

/// Which type of the catalogue a JSON event is an instance of, and the values its fields have
/// there. A field whose place is empty or says something else has no value.
struct Recognised {
  const EventType* type = nullptr;
  Values values;
};
std::optional<Recognised> recognise(const nlohmann::ordered_json& event);

/// Sets one field inside an existing event without touching what else the user wrote there.
Result<nlohmann::ordered_json> withField(nlohmann::ordered_json event, const EventType& type,
                                         std::string_view flag, std::string_view value);

/// The same in the event's text: only the value's own bytes change. Where the event has no such
/// value yet, the text is written anew. Text that is not JSON is an error.
Result<std::string> withFieldInText(std::string text, const EventType& type, std::string_view flag,
                                    std::string_view value);

/// Where text stops being JSON: line and column (in characters) from 1, byte from 0.
struct TextPlace {
  std::size_t line = 1;
  std::size_t column = 1;
  std::size_t byte = 0;
};
TextPlace brokenAt(std::string_view text);

/// Reads an event. The error says where the text stops being JSON.
Result<nlohmann::ordered_json> parseEvent(std::string_view text);

/// The text that stands in the event for this value, where the service encodes it ("a b" → "a+b").
std::optional<std::string> encoded(const EventType& type, std::string_view flag,
                                   std::string_view value);

/// Nests an event as the body or message of another service's event ("Wrap in…": SNS, SQS,
/// EventBridge).
struct Wrapper {
  const char* id;
  Sentence title;
};
const std::vector<Wrapper>& wrappers();
Result<nlohmann::ordered_json> wrap(std::string_view wrapperId,
                                    const nlohmann::ordered_json& event);

/// The known word that was probably meant: at most two letters away, or beginning the same way.
std::optional<std::string> nearest(std::string_view word, const std::vector<std::string>& known);

}  // namespace coldstart::events
