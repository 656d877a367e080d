// SPDX-License-Identifier: GPL-3.0-or-later
// Which resource refers to which, and where that leads back to its start. CloudFormation refuses
// such templates, because neither resource could be created first.
#include <algorithm>
#include <cstdint>
#include <map>

#include "core/project/derivation.h"

namespace coldstart::project {
namespace {

constexpr std::size_t kMostReported = 10;

using Names = std::vector<std::string>;

/// The names in "${A}-${B.Arn}-${!C}": A and B.
void collectFromText(const std::string& text, Names& names) {
  for (std::size_t at = text.find("${"); at != std::string::npos; at = text.find("${", at + 2)) {
    const std::size_t end = text.find('}', at);
    if (end == std::string::npos) return;
    const std::string name = text.substr(at + 2, end - at - 2);
    if (!name.empty() && name[0] != '!') names.push_back(name.substr(0, name.find('.')));
  }
}

void collect(const Node& value, Names& names) {
  if (!value.is_structured()) return;
  if (isIntrinsic(value)) {
    const std::string& function = value.begin().key();
    const Node& argument = value.begin().value();
    const Node* first = argument.is_array() && !argument.empty() ? &argument[0] : &argument;
    const std::string text = first->is_string() ? first->get<std::string>() : std::string();
    if (function == "Ref") names.push_back(text);
    if (function == "Fn::GetAtt") names.push_back(text.substr(0, text.find('.')));
    if (function == "Fn::Sub") collectFromText(text, names);
  }
  for (const Node& item : value) collect(item, names);
}

/// What must exist before this resource does. A function's events become resources of their own,
/// and metadata is not deployed.
Names dependencies(const Node& resource) {
  Names names;
  for (const auto& [section, value] : resource.items()) {
    if (section == "DependsOn") {
      if (value.is_string()) names.push_back(value);
      if (!value.is_array()) continue;
      for (const Node& name : value) {
        if (name.is_string()) names.push_back(name);
      }
    } else if (section == "Properties" && value.is_object()) {
      for (const auto& [key, property] : value.items()) {
        if (key != "Events") collect(property, names);
      }
    }
  }
  return names;
}

class Graph {
 public:
  explicit Graph(const Node& resources) {
    for (const auto& [id, resource] : resources.items()) {
      m_index.emplace(id, m_names.size());
      m_names.push_back(id);
    }
    m_edges.resize(m_names.size());
    for (const auto& [id, resource] : resources.items()) {
      if (!resource.is_object()) continue;
      for (const std::string& name : dependencies(resource)) {
        if (const auto to = m_index.find(name); to != m_index.end()) {
          m_edges[m_index[id]].push_back(to->second);
        }
      }
    }
  }

  /// Depth first without recursion: a chain may be as long as the template.
  std::vector<Names> cycles() {
    enum class State : std::uint8_t { New, Open, Done };
    std::vector<State> states(m_names.size(), State::New);
    std::vector<Names> found;
    std::vector<std::pair<std::size_t, std::size_t>> path;  // resource, next edge
    for (std::size_t start = 0; start < m_names.size(); ++start) {
      if (states[start] == State::New) path.emplace_back(start, 0);
      while (!path.empty()) {
        auto& [node, edge] = path.back();
        states[node] = State::Open;
        if (edge == m_edges[node].size()) {
          states[node] = State::Done;
          path.pop_back();
          continue;
        }
        const std::size_t next = m_edges[node][edge++];
        if (states[next] == State::New) {
          path.emplace_back(next, 0);
        } else if (states[next] == State::Open && found.size() < kMostReported) {
          found.push_back(namesFrom(path, next));
        }
      }
    }
    return found;
  }

 private:
  [[nodiscard]] Names namesFrom(const std::vector<std::pair<std::size_t, std::size_t>>& path,
                                std::size_t start) const {
    Names names;
    const auto first = std::find_if(path.begin(), path.end(),
                                    [&](const auto& step) { return step.first == start; });
    for (auto step = first; step != path.end(); ++step) names.push_back(m_names[step->first]);
    return names;
  }

  Names m_names;
  std::map<std::string, std::size_t> m_index;
  std::vector<std::vector<std::size_t>> m_edges;
};

std::string joined(const Names& names, const char* between) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : between) + name;
  return text;
}

}  // namespace

void findCycles(Derivation& d) {
  const auto resources = d.tree.find("Resources");
  if (resources == d.tree.end() || !resources->is_object()) return;
  for (const Names& cycle : Graph(*resources).cycles()) {
    d.findings.error(child("/Resources", cycle.front()),
                     {"template",
                      SAY("template", "%1. The way round is %2: remove one of these references."),
                      {"Circular dependency between resources: [" + joined(cycle, ", ") + "]",
                       joined(cycle, " → ") + " → " + cycle.front()}},
                     "ValidationError");
  }
}

}  // namespace coldstart::project
