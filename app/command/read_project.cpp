// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command/read_project.h"

#include <QFileInfo>
#include <QTextStream>

#include <nlohmann/json.hpp>
#include <unistd.h>

#include "app/workbench/project_files.h"
#include "app/workbench/say.h"
#include "core/project/template.h"
#include "core/simulate/simulate.h"

namespace coldstart::command {
namespace {

void complain(const Error& error, QTextStream& err) {
  err << "coldstart: " << qs(error.english()) << '\n';
}

}  // namespace

bool onlyKnown(const Options& options, const QStringList& known, QTextStream& err) {
  for (const auto& [name, value] : options.values) {
    if (known.contains(name)) continue;
    err << "coldstart: there is no option --" << name << " here. Known are: --"
        << known.join(QStringLiteral(", --")) << ".\n";
    return false;
  }
  return true;
}

std::optional<ProjectSource> readSource(const QString& path, QTextStream& err) {
  const auto found = files::findTemplate(path);
  if (!found) return complain(found.error(), err), std::nullopt;
  const auto text = files::readText(*found);
  if (!text) return complain(text.error(), err), std::nullopt;
  auto tree =
      project::parseTemplate(text->toStdString(), QFileInfo(*found).fileName().toStdString());
  if (!tree) return complain(tree.error(), err), std::nullopt;
  ProjectSource source;
  source.texts.folder = QFileInfo(*found).absolutePath();
  source.tree = std::make_shared<const nlohmann::ordered_json>(*std::move(tree));
  return source;
}

std::optional<project::Project> projectWith(const ProjectSource& source,
                                            const QStringList& settings, QTextStream& err) {
  nlohmann::ordered_json tree = *source.tree;
  for (const QString& setting : settings) {
    const qsizetype equals = setting.indexOf(u'=');
    if (equals < 0) {
      err << "coldstart: the setting " << setting << " has no value. Write PATH=VALUE.\n";
      return std::nullopt;
    }
    auto changed = project::withSetting(std::move(tree), setting.left(equals).toStdString(),
                                        setting.mid(equals + 1).toStdString());
    if (!changed) return complain(changed.error(), err), std::nullopt;
    tree = *std::move(changed);
  }
  const FileTexts& texts = source.texts;
  project::Derived derived =
      project::derive(tree, QFileInfo(texts.folder).fileName().toStdString(), texts.access());
  for (const Error& error : derived.errors) complain(error, err);
  if (!derived.errors.empty()) return std::nullopt;
  return std::move(derived.project);
}

std::optional<project::Project> readProject(const QString& path, const Options& options,
                                            QTextStream& err) {
  const auto source = readSource(path, err);
  if (!source) return std::nullopt;
  auto project = projectWith(*source, options.all(QStringLiteral("set")), err);
  if (!project) return std::nullopt;
  for (const project::Note& note : project->notes)
    err << "note: " << qs(note.where) << ": " << qs(note.text.english()) << '\n';
  return project;
}

std::optional<SeedAndLength> readSeedAndLength(const Options& options, QTextStream& err) {
  SeedAndLength wanted;
  if (const auto seed = options.value(QStringLiteral("seed"))) {
    bool ok = false;
    wanted.seed = seed->toULongLong(&ok);
    if (!ok) {
      err << "coldstart: --seed " << *seed << " is not a whole number.\n";
      return std::nullopt;
    }
  }
  if (const auto until = options.value(QStringLiteral("until"))) {
    const auto length = parseDuration(until->toStdString());
    if (!length) return complain(length.error(), err), std::nullopt;
    wanted.until = *length;
  }
  return wanted;
}

const project::Scenario* chosenScenario(const project::Project& project, const Options& options,
                                        QTextStream& err) {
  const QString wanted = options.value(QStringLiteral("scenario")).value_or(QString());
  const project::Scenario* scenario = nullptr;
  if (!wanted.isEmpty())
    scenario = project.scenarioNamed(wanted.toStdString());
  else if (!project.scenarios.empty())
    scenario = &project.scenarios.front();
  if (scenario) return scenario;
  QStringList names;
  for (const project::Scenario& known : project.scenarios) names << qs(known.name);
  if (names.isEmpty())
    err << "coldstart: the project has no scenario. Add one under Metadata: Coldstart: "
           "Scenarios.\n";
  else
    err << "coldstart: there is no scenario \"" << wanted
        << "\". The project has: " << names.join(QStringLiteral(", ")) << ".\n";
  return nullptr;
}

namespace {

/// "10m..20m"
Result<simulate::Window> windowOf(const QString& text) {
  const QStringList ends = text.split(QStringLiteral(".."));
  const auto from = parseDuration(ends.value(0).toStdString());
  const auto to = parseDuration(ends.value(1).toStdString());
  if (ends.size() == 2 && from && to && *from < *to)
    return simulate::Window{Instant{} + *from, Instant{} + *to};
  return Error{"",
               {"command",
                SAY("command",
                    "--window %1 is not a part of the run's time. Write where it begins and ends, "
                    "such as 10m..20m."),
                {text.toStdString()}},
               ""};
}

}  // namespace

std::shared_ptr<const observe::RunIndex> simulated(const project::Project& project,
                                                   const Options& options, QTextStream& err) {
  const auto wanted = readSeedAndLength(options, err);
  if (!wanted) return nullptr;
  const project::Scenario* scenario = chosenScenario(project, options, err);
  if (!scenario) return nullptr;
  simulate::Options how;
  if (const auto text = options.value(QStringLiteral("window"))) {
    const auto window = windowOf(*text);
    if (!window) return complain(window.error(), err), nullptr;
    how.window = *window;
  }
  how.seed = wanted->seed;
  how.until = wanted->until;
  const bool terminal = isatty(STDERR_FILENO) != 0;
  how.progress = [&](Instant /*now*/, std::uint64_t requests) {
    if (terminal && requests % (1u << 20u) < (1u << 16u)) {
      err << '\r' << requests << " requests";
      err.flush();
    }
    return true;
  };
  auto run = simulate::simulate(project, *scenario, how);
  if (terminal) err << "\r\033[K";
  if (!run) return complain(run.error(), err), nullptr;
  return std::make_shared<const observe::RunIndex>(std::move(*run));
}

}  // namespace coldstart::command
