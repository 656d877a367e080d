// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Spans and moments of time as the stage writes them: short, with a unit, three significant digits.

#include <QString>

#include "core/base/time.h"

namespace coldstart::stage {

/// "850 µs", "87 ms", "1.42 s", "2 min 05 s", "3 h 20 min".
QString durationText(Duration d);
/// A moment on the run's clock, exact to the unit that `step` needs: "0.5 s", "2:05.5", "1:02:05".
QString momentText(Instant t, Duration step);
/// The moment to the microsecond it needs, for cards: "12.345 s", "2:05.500 min".
QString exactMomentText(Instant t);
/// "1 000" with thin spaces.
QString countText(std::int64_t n);

}  // namespace coldstart::stage
