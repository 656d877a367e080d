// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/tally.h"

#include <algorithm>
#include <bit>

#include "core/journal/billing.h"

namespace coldstart::journal {
namespace {

constexpr std::uint32_t kSteps = 64;
constexpr std::size_t kBuckets = (32 - 6) * kSteps + kSteps;

std::size_t bucketOf(std::uint32_t us) {
  if (us < 2 * kSteps) return us;
  const auto shift = 25U - static_cast<std::uint32_t>(std::countl_zero(us));
  return static_cast<std::size_t>(shift) * kSteps + (us >> shift);
}

std::uint32_t middleOf(std::size_t bucket) {
  if (bucket < std::size_t{2} * kSteps) return static_cast<std::uint32_t>(bucket);
  const std::size_t shift = bucket / kSteps - 1;
  const std::uint64_t low = std::uint64_t{bucket - shift * kSteps} << shift;
  return static_cast<std::uint32_t>(low + ((std::uint64_t{1} << shift) >> 1));
}

}  // namespace

void Histogram::add(std::uint32_t us) {
  if (m_buckets.empty()) m_buckets.resize(kBuckets);
  ++m_buckets[bucketOf(us)];
  ++m_count;
  m_sum += us;
  m_maximum = std::max(m_maximum, us);
}

void Histogram::add(const Histogram& other) {
  if (other.m_count == 0) return;
  if (m_buckets.empty()) m_buckets.resize(kBuckets);
  for (std::size_t i = 0; i < kBuckets; ++i) m_buckets[i] += other.m_buckets[i];
  m_count += other.m_count;
  m_sum += other.m_sum;
  m_maximum = std::max(m_maximum, other.m_maximum);
}

std::uint32_t Histogram::percentileUs(std::int32_t ppm) const {
  if (m_count == 0) return 0;
  const std::uint64_t share =
      m_count / 1'000'000 * static_cast<std::uint64_t>(ppm) +
      (m_count % 1'000'000 * static_cast<std::uint64_t>(ppm) + 999'999) / 1'000'000;
  const std::uint64_t rank = std::clamp<std::uint64_t>(share, 1, m_count);
  std::uint64_t seen = 0;
  for (std::size_t i = 0; i < kBuckets; ++i) {
    seen += m_buckets[i];
    if (seen >= rank) return std::min(middleOf(i), m_maximum);
  }
  return m_maximum;
}

void FunctionTally::count(const Attempt& a, const Environment& e, bool first) {
  ++byEnding[static_cast<std::size_t>(a.ending)];
  ++byDecision[static_cast<std::size_t>(a.decision)];
  if (!isAdmitted(a.decision)) return;
  ++invocations;
  if (isError(a.ending)) ++errors;
  if (a.abandoned) ++abandoned;
  if (versions.size() <= e.version) versions.resize(std::size_t{e.version} + 1);
  ++versions[e.version].invocations;
  if (isError(a.ending)) ++versions[e.version].errors;
  const bool cold = isCold(a.decision);
  duration.add(a.durationUs);
  busyUs += std::uint64_t{a.waitUs} + a.durationUs;
  if (cold) {
    ++coldStarts;
    init.add(e.initUs);
  }
  const auto billed = static_cast<std::uint64_t>(journal::billedMs(a, e, first));
  billedMs += billed;
  (e.provisioned ? billedProvisionedMbMs : billedMbMs) += billed * e.memoryMb;
  (e.provisioned ? initProvisionedMbMs : initMbMs) +=
      static_cast<std::uint64_t>(billedInitMs(a, e, first)) * e.memoryMb;
}

void FunctionTally::countEvent(const Attempt& a, Instant received) {
  const bool gaveUp = (isError(a.ending) || a.decision == Decision::Dropped ||
                       a.decision == Decision::RecursionStopped) &&
                      !a.retried;
  if (gaveUp) ++eventsDropped;
  if (!isAdmitted(a.decision)) return;
  const auto age = static_cast<std::uint64_t>((a.began() - received).us);
  ++eventsInvoked;
  eventAgeUs += age;
  eventAgeMaximumUs = std::max(eventAgeMaximumUs, age);
}

void FunctionTally::count(const Environment& e, Instant end) {
  if (e.shares) return;
  ++environmentsCreated;
  if (e.initStatus != InitStatus::Succeeded) ++initFailures;
  if (e.restored) {
    ++restores;
    restoredMb += e.memoryMb;
  }
  const bool stopped = e.stopped != kNever;
  const Instant until = stopped ? std::min(e.stopped, end) : end;
  const Instant from = std::max(e.started, Instant{});  // Provisioned ones began before the run.
  if (until > from) environmentUs += static_cast<std::uint64_t>((until - from).us);
  if (!stopped) return;
  ++environmentsStopped;
  lifespanUs += static_cast<std::uint64_t>((e.stopped - e.started).us);
}

void FunctionTally::add(const FunctionTally& other) {
  requests += other.requests;
  invocations += other.invocations;
  errors += other.errors;
  for (std::size_t i = 0; i < byDecision.size(); ++i) byDecision[i] += other.byDecision[i];
  for (std::size_t i = 0; i < byEnding.size(); ++i) byEnding[i] += other.byEnding[i];
  if (versions.size() < other.versions.size()) versions.resize(other.versions.size());
  for (std::size_t v = 0; v < other.versions.size(); ++v) {
    versions[v].invocations += other.versions[v].invocations;
    versions[v].errors += other.versions[v].errors;
  }
  coldStarts += other.coldStarts;
  duration.add(other.duration);
  init.add(other.init);
  clientRetries += other.clientRetries;
  abandoned += other.abandoned;
  eventsReceived += other.eventsReceived;
  eventRetries += other.eventRetries;
  eventsDropped += other.eventsDropped;
  eventAgeUs += other.eventAgeUs;
  eventAgeMaximumUs = std::max(eventAgeMaximumUs, other.eventAgeMaximumUs);
  eventsInvoked += other.eventsInvoked;
  billedMs += other.billedMs;
  billedMbMs += other.billedMbMs;
  billedProvisionedMbMs += other.billedProvisionedMbMs;
  initMbMs += other.initMbMs;
  initProvisionedMbMs += other.initProvisionedMbMs;
  restores += other.restores;
  restoredMb += other.restoredMb;
  initFailures += other.initFailures;
  busyUs += other.busyUs;
  environmentsCreated += other.environmentsCreated;
  environmentUs += other.environmentUs;
  lifespanUs += other.lifespanUs;
  environmentsStopped += other.environmentsStopped;
  peakEnvironments = std::max(peakEnvironments, other.peakEnvironments);
  peakBusy = std::max(peakBusy, other.peakBusy);
}

}  // namespace coldstart::journal
