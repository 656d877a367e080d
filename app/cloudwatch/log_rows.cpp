// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cloudwatch/log_rows.h"

#include <algorithm>

namespace coldstart::cloudwatch {

void LogRows::setView(std::shared_ptr<const observe::LogView> view) {
  m_view = std::move(view);
  showAllLines();
}

void LogRows::startMatches() {
  m_filtered = true;
  m_matches.clear();
  recount();
}

void LogRows::addMatches(const std::vector<std::uint32_t>& lines) {
  m_matches.insert(m_matches.end(), lines.begin(), lines.end());
  recount();
}

void LogRows::showAllLines() {
  m_filtered = false;
  m_matches = {};
  recount();
}

void LogRows::setUntil(std::optional<Instant> t) {
  m_until = t;
  recount();
}

std::size_t LogRows::positionOf(std::size_t line) const {
  if (!m_filtered) return line;
  const auto at = std::lower_bound(m_matches.begin(), m_matches.end(), line);
  return static_cast<std::size_t>(at - m_matches.begin());
}

void LogRows::recount() {
  m_gaps.clear();
  m_size = 0;
  if (!m_view) return;
  if (!m_until) {
    m_size = m_filtered ? m_matches.size() : m_view->size();
    return;
  }
  const observe::RunIndex& index = m_view->index();
  const Instant t = *m_until;
  struct Ahead {
    std::size_t first;
    std::size_t end;
  };
  std::vector<Ahead> ahead;
  for (const journal::EnvironmentIndex e : index.aliveAt(t)) {
    const auto serving = index.servedAt(e, t);
    if (!serving) continue;
    const auto first = m_view->firstLineOf(*serving);
    if (!first) continue;
    const std::size_t end = *first + m_view->linesOf(*serving);
    std::size_t written = *first;
    while (written < end && m_view->timeOf(*serving, written - *first) <= t) ++written;
    if (written < end) ahead.push_back({written, end});
  }
  std::sort(ahead.begin(), ahead.end(),
            [](const Ahead& a, const Ahead& b) { return a.first < b.first; });
  std::size_t removed = 0;
  for (const Ahead& lines : ahead) {
    const std::size_t from = positionOf(lines.first);
    const std::size_t count = positionOf(lines.end) - from;
    if (count == 0) continue;
    const std::size_t row = from - removed;
    removed += count;
    m_gaps.push_back({row, removed});
  }
  m_size = positionOf(m_view->linesBy(t)) - removed;
}

std::size_t LogRows::lineAt(std::size_t row) const {
  const auto after = std::upper_bound(m_gaps.begin(), m_gaps.end(), row,
                                      [](std::size_t r, const Gap& gap) { return r < gap.row; });
  const std::size_t position = row + (after == m_gaps.begin() ? 0 : (after - 1)->removed);
  return m_filtered ? m_matches[position] : position;
}

std::size_t LogRows::rowOf(std::size_t line) const {
  std::size_t low = 0;
  std::size_t high = m_size;
  while (low < high) {
    const std::size_t middle = low + (high - low) / 2;
    if (lineAt(middle) < line) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

}  // namespace coldstart::cloudwatch
