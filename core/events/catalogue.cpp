// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/catalogue.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "core/events/catalogue_entries.h"
#include "core/events/encoding.h"
#include "core/events/event_template.h"
#include "core/events/json_text.h"
#include "core/events/schedule_expression.h"

namespace coldstart::events {

using Json = nlohmann::ordered_json;

namespace {

const EventTemplate& templateOf(const EventType& type) {
  static const std::vector<EventTemplate> templates = [] {
    std::vector<EventTemplate> all;
    for (const EventType& each : catalogue())
      all.emplace_back(templateText(each.service + "-" + each.event), each.fields);
    return all;
  }();
  return templates[static_cast<std::size_t>(&type - catalogue().data())];
}

const Field* fieldOf(const EventType& type, std::string_view flag) {
  const auto found = std::find_if(type.fields.begin(), type.fields.end(),
                                  [flag](const Field& field) { return field.flag == flag; });
  return found == type.fields.end() ? nullptr : &*found;
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
  return text;
}

Error unknownField(const EventType& type, std::string_view flag) {
  std::vector<std::string> flags;
  for (const Field& field : type.fields) flags.push_back("--" + field.flag);
  const std::string name = type.service + " " + type.event;
  const std::string given = "--" + std::string(flag);
  if (const auto near = nearest(given, flags))
    return {"",
            {"events", SAY("events", "%1 has no field %2. Did you mean %3?"), {name, given, *near}},
            ""};
  if (flags.empty())
    return {
        "", {"events", SAY("events", "%1 has no fields, so not %2 either."), {name, given}}, ""};
  return {"",
          {"events", SAY("events", "%1 has no field %2. It has %3."), {name, given, joined(flags)}},
          ""};
}

std::optional<Error> checkValue(const Field& field, std::string_view value) {
  const std::string flag = "--" + field.flag;
  const std::string text(value);
  if (!isUtf8(value))
    return Error{"", {"events", SAY("events", "%1 is not valid UTF-8 text."), {flag}}, ""};
  switch (field.kind) {
    case Field::Kind::Integer: {
      constexpr std::size_t kMostDigits = 18;  // Fits in 64 bits.
      const bool digits = !value.empty() && value.size() <= kMostDigits &&
                          value.find_first_not_of("0123456789") == std::string_view::npos;
      if (digits) return std::nullopt;
      return Error{
          "",
          {"events", SAY("events", "%1 takes a whole number; \"%2\" is none."), {flag, text}},
          ""};
    }
    case Field::Kind::Choice:
      if (std::find(field.choices.begin(), field.choices.end(), value) != field.choices.end())
        return std::nullopt;
      return Error{"",
                   {"events",
                    SAY("events", "%1 takes one of %2; \"%3\" is none of them."),
                    {flag, joined(field.choices), text}},
                   ""};
    case Field::Kind::Json:
      if (parseEvent(value)) return std::nullopt;
      return Error{"",
                   {"events",
                    SAY("events", "%1 takes JSON, such as %3; \"%2\" cannot be read."),
                    {flag, text, field.standard}},
                   ""};
    case Field::Kind::Schedule:
      if (const auto schedule = ScheduleExpression::parse(value); !schedule)
        return schedule.error();
      return std::nullopt;
    case Field::Kind::Text:
    case Field::Kind::Lines:
      break;
  }
  return std::nullopt;
}

bool fits(const Mark& mark, const Json& event) {
  const Json::json_pointer pointer{std::string(mark.pointer)};
  if (!event.contains(pointer)) return false;
  if (mark.value == "*") return true;
  const Json& found = event.at(pointer);
  if (!found.is_string()) return false;
  const std::string& text = found.get_ref<const std::string&>();
  if (!mark.value.ends_with('*')) return text == mark.value;
  return text.starts_with(mark.value.substr(0, mark.value.size() - 1));
}

bool isInstance(const EventType& type, const Json& event) {
  if (type.marks.empty()) return event.is_object() && event.empty();
  return std::all_of(type.marks.begin(), type.marks.end(),
                     [&event](const Mark& mark) { return fits(mark, event); });
}

Values standardValues(const EventType& type) {
  Values values;
  for (const Field& field : type.fields) values[field.flag] = field.standard;
  return values;
}

/// What has to stand where once the field has this value; errors of the flag or the value.
Result<std::vector<EventTemplate::Change>> changesOf(const Json& event, const EventType& type,
                                                     std::string_view flag,
                                                     std::string_view value) {
  const Field* field = fieldOf(type, flag);
  if (field == nullptr) return unknownField(type, flag);
  if (const auto error = checkValue(*field, value)) return *error;
  Values values = templateOf(type).read(event);
  values.merge(standardValues(type));
  values[field->flag] = value;
  return templateOf(type).changes(event, flag, values);
}

/// False: a step of the pointer meets a value it cannot go through.
bool put(Json& event, const EventTemplate::Change& change) {
  try {
    event[change.pointer] = change.value;
  } catch (const Json::exception&) {
    return false;
  }
  return true;
}

Error noPlace(std::string_view flag) {
  return {"",
          {"events",
           SAY("events",
               "The event has no place for --%1: what stands there is of another shape. Change it "
               "in the JSON."),
           {std::string(flag)}},
          ""};
}

/// How many letters have to be added, removed, changed or swapped to turn one word into the other.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::vector<std::size_t>> d(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) d[i][0] = i;
  for (std::size_t j = 0; j <= b.size(); ++j) d[0][j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t changed = d[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      d[i][j] = std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, changed});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
    }
  }
  return d[a.size()][b.size()];
}

}  // namespace

const std::vector<EventType>& catalogue() {
  static const std::vector<EventType> all = catalogueEntries();
  return all;
}

const EventType* find(std::string_view service, std::string_view event) {
  for (const EventType& type : catalogue())
    if (type.service == service && type.event == event) return &type;
  return nullptr;
}

Result<Json> generate(const EventType& type, const Values& values) {
  Values complete = standardValues(type);
  for (const auto& [flag, value] : values) {
    const Field* field = fieldOf(type, flag);
    if (field == nullptr) return unknownField(type, flag);
    if (const auto error = checkValue(*field, value)) return *error;
    complete[flag] = value;
  }
  return templateOf(type).write(complete);
}

std::optional<Recognised> recognise(const Json& event) {
  for (const EventType& type : catalogue())
    if (isInstance(type, event)) return Recognised{&type, templateOf(type).read(event)};
  return std::nullopt;
}

Result<Json> withField(Json event, const EventType& type, std::string_view flag,
                       std::string_view value) {
  const auto changes = changesOf(event, type, flag, value);
  if (!changes) return changes.error();
  for (const auto& change : *changes)
    if (!put(event, change)) return noPlace(flag);
  return event;
}

Result<std::string> withFieldInText(std::string text, const EventType& type, std::string_view flag,
                                    std::string_view value) {
  auto event = parseEvent(text);
  if (!event) return event.error();
  const auto changes = changesOf(*event, type, flag, value);
  if (!changes) return changes.error();
  bool missing = false;
  for (const auto& change : *changes) {
    if (event->contains(change.pointer) && event->at(change.pointer) == change.value) continue;
    if (!put(*event, change)) return noPlace(flag);
    if (const auto span = spanOf(text, change.pointer))
      text.replace(span->at, span->length, change.value.dump());
    else
      missing = true;
  }
  if (missing) return event->dump(2) + "\n";
  return text;
}

namespace {

/// The parser counts bytes from 1, and 0 means before the first.
TextPlace placeOf(std::string_view text, std::size_t byte) {
  const std::string_view before = text.substr(0, byte > 0 ? byte - 1 : 0);
  TextPlace place{1, 1, before.size()};
  for (const char c : before) {
    if (c == '\n') {
      ++place.line;
      place.column = 1;
    } else if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80) {  // Not inside a character.
      ++place.column;
    }
  }
  return place;
}

}  // namespace

TextPlace brokenAt(std::string_view text) {
  try {  // A callback that keeps nothing: only the syntax is of interest.
    [[maybe_unused]] const Json nothing =
        Json::parse(text, [](int, Json::parse_event_t, const Json&) { return false; });
  } catch (const Json::parse_error& error) {
    return placeOf(text, error.byte);
  } catch (const Json::exception&) {
    return {};
  }
  return {};
}

Result<Json> parseEvent(std::string_view text) {
  constexpr int kDeepest = 1'000;  // Writing and comparing are recursive: far more would overflow.
  bool tooDeep = false;
  try {
    auto event = Json::parse(text, [&tooDeep](int depth, Json::parse_event_t, const Json&) {
      tooDeep = tooDeep || depth > kDeepest;
      return !tooDeep;
    });
    if (!tooDeep) return event;
    return Error{"",
                 {"events",
                  SAY("events", "The event is nested more than %1 levels deep."),
                  {std::to_string(kDeepest)}},
                 ""};
  } catch (const Json::parse_error& error) {
    const TextPlace place = placeOf(text, error.byte);
    return Error{"",
                 {"events",
                  SAY("events", "The event is not JSON yet: look at line %1, column %2."),
                  {std::to_string(place.line), std::to_string(place.column)}},
                 ""};
  } catch (const Json::exception&) {  // A number that no double can hold.
    return Error{
        "", {"events", SAY("events", "The event holds a number that is too large."), {}}, ""};
  }
}

std::optional<std::string> encoded(const EventType& type, std::string_view flag,
                                   std::string_view value) {
  return templateOf(type).encoded(flag, std::string(value));
}

const std::vector<Wrapper>& wrappers() {
  static const std::vector<Wrapper> all{
      {"sns", {"events", SAY("events", "SNS notification"), {}}},
      {"sqs", {"events", SAY("events", "SQS message"), {}}},
      {"eventbridge", {"events", SAY("events", "EventBridge event"), {}}},
  };
  return all;
}

Result<Json> wrap(std::string_view wrapperId, const Json& event) {
  const std::string text = event.dump(-1, ' ', false, Json::error_handler_t::replace);
  if (wrapperId == "sns") return generate(*find("sns", "notification"), {{"message", text}});
  if (wrapperId == "sqs") return generate(*find("sqs", "receive-message"), {{"body", text}});
  if (wrapperId != "eventbridge")
    return Error{
        "",
        {"events",
         SAY("events", "Events can be wrapped in sns, sqs and eventbridge, not in \"%1\"."),
         {std::string(wrapperId)}},
        ""};
  if (!event.is_object())
    return Error{"",
                 {"events",
                  SAY("events", "EventBridge carries only JSON objects, and this event is none."),
                  {}},
                 ""};
  return generate(*find("eventbridge", "custom-event"), {{"detail", text}});
}

std::optional<std::string> nearest(std::string_view word, const std::vector<std::string>& known) {
  constexpr std::size_t kFarthest = 2;
  constexpr std::size_t kLongest = 64;  // Nobody mistypes a longer word; keeps the work small.
  if (word.empty() || word.size() > kLongest) return std::nullopt;
  const std::string* best = nullptr;
  std::size_t least = kFarthest + 1;
  for (const std::string& candidate : known) {
    const std::size_t d = distance(word, candidate);
    if (d < least) {
      least = d;
      best = &candidate;
    }
  }
  if (best == nullptr)
    for (const std::string& candidate : known)
      if (candidate.starts_with(word)) best = &candidate;
  if (best == nullptr) return std::nullopt;
  return *best;
}

}  // namespace coldstart::events
