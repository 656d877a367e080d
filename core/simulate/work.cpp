// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulate/work.h"

#include <algorithm>

#include "core/base/holds.h"
#include "core/project/quota.h"

namespace coldstart::simulate {
namespace {

constexpr std::int64_t kOne = std::int64_t{1} << 20;  // A stretch of 1.
// Longer than any timeout (900 s), and small enough to be stretched 14-fold in 64 bits.
constexpr std::int64_t kLongestWorkUs = 1'000'000'001;
constexpr std::int64_t kLongestInitUs = 3'600'000'000;

// (lambda-runtime-environment)
constexpr Duration kInitLimit = Duration::seconds(10);
constexpr Duration kProvisionedInitLimit = Duration::seconds(130);

/// True for so many of a million.
bool happens(Random& random, std::int32_t ppm) {
  return random.below(project::kMillion) < static_cast<std::uint64_t>(ppm);
}

}  // namespace

Work::Work(const project::Project& project, std::uint64_t seed) {
  m_functions.reserve(project.functions.size());
  for (std::size_t i = 0; i < project.functions.size(); ++i) {
    const project::WorkModel& work = project.functions[i].work;
    const auto sampler = [&](const project::Distribution& distribution, Purpose purpose) {
      return engine::Sampler(distribution, Random(seed, purpose, i));
    };
    m_functions.push_back({.stretchedFor = {},
                           .errorRatePpm = work.errorRatePpm,
                           .cpuSharePpm = work.cpuSharePpm,
                           .mishaps = work.initErrorRatePpm > 0 || work.crashRatePpm > 0,
                           .duration = sampler(work.duration, Purpose::Duration),
                           .initErrorRatePpm = work.initErrorRatePpm,
                           .crashRatePpm = work.crashRatePpm,
                           .perItemUs = work.perItem.us,
                           .errors = Random(seed, Purpose::HandlerError, i),
                           .initErrors = Random(seed, Purpose::InitError, i),
                           .crashes = Random(seed, Purpose::Crash, i),
                           .outages = Random(seed, Purpose::Outage, 0x1'0000 + i),
                           .firstDuration = sampler(work.firstDuration, Purpose::FirstDuration),
                           .init = sampler(work.init, Purpose::Init),
                           .provisionedInit = sampler(work.init, Purpose::ProvisionedInit),
                           .suppressedInit = sampler(work.init, Purpose::SuppressedInit),
                           .restore = sampler(work.restore, Purpose::Restore),
                           .placement = sampler(work.placement, Purpose::Placement),
                           .maxMemory = sampler(work.maxMemoryUsed, Purpose::MaxMemory),
                           .prepared = {},
                           .played = {}});
  }
}

Instant Work::provisionedSince(const project::Project& project) {
  Duration longest;
  for (std::size_t i = 0; i < m_functions.size(); ++i) {
    Function& f = m_functions[i];
    for (std::int32_t n = project.functions[i].provisioned.value_or(0); n > 0; --n) {
      f.prepared.push_back({std::min(f.provisionedInit.next(), kLongestInitUs)});
      longest = std::max(longest, f.prepared.back());
    }
  }
  return Instant{} - longest;
}

Duration Work::drawInit(Function& f, const engine::Order& order) {
  if (order.restore) return {std::min(f.restore.next(), kLongestInitUs)};
  if (!order.provisioned) return {std::min(f.init.next(), kLongestInitUs)};
  if (f.usedPrepared < f.prepared.size()) return f.prepared[f.usedPrepared++];
  return {std::min(f.provisionedInit.next(), kLongestInitUs)};
}

InitOutcome Work::init(const engine::Order& order, const engine::Engine& engine) {
  Function& f = m_functions[order.function];
  InitOutcome outcome{drawInit(f, order)};
  if (!holds(Rule::InitNotByMemory)) {
    outcome.duration.us =
        outcome.duration.us * project::kOneVcpuMemoryMb / engine.memory(order.function).mb;
  }
  if (f.initErrorRatePpm > 0 && happens(f.initErrors, f.initErrorRatePpm)) {
    outcome.status = journal::InitStatus::Failed;
  }
  const Duration limit = order.provisioned
                             ? std::max(kProvisionedInitLimit, engine.timeout(order.function))
                             : kInitLimit;
  if (outcome.duration > limit && holds(Rule::InitLimit)) {
    outcome = {limit, journal::InitStatus::TimedOut};
  }
  return outcome;
}

/// The share of the work that needs the processor takes as much longer as memory gives less than
/// one vCPU; more than one helps only code with several threads, which is not modelled.
/// (configuration-memory)
std::int64_t Work::stretchOf(const Function& f, Memory memory) {
  if (f.cpuSharePpm == 0 || memory.mb >= project::kOneVcpuMemoryMb || memory.mb <= 0) return kOne;
  if (!holds(Rule::MemoryGivesProcessor)) return kOne;
  const std::int64_t processor = kOne * f.cpuSharePpm / project::kMillion;
  return kOne - processor + processor * project::kOneVcpuMemoryMb / memory.mb;
}

Outcome Work::invocation(const engine::Order& order, const engine::Engine& engine) {
  const Outcome outcome = uncut(order, engine);
  const Duration timeout = engine.timeout(order.function);
  if (outcome.duration > timeout && holds(Rule::Timeout)) {
    return {timeout, journal::Ending::TimedOut};
  }
  return outcome;
}

Outcome Work::uncut(const engine::Order& order, const engine::Engine& engine) {
  Function& f = m_functions[order.function];
  const Memory memory = engine.memory(order.function);
  if (memory != f.stretchedFor) {
    f.stretchedFor = memory;
    f.stretch = stretchOf(f, memory) * f.slowdownPpm / project::kMillion;
  }
  Outcome outcome;
  std::int64_t drawn = order.firstInvocation ? f.firstDuration.next() : f.duration.next();
  if (order.items > 0) [[unlikely]]
    drawn += f.perItemUs * order.items;
  outcome.duration.us = (std::min(drawn, kLongestWorkUs) * f.stretch) >> 20;
  // What was recorded took that long with the memory it had: it is not stretched.
  if (f.nextPlayed < f.played.size()) [[unlikely]] {
    outcome.duration.us = std::min(f.played[f.nextPlayed++].us, kLongestWorkUs);
  }
  if (f.errorRatePpm > 0 &&
      f.errors.below(project::kMillion) < static_cast<std::uint64_t>(f.errorRatePpm)) {
    outcome.ending = journal::Ending::HandlerError;
  }
  if (order.poisoned) [[unlikely]]
    outcome.ending = journal::Ending::HandlerError;
  if (f.mishaps || order.suppressedInit) [[unlikely]]
    outcome = mishap(f, order, outcome);
  return outcome;
}

Duration Work::placement(const engine::Order& order) {
  return {std::min(m_functions[order.function].placement.next(), kLongestInitUs)};
}

void Work::impair(std::size_t function, std::int32_t errorPpm, std::int64_t slowdownPpm) {
  Function& f = m_functions[function];
  f.outagePpm = errorPpm;
  f.slowdownPpm = slowdownPpm;
  f.stretchedFor = {};
  f.mishaps = f.mishaps || errorPpm > 0;
}

/// What can happen beside a handler error, in the order of time: init again, running out of memory,
/// a crash. (lambda-runtime-environment)
Outcome Work::mishap(Function& f, const engine::Order& order, Outcome outcome) {
  Duration again;
  if (order.suppressedInit) {
    again = {std::min(f.suppressedInit.next(), kLongestInitUs)};
    if (f.initErrorRatePpm > 0 && happens(f.initErrors, f.initErrorRatePpm)) {
      return {again, journal::Ending::InitFailed};
    }
  }
  outcome.duration += again;
  if (f.outgrows && m_outgrown[order.slot] && holds(Rule::OutOfMemory)) {
    return {again + Duration{(outcome.duration - again).us / 2}, journal::Ending::OutOfMemory};
  }
  if (f.crashRatePpm > 0 && happens(f.crashes, f.crashRatePpm)) {
    outcome.ending = journal::Ending::Crashed;
  } else if (f.outagePpm > 0 && happens(f.outages, f.outagePpm)) {
    outcome.ending = journal::Ending::HandlerError;
  }
  return outcome;
}

std::uint16_t Work::maxMemoryUsed(const engine::Order& order, const engine::Engine& engine) {
  Function& f = m_functions[order.function];
  const std::int64_t drawn = f.maxMemory.next();
  const std::int64_t memory = engine.memory(order.function).mb;
  if (m_outgrown.size() <= order.slot) m_outgrown.resize(std::size_t{order.slot} + 1);
  m_outgrown[order.slot] = drawn > memory;
  if (drawn > memory) f.mishaps = f.outgrows = true;
  return static_cast<std::uint16_t>(std::min(drawn, memory));
}

}  // namespace coldstart::simulate
