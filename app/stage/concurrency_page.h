// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Stage, Concurrency: in-use environments against the limits, and, where there is room, the lanes
// below on the same axis.

#include "app/workbench/page.h"

class QHBoxLayout;
class QStackedWidget;

namespace coldstart::stage {

class ConcurrencyView;
class StageControls;
class TimelinePanel;

class ConcurrencyPage : public Page {
  Q_OBJECT
 public:
  explicit ConcurrencyPage(Workbench workbench, QWidget* parent = nullptr);
  [[nodiscard]] QWidget* controls() override;

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  void showRun();
  void fitLanes();
  Workbench m_workbench;
  StageControls* m_controls;
  QStackedWidget* m_stack;
  ConcurrencyView* m_view;
  QHBoxLayout* m_curveRow;
  TimelinePanel* m_lanes;
};

}  // namespace coldstart::stage
