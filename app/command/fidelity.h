// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// coldstart fidelity: every rule of the service that is followed, with its source, its mark and its
// test. resources/fidelity.md is this command's output.

#include <QStringList>

class QTextStream;

namespace coldstart::command {

int fidelity(const QStringList& arguments, QTextStream& out, QTextStream& err);

}  // namespace coldstart::command
