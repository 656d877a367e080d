// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Environments of Lambda Managed Instances take several requests at a time
// (AWS_LAMBDA_MAX_CONCURRENCY). Each of these places is a slot of its own with a record of its own,
// and this room knows which of them make one environment: it begins and ends once, whatever its
// slots do. Only core/engine uses it, and only for functions that ask for it.

#include <cstdint>
#include <vector>

#include "core/engine/order.h"

namespace coldstart::engine {

class Seats {
 public:
  /// These slots are one environment; the first one's record stands for it, and lasts to the end.
  void open(std::vector<Slot> members, Instant t);
  [[nodiscard]] bool shared(Slot slot) const {
    return slot < m_environmentOf.size() && m_environmentOf[slot] != kNone;
  }
  /// All slots of the environment, the first one's first.
  [[nodiscard]] const std::vector<Slot>& of(Slot slot) const { return row(slot).members; }
  void began(Slot slot) { ++row(slot).busy; }
  void ended(Slot slot, Instant t);
  /// Since when none of them has anything to do; t if one has.
  [[nodiscard]] Instant idleSince(Slot slot, Instant t) const;
  /// One of its slots takes no more requests; was it the last one that did? Only the first slot
  /// still belongs to the environment then, until it is closed.
  bool leaves(Slot slot);
  void close(Slot first);

 private:
  static constexpr std::uint32_t kNone = 0xFFFF'FFFF;
  struct Row {
    std::vector<Slot> members;
    std::int32_t busy = 0;
    std::int32_t alive = 0;
    Instant idleSince{};
  };
  [[nodiscard]] const Row& row(Slot slot) const { return m_rows[m_environmentOf[slot]]; }
  Row& row(Slot slot) { return m_rows[m_environmentOf[slot]]; }

  std::vector<std::uint32_t> m_environmentOf;  ///< By slot, into the rows.
  std::vector<Row> m_rows;
  std::vector<std::uint32_t> m_free;
};

}  // namespace coldstart::engine
