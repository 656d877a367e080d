// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// coldstart simulate PROJECT …: runs a scenario and writes its report, and on request its logs,
// metrics and journal.

#include <QStringList>

class QTextStream;

namespace coldstart::command {

/// `arguments` are those after the command's name. Returns the exit status.
int simulate(const QStringList& arguments, QTextStream& out, QTextStream& err);

}  // namespace coldstart::command
