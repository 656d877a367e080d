// SPDX-License-Identifier: GPL-3.0-or-later
// Frame times of a CloudWatch chart of a million datapoints, beside a blank frame and beside a line
// drawn through every point, in the same run. Prints ratios; asserts nothing. Times are processor
// time, so that other work on the machine does not count.
#include <QApplication>
#include <QPainter>
#include <QWidget>
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <functional>

#include "app/cloudwatch/metric_chart.h"
#include "app/theme/theme.h"

using namespace coldstart;
using namespace coldstart::cloudwatch;

namespace {

constexpr QSize kSize(1'600, 900);
constexpr std::int64_t kPoints = 1'000'000;

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

double valueAt(std::int64_t i) {
  const auto noise = static_cast<std::uint64_t>(i) * 2'654'435'761U % 4'096;
  return static_cast<double>(noise) / 40.0 + (i == kPoints / 3 ? 400 : 0);
}

class Blank : public QWidget {
 protected:
  void paintEvent(QPaintEvent* /*event*/) override {
    QPainter(this).fillRect(rect(), theme::color(theme::Role::Panel));
  }
};

/// What a chart without levels of detail does.
class Naive : public QWidget {
 public:
  explicit Naive(std::vector<QPointF> points) : m_points(std::move(points)) {}

 protected:
  void paintEvent(QPaintEvent* /*event*/) override {
    QPainter painter(this);
    painter.fillRect(rect(), theme::color(theme::Role::Panel));
    painter.setPen(theme::color(theme::Role::Accent));
    painter.drawPolyline(m_points.data(), static_cast<int>(m_points.size()));
  }

 private:
  std::vector<QPointF> m_points;
};

template <typename Widget>
Widget& shown(Widget& widget) {
  widget.resize(kSize);
  widget.show();
  QApplication::processEvents();
  return widget;
}

void print(const char* what, double ms, double blank) {
  std::printf("  %-44s %8.2f ms   %6.1f x a blank frame\n", what, ms, ms / blank);
}

}  // namespace

int main(int argc, char** argv) {
  const QApplication application(argc, argv);
  theme::Theme::instance().apply();
  std::vector<observe::Datapoint> points;
  std::vector<QPointF> line;
  for (std::int64_t i = 0; i < kPoints; ++i) {
    points.push_back({Instant{i * 1'000'000}, valueAt(i)});
    line.emplace_back(static_cast<double>(i) * kSize.width() / kPoints, 900 - valueAt(i));
  }
  Blank plain;
  const double blank = milliseconds(50, [&, &widget = shown(plain)](int) { widget.repaint(); });
  plain.hide();
  Naive naive(std::move(line));
  const double every = milliseconds(5, [&, &widget = shown(naive)](int) { widget.repaint(); });
  naive.hide();

  MetricChart chart(observe::Metric::Invocations);
  std::vector<ChartLine> lines;
  lines.push_back({QStringLiteral("Sum"), theme::Role::Accent,
                   ChartSeries(std::move(points), Duration::seconds(1))});
  chart.setLines(std::move(lines), Duration::seconds(1));
  const TimeWindow whole{Instant{0}, Instant{kPoints * 1'000'000}};
  chart.setWindow(whole);
  shown(chart);
  const double whole1 = milliseconds(50, [&](int i) {
    chart.setWindow({Instant{i}, whole.to});
    chart.repaint();
  });
  const double panned = milliseconds(50, [&](int i) {
    const std::int64_t from = i * 1'000'000'000LL;
    chart.setWindow({Instant{from}, Instant{from + 10'000'000'000LL}});
    chart.repaint();
  });
  const double played = milliseconds(50, [&](int i) {
    chart.setPlayhead(Instant{i * 1'000'000LL});
    chart.repaint();
  });
  const double appended = milliseconds(50, [&](int i) {
    const Instant at{(kPoints + i) * 1'000'000LL};
    chart.append(0, {at, valueAt(i)});
    chart.setWindow({Instant{(i + 1) * 1'000'000LL}, at + Duration::seconds(1)});
    chart.repaint();
  });
  std::printf("chart of %lld datapoints, %d x %d\n", static_cast<long long>(kPoints), kSize.width(),
              kSize.height());
  print("blank frame", blank, blank);
  print("a line through every point", every, blank);
  print("whole run", whole1, blank);
  print("one hundredth of it, panned", panned, blank);
  print("playhead moved", played, blank);
  print("one point appended, scrolled", appended, blank);
  std::printf("  whole run against a line through every point: %.0f x faster\n", every / whole1);
  return 0;
}
