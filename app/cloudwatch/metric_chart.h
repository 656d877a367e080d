// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// One small chart of CloudWatch's metrics: title, the value at the playhead, and the datapoints on
// the stage's time axis. Its picture is kept until data, window, size or theme change; playhead and
// hover are drawn over it. It only says what the user asked for; the page carries it out.

#include <QWidget>
#include <vector>

#include "app/cloudwatch/chart_series.h"
#include "app/theme/picture.h"
#include "app/theme/theme.h"
#include "app/workbench/session.h"

namespace coldstart::cloudwatch {

struct ChartLine {
  QString label;  ///< "Sum", "p99"
  theme::Role role = theme::Role::Accent;
  ChartSeries series;
};

class MetricChart : public QWidget {
  Q_OBJECT
 public:
  MetricChart(observe::Metric metric, QWidget* parent = nullptr);

  [[nodiscard]] observe::Metric metric() const { return m_metric; }
  void setLines(std::vector<ChartLine> lines, Duration period);
  void setCounting(bool counting);  ///< Datapoints are being counted: the old ones are drawn paler.
  /// Adds a datapoint to a line, as a run that goes on does.
  void append(std::size_t line, observe::Datapoint point);
  [[nodiscard]] const std::vector<ChartLine>& lines() const { return m_lines; }
  void setWindow(TimeWindow window);
  void setPlayhead(Instant t);
  void setRunStart(WallTime start) { m_start = start; }
  /// The values at t as the title shows them: "12", "0.40 s · 1.54 s", "–" where there is none.
  [[nodiscard]] QString valueText(Instant t) const;
  [[nodiscard]] QString cardAt(QPointF point) const;
  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override;

 signals:
  void windowAsked(coldstart::TimeWindow window);
  void playheadAsked(coldstart::Instant t);

 protected:
  bool event(QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void invalidate();
  void describe();
  [[nodiscard]] bool isEmpty() const;
  void paintPicture(QImage& image) const;
  void writeLine(QImage& image, const ChartLine& line, double top) const;
  [[nodiscard]] QRect plot() const;
  [[nodiscard]] Instant timeAt(qreal x) const;
  [[nodiscard]] qreal xOf(Instant t) const;
  [[nodiscard]] QString amount(double value) const;

  observe::Metric m_metric;
  std::vector<ChartLine> m_lines;
  Duration m_period = Duration::seconds(1);
  TimeWindow m_window;
  Instant m_playhead;
  WallTime m_start;
  bool m_counting = false;
  theme::Picture m_picture;
};

}  // namespace coldstart::cloudwatch
