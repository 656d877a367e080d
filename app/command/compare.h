// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// `coldstart compare`: the same arrivals under several settings, side by side.

#include <QStringList>

class QTextStream;

namespace coldstart::command {

int compare(const QStringList& arguments, QTextStream& out, QTextStream& err);

}  // namespace coldstart::command
