// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/runtimes.h"

#include <algorithm>
#include <array>

#include "core/project/measurements.h"

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
WorkModel measuredWork(std::string_view runtime, Architecture architecture, Package package) {
  constexpr std::int64_t kVcpuMb = 1'769;
  const Measurement& row = measurement(runtime, architecture, package);
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

// Where an environment is placed and its code fetched, before init begins, only the caller waits.
// Both numbers are remembered, not verified (facts 12.2): 50 to 250 ms for a zip package, and about
// a millisecond more for each MB of unzipped code.
Distribution placementOf(std::int32_t packageMb) {
  const Duration fetching = Duration::millis(packageMb);
  return {Distribution::Kind::Uniform,
          (Duration::millis(50) + fetching).us,
          (Duration::millis(250) + fetching).us,
          {}};
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
