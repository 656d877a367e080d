// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The JSON of one test event: QScintilla with the theme's colours. Where the text stops being JSON,
// the place is underlined and a line below it says so. Used by TestEventPage.

#include <Qsci/qsciscintilla.h>

class QsciLexerJSON;

namespace coldstart::event {

class JsonView : public QsciScintilla {
  Q_OBJECT
 public:
  JsonView(const QString& text, QWidget* parent);

  /// Another text, as one step that Ctrl+Z takes back. Only what differs is touched, so that caret,
  /// folds and scrolling stay where they are.
  void change(const QString& text);
  /// Marks this byte of the text, with a sentence below its line; an empty sentence marks nothing.
  void markProblem(std::size_t byte, const QString& sentence);

 protected:
  void keyPressEvent(QKeyEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;

 private:
  void arrange();
  void restyle();
  void sizeMargins();
  QsciLexerJSON* m_lexer;
  bool m_tabLeaves = false;  ///< Esc, then Tab moves the focus on.
};

}  // namespace coldstart::event
