// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/observe/figures.h"

#include <algorithm>
#include <functional>
#include <queue>

#include "core/observe/batches.h"
#include "core/observe/concurrency_curve.h"
#include "core/observe/logs.h"
#include "core/observe/samples.h"
#include "core/project/target.h"

namespace coldstart::observe {

using journal::Attempt;
using journal::Ending;
using journal::Environment;

namespace {

double ratio(std::int64_t part, std::int64_t whole) {
  return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}
double millis(std::int64_t us) {
  return static_cast<double>(us) / 1'000;
}

Spread spreadOf(Samples& samples) {
  return {samples.average() / 1'000, millis(samples.percentile(500)),
          millis(samples.percentile(900)), millis(samples.percentile(990)),
          millis(samples.maximum())};
}

Spread spreadOf(const journal::Histogram& h) {
  const auto count = static_cast<std::int64_t>(h.count());
  return {ratio(static_cast<std::int64_t>(h.sumUs()), count) / 1'000,
          millis(h.percentileUs(500'000)), millis(h.percentileUs(900'000)),
          millis(h.percentileUs(990'000)), millis(h.maximumUs())};
}

/// When a request first arrived: the first attempt of its chain.
Instant firstArrival(const RunIndex& index, const Attempt& attempt) {
  const Attempt* first = &attempt;
  while (first->cause != journal::kNone) first = &index.attempts()[first->cause];
  return first->arrived;
}

/// Counts figures from the records: of one function, or of all.
class Recount {
 public:
  void add(const RunIndex& index, journal::AttemptIndex number) {
    const Attempt& attempt = index.attempts()[number];
    const journal::Run& run = index.run();
    if (attempt.cause == journal::kNone) ++m_figures.requests;
    ++m_figures.byDecision[static_cast<std::size_t>(attempt.decision)];
    ++m_figures.byEnding[static_cast<std::size_t>(attempt.ending)];
    if (run.journal.sources[attempt.source].type == project::InvocationType::Event)
      addEvent(index, attempt);
    else
      addCaller(index, attempt);
    if (!attempt.ran()) return;
    ++m_figures.invocations;
    m_figures.busyUs += (index.endOf(attempt) - attempt.arrived).us;
    if (journal::isCold(attempt.decision)) ++m_figures.coldStarts;
    if (attempt.ending == Ending::Running) return;
    const bool failed = journal::isError(attempt.ending);
    if (failed) ++m_figures.errors;
    VersionFigures& version = m_versions.at(run.journal.environments[attempt.environment].version);
    ++version.invocations;
    version.errors += failed ? 1 : 0;
    m_duration.add(attempt.durationUs);
    if (!attempt.retried) m_response.add((attempt.ended() - firstArrival(index, attempt)).us);
    const std::int64_t billed = billedMillis(index, number);
    m_figures.billedMs += billed;
    m_figures.mbMillis += billed * run.journal.environments[attempt.environment].memoryMb;
  }

  void add(const Environment& e, Instant end) {
    if (e.shares) return;
    const Instant from = std::max(e.started, Instant{});  // Provisioned ones began before the run.
    const Instant to = std::min(e.stopped, end);
    ++m_figures.created;
    if (e.restored) ++m_figures.restores;
    if (e.initStatus != journal::InitStatus::Succeeded) ++m_figures.initFailures;
    m_init.add(e.initUs);
    m_figures.aliveUs += (to - from).us;
    if (e.stop != journal::StopReason::Alive) m_lifespan.add((e.stopped - e.started).us);
    while (!m_stops.empty() && m_stops.top() <= e.started.us) m_stops.pop();  // A stop frees first.
    m_stops.push(to.us);
    m_figures.peak = std::max(m_figures.peak, static_cast<std::int64_t>(m_stops.size()));
  }

  Figures figures() {
    for (std::size_t v = 0; v < m_versions.size(); ++v) {
      if (m_versions[v].invocations == 0) continue;
      m_versions[v].version = static_cast<std::int32_t>(v);
      m_figures.versions.push_back(m_versions[v]);
    }
    m_figures.waiting = m_figures.received - m_settled;
    m_figures.duration = spreadOf(m_duration);
    m_figures.init = spreadOf(m_init);
    m_figures.response = spreadOf(m_response);
    if (m_client.count() > 0) m_figures.clientLatency = spreadOf(m_client);
    m_figures.lifespanSeconds = m_lifespan.average() / 1e6;
    m_figures.ageAverage = m_age.average() / 1'000;
    m_figures.ageMaximum = millis(m_age.maximum());
    return m_figures;
  }

 private:
  void addCaller(const RunIndex& index, const Attempt& attempt) {
    const journal::Source& source = index.run().journal.sources[attempt.source];
    if (attempt.cause != journal::kNone && source.client) ++m_figures.clientRetries;
    if (attempt.abandoned) ++m_figures.abandoned;
    const bool waits =
        source.client || source.patience || source.trigger == project::TriggerKind::FunctionUrl;
    if (!waits || source.mapping || attempt.retried) return;
    if (attempt.ending == Ending::Running) return;
    const Instant answered =
        attempt.abandoned ? attempt.arrived + *source.patience : attempt.ended();
    m_client.add((answered - firstArrival(index, attempt)).us);
    if (attempt.abandoned || attempt.ending != Ending::Succeeded) ++m_figures.clientFailures;
  }

  void addEvent(const RunIndex& index, const Attempt& attempt) {
    if (attempt.cause == journal::kNone) ++m_figures.received;
    // A retry is another try of an event; to be given up while waiting is none.
    if (attempt.cause != journal::kNone && attempt.decision != journal::Decision::Dropped)
      ++m_figures.retries;
    if (attempt.ran()) m_age.add((attempt.began() - firstArrival(index, attempt)).us);
    const bool failed = attempt.ending != Ending::Succeeded && attempt.ending != Ending::Running;
    if (failed && !attempt.retried) ++m_figures.dropped;
    if (!attempt.retried) ++m_settled;
    if (attempt.duplicate) ++m_figures.duplicates;
    if (attempt.ending == Ending::Succeeded) ++m_figures.toOnSuccess;
  }

  Figures m_figures;
  std::array<VersionFigures, 256> m_versions{};
  std::int64_t m_settled = 0;  ///< Events that were not kept for another try.
  Samples m_duration;
  Samples m_init;
  Samples m_response;
  Samples m_client;
  Samples m_lifespan;
  Samples m_age;
  std::priority_queue<std::int64_t, std::vector<std::int64_t>, std::greater<>> m_stops;
};

/// Past the journal's capacity only the engine's own sums know everything.
Figures figuresOf(const journal::FunctionTally& t) {
  const auto number = [](std::uint64_t n) { return static_cast<std::int64_t>(n); };
  Figures f;
  f.requests = number(t.requests);
  f.invocations = number(t.invocations);
  f.errors = number(t.errors);
  for (std::size_t d = 0; d < f.byDecision.size(); ++d) f.byDecision[d] = number(t.byDecision[d]);
  for (std::size_t i = 0; i < f.byEnding.size(); ++i) f.byEnding[i] = number(t.byEnding[i]);
  for (std::size_t v = 0; v < t.versions.size(); ++v) {
    if (t.versions[v].invocations == 0) continue;
    f.versions.push_back({static_cast<std::int32_t>(v), number(t.versions[v].invocations),
                          number(t.versions[v].errors)});
  }
  f.restores = number(t.restores);
  f.initFailures = number(t.initFailures);
  f.coldStarts = number(t.coldStarts);
  f.duration = spreadOf(t.duration);
  f.init = spreadOf(t.init);
  f.clientRetries = number(t.clientRetries);
  f.abandoned = number(t.abandoned);
  f.created = number(t.environmentsCreated);
  f.peak = t.peakEnvironments;
  f.aliveUs = number(t.environmentUs);
  f.busyUs = number(t.busyUs);
  f.lifespanSeconds = ratio(number(t.lifespanUs), number(t.environmentsStopped)) / 1e6;
  f.concurrentMax = t.peakBusy;
  f.received = number(t.eventsReceived);
  f.retries = number(t.eventRetries);
  f.dropped = number(t.eventsDropped);
  f.ageAverage = ratio(number(t.eventAgeUs), number(t.eventsInvoked)) / 1'000;
  f.ageMaximum = millis(number(t.eventAgeMaximumUs));
  f.billedMs = number(t.billedMs);
  f.mbMillis = number(t.billedMbMs + t.billedProvisionedMbMs);
  return f;
}

/// What was sent where: every success, and every event that was given up, to each of its targets.
void countDeliveries(const project::Project& project, const project::Function& function,
                     Figures& f) {
  const std::int64_t succeeded = std::exchange(f.toOnSuccess, 0);
  const auto send = [&](const std::string& text, std::int64_t count, std::int64_t& arrived) {
    if (text.empty()) return;
    (project::isReachable(project::targetOf(project, text)) ? arrived : f.undelivered) += count;
  };
  send(function.onSuccess, succeeded, f.toOnSuccess);
  send(function.onFailure, f.dropped, f.toOnFailure);
  send(function.deadLetterTarget, f.dropped, f.deadLettered);
}

std::vector<Figures> recount(const RunIndex& index) {
  const journal::Run& run = index.run();
  std::vector<Recount> counts(run.project.functions.size());
  for (std::size_t i = 0; i < index.attempts().size(); ++i) {
    counts[run.journal.functionOf(index.attempts()[i])].add(index,
                                                            static_cast<journal::AttemptIndex>(i));
  }
  for (const Environment& e : run.journal.environments) counts[e.function].add(e, run.end);
  std::vector<Figures> figures;
  for (std::size_t f = 0; f < counts.size(); ++f) {
    figures.push_back(counts[f].figures());
    figures[f].concurrentMax = index.concurrency().peak(f);
    countDeliveries(run.project, run.project.functions[f], figures[f]);
  }
  return figures;
}

void addMessages(Figures& f, const MessageFigures& m) {
  using journal::MessageEnding;
  const double ages = f.messageAgeAverage * static_cast<double>(f.processed) +
                      m.ageAverage * static_cast<double>(m[MessageEnding::Processed]);
  f.messages += m.sent;
  f.processed += m[MessageEnding::Processed];
  f.givenUp +=
      m[MessageEnding::DeadLettered] + m[MessageEnding::Discarded] + m[MessageEnding::Expired];
  f.unread += m[MessageEnding::Waiting];
  f.messageAgeAverage = f.processed == 0 ? 0 : ages / static_cast<double>(f.processed);
  f.messageAgeMaximum = std::max(f.messageAgeMaximum, m.ageMaximum);
}

Figures pooled(const RunIndex& index, const std::vector<Figures>& functions) {
  const journal::Run& run = index.run();
  if (functions.size() == 1) return functions.front();
  if (run.truncated) {
    journal::FunctionTally sum;
    for (const journal::FunctionTally& tally : run.tallies) sum.add(tally);
    Figures total = figuresOf(sum);
    total.peak = total.concurrentMax = 0;
    return total;
  }
  Recount count;
  for (std::size_t i = 0; i < index.attempts().size(); ++i)
    count.add(index, static_cast<journal::AttemptIndex>(i));
  for (const Environment& e : run.journal.environments) count.add(e, run.end);
  Figures total = count.figures();
  total.toOnSuccess = 0;
  for (const Figures& f : functions) {
    total.toOnSuccess += f.toOnSuccess;
    total.toOnFailure += f.toOnFailure;
    total.deadLettered += f.deadLettered;
    total.undelivered += f.undelivered;
  }
  total.concurrentMax = index.concurrency().peak(std::nullopt);
  return total;
}

}  // namespace

std::int64_t Figures::throttles() const {
  std::int64_t sum = 0;
  for (std::size_t d = 0; d < byDecision.size(); ++d) {
    if (journal::isThrottle(static_cast<journal::Decision>(d))) sum += byDecision[d];
  }
  return sum;
}

std::vector<std::pair<std::string, std::int64_t>> Figures::throttleReasons() const {
  std::vector<std::pair<std::string, std::int64_t>> reasons;
  for (std::size_t d = 0; d < byDecision.size(); ++d) {
    const auto decision = static_cast<journal::Decision>(d);
    if (!journal::isThrottle(decision) || byDecision[d] == 0) continue;
    const std::string reason(throttleReason(decision));
    const auto known = std::find_if(reasons.begin(), reasons.end(),
                                    [&](const auto& row) { return row.first == reason; });
    if (known == reasons.end())
      reasons.emplace_back(reason, byDecision[d]);
    else
      known->second += byDecision[d];
  }
  return reasons;
}

double Figures::coldRatio() const {
  return ratio(coldStarts, invocations);
}

double Figures::gbSeconds() const {
  return ratio(mbMillis, kMbMillisPerGbSecond);
}

std::vector<Figures> functionFigures(const RunIndex& index, const Bill& bill) {
  const journal::Run& run = index.run();
  std::vector<Figures> functions;
  if (run.truncated)
    for (const journal::FunctionTally& tally : run.tallies) functions.push_back(figuresOf(tally));
  else
    functions = recount(index);
  for (const BillLine& line : bill.lines) {
    if (line.function < functions.size()) functions[line.function].cost += line.amount;
  }
  return functions;
}

RunFigures figuresOf(const RunIndex& index) {
  RunFigures figures;
  const Bill bill = billAt(index, index.run().end);
  figures.functions = functionFigures(index, bill);
  figures.total = pooled(index, figures.functions);
  figures.total.cost = {};
  for (const Figures& f : figures.functions) figures.total.cost += f.cost;
  const std::vector<MessageFigures> messages = messageFigures(index);
  for (std::size_t f = 0; f < messages.size(); ++f) {
    addMessages(figures.functions[f], messages[f]);
    addMessages(figures.total, messages[f]);
  }
  figures.month = monthOf(index, bill);
  figures.end = index.run().end;
  return figures;
}

}  // namespace coldstart::observe
