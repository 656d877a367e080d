// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/editor/handler_place.h"

#include <QDir>
#include <QRegularExpression>

namespace coldstart::editor {
namespace {

using State = HandlerPlace::State;

bool runs(const project::Function& function, std::string_view family) {
  return std::string_view(function.runtime).starts_with(family);
}

QString utf16(const std::string& text) {
  return QString::fromStdString(text);
}

/// "thumbnail/" + "src/app" for the module src.app.
QString below(const project::Function& function, const QString& path) {
  return QDir::cleanPath(utf16(function.codeUri) + u'/' + path);
}

/// The handler string taken apart by its runtime's rule.
struct Parts {
  QStringList files;  ///< Candidates, best first.
  QString function;
};

Parts pythonParts(const project::Function& function, const QString& handler) {
  const qsizetype dot = handler.lastIndexOf(u'.');
  if (dot <= 0 || dot + 1 == handler.size()) return {};
  QString module = handler.left(dot);
  module.replace(u'.', u'/');
  return {{below(function, module + QStringLiteral(".py")),
           below(function, module + QStringLiteral("/__init__.py"))},
          handler.mid(dot + 1)};
}

Parts nodeParts(const project::Function& function, const QString& handler) {
  static const QRegularExpression form(QStringLiteral("^([^.]*)\\.(.*)$"));
  const qsizetype slash = handler.lastIndexOf(u'/') + 1;
  const auto match = form.match(handler.mid(slash));
  if (!match.hasMatch() || match.captured(1).isEmpty() || match.captured(2).isEmpty()) return {};
  Parts parts;
  parts.function = match.captured(2);
  const QString stem = handler.left(slash) + match.captured(1);
  for (const char* extension : {"", ".js", ".mjs", ".cjs", ".ts", ".mts"})
    parts.files += below(function, stem + QString::fromLatin1(extension));
  return parts;
}

Parts rubyParts(const project::Function& function, const QString& handler) {
  const qsizetype dot = handler.indexOf(u'.', handler.lastIndexOf(u'/') + 1);
  if (dot <= 0 || dot + 1 == handler.size()) return {};
  return {{below(function, handler.left(dot) + QStringLiteral(".rb"))},
          handler.mid(dot + 1).section(u'.', -1)};
}

/// "pkg.Class::method" and "Assembly::Namespace.Class::Method" name a class, not a file.
Parts classParts(const QStringList& files, const QString& handler, const QString& extension) {
  const QStringList parts = handler.split(QStringLiteral("::"));
  if (parts.size() < 2) return {};
  const QString className = parts[parts.size() - 2].section(u'.', -1);
  Parts result{{}, parts.last()};
  for (const QString& file : files)
    if (file.section(u'/', -1) == className + extension) result.files += file;
  return result;
}

/// A class alone implements one of Lambda's interfaces. (java-handler)
QString javaMethod(const QString& handler) {
  const bool named = handler.isEmpty() || handler.contains(QStringLiteral("::"));
  return named ? handler : handler + QStringLiteral("::handleRequest");
}

QString definition(const project::Function& function, const QString& name) {
  const QString id = QRegularExpression::escape(name);
  if (runs(function, "python"))
    return QStringLiteral(
               "^(?:(?:async[ \\t]+)?def[ \\t]+%1\\s*\\(|%1[ \\t]*=|"
               "(?:from[ \\t].*)?import[ \\t].*\\b%1\\b)")
        .arg(id);
  if (runs(function, "nodejs")) {
    const QString first = QRegularExpression::escape(name.section(u'.', 0, 0));
    return QStringLiteral(
               "\\bexports\\.%1\\s*=|^\\s*export\\s+(?:async\\s+)?(?:function\\*?|const|let|var|"
               "class)\\s+%1\\b|^\\s*export\\s*\\{[^}]*\\b%1\\b|module\\.exports\\s*=\\s*\\{[^}]*"
               "\\b%1\\b")
        .arg(first);
  }
  if (runs(function, "ruby")) return QStringLiteral("^\\s*def\\s+(?:self\\.)?%1\\b").arg(id);
  return QStringLiteral("\\b%1\\s*\\(").arg(id);
}

}  // namespace

HandlerPlace findHandler(const project::Function& function, const QStringList& files,
                         const std::function<QString(const QString& file)>& read) {
  const QString handler = utf16(function.handler);
  Parts parts;
  if (runs(function, "python"))
    parts = pythonParts(function, handler);
  else if (runs(function, "nodejs"))
    parts = nodeParts(function, handler);
  else if (runs(function, "ruby"))
    parts = rubyParts(function, handler);
  else if (runs(function, "java"))
    parts = classParts(files, javaMethod(handler), QStringLiteral(".java"));
  else if (runs(function, "dotnet"))
    parts = classParts(files, handler, QStringLiteral(".cs"));
  else
    return {};
  HandlerPlace place;
  place.function = parts.function;
  if (parts.function.isEmpty()) {
    place.state = State::Malformed;
    return place;
  }
  const QRegularExpression pattern(definition(function, parts.function),
                                   QRegularExpression::MultilineOption);
  for (const QString& file : parts.files) {
    if (!files.contains(file)) continue;
    const QString text = read(file);
    const auto match = pattern.match(text);
    place.file = file;
    place.state = match.hasMatch() ? State::Found : State::NoFunction;
    // A leading \s* may have begun on an earlier, empty line.
    qsizetype at = match.capturedStart();
    while (match.hasMatch() && at < text.size() && text[at].isSpace()) ++at;
    place.line = match.hasMatch() ? static_cast<int>(text.left(at).count(u'\n')) : 0;
    return place;
  }
  // A compiled class may stand in a file of any name.
  place.state =
      runs(function, "java") || runs(function, "dotnet") ? State::NotKnown : State::NoFile;
  if (place.state == State::NoFile)
    place.file = runs(function, "nodejs") ? parts.files.value(2) : parts.files.value(0);
  return place;
}

QStringList possibleHandlers(Language language, const QString& text) {
  QString pattern;
  if (language == Language::Python)
    pattern =
        QStringLiteral("^(?:async[ \\t]+)?def[ \\t]+(\\w+)\\s*\\(\\s*\\w+[^,)]*,\\s*\\w+[^,)]*\\)");
  else if (isJavaScript(language))
    pattern = QStringLiteral(
        "\\bexports\\.(\\w+)\\s*=|^export\\s+(?:async\\s+)?(?:function|const)\\s+(\\w+)");
  else if (language == Language::Ruby)
    pattern = QStringLiteral("^\\s*def\\s+(?:self\\.)?(\\w+)\\s*\\(\\s*event");
  else
    return {};
  QStringList names;
  auto matches = QRegularExpression(pattern, QRegularExpression::MultilineOption).globalMatch(text);
  while (matches.hasNext()) {
    const auto match = matches.next();
    names += match.captured(1) + match.captured(2);
  }
  names.removeDuplicates();
  return names;
}

QString handlerString(const project::Function& function, const QString& file,
                      const QString& functionName) {
  const QString root = below(function, QString());
  QString module = file;
  if (root != QStringLiteral(".") && module.startsWith(root + u'/'))
    module = module.mid(root.size() + 1);
  const qsizetype dot = module.indexOf(u'.', module.lastIndexOf(u'/') + 1);
  if (dot > 0) module.truncate(dot);
  return module + u'.' + functionName;
}

QString starterCode(const project::Function& function, const QString& functionName) {
  if (runs(function, "python"))
    return QStringLiteral(
               "def %1(event, context):\n    print(event)\n    return {\"statusCode\": 200}\n")
        .arg(functionName);
  if (runs(function, "nodejs"))
    return QStringLiteral(
               "export const %1 = async (event, context) => {\n  console.log(event);\n"
               "  return { statusCode: 200 };\n};\n")
        .arg(functionName);
  if (runs(function, "ruby"))
    return QStringLiteral("def %1(event:, context:)\n  puts event\n  { statusCode: 200 }\nend\n")
        .arg(functionName);
  return {};
}

}  // namespace coldstart::editor
