// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/trust.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>

#include "app/window/preferences.h"
#include "app/window/samples.h"
#include "app/workbench/document.h"
#include "app/workbench/say.h"

namespace coldstart::window::trust {
namespace {

const QString kKey = QStringLiteral("live/trusted");

QString tr(const char* text) {
  return QCoreApplication::translate("coldstart::window::trust", text);
}

QString nameOf(const QString& folder) {
  const QString canonical = QFileInfo(folder).canonicalFilePath();
  return canonical.isEmpty() ? QDir::cleanPath(folder) : canonical;
}

}  // namespace

bool isTrusted(const QString& folder) {
  return isSample(folder) || folders().contains(nameOf(folder));
}

void setTrusted(const QString& folder, bool trusted) {
  QStringList all = folders();
  all.removeAll(nameOf(folder));
  if (trusted) all << nameOf(folder);
  all.sort();
  preferences::setValue(kKey, all);
}

QStringList folders() {
  return preferences::value(kKey).toStringList();
}

live::Network network() {
  return preferences::value(QStringLiteral("live/network"), false).toBool() ? live::Network::Allowed
                                                                            : live::Network::Cut;
}

QString wallsInWords(live::Walls walls) {
  if (live::isSandbox(walls)) {
    const QString sandbox =
        tr("It runs in a sandbox (bubblewrap): it sees the system's programs and its own code, "
           "read-only, and has a /tmp of its own; your files and your credentials are out of "
           "its sight.");
    return sandbox + u' ' +
           (walls == live::Walls::OpenSandbox ? tr("The network is open to it, as Settings say.")
                                              : tr("It has no network; Settings can allow it."));
  }
  return tr(
      "bubblewrap is not installed here or does not work, so there is no sandbox: the code "
      "can read and change whatever you can. Only its resources are limited, and it is not "
      "given your environment variables.");
}

QMessageBox* question(const Document& document, live::Walls walls, QWidget* window) {
  QStringList code;
  for (const project::Function& function : document.project().functions) {
    const QString folder = QDir::toNativeSeparators(
        QDir::cleanPath(QDir(document.folder()).filePath(qs(function.codeUri))));
    if (!code.contains(folder)) code << folder;
  }
  if (code.size() > 4) code = code.mid(0, 3) << tr("and %1 more").arg(code.size() - 3);
  auto* box = new QMessageBox(QMessageBox::Warning, tr("Run the code of this project?"),
                              tr("Live runs the code of this project on your machine, with your "
                                 "rights. Do you know where it comes from?"),
                              QMessageBox::NoButton, window);
  box->setObjectName(QStringLiteral("trustQuestion"));
  box->setTextFormat(Qt::PlainText);
  box->setInformativeText(tr("What runs:\n%1\n\n%2\n\nYou are asked once for this folder. Settings "
                             "lists the folders you trust and takes it back.")
                              .arg(code.join(u'\n'), wallsInWords(walls)));
  auto* yes = box->addButton(tr("Trust this folder and run"), QMessageBox::AcceptRole);
  yes->setObjectName(QStringLiteral("trustYes"));
  auto* no = box->addButton(tr("Do not run"), QMessageBox::RejectRole);
  no->setObjectName(QStringLiteral("trustNo"));
  box->setDefaultButton(no);
  box->setEscapeButton(no);
  return box;
}

}  // namespace coldstart::window::trust
