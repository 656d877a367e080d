// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Stage, Timeline: one lane an environment.

#include "app/workbench/page.h"

class QScrollBar;
class QStackedWidget;

namespace coldstart::stage {

class StageControls;
class TimelineView;

class TimelinePage : public Page {
  Q_OBJECT
 public:
  explicit TimelinePage(Workbench workbench, QWidget* parent = nullptr);
  [[nodiscard]] QWidget* controls() override;

 private:
  void showRun();
  void fitScrollBar();
  Workbench m_workbench;
  StageControls* m_controls;
  QStackedWidget* m_stack;
  TimelineView* m_view;
  QScrollBar* m_scrollBar;
};

}  // namespace coldstart::stage
