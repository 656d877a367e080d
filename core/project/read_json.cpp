// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string>

#include "core/project/tree_builder.h"

namespace coldstart::project {
namespace {

/// Walks the text and lets the receiver of events know where the lexer stands.
struct Cursor {
  const char* start = nullptr;
  const char* at = nullptr;
  const char* lineStart = nullptr;
  std::size_t line = 0;
};

class CountingIterator {
 public:
  using iterator_category = std::forward_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  CountingIterator() = default;
  CountingIterator(const char* at, Cursor* cursor) : m_at(at), m_cursor(cursor) {}
  reference operator*() const { return *m_at; }
  CountingIterator& operator++() {
    if (*m_at == '\n') {
      ++m_cursor->line;
      m_cursor->lineStart = m_at + 1;
    }
    m_cursor->at = ++m_at;
    return *this;
  }
  CountingIterator operator++(int) {
    CountingIterator before = *this;
    ++*this;
    return before;
  }
  bool operator==(const CountingIterator& other) const { return m_at == other.m_at; }

 private:
  const char* m_at = nullptr;
  Cursor* m_cursor = nullptr;
};

/// nlohmann's events, handed to the builder.
class Events {
 public:
  Events(std::string_view text, Cursor& cursor) : m_text(text), m_cursor(cursor) {}

  bool null() { return add(nullptr); }
  bool boolean(bool value) { return add(value); }
  bool number_integer(Node::number_integer_t value) { return add(value); }
  bool number_unsigned(Node::number_unsigned_t value) { return add(value); }
  bool number_float(Node::number_float_t value, const std::string& text) {
    if (text.find_first_of(".eE") != std::string::npos) return add(value);
    return builder.fail(here(),
                        {"template",
                         SAY("template",
                             "The whole number %1 is too large to be kept exactly. Write it as "
                             "text, in quotes."),
                         {text.substr(0, 60)}});
  }
  bool string(std::string& value) { return add(std::move(value)); }
  bool binary(Node::binary_t& /*value*/) { return false; }
  bool start_object(std::size_t /*size*/) { return builder.openObject(here()); }
  bool end_object() { return builder.close(); }
  bool start_array(std::size_t /*size*/) { return builder.openArray(here()); }
  bool end_array() { return builder.close(); }
  bool key(std::string& name) { return builder.key(std::move(name), keyStart()); }

  bool parse_error(std::size_t position, const std::string& token,
                   const nlohmann::detail::exception& problem) {
    std::size_t offset = position == 0 ? 0 : position - 1;  // the last character read
    std::string words = problem.what();
    if (const auto id = words.find(": "); id != std::string::npos) words.erase(0, id + 2);
    if (words.find("unexpected end of input") != std::string::npos) {
      offset = m_text.size();
    } else if (words.find("unexpected string literal") != std::string::npos ||
               words.find("unexpected number literal") != std::string::npos) {
      offset = position - std::min(token.size(), position);  // the token's first character
    }
    // The parser quotes the offending token, which may be as long as the file.
    if (const auto read = words.find("; last read: "); read != std::string::npos) {
      const auto expected = words.rfind("; expected ");
      const bool tail = expected != std::string::npos && expected > read;
      words = words.substr(0, read) + (tail ? words.substr(expected) : std::string());
    }
    if (words.rfind("syntax error ", 0) == 0) words.erase(0, 13);
    return builder.fail(placeOf(m_text, offset),
                        {"template",
                         SAY("template",
                             "This is not valid JSON (%1). Look for a missing comma, quote or "
                             "bracket at this place or just before it."),
                         {words.substr(0, 200)}});
  }

  TreeBuilder builder;

 private:
  bool add(Node value) { return builder.value(std::move(value), here()); }

  [[nodiscard]] Place here() const {
    const std::ptrdiff_t byte = m_cursor.at - m_cursor.lineStart - 1;
    return {m_cursor.line, byte > 0 ? static_cast<std::size_t>(byte) : 0};
  }
  /// The opening quote of the key whose closing quote was just read.
  [[nodiscard]] Place keyStart() const {
    const char* quote = m_cursor.at - 1;
    const auto escaped = [&] {
      const char* before = quote;
      while (before > m_cursor.lineStart && before[-1] == '\\') --before;
      return (quote - before) % 2 != 0;
    };
    do {
      --quote;
    } while (quote > m_cursor.lineStart && (*quote != '"' || escaped()));
    return {m_cursor.line, static_cast<std::size_t>(quote - m_cursor.lineStart)};
  }

  std::string_view m_text;
  Cursor& m_cursor;
};

}  // namespace

Result<Node> readJson(std::string_view text, const std::string& fileName) {
  Cursor cursor{text.data(), text.data(), text.data(), 0};
  Events events(text, cursor);
  const CountingIterator first(text.data(), &cursor);
  const CountingIterator last(text.data() + text.size(), &cursor);
  const bool good = Node::sax_parse(first, last, &events);
  if (!good || events.builder.failure()) {
    const ReadFailure& failure = *events.builder.failure();
    return Error{"", failure.text, describe(fileName, text, failure.place)};
  }
  return events.builder.take();
}

}  // namespace coldstart::project
