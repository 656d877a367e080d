// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A sample opened as the window opens it, from a copy, with the session and the actions that pages
// are given.

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <memory>

#include "app/workbench/actions.h"
#include "app/workbench/document.h"
#include "app/workbench/page.h"
#include "app/workbench/session.h"
#include "tests/support/paths.h"

namespace coldstart::tests {

class OpenedSample {
 public:
  explicit OpenedSample(const QString& name) {
    copy(sourceDir() + QStringLiteral("/samples/") + name, m_folder.path());
    auto opened = Document::open(m_folder.path());
    if (!opened) qFatal("%s", opened.error().english().c_str());
    m_document = std::move(*opened);
    m_session = std::make_unique<Session>(*m_document);
    m_actions.add(QStringLiteral("run.test"), QStringLiteral("Test"), {},
                  [this] { m_session->testCurrent(); });
  }
  [[nodiscard]] Workbench workbench() { return {*m_document, *m_session, m_actions}; }
  [[nodiscard]] Session& session() { return *m_session; }
  [[nodiscard]] Document& document() { return *m_document; }

 private:
  static void copy(const QString& from, const QString& to) {
    QDir().mkpath(to);
    const auto entries =
        QDir(from).entryInfoList(QDir::Dirs | QDir::Files | QDir::NoDotAndDotDot | QDir::Hidden);
    for (const QFileInfo& entry : entries) {
      const QString target = to + u'/' + entry.fileName();
      if (entry.isDir()) {
        copy(entry.filePath(), target);
      } else {
        QFile::copy(entry.filePath(), target);
      }
    }
  }
  QTemporaryDir m_folder;
  std::unique_ptr<Document> m_document;
  std::unique_ptr<Session> m_session;
  Actions m_actions;
};

}  // namespace coldstart::tests
