// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Runs written by hand, for tests of what is computed from a journal: a few functions, a few
// environments, a few attempts, each exactly as the test says. Times are milliseconds.

#include <memory>
#include <string>
#include <utility>

#include "core/journal/journal.h"
#include "core/observe/run_index.h"

namespace coldstart::tests {

class RunBuilder {
 public:
  explicit RunBuilder(std::size_t capacity = 1'000) : m_run(std::make_shared<journal::Run>()) {
    m_run->journal = journal::Journal(capacity);
    m_run->project.name = "hand-built";
    m_run->scenario.name = "by hand";
    m_run->end = Instant{Duration::minutes(10).us};
  }

  journal::Run& run() { return *m_run; }
  project::Function& function(const std::string& name, int memoryMb = 512) {
    project::Function f;
    f.id = f.name = name;
    f.handler = "lambda_function.lambda_handler";
    f.memory = Memory{memoryMb};
    f.idleTimeout.a = Duration::minutes(6).us;
    m_run->project.functions.push_back(f);
    return m_run->project.functions.back();
  }
  /// A source for each function: number 2f is synchronous, 2f + 1 asynchronous.
  void sources() {
    for (std::size_t f = 0; f < m_run->project.functions.size(); ++f) {
      for (const auto type :
           {project::InvocationType::RequestResponse, project::InvocationType::Event}) {
        journal::Source source;
        source.function = static_cast<std::uint16_t>(f);
        source.type = type;
        source.label = m_run->project.functions[f].name;
        m_run->journal.sources.push_back(source);
      }
    }
  }
  journal::EnvironmentIndex environment(std::uint16_t function, std::int64_t startedMs,
                                        std::int64_t initUs, std::uint32_t cause) {
    journal::Environment e;
    e.started = Instant{startedMs * 1'000};
    e.initUs = static_cast<std::uint32_t>(initUs);
    e.cause = cause;
    e.function = function;
    e.memoryMb = static_cast<std::uint16_t>(m_run->project.functions[function].memory.mb);
    e.maxMemoryUsedMb = 74;
    e.provisioned = cause == journal::kNone;
    m_run->journal.environments.push_back(e);
    return static_cast<journal::EnvironmentIndex>(m_run->journal.environments.size() - 1);
  }
  journal::Attempt& attempt(std::int64_t arrivedMs, journal::Decision decision) {
    journal::Attempt& a = m_run->journal.attempts.append();
    a = journal::Attempt{};
    a.arrived = Instant{arrivedMs * 1'000};
    a.decision = decision;
    a.request = m_nextRequest++;
    a.ending =
        journal::isThrottle(decision) ? journal::Ending::Throttled : journal::Ending::Succeeded;
    m_run->requests = m_nextRequest;
    m_run->attempts = m_run->journal.attempts.size();
    return a;
  }
  /// A cold start of its own: environment and attempt in one.
  journal::Attempt& cold(std::uint16_t function, std::int64_t arrivedMs, std::int64_t initUs,
                         std::int64_t durationUs) {
    const auto number = static_cast<std::uint32_t>(m_run->journal.attempts.size());
    const bool first = noneOf(function);
    const auto e = environment(function, arrivedMs, initUs, number);
    journal::Attempt& a =
        attempt(arrivedMs, first ? journal::Decision::ColdFirst : journal::Decision::ColdAllBusy);
    a.environment = e;
    a.source = static_cast<std::uint16_t>(2 * function);
    a.waitUs = static_cast<std::uint32_t>(initUs);
    a.durationUs = static_cast<std::uint32_t>(durationUs);
    return a;
  }
  journal::Attempt& warm(journal::EnvironmentIndex e, std::int64_t arrivedMs,
                         std::int64_t durationUs) {
    journal::Attempt& a = attempt(arrivedMs, journal::Decision::Warm);
    a.environment = e;
    a.source = static_cast<std::uint16_t>(2 * m_run->journal.environments[e].function);
    a.durationUs = static_cast<std::uint32_t>(durationUs);
    return a;
  }
  journal::Attempt& throttled(std::uint16_t function, std::int64_t arrivedMs,
                              journal::Decision decision) {
    journal::Attempt& a = attempt(arrivedMs, decision);
    a.source = static_cast<std::uint16_t>(2 * function);
    return a;
  }
  [[nodiscard]] std::shared_ptr<const observe::RunIndex> index() const {
    return std::make_shared<const observe::RunIndex>(m_run);
  }

 private:
  [[nodiscard]] bool noneOf(std::uint16_t function) const {
    for (const auto& e : m_run->journal.environments) {
      if (e.function == function) return false;
    }
    return true;
  }
  std::shared_ptr<journal::Run> m_run;
  std::uint32_t m_nextRequest = 0;
};

}  // namespace coldstart::tests
