// SPDX-License-Identifier: GPL-3.0-or-later
// How the callers of a load behave (Client), and what a scenario breaks (Outages). The keys are
// documented in template.h.
#include <array>

#include "core/project/derivation.h"

namespace coldstart::project {
namespace {

constexpr const char* kUnknownKey =
    SAY("template", "Coldstart knows no setting \"%1\" here and ignores it.");
constexpr std::int64_t kMostAttempts = 100;
constexpr std::int64_t kMostSlowdown = 100;

std::optional<std::size_t> downstreamMeantBy(const Project& project, const std::string& id) {
  for (std::size_t i = 0; i < project.downstreams.size(); ++i) {
    if (project.downstreams[i].id == id) return i;
  }
  return std::nullopt;
}

/// What an outage is of; nothing when it names what does not exist.
bool readTarget(Derivation& d, Fields& fields, Outage& outage) {
  if (const auto name = fields.text("Function")) {
    const auto function = functionMeantBy(d.out.project, *name);
    outage.target = function.value_or(0);
    if (function) return true;
    d.findings.error(
        fields.where("Function"),
        {"template", SAY("template", "There is no function \"%1\" that could fail."), {*name}});
    return false;
  }
  if (fields.has("Downstream")) {
    const auto downstream = readDownstreamName(d, fields);
    outage.kind = Outage::Kind::Downstream;
    outage.target = downstream.value_or(0);
    return downstream.has_value();
  }
  outage.kind = Outage::Kind::Service;
  if (fields.flag("Service").value_or(false)) return true;
  d.findings.error(fields.where(), {"template",
                                    SAY("template",
                                        "An outage is of a Function, of a Downstream, or of "
                                        "Lambda itself (\"Service\": true)."),
                                    {}});
  return false;
}

}  // namespace

std::optional<std::size_t> readDownstreamName(Derivation& d, Fields& fields) {
  const std::string name = fields.text("Downstream").value_or("");
  const auto found = downstreamMeantBy(d.out.project, name);
  if (found) return found;
  std::string list;
  for (const Downstream& downstream : d.out.project.downstreams)
    list += (list.empty() ? "" : ", ") + downstream.id;
  d.findings.error(fields.where("Downstream"),
                   {"template",
                    SAY("template",
                        "There is no downstream \"%1\" under Metadata.Coldstart.Downstreams, "
                        "which has: %2."),
                    {name, list.empty() ? "none" : list}});
  return std::nullopt;
}

std::optional<Client> readClient(Derivation& d, Fields& load) {
  static constexpr std::array<std::pair<std::string_view, Client::Retries>, 4> kModes{
      {{"none", Client::Retries::None},
       {"legacy", Client::Retries::Legacy},
       {"standard", Client::Retries::Standard},
       {"adaptive", Client::Retries::Adaptive}}};
  if (!load.has("Client")) return std::nullopt;
  Fields fields = load.section("Client");
  Client client;
  if (const auto name = fields.text("Retries")) {
    bool known = false;
    for (const auto& [mode, retries] : kModes) {
      if (mode != *name) continue;
      client.retries = retries;
      known = true;
    }
    if (!known) {
      d.findings.error(fields.where("Retries"),
                       {"template",
                        SAY("template",
                            "\"%1\" is no retry mode of the AWS SDKs. Write legacy, standard, "
                            "adaptive or none."),
                        {*name}});
    }
  }
  if (const auto attempts = fields.integer("MaxAttempts")) {
    if (*attempts >= 1 && *attempts <= kMostAttempts) {
      client.maximumAttempts = static_cast<std::int32_t>(*attempts);
    } else {
      d.findings.error(
          fields.where("MaxAttempts"),
          {"template",
           SAY("template", "\"MaxAttempts\" counts the first try too: 1 (no retry) to 100."),
           {}});
    }
  }
  const auto timeout = fields.duration("Timeout");
  if (timeout && timeout->us > 0) client.timeout = *timeout;
  client.jitter = fields.flag("Jitter").value_or(true);
  fields.noteUnread(kUnknownKey);
  return client;
}

void readOutage(Derivation& d, Fields fields, Scenario& scenario) {
  Outage outage;
  const bool known = readTarget(d, fields, outage);
  outage.from = Instant{fields.duration("From").value_or(Duration{}).us};
  outage.to = Instant{fields.duration("To").value_or(scenario.until).us};
  if (outage.to <= outage.from) {
    d.findings.error(fields.where("To"),
                     {"template", SAY("template", "An outage ends after it begins."), {}});
    return;
  }
  const auto errors = fields.millionths("ErrorRate");
  const auto slowdown = fields.millionths("Slowdown");
  // Who only says how much slower it gets does not mean that everything fails.
  outage.errorPpm = static_cast<std::int32_t>(errors.value_or(slowdown ? 0 : kMillion));
  outage.slowdownPpm = slowdown.value_or(kMillion);
  if (errors.value_or(0) < 0 || errors.value_or(0) > kMillion) {
    d.findings.error(
        fields.where("ErrorRate"),
        {"template", SAY("template", "\"%1\" is a part of the whole: 0.0 to 1.0."), {"ErrorRate"}});
    return;
  }
  if (outage.slowdownPpm < kMillion || outage.slowdownPpm > kMostSlowdown * kMillion) {
    d.findings.error(fields.where("Slowdown"),
                     {"template",
                      SAY("template", "\"Slowdown\" is how many times as long it takes: 1 to 100."),
                      {}});
    return;
  }
  fields.noteUnread(kUnknownKey);
  if (known) scenario.outages.push_back(outage);
}

}  // namespace coldstart::project
