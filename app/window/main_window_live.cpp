// SPDX-License-Identifier: GPL-3.0-or-later
// Live in the window: what is remembered of it for a project, the question of trust, and the burst.
#include <QInputDialog>
#include <QMessageBox>
#include <utility>

#include "app/window/attach_dialog.h"
#include "app/window/main_window.h"
#include "app/window/preferences.h"
#include "app/window/profile_dialog.h"
#include "app/window/trust.h"
#include "app/workbench/debug_session.h"
#include "app/workbench/document.h"
#include "app/workbench/live_workbench.h"
#include "app/workbench/say.h"
#include "app/workbench/session.h"

namespace coldstart::window {

using theme::Banner;

namespace {

/// Folders of the projects that were left in Live.
const QString kLiveProjects = QStringLiteral("live/projects");
constexpr int kLargestBurst = 10'000;
constexpr int kUsualBurst = 10;

}  // namespace

void MainWindow::applyLivePreferences() {
  LiveWorkbench& live = m_session->live();
  live.setTrusted(trust::isTrusted(m_document->folder()));
  live.setAtOnce(
      preferences::value(QStringLiteral("live/atOnce"), LiveWorkbench::usualAtOnce()).toInt());
  live.setFast(preferences::value(QStringLiteral("live/fast"), false).toBool());
  live.setNetwork(trust::network(), m_session->function().value_or(0));
}

void MainWindow::connectLive() {
  Session& session = *m_session;
  LiveWorkbench& live = session.live();
  applyLivePreferences();
  connect(&live, &LiveWorkbench::trustAsked, this, &MainWindow::askTrust);
  connect(&session, &Session::modeChanged, this, [this, &session, &live] {
    QStringList projects = preferences::value(kLiveProjects).toStringList();
    projects.removeAll(m_document->folder());
    const bool isLive = session.mode() == Session::Mode::Live;
    if (isLive) projects << m_document->folder();
    preferences::setValue(kLiveProjects, projects);
    showMode();
    if (isLive && live.walls()) sayWhereItRuns();
    if (!isLive) m_banner->dismiss();
  });
  connect(&live, &LiveWorkbench::surroundingsChanged, this, &MainWindow::sayWhereItRuns);
  connect(&session, &Session::functionChanged, this, [&session, &live] {
    if (session.mode() == Session::Mode::Live && session.function())
      live.lookAround(*session.function());
  });
  if (preferences::value(kLiveProjects).toStringList().contains(m_document->folder()))
    session.setMode(Session::Mode::Live);
  showMode();
}

void MainWindow::showMode() {
  const bool isLive = m_session && m_session->mode() == Session::Mode::Live;
  m_actions.find(QStringLiteral("run.burst"))->setEnabled(isLive);
  for (const char* id : {"file.export", "file.import"})
    m_actions.find(QString::fromLatin1(id))->setEnabled(m_session != nullptr);
}

/// Which walls, and which interpreter where it is not the runtime's own.
void MainWindow::sayWhereItRuns() {
  if (m_session->mode() != Session::Mode::Live || !m_session->live().walls()) return;
  const live::Walls walls = *m_session->live().walls();
  QString sentence = live::isSandbox(walls)
                         ? tr("Live: Test runs your handler on this machine, in a sandbox "
                              "(bubblewrap).")
                         : tr("Live: Test runs your handler on this machine with resource limits "
                              "only. Install bubblewrap for a sandbox.");
  if (const QString other = m_session->live().interpreter(); !other.isEmpty())
    sentence += u' ' + other;
  m_banner->say(live::isSandbox(walls) ? Banner::Kind::Note : Banner::Kind::Warning, sentence);
}

void MainWindow::askTrust() {
  LiveWorkbench& live = m_session->live();
  if (!live.walls()) {  // The question says what they are.
    connect(&live, &LiveWorkbench::surroundingsChanged, this, &MainWindow::askTrust,
            Qt::SingleShotConnection);
    live.lookAround(m_session->function().value_or(0));
    return;
  }
  QMessageBox* box = trust::question(*m_document, *live.walls(), this);
  box->setAttribute(Qt::WA_DeleteOnClose);
  connect(m_session.get(), &QObject::destroyed, box, &QMessageBox::reject);
  connect(box, &QMessageBox::accepted, m_session.get(), [this] {
    trust::setTrusted(m_document->folder(), true);
    m_session->live().setTrusted(true);
    if (const auto then = std::exchange(m_afterTrust, {}))
      then();
    else
      m_session->testCurrent();
  });
  connect(box, &QMessageBox::rejected, this, [this] { m_afterTrust = {}; });
  box->open();
}

/// Runs it now, or after the question of trust was answered with yes.
void MainWindow::whenTrusted(std::function<void()> then) {
  if (m_session->live().trusted()) return then();
  m_afterTrust = std::move(then);
  askTrust();
}

void MainWindow::attach() {
  if (!m_session || !m_session->function()) return;
  m_session->setMode(Session::Mode::Live);
  auto* dialog = findChild<AttachDialog*>();
  if (dialog == nullptr) {
    dialog = new AttachDialog(*m_document, *m_session, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_session.get(), &QObject::destroyed, dialog, &QObject::deleteLater);
  }
  dialog->show();
  dialog->raise();
}

void MainWindow::debug() {
  if (!m_session || !m_session->function()) return;
  whenTrusted([this] {
    m_session->setMode(Session::Mode::Live);
    m_session->live().debugging().setOn(true);
    m_session->testCurrent();
  });
}

void MainWindow::profile() {
  if (!m_session || !m_session->function()) return;
  whenTrusted([this] {
    auto* dialog = new ProfileDialog(*m_document, *m_session->function(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_session.get(), &QObject::destroyed, dialog, &QDialog::reject);
    connect(dialog, &ProfileDialog::written, this, [this](const QString& function) {
      m_session->setMode(Session::Mode::Simulated);
      m_banner->say(Banner::Kind::Note,
                    tr("The work model of %1 is now what was measured: Test and scenarios play it.")
                        .arg(function));
    });
    dialog->open();
  });
}

void MainWindow::askBurst() {
  if (!m_session || !m_session->function()) return;
  const project::Function& function = m_document->project().functions[*m_session->function()];
  auto* dialog = new QInputDialog(this);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setObjectName(QStringLiteral("burstDialog"));
  dialog->setWindowTitle(tr("Burst of live requests"));
  dialog->setInputMode(QInputDialog::IntInput);
  dialog->setIntRange(1, kLargestBurst);
  dialog->setIntValue(kUsualBurst);
  dialog->setOkButtonText(tr("Send"));
  dialog->setLabelText(
      tr("How many requests are sent to %1 at the same moment? Each is a process of its own where "
         "Lambda's rules\nstart an environment. This machine runs at most %2 at once; the others "
         "wait for a place on it first.\nThat limit is this machine's, not Lambda's. Settings "
         "changes it.")
          .arg(qs(function.id))
          .arg(m_session->live().atOnce()));
  connect(dialog, &QInputDialog::intValueSelected, m_session.get(), &Session::burst);
  connect(m_session.get(), &QObject::destroyed, dialog, &QInputDialog::reject);
  dialog->open();
}

}  // namespace coldstart::window
