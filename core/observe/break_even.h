// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// "This run, a month long" and "EC2 or Lambda?": what the load of a run would cost if it went on
// for a month, and from how many requests on a virtual machine that is always there would be
// cheaper. Whether one machine could carry the load is not asked here. Prices stand in one dated
// table, core/observe/break_even.cpp.

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "core/base/time.h"
#include "core/observe/bill.h"

namespace coldstart::observe {

/// AWS's month of 730 hours.
inline constexpr Duration kMonth = Duration::hours(730);

/// An EC2 instance type: on demand, Linux, us-east-1, without disk and address.
struct Machine {
  std::string_view type;  ///< "t3.micro"
  int vcpus = 0;
  Memory memory;
  Money perHour;
  bool remembered = false;  ///< Marked [M] in the facts: verify before relying on it.

  [[nodiscard]] constexpr Money perMonth() const { return {perHour.picoDollars * 730}; }
};
std::span<const Machine> machines();
/// When the table was last compared with AWS's page: "2026-06".
std::string_view machinePricesAsOf();

/// A month at the rate of a run: Lambda only, without logs.
struct Month {
  std::int64_t requests = 0;  ///< That are paid for: those that ran.
  Money perUse;               ///< Requests, compute and storage, by AWS's tiers.
  Money kept;                 ///< Provisioned concurrency: paid whether it is used or not.
  Money freeTier;             ///< What the free tier takes off.

  [[nodiscard]] constexpr Money total() const { return perUse + kept; }
};
/// Every quantity of the bill at the end of the run, times a month over the run's length.
Month monthOf(const RunIndex& index, const Bill& bill);

/// How many requests a month Lambda serves for the price of the machine, when each costs what it
/// did in `month` and without the free tier. Nothing when no number of them does: none ran, or what
/// is kept ready costs more than the machine already.
std::optional<std::int64_t> breakEvenRequests(const Machine& machine, const Month& month);

}  // namespace coldstart::observe
