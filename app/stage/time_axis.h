// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The arithmetic of the stage's horizontal axis: ticks at round times, and the windows that zooming
// and panning lead to. Pure functions, shared by every view that shows time.

#include <QString>
#include <optional>
#include <vector>

#include "app/workbench/session.h"

class QWheelEvent;

namespace coldstart::stage {

struct Tick {
  Instant at;
  QString label;
};

/// The step between ticks: the smallest round one of which at most `most` fit the window.
Duration tickStep(TimeWindow window, int most);
std::vector<Tick> ticksIn(TimeWindow window, int most);

/// `window` scaled by `numerator / denominator` so that `at` stays where it is, kept within
/// [0, end] and no narrower than a few microseconds.
TimeWindow zoomed(TimeWindow window, int numerator, int denominator, Instant at, Instant end);
/// `window` moved, kept within [0, end].
TimeWindow panned(TimeWindow window, Duration by, Instant end);
/// The window shown when none has been chosen.
TimeWindow wholeOf(Instant end);
/// `window` where it makes sense, else the whole run.
TimeWindow validWindow(TimeWindow window, Instant end);

/// What the keys + − 0 ← → Home End make of a window; none for any other key. Zooming keeps the
/// playhead in place where it is in view.
std::optional<TimeWindow> windowForKey(int key, TimeWindow window, Instant playhead, Instant end);
/// What turning the wheel makes of it: sideways or with Shift it pans, else it zooms around `at`.
TimeWindow windowForWheel(const QWheelEvent& event, TimeWindow window, Instant at, Instant end);

}  // namespace coldstart::stage
