// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stage/attempt_card.h"

#include <QCoreApplication>
#include <QStringList>
#include <algorithm>
#include <array>

#include "app/stage/quantity.h"
#include "app/workbench/say.h"
#include "core/observe/bill.h"
#include "core/observe/stage_state.h"

namespace coldstart::stage {

using journal::Attempt;
using journal::AttemptIndex;
using journal::Decision;
using journal::Ending;

namespace {

struct Text {
  Q_DECLARE_TR_FUNCTIONS(Card)
};

QString whenText(const observe::RunIndex& index, Instant t) {
  const QString wall = qs(formatIso8601Millis(index.run().wall(t)));
  return Text::tr("%1 · %2").arg(exactMomentText(t), wall);
}

QString headline(const Attempt& attempt) {
  const std::int64_t number = std::int64_t{attempt.request} + 1;
  if (journal::isThrottle(attempt.decision))
    return Text::tr("Request #%1 was throttled (429)").arg(number);
  switch (attempt.ending) {
    case Ending::HandlerError:
      return Text::tr("Request #%1 ended in a handler error").arg(number);
    case Ending::TimedOut:
      return Text::tr("Request #%1 timed out").arg(number);
    case Ending::AgeExceeded:
      return Text::tr("Request #%1 was dropped: the event grew too old").arg(number);
    case Ending::ReservedZero:
      return Text::tr("Request #%1 was dropped: reserved concurrency is 0").arg(number);
    case Ending::Crashed:
      return Text::tr("Request #%1 ended in a crash").arg(number);
    case Ending::OutOfMemory:
      return Text::tr("Request #%1 ran out of memory").arg(number);
    case Ending::InitFailed:
      return Text::tr("Request #%1 ended because init failed").arg(number);
    case Ending::Refused:
      return Text::tr("Request #%1 was refused before Lambda ran it").arg(number);
    case Ending::Running:
    case Ending::Succeeded:
    case Ending::Throttled:
      break;
  }
  if (journal::isCold(attempt.decision))
    return Text::tr("Request #%1 was a cold start").arg(number);
  if (attempt.decision == Decision::Provisioned)
    return Text::tr("Request #%1 found a provisioned environment").arg(number);
  return Text::tr("Request #%1 found a warm environment").arg(number);
}

}  // namespace

QString throttleReason(Decision decision) {
  switch (decision) {
    case Decision::ThrottledAccount:
      return Text::tr("account concurrency full");
    case Decision::ThrottledScalingRate:
      return Text::tr("scaling rate (1 000 per 10 s)");
    case Decision::ThrottledReserved:
      return Text::tr("reserved concurrency full");
    case Decision::ThrottledReservedZero:
      return Text::tr("reserved concurrency is 0");
    case Decision::ThrottledRequestRate:
      return Text::tr("requests per second (10 × limit)");
    case Decision::ThrottledReservedRate:
      return Text::tr("requests per second (10 × reserved)");
    case Decision::Warm:
    case Decision::ColdFirst:
    case Decision::ColdAllBusy:
    case Decision::Provisioned:
    case Decision::ColdSpillover:
    case Decision::WarmSpillover:
    case Decision::Dropped:
      break;
    case Decision::ServiceError:
      return Text::tr("service error (500)");
    case Decision::GatewayThrottled:
      return Text::tr("API Gateway’s own limit (429)");
    case Decision::RecursionStopped:
      return Text::tr("recursive loop stopped (400)");
  }
  return {};
}

QString attemptCard(const observe::RunIndex& index, AttemptIndex i) {
  const Attempt& attempt = index.attempts()[i];
  QStringList lines;
  lines << headline(attempt);
  lines << whenText(index, attempt.arrived);
  if (journal::isThrottle(attempt.decision)) {
    lines << Text::tr("Reason: %1").arg(throttleReason(attempt.decision));
    const bool isBatch = index.run().journal.sources[attempt.source].mapping.has_value();
    if (attempt.retried) {
      lines << (isBatch ? Text::tr("The poller tries the batch again.")
                        : Text::tr("The event went back to the queue."));
    }
    return lines.join(QLatin1Char('\n'));
  }
  if (!attempt.ran()) {
    const QString reason = throttleReason(attempt.decision);
    if (!reason.isEmpty()) lines << Text::tr("Reason: %1").arg(reason);
    return lines.join(QLatin1Char('\n'));
  }
  const journal::Environment& environment = index.environments()[attempt.environment];
  const Duration handler = index.endOf(attempt) - attempt.began();
  if (journal::isCold(attempt.decision)) {
    const Duration init{environment.initUs};
    const QString pattern = environment.initStatus != journal::InitStatus::Succeeded
                                ? Text::tr("Init %1, which failed, + invocation %2")
                            : environment.restored ? Text::tr("Restore %1 + handler %2")
                                                   : Text::tr("Init %1 + handler %2");
    lines << pattern.arg(durationText(init), durationText(handler));
  } else {
    lines << Text::tr("Handler %1").arg(durationText(handler));
  }
  if (attempt.ending != Ending::Running)
    lines << Text::tr("Billed %1 ms · %2 MB")
                 .arg(countText(observe::billedMillis(index, i)))
                 .arg(environment.memoryMb);
  if (environment.version > 0) lines << Text::tr("Version %1").arg(environment.version);
  QString last = Text::tr("Environment %1").arg(attempt.environment + 1);
  if (attempt.retried) last += Text::tr(" · will be retried");
  lines << last;
  return lines.join(QLatin1Char('\n'));
}

QString environmentCard(const observe::RunIndex& index, journal::EnvironmentIndex e, Instant t) {
  const journal::Environment& environment = index.environments()[e];
  QStringList lines;
  const auto& functions = index.run().project.functions;
  lines << Text::tr("Environment %1 · %2 · %3 MB")
               .arg(e + 1)
               .arg(qs(functions[environment.function].id))
               .arg(environment.memoryMb);
  lines << whenText(index, t);
  if (t < environment.started) {
    lines << Text::tr("Starts at %1").arg(exactMomentText(environment.started));
  } else if (t >= environment.stopped) {
    lines << Text::tr("Stopped at %1").arg(exactMomentText(environment.stopped));
  } else {
    const observe::EnvironmentState state = observe::environmentAt(index, e, t);
    using Phase = observe::EnvironmentState::Phase;
    const QString since = durationText(t - state.since);
    if (state.phase == Phase::Init) {
      lines << Text::tr("In its init phase for %1 of %2")
                   .arg(since, durationText(Duration{environment.initUs}));
    } else if (state.phase == Phase::Busy) {
      lines << Text::tr("Busy for %1").arg(since);
    } else if (environment.provisioned) {
      lines << Text::tr("Provisioned and ready for %1").arg(since);
    } else {
      lines << Text::tr("Frozen for %1, kept warm").arg(since);
    }
  }
  const std::size_t served = index.begunBy(e, t);
  lines << Text::tr("Requests so far: %1").arg(countText(static_cast<std::int64_t>(served)));
  return lines.join(QLatin1Char('\n'));
}

QString foldCard(const observe::RunIndex& index, journal::EnvironmentIndex e, Instant from,
                 Instant to) {
  const auto inside = observe::attemptsDuring(index, e, from, to);
  const journal::Environment& environment = index.environments()[e];
  const bool init = environment.started < to && environment.ready() > from;
  if (inside.size() == 1 && !init) return attemptCard(index, inside.front());
  std::int64_t errors = 0;
  std::int64_t timeouts = 0;
  for (const AttemptIndex i : inside) {
    const Ending ending = index.attempts()[i].ending;
    timeouts += ending == Ending::TimedOut ? 1 : 0;
    errors += journal::isError(ending) && ending != Ending::TimedOut ? 1 : 0;
  }
  QStringList lines;
  lines << Text::tr("Environment %1").arg(e + 1);
  lines << Text::tr("%1 to %2").arg(exactMomentText(from), exactMomentText(to));
  if (init)
    lines << Text::tr("Cold start: init %1").arg(durationText(Duration{environment.initUs}));
  lines << Text::tr("Requests here: %1").arg(countText(std::ssize(inside)));
  if (errors + timeouts > 0)
    lines << Text::tr("Errors: %1 · time-outs: %2").arg(countText(errors), countText(timeouts));
  return lines.join(QLatin1Char('\n'));
}

QString throttleCard(const observe::RunIndex& index, std::span<const AttemptIndex> list) {
  if (list.empty()) return {};
  if (list.size() == 1) return attemptCard(index, list.front());
  const auto all = index.attempts();
  QStringList lines;
  const bool throttled = std::ranges::all_of(
      list, [&](AttemptIndex i) { return journal::isThrottle(all[i].decision); });
  lines << (throttled ? Text::tr("%1 requests were throttled (429)")
                      : Text::tr("%1 requests were refused"))
               .arg(countText(std::ssize(list)));
  lines << Text::tr("%1 to %2")
               .arg(exactMomentText(all[list.front()].arrived),
                    exactMomentText(all[list.back()].arrived));
  std::array<std::int64_t, 16> counts{};
  for (const AttemptIndex i : list) ++counts[static_cast<std::size_t>(all[i].decision)];
  for (std::size_t d = 0; d < counts.size() && lines.size() < 5; ++d) {
    if (counts[d] == 0) continue;
    lines << Text::tr("%1: %2").arg(throttleReason(static_cast<Decision>(d)), countText(counts[d]));
  }
  return lines.join(QLatin1Char('\n'));
}

QString selectionText(const observe::RunIndex& index, AttemptIndex attempt) {
  return attemptCard(index, attempt).replace(QLatin1Char('\n'), QStringLiteral(", "));
}

}  // namespace coldstart::stage
