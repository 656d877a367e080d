// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/json_text.h"

#include <algorithm>
#include <string>
#include <vector>

namespace coldstart::events {
namespace {

using Json = nlohmann::ordered_json;

/// Walks over text that is known to be JSON; never recursive, so depth does not matter.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : m_text(text) { skipSpace(); }

  [[nodiscard]] std::size_t position() const { return m_at; }
  void moveTo(std::size_t at) { m_at = at; }
  [[nodiscard]] char next() const { return m_at < m_text.size() ? m_text[m_at] : '\0'; }
  void step() {
    ++m_at;
    skipSpace();
  }

  /// Over one whole value, and the space after it.
  Span value() {
    const std::size_t begin = m_at;
    std::size_t depth = 0;
    do {
      const char c = next();
      if (c == '{' || c == '[') {
        ++depth;
        ++m_at;
      } else if (c == '}' || c == ']') {
        --depth;
        ++m_at;
      } else if (c == '"') {
        string();
      } else if (c == ',' || c == ':') {
        ++m_at;
      } else {
        m_at = std::min(m_text.find_first_of(",:]} \t\r\n", m_at), m_text.size());
      }
      const std::size_t end = m_at;
      skipSpace();
      if (depth == 0) return {begin, end - begin};
    } while (m_at < m_text.size());
    return {begin, m_at - begin};
  }

 private:
  void string() {
    for (++m_at; m_at < m_text.size() && m_text[m_at] != '"'; ++m_at)
      if (m_text[m_at] == '\\') ++m_at;
    ++m_at;
  }
  void skipSpace() { m_at = std::min(m_text.find_first_not_of(" \t\r\n", m_at), m_text.size()); }

  std::string_view m_text;
  std::size_t m_at = 0;
};

/// Moves to the member or element of this name; false when there is none.
bool enter(Scanner& scanner, std::string_view text, const std::string& name) {
  const bool object = scanner.next() == '{';
  if (!object && scanner.next() != '[') return false;
  std::optional<std::size_t> found;
  scanner.step();
  for (std::size_t index = 0; scanner.next() != '}' && scanner.next() != ']'; ++index) {
    bool matches = !object && name == std::to_string(index);
    if (object) {
      const Span key = scanner.value();
      matches = Json::parse(text.substr(key.at, key.length)) == name;
      scanner.step();  // Over the colon.
    }
    if (matches) found = scanner.position();
    scanner.value();
    if (scanner.next() == ',') scanner.step();
  }
  if (found) scanner.moveTo(*found);
  return found.has_value();
}

}  // namespace

std::optional<Span> spanOf(std::string_view text, const Json::json_pointer& pointer) {
  std::vector<std::string> names;
  for (Json::json_pointer rest = pointer; !rest.empty(); rest.pop_back())
    names.push_back(rest.back());
  Scanner scanner(text);
  for (auto name = names.rbegin(); name != names.rend(); ++name)
    if (!enter(scanner, text, *name)) return std::nullopt;
  return scanner.value();
}

}  // namespace coldstart::events
