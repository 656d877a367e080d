// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// How fast a response may stream: the first part is free, then so many bytes a second go on. A
// bucket that is full at first and filled at that rate. (gettingstarted-limits) For
// RuntimeEndpoint; the clock is the caller's.

#include <algorithm>
#include <cstdint>

#include "core/base/time.h"
#include "core/project/quota.h"

namespace coldstart::live {

class Bandwidth {
 public:
  explicit constexpr Bandwidth(Instant begin) : m_at(begin) {}

  /// How long until bytes may go on: nothing while the bucket is not empty. What went when it was
  /// nearly empty may have been more than there was: that is waited for.
  constexpr Duration wait(Instant now) {
    const std::int64_t passed = std::max<std::int64_t>((now - m_at).us, 0);
    // A bucket that has been filled for long enough is full; the product stays small.
    m_level = std::min(kFull, m_level + std::min(passed, kFillUs) * project::kStreamBytesPerSecond);
    m_at = std::max(m_at, now);
    if (m_level > 0) return {};
    return {-m_level / project::kStreamBytesPerSecond + 1};
  }
  constexpr void take(std::int64_t bytes) { m_level -= bytes * kPerByte; }

 private:
  static constexpr std::int64_t kPerByte = 1'000'000;  // Levels are bytes in millionths.
  static constexpr std::int64_t kFull = project::kStreamBurstBytes * kPerByte;
  // The largest response, even taken at once, is paid for within this.
  static constexpr std::int64_t kFillUs = 1'000 * kPerByte;

  Instant m_at;
  std::int64_t m_level = kFull;
};

}  // namespace coldstart::live
