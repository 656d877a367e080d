// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// JSON as a stream of tokens, each with the place where the service's own reader stands when it
// complains: its error texts end in a line and a column, and those are part of the text. Numbers
// keep their spelling. For the patterns and filters of this room.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace coldstart::events {

/// Thrown by JsonReader and by who reads from it, caught where reading began.
struct JsonFault {
  std::string text;
};

class JsonReader {
 public:
  enum class Token : std::uint8_t {
    BeginObject,
    EndObject,
    BeginArray,
    EndArray,
    Name,
    String,
    Number,
    True,
    False,
    Null,
    End
  };
  static constexpr std::size_t kDeepest = 1'000;

  explicit JsonReader(std::string_view text) : m_text(text) {}

  Token next();
  /// The string's characters, or a number or word as it is written.
  std::string value();
  [[nodiscard]] const std::string& name() const { return m_name; }
  /// How many bytes were read, and where the last token begins.
  [[nodiscard]] std::size_t position() const { return m_at; }
  [[nodiscard]] std::size_t begin() const { return m_begin; }
  [[nodiscard]] std::string_view source() const { return m_text; }

  /// `reason`, then the place as the service writes it.
  [[nodiscard]] std::string located(const std::string& reason) const;
  [[noreturn]] void fail(const std::string& reason) const { throw JsonFault{located(reason)}; }

 private:
  struct Level {
    bool object;
    bool any = false;
  };
  Token close(char bracket);
  Token read();
  Token readName();
  Token readValue();
  Token readNumber();
  Token readWord();
  std::string readString();  ///< From after the first quotation mark to after the last.
  void readEscape(std::string& out);
  std::uint32_t readHex();
  void skipSpace();
  [[nodiscard]] char peek() const { return m_at < m_text.size() ? m_text[m_at] : '\0'; }
  [[noreturn]] void unexpected(const std::string& expectation) const;

  std::string_view m_text;
  std::size_t m_at = 0;
  std::size_t m_begin = 0;
  std::vector<Level> m_levels;
  std::string m_name;
  std::optional<Token> m_ahead;         ///< The value after a name is looked at with the name.
  std::optional<std::string> m_string;  ///< The last string, once its characters were asked for.
  bool m_inString = false;              ///< Only the first quotation mark of a string was read.
  Token m_token = Token::End;
};

}  // namespace coldstart::events
