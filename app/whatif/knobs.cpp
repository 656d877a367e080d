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

Settings settingsOf(const Project& project, std::size_t function) {
  const Function& f = project.functions[function];
  Settings settings{};
  at(settings, Knob::Memory) = f.memory.mb;
  at(settings, Knob::Reserved) = f.reserved.value_or(kNone);
  at(settings, Knob::Provisioned) = f.provisioned.value_or(0);
  at(settings, Knob::Timeout) = f.timeout.us / 1'000'000;
  at(settings, Knob::IdleTime) = middle(f.idleTimeout) / 1'000;
  return settings;
}

std::vector<std::int64_t> valuesOf(Knob knob, const Project& project, std::size_t function) {
  constexpr std::int64_t kSecond = 1'000;
  constexpr std::int64_t kMinute = 60 * kSecond;
  std::vector<std::int64_t> values;
  switch (knob) {
    case Knob::Memory:
      values = {128,   192,   256,   320,   384,   448,   512,   640,
                768,   896,   1'024, 1'280, 1'536, 1'769, 2'048, 2'560,
                3'008, 3'538, 4'096, 5'120, 6'144, 7'168, 8'192, 10'240};
      break;
    case Knob::Reserved:
    case Knob::Provisioned:
      values = upTo(std::clamp<std::int64_t>(project::reservable(project, function), 0,
                                             kMostUsefulConcurrency));
      break;
    case Knob::Timeout:
      values = {1, 2, 3, 5, 10, 15, 20, 30, 45, 60, 90, 120, 180, 300, 600, 900};
      break;
    case Knob::IdleTime:
      values = {0,
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
      break;
  }
  const std::int64_t own = at(settingsOf(project, function), knob);
  if (own != kNone && !std::binary_search(values.begin(), values.end(), own))
    values.insert(std::lower_bound(values.begin(), values.end(), own), own);
  if (knob == Knob::Reserved) values.push_back(kNone);  // More than any reserve.
  return values;
}

Settings agreed(Settings settings, Knob turned) {
  const std::int64_t reserved = at(settings, Knob::Reserved);
  std::int64_t& provisioned = at(settings, Knob::Provisioned);
  if (reserved == kNone || provisioned <= reserved) return settings;
  if (turned == Knob::Provisioned)
    at(settings, Knob::Reserved) = provisioned;
  else
    provisioned = reserved;
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
  return project;
}

std::vector<std::pair<std::string, std::string>> templateSettings(const Project& project,
                                                                  std::size_t function,
                                                                  const Settings& settings) {
  const Settings own = settingsOf(project, function);
  const std::string id = project.functions[function].id + ".";
  std::vector<std::pair<std::string, std::string>> changes;
  const auto change = [&](Knob knob, const char* path, std::int64_t none) {
    const std::int64_t value = at(settings, knob);
    if (value != at(own, knob))
      changes.emplace_back(id + path, value == none ? std::string() : std::to_string(value));
  };
  change(Knob::Memory, "MemorySize", kNone);
  // In an order in which nothing is ever provisioned beyond the reserve.
  change(Knob::Reserved, "ReservedConcurrentExecutions", kNone);
  change(Knob::Provisioned, "ProvisionedConcurrency", 0);
  change(Knob::Timeout, "Timeout", kNone);
  const std::int64_t idle = at(settings, Knob::IdleTime);
  if (idle != at(own, Knob::IdleTime)) {
    changes.emplace_back(id + "IdleTimeout", R"({"Constant": {"Value": ")" +
                                                 formatDuration(Duration::millis(idle)) + "\"}}");
  }
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
  }
  return {};
}

}  // namespace coldstart::whatif
