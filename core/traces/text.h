// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Moments, amounts and columns in the text of a recording. For this room only.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace coldstart::traces {

std::string_view trimmed(std::string_view text);
std::string lowered(std::string_view text);

/// One field of a line, without its quotation marks, and its column (from 1).
struct Cell {
  std::string_view text;
  std::size_t column = 1;
};
/// Fields of a line of comma-separated values; quotation marks protect separators.
std::vector<Cell> cells(std::string_view line, char separator);
/// Fields separated by spaces; "…" and […] hold together, their marks left out.
std::vector<Cell> words(std::string_view line);

/// "2026-01-05T09:00:00.123Z", with a space, an offset such as +02:00 or nothing at the end (UTC).
std::optional<std::int64_t> calendarTime(std::string_view text);
/// "09/Apr/2026:12:34:56 +0000", as web servers write it.
std::optional<std::int64_t> webServerTime(std::string_view text);
/// A decimal number as a whole one of 10^-places.
std::optional<std::int64_t> amount(std::string_view text, int places);

}  // namespace coldstart::traces
