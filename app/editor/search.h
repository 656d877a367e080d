// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Finding and replacing in a text, without a widget: what the find bar does.

#include <QString>
#include <vector>

namespace coldstart::editor {

struct Match {
  qsizetype at = 0;
  qsizetype length = 0;
  QString replacement;
  bool operator==(const Match&) const = default;
};

struct Query {
  QString pattern;
  QString replacement;  ///< With a regular expression, \1 … \9 and \0 stand for its groups.
  bool matchCase = false;
  bool wholeWord = false;
  bool regularExpression = false;
};

struct Found {
  std::vector<Match> matches;  ///< In order, never empty ones.
  QString problem;             ///< What is wrong with the regular expression, or "".
};

Found findAll(const QString& text, const Query& query);

}  // namespace coldstart::editor
