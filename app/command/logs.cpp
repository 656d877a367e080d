// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command/logs.h"

#include <QTextStream>

#include "app/command/options.h"
#include "app/command/read_project.h"
#include "app/command/run_files.h"
#include "app/workbench/say.h"

namespace coldstart::command {
namespace {

const char* const kHelp =
    "usage: coldstart logs PROJECT [--filter-pattern P] [--function F] [--scenario NAME]\n"
    "                 [--seed N] [--until DURATION] [--window FROM..TO] [--set PATH=VALUE]...\n\n"
    "Runs a scenario (default: the project's first) and writes the log lines that it leaves, as\n"
    "`aws logs tail --format detailed` prints them: time, log stream, message.\n\n"
    "  --filter-pattern P  terms that a line must hold; -term: must not; ?a ?b: any of them\n"
    "  --window FROM..TO   only of requests that arrive in this time, such as 10m..20m\n"
    "  --function F        only the lines of this function, by its name or logical id\n";

/// The function that the options name; nothing when there is none such.
std::optional<std::size_t> functionNamed(const project::Project& project, const QString& name) {
  for (std::size_t f = 0; f < project.functions.size(); ++f) {
    if (qs(project.functions[f].id) == name || qs(project.functions[f].name) == name) return f;
  }
  return std::nullopt;
}

}  // namespace

int logs(const QStringList& arguments, QTextStream& out, QTextStream& err) {
  const auto options = readOptions(arguments);
  if (!options) {
    err << "coldstart: " << qs(options.error().english()) << '\n';
    return kWrongInput;
  }
  if (options->help) {
    out << kHelp;
    return kDone;
  }
  if (options->value(QStringLiteral("query"))) {
    err << "coldstart: --query comes with a later version. Use --filter-pattern.\n";
    return kWrongInput;
  }
  if (!onlyKnown(*options,
                 {QStringLiteral("filter-pattern"), QStringLiteral("function"),
                  QStringLiteral("scenario"), QStringLiteral("seed"), QStringLiteral("until"),
                  QStringLiteral("set"), QStringLiteral("window")},
                 err))
    return kWrongInput;
  if (options->words.size() != 1) {
    err << "coldstart: logs needs one project, a folder or its template file.\n";
    return kWrongInput;
  }
  const auto pattern = observe::FilterPattern::parse(
      options->value(QStringLiteral("filter-pattern")).value_or(QString()).toStdString());
  if (!pattern) {
    err << "coldstart: " << qs(pattern.error().english()) << '\n';
    return kWrongInput;
  }
  const auto project = readProject(options->words.first(), *options, err);
  if (!project) return kWrongInput;
  const auto name = options->value(QStringLiteral("function"));
  const auto function = name ? functionNamed(*project, *name) : std::nullopt;
  if (name && !function) {
    err << "coldstart: the project has no function \"" << *name << "\".\n";
    return kWrongInput;
  }
  const auto index = simulated(*project, *options, err);
  if (!index) return kWrongInput;
  writeLogs(observe::LogView(index, function), *pattern, out);
  return kDone;
}

}  // namespace coldstart::command
