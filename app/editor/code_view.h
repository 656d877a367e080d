// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// One file in an editor: QScintilla with this program's look, completion from the test event,
// problems underlined where they are, comment toggle and several carets. It knows text and nothing
// of projects; CodePage owns one for each file that was shown.

#include <QHash>
#include <QMap>
#include <QTimer>
#include <functional>
#include <vector>

#include <Qsci/qsciscintilla.h>
#include <nlohmann/json_fwd.hpp>

#include "app/editor/completion.h"
#include "app/editor/language.h"
#include "app/editor/light_check.h"
#include "app/editor/search.h"

namespace coldstart::editor {

class ConditionLine;

class CodeView : public QsciScintilla {
  Q_OBJECT
 public:
  CodeView(Language language, const QString& text, QWidget* parent = nullptr);

  [[nodiscard]] Language language() const { return m_language; }
  /// The event whose keys the completion offers, asked for at every completion.
  void setEventSource(std::function<nlohmann::ordered_json()> source);

  /// Another text for the same file, as one step that Ctrl+Z takes back.
  void replaceAll(const QString& text);
  /// Puts the caret there and the line into view; lines and columns count from 0.
  void goTo(int line, int column = 0);
  [[nodiscard]] qsizetype cursorOffset() const;  ///< In UTF-16, as QString counts.
  void select(qsizetype at, qsizetype length);
  void replace(const std::vector<Match>& matches);  ///< All as one undo step.

  [[nodiscard]] const std::vector<Problem>& problems() const { return m_problems; }
  [[nodiscard]] bool isTooLargeToCheck() const;
  void checkNow();
  void goToNextProblem();

  /// Where the handler is to stop, each with its condition or "", and the line in which it is held
  /// (0: none); lines from 1.
  void setBreakpoints(const QMap<int, QString>& lines);
  [[nodiscard]] QMap<int, QString> breakpoints() const;  ///< Where they are after edits.
  void setHeldLine(int line);
  /// Opens a small line to write a condition in; conditionGiven() if one is.
  void askCondition(int line, const QString& condition);

  void toggleComment();
  void addNextOccurrence();
  void addCaret(int lines);  ///< On the line above (-1) or below (+1).
  void completeNow(Asked asked);
  [[nodiscard]] QStringList offered() const;  ///< Labels of the list in view.

  /// Marks what a search found; `current` is drawn stronger, -1 for none.
  void markMatches(const std::vector<Match>& matches, int current);

 signals:
  void problemsChanged();
  void hint(const QString& sentence);
  void breakpointAsked(int line);
  void conditionGiven(int line, const QString& condition);

 protected:
  void keyPressEvent(QKeyEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;
  bool event(QEvent* event) override;
  void contextMenuEvent(QContextMenuEvent* event) override;

 private:
  void arrange();
  void applyTheme();
  void freeKeys();
  void charAdded(int character);
  void insertCandidate(const QString& item);
  void showProblems();
  void annotateProblems();
  void colourCalls();
  void sizeMargins();
  void connectMarks();
  void defineMarks();
  [[nodiscard]] int marginLineAt(const QPoint& point) const;
  [[nodiscard]] int byteOf(qsizetype offset) const;
  void fill(int indicator, qsizetype at, qsizetype length);
  void clear(int indicator);

  Language m_language;
  std::function<nlohmann::ordered_json()> m_event;
  std::vector<Problem> m_problems;
  Completion m_completion;
  QStringList m_items;
  int m_completionStart = 0;  ///< Byte position that a chosen candidate replaces from.
  QTimer m_check;
  QTimer m_annotate;
  QHash<int, QString> m_conditions;  ///< By the handles of their marks, which move with edits.
  ConditionLine* m_condition;
  int m_conditionAsked = 0;  ///< The line whose condition is written.
  bool m_tabLeaves = false;  ///< Esc, then Tab moves the focus on.
};

}  // namespace coldstart::editor
