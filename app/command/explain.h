// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// coldstart explain PROJECT --request N | --environment N …: why it went as it did, in words.

#include <QStringList>

class QTextStream;

namespace coldstart::command {

/// `arguments` are those after the command's name. Returns the exit status.
int explain(const QStringList& arguments, QTextStream& out, QTextStream& err);

}  // namespace coldstart::command
