// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What invocations set off: the events that a handler sends on, and what Lambda delivers when it is
// done with an asynchronous event (destinations, dead-letter queues). What lies inside the project
// is asked or invoked at that same moment; what lies outside ends here. Part of a simulation;
// functions that send nothing and name no target never come here.

#include <vector>

#include "core/base/random.h"
#include "core/engine/engine.h"

namespace coldstart::simulate {

/// The sources of what functions send to each other, to follow those of the scenario's loads.
std::vector<journal::Source> chainSources(const project::Project& project);

class Chains {
 public:
  Chains(const project::Project& project, const journal::Journal& journal, std::uint64_t seed);

  [[nodiscard]] bool any() const { return m_any; }
  /// An invocation or an event came to its end: what it sets off is asked for by its number.
  void note(const engine::Settled& settled);
  /// Numbers that were not told yet; the simulation empties it.
  std::vector<std::uint32_t>& told() { return m_told; }
  /// What stands under this number arrives.
  engine::Order arrive(Instant t, std::uint32_t number, engine::Engine& engine);

 private:
  struct Way {
    std::uint16_t source = 0;
    bool traced = true;  ///< The trace header goes on with it. (invocation-recursion)
  };
  struct Send {
    std::int32_t times = 1;
    std::int32_t sharePpm = 0;
    std::vector<Way> ways{};
  };
  struct Row {
    std::vector<Send> sends;
    std::vector<Way> onSuccess;
    std::vector<Way> onFailure;  ///< And the dead-letter queue's readers.
    Random shares;
  };
  struct Pending {
    engine::Origin origin;
    std::uint16_t source = 0;
  };
  void set(const std::vector<Way>& ways, const engine::Settled& settled);

  bool m_any = false;
  std::vector<Row> m_rows;  ///< By function.
  std::vector<Pending> m_pending;
  std::vector<std::uint32_t> m_free;
  std::vector<std::uint32_t> m_told;
};

}  // namespace coldstart::simulate
