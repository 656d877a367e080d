// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/editor/search.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace coldstart::editor {
namespace {

QString expanded(const QString& replacement, const QRegularExpressionMatch& match) {
  QString result;
  for (qsizetype i = 0; i < replacement.size(); ++i) {
    if (replacement[i] != u'\\' || i + 1 == replacement.size()) {
      result += replacement[i];
      continue;
    }
    const QChar next = replacement[++i];
    if (next.isDigit())
      result += match.captured(next.digitValue());
    else if (next == u'n')
      result += u'\n';
    else if (next == u't')
      result += u'\t';
    else
      result += next;
  }
  return result;
}

}  // namespace

Found findAll(const QString& text, const Query& query) {
  if (query.pattern.isEmpty()) return {};
  QString pattern =
      query.regularExpression ? query.pattern : QRegularExpression::escape(query.pattern);
  if (query.wholeWord) pattern = QStringLiteral("(?<!\\w)(?:%1)(?!\\w)").arg(pattern);
  QRegularExpression::PatternOptions options = QRegularExpression::MultilineOption;
  options |= QRegularExpression::UseUnicodePropertiesOption;
  if (!query.matchCase) options |= QRegularExpression::CaseInsensitiveOption;
  const QRegularExpression expression(pattern, options);
  if (!expression.isValid()) {
    return {{},
            QCoreApplication::translate("editor", "This regular expression is not complete: %1.")
                .arg(expression.errorString())};
  }
  Found found;
  auto matches = expression.globalMatch(text);
  while (matches.hasNext()) {
    const QRegularExpressionMatch match = matches.next();
    if (match.capturedLength() == 0) continue;
    found.matches.push_back(
        {match.capturedStart(), match.capturedLength(),
         query.regularExpression ? expanded(query.replacement, match) : query.replacement});
  }
  return found;
}

}  // namespace coldstart::editor
