// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/editor/tokens.h"

namespace coldstart::editor {
namespace {

using Kind = Token::Kind;

bool startsName(QChar c) {
  return c.isLetter() || c == u'_' || c == u'$';
}
bool continuesName(QChar c) {
  return c.isLetterOrNumber() || c == u'_' || c == u'$';
}

/// Walks the text once; what the two languages share.
class Scanner {
 public:
  explicit Scanner(QStringView text) : m_text(text) {}
  std::vector<Token> python();
  std::vector<Token> javaScript();

 private:
  [[nodiscard]] bool done() const { return m_at >= m_text.size(); }
  [[nodiscard]] QChar peek(qsizetype ahead = 0) const {
    return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : QChar();
  }
  void add(Kind kind, qsizetype from, bool closed = true) {
    m_tokens.push_back({kind, from, m_at - from, closed});
  }
  void lineComment();
  void blockComment();
  void name();
  void number();
  /// Moves behind a Python string whose opening quote is at m_at; false when it never ends.
  bool skipPythonString(bool formatted);
  bool skipReplacementField(QChar quote, bool triple);
  void quoted(QChar quote);
  void templateLiteral(qsizetype from);
  void regularExpression();
  [[nodiscard]] bool regularExpressionMayStart() const;
  void common();

  QStringView m_text;
  qsizetype m_at = 0;
  std::vector<Token> m_tokens;
  std::vector<std::size_t> m_templateDepths;  ///< Bracket depth inside each open ${ … }.
  std::size_t m_depth = 0;
};

void Scanner::lineComment() {
  const qsizetype from = m_at;
  while (!done() && peek() != u'\n') ++m_at;
  add(Kind::Comment, from);
}

void Scanner::blockComment() {
  const qsizetype from = m_at;
  const qsizetype end = m_text.indexOf(u"*/", m_at + 2);
  m_at = end < 0 ? m_text.size() : end + 2;
  add(Kind::Comment, from, end >= 0);
}

void Scanner::name() {
  const qsizetype from = m_at;
  while (!done() && continuesName(peek())) ++m_at;
  add(Kind::Name, from);
}

void Scanner::number() {
  const qsizetype from = m_at;
  while (!done() && (continuesName(peek()) || (peek() == u'.' && peek(1).isDigit()))) ++m_at;
  add(Kind::Number, from);
}

// Python 3.12 allows the same quotes again inside a replacement field: f"{event["key"]}".
bool Scanner::skipReplacementField(QChar quote, bool triple) {
  int depth = 0;
  while (!done()) {
    const QChar c = peek();
    if (c == u'{' || c == u'[' || c == u'(') ++depth;
    if (c == u'}' || c == u']' || c == u')') --depth;
    if (c == u'"' || c == u'\'') {
      if (c == quote && triple && peek(1) == quote && peek(2) == quote) return false;
      if (!skipPythonString(false)) return false;
      continue;
    }
    ++m_at;
    if (depth == 0) return true;
  }
  return false;
}

bool Scanner::skipPythonString(bool formatted) {
  const QChar quote = peek();
  const bool triple = peek(1) == quote && peek(2) == quote;
  m_at += triple ? 3 : 1;
  while (!done()) {
    const QChar c = peek();
    if (c == u'\\') {
      m_at += 2;
    } else if (c == u'\n' && !triple) {
      return false;
    } else if (c == quote && (!triple || (peek(1) == quote && peek(2) == quote))) {
      m_at += triple ? 3 : 1;
      return true;
    } else if (formatted && c == u'{' && peek(1) == u'{') {
      m_at += 2;
    } else if (formatted && c == u'{') {
      if (!skipReplacementField(quote, triple)) return false;
    } else {
      ++m_at;
    }
  }
  m_at = m_text.size();
  return false;
}

/// What both languages write alike: space, numbers, names, brackets and single operators.
void Scanner::common() {
  const qsizetype from = m_at;
  const QChar c = peek();
  if (c.isSpace()) {
    ++m_at;
    return;
  }
  if (c.isDigit()) return number();
  if (startsName(c)) return name();
  ++m_at;
  if (c == u'(' || c == u'[' || c == u'{') {
    ++m_depth;
    add(Kind::Open, from);
  } else if (c == u')' || c == u']' || c == u'}') {
    if (m_depth > 0) --m_depth;
    add(Kind::Close, from);
  } else {
    add(Kind::Operator, from);
  }
}

std::vector<Token> Scanner::python() {
  while (!done()) {
    const QChar c = peek();
    if (c == u'#') {
      lineComment();
      continue;
    }
    qsizetype prefix = 0;  // r"", b"", f"", rb"" …
    while (prefix < 2 && QStringView(u"rRbBfFuUtT").contains(peek(prefix))) ++prefix;
    if (peek(prefix) == u'"' || peek(prefix) == u'\'') {
      const qsizetype from = m_at;
      const QStringView letters = m_text.mid(m_at, prefix);
      const bool formatted = letters.contains(u'f', Qt::CaseInsensitive);
      m_at += prefix;
      const bool closed = skipPythonString(formatted);
      add(Kind::String, from, closed);
      continue;
    }
    common();
  }
  return std::move(m_tokens);
}

void Scanner::quoted(QChar quote) {
  const qsizetype from = m_at++;
  while (!done() && peek() != u'\n') {
    if (peek() == u'\\') {
      m_at += 2;
      continue;
    }
    if (peek() == quote) {
      ++m_at;
      add(Kind::String, from);
      return;
    }
    ++m_at;
  }
  m_at = std::min(m_at, m_text.size());
  add(Kind::String, from, false);
}

/// The part of a template literal from m_at to its closing backquote or to the next "${".
void Scanner::templateLiteral(qsizetype from) {
  while (!done()) {
    if (peek() == u'\\') {
      m_at += 2;
      continue;
    }
    if (peek() == u'`') {
      ++m_at;
      add(Kind::String, from);
      return;
    }
    if (peek() == u'$' && peek(1) == u'{') {
      add(Kind::String, from);
      const qsizetype open = m_at + 1;
      m_at += 2;
      m_templateDepths.push_back(m_depth++);
      add(Kind::Open, open);
      return;
    }
    ++m_at;
  }
  m_at = m_text.size();
  add(Kind::String, from, false);
}

// A slash starts a regular expression where a value may start, and divides where one has ended.
bool Scanner::regularExpressionMayStart() const {
  if (m_tokens.empty()) return true;
  for (auto last = m_tokens.rbegin(); last != m_tokens.rend(); ++last) {
    if (last->kind == Kind::Comment) continue;
    const QStringView word = wordOf(m_text, *last);
    if (last->kind == Kind::Name)
      return word == u"return" || word == u"typeof" || word == u"case" || word == u"in" ||
             word == u"of" || word == u"await" || word == u"yield";
    return last->kind == Kind::Open || last->kind == Kind::Operator || word == u"}";
  }
  return true;
}

void Scanner::regularExpression() {
  const qsizetype from = m_at++;
  bool inClass = false;
  while (!done() && peek() != u'\n') {
    const QChar c = peek();
    m_at += c == u'\\' ? 2 : 1;
    if (c == u'[') inClass = true;
    if (c == u']') inClass = false;
    if (c == u'/' && !inClass) {
      while (!done() && peek().isLetter()) ++m_at;
      add(Kind::String, from);
      return;
    }
  }
  m_at = std::min(m_at, m_text.size());
  add(Kind::String, from, false);
}

std::vector<Token> Scanner::javaScript() {
  if (m_text.startsWith(u"#!")) lineComment();
  while (!done()) {
    const QChar c = peek();
    if (c == u'/' && peek(1) == u'/') {
      lineComment();
    } else if (c == u'/' && peek(1) == u'*') {
      blockComment();
    } else if (c == u'"' || c == u'\'') {
      quoted(c);
    } else if (c == u'`') {
      templateLiteral(m_at++);
    } else if (c == u'/' && regularExpressionMayStart()) {
      regularExpression();
    } else {
      common();
      if (c == u'}' && !m_templateDepths.empty() && m_templateDepths.back() == m_depth) {
        m_templateDepths.pop_back();
        templateLiteral(m_at);
      }
    }
  }
  return std::move(m_tokens);
}

}  // namespace

std::vector<Token> tokensOf(Language language, QStringView text) {
  if (language == Language::Python) return Scanner(text).python();
  if (isJavaScript(language)) return Scanner(text).javaScript();
  return {};
}

}  // namespace coldstart::editor
