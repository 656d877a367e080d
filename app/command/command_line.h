// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Read this first in app/command: the program without its window. Each subcommand is a function of
// its arguments and two streams; results go to `out`, everything else to `err`. None needs a
// display.

#include <QStringList>

class QTextStream;

namespace coldstart::command {

/// Whether the first argument names a subcommand (or asks for help or the version).
bool isCommand(const QStringList& arguments);
/// Runs it. `arguments` without the program's name. Returns the exit status (options.h).
int runCommand(const QStringList& arguments, QTextStream& out, QTextStream& err);

}  // namespace coldstart::command
