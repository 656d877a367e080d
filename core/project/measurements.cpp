// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/measurements.h"

#include <algorithm>
#include <array>

namespace coldstart::project {
namespace {

// Verified: computed from the published measurements (facts 12.1).
constexpr std::array<Measurement, 84> kMeasurements{{
    {"nodejs20.x", Package::Zip, Architecture::X86_64, 145, 214, 11'600, 3'200, 67},
    {"nodejs20.x", Package::Zip, Architecture::Arm64, 128, 180, 12'300, 3'600, 68},
    {"nodejs20.x", Package::Image, Architecture::X86_64, 277, 772, 12'000, 3'200, 67},
    {"nodejs20.x", Package::Image, Architecture::Arm64, 226, 682, 12'600, 3'700, 67},
    {"nodejs22.x", Package::Zip, Architecture::X86_64, 142, 218, 12'400, 3'500, 73},
    {"nodejs22.x", Package::Zip, Architecture::Arm64, 124, 177, 14'000, 3'700, 73},
    {"nodejs22.x", Package::Image, Architecture::X86_64, 292, 801, 13'100, 4'200, 73},
    {"nodejs22.x", Package::Image, Architecture::Arm64, 233, 736, 14'700, 4'600, 73},
    {"nodejs24.x", Package::Zip, Architecture::X86_64, 143, 219, 26'700, 4'100, 76},
    {"nodejs24.x", Package::Zip, Architecture::Arm64, 122, 190, 29'600, 4'200, 77},
    {"nodejs24.x", Package::Image, Architecture::X86_64, 282, 822, 26'500, 4'200, 76},
    {"nodejs24.x", Package::Image, Architecture::Arm64, 226, 747, 30'200, 4'400, 78},
    {"python3.9", Package::Zip, Architecture::X86_64, 81, 132, 1'600, 1'500, 31},
    {"python3.9", Package::Zip, Architecture::Arm64, 73, 148, 1'700, 1'600, 30},
    {"python3.9", Package::Image, Architecture::X86_64, 148, 349, 1'700, 1'600, 31},
    {"python3.9", Package::Image, Architecture::Arm64, 122, 301, 1'600, 1'600, 30},
    {"python3.10", Package::Zip, Architecture::X86_64, 81, 128, 1'600, 1'500, 31},
    {"python3.10", Package::Zip, Architecture::Arm64, 73, 153, 1'700, 1'600, 30},
    {"python3.10", Package::Image, Architecture::X86_64, 149, 340, 1'700, 1'600, 31},
    {"python3.10", Package::Image, Architecture::Arm64, 122, 300, 1'700, 1'600, 30},
    {"python3.11", Package::Zip, Architecture::X86_64, 83, 136, 1'500, 1'500, 34},
    {"python3.11", Package::Zip, Architecture::Arm64, 73, 128, 1'700, 1'600, 33},
    {"python3.11", Package::Image, Architecture::X86_64, 151, 340, 1'700, 1'600, 34},
    {"python3.11", Package::Image, Architecture::Arm64, 120, 306, 1'600, 1'700, 32},
    {"python3.12", Package::Zip, Architecture::X86_64, 89, 144, 2'300, 2'000, 36},
    {"python3.12", Package::Zip, Architecture::Arm64, 80, 140, 3'400, 2'100, 35},
    {"python3.12", Package::Image, Architecture::X86_64, 154, 360, 2'800, 2'200, 36},
    {"python3.12", Package::Image, Architecture::Arm64, 127, 341, 3'200, 2'200, 35},
    {"python3.13", Package::Zip, Architecture::X86_64, 100, 177, 2'700, 2'200, 38},
    {"python3.13", Package::Zip, Architecture::Arm64, 82, 149, 3'200, 2'200, 37},
    {"python3.13", Package::Image, Architecture::X86_64, 172, 414, 3'000, 2'500, 37},
    {"python3.13", Package::Image, Architecture::Arm64, 137, 357, 3'300, 2'200, 36},
    {"python3.14", Package::Zip, Architecture::X86_64, 121, 281, 2'600, 2'100, 40},
    {"python3.14", Package::Zip, Architecture::Arm64, 103, 206, 3'500, 2'200, 39},
    {"python3.14", Package::Image, Architecture::X86_64, 194, 481, 2'500, 2'100, 39},
    {"python3.14", Package::Image, Architecture::Arm64, 161, 393, 3'400, 2'300, 38},
    {"java8.al2", Package::Zip, Architecture::X86_64, 251, 519, 84'700, 5'400, 59},
    {"java8.al2", Package::Zip, Architecture::Arm64, 248, 511, 71'800, 4'500, 59},
    {"java8.al2", Package::Image, Architecture::X86_64, 338, 750, 93'300, 5'400, 60},
    {"java8.al2", Package::Image, Architecture::Arm64, 307, 607, 91'100, 4'600, 60},
    {"java11", Package::Zip, Architecture::X86_64, 282, 562, 9'100, 2'900, 72},
    {"java11", Package::Zip, Architecture::Arm64, 278, 558, 11'000, 3'000, 70},
    {"java11", Package::Image, Architecture::X86_64, 380, 821, 12'100, 3'000, 73},
    {"java11", Package::Image, Architecture::Arm64, 334, 739, 12'800, 3'000, 71},
    {"java17", Package::Zip, Architecture::X86_64, 211, 340, 5'100, 2'300, 87},
    {"java17", Package::Zip, Architecture::Arm64, 206, 298, 9'400, 2'500, 86},
    {"java17", Package::Image, Architecture::X86_64, 303, 701, 5'600, 2'400, 88},
    {"java17", Package::Image, Architecture::Arm64, 287, 659, 11'500, 2'500, 87},
    {"java21", Package::Zip, Architecture::X86_64, 251, 569, 96'700, 6'900, 95},
    {"java21", Package::Zip, Architecture::Arm64, 236, 380, 100'900, 6'600, 94},
    {"java21", Package::Image, Architecture::X86_64, 342, 803, 99'200, 7'700, 95},
    {"java21", Package::Image, Architecture::Arm64, 302, 747, 94'400, 6'900, 95},
    {"java25", Package::Zip, Architecture::X86_64, 214, 525, 240'400, 10'900, 87},
    {"java25", Package::Zip, Architecture::Arm64, 197, 446, 274'000, 12'500, 88},
    {"java25", Package::Image, Architecture::X86_64, 248, 642, 237'800, 12'200, 83},
    {"java25", Package::Image, Architecture::Arm64, 236, 535, 371'800, 11'400, 86},
    {"dotnet8", Package::Zip, Architecture::X86_64, 255, 615, 719'200, 75'800, 69},
    {"dotnet8", Package::Zip, Architecture::Arm64, 280, 662, 822'100, 84'800, 72},
    {"dotnet8", Package::Image, Architecture::X86_64, 396, 817, 730'900, 76'700, 69},
    {"dotnet8", Package::Image, Architecture::Arm64, 405, 815, 827'200, 86'200, 72},
    {"dotnet10", Package::Zip, Architecture::X86_64, 275, 717, 810'900, 83'300, 72},
    {"dotnet10", Package::Zip, Architecture::Arm64, 261, 664, 871'200, 91'200, 75},
    {"dotnet10", Package::Image, Architecture::X86_64, 412, 883, 820'400, 83'600, 72},
    {"dotnet10", Package::Image, Architecture::Arm64, 367, 832, 872'000, 92'100, 75},
    {"ruby3.2", Package::Zip, Architecture::X86_64, 225, 476, 11'500, 2'700, 39},
    {"ruby3.2", Package::Zip, Architecture::Arm64, 239, 456, 11'900, 2'800, 62},
    {"ruby3.2", Package::Image, Architecture::X86_64, 274, 495, 12'000, 2'700, 38},
    {"ruby3.2", Package::Image, Architecture::Arm64, 265, 469, 11'900, 2'800, 61},
    {"ruby3.3", Package::Zip, Architecture::X86_64, 236, 473, 16'100, 3'000, 36},
    {"ruby3.3", Package::Zip, Architecture::Arm64, 229, 412, 13'500, 2'800, 38},
    {"ruby3.3", Package::Image, Architecture::X86_64, 279, 497, 17'100, 3'000, 36},
    {"ruby3.3", Package::Image, Architecture::Arm64, 272, 434, 13'200, 2'800, 47},
    {"ruby3.4", Package::Zip, Architecture::X86_64, 228, 475, 12'000, 2'700, 36},
    {"ruby3.4", Package::Zip, Architecture::Arm64, 220, 418, 13'300, 2'800, 47},
    {"ruby3.4", Package::Image, Architecture::X86_64, 268, 485, 11'500, 2'700, 36},
    {"ruby3.4", Package::Image, Architecture::Arm64, 262, 435, 13'400, 2'900, 47},
    {"provided.al2", Package::Zip, Architecture::X86_64, 50, 73, 3'600, 2'000, 17},
    {"provided.al2", Package::Zip, Architecture::Arm64, 39, 48, 3'400, 2'100, 17},
    {"provided.al2", Package::Image, Architecture::X86_64, 44, 114, 1'800, 1'700, 21},
    {"provided.al2", Package::Image, Architecture::Arm64, 38, 94, 2'000, 1'600, 21},
    {"provided.al2023", Package::Zip, Architecture::X86_64, 51, 73, 1'600, 1'600, 17},
    {"provided.al2023", Package::Zip, Architecture::Arm64, 41, 54, 1'800, 1'500, 17},
    {"provided.al2023", Package::Image, Architecture::X86_64, 46, 125, 1'900, 1'800, 22},
    {"provided.al2023", Package::Image, Architecture::Arm64, 37, 96, 1'900, 1'600, 21},
}};

}  // namespace

const Measurement& measurement(std::string_view runtime, Architecture architecture,
                               Package package) {
  const auto rowOf = [&](auto matches) {
    return std::find_if(kMeasurements.begin(), kMeasurements.end(), [&](const Measurement& row) {
      return row.architecture == architecture && row.package == package && matches(row.runtime);
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

}  // namespace coldstart::project
