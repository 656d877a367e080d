// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The points of a sweep, which of them a shard holds, and the CSV lines they become. The lines of a
// point depend on nothing but the sweep, so any division into shards merges to the same bytes.

#include <QString>
#include <QStringList>
#include <optional>
#include <vector>

#include "app/command/trials.h"

namespace coldstart::command {

/// One --vary: a setting and the values it takes.
struct Axis {
  QString path;
  QStringList values;
};
/// "Resize.MemorySize=128,256"; a value may hold commas inside of braces, brackets or quotes, and
/// an empty one removes the setting.
std::optional<Axis> readAxis(const QString& text, QTextStream& err);

/// "2/8": the second of eight shards.
struct Shard {
  std::size_t number = 1;
  std::size_t of = 1;
};
std::optional<Shard> readShard(const QString& text, QTextStream& err);

/// A combination of one value of each axis; the first axis varies slowest.
struct Point {
  std::size_t number = 1;
  QStringList values;
};
inline constexpr std::size_t kMostPoints = 100'000;
/// At most one more than kMostPoints.
std::size_t pointCount(const std::vector<Axis>& axes);
/// Every `of`-th point, so that shards are of nearly one size and of nearly one weight.
std::vector<Point> pointsOf(const std::vector<Axis>& axes, Shard shard);

/// What stands in each row besides the figures.
struct SweepFrame {
  QString scenario;
  std::uint64_t seed = 1;
  std::size_t points = 0;  ///< Of the whole sweep.
  QStringList functions;   ///< Names, in order.
};
QString csvHeader(const std::vector<Axis>& axes);
/// A row for each seed and function, and one, "*", for all functions together.
QString csvRows(const SweepFrame& frame, const Point& point,
                const std::vector<observe::RunFigures>& seeds);

/// The files of all shards as one; says on `err` what is missing or there twice.
std::optional<QString> merged(const QStringList& files, QTextStream& err);

}  // namespace coldstart::command
