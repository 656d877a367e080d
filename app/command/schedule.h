// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// coldstart schedule EXPRESSION [--from TIME] [--count N] [--timezone ZONE]: the next times of a
// schedule, one ISO 8601 a line. Zones are EventBridge Scheduler's: cron() and at() name local
// times (facts §7.2).

#include <QStringList>

class QTextStream;

namespace coldstart::command {

/// `arguments` are those after the command's name. Returns the exit status: 1 when the schedule
/// never runs again.
int schedule(const QStringList& arguments, QTextStream& out, QTextStream& err);

}  // namespace coldstart::command
