// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/editor/completion.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QSet>
#include <algorithm>
#include <array>
#include <optional>

#include <nlohmann/json.hpp>

#include "app/editor/context_object.h"
#include "app/editor/tokens.h"

namespace coldstart::editor {
namespace {

using Json = nlohmann::ordered_json;

struct Words {
  Q_DECLARE_TR_FUNCTIONS(editor)
};

QString utf16(const std::string& text) {
  return QString::fromStdString(text);
}

// event["Records"][0].get("s3")?.bucket: a name and the steps after it.
const QString& chainPattern() {
  static const QString pattern =
      QStringLiteral(R"((?<![\w$.)\]])([A-Za-z_$][\w$]*)((?:%1)*))")
          .arg(QStringLiteral(
              R"(\.get\(\s*(?:"[^"\n]*"|'[^'\n]*')\s*(?:,[^()\n]*)?\)|\s*\??\.\s*[A-Za-z_$][\w$]*)"
              R"(|\s*(?:\?\.)?\[\s*(?:"[^"\n]*"|'[^'\n]*'|[^\[\]"'\n]*)\s*\])"));
  return pattern;
}

/// What the user wrote with: `[index]` for anything that is not a quoted key.
struct Chain {
  QString root;
  std::vector<QString> steps;  ///< "" for an element of an array.
};

Chain chainFrom(const QString& root, const QString& steps) {
  static const QRegularExpression step(QStringLiteral(
      R"(\.get\(\s*["']([^"'\n]*)["'][^()\n]*\)|\.\s*([A-Za-z_$][\w$]*)|\[\s*["']([^"'\n]*)["']\s*\]|\[([^\]]*)\])"));
  Chain chain{root, {}};
  auto matches = step.globalMatch(steps);
  while (matches.hasNext()) {
    const QRegularExpressionMatch match = matches.next();
    QString key = match.captured(1) + match.captured(2) + match.captured(3);
    chain.steps.push_back(key);
  }
  return chain;
}

/// Where a chain leads: into the event, into the context object, or nowhere known.
struct Place {
  Json event;
  QString contextParent;
  bool inContext = false;
};

/// Follows names through the text to the event.
class Resolver {
 public:
  Resolver(Language language, const QString& text, const Json& event)
      : m_language(language),
        m_text(text),
        m_event(event),
        m_parameters(handlerParameters(language, text)) {}

  [[nodiscard]] std::optional<Place> place(const Chain& chain, int depth = 0) const;
  [[nodiscard]] const HandlerParameters& parameters() const { return m_parameters; }

 private:
  [[nodiscard]] std::optional<Place> root(const QString& name, int depth) const;
  [[nodiscard]] std::optional<Place> binding(const QString& pattern, const QString& name,
                                             int depth) const;

  Language m_language;
  const QString& m_text;
  const Json& m_event;
  HandlerParameters m_parameters;
};

std::optional<Place> step(Place place, const QString& key) {
  if (place.inContext) {
    place.contextParent += (place.contextParent.isEmpty() ? QString() : QStringLiteral(".")) + key;
    return place;
  }
  if (key.isEmpty()) {
    if (!place.event.is_array() || place.event.empty()) return std::nullopt;
    return Place{place.event.front(), {}};
  }
  const auto found =
      place.event.is_object() ? place.event.find(key.toStdString()) : place.event.end();
  if (!place.event.is_object() || found == place.event.end()) return std::nullopt;
  return Place{*found, {}};
}

std::optional<Place> Resolver::place(const Chain& chain, int depth) const {
  std::optional<Place> here = root(chain.root, depth);
  for (const QString& key : chain.steps) {
    if (!here) return here;
    here = step(std::move(*here), key);
  }
  return here;
}

// The ways a name comes to stand for a part of the event: %1 is the chain (two groups), %2 the
// name.
struct Binding {
  const char* pattern;
  enum class Gives { Itself, Element, Parsed, Member } gives;
};
constexpr std::array kPythonBindings{
    Binding{R"(\b%2\s*=\s*json\.loads\(\s*%1\s*\))", Binding::Gives::Parsed},
    Binding{R"(\bfor\s+(?:\w+\s*,\s*)?%2\s+in\s+(?:enumerate\(\s*)?%1)", Binding::Gives::Element},
    Binding{R"((?:^|\n)[ \t]*%2\s*=\s*%1[ \t]*(?=#|\r?\n|$))", Binding::Gives::Itself},
};
constexpr std::array kJavaScriptBindings{
    Binding{R"(\b%2\s*=\s*JSON\.parse\(\s*%1\s*\))", Binding::Gives::Parsed},
    Binding{R"(\b(?:const|let|var)\s+%2\s+of\s+%1)", Binding::Gives::Element},
    Binding{R"(%1\.(?:map|forEach|filter|find|some|every|flatMap)\(\s*(?:async\s*)?\(?\s*%2\b)",
            Binding::Gives::Element},
    Binding{R"(\b(?:const|let|var)\s+\{[^}]*\b%2\b[^}:]*\}\s*=\s*%1)", Binding::Gives::Member},
    Binding{R"(\b(?:const|let|var)\s+%2\s*=\s*%1\s*(?=;|\r?\n|$))", Binding::Gives::Itself},
};

std::optional<Place> bound(std::optional<Place> source, Binding::Gives gives, const QString& name) {
  if (!source || source->inContext) return source;
  switch (gives) {
    case Binding::Gives::Itself:
      return source;
    case Binding::Gives::Element:
      // map() and its like were taken for the last step of the chain's own text.
      return step(std::move(*source), QString());
    case Binding::Gives::Member:
      return step(std::move(*source), name);
    case Binding::Gives::Parsed:
      break;
  }
  if (!source->event.is_string()) return std::nullopt;
  Json parsed = Json::parse(source->event.get<std::string>(), nullptr, false);
  if (parsed.is_discarded()) return std::nullopt;
  return Place{std::move(parsed), {}};
}

std::optional<Place> Resolver::root(const QString& name, int depth) const {
  constexpr int kDeepest = 8;  // Names that stand for each other would go round for ever.
  if (depth > kDeepest) return std::nullopt;
  if (name == m_parameters.event) return Place{m_event, {}};
  if (name == m_parameters.context) return Place{{}, {}, true};
  const auto search = [&](const auto& bindings) -> std::optional<Place> {
    for (const Binding& way : bindings) {
      const QString pattern =
          QString::fromLatin1(way.pattern).arg(chainPattern(), QRegularExpression::escape(name));
      auto matches = QRegularExpression(pattern).globalMatch(m_text);
      QRegularExpressionMatch last;
      while (matches.hasNext()) last = matches.next();
      if (!last.hasMatch()) continue;
      const Chain chain = chainFrom(last.captured(1), last.captured(2));
      if (chain.root == name) continue;
      if (auto found = bound(place(chain, depth + 1), way.gives, name)) return found;
    }
    return std::nullopt;
  };
  return m_language == Language::Python ? search(kPythonBindings) : search(kJavaScriptBindings);
}

QString detailOf(const Json& value) {
  if (value.is_object()) return QStringLiteral("{…}");
  if (value.is_array()) return Words::tr("array of %1").arg(value.size());
  QString text = utf16(value.dump(-1, ' ', false, Json::error_handler_t::replace));
  constexpr qsizetype kLongest = 28;
  return text.size() > kLongest ? text.left(kLongest) + u'…' : text;
}

bool isIdentifier(const QString& key) {
  static const QRegularExpression whole(QStringLiteral("^[A-Za-z_$][\\w$]*$"));
  return whole.match(key).hasMatch();
}

// --- what is being typed --------------------------------------------------------------------

struct Typing {
  enum class Form { Dot, Bracket, Quote, Word } form = Form::Word;
  Chain chain;
  QString partial;
  QChar quote = u'"';
  qsizetype dotAt = 0;
  QString closing;  ///< What ends the step: "]", ")" or nothing.
};

Typing typingAt(const QString& before) {
  static const QRegularExpression dot(chainPattern() +
                                      QStringLiteral("(\\s*\\??\\.\\s*)([\\w$]*)$"));
  static const QRegularExpression quote(
      chainPattern() + QStringLiteral("\\s*(?:\\?\\.)?\\[\\s*([\"'])([^\"'\\]\\n]*)$"));
  static const QRegularExpression bracket(chainPattern() +
                                          QStringLiteral("\\s*(?:\\?\\.)?\\[\\s*()()$"));
  static const QRegularExpression call(chainPattern() +
                                       QStringLiteral("\\.get\\(\\s*([\"'])([^\"'\\n]*)$"));
  static const QRegularExpression word(QStringLiteral("([A-Za-z_$][\\w$]*)$"));
  const auto typing = [](Typing::Form form, const QRegularExpressionMatch& match,
                         const char* closing) {
    Typing result;
    result.form = form;
    result.chain = chainFrom(match.captured(1), match.captured(2));
    result.partial = match.captured(4);
    if (form == Typing::Form::Quote) result.quote = match.captured(3).front();
    result.dotAt = match.capturedStart(3);
    result.closing = QString::fromLatin1(closing);
    return result;
  };
  if (const auto match = dot.match(before); match.hasMatch())
    return typing(Typing::Form::Dot, match, "");
  if (const auto match = quote.match(before); match.hasMatch())
    return typing(Typing::Form::Quote, match, "]");
  if (const auto match = call.match(before); match.hasMatch())
    return typing(Typing::Form::Quote, match, ")");
  if (const auto match = bracket.match(before); match.hasMatch())
    return typing(Typing::Form::Bracket, match, "]");
  Typing result;
  result.partial = word.match(before).captured(1);
  return result;
}

bool startsWithTyped(const QString& label, const QString& typed) {
  return label.startsWith(typed, Qt::CaseInsensitive);
}

void addContext(Language language, const QString& parent, const QString& typed, Completion& out) {
  for (const ContextMember& member : contextMembers(language)) {
    const QString name = QString::fromLatin1(member.name);
    if (parent != QLatin1String(member.parent) || !startsWithTyped(name, typed)) continue;
    const bool method = isMethod(member);
    out.candidates.push_back({name,
                              method ? QStringLiteral("()") : QString::fromLatin1(member.type),
                              method ? name + QStringLiteral("()") : name});
  }
}

void addKeys(Language language, const Typing& typing, const Json& event, const QString& after,
             Completion& out) {
  if (event.is_array() && typing.form == Typing::Form::Bracket)
    out.candidates.push_back({QStringLiteral("0"), Words::tr("the first of %1").arg(event.size()),
                              QStringLiteral("0]")});
  if (!event.is_object()) return;
  bool everyNameFits = true;
  for (const auto& [key, value] : event.items()) {
    const QString name = utf16(key);
    if (!startsWithTyped(name, typing.partial)) continue;
    QString insert = name;
    if (typing.form == Typing::Form::Quote && !after.startsWith(typing.quote))
      insert += typing.quote + typing.closing;
    if (typing.form == Typing::Form::Bracket)
      insert = typing.quote + name + typing.quote + typing.closing;
    if (typing.form == Typing::Form::Dot && isJavaScript(language) && !isIdentifier(name)) {
      everyNameFits = false;
      insert = QStringLiteral("[\"%1\"]").arg(name);
    }
    out.candidates.push_back({name, detailOf(value), insert});
  }
  if (everyNameFits) return;
  // One replacement range for all: the dot goes, and names that may follow one bring it back.
  out.from = typing.dotAt;
  for (Candidate& candidate : out.candidates)
    if (!candidate.insert.startsWith(u'[')) candidate.insert.prepend(u'.');
}

// A Python dict is read by [ ] and get(); JavaScript arrays have these to walk through them.
void addMethods(Language language, const Typing& typing, const Json& event, Completion& out) {
  constexpr std::array kDict{"get(", "items()", "keys()", "values()"};
  constexpr std::array kArray{"length", "map(", "forEach(", "filter(", "at("};
  const auto add = [&](const char* name) {
    const QString text = QString::fromLatin1(name);
    if (startsWithTyped(text, typing.partial)) out.candidates.push_back({text, {}, text});
  };
  if (language == Language::Python && event.is_object())
    for (const char* name : kDict) add(name);
  if (isJavaScript(language) && event.is_array())
    for (const char* name : kArray) add(name);
}

void addWords(const QString& text, const Typing& typing, const HandlerParameters& parameters,
              Completion& out) {
  static const QRegularExpression word(QStringLiteral("[A-Za-z_$][\\w$]{2,}"));
  QSet<QString> words{parameters.event, parameters.context};
  auto matches = word.globalMatch(text);
  while (matches.hasNext()) words.insert(matches.next().captured());
  words.remove(typing.partial);
  QStringList sorted(words.begin(), words.end());
  sorted.sort();
  for (const QString& name : sorted)
    if (startsWithTyped(name, typing.partial)) out.candidates.push_back({name, {}, name});
}

bool insideStringOrComment(Language language, const QString& text, qsizetype cursor) {
  const std::vector<Token> tokens = tokensOf(language, QStringView(text).left(cursor));
  if (tokens.empty()) return false;
  const Token& last = tokens.back();
  const bool reaches = last.at + last.length == cursor;
  return (last.kind == Token::Kind::String && !last.closed) ||
         (last.kind == Token::Kind::Comment && reaches);
}

}  // namespace

HandlerParameters handlerParameters(Language language, const QString& text) {
  static const QRegularExpression python(
      QStringLiteral(R"(\bdef\s+\w+\(\s*(\w+)[^,()]*,\s*(context|ctx|_context|_ctx|_)\b)"));
  static const QRegularExpression javaScript(QStringLiteral(
      R"((?:\(|function\s*\w*\()\s*(\w+)\s*(?::[^,()]*)?,\s*(context|ctx|_context|_ctx|_)\b)"));
  const auto match = (language == Language::Python ? python : javaScript).match(text);
  if (!match.hasMatch()) return {};
  return {match.captured(1), match.captured(2)};
}

Completion complete(Language language, const QString& text, qsizetype cursor, const Json& event,
                    Asked asked) {
  const qsizetype lineStart = text.left(cursor).lastIndexOf(u'\n') + 1;
  const QString before = text.mid(lineStart, cursor - lineStart);
  qsizetype lineEnd = text.indexOf(u'\n', cursor);
  const QString after = text.mid(cursor, lineEnd < 0 ? -1 : lineEnd - cursor);
  const Typing typing = typingAt(before);

  Completion out;
  out.from = out.typedFrom = cursor - typing.partial.size();
  const Resolver resolver(language, text, event);
  if (typing.form == Typing::Form::Word) {
    constexpr qsizetype kEnough = 3;
    if (asked == Asked::ByTyping && typing.partial.size() < kEnough) return out;
    if (insideStringOrComment(language, text, cursor)) return out;
    addWords(text, typing, resolver.parameters(), out);
    return out;
  }
  Typing local = typing;
  local.dotAt += lineStart;
  const std::optional<Place> place = resolver.place(typing.chain);
  if (!place) return out;
  if (place->inContext) {
    if (typing.form == Typing::Form::Dot)
      addContext(language, place->contextParent, typing.partial, out);
    return out;
  }
  const bool keysByDot = typing.form != Typing::Form::Dot || isJavaScript(language);
  if (keysByDot) addKeys(language, local, place->event, after, out);
  if (typing.form == Typing::Form::Dot) addMethods(language, local, place->event, out);
  return out;
}

QString callTip(Language language, const QString& text, qsizetype cursor) {
  static const QRegularExpression call(QStringLiteral("([A-Za-z_$][\\w$]*)\\.(\\w+)\\($"));
  const auto match = call.match(text.left(cursor).section(u'\n', -1));
  if (!match.hasMatch()) return {};
  if (match.captured(1) != handlerParameters(language, text).context) return {};
  for (const ContextMember& member : contextMembers(language))
    if (isMethod(member) && match.captured(2) == QLatin1String(member.name))
      return QStringLiteral("%1()\n%2").arg(match.captured(2), meaningOf(member));
  return {};
}

}  // namespace coldstart::editor
