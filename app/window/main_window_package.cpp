// SPDX-License-Identifier: GPL-3.0-or-later
// Deployment packages in the window: the code of the function in front as a .zip, and a .zip as its
// code.
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QLocale>
#include <QMessageBox>
#include <QPushButton>

#include "app/window/main_window.h"
#include "app/window/preferences.h"
#include "app/window/samples.h"
#include "app/window/trust.h"
#include "app/workbench/deployment_package.h"
#include "app/workbench/document.h"
#include "app/workbench/live_workbench.h"
#include "app/workbench/on_worker.h"
#include "app/workbench/say.h"
#include "app/workbench/session.h"

namespace coldstart::window {

using theme::Banner;

namespace {

const QString kFolder = QStringLiteral("packagesIn");

QFileDialog* fileDialog(QWidget* window, const QString& title, QFileDialog::AcceptMode mode) {
  auto* dialog =
      new QFileDialog(window, title, preferences::value(kFolder, QDir::homePath()).toString(),
                      MainWindow::tr("Deployment packages (*.zip)"));
  dialog->setObjectName(QStringLiteral("packageDialog"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setAcceptMode(mode);
  dialog->setFileMode(mode == QFileDialog::AcceptSave ? QFileDialog::AnyFile
                                                      : QFileDialog::ExistingFile);
  dialog->setDefaultSuffix(QStringLiteral("zip"));
  QObject::connect(dialog, &QFileDialog::fileSelected, [](const QString& file) {
    preferences::setValue(kFolder, QFileInfo(file).absolutePath());
  });
  return dialog;
}

}  // namespace

/// A package is about what is on disk.
bool MainWindow::filesAreSaved() {
  if (!m_document->modified()) return true;
  m_banner->say(Banner::Kind::Note,
                tr("There are unsaved edits, and a deployment package is about the files on disk. "
                   "Save them first."),
                {{tr("Save"), [this] {
                    if (save()) m_banner->dismiss();
                  }}});
  return false;
}

void MainWindow::exportPackage() {
  if (!m_session || !m_session->function() || !filesAreSaved()) return;
  const project::Function function = m_document->project().functions[*m_session->function()];
  if (!m_session->live().trusted() && needsBuild(m_document->folder(), function))
    return whenTrusted([this] { exportPackage(); });
  QFileDialog* dialog =
      fileDialog(this, tr("Export the deployment package of %1").arg(qs(function.id)),
                 QFileDialog::AcceptSave);
  dialog->selectFile(qs(function.id) + QStringLiteral(".zip"));
  connect(m_session.get(), &QObject::destroyed, dialog, &QDialog::reject);
  connect(dialog, &QFileDialog::fileSelected, this,
          [this, function, folder = m_document->folder()](const QString& file) {
            onWorker(
                this,
                [=, network = trust::network()] {
                  return writePackage(file, folder, function, network);
                },
                [this, function, file](const Result<DeploymentPackage>& made) {
                  if (!made) return m_banner->say(Banner::Kind::Problem, say(made.error()));
                  const QLocale locale;
                  m_banner->say(Banner::Kind::Note,
                                tr("The deployment package of %1 is in %2: %3 bytes, %4 unzipped. "
                                   "CodeSha256: %5")
                                    .arg(qs(function.id), file, locale.toString(made->zip.size()),
                                         locale.toString(qlonglong{made->unzippedBytes}),
                                         codeSha256(made->zip)));
                });
          });
  dialog->open();
}

void MainWindow::importPackage() {
  if (!m_session || !m_session->function()) return;
  if (isSample(m_document->folder())) {
    m_banner->say(
        Banner::Kind::Note,
        tr("This is a sample and stays as it is. Save your version to a folder of yours."),
        {{tr("Save to…"), [this] { saveAs(); }}});
    return;
  }
  if (!filesAreSaved()) return;
  QFileDialog* dialog =
      fileDialog(this, tr("Import a deployment package"), QFileDialog::AcceptOpen);
  connect(m_session.get(), &QObject::destroyed, dialog, &QDialog::reject);
  connect(dialog, &QFileDialog::fileSelected, this, &MainWindow::takePackage);
  dialog->open();
}

/// The code that is there goes, so this is asked first.
void MainWindow::takePackage(const QString& file) {
  const project::Function function = m_document->project().functions[*m_session->function()];
  auto* box = new QMessageBox(
      QMessageBox::Question, tr("Import a deployment package"),
      tr("Replace the code of %1? Everything in %2 is deleted, and the files of %3 take its place. "
         "This cannot be undone.")
          .arg(qs(function.id), qs(function.codeUri), QFileInfo(file).fileName()),
      QMessageBox::Cancel, this);
  box->setObjectName(QStringLiteral("importQuestion"));
  box->setAttribute(Qt::WA_DeleteOnClose);
  box->setDefaultButton(QMessageBox::Cancel);
  box->addButton(tr("Replace"), QMessageBox::AcceptRole)
      ->setObjectName(QStringLiteral("replaceCode"));
  connect(m_session.get(), &QObject::destroyed, box, &QMessageBox::reject);
  connect(box, &QMessageBox::accepted, m_session.get(), [this, function, file] {
    // Code from elsewhere: whether it may run is asked anew.
    trust::setTrusted(m_document->folder(), false);
    m_session->live().setTrusted(false);
    const auto work = [=, folder = m_document->folder()]() -> Result<Unpacked> {
      const auto zip = readPackage(file);
      if (!zip) return zip.error();
      return unpack(*zip, folder, function, Existing::Replace);
    };
    onWorker(this, work, [this, function](const Result<Unpacked>& unpacked) {
      if (!unpacked) return m_banner->say(Banner::Kind::Problem, say(unpacked.error()));
      m_banner->say(Banner::Kind::Note,
                    tr("The code of %1 is now that of the package: %2 files, %3 bytes.")
                        .arg(qs(function.id), QLocale().toString(unpacked->files.size()),
                             QLocale().toString(qlonglong{unpacked->unzippedBytes})));
    });
  });
  box->open();
}

}  // namespace coldstart::window
