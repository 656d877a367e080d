// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What compare and sweep share: settings as they are written on the command line, and many runs at
// once on every core, their results in order.

#include <QString>
#include <QStringList>
#include <optional>
#include <vector>

#include "core/simulate/compare.h"

class QTextStream;

namespace coldstart::command {

/// Splits at commas outside of braces, brackets and quotes, when `splits` is true of what follows.
QStringList splitAtCommas(const QString& text, bool (*splits)(const QString& rest));
/// "Hello.MemorySize=512,Hello.Timeout=9" as its two settings. A comma begins another setting only
/// when PATH= follows, so values may hold commas.
QStringList settingsIn(const QString& column);

/// --seeds: how many seeds each setting is run with.
std::optional<std::size_t> readSeedCount(const QString& text, QTextStream& err);

/// One project under one setting.
struct Variant {
  project::Project project;
  project::Scenario scenario;
};

/// Runs every variant with `seeds` seeds, counted up from the first, on all cores. By variant, then
/// by seed; nothing when a run failed, which is told on `err`.
std::optional<std::vector<std::vector<observe::RunFigures>>> runAll(
    const std::vector<Variant>& variants, std::uint64_t firstSeed, std::size_t seeds,
    std::optional<Duration> until, QTextStream& err);

/// The figure of the seeds' runs; nothing where it is not known.
std::optional<simulate::Estimate> estimateOf(const simulate::Measure& measure,
                                             const std::vector<const observe::Figures*>& seeds);
const simulate::Measure& measureNamed(const char* key);

/// For people: "2 073 ± 12", "0.13 %", "$0.000 213", "–".
QString cellText(simulate::Measure::Kind kind, const std::optional<simulate::Estimate>& estimate);

/// Says what is not exact when a load was too large to keep every record.
void noteManyRequests(const observe::RunFigures& run, QTextStream& out);

/// Lines of a table: the first column to the left, the others to the right, each as wide as its
/// widest cell. A row of one cell is a heading.
void printTable(const std::vector<QStringList>& rows, QTextStream& out);

}  // namespace coldstart::command
