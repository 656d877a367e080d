// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/observe/report.h"

#include <array>
#include <utility>

#include <nlohmann/json.hpp>

#include "core/observe/batches.h"
#include "core/observe/figures.h"

namespace coldstart::observe {

using nlohmann::ordered_json;

namespace {

double ratio(std::int64_t part, std::int64_t whole) {
  return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

ordered_json spreadJson(const Spread& spread) {
  return {{"avg", spread.average}, {"p50", spread.p50}, {"p90", spread.p90}, {"p99", spread.p99}};
}

ordered_json errorsJson(const Figures& f) {
  using journal::Ending;
  constexpr std::array<std::pair<Ending, const char*>, 5> kKinds{
      {{Ending::HandlerError, "handlerError"},
       {Ending::TimedOut, "timeout"},
       {Ending::Crashed, "exit"},
       {Ending::OutOfMemory, "outOfMemory"},
       {Ending::InitFailed, "initFailed"}}};
  ordered_json json = ordered_json::object();
  for (const auto& [ending, name] : kKinds) {
    const std::int64_t count = f.byEnding[static_cast<std::size_t>(ending)];
    if (count > 0) json[name] = count;
  }
  return json;
}

ordered_json versionsJson(const Figures& f) {
  ordered_json json = ordered_json::object();
  for (const VersionFigures& v : f.versions) {
    const std::string name = v.version == 0 ? "$LATEST" : std::to_string(v.version);
    json[name] = {{"invocations", v.invocations}, {"errors", v.errors}};
  }
  return json;
}

ordered_json billReport(const RunIndex& index, const Bill& bill) {
  ordered_json lines = ordered_json::array();
  for (const BillLine& line : bill.lines) {
    ordered_json json;
    json["item"] = line.item.english();
    if (line.function != kWholeRun)
      json["function"] = index.run().project.functions[line.function].id;
    if (line.millionths % 1'000'000 == 0)
      json["quantity"] = line.millionths / 1'000'000;
    else
      json["quantity"] = static_cast<double>(line.millionths) / 1e6;
    json["unit"] = line.unit;
    json["amount"] = line.amount.dollars();
    lines.push_back(std::move(json));
  }
  return {{"currency", "USD"},
          {"pricesAsOf", std::string(pricesAsOf())},
          {"lines", std::move(lines)},
          {"total", bill.total.dollars()},
          {"freeTier", bill.freeTier.dollars()}};
}

ordered_json messagesJson(const MessageFigures& f) {
  using Ending = journal::MessageEnding;
  return {{"sent", f.sent},
          {"processed", f[Ending::Processed]},
          {"deadLettered", f[Ending::DeadLettered]},
          {"discarded", f[Ending::Discarded]},
          {"expired", f[Ending::Expired]},
          {"filtered", f[Ending::Filtered]},
          {"waiting", f[Ending::Waiting]},
          {"ageMs", {{"avg", f.ageAverage}, {"max", f.ageMaximum}}}};
}

/// Who sends messages, where to, and what became of them.
ordered_json sourcesJson(const RunIndex& index) {
  const journal::Run& run = index.run();
  const std::vector<MessageFigures> figures = messageFiguresBySource(index);
  ordered_json list = ordered_json::array();
  for (std::size_t i = 0; i < figures.size(); ++i) {
    const journal::Source& source = run.journal.sources[i];
    if (!source.queue && !source.stream) continue;
    ordered_json json{{"label", source.label}};
    if (source.queue) json["queue"] = run.project.queues[*source.queue].id;
    if (source.stream) json["stream"] = run.project.streams[*source.stream].id;
    json["messages"] = messagesJson(figures[i]);
    list.push_back(std::move(json));
  }
  return list;
}

}  // namespace

ordered_json figuresJson(const Figures& f, Duration length) {
  ordered_json json;
  json["requests"] = f.requests;
  json["invocations"] = f.invocations;
  json["errors"] = f.errors;
  json["timeouts"] = f.timeouts();
  json["errorsByKind"] = errorsJson(f);
  ordered_json reasons = ordered_json::object();
  for (const auto& [reason, count] : f.throttleReasons()) reasons[reason] = count;
  json["throttles"] = f.throttles();
  json["throttleReasons"] = std::move(reasons);
  json["coldStarts"] = f.coldStarts;
  json["coldStartRatio"] = f.coldRatio();
  json["durationMs"] = spreadJson(f.duration);
  json["durationMs"]["max"] = f.duration.maximum;
  json["initDurationMs"] = spreadJson(f.init);
  if (f.response) {
    json["responseMs"] = spreadJson(*f.response);
    json["responseMs"]["max"] = f.response->maximum;
  }
  json["initFailures"] = f.initFailures;
  json["restores"] = f.restores;
  json["versions"] = versionsJson(f);
  json["clientRetries"] = f.clientRetries;
  json["abandoned"] = f.abandoned;
  json["gatewayThrottles"] = f.count(journal::Decision::GatewayThrottled);
  json["serviceErrors"] = f.count(journal::Decision::ServiceError);
  if (f.clientLatency) {
    json["clientLatencyMs"] = spreadJson(*f.clientLatency);
    json["clientLatencyMs"]["max"] = f.clientLatency->maximum;
    json["clientFailures"] = f.clientFailures;
  }
  json["environments"] = {{"created", f.created},
                          {"peak", f.peak},
                          {"average", ratio(f.aliveUs, length.us)},
                          {"averageBusy", ratio(f.busyUs, length.us)},
                          {"averageIdle", ratio(f.aliveUs - f.busyUs, length.us)},
                          {"averageLifespanSeconds", f.lifespanSeconds}};
  json["concurrentExecutionsMax"] = f.concurrentMax;
  json["async"] = {{"received", f.received},
                   {"retries", f.retries},
                   {"dropped", f.dropped},
                   {"deadLettered", f.deadLettered},
                   {"toOnFailure", f.toOnFailure},
                   {"toOnSuccess", f.toOnSuccess},
                   {"undelivered", f.undelivered},
                   {"duplicates", f.duplicates},
                   {"recursionsStopped", f.count(journal::Decision::RecursionStopped)},
                   {"ageMs", {{"avg", f.ageAverage}, {"max", f.ageMaximum}}}};
  json["billedMs"] = f.billedMs;
  json["gbSeconds"] = f.gbSeconds();
  json["costUsd"] = f.cost.dollars();
  return json;
}

ordered_json monthJson(const Month& month) {
  ordered_json ec2 = ordered_json::array();
  for (const Machine& machine : machines()) {
    ordered_json json{{"type", std::string(machine.type)},
                      {"monthUsd", machine.perMonth().dollars()}};
    const auto requests = breakEvenRequests(machine, month);
    json["breakEvenRequests"] = requests ? ordered_json(*requests) : ordered_json();
    ec2.push_back(std::move(json));
  }
  return {{"hours", kMonth.us / Duration::hours(1).us},
          {"requests", month.requests},
          {"costUsd", month.total().dollars()},
          {"freeTierUsd", month.freeTier.dollars()},
          {"ec2", std::move(ec2)}};
}

ordered_json report(const RunIndex& index) {
  const journal::Run& run = index.run();
  const Bill bill = billAt(index, run.end);
  ordered_json json;
  json["scenario"] = run.scenario.name;
  json["seed"] = run.seed;
  json["simulatedSeconds"] = static_cast<double>(run.end.us) / 1e6;
  json["wallSeconds"] = run.wallSeconds;
  json["requestsPerSecond"] =
      run.wallSeconds > 0 ? static_cast<double>(run.requests) / run.wallSeconds : 0.0;
  json["journalBytes"] = run.journal.bytes();
  if (run.cancelled) json["cancelled"] = true;
  if (run.truncated) json["truncated"] = true;
  if (const auto to = std::min(run.recordedTo, run.end);
      run.recordedFrom > Instant{} || to < run.end)
    json["window"] = {{"fromSeconds", static_cast<double>(run.recordedFrom.us) / 1e6},
                      {"toSeconds", static_cast<double>(to.us) / 1e6},
                      {"records", run.journal.attempts.size()}};
  json["functions"] = ordered_json::object();
  const std::vector<Figures> figures = functionFigures(index, bill);
  for (std::size_t f = 0; f < figures.size(); ++f) {
    const project::Function& function = run.project.functions[f];
    json["functions"][function.id] = figuresJson(figures[f], run.end - Instant{});
  }
  const std::vector<MessageFigures> messages = messageFigures(index);
  for (const project::EventSourceMapping& mapping : run.project.mappings) {
    const MessageFigures& m = messages[mapping.function];
    ordered_json& function = json["functions"][run.project.functions[mapping.function].id];
    function["messages"] = messagesJson(m);
    function["messages"]["batches"] = m.batches;
    function["messages"]["batchSizeAvg"] = m.batchSize();
  }
  if (ordered_json sources = sourcesJson(index); !sources.empty()) {
    json["sources"] = std::move(sources);
  }
  json["bill"] = billReport(index, bill);
  json["month"] = monthJson(monthOf(index, bill));
  return json;
}

}  // namespace coldstart::observe
