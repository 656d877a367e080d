// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stage/time_axis.h"

#include <QWheelEvent>
#include <algorithm>
#include <array>

#include "app/stage/quantity.h"

namespace coldstart::stage {
namespace {

constexpr std::int64_t kSecond = 1'000'000;
constexpr std::int64_t kNarrowest = 20;  ///< Microseconds: a pixel is then far below one.

/// Round steps above a second; below it they are 1, 2, 5 times a power of ten.
constexpr std::array<std::int64_t, 22> kSteps{
    1,     2,     5,     10,     20,     30,     60,     120,     300,     600,       1'200,
    1'800, 3'600, 7'200, 14'400, 21'600, 43'200, 86'400, 172'800, 604'800, 1'209'600, 2'592'000};

TimeWindow within(TimeWindow window, Instant end) {
  const Duration span = window.to - window.from;
  if (window.from < Instant{}) window = {Instant{}, Instant{} + span};
  const Instant last = wholeOf(end).to;
  if (window.to > last) window = {last - span, last};
  if (window.from < Instant{}) window.from = Instant{};
  return window;
}

}  // namespace

Duration tickStep(TimeWindow window, int most) {
  const std::int64_t parts = std::max(most, 1);
  const std::int64_t least =
      std::max<std::int64_t>(((window.to - window.from).us + parts - 1) / parts, 1);
  for (std::int64_t power = 1; power < kSecond; power *= 10)
    for (const std::int64_t n : {1, 2, 5})
      if (n * power >= least) return Duration{n * power};
  for (const std::int64_t seconds : kSteps)
    if (seconds * kSecond >= least) return Duration::seconds(seconds);
  const std::int64_t months = least / (kSteps.back() * kSecond) + 1;
  return Duration::seconds(kSteps.back() * months);
}

std::vector<Tick> ticksIn(TimeWindow window, int most) {
  const Duration step = tickStep(window, most);
  std::vector<Tick> ticks;
  for (std::int64_t n = (window.from.us + step.us - 1) / step.us; n * step.us <= window.to.us; ++n)
    ticks.push_back({Instant{n * step.us}, momentText(Instant{n * step.us}, step)});
  return ticks;
}

TimeWindow zoomed(TimeWindow window, int numerator, int denominator, Instant at, Instant end) {
  const std::int64_t span = std::max<std::int64_t>((window.to - window.from).us, 1);
  const std::int64_t wanted =
      std::clamp(span / denominator * numerator + span % denominator * numerator / denominator,
                 kNarrowest, std::max(kNarrowest, wholeOf(end).to.us));
  // In two steps, so that the product stays in range for runs of years.
  const std::int64_t before = (at - window.from).us;
  const std::int64_t newBefore =
      static_cast<std::int64_t>(static_cast<long double>(before) *
                                static_cast<long double>(wanted) / static_cast<long double>(span));
  const Instant from = at - Duration{newBefore};
  return within({from, from + Duration{wanted}}, end);
}

TimeWindow panned(TimeWindow window, Duration by, Instant end) {
  return within({window.from + by, window.to + by}, end);
}

TimeWindow wholeOf(Instant end) {
  return {Instant{}, std::max(end, Instant{kSecond / 100})};
}

TimeWindow validWindow(TimeWindow window, Instant end) {
  return window.from < window.to ? window : wholeOf(end);
}

std::optional<TimeWindow> windowForKey(int key, TimeWindow window, Instant playhead, Instant end) {
  const Duration span = window.to - window.from;
  const bool inside = playhead >= window.from && playhead <= window.to;
  const Instant centre = inside ? playhead : window.from + Duration{span.us / 2};
  switch (key) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
      return zoomed(window, 2, 3, centre, end);
    case Qt::Key_Minus:
      return zoomed(window, 3, 2, centre, end);
    case Qt::Key_0:
      return wholeOf(end);
    case Qt::Key_Left:
      return panned(window, Duration{-span.us / 10}, end);
    case Qt::Key_Right:
      return panned(window, Duration{span.us / 10}, end);
    case Qt::Key_Home:
      return panned(window, Instant{} - window.from, end);
    case Qt::Key_End:
      return panned(window, end - window.to, end);
    default:
      return std::nullopt;
  }
}

TimeWindow windowForWheel(const QWheelEvent& event, TimeWindow window, Instant at, Instant end) {
  const QPoint turn = event.angleDelta();
  if (turn.x() != 0 || event.modifiers().testFlag(Qt::ShiftModifier)) {
    const int along = turn.x() != 0 ? turn.x() : turn.y();
    const Duration tenth{(window.to - window.from).us / 10};
    return panned(window, Duration{-tenth.us * along / 120}, end);
  }
  const bool in = turn.y() > 0;
  return zoomed(window, in ? 4 : 5, in ? 5 : 4, at, end);
}

}  // namespace coldstart::stage
