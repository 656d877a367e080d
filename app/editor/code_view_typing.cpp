// SPDX-License-Identifier: GPL-3.0-or-later
// CodeView's second half: completion, comments and carets.
#include <algorithm>

#include <nlohmann/json.hpp>

#include "app/editor/code_view.h"

namespace coldstart::editor {

// --- completion -----------------------------------------------------------------------------

void CodeView::setEventSource(std::function<nlohmann::ordered_json()> source) {
  m_event = std::move(source);
}

QStringList CodeView::offered() const {
  QStringList labels;
  if (SendScintilla(SCI_AUTOCACTIVE) == 0) return labels;
  const QString typed = text().mid(m_completion.typedFrom, cursorOffset() - m_completion.typedFrom);
  for (const Candidate& candidate : m_completion.candidates)
    if (candidate.label.startsWith(typed, Qt::CaseInsensitive)) labels += candidate.label;
  return labels;
}

void CodeView::charAdded(int character) {
  const QChar c = character < 0x10000 ? QChar(static_cast<char16_t>(character)) : QChar();
  if (isTooLargeToCheck()) return;
  if (c == u'(') {
    const QByteArray tip = editor::callTip(m_language, text(), cursorOffset()).toUtf8();
    if (!tip.isEmpty())
      SendScintilla(SCI_CALLTIPSHOW, static_cast<unsigned long>(SendScintilla(SCI_GETCURRENTPOS)),
                    tip.constData());
    return;
  }
  // A step further along the path needs another list; letters only narrow the one in view.
  if (QStringView(u".[\"'").contains(c)) {
    SendScintilla(SCI_AUTOCCANCEL);
    completeNow(Asked::ByTyping);
  } else if (SendScintilla(SCI_AUTOCACTIVE) == 0 && (c.isLetterOrNumber() || c == u'_')) {
    completeNow(Asked::ByTyping);
  }
}

void CodeView::completeNow(Asked asked) {
  const QString all = text();
  const qsizetype cursor = cursorOffset();
  m_completion =
      complete(m_language, all, cursor, m_event ? m_event() : nlohmann::ordered_json(), asked);
  if (m_completion.candidates.empty()) {
    if (asked == Asked::ByKey) emit hint(tr("Nothing is known that could follow here."));
    return;
  }
  qsizetype widest = 0;
  for (const Candidate& candidate : m_completion.candidates)
    widest = std::max(widest, std::min<qsizetype>(candidate.label.size(), 32));
  m_items.clear();
  for (const Candidate& candidate : m_completion.candidates)
    m_items += candidate.detail.isEmpty()
                   ? candidate.label
                   : candidate.label.leftJustified(widest + 2) + candidate.detail;
  m_completionStart = byteOf(m_completion.from);
  const QByteArray list = m_items.join(u'\n').toUtf8();
  const auto typed = byteOf(cursor) - byteOf(m_completion.typedFrom);
  SendScintilla(SCI_AUTOCSHOW, static_cast<unsigned long>(typed), list.constData());
}

void CodeView::insertCandidate(const QString& item) {
  const qsizetype index = m_items.indexOf(item);
  SendScintilla(SCI_AUTOCCANCEL);
  if (index < 0) return;
  const QByteArray bytes = m_completion.candidates[static_cast<std::size_t>(index)].insert.toUtf8();
  const long here = SendScintilla(SCI_GETCURRENTPOS);
  beginUndoAction();
  SendScintilla(SCI_SETTARGETRANGE, static_cast<unsigned long>(m_completionStart), here);
  SendScintilla(SCI_REPLACETARGET, static_cast<unsigned long>(bytes.size()), bytes.constData());
  SendScintilla(SCI_GOTOPOS,
                static_cast<unsigned long>(m_completionStart + static_cast<int>(bytes.size())));
  endUndoAction();
}

void CodeView::toggleComment() {
  const QString prefix = lineComment(m_language);
  if (prefix.isEmpty())
    return emit hint(
        tr("%1 has no comment that ends with the line.").arg(languageName(m_language)));
  int first = 0;
  int last = 0;
  int column = 0;
  int lastColumn = 0;
  getSelection(&first, &column, &last, &lastColumn);
  const bool selected = first >= 0;
  if (!selected) {
    getCursorPosition(&first, &column);
    last = first;
  } else if (last > first && lastColumn == 0) {
    --last;  // The selection ends before that line's first character.
  }
  bool all = true;
  int indent = 1'000;
  for (int line = first; line <= last; ++line) {
    const QString content = text(line).trimmed();
    if (content.isEmpty()) continue;
    all = all && content.startsWith(prefix);
    indent = std::min(indent, static_cast<int>(text(line).indexOf(content.front())));
  }
  beginUndoAction();
  for (int line = first; line <= last; ++line) {
    const QString content = text(line);
    if (content.trimmed().isEmpty()) continue;
    if (!all) {
      insertAt(prefix + u' ', line, indent);
      continue;
    }
    const auto at = static_cast<int>(content.indexOf(prefix));
    const bool space = content.mid(at + prefix.size(), 1) == QStringLiteral(" ");
    const auto from = static_cast<unsigned long>(positionFromLineIndex(line, at));
    SendScintilla(SCI_DELETERANGE, from, static_cast<long>(prefix.size() + (space ? 1 : 0)));
  }
  endUndoAction();
  if (selected) setSelection(first, 0, last + 1, 0);
}

void CodeView::addNextOccurrence() {
  SendScintilla(SCI_TARGETWHOLEDOCUMENT);
  SendScintilla(SCI_SETSEARCHFLAGS, static_cast<unsigned long>(SCFIND_MATCHCASE));
  SendScintilla(SCI_MULTIPLESELECTADDNEXT);
}

void CodeView::addCaret(int lines) {
  const long caret = SendScintilla(SCI_GETCURRENTPOS);
  const long line = SendScintilla(SCI_LINEFROMPOSITION, static_cast<unsigned long>(caret)) + lines;
  if (line < 0 || line >= this->lines()) return;
  const long column = SendScintilla(SCI_GETCOLUMN, static_cast<unsigned long>(caret));
  const long position = SendScintilla(SCI_FINDCOLUMN, static_cast<unsigned long>(line), column);
  SendScintilla(SCI_ADDSELECTION, static_cast<unsigned long>(position), position);
}

}  // namespace coldstart::editor
