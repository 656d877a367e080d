// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command/compare.h"

#include <QRegularExpression>
#include <QTextStream>
#include <array>
#include <cmath>

#include <nlohmann/json.hpp>

#include "app/command/options.h"
#include "app/command/read_project.h"
#include "app/command/trials.h"
#include "app/workbench/say.h"
#include "core/observe/report.h"

namespace coldstart::command {

using nlohmann::ordered_json;
using observe::Figures;
using observe::RunFigures;
using simulate::Estimate;
using Kind = simulate::Measure::Kind;

namespace {

const char* const kHelp =
    "usage: coldstart compare PROJECT --set A=1 --set A=2 ... [--scenario NAME] [--seed N]\n"
    "                 [--until DURATION] [--seeds N] [--format text|json]\n\n"
    "Runs a scenario (default: the project's first) once under each setting, with the same\n"
    "requests at the same moments, and prints the figures side by side.\n\n"
    "  --set PATH=VALUE   one column. Several settings in one column are joined by commas:\n"
    "                     --set Hello.MemorySize=512,Hello.Timeout=9. An empty value removes a\n"
    "                     setting. A function goes by its logical id or FunctionName. With only\n"
    "                     one --set, the project as it is stands beside it\n"
    "  --seeds N          run each column with N seeds, the first and those after it, and print\n"
    "                     the mean and its 95 % interval\n"
    "  --scenario, --seed, --until   as of simulate\n"
    "  --format           text for people (default) or json\n\n"
    "Costs are those of Lambda alone, without logs and before the free tier. Up to 200 000\n"
    "requests every figure is exact; beyond, percentiles are within 1 % and the response time is\n"
    "not told.\n";

struct Column {
  QStringList settings;  ///< Empty: the project as it is.
  std::vector<RunFigures> seeds;
};

struct Comparison {
  Variant first;  ///< The project under the first column's setting: names and order of functions.
  std::uint64_t seed = 1;
  std::vector<Column> columns;
};

/// A row of the table; the rows below it that begin with two blanks are parts of it.
struct Row {
  const char* label;
  const char* measure;
  bool evenIfZero;
};
constexpr std::array kRows{
    Row{"  Requests", "requests", true},
    Row{"  Ran", "invocations", false},
    Row{"  Throttled (429)", "throttles", true},
    Row{"    account or scaling rate", "ConcurrentInvocationLimitExceeded", false},
    Row{"    reserved concurrency", "ReservedFunctionConcurrentInvocationLimitExceeded", false},
    Row{"    requests a second", "FunctionInvocationRateLimitExceeded", false},
    Row{"    reserved requests a second", "ReservedFunctionInvocationRateLimitExceeded", false},
    Row{"  Errors", "errors", false},
    Row{"    of them time-outs", "timeouts", false},
    Row{"  Events given up", "dropped", false},
    Row{"  Events still waiting", "waiting", false},
    Row{"  Cold starts", "coldStarts", true},
    Row{"    of all that ran", "coldStartRatio", false},
    Row{"  Init p50, ms", "initP50Ms", false},
    Row{"       p99, ms", "initP99Ms", false},
    Row{"  Duration p50, ms", "durationP50Ms", true},
    Row{"           p90, ms", "durationP90Ms", true},
    Row{"           p99, ms", "durationP99Ms", true},
    Row{"           max, ms", "durationMaxMs", true},
    Row{"  Response p50, ms", "responseP50Ms", true},
    Row{"           p90, ms", "responseP90Ms", true},
    Row{"           p99, ms", "responseP99Ms", true},
    Row{"           max, ms", "responseMaxMs", true},
    Row{"  Most busy at once", "concurrentMax", false},
    Row{"  Billed, ms", "billedMs", true},
    Row{"  GB-seconds", "gbSeconds", true},
    Row{"  Cost", "costUsd", true},
};

/// The figures of one function, or of all together, in each seed of a column.
std::vector<const Figures*> figuresIn(const Column& column, std::optional<std::size_t> function) {
  std::vector<const Figures*> found;
  for (const RunFigures& run : column.seeds)
    found.push_back(function ? &run.functions[*function] : &run.total);
  return found;
}

void addFunction(std::vector<QStringList>& table, const Comparison& all, const QString& name,
                 std::optional<std::size_t> function) {
  table.push_back({name});
  for (const Row& row : kRows) {
    const simulate::Measure& measure = measureNamed(row.measure);
    QStringList cells{QLatin1String(row.label)};
    bool any = row.evenIfZero;
    for (const Column& column : all.columns) {
      const auto estimate = estimateOf(measure, figuresIn(column, function));
      any = any || (estimate && (estimate->mean > 0 || estimate->halfWidth > 0));
      cells << cellText(measure.kind, estimate);
    }
    if (any) table.push_back(cells);
  }
  table.emplace_back();
}

/// A figure of a month; the mean of the seeds, since a month is an extrapolation anyway.
template <typename Of>
void addMonthRow(std::vector<QStringList>& table, const Comparison& all, const QString& label,
                 Kind kind, const Of& of) {
  QStringList cells{label};
  for (const Column& column : all.columns) {
    std::vector<double> values;
    bool known = true;
    for (const RunFigures& run : column.seeds) {
      const std::optional<double> value = of(run.month);
      known = known && value;
      values.push_back(value.value_or(0));
    }
    const double mean = std::round(simulate::estimateOf(values).mean * 1e12) / 1e12;
    cells << cellText(
        kind, known ? std::optional(Estimate{kind == Kind::Count ? std::round(mean) : mean, 0})
                    : std::nullopt);
  }
  table.push_back(cells);
}

void addMonth(std::vector<QStringList>& table, const Comparison& all) {
  using observe::Month;
  using Value = std::optional<double>;
  table.push_back({QStringLiteral("This load for a month (730 hours)")});
  addMonthRow(table, all, QStringLiteral("  Requests that run"), Kind::Count,
              [](const Month& m) -> Value { return static_cast<double>(m.requests); });
  addMonthRow(table, all, QStringLiteral("  Cost"), Kind::Dollars,
              [](const Month& m) -> Value { return m.total().dollars(); });
  addMonthRow(table, all, QStringLiteral("  Free tier, less"), Kind::Dollars,
              [](const Month& m) -> Value { return m.freeTier.dollars(); });
  table.emplace_back();
  table.push_back(
      {QStringLiteral("EC2 or Lambda? Above so many requests a month the machine is cheaper")});
  for (const observe::Machine& machine : observe::machines()) {
    const QString label = QStringLiteral("  %1, %2 a month")
                              .arg(qs(machine.type), qs(formatMoney(machine.perMonth())));
    addMonthRow(table, all, label, Kind::Count, [&machine](const Month& m) -> Value {
      const auto requests = breakEvenRequests(machine, m);
      return requests ? Value(static_cast<double>(*requests)) : std::nullopt;
    });
  }
}

void printText(const Comparison& all, QTextStream& out) {
  const project::Project& project = all.first.project;
  const std::size_t seeds = all.columns.front().seeds.size();
  out << qs(all.first.scenario.name) << " · ";
  if (seeds == 1)
    out << "seed " << all.seed;
  else
    out << "seeds " << all.seed << " to " << all.seed + seeds - 1
        << ", mean ± half of the 95 % interval";
  out << " · the same requests in every column\n\n";
  std::vector<QStringList> table;
  QStringList heads{QString()};
  for (std::size_t c = 0; c < all.columns.size(); ++c) {
    const QString name = QStringLiteral("[%1]").arg(c + 1);
    const QStringList& settings = all.columns[c].settings;
    out << "  " << name << "  "
        << (settings.isEmpty() ? QStringLiteral("as it is") : settings.join(QStringLiteral(", ")))
        << '\n';
    heads << name;
  }
  out << '\n';
  table.push_back(heads);
  for (std::size_t f = 0; f < project.functions.size(); ++f)
    addFunction(table, all, qs(project.functions[f].name), f);
  if (project.functions.size() > 1)
    addFunction(table, all, QStringLiteral("All functions"), std::nullopt);
  addMonth(table, all);
  printTable(table, out);
  out << "\nUS dollars of Lambda alone, prices of " << qs(observe::pricesAsOf())
      << ", without logs and before the free tier. Machines:\none, on demand, Linux, without disk "
         "and address; whether it could carry this load is not asked.\n";
  noteManyRequests(all.columns.front().seeds.front(), out);
}

/// What `of` makes of a number of every seed, through whole trees of numbers; other values are the
/// first's.
template <typename Of>
ordered_json overSeeds(const std::vector<ordered_json>& seeds, const Of& of) {
  ordered_json result = ordered_json::object();
  for (const ordered_json& seed : seeds) {
    for (const auto& [key, value] : seed.items()) {
      if (result.contains(key)) continue;
      std::vector<ordered_json> values;
      for (const ordered_json& other : seeds)
        values.push_back(other.contains(key) ? other[key] : ordered_json());
      std::vector<double> numbers;
      for (const ordered_json& number : values)
        numbers.push_back(number.is_number() ? number.get<double>() : 0.0);
      if (value.is_object())
        result[key] = overSeeds(values, of);
      else
        result[key] = value.is_number() ? of(numbers) : value;
    }
  }
  return result;
}

ordered_json columnJson(const Comparison& all, const Column& column) {
  const project::Project& project = all.first.project;
  std::vector<ordered_json> seeds;
  for (const RunFigures& run : column.seeds) {
    const Duration length = run.end - Instant{};
    ordered_json json{{"simulatedSeconds", static_cast<double>(run.end.us) / 1e6},
                      {"functions", ordered_json::object()}};
    for (std::size_t f = 0; f < run.functions.size(); ++f)
      json["functions"][project.functions[f].id] = observe::figuresJson(run.functions[f], length);
    json["total"] = observe::figuresJson(run.total, length);
    json["total"].erase("async");
    json["month"] = observe::monthJson(run.month);
    seeds.push_back(std::move(json));
  }
  ordered_json result{{"set", ordered_json::array()}};
  for (const QString& setting : column.settings) result["set"].push_back(setting.toStdString());
  if (seeds.size() == 1) {
    result.update(seeds.front());
    return result;
  }
  for (ordered_json& seed : seeds) seed["month"].erase("ec2");
  result.update(overSeeds(seeds, [](const std::vector<double>& numbers) -> ordered_json {
    return simulate::estimateOf(numbers).mean;
  }));
  result["halfWidth95"] = overSeeds(seeds, [](const std::vector<double>& numbers) -> ordered_json {
    return simulate::estimateOf(numbers).halfWidth;
  });
  return result;
}

void printJson(const Comparison& all, QTextStream& out) {
  ordered_json json{{"scenario", all.first.scenario.name},
                    {"seed", all.seed},
                    {"seeds", all.columns.front().seeds.size()},
                    {"columns", ordered_json::array()}};
  for (const Column& column : all.columns) json["columns"].push_back(columnJson(all, column));
  out << qs(json.dump(2)) << '\n';
}

std::optional<Comparison> comparison(const Options& options, QTextStream& err) {
  const auto wanted = readSeedAndLength(options, err);
  const auto seeds =
      readSeedCount(options.value(QStringLiteral("seeds")).value_or(QStringLiteral("1")), err);
  if (!wanted || !seeds) return std::nullopt;
  const auto source = readSource(options.words.first(), err);
  if (!source) return std::nullopt;
  Comparison all;
  const QStringList sets = options.all(QStringLiteral("set"));
  if (!sets.filter(QRegularExpression(QStringLiteral("(^|,)Seed="))).isEmpty()) {
    err << "coldstart: the seed decides what arrives, so columns share it. Use --seed N.\n";
    return std::nullopt;
  }
  if (sets.size() == 1) all.columns.emplace_back();
  for (const QString& set : sets) all.columns.push_back({settingsIn(set), {}});
  std::vector<Variant> variants;
  for (const Column& column : all.columns) {
    auto project = projectWith(*source, column.settings, err);
    if (!project) return std::nullopt;
    const project::Scenario* scenario = chosenScenario(*project, options, err);
    if (!scenario) return std::nullopt;
    project::Scenario copy = *scenario;
    variants.push_back({*std::move(project), std::move(copy)});
  }
  all.first = variants.front();
  all.seed = wanted->seed.value_or(all.first.project.seed);
  auto figures = runAll(variants, all.seed, *seeds, wanted->until, err);
  if (!figures) return std::nullopt;
  for (std::size_t c = 0; c < all.columns.size(); ++c)
    all.columns[c].seeds = std::move((*figures)[c]);
  return all;
}

}  // namespace

int compare(const QStringList& arguments, QTextStream& out, QTextStream& err) {
  const auto options = readOptions(arguments);
  if (!options) {
    err << "coldstart: " << qs(options.error().english()) << '\n';
    return kWrongInput;
  }
  if (options->help) {
    out << kHelp;
    return kDone;
  }
  if (!onlyKnown(*options,
                 {QStringLiteral("set"), QStringLiteral("scenario"), QStringLiteral("seed"),
                  QStringLiteral("until"), QStringLiteral("seeds"), QStringLiteral("format")},
                 err))
    return kWrongInput;
  const QString format = options->value(QStringLiteral("format")).value_or(QStringLiteral("text"));
  if (format != QStringLiteral("text") && format != QStringLiteral("json")) {
    err << "coldstart: --format is text or json, not \"" << format << "\".\n";
    return kWrongInput;
  }
  if (options->words.size() != 1 || options->all(QStringLiteral("set")).isEmpty()) {
    err << "coldstart: compare needs one project and at least one --set PATH=VALUE.\n";
    return kWrongInput;
  }
  const auto all = comparison(*options, err);
  if (!all) return kWrongInput;
  if (format == QStringLiteral("json"))
    printJson(*all, out);
  else
    printText(*all, out);
  return kDone;
}

}  // namespace coldstart::command
