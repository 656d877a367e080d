// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Projects and scenarios that the tests and the benchmark of the engine share.

#include "core/project/project.h"

namespace coldstart::example {

inline project::Distribution constant(Duration d) {
  return {project::Distribution::Kind::Constant, d.us, 0, {}};
}
inline project::Distribution exponential(Duration mean) {
  return {project::Distribution::Kind::Exponential, mean.us, 0, {}};
}
inline project::Distribution uniform(Duration low, Duration high) {
  return {project::Distribution::Kind::Uniform, low.us, high.us, {}};
}

/// A function that takes the same time at every call, and whose environments idle for ten minutes.
inline project::Function function(const std::string& id, Duration init, Duration duration) {
  project::Function f;
  f.id = id;
  f.name = id;
  f.timeout = Duration::seconds(900);
  f.work.init = constant(init);
  f.work.firstDuration = constant(duration);
  f.work.duration = constant(duration);
  f.work.maxMemoryUsed = {project::Distribution::Kind::Constant, 74, 0, {}};
  f.idleTimeout = constant(Duration::seconds(600));
  return f;
}

inline project::Load load(std::size_t function, project::Arrivals arrivals,
                          project::InvocationType type = project::InvocationType::RequestResponse) {
  project::Load l;
  l.function = function;
  l.type = type;
  l.arrivals = std::move(arrivals);
  return l;
}
inline project::Arrivals at(std::vector<Instant> times) {
  project::Arrivals a;
  a.times = std::move(times);
  return a;
}
inline project::Arrivals poisson(std::int64_t perSecondMicro) {
  project::Arrivals a;
  a.kind = project::Arrivals::Kind::Poisson;
  a.perSecondMicro = perSecondMicro;
  return a;
}
inline project::Arrivals burst(std::int64_t requests, Duration over = {}) {
  project::Arrivals a;
  a.kind = project::Arrivals::Kind::Burst;
  a.requests = requests;
  a.over = over;
  return a;
}

/// The contract's example: the published simulator's own (README of SimFaaS). Its cold service time
/// is the whole response time, so init is 0.
inline project::Project contractProject() {
  project::Project p;
  project::Function f = function("Thumbnail", Duration{}, Duration{});
  f.memory = Memory{512};
  f.work.firstDuration = exponential(Duration::millis(2244));
  f.work.duration = exponential(Duration::millis(1991));
  p.functions.push_back(f);
  return p;
}
inline project::Scenario contractScenario() {
  project::Scenario s;
  s.name = "steady";
  s.until = Duration::seconds(1'000'000);
  s.loads.push_back(load(0, poisson(900'000)));
  return s;
}

}  // namespace coldstart::example
