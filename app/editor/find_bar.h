// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Find and replace under the file tabs: Ctrl+F, Ctrl+H, Enter and Shift+Enter, Esc. It searches the
// view it was given last; every match is counted and marked while the text is typed.

#include <QPointer>
#include <QTimer>
#include <QWidget>
#include <vector>

#include "app/editor/search.h"

class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;

namespace coldstart::editor {

class CodeView;

class FindBar : public QWidget {
  Q_OBJECT
 public:
  explicit FindBar(QWidget* parent = nullptr);

  void setView(CodeView* view);
  enum class Mode { Find, Replace };
  /// Shows the bar with the view's selection as what to look for.
  void open(Mode mode);
  void dismiss();
  void next();
  void previous();
  [[nodiscard]] int count() const { return static_cast<int>(m_found.matches.size()); }

 protected:
  void keyPressEvent(QKeyEvent* event) override;
  void paintEvent(QPaintEvent* event) override;

 private:
  enum class From { Caret, BehindCaret, BeforeCaret };
  void search();
  void searchFromCaret();
  void move(From from);
  void reveal(int index);
  void tell();
  void replaceOne();
  void replaceAll();
  [[nodiscard]] Query query() const;
  void restyle();

  QPointer<CodeView> m_view;
  QLineEdit* m_what;
  QLineEdit* m_with;
  QToolButton* m_case;
  QToolButton* m_word;
  QToolButton* m_expression;
  QLabel* m_count;
  QWidget* m_replaceRow;
  Found m_found;
  int m_current = -1;
  QTimer m_again;  ///< The text changed: search once, however many changes there were.
};

}  // namespace coldstart::editor
