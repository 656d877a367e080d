// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Read this first in core/engine: the Lambda lifecycle as a state machine. It is told what happens
// (a request arrives, an invocation ended, a setting changed, time passes) and answers with orders:
// start an environment, run its attempt, stop it. A driver carries them out, on a virtual clock
// (core/simulate) or with real processes. What is decided is recorded at once in the journal.
//
// Calls must come in order of time. At one moment the driver reports first what ended, then calls
// advance(), then change(), then arrive(): who leaves makes room for who comes.
// Every rule, and what is assumed where AWS documents none, has a row in core/base/rules.cpp.

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "core/engine/event_heap.h"
#include "core/engine/lineage.h"
#include "core/engine/live_environment.h"
#include "core/engine/pollers.h"
#include "core/engine/seats.h"
#include "core/engine/setting.h"
#include "core/engine/state.h"
#include "core/journal/journal.h"
#include "core/project/project.h"

namespace coldstart::engine {

class Engine {
 public:
  /// The journal's sources must be there already. Project and journal outlive the engine.
  Engine(const project::Project& project, journal::Journal& journal, Settings settings);
  Engine(const Engine&) = delete;
  Engine& operator=(const Engine&) = delete;

  /// Starts the environments of provisioned concurrency that are READY when the run begins at 0, as
  /// if at `since` (≤ 0); initEnded() must be reported for each at or before 0.
  void prepareProvisioned(Instant since);

  /// The next request will be of this source: its rows are fetched meanwhile. Its function.
  std::uint16_t expect(std::uint16_t source) const;
  /// One request of this source arrives; something in this run may have set it off.
  Order arrive(Instant t, std::uint16_t source);
  Order arrive(Instant t, std::uint16_t source, const Origin& origin);
  /// The same for a caller that may ask again: a new request, or one that was tried before.
  Order arrive(Instant t, const Asking& asking);
  /// The caller was turned away before Lambda was asked.
  void refuse(Instant t, const Asking& asking, journal::Decision decision);
  /// Of the latest attempt; kNone where it has no record.
  [[nodiscard]] journal::AttemptIndex lastAttempt() const { return m_recording.last; }
  /// Why the attempt that got no environment last was refused.
  [[nodiscard]] journal::Decision lastRefusal() const { return m_lastRefusal; }
  /// The caller means to try again; the caller of what this environment works on waits no more.
  void noteRetried(journal::AttemptIndex attempt);
  void noteAbandoned(Slot slot) { recordOf(slot).abandoned = true; }
  /// From now on so many of a million attempts get 500 ServiceException.
  void failService(std::int32_t ppm) { m_serviceErrorPpm = ppm; }
  /// The environment has its place and its code: init begins.
  Order placed(Slot slot, Instant t);
  /// Init, or the restore of a snapshot, ended. A failed init runs again with the first invocation.
  Order initEnded(Slot slot, Instant t,
                  journal::InitStatus status = journal::InitStatus::Succeeded);
  void invocationEnded(Slot slot, Instant t, journal::Ending ending);
  /// Someone changes a setting; no value removes it.
  void change(Instant t, const Setting& setting, std::optional<std::int64_t> value);

  /// Nothing happens by itself before nextTimer(); advance() does all that is due at or before t.
  [[nodiscard]] Instant nextTimer() const { return m_timers.nextTime(); }
  void advance(Instant t);
  /// What every call but arrive() and initEnded() ordered, oldest first; the driver empties it.
  std::vector<Order>& orders() { return m_orders; }
  /// What came to its end and sets something off; the driver empties it.
  std::vector<Settled>& settled() { return m_settled; }

  void close() { m_closed = true; }  ///< No more attempts: what waits in the queue stays there.
  [[nodiscard]] std::int64_t inFlight() const { return m_inFlight; }  ///< Attempts under way.
  /// Closes the books at t: environments still in init are shown in init until then.
  void finish(Instant t);
  [[nodiscard]] Memory memory(std::uint16_t function) const { return m_functions[function].memory; }
  [[nodiscard]] Duration timeout(std::uint16_t f) const { return m_functions[f].timeout; }
  void noteMaxMemoryUsed(Slot slot, std::uint16_t mb);
  void lose(Slot slot, Instant t);  ///< Its process is gone: it stops, after its invocation.
  void findPlaces(std::uint16_t f, bool on) { m_functions[f].places = on; }  ///< Order::Place.
  /// The attempt that the environment works on, and its record's number.
  [[nodiscard]] journal::AttemptIndex attemptOf(Slot slot) const { return m_live[slot].attempt; }
  [[nodiscard]] journal::EnvironmentIndex recordOfEnvironment(Slot slot) const {
    return m_live[slot].environment;
  }
  [[nodiscard]] State state() const;
  [[nodiscard]] std::uint64_t requests() const { return m_requests; }
  [[nodiscard]] std::uint64_t attempts() const { return m_attempts; }
  /// Sums by function: of what has no record; where only some time is recorded, of everything.
  [[nodiscard]] const std::vector<journal::FunctionTally>& overflow() const { return m_overflow; }
  [[nodiscard]] bool truncated() const { return m_attempts > m_journal->attempts.size(); }

 private:
  // engine.cpp: requests and environments
  Order attempt(Instant t, const EventProgress& asked, Asker asker);
  journal::Decision admit(FunctionRow& function, Instant t, bool counted, Slot& slot);
  bool serviceFails();
  Order run(Slot slot, Instant t);
  journal::AttemptIndex record(Instant t, const EventProgress& asked, const Verdict& verdict);
  journal::Attempt& recordOf(Slot slot);
  Slot startEnvironment(Instant t, FunctionRow& function, StartFor what, bool previous = false);
  IdleList& idleListOf(const LiveEnvironment& environment);
  void rest(Slot slot, Instant t);
  bool takeWaiting(Slot slot, Instant t);
  void stop(Slot slot, Instant t, journal::StopReason reason);
  Slot freeSlot();
  void idleDue(Slot slot, Instant t);
  Slot takeIdle(IdleList& list);
  void link(IdleList& list, Slot slot);
  void unlink(IdleList& list, Slot slot);
  // seats.cpp
  void openSeats(Slot first, Instant t);
  void stopSeat(Slot slot, Instant t, journal::StopReason reason);
  void freeSeat(Slot slot, Instant t, journal::StopReason reason);
  void seatsReady(Slot first, Instant t, journal::InitStatus status);
  // records.cpp
  void turnRecords(Instant t);
  void countRecord(const journal::Attempt& attempt, const EventProgress& asked);
  journal::EnvironmentIndex recordEnvironment(const journal::Environment& environment, Slot slot);
  journal::Environment& environmentOf(Slot slot);
  void countAttempt(const journal::Attempt& attempt, const journal::Environment& environment,
                    bool first, Instant received);
  void countEnvironment(const journal::Environment& environment, Instant end);
  // async_queue.cpp
  Order tryEvent(Instant t, const EventProgress& event);
  bool requeueFailed(EventProgress event, Instant t);
  void requeueThrottled(EventProgress event, Instant t);
  void requeue(const EventProgress& event, Instant due);
  bool deliverAgain(EventProgress event, Instant t);
  bool isRecursion(const EventProgress& event) const;
  void settle(Slot slot, const journal::Attempt& attempt, journal::AttemptIndex number);
  void settle(const EventProgress& event, bool succeeded, Asker asker);
  void eventDue(std::uint32_t item, Instant t);
  void drop(Instant t, EventProgress event, journal::Decision decision, journal::Ending ending);
  // configuration.cpp
  void applyLimits();
  void retireEnvironments(FunctionRow& function, Instant t);
  void retireProvisioned(FunctionRow& function, Instant t);
  void retire(Slot slot, Instant t, journal::StopReason reason);
  void settleProvisioned(FunctionRow& function, Instant t, Duration preparation);
  void removeProvisioned(FunctionRow& function, Instant t);
  void provisioningDue(FunctionRow& function, Instant t);
  void handOverWhenAllReady(FunctionRow& function, Instant t);
  void provisioningFailed(Slot slot, Instant t);
  [[nodiscard]] bool isRefused(const Setting& setting, std::int64_t after) const;
  // provisioned_scaling.cpp
  void prepareScaling(const project::Project& project);
  void noteProvisionedUse(FunctionRow& function, Instant t);
  void scalingDue(std::uint32_t row, Instant t);
  void scaleTo(FunctionRow& function, Instant t, std::int32_t wanted);
  // deployment.cpp
  bool toPrevious(FunctionRow& function);
  void deploy(FunctionRow& function, Instant t);
  void shiftDue(FunctionRow& function, Instant t);
  void retirePrevious(FunctionRow& function, Instant t);

  friend class Pollers;
  enum class Timer : std::uint8_t { Idle, Provisioning, Event, Shift, Scaling, Poller };
  void setTimer(Instant at, Timer timer, std::uint32_t order, std::uint32_t id);

  journal::Journal* m_journal;
  Settings m_settings;
  std::vector<FunctionRow> m_functions;
  std::vector<SourceRow> m_sources;
  std::vector<ScalingRow> m_scaling;
  std::vector<LiveEnvironment> m_live;
  std::vector<Slot> m_free;
  Seats m_seats;
  EventHeap m_timers;
  std::vector<Order> m_orders;
  std::vector<Settled> m_settled;
  Lineages m_lineages;
  std::int32_t m_accountLimit = 0;
  std::int32_t m_unreservedLimit = 0;
  std::int32_t m_unreservedBusy = 0;
  std::int64_t m_inFlight = 0;
  std::uint64_t m_requests = 0;
  std::uint64_t m_attempts = 0;
  std::uint64_t m_births = 0;
  bool m_closed = false;
  Recording m_recording;
  journal::Decision m_lastRefusal = journal::Decision::Warm;
  std::int32_t m_serviceErrorPpm = 0;
  Random m_outages;
  std::vector<EventProgress> m_running;  ///< By slot: the event it works on.
  std::vector<EventProgress> m_waiting;  ///< Items of the async queue.
  std::vector<std::uint32_t> m_freeItems;
  std::uint32_t m_eventSequence = 0;
  std::unique_ptr<Pollers> m_pollers;  ///< None where no event source mapping is.
  // Beyond the journal's capacity records live here, by slot, until they are counted.
  journal::Attempt m_beyond;
  std::vector<journal::Attempt> m_spareAttempts;
  std::vector<journal::Environment> m_spareEnvironments;
  std::vector<journal::FunctionTally> m_overflow;
};

}  // namespace coldstart::engine
