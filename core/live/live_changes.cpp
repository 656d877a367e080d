// SPDX-License-Identifier: GPL-3.0-or-later
// What a workbench does with a host besides sending requests: looks at the journal while it grows,
// deploys, changes settings, lets time pass.
#include <utility>

#include "core/engine/setting.h"
#include "core/live/hosted_environment.h"
#include "core/live/live_host.h"

namespace coldstart::live {

using journal::Attempt;

namespace {

/// What a new process of the function gets to see, and what only a simulation uses: taken over
/// without the engine.
void takeCode(project::Function& to, const project::Function& from) {
  to.description = from.description;
  to.codeUri = from.codeUri;
  to.buildMethod = from.buildMethod;
  to.layers = from.layers;
  to.handler = from.handler;
  to.runtime = from.runtime;
  to.environment = from.environment;
  to.ephemeralStorage = from.ephemeralStorage;
  to.logFormat = from.logFormat;
  to.applicationLogLevel = from.applicationLogLevel;
  to.systemLogLevel = from.systemLogLevel;
  to.work = from.work;
  to.defaultResponse = from.defaultResponse;
}

/// What the engine takes as a change at its moment.
void takeSettings(project::Function& to, const project::Function& from) {
  to.memory = from.memory;
  to.timeout = from.timeout;
  to.reserved = from.reserved;
  to.provisioned = from.provisioned;
}

}  // namespace

std::shared_ptr<journal::Run> LiveHost::snapshot() {
  const Instant t = now();
  auto copy = std::make_shared<journal::Run>();
  copy->project = m_run->project;
  copy->seed = m_run->seed;
  copy->end = t;
  copy->requests = m_engine->requests();
  copy->attempts = m_engine->attempts();
  copy->truncated = m_engine->truncated();
  copy->live = m_run->live;
  const journal::Journal& from = m_run->journal;
  journal::Journal& to = copy->journal;
  to = journal::Journal(from.attempts.size());
  for (const Attempt& attempt : from.attempts.all()) to.attempts.append() = attempt;
  to.environments = from.environments;
  to.sources = from.sources;
  to.changes = from.changes;
  for (journal::Environment& e : to.environments) {
    if (e.initUs != journal::kStillInInit) continue;
    e.initUs = static_cast<std::uint32_t>((t - e.started).us);
    if (e.cause >= to.attempts.size()) continue;
    Attempt& waits = to.attempts[e.cause];
    waits.waitUs = static_cast<std::uint32_t>((t - waits.arrived).us);
  }
  for (const auto& [slot, function] : m_lacking) {  // They have no record before their init begins.
    const journal::AttemptIndex cause = m_engine->attemptOf(slot);
    if (cause >= to.attempts.size()) continue;
    to.attempts[cause].environment = static_cast<journal::EnvironmentIndex>(to.environments.size());
    to.attempts[cause].waitUs = static_cast<std::uint32_t>((t - to.attempts[cause].arrived).us);
    const auto row = static_cast<std::uint16_t>(function);
    journal::Environment placing;
    placing.started = t;
    placing.cause = cause;
    placing.function = row;
    placing.memoryMb = static_cast<std::uint16_t>(m_engine->memory(row).mb);
    to.environments.push_back(placing);
  }
  return copy;
}

std::size_t LiveHost::running() const {
  return static_cast<std::size_t>(m_engine->inFlight());
}

void LiveHost::setAtOnce(std::size_t requests) {
  m_settings.atOnce = requests;
  letInHeld();
}

void LiveHost::change(const std::string& path, std::optional<std::int64_t> value) {
  const auto setting = engine::settingOf(m_run->project, path);
  if (setting) m_engine->change(m_last, *setting, value);
}

bool LiveHost::configure(const project::Project& project) {
  if (project.functions.size() != m_configured.functions.size()) return false;
  for (std::size_t i = 0; i < project.functions.size(); ++i) {
    project::Function same = project.functions[i];
    takeCode(same, m_configured.functions[i]);
    takeSettings(same, m_configured.functions[i]);
    if (same != m_configured.functions[i]) return false;
  }
  m_engine->advance(now());
  carryOut();
  const project::Project before = std::exchange(m_configured, project);
  if (before.account.concurrentExecutions != project.account.concurrentExecutions)
    change("Account.ConcurrentExecutions", project.account.concurrentExecutions);
  for (std::size_t i = 0; i < project.functions.size(); ++i) {
    const project::Function& from = before.functions[i];
    const project::Function& to = project.functions[i];
    if (from.memory != to.memory) change(to.id + ".MemorySize", to.memory.mb);
    if (from.timeout != to.timeout) change(to.id + ".Timeout", to.timeout.us / 1'000'000);
    if (from.reserved != to.reserved) change(to.id + ".ReservedConcurrentExecutions", to.reserved);
    if (from.provisioned != to.provisioned)
      change(to.id + ".ProvisionedConcurrency", to.provisioned);
    project::Function sameSettings = to;
    takeSettings(sameSettings, from);
    takeCode(m_run->project.functions[i], to);
    if (sameSettings != from) m_unbuilt->artifacts.forget(to.id);
    if (sameSettings != from) change(to.id + ".Deploy", {});
    if (from != to) forgetAhead(i);
  }
  carryOut();
  goOnBuilt();
  return true;
}

bool LiveHost::letTimePass(Duration span) {
  if (running() > 0 || !m_held.empty() || !m_unbuilt->requests.empty()) return false;
  m_passed += span;
  m_engine->advance(now());
  carryOut();
  emit changed();
  return true;
}

}  // namespace coldstart::live
