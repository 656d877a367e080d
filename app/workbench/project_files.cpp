// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/project_files.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QStringDecoder>
#include <algorithm>
#include <functional>
#include <memory>
#include <vector>

namespace coldstart::files {
namespace {

constexpr qint64 kLargestText = 16 * 1024 * 1024;
constexpr int kMostFiles = 500;
constexpr int kMostFolders = 1000;

Error problem(Sentence text, const QString& where = {}) {
  return Error{"", std::move(text), where.toStdString()};
}

std::string reason(const QFileDevice& file) {
  return file.errorString().toStdString();
}

bool madeByTools(const QString& name) {
  static const QStringList kNames{QStringLiteral("node_modules"), QStringLiteral("__pycache__"),
                                  QStringLiteral("dist"), QStringLiteral("build")};
  return name.startsWith(u'.') || kNames.contains(name);
}

bool looksLikeText(const QString& name) {
  static const QStringList kEndings{
      QStringLiteral("py"),   QStringLiteral("js"),   QStringLiteral("mjs"),  QStringLiteral("cjs"),
      QStringLiteral("ts"),   QStringLiteral("json"), QStringLiteral("yaml"), QStringLiteral("yml"),
      QStringLiteral("md"),   QStringLiteral("txt"),  QStringLiteral("html"), QStringLiteral("css"),
      QStringLiteral("xml"),  QStringLiteral("sh"),   QStringLiteral("rb"),   QStringLiteral("go"),
      QStringLiteral("java"), QStringLiteral("cs"),   QStringLiteral("toml"), QStringLiteral("cfg"),
      QStringLiteral("ini"),  QStringLiteral("sql"),  QStringLiteral("rs"),   QStringLiteral("env"),
      QStringLiteral("cpp"),  QStringLiteral("cc"),   QStringLiteral("c"),    QStringLiteral("hpp"),
      QStringLiteral("h"),    QStringLiteral("mod")};
  return kEndings.contains(QFileInfo(name).suffix().toLower()) ||
         name == QStringLiteral("Makefile");
}

/// What says how the code is built comes after the code.
bool tellsHowToBuild(const QString& path) {
  static const QStringList kNames{QStringLiteral("Makefile"), QStringLiteral("pom.xml"),
                                  QStringLiteral("go.mod"), QStringLiteral("Cargo.toml")};
  return kNames.contains(path.section(u'/', -1));
}

/// A "bootstrap" is text when it is a script.
bool isScript(const QFileInfo& entry) {
  QFile file(entry.filePath());
  return entry.suffix().isEmpty() && file.open(QIODevice::ReadOnly) && file.read(2) == "#!";
}

}  // namespace

Result<QString> findTemplate(const QString& path) {
  const QFileInfo given(path);
  if (!given.exists()) {
    return problem({"files",
                    SAY("files",
                        "There is nothing at \"%1\". Give a project's folder or its "
                        "template file."),
                    {path.toStdString()}});
  }
  if (given.isFile()) return given.absoluteFilePath();
  const QDir folder(given.absoluteFilePath());
  for (const QString& name : {QStringLiteral("template.json"), QStringLiteral("template.yaml"),
                              QStringLiteral("template.yml")}) {
    if (folder.exists(name)) return folder.absoluteFilePath(name);
  }
  return problem({"files",
                  SAY("files",
                      "The folder \"%1\" has no template.json or template.yaml, so it is not a "
                      "SAM application. Open another folder or make a new project."),
                  {folder.absolutePath().toStdString()}});
}

Result<QString> readText(const QString& absolutePath) {
  QFile file(absolutePath);
  if (!file.open(QIODevice::ReadOnly)) {
    return problem({"files",
                    SAY("files", "\"%1\" cannot be read: %2."),
                    {absolutePath.toStdString(), reason(file)}});
  }
  if (file.size() > kLargestText) {
    return problem({"files",
                    SAY("files", "\"%1\" is larger than 16 MB, too large to be edited here."),
                    {absolutePath.toStdString()}});
  }
  const QByteArray bytes = file.readAll();
  QStringDecoder decoder(QStringDecoder::Utf8);
  QString text = decoder(bytes);
  if (decoder.hasError() || bytes.contains('\0')) {
    return problem({"files",
                    SAY("files",
                        "\"%1\" is not UTF-8 text, so it is left as it is. Save it as UTF-8 "
                        "to edit it here."),
                    {absolutePath.toStdString()}});
  }
  return text;
}

bool staysInside(const QString& relativePath) {
  const QString clean = QDir::cleanPath(relativePath);
  return !clean.isEmpty() && clean != QStringLiteral(".") && !QDir::isAbsolutePath(clean) &&
         clean != QStringLiteral("..") && !clean.startsWith(QStringLiteral("../")) &&
         !clean.contains(u'\0') && !clean.contains(u'\\');
}

QStringList testEvents(const QString& folder) {
  QStringList events;
  const QDir dir(folder + QStringLiteral("/events"));
  for (const QString& name :
       dir.entryList({QStringLiteral("*.json")}, QDir::Files | QDir::Readable, QDir::Name))
    events << QStringLiteral("events/") + name;
  return events;
}

QStringList codeFiles(const QString& folder, const QString& codeUri) {
  const QDir root(folder);
  const QString start = root.absoluteFilePath(codeUri.isEmpty() ? QStringLiteral(".") : codeUri);
  const QFileInfo given(start);
  if (given.isFile()) return {root.relativeFilePath(start)};
  QStringList found;
  QStringList folders{QDir::cleanPath(start)};
  for (int visited = 0; !folders.isEmpty() && found.size() < kMostFiles && visited < kMostFolders;
       ++visited) {
    const QDir dir(folders.takeFirst());
    const auto entries = dir.entryInfoList(
        QDir::Files | QDir::Dirs | QDir::NoDotAndDotDot | QDir::NoSymLinks | QDir::Readable,
        QDir::Name);
    for (const QFileInfo& entry : entries) {
      const QString relative = root.relativeFilePath(entry.absoluteFilePath());
      if (madeByTools(entry.fileName()) || relative == QStringLiteral("events")) continue;
      if (entry.isDir())
        folders << entry.absoluteFilePath();
      else if ((looksLikeText(entry.fileName()) || isScript(entry)) &&
               !relative.startsWith(QStringLiteral("template.")))
        found << relative;
    }
  }
  std::stable_partition(found.begin(), found.end(), std::not_fn(tellsHowToBuild));
  return found;
}

Result<bool> writeAll(const QString& folder, const QHash<QString, QString>& texts) {
  std::vector<std::unique_ptr<QSaveFile>> files;
  QStringList names = texts.keys();
  names.sort();
  for (const QString& name : names) {
    const QString path = QDir(folder).absoluteFilePath(name);
    QDir().mkpath(QFileInfo(path).absolutePath());
    auto file = std::make_unique<QSaveFile>(path);
    const QByteArray bytes = texts[name].toUtf8();
    if (!file->open(QIODevice::WriteOnly) || file->write(bytes) != bytes.size()) {
      return problem({"files",
                      SAY("files",
                          "\"%1\" cannot be written: %2. Nothing was saved; your edits are kept "
                          "here. Save to another folder instead."),
                      {path.toStdString(), reason(*file)}});
    }
    files.push_back(std::move(file));
  }
  for (auto& file : files) {
    if (file->commit()) continue;
    return problem({"files",
                    SAY("files",
                        "\"%1\" could not take its place: %2. Your edits are kept here. Save "
                        "to another folder instead."),
                    {file->fileName().toStdString(), reason(*file)}});
  }
  return true;
}

Result<bool> copyFolder(const QString& from, const QString& to) {
  const QDir source(from);
  const QDir target(to);
  if (!QDir().mkpath(to)) {
    return problem(
        {"files", SAY("files", "The folder \"%1\" cannot be made here."), {to.toStdString()}});
  }
  QDirIterator entries(from, QDir::Files | QDir::Hidden | QDir::NoSymLinks,
                       QDirIterator::Subdirectories);
  while (entries.hasNext()) {
    const QString path = entries.next();
    const QString relative = source.relativeFilePath(path);
    if (relative.startsWith(QStringLiteral(".git/"))) continue;
    const QString there = target.absoluteFilePath(relative);
    QDir().mkpath(QFileInfo(there).absolutePath());
    if (QFileInfo::exists(there)) {
      return problem({"files",
                      SAY("files",
                          "\"%1\" exists already and was not overwritten. Choose an empty "
                          "folder."),
                      {there.toStdString()}});
    }
    QFile file(path);
    if (!file.copy(there)) {
      return problem({"files",
                      SAY("files", "\"%1\" cannot be copied: %2."),
                      {path.toStdString(), reason(file)}});
    }
    // A sample may be installed read-only; the user's copy is to be edited.
    QFile(there).setPermissions(QFile(there).permissions() | QFileDevice::WriteOwner);
  }
  return true;
}

}  // namespace coldstart::files
