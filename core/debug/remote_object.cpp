// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/debug/remote_object.h"

#include <functional>
#include <set>

#include <nlohmann/json.hpp>

#include "core/debug/message_parts.h"

namespace coldstart::debug {
namespace {

constexpr std::size_t kMostProperties = 1'000;

std::string quoted(const std::string& value) {
  return Json(value).dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string firstLine(const std::string& value) {
  return value.substr(0, value.find('\n'));
}

/// A property in a preview, which has its value as text.
std::string shortText(const Json& property) {
  const std::string type = text(property, "type");
  const std::string value = text(property, "value");
  if (type == "string") return quoted(value);
  if (type == "function") return "ƒ";
  if (type == "accessor") return "…";
  return value;
}

std::string entryText(const Json& entry) {
  const auto inner = [&entry](const char* key) {
    const Json preview = part(entry, key);
    return text(preview, "type") == "string" ? quoted(text(preview, "description"))
                                             : firstLine(text(preview, "description"));
  };
  return entry.contains("key") ? inner("key") + " => " + inner("value") : inner("value");
}

/// {n: 21}, [1, 2], Order {n: 21}, Map(1) {"a" => 1}
std::string previewText(const Json& object, const Json& preview) {
  const bool isArray =
      text(object, "subtype") == "array" || text(object, "subtype") == "typedarray";
  std::string inside;
  const auto add = [&inside](const std::string& piece) {
    inside += (inside.empty() ? "" : ", ") + piece;
  };
  for (const Json& entry : part(preview, "entries")) add(entryText(entry));
  for (const Json& property : part(preview, "properties")) {
    if (isArray) {
      add(shortText(property));
    } else if (!preview.contains("entries") || text(property, "name") != "size") {
      add(text(property, "name") + ": " + shortText(property));
    }
  }
  if (flag(preview, "overflow")) add("…");
  const std::string name = text(object, "description");
  if (isArray) {
    const bool isPlain = name.starts_with("Array(");
    return (isPlain ? "" : name + ' ') + '[' + inside + ']';
  }
  return (name == "Object" ? "" : name + ' ') + '{' + inside + '}';
}

std::string functionText(const Json& object) {
  const std::string source = firstLine(text(object, "description"));
  if (source.starts_with("class")) return source;
  return "ƒ " + source.substr(source.starts_with("function ") ? 9 : 0);
}

std::string valueText(const Json& object) {
  const std::string type = text(object, "type");
  const std::string subtype = text(object, "subtype");
  if (type == "string") return quoted(text(object, "value"));
  if (type == "undefined" || subtype == "null") return type == "undefined" ? type : subtype;
  if (type == "function") return functionText(object);
  if (subtype == "error") return thrownText(object);
  const Json preview = part(object, "preview");
  const bool isOpaque = subtype == "date" || subtype == "regexp" || subtype == "proxy";
  if (type == "object" && !isOpaque && !preview.empty()) return previewText(object, preview);
  const std::string description = text(object, "description");
  if (!description.empty()) return description;
  const auto value = object.find("value");
  return value != object.end() ? value->dump() : std::string();
}

/// Not what V8 itself puts there, such as [[Prototype]].
bool isWorthSeeing(const std::string& name) {
  static const std::set<std::string, std::less<>> kInner{
      "[[Entries]]", "[[PromiseState]]", "[[PromiseResult]]", "[[PrimitiveValue]]", "[[Target]]"};
  return name != "__proto__" && (!name.starts_with("[[") || kInner.contains(name));
}

}  // namespace

Variable variableOf(const std::string& name, const Json& object) {
  const std::string className = text(object, "className");
  return {name, valueText(object), className.empty() ? text(object, "type") : className,
          text(object, "objectId")};
}

std::vector<Variable> propertiesOf(const Json& answer) {
  std::vector<Variable> variables;
  for (const char* const group : {"result", "privateProperties", "internalProperties"}) {
    for (const Json& each : part(answer, group)) {
      const std::string name = text(each, "name");
      if (!isWorthSeeing(name)) continue;
      if (variables.size() == kMostProperties) {
        variables.push_back({"…", "", "", ""});
        return variables;
      }
      if (each.contains("value")) {
        variables.push_back(variableOf(name, part(each, "value")));
      } else if (each.contains("get")) {
        variables.push_back({name, "(getter)", "accessor", ""});
      }
    }
  }
  return variables;
}

std::string thrownText(const Json& object) {
  const std::string description = text(object, "description");
  if (text(object, "subtype") == "error")
    return description.substr(0, description.find("\n    at "));
  return text(object, "type") == "string" ? text(object, "value") : valueText(object);
}

}  // namespace coldstart::debug
