// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Runs made by hand for tests of what shows them: a small builder that writes journals without an
// engine, and a random one that obeys the journal's rules (order of arrival, one request at a time
// in an environment) and nothing else.

#include <algorithm>
#include <memory>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "core/journal/journal.h"

namespace coldstart::tests {

class MadeRun {
 public:
  explicit MadeRun(std::size_t capacity, std::vector<std::string> functions = {"Thumbnail"})
      : m_run(std::make_shared<journal::Run>()) {
    m_run->journal = journal::Journal(capacity);
    for (std::string& name : functions) {
      project::Function function;
      function.id = name;
      function.name = std::move(name);
      function.memory = Memory{512};
      m_run->project.functions.push_back(std::move(function));
      journal::Source source;
      source.function = static_cast<std::uint16_t>(m_run->project.functions.size() - 1);
      source.label = "S3 uploads";
      m_run->journal.sources.push_back(source);
    }
  }

  [[nodiscard]] journal::Run& run() { return *m_run; }

  journal::EnvironmentIndex environment(Instant started, Duration init, std::size_t function = 0) {
    journal::Environment e;
    e.started = started;
    e.initUs = static_cast<std::uint32_t>(init.us);
    e.function = static_cast<std::uint16_t>(function);
    e.memoryMb = 512;
    m_run->journal.environments.push_back(e);
    return static_cast<journal::EnvironmentIndex>(m_run->journal.environments.size() - 1);
  }

  /// A request that runs in environment e; cold when it waits for the init phase.
  journal::AttemptIndex request(journal::EnvironmentIndex e, Instant arrived, Duration handler,
                                journal::Ending ending = journal::Ending::Succeeded) {
    journal::Environment& environment = m_run->journal.environments[e];
    journal::Attempt attempt = blank(arrived, environment.function);
    attempt.environment = e;
    attempt.durationUs = static_cast<std::uint32_t>(handler.us);
    attempt.ending = ending;
    const bool cold = environment.cause == journal::kNone && !environment.provisioned;
    if (cold) {
      environment.cause = static_cast<journal::AttemptIndex>(m_run->journal.attempts.size());
      attempt.waitUs = static_cast<std::uint32_t>((environment.ready() - arrived).us);
      attempt.decision = e == 0 ? journal::Decision::ColdFirst : journal::Decision::ColdAllBusy;
    } else if (environment.provisioned) {
      attempt.decision = journal::Decision::Provisioned;
    }
    return append(attempt);
  }

  journal::AttemptIndex throttle(Instant arrived, journal::Decision why, std::size_t function = 0) {
    journal::Attempt attempt = blank(arrived, static_cast<std::uint16_t>(function));
    attempt.decision = why;
    attempt.ending = journal::Ending::Throttled;
    return append(attempt);
  }

  journal::Attempt& attempt(journal::AttemptIndex i) { return m_run->journal.attempts[i]; }

  std::shared_ptr<const journal::Run> end(Instant at) {
    m_run->end = at;
    m_run->requests = m_requests;
    m_run->attempts = m_run->journal.attempts.size();
    return m_run;
  }

 private:
  [[nodiscard]] static journal::Attempt blank(Instant arrived, std::uint16_t source) {
    journal::Attempt attempt;
    attempt.arrived = arrived;
    attempt.source = source;
    return attempt;
  }
  journal::AttemptIndex append(journal::Attempt attempt) {
    attempt.request = m_requests++;
    m_run->journal.attempts.append() = attempt;
    return static_cast<journal::AttemptIndex>(m_run->journal.attempts.size() - 1);
  }

  std::shared_ptr<journal::Run> m_run;
  std::uint32_t m_requests = 0;
};

/// `requests` requests over `lanes` environments that take them in turn as they become free; a few
/// fail, a few are throttled when no lane is free, some environments stop.
inline std::shared_ptr<const journal::Run> randomRun(std::uint32_t seed, std::size_t requests,
                                                     std::size_t functions = 1) {
  std::mt19937 random(seed);
  const auto below = [&random](std::uint32_t n) { return static_cast<std::int64_t>(random() % n); };
  std::vector<std::string> names;
  for (std::size_t f = 0; f < functions; ++f) names.push_back("Function" + std::to_string(f));
  MadeRun made(requests + 1, names);
  struct Lane {
    journal::EnvironmentIndex environment;
    std::size_t function;
    Instant free;
  };
  std::vector<Lane> lanes;
  Instant now;
  Instant latest;
  for (std::size_t i = 0; i < requests; ++i) {
    now = now + Duration::micros(below(4) == 0 ? 0 : below(40'000));
    const auto f = static_cast<std::size_t>(below(static_cast<std::uint32_t>(functions)));
    if (below(60) == 0 && !lanes.empty()) {
      const auto victim = static_cast<std::size_t>(below(static_cast<std::uint32_t>(lanes.size())));
      if (lanes[victim].free < now) {
        made.run().journal.environments[lanes[victim].environment].stopped = now;
        lanes.erase(lanes.begin() + static_cast<std::ptrdiff_t>(victim));
      }
    }
    auto lane = std::find_if(lanes.begin(), lanes.end(),
                             [&](const Lane& l) { return l.function == f && l.free <= now; });
    if (lane == lanes.end() && lanes.size() >= 12) {
      made.throttle(now,
                    below(2) == 0 ? journal::Decision::ThrottledAccount
                                  : journal::Decision::ThrottledScalingRate,
                    f);
      continue;
    }
    Duration init;
    if (lane == lanes.end()) {
      init = Duration::micros(1 + below(300'000));
      lanes.push_back({made.environment(now, init, f), f, now});
      lane = lanes.end() - 1;
    }
    const Duration handler = Duration::micros(below(200'000));
    const auto ending = below(50) == 0   ? journal::Ending::HandlerError
                        : below(80) == 0 ? journal::Ending::TimedOut
                                         : journal::Ending::Succeeded;
    made.request(lane->environment, now, handler, ending);
    lane->free = now + init + handler;
    latest = std::max(latest, lane->free);
  }
  return made.end(latest + Duration::seconds(1));
}

}  // namespace coldstart::tests
