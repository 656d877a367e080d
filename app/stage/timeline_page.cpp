// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stage/timeline_page.h"

#include <QStackedWidget>
#include <QVBoxLayout>

#include "app/stage/held_strip.h"
#include "app/stage/stage_controls.h"
#include "app/stage/timeline_panel.h"
#include "app/theme/empty_state.h"
#include "app/workbench/actions.h"
#include "app/workbench/session.h"

namespace coldstart::stage {

TimelinePage::TimelinePage(Workbench workbench, QWidget* parent)
    : Page(parent),
      m_workbench(workbench),
      m_controls(new StageControls(workbench.session, StageControls::Zoom::Yes, this)),
      m_stack(new QStackedWidget(this)),
      m_panel(new TimelinePanel(workbench)) {
  setObjectName(QStringLiteral("timelinePage"));
  auto* outer = new QVBoxLayout(this);
  outer->setContentsMargins(0, 0, 0, 0);
  outer->setSpacing(0);
  outer->addWidget(new HeldStrip(workbench.session, this));
  outer->addWidget(m_stack, 1);
  m_stack->addWidget(new theme::EmptyState(
      QStringLiteral("play"),
      tr("Nothing has run yet. Send one request with Test and watch its environment start."),
      workbench.actions.find(QStringLiteral("run.test"))));
  m_stack->addWidget(m_panel);
  connect(&workbench.session, &Session::runChanged, this, &TimelinePage::showRun);
  connect(m_controls, &StageControls::functionChosen, this,
          [this] { m_panel->setFunction(m_controls->function()); });
  showRun();
}

QWidget* TimelinePage::controls() {
  return m_controls;
}

void TimelinePage::showRun() {
  m_stack->setCurrentIndex(m_workbench.session.index() ? 1 : 0);
  m_panel->showRun();
  m_panel->setFunction(m_controls->function());
}

}  // namespace coldstart::stage
