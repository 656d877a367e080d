// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cloudwatch/metrics_page.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <array>

#include "app/theme/empty_state.h"
#include "app/theme/segmented.h"
#include "app/workbench/actions.h"
#include "app/workbench/on_worker.h"
#include "app/workbench/say.h"
#include "app/workbench/settings.h"

namespace coldstart::cloudwatch {

using observe::Metric;
using observe::Statistic;
using theme::px;
using theme::Role;

namespace {

constexpr std::array kPeriods{Duration::seconds(1), Duration::minutes(1), Duration::minutes(5)};
constexpr std::array kStatistics{Statistic::Sum,     Statistic::Average,     Statistic::Minimum,
                                 Statistic::Maximum, Statistic::SampleCount, Statistic::P50,
                                 Statistic::P90,     Statistic::P95,         Statistic::P99,
                                 Statistic::P999};
/// A run of this many periods or more is first shown with longer ones.
constexpr std::int64_t kManyPeriods = 20'000;

/// CloudWatch's own names; they are not translated.
QString nameOf(Statistic statistic) {
  switch (statistic) {
    case Statistic::Sum:
      return QStringLiteral("Sum");
    case Statistic::Average:
      return QStringLiteral("Average");
    case Statistic::Minimum:
      return QStringLiteral("Minimum");
    case Statistic::Maximum:
      return QStringLiteral("Maximum");
    case Statistic::SampleCount:
      return QStringLiteral("SampleCount");
    case Statistic::P50:
      return QStringLiteral("p50");
    case Statistic::P90:
      return QStringLiteral("p90");
    case Statistic::P95:
      return QStringLiteral("p95");
    case Statistic::P99:
      return QStringLiteral("p99");
    case Statistic::P999:
      return QStringLiteral("p99.9");
  }
  return {};
}

bool shownAtFirst(Metric metric) {
  return metric == Metric::Invocations || metric == Metric::Duration ||
         metric == Metric::Throttles || metric == Metric::ConcurrentExecutions ||
         metric == Metric::Errors;
}

/// A colour means the same in the charts as on the stage.
Role roleOf(Metric metric) {
  switch (metric) {
    case Metric::Throttles:
      return Role::Throttle;
    case Metric::Errors:
    case Metric::AsyncEventsDropped:
    case Metric::DeadLetterErrors:
    case Metric::DestinationDeliveryFailures:
    case Metric::RecursiveInvocationsDropped:
    case Metric::DroppedEventCount:
    case Metric::FailedInvokeEventCount:
      return Role::Error;
    case Metric::ConcurrentExecutions:
    case Metric::UnreservedConcurrentExecutions:
    case Metric::ClaimedAccountConcurrency:
      return Role::Busy;
    case Metric::ProvisionedConcurrentExecutions:
    case Metric::ProvisionedConcurrencyUtilization:
    case Metric::ProvisionedConcurrencyInvocations:
    case Metric::ProvisionedConcurrencySpilloverInvocations:
      return Role::Provisioned;
    default:
      return Role::Accent;
  }
}

QString settingOf(Metric metric) {
  return QStringLiteral("metrics/shown/%1").arg(static_cast<int>(metric));
}

}  // namespace

MetricsPage::MetricsPage(Workbench workbench, QWidget* parent)
    : Page(parent),
      m_workbench(workbench),
      m_controls(new QWidget(this)),
      m_stack(new QStackedWidget(this)),
      m_scroll(new QScrollArea),
      m_field(new QWidget),
      m_grid(new QGridLayout(m_field)) {
  setObjectName(QStringLiteral("metricsPage"));
  auto* outer = new QHBoxLayout(this);
  outer->setContentsMargins(0, 0, 0, 0);
  outer->addWidget(m_stack);
  m_stack->addWidget(new theme::EmptyState(
      QStringLiteral("bill"),
      tr("No metrics yet. A press of Test or a scenario makes the first datapoints."),
      workbench.actions.find(QStringLiteral("run.test"))));
  m_scroll->setWidget(m_field);
  m_scroll->setWidgetResizable(true);
  m_scroll->setFrameShape(QFrame::NoFrame);
  m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_stack->addWidget(m_scroll);
  m_grid->setContentsMargins(0, 0, 0, 0);
  makeControls();
  for (const observe::MetricInfo& metric : observe::metricCatalogue()) {
    auto* chart = new MetricChart(metric.metric, m_field);
    chart->hide();
    m_charts.push_back(chart);
    connect(chart, &MetricChart::windowAsked, &workbench.session, &Session::setWindow);
    connect(chart, &MetricChart::playheadAsked, &workbench.session, &Session::setPlayhead);
  }
  chooseMetrics();
  Session& session = workbench.session;
  connect(&session, &Session::runChanged, this, &MetricsPage::showRun);
  connect(&session, &Session::windowChanged, this, [this] {
    for (MetricChart* chart : m_charts) chart->setWindow(m_workbench.session.window());
  });
  connect(&session, &Session::playheadChanged, this, [this] {
    for (MetricChart* chart : m_charts) chart->setPlayhead(m_workbench.session.playhead());
  });
  connect(&theme::Theme::instance(), &theme::Theme::changed, this, &MetricsPage::arrange);
  showRun();
}

void MetricsPage::makeControls() {
  auto* row = new QHBoxLayout(m_controls);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(px(6));
  m_functions = new QComboBox(m_controls);
  m_functions->setObjectName(QStringLiteral("metricsFunction"));
  m_functions->setSizeAdjustPolicy(QComboBox::AdjustToContents);
  m_functions->setAccessibleName(tr("Function whose metrics are shown"));
  m_statistic = new QComboBox(m_controls);
  m_statistic->setObjectName(QStringLiteral("metricsStatistic"));
  m_statistic->setAccessibleName(tr("Statistic"));
  m_statistic->addItem(tr("Usual statistic"));
  for (const Statistic statistic : kStatistics) m_statistic->addItem(nameOf(statistic));
  m_period = new theme::Segmented({tr("1 s"), tr("1 min"), tr("5 min")}, m_controls);
  m_period->setObjectName(QStringLiteral("metricsPeriod"));
  m_period->setAccessibleName(tr("Period"));
  m_period->setToolTip(
      tr("Lambda publishes its metrics once a minute; periods of 1 s are for "
         "seeing short runs."));
  auto* choose = new QPushButton(tr("Charts"), m_controls);
  choose->setObjectName(QStringLiteral("metricsChoose"));
  m_menu = new QMenu(choose);
  choose->setMenu(m_menu);
  for (QWidget* widget :
       std::initializer_list<QWidget*>{m_functions, m_statistic, choose, m_period})
    row->addWidget(widget);
  connect(m_functions, &QComboBox::activated, this, &MetricsPage::count);
  connect(m_statistic, &QComboBox::activated, this, &MetricsPage::count);
  connect(m_period, &theme::Segmented::chosen, this, &MetricsPage::count);
}

void MetricsPage::chooseMetrics() {
  for (std::size_t i = 0; i < m_charts.size(); ++i) {
    const observe::MetricInfo& info = observe::metricCatalogue()[i];
    QAction* entry = m_menu->addAction(qs(info.name));
    entry->setObjectName(QStringLiteral("show") + qs(info.name));
    entry->setCheckable(true);
    entry->setChecked(settings().value(settingOf(info.metric), shownAtFirst(info.metric)).toBool());
    m_charts[i]->setVisible(entry->isChecked());
    connect(entry, &QAction::toggled, this, [this, chart = m_charts[i]](bool on) {
      settings().setValue(settingOf(chart->metric()), on);
      chart->setVisible(on);
      arrange();
      if (on) countChart(chart);
    });
  }
  arrange();
}

Duration MetricsPage::period() const {
  return kPeriods[static_cast<std::size_t>(m_period->current())];
}

std::optional<std::size_t> MetricsPage::function() const {
  const int chosen = m_functions->currentIndex();
  if (chosen <= 0) return std::nullopt;
  return static_cast<std::size_t>(chosen - 1);
}

std::vector<Statistic> MetricsPage::statisticsOf(Metric metric) const {
  const int chosen = m_statistic->currentIndex();
  if (chosen > 0) return {kStatistics[static_cast<std::size_t>(chosen - 1)]};
  if (metric == Metric::Duration) return {Statistic::P50, Statistic::P99};
  for (const observe::MetricInfo& info : observe::metricCatalogue()) {
    if (info.metric == metric) return {info.usual};
  }
  return {};
}

void MetricsPage::fillFunctions() {
  const auto index = m_workbench.session.index();
  const QSignalBlocker quiet(m_functions);
  const QString before = m_functions->currentText();
  m_functions->clear();
  m_functions->addItem(tr("All functions"));
  for (const project::Function& one : index->run().project.functions) {
    m_functions->addItem(qs(one.id));
  }
  m_functions->setCurrentIndex(std::max(0, m_functions->findText(before)));
  m_functions->setVisible(m_functions->count() > 2);
}

void MetricsPage::showRun() {
  const auto index = m_workbench.session.index();
  m_stack->setCurrentIndex(index ? 1 : 0);
  m_controls->setEnabled(index != nullptr);
  if (!index) return;
  fillFunctions();
  if (index->run().end.us / period().us >= kManyPeriods) {
    m_period->setCurrent(index->run().end.us / Duration::minutes(1).us >= kManyPeriods ? 2 : 1);
  }
  for (MetricChart* chart : m_charts) {
    chart->setRunStart(index->run().project.startsAt);
    chart->setWindow(m_workbench.session.window());
    chart->setPlayhead(m_workbench.session.playhead());
  }
  count();
}

void MetricsPage::count() {
  m_stale = !isVisible();
  if (m_stale) return;  // Counted when someone looks.
  ++m_order;
  m_pending = 0;
  for (MetricChart* chart : m_charts) {
    if (chart->isVisibleTo(m_field)) countChart(chart);
  }
}

void MetricsPage::countChart(MetricChart* chart) {
  const auto index = m_workbench.session.index();
  if (!index) return;
  chart->setCounting(true);
  ++m_pending;
  const auto statistics = statisticsOf(chart->metric());
  onWorker(
      this,
      [index, statistics, metric = chart->metric(), of = function(), span = period()] {
        std::vector<ChartLine> lines;
        for (const Statistic statistic : statistics) {
          const bool slow = statistic == Statistic::P99 && statistics.size() > 1;
          lines.push_back({nameOf(statistic),
                           slow ? Role::Init : roleOf(metric),
                           {observe::metricSeries(*index, metric, of, statistic, span), span}});
        }
        return lines;
      },
      [this, chart, order = m_order, span = period()](const std::vector<ChartLine>& lines) {
        if (order != m_order) return;
        chart->setLines(lines, span);
        if (--m_pending == 0) emit counted();
      });
}

void MetricsPage::arrange() {
  std::vector<MetricChart*> shown;
  for (MetricChart* chart : m_charts) {
    m_grid->removeWidget(chart);
    if (chart->isVisibleTo(m_field)) shown.push_back(chart);
  }
  const int wide = std::max(1, width());
  const int most = std::max(1, wide / px(220));
  const int count = static_cast<int>(shown.size());
  const int rows = std::max(1, (count + most - 1) / most);
  const int columns = std::max(1, (count + rows - 1) / rows);
  for (int i = 0; i < count; ++i) {
    m_grid->addWidget(shown[static_cast<std::size_t>(i)], i / columns, i % columns);
  }
  m_grid->setSpacing(1);
}

void MetricsPage::resizeEvent(QResizeEvent* event) {
  Page::resizeEvent(event);
  arrange();
}

void MetricsPage::showEvent(QShowEvent* event) {
  Page::showEvent(event);
  if (m_stale) count();
}

}  // namespace coldstart::cloudwatch
