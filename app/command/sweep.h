// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// `coldstart sweep`: a scenario under every combination of settings, as a table and as CSV; a share
// of the points at a time when asked, and the shares put together again.

#include <QStringList>

class QTextStream;

namespace coldstart::command {

int sweep(const QStringList& arguments, QTextStream& out, QTextStream& err);

}  // namespace coldstart::command
