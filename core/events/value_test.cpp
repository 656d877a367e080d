// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/value_test.h"

#include <algorithm>
#include <charconv>

namespace coldstart::events {
namespace {

/// 0.d1d2d3… × 10^exponent, without zeros at either end.
struct Decimal {
  bool negative = false;
  std::string digits;
  std::int64_t exponent = 0;
};

Decimal decimal(std::string_view text) {
  Decimal result;
  if (text.starts_with('-')) {
    result.negative = true;
    text.remove_prefix(1);
  }
  const std::size_t e = std::min(text.find_first_of("eE"), text.size());
  std::string_view power = text.substr(std::min(e + 1, text.size()));
  if (power.starts_with('+')) power.remove_prefix(1);
  constexpr std::int64_t kLargest = 1'000'000'000;
  if (!power.empty() && power.size() < 10)
    std::from_chars(power.data(), power.data() + power.size(), result.exponent);
  else if (!power.empty())
    result.exponent = power[0] == '-' ? -kLargest : kLargest;
  bool pointSeen = false;
  for (const char c : text.substr(0, e)) {
    if (c == '.') {
      pointSeen = true;
    } else if (c == '0' && result.digits.empty()) {
      if (pointSeen) --result.exponent;
    } else {
      result.digits += c;
      if (!pointSeen) ++result.exponent;
    }
  }
  result.digits.erase(result.digits.find_last_not_of('0') + 1);
  if (result.digits.empty()) return {};
  return result;
}

int magnitude(const Decimal& a, const Decimal& b) {
  if (a.digits.empty() || b.digits.empty())
    return static_cast<int>(!a.digits.empty()) - static_cast<int>(!b.digits.empty());
  if (a.exponent != b.exponent) return a.exponent < b.exponent ? -1 : 1;
  const int order = a.digits.compare(b.digits);
  return order < 0 ? -1 : static_cast<int>(order > 0);
}

/// ASCII only: how the service folds other letters is not documented.
std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return result;
}

bool fitsWildcard(std::string_view pattern, std::string_view text) {
  std::size_t p = 0;
  std::size_t t = 0;
  std::optional<std::size_t> star;  // Where to go on after the last *, and from which character.
  std::size_t from = 0;
  while (t < text.size() || p < pattern.size()) {
    if (p < pattern.size() && pattern[p] == '*') {
      star = ++p;
      from = t;
      continue;
    }
    const std::size_t literal = p < pattern.size() && pattern[p] == '\\' ? p + 1 : p;
    if (literal < pattern.size() && t < text.size() && pattern[literal] == text[t]) {
      p = literal + 1;
      ++t;
    } else if (star && from < text.size()) {
      p = *star;
      t = ++from;
    } else {
      return false;
    }
  }
  return true;
}

std::optional<Address> parseV4(std::string_view text) {
  Address address;
  while (address.size < 4) {
    const std::size_t dot = std::min(text.find('.'), text.size());
    const std::string_view part = text.substr(0, dot);
    unsigned value = 0;
    const auto [end, code] = std::from_chars(part.data(), part.data() + part.size(), value);
    if (part.empty() || part.size() > 3 || code != std::errc{} ||
        end != part.data() + part.size() || value > 255)
      return std::nullopt;
    address.bytes[address.size++] = static_cast<std::uint8_t>(value);
    const bool last = dot == text.size();
    if (last != (address.size == 4)) return std::nullopt;
    if (!last) text.remove_prefix(dot + 1);
  }
  return address;
}

/// The groups of one side of "::"; nothing when one of them is no number.
std::optional<std::vector<unsigned>> groups(std::string_view text) {
  std::vector<unsigned> result;
  while (!text.empty()) {
    const std::size_t colon = std::min(text.find(':'), text.size());
    const std::string_view part = text.substr(0, colon);
    unsigned value = 0;
    const auto [end, code] = std::from_chars(part.data(), part.data() + part.size(), value, 16);
    if (part.empty() || part.size() > 4 || code != std::errc{} || end != part.data() + part.size())
      return std::nullopt;
    result.push_back(value);
    if (colon + 1 == text.size()) return std::nullopt;
    text.remove_prefix(std::min(colon + 1, text.size()));
  }
  return result;
}

std::optional<Address> parseV6(std::string_view text) {
  const std::size_t gap = text.find("::");
  const auto head = groups(text.substr(0, std::min(gap, text.size())));
  const auto tail =
      gap == std::string_view::npos ? std::vector<unsigned>() : groups(text.substr(gap + 2));
  if (!head || !tail) return std::nullopt;
  const std::size_t count = head->size() + tail->size();
  if (gap == std::string_view::npos ? count != 8 : count > 7) return std::nullopt;
  Address address;
  address.size = 16;
  const auto put = [&](std::size_t group, unsigned value) {
    address.bytes[group * 2] = static_cast<std::uint8_t>(value >> 8U);
    address.bytes[group * 2 + 1] = static_cast<std::uint8_t>(value & 255U);
  };
  for (std::size_t i = 0; i < head->size(); ++i) put(i, (*head)[i]);
  for (std::size_t i = 0; i < tail->size(); ++i) put(8 - tail->size() + i, (*tail)[i]);
  return address;
}

}  // namespace

int compareNumbers(std::string_view a, std::string_view b) {
  const Decimal first = decimal(a);
  const Decimal second = decimal(b);
  if (first.negative != second.negative) return first.negative ? -1 : 1;
  return first.negative ? magnitude(second, first) : magnitude(first, second);
}

std::optional<Address> parseAddress(std::string_view text) {
  return text.find(':') == std::string_view::npos ? parseV4(text) : parseV6(text);
}

bool ValueTest::holds(const Leaf& leaf) const {
  switch (kind) {
    case Kind::Exists:
      return true;
    case Kind::Absent:
      return false;
    case Kind::Range:
      return inRange(leaf);
    case Kind::Cidr:
      return inNetwork(leaf);
    default:
      break;
  }
  const bool any = std::any_of(texts.begin(), texts.end(),
                               [&](const std::string& text) { return fits(leaf, text); });
  return any != anythingBut;
}

bool ValueTest::fits(const Leaf& leaf, const std::string& text) const {
  if (kind == Kind::Number)
    return leaf.type == Leaf::Type::Number && compareNumbers(leaf.text, text) == 0;
  if (kind == Kind::NumberAsWritten) return leaf.type == Leaf::Type::Number && leaf.text == text;
  if (kind == Kind::Word) return leaf.type == Leaf::Type::Word && leaf.text == text;
  if (leaf.type != Leaf::Type::String) return false;
  switch (kind) {
    case Kind::Prefix:
      return leaf.text.starts_with(text);
    case Kind::Suffix:
      return leaf.text.ends_with(text);
    case Kind::IgnoreCase:
      return lower(leaf.text) == lower(text);
    case Kind::PrefixIgnoreCase:
      return lower(leaf.text).starts_with(lower(text));
    case Kind::SuffixIgnoreCase:
      return lower(leaf.text).ends_with(lower(text));
    case Kind::Wildcard:
      return fitsWildcard(text, leaf.text);
    default:
      return leaf.text == text;
  }
}

bool ValueTest::inRange(const Leaf& leaf) const {
  if (leaf.type != Leaf::Type::Number) return false;
  if (low) {
    const int order = compareNumbers(leaf.text, low->number);
    if (order < 0 || (order == 0 && low->open)) return false;
  }
  if (high) {
    const int order = compareNumbers(leaf.text, high->number);
    if (order > 0 || (order == 0 && high->open)) return false;
  }
  return true;
}

bool ValueTest::inNetwork(const Leaf& leaf) const {
  if (leaf.type != Leaf::Type::String) return false;
  const auto address = parseAddress(leaf.text);
  if (!address || address->size != network.size) return false;
  for (std::size_t bit = 0; bit < maskBits; ++bit) {
    const unsigned differ = address->bytes[bit / 8] ^ network.bytes[bit / 8];
    if ((differ >> (7 - bit % 8) & 1U) != 0) return false;
  }
  return true;
}

}  // namespace coldstart::events
