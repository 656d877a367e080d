// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/editor/light_check.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>

#include <nlohmann/json.hpp>

#include "app/editor/tokens.h"

namespace coldstart::editor {
namespace {

using Kind = Token::Kind;

struct Words {
  Q_DECLARE_TR_FUNCTIONS(editor)
};

qsizetype lineOf(QStringView text, qsizetype at) {
  return text.left(at).count(u'\n') + 1;
}

// --- JSON -----------------------------------------------------------------------------------

/// Where byte `byte` of the UTF-8 form of `text` stands in `text`.
qsizetype offsetOfByte(QStringView text, std::size_t byte) {
  std::size_t seen = 0;
  for (qsizetype i = 0; i < text.size(); ++i) {
    if (seen >= byte) return i;
    const char16_t c = text[i].unicode();
    // Either half of a surrogate pair stands for two of its four bytes.
    seen += c < 0x80 ? 1U : (c < 0x800 || text[i].isSurrogate()) ? 2U : 3U;
  }
  return text.size();
}

/// The parser's reason without its own prefix: "unexpected '}'; expected string literal".
QString reasonOf(const QString& message) {
  const qsizetype dash = message.indexOf(QStringLiteral(" - "));
  QString reason = dash < 0 ? message.section(QStringLiteral(": "), 1) : message.mid(dash + 3);
  return reason.simplified();
}

std::vector<Problem> checkJson(const QString& text) {
  if (text.trimmed().isEmpty()) return {};
  const QByteArray bytes = text.toUtf8();
  try {
    // A callback that keeps nothing: only the syntax is of interest.
    [[maybe_unused]] const auto nothing = nlohmann::json::parse(
        bytes.constData(), bytes.constData() + bytes.size(),
        [](int, nlohmann::json::parse_event_t, nlohmann::json&) { return false; });
  } catch (const nlohmann::json::parse_error& error) {
    const std::size_t byte = error.byte > 0 ? error.byte - 1 : 0;
    qsizetype at = std::min(offsetOfByte(text, byte), text.size());
    while (at > 0 && (at == text.size() || text[at].isSpace())) --at;
    return {
        {at, 1,
         Words::tr("This is not JSON yet: %1.").arg(reasonOf(QString::fromUtf8(error.what())))}};
  } catch (const nlohmann::json::exception& error) {
    return {{0, 1, Words::tr("This is not JSON yet: %1.").arg(QString::fromUtf8(error.what()))}};
  }
  return {};
}

// --- brackets and strings, for both languages -----------------------------------------------

QChar closingOf(QChar open) {
  return open == u'(' ? u')' : open == u'[' ? u']' : u'}';
}

void checkUnclosed(QStringView text, const Token& token, std::vector<Problem>& problems) {
  if (token.closed) return;
  const bool comment = token.kind == Kind::Comment;
  problems.push_back({token.at, std::max<qsizetype>(1, std::min<qsizetype>(token.length, 80)),
                      comment ? Words::tr("This comment is never closed.")
                      : text.mid(token.at, 1) == u"/"
                          ? Words::tr("This regular expression is never "
                                      "closed.")
                          : Words::tr("This string is never closed.")});
}

void checkBrackets(QStringView text, const std::vector<Token>& tokens,
                   std::vector<Problem>& problems) {
  std::vector<const Token*> open;
  for (const Token& token : tokens) {
    checkUnclosed(text, token, problems);
    if (token.kind == Kind::Open) open.push_back(&token);
    if (token.kind != Kind::Close) continue;
    const QChar closing = text[token.at];
    if (open.empty()) {
      problems.push_back(
          {token.at, 1, Words::tr("Nothing is open that this %1 could close.").arg(closing)});
      return;
    }
    const QChar opening = text[open.back()->at];
    if (closingOf(opening) != closing) {
      problems.push_back({token.at, 1,
                          Words::tr("This %1 does not match the %2 opened on line %3.")
                              .arg(closing)
                              .arg(opening)
                              .arg(lineOf(text, open.back()->at))});
      return;
    }
    open.pop_back();
  }
  if (!open.empty())
    problems.push_back({open.back()->at, 1,
                        Words::tr("This %1 is never closed: a %2 is missing.")
                            .arg(text[open.back()->at])
                            .arg(closingOf(text[open.back()->at]))});
}

// --- Python ---------------------------------------------------------------------------------

/// One logical line: the tokens from the start of a line up to the end that counts, brackets and
/// backslashes joined.
struct LogicalLine {
  std::size_t first = 0;
  std::size_t end = 0;
  qsizetype indentAt = 0;
  QStringView indent;
};

std::vector<LogicalLine> logicalLines(QStringView text, const std::vector<Token>& tokens) {
  std::vector<LogicalLine> lines;
  int depth = 0;
  qsizetype previousEnd = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const Token& token = tokens[i];
    if (token.kind == Kind::Comment) continue;
    const QStringView gap = text.mid(previousEnd, token.at - previousEnd);
    const bool joined = depth > 0 || (previousEnd > 0 && text[previousEnd - 1] == u'\\');
    if (lines.empty() || (gap.contains(u'\n') && !joined)) {
      const qsizetype start = text.left(token.at).lastIndexOf(u'\n') + 1;
      if (!lines.empty()) lines.back().end = i;
      lines.push_back({i, tokens.size(), start, text.mid(start, token.at - start)});
    }
    if (token.kind == Kind::Open) ++depth;
    if (token.kind == Kind::Close && depth > 0) --depth;
    previousEnd = token.at + token.length;
  }
  return lines;
}

constexpr std::array kBlockWords{u"def",   u"class", u"if",   u"elif",  u"else",   u"for",
                                 u"while", u"try",   u"with", u"async", u"except", u"finally"};

/// The first token of the line that is `sign` outside brackets and lambdas, or null.
const Token* topLevel(QStringView text, const std::vector<Token>& tokens, const LogicalLine& line,
                      QStringView sign) {
  int depth = 0;
  int lambdas = 0;
  for (std::size_t i = line.first; i < line.end; ++i) {
    const Token& token = tokens[i];
    if (token.kind == Kind::Open) ++depth;
    if (token.kind == Kind::Close) --depth;
    if (depth > 0 || token.kind == Kind::Comment || token.kind == Kind::String) continue;
    const QStringView word = wordOf(text, token);
    if (word == u"lambda") ++lambdas;
    if (word != sign) continue;
    const QStringView around = text.mid(std::max<qsizetype>(0, token.at - 1), 3);
    const bool walrus = sign == u":" && around.endsWith(u"=");
    const bool partOfOther = sign == u"=" && (around.startsWith(u"=") || around.endsWith(u"=") ||
                                              QStringView(u"<>!:").contains(around.first(1)));
    if (walrus || partOfOther) continue;
    if (sign == u":" && lambdas > 0) {
      --lambdas;
      continue;
    }
    return &token;
  }
  return nullptr;
}

const Token& lastToken(const std::vector<Token>& tokens, const LogicalLine& line) {
  std::size_t last = line.first;
  for (std::size_t i = line.first; i < line.end; ++i)
    if (tokens[i].kind != Kind::Comment) last = i;
  return tokens[last];
}

bool opensBlock(QStringView text, const std::vector<Token>& tokens, const LogicalLine& line) {
  return wordOf(text, lastToken(tokens, line)) == u":";
}

void checkColon(QStringView text, const std::vector<Token>& tokens, const LogicalLine& line,
                std::vector<Problem>& problems) {
  const Token& first = tokens[line.first];
  const QStringView word = wordOf(text, first);
  const bool block = std::any_of(kBlockWords.begin(), kBlockWords.end(),
                                 [&](const char16_t* known) { return word == known; });
  if (!block || first.kind != Kind::Name) return;
  const Token& last = lastToken(tokens, line);
  const Token* colon = topLevel(text, tokens, line, u":");
  if (!colon) {
    problems.push_back(
        {last.at, last.length,
         Words::tr("A colon is missing at the end of this %1 line.").arg(word.toString())});
    return;
  }
  if (word != u"if" && word != u"elif" && word != u"while") return;
  const Token* equals = topLevel(text, tokens, line, u"=");
  if (equals && equals->at < colon->at)
    problems.push_back({equals->at, 1, Words::tr("One = assigns; to compare, write ==.")});
}

void checkIndentation(QStringView text, const std::vector<Token>& tokens,
                      const std::vector<LogicalLine>& lines, std::vector<Problem>& problems) {
  std::vector<qsizetype> levels{0};
  bool expectBlock = false;
  qsizetype opener = 0;
  for (const LogicalLine& line : lines) {
    const qsizetype width = line.indent.size();
    const auto report = [&](const QString& sentence) {
      const Token& first = tokens[line.first];
      problems.push_back({first.at, first.length, sentence});
    };
    if (line.indent.contains(u' ') && line.indent.contains(u'\t'))
      return report(
          Words::tr("This line is indented with tabs and spaces mixed; use one of them."));
    if (expectBlock && width <= levels.back())
      return report(
          Words::tr("The line that ends with a colon on line %1 needs an indented line after it.")
              .arg(lineOf(text, opener)));
    if (!expectBlock && width > levels.back())
      return report(Words::tr("This line is indented, but no line before it opens a block."));
    if (width > levels.back()) levels.push_back(width);
    while (width < levels.back()) levels.pop_back();
    if (width != levels.back())
      return report(Words::tr("This indentation matches no line above it."));
    expectBlock = opensBlock(text, tokens, line);
    opener = lastToken(tokens, line).at;
  }
  if (expectBlock)
    problems.push_back({opener, 1, Words::tr("This colon opens a block, but nothing follows it.")});
}

std::vector<Problem> checkPython(QStringView text) {
  const std::vector<Token> tokens = tokensOf(Language::Python, text);
  std::vector<Problem> problems;
  checkBrackets(text, tokens, problems);
  // With a bracket or a string open, lines cannot be told apart.
  if (!problems.empty()) return problems;
  const std::vector<LogicalLine> lines = logicalLines(text, tokens);
  for (const LogicalLine& line : lines) checkColon(text, tokens, line, problems);
  if (problems.empty()) checkIndentation(text, tokens, lines, problems);
  return problems;
}

// --- JavaScript -----------------------------------------------------------------------------

void checkConditions(QStringView text, const std::vector<Token>& tokens,
                     std::vector<Problem>& problems) {
  for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
    const QStringView word = wordOf(text, tokens[i]);
    if (tokens[i].kind != Kind::Name) continue;
    if (word != u"if" && word != u"while" && word != u"switch") continue;
    if (i > 0 && wordOf(text, tokens[i - 1]) == u".") continue;
    const QStringView next = wordOf(text, tokens[i + 1]);
    if (next != u"(" && next != u":" && tokens[i + 1].kind != Kind::Comment)
      problems.push_back(
          {tokens[i].at, tokens[i].length,
           Words::tr("The condition after %1 needs a ( before it.").arg(word.toString())});
  }
}

std::vector<Problem> checkJavaScript(Language language, QStringView text) {
  const std::vector<Token> tokens = tokensOf(language, text);
  std::vector<Problem> problems;
  checkBrackets(text, tokens, problems);
  if (problems.empty()) checkConditions(text, tokens, problems);
  return problems;
}

}  // namespace

bool isChecked(Language language) {
  return language == Language::Json || language == Language::Python || isJavaScript(language);
}

std::vector<Problem> lightCheck(Language language, const QString& text) {
  std::vector<Problem> problems;
  if (language == Language::Json) problems = checkJson(text);
  if (language == Language::Python) problems = checkPython(text);
  if (isJavaScript(language)) problems = checkJavaScript(language, text);
  std::stable_sort(problems.begin(), problems.end(),
                   [](const Problem& a, const Problem& b) { return a.at < b.at; });
  return problems;
}

}  // namespace coldstart::editor
