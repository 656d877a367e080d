// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/json_reader.h"

#include <algorithm>

namespace coldstart::events {
namespace {

constexpr std::size_t kShownSource = 500;
constexpr const char* kAnyValue =
    "(JSON String, Number, Array, Object or token 'null', 'true' or 'false')";

bool isDigit(char c) {
  return c >= '0' && c <= '9';
}

bool isWordPart(char c) {
  return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$';
}

void appendUtf8(std::string& out, std::uint32_t code) {
  if (code < 0x80) {
    out += static_cast<char>(code);
  } else if (code < 0x800) {
    out += {static_cast<char>(0xC0U | code >> 6U), static_cast<char>(0x80U | (code & 63U))};
  } else if (code < 0x10000) {
    out += {static_cast<char>(0xE0U | code >> 12U), static_cast<char>(0x80U | (code >> 6U & 63U)),
            static_cast<char>(0x80U | (code & 63U))};
  } else {
    out += {static_cast<char>(0xF0U | code >> 18U), static_cast<char>(0x80U | (code >> 12U & 63U)),
            static_cast<char>(0x80U | (code >> 6U & 63U)), static_cast<char>(0x80U | (code & 63U))};
  }
}

}  // namespace

std::string JsonReader::located(const std::string& reason) const {
  const std::string_view before = m_text.substr(0, m_at);
  const auto line = 1 + std::count(before.begin(), before.end(), '\n');
  const std::size_t lineStart = before.find_last_of('\n') + 1;
  const auto column = 1 + std::count_if(before.begin() + static_cast<std::ptrdiff_t>(lineStart),
                                        before.end(), [](char c) { return (c & 0xC0) != 0x80; });
  std::string text =
      reason + "\n at [Source: (String)\"" + std::string(m_text.substr(0, kShownSource)) + "\"";
  if (m_text.size() > kShownSource)
    text += "[truncated " + std::to_string(m_text.size() - kShownSource) + " chars]";
  return text + "; line: " + std::to_string(line) + ", column: " + std::to_string(column) + "]";
}

void JsonReader::unexpected(const std::string& expectation) const {
  if (m_at >= m_text.size()) fail("Unexpected end-of-input: " + expectation);
  const char c = m_text[m_at];
  fail("Unexpected character ('" + std::string(1, c) + "' (code " +
       std::to_string(static_cast<int>(static_cast<unsigned char>(c))) + ")): " + expectation);
}

void JsonReader::skipSpace() {
  m_at = std::min(m_text.find_first_not_of(" \t\r\n", m_at), m_text.size());
}

JsonReader::Token JsonReader::next() {
  if (m_ahead) {
    m_token = *m_ahead;
    m_ahead.reset();
    return m_token;
  }
  if (m_inString) readString();
  m_string.reset();
  return m_token = read();
}

JsonReader::Token JsonReader::read() {
  skipSpace();
  m_begin = m_at;
  if (m_levels.empty()) return m_at == m_text.size() ? Token::End : readValue();
  Level& level = m_levels.back();
  if (peek() == '}' || peek() == ']') return close(peek());
  if (level.any) {
    if (peek() != ',')
      unexpected(std::string("was expecting comma to separate ") +
                 (level.object ? "Object" : "Array") + " entries");
    ++m_at;
    skipSpace();
    m_begin = m_at;
  }
  level.any = true;
  return level.object ? readName() : readValue();
}

JsonReader::Token JsonReader::close(char bracket) {
  const bool object = m_levels.back().object;
  ++m_at;
  if (object != (bracket == '}'))
    fail(std::string("Unexpected close marker '") + bracket + "': expected '" +
         (object ? '}' : ']') + "'");
  m_levels.pop_back();
  return object ? Token::EndObject : Token::EndArray;
}

JsonReader::Token JsonReader::readName() {
  if (peek() != '"') unexpected("was expecting double-quote to start field name");
  ++m_at;
  m_name = readString();
  skipSpace();
  if (peek() != ':') unexpected("was expecting a colon to separate field name and value");
  ++m_at;
  skipSpace();
  m_begin = m_at;
  m_ahead = readValue();
  return Token::Name;
}

JsonReader::Token JsonReader::readValue() {
  const char c = peek();
  if (c == '"') {
    ++m_at;
    m_inString = true;
    return Token::String;
  }
  if (c == '{' || c == '[') {
    ++m_at;
    if (m_levels.size() == kDeepest)
      fail("Document nesting depth (" + std::to_string(kDeepest + 1) +
           ") exceeds the maximum allowed (" + std::to_string(kDeepest) + ")");
    m_levels.push_back({c == '{'});
    return c == '{' ? Token::BeginObject : Token::BeginArray;
  }
  if (c == '-' || isDigit(c)) return readNumber();
  if (isWordPart(c)) return readWord();
  unexpected(std::string("expected a valid value ") + kAnyValue);
}

JsonReader::Token JsonReader::readNumber() {
  const auto digits = [&] {
    if (!isDigit(peek()))
      unexpected("expected digit (0-9) to follow minus sign, for valid numeric value");
    while (isDigit(peek())) ++m_at;
  };
  if (peek() == '-') ++m_at;
  const bool zero = peek() == '0';
  const std::size_t first = m_at;
  digits();
  if (zero && m_at > first + 1) fail("Invalid numeric value: Leading zeroes not allowed");
  if (peek() == '.') {
    ++m_at;
    digits();
  }
  if (peek() == 'e' || peek() == 'E') {
    ++m_at;
    if (peek() == '+' || peek() == '-') ++m_at;
    digits();
  }
  return Token::Number;
}

JsonReader::Token JsonReader::readWord() {
  while (isWordPart(peek())) ++m_at;
  const std::string_view word = m_text.substr(m_begin, m_at - m_begin);
  if (word == "true") return Token::True;
  if (word == "false") return Token::False;
  if (word == "null") return Token::Null;
  fail("Unrecognized token '" + std::string(word) + "': was expecting " + kAnyValue);
}

std::string JsonReader::value() {
  if (m_token != Token::String) return std::string(m_text.substr(m_begin, m_at - m_begin));
  if (m_inString) m_string = readString();
  return m_string.value_or("");
}

std::string JsonReader::readString() {
  std::string out;
  m_inString = false;
  for (;;) {
    if (m_at >= m_text.size())
      fail("Unexpected end-of-input: was expecting closing quote for a string value");
    const char c = m_text[m_at];
    if (static_cast<unsigned char>(c) < 0x20)
      fail("Illegal unquoted character ((CTRL-CHAR, code " + std::to_string(static_cast<int>(c)) +
           ")): has to be escaped using backslash to be included in string value");
    ++m_at;
    if (c == '"') return out;
    if (c == '\\')
      readEscape(out);
    else
      out += c;
  }
}

void JsonReader::readEscape(std::string& out) {
  constexpr std::string_view kLetters = "\"\\/bfnrt";
  constexpr std::string_view kMeanings = "\"\\/\b\f\n\r\t";
  const char c = peek();
  ++m_at;
  if (c == 'u') {
    std::uint32_t code = readHex();
    if (code >= 0xD800 && code < 0xDC00 && m_text.substr(m_at, 2) == "\\u") {
      m_at += 2;
      const std::uint32_t low = readHex();
      code = 0x10000 + ((code - 0xD800) << 10U) + (low & 0x3FFU);
    }
    appendUtf8(out, code);
    return;
  }
  const std::size_t which = kLetters.find(c);
  if (which == std::string_view::npos)
    fail("Unrecognized character escape '" + std::string(1, c) + "' (code " +
         std::to_string(static_cast<int>(static_cast<unsigned char>(c))) + ")");
  out += kMeanings[which];
}

std::uint32_t JsonReader::readHex() {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::uint32_t code = 0;
  for (int i = 0; i < 4; ++i) {
    const char c = peek();
    const std::size_t digit = kDigits.find(c >= 'A' && c <= 'F' ? static_cast<char>(c + 32) : c);
    if (c == '\0' || digit == std::string_view::npos)
      unexpected("expected a hex-digit for character escape sequence");
    code = code << 4U | static_cast<std::uint32_t>(digit);
    ++m_at;
  }
  return code;
}

}  // namespace coldstart::events
