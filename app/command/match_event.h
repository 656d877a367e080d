// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// coldstart match-event: whether an event pattern lets an event through, and why not.

#include <QStringList>

class QTextStream;

namespace coldstart::command {

/// Prints "true" or "false" and the reasons; 0 for true, 1 for false.
int matchEvent(const QStringList& arguments, QTextStream& out, QTextStream& err);

}  // namespace coldstart::command
