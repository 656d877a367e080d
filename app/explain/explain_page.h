// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Explain: why the selected thing happened, in sentences and figures, and what would have helped.
// With nothing selected it explains the latest request of the workbench, or the run as a whole.

#include <memory>

#include "app/workbench/page.h"
#include "app/workbench/session.h"
#include "core/observe/explain.h"

class QLabel;
class QPushButton;
class QScrollArea;
class QStackedWidget;
class QVBoxLayout;

namespace coldstart::explain {

class ExplanationView;
class WhatIfTable;

class ExplainPage : public Page {
  Q_OBJECT
 public:
  explicit ExplainPage(Workbench workbench, QWidget* parent = nullptr);
  ~ExplainPage() override;

  [[nodiscard]] const observe::Explanation& explanation() const { return m_explanation; }

 protected:
  void contextMenuEvent(QContextMenuEvent* event) override;

 private:
  QWidget* makeEmpty();
  void showScenario();
  void showRun();
  void follow();  ///< Explains what is selected now, unless it is explained already.
  void explainWholeRun();
  void display(observe::Explanation explanation);
  void tryRemedy(int number);
  void followLink(int number);
  void compare(const WhatIf& result);
  void showBusy();

  Workbench m_workbench;
  QStackedWidget* m_stack;
  QScrollArea* m_scroll = nullptr;
  QVBoxLayout* m_column;
  ExplanationView* m_view = nullptr;
  QLabel* m_scenario = nullptr;
  QPushButton* m_run = nullptr;
  QLabel* m_trying;
  WhatIfTable* m_table;
  observe::Explanation m_explanation;
  std::shared_ptr<const observe::RunIndex> m_of;  ///< The run that m_shown belongs to.
  Selection m_shown;
  bool m_explained = false;
  bool m_remedyAsked = false;
};

}  // namespace coldstart::explain
