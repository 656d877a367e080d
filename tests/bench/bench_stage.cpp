// SPDX-License-Identifier: GPL-3.0-or-later
// Frame times of the stage at one and ten million intervals, beside a blank frame and beside one
// fillRect an interval, in the same run. Prints ratios; asserts nothing. A first argument "small"
// makes it quick.
#include <QApplication>
#include <QElapsedTimer>
#include <QPainter>
#include <QWidget>
#include <algorithm>
#include <cstdio>
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
    QElapsedTimer timer;
    timer.start();
    work(i);
    times.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
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

void report(const char* what, double ms, double blank, double naive) {
  std::printf("  %-34s %8.2f ms   %6.1f x blank   1/%.0f of fillRect per interval\n", what, ms,
              blank > 0 ? ms / blank : 0, ms > 0 ? naive / ms : 0);
}

TimeWindow part(const observe::RunIndex& index, double from, double width) {
  const auto end = static_cast<double>(index.run().end.us);
  return {Instant{static_cast<std::int64_t>(end * from)},
          Instant{static_cast<std::int64_t>(end * (from + width))}};
}

void measure(std::size_t attempts, std::size_t lanes) {
  const auto run = steadyRun(attempts, lanes);
  std::shared_ptr<const observe::RunIndex> index;
  const double build =
      milliseconds(3, [&](int /*round*/) { index = std::make_shared<observe::RunIndex>(run); });
  std::printf("%zu intervals in %zu lanes: index built in %.0f ms (%.1f ns each)\n", attempts,
              lanes, build, build * 1e6 / static_cast<double>(attempts));
  Blank blankWidget;
  blankWidget.setAttribute(Qt::WA_OpaquePaintEvent);
  blankWidget.resize(kSize);
  blankWidget.show();
  const double blank = milliseconds(15, [&](int /*round*/) { blankWidget.repaint(); });
  blankWidget.hide();
  Naive naiveWidget(*index);
  naiveWidget.setAttribute(Qt::WA_OpaquePaintEvent);
  naiveWidget.resize(kSize);
  naiveWidget.show();
  const double naive = milliseconds(3, [&](int /*round*/) { naiveWidget.repaint(); });
  naiveWidget.hide();
  std::printf("  %-34s %8.2f ms\n  %-34s %8.2f ms\n", "blank frame", blank, "fillRect per interval",
              naive);

  TimelineView view;
  view.resize(kSize);
  view.setIndex(index);
  view.setPlayhead(Instant{index->run().end.us / 2});
  view.show();
  view.repaint();
  const auto frame = [&](TimeWindow window) {
    view.setWindow(window);
    view.repaint();
  };
  // A window that changes by a little each time: nothing of the last frame can be reused.
  report("timeline, full view, laid out anew",
         milliseconds(15, [&](int i) { frame(part(*index, 0, 1 - i * 1e-6)); }), blank, naive);
  for (const double zoom : {0.5, 0.1, 0.02, 0.004, 0.0005}) {
    char label[64];
    std::snprintf(label, sizeof label, "timeline, pan at %g %%", zoom * 100);
    report(label, milliseconds(15, [&](int i) { frame(part(*index, 0.3 + i * zoom / 20, zoom)); }),
           blank, naive);
  }
  frame(part(*index, 0, 1));
  report("timeline, playhead moves",
         milliseconds(30,
                      [&](int i) {
                        view.setPlayhead(Instant{index->run().end.us / 40 * i});
                        view.repaint();
                      }),
         blank, naive);
  report("timeline, hover card",
         milliseconds(30,
                      [&](int i) {
                        view.cardAt(QPointF(200 + i * 40, 60 + i * 20));
                        view.repaint();
                      }),
         blank, naive);
  view.hide();

  ConcurrencyView curve;
  curve.resize(1'600, 400);
  curve.setIndex(index);
  curve.show();
  report("concurrency, full view",
         milliseconds(15,
                      [&](int i) {
                        curve.setWindow(part(*index, 0, 1 - i * 1e-6));
                        curve.repaint();
                      }),
         blank, naive);
  report("concurrency, pan at 1 %",
         milliseconds(15,
                      [&](int i) {
                        curve.setWindow(part(*index, 0.3 + i * 0.0005, 0.01));
                        curve.repaint();
                      }),
         blank, naive);
  curve.hide();

  FlowView flow;
  flow.resize(1'600, 500);
  flow.setIndex(index);
  flow.show();
  report("flow, playhead moves",
         milliseconds(30,
                      [&](int i) {
                        flow.setPlayhead(Instant{index->run().end.us / 31 * i});
                        flow.repaint();
                      }),
         blank, naive);
  report("stageAt alone",
         milliseconds(
             30, [&](int i) { observe::stageAt(*index, Instant{index->run().end.us / 31 * i}); }),
         blank, naive);
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
