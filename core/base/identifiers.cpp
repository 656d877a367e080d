// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/identifiers.h"

namespace coldstart {
namespace {

std::uint64_t finalise(std::uint64_t z) {
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
  return z ^ (z >> 31);
}

void appendHex(std::string& out, std::uint64_t value, int digits) {
  for (int shift = (digits - 1) * 4; shift >= 0; shift -= 4) {
    out += "0123456789abcdef"[(value >> shift) & 0xF];
  }
}

constexpr std::uint64_t kRequestSalt = 0x7265717565737431ULL;  // "request1"
constexpr std::uint64_t kStreamSalt = 0x6c6f677374726561ULL;   // "logstrea"

}  // namespace

std::uint64_t mix(std::uint64_t a, std::uint64_t b) {
  return finalise(finalise(a + 0x9e3779b97f4a7c15ULL) + b * 0x9e3779b97f4a7c15ULL + 1);
}

std::string requestUuid(std::uint64_t seed, std::uint64_t number) {
  const std::uint64_t high = mix(seed ^ kRequestSalt, number * 2);
  const std::uint64_t low = mix(seed ^ kRequestSalt, number * 2 + 1);
  std::string id;
  id.reserve(36);
  appendHex(id, high >> 32, 8);
  id += '-';
  appendHex(id, high >> 16, 4);
  id += "-4";
  appendHex(id, high, 3);
  id += '-';
  appendHex(id, ((low >> 48) & 0x3FFF) | 0x8000, 4);
  id += '-';
  appendHex(id, low, 12);
  return id;
}

std::string logStreamHex(std::uint64_t seed, std::uint64_t number) {
  std::string hex;
  hex.reserve(32);
  appendHex(hex, mix(seed ^ kStreamSalt, number * 2), 16);
  appendHex(hex, mix(seed ^ kStreamSalt, number * 2 + 1), 16);
  return hex;
}

}  // namespace coldstart
