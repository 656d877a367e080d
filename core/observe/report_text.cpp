// SPDX-License-Identifier: GPL-3.0-or-later
// The report for people: the same figures as the JSON, and taken from it.

#include <array>
#include <cmath>
#include <cstdio>

#include <nlohmann/json.hpp>

#include "core/base/units.h"
#include "core/observe/bill.h"
#include "core/observe/report.h"

namespace coldstart::observe {

using nlohmann::ordered_json;

namespace {

constexpr int kLabel = 14;

/// How many columns the text takes on a terminal: its code points.
std::size_t columns(std::string_view text) {
  std::size_t count = 0;
  for (const char c : text) count += (static_cast<unsigned char>(c) & 0xC0) != 0x80 ? 1U : 0U;
  return count;
}
std::string left(const std::string& text, std::size_t width) {
  return columns(text) < width ? text + std::string(width - columns(text), ' ') : text;
}
std::string right(const std::string& text, std::size_t width) {
  return columns(text) < width ? std::string(width - columns(text), ' ') + text : text;
}

/// A number with three significant figures at least, and groups of three: "1 991", "7.69", "0.133".
std::string figure(double value) {
  if (value >= 1'000) return formatCount(static_cast<std::int64_t>(std::llround(value)));
  int decimals = value >= 100 ? 0 : value >= 10 ? 1 : 2;
  if (value > 0 && value < 0.1) decimals = value < 0.01 ? 4 : 3;
  std::array<char, 32> buffer{};
  const int n = std::snprintf(buffer.data(), buffer.size(), "%.*f", decimals, value);
  return {buffer.data(), static_cast<std::size_t>(n)};
}
std::string count(const ordered_json& json, const char* key) {
  return formatCount(json.value(key, std::int64_t{0}));
}

std::string row(const std::string& label, const std::string& text) {
  return "  " + left(label, kLabel) + text + "\n";
}

std::string quantiles(const ordered_json& json) {
  std::string text = "average " + figure(json["avg"].get<double>());
  for (const char* key : {"p50", "p90", "p99", "max"}) {
    if (json.contains(key))
      text += std::string(" · ") + key + " " + figure(json[key].get<double>());
  }
  return text + " ms";
}

std::string messagesText(const ordered_json& m) {
  std::string text = count(m, "sent") + " sent, " + count(m, "processed") + " processed";
  static constexpr std::array<std::pair<const char*, const char*>, 5> kOthers{
      {{"deadLettered", "dead-lettered"},
       {"discarded", "given up"},
       {"expired", "expired"},
       {"filtered", "filtered out"},
       {"waiting", "still waiting"}}};
  for (const auto& [key, words] : kOthers) {
    if (m[key] != 0) text += ", " + count(m, key) + " " + words;
  }
  text += "; age average " + figure(m["ageMs"]["avg"].get<double>()) + " · max " +
          figure(m["ageMs"]["max"].get<double>()) + " ms";
  return row("Messages", text) +
         row("Batches", count(m, "batches") + ", on average " +
                            figure(m["batchSizeAvg"].get<double>()) + " messages");
}

std::string functionText(const std::string& name, const ordered_json& f) {
  std::string text = name + "\n";
  std::string requests = count(f, "requests") + ", of which ran " + count(f, "invocations");
  if (f["errors"] != 0) {
    std::string kinds;
    for (const auto& [kind, number] : f["errorsByKind"].items())
      kinds += (kinds.empty() ? "" : ", ") + kind + " " + formatCount(number.get<std::int64_t>());
    requests += "; errors " + count(f, "errors") + " (" + kinds + ")";
  }
  text += row("Requests", requests);
  if (f["throttles"] != 0) {
    text += row("Throttled", count(f, "throttles") + " (429 TooManyRequestsException)");
    for (const auto& [reason, number] : f["throttleReasons"].items())
      text += row("", formatCount(number.get<std::int64_t>()) + " × " + reason);
  }
  if (f["gatewayThrottles"] != 0)
    text += row("API Gateway", count(f, "gatewayThrottles") + " refused (429)");
  if (f["serviceErrors"] != 0)
    text += row("Lambda itself", count(f, "serviceErrors") + " × 500 ServiceException");
  if (f.contains("clientLatencyMs")) {
    text += row("Callers", count(f, "clientRetries") + " tries again, " + count(f, "abandoned") +
                               " not waited for, " + count(f, "clientFailures") +
                               " without a good answer");
    text += row("Their wait", quantiles(f["clientLatencyMs"]));
  }
  if (f["invocations"] != 0) {
    text += row("Cold starts", count(f, "coldStarts") + ", " +
                                   figure(f["coldStartRatio"].get<double>() * 100) +
                                   " % of invocations");
    text += row("Duration", quantiles(f["durationMs"]));
    text += row("Init", quantiles(f["initDurationMs"]));
  }
  const ordered_json& e = f["environments"];
  if (e["created"] != 0) {
    text += row("Environments", count(e, "created") + " started, at most " + count(e, "peak") +
                                    " at once; on average " + figure(e["average"].get<double>()) +
                                    " (" + figure(e["averageBusy"].get<double>()) + " busy, " +
                                    figure(e["averageIdle"].get<double>()) + " idle)");
    if (e["averageLifespanSeconds"] != 0)
      text += row("", "those that ended had lived " +
                          figure(e["averageLifespanSeconds"].get<double>()) + " s on average");
    text += row("Concurrency", "at most " + count(f, "concurrentExecutionsMax"));
  }
  const ordered_json& a = f["async"];
  if (a["received"] != 0) {
    std::string dropped = count(a, "dropped") + " dropped";
    if (a["dropped"] != 0)
      dropped += " (" + count(a, "deadLettered") + " to a dead-letter queue, " +
                 count(a, "toOnFailure") + " to an on-failure destination)";
    text += row("Async", count(a, "received") + " events, " + count(a, "retries") + " retries, " +
                             dropped + "; age at most " + figure(a["ageMs"]["max"].get<double>()) +
                             " ms");
  }
  if (a["recursionsStopped"] != 0)
    text += row("", "recursive loops stopped: " + count(a, "recursionsStopped"));
  if (a["undelivered"] != 0)
    text += row("", count(a, "undelivered") + " could not be delivered to their target");
  if (f.contains("messages")) text += messagesText(f["messages"]);
  text += row("Billed", count(f, "billedMs") + " ms, " + figure(f["gbSeconds"].get<double>()) +
                            " GB-seconds");
  return text;
}

}  // namespace

std::string reportText(const RunIndex& index) {
  const ordered_json json = report(index);
  const journal::Run& run = index.run();
  std::string text = run.scenario.name + " · seed " + std::to_string(run.seed) + " · " +
                     formatDuration(run.end - Instant{}) + " simulated";
  if (run.wallSeconds > 0) {
    text += " in " + figure(run.wallSeconds) + " s (" +
            formatCount(static_cast<std::int64_t>(json["requestsPerSecond"].get<double>())) +
            " requests a second)";
  }
  text += "\n";
  if (run.cancelled) text += "This run was cancelled: the figures end where it stopped.\n";
  if (json.contains("window"))
    text += "Records were kept of " +
            formatCount(static_cast<std::int64_t>(run.journal.attempts.size())) +
            " requests between " + formatDuration(run.recordedFrom - Instant{}) + " and " +
            formatDuration(std::min(run.recordedTo, run.end) - Instant{}) +
            "; the figures count everything.\n";
  else if (run.truncated)
    text += "This run outgrew its journal: the figures count everything, the records end early.\n";
  for (const auto& [name, function] : json["functions"].items())
    text += "\n" + functionText(name, function);
  const Bill bill = billAt(index, run.end);
  text += "\nBill (US dollars, prices of " + std::string(pricesAsOf()) + ", without free tier)\n";
  for (const BillLine& line : bill.lines) {
    const std::string of = line.function != kWholeRun && run.project.functions.size() > 1
                               ? run.project.functions[line.function].id + ": "
                               : "";
    text += "  " + left(of + line.item.english(), 52) + right(line.quantity, 14) + " " +
            left(line.unit, 10) + right(formatMoney(line.amount), 14) + "\n";
  }
  text += "  " + left("Total", 52) + right("", 25) + right(formatMoney(bill.total), 14) + "\n";
  return text;
}

}  // namespace coldstart::observe
