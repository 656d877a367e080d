// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/observe/bill.h"

#include <algorithm>
#include <map>

#include "core/base/holds.h"
#include "core/journal/billing.h"
#include "core/observe/log_writer.h"
#include "core/observe/meter.h"

namespace coldstart::observe {

using journal::Attempt;
using journal::Environment;

namespace {

constexpr std::int64_t kGigabyte = 1'073'741'824;
constexpr std::int64_t kFreeRequests = 1'000'000;      // a month; aws.amazon.com/lambda/pricing
constexpr std::int64_t kFreeGbSeconds = 400'000;       // a month; not for provisioned concurrency
constexpr std::int64_t kFreeLogBytes = 5 * kGigabyte;  // a month; aws.amazon.com/cloudwatch/pricing

/// Millionths of the unit, to the nearest.
std::int64_t millionths(Quantity q) {
  constexpr std::int64_t kMillion = 1'000'000;
  if (q.perUnit == 1) return q.amount * kMillion;
  return q.amount / q.perUnit * kMillion +
         (q.amount % q.perUnit * kMillion + q.perUnit / 2) / q.perUnit;
}

/// "3 000", "1 214.5", "0.301": whole units, or enough decimals for three figures.
std::string quantityText(std::int64_t inMillionths) {
  const std::int64_t whole = inMillionths / 1'000'000;
  std::string fraction = std::to_string(1'000'000 + inMillionths % 1'000'000).substr(1);
  const std::size_t leading = fraction.find_first_not_of('0');
  if (leading == std::string::npos) return formatCount(whole);
  const std::size_t wanted = whole >= 100 ? 1 : whole >= 10 ? 2 : whole >= 1 ? 3 : leading + 3;
  fraction.resize(std::min<std::size_t>(wanted, 6));
  fraction.erase(fraction.find_last_not_of('0') + 1);
  return fraction.empty() ? formatCount(whole) : formatCount(whole) + "." + fraction;
}

/// Managed Instances: EC2's price, a fee on it, and requests, but no duration. (pricing)
bool paysForInstances(const project::Function& function) {
  return function.sharesEnvironments() && holds(Rule::ManagedNotByDuration);
}

std::string architectureOf(const project::Function& function) {
  return function.architecture == project::Architecture::Arm64 ? "arm64" : "x86_64";
}

/// What environments by themselves cost, apart from what they served: init ahead of any request
/// that never came, and restores.
struct Alone {
  std::vector<std::int64_t> provisionedMbMs;  ///< By function.
  std::vector<std::int64_t> onDemandMbMs;
  std::vector<std::int64_t> restoredMb;
};

Alone aloneBy(const RunIndex& index, Instant t) {
  const std::size_t functions = index.run().project.functions.size();
  Alone alone{std::vector<std::int64_t>(functions), std::vector<std::int64_t>(functions),
              std::vector<std::int64_t>(functions)};
  const auto all = index.environments();
  for (std::size_t i = 0; i < index.startedBy(t); ++i) {
    const Environment& e = all[i];
    if (e.ready() > t) continue;
    if (e.restored) alone.restoredMb[e.function] += e.memoryMb;
    const bool unused = index.attemptsOf(static_cast<journal::EnvironmentIndex>(i)).empty();
    if (!unused || !journal::reportsInit(e) || !holds(Rule::UnusedInitBilled)) continue;
    (e.provisioned ? alone.provisionedMbMs : alone.onDemandMbMs)[e.function] +=
        Duration{e.initUs}.ceilMillis() * e.memoryMb;
  }
  return alone;
}

/// Lines in order, and how much of each item and of the free tier has been used.
struct Writer {
  const RunIndex& index;
  Instant t;
  Bill bill;
  std::map<std::string, std::int64_t, std::less<>> used;  // by item of the price table
  std::int64_t freeRequests = kFreeRequests;
  std::int64_t freeMbMillis = kFreeGbSeconds * kMbMillisPerGbSecond;

  Money line(std::string key, Sentence item, std::size_t function, Quantity quantity,
             std::string unit) {
    std::int64_t& before = used[key];
    const Money amount = cost(key, quantity, before);
    before += quantity.amount;
    const std::int64_t shown = millionths(quantity);
    bill.lines.push_back({std::move(key), std::move(item), function, quantityText(shown),
                          std::move(unit), shown, amount});
    bill.total += amount;
    return amount;
  }

  void free(std::string_view item, Quantity quantity, std::int64_t& left) {
    const std::int64_t taken = std::min(quantity.amount, left);
    left -= taken;
    bill.freeTier += cost(item, {taken, quantity.perUnit});
  }

  void requests(std::size_t function, std::int64_t count) {
    line("requests", {"bill", SAY("bill", "Lambda requests"), {}}, function, {count, 1}, "request");
    free("requests", {count, 1}, freeRequests);
  }

  void compute(const MeterKey& key, std::int64_t mbMillis, std::int64_t initMbMillis) {
    const project::Function& f = index.run().project.functions[key.function];
    if (!key.provisioned && paysForInstances(f)) return;
    const std::string arch = architectureOf(f);
    const Quantity quantity{mbMillis, kMbMillisPerGbSecond};
    const Quantity init{initMbMillis, kMbMillisPerGbSecond};
    const std::vector<std::string> words{formatMemory(Memory{key.memoryMb}), arch};
    if (key.provisioned) {
      line("provisioned-compute-" + arch,
           {"bill", SAY("bill", "Compute on provisioned concurrency, %1, %2"), words}, key.function,
           quantity, "GB-second");
      bill.ofItInit += cost("provisioned-compute-" + arch, init);
    } else {
      line("compute-" + arch, {"bill", SAY("bill", "Lambda compute, %1, %2"), words}, key.function,
           quantity, "GB-second");
      free("compute-" + arch, quantity, freeMbMillis);
      bill.ofItInit += cost("compute-" + arch, init);
    }
  }

  void initAhead(std::size_t function, const Alone& alone) {
    if (paysForInstances(index.run().project.functions[function])) return;
    const std::string arch = architectureOf(index.run().project.functions[function]);
    const auto add = [&](const std::string& key, std::int64_t mbMillis) {
      if (mbMillis == 0) return;
      bill.ofItInit +=
          line(key, {"bill", SAY("bill", "Init ahead that served no request, %1"), {arch}},
               function, {mbMillis, kMbMillisPerGbSecond}, "GB-second");
    };
    add("provisioned-compute-" + arch, alone.provisionedMbMs[function]);
    add("compute-" + arch, alone.onDemandMbMs[function]);
  }

  void storage(std::size_t function, std::int64_t billedMs) {
    const project::Function& f = index.run().project.functions[function];
    constexpr std::int32_t kIncludedMb = 512;
    const std::int64_t extra = std::max(f.ephemeralStorage.mb - kIncludedMb, 0);
    if (extra == 0 || billedMs == 0 || paysForInstances(f)) return;
    line("ephemeral-storage",
         {"bill",
          SAY("bill", "Ephemeral storage above 512 MB, %1"),
          {formatMemory(f.ephemeralStorage)}},
         function, {extra * billedMs, kMbMillisPerGbSecond}, "GB-second");
  }

  /// Provisioned concurrency is paid from when it is set until it is removed, rounded up to five
  /// minutes; we round each period of one setting.
  void provisioned(std::size_t function) {
    const project::Function& f = index.run().project.functions[function];
    const std::int64_t stepMs = holds(Rule::ProvisionedKeptInSteps) ? 5 * 60 * 1'000 : 1;
    std::int64_t keptMbMs = 0;
    const auto steps = index.provisioned(function);
    for (std::size_t i = 0; i < steps.size() && steps[i].at <= t; ++i) {
      const Instant to = i + 1 < steps.size() ? steps[i + 1].at : index.run().end;
      const std::int64_t ms = (std::min(to, t) - steps[i].at).ceilMillis();
      keptMbMs += std::max<std::int64_t>(steps[i].value, 0) * f.memory.mb *
                  ((ms + stepMs - 1) / stepMs * stepMs);
    }
    if (keptMbMs == 0) return;
    const std::string arch = architectureOf(f);
    line("provisioned-" + arch,
         {"bill",
          SAY("bill", "Provisioned concurrency kept ready, %1, %2"),
          {formatMemory(f.memory), arch}},
         function, {keptMbMs, kMbMillisPerGbSecond}, "GB-second");
  }

  /// Snapshots: kept for each version that was published, the first as if when the run began, and
  /// restored. Versions are not deleted here. (snapstart; prices)
  void snapshots(std::size_t function, Quantity restored) {
    const project::Function& f = index.run().project.functions[function];
    constexpr Duration kLeast = Duration::hours(3);
    const bool charged =
        familyOf(f) == RuntimeFamily::Python || familyOf(f) == RuntimeFamily::DotNet;
    const bool published = f.snapStart && !f.alias.empty() && !f.provisioned;
    if (!published || !charged || !holds(Rule::SnapStartCharges)) return;
    const auto kept = [&](Instant since) { return std::max(t - since, kLeast).ceilMillis(); };
    std::int64_t ms = kept(Instant{});
    for (const journal::AppliedChange& change : index.run().journal.changes) {
      if (change.path == f.id + ".Deploy" && change.at <= t) ms += kept(change.at);
    }
    line("snapstart-cache",
         {"bill", SAY("bill", "SnapStart snapshots kept, %1"), {formatMemory(f.memory)}}, function,
         {ms * f.memory.mb, kMbMillisPerGbSecond}, "GB-second");
    if (restored.amount == 0) return;
    line("snapstart-restore",
         {"bill", SAY("bill", "SnapStart restores, %1"), {formatMemory(f.memory)}}, function,
         restored, "GB");
  }
};

void noteInstances(Writer& writer) {
  for (const project::Function& f : writer.index.run().project.functions) {
    if (!paysForInstances(f)) continue;
    writer.bill.note = {
        "bill",
        SAY("bill",
            "%1 runs on Managed Instances: their EC2 price and the 15 % fee are not "
            "in this bill, and its duration costs nothing."),
        {f.name}};
    return;
  }
}

void addLogs(Writer& writer, std::int64_t logBytes) {
  if (logBytes == 0) return;
  const Quantity quantity{logBytes, kGigabyte};
  writer.line("logs-ingest", {"bill", SAY("bill", "CloudWatch Logs ingest"), {}}, kWholeRun,
              quantity, "GB");
  std::int64_t left = kFreeLogBytes;
  writer.free("logs-ingest", quantity, left);
}

/// A run that outgrew its journal is billed as a whole from the engine's sums; how many bytes its
/// later invocations log is taken from those that have a record.
Bill wholeBill(const RunIndex& index) {
  Writer writer{index, index.run().end, {}, {}};
  const auto number = [](std::uint64_t n) { return static_cast<std::int64_t>(n); };
  const std::size_t functions = index.run().tallies.size();
  std::vector<Usage> recorded(functions);
  const std::vector<Usage> usage = index.meter().at(index, kNever);
  for (std::size_t k = 0; k < usage.size(); ++k) {
    Usage& sum = recorded[index.meter().keys()[k].function];
    sum.invocations += usage[k].invocations;
    sum.logBytes += usage[k].logBytes;
  }
  std::int64_t logBytes = 0;
  for (std::size_t f = 0; f < functions; ++f) {
    const journal::FunctionTally& tally = index.run().tallies[f];
    const auto memory = static_cast<std::uint16_t>(index.run().project.functions[f].memory.mb);
    const auto function = static_cast<std::uint16_t>(f);
    if (tally.invocations > 0) writer.requests(f, number(tally.invocations));
    if (tally.billedMbMs > 0)
      writer.compute({function, memory, false}, number(tally.billedMbMs), number(tally.initMbMs));
    if (tally.billedProvisionedMbMs > 0)
      writer.compute({function, memory, true}, number(tally.billedProvisionedMbMs),
                     number(tally.initProvisionedMbMs));
    writer.storage(f, number(tally.billedMs));
    writer.provisioned(f);
    writer.snapshots(f, {number(tally.restoredMb), 1'024});
    if (recorded[f].invocations > 0) {
      const std::int64_t rest = number(tally.invocations) - recorded[f].invocations;
      logBytes += recorded[f].logBytes + rest * (recorded[f].logBytes / recorded[f].invocations) +
                  rest * (recorded[f].logBytes % recorded[f].invocations) / recorded[f].invocations;
    }
  }
  addLogs(writer, logBytes);
  writer.bill.note = {
      "bill",
      SAY("bill",
          "This run outgrew its journal: how much its later invocations log is taken from those "
          "before, and init that served no request is left out."),
      {}};
  return writer.bill;
}

}  // namespace

std::int64_t billedMillis(const RunIndex& index, journal::AttemptIndex number) {
  const Attempt& attempt = index.attempts()[number];
  if (!attempt.ran() || attempt.ending == journal::Ending::Running) return 0;
  const bool first = index.isFirst(number);
  return journal::billedMs(attempt, index.environments()[attempt.environment], first);
}

Bill billAt(const RunIndex& index, Instant t) {
  if (index.run().truncated && t >= index.run().end) return wholeBill(index);
  const Meter& meter = index.meter();
  const std::vector<Usage> usage = meter.at(index, t);
  const Alone alone = aloneBy(index, t);
  Writer writer{index, t, {}, {}};
  std::int64_t logBytes = 0;
  for (std::size_t f = 0; f < index.run().project.functions.size(); ++f) {
    Usage sum;
    for (std::size_t k = 0; k < usage.size(); ++k) {
      if (meter.keys()[k].function != f) continue;
      sum.invocations += usage[k].invocations;
      sum.billedMs += usage[k].billedMs;
      logBytes += usage[k].logBytes;
    }
    if (sum.invocations > 0) writer.requests(f, sum.invocations);
    for (std::size_t k = 0; k < usage.size(); ++k) {
      const MeterKey& key = meter.keys()[k];
      if (key.function == f && usage[k].invocations > 0)
        writer.compute(key, usage[k].billedMs * key.memoryMb, usage[k].initMs * key.memoryMb);
    }
    writer.storage(f, sum.billedMs);
    writer.initAhead(f, alone);
    writer.provisioned(f);
    writer.snapshots(f, {alone.restoredMb[f], 1'024});
  }
  addLogs(writer, logBytes);
  noteInstances(writer);
  return writer.bill;
}

}  // namespace coldstart::observe
