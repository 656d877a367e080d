// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// How code looks: one rule gives every lexer's styles their colour from the theme, so that a
// keyword is the same purple in Python, JSON and SQL. Any pane that shows code uses it.

#include "app/editor/language.h"

class QsciScintilla;

namespace coldstart::editor {

/// Gives the editor this language's lexer and the theme's colours, fonts and margins. Call it again
/// when the theme has changed; text, caret and folds stay as they are.
void dress(QsciScintilla& view, Language language);

}  // namespace coldstart::editor
