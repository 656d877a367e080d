// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cloudwatch/chart_series.h"

#include <algorithm>

namespace coldstart::cloudwatch {
namespace {

void include(Column& column, double least, double most) {
  column.least = column.any ? std::min(column.least, least) : least;
  column.most = column.any ? std::max(column.most, most) : most;
  column.any = true;
}

}  // namespace

ChartSeries::ChartSeries(std::vector<observe::Datapoint> points, Duration period)
    : m_points(std::move(points)), m_period(period) {
  m_blocks.resize((m_points.size() + kBlock - 1) / kBlock);
  for (std::size_t i = 0; i < m_points.size(); ++i) {
    include(m_blocks[i / kBlock], m_points[i].value, m_points[i].value);
    m_greatest = std::max(m_greatest, m_points[i].value);
  }
}

void ChartSeries::append(observe::Datapoint point) {
  if (m_points.size() % kBlock == 0) m_blocks.emplace_back();
  m_points.push_back(point);
  include(m_blocks.back(), point.value, point.value);
  m_greatest = std::max(m_greatest, point.value);
}

std::optional<observe::Datapoint> ChartSeries::at(Instant t) const {
  const auto after =
      std::partition_point(m_points.begin(), m_points.end(),
                           [t](const observe::Datapoint& point) { return point.at <= t; });
  if (after == m_points.begin() || (after - 1)->at + m_period <= t) return std::nullopt;
  return *(after - 1);
}

Column ChartSeries::range(std::size_t first, std::size_t last) const {
  Column found;
  while (first < last) {
    if (first % kBlock == 0 && first + kBlock <= last) {
      const Column& block = m_blocks[first / kBlock];
      include(found, block.least, block.most);
      first += kBlock;
    } else {
      include(found, m_points[first].value, m_points[first].value);
      ++first;
    }
  }
  return found;
}

std::vector<Column> ChartSeries::columns(Instant from, Instant to, std::size_t count) const {
  std::vector<Column> found(count);
  if (count == 0 || to <= from || m_points.empty()) return found;
  const std::int64_t span = (to - from).us;
  const auto edge = [&](std::size_t column) {
    // Long spans times many columns overflow 64 bits; whole and rest are scaled apart.
    const auto n = static_cast<std::int64_t>(count);
    const auto i = static_cast<std::int64_t>(column);
    return from + Duration{span / n * i + span % n * i / n};
  };
  // Neighbouring columns hold about as many points, so the search begins near where it will end.
  std::size_t stride = m_points.size();
  const auto firstAfter = [&](Instant t, std::size_t hint) {
    std::size_t past = std::min(hint + stride, m_points.size());
    while (past < m_points.size() && m_points[past].at < t)
      past = std::min(past + stride, m_points.size());
    const auto begin = m_points.begin() + static_cast<std::ptrdiff_t>(hint);
    const auto it =
        std::partition_point(begin, m_points.begin() + static_cast<std::ptrdiff_t>(past),
                             [t](const observe::Datapoint& point) { return point.at < t; });
    return static_cast<std::size_t>(it - m_points.begin());
  };
  std::size_t first = firstAfter(from, 0);
  stride = std::max<std::size_t>(1, (firstAfter(to, first) - first) / count);
  for (std::size_t i = 0; i < count; ++i) {
    const Instant begins = edge(i);
    const std::size_t last = firstAfter(edge(i + 1), first);
    found[i] = range(first, last);
    // The point before the column still holds where its period reaches into it.
    if (first > 0 && m_points[first - 1].at + m_period > begins) {
      include(found[i], m_points[first - 1].value, m_points[first - 1].value);
    }
    first = last;
  }
  return found;
}

}  // namespace coldstart::cloudwatch
