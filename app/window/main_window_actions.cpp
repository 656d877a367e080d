// SPDX-License-Identifier: GPL-3.0-or-later
// The window's commands and menus. What pages register joins the menu that its id names.
#include <QApplication>
#include <QFileInfo>
#include <QMenu>
#include <QMenuBar>

#include "app/theme/icon.h"
#include "app/theme/theme.h"
#include "app/window/command_palette.h"
#include "app/window/fidelity_dialog.h"
#include "app/window/information.h"
#include "app/window/main_window.h"
#include "app/window/pane.h"
#include "app/window/preferences.h"
#include "app/window/samples.h"
#include "app/workbench/debug_session.h"
#include "app/workbench/document.h"
#include "app/workbench/live_workbench.h"
#include "app/workbench/session.h"

namespace coldstart::window {

void MainWindow::addActions() {
  addFileActions();
  addEditActions();
  addViewActions();
  addRunActions();
  addHelpActions();
  for (QAction* action : m_actions.all()) addAction(action);
  connect(&m_actions, &Actions::added, this, [this](QAction* action) {
    addAction(action);
    putInMenu(action);
  });
}

void MainWindow::addFileActions() {
  m_actions.add(QStringLiteral("file.new"), tr("&New project…"), QKeySequence::New,
                [this] { newProject(); });
  m_actions.add(QStringLiteral("file.open"), tr("&Open…"), QKeySequence::Open,
                [this] { openAsked(); });
  m_actions.add(QStringLiteral("file.firstSample"), tr("Open the first &sample"), {}, [this] {
    const QList<Sample> found = samples();
    if (!found.isEmpty())
      openProject(found.first().folder);
    else
      m_banner->say(theme::Banner::Kind::Problem,
                    tr("The samples were not found. They belong beside the program, in "
                       "share/coldstart/samples."));
  });
  m_actions.add(QStringLiteral("file.save"), tr("&Save"), QKeySequence::Save, [this] { save(); })
      ->setEnabled(false);
  m_actions.add(QStringLiteral("file.saveAs"), tr("Save &to another folder…"),
                QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S), [this] { saveAs(); });
  m_actions
      .add(QStringLiteral("file.export"), tr("&Export deployment package…"), {},
           [this] { exportPackage(); })
      ->setEnabled(false);
  m_actions
      .add(QStringLiteral("file.import"), tr("&Import deployment package…"), {},
           [this] { importPackage(); })
      ->setEnabled(false);
  m_actions.add(QStringLiteral("file.close"), tr("&Close project"),
                QKeySequence(Qt::CTRL | Qt::Key_W), [this] { closeProject(); });
  m_actions.add(QStringLiteral("file.quit"), tr("&Quit"), QKeySequence::Quit, [this] { close(); });
}

void MainWindow::addEditActions() {
  m_actions
      .add(QStringLiteral("edit.undo"), tr("Undo"), QKeySequence::Undo,
           [this] {
             if (m_document) m_document->undoStack().undo();
           })
      ->setEnabled(false);
  m_actions
      .add(QStringLiteral("edit.redo"), tr("Redo"), QKeySequence::Redo,
           [this] {
             if (m_document) m_document->undoStack().redo();
           })
      ->setEnabled(false);
  m_actions.add(QStringLiteral("edit.settings"), tr("Se&ttings…"),
                QKeySequence(Qt::CTRL | Qt::Key_Comma), [this] { showSettings(); });
}

void MainWindow::addViewActions() {
  m_actions.add(QStringLiteral("view.palette"), tr("Command &palette…"),
                QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P), [this] { m_palette->open(); });
  struct Row {
    const char* id;
    QString text;
    Layout layout;
    Qt::Key key;
  };
  for (const Row& row :
       {Row{"view.write", tr("Layout &Write: code, event, logs"), Layout::Write, Qt::Key_1},
        Row{"view.watch", tr("Layout W&atch: stage and metrics"), Layout::Watch, Qt::Key_2},
        Row{"view.teach", tr("Layout &Teach: large, for a projector"), Layout::Teach, Qt::Key_3}}) {
    m_actions.add(QString::fromLatin1(row.id), row.text, QKeySequence(Qt::CTRL | row.key),
                  [this, layout = row.layout] { setLayoutChoice(layout); });
  }
  m_actions.add(QStringLiteral("view.reset"), tr("&Reset layout"), {}, [this] {
    if (m_bench && m_layout != Layout::Teach) m_bench->arrangeAfresh(m_layout);
  });
  struct PageRow {
    const char* id;
    QString text;
  };
  for (const PageRow& row :
       {PageRow{"code", tr("Go to Code")}, PageRow{"configuration", tr("Go to Configuration")},
        PageRow{"permissions", tr("Go to Permissions")}, PageRow{"event", tr("Go to Test event")},
        PageRow{"flow", tr("Go to Flow")}, PageRow{"timeline", tr("Go to Timeline")},
        PageRow{"concurrency", tr("Go to Concurrency")}, PageRow{"logs", tr("Go to Logs")},
        PageRow{"metrics", tr("Go to Metrics")}, PageRow{"bill", tr("Go to Bill")},
        PageRow{"explain", tr("Go to Explain")}, PageRow{"whatIf", tr("Go to What if")},
        PageRow{"project", tr("Go to Project")}}) {
    m_actions.add(QStringLiteral("view.") + QString::fromLatin1(row.id), row.text, {},
                  [this, id = QString::fromLatin1(row.id)] {
                    if (!m_bench) return;
                    if (m_layout == Layout::Teach) setLayoutChoice(Layout::Write);
                    m_bench->showPage(id);
                  });
  }
  m_actions.add(QStringLiteral("view.nextPane"), tr("Next pa&ne"), QKeySequence(Qt::Key_F6),
                [this] {
                  if (m_bench) m_bench->focusNextPane();
                });
  m_actions.add(QStringLiteral("view.zoomIn"), tr("&Larger"), QKeySequence::ZoomIn,
                [this] { zoomBy(10); });
  m_actions.add(QStringLiteral("view.zoomOut"), tr("&Smaller"), QKeySequence::ZoomOut,
                [this] { zoomBy(-10); });
  m_actions.add(QStringLiteral("view.zoomReset"), tr("&Normal size"),
                QKeySequence(Qt::CTRL | Qt::Key_0), [this] { zoomBy(0); });
  m_actions.add(QStringLiteral("view.dark"), tr("Change between light and &dark"),
                QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_D), [] {
                  theme::Theme& look = theme::Theme::instance();
                  const bool dark = !look.dark();
                  preferences::setValue(QStringLiteral("theme"),
                                        dark ? QStringLiteral("dark") : QStringLiteral("light"));
                  look.setScheme(dark ? theme::Scheme::Dark : theme::Scheme::Light);
                });
}

void MainWindow::addRunActions() {
  const auto withSession = [this](auto run) {
    return [this, run] {
      if (m_session) run(*m_session);
    };
  };
  QAction* test =
      m_actions.add(QStringLiteral("run.test"), tr("&Test"), {}, withSession([](Session& session) {
                      session.live().debugging().setOn(false);
                      session.testCurrent();
                    }));
  test->setShortcuts({QKeySequence(Qt::Key_F5), QKeySequence(Qt::CTRL | Qt::Key_Return),
                      QKeySequence(Qt::CTRL | Qt::Key_Enter)});
  test->setEnabled(false);
  m_actions.add(QStringLiteral("run.scenario"), tr("Run the s&cenario"),
                QKeySequence(Qt::SHIFT | Qt::Key_F5), withSession([](Session& session) {
                  if (!session.scenario().isEmpty()) session.runScenario(session.scenario());
                }));
  m_actions
      .add(QStringLiteral("run.burst"), tr("Send a &burst of live requests…"),
           QKeySequence(Qt::CTRL | Qt::Key_F5), [this] { askBurst(); })
      ->setEnabled(false);
  m_actions.add(QStringLiteral("run.debug"), tr("Test with the &debugger"),
                QKeySequence(Qt::CTRL | Qt::Key_F6), [this] { debug(); });
  m_actions.add(QStringLiteral("run.attach"), tr("Attach your own &process…"), {},
                [this] { attach(); });
  m_actions.add(QStringLiteral("run.profile"), tr("Measure the &handler, then simulate it…"), {},
                [this] { profile(); });
  m_actions.add(QStringLiteral("run.live"), tr("Change between simulated and &live"),
                QKeySequence(Qt::CTRL | Qt::Key_L), withSession([](Session& session) {
                  const bool isLive = session.mode() == Session::Mode::Live;
                  session.setMode(isLive ? Session::Mode::Simulated : Session::Mode::Live);
                }));
  m_actions.add(QStringLiteral("run.newScenario"), tr("&New scenario…"), {},
                [this] { newScenario(); });
  m_actions.add(QStringLiteral("run.editScenario"), tr("&Edit the scenario…"), {},
                [this] { editScenario(); });
  m_actions.add(
      QStringLiteral("run.play"), tr("&Play or pause"), QKeySequence(Qt::Key_Space),
      withSession([](Session& session) { session.playing() ? session.pause() : session.play(); }));
  m_actions.add(QStringLiteral("run.step"), tr("&Step to what happens next"),
                QKeySequence(Qt::ALT | Qt::Key_Right),
                withSession([](Session& session) { session.stepForward(); }));
  m_actions.add(QStringLiteral("run.stepBack"), tr("Step &back to what happened before"),
                QKeySequence(Qt::ALT | Qt::Key_Left),
                withSession([](Session& session) { session.stepBack(); }));
  m_actions.add(QStringLiteral("run.toStart"), tr("Go to the start of the run"),
                QKeySequence(Qt::ALT | Qt::Key_Home),
                withSession([](Session& session) { session.setPlayhead(Instant{}); }));
  m_actions.add(QStringLiteral("run.toEnd"), tr("Go to the end of the run"),
                QKeySequence(Qt::ALT | Qt::Key_End),
                withSession([](Session& session) { session.setPlayhead(session.end()); }));
  m_actions.add(QStringLiteral("run.wholeRun"), tr("Show the &whole run"), {},
                withSession([](Session& session) { session.showWholeRun(); }));
  m_actions
      .add(QStringLiteral("run.showRequests"), tr("Show the requests of this range"), {},
           withSession([](Session& session) { session.showRequestsOf(session.window()); }))
      ->setEnabled(false);
  m_actions.add(QStringLiteral("run.wait"), tr("Let 10 &minutes pass"),
                QKeySequence(Qt::ALT | Qt::Key_Period),
                withSession([](Session& session) { session.letTimePass(Duration::minutes(10)); }));
  m_actions.add(QStringLiteral("run.clear"), tr("Forget the en&vironments: the next Test is cold"),
                {}, withSession([](Session& session) { session.clear(); }));
  m_actions.add(QStringLiteral("run.stop"), tr("St&op what runs"),
                QKeySequence(Qt::CTRL | Qt::Key_Period),
                withSession([](Session& session) { session.cancel(); }));
}

void MainWindow::addHelpActions() {
  m_actions.add(QStringLiteral("help.shortcuts"), tr("&Keyboard shortcuts"),
                QKeySequence(Qt::Key_F1), [this] { showShortcuts(m_actions, this); });
  m_actions.add(QStringLiteral("help.simulated"), tr("&What is simulated, and what is not"), {},
                [this] { showWhatIsSimulated(this); });
  m_actions.add(QStringLiteral("help.about"), tr("&About Coldstart"), {},
                [this] { showAbout(this); });
}

void MainWindow::putInMenu(QAction* action) {
  if (QMenu* menu = m_menus.value(action->objectName().section(u'.', 0, 0)))
    menu->addAction(action);
}

void MainWindow::buildMenus() {
  menuBar()->setNativeMenuBar(false);
  const auto menu = [this](const QString& id, const QString& text) {
    QMenu* made = menuBar()->addMenu(text);
    made->setObjectName(id + QStringLiteral("Menu"));
    m_menus.insert(id, made);
    return made;
  };
  menu(QStringLiteral("file"), tr("&File"));
  menu(QStringLiteral("edit"), tr("&Edit"));
  menu(QStringLiteral("view"), tr("&View"));
  menu(QStringLiteral("run"), tr("&Run"));
  menu(QStringLiteral("help"), tr("&Help"));
  static const QStringList kBefore{QStringLiteral("file.save"),     QStringLiteral("file.quit"),
                                   QStringLiteral("file.export"),   QStringLiteral("file.close"),
                                   QStringLiteral("edit.settings"), QStringLiteral("view.write"),
                                   QStringLiteral("view.code"),     QStringLiteral("view.nextPane"),
                                   QStringLiteral("view.zoomIn"),   QStringLiteral("view.dark"),
                                   QStringLiteral("run.play"),      QStringLiteral("run.wholeRun"),
                                   QStringLiteral("run.scenario")};
  for (QAction* action : m_actions.all()) {
    QMenu* target = m_menus.value(action->objectName().section(u'.', 0, 0));
    if (!target) continue;
    if (kBefore.contains(action->objectName())) target->addSeparator();
    target->addAction(action);
  }
  auto* recent = new QMenu(tr("Open &recent"), this);
  recent->setObjectName(QStringLiteral("recentMenu"));
  connect(recent, &QMenu::aboutToShow, this, [this, recent] {
    recent->clear();
    for (const QString& path : preferences::recent()) {
      connect(recent->addAction(QFileInfo(path).absolutePath()), &QAction::triggered, this,
              [this, path] { openProject(path); });
    }
    if (recent->isEmpty()) recent->addAction(tr("No project was opened yet"))->setEnabled(false);
  });
  auto* sampleMenu = new QMenu(tr("Open a sa&mple"), this);
  sampleMenu->setObjectName(QStringLiteral("sampleMenu"));
  connect(sampleMenu, &QMenu::aboutToShow, this, [this, sampleMenu] {
    if (!sampleMenu->isEmpty()) return;
    sampleMenu->setToolTipsVisible(true);
    for (const Sample& sample : samples()) {
      QAction* open = sampleMenu->addAction(sample.title);
      open->setToolTip(sample.lookAt);
      connect(open, &QAction::triggered, this,
              [this, folder = sample.folder] { openProject(folder); });
    }
  });
  QMenu* file = m_menus.value(QStringLiteral("file"));
  QAction* before = m_actions.find(QStringLiteral("file.firstSample"));
  file->insertMenu(before, recent);
  file->insertMenu(before, sampleMenu);
  auto* panes = new QMenu(tr("Panes"), this);
  panes->setObjectName(QStringLiteral("panesMenu"));
  connect(panes, &QMenu::aboutToShow, this, [this, panes] {
    panes->clear();
    if (!m_bench) return;
    for (Pane* pane : m_bench->panes()) panes->addAction(pane->toggleViewAction());
  });
  m_menus.value(QStringLiteral("view"))
      ->insertMenu(m_actions.find(QStringLiteral("view.nextPane")), panes);
}

}  // namespace coldstart::window
