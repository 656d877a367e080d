// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A JSON text with {{flag}} or {{flag|encoding}} inside its strings: how the catalogue describes an
// event. The same description writes an event, reads the values back out of one, and changes one
// value inside an event that someone edited. Used by catalogue.cpp only.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/events/catalogue.h"

namespace coldstart::events {

/// The text of resources/events/NAME.json, which CMake puts into the program; "" when there is
/// none.
std::string_view templateText(std::string_view name);

class EventTemplate {
 public:
  /// `text` is part of the program, so a mistake in it is a bug, not an error of the user.
  EventTemplate(std::string_view text, const std::vector<Field>& fields);

  /// Every value has to be there, and be of its field's kind.
  [[nodiscard]] nlohmann::ordered_json write(const Values& values) const;
  /// The values that the event's strings and numbers agree with; others are left out.
  [[nodiscard]] Values read(const nlohmann::ordered_json& event) const;
  struct Change {
    nlohmann::ordered_json::json_pointer pointer;
    nlohmann::ordered_json value;
  };
  /// Every place of the event that depends on `flag`, with what has to stand there.
  [[nodiscard]] std::vector<Change> changes(const nlohmann::ordered_json& event,
                                            std::string_view flag, const Values& values) const;
  /// The text that stands in every event for this value, where that differs from the value.
  [[nodiscard]] std::optional<std::string> encoded(std::string_view flag,
                                                   const std::string& value) const;

 private:
  enum class Encoding : std::uint8_t {
    None,
    Url,
    Base64,
    Body,   ///< Base64 where the event says isBase64Encoded, plain otherwise.
    Md5,    ///< Cannot be read back; likewise the next.
    Lists,  ///< {"a": "b"} as {"a": ["b"]}.
  };
  /// Literal text, then (except at the end of a leaf) a placeholder.
  struct Piece {
    std::string literal;
    const Field* field = nullptr;
    Encoding encoding = Encoding::None;
  };
  struct Leaf {
    nlohmann::ordered_json::json_pointer pointer;
    std::vector<Piece> pieces;
    [[nodiscard]] bool bare() const;  ///< One placeholder and nothing else.
  };

  void collect(const nlohmann::ordered_json& node, const nlohmann::ordered_json::json_pointer& at,
               const std::vector<Field>& fields);
  static std::vector<Piece> split(std::string_view text, const std::vector<Field>& fields);
  static std::string encode(const Piece& piece, const std::string& value, bool binaryBody);
  static std::optional<std::string> decode(const Piece& piece, const std::string& text,
                                           bool binaryBody);
  static nlohmann::ordered_json fill(const Leaf& leaf, const Values& values, bool binaryBody);
  static void readLeaf(const Leaf& leaf, const nlohmann::ordered_json& found, bool binaryBody,
                       Values& values);

  nlohmann::ordered_json m_tree;
  std::vector<Leaf> m_leaves;  ///< Those that say most about one flag come first.
};

}  // namespace coldstart::events
