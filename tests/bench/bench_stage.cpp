// SPDX-License-Identifier: GPL-3.0-or-later
// Frame times of the stage at one and ten million intervals, beside a blank frame and beside one
// fillRect an interval, in the same run. Prints ratios; asserts nothing. Times are processor time,
// so that other work on the machine does not count. A first argument "small" makes it quick.
#include <QApplication>
#include <QPainter>
#include <QWidget>
#include <QWindow>
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <functional>
#include <string_view>
#include <vector>

#include "app/stage/concurrency_view.h"
#include "app/stage/flow_view.h"
#include "app/stage/timeline_view.h"
#include "app/theme/theme.h"
#include "core/observe/run_index.h"
#include "core/observe/stage_state.h"
#include "tests/support/made_runs.h"

using namespace coldstart;
using namespace coldstart::stage;

namespace {

constexpr QSize kSize(1'600, 900);

double median(std::vector<double> values) {
  std::ranges::nth_element(values, values.begin() + std::ssize(values) / 2);
  return values[values.size() / 2];
}

double milliseconds(int rounds, const std::function<void(int)>& work) {
  std::vector<double> times;
  for (int i = 0; i < rounds; ++i) {
    const std::clock_t begin = std::clock();
    work(i);
    times.push_back(static_cast<double>(std::clock() - begin) * 1e3 / CLOCKS_PER_SEC);
  }
  return median(times);
}

/// `attempts` over `lanes` environments, each busy two thirds of the time; every 50 000th fails.
std::shared_ptr<const journal::Run> steadyRun(std::size_t attempts, std::size_t lanes) {
  tests::MadeRun made(attempts + 1);
  for (std::size_t lane = 0; lane < lanes; ++lane)
    made.environment(Instant{static_cast<std::int64_t>(lane) * 900}, Duration::millis(200));
  std::uint32_t noise = 1;
  Instant last;
  for (std::size_t i = 0; i < attempts; ++i) {
    noise = noise * 1'664'525 + 1'013'904'223;
    const auto lane = static_cast<journal::EnvironmentIndex>(i % lanes);
    const Instant arrived{static_cast<std::int64_t>(i / lanes) * 300'000 +
                          static_cast<std::int64_t>(lane) * 900};
    const bool first = i < lanes;
    const Duration handler = Duration::micros(first ? 60'000 : 100'000 + (noise >> 15));
    made.request(lane, arrived, handler,
                 noise % 50'000 == 0 ? journal::Ending::HandlerError : journal::Ending::Succeeded);
    last = arrived + handler;
  }
  return made.end(last + Duration::seconds(1));
}

class Blank : public QWidget {
 protected:
  void paintEvent(QPaintEvent* /*event*/) override {
    QPainter(this).fillRect(rect(), theme::color(theme::Role::Panel));
  }
};

/// What the timeline would cost without folding.
class Naive : public QWidget {
 public:
  explicit Naive(const observe::RunIndex& index) : m_index(index) {}

 protected:
  void paintEvent(QPaintEvent* /*event*/) override {
    QPainter painter(this);
    painter.fillRect(rect(), theme::color(theme::Role::Panel));
    const QColor busy = theme::color(theme::Role::Busy);
    const double scale = width() / static_cast<double>(m_index.run().end.us);
    const double pitch = height() / static_cast<double>(m_index.environments().size());
    for (const journal::Attempt& a : m_index.attempts())
      painter.fillRect(QRectF(static_cast<double>(a.began().us) * scale, a.environment * pitch,
                              a.durationUs * scale, pitch - 1),
                       busy);
  }

 private:
  const observe::RunIndex& m_index;
};

/// Until its window is exposed, repaint() would paint nothing.
void show(QWidget& widget, QSize size) {
  widget.setAttribute(Qt::WA_OpaquePaintEvent);
  widget.resize(size);
  widget.show();
  while (!widget.windowHandle()->isExposed()) QCoreApplication::processEvents();
  widget.repaint();
}

/// What one run is measured against, and with.
struct Bench {
  std::shared_ptr<const observe::RunIndex> index;
  double blank = 0;
  double naive = 0;

  void report(const char* what, double ms) const {
    std::printf("  %-34s %8.2f ms   %6.1f x blank   1/%.0f of fillRect per interval\n", what, ms,
                blank > 0 ? ms / blank : 0, ms > 0 ? naive / ms : 0);
  }
  [[nodiscard]] Instant at(double part) const {
    return Instant{static_cast<std::int64_t>(static_cast<double>(index->run().end.us) * part)};
  }
  [[nodiscard]] TimeWindow window(double from, double width) const {
    return {at(from), at(from + width)};
  }
};

void measureTimeline(const Bench& bench) {
  TimelineView view;
  view.setIndex(bench.index);
  view.setPlayhead(bench.at(0.5));
  show(view, kSize);
  const auto frame = [&](TimeWindow window) {
    view.setWindow(window);
    view.repaint();
  };
  // A window that changes by a little each time: nothing of the last frame can be reused.
  bench.report("timeline, full view, laid out anew",
               milliseconds(15, [&](int i) { frame(bench.window(0, 1 - i * 1e-6)); }));
  for (const double zoom : {0.5, 0.1, 0.02, 0.004, 0.0005}) {
    char label[64];
    std::snprintf(label, sizeof label, "timeline, pan at %g %%", zoom * 100);
    bench.report(label,
                 milliseconds(15, [&](int i) { frame(bench.window(0.3 + i * zoom / 20, zoom)); }));
  }
  frame(bench.window(0, 1));
  bench.report("timeline, playhead moves", milliseconds(30, [&](int i) {
                 view.setPlayhead(bench.at(i / 40.0));
                 view.repaint();
               }));
  bench.report("timeline, hover card", milliseconds(30, [&](int i) {
                 view.cardAt(QPointF(200 + i * 40, 60 + i * 20));
                 view.repaint();
               }));
}

void measureOthers(const Bench& bench) {
  ConcurrencyView curve;
  curve.setIndex(bench.index);
  show(curve, {1'600, 400});
  bench.report("concurrency, full view", milliseconds(15, [&](int i) {
                 curve.setWindow(bench.window(0, 1 - i * 1e-6));
                 curve.repaint();
               }));
  bench.report("concurrency, pan at 1 %", milliseconds(15, [&](int i) {
                 curve.setWindow(bench.window(0.3 + i * 0.0005, 0.01));
                 curve.repaint();
               }));
  FlowView flow;
  flow.setIndex(bench.index);
  show(flow, {1'600, 500});
  bench.report("flow, playhead moves", milliseconds(30, [&](int i) {
                 flow.setPlayhead(bench.at(i / 31.0));
                 flow.repaint();
               }));
  bench.report("stageAt alone", milliseconds(30, [&](int i) {
                 observe::stageAt(*bench.index, bench.at(i / 31.0));
               }));
}

void measure(std::size_t attempts, std::size_t lanes) {
  const auto run = steadyRun(attempts, lanes);
  Bench bench;
  const double build = milliseconds(3, [&](int /*round*/) {
    bench.index.reset();
    bench.index = std::make_shared<observe::RunIndex>(run);
  });
  std::printf("%zu intervals in %zu lanes: index built in %.0f ms (%.1f ns each)\n", attempts,
              lanes, build, build * 1e6 / static_cast<double>(attempts));
  Blank blank;
  show(blank, kSize);
  bench.blank = milliseconds(15, [&](int /*round*/) { blank.repaint(); });
  blank.hide();
  Naive naive(*bench.index);
  show(naive, kSize);
  bench.naive = milliseconds(3, [&](int /*round*/) { naive.repaint(); });
  naive.hide();
  std::printf("  %-34s %8.2f ms\n  %-34s %8.2f ms\n", "blank frame", bench.blank,
              "fillRect per interval", bench.naive);
  measureTimeline(bench);
  measureOthers(bench);
}

}  // namespace

int main(int argc, char** argv) {
  QApplication app(argc, argv);
  theme::Theme::instance().apply();
  const bool small = argc > 1 && std::string_view(argv[1]) == "small";
  std::printf("stage, %d x %d pixels, medians\n", kSize.width(), kSize.height());
  measure(small ? 100'000 : 1'000'000, 50);
  measure(small ? 100'000 : 1'000'000, 200);
  if (!small) measure(10'000'000, 50);
  if (!small) measure(10'000'000, 1'000);
  return 0;
}
