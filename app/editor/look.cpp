// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/editor/look.h"

#include <QVariant>
#include <array>
#include <initializer_list>

#include <Qsci/qscilexerbash.h>
#include <Qsci/qscilexercmake.h>
#include <Qsci/qscilexercpp.h>
#include <Qsci/qscilexercsharp.h>
#include <Qsci/qscilexercss.h>
#include <Qsci/qscilexerhtml.h>
#include <Qsci/qscilexerjava.h>
#include <Qsci/qscilexerjavascript.h>
#include <Qsci/qscilexerjson.h>
#include <Qsci/qscilexermakefile.h>
#include <Qsci/qscilexermarkdown.h>
#include <Qsci/qscilexerproperties.h>
#include <Qsci/qscilexerpython.h>
#include <Qsci/qscilexerruby.h>
#include <Qsci/qscilexersql.h>
#include <Qsci/qscilexerxml.h>
#include <Qsci/qscilexeryaml.h>
#include <Qsci/qsciscintilla.h>

#include "app/theme/theme.h"

namespace coldstart::editor {
namespace {

using theme::color;
using theme::px;
using theme::Role;
using theme::Theme;

/// QScintilla's list is of 2011; these words came since.
class ModernJavaScript : public QsciLexerJavaScript {
 public:
  using QsciLexerJavaScript::QsciLexerJavaScript;
  [[nodiscard]] const char* keywords(int set) const override {
    if (set == 1)
      return "async await break case catch class const continue debugger default delete do else "
             "enum export extends false finally for from function get if implements import in "
             "instanceof interface let new null of package private protected public return set "
             "static super switch this throw true try type typeof undefined var void while with "
             "yield readonly namespace declare abstract as satisfies keyof infer";
    return QsciLexerJavaScript::keywords(set);
  }
};

class ModernPython : public QsciLexerPython {
 public:
  using QsciLexerPython::QsciLexerPython;
  [[nodiscard]] const char* keywords(int set) const override {
    if (set == 1)
      return "False None True and as assert async await break class continue def del elif else "
             "except finally for from global if import in is lambda nonlocal not or pass raise "
             "return try while with yield match case";
    return QsciLexerPython::keywords(set);
  }
};

/// Go's words, in a lexer for its family.
class GoLexer : public QsciLexerCPP {
 public:
  explicit GoLexer(QObject* parent) : QsciLexerCPP(parent) { setHighlightBackQuotedStrings(true); }
  [[nodiscard]] const char* keywords(int set) const override {
    if (set != 1) return nullptr;
    return "break case chan const continue default defer else fallthrough false for func go goto "
           "if import interface iota map nil package range return select struct switch true type "
           "var";
  }
};

/// What each lexer calls its styles decides their colour; the first words that occur win.
struct Rule {
  std::initializer_list<const char*> words;
  Role role;
};
const std::array<Rule, 5>& rules() {
  static const std::array<Rule, 5> kRules{{
      {{"comment", "pod"}, Role::CodeComment},
      {{"string", "quoted", "regular expression", "here document", "backtick", "default value",
        "cdata", "escape sequence", "code block", "unquoted"},
       Role::CodeString},
      {{"number", "entity", "reference", "symbol", "iri"}, Role::CodeNumber},
      {{"keyword", "pre-processor", "preprocessor", "decorator", "@-rule", "media rule",
        "delimiter", "section", "important", "while block", "foreach block", "if block",
        "macro block", "tag", "fragment", "sgml command"},
       Role::CodeKeyword},
      {{"function", "method", "class name", "property", "attribute", "key", "selector", "target",
        "header", "module", "label", "link", "variable", "scalar"},
       Role::CodeFunction},
  }};
  return kRules;
}

Role roleOf(const QString& description, Language language) {
  const QString name = description.toLower();
  if (language == Language::Yaml && name == QStringLiteral("identifier")) return Role::CodeFunction;
  for (const Rule& rule : rules())
    for (const char* word : rule.words)
      if (name.contains(QLatin1String(word))) return rule.role;
  return Role::Text;
}

QsciLexer* makeLexer(Language language, QObject* parent) {
  switch (language) {
    case Language::Python:
      return new ModernPython(parent);
    case Language::JavaScript:
    case Language::TypeScript: {
      auto* lexer = new ModernJavaScript(parent);
      lexer->setHighlightBackQuotedStrings(true);
      return lexer;
    }
    case Language::Json:
      return new QsciLexerJSON(parent);
    case Language::Yaml:
      return new QsciLexerYAML(parent);
    case Language::Bash:
      return new QsciLexerBash(parent);
    case Language::Ruby:
      return new QsciLexerRuby(parent);
    case Language::Java:
      return new QsciLexerJava(parent);
    case Language::Cpp:
      return new QsciLexerCPP(parent);
    case Language::Go:
      return new GoLexer(parent);
    case Language::CSharp:
      return new QsciLexerCSharp(parent);
    case Language::Xml:
      return new QsciLexerXML(parent);
    case Language::Html:
      return new QsciLexerHTML(parent);
    case Language::Css:
      return new QsciLexerCSS(parent);
    case Language::Markdown:
      return new QsciLexerMarkdown(parent);
    case Language::Sql:
      return new QsciLexerSQL(parent);
    case Language::Properties:
      return new QsciLexerProperties(parent);
    case Language::CMake:
      return new QsciLexerCMake(parent);
    case Language::Makefile:
      return new QsciLexerMakefile(parent);
    case Language::Plain:
      break;
  }
  return nullptr;
}

void colourLexer(QsciLexer& lexer, Language language) {
  const QFont font = Theme::instance().codeFont();
  lexer.setDefaultFont(font);
  lexer.setDefaultPaper(color(Role::Panel));
  lexer.setDefaultColor(color(Role::Text));
  lexer.setFont(font);
  lexer.setPaper(color(Role::Panel));
  lexer.setColor(color(Role::Text));
  constexpr int kStyles = 128;
  for (int style = 0; style < kStyles; ++style) {
    const QString description = lexer.description(style);
    if (description.isEmpty()) continue;
    lexer.setColor(color(roleOf(description, language)), style);
    lexer.setEolFill(false, style);
    const bool strong = description.contains(QStringLiteral("header")) ||
                        description.startsWith(QStringLiteral("Strong"));
    QFont own = font;
    own.setBold(strong);
    lexer.setFont(own, style);
  }
}

void colourMargins(QsciScintilla& view) {
  view.setMarginsFont(Theme::instance().codeFont());
  view.setMarginsBackgroundColor(color(Role::PanelHeader));
  view.setMarginsForegroundColor(color(Role::Muted));
  view.setFoldMarginColors(color(Role::PanelHeader), color(Role::PanelHeader));
  // Fold marks: chevrons in the margin's own colours.
  constexpr int kFirst = QsciScintilla::SC_MARKNUM_FOLDEREND;
  constexpr int kLast = QsciScintilla::SC_MARKNUM_FOLDEROPEN;
  for (int marker = kFirst; marker <= kLast; ++marker) {
    view.setMarkerForegroundColor(color(Role::PanelHeader), marker);
    view.setMarkerBackgroundColor(color(Role::Dim), marker);
  }
}

}  // namespace

void dress(QsciScintilla& view, Language language) {
  // Setting the lexer again would fold everything open, so it is made once and coloured often.
  if (view.property("language").toInt() != static_cast<int>(language) || !view.lexer()) {
    QsciLexer* old = view.lexer();
    view.setLexer(makeLexer(language, &view));
    view.setProperty("language", static_cast<int>(language));
    delete old;
  }
  if (QsciLexer* lexer = view.lexer()) colourLexer(*lexer, language);
  view.setFont(Theme::instance().codeFont());
  view.setPaper(color(Role::Panel));
  view.setColor(color(Role::Text));
  colourMargins(view);
  view.setCaretForegroundColor(color(Role::Text));
  view.setCaretWidth(qMax(1, px(1.5)));
  view.setCaretLineVisible(true);
  view.setCaretLineBackgroundColor(color(Role::PanelHeader));
  view.setSelectionBackgroundColor(color(Role::Selection));
  view.resetSelectionForegroundColor();
  view.setMatchedBraceBackgroundColor(color(Role::AccentBackground));
  view.setMatchedBraceForegroundColor(color(Role::Accent));
  view.setUnmatchedBraceBackgroundColor(color(Role::Panel));
  view.setUnmatchedBraceForegroundColor(color(Role::Throttle));
  view.setIndentationGuidesForegroundColor(color(Role::InnerLine));
  view.setIndentationGuidesBackgroundColor(color(Role::InnerLine));
  view.setCallTipsBackgroundColor(color(Role::PanelHeader));
  view.setCallTipsForegroundColor(color(Role::Text));
  view.setCallTipsHighlightColor(color(Role::Accent));
  view.setEdgeColor(color(Role::InnerLine));
  view.setExtraAscent(px(2));
  view.setExtraDescent(px(1));
}

}  // namespace coldstart::editor
