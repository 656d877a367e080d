// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// How core/project reads a section of the template: key by key, each with its type, reporting what
// does not fit and remembering what was not asked for, so that nothing in a template is dropped
// without a word. For core/project only.

#include <deque>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/base/time.h"
#include "core/base/units.h"
#include "core/project/template.h"

namespace coldstart::project {

using Node = nlohmann::ordered_json;

class Resolver;

/// Collects errors and notes; the same note is kept once. Beyond a thousand of either only their
/// number is told: nobody reads more, and a hostile file must not fill the memory.
class Findings {
 public:
  explicit Findings(Derived& out) : m_out(out) {}
  void error(const std::string& where, Sentence text, const std::string& awsName = {});
  void error(Error error);
  void note(const std::string& where, Sentence text);
  /// Tells how many were left out. Called once, at the end.
  void close();

 private:
  Derived& m_out;
  std::set<std::pair<std::string, std::string>> m_notes;
  std::size_t m_moreErrors = 0;
  std::size_t m_moreNotes = 0;
};

/// "/Resources/Hello" + "Memory/Size" → "/Resources/Hello/Memory~1Size" (RFC 6901).
std::string child(const std::string& where, std::string_view key);
/// What a value is, in a user's words: "text", "a list" …
std::string kindOf(const Node& value);

/// What reading needs besides the value itself.
struct Reading {
  Findings& findings;
  Resolver& resolver;
  std::deque<Node>& owned;  ///< Values that resolving or merging made; they live as long as this.
};

class Fields {
 public:
  /// A value that is not an object is reported and read as an empty one.
  Fields(Reading& reading, const Node* value, std::string where);

  [[nodiscard]] bool has(std::string_view key) const { return find(key) != nullptr; }
  [[nodiscard]] bool empty() const { return m_object == nullptr || m_object->empty(); }
  [[nodiscard]] const std::string& where() const { return m_where; }
  [[nodiscard]] std::string where(std::string_view key) const { return child(m_where, key); }
  [[nodiscard]] const Node* object() const { return m_object; }

  /// The value with its intrinsic functions worked out; null when absent or removed by
  /// AWS::NoValue. Valid as long as the derivation. Counts as read.
  const Node* value(std::string_view key);
  /// The value as the template has it. Counts as read.
  const Node* raw(std::string_view key);

  std::optional<std::string> text(std::string_view key);
  std::optional<std::int64_t> integer(std::string_view key);
  std::optional<bool> flag(std::string_view key);
  std::optional<Duration> duration(std::string_view key);
  /// A fraction as a whole number of millionths.
  std::optional<std::int64_t> millionths(std::string_view key);
  Fields section(std::string_view key);
  /// Every member as a section, in the file's order.
  std::vector<std::pair<std::string, Fields>> sections();
  /// Every member as text.
  std::vector<std::pair<std::string, std::string>> texts();

  void ignore(std::string_view key) { m_read.insert(std::string(key)); }
  /// One note for each key that was not asked for; `pattern` has %1 for the key.
  void noteUnread(const char* pattern);

 private:
  [[nodiscard]] const Node* find(std::string_view key) const;
  void mismatch(std::string_view key, const char* pattern, const Node& found);
  std::optional<std::string> textOf(std::string_view key, const Node& found);

  Reading* m_reading;
  const Node* m_object = nullptr;
  std::string m_where;
  std::set<std::string, std::less<>> m_read;
};

}  // namespace coldstart::project
