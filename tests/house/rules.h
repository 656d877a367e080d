// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The house rules that a machine can keep. Each rule looks at one file and says what is wrong and
// what to do, as "path:line: sentence". Rules are pure, so that tst_house can also show each of
// them a good and a bad snippet.

#include <QStringList>
#include <span>

namespace coldstart::tests {

struct SourceFile {
  QString path;  ///< Relative to the repository: "core/base/time.h".
  QStringList lines;
  bool executable = false;
};

struct Rule {
  const char* name;
  QStringList (*check)(const SourceFile&);
};

/// Every rule, for every file; a rule passes over files that it is not about.
std::span<const Rule> rules();

/// The floors, for a message: "core/base < core/project < …".
QString floorsInWords();

}  // namespace coldstart::tests
