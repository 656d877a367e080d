// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command/simulate.h"

#include <QFile>
#include <QSaveFile>
#include <QTextStream>
#include <functional>

#include <nlohmann/json.hpp>

#include "app/command/options.h"
#include "app/command/read_project.h"
#include "app/command/records.h"
#include "app/command/run_files.h"
#include "app/workbench/say.h"
#include "core/observe/report.h"

namespace coldstart::command {
namespace {

const char* const kHelp =
    "usage: coldstart simulate PROJECT [--scenario NAME] [--seed N] [--until DURATION]\n"
    "                 [--set PATH=VALUE]... [--window FROM..TO] [--format text|json]\n"
    "                 [--logs FILE] [--metrics FILE] [--journal FILE] [--records FILE]\n\n"
    "Runs a scenario (default: the project's first) and reports what happened.\n\n"
    "  --seed N          instead of the project's seed; the same seed gives the same run\n"
    "  --until DURATION  instead of the scenario's length: 30s, 10m, 2h\n"
    "  --set PATH=VALUE  change a setting first: Thumbnail.MemorySize=512,\n"
    "                    Account.ConcurrentExecutions=100; an empty value removes it\n"
    "  --window FROM..TO keep records only of requests that arrive in this time, such as\n"
    "                    10m..20m: the files hold what the whole run has there, however long it\n"
    "                    is. The report counts everything\n"
    "  --format          text for people (default) or json\n"
    "  --logs FILE       CloudWatch's log lines: time, stream, message\n"
    "  --metrics FILE    the AWS/Lambda metrics as CSV, periods of one minute\n"
    "  --journal FILE    every environment and attempt, one JSON object a line\n"
    "  --records FILE    what destinations and dead-letter queues were told, likewise\n"
    "FILE may be - for standard output.\n";

/// Calls `write` with a stream to the file, which takes its place only when all was written.
bool writeTo(const QString& path, QTextStream& out, QTextStream& err,
             const std::function<void(QTextStream&)>& write) {
  if (path == QStringLiteral("-")) {
    write(out);
    return true;
  }
  QSaveFile file(path);
  if (file.open(QIODevice::WriteOnly)) {
    QTextStream stream(&file);
    write(stream);
    stream.flush();
    if (file.commit()) return true;
  }
  err << "coldstart: \"" << path << "\" cannot be written: " << file.errorString() << ".\n";
  return false;
}

bool writeFiles(const std::shared_ptr<const observe::RunIndex>& index, const Options& options,
                QTextStream& out, QTextStream& err) {
  if (const auto path = options.value(QStringLiteral("logs"))) {
    const observe::LogView view(index, std::nullopt);
    if (!writeTo(*path, out, err, [&](QTextStream& to) { writeLogs(view, {}, to); })) return false;
  }
  if (const auto path = options.value(QStringLiteral("metrics"))) {
    if (!writeTo(*path, out, err, [&](QTextStream& to) { writeMetrics(*index, to); })) return false;
  }
  if (const auto path = options.value(QStringLiteral("journal"))) {
    if (!writeTo(*path, out, err, [&](QTextStream& to) { writeJournal(*index, to); })) return false;
  }
  if (const auto path = options.value(QStringLiteral("records"))) {
    const auto source = readSource(options.words.first(), err);
    const auto read = [&](const std::string& event) {
      return source ? source->texts.access().read(event).value_or("{}") : std::string("{}");
    };
    if (!writeTo(*path, out, err, [&](QTextStream& to) { writeRecords(*index, read, to); }))
      return false;
  }
  return true;
}

}  // namespace

int simulate(const QStringList& arguments, QTextStream& out, QTextStream& err) {
  const auto options = readOptions(arguments);
  if (!options) {
    err << "coldstart: " << qs(options.error().english()) << '\n';
    return kWrongInput;
  }
  if (options->help) {
    out << kHelp;
    return kDone;
  }
  if (options->value(QStringLiteral("traces"))) {
    err << "coldstart: --traces comes with a later version.\n";
    return kWrongInput;
  }
  if (!onlyKnown(*options,
                 {QStringLiteral("scenario"), QStringLiteral("seed"), QStringLiteral("until"),
                  QStringLiteral("set"), QStringLiteral("format"), QStringLiteral("logs"),
                  QStringLiteral("metrics"), QStringLiteral("journal"), QStringLiteral("records"),
                  QStringLiteral("window")},
                 err))
    return kWrongInput;
  const QString format = options->value(QStringLiteral("format")).value_or(QStringLiteral("text"));
  if (format != QStringLiteral("text") && format != QStringLiteral("json")) {
    err << "coldstart: --format is text or json, not \"" << format << "\".\n";
    return kWrongInput;
  }
  if (options->words.size() != 1) {
    err << "coldstart: simulate needs one project, a folder or its template file.\n";
    return kWrongInput;
  }
  const auto project = readProject(options->words.first(), *options, err);
  if (!project) return kWrongInput;
  const auto index = simulated(*project, *options, err);
  if (!index) return kWrongInput;
  if (!writeFiles(index, *options, out, err)) return kFailed;
  if (format == QStringLiteral("json"))
    out << qs(observe::report(*index).dump(2)) << '\n';
  else
    out << qs(observe::reportText(*index));
  return kDone;
}

}  // namespace coldstart::command
