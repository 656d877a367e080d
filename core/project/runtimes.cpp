// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/runtimes.h"

#include <algorithm>
#include <array>

namespace coldstart::project {
namespace {

constexpr std::string_view kLongAgo = "2023-12-31";

// lambda-runtimes; the last block from the runtime life cycle list that cfn-lint publishes. For
// runtimes that were removed earlier no dates are kept here: they stand as long blocked.
constexpr std::array<Runtime, 46> kRuntimes{{
    {"nodejs24.x", "2028-04-30", "2028-06-01", "2028-07-01"},
    {"nodejs22.x", "2027-04-30", "2027-06-01", "2027-07-01"},
    {"nodejs20.x", "2026-04-30", "2026-08-31", "2026-09-30"},
    {"python3.14", "2029-06-30", "2029-07-31", "2029-08-31"},
    {"python3.13", "2029-06-30", "2029-07-31", "2029-08-31"},
    {"python3.12", "2028-10-31", "2028-11-30", "2029-01-10"},
    {"python3.11", "2027-06-30", "2027-07-31", "2027-08-31"},
    {"python3.10", "2026-10-31", "2026-11-30", "2027-01-15"},
    {"java25", "2029-06-30", "2029-07-31", "2029-08-31"},
    {"java21", "2029-06-30", "2029-07-31", "2029-08-31"},
    {"java17", "2027-06-30", "2027-07-31", "2027-08-31"},
    {"java11", "2027-06-30", "2027-07-31", "2027-08-31"},
    {"java8.al2", "2027-06-30", "2027-07-31", "2027-08-31"},
    {"dotnet10", "2028-11-14", "2028-12-14", "2029-01-15"},
    {"dotnet8", "2026-11-10", "2026-12-10", "2027-01-11"},
    {"ruby3.4", "2028-03-31", "2028-04-30", "2028-05-31"},
    {"ruby3.3", "2027-03-31", "2027-04-30", "2027-05-31"},
    {"ruby3.2", "2026-03-31", "2026-08-31", "2026-09-30"},
    {"provided.al2023", "2029-06-30", "2029-07-31", "2029-08-31"},
    {"provided.al2", "2026-07-31", "2026-08-31", "2026-09-30"},
    {"ruby4.0", "", "", ""},
    {"nodejs18.x", "2025-09-01", "2026-06-01", "2026-07-01", false},
    {"nodejs16.x", "2024-06-12", "2026-06-01", "2026-07-01", false},
    {"nodejs14.x", "2023-12-04", "2024-01-09", "2026-07-01", false},
    {"nodejs12.x", "2023-03-31", "2023-03-31", "2023-04-30", false},
    {"dotnet6", "2024-12-20", "2026-06-01", "2026-07-01", false},
    {"java8", "2024-01-08", "2024-02-08", "2026-07-01", false},
    {"go1.x", "2024-01-08", "2024-02-08", "2026-07-01", false},
    {"nodejs", kLongAgo, kLongAgo, kLongAgo, false},
    {"nodejs4.3", kLongAgo, kLongAgo, kLongAgo, false},
    {"nodejs4.3-edge", kLongAgo, kLongAgo, kLongAgo, false},
    {"nodejs6.10", kLongAgo, kLongAgo, kLongAgo, false},
    {"nodejs8.10", kLongAgo, kLongAgo, kLongAgo, false},
    {"nodejs10.x", kLongAgo, kLongAgo, kLongAgo, false},
    {"python2.7", kLongAgo, kLongAgo, kLongAgo, false},
    {"python3.6", kLongAgo, kLongAgo, kLongAgo, false},
    {"python3.7", kLongAgo, kLongAgo, kLongAgo, false},
    {"python3.8", kLongAgo, kLongAgo, kLongAgo, false},
    {"python3.9", kLongAgo, kLongAgo, kLongAgo, false},
    {"dotnetcore1.0", kLongAgo, kLongAgo, kLongAgo, false},
    {"dotnetcore2.0", kLongAgo, kLongAgo, kLongAgo, false},
    {"dotnetcore2.1", kLongAgo, kLongAgo, kLongAgo, false},
    {"dotnetcore3.1", kLongAgo, kLongAgo, kLongAgo, false},
    {"ruby2.5", kLongAgo, kLongAgo, kLongAgo, false},
    {"ruby2.7", kLongAgo, kLongAgo, kLongAgo, false},
    {"provided", kLongAgo, kLongAgo, kLongAgo, false},
}};

/// Real cold starts of "hello world" functions in zip packages, pooled over 198 days of 2026, ten a
/// day at each of 128, 256, 512 and 1 024 MB. (maxday/lambda-perf, data/2026-*.json; for the
/// provided runtimes its Go function)
struct Measurement {
  std::string_view runtime;
  Architecture architecture;
  std::int32_t initP50Ms;
  std::int32_t initP99Ms;
  std::int64_t first128Us;   ///< First invocation's handler at 128 MB.
  std::int64_t first1024Us;  ///< … and at 1 024 MB.
  std::int32_t usedMb;
};

constexpr std::array<Measurement, 42> kMeasurements{{
    {"nodejs20.x", Architecture::X86_64, 145, 214, 11'600, 3'200, 67},
    {"nodejs20.x", Architecture::Arm64, 128, 180, 12'300, 3'600, 68},
    {"nodejs22.x", Architecture::X86_64, 142, 218, 12'400, 3'500, 73},
    {"nodejs22.x", Architecture::Arm64, 124, 177, 14'000, 3'700, 73},
    {"nodejs24.x", Architecture::X86_64, 143, 219, 26'700, 4'100, 76},
    {"nodejs24.x", Architecture::Arm64, 122, 190, 29'600, 4'200, 77},
    {"python3.9", Architecture::X86_64, 81, 132, 1'600, 1'500, 31},
    {"python3.9", Architecture::Arm64, 73, 148, 1'700, 1'600, 30},
    {"python3.10", Architecture::X86_64, 81, 128, 1'600, 1'500, 31},
    {"python3.10", Architecture::Arm64, 73, 153, 1'700, 1'600, 30},
    {"python3.11", Architecture::X86_64, 83, 136, 1'500, 1'500, 34},
    {"python3.11", Architecture::Arm64, 73, 128, 1'700, 1'600, 33},
    {"python3.12", Architecture::X86_64, 89, 144, 2'300, 2'000, 36},
    {"python3.12", Architecture::Arm64, 80, 140, 3'400, 2'100, 35},
    {"python3.13", Architecture::X86_64, 100, 177, 2'700, 2'200, 38},
    {"python3.13", Architecture::Arm64, 82, 149, 3'200, 2'200, 37},
    {"python3.14", Architecture::X86_64, 121, 281, 2'600, 2'100, 40},
    {"python3.14", Architecture::Arm64, 103, 206, 3'500, 2'200, 39},
    {"java8.al2", Architecture::X86_64, 251, 519, 84'700, 5'400, 59},
    {"java8.al2", Architecture::Arm64, 248, 511, 71'800, 4'500, 59},
    {"java11", Architecture::X86_64, 282, 562, 9'100, 2'900, 72},
    {"java11", Architecture::Arm64, 278, 558, 11'000, 3'000, 70},
    {"java17", Architecture::X86_64, 211, 340, 5'100, 2'300, 87},
    {"java17", Architecture::Arm64, 206, 298, 9'400, 2'500, 86},
    {"java21", Architecture::X86_64, 251, 569, 96'700, 6'900, 95},
    {"java21", Architecture::Arm64, 236, 380, 100'900, 6'600, 94},
    {"java25", Architecture::X86_64, 214, 525, 240'400, 10'900, 87},
    {"java25", Architecture::Arm64, 197, 446, 274'000, 12'500, 88},
    {"dotnet8", Architecture::X86_64, 255, 615, 719'200, 75'800, 69},
    {"dotnet8", Architecture::Arm64, 280, 662, 822'100, 84'800, 72},
    {"dotnet10", Architecture::X86_64, 275, 717, 810'900, 83'300, 72},
    {"dotnet10", Architecture::Arm64, 261, 664, 871'200, 91'200, 75},
    {"ruby3.2", Architecture::X86_64, 225, 476, 11'500, 2'700, 39},
    {"ruby3.2", Architecture::Arm64, 239, 456, 11'900, 2'800, 62},
    {"ruby3.3", Architecture::X86_64, 236, 473, 16'100, 3'000, 36},
    {"ruby3.3", Architecture::Arm64, 229, 412, 13'500, 2'800, 38},
    {"ruby3.4", Architecture::X86_64, 228, 475, 12'000, 2'700, 36},
    {"ruby3.4", Architecture::Arm64, 220, 418, 13'300, 2'800, 47},
    {"provided.al2", Architecture::X86_64, 50, 73, 3'600, 2'000, 17},
    {"provided.al2", Architecture::Arm64, 39, 48, 3'400, 2'100, 17},
    {"provided.al2023", Architecture::X86_64, 51, 73, 1'600, 1'600, 17},
    {"provided.al2023", Architecture::Arm64, 41, 54, 1'800, 1'500, 17},
}};

/// The row of a runtime, or that of the oldest measured one of its family.
const Measurement& measurement(std::string_view runtime, Architecture architecture) {
  const auto rowOf = [&](auto matches) {
    return std::find_if(kMeasurements.begin(), kMeasurements.end(), [&](const Measurement& row) {
      return row.architecture == architecture && matches(row.runtime);
    });
  };
  const auto exact = rowOf([&](std::string_view id) { return id == runtime; });
  if (exact != kMeasurements.end()) return *exact;
  const std::string_view family = runtime.substr(0, runtime.find_first_of("0123456789."));
  const auto related =
      rowOf([&](std::string_view id) { return id.substr(0, family.size()) == family; });
  if (!family.empty() && related != kMeasurements.end()) return *related;
  return *rowOf([](std::string_view id) { return id == "provided.al2023"; });
}

Distribution logNormal(std::int64_t median, std::int64_t p99) {
  return {Distribution::Kind::LogNormal, median, p99, {}};
}

}  // namespace

std::span<const Runtime> runtimes() {
  return kRuntimes;
}

const Runtime* findRuntime(std::string_view id) {
  const auto found = std::find_if(kRuntimes.begin(), kRuntimes.end(),
                                  [&](const Runtime& row) { return row.id == id; });
  return found == kRuntimes.end() ? nullptr : &*found;
}

// A first invocation takes fixed + stretch × (1 769 MB / memory): two measured memory sizes give
// both parts, hence its duration and CPU share at one vCPU. Later invocations were not measured;
// they are taken to be the fixed part (what is left without loading code), at least a millisecond.
// The spread of invocations is taken from that of the init phase.
WorkModel measuredWork(std::string_view runtime, Architecture architecture) {
  constexpr std::int64_t kVcpuMb = 1'769;
  const Measurement& row = measurement(runtime, architecture);
  // stretch × (1769/128 − 1769/1024) = first128 − first1024
  std::int64_t stretch =
      std::max<std::int64_t>(0, (row.first128Us - row.first1024Us) * 1'024 / (kVcpuMb * 7));
  std::int64_t fixed = row.first1024Us - stretch * kVcpuMb / 1'024;
  if (fixed < 0) {
    fixed = 0;
    stretch = row.first128Us * 128 / kVcpuMb;
  }
  const std::int64_t first = fixed + stretch;
  const std::int64_t later = std::max<std::int64_t>(1'000, fixed);
  const auto spread = [&](std::int64_t median) {
    return logNormal(median, median * row.initP99Ms / row.initP50Ms);
  };
  WorkModel work;
  work.init = logNormal(row.initP50Ms * 1'000LL, row.initP99Ms * 1'000LL);
  work.firstDuration = spread(first);
  work.duration = spread(std::min(first, later));
  work.cpuSharePpm = static_cast<std::int32_t>(stretch * kMillion / first);
  work.maxMemoryUsed = {Distribution::Kind::Constant, row.usedMb, 0, {}};
  // Restores that users logged took 204 to 1 236 ms. (facts 12.2)
  work.restore = logNormal(Duration::millis(400).us, Duration::millis(1'200).us);
  return work;
}

// Published measurements disagree (facts gathered from 2019 to 2023: five to seven minutes most of
// the time, an age of about four hours and more); AWS documents neither.
Distribution standardIdleTimeout() {
  return {Distribution::Kind::Uniform, Duration::minutes(5).us, Duration::minutes(7).us, {}};
}

Distribution standardMaximumAge() {
  return logNormal(Duration::hours(6).us, Duration::hours(14).us);
}

}  // namespace coldstart::project
