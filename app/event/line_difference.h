// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Two texts beside each other, line by line: which lines are the same, changed, or only in one of
// them. Used by CompareDialog.

#include <QList>
#include <QStringList>
#include <optional>

namespace coldstart::event {

struct LinePair {
  std::optional<QString> left;  ///< Nothing when the line is only on the other side.
  std::optional<QString> right;
  bool differs = false;
};

/// `leftKeys` and `rightKeys` decide what is the same: the lines without what is never the same.
QList<LinePair> sideBySide(const QStringList& left, const QStringList& right,
                           const QStringList& leftKeys, const QStringList& rightKeys);

}  // namespace coldstart::event
