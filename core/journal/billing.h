// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// How many milliseconds an invocation is billed for. One place for what the REPORT line says, for
// the bill, and for the sums that go on past the journal's capacity.

#include <cstdint>

#include "core/base/holds.h"
#include "core/journal/attempt.h"

namespace coldstart::journal {

/// Of a restore only what follows the resumed snapshot is billed: loading the runtime, hooks.
/// (snapstart) Published logs show 8 % to 59 %; a third is taken.
inline std::int64_t billedRestoreMs(const Environment& e) {
  constexpr std::int64_t kShare = 3;
  if (!holds(Rule::RestoreBilledInPart)) return Duration{e.initUs}.ceilMillis();
  return Duration{(e.initUs + kShare - 1) / kShare}.ceilMillis();
}

/// Whether the REPORT of the environment's first invocation carries its init: a failed one runs
/// again inside the invocation, and its time is in the Duration. (lambda-runtime-environment)
inline bool reportsInit(const Environment& e) {
  return e.initStatus == InitStatus::Succeeded || !holds(Rule::FailedInitNotBilled);
}

/// What an invocation that ended is billed for. `first`: of its environment. (facts §9.1)
inline std::int64_t billedMs(const Attempt& a, const Environment& e, bool first) {
  const std::int64_t own = Duration{a.durationUs}.ceilMillis();
  if (!first || !reportsInit(e) || !holds(Rule::InitBilled)) return own;
  if (e.restored) return own + billedRestoreMs(e);
  return Duration{std::int64_t{a.durationUs} + e.initUs}.ceilMillis();
}

/// The part of it that is there because init, or a restore, is billed.
inline std::int64_t billedInitMs(const Attempt& a, const Environment& e, bool first) {
  return billedMs(a, e, first) - Duration{a.durationUs}.ceilMillis();
}

}  // namespace coldstart::journal
