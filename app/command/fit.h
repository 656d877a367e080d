// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// `coldstart fit`: a work model made of measured requests, printed or written into a project.

#include <QStringList>

class QTextStream;

namespace coldstart::command {

int fit(const QStringList& arguments, QTextStream& out, QTextStream& err);

}  // namespace coldstart::command
