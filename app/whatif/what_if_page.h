// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Read this first in app/whatif: the What if page. It turns the settings of the function in front,
// runs the scenario again with the same requests while a slider moves, off the window's thread, and
// shows before and after; below them power tuning over memory, and a month of the load beside EC2.
// The project stays as it is until the settings are applied, as one undoable step.

#include <atomic>
#include <memory>
#include <optional>

#include "app/whatif/knobs.h"
#include "app/workbench/page.h"
#include "core/observe/figures.h"

class QBoxLayout;
class QComboBox;
class QLabel;
class QLayout;
class QPushButton;
class QStackedWidget;
class QVBoxLayout;

namespace coldstart::whatif {

class ComparisonView;
class KnobRow;
class MonthView;
class TrialMaker;
class TuningChart;
struct TunedSize;

class WhatIfPage : public Page {
  Q_OBJECT
 public:
  explicit WhatIfPage(Workbench workbench, QWidget* parent = nullptr);
  ~WhatIfPage() override;

  /// True while something is being simulated here.
  [[nodiscard]] bool busy() const;
  [[nodiscard]] Settings settings() const;
  /// As if the sliders had been moved there.
  void setSettings(const Settings& wanted);
  void tune();

 signals:
  void busyChanged();

 protected:
  void showEvent(QShowEvent* event) override;
  void hideEvent(QHideEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  QLayout* makeKnobs(QWidget& content);
  QLayout* makeResults();
  QWidget* makeTuning();
  void makeFooter(QVBoxLayout& column);
  void listen();
  void beginAnew();
  void begin();
  void turned(Knob knob);
  void askAfter();
  void showFigures();
  void summarise();
  void showStatus();
  void showTuning(std::vector<TunedSize> sizes);
  void dropTuning();
  void apply();
  void restyle();
  [[nodiscard]] const project::Scenario* scenario() const;
  [[nodiscard]] project::Project changed() const;
  [[nodiscard]] const observe::Figures& chosen(const observe::RunFigures& run) const;

  Workbench m_workbench;
  QStackedWidget* m_stack;
  QBoxLayout* m_columns;
  QLabel* m_heading;
  QLabel* m_status;
  std::vector<KnobRow*> m_rows;  ///< By number of the knob.
  QComboBox* m_whose;
  ComparisonView* m_comparison;
  QPushButton* m_tune = nullptr;
  TuningChart* m_chart = nullptr;
  QLabel* m_tuningHeading = nullptr;
  QLabel* m_verdict = nullptr;
  MonthView* m_month;
  QLabel* m_summary = nullptr;
  QPushButton* m_reset = nullptr;
  QPushButton* m_apply = nullptr;
  TrialMaker* m_beforeMaker;
  TrialMaker* m_afterMaker;
  std::optional<observe::RunFigures> m_before;
  std::optional<observe::RunFigures> m_after;
  std::shared_ptr<std::atomic<bool>> m_tuningCancel;  ///< Of the tuning under way.
  Settings m_own{};
  QString m_problem;
  bool m_stale = true;
};

}  // namespace coldstart::whatif
