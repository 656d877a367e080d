// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The records of a run: written once by the engine, read by everything else. Attempts live in an
// arena of large pages that is reserved once, advised for huge pages and given back when the
// journal dies, so appending never copies and never moves a record. One writer; readers come after
// it.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/journal/attempt.h"
#include "core/journal/live_output.h"
#include "core/journal/message.h"
#include "core/journal/tally.h"
#include "core/project/project.h"

namespace coldstart::journal {

/// A request is sent by a function of this project, or by Lambda for it when an event is done with.
struct Sent {
  enum class Role : std::uint8_t { Send, OnSuccess, OnFailure, DeadLetter };
  std::uint16_t function = 0;
  Role role = Role::Send;
  std::uint16_t send = 0;  ///< Index into its WorkModel::sends.
};

/// What set a request off; in order of requests.
struct Following {
  std::uint32_t request = 0;
  AttemptIndex attempt = kNone;
};

/// Who asks: one load of the scenario, or one press of Test.
struct Source {
  std::uint16_t function = 0;
  project::InvocationType type = project::InvocationType::RequestResponse;
  project::TriggerKind trigger = project::TriggerKind::Direct;
  std::string label;
  std::string event;  ///< "events/put.json", or "".
  /// Sends messages to this queue or stream (Project::queues, Project::streams) instead of
  /// invoking.
  std::optional<std::uint16_t> queue{};
  std::optional<std::uint16_t> stream{};
  /// Is the poller of this event source mapping (Project::mappings): its requests are batches.
  std::optional<std::uint16_t> mapping{};
  std::int32_t groups = 1;  ///< Message groups or partition keys that its messages are spread over.
  bool poison = false;      ///< Its messages make the handler fail whenever a batch has one.
  bool isRedrive = false;   ///< What reaches a dead-letter queue from the queues before it.
  std::vector<std::uint16_t> filteredBy{};  ///< Mappings whose filters let none of them through.
  /// Whoever asks stops waiting after this: the client's time-out or API Gateway's limit.
  std::optional<Duration> patience{};
  std::optional<project::Client> client{};
  std::optional<Sent> sent{};
};

/// A change of configuration that took effect during the run.
struct AppliedChange {
  Instant at;
  std::string path;
  std::int64_t before = -1;  ///< -1: not set.
  std::int64_t after = -1;
  bool refused = false;  ///< The service would not take it: nothing changed.
  bool scaled = false;   ///< By Application Auto Scaling.
};

/// Append-only attempts. Capacity is fixed at construction; address space costs nothing until
/// written. Memory of stores that are gone is used again: fresh pages would cost a run a tenth of
/// its time.
class AttemptStore {
 public:
  /// Room for `capacity` attempts (at least one).
  explicit AttemptStore(std::size_t capacity);
  ~AttemptStore();
  AttemptStore(AttemptStore&&) noexcept;
  AttemptStore& operator=(AttemptStore&&) noexcept;
  AttemptStore(const AttemptStore&) = delete;
  AttemptStore& operator=(const AttemptStore&) = delete;

  [[nodiscard]] std::size_t size() const { return m_size; }
  [[nodiscard]] std::size_t capacity() const { return m_capacity; }
  [[nodiscard]] bool full() const { return m_size == m_capacity; }
  Attempt& append() {
    return m_first[m_size++];
  }  ///< The record's memory is zero or from a former use: set every field.
  Attempt& operator[](std::size_t i) { return m_first[i]; }
  const Attempt& operator[](std::size_t i) const { return m_first[i]; }
  [[nodiscard]] std::span<const Attempt> all() const { return {m_first, m_size}; }

 private:
  Attempt* m_first = nullptr;
  std::size_t m_size = 0;
  std::size_t m_capacity = 0;
  std::size_t m_mapped = 0;   ///< Bytes of address space.
  std::size_t m_touched = 0;  ///< Of these: had been written to before this store had them.
};

struct Journal {
  explicit Journal(std::size_t capacity) : attempts(capacity) {}

  AttemptStore attempts;
  std::vector<Environment> environments;
  std::vector<Source> sources;
  std::vector<AppliedChange> changes;
  std::vector<Following> origins;         ///< Of requests that others in this run set off.
  std::vector<Message> messages;          ///< In the order in which they were sent.
  std::vector<Batch> batches;             ///< In the order of their requests.
  std::vector<std::uint32_t> batchItems;  ///< Indices into messages.

  [[nodiscard]] std::size_t bytes() const {
    return attempts.size() * sizeof(Attempt) + environments.size() * sizeof(Environment) +
           messages.size() * sizeof(Message) + batches.size() * sizeof(Batch) +
           batchItems.size() * sizeof(std::uint32_t) + origins.size() * sizeof(Following);
  }
  [[nodiscard]] std::uint16_t functionOf(const Attempt& a) const {
    return sources[a.source].function;
  }
};

/// Everything that is needed to show a run: what was configured, what was asked for, what happened.
struct Run {
  project::Project project;  ///< As it was when the run began.
  project::Scenario scenario;
  std::uint64_t seed = 1;
  Instant end;  ///< When the last attempt had ended, at least the scenario's Until.
  Journal journal{1};
  std::uint64_t requests = 0;  ///< All of them, also those past the journal's capacity.
  std::uint64_t attempts = 0;
  bool cancelled = false;
  bool truncated = false;  ///< The journal has not every attempt: aggregates tell of all of them.
  Instant recordedFrom;    ///< Attempts that arrive outside this time have no record.
  Instant recordedTo = kNever;
  double wallSeconds = 0;  ///< How long simulating took; for the report only.
  /// Set when handlers really ran: nothing of what they print is then rendered from the work model.
  std::optional<LiveOutput> live;
  std::vector<FunctionTally> tallies;  ///< By function, of the whole run; only when truncated.

  [[nodiscard]] WallTime wall(Instant t) const { return project.startsAt + Duration{t.us}; }
};

}  // namespace coldstart::journal
