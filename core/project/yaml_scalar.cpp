// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/yaml_scalar.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>

#include <nlohmann/json.hpp>

namespace coldstart::project {
namespace {

constexpr std::array<std::string_view, 9> kTrue{"true", "True", "TRUE", "yes", "Yes",
                                                "YES",  "on",   "On",   "ON"};
constexpr std::array<std::string_view, 9> kFalse{"false", "False", "FALSE", "no", "No",
                                                 "NO",    "off",   "Off",   "OFF"};
constexpr std::array<std::string_view, 21> kFunctions{
    "And",          "Base64", "Cidr",        "Contains", "EachMemberEquals",
    "EachMemberIn", "Equals", "FindInMap",   "ForEach",  "GetAZs",
    "GetAtt",       "If",     "ImportValue", "Join",     "Length",
    "Not",          "Or",     "Select",      "Split",    "Sub",
    "ToJsonString"};

template <std::size_t N>
bool contains(const std::array<std::string_view, N>& list, std::string_view text) {
  return std::find(list.begin(), list.end(), text) != list.end();
}

bool isDigit(char c) {
  return c >= '0' && c <= '9';
}

/// YAML's core schema: [-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?
bool looksLikeNumber(std::string_view text) {
  std::size_t i = text.find_first_of("+-") == 0 ? 1 : 0;
  std::size_t digits = 0;
  const std::size_t whole = i;
  while (i < text.size() && isDigit(text[i])) ++i, ++digits;
  if (digits > 1 && text[whole] == '0') return false;  // 0123: a code, not a number
  if (i < text.size() && text[i] == '.') {
    for (++i; i < text.size() && isDigit(text[i]); ++i) ++digits;
  }
  if (digits == 0) return false;
  if (i < text.size() && (text[i] == 'e' || text[i] == 'E')) {
    if (++i < text.size() && (text[i] == '+' || text[i] == '-')) ++i;
    if (i == text.size()) return false;
    while (i < text.size() && isDigit(text[i])) ++i;
  }
  return i == text.size();
}

template <typename Number, typename... Base>
std::optional<Number> read(std::string_view text, Base... base) {
  Number number{};
  const auto [end, failure] =
      std::from_chars(text.data(), text.data() + text.size(), number, base...);
  if (failure != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return number;
}

}  // namespace

nlohmann::ordered_json plainScalar(const std::string& text) {
  if (text.empty() || text == "~" || text == "null" || text == "Null" || text == "NULL") {
    return nullptr;
  }
  if (contains(kTrue, text)) return true;
  if (contains(kFalse, text)) return false;
  if (text.size() > 2 && text.rfind("0x", 0) == 0) {
    if (const auto value = read<std::uint64_t>(text.substr(2), 16)) return *value;
    return text;
  }
  if (!looksLikeNumber(text)) return text;
  const std::string_view unsignedText = text[0] == '+' ? std::string_view(text).substr(1) : text;
  if (text.find_first_of(".eE") != std::string::npos) {
    const auto value = read<double>(unsignedText);
    if (value && std::isfinite(*value)) return *value;
    return text;
  }
  if (const auto value = read<std::int64_t>(unsignedText)) return *value;
  if (const auto value = read<std::uint64_t>(unsignedText)) return *value;
  return text;
}

std::optional<std::string> longForm(std::string_view tag) {
  if (tag.size() < 2 || tag[0] != '!') return std::nullopt;
  const std::string name(tag.substr(1));
  if (name == "Ref" || name == "Condition") return name;
  if (name == "RefAll" || name == "Transform" || name == "ValueOf" || name == "ValueOfAll" ||
      contains(kFunctions, name)) {
    return "Fn::" + name;
  }
  return std::nullopt;
}

}  // namespace coldstart::project
