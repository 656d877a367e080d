// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// coldstart screenshot PROJECT --state NAME --out FILE.png …: the real window, brought into a named
// state and grabbed offscreen. The same arguments give the same picture.

#include <QStringList>

class QTextStream;

namespace coldstart::command {

/// `arguments` are those after the command's name. Makes the QApplication it needs.
int screenshot(const QStringList& arguments, QTextStream& out, QTextStream& err);

}  // namespace coldstart::command
