// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command/run_files.h"

#include <QTextStream>

#include <nlohmann/json.hpp>

#include "app/workbench/say.h"
#include "core/observe/logs.h"

namespace coldstart::command {

using nlohmann::ordered_json;

namespace {

void writeLine(const ordered_json& object, QTextStream& out) {
  out << qs(object.dump()) << '\n';
}

ordered_json optionalIndex(std::uint32_t index) {
  return index == journal::kNone ? ordered_json() : ordered_json(index);
}

}  // namespace

void writeLogs(const std::shared_ptr<const observe::RunIndex>& index, QTextStream& out) {
  const observe::LogView view(index, std::nullopt);
  const journal::Run& run = index->run();
  for (std::size_t i = 0; i < view.size(); ++i) {
    const observe::LogLine line = view.line(i);
    const std::string stream = line.environment == journal::kNone
                                   ? std::string()
                                   : observe::logStreamName(run, line.environment);
    out << qs(formatIso8601Millis(run.wall(line.at))) << ' ' << qs(stream) << ' ' << qs(line.text)
        << '\n';
  }
}

void writeJournal(const observe::RunIndex& index, QTextStream& out) {
  const journal::Run& run = index.run();
  writeLine({{"run", run.scenario.name}, {"seed", run.seed}, {"endUs", run.end.us}}, out);
  for (const journal::Source& source : run.journal.sources) {
    writeLine({{"source", source.label},
               {"function", run.project.functions[source.function].id},
               {"asynchronous", source.type == project::InvocationType::Event},
               {"event", source.event}},
              out);
  }
  for (const journal::AppliedChange& change : run.journal.changes) {
    writeLine({{"change", change.path},
               {"atUs", change.at.us},
               {"before", change.before},
               {"after", change.after}},
              out);
  }
  std::size_t number = 0;
  for (const journal::Environment& environment : run.journal.environments) {
    const bool stopped = environment.stopped != kNever;
    writeLine({{"environment", number++},
               {"function", environment.function},
               {"startedUs", environment.started.us},
               {"initUs", environment.initUs},
               {"stoppedUs", stopped ? ordered_json(environment.stopped.us) : ordered_json()},
               {"stopReason", static_cast<int>(environment.stop)},
               {"memoryMb", environment.memoryMb},
               {"maxMemoryUsedMb", environment.maxMemoryUsedMb},
               {"provisioned", environment.provisioned},
               {"cause", optionalIndex(environment.cause)}},
              out);
  }
  number = 0;
  for (const journal::Attempt& attempt : index.attempts()) {
    writeLine({{"attempt", number++},
               {"request", attempt.request},
               {"source", attempt.source},
               {"arrivedUs", attempt.arrived.us},
               {"decision", static_cast<int>(attempt.decision)},
               {"environment", optionalIndex(attempt.environment)},
               {"waitUs", attempt.waitUs},
               {"durationUs", attempt.durationUs},
               {"ending", static_cast<int>(attempt.ending)},
               {"retried", bool{attempt.retried}},
               {"cause", optionalIndex(attempt.cause)}},
              out);
  }
}

}  // namespace coldstart::command
