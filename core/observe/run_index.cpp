// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/observe/run_index.h"

#include <algorithm>
#include <string_view>

#include "core/observe/concurrency_curve.h"

namespace coldstart::observe {

using journal::Attempt;
using journal::AttemptIndex;
using journal::Ending;
using journal::Environment;
using journal::EnvironmentIndex;

namespace {

bool hasFailed(const Attempt& attempt) {
  return journal::isError(attempt.ending);
}

std::uint8_t laneMark(const Attempt& attempt) {
  std::uint8_t mark = attempt.cause != journal::kNone ? kLaneRetry : std::uint8_t{0};
  if (hasFailed(attempt)) mark |= attempt.ending == Ending::TimedOut ? kLaneTimedOut : kLaneError;
  return mark;
}

}  // namespace

void Tally::add(const Attempt& attempt, project::InvocationType type) {
  const bool isEvent = type == project::InvocationType::Event;
  if (attempt.cause == journal::kNone && !attempt.again) {
    ++requests;
  } else {
    ++(isEvent ? retries : askedAgain);
  }
  coldStarts += journal::isCold(attempt.decision) ? 1 : 0;
  failed += hasFailed(attempt) ? 1 : 0;
  retried += attempt.retried && isEvent ? 1 : 0;
  ++byDecision[static_cast<std::size_t>(attempt.decision)];
}

void Tally::add(const Tally& other) {
  requests += other.requests;
  coldStarts += other.coldStarts;
  failed += other.failed;
  retried += other.retried;
  retries += other.retries;
  askedAgain += other.askedAgain;
  for (std::size_t d = 0; d < byDecision.size(); ++d) byDecision[d] += other.byDecision[d];
}

std::int64_t Tally::throttles() const {
  std::int64_t sum = 0;
  for (std::size_t d = 0; d < byDecision.size(); ++d)
    if (journal::isThrottle(static_cast<journal::Decision>(d))) sum += byDecision[d];
  return sum;
}

std::int32_t limitAt(std::span<const LimitStep> steps, Instant t) {
  const auto after = std::partition_point(steps.begin(), steps.end(),
                                          [t](const LimitStep& s) { return s.at <= t; });
  return after == steps.begin() ? -1 : (after - 1)->value;
}

std::vector<LimitStep> roomOf(const RunIndex& index, std::size_t function) {
  const auto reserved = index.reserved(function);
  const auto provisioned = index.provisioned(function);
  std::vector<Instant> moments;
  for (const auto steps : {reserved, provisioned, index.unreserved()})
    for (const LimitStep& step : steps) moments.push_back(step.at);
  std::ranges::sort(moments);
  std::vector<LimitStep> room;
  for (const Instant at : moments) {
    const std::int32_t own = limitAt(reserved, at);
    const std::int32_t shared =
        limitAt(index.unreserved(), at) + std::max(limitAt(provisioned, at), 0);
    const std::int32_t value = own >= 0 ? own : shared;
    if (room.empty() || room.back().value != value) room.push_back({at, value});
  }
  return room;
}

RunIndex::RunIndex(std::shared_ptr<const journal::Run> run) : m_run(std::move(run)) {
  countAttempts();
  sortIntoEnvironments();
  indexEnvironments();
  readLimits();
  m_curve = std::make_unique<const ConcurrencyCurve>(*this);
  m_meter = std::make_unique<const Meter>(*this);
}

RunIndex::~RunIndex() = default;

void RunIndex::countAttempts() {
  const auto all = attempts();
  const std::size_t functions = std::max<std::size_t>(m_run->project.functions.size(), 1);
  // A question scans at most this many attempts; a checkpoint costs one tally a function.
  m_tallyEvery = 4'096 * ((functions + 7) / 8);
  m_tallies.reserve((all.size() / m_tallyEvery + 1) * functions);
  m_firstOf.assign(m_run->journal.environments.size() + 1, 0);
  std::vector<Tally> now(functions);
  bool begun = m_run->recordedFrom <= Instant{};
  std::int64_t underWay = 0;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (i % m_tallyEvery == 0) m_tallies.insert(m_tallies.end(), now.begin(), now.end());
    const Attempt& attempt = all[i];
    const auto index = static_cast<AttemptIndex>(i);
    const journal::Source& source = m_run->journal.sources[attempt.source];
    now[source.function].add(attempt, source.type);
    if (!begun && attempt.arrived >= m_run->recordedFrom && !attempt.again) {
      begun = true;
      m_requestsUnrecorded = std::int64_t{attempt.request} - underWay;
    }
    underWay += begun || attempt.again ? 0 : 1;
    if (attempt.ran()) ++m_firstOf[attempt.environment + 1];
    if (journal::isTurnedAway(attempt.decision)) m_turnedAway.push_back(index);
    if (journal::isThrottle(attempt.decision)) m_throttled.push_back(index);
    if (hasFailed(attempt)) m_failed.push_back(index);
    if (attempt.cause != journal::kNone) m_retries.push_back({attempt.cause, index});
  }
  std::ranges::sort(m_retries, {}, &Retry::cause);
  m_failedByEnd = m_failed;
  std::ranges::stable_sort(m_failedByEnd, {}, [&](AttemptIndex i) { return all[i].ended(); });
}

void RunIndex::sortIntoEnvironments() {
  for (std::size_t e = 1; e < m_firstOf.size(); ++e) m_firstOf[e] += m_firstOf[e - 1];
  m_byEnvironment.resize(m_firstOf.back());
  const std::size_t blocks = m_firstOf.back() / kLaneBlock + m_firstOf.size();
  m_laneBlocks.resize(blocks);
  m_laneMarks.resize(blocks);
  struct Lane {
    std::uint32_t served = 0;
    Duration handler;
    Instant ended;     // The attempt before.
    Duration longest;  // Of the block's attempts and of the waits after them.
  };
  std::vector<Lane> lanes(m_firstOf.size());
  const auto all = attempts();
  for (std::size_t i = 0; i < all.size(); ++i) {
    const Attempt& attempt = all[i];
    if (!attempt.ran()) continue;
    // An environment serves one request at a time, so order of arrival is order of service.
    const EnvironmentIndex e = attempt.environment;
    Lane& lane = lanes[e];
    m_byEnvironment[m_firstOf[e] + lane.served] = static_cast<AttemptIndex>(i);
    const std::size_t block = firstBlockOf(e) + lane.served / kLaneBlock;
    const Instant began = attempt.began();
    lane.longest = std::max(lane.longest, began - lane.ended);
    if (lane.served % kLaneBlock == 0) {
      m_laneBlocks[block] = {began, lane.handler};
      const bool uneven =
          lane.served > 0 && 2 * lane.longest.us >= (began - m_laneBlocks[block - 1].began).us;
      if (uneven) m_laneMarks[block - 1] |= kLaneUneven;
      lane.longest = {};
    }
    m_laneMarks[block] |= laneMark(attempt);
    lane.ended = endOf(attempt);
    const Duration handler = lane.ended - began;
    lane.longest = std::max(lane.longest, handler);
    lane.handler += handler;
    ++lane.served;
  }
}

void RunIndex::indexEnvironments() {
  const auto& all = m_run->journal.environments;
  std::vector<EnvironmentIndex> alive;
  std::size_t sinceCheckpoint = 0;
  for (std::size_t e = 0; e < all.size(); ++e) {
    // A new checkpoint only after as many starts as the last one holds: all of them together are
    // then no longer than the list of environments.
    if (m_aliveCheckpoints.empty() ||
        sinceCheckpoint >= std::max<std::size_t>(256, m_aliveCheckpoints.back().count)) {
      std::erase_if(alive, [&](EnvironmentIndex a) { return all[a].stopped <= all[e].started; });
      m_aliveCheckpoints.push_back({static_cast<std::uint32_t>(e),
                                    static_cast<std::uint32_t>(m_aliveLists.size()),
                                    static_cast<std::uint32_t>(alive.size())});
      m_aliveLists.insert(m_aliveLists.end(), alive.begin(), alive.end());
      sinceCheckpoint = 0;
    }
    alive.push_back(static_cast<EnvironmentIndex>(e));
    ++sinceCheckpoint;
    if (all[e].stopped != kNever) m_stops.push_back(all[e].stopped);
  }
  std::ranges::sort(m_stops);
}

void RunIndex::readLimits() {
  const project::Project& project = m_run->project;
  m_account.push_back({Instant{}, project.account.concurrentExecutions});
  for (const project::Function& function : project.functions) {
    m_reserved.push_back({{Instant{}, function.reserved.value_or(-1)}});
    m_provisioned.push_back({{Instant{}, function.provisioned.value_or(-1)}});
    m_allocated.push_back({{Instant{}, 0}});
  }
  for (const journal::Environment& e : m_run->journal.environments) {
    if (e.provisioned && e.ready() <= Instant{} && e.function < m_allocated.size())
      ++m_allocated[e.function].front().value;
  }
  for (const journal::AppliedChange& change : m_run->journal.changes) {
    const std::string_view path = change.path;
    const std::size_t dot = path.rfind('.');
    if (change.refused || dot == std::string_view::npos) continue;
    const std::string_view owner = path.substr(0, dot);
    const std::string_view setting = path.substr(dot + 1);
    const LimitStep step{std::max(change.at, Instant{}), static_cast<std::int32_t>(change.after)};
    if (owner == "Account" && setting == "ConcurrentExecutions") m_account.push_back(step);
    const auto function = project.functionNamed(owner);
    if (!function) continue;
    if (setting == "ReservedConcurrentExecutions") m_reserved[*function].push_back(step);
    if (setting == "ProvisionedConcurrency" || setting == "ProvisionedConcurrencyFailed")
      m_provisioned[*function].push_back(step);
    if (setting == "AllocatedProvisionedConcurrentExecutions")
      m_allocated[*function].push_back(step);
  }
  std::vector<Instant> moments;
  for (const LimitStep& step : m_account) moments.push_back(step.at);
  for (const auto& limits : {m_reserved, m_provisioned})
    for (const auto& steps : limits)
      for (const LimitStep& step : steps) moments.push_back(step.at);
  std::ranges::sort(moments);
  moments.erase(std::unique(moments.begin(), moments.end()), moments.end());
  for (const Instant at : moments) {
    std::int32_t left = limitAt(m_account, at);
    for (std::size_t f = 0; f < m_reserved.size(); ++f) {
      // Without a reserve, provisioned concurrency is taken out too (provisioned-concurrency).
      const std::int32_t kept = limitAt(m_reserved[f], at);
      left -= kept >= 0 ? kept : std::max(limitAt(m_provisioned[f], at), 0);
    }
    m_unreserved.push_back({at, std::max(left, 0)});
  }
}

std::span<const AttemptIndex> RunIndex::attemptsOf(EnvironmentIndex e) const {
  return std::span(m_byEnvironment).subspan(m_firstOf[e], m_firstOf[e + 1] - m_firstOf[e]);
}

std::span<const LaneBlock> RunIndex::laneBlocks(EnvironmentIndex e) const {
  const std::size_t attemptCount = m_firstOf[e + 1] - m_firstOf[e];
  return std::span(m_laneBlocks)
      .subspan(firstBlockOf(e), (attemptCount + kLaneBlock - 1) / kLaneBlock);
}

std::span<const std::uint8_t> RunIndex::laneMarks(EnvironmentIndex e) const {
  return std::span(m_laneMarks).subspan(firstBlockOf(e), laneBlocks(e).size());
}

std::size_t RunIndex::begunBy(EnvironmentIndex e, Instant t) const {
  const auto own = attemptsOf(e);
  const auto blocks = laneBlocks(e);
  const auto all = attempts();
  const auto later = std::partition_point(blocks.begin(), blocks.end(),
                                          [t](const LaneBlock& b) { return b.began <= t; });
  if (later == blocks.begin()) return 0;
  const auto block = static_cast<std::size_t>(later - blocks.begin() - 1);
  std::size_t begun = block * kLaneBlock + 1;  // The block began by t, so its first attempt did.
  const std::size_t stop = std::min((block + 1) * kLaneBlock, own.size());
  while (begun < stop && all[own[begun]].began() <= t) ++begun;
  return begun;
}

std::optional<AttemptIndex> RunIndex::lastAttemptOf(EnvironmentIndex e, Instant t) const {
  const std::size_t begun = begunBy(e, t);
  if (begun == 0) return std::nullopt;
  return attemptsOf(e)[begun - 1];
}

std::optional<AttemptIndex> RunIndex::servedAt(EnvironmentIndex e, Instant t) const {
  const auto own = attemptsOf(e);
  const auto all = attempts();
  const std::size_t begun = begunBy(e, t);
  if (begun > 0 && t < endOf(all[own[begun - 1]])) return own[begun - 1];
  // One that has arrived and waits for the init phase has not begun yet.
  if (begun < own.size() && all[own[begun]].arrived <= t) return own[begun];
  return std::nullopt;
}

std::size_t RunIndex::arrivedBy(Instant t) const {
  const auto all = attempts();
  const auto after = std::partition_point(all.begin(), all.end(),
                                          [t](const Attempt& a) { return a.arrived <= t; });
  return static_cast<std::size_t>(after - all.begin());
}

std::vector<Tally> RunIndex::talliesAt(Instant t) const {
  const auto all = attempts();
  const std::size_t arrived = arrivedBy(t);
  const std::size_t functions = std::max<std::size_t>(m_run->project.functions.size(), 1);
  std::vector<Tally> now(functions);
  if (arrived == 0) return now;
  const std::size_t checkpoint = (arrived - 1) / m_tallyEvery;
  for (std::size_t f = 0; f < functions; ++f) now[f] = m_tallies[checkpoint * functions + f];
  for (std::size_t i = checkpoint * m_tallyEvery; i < arrived; ++i) {
    const journal::Source& source = m_run->journal.sources[all[i].source];
    now[source.function].add(all[i], source.type);
  }
  return now;
}

std::size_t RunIndex::startedBy(Instant t) const {
  const auto& all = m_run->journal.environments;
  const auto after = std::partition_point(all.begin(), all.end(),
                                          [t](const Environment& e) { return e.started <= t; });
  return static_cast<std::size_t>(after - all.begin());
}

std::vector<EnvironmentIndex> RunIndex::aliveAt(Instant t) const {
  const auto& all = m_run->journal.environments;
  const std::size_t started = startedBy(t);
  std::vector<EnvironmentIndex> alive;
  if (started == 0) return alive;
  const auto after = std::ranges::partition_point(
      m_aliveCheckpoints, [started](const AliveCheckpoint& c) { return c.started < started; });
  const AliveCheckpoint& from = *(after - 1);
  const auto isAlive = [&](EnvironmentIndex e) { return t < all[e].stopped; };
  for (std::size_t i = from.first; i < from.first + from.count; ++i)
    if (isAlive(m_aliveLists[i])) alive.push_back(m_aliveLists[i]);
  for (std::size_t e = from.started; e < started; ++e)
    if (isAlive(static_cast<EnvironmentIndex>(e)))
      alive.push_back(static_cast<EnvironmentIndex>(e));
  return alive;
}

std::optional<AttemptIndex> RunIndex::retryOf(AttemptIndex attempt) const {
  const auto found = std::ranges::lower_bound(m_retries, attempt, {}, &Retry::cause);
  if (found == m_retries.end() || found->cause != attempt) return std::nullopt;
  return found->attempt;
}

std::optional<AttemptIndex> RunIndex::originOf(std::uint32_t request) const {
  const auto& all = m_run->journal.origins;
  const auto found = std::ranges::lower_bound(all, request, {}, &journal::Following::request);
  if (found == all.end() || found->request != request) return std::nullopt;
  return found->attempt;
}

std::vector<std::uint32_t> RunIndex::setOffBy(AttemptIndex attempt) const {
  std::vector<std::uint32_t> requests;
  for (const journal::Following& following : m_run->journal.origins) {
    if (following.attempt == attempt) requests.push_back(following.request);
  }
  return requests;
}

Instant RunIndex::recordedTo() const {
  const Instant to = std::min(m_run->recordedTo, m_run->end);
  const bool outgrown = m_run->truncated && m_run->journal.attempts.full();
  return outgrown ? std::clamp(attempts().back().arrived, std::min(m_run->recordedFrom, to), to)
                  : to;
}

std::vector<AttemptIndex> RunIndex::attemptsOfRequest(std::uint32_t request) const {
  // Requests are numbered in order of first arrival: the checkpoint that has not counted this one
  // yet is where its first attempt is looked for, then each retry names what it retries.
  const auto all = attempts();
  const std::size_t functions = std::max<std::size_t>(m_run->project.functions.size(), 1);
  const auto requestsBefore = [&](std::size_t checkpoint) {
    std::int64_t sum = m_requestsUnrecorded;
    for (std::size_t f = 0; f < functions; ++f)
      sum += m_tallies[checkpoint * functions + f].requests;
    return sum;
  };
  std::size_t low = 0;
  std::size_t high = m_tallies.size() / functions;
  while (high - low > 1) {
    const std::size_t middle = low + (high - low) / 2;
    (requestsBefore(middle) <= std::int64_t{request} ? low : high) = middle;
  }
  std::vector<AttemptIndex> found;
  for (std::size_t i = low * m_tallyEvery; i < all.size(); ++i) {
    if (all[i].request != request) continue;
    found.push_back(static_cast<AttemptIndex>(i));
    while (const auto next = retryOf(found.back())) found.push_back(*next);
    break;
  }
  return found;
}

std::span<const LimitStep> RunIndex::reserved(std::size_t function) const {
  return m_reserved[function];
}

std::span<const LimitStep> RunIndex::provisioned(std::size_t function) const {
  return m_provisioned[function];
}

std::span<const LimitStep> RunIndex::allocatedProvisioned(std::size_t function) const {
  return m_allocated[function];
}

}  // namespace coldstart::observe
