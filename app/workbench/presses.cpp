// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/presses.h"

#include <nlohmann/json.hpp>

#include "app/workbench/document.h"
#include "app/workbench/say.h"
#include "core/events/catalogue.h"

namespace coldstart {

Result<bool> checkEvent(const Document& document, const QString& event) {
  if (event.isEmpty()) return true;
  const auto text = document.text(event);
  if (!text) return text.error();
  const std::string bytes = text->toStdString();
  if (nlohmann::json::accept(bytes)) return true;
  const auto parsed = events::parseEvent(bytes);
  const std::string why = parsed ? std::string() : say(parsed.error()).toStdString();
  return Error{"",
               {"files",
                SAY("files", "\"%1\" cannot be sent, so nothing was: Lambda takes only JSON. %2"),
                {event.toStdString(), why}},
               ""};
}

std::optional<std::vector<project::Change>> changesBetween(const project::Project& before,
                                                           const project::Project& after,
                                                           Instant now) {
  std::vector<project::Change> changes;
  const auto note = [&](const std::string& path, std::optional<std::int64_t> from,
                        std::optional<std::int64_t> to) {
    if (from != to) changes.push_back({now, path, to});
  };
  note("Account.ConcurrentExecutions", before.account.concurrentExecutions,
       after.account.concurrentExecutions);
  if (before.functions.size() != after.functions.size() || before.seed != after.seed)
    return std::nullopt;
  for (std::size_t i = 0; i < before.functions.size(); ++i) {
    const project::Function& from = before.functions[i];
    const project::Function& to = after.functions[i];
    note(to.id + ".MemorySize", from.memory.mb, to.memory.mb);
    note(to.id + ".Timeout", from.timeout.us / 1'000'000, to.timeout.us / 1'000'000);
    note(to.id + ".ReservedConcurrentExecutions", from.reserved, to.reserved);
    note(to.id + ".ProvisionedConcurrency", from.provisioned, to.provisioned);
    project::Function same = to;
    same.memory = from.memory;
    same.timeout = from.timeout;
    same.reserved = from.reserved;
    same.provisioned = from.provisioned;
    if (same != from) return std::nullopt;
  }
  return changes;
}

}  // namespace coldstart
