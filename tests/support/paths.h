// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Where the tests find the project's own files: CTest says so; by hand, start a test in the
// project's folder.

#include <QString>

namespace coldstart::tests {

inline QString sourceDir() {
  return qEnvironmentVariable("COLDSTART_SOURCE_DIR", QStringLiteral("."));
}
inline QString program() {
  return qEnvironmentVariable("COLDSTART_PROGRAM", QStringLiteral("build/dev/coldstart"));
}

}  // namespace coldstart::tests
