// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A project for a command: read from disk, with the settings of --set, and one of its scenarios
// simulated. What is wrong is said on `err`, one line each.

#include <QStringList>
#include <memory>
#include <optional>

#include "app/command/options.h"
#include "core/observe/run_index.h"

class QTextStream;

namespace coldstart::command {

/// Only options named in `known` are allowed; says so on `err` otherwise.
bool onlyKnown(const Options& options, const QStringList& known, QTextStream& err);

std::optional<project::Project> readProject(const QString& path, const Options& options,
                                            QTextStream& err);

/// Simulates the scenario that the options name (default: the first) with their seed and length.
std::shared_ptr<const observe::RunIndex> simulated(const project::Project& project,
                                                   const Options& options, QTextStream& err);

}  // namespace coldstart::command
