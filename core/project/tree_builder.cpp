// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/tree_builder.h"

#include <algorithm>

namespace coldstart::project {

std::string describe(const std::string& fileName, std::string_view text, Place place) {
  std::size_t start = 0;
  for (std::size_t line = 0; line < place.line; ++line) {
    const std::size_t end = text.find('\n', start);
    if (end == std::string_view::npos) break;
    start = end + 1;
  }
  const std::string_view before = text.substr(start, place.byte);
  const auto characters = std::count_if(before.begin(), before.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;  // not a continuation byte of UTF-8
  });
  return fileName + ":" + std::to_string(place.line + 1) + ":" + std::to_string(characters + 1);
}

Place placeOf(std::string_view text, std::size_t offset) {
  const std::string_view before = text.substr(0, std::min(offset, text.size()));
  const auto line = static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'));
  const std::size_t lineStart = line == 0 ? 0 : before.rfind('\n') + 1;
  return {line, before.size() - lineStart};
}

Sentence nestedTooDeep() {
  return {"template",
          SAY("template",
              "The values are nested more than %1 deep here. A template never needs that; look for "
              "a bracket that is not closed."),
          {std::to_string(kMaximumDepth)}};
}

bool TreeBuilder::fail(Place place, Sentence text) {
  if (!m_failure) m_failure = ReadFailure{place, std::move(text)};
  return false;
}

bool TreeBuilder::count(std::size_t nodes, Place place) {
  m_nodes += nodes;
  if (m_nodes <= kMaximumNodes) return true;
  return fail(place, {"template",
                      SAY("template",
                          "The file holds more than %1 values once its aliases are filled in. "
                          "Split it, or remove what repeats."),
                      {std::to_string(kMaximumNodes)}});
}

bool TreeBuilder::fits(std::size_t depth, Place place) {
  if (m_open.size() + depth <= kMaximumDepth) return true;
  return fail(place, nestedTooDeep());
}

bool TreeBuilder::open(bool isObject, Place place) {
  if (!fits(1, place)) return false;
  Container container;
  container.isObject = isObject;
  m_open.push_back(std::move(container));
  return count(1, place);
}

bool TreeBuilder::openObject(Place place) {
  return open(true, place);
}

bool TreeBuilder::openArray(Place place) {
  return open(false, place);
}

bool TreeBuilder::isDuplicate(Container& container, const std::string& name) {
  constexpr std::size_t kSearchable = 32;
  if (container.members.size() < kSearchable) {
    return std::any_of(container.members.begin(), container.members.end(),
                       [&](const auto& member) { return member.first == name; });
  }
  if (container.keys.empty()) {
    for (const auto& member : container.members) container.keys.insert(member.first);
  }
  return !container.keys.insert(name).second;
}

bool TreeBuilder::key(std::string name, Place place) {
  Container& container = m_open.back();
  if (isDuplicate(container, name)) {
    return fail(place, {"template",
                        SAY("template",
                            "The key \"%1\" stands twice in the same object. Remove or rename one "
                            "of the two, or only one of them would count."),
                        {std::move(name)}});
  }
  container.key = std::move(name);
  container.hasKey = true;
  return true;
}

void TreeBuilder::add(Node value) {
  if (m_open.empty()) {
    m_root = std::move(value);
    m_complete = true;
    return;
  }
  Container& parent = m_open.back();
  parent.members.emplace_back(std::move(parent.key), std::move(value));
  parent.hasKey = false;
}

bool TreeBuilder::value(Node value, Place place, std::size_t nodes, std::size_t depth) {
  if (!fits(depth, place) || !count(nodes, place)) return false;
  add(std::move(value));
  return true;
}

bool TreeBuilder::close() {
  Container container = std::move(m_open.back());
  m_open.pop_back();
  if (container.isObject) {
    Node::object_t object;
    object.reserve(container.members.size());  // a pair with a constant key cannot be moved later
    // The keys are known to differ; ordered_map::emplace would compare each with all others.
    auto& list = static_cast<Node::object_t::Container&>(object);
    for (auto& [name, member] : container.members) {
      list.emplace_back(std::move(name), std::move(member));
    }
    add(Node(std::move(object)));
  } else {
    Node::array_t array;
    array.reserve(container.members.size());
    for (auto& member : container.members) array.push_back(std::move(member.second));
    add(Node(std::move(array)));
  }
  return true;
}

Node& TreeBuilder::last() {
  return m_open.empty() ? m_root : m_open.back().members.back().second;
}

}  // namespace coldstart::project
