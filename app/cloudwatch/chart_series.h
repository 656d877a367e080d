// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The datapoints of one line of a chart, ready to be drawn at any zoom: the least and the greatest
// value of every block of points are kept, so that a column of the picture never looks at more than
// a few dozen of them, however many there are. No peak is lost. Pure; the chart paints it.

#include <cstddef>
#include <optional>
#include <vector>

#include "core/observe/metrics.h"

namespace coldstart::cloudwatch {

/// What one column of pixels shows.
struct Column {
  bool any = false;  ///< False: no datapoint there, nothing is drawn.
  double least = 0;
  double most = 0;
};

class ChartSeries {
 public:
  ChartSeries() = default;
  /// `points` in order of time; each holds from its `at` for one period.
  ChartSeries(std::vector<observe::Datapoint> points, Duration period);

  /// Adds a datapoint after the last one.
  void append(observe::Datapoint point);

  [[nodiscard]] bool empty() const { return m_points.empty(); }
  [[nodiscard]] std::size_t size() const { return m_points.size(); }
  [[nodiscard]] double greatest() const { return m_greatest; }
  /// The datapoint whose period holds t.
  [[nodiscard]] std::optional<observe::Datapoint> at(Instant t) const;
  /// The range of values in each of `count` equal parts of [from, to).
  [[nodiscard]] std::vector<Column> columns(Instant from, Instant to, std::size_t count) const;

 private:
  static constexpr std::size_t kBlock = 64;
  [[nodiscard]] Column range(std::size_t first, std::size_t last) const;
  std::vector<observe::Datapoint> m_points;
  std::vector<Column> m_blocks;
  double m_greatest = 0;
  Duration m_period = Duration::seconds(1);
};

}  // namespace coldstart::cloudwatch
