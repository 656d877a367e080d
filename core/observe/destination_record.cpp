// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/observe/destination_record.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "core/base/identifiers.h"
#include "core/observe/log_text.h"
#include "core/observe/logs.h"

namespace coldstart::observe {

using journal::Attempt;
using journal::AttemptIndex;
using journal::Ending;
using nlohmann::ordered_json;

namespace {

constexpr std::size_t kLongestErrorMessage = 1'024;

std::string idOf(const RunIndex& index, AttemptIndex last) {
  return requestUuid(index.run().seed, index.attempts()[last].request);
}

const project::Function& functionOf(const RunIndex& index, AttemptIndex last) {
  return index.run().project.functions[index.run().journal.functionOf(index.attempts()[last])];
}

std::string qualifiedArn(const RunIndex& index, AttemptIndex last) {
  const project::Function& function = functionOf(index, last);
  return functionArn(index.run().project, index.run().journal.functionOf(index.attempts()[last])) +
         ":" + (function.alias.empty() ? "$LATEST" : function.alias);
}

ordered_json parsed(const std::string& text) {
  ordered_json value = ordered_json::parse(text.empty() ? "{}" : text, nullptr, false);
  return value.is_discarded() ? ordered_json(text) : value;
}

/// The last try that ran, up to this attempt; kNone when none did.
AttemptIndex lastRun(const RunIndex& index, AttemptIndex last) {
  AttemptIndex i = last;
  while (i != journal::kNone && !index.attempts()[i].ran()) i = index.attempts()[i].cause;
  return i;
}

std::int64_t invokeCount(const RunIndex& index, AttemptIndex last) {
  std::int64_t count = 0;
  for (AttemptIndex i = last; i != journal::kNone; i = index.attempts()[i].cause) {
    if (index.attempts()[i].ran()) ++count;
  }
  return count;
}

std::string executedVersion(const RunIndex& index, AttemptIndex ran) {
  const auto& environment = index.environments()[index.attempts()[ran].environment];
  return environment.version == 0 ? "$LATEST" : std::to_string(environment.version);
}

std::string momentOf(const RunIndex& index, AttemptIndex last) {
  return formatIso8601Millis(index.run().wall(index.attempts()[last].ended()));
}

ordered_json recordJson(const RunIndex& index, AttemptIndex last, const std::string& event,
                        const std::string& response) {
  ordered_json record;
  record["version"] = "1.0";
  record["timestamp"] = momentOf(index, last);
  record["requestContext"] = {{"requestId", idOf(index, last)},
                              {"functionArn", qualifiedArn(index, last)},
                              {"condition", std::string(conditionOf(index.attempts()[last]))},
                              {"approximateInvokeCount", invokeCount(index, last)}};
  record["requestPayload"] = parsed(event);
  const AttemptIndex ran = lastRun(index, last);
  if (ran == journal::kNone) return record;
  ordered_json context = {{"statusCode", 200}, {"executedVersion", executedVersion(index, ran)}};
  if (journal::isError(index.attempts()[ran].ending)) context["functionError"] = "Unhandled";
  record["responseContext"] = std::move(context);
  record["responsePayload"] = parsed(functionAnswer(index, ran, response));
  return record;
}

}  // namespace

std::string_view conditionOf(const Attempt& last) {
  switch (last.ending) {
    case Ending::Succeeded:
      return "Success";
    case Ending::AgeExceeded:
      return "EventAgeExceeded";
    case Ending::ReservedZero:
      return "ZeroReservedConcurrency";
    default:
      return "RetriesExhausted";
  }
}

std::vector<Delivery> deliveriesAfter(const RunIndex& index, AttemptIndex number) {
  const Attempt& attempt = index.attempts()[number];
  const journal::Run& run = index.run();
  const journal::Source& source = run.journal.sources[attempt.source];
  if (source.type != project::InvocationType::Event) return {};
  const bool succeeded = attempt.ending == Ending::Succeeded;
  if (attempt.ending == Ending::Running || (attempt.retried && !succeeded)) return {};
  const project::Function& function = run.project.functions[source.function];
  std::vector<Delivery> deliveries;
  const auto add = [&](Delivery::Kind kind, const std::string& text) {
    project::Target target = project::targetOf(run.project, text);
    if (target.kind == project::Target::Kind::None) return;
    const bool arrived = project::isReachable(target);
    deliveries.push_back({kind, std::move(target), arrived});
  };
  if (succeeded) {
    add(Delivery::Kind::OnSuccess, function.onSuccess);
  } else {
    add(Delivery::Kind::OnFailure, function.onFailure);
    add(Delivery::Kind::DeadLetter, function.deadLetterTarget);
  }
  return deliveries;
}

std::string invocationRecord(const RunIndex& index, AttemptIndex last, const std::string& event,
                             const std::string& response) {
  return recordJson(index, last, event, response)
      .dump(-1, ' ', false, ordered_json::error_handler_t::replace);
}

std::string busEvent(const RunIndex& index, AttemptIndex last, const std::string& busArn,
                     const std::string& event, const std::string& response) {
  const bool succeeded = index.attempts()[last].ending == Ending::Succeeded;
  ordered_json json;
  json["version"] = "0";
  json["id"] = requestUuid(index.run().seed ^ 0x6275'73, index.attempts()[last].request);
  json["detail-type"] =
      std::string("Lambda Function Invocation Result - ") + (succeeded ? "Success" : "Failure");
  json["source"] = "lambda";
  json["account"] = index.run().project.accountId;
  json["time"] = momentOf(index, last).substr(0, 19) + "Z";
  json["region"] = index.run().project.region;
  json["resources"] = {busArn, qualifiedArn(index, last)};
  json["detail"] = recordJson(index, last, event, response);
  return json.dump(-1, ' ', false, ordered_json::error_handler_t::replace);
}

std::string recordKey(const RunIndex& index, AttemptIndex last) {
  std::string moment = momentOf(index, last).substr(0, 19);
  const std::string day = moment.substr(0, 10);
  std::ranges::replace(moment, ':', '.');
  std::string folders = day;
  std::ranges::replace(folders, '-', '/');
  return "aws/lambda/async/" + functionOf(index, last).name + "/" + folders + "/" + moment + "-" +
         requestUuid(index.run().seed ^ 0x7333, index.attempts()[last].request);
}

DeadLetter deadLetter(const RunIndex& index, AttemptIndex last, const std::string& event) {
  DeadLetter letter{event, idOf(index, last), "200", {}};
  const AttemptIndex ran = lastRun(index, last);
  if (ran == journal::kNone) {
    letter.errorCode = "429";
    letter.errorMessage = "Rate Exceeded.";
    return letter;
  }
  const ordered_json answer = parsed(functionAnswer(index, ran, {}));
  if (answer.is_object()) letter.errorMessage = answer.value("errorMessage", std::string());
  letter.errorMessage.resize(std::min(letter.errorMessage.size(), kLongestErrorMessage));
  return letter;
}

}  // namespace coldstart::observe
