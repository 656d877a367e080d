// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A parser for each format, and which of them a text wants. For this room only.

#include <array>
#include <memory>
#include <optional>
#include <string_view>

#include "core/base/result.h"
#include "core/traces/record.h"

namespace coldstart::traces {

/// By the name that a template's Format gives; nothing when there is none of that name.
std::optional<Format> formatNamed(std::string_view name);
std::string_view nameOf(Format format);
/// Of a text's beginning: some ten kilobytes, or all of it.
Format sniffed(std::string_view beginning);

std::unique_ptr<LineParser> parserFor(Format format);
std::unique_ptr<LineParser> timesParser();
std::unique_ptr<LineParser> azureParser(Format format);
std::unique_ptr<LineParser> albParser();
std::unique_ptr<LineParser> apiGatewayParser();
std::unique_ptr<LineParser> reportParser();

/// The percentiles that the Azure files give, in hundredths; the same for durations and memory up
/// to those that only one of them has.
inline constexpr std::array<int, 7> kDurationPercents{0, 1, 25, 50, 75, 99, 100};
inline constexpr std::array<int, 8> kMemoryPercents{1, 5, 25, 50, 75, 95, 99, 100};

/// Reads one message of CloudWatch Logs, text or JSON; `timeUs` is that of the log event.
LineParser::Line parseMessage(std::string_view message, std::optional<std::int64_t> timeUs,
                              Record& record);

}  // namespace coldstart::traces
