// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/observe/report.h"

#include <algorithm>
#include <array>
#include <functional>
#include <queue>

#include <nlohmann/json.hpp>

#include "core/observe/bill.h"
#include "core/observe/concurrency_curve.h"
#include "core/observe/logs.h"
#include "core/observe/samples.h"

namespace coldstart::observe {

using journal::Attempt;
using journal::Ending;
using journal::Environment;
using nlohmann::ordered_json;

namespace {

double ratio(std::int64_t part, std::int64_t whole) {
  return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}
double millis(std::int64_t us) {
  return static_cast<double>(us) / 1'000;
}

/// Averages and percentiles in milliseconds.
struct Spread {
  double average = 0;
  double p50 = 0;
  double p90 = 0;
  double p99 = 0;
  double maximum = 0;
};

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

/// Everything that is said of one function.
struct Figures {
  std::int64_t requests = 0;
  std::int64_t invocations = 0;
  std::int64_t errors = 0;  ///< As CloudWatch's Errors: handler errors and time-outs.
  std::int64_t timeouts = 0;
  std::array<std::int64_t, 16> byDecision{};
  std::int64_t coldStarts = 0;
  Spread duration;
  Spread init;
  std::int64_t created = 0;
  std::int64_t peak = 0;
  std::int64_t aliveUs = 0;
  std::int64_t busyUs = 0;
  double lifespanSeconds = 0;  ///< Of those that stopped.
  std::int64_t concurrentMax = 0;
  std::int64_t received = 0;
  std::int64_t retries = 0;
  std::int64_t dropped = 0;
  double ageAverage = 0;  ///< Milliseconds, as the next.
  double ageMaximum = 0;
  std::int64_t billedMs = 0;
  std::int64_t mbMillis = 0;
};

/// When an async event was first queued: the arrival of the first attempt of its chain.
Instant queuedAt(const RunIndex& index, const Attempt& attempt) {
  const Attempt* first = &attempt;
  while (first->cause != journal::kNone) first = &index.attempts()[first->cause];
  return first->arrived;
}

/// Counts one function's figures from the records.
class Recount {
 public:
  void add(const RunIndex& index, journal::AttemptIndex number) {
    const Attempt& attempt = index.attempts()[number];
    const journal::Run& run = index.run();
    if (attempt.cause == journal::kNone) ++m_figures.requests;
    ++m_figures.byDecision[static_cast<std::size_t>(attempt.decision)];
    if (run.journal.sources[attempt.source].type == project::InvocationType::Event)
      addEvent(index, attempt);
    if (!attempt.ran()) return;
    ++m_figures.invocations;
    m_figures.busyUs += (index.endOf(attempt) - attempt.arrived).us;
    if (journal::isCold(attempt.decision)) ++m_figures.coldStarts;
    if (attempt.ending == Ending::Running) return;
    const bool timedOut = attempt.ending == Ending::TimedOut;
    if (timedOut || attempt.ending == Ending::HandlerError) ++m_figures.errors;
    if (timedOut) ++m_figures.timeouts;
    m_duration.add(attempt.durationUs);
    const std::int64_t billed = billedMillis(index, number);
    m_figures.billedMs += billed;
    m_figures.mbMillis += billed * run.journal.environments[attempt.environment].memoryMb;
  }

  void add(const Environment& e, Instant end) {
    const Instant from = std::max(e.started, Instant{});  // Provisioned ones began before the run.
    const Instant to = std::min(e.stopped, end);
    ++m_figures.created;
    m_init.add(e.initUs);
    m_figures.aliveUs += (to - from).us;
    if (e.stop != journal::StopReason::Alive) m_lifespan.add((e.stopped - e.started).us);
    while (!m_stops.empty() && m_stops.top() <= e.started.us) m_stops.pop();  // A stop frees first.
    m_stops.push(to.us);
    m_figures.peak = std::max(m_figures.peak, static_cast<std::int64_t>(m_stops.size()));
  }

  Figures figures() {
    m_figures.duration = spreadOf(m_duration);
    m_figures.init = spreadOf(m_init);
    m_figures.lifespanSeconds = m_lifespan.average() / 1e6;
    m_figures.ageAverage = m_age.average() / 1'000;
    m_figures.ageMaximum = millis(m_age.maximum());
    return m_figures;
  }

 private:
  void addEvent(const RunIndex& index, const Attempt& attempt) {
    if (attempt.cause == journal::kNone) ++m_figures.received;
    // A retry is another try of an event; to be given up while waiting is none.
    if (attempt.cause != journal::kNone && attempt.decision != journal::Decision::Dropped)
      ++m_figures.retries;
    if (attempt.ran()) m_age.add((attempt.began() - queuedAt(index, attempt)).us);
    const bool failed = attempt.ending != Ending::Succeeded && attempt.ending != Ending::Running;
    if (failed && !attempt.retried) ++m_figures.dropped;
  }

  Figures m_figures;
  Samples m_duration;
  Samples m_init;
  Samples m_lifespan;
  Samples m_age;
  std::priority_queue<std::int64_t, std::vector<std::int64_t>, std::greater<>> m_stops;
};

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
  }
  return figures;
}

/// Past the journal's capacity only the engine's own sums know everything.
Figures figuresOf(const journal::FunctionTally& t) {
  const auto number = [](std::uint64_t n) { return static_cast<std::int64_t>(n); };
  Figures f;
  f.requests = number(t.requests);
  f.invocations = number(t.invocations);
  f.errors = number(t.errors);
  f.timeouts = number(t.timeouts);
  for (std::size_t d = 0; d < f.byDecision.size(); ++d) f.byDecision[d] = number(t.byDecision[d]);
  f.coldStarts = number(t.coldStarts);
  f.duration = spreadOf(t.duration);
  f.init = spreadOf(t.init);
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

ordered_json spreadJson(const Spread& spread) {
  return {{"avg", spread.average}, {"p50", spread.p50}, {"p90", spread.p90}, {"p99", spread.p99}};
}

ordered_json functionReport(const Figures& f, bool deadLetters, Duration length, Money lambdaCost) {
  ordered_json json;
  json["requests"] = f.requests;
  json["invocations"] = f.invocations;
  json["errors"] = f.errors;
  json["timeouts"] = f.timeouts;
  std::int64_t throttles = 0;
  ordered_json reasons = ordered_json::object();
  for (std::size_t d = 0; d < f.byDecision.size(); ++d) {
    const auto decision = static_cast<journal::Decision>(d);
    if (!journal::isThrottle(decision) || f.byDecision[d] == 0) continue;
    throttles += f.byDecision[d];
    const std::string reason(throttleReason(decision));
    reasons[reason] = reasons.value(reason, std::int64_t{0}) + f.byDecision[d];
  }
  json["throttles"] = throttles;
  json["throttleReasons"] = std::move(reasons);
  json["coldStarts"] = f.coldStarts;
  json["coldStartRatio"] = ratio(f.coldStarts, f.invocations);
  json["durationMs"] = spreadJson(f.duration);
  json["durationMs"]["max"] = f.duration.maximum;
  json["initDurationMs"] = spreadJson(f.init);
  json["environments"] = {{"created", f.created},
                          {"peak", f.peak},
                          {"average", ratio(f.aliveUs, length.us)},
                          {"averageBusy", ratio(f.busyUs, length.us)},
                          {"averageIdle", ratio(f.aliveUs - f.busyUs, length.us)},
                          {"averageLifespanSeconds", f.lifespanSeconds}};
  json["concurrentExecutionsMax"] = f.concurrentMax;
  json["async"] = {{"received", f.received},
                   {"retries", f.retries},
                   {"dropped", f.dropped},
                   {"deadLettered", deadLetters ? f.dropped : 0},
                   {"ageMs", {{"avg", f.ageAverage}, {"max", f.ageMaximum}}}};
  json["billedMs"] = f.billedMs;
  json["gbSeconds"] = ratio(f.mbMillis, kMbMillisPerGbSecond);
  json["costUsd"] = lambdaCost.dollars();
  return json;
}

ordered_json billReport(const RunIndex& index, const Bill& bill) {
  ordered_json lines = ordered_json::array();
  for (const BillLine& line : bill.lines) {
    ordered_json json;
    json["item"] = line.item.english();
    if (line.function != kWholeRun)
      json["function"] = index.run().project.functions[line.function].id;
    if (line.millionths % 1'000'000 == 0)
      json["quantity"] = line.millionths / 1'000'000;
    else
      json["quantity"] = static_cast<double>(line.millionths) / 1e6;
    json["unit"] = line.unit;
    json["amount"] = line.amount.dollars();
    lines.push_back(std::move(json));
  }
  return {{"currency", "USD"},
          {"pricesAsOf", std::string(pricesAsOf())},
          {"lines", std::move(lines)},
          {"total", bill.total.dollars()},
          {"freeTier", bill.freeTier.dollars()}};
}

}  // namespace

ordered_json report(const RunIndex& index) {
  const journal::Run& run = index.run();
  const Bill bill = billAt(index, run.end);
  ordered_json json;
  json["scenario"] = run.scenario.name;
  json["seed"] = run.seed;
  json["simulatedSeconds"] = static_cast<double>(run.end.us) / 1e6;
  json["wallSeconds"] = run.wallSeconds;
  json["requestsPerSecond"] =
      run.wallSeconds > 0 ? static_cast<double>(run.requests) / run.wallSeconds : 0.0;
  json["journalBytes"] = run.journal.bytes();
  if (run.cancelled) json["cancelled"] = true;
  if (run.truncated) json["truncated"] = true;
  json["functions"] = ordered_json::object();
  const std::vector<Figures> counted = recount(index);
  for (std::size_t f = 0; f < counted.size(); ++f) {
    const project::Function& function = run.project.functions[f];
    Money cost;
    for (const BillLine& line : bill.lines) {
      if (line.function == f) cost += line.amount;
    }
    const bool sums = run.truncated && f < run.tallies.size();
    json["functions"][function.id] =
        functionReport(sums ? figuresOf(run.tallies[f]) : counted[f],
                       !function.deadLetterTarget.empty(), run.end - Instant{}, cost);
  }
  json["bill"] = billReport(index, bill);
  return json;
}

}  // namespace coldstart::observe
