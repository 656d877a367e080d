// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A timeline with its scroll bar, wired to the session: the Timeline page is one, the Concurrency
// page has one below its curve.

#include <QWidget>
#include <optional>

#include "app/workbench/page.h"

class QScrollBar;

namespace coldstart::stage {

class TimelineView;

class TimelinePanel : public QWidget {
  Q_OBJECT
 public:
  explicit TimelinePanel(Workbench workbench, QWidget* parent = nullptr);
  void showRun();
  void setFunction(std::optional<std::size_t> function);
  [[nodiscard]] TimelineView* view() const { return m_view; }
  /// How much of the width the scroll bar takes now.
  [[nodiscard]] int scrollBarWidth() const;

 signals:
  void scrollBarChanged();

 private:
  void fitScrollBar();
  Workbench m_workbench;
  TimelineView* m_view;
  QScrollBar* m_scrollBar;
};

}  // namespace coldstart::stage
