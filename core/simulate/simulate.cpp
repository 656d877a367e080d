// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulate/simulate.h"

#include <algorithm>
#include <chrono>

#include "core/events/schedule_expression.h"
#include "core/simulate/fold.h"
#include "core/simulate/simulation.h"
#include "core/simulate/sources.h"

namespace coldstart::simulate {
namespace {

Error unknownSetting(const project::Change& change) {
  return {"",
          {"simulate",
           SAY("simulate",
               "The scenario changes %1, which is no setting that can change during a run. Use "
               "Account.ConcurrentExecutions, or a function's MemorySize, Timeout, "
               "ReservedConcurrentExecutions, ProvisionedConcurrency or Deploy."),
           {change.path}},
          ""};
}

Result<std::vector<Input>> understood(const project::Project& project,
                                      const project::Scenario& scenario) {
  std::vector<Input> inputs;
  for (const project::Change& change : scenario.changes) {
    auto setting = engine::settingOf(project, change.path);
    if (!setting) return unknownSetting(change);
    inputs.push_back({change.at, *std::move(setting), change.value});
  }
  std::stable_sort(inputs.begin(), inputs.end(),
                   [](const Input& a, const Input& b) { return a.at < b.at; });
  return inputs;
}

std::optional<Error> unusable(const project::Project& project, const project::Scenario& scenario) {
  for (const project::Load& load : scenario.loads) {
    if (load.function < project.functions.size() &&
        (!load.trigger || *load.trigger < project.triggers.size())) {
      continue;
    }
    return Error{"",
                 {"simulate",
                  SAY("simulate",
                      "A load of the scenario %1 targets a function or trigger that the template "
                      "does not have. Correct its Function."),
                  {scenario.name}},
                 ""};
  }
  for (const project::Function& function : project.functions) {
    if (!function.provisionedScaling) continue;
    for (const auto& action : function.provisionedScaling->actions) {
      if (auto read = events::ScheduleExpression::parse(action.schedule); !read)
        return read.error();
    }
  }
  if (scenario.loads.size() + project.mappings.size() + project.queues.size() > 0xFFFF ||
      project.functions.size() > 0xFFFF) {
    return Error{
        "",
        {"simulate",
         SAY("simulate", "The scenario %1 has more than 65 535 loads or functions. Use fewer."),
         {scenario.name}},
        ""};
  }
  return std::nullopt;
}

/// The durations that the scenario's traces recorded for a function, in order of arrival.
std::vector<Duration> recorded(const project::Scenario& scenario, std::size_t function) {
  std::vector<std::pair<Instant, Duration>> all;
  for (const project::Load& load : scenario.loads) {
    if (load.function != function || !load.arrivals.trace) continue;
    const project::Trace& trace = *load.arrivals.trace;
    for (std::size_t i = 0; i < trace.durations.size(); ++i) {
      const Instant at = trace.times[i];
      if (at >= load.start.value_or(Instant{}) && at < load.end.value_or(kNever))
        all.emplace_back(at, trace.durations[i]);
    }
  }
  std::stable_sort(all.begin(), all.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<Duration> durations;
  durations.reserve(all.size());
  for (const auto& [at, duration] : all) durations.push_back(duration);
  return durations;
}

Error tooLong(const project::Scenario& scenario) {
  return {"",
          {"simulate",
           SAY("simulate", "The scenario %1 is longer than four years. Give it an earlier Until."),
           {scenario.name}},
          ""};
}

}  // namespace

Result<std::shared_ptr<const journal::Run>> simulate(const project::Project& project,
                                                     const project::Scenario& scenario,
                                                     const Options& options) {
  const auto began = std::chrono::steady_clock::now();  // For Run::wallSeconds only.
  if (auto error = unusable(project, scenario)) return *std::move(error);
  const auto changes = understood(project, scenario);
  if (!changes) return changes.error();
  auto sources = sourcesOf(project, scenario);
  if (!sources) return sources.error();
  auto run = std::make_shared<journal::Run>();
  run->project = project;
  for (project::Function& function : run->project.functions)
    function.provisioned = engine::provisionedAtStart(run->project, function);
  run->scenario = scenario;
  for (project::Load& load : run->scenario.loads) {
    const auto held = isHeldBack(project, load);
    if (!held) return held.error();
    if (*held) load.arrivals = {};
  }
  run->seed = options.seed.value_or(project.seed);
  const Instant until = Instant{} + options.until.value_or(scenario.until);
  if (until > MergeTree::kLatest) return tooLong(scenario);
  auto arrivals = Arrivals::of(run->project, run->scenario, run->seed, until);
  if (!arrivals) return arrivals.error();
  // Records are numbered in 32 bits, the last number meaning none.
  run->journal = journal::Journal(std::min<std::size_t>(options.attemptCapacity, journal::kNone));
  run->journal.sources = *std::move(sources);

  run->recordedFrom = options.window ? options.window->from : Instant{};
  run->recordedTo = options.window ? options.window->to : kNever;
  Simulation simulation(run->project, run->scenario, *changes, *std::move(arrivals), run->journal,
                        {.seed = run->seed,
                         .idleChoice = options.idleChoice,
                         .recordFrom = run->recordedFrom,
                         .recordTo = run->recordedTo});
  for (std::size_t f = 0; f < project.functions.size(); ++f)
    simulation.work().play(f, recorded(run->scenario, f));
  const bool whole = simulation.runBefore(until, [&](Instant now) {
    return !options.progress || options.progress(now, simulation.engine().requests());
  });
  run->cancelled = !whole;
  run->end = simulation.drain(whole ? until : simulation.now());
  run->requests = simulation.engine().requests();
  run->attempts = simulation.engine().attempts();
  run->truncated = simulation.engine().truncated() || options.window;
  if (run->truncated) {
    run->tallies = options.window ? simulation.engine().overflow()
                                  : fold(*run, simulation.engine().overflow());
  }
  run->wallSeconds =
      std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
  return std::shared_ptr<const journal::Run>(std::move(run));
}

std::uint64_t estimateRequests(const project::Project& project, const project::Scenario& scenario) {
  std::uint64_t sum = 0;
  for (const project::Load& load : scenario.loads) {
    sum += estimate(project, load, Instant{} + scenario.until);
  }
  return sum;
}

}  // namespace coldstart::simulate
