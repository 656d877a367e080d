// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Identifiers that AWS would have made up, computed from the run's seed so that they cost nothing
// to keep and are the same at every look.

#include <cstdint>
#include <string>

#include "core/base/letters.h"

namespace coldstart {

/// One well-mixed 64-bit value from two (SplitMix64's finaliser, applied twice).
std::uint64_t mix(std::uint64_t a, std::uint64_t b);

/// The request id of request `number` of a run with this seed: a version-4 UUID.
std::string requestUuid(std::uint64_t seed, std::uint64_t number);
void addRequestUuid(Letters& out, std::uint64_t seed, std::uint64_t number);

/// The 32 hexadecimal digits that end the name of environment `number`'s log stream.
std::string logStreamHex(std::uint64_t seed, std::uint64_t number);
void addLogStreamHex(Letters& out, std::uint64_t seed, std::uint64_t number);

/// Its X-Ray tracing header, of a request that arrived in this second after 1970 and is not
/// sampled: "Root=1-…;Parent=…;Sampled=0". (services-xray)
std::string traceHeader(std::uint64_t seed, std::uint64_t number, std::int64_t second);

}  // namespace coldstart
