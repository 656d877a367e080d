// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/traces/parsers.h"

#include "core/traces/text.h"

namespace coldstart::traces {
namespace {

constexpr std::array<std::pair<Format, std::string_view>, 8> kNames{
    {{Format::Times, "Times"},
     {Format::Azure2019, "Azure2019"},
     {Format::AzureDurations, "Azure2019Durations"},
     {Format::AzureMemory, "Azure2019Memory"},
     {Format::Azure2021, "Azure2021"},
     {Format::Alb, "Alb"},
     {Format::ApiGateway, "ApiGateway"},
     {Format::Report, "Report"}}};

bool isAlbLine(std::string_view line) {
  const std::vector<Cell> row = words(line);
  if (row.size() < 13 || !calendarTime(row[1].text)) return false;
  for (const std::string_view type : {"http", "https", "h2", "grpcs", "ws", "wss"})
    if (row[0].text == type) return true;
  return false;
}

}  // namespace

std::optional<Format> formatNamed(std::string_view name) {
  for (const auto& [format, known] : kNames)
    if (lowered(known) == lowered(name)) return format;
  return std::nullopt;
}

std::string_view nameOf(Format format) {
  for (const auto& [known, name] : kNames)
    if (known == format) return name;
  return {};
}

Format sniffed(std::string_view beginning) {
  const auto has = [&](std::string_view text) {
    return beginning.find(text) != std::string_view::npos;
  };
  if (beginning.starts_with("HashOwner,HashApp,HashFunction,Trigger")) return Format::Azure2019;
  if (beginning.starts_with("HashOwner,HashApp,HashFunction,Average"))
    return Format::AzureDurations;
  if (beginning.starts_with("HashOwner,HashApp,SampleCount")) return Format::AzureMemory;
  if (beginning.starts_with("app,func,end_timestamp")) return Format::Azure2021;
  if (has("REPORT RequestId: ") || has("platform.report") || has("platform.start") ||
      has("START RequestId: ") || has("INIT_START ") || has("\"logStreamName\""))
    return Format::Report;
  std::string_view line;
  for (std::string_view rest = beginning; !rest.empty() && trimmed(line).empty();) {
    const std::size_t end = rest.find('\n');
    line = rest.substr(0, end);
    rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
    if (line.starts_with('#')) line = {};
  }
  if (isAlbLine(line)) return Format::Alb;
  const auto api = apiGatewayParser();
  Record record;
  if (api->parse(line, record) == LineParser::Line::Read) return Format::ApiGateway;
  return Format::Times;
}

std::unique_ptr<LineParser> parserFor(Format format) {
  switch (format) {
    case Format::Times:
      return timesParser();
    case Format::Alb:
      return albParser();
    case Format::ApiGateway:
      return apiGatewayParser();
    case Format::Report:
      return reportParser();
    default:
      return azureParser(format);
  }
}

}  // namespace coldstart::traces
