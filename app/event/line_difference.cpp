// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/event/line_difference.h"

#include <algorithm>
#include <vector>

namespace coldstart::event {
namespace {

constexpr qsizetype kMostLines = 1'000;  // Of which a table of all pairs is made.

/// Pairs of lines that are the same, as a longest common subsequence.
QList<std::pair<qsizetype, qsizetype>> matches(const QStringList& a, const QStringList& b) {
  const qsizetype rows = std::min(a.size(), kMostLines);
  const qsizetype columns = std::min(b.size(), kMostLines);
  const auto width = static_cast<std::size_t>(columns + 1);
  std::vector<int> longest(static_cast<std::size_t>(rows + 1) * width, 0);
  const auto cell = [&](qsizetype row, qsizetype column) -> int& {
    return longest[static_cast<std::size_t>(row) * width + static_cast<std::size_t>(column)];
  };
  for (qsizetype i = rows - 1; i >= 0; --i) {
    for (qsizetype j = columns - 1; j >= 0; --j)
      cell(i, j) = a[i] == b[j] ? cell(i + 1, j + 1) + 1 : std::max(cell(i + 1, j), cell(i, j + 1));
  }
  QList<std::pair<qsizetype, qsizetype>> pairs;
  for (qsizetype i = 0, j = 0; i < rows && j < columns;) {
    if (a[i] == b[j])
      pairs.append({i++, j++});
    else if (cell(i + 1, j) >= cell(i, j + 1))
      ++i;
    else
      ++j;
  }
  return pairs;
}

}  // namespace

QList<LinePair> sideBySide(const QStringList& left, const QStringList& right,
                           const QStringList& leftKeys, const QStringList& rightKeys) {
  QList<LinePair> rows;
  qsizetype i = 0;
  qsizetype j = 0;
  // What stands between two lines that are the same was changed, or is only on one side.
  const auto fill = [&](qsizetype untilLeft, qsizetype untilRight) {
    while (i < untilLeft || j < untilRight) {
      LinePair row{.left = {}, .right = {}, .differs = true};
      if (i < untilLeft) row.left = left[i++];
      if (j < untilRight) row.right = right[j++];
      rows.append(row);
    }
  };
  for (const auto& [a, b] : matches(leftKeys, rightKeys)) {
    fill(a, b);
    rows.append({left[i++], right[j++], false});
  }
  fill(left.size(), right.size());
  return rows;
}

}  // namespace coldstart::event
