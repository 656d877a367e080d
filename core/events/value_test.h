// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What an event pattern says of one value: equality and the content operators. For
// event_pattern.cpp and pattern_compiler.cpp only.

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/events/event_pattern.h"

namespace coldstart::events {

/// A string, number, true, false or null somewhere in an event.
struct Leaf {
  enum class Type : std::uint8_t { String, Number, Word };
  std::string path;  ///< "detail.state"
  Type type = Type::String;
  std::string text;  ///< A string's characters, a number or word as written.
  /// The lists around it, each by its number in the event, with the position in that list: two
  /// fields of a pattern must not be found in different elements of one list.
  std::vector<std::pair<std::size_t, std::size_t>> lists;

  [[nodiscard]] std::string shown() const { return type == Type::String ? '"' + text + '"' : text; }
};

/// -1, 0 or 1 as the first of two JSON numbers is smaller, equal or larger; exact at any length.
int compareNumbers(std::string_view a, std::string_view b);

struct Address {
  std::array<std::uint8_t, 16> bytes{};
  std::size_t size = 0;  ///< 4 or 16.
};
std::optional<Address> parseAddress(std::string_view text);

class ValueTest {
 public:
  enum class Kind : std::uint8_t {
    Text,
    Number,
    NumberAsWritten,
    Word,
    Prefix,
    Suffix,
    IgnoreCase,
    PrefixIgnoreCase,
    SuffixIgnoreCase,
    Wildcard,
    Cidr,
    Range,
    Exists,
    Absent
  };
  struct Bound {
    std::string number;
    bool open = false;
  };

  Kind kind = Kind::Text;
  bool anythingBut = false;        ///< None of the texts may fit.
  std::vector<std::string> texts;  ///< One of them has to fit.
  std::optional<Bound> low;        ///< Range.
  std::optional<Bound> high;
  Address network;  ///< Cidr.
  std::size_t maskBits = 0;

  [[nodiscard]] bool holds(const Leaf& leaf) const;

 private:
  [[nodiscard]] bool fits(const Leaf& leaf, const std::string& text) const;
  [[nodiscard]] bool inRange(const Leaf& leaf) const;
  [[nodiscard]] bool inNetwork(const Leaf& leaf) const;
};

/// The compiled pattern; throws JsonFault with the service's text.
std::vector<EventPattern::Branch> compilePattern(std::string_view text, Dialect dialect);
/// Every value of an event; throws JsonFault when it is not a JSON object.
std::vector<Leaf> leavesOf(std::string_view eventText);

}  // namespace coldstart::events
