// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/file_texts.h"

#include <QDir>
#include <QFileInfo>
#include <algorithm>

#include "app/workbench/project_files.h"
#include "app/workbench/say.h"

namespace coldstart {

QString FileTexts::absolute(const QString& relativePath) const {
  return QDir(folder).absoluteFilePath(relativePath);
}

bool FileTexts::exists(const QString& relativePath) const {
  if (removed.contains(relativePath)) return false;
  return edited.contains(relativePath) || QFileInfo::exists(absolute(relativePath));
}

Result<QString> FileTexts::text(const QString& relativePath) const {
  if (const auto it = edited.constFind(relativePath); it != edited.cend()) return *it;
  if (removed.contains(relativePath)) {
    return Error{"",
                 {"files",
                  SAY("files", "\"%1\" was removed from the project. Undo brings it back."),
                  {relativePath.toStdString()}},
                 ""};
  }
  auto text = files::readText(absolute(relativePath));
  if (text) disk[relativePath] = *text;
  return text;
}

void FileTexts::set(const QString& relativePath, const QString& text) {
  const auto before = disk.constFind(relativePath);
  const bool same = before != disk.cend() && *before == text;
  if (same && QFileInfo::exists(absolute(relativePath)))
    edited.remove(relativePath);
  else
    edited[relativePath] = text;
  removed.erase(relativePath);
}

void FileTexts::remove(const QString& relativePath) {
  edited.remove(relativePath);
  if (QFileInfo::exists(absolute(relativePath))) removed.insert(relativePath);
}

QStringList FileTexts::testEvents() const {
  QStringList events = files::testEvents(folder);
  for (auto it = edited.cbegin(); it != edited.cend(); ++it) {
    const QString& name = it.key();
    if (name.startsWith(QStringLiteral("events/")) && !events.contains(name)) events << name;
  }
  events.removeIf([this](const QString& name) { return removed.contains(name); });
  events.sort();
  return events;
}

QStringList FileTexts::codeFiles(const QString& codeUri, const QString& handler) const {
  const QString code = QDir::cleanPath(codeUri.isEmpty() ? QStringLiteral(".") : codeUri);
  QStringList names = files::codeFiles(folder, code);
  for (auto it = edited.cbegin(); it != edited.cend(); ++it) {
    const bool below = code == QStringLiteral(".") || it.key().startsWith(code + u'/');
    if (below && !it.key().startsWith(QStringLiteral("events/")) && !names.contains(it.key()))
      names << it.key();
  }
  names.removeIf([this](const QString& name) { return removed.contains(name); });
  // "src/app.lambda_handler" lies in src/app.*: what the user wants to see first.
  const QString stem = QDir::cleanPath(code + u'/' + handler.section(u'.', 0, -2)) + u'.';
  std::stable_sort(names.begin(), names.end(), [&](const QString& a, const QString& b) {
    const bool first = a.startsWith(stem);
    return first != b.startsWith(stem) ? first : a < b;
  });
  return names;
}

project::Files FileTexts::access() const {
  project::Files files;
  files.exists = [this](const std::string& name) { return exists(qs(name)); };
  files.read = [this](const std::string& name) -> std::optional<std::string> {
    const auto found = text(qs(name));
    if (!found) return std::nullopt;
    return found->toStdString();
  };
  files.trace = [this](const project::TraceSelection& selection) {
    const auto unsaved = edited.constFind(qs(selection.file));
    if (unsaved != edited.cend()) return TraceFiles::readText(*unsaved, selection);
    if (auto kept = traces->kept(folder, selection)) return *std::move(kept);
    auto found = TraceFiles::read(folder, selection);
    traces->keep(folder, selection, found);
    return found;
  };
  for (const QString& name : testEvents()) files.testEvents.push_back(name.toStdString());
  return files;
}

QStringList FileTexts::onDisk() const {
  return files::testEvents(folder) + files::codeFiles(folder, QStringLiteral("."));
}

}  // namespace coldstart
