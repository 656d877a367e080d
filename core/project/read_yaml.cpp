// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <sstream>
#include <utility>
#include <vector>

#include <yaml-cpp/depthguard.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include "core/project/tree_builder.h"
#include "core/project/yaml_scalar.h"

namespace coldstart::project {
namespace {

/// Leaves the parser early; caught in readYaml().
struct Stop {};

std::size_t depthOf(const Node& value) {
  std::size_t deepest = 0;
  if (!value.is_structured()) return 0;
  for (const Node& member : value) deepest = std::max(deepest, depthOf(member));
  return deepest + 1;
}

/// Fills in "<<" merge keys: what the object says itself wins, then the earlier of several.
Node merged(Node& object) {
  auto& members = object.get_ref<Node::object_t&>();
  std::set<std::string> taken;
  for (const auto& [name, member] : members) taken.insert(name);
  Node result = Node::object();
  auto& list = static_cast<Node::object_t::Container&>(result.get_ref<Node::object_t&>());
  for (auto& [name, member] : members) {
    if (name != "<<") {
      list.emplace_back(name, std::move(member));
      continue;
    }
    if (member.is_object()) member = Node::array({std::move(member)});
    for (Node& source : member) {
      for (auto& [sourceName, value] : source.get_ref<Node::object_t&>()) {
        if (taken.insert(sourceName).second) list.emplace_back(sourceName, std::move(value));
      }
    }
  }
  return result;
}

bool mergeable(const Node& value) {
  const auto isObject = [](const Node& source) { return source.is_object(); };
  return value.is_object() ||
         (value.is_array() && std::all_of(value.begin(), value.end(), isObject));
}

/// yaml-cpp's events, handed to the builder.
class Events : public YAML::EventHandler {
 public:
  void OnDocumentStart(const YAML::Mark& mark) override {
    if (std::exchange(m_started, true)) {
      fail(mark, {"template",
                  SAY("template",
                      "A second YAML document begins here. A template is one document; remove "
                      "the line of dashes."),
                  {}});
    }
  }
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    if (builder.expectsKey()) failKey(mark);
    addScalar(mark, "?", anchor, nullptr);
  }

  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    const auto found = m_anchors.find(anchor);
    if (found == m_anchors.end()) {
      fail(mark, {"template",
                  SAY("template",
                      "This alias stands inside the value it refers to, which would never end. "
                      "Write the value out instead."),
                  {}});
    }
    const Anchor& source = found->second;
    if (builder.expectsKey()) {
      if (!source.value.is_string()) failKey(mark);
      check(builder.key(source.value.get<std::string>(), place(mark)));
      return;
    }
    check(builder.value(source.value, place(mark), source.nodes, source.depth));
  }

  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& text) override {
    lastScalar = place(mark);
    if (builder.expectsKey()) {
      if (tag != "?" && tag != "!" && tag != kStandard + "str") failKey(mark);
      if (anchor != YAML::NullAnchor) m_anchors[anchor] = {text, 1, 0};
      check(builder.key(text, place(mark)));
      return;
    }
    addScalar(mark, tag, anchor, typed(mark, tag, text));
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value /*style*/) override {
    begin(mark, tag, anchor);
    check(builder.openArray(place(mark)));
  }
  void OnSequenceEnd() override { end(); }

  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value /*style*/) override {
    begin(mark, tag, anchor);
    check(builder.openObject(place(mark)));
  }
  void OnMapEnd() override { end(); }

  static Place place(const YAML::Mark& mark) {
    if (mark.is_null()) return {};
    return {static_cast<std::size_t>(mark.line), static_cast<std::size_t>(mark.column)};
  }

  TreeBuilder builder;
  std::optional<Place> lastScalar;

 private:
  struct Anchor {
    Node value;
    std::size_t nodes = 1;
    std::size_t depth = 0;
  };
  struct Open {
    YAML::Mark mark;
    YAML::anchor_t anchor = YAML::NullAnchor;
    bool wrapped = false;  ///< Inside the object that the long form of an intrinsic needs.
    std::size_t nodesBefore = 0;
  };
  inline static const std::string kStandard = "tag:yaml.org,2002:";

  static void check(bool good) {
    if (!good) throw Stop{};
  }
  [[noreturn]] void fail(const YAML::Mark& mark, Sentence text) {
    builder.fail(place(mark), std::move(text));
    throw Stop{};
  }
  [[noreturn]] void failKey(const YAML::Mark& mark) {
    fail(mark, {"template",
                SAY("template", "A key must be plain text. Put it in quotes if it is meant to be."),
                {}});
  }
  [[noreturn]] void failTag(const YAML::Mark& mark, const std::string& tag) {
    fail(mark, {"template",
                SAY("template",
                    "\"%1\" is not a function that CloudFormation knows. Check its spelling; "
                    "capital letters matter (!Ref, !Sub, !GetAtt)."),
                {tag}});
  }

  /// The key of the object that an intrinsic's long form is, or "".
  std::string wrapperOf(const YAML::Mark& mark, const std::string& tag, const char* standard) {
    if (tag.empty() || tag == "?" || tag == "!" || tag == kStandard + standard) return {};
    const auto name = longForm(tag);
    if (!name) failTag(mark, tag);
    return *name;
  }

  Node typed(const YAML::Mark& mark, const std::string& tag, const std::string& text) {
    if (tag == "?") return plainScalar(text);
    if (tag.rfind(kStandard, 0) != 0) return text;
    const std::string kind = tag.substr(kStandard.size());
    if (kind == "str") return text;
    Node value = plainScalar(text);
    if ((kind == "int" && value.is_number_integer()) || (kind == "float" && value.is_number()) ||
        (kind == "bool" && value.is_boolean()) || (kind == "null" && value.is_null())) {
      return value;
    }
    failTag(mark, "!!" + kind);
  }

  void addScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                 Node value) {
    const bool standard = tag.rfind(kStandard, 0) == 0;
    const std::string name = standard ? std::string() : wrapperOf(mark, tag, "str");
    if (name == "Fn::GetAtt" && value.is_string()) {
      const auto text = value.get<std::string>();
      if (const auto dot = text.find('.'); dot != std::string::npos) {
        value = Node::array({text.substr(0, dot), text.substr(dot + 1)});
      }
    }
    if (!name.empty()) value = Node{{name, std::move(value)}};
    const std::size_t nodes = name.empty() ? 1 : 2;
    const std::size_t depth = name.empty() ? 0 : 1;
    if (anchor != YAML::NullAnchor) m_anchors[anchor] = {value, nodes, depth};
    check(builder.value(std::move(value), place(mark), nodes, depth));
  }

  void begin(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor) {
    if (builder.expectsKey()) failKey(mark);
    const bool plain = tag == kStandard + "map" || tag == kStandard + "seq";
    const std::string name = plain ? std::string() : wrapperOf(mark, tag, "map");
    m_open.push_back({mark, anchor, !name.empty(), builder.nodes()});
    if (name.empty()) return;
    check(builder.openObject(place(mark)));
    check(builder.key(name, place(mark)));
  }

  void end() {
    const Open open = m_open.back();
    m_open.pop_back();
    builder.close();
    if (Node& value = builder.last(); value.is_object() && value.contains("<<")) {
      if (!mergeable(value["<<"])) {
        fail(open.mark, {"template",
                         SAY("template",
                             "The merge key \"<<\" in this object needs an alias of an object, or "
                             "a list of such aliases."),
                         {}});
      }
      value = merged(value);
    }
    if (open.wrapped) builder.close();
    if (open.anchor == YAML::NullAnchor) return;
    const std::size_t nodes = builder.nodes() - open.nodesBefore;
    m_anchored += nodes;  // nested anchors each keep a copy: the copies have a budget too
    if (m_anchored > kMaximumNodes) {
      fail(open.mark, {"template",
                       SAY("template",
                           "The anchors of this file hold more than %1 values. Remove anchors that "
                           "no alias uses."),
                       {std::to_string(kMaximumNodes)}});
    }
    m_anchors[open.anchor] = {builder.last(), nodes, depthOf(builder.last())};
  }

  bool m_started = false;
  std::vector<Open> m_open;
  std::map<YAML::anchor_t, Anchor> m_anchors;
  std::size_t m_anchored = 0;
};

Error yamlError(const std::string& fileName, std::string_view text,
                const YAML::Exception& problem) {
  return {"",
          {"template",
           SAY("template",
               "This is not valid YAML (%1). Look at the indentation, the colons and the quotes "
               "at this place or just before it."),
           {problem.msg.substr(0, 200)}},
          describe(fileName, text, Events::place(problem.mark))};
}

/// The parser takes a quote that is never closed for one that ends with the file. Only the last
/// scalar can be like that: finds its quote when it has no partner.
std::optional<std::size_t> unclosedQuote(std::string_view text, Place scalar) {
  std::size_t at = 0;
  for (std::size_t line = 0; line < scalar.line; ++line) at = text.find('\n', at) + 1;
  at += scalar.byte;
  while (at < text.size() && (text[at] == '!' || text[at] == '&')) {  // its tag or anchor
    at = text.find_first_of(" \t\r\n", at);
    at = text.find_first_not_of(" \t\r\n", at);
  }
  if (at >= text.size() || (text[at] != '"' && text[at] != '\'')) return std::nullopt;
  const char quote = text[at];
  for (std::size_t i = at + 1; i < text.size(); ++i) {
    if (text[i] == '\\' && quote == '"') {
      ++i;
    } else if (text[i] == quote && quote == '\'' && text.substr(i + 1, 1) == "'") {
      ++i;
    } else if (text[i] == quote) {
      return std::nullopt;
    }
  }
  return at;
}

}  // namespace

Result<Node> readYaml(std::string_view text, const std::string& fileName) {
  std::istringstream stream{std::string(text)};
  Events events;
  try {
    YAML::Parser parser(stream);
    while (parser.HandleNextDocument(events)) {
    }
  } catch (const Stop&) {
    const ReadFailure& failure = *events.builder.failure();
    return Error{"", failure.text, describe(fileName, text, failure.place)};
  } catch (const YAML::DeepRecursion& problem) {  // the parser's own limit is near ours
    return Error{"", nestedTooDeep(), describe(fileName, text, Events::place(problem.mark))};
  } catch (const YAML::Exception& problem) {
    return yamlError(fileName, text, problem);
  }
  if (events.lastScalar) {
    if (const auto quote = unclosedQuote(text, *events.lastScalar)) {
      return Error{"",
                   {"template", SAY("template", "The quote that opens here is never closed."), {}},
                   describe(fileName, text, placeOf(text, *quote))};
    }
  }
  return events.builder.take();
}

}  // namespace coldstart::project
