// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Works out CloudFormation's intrinsic functions with what is known without deploying: parameter
// defaults, pseudo parameters, mappings, conditions and the names that resources will have. What
// only a deployment knows stays as "${Name}" and is noted. For core/project only.
// (CloudFormation user guide: intrinsic-function-reference, pseudo-parameter-reference)

#include <map>
#include <set>
#include <string>

#include <nlohmann/json.hpp>

namespace coldstart::project {

using Node = nlohmann::ordered_json;

class Findings;

struct Value {
  Node json;
  bool known = true;    ///< False: a part of it is a "${Name}" that nobody can fill in here.
  bool absent = false;  ///< AWS::NoValue: as if the key were not there.
};

/// An object with the single key "Ref" or "Fn::…".
bool isIntrinsic(const Node& value);
/// Text of a scalar as CloudFormation would write it: numbers in decimal, "true" and "false".
std::string plainText(const Node& scalar);

class Resolver {
 public:
  Resolver(const Node& tree, Findings& findings);
  void setPlace(std::string region, std::string accountId, std::string stackName);

  Value resolve(const Node& value, const std::string& where);

  /// A resource of the template; null when there is none of this name.
  [[nodiscard]] const Node* resource(const std::string& id) const;
  /// False when the resource's Condition does not hold.
  bool isCreated(const std::string& id);
  /// The name the template gives a resource, or its logical id.
  std::string nameOf(const std::string& id);
  /// The value of Fn::GetAtt <id>.Arn.
  std::string arnOf(const std::string& id);

 private:
  Value ref(const std::string& name, const std::string& where);
  Value attribute(const std::string& id, const std::string& name, const std::string& where);
  Value parameter(const std::string& name, const Node& declaration, const std::string& where);
  Value pseudo(const std::string& name) const;
  Value call(const std::string& function, const Node& argument, const std::string& where);
  Value sub(const Node& argument, const std::string& where);
  Value join(const Node& argument, const std::string& where);
  Value select(const Node& argument, const std::string& where);
  Value split(const Node& argument, const std::string& where);
  Value findInMap(const Node& argument, const std::string& where);
  Value choose(const Node& argument, const std::string& where);
  Value unknown(const std::string& name, const std::string& where);
  Value malformed(const std::string& function, const std::string& where);
  bool condition(const std::string& name, const std::string& where);
  bool holds(const Node& expression, const std::string& where);
  std::string refOf(const std::string& id);
  std::string fill(std::string_view pattern, const std::string& id);
  std::string functionArnOf(const Node& resource, const std::string& qualifier);

  const Node& m_tree;
  Findings& m_findings;
  std::string m_region;
  std::string m_accountId;
  std::string m_stackName;
  std::map<std::string, const Node*> m_resources;
  std::map<std::string, std::string> m_names;
  std::set<std::string> m_naming;  ///< Names being worked out: a cycle ends here.
  std::map<std::string, const Node*> m_parameters;
  std::map<std::string, const Node*> m_declared;  ///< The Conditions section.
  std::map<std::string, bool> m_conditions;
  std::set<std::string> m_deciding;
  int m_depth = 0;
};

}  // namespace coldstart::project
