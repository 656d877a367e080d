// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A project for a command: read from disk, with the settings of --set, and one of its scenarios
// simulated. What is wrong is said on `err`, one line each.

#include <QStringList>
#include <memory>
#include <optional>

#include <nlohmann/json_fwd.hpp>

#include "app/command/options.h"
#include "app/workbench/file_texts.h"
#include "core/observe/run_index.h"

class QTextStream;

namespace coldstart::command {

/// Only options named in `known` are allowed; says so on `err` otherwise.
bool onlyKnown(const Options& options, const QStringList& known, QTextStream& err);

/// A template and the files beside it, read once, for one project or for many that differ in their
/// settings.
struct ProjectSource {
  FileTexts texts;
  std::shared_ptr<const nlohmann::ordered_json> tree;
};
std::optional<ProjectSource> readSource(const QString& path, QTextStream& err);
/// The project with these settings, each "PATH=VALUE". What the user should know of the template is
/// not told.
std::optional<project::Project> projectWith(const ProjectSource& source,
                                            const QStringList& settings, QTextStream& err);

/// The project with every --set applied; notes about the template are told on `err`.
std::optional<project::Project> readProject(const QString& path, const Options& options,
                                            QTextStream& err);

/// The scenario that the options name, default: the first.
const project::Scenario* chosenScenario(const project::Project& project, const Options& options,
                                        QTextStream& err);
/// --seed and --until; false when they cannot be read.
struct SeedAndLength {
  std::optional<std::uint64_t> seed;
  std::optional<Duration> until;
};
std::optional<SeedAndLength> readSeedAndLength(const Options& options, QTextStream& err);

/// Simulates the scenario that the options name with their seed and length.
std::shared_ptr<const observe::RunIndex> simulated(const project::Project& project,
                                                   const Options& options, QTextStream& err);

}  // namespace coldstart::command
