// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// coldstart serve: Lambda's Invoke API for a project, on this machine only.

#include <QStringList>

class QTextStream;

namespace coldstart::command {

int serve(const QStringList& arguments, QTextStream& out, QTextStream& err);

}  // namespace coldstart::command
