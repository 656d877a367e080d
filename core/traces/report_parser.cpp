// SPDX-License-Identifier: GPL-3.0-or-later
// Lambda's REPORT lines: text and JSON log format, as `aws logs tail` prints them, as a file of one
// JSON object a line, or plain. (Lambda: monitoring-cloudwatchlogs-logformat; facts
// §§2.4, 2.5, 2.9)
#include <algorithm>

#include <nlohmann/json.hpp>

#include "core/traces/parsers.h"
#include "core/traces/text.h"

namespace coldstart::traces {
namespace {

using Json = nlohmann::json;
using Line = LineParser::Line;

constexpr std::string_view kReport = "REPORT RequestId: ";

/// The number after the label. "Duration: " is the first of those that end so.
std::optional<std::int64_t> field(std::string_view text, std::string_view label, int places) {
  const std::size_t at = text.find(label);
  if (at == std::string_view::npos) return std::nullopt;
  const std::string_view value = text.substr(at + label.size());
  return amount(value.substr(0, value.find_first_of(" \t\r\n")), places);
}

Record::Ending endingNamed(std::string_view status) {
  if (status.starts_with("success")) return Record::Ending::Succeeded;
  if (status.starts_with("timeout")) return Record::Ending::TimedOut;
  if (status.starts_with("error") || status.starts_with("failure")) return Record::Ending::Failed;
  return Record::Ending::Unknown;
}

/// A request came before its report by what it took, a cold one by its init as well.
void placeInTime(std::optional<std::int64_t> timeUs, Record& record) {
  record.calendar = true;
  if (timeUs) record.atUs = *timeUs - record.tookUs.value_or(0) - record.initUs.value_or(0);
}

Line parseReport(std::string_view text, std::optional<std::int64_t> timeUs, Record& record) {
  record.tookUs = field(text, "Duration: ", 3);
  if (!record.tookUs) return Line::Wrong;
  record.memoryMb = field(text, "Memory Size: ", 0);
  record.maxMemoryMb = field(text, "Max Memory Used: ", 0);
  record.initUs = field(text, "Init Duration: ", 3);
  if (const std::size_t at = text.find("Status: "); at != std::string_view::npos)
    record.ending = endingNamed(text.substr(at + 8));
  placeInTime(timeUs, record);
  return Line::Read;
}

std::optional<std::int64_t> number(const Json& object, const char* key, int places) {
  const auto found = object.find(key);
  if (found == object.end() || !found->is_number()) return std::nullopt;
  return amount(found->dump(), places);
}

Line parseJsonReport(const Json& line, std::optional<std::int64_t> timeUs, Record& record) {
  const Json report = line.value("record", Json::object());
  const Json metrics = report.is_object() ? report.value("metrics", Json::object()) : Json();
  if (!metrics.is_object()) return Line::Wrong;
  record.tookUs = number(metrics, "durationMs", 3);
  if (!record.tookUs) return Line::Wrong;
  record.memoryMb = number(metrics, "memorySizeMB", 0);
  record.maxMemoryMb = number(metrics, "maxMemoryUsedMB", 0);
  record.initUs = number(metrics, "initDurationMs", 3);
  if (const auto status = report.find("status"); status != report.end() && status->is_string())
    record.ending = endingNamed(status->get_ref<const std::string&>());
  if (const auto time = line.find("time"); time != line.end() && time->is_string())
    timeUs = calendarTime(time->get_ref<const std::string&>());
  placeInTime(timeUs, record);
  return Line::Read;
}

class ReportParser final : public LineParser {
 public:
  Line parse(std::string_view line, Record& record) override {
    const std::string_view text = trimmed(line);
    // `aws logs tail` begins with the time; the stream's name stands between it and the message.
    const std::string_view first = text.substr(0, text.find_first_of(" \t"));
    const Line read = parseMessage(text, calendarTime(first), record);
    if (read != Line::Wrong) return read;
    return refuse({"trace",
                   SAY("trace",
                       "This REPORT line has no duration that can be read. Take the log as "
                       "CloudWatch has it."),
                   {}},
                  line.find(kReport) == std::string_view::npos ? 1 : line.find(kReport) + 1);
  }
};

}  // namespace

Line parseMessage(std::string_view message, std::optional<std::int64_t> timeUs, Record& record) {
  const std::size_t report = message.find(kReport);
  const std::size_t brace = message.find('{');
  // One log event a line, {"timestamp": …, "message": "REPORT …"}: its text is escaped.
  if (brace < report && message.substr(brace, report - brace).find("\"message\"") < report) {
    const Json event = Json::parse(message.substr(brace), nullptr, false);
    const auto inner = event.is_object() ? event.find("message") : event.end();
    if (inner != event.end() && inner->is_string() && event.contains("timestamp")) {
      const auto time = number(event, "timestamp", 3);
      return parseMessage(inner->get_ref<const std::string&>(), time ? time : timeUs, record);
    }
  }
  if (report != std::string_view::npos) return parseReport(message.substr(report), timeUs, record);
  if (brace != std::string_view::npos) {
    const std::string_view json = message.substr(brace);
    if (json.find("\"platform.report\"") != std::string_view::npos) {
      const Json line = Json::parse(json, nullptr, false);
      return line.is_object() ? parseJsonReport(line, timeUs, record) : Line::Wrong;
    }
  }
  // The old style says it in lines of their own; an exception's line has a space after its level,
  // a logger's a tab.
  if (message.find("Task timed out after ") != std::string_view::npos)
    record.kind = Record::Kind::Timeout;
  else if (message.find("[ERROR] ") != std::string_view::npos ||
           message.find("\tERROR\tInvoke Error") != std::string_view::npos)
    record.kind = Record::Kind::HandlerError;
  else
    return Line::Nothing;
  return Line::Read;
}

std::unique_ptr<LineParser> reportParser() {
  return std::make_unique<ReportParser>();
}

}  // namespace coldstart::traces
