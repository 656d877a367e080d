// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command/records.h"

#include <QTextStream>
#include <map>

#include <nlohmann/json.hpp>

#include "app/workbench/say.h"
#include "core/observe/destination_record.h"

namespace coldstart::command {

using nlohmann::ordered_json;
using observe::Delivery;
using project::Target;

namespace {

ordered_json parsed(const std::string& text) {
  ordered_json value = ordered_json::parse(text, nullptr, false);
  return value.is_discarded() ? ordered_json(text) : value;
}

ordered_json attribute(const char* type, const std::string& value) {
  return {{"Type", type}, {"Value", value}};
}

/// What arrived at the target, beside its name.
ordered_json told(const observe::RunIndex& index, journal::AttemptIndex attempt,
                  const Delivery& delivery, const std::string& event) {
  ordered_json line{{"to", delivery.target.arn}, {"arrived", delivery.arrived}};
  if (delivery.kind == Delivery::Kind::DeadLetter) {
    const observe::DeadLetter letter = observe::deadLetter(index, attempt, event);
    line["body"] = letter.body;
    line["messageAttributes"] = {{"RequestID", attribute("String", letter.requestId)},
                                 {"ErrorCode", attribute("Number", letter.errorCode)},
                                 {"ErrorMessage", attribute("String", letter.errorMessage)}};
    return line;
  }
  const journal::Run& run = index.run();
  const std::string& response =
      run.project.functions[run.journal.functionOf(index.attempts()[attempt])].defaultResponse;
  if (delivery.target.kind == Target::Kind::Bucket)
    line["key"] = observe::recordKey(index, attempt);
  const bool bus = delivery.target.kind == Target::Kind::EventBus;
  line[bus ? "event" : "record"] =
      parsed(bus ? observe::busEvent(index, attempt, delivery.target.arn, event, response)
                 : observe::invocationRecord(index, attempt, event, response));
  return line;
}

}  // namespace

void writeRecords(const observe::RunIndex& index,
                  const std::function<std::string(const std::string&)>& eventText,
                  QTextStream& out) {
  std::map<std::string, std::string> events;
  const auto attempts = index.attempts();
  for (std::size_t i = 0; i < attempts.size(); ++i) {
    const auto number = static_cast<journal::AttemptIndex>(i);
    const auto deliveries = observe::deliveriesAfter(index, number);
    if (deliveries.empty()) continue;
    const std::string& path = index.run().journal.sources[attempts[i].source].event;
    const auto [event, isNew] = events.try_emplace(path);
    if (isNew) event->second = path.empty() ? "{}" : eventText(path);
    for (const Delivery& delivery : deliveries) {
      const ordered_json line = told(index, number, delivery, event->second);
      out << qs(line.dump(-1, ' ', false, ordered_json::error_handler_t::replace)) << '\n';
    }
  }
}

}  // namespace coldstart::command
