// SPDX-License-Identifier: GPL-3.0-or-later
// What must hold in every run, asked of random projects and scenarios. COLDSTART_PROPERTY_REQUESTS
// says how many requests to simulate in all (a million when it is not set).
#include <QTest>
#include <map>
#include <set>

#include "core/simulate/simulate.h"
#include "core/simulate/simulation.h"
#include "core/simulate/sources.h"
#include "tests/core/simulate/random_runs.h"

using namespace coldstart;
using journal::Attempt;
using journal::Decision;
using journal::Ending;
using journal::Environment;
using journal::Run;

namespace {

/// FNV-1a over the bytes of every record.
std::uint64_t fingerprint(const journal::Journal& journal) {
  std::uint64_t hash = 0xcbf29ce484222325ULL;
  const auto add = [&](std::uint64_t value) { hash = (hash ^ value) * 0x100000001b3ULL; };
  for (const Attempt& a : journal.attempts.all()) {
    add(static_cast<std::uint64_t>(a.arrived.us));
    add((std::uint64_t{a.request} << 32) | a.cause);
    add((std::uint64_t{a.environment} << 32) | a.source);
    add((std::uint64_t{a.waitUs} << 32) | a.durationUs);
    add((std::uint64_t{static_cast<std::uint8_t>(a.decision)} << 16) |
        (std::uint64_t{static_cast<std::uint8_t>(a.ending)} << 8) | (a.retried ? 1 : 0));
  }
  for (const Environment& e : journal.environments) {
    add(static_cast<std::uint64_t>(e.started.us));
    add(static_cast<std::uint64_t>(e.stopped.us));
    add((std::uint64_t{e.initUs} << 32) | e.cause);
    add((std::uint64_t{e.memoryMb} << 32) | (std::uint64_t{e.maxMemoryUsedMb} << 16) | e.function);
    add((std::uint64_t{static_cast<std::uint8_t>(e.stop)} << 8) | (e.provisioned ? 1 : 0));
  }
  for (const journal::Message& m : journal.messages) {
    add(static_cast<std::uint64_t>(m.sent.us));
    add(static_cast<std::uint64_t>(m.ended.us));
    add((std::uint64_t{m.request} << 32) | m.group);
    add((std::uint64_t{m.source} << 32) | (std::uint64_t{m.receives} << 8) |
        static_cast<std::uint8_t>(m.ending));
  }
  for (const journal::Batch& b : journal.batches) {
    add((std::uint64_t{b.request} << 32) | b.first);
    add((std::uint64_t{b.size} << 32) | (std::uint64_t{b.mapping} << 16) | b.shard);
  }
  for (const std::uint32_t item : journal.batchItems) add(item);
  return hash;
}

/// A point where a count goes up or down; downs first at one moment, as the engine does it.
struct Step {
  Instant at;
  int by;
  bool operator<(const Step& o) const { return at != o.at ? at < o.at : by < o.by; }
};

/// The highest count reached by intervals.
int peakOf(std::vector<Step> steps) {
  std::sort(steps.begin(), steps.end());
  int now = 0;
  int peak = 0;
  for (const Step& s : steps) peak = std::max(peak, now += s.by);
  return peak;
}

bool isEvent(const Run& run, const Attempt& a) {
  return run.journal.sources[a.source].type == project::InvocationType::Event;
}

bool isBatch(const Run& run, const Attempt& a) {
  return run.journal.sources[a.source].mapping.has_value();
}

}  // namespace

class TestLaws : public QObject {
  Q_OBJECT
 private slots:
  void everyRequestEndsOnce();
  void whatIsToldIsToldOnce();
  void environmentsServeOneAtATime();
  void noLimitIsPassed();
  void replayIsIdentical();
  void rewindIsIdentical();
  void foldingTheJournalGivesTheEnginesState();
  void anotherQueueGivesTheSameRun();
  void aFullJournalCountsTheSame();
};

void TestLaws::everyRequestEndsOnce() {
  example::forCases(1, 8, true, [](const example::RandomCase&, const Run& run) {
    std::vector<std::uint32_t> lastOf;
    Instant before;
    const auto all = run.journal.attempts.all();
    for (std::size_t i = 0; i < all.size(); ++i) {
      const Attempt& a = all[i];
      QVERIFY(a.arrived >= before);
      before = a.arrived;
      QVERIFY(a.ending != Ending::Running);
      QCOMPARE(a.ran(), journal::isAdmitted(a.decision));
      QCOMPARE(a.ending == Ending::Throttled, journal::isThrottle(a.decision));
      QCOMPARE(a.ending == Ending::Refused, a.decision > Decision::Dropped);
      QVERIFY(!a.abandoned || (a.ran() && run.journal.sources[a.source].patience));
      QVERIFY(a.ran() || a.waitUs + a.durationUs == 0);
      QVERIFY(a.ended() <= run.end);
      if (a.cause == journal::kNone) {
        QCOMPARE(std::size_t{a.request}, lastOf.size());  // Numbered in order of arrival.
        lastOf.push_back(static_cast<std::uint32_t>(i));
      } else {
        const bool asksAgain = run.journal.sources[a.source].client.has_value();
        QVERIFY(isEvent(run, a) || isBatch(run, a) || asksAgain);
        QCOMPARE(a.cause, lastOf[a.request]);  // A chain without branches …
        QVERIFY(all[a.cause].retried);         // … each of whose links was to be tried again.
        QVERIFY(all[a.cause].ended() < a.arrived || all[a.cause].abandoned);
        lastOf[a.request] = static_cast<std::uint32_t>(i);
      }
      if (a.retried)
        QVERIFY(isEvent(run, a) || isBatch(run, a) || run.journal.sources[a.source].client);
    }
    QCOMPARE(lastOf.size(), run.requests);
    QCOMPARE(all.size(), run.attempts);
  });
}

void TestLaws::whatIsToldIsToldOnce() {
  example::forCases(9, 16, true, [](const example::RandomCase& made, const Run& run) {
    const auto all = run.journal.attempts.all();
    std::map<std::uint32_t, std::uint32_t> firstOf;
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (all[i].cause == journal::kNone) firstOf[all[i].request] = static_cast<std::uint32_t>(i);
    }
    std::set<std::pair<std::uint32_t, int>> told;
    for (const journal::Following& following : run.journal.origins) {
      const Attempt& from = all[following.attempt];
      const Attempt& first = all[firstOf.at(following.request)];
      QVERIFY(from.ended() < first.arrived);
      if (run.journal.sources[first.source].mapping) continue;  // A batch holds what others sent.
      const auto& sent = run.journal.sources[first.source].sent;
      QVERIFY(sent);
      QCOMPARE(sent->function, run.journal.functionOf(from));
      QVERIFY(told.insert({following.attempt, static_cast<int>(sent->role)}).second);
      const bool failed = sent->role == journal::Sent::Role::OnFailure;
      QCOMPARE(from.ending != Ending::Succeeded, failed);
      if (failed) QVERIFY(!from.retried);
    }
    // And nothing is forgotten while the run goes on.
    const Instant until = Instant{} + made.scenario.until - Duration::millis(1);
    for (std::size_t i = 0; i < all.size(); ++i) {
      const Attempt& a = all[i];
      if (!isEvent(run, a) || a.ended() >= until || a.ending == Ending::Succeeded) continue;
      const auto& function = made.project.functions[run.journal.functionOf(a)];
      const bool tells = !a.retried && !function.onFailure.empty();
      const std::pair key{static_cast<std::uint32_t>(i),
                          static_cast<int>(journal::Sent::Role::OnFailure)};
      QCOMPARE(told.count(key) == 1, tells);
    }
  });
}

void TestLaws::environmentsServeOneAtATime() {
  example::forCases(2, 8, true, [](const example::RandomCase&, const Run& run) {
    struct Seen {
      Instant free;
      std::uint32_t served = 0;
    };
    std::vector<Seen> seen(run.journal.environments.size());
    Instant before{std::numeric_limits<std::int64_t>::min()};
    for (const Environment& e : run.journal.environments) {
      QVERIFY(e.started >= before);
      before = e.started;
      QVERIFY(e.stopped >= e.ready());
      QCOMPARE(e.stop == journal::StopReason::Alive, e.stopped == kNever);
      QVERIFY(e.provisioned || e.shares || e.cause != journal::kNone);
      QVERIFY(e.maxMemoryUsedMb <= e.memoryMb);
    }
    for (std::size_t i = 0; i < run.journal.attempts.size(); ++i) {
      const Attempt& a = run.journal.attempts[i];
      if (!a.ran()) continue;
      const Environment& e = run.journal.environments[a.environment];
      Seen& s = seen[a.environment];
      QCOMPARE(e.function, run.journal.functionOf(a));
      QCOMPARE(journal::isCold(a.decision), std::size_t{e.cause} == i);
      if (journal::isCold(a.decision)) {
        // More by the time that finding a place took; less for one that came while init ran.
        QVERIFY(e.shares ? a.waitUs <= e.initUs : a.waitUs >= e.initUs);
        QCOMPARE(a.began(), e.ready());
        QCOMPARE(s.served, 0U);
      } else {
        QCOMPARE(a.waitUs, 0U);
        QVERIFY(a.arrived >= e.ready());
      }
      QVERIFY(a.began() >= s.free);
      QVERIFY(a.ended() <= e.stopped);
      s = {a.ended(), s.served + 1};
    }
  });
}

void TestLaws::noLimitIsPassed() {
  example::forCases(3, 8, false, [](const example::RandomCase& made, const Run& run) {
    const std::size_t functions = made.project.functions.size();
    std::vector<std::vector<Step>> onDemand(functions);
    std::vector<std::vector<Step>> provisioned(functions);
    std::vector<std::vector<std::int64_t>> starts(functions);
    std::vector<std::map<std::int64_t, std::int64_t>> aSecond(functions);
    std::vector<Step> unreserved;
    for (const Attempt& a : run.journal.attempts.all()) {
      const std::size_t f = run.journal.functionOf(a);
      const bool passedTheRate = a.decision != Decision::ThrottledRequestRate &&
                                 a.decision != Decision::ThrottledReservedRate &&
                                 a.decision != Decision::ThrottledReservedZero &&
                                 a.decision < Decision::Dropped;
      if (!isEvent(run, a) && passedTheRate) ++aSecond[f][a.arrived.us / 1'000'000];
      if (!a.ran()) continue;
      auto& steps = (a.decision == Decision::Provisioned ? provisioned : onDemand)[f];
      for (auto* list : {&steps, &unreserved}) {
        if (list == &unreserved &&
            (made.project.functions[f].reserved || a.decision == Decision::Provisioned)) {
          continue;
        }
        list->push_back({a.arrived, 1});
        list->push_back({a.ended(), -1});
      }
      const bool joins = run.journal.environments[a.environment].shares;
      if (journal::isCold(a.decision) && !joins) starts[f].push_back(a.arrived.us);
    }
    const std::int32_t account = made.project.account.concurrentExecutions;
    std::int32_t shared = account;
    for (std::size_t f = 0; f < functions; ++f) {
      const project::Function& configured = made.project.functions[f];
      shared -= configured.reserved.value_or(configured.provisioned.value_or(0));
      QVERIFY(peakOf(provisioned[f]) <= configured.provisioned.value_or(0));
      if (configured.reserved) {
        QVERIFY(peakOf(onDemand[f]) <= *configured.reserved - configured.provisioned.value_or(0));
      }
      const std::int64_t rate = 10 * std::int64_t{configured.reserved.value_or(account)};
      for (const auto& [second, count] : aSecond[f]) QVERIFY(count <= rate);
      // In no stretch of time more starts than a full bucket and what flowed in meanwhile: so the
      // start 1 000 + n places after another comes at least n · 10 ms after it.
      for (std::size_t i = 1000; i < starts[f].size(); ++i) {
        QVERIFY(starts[f][i] - starts[f][i - 1000] >= 10'000);
      }
    }
    QVERIFY(peakOf(unreserved) <= std::max(0, shared));
  });
}

void TestLaws::replayIsIdentical() {
  example::forCases(4, 16, true, [](const example::RandomCase& made, const Run& run) {
    const auto again = example::runOf(made);
    QCOMPARE(fingerprint(again->journal), fingerprint(run.journal));
    QCOMPARE(again->end, run.end);
    simulate::Options other;
    other.seed = made.project.seed + 1;
    const auto different = example::runOf(made, other);
    const bool random = run.journal.environments.size() > 20;
    if (random) QVERIFY(fingerprint(different->journal) != fingerprint(run.journal));
  });
}

void TestLaws::rewindIsIdentical() {
  example::RandomCases dice(55);
  example::forCases(5, 16, true, [&](const example::RandomCase& made, const Run& run) {
    // Someone rewinds to t, changes something, adds a request, lets the run go on longer.
    const Instant t = Instant{} + Duration{made.scenario.until.us / dice.between(2, 10)};
    example::RandomCase changed = made;
    changed.scenario.changes.push_back({t, "F0.MemorySize", 1024});
    changed.scenario.loads.push_back(example::load(0, example::at({t + Duration{1}})));
    changed.scenario.until = changed.scenario.until * 2;
    const auto other = example::runOf(changed);
    for (std::size_t i = 0; i < run.journal.attempts.size(); ++i) {
      const Attempt& a = run.journal.attempts[i];
      if (a.arrived >= t) break;
      const Attempt& b = other->journal.attempts[i];
      QCOMPARE(b.arrived, a.arrived);
      QCOMPARE(b.request, a.request);
      if (a.ran() && run.journal.environments[a.environment].started < t)
        QCOMPARE(b.environment, a.environment);
      QCOMPARE(b.decision, a.decision);
      QCOMPARE(other->journal.functionOf(b), run.journal.functionOf(a));
      if (!a.ran() || a.began() >= t) continue;
      // How long a call takes is settled when it begins.
      const bool calls = !made.project.functions[run.journal.functionOf(a)].work.calls.empty();
      if (calls && a.ended() >= t) continue;
      QCOMPARE(b.waitUs, a.waitUs);
      QCOMPARE(b.durationUs, a.durationUs);
      QCOMPARE(b.ending, a.ending);
    }
    for (std::size_t i = 0; i < run.journal.environments.size(); ++i) {
      const Environment& e = run.journal.environments[i];
      if (e.started >= t) break;
      if (e.stopped < t) QCOMPARE(other->journal.environments[i].stopped, e.stopped);
    }
  });
}

namespace {

/// A simulation that can be stopped half-way.
template <class Queue = engine::EventHeap>
struct Bench {
  explicit Bench(const example::RandomCase& made) : journal(2'000'000) {
    journal.sources = *simulate::sourcesOf(made.project, made.scenario);
    for (const auto& change : made.scenario.changes) {
      changes.push_back({change.at, *engine::settingOf(made.project, change.path), change.value});
    }
    std::stable_sort(changes.begin(), changes.end(),
                     [](const auto& a, const auto& b) { return a.at < b.at; });
    const Instant until = Instant{} + made.scenario.until;
    auto arrivals = simulate::Arrivals::of(made.project, made.scenario, made.project.seed, until);
    simulation.emplace(made.project, made.scenario, changes, *std::move(arrivals), journal,
                       engine::Settings{.seed = made.project.seed});
  }
  void runBefore(Instant t) {
    simulation->runBefore(t, [](Instant) { return true; });
  }
  journal::Journal journal;
  std::vector<simulate::Input> changes;
  std::optional<simulate::Simulation<Queue>> simulation;
};

/// The engine's state, read from the records alone.
engine::State folded(const example::RandomCase& made, const journal::Journal& journal) {
  engine::State state;
  state.accountLimit = made.project.account.concurrentExecutions;
  state.functions.resize(made.project.functions.size());
  for (std::size_t f = 0; f < state.functions.size(); ++f) {
    state.functions[f].reserved = made.project.functions[f].reserved.value_or(-1);
  }
  for (const journal::AppliedChange& change : journal.changes) {
    if (change.refused) continue;
    if (change.path == "Account.ConcurrentExecutions") {
      state.accountLimit = static_cast<std::int32_t>(change.after);
    } else if (change.path.ends_with(".ReservedConcurrentExecutions")) {
      const auto f = made.project.functionNamed(change.path.substr(0, change.path.find('.')));
      state.functions[*f].reserved = static_cast<std::int32_t>(change.after);
    }
  }
  std::vector<bool> serves(journal.environments.size());
  for (const Attempt& a : journal.attempts.all()) {
    auto& f = state.functions[journal.functionOf(a)];
    if (journal.sources[a.source].type == project::InvocationType::Event) {
      if (a.retried) ++f.waitingEvents;
      if (a.cause != journal::kNone) --f.waitingEvents;
    }
    if (a.ending != Ending::Running) continue;
    ++f.busy;
    if (a.ran()) {
      serves[a.environment] = true;
    } else {  // Its environment is being placed.
      ++f.environments;
      ++f.initialising;
    }
  }
  for (std::size_t i = 0; i < journal.environments.size(); ++i) {
    const Environment& e = journal.environments[i];
    if (e.stopped != kNever) continue;
    auto& f = state.functions[e.function];
    f.environments += e.shares ? 0 : 1;
    if (e.initUs == journal::kStillInInit) {
      f.initialising += e.shares ? 0 : 1;
    } else if (!serves[i]) {
      ++f.idle;
    }
  }
  return state;
}

}  // namespace

void TestLaws::foldingTheJournalGivesTheEnginesState() {
  example::forCases(6, 8, true, [](const example::RandomCase& made, const Run&) {
    Bench<> bench(made);
    for (int part = 1; part <= 8; ++part) {
      bench.runBefore(Instant{made.scenario.until.us * part / 8});
      engine::State known = bench.simulation->engine().state();
      engine::State read = folded(made, bench.journal);
      for (std::size_t f = 0; f < known.functions.size(); ++f) {
        // Which places of a shared environment still take requests is not in the records.
        if (made.project.functions[f].sharesEnvironments()) {
          known.functions[f].idle = read.functions[f].idle = 0;
        }
      }
      QVERIFY(read == known);
    }
  });
}

namespace {

/// The plainest queue there is.
class SortedQueue {
 public:
  [[nodiscard]] Instant nextTime() const {
    return m_all.empty() ? kNever : Instant{m_all.begin()->first};
  }
  [[nodiscard]] std::uint64_t nextWhat() const { return m_all.begin()->second; }
  void push(Instant at, std::uint64_t what) { m_all.emplace(at.us, what); }
  void pop() { m_all.erase(m_all.begin()); }

 private:
  std::multiset<std::pair<std::int64_t, std::uint64_t>> m_all;
};

}  // namespace

void TestLaws::anotherQueueGivesTheSameRun() {
  example::forCases(7, 16, true, [](const example::RandomCase& made, const Run& run) {
    Bench<SortedQueue> bench(made);
    const Instant until = Instant{} + made.scenario.until;
    bench.runBefore(until);
    const Instant end = bench.simulation->drain(until);
    QCOMPARE(end, run.end);
    QCOMPARE(fingerprint(bench.journal), fingerprint(run.journal));
  });
}

void TestLaws::aFullJournalCountsTheSame() {
  example::forCases(8, 16, true, [](const example::RandomCase& made, const Run& run) {
    simulate::Options small;
    small.attemptCapacity = run.attempts / 3 + 1;
    const auto cut = example::runOf(made, small);
    simulate::Options smaller;
    smaller.attemptCapacity = 1;
    const auto cutMore = example::runOf(made, smaller);
    QCOMPARE(cut->requests, run.requests);
    QCOMPARE(cut->attempts, run.attempts);
    QCOMPARE(cut->end, run.end);
    QCOMPARE(cutMore->journal.messages.size(), run.journal.messages.size());
    for (std::size_t i = 0; i < run.journal.messages.size(); ++i) {
      QVERIFY(cutMore->journal.messages[i].ended == run.journal.messages[i].ended);
    }
    if (run.attempts < 3) return;
    QVERIFY(cut->truncated && cutMore->truncated && !run.truncated);
    QVERIFY(run.tallies.empty());
    for (std::size_t f = 0; f < made.project.functions.size(); ++f) {
      const journal::FunctionTally& a = cut->tallies[f];
      const journal::FunctionTally& b = cutMore->tallies[f];
      QCOMPARE(a.requests, b.requests);
      QCOMPARE(a.byDecision, b.byDecision);
      QCOMPARE(a.errors, b.errors);
      QCOMPARE(a.byEnding, b.byEnding);
      QCOMPARE(a.duration.sumUs(), b.duration.sumUs());
      QCOMPARE(a.duration.percentileUs(990'000), b.duration.percentileUs(990'000));
      QCOMPARE(a.init.sumUs(), b.init.sumUs());
      QCOMPARE(a.clientRetries, b.clientRetries);
      QCOMPARE(a.abandoned, b.abandoned);
      QCOMPARE(a.eventsReceived, b.eventsReceived);
      QCOMPARE(a.eventRetries, b.eventRetries);
      QCOMPARE(a.eventsDropped, b.eventsDropped);
      QCOMPARE(a.eventAgeUs, b.eventAgeUs);
      QCOMPARE(a.billedMs, b.billedMs);
      QCOMPARE(a.billedMbMs, b.billedMbMs);
      QCOMPARE(a.initMbMs, b.initMbMs);
      QCOMPARE(a.restoredMb, b.restoredMb);
      QCOMPARE(a.environmentsCreated, b.environmentsCreated);
      QCOMPARE(a.environmentUs, b.environmentUs);
      QCOMPARE(a.lifespanUs, b.lifespanUs);
      QCOMPARE(a.peakBusy, b.peakBusy);
      QCOMPARE(a.peakEnvironments, b.peakEnvironments);
    }
    std::uint64_t invocations = 0;
    std::uint64_t durations = 0;
    for (const Attempt& a : run.journal.attempts.all()) {
      if (a.ran()) ++invocations;
      durations += a.durationUs;
    }
    for (const auto& tally : cutMore->tallies) {
      invocations -= tally.invocations;
      durations -= tally.duration.sumUs();
    }
    QCOMPARE(invocations, std::uint64_t{0});
    QCOMPARE(durations, std::uint64_t{0});
  });
}

QTEST_GUILESS_MAIN(TestLaws)
#include "tst_laws.moc"
