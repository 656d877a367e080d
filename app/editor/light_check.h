// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What is visibly wrong with a file while it is typed. JSON is parsed whole. Python and JavaScript
// are checked by their brackets, strings, indentation and missing colons only: no interpreter is
// started and no code is run, so a file that passes may still fail. The status line says so.

#include <QString>
#include <vector>

#include "app/editor/language.h"

namespace coldstart::editor {

struct Problem {
  qsizetype at = 0;      ///< Offset in the text (UTF-16).
  qsizetype length = 1;  ///< What to underline.
  QString text;          ///< A sentence, translated.
};

/// Problems in order of their place; empty for languages that are not checked.
std::vector<Problem> lightCheck(Language language, const QString& text);
/// Whether lightCheck() looks at this language at all.
bool isChecked(Language language);

}  // namespace coldstart::editor
