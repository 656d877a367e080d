// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/event_template.h"

#include <algorithm>
#include <cassert>

#include "core/events/encoding.h"

namespace coldstart::events {

using Json = nlohmann::ordered_json;

namespace {

bool isBinary(const Json& event) {
  const auto flag = event.is_object() ? event.find("isBase64Encoded") : event.end();
  return flag != event.end() && flag->is_boolean() && flag->get<bool>();
}

/// API Gateway's multiValue… form of a map.
Json asLists(const Json& map) {
  if (!map.is_object()) return nullptr;
  Json lists = Json::object();
  for (const auto& [key, value] : map.items()) lists[key] = Json::array({value});
  return lists;
}

}  // namespace

EventTemplate::EventTemplate(std::string_view text, const std::vector<Field>& fields)
    : m_tree(Json::parse(text)) {
  collect(m_tree, Json::json_pointer(), fields);
  std::stable_sort(m_leaves.begin(), m_leaves.end(), [](const Leaf& a, const Leaf& b) {
    if (a.pieces.size() != b.pieces.size()) return a.pieces.size() < b.pieces.size();
    return a.bare() && !b.bare();
  });
}

void EventTemplate::collect(const Json& node, const Json::json_pointer& at,
                            const std::vector<Field>& fields) {
  if (node.is_object()) {
    for (const auto& [key, child] : node.items()) collect(child, at / key, fields);
  } else if (node.is_array()) {
    for (std::size_t i = 0; i < node.size(); ++i) collect(node[i], at / i, fields);
  } else if (node.is_string()) {
    auto pieces = split(node.get_ref<const std::string&>(), fields);
    if (pieces.front().field != nullptr) m_leaves.push_back({at, std::move(pieces)});
  }
}

std::vector<EventTemplate::Piece> EventTemplate::split(std::string_view text,
                                                       const std::vector<Field>& fields) {
  static const std::map<std::string_view, Encoding> kEncodings{
      {"", Encoding::None},     {"url", Encoding::Url}, {"base64", Encoding::Base64},
      {"body", Encoding::Body}, {"md5", Encoding::Md5}, {"lists", Encoding::Lists}};
  std::vector<Piece> pieces;
  for (;;) {
    const std::size_t open = text.find("{{");
    Piece piece;
    piece.literal = text.substr(0, open);
    if (open == std::string_view::npos) {
      pieces.push_back(std::move(piece));
      return pieces;
    }
    const std::size_t close = text.find("}}", open);
    const std::string_view inner = text.substr(open + 2, close - open - 2);
    const std::size_t bar = inner.find('|');
    const auto field = std::find_if(fields.begin(), fields.end(),
                                    [&](const Field& f) { return f.flag == inner.substr(0, bar); });
    assert(field != fields.end());
    piece.field = &*field;
    piece.encoding =
        kEncodings.at(bar == std::string_view::npos ? std::string_view() : inner.substr(bar + 1));
    pieces.push_back(std::move(piece));
    text.remove_prefix(close + 2);
  }
}

bool EventTemplate::Leaf::bare() const {
  return pieces.size() == 2 && pieces[0].literal.empty() && pieces[1].literal.empty();
}

std::string EventTemplate::encode(const Piece& piece, const std::string& value, bool binaryBody) {
  switch (piece.encoding) {
    case Encoding::Url:
      return urlEncoded(value);
    case Encoding::Body:
      return binaryBody ? base64(value) : value;
    case Encoding::Base64:
      return base64(value);
    case Encoding::Md5:
      return md5(value);
    case Encoding::None:
    case Encoding::Lists:
      break;
  }
  return value;
}

std::optional<std::string> EventTemplate::decode(const Piece& piece, const std::string& text,
                                                 bool binaryBody) {
  switch (piece.encoding) {
    case Encoding::Url:
      return fromUrlEncoded(text);
    case Encoding::Body:
      return binaryBody ? fromBase64(text) : text;
    case Encoding::Base64:
      return fromBase64(text);
    case Encoding::Md5:
    case Encoding::Lists:
      return std::nullopt;
    case Encoding::None:
      break;
  }
  return text;
}

Json EventTemplate::fill(const Leaf& leaf, const Values& values, bool binaryBody) {
  if (leaf.bare()) {
    const Piece& piece = leaf.pieces[0];
    const std::string& value = values.find(piece.field->flag)->second;
    if (piece.field->kind == Field::Kind::Integer) return std::stoll(value);
    if (piece.field->kind == Field::Kind::Json) {
      const Json parsed = Json::parse(value);
      return piece.encoding == Encoding::Lists ? asLists(parsed) : parsed;
    }
  }
  std::string text;
  for (const Piece& piece : leaf.pieces) {
    text += piece.literal;
    if (piece.field != nullptr)
      text += encode(piece, values.find(piece.field->flag)->second, binaryBody);
  }
  return text;
}

Json EventTemplate::write(const Values& values) const {
  Json event = m_tree;
  for (const Leaf& leaf : m_leaves) event[leaf.pointer] = fill(leaf, values, isBinary(m_tree));
  return event;
}

void EventTemplate::readLeaf(const Leaf& leaf, const Json& found, bool binaryBody, Values& values) {
  const Field& first = *leaf.pieces[0].field;
  if (leaf.bare() && (first.kind == Field::Kind::Integer || first.kind == Field::Kind::Json)) {
    const bool fits = first.kind == Field::Kind::Integer
                          ? found.is_number_integer()
                          : leaf.pieces[0].encoding == Encoding::None;
    if (fits)
      values.emplace(first.flag, found.dump(-1, ' ', false, Json::error_handler_t::replace));
    return;
  }
  if (!found.is_string()) return;
  std::string_view rest = found.get_ref<const std::string&>();
  Values read;
  for (std::size_t i = 0; i < leaf.pieces.size(); ++i) {
    const Piece& piece = leaf.pieces[i];
    if (!rest.starts_with(piece.literal)) return;
    rest.remove_prefix(piece.literal.size());
    if (piece.field == nullptr) break;
    const std::string& after = leaf.pieces[i + 1].literal;
    const bool last = i + 2 == leaf.pieces.size();
    if (last && !rest.ends_with(after)) return;
    const std::size_t end = last ? rest.size() - after.size() : rest.find(after);
    if (end == std::string_view::npos) return;
    if (auto value = decode(piece, std::string(rest.substr(0, end)), binaryBody))
      read.emplace(piece.field->flag, std::move(*value));
    rest.remove_prefix(end);
  }
  values.merge(read);  // What an earlier leaf said stays.
}

Values EventTemplate::read(const Json& event) const {
  Values values;
  for (const Leaf& leaf : m_leaves)
    if (event.contains(leaf.pointer))
      readLeaf(leaf, event.at(leaf.pointer), isBinary(event), values);
  return values;
}

std::vector<EventTemplate::Change> EventTemplate::changes(const Json& event, std::string_view flag,
                                                          const Values& values) const {
  std::vector<Change> changes;
  for (const Leaf& leaf : m_leaves) {
    const bool depends = std::any_of(leaf.pieces.begin(), leaf.pieces.end(), [&](const Piece& p) {
      return p.field != nullptr && p.field->flag == flag;
    });
    if (depends) changes.push_back({leaf.pointer, fill(leaf, values, isBinary(event))});
  }
  return changes;
}

std::optional<std::string> EventTemplate::encoded(std::string_view flag,
                                                  const std::string& value) const {
  for (const Leaf& leaf : m_leaves) {
    const Piece& piece = leaf.pieces[0];
    const bool fixed = piece.encoding == Encoding::Url || piece.encoding == Encoding::Base64;
    if (leaf.pieces.size() != 2 || piece.field->flag != flag || !fixed) continue;
    const std::string text = encode(piece, value, false);
    if (text != value) return text;
  }
  return std::nullopt;
}

}  // namespace coldstart::events
