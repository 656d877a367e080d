// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/identifiers.h"

namespace coldstart {
namespace {

std::uint64_t finalise(std::uint64_t z) {
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
  return z ^ (z >> 31);
}

constexpr std::uint64_t kRequestSalt = 0x7265717565737431ULL;  // "request1"
constexpr std::uint64_t kStreamSalt = 0x6c6f677374726561ULL;   // "logstrea"
constexpr std::uint64_t kTraceSalt = 0x7472616365736177ULL;    // "tracesaw"
constexpr std::size_t kUuidLength = 36;
constexpr std::size_t kStreamLength = 32;

}  // namespace

std::uint64_t mix(std::uint64_t a, std::uint64_t b) {
  return finalise(finalise(a + 0x9e3779b97f4a7c15ULL) + b * 0x9e3779b97f4a7c15ULL + 1);
}

void addRequestUuid(Letters& out, std::uint64_t seed, std::uint64_t number) {
  const std::uint64_t high = mix(seed ^ kRequestSalt, number * 2);
  const std::uint64_t low = mix(seed ^ kRequestSalt, number * 2 + 1);
  char* at = out.extend(kUuidLength);
  at = writeHex(at, high >> 32, 8);
  *at++ = '-';
  at = writeHex(at, high >> 16, 4);
  *at++ = '-';
  at = writeHex(at, (high & 0xFFF) | 0x4000, 4);
  *at++ = '-';
  at = writeHex(at, ((low >> 48) & 0x3FFF) | 0x8000, 4);
  *at++ = '-';
  writeHex(at, low, 12);
}

std::string requestUuid(std::uint64_t seed, std::uint64_t number) {
  Letters id;
  addRequestUuid(id, seed, number);
  return std::string(id.text());
}

void addLogStreamHex(Letters& out, std::uint64_t seed, std::uint64_t number) {
  char* at = out.extend(kStreamLength);
  at = writeHex(at, mix(seed ^ kStreamSalt, number * 2), 16);
  writeHex(at, mix(seed ^ kStreamSalt, number * 2 + 1), 16);
}

std::string logStreamHex(std::uint64_t seed, std::uint64_t number) {
  Letters hex;
  addLogStreamHex(hex, seed, number);
  return std::string(hex.text());
}

std::string traceHeader(std::uint64_t seed, std::uint64_t number, std::int64_t second) {
  const std::uint64_t high = mix(seed ^ kTraceSalt, number * 3);
  std::string out = "Root=1-00000000-000000000000000000000000;Parent=0000000000000000;Sampled=0";
  char* at = writeHex(out.data() + 7, static_cast<std::uint64_t>(second), 8);
  at = writeHex(at + 1, high, 8);
  at = writeHex(at, mix(seed ^ kTraceSalt, number * 3 + 1), 16);
  writeHex(at + 8, mix(seed ^ kTraceSalt, number * 3 + 2), 16);
  return out;
}

}  // namespace coldstart
