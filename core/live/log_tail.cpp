// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/log_tail.h"

#include <QByteArray>
#include <algorithm>

#include "core/base/identifiers.h"
#include "core/observe/log_text.h"
#include "core/observe/run_index.h"

namespace coldstart::live {

using journal::Attempt;
using journal::AttemptIndex;
using journal::Environment;

namespace {

constexpr std::size_t kTailBytes = 4'096;

/// Was there an attempt before this one in its environment?
bool isFirst(const journal::Run& run, AttemptIndex attempt) {
  const auto all = run.journal.attempts.all();
  const journal::EnvironmentIndex environment = all[attempt].environment;
  const Instant started = run.journal.environments[environment].started;
  for (AttemptIndex i = attempt; i-- > 0 && all[i].ended() >= started;) {
    if (all[i].environment == environment) return false;
  }
  return true;
}

/// A run of this one attempt, so that the lines of a long run need not be placed to show a few.
std::shared_ptr<journal::Run> alone(const journal::Run& run, AttemptIndex number) {
  const Attempt& attempt = run.journal.attempts[number];
  const Environment& environment = run.journal.environments[attempt.environment];
  auto small = std::make_shared<journal::Run>();
  small->project.region = run.project.region;
  small->project.accountId = run.project.accountId;
  small->project.startsAt = run.project.startsAt;
  small->project.classicLogStyle = run.project.classicLogStyle;
  small->project.functions = {run.project.functions[environment.function]};
  small->seed = run.seed;
  small->end = std::max(run.end, attempt.ended());
  small->journal = journal::Journal(2);
  small->journal.sources = {run.journal.sources[attempt.source]};
  small->journal.sources[0].function = 0;
  small->journal.environments = {environment};
  small->journal.environments[0].function = 0;
  small->journal.environments[0].cause = journal::kNone;
  small->live.emplace();
  const bool first = isFirst(run, number);
  if (!first) {
    Attempt& before = small->journal.attempts.append() = Attempt();
    before.arrived = environment.started;
    before.environment = 0;
    before.ending = journal::Ending::Succeeded;
  }
  Attempt& own = small->journal.attempts.append() = attempt;
  own.source = 0;
  own.environment = 0;
  own.cause = journal::kNone;
  const auto position = static_cast<AttemptIndex>(small->journal.attempts.size() - 1);
  const Instant from = first ? environment.started : attempt.arrived;
  auto& lines = small->live->printed;
  const auto& printed = run.live->printed;
  for (auto line = printed.rbegin(); line != printed.rend() && line->at >= from; ++line) {
    const bool ofInit = first && line->attempt == journal::kNone &&
                        line->environment == attempt.environment && line->at <= attempt.began();
    if (line->attempt != number && !ofInit) continue;
    lines.push_back(*line);
    lines.back().environment = 0;
    lines.back().attempt = ofInit ? journal::kNone : position;
  }
  std::ranges::reverse(lines);
  return small;
}

}  // namespace

std::string logOf(const journal::Run& run, AttemptIndex attempt) {
  if (attempt >= run.journal.attempts.size() || !run.journal.attempts[attempt].ran()) return {};
  const observe::RunIndex index(alone(run, attempt));
  const observe::LogText text(index);
  const auto last = static_cast<AttemptIndex>(index.attempts().size() - 1);
  std::string log;
  for (const observe::LogSlot& slot : text.linesOf(last)) {
    text.render(last, slot, log);
    log += '\n';
  }
  return log;
}

std::vector<std::string> telemetryOf(const journal::Run& run, AttemptIndex attempt) {
  if (attempt >= run.journal.attempts.size() || !run.journal.attempts[attempt].ran()) return {};
  const auto own = alone(run, attempt);
  own->project.functions[0].logFormat = project::LogFormat::Json;
  own->project.functions[0].systemLogLevel = project::Level::Debug;
  const observe::RunIndex index(own);
  const observe::LogText text(index);
  const auto last = static_cast<AttemptIndex>(index.attempts().size() - 1);
  std::vector<std::string> events;
  for (const observe::LogSlot& slot : text.linesOf(last)) {
    std::string line;
    text.render(last, slot, line);
    if (slot.kind == observe::LineKind::Printed) {
      using Source = journal::PrintedLine::Source;
      const Source source = own->live->printed[slot.number].source;
      if (source == Source::Platform) continue;  // It was told when it happened.
      std::string event =
          "{\"time\":\"" + formatIso8601Millis(own->wall(text.at(last, slot))) + "\",\"type\":\"" +
          (source == Source::Extension ? "extension" : "function") + "\",\"record\":";
      observe::appendJsonText(event, line + '\n');
      line = event + '}';
    }
    events.push_back(line);
  }
  return events;
}

std::string logTail(const journal::Run& run, AttemptIndex attempt) {
  const std::string log = logOf(run, attempt);
  const std::size_t from = log.size() - std::min(log.size(), kTailBytes);
  const QByteArray tail(log.data() + from, static_cast<qsizetype>(log.size() - from));
  return tail.toBase64().toStdString();
}

}  // namespace coldstart::live
