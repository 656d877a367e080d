// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Stage, Flow: source, queue, gate, environments and the 429 tray at the playhead.

#include "app/workbench/page.h"

class QScrollBar;
class QStackedWidget;

namespace coldstart::stage {

class FlowView;
class StageControls;

class FlowPage : public Page {
  Q_OBJECT
 public:
  explicit FlowPage(Workbench workbench, QWidget* parent = nullptr);
  [[nodiscard]] QWidget* controls() override;

 private:
  void showRun();
  void fitScrollBar();
  Workbench m_workbench;
  StageControls* m_controls;
  QStackedWidget* m_stack;
  FlowView* m_view;
  QScrollBar* m_scrollBar;
};

}  // namespace coldstart::stage
