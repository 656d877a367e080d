// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/samples.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

#include "app/workbench/project_files.h"

namespace coldstart::window {
namespace {

QString titleOf(const QString& folderName) {
  QString title = folderName;
  title.replace(u'-', u' ');
  if (!title.isEmpty()) title[0] = title[0].toUpper();
  return title;
}

Sample read(const QString& folder) {
  Sample sample{folder, titleOf(QFileInfo(folder).fileName()), {}, {}};
  const auto text = files::readText(folder + QStringLiteral("/template.json"));
  if (!text) return sample;
  const QJsonObject root = QJsonDocument::fromJson(text->toUtf8()).object();
  sample.shortText = root[QStringLiteral("Description")].toString();
  const QJsonObject scenarios = root[QStringLiteral("Metadata")]
                                    .toObject()[QStringLiteral("Coldstart")]
                                    .toObject()[QStringLiteral("Scenarios")]
                                    .toObject();
  // QJsonObject sorts its keys; the first scenario of the file is the one to look at.
  qsizetype first = text->size();
  for (auto it = scenarios.begin(); it != scenarios.end(); ++it) {
    const qsizetype at = text->indexOf(QStringLiteral("\"%1\": {").arg(it.key()));
    if (at < 0 || at >= first) continue;
    first = at;
    sample.lookAt = it->toObject()[QStringLiteral("Description")].toString();
  }
  return sample;
}

}  // namespace

QString samplesFolder() {
  const QDir program(QCoreApplication::applicationDirPath());
  for (const QString& candidate :
       {qEnvironmentVariable("COLDSTART_SAMPLES"),
        program.absoluteFilePath(QStringLiteral("../share/coldstart/samples")),
        program.absoluteFilePath(QStringLiteral("../../samples")),
        qEnvironmentVariable("COLDSTART_SOURCE_DIR") + QStringLiteral("/samples")}) {
    if (!candidate.isEmpty() && QFileInfo(candidate).isDir())
      return QFileInfo(candidate).canonicalFilePath();
  }
  return {};
}

QList<Sample> samples() {
  const QString root = samplesFolder();
  if (root.isEmpty()) return {};
  static const QStringList kFirst{
      QStringLiteral("hello-python"),     QStringLiteral("cold-vs-warm"),
      QStringLiteral("s3-upload"),        QStringLiteral("api-backend"),
      QStringLiteral("nine-oclock-rush"), QStringLiteral("noisy-neighbour"),
      QStringLiteral("burst-of-3000")};
  QStringList names = kFirst;
  for (const QString& name : QDir(root).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name)) {
    if (!names.contains(name)) names << name;
  }
  QList<Sample> found;
  for (const QString& name : std::as_const(names)) {
    const QString folder = root + u'/' + name;
    if (QFileInfo::exists(folder + QStringLiteral("/template.json"))) found << read(folder);
  }
  return found;
}

bool isSample(const QString& folder) {
  const QString root = samplesFolder();
  return !root.isEmpty() &&
         QFileInfo(folder).canonicalFilePath().startsWith(root + QStringLiteral("/"));
}

}  // namespace coldstart::window
