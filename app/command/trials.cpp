// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command/trials.h"

#include <QRegularExpression>
#include <QTextStream>
#include <array>
#include <cmath>
#include <mutex>

#include <unistd.h>

#include "app/workbench/parallel.h"
#include "app/workbench/say.h"

namespace coldstart::command {

using Kind = simulate::Measure::Kind;

namespace {

constexpr std::size_t kMostSeeds = 10'000;

/// Three significant figures at least, and groups of three: "1 991", "7.69", "0.133".
QString figureText(double value) {
  if (value >= 1'000) return qs(formatCount(std::llround(value)));
  const int decimals = value >= 100 ? 0 : value >= 10 ? 1 : value >= 0.1 || value == 0 ? 2 : 4;
  return QString::number(value, 'f', decimals);
}

QString plainText(Kind kind, double value) {
  switch (kind) {
    case Kind::Count:
      return value == std::floor(value) ? qs(formatCount(std::llround(value))) : figureText(value);
    case Kind::Millis:
    case Kind::GbSeconds:
      return figureText(value);
    case Kind::Ratio:
      return value == 0 ? QStringLiteral("0 %") : figureText(value * 100) + QStringLiteral(" %");
    case Kind::Dollars:
      return qs(formatMoney(Money{std::llround(value * 1e12)}));
  }
  return {};
}

}  // namespace

QStringList splitAtCommas(const QString& text, bool (*splits)(const QString& rest)) {
  QStringList parts;
  qsizetype from = 0;
  int depth = 0;
  bool quoted = false;
  for (qsizetype i = 0; i < text.size(); ++i) {
    const QChar c = text[i];
    if (c == u'"') quoted = !quoted;
    if (quoted) continue;
    if (c == u'{' || c == u'[') ++depth;
    if (c == u'}' || c == u']') --depth;
    if (c != u',' || depth > 0 || !splits(text.mid(i + 1))) continue;
    parts << text.mid(from, i - from);
    from = i + 1;
  }
  parts << text.mid(from);
  return parts;
}

QStringList settingsIn(const QString& column) {
  return splitAtCommas(column, [](const QString& rest) {
    static const QRegularExpression path(QStringLiteral(R"(^(Seed|[A-Za-z][\w-]*\.[\w.-]+)=)"));
    return path.match(rest).hasMatch();
  });
}

std::optional<std::size_t> readSeedCount(const QString& text, QTextStream& err) {
  bool ok = false;
  const qulonglong count = text.toULongLong(&ok);
  if (ok && count >= 1 && count <= kMostSeeds) return count;
  err << "coldstart: --seeds " << text << " is not a number from 1 to " << kMostSeeds << ".\n";
  return std::nullopt;
}

std::optional<std::vector<std::vector<observe::RunFigures>>> runAll(
    const std::vector<Variant>& variants, std::uint64_t firstSeed, std::size_t seeds,
    std::optional<Duration> until, QTextStream& err) {
  std::vector<std::optional<Result<observe::RunFigures>>> results(variants.size() * seeds);
  const bool terminal = isatty(STDERR_FILENO) != 0;
  std::mutex telling;
  std::size_t done = 0;
  inParallel(results.size(), [&](std::size_t i) {
    const Variant& variant = variants[i / seeds];
    simulate::Trial trial;
    trial.seed = firstSeed + i % seeds;
    trial.until = until;
    results[i] = simulate::tryOut(variant.project, variant.scenario, trial);
    if (!terminal) return;
    const std::scoped_lock lock(telling);
    err << '\r' << ++done << " of " << results.size() << " runs";
    err.flush();
  });
  if (terminal) err << "\r\033[K";
  std::vector<std::vector<observe::RunFigures>> figures(variants.size());
  for (std::size_t i = 0; i < results.size(); ++i) {
    auto& result = *results[i];
    if (!result) {
      err << "coldstart: " << qs(result.error().english()) << '\n';
      return std::nullopt;
    }
    figures[i / seeds].push_back(*std::move(result));
  }
  return figures;
}

std::optional<simulate::Estimate> estimateOf(const simulate::Measure& measure,
                                             const std::vector<const observe::Figures*>& seeds) {
  std::vector<double> values;
  for (const observe::Figures* figures : seeds) {
    const auto value = measure.of(*figures);
    if (!value) return std::nullopt;
    values.push_back(*value);
  }
  return simulate::estimateOf(values);
}

const simulate::Measure& measureNamed(const char* key) {
  for (const simulate::Measure& measure : simulate::measures()) {
    if (qstrcmp(measure.key, key) == 0) return measure;
  }
  qFatal("there is no measure %s", key);
}

QString cellText(Kind kind, const std::optional<simulate::Estimate>& estimate) {
  if (!estimate) return QStringLiteral("–");
  const QString mean = plainText(kind, estimate->mean);
  if (estimate->halfWidth == 0) return mean;
  return mean + QStringLiteral(" ± ") + plainText(kind, estimate->halfWidth);
}

void noteManyRequests(const observe::RunFigures& run, QTextStream& out) {
  if (run.total.response) return;
  out << "More than " << simulate::kExactRequests
      << " requests: percentiles are within 1 %, response times are not known.\n";
}

void printTable(const std::vector<QStringList>& rows, QTextStream& out) {
  std::vector<qsizetype> widths;
  for (const QStringList& row : rows) {
    if (row.size() == 1) continue;  // A heading may stand out.
    widths.resize(std::max(widths.size(), static_cast<std::size_t>(row.size())));
    for (qsizetype c = 0; c < row.size(); ++c) {
      qsizetype& width = widths[static_cast<std::size_t>(c)];
      width = std::max(width, row[c].size());
    }
  }
  for (const QStringList& row : rows) {
    QString line = row.size() == 1 ? row.first() : QString();
    for (qsizetype c = 0; row.size() > 1 && c < row.size(); ++c) {
      const qsizetype width = widths[static_cast<std::size_t>(c)];
      line += c == 0 ? row[c].leftJustified(width)
                     : QStringLiteral("  ") + row[c].rightJustified(width);
    }
    while (line.endsWith(u' ')) line.chop(1);
    out << line << '\n';
  }
}

}  // namespace coldstart::command
