// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// coldstart generate-event [SERVICE [EVENT [--FIELD VALUE]...]]: the test events of the picker on
// the command line, under the names of `sam local generate-event`.

#include <QStringList>

class QTextStream;

namespace coldstart::command {

/// `arguments` are those after the command's name. Returns the exit status.
int generateEvent(const QStringList& arguments, QTextStream& out, QTextStream& err);

}  // namespace coldstart::command
