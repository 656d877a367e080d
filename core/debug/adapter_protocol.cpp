// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/debug/adapter_protocol.h"

#include <charconv>

#include <nlohmann/json.hpp>

namespace coldstart::debug {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view kEnd = "\r\n\r\n";
constexpr std::string_view kLength = "Content-Length: ";
constexpr std::size_t kLongestHead = 1'024;
constexpr std::size_t kLongestBody = 64 * 1024 * 1024;

std::optional<std::size_t> lengthIn(std::string_view head) {
  const std::size_t at = head.find(kLength);
  if (at == std::string_view::npos) return std::nullopt;
  std::size_t length = 0;
  const std::string_view digits = head.substr(at + kLength.size());
  const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), length);
  if (read.ec != std::errc() || length > kLongestBody) return std::nullopt;
  return length;
}

}  // namespace

std::string adapterMessage(const Json& message) {
  const std::string body = message.dump(-1, ' ', false, Json::error_handler_t::replace);
  return std::string(kLength) + std::to_string(body.size()) + std::string(kEnd) + body;
}

std::optional<Json> AdapterReader::next() {
  if (m_broken) return std::nullopt;
  const std::string_view pending = m_pending;
  const std::size_t end = pending.find(kEnd);
  if (end == std::string_view::npos) {
    m_broken = pending.size() > kLongestHead;
    return std::nullopt;
  }
  const auto length = lengthIn(pending.substr(0, end));
  if (!length) {
    m_broken = true;
    return std::nullopt;
  }
  const std::size_t from = end + kEnd.size();
  if (pending.size() < from + *length) return std::nullopt;
  Json message = Json::parse(pending.substr(from, *length), nullptr, false);
  m_pending.erase(0, from + *length);
  m_broken = !message.is_object();
  if (m_broken) return std::nullopt;
  return message;
}

}  // namespace coldstart::debug
