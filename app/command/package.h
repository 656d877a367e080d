// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// coldstart package PROJECT FUNCTION --out FILE.zip: a function's code as the package that Lambda
// takes, with the hash that AWS shows of it. coldstart unpack FILE.zip: the other way, into a
// project's function or a new project.

#include <QStringList>

class QTextStream;

namespace coldstart::command {

int packageCode(const QStringList& arguments, QTextStream& out, QTextStream& err);
int unpackCode(const QStringList& arguments, QTextStream& out, QTextStream& err);

}  // namespace coldstart::command
