// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command/sweep_points.h"

#include <QTextStream>
#include <algorithm>
#include <map>

#include "app/workbench/project_files.h"
#include "app/workbench/say.h"

namespace coldstart::command {
namespace {

using Kind = simulate::Measure::Kind;

QString quoted(const QString& text) {
  if (!text.contains(u',') && !text.contains(u'"')) return text;
  QString doubled = text;
  return u'"' + doubled.replace(u'"', QStringLiteral("\"\"")) + u'"';
}

QString csvNumber(Kind kind, double value) {
  switch (kind) {
    case Kind::Count:
      return QString::number(value, 'f', 0);
    case Kind::Millis:
      return QString::number(value, 'f', 3);
    case Kind::Ratio:
    case Kind::GbSeconds:
      return QString::number(value, 'f', 6);
    case Kind::Dollars:
      return QString::number(value, 'f', 12);
  }
  return {};
}

QString csvRow(const SweepFrame& frame, const Point& point, std::uint64_t seed,
               const QString& function, const observe::Figures& figures) {
  QStringList cells{QString::number(point.number), QString::number(frame.points),
                    quoted(frame.scenario)};
  for (const QString& value : point.values) cells << quoted(value);
  cells << QString::number(seed) << quoted(function);
  for (const simulate::Measure& measure : simulate::measures()) {
    const auto value = measure.of(figures);
    cells << (value ? csvNumber(measure.kind, *value) : QString());
  }
  return cells.join(u',') + u'\n';
}

/// The lines of each point, and what they all share.
struct Merge {
  QString header;
  QString points;  ///< How many there are, as the rows write it.
  std::map<std::size_t, QString> rows;
};

bool addFile(Merge& merge, const QString& file, QTextStream& err) {
  const auto text = files::readText(file);
  if (!text) {
    err << "coldstart: " << qs(text.error().english()) << '\n';
    return false;
  }
  QStringList lines = text->split(u'\n', Qt::SkipEmptyParts);
  const QString header = lines.isEmpty() ? QString() : lines.takeFirst();
  if (merge.header.isEmpty()) merge.header = header;
  if (header != merge.header || !header.startsWith(u"point,points,")) {
    err << "coldstart: \"" << file << "\" is not a shard of the same sweep: its first line "
        << "differs. Merge files that one sweep wrote.\n";
    return false;
  }
  std::map<std::size_t, QString> own;
  for (const QString& line : lines) {
    const QString points = line.section(u',', 1, 1);
    if (merge.points.isEmpty()) merge.points = points;
    const std::size_t point = line.section(u',', 0, 0).toULongLong();
    if (point == 0 || points != merge.points) {
      err << "coldstart: \"" << file << "\" has a row that is not of the same sweep: " << line
          << '\n';
      return false;
    }
    own[point] += line + u'\n';
  }
  for (auto& [point, rows] : own) {
    if (merge.rows.try_emplace(point, std::move(rows)).second) continue;
    err << "coldstart: point " << point << " is in two of the files. Name each shard once.\n";
    return false;
  }
  return true;
}

}  // namespace

std::optional<Axis> readAxis(const QString& text, QTextStream& err) {
  const qsizetype equals = text.indexOf(u'=');
  if (equals <= 0 || text.contains(u'\n')) {
    err << "coldstart: --vary " << text << " varies nothing. Write --vary PATH=V1,V2,...\n";
    return std::nullopt;
  }
  if (text.startsWith(u"Seed=")) {
    err << "coldstart: the seed decides what arrives, so it is not varied. Use --seeds N.\n";
    return std::nullopt;
  }
  return Axis{text.left(equals),
              splitAtCommas(text.mid(equals + 1), [](const QString&) { return true; })};
}

std::optional<Shard> readShard(const QString& text, QTextStream& err) {
  const QStringList parts = text.split(u'/');
  bool numberOk = false;
  bool ofOk = false;
  const Shard shard{parts.value(0).toULongLong(&numberOk), parts.value(1).toULongLong(&ofOk)};
  if (parts.size() == 2 && numberOk && ofOk && shard.number >= 1 && shard.number <= shard.of)
    return shard;
  err << "coldstart: --shard " << text << " is no share. Write --shard 1/4 to --shard 4/4.\n";
  return std::nullopt;
}

std::size_t pointCount(const std::vector<Axis>& axes) {
  std::size_t count = 1;
  for (const Axis& axis : axes)
    count = std::min(kMostPoints + 1, count * static_cast<std::size_t>(axis.values.size()));
  return count;
}

std::vector<Point> pointsOf(const std::vector<Axis>& axes, Shard shard) {
  std::vector<Point> points;
  const std::size_t count = pointCount(axes);
  for (std::size_t index = shard.number - 1; index < count; index += shard.of) {
    Point point{index + 1, {}};
    std::size_t rest = index;
    for (auto axis = axes.rbegin(); axis != axes.rend(); ++axis) {
      const auto size = static_cast<std::size_t>(axis->values.size());
      point.values.prepend(axis->values[static_cast<qsizetype>(rest % size)]);
      rest /= size;
    }
    points.push_back(std::move(point));
  }
  return points;
}

QString csvHeader(const std::vector<Axis>& axes) {
  QStringList cells{QStringLiteral("point"), QStringLiteral("points"), QStringLiteral("scenario")};
  for (const Axis& axis : axes) cells << quoted(axis.path);
  cells << QStringLiteral("seed") << QStringLiteral("function");
  for (const simulate::Measure& measure : simulate::measures()) cells << QLatin1String(measure.key);
  return cells.join(u',') + u'\n';
}

QString csvRows(const SweepFrame& frame, const Point& point,
                const std::vector<observe::RunFigures>& seeds) {
  QString rows;
  for (std::size_t s = 0; s < seeds.size(); ++s) {
    const std::uint64_t seed = frame.seed + s;
    for (std::size_t f = 0; f < seeds[s].functions.size(); ++f)
      rows += csvRow(frame, point, seed, frame.functions[static_cast<qsizetype>(f)],
                     seeds[s].functions[f]);
    rows += csvRow(frame, point, seed, QStringLiteral("*"), seeds[s].total);
  }
  return rows;
}

std::optional<QString> merged(const QStringList& files, QTextStream& err) {
  Merge merge;
  for (const QString& file : files) {
    if (!addFile(merge, file, err)) return std::nullopt;
  }
  const std::size_t points = merge.points.toULongLong();
  QStringList missing;
  for (std::size_t point = 1; point <= points && missing.size() < 10; ++point) {
    if (!merge.rows.contains(point)) missing << QString::number(point);
  }
  if (!missing.isEmpty()) {
    err << "coldstart: of " << points
        << " points these are in none of the files: " << missing.join(QStringLiteral(", "))
        << (missing.size() == 10 ? ", ..." : "") << ". Name every shard.\n";
    return std::nullopt;
  }
  QString text = merge.header + u'\n';
  for (const auto& [point, rows] : merge.rows) text += rows;
  return text;
}

}  // namespace coldstart::command
