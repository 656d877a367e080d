// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Parts of a message that may be missing or of another type than the protocol says, as messages
// from a process may. Only core/debug uses it.

#include <string>

#include <nlohmann/json.hpp>

namespace coldstart::debug {

using Json = nlohmann::ordered_json;

/// "" when there is none.
inline std::string text(const Json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

/// 0 when there is none.
inline int number(const Json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_number_integer() ? found->get<int>() : 0;
}

inline bool flag(const Json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && *found == true;
}

/// An object or array inside; an empty one when there is none.
inline Json part(const Json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_structured() ? *found : Json::object();
}

}  // namespace coldstart::debug
