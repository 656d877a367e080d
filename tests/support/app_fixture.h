// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What tests of the application share: settings and caches of their own, and copies of samples that
// may be written to.

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QStandardPaths>
#include <QTemporaryDir>

#include "tests/support/paths.h"

namespace coldstart::tests {

/// Keeps the user's settings and recovery files out of the test and the test's out of them.
/// Construct it before the first widget.
class PrivateFolders {
 public:
  PrivateFolders() {
    qputenv("XDG_CONFIG_HOME", m_folder.path().toLocal8Bit());
    qputenv("XDG_CACHE_HOME", m_folder.path().toLocal8Bit());
  }
  [[nodiscard]] QString path(const QString& name) const { return m_folder.filePath(name); }

 private:
  QTemporaryDir m_folder;
};

inline void writeFile(const QString& path, const QByteArray& text) {
  QDir().mkpath(QFileInfo(path).absolutePath());
  QFile file(path);
  if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
    qFatal("cannot write %s", qPrintable(path));
}

inline QByteArray readFile(const QString& path) {
  QFile file(path);
  return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A copy of a sample, writable, in `folder`.
inline QString copySample(const QString& name, const QString& folder) {
  const QDir source(sourceDir() + QStringLiteral("/samples/") + name);
  QDirIterator entries(source.path(), QDir::Files, QDirIterator::Subdirectories);
  while (entries.hasNext()) {
    const QString path = entries.next();
    writeFile(folder + u'/' + source.relativeFilePath(path), readFile(path));
  }
  return folder;
}

}  // namespace coldstart::tests
