// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What a live invocation wrote to its log, for those who ask with the invocation itself. For
// core/live; the window reads whole runs through core/observe.

#include <string>
#include <vector>

#include "core/journal/journal.h"

namespace coldstart::live {

/// Every line of this attempt, START to REPORT, those of a cold start's init before them, each with
/// its newline; "" for one that never ran.
std::string logOf(const journal::Run& run, journal::AttemptIndex attempt);

/// X-Amz-Log-Result: the last 4 KB of it in base64. (API: Invoke)
std::string logTail(const journal::Run& run, journal::AttemptIndex attempt);

/// The same lines as events of the Telemetry API, JSON each. (telemetry-schema-reference)
std::vector<std::string> telemetryOf(const journal::Run& run, journal::AttemptIndex attempt);

}  // namespace coldstart::live
