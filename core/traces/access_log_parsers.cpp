// SPDX-License-Identifier: GPL-3.0-or-later
// Access logs: an Application Load Balancer's (elasticloadbalancing: load-balancer-access-logs) and
// API Gateway's in the console's CLF, JSON and CSV templates (apigateway: set-up-logging).
#include <algorithm>

#include <nlohmann/json.hpp>

#include "core/traces/parsers.h"
#include "core/traces/text.h"

namespace coldstart::traces {
namespace {

/// "GET https://host:443/notes?x=1 HTTP/1.1" → "GET /notes"
std::string route(std::string_view request) {
  const std::size_t space = std::min(request.find(' '), request.size());
  const std::string method(request.substr(0, space));
  std::string_view path = request.substr(std::min(space + 1, request.size()));
  path = path.substr(0, path.find(' '));
  if (const std::size_t scheme = path.find("://"); scheme != std::string_view::npos) {
    path = path.substr(scheme + 3);
    path = path.substr(std::min(path.find('/'), path.size()));
  }
  return method + ' ' + std::string(path.substr(0, path.find('?')));
}

class AlbParser final : public LineParser {
 public:
  Line parse(std::string_view line, Record& record) override {
    if (trimmed(line).empty()) return Line::Nothing;
    const std::vector<Cell> row = words(line);
    // type time elb client:port target:port request_processing_time target_processing_time
    // response_processing_time elb_status_code target_status_code received sent "request" …
    constexpr std::size_t kRequest = 12;
    const Cell time = row.size() > 1 ? row[1] : Cell{};
    record.atUs = calendarTime(time.text);
    if (!record.atUs || row.size() <= kRequest)
      return refuse({"trace",
                     SAY("trace",
                         "This is no line of a load balancer's access log: it needs a time such as "
                         "2026-01-05T09:00:00.123456Z in its second field (\"%1\") and at least 13 "
                         "fields."),
                     {std::string(time.text.substr(0, 40))}},
                    time.column);
    record.calendar = true;
    const auto before = amount(row[5].text, 6);
    const auto target = amount(row[6].text, 6);
    if (target && *target >= 0) record.tookUs = target;  // -1: the target gave no answer.
    // The line's time is that of the answer.
    const auto after = amount(row[7].text, 6);
    for (const auto& part : {before, target, after})
      if (part && *part > 0) *record.atUs -= *part;
    record.function = route(row[kRequest].text);
    return Line::Read;
  }
};

using Json = nlohmann::json;

/// A number, or text with one; "-" stands for none.
std::optional<std::int64_t> numberIn(const Json& object, std::initializer_list<const char*> keys,
                                     int places) {
  for (const char* key : keys) {
    const auto found = object.find(key);
    if (found == object.end()) continue;
    const std::string text = found->is_string() ? found->get<std::string>() : found->dump();
    if (const auto value = amount(text, places)) return value;
  }
  return std::nullopt;
}

std::string textIn(const Json& object, std::initializer_list<const char*> keys) {
  for (const char* key : keys) {
    const auto found = object.find(key);
    if (found != object.end() && found->is_string()) return found->get<std::string>();
  }
  return {};
}

class ApiGatewayParser final : public LineParser {
 public:
  Line parse(std::string_view line, Record& record) override {
    const std::string_view text = trimmed(line);
    if (text.empty()) return Line::Nothing;
    const std::size_t brace = text.find('{');
    const Line read = brace != std::string_view::npos && text.back() == '}'
                          ? parseJson(text.substr(brace), record)
                          : parseText(text, record);
    if (read != Line::Wrong) return read;
    return refuse({"trace",
                   SAY("trace",
                       "This line of an API's access log has no time. Log $context.requestTime or "
                       "$context.requestTimeEpoch."),
                   {}},
                  1);
  }

 private:
  static Line parseJson(std::string_view text, Record& record) {
    const Json object = Json::parse(text, nullptr, false);
    if (!object.is_object()) return Line::Wrong;
    record.atUs = numberIn(object, {"requestTimeEpoch", "timeEpoch"}, 3);
    if (!record.atUs) {
      const std::string time = textIn(object, {"requestTime", "time", "timestamp"});
      record.atUs = webServerTime(time);
      if (!record.atUs) record.atUs = calendarTime(time);
    }
    if (!record.atUs) return Line::Wrong;
    record.calendar = true;
    record.tookUs = numberIn(
        object, {"integrationLatency", "integration.latency", "responseLatency", "latency"}, 3);
    record.function = textIn(object, {"routeKey"});
    if (record.function.empty())
      record.function =
          textIn(object, {"httpMethod", "method"}) + " " + textIn(object, {"resourcePath", "path"});
    return Line::Read;
  }

  /// CLF, CSV, or an own mixture: what looks like the server's time is it.
  static Line parseText(std::string_view text, Record& record) {
    for (std::size_t at = text.find('/'); at != std::string_view::npos;
         at = text.find('/', at + 1)) {
      if (at < 2) continue;
      const std::size_t end = std::min(text.find_first_of("],\"\t", at), text.size());
      record.atUs = webServerTime(text.substr(at - 2, end - at + 2));
      if (record.atUs) break;
    }
    if (!record.atUs) return Line::Wrong;
    record.calendar = true;
    for (const std::string_view method :
         {"GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "ANY"}) {
      for (const char separator : {' ', ','}) {
        const std::size_t found = text.find(std::string(method) + separator);
        if (found == std::string_view::npos) continue;
        std::string request(text.substr(found, text.find('"', found) - found));
        std::replace(request.begin(), request.end(), ',', ' ');
        record.function = route(request);
        return Line::Read;
      }
    }
    return Line::Read;
  }
};

}  // namespace

std::unique_ptr<LineParser> albParser() {
  return std::make_unique<AlbParser>();
}

std::unique_ptr<LineParser> apiGatewayParser() {
  return std::make_unique<ApiGatewayParser>();
}

}  // namespace coldstart::traces
