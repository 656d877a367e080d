// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/resolver.h"

#include "core/project/decimal.h"
#include "core/project/fields.h"
#include "core/project/resource_types.h"

namespace coldstart::project {
namespace {

constexpr std::size_t kLongestName = 2'048;  ///< Longer than any name of a resource.
constexpr std::size_t kDeepestName = 64;     ///< Names that are made from names that are made …
constexpr int kDeepestValue = 600;           ///< A tree's depth, and some names inside it.

class DepthGuard {
 public:
  explicit DepthGuard(int& depth) : m_depth(depth) { ++m_depth; }
  ~DepthGuard() { --m_depth; }
  DepthGuard(const DepthGuard&) = delete;
  DepthGuard& operator=(const DepthGuard&) = delete;

 private:
  int& m_depth;
};

const Node* member(const Node& object, std::string_view key) {
  if (!object.is_object()) return nullptr;
  const auto found = object.find(std::string(key));
  return found == object.end() ? nullptr : &*found;
}

std::string textOf(const Node* value) {
  return value != nullptr && value->is_string() ? value->get<std::string>() : std::string();
}

/// A logical id that the SAM transform makes: "ServerlessRestApi", "<Function>Role" …
/// (SAM: generated CloudFormation resources)
bool isGenerated(const std::string& id, const Resolver& resolver) {
  if (id.rfind("ServerlessRestApi", 0) == 0 || id.rfind("ServerlessHttpApi", 0) == 0) return true;
  for (const std::string_view suffix :
       {"Role", "Url", "UrlPublicPermissions", "EventInvokeConfig"}) {
    if (id.size() > suffix.size() && id.ends_with(suffix) &&
        resolver.resource(id.substr(0, id.size() - suffix.size())) != nullptr) {
      return true;
    }
  }
  const auto dot = id.find('.');  // "Hello.Version", "Hello.Alias"
  return dot != std::string::npos && resolver.resource(id.substr(0, dot)) != nullptr;
}

}  // namespace

bool isIntrinsic(const Node& value) {
  if (!value.is_object() || value.size() != 1) return false;
  const std::string key = value.begin().key();
  return key == "Ref" || key.rfind("Fn::", 0) == 0;
}

std::string plainText(const Node& scalar) {
  if (scalar.is_string()) return scalar.get<std::string>();
  if (scalar.is_boolean()) return scalar.get<bool>() ? "true" : "false";
  return decimalText(scalar);
}

Resolver::Resolver(const Node& tree, Findings& findings) : m_tree(tree), m_findings(findings) {
  const auto index = [&](std::string_view section, std::map<std::string, const Node*>& into) {
    const Node* found = member(tree, section);
    if (found == nullptr || !found->is_object()) return;
    for (const auto& [id, value] : found->items()) {
      if (value.is_object()) into.emplace(id, &value);
    }
  };
  index("Resources", m_resources);
  index("Parameters", m_parameters);
  index("Conditions", m_declared);
}

void Resolver::setPlace(std::string region, std::string accountId, std::string stackName) {
  m_region = std::move(region);
  m_accountId = std::move(accountId);
  m_stackName = std::move(stackName);
}

const Node* Resolver::resource(const std::string& id) const {
  const auto found = m_resources.find(id);
  return found == m_resources.end() ? nullptr : found->second;
}

bool Resolver::isCreated(const std::string& id) {
  const Node* found = resource(id);
  const Node* name = found == nullptr ? nullptr : member(*found, "Condition");
  if (name == nullptr || !name->is_string()) return true;
  return condition(name->get<std::string>(), child(child("/Resources", id), "Condition"));
}

std::string Resolver::nameOf(const std::string& id) {
  if (const auto known = m_names.find(id); known != m_names.end()) return known->second;
  const Node* found = resource(id);
  const ResourceType* type =
      found == nullptr ? nullptr : resourceType(textOf(member(*found, "Type")));
  const Node* properties = type == nullptr ? nullptr : member(*found, "Properties");
  const Node* given = properties == nullptr ? nullptr : member(*properties, type->nameProperty);
  std::string name = id;
  if (given != nullptr) {
    if (m_naming.size() >= kDeepestName || !m_naming.insert(id).second) return id;
    const std::string where = child(child("/Resources", id), "Properties");
    const Value value = resolve(*given, child(where, type->nameProperty));
    m_naming.erase(id);
    if (!value.absent && !value.json.is_structured() && !value.json.is_null()) {
      name = plainText(value.json).substr(0, kLongestName);
    }
  }
  if (name.empty()) name = id;
  m_names.emplace(id, name);  // once for each: names made of names would double at every step
  return name;
}

std::string Resolver::fill(std::string_view pattern, const std::string& id) {
  std::string text;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (pattern[i] != '{') {
      text += pattern[i];
      continue;
    }
    const char what = pattern[i + 1];
    text += what == 'n' ? nameOf(id) : what == 'r' ? m_region : m_accountId;
    i += 2;
  }
  return text;
}

std::string Resolver::functionArnOf(const Node& resource, const std::string& qualifier) {
  const Node* properties = member(resource, "Properties");
  const Node* function = properties == nullptr ? nullptr : member(*properties, "FunctionName");
  if (function == nullptr || m_naming.size() >= kDeepestName) return {};
  const Value value = resolve(*function, "/Resources");
  const std::string name = value.json.is_string() ? value.json.get<std::string>() : std::string();
  if (name.rfind("arn:", 0) == 0) return name + ":" + qualifier;
  return "arn:aws:lambda:" + m_region + ":" + m_accountId + ":function:" + name + ":" + qualifier;
}

std::string Resolver::refOf(const std::string& id) {
  const Node* found = resource(id);
  const std::string type = textOf(member(*found, "Type"));
  if (type == "AWS::Lambda::Version") return functionArnOf(*found, "1");
  if (type == "AWS::Lambda::Alias") {
    const Node* properties = member(*found, "Properties");
    return functionArnOf(*found, properties == nullptr ? "" : textOf(member(*properties, "Name")));
  }
  const ResourceType* row = resourceType(type);
  return row == nullptr || row->ref.empty() ? nameOf(id) : fill(row->ref, id);
}

std::string Resolver::arnOf(const std::string& id) {
  const Node* found = resource(id);
  const ResourceType* row =
      found == nullptr ? nullptr : resourceType(textOf(member(*found, "Type")));
  return row == nullptr ? std::string() : fill(row->arn, id);
}

Value Resolver::unknown(const std::string& name, const std::string& where) {
  m_findings.note(where, {"template",
                          SAY("template",
                              "The value of %1 is only known after a deployment. It is shown as "
                              "${%1} and left out where a number is needed."),
                          {name}});
  return {"${" + name + "}", false, false};
}

Value Resolver::malformed(const std::string& function, const std::string& where) {
  m_findings.error(where, {"template",
                           SAY("template",
                               "%1 is not written as CloudFormation expects it. Look up its form "
                               "in the intrinsic function reference."),
                           {function}});
  return {nullptr, false, false};
}

Value Resolver::pseudo(const std::string& name) const {
  if (name == "AWS::Region") return {m_region};
  if (name == "AWS::AccountId") return {m_accountId};
  if (name == "AWS::Partition") return {"aws"};
  if (name == "AWS::URLSuffix") return {"amazonaws.com"};
  if (name == "AWS::StackName") return {m_stackName};
  if (name == "AWS::NotificationARNs") return {Node::array()};
  if (name == "AWS::NoValue") return {nullptr, true, true};
  if (name == "AWS::StackId") {
    return {"arn:aws:cloudformation:" + m_region + ":" + m_accountId + ":stack/" + m_stackName +
            "/00000000-0000-4000-8000-000000000000"};
  }
  return {nullptr, false, false};
}

Value Resolver::parameter(const std::string& name, const Node& declaration,
                          const std::string& where) {
  const std::string type = textOf(member(declaration, "Type"));
  const Node* standard = member(declaration, "Default");
  if (standard == nullptr || standard->is_structured() || type.rfind("AWS::SSM::", 0) == 0) {
    m_findings.note(where, {"template",
                            SAY("template",
                                "The parameter %1 has no default, so its value is not known here. "
                                "Give it a Default to simulate with one."),
                            {name}});
    return {"${" + name + "}", false, false};
  }
  if (type != "CommaDelimitedList" && type.rfind("List<", 0) != 0) {
    return {plainText(*standard)};  // CloudFormation hands every parameter on as text
  }
  Node list = Node::array();
  const std::string text = plainText(*standard);
  for (std::size_t start = 0; start <= text.size();) {
    const std::size_t comma = std::min(text.find(',', start), text.size());
    list.push_back(text.substr(start, comma - start));
    start = comma + 1;
  }
  return {std::move(list)};
}

Value Resolver::ref(const std::string& name, const std::string& where) {
  if (name.rfind("AWS::", 0) == 0) {
    Value value = pseudo(name);
    return value.known ? value : unknown(name, where);
  }
  if (const auto found = m_parameters.find(name); found != m_parameters.end()) {
    return parameter(name, *found->second, where);
  }
  if (resource(name) != nullptr) return {refOf(name)};
  if (isGenerated(name, *this)) return {"${" + name + "}", false, false};
  m_findings.note(where, {"template",
                          SAY("template",
                              "%1 is neither a parameter nor a resource of this template. A "
                              "deployment would be refused."),
                          {name}});
  return {"${" + name + "}", false, false};
}

Value Resolver::attribute(const std::string& id, const std::string& name,
                          const std::string& where) {
  const Node* found = resource(id);
  if (found == nullptr) {
    if (isGenerated(id, *this)) return {"${" + id + "." + name + "}", false, false};
    return ref(id, where);
  }
  const std::string arn = arnOf(id);
  if ((name == "Arn" || name == "TopicArn") && !arn.empty()) return {arn};
  if (name == "StreamArn" && !arn.empty()) return {arn + "/stream/2026-01-01T00:00:00.000"};
  if (name == "QueueUrl") return {refOf(id)};
  if (name.ends_with("Name") && name != "DomainName") return {nameOf(id)};
  if (name == "DomainName" || name == "RegionalDomainName") {
    return {nameOf(id) + ".s3.amazonaws.com"};
  }
  return unknown(id + "." + name, where);
}

Value Resolver::resolve(const Node& value, const std::string& where) {
  if (!value.is_structured()) return {value};
  const DepthGuard guard(m_depth);
  if (m_depth > kDeepestValue) return unknown(where, where);
  if (isIntrinsic(value)) return call(value.begin().key(), value.begin().value(), where);
  Value result{value.is_array() ? Node::array() : Node::object()};
  std::size_t index = 0;
  for (const auto& [key, element] : value.items()) {
    Value item = resolve(element, child(where, value.is_array() ? std::to_string(index) : key));
    ++index;
    if (item.absent) continue;
    result.known = result.known && item.known;
    if (value.is_array()) {
      result.json.push_back(std::move(item.json));
    } else {
      auto& list = static_cast<Node::object_t::Container&>(
          result.json.get_ref<Node::object_t&>());  // keys differ already
      list.emplace_back(key, std::move(item.json));
    }
  }
  return result;
}

}  // namespace coldstart::project
