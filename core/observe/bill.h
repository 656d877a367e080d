// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What the run would have cost (facts §9). Prices stand in one dated table,
// core/observe/prices.cpp, and nowhere else; amounts are whole pico-dollars, so a recount gives the
// same cent. A run is priced as if nothing else had happened in its month: tiers count from zero.

#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/sentence.h"
#include "core/base/units.h"
#include "core/observe/run_index.h"

namespace coldstart::observe {

struct Price {
  std::string_view item;  ///< Stable name: "requests", "compute-x86_64", …; tiers follow in order.
  std::string_view unit;    ///< "request", "GB-second", "GB"
  Money amount;             ///< For one unit.
  std::int64_t upTo;        ///< The tier ends at this many units a month; 0: no end.
  std::string_view since;   ///< "2025-08-01": since when; "" where the page does not say.
  std::string_view source;  ///< Page.
  bool remembered;          ///< Marked [M] in the facts: verify before relying on it.
};
std::span<const Price> prices();
/// The day the table was last compared with AWS's pages: "2026-06".
std::string_view pricesAsOf();

/// A quantity to be priced: `amount` of units that each hold `perUnit` of it, so that nothing is
/// rounded before money is. GB-seconds are counted in MB-milliseconds.
struct Quantity {
  std::int64_t amount = 0;
  std::int64_t perUnit = 1;
};
inline constexpr std::int64_t kMbMillisPerGbSecond = 1'024 * 1'000;

/// What `quantity` of an item costs after `before` of it has been used this month; rounded to the
/// nearest pico-dollar.
Money cost(std::string_view item, Quantity quantity, std::int64_t before = 0);

/// Milliseconds billed for one attempt: handler plus init, rounded up (init is billed since
/// 2025-08-01). 0 for an attempt that never ran or has not ended.
std::int64_t billedMillis(const RunIndex& index, journal::AttemptIndex attempt);

inline constexpr std::size_t kWholeRun = std::numeric_limits<std::size_t>::max();

struct BillLine {
  std::string key;  ///< Stable name of what is paid for: "requests", "compute-x86_64", …
  Sentence item;    ///< "Lambda requests", "Lambda compute, 512 MB, x86_64"
  std::size_t function = kWholeRun;
  std::string quantity;         ///< "3 000", "1 214.5"
  std::string unit;             ///< "request", "GB-second"
  std::int64_t millionths = 0;  ///< The quantity in millionths of the unit, for the report.
  Money amount;
};
struct Bill {
  std::vector<BillLine> lines;
  Money total;
  Money ofItInit;  ///< The part of the total that is init time.
  Money freeTier;  ///< What the monthly free tier would take off; not part of the total.
  Sentence note;   ///< What this bill leaves out, if anything.
};
/// The bill of everything that ended by t. Costs time in proportion to the environments, not to
/// the run's length.
Bill billAt(const RunIndex& index, Instant t);

}  // namespace coldstart::observe
