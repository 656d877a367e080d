// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Event patterns: which events a rule of EventBridge lets through. Errors are the service's own, to
// the letter with line and column; a match that fails says which fields stood in its way. Filters
// of event source mappings (filter_criteria.h) use the same patterns with fewer operators.
// (EventBridge guide: eb-event-patterns, eb-create-pattern-operators; the texts and the corner
// cases were recorded from AWS: facts §7.3)
//
// Simplified: the service refuses wildcards whose repetitions cost it too much and does not say how
// it counts; here a pattern with more than five of them is refused.

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "core/base/result.h"

namespace coldstart::events {

/// Whether an event is let through and, if not, why: a sentence for each field in the way.
struct Match {
  bool matches = true;
  std::vector<Sentence> whyNot;
  explicit operator bool() const { return matches; }
};

/// Lambda's filters have no wildcard and no cidr, and compare numbers as they are written: 300 is
/// not 300.0. (invocation-eventfiltering; rules were recorded to take 300 for 300.0: facts §14)
enum class Dialect : std::uint8_t { Rule, Filter };

struct Leaf;
class ValueTest;

class EventPattern {
 public:
  /// Errors: InvalidEventPatternException with AWS's text.
  static Result<EventPattern> parse(std::string_view text, Dialect dialect = Dialect::Rule);

  /// An event that is no JSON object matches nothing.
  [[nodiscard]] Match match(const nlohmann::json& event) const;
  [[nodiscard]] Match match(const nlohmann::ordered_json& event) const;
  /// The same for an event's text, whose numbers keep their spelling.
  [[nodiscard]] Match matchText(std::string_view eventText) const;

  /// What the pattern asks of a top-level field.
  enum class Asks : std::uint8_t { Nothing, PlainValue, Members };
  [[nodiscard]] Asks asks(std::string_view field) const;

  /// The values under one key: one of the tests has to hold.
  struct Field {
    std::vector<std::shared_ptr<const ValueTest>> tests;
    std::string wanted;  ///< As the pattern has it, for people.
  };
  /// Fields by their dotted path, which all have to match. A pattern with $or has several branches.
  using Branch = std::map<std::string, std::shared_ptr<const Field>>;

 private:
  [[nodiscard]] Match matchLeaves(const std::vector<Leaf>& leaves) const;

  std::vector<Branch> m_branches;
};

}  // namespace coldstart::events
