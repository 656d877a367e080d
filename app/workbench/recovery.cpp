// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/recovery.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QStandardPaths>

namespace coldstart {
namespace {

QByteArray toBytes(const Edits& edits) {
  QJsonObject texts;
  for (auto it = edits.texts.cbegin(); it != edits.texts.cend(); ++it) texts[it.key()] = it.value();
  QJsonObject root;
  if (edits.templateText) root[QStringLiteral("template")] = *edits.templateText;
  root[QStringLiteral("texts")] = texts;
  root[QStringLiteral("removed")] = QJsonArray::fromStringList(edits.removed);
  return QJsonDocument(root).toJson(QJsonDocument::Compact);
}

std::optional<Edits> read(const QString& path) {
  QFile file(path);
  if (!file.open(QIODevice::ReadOnly)) return std::nullopt;
  const QJsonObject root = QJsonDocument::fromJson(file.readAll()).object();
  Edits edits;
  if (root.contains(QStringLiteral("template")))
    edits.templateText = root[QStringLiteral("template")].toString();
  const QJsonObject texts = root[QStringLiteral("texts")].toObject();
  for (auto it = texts.begin(); it != texts.end(); ++it)
    edits.texts[it.key()] = it.value().toString();
  for (const QJsonValue& value : root[QStringLiteral("removed")].toArray())
    edits.removed << value.toString();
  if (edits.empty()) return std::nullopt;
  return edits;
}

}  // namespace

Recovery::Recovery(const QString& projectFolder) {
  const QByteArray key =
      QCryptographicHash::hash(QFileInfo(projectFolder).canonicalFilePath().toUtf8(),
                               QCryptographicHash::Sha1)
          .toHex();
  m_folder = QStandardPaths::writableLocation(QStandardPaths::CacheLocation) +
             QStringLiteral("/recovery/") + QString::fromLatin1(key);
  if (!QFileInfo::exists(m_folder)) return;
  keep({});  // Takes the lock, without writing.
  if (!m_lock) return;
  const QString current = path(QStringLiteral("current.json"));
  const QString offered = path(QStringLiteral("offered.json"));
  if (read(current)) {
    QFile::remove(offered);
    QFile::rename(current, offered);
  }
  m_offered = read(offered);
}

QString Recovery::path(const QString& name) const {
  return m_folder + u'/' + name;
}

std::optional<Edits> Recovery::takeOffered() {
  QFile::remove(path(QStringLiteral("offered.json")));
  std::optional<Edits> edits = std::move(m_offered);
  m_offered.reset();
  return edits;
}

void Recovery::keep(const Edits& edits) {
  if (edits.empty() && !QFileInfo::exists(m_folder)) return;
  if (!m_lock) {
    QDir().mkpath(m_folder);
    auto lock = std::make_unique<QLockFile>(path(QStringLiteral("lock")));
    lock->setStaleLockTime(0);  // Only a process that is gone makes a lock stale.
    if (!lock->tryLock(0)) return;
    m_lock = std::move(lock);
    if (edits.empty()) return;
  }
  const QString current = path(QStringLiteral("current.json"));
  if (edits.empty()) {
    QFile::remove(current);
    return;
  }
  QSaveFile file(current);
  if (file.open(QIODevice::WriteOnly)) {
    file.write(toBytes(edits));
    file.commit();
  }
}

}  // namespace coldstart
