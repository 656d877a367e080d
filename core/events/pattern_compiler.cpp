// SPDX-License-Identifier: GPL-3.0-or-later
// The text of a pattern as branches of tests. Checks come in the order in which the service makes
// them, so that a pattern with two mistakes gets the same complaint; texts recorded from AWS are in
// facts §7.3, the others are those of the same rule compiler.
#include <algorithm>
#include <charconv>

#include <nlohmann/json.hpp>

#include "core/events/json_reader.h"
#include "core/events/value_test.h"

namespace coldstart::events {
namespace {

using Token = JsonReader::Token;
using Kind = ValueTest::Kind;
using Field = EventPattern::Field;
using Branch = EventPattern::Branch;

constexpr std::size_t kMostBranches = 1'000;  // eb-event-patterns: combinations of $or.
constexpr std::ptrdiff_t kMostWildcards = 5;
constexpr std::string_view kFarthest = "5000000000";  // Numbers lie within ±5·10^9.
constexpr const char* kOneKey = "Only one key allowed in match expression";
constexpr std::array<std::string_view, 9> kOperators{
    "exactly", "prefix", "suffix",   "anything-but",      "exists",
    "numeric", "cidr",   "wildcard", "equals-ignore-case"};

/// Lets a complaint through without a place, as the service does for addresses and wildcards.
[[noreturn]] void failWithoutPlace(const std::string& reason) {
  throw JsonFault{reason};
}

class Compiler {
 public:
  Compiler(std::string_view text, Dialect dialect) : m_in(text), m_dialect(dialect) {}

  std::vector<Branch> compile() {
    if (m_in.next() != Token::BeginObject) m_in.fail("Filter is not an object");
    std::vector<Branch> branches;
    object(branches, "", false);
    if (m_in.next() != Token::End) m_in.fail("Unexpected content after the pattern's object");
    return branches;
  }

 private:
  void object(std::vector<Branch>& branches, const std::string& path, bool insideOr);
  void either(std::vector<Branch>& branches, const std::string& path);
  void values(std::vector<Branch>& branches, const std::string& path);
  ValueTest value(Token token);
  ValueTest expression();
  ValueTest textOperator(Kind kind, Kind ignoringCase, const std::string& name);
  ValueTest numeric();
  ValueTest anythingBut();
  ValueTest anythingButTexts(Token token, Kind kind);
  ValueTest anythingButValues(Token token);
  ValueTest cidr();
  ValueTest exists();
  std::string number();
  std::string string(const std::string& complaint);
  void end(const std::string& complaint) {
    if (m_in.next() != Token::EndObject) m_in.fail(complaint);
  }
  void checkWildcard(const std::string& text) const;

  JsonReader m_in;
  Dialect m_dialect;
};

void Compiler::object(std::vector<Branch>& branches, const std::string& path, bool insideOr) {
  bool any = false;
  for (Token token = m_in.next(); token != Token::EndObject; token = m_in.next()) {
    any = true;
    const std::string name = m_in.name();
    if (name == "$or") {
      either(branches, path);
      continue;
    }
    if (insideOr && std::find(kOperators.begin(), kOperators.end(), name) != kOperators.end())
      m_in.fail(name + " is Ruler reserved fieldName which cannot be used inside $or.");
    const std::string inner = path.empty() ? name : path + "." + name;
    token = m_in.next();
    if (token == Token::BeginObject)
      object(branches, inner, insideOr);
    else if (token == Token::BeginArray)
      values(branches, inner);
    else
      m_in.fail('"' + name + "\" must be an object or an array");
  }
  if (!any) m_in.fail("Empty objects are not allowed");
}

void Compiler::either(std::vector<Branch>& branches, const std::string& path) {
  const std::vector<Branch> before = std::move(branches);
  branches.clear();
  if (m_in.next() != Token::BeginArray) m_in.fail("It must be an Array followed with $or.");
  int alternatives = 0;
  for (Token token = m_in.next(); token != Token::EndArray; token = m_in.next()) {
    ++alternatives;
    if (token != Token::BeginObject)
      m_in.fail("Only JSON object is allowed in array of $or relationship.");
    std::vector<Branch> mine = before;
    if (mine.empty()) mine.emplace_back();
    object(mine, path, true);
    branches.insert(branches.end(), mine.begin(), mine.end());
    if (branches.size() > kMostBranches)
      failWithoutPlace("Rule has more than " + std::to_string(kMostBranches) +
                       " combinations of $or.");
  }
  if (alternatives < 2) m_in.fail("There must have at least 2 Objects in $or relationship.");
}

void Compiler::values(std::vector<Branch>& branches, const std::string& path) {
  const std::size_t begin = m_in.begin();
  auto field = std::make_shared<Field>();
  for (Token token = m_in.next(); token != Token::EndArray; token = m_in.next())
    field->tests.push_back(std::make_shared<ValueTest>(value(token)));
  if (field->tests.empty()) m_in.fail("Empty arrays are not allowed");
  const std::string_view text = m_in.source().substr(begin, m_in.position() - begin);
  // Half a surrogate pair is text for this reader and none for the other.
  const auto wanted = nlohmann::ordered_json::parse(text, nullptr, false);
  field->wanted =
      wanted.is_discarded()
          ? std::string(text)
          : wanted.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
  if (branches.empty()) branches.emplace_back();
  for (Branch& branch : branches) branch[path] = field;
}

ValueTest Compiler::value(Token token) {
  ValueTest test;
  switch (token) {
    case Token::BeginObject:
      return expression();
    case Token::String:
      break;
    case Token::Number:
      test.kind = m_dialect == Dialect::Rule ? Kind::Number : Kind::NumberAsWritten;
      break;
    case Token::True:
    case Token::False:
    case Token::Null:
      test.kind = Kind::Word;
      break;
    default:
      m_in.fail("Match value must be String, number, true, false, or null");
  }
  test.texts = {m_in.value()};
  return test;
}

ValueTest Compiler::expression() {
  if (m_in.next() != Token::Name) m_in.fail("Match expression name not found");
  const std::string name = m_in.name();
  if (name == "prefix") return textOperator(Kind::Prefix, Kind::PrefixIgnoreCase, name);
  if (name == "suffix") return textOperator(Kind::Suffix, Kind::SuffixIgnoreCase, name);
  if (name == "numeric") return numeric();
  if (name == "anything-but") return anythingBut();
  if (name == "exists") return exists();
  if (name == "cidr" && m_dialect == Dialect::Rule) return cidr();
  ValueTest test;
  if (name == "exactly") {
    test.texts = {string("exact match pattern must be a string")};
  } else if (name == "equals-ignore-case") {
    test.kind = Kind::IgnoreCase;
    test.texts = {string("equals-ignore-case match pattern must be a string")};
  } else if (name == "wildcard" && m_dialect == Dialect::Rule) {
    test.kind = Kind::Wildcard;
    test.texts = {string("wildcard match pattern must be a string")};
    checkWildcard(test.texts[0]);
  } else {
    m_in.fail("Unrecognized match type " + name);
  }
  end(kOneKey);
  return test;
}

std::string Compiler::string(const std::string& complaint) {
  if (m_in.next() != Token::String) m_in.fail(complaint);
  return m_in.value();
}

/// prefix and suffix, whose value may be {"equals-ignore-case": text}.
ValueTest Compiler::textOperator(Kind kind, Kind ignoringCase, const std::string& name) {
  ValueTest test;
  test.kind = kind;
  const Token token = m_in.next();
  if (token == Token::BeginObject) {
    const std::string title = name == "prefix" ? "Prefix" : "Suffix";
    if (m_in.next() != Token::Name) m_in.fail(title + " expression name not found");
    if (m_in.name() != "equals-ignore-case")
      m_in.fail("Unsupported " + name + " pattern: " + m_in.name());
    test.kind = ignoringCase;
    test.texts = {string("equals-ignore-case match pattern must be a string")};
    end(kOneKey);
  } else if (token == Token::String) {
    test.texts = {m_in.value()};
  } else {
    m_in.fail(name + " match pattern must be a string");
  }
  end(kOneKey);
  return test;
}

std::string Compiler::number() {
  const std::string text = m_in.value();
  const std::string_view size = std::string_view(text).substr(text.starts_with('-') ? 1 : 0);
  if (compareNumbers(size, kFarthest) > 0)
    m_in.fail("Value must be between -5.0E9 and 5.0E9, inclusive");
  return text;
}

ValueTest Compiler::numeric() {
  if (m_in.next() != Token::BeginArray) m_in.fail("Value of numeric must be an array.");
  const auto tooMany = "Too many elements in numeric expression";
  ValueTest test;
  test.kind = Kind::Range;
  if (m_in.next() != Token::String) m_in.fail("Invalid member in numeric match: " + m_in.value());
  const std::string first = m_in.value();
  const Token token = m_in.next();
  if (first != "=" && first != "<" && first != "<=" && first != ">" && first != ">=")
    m_in.fail("Unrecognized numeric range operator: " + first);
  if (token != Token::Number)
    m_in.fail("Value of " + (first == "=" ? "equals" : first) + " must be numeric");
  const ValueTest::Bound bound{number(), first == "<" || first == ">"};
  if (first[0] != '<') test.low = bound;
  if (first[0] != '>') test.high = bound;
  Token after = m_in.next();
  if (after != Token::EndArray) {
    if (first[0] != '>') m_in.fail(tooMany);
    if (after != Token::String) m_in.fail("Bad value in numeric range: " + m_in.value());
    const std::string second = m_in.value();
    if (second != "<" && second != "<=") m_in.fail("Bad numeric range operator: " + second);
    if (m_in.next() != Token::Number) m_in.fail("Value of " + second + " must be numeric");
    test.high = ValueTest::Bound{number(), second == "<"};
    if (m_in.next() != Token::EndArray) m_in.fail("Too many terms in numeric range expression");
    if (compareNumbers(test.low->number, test.high->number) >= 0)
      m_in.fail("Bottom must be less than top");
  }
  end(tooMany);
  return test;
}

ValueTest Compiler::anythingBut() {
  Token token = m_in.next();
  std::optional<Kind> nested;
  if (token == Token::BeginObject) {
    if (m_in.next() != Token::Name) m_in.fail("Anything-But expression name not found");
    const std::string& name = m_in.name();
    if (name == "equals-ignore-case") nested = Kind::IgnoreCase;
    if (name == "prefix") nested = Kind::Prefix;
    if (name == "suffix") nested = Kind::Suffix;
    if (name == "wildcard" && m_dialect == Dialect::Rule) nested = Kind::Wildcard;
    if (!nested) m_in.fail("Unsupported anything-but pattern: " + name);
    token = m_in.next();
  }
  if (token != Token::BeginArray && token != Token::String && token != Token::Number)
    m_in.fail("Value of anything-but must be an array or single string/number value.");
  ValueTest test = nested ? anythingButTexts(token, *nested) : anythingButValues(token);
  test.anythingBut = true;
  const auto tooMany = "Too many elements in numeric expression";  // The service's words here too.
  end(tooMany);
  if (nested) end(tooMany);
  return test;
}

/// A complaint inside a list comes with its place twice; that is how the service writes it.
ValueTest Compiler::anythingButTexts(Token token, Kind kind) {
  const bool list = token == Token::BeginArray;
  const auto complain = [&](const std::string& reason) {
    if (list) m_in.fail(m_in.located(reason));
    m_in.fail(reason);
  };
  ValueTest test;
  test.kind = kind;
  if (list) token = m_in.next();
  while (token != Token::EndArray) {
    if (token != Token::String) {
      if (kind == Kind::IgnoreCase)
        complain(
            "Inside anything-but/equals-ignore-case list, number|start|null|boolean is not "
            "supported.");
      complain(kind == Kind::Wildcard ? "wildcard match pattern must be a string"
                                      : "prefix/suffix match pattern must be a string");
    }
    test.texts.push_back(m_in.value());
    if (test.texts.back().empty() && (kind == Kind::Prefix || kind == Kind::Suffix))
      complain("Null prefix/suffix not allowed");
    if (!list) break;
    token = m_in.next();
  }
  if (kind == Kind::Wildcard)
    for (const std::string& text : test.texts) checkWildcard(text);
  return test;
}

ValueTest Compiler::anythingButValues(Token token) {
  ValueTest test;
  bool anyText = false;
  bool anyNumber = false;
  const bool list = token == Token::BeginArray;
  if (list) token = m_in.next();
  while (token != Token::EndArray) {
    if (token != Token::String && token != Token::Number)
      m_in.fail(m_in.located("Inside anything but list, start|null|boolean is not supported."));
    (token == Token::String ? anyText : anyNumber) = true;
    test.texts.push_back(token == Token::String ? m_in.value() : number());
    if (!list) break;
    token = m_in.next();
  }
  if (anyText == anyNumber)
    m_in.fail(
        "Inside anything but list, either all values are number or string, mixed type is not "
        "supported");
  if (anyNumber) test.kind = m_dialect == Dialect::Rule ? Kind::Number : Kind::NumberAsWritten;
  return test;
}

ValueTest Compiler::cidr() {
  ValueTest test;
  test.kind = Kind::Cidr;
  // The complaint names the wrong operator; it is the service's own.
  const std::string text = string("prefix match pattern must be a string");
  const std::size_t slash = text.find('/');
  if (slash == std::string::npos || slash != text.rfind('/') || slash + 1 == text.size())
    failWithoutPlace("Malformed CIDR, one '/' required");
  int bits = 0;
  const auto [last, code] =
      std::from_chars(text.data() + slash + 1, text.data() + text.size(), bits);
  if (code != std::errc{} || last != text.data() + text.size())
    failWithoutPlace("Malformed CIDR, mask bits must be an integer");
  if (bits < 0) failWithoutPlace("Malformed CIDR, mask bits must not be negative");
  const auto address = parseAddress(std::string_view(text).substr(0, slash));
  if (!address) failWithoutPlace("Nonstandard IP address: " + text.substr(0, slash));
  if (address->size == 4 && bits > 31) failWithoutPlace("IPv4 mask bits must be < 32");
  if (address->size == 16 && bits > 127) failWithoutPlace("IPv6 mask bits must be < 128");
  test.network = *address;
  test.maskBits = static_cast<std::size_t>(bits);
  end(kOneKey);
  return test;
}

ValueTest Compiler::exists() {
  const Token token = m_in.next();
  if (token != Token::True && token != Token::False)
    m_in.fail("exists match pattern must be either true or false.");
  ValueTest test;
  test.kind = token == Token::True ? Kind::Exists : Kind::Absent;
  end(kOneKey);
  return test;
}

/// Positions count from the quotation mark before the text.
void Compiler::checkWildcard(const std::string& text) const {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char after = i + 1 < text.size() ? text[i + 1] : '\0';
    if (text[i] == '*' && after == '*')
      m_in.fail("Consecutive wildcard characters at pos " + std::to_string(i + 1));
    if (text[i] != '\\') continue;
    if (after != '*' && after != '\\')
      m_in.fail("Invalid escape character at pos " + std::to_string(i + 1));
    ++i;
  }
  if (std::count(text.begin(), text.end(), '*') > kMostWildcards)
    failWithoutPlace(
        "Rule is too complex - try using fewer wildcard characters or fewer repeating character "
        "sequences after a wildcard character");
}

/// Walks an event and notes its values.
class EventWalk {
 public:
  explicit EventWalk(std::string_view text) : m_in(text) {}

  std::vector<Leaf> leaves() {
    if (m_in.next() != Token::BeginObject) m_in.fail("Event is not an object");
    Leaf at;
    object(at);
    return std::move(m_leaves);
  }

 private:
  void object(Leaf& at) {
    const std::size_t length = at.path.size();
    for (Token token = m_in.next(); token != Token::EndObject; token = m_in.next()) {
      if (length > 0) at.path += '.';
      at.path += m_in.name();
      value(at, m_in.next());
      at.path.resize(length);
    }
  }

  void value(Leaf& at, Token token) {
    if (token == Token::BeginObject) return object(at);
    if (token == Token::BeginArray) {
      at.lists.emplace_back(m_lists++, 0);
      for (token = m_in.next(); token != Token::EndArray; token = m_in.next()) {
        value(at, token);
        ++at.lists.back().second;
      }
      at.lists.pop_back();
      return;
    }
    Leaf leaf = at;
    leaf.text = m_in.value();
    if (token != Token::String)
      leaf.type = token == Token::Number ? Leaf::Type::Number : Leaf::Type::Word;
    m_leaves.push_back(std::move(leaf));
  }

  JsonReader m_in;
  std::vector<Leaf> m_leaves;
  std::size_t m_lists = 0;
};

}  // namespace

std::vector<Branch> compilePattern(std::string_view text, Dialect dialect) {
  return Compiler(text, dialect).compile();
}

std::vector<Leaf> leavesOf(std::string_view eventText) {
  return EventWalk(eventText).leaves();
}

}  // namespace coldstart::events
