// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulate/work.h"

#include <algorithm>

#include "core/project/quota.h"

namespace coldstart::simulate {
namespace {

constexpr std::int64_t kOne = std::int64_t{1} << 20;  // A stretch of 1.
// Longer than any timeout (900 s), and small enough to be stretched 14-fold in 64 bits.
constexpr std::int64_t kLongestWorkUs = 1'000'000'001;
constexpr std::int64_t kLongestInitUs = 3'600'000'000;

}  // namespace

Work::Work(const project::Project& project, std::uint64_t seed) {
  m_functions.reserve(project.functions.size());
  for (std::size_t i = 0; i < project.functions.size(); ++i) {
    const project::WorkModel& work = project.functions[i].work;
    const auto sampler = [&](const project::Distribution& distribution, Purpose purpose) {
      return engine::Sampler(distribution, Random(seed, purpose, i));
    };
    m_functions.push_back({.duration = sampler(work.duration, Purpose::Duration),
                           .stretchedFor = {},
                           .errorRatePpm = work.errorRatePpm,
                           .cpuSharePpm = work.cpuSharePpm,
                           .errors = Random(seed, Purpose::HandlerError, i),
                           .firstDuration = sampler(work.firstDuration, Purpose::FirstDuration),
                           .init = sampler(work.init, Purpose::Init),
                           .provisionedInit = sampler(work.init, Purpose::ProvisionedInit),
                           .suppressedInit = sampler(work.init, Purpose::SuppressedInit),
                           .maxMemory = sampler(work.maxMemoryUsed, Purpose::MaxMemory),
                           .prepared = {}});
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

Duration Work::init(const engine::Order& order) {
  Function& f = m_functions[order.function];
  if (!order.provisioned) return {std::min(f.init.next(), kLongestInitUs)};
  if (f.usedPrepared < f.prepared.size()) return f.prepared[f.usedPrepared++];
  return {std::min(f.provisionedInit.next(), kLongestInitUs)};
}

/// The share of the work that needs the processor takes as much longer as memory gives less than
/// one vCPU; more than one helps only code with several threads, which is not modelled.
/// (configuration-memory)
std::int64_t Work::stretchOf(const Function& f, Memory memory) {
  if (f.cpuSharePpm == 0 || memory.mb >= project::kOneVcpuMemoryMb || memory.mb <= 0) return kOne;
  const std::int64_t processor = kOne * f.cpuSharePpm / project::kMillion;
  return kOne - processor + processor * project::kOneVcpuMemoryMb / memory.mb;
}

Outcome Work::invocation(const engine::Order& order, const engine::Engine& engine) {
  Function& f = m_functions[order.function];
  const Memory memory = engine.memory(order.function);
  if (memory != f.stretchedFor) {
    f.stretchedFor = memory;
    f.stretch = stretchOf(f, memory);
  }
  Outcome outcome;
  const std::int64_t drawn = order.firstInvocation ? f.firstDuration.next() : f.duration.next();
  outcome.duration.us = (std::min(drawn, kLongestWorkUs) * f.stretch) >> 20;
  if (f.errorRatePpm > 0 &&
      f.errors.below(project::kMillion) < static_cast<std::uint64_t>(f.errorRatePpm)) {
    outcome.ending = journal::Ending::HandlerError;
  }
  // After a time-out init runs again inside the next invocation, at its cost.
  // (lambda-runtime-environment)
  if (order.suppressedInit) {
    outcome.duration += Duration{std::min(f.suppressedInit.next(), kLongestInitUs)};
  }
  const Duration timeout = engine.timeout(order.function);
  if (outcome.duration > timeout) outcome = {timeout, journal::Ending::TimedOut};
  return outcome;
}

std::uint16_t Work::maxMemoryUsed(const engine::Order& order, const engine::Engine& engine) {
  const std::int64_t drawn = m_functions[order.function].maxMemory.next();
  return static_cast<std::uint16_t>(
      std::min<std::int64_t>(drawn, engine.memory(order.function).mb));
}

}  // namespace coldstart::simulate
