// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The texts of a project's files: what is on disk, and over it what was edited, added or removed
// and not saved yet. Only Document uses it.

#include <QHash>
#include <QString>
#include <QStringList>
#include <memory>
#include <set>

#include "app/workbench/trace_files.h"
#include "core/base/result.h"
#include "core/project/template.h"

namespace coldstart {

struct FileTexts {
  QString folder;
  QHash<QString, QString> edited;        ///< Not on disk yet.
  mutable QHash<QString, QString> disk;  ///< As it was last read or written.
  std::set<QString> removed;             ///< Gone here, still on disk.
  std::shared_ptr<TraceFiles> traces = std::make_shared<TraceFiles>();

  [[nodiscard]] QString absolute(const QString& relativePath) const;
  [[nodiscard]] bool exists(const QString& relativePath) const;
  [[nodiscard]] Result<QString> text(const QString& relativePath) const;
  void set(const QString& relativePath, const QString& text);
  void remove(const QString& relativePath);
  /// "events/put.json" …, those not saved yet included.
  [[nodiscard]] QStringList testEvents() const;
  /// The text files below a function's CodeUri, the handler's own file first.
  [[nodiscard]] QStringList codeFiles(const QString& codeUri, const QString& handler) const;
  /// What the project's model may ask about them, as long as they live.
  [[nodiscard]] project::Files access() const;
  [[nodiscard]] QStringList onDisk() const;  ///< Every file's name, to notice when one comes.
};

}  // namespace coldstart
