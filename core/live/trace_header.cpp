// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/trace_header.h"

#include <algorithm>
#include <cctype>

namespace coldstart::live {
namespace {

/// The value of a part such as "Root=…"; "" when there is none. Only what such a value may hold:
/// it becomes a header again.
std::string_view partOf(std::string_view header, std::string_view name) {
  while (!header.empty()) {
    const std::size_t end = std::min(header.find(';'), header.size());
    std::string_view part = header.substr(0, end);
    header.remove_prefix(std::min(end + 1, header.size()));
    while (part.starts_with(' ')) part.remove_prefix(1);
    const std::size_t equals = part.find('=');
    const bool same = equals == name.size() &&
                      std::equal(name.begin(), name.end(), part.begin(), [](char a, char b) {
                        return a == std::tolower(static_cast<unsigned char>(b));
                      });
    if (!same) continue;
    const std::string_view value = part.substr(equals + 1);
    const bool clean = std::ranges::all_of(value, [](char c) {
      return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '-' || c == '?';
    });
    return clean ? value : std::string_view();
  }
  return {};
}

}  // namespace

std::string continuedTrace(std::string_view callers, const std::string& own) {
  const std::string_view root = partOf(callers, "root");
  if (root.empty()) return own;
  const auto either = [&](std::string_view name) {
    const std::string_view given = partOf(callers, name);
    return std::string(given.empty() ? partOf(own, name) : given);
  };
  return "Root=" + std::string(root) + ";Parent=" + either("parent") +
         ";Sampled=" + either("sampled");
}

}  // namespace coldstart::live
