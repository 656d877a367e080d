// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What the JSON and the YAML reader share: the tree under construction, with its limits (depth,
// number of nodes, duplicate keys), and places in a text. For core/project only.

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/base/result.h"

namespace coldstart::project {

using Node = nlohmann::ordered_json;

inline constexpr std::size_t kMaximumTextBytes = 16'000'000;
inline constexpr std::size_t kMaximumNodes = 1'000'000;
inline constexpr std::size_t kMaximumDepth = 500;

/// A place in a text: line and byte of the line, both counted from zero.
struct Place {
  std::size_t line = 0;
  std::size_t byte = 0;
};

/// "template.yaml:12:5": line and column as an editor counts them, from one, in characters.
std::string describe(const std::string& fileName, std::string_view text, Place place);
Place placeOf(std::string_view text, std::size_t offset);

Sentence nestedTooDeep();

struct ReadFailure {
  Place place;
  Sentence text;
};

/// Builds a tree from the events of a parser. Each call answers false once something is wrong;
/// failure() then says what.
class TreeBuilder {
 public:
  bool openObject(Place place);
  bool openArray(Place place);
  bool key(std::string name, Place place);
  /// A finished value; `nodes` and `depth` are those of its whole subtree.
  bool value(Node value, Place place, std::size_t nodes = 1, std::size_t depth = 0);
  bool close();
  bool fail(Place place, Sentence text);

  /// The next scalar inside the innermost container is a key.
  [[nodiscard]] bool expectsKey() const {
    return !m_open.empty() && m_open.back().isObject && !m_open.back().hasKey;
  }
  [[nodiscard]] bool complete() const { return m_complete; }
  [[nodiscard]] const std::optional<ReadFailure>& failure() const { return m_failure; }
  [[nodiscard]] std::size_t nodes() const { return m_nodes; }
  /// What close() or value() finished last, in its parent or as the root.
  [[nodiscard]] Node& last();
  Node take() { return std::move(m_root); }

 private:
  struct Container {
    bool isObject = false;
    bool hasKey = false;
    std::string key;
    std::vector<std::pair<std::string, Node>> members;
    std::set<std::string> keys;  ///< Filled only when a linear search would be slow.
  };
  bool open(bool isObject, Place place);
  bool fits(std::size_t depth, Place place);
  bool count(std::size_t nodes, Place place);
  static bool isDuplicate(Container& container, const std::string& name);
  void add(Node value);

  std::vector<Container> m_open;
  Node m_root;
  bool m_complete = false;
  std::size_t m_nodes = 0;
  std::optional<ReadFailure> m_failure;
};

/// The two readers; parseTemplate() chooses. `text` is valid UTF-8 without a byte order mark.
Result<Node> readJson(std::string_view text, const std::string& fileName);
Result<Node> readYaml(std::string_view text, const std::string& fileName);

}  // namespace coldstart::project
