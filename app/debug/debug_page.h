// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Read this first in app/debug: the Debug tab. Where the handler is held, how it got there, what
// its variables hold, and a line to ask with. It follows DebugSession and decides nothing itself.

#include <vector>

#include "app/workbench/page.h"
#include "core/debug/debugger.h"

class QLabel;
class QLineEdit;
class QListWidget;
class QPlainTextEdit;
class QStackedWidget;
class QToolButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace coldstart {
class DebugSession;
}

namespace coldstart::debug {

class DebugPage : public Page {
  Q_OBJECT
 public:
  explicit DebugPage(Workbench workbench, QWidget* parent = nullptr);

 private:
  QWidget* makeHeld();
  void registerActions();
  void follow();
  void showFrames();
  void showLocals();
  void fill(QTreeWidgetItem* parent, const std::vector<Variable>& variables);
  void unfold(QTreeWidgetItem* item);
  void evaluate();
  void restyle();

  Workbench m_workbench;
  DebugSession& m_debug;
  QStackedWidget* m_stack;
  QLabel* m_place;
  QList<QToolButton*> m_buttons;
  QListWidget* m_frames;
  QTreeWidget* m_variables;
  QLineEdit* m_question;
  QPlainTextEdit* m_answers;
};

}  // namespace coldstart::debug
