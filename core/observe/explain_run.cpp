// SPDX-License-Identifier: GPL-3.0-or-later
// The run as a whole, the few figures by which two runs are compared, and explanations as text.

#include <algorithm>

#include "core/observe/bill.h"
#include "core/observe/concurrency_curve.h"
#include "core/observe/explain.h"
#include "core/observe/explain_parts.h"
#include "core/observe/logs.h"
#include "core/observe/words.h"

namespace coldstart::observe {

using journal::Attempt;
using journal::AttemptIndex;

namespace {

/// "0.13 %" of parts and whole, with two decimals below one per cent.
std::string percentText(std::int64_t part, std::int64_t whole) {
  if (whole == 0 || part == 0) return "0 %";
  const std::int64_t hundredths = (part * 10'000 + whole / 2) / whole;
  if (hundredths == 0) return "< 0.01 %";
  if (hundredths >= 1'000) return std::to_string((hundredths + 50) / 100) + " %";
  std::string text = std::to_string(hundredths / 100) + ".";
  return text + std::to_string(100 + hundredths % 100).substr(1) + " %";
}

struct Counts {
  std::int64_t cold = 0;
  std::int64_t failed = 0;
  std::optional<AttemptIndex> firstCold;
  std::optional<AttemptIndex> slowest;
};

Counts countUp(const RunIndex& index) {
  Counts counts;
  const auto all = index.attempts();
  for (std::size_t i = 0; i < all.size(); ++i) {
    const Attempt& a = all[i];
    if (!a.ran()) continue;
    const auto number = static_cast<AttemptIndex>(i);
    if (journal::isCold(a.decision)) {
      ++counts.cold;
      if (!counts.firstCold) counts.firstCold = number;
    }
    if (!counts.slowest ||
        all[*counts.slowest].ended() - all[*counts.slowest].arrived < a.ended() - a.arrived)
      counts.slowest = number;
  }
  counts.failed = static_cast<std::int64_t>(index.failed().size());
  return counts;
}

/// What the service says when it will not take a setting. (facts §3.4)
std::string refusalOf(const RunIndex& index, const journal::AppliedChange& change) {
  const std::size_t dot = change.path.rfind('.');
  const auto f = index.run().project.functionNamed(change.path.substr(0, dot));
  const std::int32_t provisioned = f ? limitAt(index.provisioned(*f), change.at) : -1;
  const std::int32_t reserved = f ? limitAt(index.reserved(*f), change.at) : -1;
  if (change.path.ends_with(".ReservedConcurrentExecutions")) {
    if (change.after < provisioned)
      return " ReservedConcurrentExecutions  " + std::to_string(change.after) +
             " should not be lower than function's total provisioned concurrency [" +
             std::to_string(provisioned) + "].";
    return "Specified ReservedConcurrentExecutions for function decreases account's "
           "UnreservedConcurrentExecution below its minimum value of [100].";
  }
  if (reserved >= 0 && change.after > reserved)
    return "Requested Provisioned Concurrency should not be greater than the "
           "reservedConcurrentExecution for function";
  const std::int32_t left = limitAt(index.unreserved(), change.at);
  if (change.after > left)
    return "Specified ConcurrentExecutions for function is greater than account's unreserved "
           "concurrency [" +
           std::to_string(left) + "].";
  return "Specified ConcurrentExecutions for function decreases account's "
         "UnreservedConcurrentExecution below its minimum value of [100].";
}

/// Changes that did not go as asked, and those that nobody asked for.
void changesOfTheirOwn(const RunIndex& index, Explanation& out) {
  std::int64_t scaled = 0;
  std::size_t told = 0;
  for (const journal::AppliedChange& change : index.run().journal.changes) {
    scaled += change.scaled && !change.refused ? 1 : 0;
    if (told >= 3) continue;
    if (change.refused) {
      ++told;
      out.answer.push_back(tell(SAY("explain", "At %1 the service refused to set %2 to %3: %4"),
                                {clockText(change.at), change.path, formatCount(change.after),
                                 refusalOf(index, change)}));
    }
    if (change.path.ends_with(".ProvisionedConcurrencyFailed")) {
      ++told;
      out.answer.push_back(
          tell(SAY("explain",
                   "At %1 the allocation of provisioned concurrency failed, because an "
                   "init did: %2."),
               {clockText(change.at), "FUNCTION_ERROR_INIT_FAILURE"}));
    }
  }
  if (scaled > 0)
    out.answer.push_back(
        tell(SAY("explain", "Application Auto Scaling set provisioned concurrency %1 times."),
             {formatCount(scaled)}));
}

void whatToLookAt(const RunIndex& index, const Counts& counts, Explanation& out) {
  const auto all = index.attempts();
  const auto link = [&out](const char* pattern, AttemptIndex i, std::string argument) {
    out.links.push_back({tell(pattern, {std::move(argument)}), i, std::nullopt});
  };
  if (!index.turnedAway().empty()) {
    const AttemptIndex first = index.turnedAway().front();
    const auto count = static_cast<std::int64_t>(index.turnedAway().size());
    out.answer.push_back(
        tell(count == 1 ? SAY("explain", "One request was refused, at %1.")
                        : SAY("explain", "%2 requests were refused, the first of them at %1."),
             {clockText(all[first].arrived), formatCount(count)}));
    link(SAY("explain", "The first refused request, at %1"), first, clockText(all[first].arrived));
  }
  if (counts.firstCold)
    link(SAY("explain", "The first cold start, at %1"), *counts.firstCold,
         clockText(all[*counts.firstCold].arrived));
  if (!index.failed().empty())
    link(SAY("explain", "The first failed request, at %1"), index.failed().front(),
         clockText(all[index.failed().front()].arrived));
  if (counts.slowest)
    link(SAY("explain", "The slowest request: %1"), *counts.slowest,
         spanText(all[*counts.slowest].ended() - all[*counts.slowest].arrived));
}

/// Of all functions; only of a run that has not every record.
journal::FunctionTally wholeTally(const journal::Run& run) {
  journal::FunctionTally sum;
  for (const journal::FunctionTally& tally : run.tallies) sum.add(tally);
  return sum;
}

void appendParagraph(std::string& text, const Sentence& sentence) {
  if (!sentence.empty()) text += sentence.english() + "\n";
}

}  // namespace

Explanation explainRun(const RunIndex& index) {
  const journal::Run& run = index.run();
  const Headline head = headlineOf(index);
  const Counts counts = countUp(index);
  Explanation out;
  out.badge = Explanation::Badge::Run;
  out.subject = tell(
      SAY("explain", "%1 · seed %2"),
      {run.scenario.name.empty() ? run.project.name : run.scenario.name, std::to_string(run.seed)});
  out.question = tell(SAY("explain", "What happened in this run?"));
  if (!run.scenario.description.empty()) out.answer.push_back(plain(run.scenario.description));
  whatToLookAt(index, counts, out);
  explainHeldBack(index, out);
  changesOfTheirOwn(index, out);
  const std::int64_t failed =
      run.truncated ? static_cast<std::int64_t>(wholeTally(run).errors) : counts.failed;
  const auto count = [](std::int64_t n) { return plain(formatCount(n)); };
  out.figures = {
      {tell(SAY("explain", "Requests")), count(static_cast<std::int64_t>(run.requests))},
      {tell(SAY("explain", "Cold starts")),
       tell(SAY("explain", "%1 (%2)"),
            {formatCount(head.coldStarts), percentText(head.coldStarts, head.invocations)})},
      {tell(SAY("explain", "Refused (429)")), count(head.throttles)},
      {tell(SAY("explain", "Failed")), count(failed)},
      {run.truncated ? tell(SAY("explain", "Duration p50 · p99"))
                     : tell(SAY("explain", "Response p50 · p99")),
       plain(spanText(head.p50) + " · " + spanText(head.p99))},
  };
  if (!run.truncated)
    out.figures.push_back({tell(SAY("explain", "Most environments busy")),
                           count(index.concurrency().peak(std::nullopt))});
  out.figures.push_back({tell(SAY("explain", "Cost")), plain(formatMoney(head.cost))});
  if (run.recordedFrom > Instant{} || run.recordedTo < run.end)
    out.more.push_back(
        tell(SAY("explain",
                 "Single requests can be looked at between %1 and %2; the figures are those of "
                 "the whole run."),
             {clockText(run.recordedFrom), clockText(std::min(run.recordedTo, run.end))}));
  else if (run.truncated)
    out.more.push_back(tell(SAY("explain",
                                "This run outgrew its journal: single requests can be "
                                "looked at up to %1 only."),
                            {formatCount(static_cast<std::int64_t>(index.attempts().size()))}));
  if (run.cancelled)
    out.more.push_back(tell(SAY("explain", "This run was cancelled: it ends where it stopped.")));
  return out;
}

project::Project withRemedy(project::Project project, const Remedy& remedy) {
  const std::size_t dot = remedy.path.rfind('.');
  const std::string owner = remedy.path.substr(0, dot);
  const std::string setting = dot == std::string::npos ? "" : remedy.path.substr(dot + 1);
  std::optional<std::int32_t> value;
  if (remedy.value) value = static_cast<std::int32_t>(*remedy.value);
  if (owner == "Account") {
    project.account.concurrentExecutions = value.value_or(1'000);
    return project;
  }
  const auto f = project.functionNamed(owner);
  if (!f) return project;
  project::Function& function = project.functions[*f];
  if (setting == "ReservedConcurrentExecutions") function.reserved = value;
  if (setting == "ProvisionedConcurrency") function.provisioned = value;
  if (setting == "MemorySize" && value) function.memory = Memory{*value};
  if (setting == "Timeout" && value) function.timeout = Duration::seconds(*value);
  return project;
}

Headline headlineOf(const RunIndex& index) {
  Headline head;
  if (index.run().truncated) {  // Response times are not known then: durations stand in.
    const journal::FunctionTally sum = wholeTally(index.run());
    head.invocations = static_cast<std::int64_t>(sum.invocations);
    head.coldStarts = static_cast<std::int64_t>(sum.coldStarts);
    for (std::size_t d = 0; d < sum.byDecision.size(); ++d) {
      if (journal::isThrottle(static_cast<journal::Decision>(d)))
        head.throttles += static_cast<std::int64_t>(sum.byDecision[d]);
    }
    head.p50 = Duration{sum.duration.percentileUs(500'000)};
    head.p99 = Duration{sum.duration.percentileUs(990'000)};
    head.cost = billAt(index, index.run().end).total;
    return head;
  }
  journal::Histogram response;
  for (const Attempt& a : index.attempts()) {
    if (journal::isThrottle(a.decision)) ++head.throttles;
    if (!a.ran()) continue;
    ++head.invocations;
    if (journal::isCold(a.decision)) ++head.coldStarts;
    if (a.ending != journal::Ending::Running)
      response.add(static_cast<std::uint32_t>(std::min<std::uint64_t>(
          std::uint64_t{a.waitUs} + a.durationUs, std::numeric_limits<std::uint32_t>::max())));
  }
  head.p50 = Duration{response.percentileUs(500'000)};
  head.p99 = Duration{response.percentileUs(990'000)};
  head.cost = billAt(index, index.run().end).total;
  return head;
}

std::string coldRatioText(const Headline& head) {
  return percentText(head.coldStarts, head.invocations);
}

std::string asText(const Explanation& explanation) {
  std::string text;
  appendParagraph(text, explanation.subject);
  appendParagraph(text, explanation.question);
  text += '\n';
  for (const Sentence& sentence : explanation.answer) appendParagraph(text, sentence);
  if (!explanation.figures.empty()) text += '\n';
  for (const Figure& figure : explanation.figures)
    text += "  " + figure.label.english() + ": " + figure.value.english() + "\n";
  if (!explanation.more.empty()) text += '\n';
  for (const Sentence& sentence : explanation.more) appendParagraph(text, sentence);
  if (!explanation.ruleName.empty()) {
    text += "\n" + explanation.ruleName.english();
    if (!explanation.ruleSource.empty())
      text += " (AWS Lambda Developer Guide: " + explanation.ruleSource + ")";
    text += '\n';
  }
  if (!explanation.nextQuestion.empty()) {
    text += "\n" + explanation.nextQuestion.english() + "\n";
    for (const Sentence& sentence : explanation.nextAnswer) appendParagraph(text, sentence);
  }
  if (!explanation.remedies.empty()) text += '\n';
  for (const Remedy& remedy : explanation.remedies) {
    text += remedy.label.english() + " --set " + remedy.path + "=" +
            (remedy.value ? std::to_string(*remedy.value) : std::string()) + "\n";
  }
  return text;
}

}  // namespace coldstart::observe
