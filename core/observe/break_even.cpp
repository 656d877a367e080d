// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/observe/break_even.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>

namespace coldstart::observe {

namespace {

__extension__ using Wide = __int128;

constexpr std::int64_t kMillion = 1'000'000;
constexpr std::int64_t kFreeRequests = 1'000'000;  // a month; aws.amazon.com/lambda/pricing
constexpr std::int64_t kFreeGbSeconds = 400'000;   // a month; not for provisioned concurrency
/// Larger months would not fit into Money.
constexpr std::int64_t kMostMillionths = 200'000'000'000 * kMillion;

constexpr Machine row(std::string_view type, int vcpus, std::int32_t mb, std::int64_t microDollars,
                      bool remembered) {
  return {type, vcpus, Memory{mb}, Money{microDollars * 1'000'000}, remembered};
}

// https://aws.amazon.com/ec2/pricing/on-demand/: by the second, 60 s at least.
constexpr std::array kMachines{
    row("t3.nano", 2, 512, 5'200, true),       row("t4g.micro", 2, 1'024, 8'400, true),
    row("t3.micro", 2, 1'024, 10'400, true),   row("t4g.small", 2, 2'048, 16'800, true),
    row("t3.small", 2, 2'048, 20'800, true),   row("t3.medium", 2, 4'096, 41'600, false),
    row("m7g.large", 2, 8'192, 81'600, false), row("t3.large", 2, 8'192, 83'200, false),
};

std::int64_t scaled(std::int64_t value, Duration length) {
  if (length.us <= 0) return 0;
  const Wide wide = (Wide{value} * kMonth.us + length.us / 2) / length.us;
  return static_cast<std::int64_t>(std::min<Wide>(wide, kMostMillionths));
}

/// What was really kept, in millionths of a GB-second: the bill rounds each period up to five
/// minutes, which a month would not.
std::int64_t keptMillionths(const RunIndex& index, std::size_t function) {
  const Memory memory = index.run().project.functions[function].memory;
  const auto steps = index.provisioned(function);
  Wide sum = 0;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const Instant to = i + 1 < steps.size() ? steps[i + 1].at : index.run().end;
    sum += Wide{std::max(steps[i].value, 0)} * memory.mb *
           std::max<std::int64_t>((to - steps[i].at).us, 0);
  }
  return static_cast<std::int64_t>(sum / 1'024);
}

}  // namespace

std::span<const Machine> machines() {
  return kMachines;
}

std::string_view machinePricesAsOf() {
  return "2026-06";
}

Month monthOf(const RunIndex& index, const Bill& bill) {
  const Duration length = index.run().end - Instant{};
  std::map<std::string, std::int64_t, std::less<>> used;  // by item of the price table
  std::int64_t freeRequests = kFreeRequests * kMillion;
  std::int64_t freeGbSeconds = kFreeGbSeconds * kMillion;
  Month month;
  for (const BillLine& line : bill.lines) {
    if (line.function == kWholeRun) continue;
    const bool kept =
        line.key.starts_with("provisioned-") && !line.key.starts_with("provisioned-compute-");
    const std::int64_t quantity =
        scaled(kept ? keptMillionths(index, line.function) : line.millionths, length);
    std::int64_t& before = used[line.key];
    (kept ? month.kept : month.perUse) += cost(line.key, {quantity, kMillion}, before);
    before += quantity;
    const bool requests = line.key == "requests";
    if (requests) month.requests += quantity / kMillion;
    if (!requests && !line.key.starts_with("compute-")) continue;
    std::int64_t& left = requests ? freeRequests : freeGbSeconds;
    const std::int64_t taken = std::min(quantity, left);
    left -= taken;
    month.freeTier += cost(line.key, {taken, kMillion});
  }
  return month;
}

std::optional<std::int64_t> breakEvenRequests(const Machine& machine, const Month& month) {
  const Money left = machine.perMonth() - month.kept;
  if (month.requests == 0 || month.perUse.picoDollars <= 0 || left.picoDollars < 0)
    return std::nullopt;
  return static_cast<std::int64_t>(Wide{left.picoDollars} * month.requests /
                                   month.perUse.picoDollars);
}

}  // namespace coldstart::observe
