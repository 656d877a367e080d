// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Which language a file is written in, told by its name alone: nothing is opened or run to find
// out. The lexer, the light check and the comment toggle all start from here.

#include <QString>

namespace coldstart::editor {

enum class Language {
  Plain,
  Python,
  JavaScript,
  TypeScript,
  Json,
  Yaml,
  Bash,
  Ruby,
  Java,
  Cpp,
  Go,
  CSharp,
  Xml,
  Html,
  Css,
  Markdown,
  Sql,
  Properties,
  CMake,
  Makefile,
};

Language languageOf(const QString& fileName);
/// The name the status line shows: "Python", "JSON"; "Plain text" when there is no lexer.
QString languageName(Language language);
/// What starts a comment that ends with the line, or "" where the language has none.
QString lineComment(Language language);
[[nodiscard]] inline bool isJavaScript(Language language) {
  return language == Language::JavaScript || language == Language::TypeScript;
}

}  // namespace coldstart::editor
