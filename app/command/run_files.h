// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The files that simulate writes on request. Each writes one observation of a finished run as text.

#include "core/observe/logs.h"

class QTextStream;

namespace coldstart::command {

/// As `aws logs tail --format detailed` prints: time, log stream, message; one line an event. Those
/// that the pattern matches.
void writeLogs(const observe::LogView& view, const observe::FilterPattern& pattern,
               QTextStream& out);
/// CSV: time,function,metric,statistic,unit,value; periods of one minute.
void writeMetrics(const observe::RunIndex& index, QTextStream& out);
/// One JSON object a line: the run, then its sources, environments and attempts, times in
/// microseconds. The same project, scenario and seed give the same bytes.
void writeJournal(const observe::RunIndex& index, QTextStream& out);

}  // namespace coldstart::command
