// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/whatif/knobs.h"

#include <QCoreApplication>
#include <algorithm>

#include "app/workbench/say.h"
#include "core/base/units.h"
#include "core/observe/words.h"
#include "core/project/quota.h"

namespace coldstart::whatif {

using project::Function;
using project::Project;

namespace {

constexpr std::int64_t kMostUsefulConcurrency = 10'000;

std::int64_t middle(const project::Distribution& d) {
  using Kind = project::Distribution::Kind;
  if (d.kind == Kind::Uniform) return (d.a + d.b) / 2;
  if (d.kind != Kind::Empirical || d.values.empty()) return d.a;
  std::vector<std::int64_t> sorted = d.values;
  std::sort(sorted.begin(), sorted.end());
  return sorted[sorted.size() / 2];
}

std::vector<std::int64_t> upTo(std::int64_t most) {
  std::vector<std::int64_t> values;
  for (const std::int64_t value :
       {0,   1,   2,   3,   4,     5,     7,     10,    15,    20,    25,
        30,  40,  50,  75,  100,   150,   200,   250,   300,   400,   500,
        600, 700, 800, 900, 1'000, 1'500, 2'000, 3'000, 5'000, 10'000}) {
    if (value <= most) values.push_back(value);
  }
  if (values.back() != most) values.push_back(most);
  return values;
}

}  // namespace

const project::EventSourceMapping* mappingOf(const Project& project, std::size_t function) {
  const auto found = std::ranges::find_if(project.mappings, [function](const auto& mapping) {
    return mapping.function == function && mapping.enabled;
  });
  return found == project.mappings.end() ? nullptr : &*found;
}

Settings settingsOf(const Project& project, std::size_t function) {
  const Function& f = project.functions[function];
  Settings settings{};
  at(settings, Knob::Memory) = f.memory.mb;
  at(settings, Knob::Reserved) = f.reserved.value_or(kNone);
  at(settings, Knob::Provisioned) = f.provisioned.value_or(0);
  at(settings, Knob::Timeout) = f.timeout.us / 1'000'000;
  at(settings, Knob::IdleTime) = middle(f.idleTimeout) / 1'000;
  if (const auto* mapping = mappingOf(project, function)) {
    at(settings, Knob::BatchSize) = mapping->batchSize;
    at(settings, Knob::BatchWindow) = mapping->window.us / 1'000'000;
    at(settings, Knob::MaximumConcurrency) =
        mapping->maximumConcurrency > 0 ? mapping->maximumConcurrency : kNone;
  }
  return settings;
}

namespace {

constexpr std::int64_t kSecond = 1'000;
constexpr std::int64_t kMinute = 60 * kSecond;
/// What a batch has at most without a window, and of a FIFO queue always. (with-sqs)
constexpr std::int64_t kMostWithoutWindow = 10;

std::vector<std::int64_t> timeouts(const Project& project, std::size_t function) {
  std::vector<std::int64_t> values{1, 2, 3, 5, 10, 15, 20, 30, 45, 60, 90, 120, 180, 300, 600, 900};
  for (const project::EventSourceMapping& mapping : project.mappings) {
    if (mapping.function != function || !mapping.queue) continue;
    const Duration invisible = project.queues[*mapping.queue].visibilityTimeout;
    std::erase_if(values, [&](std::int64_t s) { return Duration::seconds(s) > invisible; });
  }
  return values;
}

std::vector<std::int64_t> mappingValues(Knob knob, const Project& project, std::size_t function) {
  const project::EventSourceMapping* mapping = mappingOf(project, function);
  if (mapping == nullptr) return {};
  const bool fifo = mapping->queue && project.queues[*mapping->queue].fifo;
  if (knob == Knob::BatchSize) {
    if (fifo) return {1, 2, 3, 4, 5, 6, 7, 8, 9, kMostWithoutWindow};
    return {1,   2,   3,   5,   7,   10,    15,    20,    30,    50,    75,
            100, 150, 200, 300, 500, 1'000, 2'000, 3'000, 5'000, 10'000};
  }
  if (knob == Knob::BatchWindow)
    return fifo ? std::vector<std::int64_t>{}
                : std::vector<std::int64_t>{0, 1, 2, 3, 5, 10, 20, 30, 60, 120, 180, 300};
  if (!mapping->queue || mapping->minimumPollers > 0) return {};
  std::vector<std::int64_t> values = upTo(project::quota("MaximumConcurrency").maximum);
  std::erase_if(values,
                [](std::int64_t n) { return n < project::quota("MaximumConcurrency").minimum; });
  return values;
}

std::vector<std::int64_t> offered(Knob knob, const Project& project, std::size_t function) {
  switch (knob) {
    case Knob::Memory:
      return {128,   192,   256,   320,   384,   448,   512,   640,   768,   896,   1'024, 1'280,
              1'536, 1'769, 2'048, 2'560, 3'008, 3'538, 4'096, 5'120, 6'144, 7'168, 8'192, 10'240};
    case Knob::Reserved:
    case Knob::Provisioned:
      return upTo(std::clamp<std::int64_t>(project::reservable(project, function), 0,
                                           kMostUsefulConcurrency));
    case Knob::Timeout:
      return timeouts(project, function);
    case Knob::IdleTime:
      return {0,
              kSecond,
              5 * kSecond,
              10 * kSecond,
              30 * kSecond,
              kMinute,
              2 * kMinute,
              3 * kMinute,
              5 * kMinute,
              7 * kMinute,
              10 * kMinute,
              15 * kMinute,
              20 * kMinute,
              30 * kMinute,
              45 * kMinute,
              60 * kMinute,
              120 * kMinute};
    case Knob::BatchSize:
    case Knob::BatchWindow:
    case Knob::MaximumConcurrency:
      return mappingValues(knob, project, function);
  }
  return {};
}

}  // namespace

std::vector<std::int64_t> valuesOf(Knob knob, const Project& project, std::size_t function) {
  std::vector<std::int64_t> values = offered(knob, project, function);
  if (values.empty()) return values;
  const std::int64_t own = at(settingsOf(project, function), knob);
  if (own != kNone && !std::binary_search(values.begin(), values.end(), own))
    values.insert(std::lower_bound(values.begin(), values.end(), own), own);
  // More than any reserve, or limit.
  if (knob == Knob::Reserved || knob == Knob::MaximumConcurrency) values.push_back(kNone);
  return values;
}

Settings agreed(const Project& project, std::size_t function, Settings settings, Knob turned) {
  const std::int64_t reserved = at(settings, Knob::Reserved);
  std::int64_t& provisioned = at(settings, Knob::Provisioned);
  if (reserved != kNone && provisioned > reserved) {
    if (turned == Knob::Provisioned)
      at(settings, Knob::Reserved) = provisioned;
    else
      provisioned = reserved;
  }
  const project::EventSourceMapping* mapping = mappingOf(project, function);
  std::int64_t& size = at(settings, Knob::BatchSize);
  std::int64_t& window = at(settings, Knob::BatchWindow);
  if (mapping != nullptr && mapping->queue && size > kMostWithoutWindow && window == 0) {
    if (turned == Knob::BatchWindow)
      size = kMostWithoutWindow;
    else
      window = 1;
  }
  return settings;
}

Project withSettings(Project project, std::size_t function, const Settings& settings, Age age) {
  const Settings own = settingsOf(project, function);
  Function& f = project.functions[function];
  const auto turned = [&](Knob knob) { return at(settings, knob) != at(own, knob); };
  const auto optional = [](std::int64_t value, std::int64_t none) {
    return value == none ? std::nullopt : std::optional(static_cast<std::int32_t>(value));
  };
  if (turned(Knob::Memory))
    f.memory = Memory{static_cast<std::int32_t>(at(settings, Knob::Memory))};
  if (turned(Knob::Reserved)) f.reserved = optional(at(settings, Knob::Reserved), kNone);
  if (turned(Knob::Provisioned)) f.provisioned = optional(at(settings, Knob::Provisioned), 0);
  if (turned(Knob::Timeout)) f.timeout = Duration::seconds(at(settings, Knob::Timeout));
  if (turned(Knob::IdleTime)) {
    f.idleTimeout = {
        project::Distribution::Kind::Constant, at(settings, Knob::IdleTime) * 1'000, 0, {}};
    if (age == Age::ByDefault) f.maximumAge = {};
  }
  const project::EventSourceMapping* polled = mappingOf(project, function);
  if (polled == nullptr) return project;
  auto& mapping = project.mappings[static_cast<std::size_t>(polled - project.mappings.data())];
  mapping.batchSize = static_cast<std::int32_t>(at(settings, Knob::BatchSize));
  if (turned(Knob::BatchWindow))
    mapping.window = Duration::seconds(at(settings, Knob::BatchWindow));
  const std::int64_t most = at(settings, Knob::MaximumConcurrency);
  mapping.maximumConcurrency = most == kNone ? 0 : static_cast<std::int32_t>(most);
  return project;
}

std::vector<std::pair<std::string, std::string>> templateSettings(const Project& project,
                                                                  std::size_t function,
                                                                  const Settings& settings) {
  const Settings before = settingsOf(project, function);
  const std::string id = project.functions[function].id + ".";
  std::vector<std::pair<std::string, std::string>> changes;
  const auto change = [&](Knob knob, std::string path, std::int64_t none) {
    const std::int64_t value = at(settings, knob);
    if (value != at(before, knob))
      changes.emplace_back(std::move(path), value == none ? std::string() : std::to_string(value));
  };
  change(Knob::Memory, id + "MemorySize", kNone);
  // In an order in which nothing is ever provisioned beyond the reserve.
  change(Knob::Reserved, id + "ReservedConcurrentExecutions", kNone);
  change(Knob::Provisioned, id + "ProvisionedConcurrency", 0);
  change(Knob::Timeout, id + "Timeout", kNone);
  const std::int64_t idle = at(settings, Knob::IdleTime);
  if (idle != at(before, Knob::IdleTime)) {
    changes.emplace_back(id + "IdleTimeout", R"({"Constant": {"Value": ")" +
                                                 formatDuration(Duration::millis(idle)) + "\"}}");
  }
  const project::EventSourceMapping* mapping = mappingOf(project, function);
  if (mapping == nullptr) return changes;
  const bool own = std::ranges::none_of(project.resources, [mapping](const auto& resource) {
    return resource.id == mapping->id && resource.type == "AWS::Lambda::EventSourceMapping";
  });
  const std::string place = (own ? id + "Events." : std::string()) + mapping->id + ".";
  change(Knob::BatchSize, place + "BatchSize", kNone);
  change(Knob::BatchWindow, place + "MaximumBatchingWindowInSeconds", kNone);
  change(Knob::MaximumConcurrency, place + "ScalingConfig.MaximumConcurrency", kNone);
  return changes;
}

QString titleOf(Knob knob) {
  switch (knob) {
    case Knob::Memory:
      return QCoreApplication::translate("coldstart::whatif", "Memory");
    case Knob::Reserved:
      return QCoreApplication::translate("coldstart::whatif", "Reserved concurrency");
    case Knob::Provisioned:
      return QCoreApplication::translate("coldstart::whatif", "Provisioned concurrency");
    case Knob::Timeout:
      return QCoreApplication::translate("coldstart::whatif", "Timeout");
    case Knob::IdleTime:
      return QCoreApplication::translate("coldstart::whatif", "Idle environments are kept");
    case Knob::BatchSize:
      return QCoreApplication::translate("coldstart::whatif", "Batch size");
    case Knob::BatchWindow:
      return QCoreApplication::translate("coldstart::whatif", "Batching window");
    case Knob::MaximumConcurrency:
      return QCoreApplication::translate("coldstart::whatif", "Maximum concurrency");
  }
  return {};
}

QString textOf(Knob knob, std::int64_t value) {
  switch (knob) {
    case Knob::Memory:
      return qs(formatMemory(Memory{static_cast<std::int32_t>(value)}));
    case Knob::Reserved:
      if (value == kNone) return QCoreApplication::translate("coldstart::whatif", "not reserved");
      return qs(formatCount(value));
    case Knob::Provisioned:
      if (value == 0) return QCoreApplication::translate("coldstart::whatif", "none");
      return qs(formatCount(value));
    case Knob::Timeout:
      return qs(observe::spanText(Duration::seconds(value)));
    case Knob::IdleTime:
      return qs(observe::spanText(Duration::millis(value)));
    case Knob::BatchSize:
      return qs(formatCount(value));
    case Knob::BatchWindow:
      if (value == 0) return QCoreApplication::translate("coldstart::whatif", "none");
      return qs(observe::spanText(Duration::seconds(value)));
    case Knob::MaximumConcurrency:
      if (value == kNone) return QCoreApplication::translate("coldstart::whatif", "not limited");
      return qs(formatCount(value));
  }
  return {};
}

QString idOf(Knob knob) {
  switch (knob) {
    case Knob::Memory:
      return QStringLiteral("memory");
    case Knob::Reserved:
      return QStringLiteral("reserved");
    case Knob::Provisioned:
      return QStringLiteral("provisioned");
    case Knob::Timeout:
      return QStringLiteral("timeout");
    case Knob::IdleTime:
      return QStringLiteral("idleTime");
    case Knob::BatchSize:
      return QStringLiteral("batchSize");
    case Knob::BatchWindow:
      return QStringLiteral("batchWindow");
    case Knob::MaximumConcurrency:
      return QStringLiteral("maximumConcurrency");
  }
  return {};
}

}  // namespace coldstart::whatif
