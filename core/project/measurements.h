// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What was measured of cold starts, for the work models that a function has when its template says
// nothing of its work. For runtimes.cpp only.

#include <cstdint>
#include <string_view>

#include "core/project/function.h"

namespace coldstart::project {

/// Real cold starts of "hello world" functions, pooled over 198 days of 2026, ten a day at each of
/// 128, 256, 512 and 1 024 MB. (maxday/lambda-perf, data/2026-*.json; for the provided runtimes its
/// Go function)
struct Measurement {
  std::string_view runtime;
  Package package;
  Architecture architecture;
  std::int32_t initP50Ms;
  std::int32_t initP99Ms;
  std::int64_t first128Us;   ///< First invocation's handler at 128 MB.
  std::int64_t first1024Us;  ///< … and at 1 024 MB.
  std::int32_t usedMb;
};

/// The row of a runtime, or that of the oldest measured one of its family.
const Measurement& measurement(std::string_view runtime, Architecture architecture,
                               Package package);

}  // namespace coldstart::project
