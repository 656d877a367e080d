// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stage/timeline_panel.h"

#include <QHBoxLayout>
#include <QScrollBar>

#include "app/stage/stage_controls.h"
#include "app/stage/timeline_view.h"

namespace coldstart::stage {

TimelinePanel::TimelinePanel(Workbench workbench, QWidget* parent)
    : QWidget(parent),
      m_workbench(workbench),
      m_view(new TimelineView(this)),
      m_scrollBar(new QScrollBar(Qt::Vertical, this)) {
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(0);
  row->addWidget(m_view, 1);
  m_scrollBar->setObjectName(QStringLiteral("timelineScrollBar"));
  m_scrollBar->setVisible(false);
  row->addWidget(m_scrollBar);

  Session& session = workbench.session;
  connect(&session, &Session::windowChanged, this,
          [this] { m_view->setWindow(m_workbench.session.window()); });
  connect(&session, &Session::playheadChanged, this,
          [this] { m_view->setPlayhead(m_workbench.session.playhead()); });
  connect(&session, &Session::selectionChanged, this,
          [this] { m_view->setSelection(m_workbench.session.selection()); });
  connect(m_view, &TimelineView::windowAsked, &session, &Session::setWindow);
  connect(m_view, &TimelineView::playheadAsked, &session, &Session::setPlayhead);
  connect(m_view, &TimelineView::selectionAsked, &session, &Session::select);
  connect(m_view, &TimelineView::menuAsked, this,
          [this](QPoint at) { showSelectionMenu(m_view, m_workbench, at); });
  connect(m_view, &TimelineView::scrollAsked, m_scrollBar, &QScrollBar::setValue);
  connect(m_view, &TimelineView::rowsChanged, this, &TimelinePanel::fitScrollBar,
          Qt::QueuedConnection);
  connect(m_scrollBar, &QScrollBar::valueChanged, m_view, &TimelineView::setScroll);
}

void TimelinePanel::showRun() {
  const Session& session = m_workbench.session;
  m_view->setIndex(session.index());
  m_view->setWindow(session.window());
  m_view->setPlayhead(session.playhead());
  m_view->setSelection(session.selection());
}

void TimelinePanel::setFunction(std::optional<std::size_t> function) {
  m_view->setFunction(function);
}

int TimelinePanel::scrollBarWidth() const {
  return m_scrollBar->isVisibleTo(this) ? m_scrollBar->sizeHint().width() : 0;
}

void TimelinePanel::fitScrollBar() {
  const TimelineDrawing& drawing = m_view->drawing();
  const int page = qRound(drawing.plot.height());
  const int more = qMax(0, qRound(drawing.contentHeight) - page);
  m_scrollBar->setPageStep(page);
  m_scrollBar->setSingleStep(qMax(1, qRound(drawing.rowPitch)));
  m_scrollBar->setRange(0, more);
  m_view->followSelection();
  if (m_scrollBar->isVisibleTo(this) == (more > 0)) return;
  m_scrollBar->setVisible(more > 0);
  emit scrollBarChanged();
}

}  // namespace coldstart::stage
