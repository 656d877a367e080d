// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// FilterCriteria of an event source mapping: records that no filter lets through never reach the
// function and are not billed. The patterns are those of event_pattern.h with Lambda's own rules
// for what a record carries: a filter on its data may want JSON or plain text, and drops a record
// that carries the other. (Lambda: invocation-eventfiltering)

#include <cstdint>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "core/base/result.h"
#include "core/events/event_pattern.h"

namespace coldstart::events {

enum class SourceKind : std::uint8_t { Sqs, Kinesis, DynamoDb, Kafka, Mq };

struct FilterCriteria {
  std::vector<EventPattern> filters;  ///< One has to match; none at all lets everything through.

  /// `patterns` are the texts of Filters[].Pattern. Errors: more than five, or a pattern that the
  /// service refuses (InvalidParameterValueException).
  static Result<FilterCriteria> parse(const std::vector<std::string>& patterns);
};

/// `record` is one record as the function would get it: an element of Records, for Kafka of a list
/// in records, for MQ of messages.
Match filterMatches(const FilterCriteria& criteria, SourceKind source,
                    const nlohmann::json& record);

}  // namespace coldstart::events
