// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/editor/language.h"

#include <QCoreApplication>
#include <array>

namespace coldstart::editor {
namespace {

struct Row {
  QStringView extension;  ///< Or a whole file name.
  Language language;
};

constexpr std::array kRows{
    Row{u"py", Language::Python},
    Row{u"pyi", Language::Python},
    Row{u"js", Language::JavaScript},
    Row{u"mjs", Language::JavaScript},
    Row{u"cjs", Language::JavaScript},
    Row{u"jsx", Language::JavaScript},
    Row{u"ts", Language::TypeScript},
    Row{u"mts", Language::TypeScript},
    Row{u"cts", Language::TypeScript},
    Row{u"json", Language::Json},
    Row{u"yaml", Language::Yaml},
    Row{u"yml", Language::Yaml},
    Row{u"sh", Language::Bash},
    Row{u"bash", Language::Bash},
    Row{u"bootstrap", Language::Bash},
    Row{u"rb", Language::Ruby},
    Row{u"gemfile", Language::Ruby},
    Row{u"java", Language::Java},
    Row{u"kt", Language::Java},
    Row{u"cpp", Language::Cpp},
    Row{u"cc", Language::Cpp},
    Row{u"c", Language::Cpp},
    Row{u"hpp", Language::Cpp},
    Row{u"h", Language::Cpp},
    Row{u"go", Language::Go},
    Row{u"cs", Language::CSharp},
    Row{u"xml", Language::Xml},
    Row{u"csproj", Language::Xml},
    Row{u"svg", Language::Xml},
    Row{u"html", Language::Html},
    Row{u"htm", Language::Html},
    Row{u"css", Language::Css},
    Row{u"md", Language::Markdown},
    Row{u"sql", Language::Sql},
    Row{u"properties", Language::Properties},
    Row{u"ini", Language::Properties},
    Row{u"cfg", Language::Properties},
    Row{u"toml", Language::Properties},
    Row{u"env", Language::Properties},
    Row{u"cmakelists.txt", Language::CMake},
    Row{u"cmake", Language::CMake},
    Row{u"makefile", Language::Makefile},
    Row{u"mk", Language::Makefile},
};

}  // namespace

Language languageOf(const QString& fileName) {
  const QString name = fileName.section(u'/', -1).toLower();
  const QString extension = name.section(u'.', -1);
  for (const Row& row : kRows)
    if (row.extension == name || row.extension == extension) return row.language;
  return Language::Plain;
}

QString languageName(Language language) {
  switch (language) {
    case Language::Python:
      return QStringLiteral("Python");
    case Language::JavaScript:
      return QStringLiteral("JavaScript");
    case Language::TypeScript:
      return QStringLiteral("TypeScript");
    case Language::Json:
      return QStringLiteral("JSON");
    case Language::Yaml:
      return QStringLiteral("YAML");
    case Language::Bash:
      return QStringLiteral("Bash");
    case Language::Ruby:
      return QStringLiteral("Ruby");
    case Language::Java:
      return QStringLiteral("Java");
    case Language::Cpp:
      return QStringLiteral("C++");
    case Language::Go:
      return QStringLiteral("Go");
    case Language::CSharp:
      return QStringLiteral("C#");
    case Language::Xml:
      return QStringLiteral("XML");
    case Language::Html:
      return QStringLiteral("HTML");
    case Language::Css:
      return QStringLiteral("CSS");
    case Language::Markdown:
      return QStringLiteral("Markdown");
    case Language::Sql:
      return QStringLiteral("SQL");
    case Language::Properties:
      return QStringLiteral("Properties");
    case Language::CMake:
      return QStringLiteral("CMake");
    case Language::Makefile:
      return QStringLiteral("Makefile");
    case Language::Plain:
      break;
  }
  return QCoreApplication::translate("editor", "Plain text");
}

QString lineComment(Language language) {
  switch (language) {
    case Language::Python:
    case Language::Yaml:
    case Language::Bash:
    case Language::Ruby:
    case Language::Properties:
    case Language::CMake:
    case Language::Makefile:
      return QStringLiteral("#");
    case Language::JavaScript:
    case Language::TypeScript:
    case Language::Java:
    case Language::Cpp:
    case Language::Go:
    case Language::CSharp:
      return QStringLiteral("//");
    case Language::Sql:
      return QStringLiteral("--");
    case Language::Plain:
    case Language::Json:
    case Language::Xml:
    case Language::Html:
    case Language::Css:
    case Language::Markdown:
      break;
  }
  return {};
}

}  // namespace coldstart::editor
