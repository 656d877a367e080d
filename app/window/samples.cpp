// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/samples.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QHash>

#include <nlohmann/json.hpp>

#include "app/workbench/project_files.h"
#include "app/workbench/say.h"
#include "core/project/template.h"

namespace coldstart::window {
namespace {

/// "slack-on-ec2-stop" → "Slack on EC2 stop": the services' names are written as AWS writes them.
QString titleOf(const QString& folderName) {
  static const QHash<QString, QString> kSpelling{
      {QStringLiteral("aws"), QStringLiteral("AWS")},
      {QStringLiteral("api"), QStringLiteral("API")},
      {QStringLiteral("ebs"), QStringLiteral("EBS")},
      {QStringLiteral("ec2"), QStringLiteral("EC2")},
      {QStringLiteral("s3"), QStringLiteral("S3")},
      {QStringLiteral("sns"), QStringLiteral("SNS")},
      {QStringLiteral("sqs"), QStringLiteral("SQS")},
      {QStringLiteral("slack"), QStringLiteral("Slack")},
      {QStringLiteral("python"), QStringLiteral("Python")},
      {QStringLiteral("node"), QStringLiteral("Node")},
      {QStringLiteral("oclock"), QStringLiteral("o’clock")},
      {QStringLiteral("3000"), QStringLiteral("3\u2009000")}};
  QStringList words = folderName.split(u'-');
  for (QString& word : words) word = kSpelling.value(word, word);
  QString title = words.join(u' ');
  if (!title.isEmpty()) title[0] = title[0].toUpper();
  return title;
}

std::string textAt(const nlohmann::ordered_json& object, const char* key) {
  return object.is_object() && object.contains(key) && object[key].is_string()
             ? object[key].get<std::string>()
             : std::string();
}

Sample read(const QString& templatePath) {
  const QFileInfo file(templatePath);
  Sample sample{file.absolutePath(), titleOf(QFileInfo(file.absolutePath()).fileName()), {}, {}};
  const auto text = files::readText(templatePath);
  if (!text) return sample;
  const auto tree = project::parseTemplate(text->toStdString(), file.fileName().toStdString());
  if (!tree) return sample;
  sample.shortText = qs(textAt(*tree, "Description"));
  const nlohmann::ordered_json::json_pointer scenarios("/Metadata/Coldstart/Scenarios");
  if (tree->contains(scenarios) && !(*tree)[scenarios].empty())
    sample.lookAt = qs(textAt((*tree)[scenarios].front(), "Description"));
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
