// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What the run would have cost (facts §9). Prices stand in one dated table, core/observe/prices.h's
// rows, which a project may replace; amounts are whole pico-dollars, so a recount gives the same
// cent.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/sentence.h"
#include "core/base/units.h"
#include "core/observe/run_index.h"

namespace coldstart::observe {

struct Price {
  std::string_view item;    ///< Stable name: "requests", "compute-x86_64", …
  std::string_view unit;    ///< "1M requests", "GB-second"
  Money amount;             ///< For one unit.
  std::string_view since;   ///< "2025-08-01": the date the row was true.
  std::string_view source;  ///< Page.
  bool remembered;          ///< Marked [M] in the facts.
};
std::span<const Price> prices();

/// Milliseconds billed for one attempt: handler plus init, rounded up (init is billed since
/// 2025-08-01). 0 for an attempt that never ran.
std::int64_t billedMillis(const RunIndex& index, journal::AttemptIndex attempt);

struct BillLine {
  Sentence item;  ///< "Lambda requests", "Lambda compute, 512 MB, x86_64"
  std::size_t function = 0;
  std::string quantity;            ///< "3 000", "1 214.5"
  std::string unit;                ///< "request", "GB-second"
  std::int64_t quantityMilli = 0;  ///< Thousandths of the unit, for the report.
  Money amount;
};
struct Bill {
  std::vector<BillLine> lines;
  Money total;
};
/// The bill of everything that ended by t, without the free tier (which is a line of its own in the
/// pane).
Bill billAt(const RunIndex& index, Instant t);

}  // namespace coldstart::observe
