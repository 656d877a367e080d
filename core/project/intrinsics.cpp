// SPDX-License-Identifier: GPL-3.0-or-later
// The functions of a template, one by one. (CloudFormation: intrinsic-function-reference)
#include <algorithm>
#include <string>
#include <string_view>

#include "core/project/decimal.h"
#include "core/project/fields.h"
#include "core/project/resolver.h"

namespace coldstart::project {
namespace {

constexpr std::size_t kLongestText = 65'536;  ///< Far beyond what any simulated setting takes.
constexpr std::size_t kDeepestCondition = 100;

std::string base64(std::string_view text) {
  static constexpr std::string_view kDigits =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string result;
  for (std::size_t i = 0; i < text.size(); i += 3) {
    std::uint32_t bits = 0;
    for (std::size_t k = 0; k < 3; ++k) {
      bits = bits << 8U | (i + k < text.size() ? static_cast<unsigned char>(text[i + k]) : 0U);
    }
    for (std::size_t k = 0; k < 4; ++k) {
      const bool filled = i + k <= text.size();
      result += filled ? kDigits[bits >> (18U - 6U * k) & 0x3FU] : '=';
    }
  }
  return result;
}

bool isPair(const Node& argument, std::size_t size) {
  return argument.is_array() && argument.size() == size;
}

Value limited(Value value) {
  if (value.json.is_string() && value.json.get_ref<const std::string&>().size() > kLongestText) {
    return {value.json.get<std::string>().substr(0, 200) + "…", false, false};
  }
  return value;
}

}  // namespace

Value Resolver::call(const std::string& function, const Node& argument, const std::string& where) {
  if (function == "Ref") {
    return argument.is_string() ? ref(argument.get<std::string>(), where)
                                : malformed(function, where);
  }
  if (function == "Fn::GetAtt") {
    if (isPair(argument, 2) && argument[0].is_string() && argument[1].is_string()) {
      return attribute(argument[0].get<std::string>(), argument[1].get<std::string>(), where);
    }
    const std::string text = argument.is_string() ? argument.get<std::string>() : std::string();
    const std::size_t dot = text.find('.');
    if (dot == std::string::npos) return malformed(function, where);
    return attribute(text.substr(0, dot), text.substr(dot + 1), where);
  }
  if (function == "Fn::Sub") return limited(sub(argument, where));
  if (function == "Fn::Join") return limited(join(argument, where));
  if (function == "Fn::Select") return select(argument, where);
  if (function == "Fn::Split") return split(argument, where);
  if (function == "Fn::FindInMap") return findInMap(argument, where);
  if (function == "Fn::If") return choose(argument, where);
  if (function == "Fn::Base64") {
    Value value = resolve(argument, where);
    if (!value.json.is_string()) return malformed(function, where);
    value.json = base64(value.json.get<std::string>());
    return limited(std::move(value));
  }
  if (function == "Fn::GetAZs")
    return {Node::array({m_region + "a", m_region + "b", m_region + "c"})};
  if (function == "Fn::Length") {
    const Value value = resolve(argument, where);
    if (!value.json.is_array()) return malformed(function, where);
    return {value.json.size(), value.known, false};
  }
  if (function == "Fn::ToJsonString") {
    const Value value = resolve(argument, where);
    return limited(
        {value.json.dump(-1, ' ', false, Node::error_handler_t::replace), value.known, false});
  }
  if (function == "Fn::ImportValue") {
    const Value name = resolve(argument, where);
    return unknown(name.json.is_string() ? name.json.get<std::string>() : function, where);
  }
  return unknown(function, where);
}

Value Resolver::sub(const Node& argument, const std::string& where) {
  const bool withMap = isPair(argument, 2) && argument[0].is_string() && argument[1].is_object();
  if (!argument.is_string() && !withMap) return malformed("Fn::Sub", where);
  const auto& text = (withMap ? argument[0] : argument).get_ref<const std::string&>();
  std::string result;
  bool known = true;
  for (std::size_t i = 0; i < text.size() && result.size() <= kLongestText;) {
    const std::size_t start = text.find("${", i);
    const std::size_t end = start == std::string::npos ? start : text.find('}', start);
    if (end == std::string::npos) {
      result += text.substr(i);
      break;
    }
    result += text.substr(i, start - i);
    std::string name = text.substr(start + 2, end - start - 2);
    i = end + 1;
    if (!name.empty() && name[0] == '!') {  // ${!Literal} is written out as ${Literal}
      result += "${" + name.substr(1) + "}";
      continue;
    }
    name.erase(std::remove(name.begin(), name.end(), ' '), name.end());
    const std::size_t dot = name.find('.');
    Value part;
    if (withMap && argument[1].contains(name)) {
      part = resolve(argument[1][name], where);
    } else if (dot != std::string::npos) {
      part = attribute(name.substr(0, dot), name.substr(dot + 1), where);
    } else {
      part = ref(name, where);
    }
    known = known && part.known;
    if (!part.absent && !part.json.is_structured()) result += plainText(part.json);
  }
  return {std::move(result), known, false};
}

Value Resolver::join(const Node& argument, const std::string& where) {
  if (!isPair(argument, 2) || !argument[0].is_string()) return malformed("Fn::Join", where);
  const Value list = resolve(argument[1], where);
  if (!list.json.is_array()) {
    return list.known ? malformed("Fn::Join", where) : Value{list.json, false, false};
  }
  std::string result;
  bool first = true;
  for (const Node& item : list.json) {
    if (item.is_structured()) return malformed("Fn::Join", where);
    if (!first) result += argument[0].get_ref<const std::string&>();
    first = false;
    result += plainText(item);
    if (result.size() > kLongestText) break;
  }
  return {std::move(result), list.known, false};
}

Value Resolver::select(const Node& argument, const std::string& where) {
  if (!isPair(argument, 2)) return malformed("Fn::Select", where);
  const Value index = resolve(argument[0], where);
  Value list = resolve(argument[1], where);
  if (!index.known || !list.known) return unknown("Fn::Select", where);
  const auto position = scaledDecimal(decimalText(index.json), 0);
  if (!position || !list.json.is_array() || *position < 0 ||
      *position >= static_cast<std::int64_t>(list.json.size())) {
    return malformed("Fn::Select", where);
  }
  return {std::move(list.json[static_cast<std::size_t>(*position)])};
}

Value Resolver::split(const Node& argument, const std::string& where) {
  if (!isPair(argument, 2) || !argument[0].is_string() || argument[0] == "") {
    return malformed("Fn::Split", where);
  }
  const Value source = resolve(argument[1], where);
  if (!source.json.is_string()) return malformed("Fn::Split", where);
  const auto& delimiter = argument[0].get_ref<const std::string&>();
  const auto& text = source.json.get_ref<const std::string&>();
  Node list = Node::array();
  for (std::size_t start = 0; start <= text.size();) {
    const std::size_t end = std::min(text.find(delimiter, start), text.size());
    list.push_back(text.substr(start, end - start));
    start = end + delimiter.size();
  }
  return {std::move(list), source.known, false};
}

Value Resolver::findInMap(const Node& argument, const std::string& where) {
  if (!argument.is_array() || argument.size() < 3) return malformed("Fn::FindInMap", where);
  const Node* at = m_tree.contains("Mappings") ? &m_tree["Mappings"] : nullptr;
  for (std::size_t i = 0; i < 3; ++i) {
    const Value key = resolve(argument[i], where);
    if (!key.known) return unknown("Fn::FindInMap", where);
    const std::string name = key.json.is_structured() ? std::string() : plainText(key.json);
    if (at == nullptr || !at->is_object() || !at->contains(name)) {
      m_findings.error(where, {"template",
                               SAY("template",
                                   "Fn::FindInMap looks for \"%1\", which the Mappings section "
                                   "does not have."),
                               {name}});
      return {nullptr, false, false};
    }
    at = &(*at)[name];
  }
  return {*at};
}

Value Resolver::choose(const Node& argument, const std::string& where) {
  if (!isPair(argument, 3) || !argument[0].is_string()) return malformed("Fn::If", where);
  const bool first = condition(argument[0].get<std::string>(), where);
  return resolve(argument[first ? 1 : 2], where);
}

bool Resolver::condition(const std::string& name, const std::string& where) {
  if (const auto known = m_conditions.find(name); known != m_conditions.end()) return known->second;
  const auto declared = m_declared.find(name);
  if (declared == m_declared.end()) {
    m_findings.error(where, {"template",
                             SAY("template",
                                 "The condition \"%1\" is used here, but the Conditions section "
                                 "does not have it."),
                             {name}});
    return m_conditions[name] = true;
  }
  if (m_deciding.size() >= kDeepestCondition || !m_deciding.insert(name).second) {
    m_findings.error(child("/Conditions", name),
                     {"template",
                      SAY("template",
                          "The condition \"%1\" depends on itself, or on a very long chain of "
                          "others. Write it without the detour."),
                      {name}});
    return true;
  }
  const bool result = holds(*declared->second, child("/Conditions", name));
  m_deciding.erase(name);
  return m_conditions[name] = result;
}

bool Resolver::holds(const Node& expression, const std::string& where) {
  if (!expression.is_object() || expression.size() != 1) {
    malformed("Conditions", where);
    return true;
  }
  const std::string& function = expression.begin().key();
  const Node& argument = expression.begin().value();
  const auto holdsHere = [&](const Node& item) { return holds(item, where); };
  if (function == "Condition" && argument.is_string()) {
    return condition(argument.get<std::string>(), where);
  }
  if (function == "Fn::Equals" && isPair(argument, 2)) {
    const Value left = resolve(argument[0], where);
    const Value right = resolve(argument[1], where);
    return plainText(left.json) == plainText(right.json);
  }
  if (function == "Fn::Not" && isPair(argument, 1)) return !holds(argument[0], where);
  if (function == "Fn::And" && argument.is_array()) {
    return std::all_of(argument.begin(), argument.end(), holdsHere);
  }
  if (function == "Fn::Or" && argument.is_array()) {
    return std::any_of(argument.begin(), argument.end(), holdsHere);
  }
  malformed(function, where);
  return true;
}

}  // namespace coldstart::project
