// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The words of Python and JavaScript text: just enough to find brackets, strings, comments and the
// names that are called. Nothing is parsed further and nothing is ever run. The light check, the
// completion and the colouring of calls read these.

#include <QString>
#include <QStringView>
#include <vector>

#include "app/editor/language.h"

namespace coldstart::editor {

struct Token {
  enum class Kind { Name, Number, String, Comment, Open, Close, Operator };
  Kind kind = Kind::Name;
  qsizetype at = 0;
  qsizetype length = 0;
  bool closed = true;  ///< A string, comment or regular expression that met its end.
};

/// Tokens of Python, JavaScript and TypeScript text in order; other languages have none.
std::vector<Token> tokensOf(Language language, QStringView text);

inline QStringView wordOf(QStringView text, const Token& token) {
  return text.mid(token.at, token.length);
}

}  // namespace coldstart::editor
