// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What each setting does, in one or two sentences with its numbers: the line under every field. All
// from the derived project; prices from observe's dated table, limits from project's quotas.

#include <QString>
#include <functional>

#include "core/project/project.h"

namespace coldstart::configuration {

/// A setting's sentence for one function of the project.
using Effect = std::function<QString(const project::Project& project, std::size_t function)>;

QString memoryEffect(const project::Project& project, std::size_t function);
QString storageEffect(const project::Project& project, std::size_t function);
QString timeoutEffect(const project::Project& project, std::size_t function);
QString runtimeEffect(const project::Project& project, std::size_t function);
QString handlerEffect(const project::Project& project, std::size_t function);
QString architectureEffect(const project::Project& project, std::size_t function);
QString reservedEffect(const project::Project& project, std::size_t function);
QString provisionedEffect(const project::Project& project, std::size_t function);
QString aliasEffect(const project::Project& project, std::size_t function);
QString retriesEffect(const project::Project& project, std::size_t function);
QString eventAgeEffect(const project::Project& project, std::size_t function);
QString deadLetterEffect(const project::Project& project, std::size_t function);
QString onFailureEffect(const project::Project& project, std::size_t function);
QString onSuccessEffect(const project::Project& project, std::size_t function);
QString logFormatEffect(const project::Project& project, std::size_t function);
QString logLevelEffect(const project::Project& project, std::size_t function);
QString logGroupEffect(const project::Project& project, std::size_t function);
QString cpuShareEffect(const project::Project& project, std::size_t function);
QString errorRateEffect(const project::Project& project, std::size_t function);
QString memoryUsedEffect(const project::Project& project, std::size_t function);
QString idleEffect(const project::Project& project, std::size_t function);
QString maximumAgeEffect(const project::Project& project, std::size_t function);
QString accountEffect(const project::Project& project, std::size_t function);

/// "Half take less than 210 ms, 1 in 100 more than 480 ms."
QString distributionEffect(const project::Distribution& distribution);

/// How long a middling later invocation takes at the function's memory.
Duration typicalDuration(const project::Function& function);
/// The middle of a distribution: its value, mean or median, in its own unit.
std::int64_t middle(const project::Distribution& distribution);

/// "412 ms", "1.99 s", "6 h": a duration as people say it.
QString spoken(Duration duration);
/// "1 769" with the thin spaces of the interface.
QString count(std::int64_t number);

}  // namespace coldstart::configuration
