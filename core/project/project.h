// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Read this first in core/project: what the user configured, as plain values. A Project is derived
// from a SAM template (template.h reads, validates and writes it); nothing else creates one except
// tests. Numbers that decide anything are integers: parts per million instead of fractions.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/project/function.h"
#include "core/project/neighbours.h"
#include "core/project/scenario.h"

namespace coldstart::project {

struct Account {
  std::int32_t concurrentExecutions = 1000;
  /// API Gateway's own throttle, over all REST and HTTP APIs. (API Gateway quotas)
  std::int32_t gatewayRate = 10'000;  ///< Requests a second.
  std::int32_t gatewayBurst = 5'000;
  bool operator==(const Account&) const = default;
};

/// Something about the template that the user should know: not simulated, ignored, unusual.
struct Note {
  std::string where;  ///< JSON path.
  Sentence text;
};

struct Project {
  std::string name;
  std::string description;
  std::string region = "us-east-1";
  std::string accountId = "123456789012";
  WallTime startsAt{1'767'603'600'000'000};  ///< 2026-01-05T09:00:00Z, a Monday: where runs begin.
  Account account;
  std::uint64_t seed = 1;
  bool classicLogStyle = false;  ///< facts §2.5: the failure lines used until 2024.
  std::vector<Function> functions;
  std::vector<Trigger> triggers;
  std::vector<Resource> resources;
  std::vector<Queue> queues;
  std::vector<Stream> streams;
  std::vector<EventSourceMapping> mappings;
  std::vector<Downstream> downstreams;
  std::vector<std::string> testEvents;  ///< "events/put.json", in alphabetical order.
  std::vector<Scenario> scenarios;
  std::vector<Note> notes;

  [[nodiscard]] std::optional<std::size_t> functionNamed(std::string_view idOrName) const;
  [[nodiscard]] const Scenario* scenarioNamed(std::string_view name) const;
};

}  // namespace coldstart::project
