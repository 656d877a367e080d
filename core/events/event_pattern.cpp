// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/event_pattern.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "core/events/json_reader.h"
#include "core/events/value_test.h"

namespace coldstart::events {
namespace {

using Branch = EventPattern::Branch;
using Field = EventPattern::Field;

constexpr std::size_t kMostShown = 3;  // Values of one field named in a reason.

bool allowsAbsence(const Field& field) {
  return std::any_of(field.tests.begin(), field.tests.end(),
                     [](const auto& test) { return test->kind == ValueTest::Kind::Absent; });
}

/// The values of an event that fit one field of a branch; nothing to place when the field may be
/// absent and is.
struct Candidates {
  std::vector<const Leaf*> fitting;
  bool absent = false;
};

/// No two of the chosen values lie in different elements of the same list.
bool agrees(const Leaf& leaf, const std::vector<const Leaf*>& chosen) {
  for (const Leaf* other : chosen)
    for (const auto& [list, element] : other->lists)
      for (const auto& [mine, position] : leaf.lists)
        if (mine == list && position != element) return false;
  return true;
}

bool choose(const std::vector<Candidates>& fields, std::vector<const Leaf*>& chosen,
            std::size_t next = 0) {
  if (next == fields.size()) return true;
  if (fields[next].absent) return choose(fields, chosen, next + 1);
  for (const Leaf* leaf : fields[next].fitting) {
    if (!agrees(*leaf, chosen)) continue;
    chosen.push_back(leaf);
    if (choose(fields, chosen, next + 1)) return true;
    chosen.pop_back();
  }
  return false;
}

Sentence reason(const std::string& path, const Field& field,
                const std::vector<const Leaf*>& found) {
  if (found.empty())
    return {"pattern",
            SAY("pattern", "The event has no value \"%1\"; the pattern wants %2."),
            {path, field.wanted}};
  std::string values;
  for (std::size_t i = 0; i < found.size() && i < kMostShown; ++i)
    values += (i > 0 ? ", " : "") + found[i]->shown();
  if (found.size() > kMostShown) values += ", …";
  return {"pattern",
          SAY("pattern", "\"%1\" is %2 in the event; the pattern wants %3."),
          {path, values, field.wanted}};
}

Match matchBranch(const Branch& branch, const std::vector<Leaf>& leaves) {
  Match match;
  std::vector<Candidates> fields;
  std::string paths;
  for (const auto& [path, field] : branch) {
    std::vector<const Leaf*> found;
    Candidates candidates;
    for (const Leaf& leaf : leaves) {
      if (leaf.path != path) continue;
      found.push_back(&leaf);
      if (std::any_of(field->tests.begin(), field->tests.end(),
                      [&](const auto& test) { return test->holds(leaf); }))
        candidates.fitting.push_back(&leaf);
    }
    candidates.absent = found.empty() && allowsAbsence(*field);
    if (candidates.fitting.empty() && !candidates.absent)
      match.whyNot.push_back(reason(path, *field, found));
    fields.push_back(std::move(candidates));
    paths += (paths.empty() ? "" : ", ") + path;
  }
  std::vector<const Leaf*> chosen;
  if (match.whyNot.empty() && !choose(fields, chosen))
    match.whyNot.push_back(
        {"pattern",
         SAY("pattern",
             "Each of %1 has a value that fits, but not within the same element of a list."),
         {paths}});
  match.matches = match.whyNot.empty();
  return match;
}

}  // namespace

Result<EventPattern> EventPattern::parse(std::string_view text, Dialect dialect) {
  EventPattern pattern;
  try {
    pattern.m_branches = compilePattern(text, dialect);
  } catch (const JsonFault& fault) {
    return Error{"InvalidEventPatternException",
                 {"pattern", "%1", {"Event pattern is not valid. Reason: " + fault.text}},
                 ""};
  }
  return pattern;
}

Match EventPattern::match(const nlohmann::json& event) const {
  return matchText(event.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
}

Match EventPattern::match(const nlohmann::ordered_json& event) const {
  return matchText(event.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace));
}

Match EventPattern::matchText(std::string_view eventText) const {
  try {
    return matchLeaves(leavesOf(eventText));
  } catch (const JsonFault& fault) {
    return {false,
            {{"pattern",
              SAY("pattern", "The event is not a JSON object, so no pattern matches it: %1"),
              {fault.text}}}};
  }
}

/// Of several branches, the one with the fewest fields in the way says why not.
Match EventPattern::matchLeaves(const std::vector<Leaf>& leaves) const {
  Match best;
  for (const Branch& branch : m_branches) {
    Match match = matchBranch(branch, leaves);
    if (match.matches) return match;
    if (best.matches || match.whyNot.size() < best.whyNot.size()) best = std::move(match);
  }
  return best;
}

EventPattern::Asks EventPattern::asks(std::string_view field) const {
  for (const Branch& branch : m_branches) {
    for (const auto& [path, unused] : branch) {
      if (path == field) return Asks::PlainValue;
      if (path.starts_with(field) && path[field.size()] == '.') return Asks::Members;
    }
  }
  return Asks::Nothing;
}

}  // namespace coldstart::events
