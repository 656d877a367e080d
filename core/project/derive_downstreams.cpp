// SPDX-License-Identifier: GPL-3.0-or-later
// Metadata.Coldstart.Downstreams of the template, and Work.Calls and Work.Sends of a function. The
// keys are documented in template.h.
#include <algorithm>

#include "core/project/derivation.h"

namespace coldstart::project {
namespace {

constexpr const char* kUnknownKey =
    SAY("template", "Coldstart knows no setting \"%1\" here and ignores it.");
constexpr std::int64_t kMostConnections = 1'000'000;
constexpr std::int64_t kMostTimes = 1'000;
constexpr std::int64_t kHighestFactor = 1'000;
constexpr std::int64_t kHighestLoad = 1'000;

/// A whole number between 0 and `most`; the error is reported.
std::int32_t readCount(Derivation& d, Fields& fields, std::string_view key, std::int64_t most) {
  const std::int64_t value = fields.integer(key).value_or(0);
  if (value >= 0 && value <= most) return static_cast<std::int32_t>(value);
  d.findings.error(fields.where(key), {"template",
                                       SAY("template", "\"%1\" is a whole number from 0 to %2."),
                                       {std::string(key), std::to_string(most)}});
  return 0;
}

void readPoint(Derivation& d, Fields fields, Downstream& downstream) {
  const std::int64_t load = fields.millionths("Load").value_or(-1);
  const std::int64_t factor = fields.millionths("Factor").value_or(-1);
  if (load < 0 || load > kHighestLoad * kMillion || factor < 0 ||
      factor > kHighestFactor * kMillion) {
    d.findings.error(
        fields.where(),
        {"template",
         SAY("template",
             "A point of the curve has a \"Load\" (1.0 is Capacity) and a \"Factor\" (how many "
             "times as long a call takes then), each from 0 to 1000."),
         {}});
    return;
  }
  fields.noteUnread(kUnknownKey);
  downstream.curve.push_back({static_cast<std::int32_t>(load), factor});
}

}  // namespace

void deriveDownstreams(Derivation& d) {
  Fields root(d.reading, &d.tree, "");
  Fields all = root.section("Metadata").section("Coldstart").section("Downstreams");
  for (auto& [id, fields] : all.sections()) {
    Downstream downstream;
    downstream.id = id;
    downstream.connections = readCount(d, fields, "Connections", kMostConnections);
    const std::string heldBy = fields.text("HeldBy").value_or("Environment");
    downstream.heldByEnvironment = heldBy != "Call";
    if (heldBy != "Call" && heldBy != "Environment") {
      d.findings.error(fields.where("HeldBy"),
                       {"template",
                        SAY("template",
                            "A connection is held by an Environment, as long as it lives, or by a "
                            "Call; \"%1\" is neither."),
                        {heldBy}});
    }
    if (const auto latency = readDistribution(d, fields, "Latency", Measure::Time)) {
      downstream.latency = *latency;
    }
    downstream.capacity = readCount(d, fields, "Capacity", kMostConnections);
    for (Fields& point : items(d, fields, "Curve")) readPoint(d, point, downstream);
    std::ranges::stable_sort(downstream.curve, {}, &Downstream::Point::loadPpm);
    const auto same = std::ranges::unique(downstream.curve, {}, &Downstream::Point::loadPpm);
    downstream.curve.erase(same.begin(), same.end());
    fields.noteUnread(kUnknownKey);
    d.out.project.downstreams.push_back(std::move(downstream));
  }
}

void readCalls(Derivation& d, Fields& work, WorkModel& model) {
  for (Fields& fields : items(d, work, "Calls")) {
    const auto downstream = readDownstreamName(d, fields);
    const std::int32_t times = fields.has("Times") ? readCount(d, fields, "Times", kMostTimes) : 1;
    fields.noteUnread(kUnknownKey);
    if (downstream) model.calls.push_back({*downstream, times});
  }
}

void readSends(Derivation& d, Fields& work, WorkModel& model) {
  for (Fields& fields : items(d, work, "Sends")) {
    WorkModel::Send send;
    send.target = fields.text("To").value_or("");
    if (fields.has("Times")) send.times = readCount(d, fields, "Times", kMostTimes);
    const std::int64_t share = fields.millionths("Share").value_or(kMillion);
    send.event = fields.text("Event").value_or("");
    if (!send.event.empty() && d.files.read) send.message = d.files.read(send.event).value_or("");
    fields.noteUnread(kUnknownKey);
    if (send.target.empty() || share < 0 || share > kMillion) {
      d.findings.error(
          fields.where(),
          {"template",
           SAY("template",
               "A handler sends \"To\" a function, queue, topic or bucket, in a \"Share\" of its "
               "invocations, 0.0 to 1.0."),
           {}});
      continue;
    }
    send.sharePpm = static_cast<std::int32_t>(share);
    model.sends.push_back(std::move(send));
  }
}

}  // namespace coldstart::project
