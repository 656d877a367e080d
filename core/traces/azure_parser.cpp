// SPDX-License-Identifier: GPL-3.0-or-later
// The public traces of Azure Functions, 2019 and 2021. (github.com/Azure/AzurePublicDataset:
// AzureFunctionsDataset2019.md, AzureFunctionsInvocationTrace2021.md)
#include <algorithm>
#include <charconv>

#include "core/traces/parsers.h"
#include "core/traces/text.h"

namespace coldstart::traces {
namespace {

constexpr std::size_t kFirstMinute = 4;  // HashOwner,HashApp,HashFunction,Trigger,1..1440
constexpr std::size_t kMostMinutes = 1'440;
constexpr std::size_t kFirstDuration = 7;  // …,Average,Count,Minimum,Maximum,percentile…
constexpr std::size_t kFirstMemory = 4;    // HashOwner,HashApp,SampleCount,Average,pct1…

class AzureParser final : public LineParser {
 public:
  explicit AzureParser(Format format) : m_format(format) {}

  Line parse(std::string_view line, Record& record) override {
    if (trimmed(line).empty()) return Line::Nothing;
    if (line.starts_with("HashOwner") || line.starts_with("app,")) return Line::Nothing;
    switch (m_format) {
      case Format::Azure2019:
        return parseCounts(line, record);
      case Format::Azure2021:
        return parseInvocation(line, record);
      case Format::AzureMemory:
        return parsePercentiles(line, 1, kFirstMemory, kMemoryPercents.size(), 0, record);
      default:
        return parsePercentiles(line, 2, kFirstDuration, kDurationPercents.size(), 3, record);
    }
  }

 private:
  Line noNumber(std::string_view text, std::size_t column) {
    return refuse({"trace",
                   SAY("trace",
                       "\"%1\" is not a number where the Azure trace has one. Take the file as it "
                       "was published."),
                   {std::string(text.substr(0, 40))}},
                  column);
  }
  Line tooShort(std::size_t columns, std::size_t needed) {
    return refuse({"trace",
                   SAY("trace",
                       "The line has %1 columns, but this format has at least %2. Take the file as "
                       "it was published."),
                   {std::to_string(columns), std::to_string(needed)}},
                  1);
  }

  /// By hand instead of cells(): a day's file has 46 000 lines of 1 440 numbers.
  Line parseCounts(std::string_view line, Record& record) {
    std::size_t at = 0;
    for (std::size_t column = 0; at < line.size(); ++column) {
      const std::size_t end = std::min(line.find(',', at), line.size());
      const std::string_view cell = trimmed(line.substr(at, end - at));
      if (column == 2) record.function = cell;
      if (column >= kFirstMinute) {
        std::uint32_t count = 0;
        const auto [last, code] = std::from_chars(cell.data(), cell.data() + cell.size(), count);
        if (code != std::errc{} || last != cell.data() + cell.size() ||
            record.counts.size() == kMostMinutes)
          return noNumber(cell, at + 1);
        record.counts.push_back(count);
      }
      at = end + 1;
    }
    return record.counts.empty() ? tooShort(0, kFirstMinute + 1) : Line::Read;
  }

  Line parseInvocation(std::string_view line, Record& record) {
    const std::vector<Cell> row = cells(line, ',');
    if (row.size() < 4) return tooShort(row.size(), 4);
    record.function = row[1].text;
    const auto end = amount(row[2].text, 6);
    const auto took = amount(row[3].text, 6);
    if (!end) return noNumber(row[2].text, row[2].column);
    if (!took || *took < 0) return noNumber(row[3].text, row[3].column);
    record.tookUs = took;
    record.atUs = *end - *took;
    return Line::Read;
  }

  Line parsePercentiles(std::string_view line, std::size_t name, std::size_t first,
                        std::size_t count, int places, Record& record) {
    const std::vector<Cell> row = cells(line, ',');
    if (row.size() < first + count) return tooShort(row.size(), first + count);
    record.function = row[name].text;
    for (std::size_t i = first; i < first + count; ++i) {
      const auto value = amount(row[i].text, places);
      if (!value || *value < 0) return noNumber(row[i].text, row[i].column);
      record.percentiles.push_back(*value);
    }
    return Line::Read;
  }

  Format m_format;
};

}  // namespace

std::unique_ptr<LineParser> azureParser(Format format) {
  return std::make_unique<AzureParser>(format);
}

}  // namespace coldstart::traces
