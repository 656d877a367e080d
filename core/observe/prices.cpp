// SPDX-License-Identifier: GPL-3.0-or-later
// The price table: us-east-1, US dollars, in pico-dollars a unit. To change a price, change its row
// here; nothing else in the program knows one (EC2's stand in break_even.cpp).

#include <algorithm>
#include <array>

#include "core/observe/bill.h"

namespace coldstart::observe {

namespace {

constexpr std::int64_t kBillion = 1'000'000'000;
constexpr std::string_view kLambda = "https://aws.amazon.com/lambda/pricing/";
constexpr std::string_view kCloudWatch = "https://aws.amazon.com/cloudwatch/pricing/";

constexpr Price row(std::string_view item, std::string_view unit, std::int64_t pico,
                    std::int64_t upTo, std::string_view since, std::string_view source,
                    bool remembered = false) {
  return {item, unit, Money{pico}, upTo, since, source, remembered};
}

// A month's tiers of one item stand together, in order.
constexpr std::array kPrices{
    row("requests", "request", 200'000, 0, "", kLambda),
    row("compute-x86_64", "GB-second", 16'666'700, 6 * kBillion, "", kLambda),
    row("compute-x86_64", "GB-second", 15'000'000, 15 * kBillion, "", kLambda),
    row("compute-x86_64", "GB-second", 13'333'400, 0, "", kLambda),
    row("compute-arm64", "GB-second", 13'333'400, 7'500'000'000, "", kLambda),
    row("compute-arm64", "GB-second", 12'000'100, 18'750'000'000, "", kLambda),
    row("compute-arm64", "GB-second", 10'666'700, 0, "", kLambda, true),
    row("provisioned-x86_64", "GB-second", 4'166'700, 0, "", kLambda),
    row("provisioned-arm64", "GB-second", 3'333'400, 0, "", kLambda, true),
    row("provisioned-compute-x86_64", "GB-second", 9'722'200, 0, "", kLambda),
    row("provisioned-compute-arm64", "GB-second", 7'777'800, 0, "", kLambda, true),
    row("snapstart-cache", "GB-second", 1'504'600, 0, "", kLambda, true),
    row("snapstart-restore", "GB", 139'799'800, 0, "", kLambda, true),
    row("ephemeral-storage", "GB-second", 30'900, 0, "", kLambda),
    row("logs-ingest", "GB", 500'000'000'000, 10 * 1'024, "2025-05-01", kCloudWatch),
    row("logs-ingest", "GB", 250'000'000'000, 30 * 1'024, "2025-05-01", kCloudWatch),
    row("logs-ingest", "GB", 100'000'000'000, 50 * 1'024, "2025-05-01", kCloudWatch),
    row("logs-ingest", "GB", 50'000'000'000, 0, "2025-05-01", kCloudWatch),
};

/// amount × price ÷ perUnit in picodollars, to the nearest, without leaving 64 bits: the whole
/// units and the rest of one unit are priced apart.
std::int64_t priced(std::int64_t amount, std::int64_t perUnit, std::int64_t pico) {
  const std::int64_t rest = amount % perUnit;
  // rest × pico stays below 2^30 × 5·10^11 / 2^6 after both are divided by what they share.
  constexpr std::int64_t kShared = 64;
  if (perUnit % kShared == 0 && pico % kShared == 0) {
    return amount / perUnit * pico +
           (rest * (pico / kShared) + perUnit / kShared / 2) / (perUnit / kShared);
  }
  return amount / perUnit * pico + (rest * pico + perUnit / 2) / perUnit;
}

}  // namespace

std::span<const Price> prices() {
  return kPrices;
}

std::string_view pricesAsOf() {
  return "2026-06";
}

Money cost(std::string_view item, Quantity quantity, std::int64_t before) {
  Money sum;
  std::int64_t from = before;
  std::int64_t left = quantity.amount;
  for (const Price& price : kPrices) {
    if (price.item != item || left == 0) continue;
    std::int64_t here = left;
    if (price.upTo > 0)
      here = std::clamp(price.upTo * quantity.perUnit - from, std::int64_t{0}, left);
    sum += Money{priced(here, quantity.perUnit, price.amount.picoDollars)};
    from += here;
    left -= here;
  }
  return sum;
}

}  // namespace coldstart::observe
