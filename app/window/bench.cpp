// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/bench.h"

#include <QApplication>
#include <QDataStream>
#include <QIODevice>
#include <QLayout>
#include <QMap>
#include <QTimer>

#include "app/cloudwatch/bill_page.h"
#include "app/cloudwatch/logs_page.h"
#include "app/cloudwatch/metrics_page.h"
#include "app/configuration/configuration_page.h"
#include "app/configuration/permissions_page.h"
#include "app/debug/debug_page.h"
#include "app/editor/code_page.h"
#include "app/event/test_event_page.h"
#include "app/explain/explain_page.h"
#include "app/stage/concurrency_page.h"
#include "app/stage/flow_page.h"
#include "app/stage/timeline_page.h"
#include "app/theme/theme.h"
#include "app/whatif/what_if_page.h"
#include "app/window/pane.h"
#include "app/window/project_page.h"
#include "app/workbench/debug_session.h"
#include "app/workbench/document.h"
#include "app/workbench/live_workbench.h"
#include "app/workbench/say.h"
#include "app/workbench/session.h"

namespace coldstart::window {
namespace {

using theme::px;

constexpr int kStateVersion = 1;

template <typename T>
std::function<Page*()> made(const Workbench& workbench) {
  return [workbench] { return new T(workbench); };
}

}  // namespace

Bench::Bench(Workbench workbench, QWidget* parent) : QMainWindow(parent), m_workbench(workbench) {
  setWindowFlags(Qt::Widget);  // QMainWindow makes itself a window; here it is a part of one.
  setObjectName(QStringLiteral("bench"));
  setDockOptions(AllowNestedDocks | AllowTabbedDocks);
  setTabPosition(Qt::AllDockWidgetAreas, QTabWidget::North);
  setContentsMargins(px(4), px(4), px(4), px(4));
  addPanes();
  connect(&workbench.session, &Session::functionChanged, this, &Bench::nameFunction);
  connect(&workbench.document, &Document::projectChanged, this, &Bench::nameFunction);
  connect(&workbench.session, &Session::codeAsked, this, [this](const QString& file, int line) {
    showPage(QStringLiteral("code"));
    if (auto* code = qobject_cast<editor::CodePage*>(m_function->page(QStringLiteral("code"))))
      code->openFile(file, line - 1);
  });
  const DebugSession& debug = workbench.session.live().debugging();
  connect(&debug, &DebugSession::changed, this, [this, &debug] {
    if (!debug.stop()) return;
    const debug::Frame& frame = debug.stop()->frames[debug.frame()];
    const QString file = debug.fileOf(frame);
    if (!file.isEmpty()) m_workbench.session.showCode(file, frame.line);
    showPage(QStringLiteral("debug"));
  });
  nameFunction();
}

void Bench::addPanes() {
  const auto add = [this](const QString& id, const QString& caption) {
    auto* pane = new Pane(id, caption, this);
    pane->hide();  // Until it has its place.
    m_panes.append(pane);
    return pane;
  };
  m_project = add(QStringLiteral("projectPane"), tr("Project"));
  m_project->addPage(QStringLiteral("project"), tr("Project"), made<ProjectPage>(m_workbench));
  m_function = add(QStringLiteral("functionPane"), tr("Function"));
  m_function->addPage(QStringLiteral("code"), tr("Code"), made<editor::CodePage>(m_workbench));
  m_function->addPage(QStringLiteral("configuration"), tr("Configuration"),
                      made<configuration::ConfigurationPage>(m_workbench));
  m_function->addPage(QStringLiteral("permissions"), tr("Permissions"),
                      made<configuration::PermissionsPage>(m_workbench));
  m_event = add(QStringLiteral("eventPane"), tr("Test event"));
  m_event->addPage(QStringLiteral("event"), tr("Test event"),
                   made<event::TestEventPage>(m_workbench));
  m_stage = add(QStringLiteral("stagePane"), tr("Stage"));
  m_stage->addPage(QStringLiteral("flow"), tr("Flow"), made<stage::FlowPage>(m_workbench));
  m_stage->addPage(QStringLiteral("timeline"), tr("Timeline"),
                   made<stage::TimelinePage>(m_workbench));
  m_stage->addPage(QStringLiteral("concurrency"), tr("Concurrency"),
                   made<stage::ConcurrencyPage>(m_workbench));
  m_second = add(QStringLiteral("secondStagePane"), tr("Stage"));
  m_second->addPage(QStringLiteral("timelineAndConcurrency"), tr("Timeline + Concurrency"),
                    made<stage::ConcurrencyPage>(m_workbench));
  m_cloudwatch = add(QStringLiteral("cloudwatchPane"), tr("CloudWatch"));
  m_cloudwatch->addPage(QStringLiteral("logs"), tr("Logs"),
                        made<cloudwatch::LogsPage>(m_workbench));
  m_cloudwatch->addPage(QStringLiteral("metrics"), tr("Metrics"),
                        made<cloudwatch::MetricsPage>(m_workbench));
  m_cloudwatch->addPage(QStringLiteral("bill"), tr("Bill"),
                        made<cloudwatch::BillPage>(m_workbench));
  m_explain = add(QStringLiteral("explainPane"), tr("Explain"));
  m_explain->addPage(QStringLiteral("explain"), tr("Explain"),
                     made<explain::ExplainPage>(m_workbench));
  m_explain->addPage(QStringLiteral("debug"), tr("Debug"), made<debug::DebugPage>(m_workbench));
  m_explain->addPage(QStringLiteral("whatIf"), tr("What if"),
                     made<whatif::WhatIfPage>(m_workbench));
}

void Bench::nameFunction() {
  const auto current = m_workbench.session.function();
  if (!current) {
    m_function->setSubject({}, tr("Function"));
    return;
  }
  const project::Function& function = m_workbench.document.project().functions[*current];
  m_function->setSubject(QStringLiteral("lambda"), qs(function.id));
}

Pane* Bench::pane(const QString& id) const {
  for (Pane* pane : m_panes) {
    if (pane->objectName() == id) return pane;
  }
  return nullptr;
}

QByteArray Bench::arrangement() const {
  QMap<QString, QString> pages;
  for (const Pane* pane : m_panes) pages[pane->objectName()] = pane->currentPage();
  QByteArray text;
  QDataStream out(&text, QIODevice::WriteOnly);
  out << saveState(kStateVersion) << pages;
  return text;
}

void Bench::arrange(Layout layout, const QByteArray& kept) {
  m_layout = layout;
  QByteArray state;
  QMap<QString, QString> pages;
  QDataStream in(kept);
  in >> state >> pages;
  if (!state.isEmpty()) {
    for (Pane* pane : m_panes) {
      removeDockWidget(pane);  // What the text does not name is away.
      pane->showPage(pages.value(pane->objectName()));
    }
    if (restoreState(state, kStateVersion)) return;
  }
  m_sizesDue = !isVisible();  // Until it is shown its size is not known.
  if (!m_sizesDue) place(layout);
}

void Bench::arrangeAfresh(Layout layout) {
  m_layout = layout;
  place(layout);
}

void Bench::place(Layout layout) {
  for (Pane* pane : m_panes) {
    pane->setFloating(false);
    removeDockWidget(pane);
  }
  // Before they are seen, so that no other page is made.
  const bool write = layout == Layout::Write;
  m_stage->showPage(write ? QStringLiteral("timeline") : QStringLiteral("flow"));
  m_cloudwatch->showPage(write ? QStringLiteral("logs") : QStringLiteral("metrics"));
  const int room = width() * 96 / qMax(1, px(96));  // In pixels of the design.
  if (room < 900)
    placeTiny(layout);
  else if (room < 1200)
    placeNarrow(layout);
  else
    placeWide(layout);
  giveSizes();
}

void Bench::placeWide(Layout layout) {
  addDockWidget(Qt::LeftDockWidgetArea, m_project);
  QList<Pane*> shown{m_project, m_stage, m_cloudwatch, m_explain};
  if (layout == Layout::Write) {
    splitDockWidget(m_project, m_function, Qt::Horizontal);
    splitDockWidget(m_function, m_cloudwatch, Qt::Vertical);
    splitDockWidget(m_function, m_explain, Qt::Horizontal);
    splitDockWidget(m_function, m_stage, Qt::Vertical);
    splitDockWidget(m_function, m_event, Qt::Horizontal);
    shown << m_function << m_event;
  } else {
    splitDockWidget(m_project, m_cloudwatch, Qt::Vertical);
    splitDockWidget(m_project, m_stage, Qt::Horizontal);
    splitDockWidget(m_stage, m_explain, Qt::Horizontal);
    splitDockWidget(m_stage, m_second, Qt::Vertical);
    shown << m_second;
  }
  for (Pane* pane : std::as_const(shown)) pane->show();
}

void Bench::placeNarrow(Layout layout) {
  addDockWidget(Qt::LeftDockWidgetArea, m_project);
  QList<Pane*> shown{m_project, m_stage, m_cloudwatch, m_explain};
  if (layout == Layout::Write) {
    splitDockWidget(m_project, m_function, Qt::Horizontal);
    splitDockWidget(m_function, m_cloudwatch, Qt::Vertical);
    splitDockWidget(m_function, m_event, Qt::Horizontal);
    splitDockWidget(m_function, m_stage, Qt::Vertical);
    splitDockWidget(m_event, m_explain, Qt::Vertical);
    shown << m_function << m_event;
  } else {
    splitDockWidget(m_project, m_cloudwatch, Qt::Vertical);
    splitDockWidget(m_project, m_stage, Qt::Horizontal);
    splitDockWidget(m_stage, m_second, Qt::Vertical);
    splitDockWidget(m_project, m_explain, Qt::Vertical);
    shown << m_second;
  }
  for (Pane* pane : std::as_const(shown)) pane->show();
}

/// Half the screen or 200 %: two columns of tabs.
void Bench::placeTiny(Layout layout) {
  const bool write = layout == Layout::Write;
  Pane* left = write ? m_function : m_project;
  addDockWidget(Qt::LeftDockWidgetArea, left);
  splitDockWidget(left, m_stage, Qt::Horizontal);
  QList<Pane*> shown{left, m_stage};
  if (write) {
    tabifyDockWidget(left, m_event);
    tabifyDockWidget(m_event, m_project);
    shown << m_event << m_project;
  }
  tabifyDockWidget(m_stage, m_explain);
  tabifyDockWidget(m_explain, m_cloudwatch);
  shown << m_explain << m_cloudwatch;
  for (Pane* pane : std::as_const(shown)) pane->show();
  left->raise();
  m_stage->raise();
}

void Bench::giveSizes() {
  m_sizesDue = false;
  QLayout* docks = QMainWindow::layout();
  docks->activate();
  const int room = width() * 96 / qMax(1, px(96));
  const int high = height();
  if (room < 900) {
    const bool write = m_layout == Layout::Write;
    resizeDocks({write ? m_function : m_project, m_stage}, {write ? 50 : 30, write ? 50 : 70},
                Qt::Horizontal);
    return;
  }
  const bool narrow = room < 1200;
  if (m_layout == Layout::Write) {
    if (narrow) {
      resizeDocks({m_project, m_function, m_event}, {px(180), width() - px(480), px(290)},
                  Qt::Horizontal);
      resizeDocks({m_event, m_explain}, {high * 38 / 100, high * 40 / 100}, Qt::Vertical);
    } else {
      const int rest = width() - px(212) - px(284);
      resizeDocks({m_project, m_function, m_event, m_explain},
                  {px(212), rest * 62 / 100, rest * 38 / 100, px(284)}, Qt::Horizontal);
    }
    resizeDocks({m_function, m_stage, m_cloudwatch},
                {high * 49 / 100, high * 26 / 100, high * 25 / 100}, Qt::Vertical);
    return;
  }
  if (narrow) {
    resizeDocks({m_project, m_stage}, {px(250), width() - px(258)}, Qt::Horizontal);
    resizeDocks({m_project, m_explain}, {high * 35 / 100, high * 45 / 100}, Qt::Vertical);
  } else {
    resizeDocks({m_project, m_stage, m_explain}, {px(212), width() - px(212) - px(366), px(366)},
                Qt::Horizontal);
  }
  resizeDocks({m_stage, m_second, m_cloudwatch},
              {high * 42 / 100, high * 36 / 100, high * 22 / 100}, Qt::Vertical);
}

void Bench::showEvent(QShowEvent* event) {
  QMainWindow::showEvent(event);
  if (m_sizesDue) place(m_layout);  // Only now is the window's size known.
}

void Bench::showPage(const QString& id) {
  Pane* target = nullptr;
  for (Pane* pane : m_panes) {
    if (pane->page(id) && (!target || pane->isVisible())) target = pane;
  }
  if (!target) return;
  target->show();
  target->raise();
  target->showPage(id);
}

void Bench::focusNextPane() {
  const QWidget* focused = QApplication::focusWidget();
  qsizetype from = -1;
  for (qsizetype i = 0; i < m_panes.size(); ++i) {
    if (focused && m_panes[i]->isAncestorOf(focused)) from = i;
  }
  for (qsizetype step = 1; step <= m_panes.size(); ++step) {
    Pane* next = m_panes[(from + step) % m_panes.size()];
    if (!next->isVisible()) continue;
    next->takeFocus();
    return;
  }
}

}  // namespace coldstart::window
