// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/samples.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <nlohmann/json.hpp>

#include "app/workbench/project_files.h"
#include "app/workbench/say.h"
#include "core/project/template.h"

namespace coldstart::window {
namespace {

std::string textAt(const nlohmann::ordered_json& object, const char* key) {
  return object.is_object() && object.contains(key) && object[key].is_string()
             ? object[key].get<std::string>()
             : std::string();
}

Sample read(const QString& templatePath) {
  const QFileInfo file(templatePath);
  Sample sample{file.absolutePath(), QFileInfo(file.absolutePath()).fileName(), {}, {}};
  const auto text = files::readText(templatePath);
  if (!text) return sample;
  const auto tree = project::parseTemplate(text->toStdString(), file.fileName().toStdString());
  if (!tree) return sample;
  sample.shortText = qs(textAt(*tree, "Description"));
  const nlohmann::ordered_json::json_pointer coldstart("/Metadata/Coldstart");
  if (!tree->contains(coldstart)) return sample;
  const nlohmann::ordered_json& own = (*tree)[coldstart];
  if (const std::string title = textAt(own, "Title"); !title.empty()) sample.title = qs(title);
  if (own.contains("Scenarios") && !own["Scenarios"].empty())
    sample.lookAt = qs(textAt(own["Scenarios"].front(), "Description"));
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
    if (!candidate.isEmpty() && QFileInfo::exists(candidate + QStringLiteral("/hello-python")))
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
    const auto path = files::findTemplate(root + u'/' + name);
    if (path) found << read(*path);
  }
  return found;
}

bool isSample(const QString& folder) {
  const QString root = samplesFolder();
  return !root.isEmpty() &&
         QFileInfo(folder).canonicalFilePath().startsWith(root + QStringLiteral("/"));
}

}  // namespace coldstart::window
