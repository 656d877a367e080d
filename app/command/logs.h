// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The log lines of a run, as CloudWatch would hold them.

#include <QStringList>

class QTextStream;

namespace coldstart::command {

int logs(const QStringList& arguments, QTextStream& out, QTextStream& err);

}  // namespace coldstart::command
