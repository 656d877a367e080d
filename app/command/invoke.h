// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// coldstart invoke: runs a function once or several times, in a real process or simulated.

#include <QStringList>

class QTextStream;

namespace coldstart::command {

int invoke(const QStringList& arguments, QTextStream& out, QTextStream& err);

}  // namespace coldstart::command
