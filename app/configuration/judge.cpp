// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/configuration/judge.h"

#include <algorithm>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/project/template.h"

namespace coldstart::configuration {
namespace {

using Tree = nlohmann::ordered_json;

const Tree* at(const Tree& tree, const std::string& pointer) {
  const Tree::json_pointer place(pointer);
  return tree.contains(place) ? &tree.at(place) : nullptr;
}

bool isIntrinsic(const Tree& value) {
  if (!value.is_object() || value.size() != 1) return false;
  const std::string& key = value.begin().key();
  return key == "Ref" || key.rfind("Fn::", 0) == 0;
}

std::string escaped(const std::string& key) {
  std::string result;
  for (const char c : key) result += c == '~' ? "~0" : c == '/' ? "~1" : std::string(1, c);
  return result;
}

}  // namespace

Tree withValue(Tree tree, const std::string& pointer, const Tree& value) {
  Tree::json_pointer place(pointer);
  if (!value.is_null()) {
    try {
      tree[place] = value;
    } catch (const Tree::exception&) {
      // A scalar stands where a section belongs (`"LoggingConfig": 3`): the section replaces it.
      tree[place.parent_pointer()] = Tree::object();
      tree[place] = value;
    }
    return tree;
  }
  bool first = true;
  while (!place.empty() && tree.contains(place)) {
    const Tree::json_pointer parent = place.parent_pointer();
    if (!first && !tree.at(place).empty()) break;
    if (!tree.at(parent).is_object()) break;
    tree[parent].erase(place.back());
    first = false;
    place = parent;
  }
  return tree;
}

std::optional<Error> judge(const Tree& before, const Tree& after) {
  const auto known = project::derive(before, "", {}).errors;
  for (const Error& error : project::derive(after, "", {}).errors) {
    const bool old = std::any_of(known.begin(), known.end(), [&](const Error& other) {
      return other.where == error.where && other.text == error.text;
    });
    if (!old) return error;
  }
  return std::nullopt;
}

std::string pointerBelow(const std::string& functionId, const std::string& path) {
  return path.starts_with('/') ? path : "/Resources/" + escaped(functionId) + "/" + path;
}

Origin originOf(const Tree& tree, const std::string& functionId, const std::string& path) {
  const Tree* own = at(tree, pointerBelow(functionId, path));
  if (own) return isIntrinsic(*own) ? Origin::Computed : Origin::Own;
  const std::string properties = "Properties/";
  if (!path.starts_with(properties)) return Origin::Standard;
  const Tree* global = at(tree, "/Globals/Function/" + path.substr(properties.size()));
  return global ? Origin::Globals : Origin::Standard;
}

bool isServerless(const Tree& tree, const std::string& functionId) {
  const Tree* type = at(tree, pointerBelow(functionId, "Type"));
  return type && *type == "AWS::Serverless::Function";
}

}  // namespace coldstart::configuration
