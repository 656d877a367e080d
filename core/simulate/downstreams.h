// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The downstreams that functions share (databases, APIs of others) while a run goes on: who is
// connected, how many calls are under way, and so how long a call takes. Part of a simulation.
// Simplified: an invocation makes its calls first, one after the other, and does its own work then;
// a call that finds no free connection fails at once, and its invocation with it; a call's latency
// is settled when it begins; outside the points of its curve a downstream's factor stays as it is.

#include <cstdint>
#include <vector>

#include "core/engine/engine.h"
#include "core/engine/sampler.h"
#include "core/simulate/work.h"

namespace coldstart::simulate {

class Downstreams {
 public:
  Downstreams(const project::Project& project, std::uint64_t seed);

  [[nodiscard]] bool any() const { return m_any; }
  [[nodiscard]] bool calledBy(std::uint16_t function) const {
    return m_any && !(*m_callsOf[function]).empty();
  }

  /// What an invocation does next: until when it is in a call, or when and how it ends.
  struct Step {
    Instant at;
    bool ends = false;
    journal::Ending ending = journal::Ending::Succeeded;
  };
  /// An invocation begins whose own work is this; it may take `timeout` in all.
  Step begin(engine::Slot slot, std::uint16_t function, Instant t, Outcome own, Duration timeout);
  /// The call that the invocation was in has ended.
  Step callEnded(engine::Slot slot, Instant t);
  void invocationEnded(engine::Slot slot, journal::Ending ending);
  /// The environment is gone, and its connections with it.
  void environmentStopped(engine::Slot slot);
  /// So much of it fails, and it takes so many times as long.
  void impair(std::size_t downstream, std::int32_t errorPpm, std::int64_t slowdownPpm);

 private:
  struct Row {
    const project::Downstream* configured = nullptr;
    engine::Sampler latency;
    Random failures;
    std::int32_t open = 0;      ///< Connections.
    std::int32_t underWay = 0;  ///< Calls.
    std::int32_t errorPpm = 0;
    std::int64_t slowdownPpm = project::kMillion;
  };
  struct Running {
    const std::vector<project::WorkModel::Call>* calls = nullptr;
    std::size_t call = 0;
    std::int32_t made = 0;  ///< Of this kind of call.
    Instant deadline;
    Outcome own;
    Row* in = nullptr;        ///< The call is under way.
    std::vector<Row*> holds;  ///< Connections of the environment.
  };
  Step next(engine::Slot slot, Instant t);
  static bool connect(Running& running, Row& row);
  static Duration latencyOf(Row& row);
  static void leave(Running& running);
  static void disconnect(Running& running);

  bool m_any = false;
  std::vector<Row> m_rows;
  std::vector<const std::vector<project::WorkModel::Call>*> m_callsOf;  ///< By function.
  std::vector<Running> m_running;                                       ///< By slot.
};

}  // namespace coldstart::simulate
