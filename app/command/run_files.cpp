// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command/run_files.h"

#include <QIODevice>
#include <QTextStream>
#include <algorithm>

#include <nlohmann/json.hpp>

#include "app/workbench/say.h"
#include "core/observe/batches.h"
#include "core/observe/logs.h"
#include "core/observe/metrics.h"

namespace coldstart::command {

using nlohmann::ordered_json;

namespace {

constexpr Duration kPeriod = Duration::minutes(1);

const char* nameOf(observe::Statistic statistic) {
  switch (statistic) {
    case observe::Statistic::Sum:
      return "Sum";
    case observe::Statistic::Average:
      return "Average";
    case observe::Statistic::Minimum:
      return "Minimum";
    case observe::Statistic::Maximum:
      return "Maximum";
    case observe::Statistic::SampleCount:
      return "SampleCount";
    case observe::Statistic::P50:
      return "p50";
    case observe::Statistic::P90:
      return "p90";
    case observe::Statistic::P95:
      return "p95";
    case observe::Statistic::P99:
      return "p99";
    case observe::Statistic::P999:
      return "p99.9";
  }
  return "";
}

void writeLine(const ordered_json& object, QTextStream& out) {
  out << qs(object.dump()) << '\n';
}

ordered_json optionalIndex(std::uint32_t index) {
  return index == journal::kNone ? ordered_json() : ordered_json(index);
}

/// Messages and batches, and what failure destinations were told.
void writeMessages(const observe::RunIndex& index, QTextStream& out) {
  const journal::Journal& journal = index.run().journal;
  std::size_t number = 0;
  for (const journal::Message& message : journal.messages) {
    const bool over = message.ended != kNever;
    writeLine({{"message", number++},
               {"source", message.source},
               {"group", message.group},
               {"sentUs", message.sent.us},
               {"receives", message.receives},
               {"request", optionalIndex(message.request)},
               {"ending", static_cast<int>(message.ending)},
               {"endedUs", over ? ordered_json(message.ended.us) : ordered_json()}},
              out);
  }
  for (const journal::Batch& batch : journal.batches) {
    const auto items = observe::itemsOf(journal, batch);
    writeLine({{"batch", batch.request},
               {"mapping", index.run().project.mappings[batch.mapping].id},
               {"shard", batch.shard},
               {"messages", std::vector<std::uint32_t>(items.begin(), items.end())}},
              out);
  }
  for (const observe::GivenUp& row : observe::givenUp(index)) {
    writeLine({{"failureDestination", index.run().project.mappings[row.mapping].onFailure},
               {"record", ordered_json::parse(observe::failureRecord(index, row))}},
              out);
  }
}

}  // namespace

void writeLogs(const observe::LogView& view, const observe::FilterPattern& pattern,
               QTextStream& out) {
  constexpr std::size_t kChunk = 8'192;  // Lines: about a megabyte, which the processor holds.
  Letters rows;
  out.flush();
  for (std::size_t from = 0; from < view.size(); from += kChunk) {
    const std::size_t to = std::min(from + kChunk, view.size());
    if (pattern.empty()) {
      view.append(from, to, observe::LogRow::OfStream, rows);
    } else {
      view.visit(from, to, [&](std::size_t i, const observe::LogLine& line) {
        if (pattern.matches(line.text)) view.append(i, i + 1, observe::LogRow::OfStream, rows);
        return true;
      });
    }
    const auto size = static_cast<qint64>(rows.size());
    if (QIODevice* file = out.device())  // Past the stream, which would recode every letter.
      file->write(rows.text().data(), size);
    else
      out << QString::fromUtf8(rows.text().data(), size);
    rows.clear();
  }
}

void writeMetrics(const observe::RunIndex& index, QTextStream& out) {
  out << "time,function,metric,statistic,unit,value\n";
  const auto& functions = index.run().project.functions;
  for (std::size_t f = 0; f < functions.size(); ++f) {
    for (const observe::MetricInfo& metric : observe::metricCatalogue()) {
      const auto series = observe::metricSeries(index, metric.metric, f, metric.usual, kPeriod);
      for (const observe::Datapoint& point : series) {
        out << qs(formatIso8601Millis(index.run().wall(point.at))) << ',' << qs(functions[f].name)
            << ',' << qs(metric.name) << ',' << nameOf(metric.usual) << ',' << qs(metric.unit)
            << ',' << QString::number(point.value, 'g', 12) << '\n';
      }
    }
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
               {"after", change.after},
               {"refused", change.refused},
               {"scaled", change.scaled}},
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
               {"initStatus", static_cast<int>(environment.initStatus)},
               {"provisioned", environment.provisioned},
               {"restored", environment.restored},
               {"proactive", environment.proactive},
               {"version", environment.version},
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
  writeMessages(index, out);
}

}  // namespace coldstart::command
