// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command/sweep.h"

#include <QSaveFile>
#include <QTextStream>
#include <array>

#include "app/command/options.h"
#include "app/command/read_project.h"
#include "app/command/sweep_points.h"
#include "app/workbench/say.h"

namespace coldstart::command {

using observe::Figures;
using simulate::Estimate;

namespace {

const char* const kHelp =
    "usage: coldstart sweep PROJECT --vary PATH=V1,V2,... [--vary ...] [--set PATH=VALUE]...\n"
    "                 [--scenario NAME] [--seed N] [--seeds N] [--until DURATION]\n"
    "                 [--function NAME] [--shard I/N] [--format text|csv] [--out FILE.csv]\n"
    "       coldstart sweep --merge FILE.csv FILE.csv ... --out FILE.csv\n\n"
    "Runs a scenario (default: the project's first) under every combination of the values, with\n"
    "the same requests at the same moments, and prints time and cost of each. Where only one\n"
    "function's MemorySize varies, the cheapest, the fastest and the balanced one are named.\n\n"
    "  --vary PATH=V1,V2  a setting and its values; several --vary make every combination, the\n"
    "                     last varying fastest. An empty value removes the setting\n"
    "  --set PATH=VALUE   a setting that all points share\n"
    "  --seeds N          every point with N seeds, the first and those after it; the table shows\n"
    "                     the mean and half of the 95 % interval, the CSV each seed\n"
    "  --function NAME    whose figures the table shows (default: the function that is varied,\n"
    "                     else all together). The CSV always holds all\n"
    "  --shard I/N        only every N-th point, beginning with the I-th: the same sweep on N\n"
    "                     machines\n"
    "  --format csv       the CSV instead of the table\n"
    "  --out FILE.csv     write the CSV there; the table is printed as well\n"
    "  --merge            put the files of all shards together: the same bytes as without "
    "--shard.\n"
    "                     So does sort, since rows begin with their point's number:\n"
    "                     (head -n 1 a.csv; tail -qn +2 a.csv b.csv | sort -snt, -k1,1) > "
    "all.csv\n\n"
    "Balanced is the least sum of average duration and cost, each as a part of the highest.\n"
    "Costs are those of Lambda alone, without logs and before the free tier. Up to 200 000\n"
    "requests every figure is exact; beyond, percentiles are within 1 % and the response time is\n"
    "left empty.\n";

struct Sweep {
  std::vector<Axis> axes;
  Shard shard;
  std::vector<Point> points;
  std::vector<Variant> variants;  ///< By point.
  std::vector<std::vector<observe::RunFigures>> figures;
  SweepFrame frame;
  std::size_t seeds = 1;
  std::optional<std::size_t> function;  ///< Of the table; nothing: all together.
};

bool writeFile(const QString& path, const QString& text, QTextStream& out, QTextStream& err) {
  if (path == QStringLiteral("-")) {
    out << text;
    return true;
  }
  QSaveFile file(path);
  if (file.open(QIODevice::WriteOnly)) {
    file.write(text.toUtf8());
    if (file.commit()) return true;
  }
  err << "coldstart: \"" << path << "\" cannot be written: " << file.errorString() << ".\n";
  return false;
}

int merge(const Options& options, QTextStream& out, QTextStream& err) {
  const QStringList files = options.all(QStringLiteral("merge")) + options.words;
  const auto text = merged(files, err);
  if (!text) return kWrongInput;
  const QString path = options.value(QStringLiteral("out")).value_or(QStringLiteral("-"));
  return writeFile(path, *text, out, err) ? kDone : kFailed;
}

/// The function that every varied setting is about, if it is one.
std::optional<std::size_t> variedFunction(const Sweep& sweep) {
  std::optional<std::size_t> found;
  for (const Axis& axis : sweep.axes) {
    const QString name = axis.path.section(u'.', 0, 0);
    std::optional<std::size_t> here;
    const auto& functions = sweep.variants.front().project.functions;
    for (std::size_t f = 0; f < functions.size(); ++f) {
      if (name.compare(qs(functions[f].id), Qt::CaseInsensitive) == 0 ||
          name.compare(qs(functions[f].name), Qt::CaseInsensitive) == 0)
        here = f;
    }
    if (!here || (found && found != here)) return std::nullopt;
    found = here;
  }
  return found;
}

bool chooseFunction(Sweep& sweep, const Options& options, QTextStream& err) {
  const project::Project& project = sweep.variants.front().project;
  sweep.function = variedFunction(sweep);
  const auto name = options.value(QStringLiteral("function"));
  if (!name) return true;
  sweep.function = project.functionNamed(name->toStdString());
  if (!sweep.function) err << "coldstart: there is no function \"" << *name << "\".\n";
  return sweep.function.has_value();
}

std::optional<Sweep> plan(const Options& options, QTextStream& err) {
  Sweep sweep;
  for (const QString& text : options.all(QStringLiteral("vary"))) {
    auto axis = readAxis(text, err);
    if (!axis) return std::nullopt;
    sweep.axes.push_back(*std::move(axis));
  }
  const auto shard =
      readShard(options.value(QStringLiteral("shard")).value_or(QStringLiteral("1/1")), err);
  const auto seeds =
      readSeedCount(options.value(QStringLiteral("seeds")).value_or(QStringLiteral("1")), err);
  if (!shard || !seeds) return std::nullopt;
  sweep.shard = *shard;
  sweep.seeds = *seeds;
  sweep.frame.points = pointCount(sweep.axes);
  if (sweep.frame.points > kMostPoints) {
    err << "coldstart: these are more than " << kMostPoints << " points. Vary less at once.\n";
    return std::nullopt;
  }
  sweep.points = pointsOf(sweep.axes, sweep.shard);
  if (sweep.points.empty()) {
    err << "coldstart: there are only " << sweep.frame.points << " points, so shard "
        << shard->number << " has none. Use fewer shards.\n";
    return std::nullopt;
  }
  return sweep;
}

bool makeVariants(Sweep& sweep, const Options& options, QTextStream& err) {
  const auto source = readSource(options.words.first(), err);
  if (!source) return false;
  for (const Point& point : sweep.points) {
    QStringList settings = options.all(QStringLiteral("set"));
    for (std::size_t a = 0; a < sweep.axes.size(); ++a)
      settings << sweep.axes[a].path + u'=' + point.values[static_cast<qsizetype>(a)];
    auto project = projectWith(*source, settings, err);
    if (!project) return false;
    const project::Scenario* scenario = chosenScenario(*project, options, err);
    if (!scenario) return false;
    project::Scenario copy = *scenario;
    sweep.variants.push_back({*std::move(project), std::move(copy)});
  }
  const Variant& first = sweep.variants.front();
  sweep.frame.scenario = qs(first.scenario.name);
  for (const project::Function& function : first.project.functions)
    sweep.frame.functions << qs(function.name);
  return chooseFunction(sweep, options, err);
}

std::vector<const Figures*> figuresAt(const Sweep& sweep, std::size_t point) {
  std::vector<const Figures*> seeds;
  for (const observe::RunFigures& run : sweep.figures[point])
    seeds.push_back(sweep.function ? &run.functions[*sweep.function] : &run.total);
  return seeds;
}

std::optional<Estimate> estimateAt(const Sweep& sweep, std::size_t point, const char* measure) {
  return estimateOf(measureNamed(measure), figuresAt(sweep, point));
}

/// Names the points that power tuning recommends; only for a sweep over one function's memory.
std::vector<QStringList> marks(const Sweep& sweep) {
  std::vector<QStringList> names(sweep.points.size());
  if (sweep.axes.size() != 1 || !sweep.axes.front().path.endsWith(u".MemorySize") ||
      sweep.shard.of > 1)
    return names;
  std::vector<simulate::TuningPoint> points;
  for (std::size_t i = 0; i < sweep.points.size(); ++i) {
    const auto mean = [&](const char* measure) { return estimateAt(sweep, i, measure)->mean; };
    points.push_back({mean("durationAvgMs"), mean("costUsd"), mean("throttles") + mean("errors")});
  }
  const auto best = simulate::tune(points);
  if (!best) return names;
  names[best->cheapest] << QStringLiteral("cheapest");
  names[best->fastest] << QStringLiteral("fastest");
  names[best->balanced] << QStringLiteral("balanced");
  return names;
}

struct TableColumn {
  const char* head;
  const char* measure;
};
constexpr std::array kColumns{
    TableColumn{"requests", "requests"},
    TableColumn{"throttled", "throttles"},
    TableColumn{"errors", "errors"},
    TableColumn{"cold", "coldStarts"},
    TableColumn{"average ms", "durationAvgMs"},
    TableColumn{"p50 ms", "durationP50Ms"},
    TableColumn{"p99 ms", "durationP99Ms"},
    TableColumn{"cost", "costUsd"},
};

/// What a million requests that ran would cost.
std::optional<Estimate> costOfAMillion(const Sweep& sweep, std::size_t point) {
  std::vector<double> values;
  for (const Figures* figures : figuresAt(sweep, point)) {
    if (figures->invocations == 0) return std::nullopt;
    values.push_back(figures->cost.dollars() / static_cast<double>(figures->invocations) * 1e6);
  }
  return simulate::estimateOf(values);
}

void printTo(const Sweep& sweep, QTextStream& out) {
  out << sweep.frame.scenario << " · "
      << (sweep.function ? sweep.frame.functions[static_cast<qsizetype>(*sweep.function)]
                         : QStringLiteral("all functions"))
      << " · ";
  if (sweep.seeds == 1)
    out << "seed " << sweep.frame.seed;
  else
    out << "seeds " << sweep.frame.seed << " to " << sweep.frame.seed + sweep.seeds - 1
        << ", mean ± half of the 95 % interval";
  if (sweep.shard.of > 1)
    out << " · shard " << sweep.shard.number << " of " << sweep.shard.of << ", "
        << sweep.points.size() << " of " << sweep.frame.points << " points";
  out << "\n\n";
  std::vector<QStringList> table;
  QStringList heads;
  for (const Axis& axis : sweep.axes) heads << axis.path;
  for (const TableColumn& column : kColumns) heads << QLatin1String(column.head);
  table.push_back(heads << QStringLiteral("cost of a million"));
  const auto names = marks(sweep);
  for (std::size_t i = 0; i < sweep.points.size(); ++i) {
    QStringList row;
    for (const QString& value : sweep.points[i].values)
      row << (value.isEmpty() ? QStringLiteral("(none)") : value);
    for (const TableColumn& column : kColumns)
      row << cellText(measureNamed(column.measure).kind, estimateAt(sweep, i, column.measure));
    row << cellText(simulate::Measure::Kind::Dollars, costOfAMillion(sweep, i));
    if (!names[i].isEmpty()) row << names[i].join(QStringLiteral(", "));
    table.push_back(row);
  }
  printTable(table, out);
  out << "\nDuration is the handler's time, without init and waiting. US dollars of Lambda alone,\n"
         "prices of "
      << qs(observe::pricesAsOf()) << ", without logs and before the free tier.\n";
  noteManyRequests(sweep.figures.front().front(), out);
}

QString csvOf(const Sweep& sweep) {
  QString text = csvHeader(sweep.axes);
  for (std::size_t i = 0; i < sweep.points.size(); ++i)
    text += csvRows(sweep.frame, sweep.points[i], sweep.figures[i]);
  return text;
}

int runSweep(const Options& options, const QString& format, QTextStream& out, QTextStream& err) {
  auto sweep = plan(options, err);
  const auto wanted = readSeedAndLength(options, err);
  if (!sweep || !wanted || !makeVariants(*sweep, options, err)) return kWrongInput;
  sweep->frame.seed = wanted->seed.value_or(sweep->variants.front().project.seed);
  auto figures = runAll(sweep->variants, sweep->frame.seed, sweep->seeds, wanted->until, err);
  if (!figures) return kWrongInput;
  sweep->figures = *std::move(figures);
  const auto path = options.value(QStringLiteral("out"));
  if (path && !writeFile(*path, csvOf(*sweep), out, err)) return kFailed;
  if (format == QStringLiteral("csv")) {
    if (!path) out << csvOf(*sweep);
  } else if (path != QStringLiteral("-")) {
    printTo(*sweep, out);
  }
  return kDone;
}

}  // namespace

int sweep(const QStringList& arguments, QTextStream& out, QTextStream& err) {
  const auto options = readOptions(arguments);
  if (!options) {
    err << "coldstart: " << qs(options.error().english()) << '\n';
    return kWrongInput;
  }
  if (options->help) {
    out << kHelp;
    return kDone;
  }
  const bool merging = options->value(QStringLiteral("merge")).has_value();
  const QStringList known = merging
                                ? QStringList{QStringLiteral("merge"), QStringLiteral("out")}
                                : QStringList{QStringLiteral("vary"),     QStringLiteral("set"),
                                              QStringLiteral("scenario"), QStringLiteral("seed"),
                                              QStringLiteral("seeds"),    QStringLiteral("until"),
                                              QStringLiteral("function"), QStringLiteral("shard"),
                                              QStringLiteral("format"),   QStringLiteral("out")};
  if (!onlyKnown(*options, known, err)) return kWrongInput;
  if (merging) return merge(*options, out, err);
  const QString format = options->value(QStringLiteral("format")).value_or(QStringLiteral("text"));
  if (format != QStringLiteral("text") && format != QStringLiteral("csv")) {
    err << "coldstart: --format is text or csv, not \"" << format << "\".\n";
    return kWrongInput;
  }
  if (options->words.size() != 1 || options->all(QStringLiteral("vary")).isEmpty()) {
    err << "coldstart: sweep needs one project and at least one --vary PATH=V1,V2,...\n";
    return kWrongInput;
  }
  return runSweep(*options, format, out, err);
}

}  // namespace coldstart::command
