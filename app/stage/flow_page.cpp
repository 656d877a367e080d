// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stage/flow_page.h"

#include <QHBoxLayout>
#include <QScrollBar>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "app/stage/flow_view.h"
#include "app/stage/held_strip.h"
#include "app/stage/stage_controls.h"
#include "app/theme/empty_state.h"
#include "app/workbench/actions.h"

namespace coldstart::stage {

FlowPage::FlowPage(Workbench workbench, QWidget* parent)
    : Page(parent),
      m_workbench(workbench),
      m_controls(new StageControls(workbench.session, StageControls::Zoom::No, this)),
      m_stack(new QStackedWidget(this)),
      m_view(new FlowView),
      m_scrollBar(new QScrollBar(Qt::Vertical)) {
  setObjectName(QStringLiteral("flowPage"));
  auto* outer = new QVBoxLayout(this);
  outer->setContentsMargins(0, 0, 0, 0);
  outer->setSpacing(0);
  outer->addWidget(new HeldStrip(workbench.session, this));
  outer->addWidget(m_stack, 1);
  auto* filled = new QWidget;
  auto* row = new QHBoxLayout(filled);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(0);
  row->addWidget(m_view, 1);
  m_scrollBar->setObjectName(QStringLiteral("flowScrollBar"));
  m_scrollBar->setVisible(false);
  row->addWidget(m_scrollBar);
  m_stack->addWidget(new theme::EmptyState(
      QStringLiteral("play"),
      tr("Nothing has run yet. Send one request with Test and watch it find an environment."),
      workbench.actions.find(QStringLiteral("run.test"))));
  m_stack->addWidget(filled);

  Session& session = workbench.session;
  connect(&session, &Session::runChanged, this, &FlowPage::showRun);
  connect(&session, &Session::windowChanged, this,
          [this] { m_view->setWindow(m_workbench.session.window()); });
  connect(&session, &Session::playheadChanged, this,
          [this] { m_view->setPlayhead(m_workbench.session.playhead()); });
  connect(&session, &Session::selectionChanged, this,
          [this] { m_view->setSelection(m_workbench.session.selection()); });
  connect(m_view, &FlowView::selectionAsked, &session, &Session::select);
  connect(m_view, &FlowView::menuAsked, this,
          [this](QPoint at) { showSelectionMenu(m_view, m_workbench, at); });
  connect(m_view, &FlowView::scrollAsked, m_scrollBar, &QScrollBar::setValue);
  connect(m_view, &FlowView::heightChanged, this, &FlowPage::fitScrollBar, Qt::QueuedConnection);
  connect(m_scrollBar, &QScrollBar::valueChanged, m_view, &FlowView::setScroll);
  connect(m_controls, &StageControls::functionChosen, this,
          [this] { m_view->setFunction(m_controls->function()); });
  showRun();
}

QWidget* FlowPage::controls() {
  return m_controls;
}

void FlowPage::showRun() {
  const Session& session = m_workbench.session;
  m_stack->setCurrentIndex(session.index() ? 1 : 0);
  m_view->setIndex(session.index());
  m_view->setFunction(m_controls->function());
  m_view->setWindow(session.window());
  m_view->setPlayhead(session.playhead());
  m_view->setSelection(session.selection());
}

void FlowPage::fitScrollBar() {
  const int more = qMax(0, qRound(m_view->drawing().contentHeight) - m_view->height());
  m_scrollBar->setPageStep(m_view->height());
  m_scrollBar->setSingleStep(m_view->height() / 4 + 1);
  m_scrollBar->setRange(0, more);
  m_scrollBar->setVisible(more > 0);
}

}  // namespace coldstart::stage
