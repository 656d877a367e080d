// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/observe/code_place.h"

#include <algorithm>
#include <optional>

namespace coldstart::observe {
namespace {

constexpr std::string_view kFile = "File ";
constexpr std::string_view kScheme = "file://";
constexpr std::size_t kMostDigits = 7;

bool isDigit(char c) {
  return c >= '0' && c <= '9';
}

bool isLetter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// A number at `at`, which moves behind it.
std::optional<int> number(std::string_view text, std::size_t& at) {
  const std::size_t from = at;
  int value = 0;
  while (at < text.size() && isDigit(text[at]) && at - from < kMostDigits)
    value = value * 10 + (text[at++] - '0');
  if (at == from || value == 0) return std::nullopt;
  return value;
}

bool skip(std::string_view text, std::size_t& at, std::string_view word) {
  if (text.substr(at, word.size()) != word) return false;
  at += word.size();
  return true;
}

/// Python's: File "/var/task/app.py", line 7. Inside JSON the quotes are escaped.
std::optional<CodePlace> python(std::string_view text, std::size_t from) {
  std::size_t at = from + kFile.size();
  skip(text, at, "\\");
  if (!skip(text, at, "\"")) return std::nullopt;
  const std::size_t end = text.find('"', at);
  if (end == std::string_view::npos) return std::nullopt;
  std::string_view file = text.substr(at, end - at);
  if (file.ends_with('\\')) file.remove_suffix(1);
  at = end + 1;
  // A syntax error's frame is written without the comma. (facts 4.1)
  if (!skip(text, at, ", line ") && !skip(text, at, " Line ")) return std::nullopt;
  const auto line = number(text, at);
  if (!line || file.empty()) return std::nullopt;
  return CodePlace{std::string(file), *line, from, at - from, true};
}

/// What may stand before a path.
bool opens(char c) {
  return c == ' ' || c == '(' || c == '"' || c == '\'' || c == '\t' || c == '\r' || c == '\n';
}

/// "/var/task/index.mjs": absolute, with an ending of letters.
bool isPath(std::string_view path) {
  if (!path.starts_with('/')) return false;
  const std::size_t dot = path.rfind('.');
  if (dot == std::string_view::npos || dot < path.rfind('/')) return false;
  const std::string_view ending = path.substr(dot + 1);
  return !ending.empty() && std::ranges::all_of(ending, isLetter);
}

/// Node's and Ruby's: /var/task/index.mjs:3:9, with file:// before it where it is a module. `colon`
/// stands before the line.
std::optional<CodePlace> path(std::string_view text, std::size_t colon, std::size_t floor) {
  if (colon + 1 == text.size() || !isDigit(text[colon + 1])) return std::nullopt;
  std::size_t from = colon;
  while (from > floor && !opens(text[from - 1])) --from;
  std::string_view file = text.substr(from, colon - from);
  if (file.starts_with(kScheme)) file.remove_prefix(kScheme.size());
  if (!isPath(file)) return std::nullopt;
  std::size_t at = colon + 1;
  const auto line = number(text, at);
  if (!line) return std::nullopt;
  std::size_t column = at + 1;
  if (at < text.size() && text[at] == ':' && number(text, column)) at = column;
  return CodePlace{std::string(file), *line, from, at - from, false};
}

}  // namespace

std::vector<CodePlace> codePlaces(std::string_view text) {
  std::vector<CodePlace> places;
  std::size_t at = 0;
  std::size_t floor = 0;
  while ((at = text.find_first_of("F:", at)) != std::string_view::npos) {
    std::optional<CodePlace> place;
    if (text[at] == ':')
      place = path(text, at, floor);
    else if (text.substr(at).starts_with(kFile))
      place = python(text, at);
    if (place) {
      places.push_back(*place);
      at = floor = place->at + place->length;
      continue;
    }
    ++at;
    if (text[at - 1] == ':' && at < text.size() && isDigit(text[at])) floor = at;  // No path ends.
  }
  return places;
}

}  // namespace coldstart::observe
