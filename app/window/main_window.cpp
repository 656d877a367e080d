// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/main_window.h"

#include <QAbstractButton>
#include <QApplication>
#include <QCloseEvent>
#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QKeyEvent>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QMimeData>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <algorithm>

#include "app/theme/icon.h"
#include "app/theme/theme.h"
#include "app/window/command_palette.h"
#include "app/window/new_project_dialog.h"
#include "app/window/pane.h"
#include "app/window/preferences.h"
#include "app/window/range_offer.h"
#include "app/window/run_progress.h"
#include "app/window/samples.h"
#include "app/window/scenario_dialog.h"
#include "app/window/settings_dialog.h"
#include "app/window/teach_view.h"
#include "app/window/tool_strip.h"
#include "app/window/trust.h"
#include "app/window/welcome.h"
#include "app/workbench/document.h"
#include "app/workbench/live_workbench.h"
#include "app/workbench/on_worker.h"
#include "app/workbench/project_files.h"
#include "app/workbench/say.h"
#include "app/workbench/session.h"

namespace coldstart::window {

using theme::Banner;
using theme::px;

namespace {

/// Bytes; beyond, reading takes longer than a frame or two.
constexpr qint64 kLargeTemplate = 256 * 1024;
/// What Teach needs at 100 %.
constexpr QSize kTeachSize(640, 500);
constexpr int kLargestTeach = 200;

QString keyOf(Layout layout) {
  switch (layout) {
    case Layout::Write:
      return QStringLiteral("layout/write");
    case Layout::Watch:
      return QStringLiteral("layout/watch");
    case Layout::Teach:
      break;
  }
  return {};
}

}  // namespace

MainWindow::MainWindow()
    : m_top(new QWidget(this)),
      m_banner(new Banner(m_top)),
      m_progress(new RunProgress(m_top)),
      m_stack(new QStackedWidget(m_top)) {
  setObjectName(QStringLiteral("mainWindow"));
  setWindowIcon(theme::icon(QStringLiteral("coldstart"), theme::Role::Text));
  setAcceptDrops(true);
  qApp->installEventFilter(this);
  setContextMenuPolicy(Qt::NoContextMenu);
  addActions();
  m_tools = new ToolStrip(m_actions, m_top);
  m_palette = new CommandPalette(m_actions, this);
  auto* column = new QVBoxLayout(m_top);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(m_tools);
  auto* lines = new QVBoxLayout;
  lines->addWidget(m_banner);
  lines->addWidget(m_progress);
  column->addLayout(lines);
  column->addWidget(m_stack, 1);
  setCentralWidget(m_top);
  buildMenus();
  connect(m_tools, &ToolStrip::layoutChosen, this,
          [this](int index) { setLayoutChoice(static_cast<Layout>(index)); });
  connect(&theme::Theme::instance(), &theme::Theme::changed, this, &MainWindow::restyle);
  resize(1440, 900);
  if (!restoreGeometry(preferences::value(QStringLiteral("geometry")).toByteArray()))
    resize(1440, 900);
  showTitle();
  restyle();
}

MainWindow::~MainWindow() {
  dropDocument();
}

// --- the document --------------------------------------------------------------------------------

bool MainWindow::openProject(const QString& path) {
  stopReading();
  const auto found = files::findTemplate(path);
  if (found && QFileInfo(*found).size() > kLargeTemplate) {
    readLarge(*found);
    return true;
  }
  auto opened = Document::open(path);
  if (!opened) {
    m_banner->say(Banner::Kind::Problem, say(opened.error()));
    return false;
  }
  return take(std::move(*opened));
}

void MainWindow::readLarge(const QString& path) {
  m_reading = path;
  m_banner->dismiss();
  m_progress->beginReading(
      tr("Reading %1 (%2)…").arg(path, locale().formattedDataSize(QFileInfo(path).size())),
      [this] { stopReading(); });
  onWorker(
      this, [path] { return std::pair(path, Document::read(path)); },
      [this](const auto& result) {
        const auto& [readPath, read] = result;
        if (readPath != m_reading) return;  // Stopped, or another one was asked for.
        stopReading();
        if (read)
          take(Document::open(**read));
        else
          m_banner->say(Banner::Kind::Problem, say(read.error()));
      });
}

void MainWindow::stopReading() {
  if (m_reading.isEmpty()) return;
  m_reading.clear();
  m_progress->endReading();
}

bool MainWindow::take(std::unique_ptr<Document> document) {
  if (!mayLeave()) return false;
  dropDocument();
  m_banner->dismiss();
  m_document = std::move(document);
  m_session = std::make_unique<Session>(*m_document);
  m_actions.beginDocument();
  m_bench = new Bench({*m_document, *m_session, m_actions}, m_stack);
  m_stack->addWidget(m_bench);
  connectDocument();
  connectSession();
  m_tools->attach(m_document.get(), m_session.get());
  m_progress->attach(m_session.get());
  connectLive();
  if (!isSample(m_document->folder())) preferences::addRecent(m_document->templatePath());
  const QString layout = preferences::value(QStringLiteral("layout/last")).toString();
  const Layout wanted = m_layout;
  m_layout = Layout::Teach;  // None of the bench's: the arrangement is made below.
  setLayoutChoice(layout == QStringLiteral("watch") && wanted == Layout::Write ? Layout::Watch
                                                                               : wanted);
  showTitle();
  m_bench->pane(QStringLiteral("projectPane"))->page(QStringLiteral("project"))->setFocus();
  return true;
}

void MainWindow::connectDocument() {
  Document& document = *m_document;
  connect(&document, &Document::modifiedChanged, this, &MainWindow::showTitle);
  connect(&document, &Document::noticed, this,
          [this](const QString& sentence) { m_banner->say(Banner::Kind::Note, sentence); });
  connect(&document, &Document::changedOutside, this, [this](const QString& file) {
    m_banner->say(
        Banner::Kind::Warning,
        tr("%1 was changed by another program, and it has edits here. Nothing was lost.").arg(file),
        {{tr("Keep mine"), {}},
         {tr("Take the one from the disk"), [this, file] { m_document->reload(file); }}});
  });
  QUndoStack& undo = document.undoStack();
  const auto name = [this, &undo] {
    QAction* back = m_actions.find(QStringLiteral("edit.undo"));
    QAction* forth = m_actions.find(QStringLiteral("edit.redo"));
    back->setEnabled(undo.canUndo());
    forth->setEnabled(undo.canRedo());
    back->setText(undo.canUndo() ? tr("Undo: %1").arg(undo.undoText()) : tr("Undo"));
    forth->setText(undo.canRedo() ? tr("Redo: %1").arg(undo.redoText()) : tr("Redo"));
  };
  connect(&undo, &QUndoStack::indexChanged, this, name);
  name();
  if (document.hasRecovery()) {
    m_banner->say(
        Banner::Kind::Warning,
        tr("Coldstart ended unexpectedly while this project had unsaved changes. They were "
           "kept."),
        {{tr("Restore them"), [this] { m_document->restoreRecovery(); }},
         {tr("Discard them"), [this] { m_document->discardRecovery(); }}});
  }
}

void MainWindow::connectSession() {
  connect(m_session.get(), &Session::failed, this,
          [this](const QString& sentence) { m_banner->say(Banner::Kind::Problem, sentence); });
  connect(m_session.get(), &Session::longRunAsked, this, [this](quint64 requests) {
    m_banner->say(
        Banner::Kind::Warning,
        tr("This scenario would make about %1 requests. Figures will be exact, but only 20 "
           "million requests at a time can be shown one by one. You can stop it at any time.")
            .arg(qs(formatCount(static_cast<qint64>(requests)))),
        {{tr("Run it"), [this] { m_session->confirmLongRun(true); }},
         {tr("Do not run it"), [this] { m_session->confirmLongRun(false); }}});
  });
  connect(m_session.get(), &Session::runChanged, this, [this] {
    const auto index = m_session->index();
    if (index && index->run().cancelled) {
      m_banner->say(Banner::Kind::Note,
                    index->run().live
                        ? tr("Stopped: every process has ended. The next Test starts afresh.")
                        : tr("The run was stopped. What had been simulated by then is shown."));
    }
  });
  new RangeOffer(*m_session, *m_banner, *m_actions.find(QStringLiteral("run.showRequests")));
}

void MainWindow::dropDocument() {
  if (!m_document) return;
  keepArrangement();
  m_tools->attach(nullptr, nullptr);
  m_progress->attach(nullptr);
  m_actions.endDocument();
  delete m_bench;
  delete m_teach;
  m_bench = nullptr;
  m_teach = nullptr;
  m_session.reset();
  m_document.reset();
}

bool MainWindow::closeProject() {
  if (!mayLeave()) return false;
  dropDocument();
  m_banner->dismiss();
  showWelcome();
  menuBar()->show();
  m_tools->show();
  applyZoom();
  for (const char* id : {"edit.undo", "edit.redo", "file.export", "file.import"})
    m_actions.find(QString::fromLatin1(id))->setEnabled(false);
  showTitle();
  return true;
}

/// Made when there is no project to show: a window that opens one does not wait for it.
void MainWindow::showWelcome() {
  if (!m_welcome) {
    m_welcome = new Welcome(m_actions, m_stack);
    connect(m_welcome, &Welcome::openAsked, this, &MainWindow::openProject);
    m_stack->addWidget(m_welcome);
  }
  m_stack->setCurrentWidget(m_welcome);
}

/// The one question that cannot be a line in the window, because the window is about to go.
bool MainWindow::mayLeave() {
  if (!m_document || !m_document->modified()) return true;
  QMessageBox box(QMessageBox::Question, tr("Unsaved changes"),
                  tr("%1 has unsaved changes.").arg(QFileInfo(m_document->folder()).fileName()),
                  QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, this);
  box.setObjectName(QStringLiteral("unsavedChanges"));
  box.setDefaultButton(QMessageBox::Save);
  const int answer = box.exec();
  if (answer == QMessageBox::Save) return save();
  return answer == QMessageBox::Discard;
}

bool MainWindow::save() {
  if (!m_document) return false;
  if (isSample(m_document->folder())) {
    m_banner->say(
        Banner::Kind::Note,
        tr("This is a sample and stays as it is. Save your version to a folder of yours."),
        {{tr("Save to…"), [this] { saveAs(); }}});
    return saveAs();
  }
  const auto saved = m_document->save();
  if (!saved) {
    m_banner->say(Banner::Kind::Problem, say(saved.error()),
                  {{tr("Save to…"), [this] { saveAs(); }}});
    return false;
  }
  return true;
}

bool MainWindow::saveAs() {
  if (!m_document) return false;
  const QString name = QFileInfo(m_document->folder()).fileName();
  const QString in =
      preferences::value(QStringLiteral("newProjectIn"), QDir::homePath()).toString();
  QFileDialog dialog(this, tr("Save the project to"), in);
  dialog.setFileMode(QFileDialog::AnyFile);
  dialog.setAcceptMode(QFileDialog::AcceptSave);
  dialog.setOption(QFileDialog::DontConfirmOverwrite);
  dialog.setLabelText(QFileDialog::FileName, tr("Folder:"));
  dialog.selectFile(name);
  if (dialog.exec() != QDialog::Accepted || dialog.selectedFiles().isEmpty()) return false;
  const auto saved = m_document->saveAs(dialog.selectedFiles().constFirst());
  if (!saved) {
    m_banner->say(Banner::Kind::Problem, say(saved.error()),
                  {{tr("Save to…"), [this] { saveAs(); }}});
    return false;
  }
  m_banner->dismiss();
  if (m_session->live().trusted()) trust::setTrusted(m_document->folder(), true);
  preferences::addRecent(m_document->templatePath());
  showTitle();
  return true;
}

void MainWindow::openAsked() {
  const QString in = preferences::value(QStringLiteral("openedIn"), QDir::homePath()).toString();
  const QString chosen = QFileDialog::getOpenFileName(
      this, tr("Open a project"), in,
      tr("SAM templates (template.json template.yaml template.yml *.json *.yaml *.yml)"));
  if (chosen.isEmpty()) return;
  preferences::setValue(QStringLiteral("openedIn"), QFileInfo(chosen).absolutePath());
  openProject(chosen);
}

void MainWindow::newProject() {
  auto* dialog = new NewProjectDialog(this);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  connect(dialog, &NewProjectDialog::created, this, [this](const QString& path) {
    trust::setTrusted(QFileInfo(path).isDir() ? path : QFileInfo(path).path(), true);
    openProject(path);
  });
  dialog->open();
}

void MainWindow::newScenario() {
  if (!m_document) return;
  auto* dialog = new ScenarioDialog(*m_document, *m_session, {}, this);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->open();
}

void MainWindow::editScenario() {
  if (!m_document || m_session->scenario().isEmpty()) return;
  auto* dialog = new ScenarioDialog(*m_document, *m_session, m_session->scenario(), this);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->open();
}

void MainWindow::showSettings() {
  auto* dialog = new SettingsDialog(m_document.get(), this);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  connect(dialog, &SettingsDialog::languageChanged, this, [this] {
    m_banner->say(Banner::Kind::Note, tr("The language changes when Coldstart is started again."));
  });
  connect(dialog, &SettingsDialog::liveChanged, this, [this] {
    if (!m_session) return;
    applyLivePreferences();
  });
  connect(this, &QObject::destroyed, dialog, &QObject::deleteLater);
  dialog->open();
}

// --- layouts and look ----------------------------------------------------------------------------

void MainWindow::keepArrangement() {
  if (!m_bench || m_layout == Layout::Teach) return;
  preferences::setValue(keyOf(m_layout), m_bench->arrangement());
}

void MainWindow::setLayoutChoice(Layout layout) {
  if (!m_bench) return;
  keepArrangement();
  m_layout = layout;
  const bool teach = layout == Layout::Teach;
  m_tools->setLayoutChoice(static_cast<int>(layout));
  menuBar()->setVisible(!teach);
  m_tools->setVisible(!teach);
  applyZoom();
  if (!teach) {
    preferences::setValue(QStringLiteral("layout/last"), layout == Layout::Watch
                                                             ? QStringLiteral("watch")
                                                             : QStringLiteral("write"));
    m_stack->setCurrentWidget(m_bench);
    m_bench->arrange(layout, preferences::value(keyOf(layout)).toByteArray());
    return;
  }
  if (!m_teach) {
    m_teach = new TeachView({*m_document, *m_session, m_actions}, m_stack);
    connect(m_teach, &TeachView::layoutChosen, this,
            [this](int index) { setLayoutChoice(static_cast<Layout>(index)); });
    m_stack->addWidget(m_teach);
  }
  m_stack->setCurrentWidget(m_teach);
}

void MainWindow::zoomBy(int percent) {
  const int zoom =
      percent == 0 ? 100 : preferences::value(QStringLiteral("zoom"), 100).toInt() + percent;
  preferences::setValue(QStringLiteral("zoom"), qBound(50, zoom, 300));
  applyZoom();
}

/// Teach is half as large again as the rest, as far as the stage still has room for that.
void MainWindow::applyZoom() {
  const int zoom = preferences::value(QStringLiteral("zoom"), 100).toInt();
  if (!m_document || m_layout != Layout::Teach)
    return theme::Theme::instance().setZoomPercent(zoom);
  const int room = std::min(width() * 10 / kTeachSize.width(), height() * 10 / kTeachSize.height());
  theme::Theme::instance().setZoomPercent(
      std::clamp(room * 10, std::min(zoom, kLargestTeach), zoom * 3 / 2));
}

void MainWindow::resizeEvent(QResizeEvent* event) {
  QMainWindow::resizeEvent(event);
  if (m_layout == Layout::Teach) applyZoom();
}

void MainWindow::showTitle() {
  if (!m_document) {
    setWindowTitle(tr("Coldstart"));
    setWindowModified(false);
    return;
  }
  setWindowTitle(tr("%1[*] — Coldstart").arg(QFileInfo(m_document->folder()).fileName()));
  setWindowModified(m_document->modified());
  m_actions.find(QStringLiteral("file.save"))->setEnabled(m_document->modified());
}

void MainWindow::restyle() {
  auto* lines = dynamic_cast<QBoxLayout*>(m_top->layout()->itemAt(1));
  lines->setContentsMargins(px(4), 0, px(4), 0);
  lines->setSpacing(px(4));
  update();
}

// --- events --------------------------------------------------------------------------------------

/// Space plays and pauses, except where it presses, chooses or types.
bool MainWindow::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() != QEvent::ShortcutOverride) return false;
  auto* key = dynamic_cast<QKeyEvent*>(event);
  const bool takesSpace = qobject_cast<QAbstractButton*>(watched) ||
                          qobject_cast<QComboBox*>(watched) || qobject_cast<QMenu*>(watched);
  if (takesSpace && key && key->key() == Qt::Key_Space && key->modifiers() == Qt::NoModifier)
    key->accept();
  return false;
}

void MainWindow::showEvent(QShowEvent* event) {
  if (!m_document) showWelcome();
  QMainWindow::showEvent(event);
}

void MainWindow::closeEvent(QCloseEvent* event) {
  if (!mayLeave()) {
    event->ignore();
    return;
  }
  preferences::setValue(QStringLiteral("geometry"), saveGeometry());
  dropDocument();
  event->accept();
}

void MainWindow::changeEvent(QEvent* event) {
  QMainWindow::changeEvent(event);
  if (event->type() == QEvent::ModifiedChange && m_document)
    m_actions.find(QStringLiteral("file.save"))->setEnabled(m_document->modified());
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
  const QList<QUrl> urls = event->mimeData()->urls();
  if (urls.size() == 1 && urls.first().isLocalFile()) event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
  const QList<QUrl> urls = event->mimeData()->urls();
  if (!urls.isEmpty()) openProject(urls.first().toLocalFile());
}

}  // namespace coldstart::window
