// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What a bill is made of, counted once along the attempts and remembered every few thousand of
// them, so that the bill at any playhead is a short recount instead of a pass over the run. Built
// with the RunIndex, off the window's thread.

#include <cstdint>
#include <span>
#include <vector>

#include "core/base/time.h"
#include "core/journal/journal.h"

namespace coldstart::observe {

class LogText;
class RunIndex;

/// What is counted apart: the prices depend on these.
struct MeterKey {
  std::uint16_t function = 0;
  std::uint16_t memoryMb = 0;
  bool provisioned = false;  ///< Ran on provisioned concurrency.
  bool operator==(const MeterKey&) const = default;
};

struct Usage {
  std::int64_t invocations = 0;
  std::int64_t billedMs = 0;
  std::int64_t initMs = 0;  ///< The part of billedMs that is there because init is billed.
  std::int64_t logBytes = 0;
};

class Meter {
 public:
  explicit Meter(const RunIndex& index);

  [[nodiscard]] std::span<const MeterKey> keys() const { return m_keys; }
  /// Usage by key of every invocation that ended by t.
  [[nodiscard]] std::vector<Usage> at(const RunIndex& index, Instant t) const;

 private:
  struct Count;  ///< Adds attempts up.
  std::vector<MeterKey> m_keys;
  std::vector<std::uint16_t> m_keyOf;  ///< By environment.
  std::vector<Usage> m_checkpoints;    ///< keys() of them before every m_stride-th attempt.
  std::size_t m_stride = 1;
};

}  // namespace coldstart::observe
