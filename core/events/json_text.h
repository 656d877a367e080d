// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Places in JSON text, so that one value can be changed while every other byte stays as the user
// wrote it.

#include <cstddef>
#include <optional>
#include <string_view>

#include <nlohmann/json.hpp>

namespace coldstart::events {

struct Span {
  std::size_t at = 0;
  std::size_t length = 0;
};

/// Where the value at this pointer stands in `text`, which has to be JSON that parses; nothing when
/// it is not there. Of members with the same name the last counts, as for the parser.
std::optional<Span> spanOf(std::string_view text,
                           const nlohmann::ordered_json::json_pointer& pointer);

}  // namespace coldstart::events
