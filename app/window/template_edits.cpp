// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/template_edits.h"

#include <algorithm>

#include <nlohmann/json.hpp>

namespace coldstart::window::edits {
namespace {

const Tree::json_pointer kScenarios("/Metadata/Coldstart/Scenarios");

/// The same object with one key renamed, order kept.
Tree renamedKey(const Tree& object, const std::string& from, const std::string& to) {
  Tree result = Tree::object();
  for (const auto& [key, value] : object.items()) result[key == from ? to : key] = value;
  return result;
}

void replaceIn(std::string& text, const std::string& from, const std::string& to) {
  for (std::size_t at = text.find(from); at != std::string::npos;
       at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
}

bool startsWith(const std::string& text, const std::string& beginning) {
  return text.compare(0, beginning.size(), beginning) == 0;
}

void renameWithinSub(Tree& text, const std::string& from, const std::string& to) {
  if (!text.is_string()) return;
  std::string pattern = text.get<std::string>();
  replaceIn(pattern, "${" + from + "}", "${" + to + "}");
  replaceIn(pattern, "${" + from + ".", "${" + to + ".");
  text = pattern;
}

/// Ref, Fn::GetAtt, Fn::Sub and DependsOn (CloudFormation, intrinsic function reference).
void renameReferences(Tree& node, const std::string& from, const std::string& to) {
  if (node.is_array()) {
    for (Tree& item : node) renameReferences(item, from, to);
    return;
  }
  if (!node.is_object()) return;
  for (auto& [key, value] : node.items()) {
    if ((key == "Ref" || key == "DependsOn") && value == from) {
      value = to;
    } else if (key == "DependsOn" && value.is_array()) {
      std::replace(value.begin(), value.end(), Tree(from), Tree(to));
    } else if (key == "Fn::GetAtt" && value.is_array() && !value.empty() && value[0] == from) {
      value[0] = to;
    } else if (key == "Fn::GetAtt" && value.is_string() &&
               startsWith(value.get<std::string>(), from + ".")) {
      value = to + value.get<std::string>().substr(from.size());
    } else if (key == "Fn::Sub") {
      renameWithinSub(value.is_array() && !value.empty() ? value[0] : value, from, to);
    } else {
      renameReferences(value, from, to);
    }
  }
}

/// Calls `edit` with every scenario of the tree.
template <typename Edit>
void forScenarios(Tree& tree, const Edit& edit) {
  if (!tree.contains(kScenarios) || !tree[kScenarios].is_object()) return;
  for (auto& [name, scenario] : tree[kScenarios].items()) {
    if (scenario.is_object()) edit(scenario);
  }
}

/// Calls `edit` with every object of a list.
template <typename Edit>
void forItems(Tree& owner, const char* list, const Edit& edit) {
  if (!owner.contains(list) || !owner[list].is_array()) return;
  for (Tree& item : owner[list]) {
    if (item.is_object()) edit(item);
  }
}

bool targets(const Tree& change, const std::string& name) {
  return change.is_object() && change.contains("Set") && change["Set"].is_string() &&
         startsWith(change["Set"].get<std::string>(), name + ".");
}

template <typename Condition>
void eraseIf(Tree& array, const Condition& condition) {
  if (!array.is_array()) return;
  Tree kept = Tree::array();
  for (Tree& item : array) {
    if (!condition(item)) kept.push_back(std::move(item));
  }
  array = std::move(kept);
}

}  // namespace

std::string freeResourceName(const Tree& tree, const std::string& wanted) {
  const auto taken = [&](const std::string& name) {
    return tree.contains("Resources") && tree["Resources"].contains(name);
  };
  std::string name = wanted;
  for (int n = 2; taken(name); ++n) name = wanted + std::to_string(n);
  return name;
}

bool isLogicalId(const std::string& name) {
  return !name.empty() && name.size() <= 255 && std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  });
}

Tree renamedResource(const Tree& tree, const std::string& from, const std::string& to) {
  Tree next = tree;
  next["Resources"] = renamedKey(next["Resources"], from, to);
  renameReferences(next, from, to);
  forScenarios(next, [&](Tree& scenario) {
    forItems(scenario, "Load", [&](Tree& load) {
      if (load.value("Function", "") == from) load["Function"] = to;
    });
    forItems(scenario, "Changes", [&](Tree& change) {
      if (targets(change, from))
        change["Set"] = to + change["Set"].get<std::string>().substr(from.size());
    });
  });
  return next;
}

Tree withoutResource(const Tree& tree, const std::string& name) {
  Tree next = tree;
  next["Resources"].erase(name);
  forScenarios(next, [&](Tree& scenario) {
    if (scenario.contains("Load")) {
      eraseIf(scenario["Load"], [&](const Tree& load) {
        return load.is_object() && load.contains("Function") && load["Function"] == name;
      });
    }
    if (scenario.contains("Changes"))
      eraseIf(scenario["Changes"], [&](const Tree& change) { return targets(change, name); });
  });
  return next;
}

Tree withResource(const Tree& tree, const std::string& name, const Tree& resource) {
  Tree next = tree;
  next["Resources"][name] = resource;
  return next;
}

Tree withScenario(const Tree& tree, const std::string& name, const Tree& scenario) {
  Tree next = tree;
  next[kScenarios][name] = scenario;
  return next;
}

Tree withoutScenario(const Tree& tree, const std::string& name) {
  Tree next = tree;
  if (next.contains(kScenarios)) next[kScenarios].erase(name);
  return next;
}

Tree renamedScenario(const Tree& tree, const std::string& from, const std::string& to) {
  Tree next = tree;
  next[kScenarios] = renamedKey(next[kScenarios], from, to);
  return next;
}

Tree renamedEvent(const Tree& tree, const std::string& from, const std::string& to) {
  Tree next = tree;
  forScenarios(next, [&](Tree& scenario) {
    forItems(scenario, "Load", [&](Tree& load) {
      if (!load.contains("Event") || load["Event"] != from) return;
      if (to.empty())
        load.erase("Event");
      else
        load["Event"] = to;
    });
  });
  return next;
}

}  // namespace coldstart::window::edits
