// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// `coldstart profile`: measures a handler live and writes what was measured into its work model.

#include <QStringList>

class QTextStream;

namespace coldstart::command {

int profile(const QStringList& arguments, QTextStream& out, QTextStream& err);

}  // namespace coldstart::command
