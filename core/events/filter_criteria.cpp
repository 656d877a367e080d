// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/filter_criteria.h"

#include <optional>

#include <nlohmann/json.hpp>

#include "core/events/encoding.h"

namespace coldstart::events {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kMostFilters = 5;  // On request ten (invocation-eventfiltering).

/// Where a source's record carries what its sender wrote.
struct Payload {
  const char* field;
  bool base64;
};

std::optional<Payload> payloadOf(SourceKind source) {
  switch (source) {
    case SourceKind::Sqs:
      return Payload{"body", false};
    case SourceKind::Kinesis:
    case SourceKind::Mq:
      return Payload{"data", true};
    case SourceKind::Kafka:
      return Payload{"value", true};
    case SourceKind::DynamoDb:
      break;
  }
  return std::nullopt;
}

/// The record's text with its payload as the patterns see it: decoded, and JSON where it is JSON,
/// spelled as the sender did.
struct Filtered {
  std::string text;
  EventPattern::Asks carries = EventPattern::Asks::Nothing;
};

Filtered filtered(const Json& record, const std::optional<Payload>& payload) {
  // A filter of a stream names the fields of the record's "kinesis" object directly.
  const auto stream = record.is_object() ? record.find("kinesis") : record.end();
  Json fields = stream != record.end() && stream->is_object() ? *stream : record;
  const auto found = payload && fields.is_object() ? fields.find(payload->field) : fields.end();
  if (!fields.is_object() || found == fields.end() || !found->is_string())
    return {fields.dump(-1, ' ', false, Json::error_handler_t::replace)};
  std::string content = found->get<std::string>();
  if (payload->base64) content = fromBase64(content).value_or(content);
  fields.erase(found);
  const Json parsed = Json::parse(content, nullptr, false);
  const bool json = parsed.is_object() || parsed.is_array();
  Filtered result{fields.dump(-1, ' ', false, Json::error_handler_t::replace),
                  json ? EventPattern::Asks::Members : EventPattern::Asks::PlainValue};
  if (!json) content = Json(content).dump(-1, ' ', false, Json::error_handler_t::replace);
  result.text.pop_back();
  result.text += (fields.empty() ? "\"" : ",\"") + std::string(payload->field) + "\":" + content;
  result.text += '}';
  return result;
}

}  // namespace

Result<FilterCriteria> FilterCriteria::parse(const std::vector<std::string>& patterns) {
  FilterCriteria criteria;
  if (patterns.size() > kMostFilters)
    return Error{"InvalidParameterValueException",
                 {"pattern",
                  SAY("pattern",
                      "An event source mapping has at most %1 filters; these are %2. Put several "
                      "values into one pattern, or ask AWS for a higher quota."),
                  {std::to_string(kMostFilters), std::to_string(patterns.size())}},
                 ""};
  for (const std::string& text : patterns) {
    auto pattern = EventPattern::parse(text, Dialect::Filter);
    if (!pattern)
      return Error{"InvalidParameterValueException",
                   {"pattern",
                    "%1 (%2)",
                    {"Invalid filter pattern definition.", pattern.error().text.english()}},
                   ""};
    criteria.filters.push_back(*std::move(pattern));
  }
  return criteria;
}

Match filterMatches(const FilterCriteria& criteria, SourceKind source, const Json& record) {
  if (criteria.filters.empty()) return {};
  using Asks = EventPattern::Asks;
  const auto payload = payloadOf(source);
  const Filtered seen = filtered(record, payload);
  Match none{false, {}};
  for (const EventPattern& filter : criteria.filters) {
    const Asks wants = payload ? filter.asks(payload->field) : Asks::Nothing;
    if (wants != Asks::Nothing && seen.carries != Asks::Nothing && wants != seen.carries) {
      none.whyNot.push_back(
          wants == Asks::Members
              ? Sentence{"pattern",
                         SAY("pattern",
                             "The filter looks into \"%1\" as JSON, but the record carries plain "
                             "text: it is dropped."),
                         {payload->field}}
              : Sentence{"pattern",
                         SAY("pattern",
                             "The filter wants \"%1\" as plain text, but the record carries JSON: "
                             "it is dropped."),
                         {payload->field}});
      continue;
    }
    Match match = filter.matchText(seen.text);
    if (match.matches) return match;
    none.whyNot.insert(none.whyNot.end(), match.whyNot.begin(), match.whyNot.end());
  }
  return none;
}

}  // namespace coldstart::events
