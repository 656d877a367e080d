// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Stage, Timeline: one lane an environment.

#include "app/workbench/page.h"

class QStackedWidget;

namespace coldstart::stage {

class StageControls;
class TimelinePanel;

class TimelinePage : public Page {
  Q_OBJECT
 public:
  explicit TimelinePage(Workbench workbench, QWidget* parent = nullptr);
  [[nodiscard]] QWidget* controls() override;

 private:
  void showRun();
  Workbench m_workbench;
  StageControls* m_controls;
  QStackedWidget* m_stack;
  TimelinePanel* m_panel;
};

}  // namespace coldstart::stage
