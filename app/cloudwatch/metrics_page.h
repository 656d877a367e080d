// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// CloudWatch, Metrics: AWS/Lambda charts on the stage's time axis. Datapoints are counted on a
// worker thread, once for each run, function, period and statistic.

#include <optional>
#include <vector>

#include "app/cloudwatch/metric_chart.h"
#include "app/workbench/page.h"

class QComboBox;
class QGridLayout;
class QMenu;
class QScrollArea;
class QStackedWidget;

namespace coldstart::theme {
class Segmented;
}

namespace coldstart::cloudwatch {

class MetricsPage : public Page {
  Q_OBJECT
 public:
  explicit MetricsPage(Workbench workbench, QWidget* parent = nullptr);
  [[nodiscard]] QWidget* controls() override { return m_controls; }
  [[nodiscard]] const std::vector<MetricChart*>& charts() const { return m_charts; }
  /// True while datapoints are being counted.
  [[nodiscard]] bool counting() const { return m_pending > 0; }

 signals:
  void counted();

 protected:
  void resizeEvent(QResizeEvent* event) override;
  void showEvent(QShowEvent* event) override;

 private:
  void makeControls();
  void fillFunctions();
  void chooseMetrics();
  void showRun();
  void count();
  void countChart(MetricChart* chart);
  void arrange();
  [[nodiscard]] Duration period() const;
  [[nodiscard]] std::optional<std::size_t> function() const;
  [[nodiscard]] std::vector<observe::Statistic> statisticsOf(observe::Metric metric) const;

  Workbench m_workbench;
  QWidget* m_controls;
  QComboBox* m_functions = nullptr;
  QComboBox* m_statistic = nullptr;
  theme::Segmented* m_period = nullptr;
  QMenu* m_menu = nullptr;
  QStackedWidget* m_stack;
  QScrollArea* m_scroll;
  QWidget* m_field;
  QGridLayout* m_grid;
  std::vector<MetricChart*> m_charts;
  int m_pending = 0;
  quint64 m_order = 0;  ///< Grows with each count: answers to older ones are dropped.
  bool m_stale = true;
};

}  // namespace coldstart::cloudwatch
