// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What hovering says: a card of at most five short lines about one attempt, environment or stretch
// of time, with the moment on the run's clock and on the wall.

#include <QString>

#include "core/observe/lanes.h"

namespace coldstart::stage {

QString attemptCard(const observe::RunIndex& index, journal::AttemptIndex attempt);
QString environmentCard(const observe::RunIndex& index, journal::EnvironmentIndex e, Instant t);
/// Several attempts folded into one pixel.
QString foldCard(const observe::RunIndex& index, journal::EnvironmentIndex e, Instant from,
                 Instant to);
/// Throttled attempts [first, first + count) of `list`.
QString throttleCard(const observe::RunIndex& index, std::span<const journal::AttemptIndex> list);
/// AWS's reason in words: "account concurrency full".
QString throttleReason(journal::Decision decision);
/// "Environment 12", or the line about a request: what a screen reader hears as the selection.
QString selectionText(const observe::RunIndex& index, journal::AttemptIndex attempt);

}  // namespace coldstart::stage
