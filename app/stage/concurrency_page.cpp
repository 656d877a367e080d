// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stage/concurrency_page.h"

#include <QHBoxLayout>
#include <QSplitter>
#include <QStackedWidget>

#include "app/stage/concurrency_view.h"
#include "app/stage/stage_controls.h"
#include "app/stage/timeline_panel.h"
#include "app/stage/timeline_view.h"
#include "app/theme/empty_state.h"
#include "app/theme/theme.h"
#include "app/workbench/actions.h"

namespace coldstart::stage {

ConcurrencyPage::ConcurrencyPage(Workbench workbench, QWidget* parent)
    : Page(parent),
      m_workbench(workbench),
      m_controls(new StageControls(workbench.session, StageControls::Zoom::Yes, this)),
      m_stack(new QStackedWidget(this)),
      m_view(new ConcurrencyView),
      m_lanes(new TimelinePanel(workbench)) {
  setObjectName(QStringLiteral("concurrencyPage"));
  auto* outer = new QHBoxLayout(this);
  outer->setContentsMargins(0, 0, 0, 0);
  outer->addWidget(m_stack);
  m_stack->addWidget(new theme::EmptyState(
      QStringLiteral("play"),
      tr("Nothing has run yet. Run a scenario and watch how many environments are in use."),
      workbench.actions.find(QStringLiteral("run.scenario"))));
  auto* split = new QSplitter(Qt::Vertical);
  split->setObjectName(QStringLiteral("concurrencySplitter"));
  split->setChildrenCollapsible(false);
  auto* curve = new QWidget;
  m_curveRow = new QHBoxLayout(curve);
  m_curveRow->setContentsMargins(0, 0, 0, 0);
  m_curveRow->addWidget(m_view);
  split->addWidget(curve);
  split->addWidget(m_lanes);
  split->setStretchFactor(0, 1);
  split->setStretchFactor(1, 1);
  m_stack->addWidget(split);

  Session& session = workbench.session;
  connect(&session, &Session::runChanged, this, &ConcurrencyPage::showRun);
  connect(&session, &Session::windowChanged, this,
          [this] { m_view->setWindow(m_workbench.session.window()); });
  connect(&session, &Session::playheadChanged, this,
          [this] { m_view->setPlayhead(m_workbench.session.playhead()); });
  connect(m_view, &ConcurrencyView::windowAsked, &session, &Session::setWindow);
  connect(m_view, &ConcurrencyView::playheadAsked, &session, &Session::setPlayhead);
  connect(m_view, &ConcurrencyView::selectionAsked, &session, &Session::select);
  connect(m_lanes, &TimelinePanel::scrollBarChanged, this,
          [this] { m_curveRow->setContentsMargins(0, 0, m_lanes->scrollBarWidth(), 0); });
  connect(m_controls, &StageControls::functionChosen, this, [this] {
    m_view->setFunction(m_controls->function());
    m_lanes->setFunction(m_controls->function());
  });
  showRun();
}

QWidget* ConcurrencyPage::controls() {
  return m_controls;
}

void ConcurrencyPage::showRun() {
  const Session& session = m_workbench.session;
  m_stack->setCurrentIndex(session.index() ? 1 : 0);
  m_view->setIndex(session.index());
  m_view->setFunction(m_controls->function());
  m_view->setWindow(session.window());
  m_view->setPlayhead(session.playhead());
  m_lanes->showRun();
  m_lanes->setFunction(m_controls->function());
}

void ConcurrencyPage::fitLanes() {
  const bool roomy = height() >= theme::px(190);
  m_lanes->setVisible(roomy);
  m_view->setRuler(roomy ? ConcurrencyRequest::Ruler::No : ConcurrencyRequest::Ruler::Yes);
  m_curveRow->setContentsMargins(0, 0, roomy ? m_lanes->scrollBarWidth() : 0, 0);
}

void ConcurrencyPage::resizeEvent(QResizeEvent* event) {
  Page::resizeEvent(event);
  fitLanes();
}

}  // namespace coldstart::stage
