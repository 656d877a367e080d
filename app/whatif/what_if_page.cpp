// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/whatif/what_if_page.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <array>

#include <nlohmann/json.hpp>

#include "app/theme/empty_state.h"
#include "app/theme/theme.h"
#include "app/whatif/comparison_view.h"
#include "app/whatif/knob_row.h"
#include "app/whatif/month_view.h"
#include "app/whatif/trial_maker.h"
#include "app/whatif/tuning_chart.h"
#include "app/workbench/actions.h"
#include "app/workbench/document.h"
#include "app/workbench/on_worker.h"
#include "app/workbench/parallel.h"
#include "app/workbench/say.h"
#include "app/workbench/session.h"
#include "core/simulate/simulate.h"

namespace coldstart::whatif {

using theme::px;
using theme::Role;

namespace {

/// A load with more requests is too much to follow a slider.
constexpr std::uint64_t kMostRequests = 20'000'000;
/// From this width on, in pixels of the design, results stand beside the sliders.
constexpr int kTwoColumns = 620;
constexpr std::array<std::int32_t, 12> kTunedSizes{128,   256,   512,   768,   1'024, 1'536,
                                                   1'769, 2'048, 3'008, 4'096, 6'144, 10'240};

QLabel* makeText(const QString& name, QWidget* parent) {
  auto* label = new QLabel(parent);
  label->setObjectName(name);
  label->setWordWrap(true);
  label->setMinimumWidth(1);
  return label;
}

}  // namespace

WhatIfPage::WhatIfPage(Workbench workbench, QWidget* parent)
    : Page(parent),
      m_workbench(workbench),
      m_stack(new QStackedWidget(this)),
      m_columns(new QBoxLayout(QBoxLayout::TopToBottom)),
      m_heading(makeText(QStringLiteral("whatIfHeading"), this)),
      m_status(makeText(QStringLiteral("whatIfStatus"), this)),
      m_whose(new QComboBox(this)),
      m_comparison(new ComparisonView(this)),
      m_month(new MonthView(this)),
      m_beforeMaker(new TrialMaker(this)),
      m_afterMaker(new TrialMaker(this)) {
  setObjectName(QStringLiteral("whatIfPage"));
  auto* outer = new QVBoxLayout(this);
  outer->setContentsMargins(0, 0, 0, 0);
  outer->addWidget(m_stack);
  m_stack->addWidget(new theme::EmptyState(
      QStringLiteral("layers"),
      tr("A scenario sends the requests that other settings are tried on. This project has none."),
      workbench.actions.find(QStringLiteral("run.newScenario"))));

  auto* whole = new QWidget(this);
  auto* column = new QVBoxLayout(whole);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  auto* content = new QWidget;
  content->setLayout(m_columns);
  m_columns->addLayout(makeKnobs(*content), 2);
  m_columns->addLayout(makeResults(), 3);
  auto* scroll = new QScrollArea;
  scroll->setWidget(content);
  scroll->setWidgetResizable(true);
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  content->setAutoFillBackground(false);
  scroll->viewport()->setAutoFillBackground(false);
  column->addWidget(scroll, 1);
  makeFooter(*column);
  m_stack->addWidget(whole);

  listen();
  restyle();
  beginAnew();
}

WhatIfPage::~WhatIfPage() {
  dropTuning();
}

QLayout* WhatIfPage::makeKnobs(QWidget& content) {
  auto* knobs = new QVBoxLayout;
  knobs->addWidget(m_heading);
  knobs->addWidget(m_status);
  for (const Knob knob : kKnobs) {
    auto* row = new KnobRow(knob, &content);
    connect(row, &KnobRow::turned, this, [this, knob] { turned(knob); });
    knobs->addWidget(row);
    m_rows.push_back(row);
  }
  knobs->addStretch(1);
  return knobs;
}

QLayout* WhatIfPage::makeResults() {
  auto* results = new QVBoxLayout;
  m_whose->setObjectName(QStringLiteral("whatIfWhose"));
  m_whose->setAccessibleName(tr("Whose figures"));
  m_whose->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  connect(m_whose, &QComboBox::currentIndexChanged, this, &WhatIfPage::showFigures);
  results->addWidget(m_whose);
  results->addWidget(m_comparison);
  results->addWidget(makeTuning());
  results->addWidget(m_month);
  results->addStretch(1);
  return results;
}

QWidget* WhatIfPage::makeTuning() {
  auto* box = new QWidget(this);
  auto* column = new QVBoxLayout(box);
  column->setContentsMargins(0, 0, 0, 0);
  m_tuningHeading = makeText(QStringLiteral("tuningHeading"), box);
  m_tuningHeading->setText(tr("Power tuning"));
  m_verdict = makeText(QStringLiteral("tuningVerdict"), box);
  m_chart = new TuningChart(box);
  m_tune = new QPushButton(tr("Try every memory size"), box);
  m_tune->setObjectName(QStringLiteral("tune"));
  m_tune->setToolTip(tr("Runs the scenario with %1 sizes from 128 MB to 10 240 MB")
                         .arg(static_cast<int>(kTunedSizes.size())));
  column->addWidget(m_tuningHeading);
  column->addWidget(m_chart);
  column->addWidget(m_verdict);
  column->addWidget(m_tune);
  connect(m_tune, &QPushButton::clicked, this, &WhatIfPage::tune);
  connect(m_chart, &TuningChart::chosen, this, [this](std::int32_t mb) {
    Settings wanted = settings();
    at(wanted, Knob::Memory) = mb;
    setSettings(wanted);
  });
  return box;
}

void WhatIfPage::makeFooter(QVBoxLayout& column) {
  m_summary = makeText(QStringLiteral("whatIfSummary"), this);
  column.addWidget(m_summary);
  auto* footer = new QHBoxLayout;
  footer->setObjectName(QStringLiteral("whatIfFooter"));
  m_reset = new QPushButton(tr("Reset"), this);
  m_reset->setObjectName(QStringLiteral("whatIfReset"));
  m_apply = new QPushButton(tr("Apply to project"), this);
  m_apply->setObjectName(QStringLiteral("whatIfApply"));
  m_apply->setProperty("primary", true);
  footer->addStretch(1);
  footer->addWidget(m_reset);
  footer->addWidget(m_apply);
  column.addLayout(footer);
  connect(m_reset, &QPushButton::clicked, this, [this] { setSettings(m_own); });
  connect(m_apply, &QPushButton::clicked, this, &WhatIfPage::apply);
}

void WhatIfPage::listen() {
  connect(m_beforeMaker, &TrialMaker::made, this, [this](const observe::RunFigures& figures) {
    m_before = figures;
    showFigures();
  });
  connect(m_afterMaker, &TrialMaker::made, this, [this](const observe::RunFigures& figures) {
    m_after = figures;
    showFigures();
  });
  for (TrialMaker* maker : {m_beforeMaker, m_afterMaker}) {
    connect(maker, &TrialMaker::busyChanged, this, &WhatIfPage::showStatus);
    connect(maker, &TrialMaker::failed, this, [this](const QString& sentence) {
      m_problem = sentence;
      showStatus();
    });
  }
  Session& session = m_workbench.session;
  connect(&session, &Session::functionChanged, this, &WhatIfPage::beginAnew);
  connect(&session, &Session::scenarioChanged, this, &WhatIfPage::beginAnew);
  connect(&m_workbench.document, &Document::projectChanged, this, &WhatIfPage::beginAnew);
  connect(&theme::Theme::instance(), &theme::Theme::changed, this, &WhatIfPage::restyle);
}

const project::Scenario* WhatIfPage::scenario() const {
  return m_workbench.document.project().scenarioNamed(m_workbench.session.scenario().toStdString());
}

bool WhatIfPage::busy() const {
  return m_beforeMaker->busy() || m_afterMaker->busy() || m_tuningCancel;
}

Settings WhatIfPage::settings() const {
  Settings settings{};
  for (const KnobRow* row : m_rows) at(settings, row->knob()) = row->value();
  return settings;
}

void WhatIfPage::setSettings(const Settings& wanted) {
  const Settings before = settings();
  for (KnobRow* row : m_rows) row->setValue(at(wanted, row->knob()));
  Knob last = Knob::Memory;
  for (const Knob knob : kKnobs) {
    if (at(wanted, knob) != at(before, knob)) last = knob;
  }
  turned(last);
}

// --- what is asked -------------------------------------------------------------------------------

/// Something that every figure depends on is another; while nobody looks, that is all there is to
/// do.
void WhatIfPage::beginAnew() {
  m_stale = true;
  m_beforeMaker->forget();
  m_afterMaker->forget();
  dropTuning();
  if (isVisible()) begin();
}

void WhatIfPage::begin() {
  m_stale = false;
  m_before.reset();
  m_after.reset();
  m_problem.clear();
  const auto function = m_workbench.session.function();
  const project::Scenario* load = scenario();
  m_stack->setCurrentIndex(function && load ? 1 : 0);
  if (!function || !load) return;
  const project::Project& project = m_workbench.document.project();
  m_own = settingsOf(project, *function);
  for (KnobRow* row : m_rows) {
    const std::vector<std::int64_t> values = valuesOf(row->knob(), project, *function);
    row->setVisible(!values.empty());
    const std::int64_t own = at(m_own, row->knob());
    row->offer(values.empty() ? std::vector<std::int64_t>{own} : values, own);
  }
  const bool tooMany = simulate::estimateRequests(project, *load) > kMostRequests;
  if (tooMany) {
    m_problem =
        tr("This scenario sends too many requests to follow a slider. Shorten it, or use "
           "coldstart compare.");
  }
  for (KnobRow* row : m_rows) row->setEnabled(!tooMany);
  m_tune->setEnabled(!tooMany);
  const QSignalBlocker quiet(m_whose);
  m_whose->clear();
  m_whose->addItem(tr("All functions"));
  for (const project::Function& f : project.functions) m_whose->addItem(qs(f.name));
  m_whose->setVisible(project.functions.size() > 1);
  m_heading->setText(tr("What if %1 had …").arg(qs(project.functions[*function].name)));
  m_chart->setCurrent(static_cast<std::int32_t>(at(m_own, Knob::Memory)));
  showFigures();
  if (!tooMany) m_beforeMaker->ask({project, *load});
  showStatus();
}

project::Project WhatIfPage::changed() const {
  const project::Project& project = m_workbench.document.project();
  const std::size_t function = *m_workbench.session.function();
  const nlohmann::ordered_json::json_pointer age(
      project::pointerTo(project.functions[function].id, "MaximumAge"));
  const bool stated = m_workbench.document.tree().contains(age);
  return withSettings(project, function, settings(), stated ? Age::Stated : Age::ByDefault);
}

void WhatIfPage::turned(Knob knob) {
  const auto function = m_workbench.session.function();
  if (!function) return;
  const Settings all = agreed(m_workbench.document.project(), *function, settings(), knob);
  for (KnobRow* row : m_rows) {
    if (row->value() != at(all, row->knob())) row->setValue(at(all, row->knob()));
  }
  m_chart->setCurrent(static_cast<std::int32_t>(at(all, Knob::Memory)));
  m_problem.clear();
  if (knob != Knob::Memory) dropTuning();
  askAfter();
}

void WhatIfPage::askAfter() {
  const project::Scenario* load = scenario();
  if (m_stale || !load) return;
  if (settings() == m_own) {
    m_afterMaker->forget();
    m_after.reset();
    showFigures();
  } else {
    m_afterMaker->ask({changed(), *load});
  }
  showStatus();
}

/// All sizes at once, on every core; the pane goes on answering.
void WhatIfPage::tune() {
  const project::Scenario* load = scenario();
  const auto function = m_workbench.session.function();
  if (m_tuningCancel || !load || !function) return;
  const auto cancel = std::make_shared<std::atomic<bool>>(false);
  m_tuningCancel = cancel;
  const auto work = [cancel, project = changed(), load = *load, function = *function] {
    std::vector<TunedSize> sizes(kTunedSizes.size());
    inParallel(sizes.size(), [&](std::size_t i) {
      project::Project sized = project;
      sized.functions[function].memory = Memory{kTunedSizes[i]};
      simulate::Trial trial;
      trial.goOn = [cancel] { return !cancel->load(); };
      sizes[i].memoryMb = kTunedSizes[i];
      const auto run = *cancel ? Result<observe::RunFigures>(observe::RunFigures{})
                               : simulate::tryOut(sized, load, trial);
      if (!run || run->functions.empty()) return;
      const observe::Figures& f = run->functions[function];
      const auto ran = static_cast<double>(std::max<std::int64_t>(f.invocations, 1));
      sizes[i].point = {f.duration.average, f.cost.dollars() / ran * 1e6,
                        static_cast<double>(f.throttles() + f.errors)};
    });
    return sizes;
  };
  onWorker(this, work, [this, cancel](const std::vector<TunedSize>& sizes) {
    if (m_tuningCancel != cancel) return;
    m_tuningCancel.reset();
    showTuning(sizes);
  });
  showStatus();
}

void WhatIfPage::dropTuning() {
  if (m_tuningCancel) *m_tuningCancel = true;
  m_tuningCancel.reset();
  showTuning({});
}

void WhatIfPage::apply() {
  const auto function = m_workbench.session.function();
  if (!function) return;
  const project::Project& project = m_workbench.document.project();
  nlohmann::ordered_json tree = m_workbench.document.tree();
  for (const auto& [path, value] : templateSettings(project, *function, settings())) {
    auto set = project::withSetting(std::move(tree), path, value);
    if (!set) {
      m_problem = say(set.error());
      return showStatus();
    }
    tree = *std::move(set);
  }
  m_workbench.document.setTree(
      std::move(tree), tr("what-if settings of %1").arg(qs(project.functions[*function].name)));
}

// --- what is shown -------------------------------------------------------------------------------

const observe::Figures& WhatIfPage::chosen(const observe::RunFigures& run) const {
  const int whose = m_whose->currentIndex();
  return whose <= 0 ? run.total : run.functions[static_cast<std::size_t>(whose - 1)];
}

void WhatIfPage::showFigures() {
  const bool compared = m_before && m_after;
  std::vector<ComparedFigure> figures;
  if (m_before) {
    std::vector<PartOfAll> parts;
    for (int f = 1; m_whose->currentIndex() == 0 && m_whose->count() > 2 && f < m_whose->count();
         ++f) {
      const auto i = static_cast<std::size_t>(f - 1);
      parts.push_back({m_whose->itemText(f), &m_before->functions[i],
                       compared ? &m_after->functions[i] : nullptr});
    }
    figures = comparedFigures(chosen(*m_before), compared ? &chosen(*m_after) : nullptr, parts);
  }
  m_comparison->show(std::move(figures), compared);
  summarise();
  m_month->setVisible(m_before.has_value());
  if (m_before) m_month->show(*m_before, compared ? &*m_after : nullptr);
  showStatus();
}

/// Where sliders and figures do not stand on the screen together, the figures that matter most
/// stand below.
void WhatIfPage::summarise() {
  const bool together = m_columns->direction() == QBoxLayout::LeftToRight || height() >= px(520);
  m_summary->setVisible(!together && m_before && m_after);
  QStringList parts;
  for (const ComparedFigure& figure : m_comparison->figures()) {
    if (figure.summary)
      parts << QStringLiteral("%1: %2 → %3").arg(figure.label, figure.before, figure.after);
  }
  // Groups of three stay together.
  m_summary->setText(parts.join(u'\n').replace(QChar(0x2009), QChar(0x202F)));
  m_status->setVisible(together || height() >= px(300) || !m_problem.isEmpty());
}

void WhatIfPage::showTuning(std::vector<TunedSize> sizes) {
  const bool any = !sizes.empty();
  m_chart->show(std::move(sizes));
  m_chart->setVisible(any);
  m_verdict->setText(m_chart->verdict());
  m_verdict->setVisible(any);
  m_tune->setVisible(!any);
  showStatus();
}

void WhatIfPage::showStatus() {
  const bool asItIs = settings() == m_own;
  const bool running = m_beforeMaker->busy() || m_afterMaker->busy();
  m_comparison->setPale(running);
  m_tune->setText(m_tuningCancel ? tr("Trying every memory size …") : tr("Try every memory size"));
  QString text = m_problem;
  if (text.isEmpty() && running) text = tr("Making the run again …");
  if (text.isEmpty()) {
    text = asItIs ? tr("Move a slider: the scenario %1 runs again with the same requests.")
                        .arg(m_workbench.session.scenario())
                  : tr("Scenario %1, the same requests.").arg(m_workbench.session.scenario());
  }
  if (m_problem.isEmpty() && m_before && !m_before->total.response)
    text += u' ' + tr("There are so many that percentiles are within 1 % and response times are "
                      "not known.");
  m_status->setText(text);
  m_reset->setEnabled(!asItIs);
  m_apply->setEnabled(!asItIs);
  m_apply->setToolTip(asItIs ? tr("The settings are those of the project. Move a slider first.")
                             : tr("Writes these settings into the template, as one step that can "
                                  "be undone"));
  emit busyChanged();
}

void WhatIfPage::showEvent(QShowEvent* event) {
  Page::showEvent(event);
  if (m_stale) begin();
}

void WhatIfPage::hideEvent(QHideEvent* event) {
  Page::hideEvent(event);
  // Nobody waits for the answer; what was asked is asked again when the page is looked at.
  if (busy()) beginAnew();
}

void WhatIfPage::resizeEvent(QResizeEvent* event) {
  Page::resizeEvent(event);
  m_columns->setDirection(width() >= px(kTwoColumns) ? QBoxLayout::LeftToRight
                                                     : QBoxLayout::TopToBottom);
  summarise();
}

void WhatIfPage::restyle() {
  const theme::Theme& look = theme::Theme::instance();
  m_heading->setFont(look.headingFont());
  m_tuningHeading->setFont(look.headingFont());
  m_tuningHeading->setContentsMargins(0, px(8), 0, 0);
  QPalette ink = m_status->palette();
  ink.setColor(QPalette::WindowText, look.color(Role::Muted));
  m_status->setPalette(ink);
  m_columns->setContentsMargins(px(12), px(10), px(12), px(12));
  m_columns->setSpacing(px(16));
  for (int i = 0; i < m_columns->count(); ++i) m_columns->itemAt(i)->layout()->setSpacing(px(7));
  m_tune->parentWidget()->layout()->setSpacing(px(6));
  m_summary->setContentsMargins(px(12), px(6), px(12), 0);
  if (auto* footer = findChild<QHBoxLayout*>(QStringLiteral("whatIfFooter"))) {
    footer->setContentsMargins(px(12), px(8), px(12), px(10));
    footer->setSpacing(px(8));
  }
}

}  // namespace coldstart::whatif
