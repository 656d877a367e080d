// SPDX-License-Identifier: GPL-3.0-or-later
// What is computed from a journal: log lines, filters, the log list's frames, metrics and the bill,
// over a million requests, beside their anchors (research: own list 20 ms to open, 11 MiB, 1.9 ms a
// frame; QTableView 32 ms and 4.9 ms). Prints ratios to the targets; asserts nothing. Times are
// processor time. A first argument "small" makes it quick.
#include <QApplication>
#include <QFile>
#include <QScrollBar>
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <functional>
#include <string_view>
#include <vector>

#include "app/cloudwatch/log_list.h"
#include "app/theme/theme.h"
#include "core/base/identifiers.h"
#include "core/observe/bill.h"
#include "core/observe/metrics.h"
#include "tests/support/run_builder.h"

using namespace coldstart;
using namespace coldstart::observe;

namespace {

constexpr std::size_t kEnvironments = 50;

double milliseconds(int rounds, const std::function<void(int)>& work) {
  std::vector<double> times;
  for (int i = 0; i < rounds; ++i) {
    const std::clock_t begin = std::clock();
    work(i);
    times.push_back(static_cast<double>(std::clock() - begin) * 1e3 / CLOCKS_PER_SEC);
  }
  std::ranges::nth_element(times, times.begin() + std::ssize(times) / 2);
  return times[times.size() / 2];
}

double residentMib() {
  QFile file(QStringLiteral("/proc/self/statm"));
  if (!file.open(QIODevice::ReadOnly)) return 0;
  return file.readAll().split(' ').value(1).toDouble() * 4 / 1'024;
}

void row(const char* what, double value, const char* unit, double target) {
  std::printf("%-52s %10.3f %-4s  %6.2f of the target %g\n", what, value, unit, value / target,
              target);
}

std::shared_ptr<const RunIndex> steady(std::size_t requests) {
  tests::RunBuilder b(requests + 1);
  b.function("Thumbnail");
  b.sources();
  for (std::size_t i = 0; i < requests; ++i) {
    const auto at = static_cast<std::int64_t>(i) * 4;
    if (i < kEnvironments)
      b.cold(0, at, 90'000, 20'000);
    else
      b.warm(static_cast<std::uint32_t>(i % kEnvironments), at + 200, 50'000 + at % 90'000);
  }
  b.run().end = Instant{static_cast<std::int64_t>(requests) * 4'000 + 1'000'000};
  return b.index();
}

void benchLogs(const std::shared_ptr<const RunIndex>& index) {
  const double before = residentMib();
  std::shared_ptr<const LogView> view;
  const double open =
      milliseconds(5, [&](int) { view = std::make_shared<const LogView>(index, std::nullopt); });
  cloudwatch::LogList list;
  list.resize(1'600, 900);
  list.rows().setView(view);
  list.rowsChanged();
  const double first = milliseconds(1, [&](int) { list.grab(); });
  std::printf("%zu lines\n", view->size());
  row("log view: open and first frame", open + first, "ms", 35);
  row("log view: memory", residentMib() - before, "MiB", 15);
  QPixmap surface(list.viewport()->size());
  const double scroll = milliseconds(60, [&](int i) {
    list.verticalScrollBar()->setValue(1'000 + i * 3);
    list.viewport()->render(&surface);
  });
  const double jump = milliseconds(60, [&](int i) {
    const auto line = static_cast<std::int64_t>(mix(7, static_cast<std::uint64_t>(i)) >> 2) %
                      static_cast<std::int64_t>(view->size());
    list.verticalScrollBar()->setValue(static_cast<int>(line));
    list.viewport()->render(&surface);
  });
  row("log list: scroll three lines", scroll, "ms", 2.5);
  row("log list: random jump", jump, "ms", 2.5);
  const auto pattern = FilterPattern::parse("REPORT -\"Init Duration\"");
  std::size_t found = 0;
  const double search = milliseconds(1, [&](int) {
    view->visit(0, view->size(), [&](std::size_t, const LogLine& line) {
      found += pattern->matches(line.text) ? 1U : 0U;
      return true;
    });
  });
  row("filter pattern over every line", search, "ms", 1'000);
  std::printf("(%zu lines match)\n", found);
}

/// Ten million lines: any of them, and all of them.
void benchLines(const std::shared_ptr<const RunIndex>& index) {
  constexpr std::size_t kChunk = 8'192;
  const LogView view(index, std::nullopt);
  std::printf("%zu lines\n", view.size());
  std::size_t length = 0;
  const double lines = milliseconds(5, [&](int round) {
    for (std::uint64_t i = 0; i < 10'000; ++i)
      length += view.line(mix(static_cast<std::uint64_t>(round), i) % view.size()).text.size();
  });
  row("one line anywhere", lines / 10, "us", 10);
  std::size_t bytes = 0;
  Letters rows;
  const double all = milliseconds(3, [&](int) {
    bytes = 0;
    for (std::size_t from = 0; from < view.size(); from += kChunk) {
      rows.clear();
      view.append(from, from + kChunk, LogRow::OfStream, rows);
      bytes += rows.size();
    }
  });
  row("log export: time, stream and message", static_cast<double>(bytes) / all / 1e6, "GB/s", 1);
  std::printf("(%zu bytes exported, %zu shown)\n", bytes, length);
}

void benchFigures(const std::shared_ptr<const RunIndex>& index) {
  std::size_t points = 0;
  for (const auto& [metric, statistic] :
       {std::pair{Metric::Invocations, Statistic::Sum}, std::pair{Metric::Duration, Statistic::P99},
        std::pair{Metric::ConcurrentExecutions, Statistic::Maximum}}) {
    const double time = milliseconds(3, [&, m = metric, s = statistic](int) {
      points += metricSeries(*index, m, std::nullopt, s, Duration::seconds(1)).size();
    });
    std::printf("%-52s %10.3f ms    %6.1f ns a request\n", metricInfo(metric).name.data(), time,
                time * 1e6 / static_cast<double>(index->attempts().size()));
  }
  Money sum;
  const double bill = milliseconds(
      50, [&](int i) { sum += billAt(*index, Instant{index->run().end.us / 50 * i}).total; });
  row("bill at a playhead", bill, "ms", 2.5);
  std::printf("(%zu datapoints, %s in all)\n", points, formatMoney(sum).c_str());
}

}  // namespace

int main(int argc, char** argv) {
  if (qEnvironmentVariableIsEmpty("DISPLAY")) qputenv("QT_QPA_PLATFORM", "offscreen");
  const QApplication application(argc, argv);
  theme::Theme::instance().apply();
  const bool small = argc > 1 && std::string_view(argv[1]) == "small";
  const auto index = steady(small ? 100'000 : 1'000'000);
  benchLogs(index);
  benchFigures(index);
  benchLines(small ? index : steady(3'400'000));
  return 0;
}
