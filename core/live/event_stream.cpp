// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/event_stream.h"

#include <array>
#include <cstdint>
#include <cstdio>

namespace coldstart::live {
namespace {

constexpr std::array<std::uint32_t, 256> crcTable() {
  std::array<std::uint32_t, 256> table{};
  for (std::uint32_t i = 0; i < table.size(); ++i) {
    std::uint32_t value = i;
    for (int bit = 0; bit < 8; ++bit)
      value = (value & 1U) != 0 ? value >> 1U ^ 0xEDB8'8320U : value >> 1U;
    table[i] = value;
  }
  return table;
}

std::uint32_t crc32(std::string_view bytes) {
  static constexpr auto kTable = crcTable();
  std::uint32_t crc = 0xFFFF'FFFFU;
  for (const char byte : bytes)
    crc = crc >> 8U ^ kTable[(crc ^ static_cast<unsigned char>(byte)) & 0xFFU];
  return ~crc;
}

void appendNumber(std::string& out, std::uint32_t value, int bytes) {
  for (int shift = (bytes - 1) * 8; shift >= 0; shift -= 8)
    out += static_cast<char>(value >> static_cast<unsigned>(shift) & 0xFFU);
}

void appendHeader(std::string& out, std::string_view name, std::string_view value) {
  constexpr std::uint32_t kString = 7;
  appendNumber(out, static_cast<std::uint32_t>(name.size()), 1);
  out += name;
  appendNumber(out, kString, 1);
  appendNumber(out, static_cast<std::uint32_t>(value.size()), 2);
  out += value;
}

}  // namespace

std::string eventMessage(std::string_view type, std::string_view contentType,
                         std::string_view payload) {
  std::string headers;
  appendHeader(headers, ":message-type", "event");
  appendHeader(headers, ":event-type", type);
  appendHeader(headers, ":content-type", contentType);
  constexpr std::size_t kFixed = 16;  // Two lengths and two checksums.
  std::string message;
  appendNumber(message, static_cast<std::uint32_t>(kFixed + headers.size() + payload.size()), 4);
  appendNumber(message, static_cast<std::uint32_t>(headers.size()), 4);
  appendNumber(message, crc32(message), 4);
  message += headers;
  message += payload;
  appendNumber(message, crc32(message), 4);
  return message;
}

std::string httpChunk(std::string_view bytes) {
  std::array<char, 32> size{};
  std::snprintf(size.data(), size.size(), "%zx\r\n", bytes.size());
  return size.data() + std::string(bytes) + "\r\n";
}

}  // namespace coldstart::live
