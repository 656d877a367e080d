// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Every numeric limit of the service, one row each, with the page it comes from. The validator, the
// configuration form and the engine all read these rows; no limit stands anywhere else.

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "core/base/result.h"
#include "core/project/project.h"

namespace coldstart::project {

struct Quota {
  std::string_view property;  ///< AWS's property name, "MemorySize".
  std::int64_t minimum;
  std::int64_t maximum;
  std::int64_t standard;    ///< The default.
  std::string_view unit;    ///< "MB", "s", "", …
  std::string_view member;  ///< AWS's member name in messages, "memorySize".
  std::string_view source;  ///< Page of the AWS documentation, e.g. "gettingstarted-limits".
  bool remembered;          ///< Marked [M] in the facts: verify before relying on it.
};

/// All rows, for the configuration form and the "what is simplified" page.
std::span<const Quota> quotas();
/// The row of a property; asserts that it exists.
const Quota& quota(std::string_view property);
/// AWS's own message when `value` is outside the property's range, with the range in words after
/// it.
std::optional<Error> checkQuota(std::string_view property, std::int64_t value,
                                const std::string& where);

// Limits that are rules rather than settings (facts §1, §3).
inline constexpr std::int32_t kMinimumUnreserved = 100;  ///< configuration-concurrency
inline constexpr std::int32_t kScalingRatePer10s =
    1'000;  ///< scaling-behavior: new environments per function
inline constexpr std::int32_t kRequestsPerConcurrency =
    10;  ///< lambda-concurrency: requests per second quota
inline constexpr std::int32_t kOneVcpuMemoryMb = 1'769;  ///< configuration-memory
inline constexpr std::int64_t kStreamBurstBytes =
    6 * 1024 * 1024;  ///< gettingstarted-limits: of a streamed response without a limit, then
inline constexpr std::int64_t kStreamBytesPerSecond = 2 * 1024 * 1024;
inline constexpr std::int32_t kMostProcesses =
    1'024;  ///< gettingstarted-limits: processes and threads of an environment

/// vCPUs at this memory in thousandths: 512 MB → 289. (configuration-memory)
constexpr std::int64_t milliVcpus(std::int64_t memoryMb) {
  return memoryMb * 1'000 / kOneVcpuMemoryMb;
}

/// What the account keeps for functions without reserved concurrency; negative when the functions
/// reserve more than there is. (configuration-concurrency)
std::int64_t unreservedLeft(const Project& project);
/// The most that this function may reserve: 100 must stay unreserved. (configuration-concurrency)
std::int64_t reservable(const Project& project, std::size_t function);

}  // namespace coldstart::project
