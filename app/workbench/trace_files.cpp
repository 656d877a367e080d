// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/trace_files.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include "app/workbench/project_files.h"
#include "app/workbench/say.h"
#include "core/traces/trace_reader.h"

namespace coldstart {
namespace {

constexpr qint64 kPiece = 1024 * 1024;
constexpr qint64 kReadAtOnce = 4 * kPiece;  ///< A few hundredths of a second.

QFileInfo file(const QString& folder, const project::TraceSelection& selection) {
  return QFileInfo(QDir(folder).absoluteFilePath(qs(selection.file)));
}

Error refused(Sentence text) {
  return {"", std::move(text), ""};
}

}  // namespace

TraceFiles::Found TraceFiles::read(const QString& folder,
                                   const project::TraceSelection& selection) {
  const QString name = qs(selection.file);
  QFile source(QDir(folder).absoluteFilePath(name));
  if (!files::staysInside(name) || !source.open(QIODevice::ReadOnly)) {
    return refused({"files",
                    SAY("files",
                        "The trace file \"%1\" cannot be read. Give a path inside the project's "
                        "folder."),
                    {selection.file}});
  }
  traces::TraceReader reader(selection);
  QByteArray piece(kPiece, Qt::Uninitialized);
  for (;;) {
    const qint64 count = source.read(piece.data(), piece.size());
    if (count < 0) {
      return refused({"files",
                      SAY("files", "\"%1\" cannot be read: %2."),
                      {selection.file, source.errorString().toStdString()}});
    }
    if (count == 0 || !reader.feed({piece.constData(), static_cast<std::size_t>(count)})) break;
  }
  return reader.finish();
}

TraceFiles::Found TraceFiles::readText(const QString& text,
                                       const project::TraceSelection& selection) {
  traces::TraceReader reader(selection);
  reader.feed(text.toStdString());
  return reader.finish();
}

bool TraceFiles::isLarge(const QString& folder, const project::TraceSelection& selection) {
  return file(folder, selection).size() > kReadAtOnce;
}

TraceFiles::Found TraceFiles::stillBeingRead(const QString& folder,
                                             const project::TraceSelection& selection) {
  return refused({"files",
                  SAY("files",
                      "The trace \"%1\" is large (%2 MB) and is still being read; its requests are "
                      "here in a moment."),
                  {selection.file, std::to_string(file(folder, selection).size() / kPiece)}});
}

std::optional<TraceFiles::Found> TraceFiles::kept(const QString& folder,
                                                  const project::TraceSelection& selection) {
  const QFileInfo now = file(folder, selection);
  const std::scoped_lock lock(m_mutex);
  const auto place = m_kept.find(selection);
  if (place == m_kept.end() || place->second.changed != now.lastModified() ||
      place->second.size != now.size())
    return std::nullopt;
  place->second.asked = true;
  return place->second.found;
}

void TraceFiles::keep(const QString& folder, const project::TraceSelection& selection,
                      const Found& found) {
  const QFileInfo now = file(folder, selection);
  const std::scoped_lock lock(m_mutex);
  m_kept.insert_or_assign(selection, Kept{now.lastModified(), now.size(), found, true});
}

void TraceFiles::forgetOthers() {
  const std::scoped_lock lock(m_mutex);
  std::erase_if(m_kept, [](const auto& entry) { return !entry.second.asked; });
  for (auto& [selection, kept] : m_kept) kept.asked = false;
}

}  // namespace coldstart
