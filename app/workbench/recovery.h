// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Unsaved edits of one project, kept outside it so that a crash loses nothing. Only Document uses
// it. "current" is what this session wrote; at the next opening it becomes "offered" until the
// user restores or discards it. A lock tells a second window of the same project apart from a
// crash.

#include <QHash>
#include <QLockFile>
#include <QString>
#include <QStringList>
#include <memory>
#include <optional>

namespace coldstart {

struct Edits {
  std::optional<QString> templateText;
  QHash<QString, QString> texts;
  QStringList removed;
  [[nodiscard]] bool empty() const { return !templateText && texts.isEmpty() && removed.isEmpty(); }
};

class Recovery {
 public:
  explicit Recovery(const QString& projectFolder);

  /// Edits of a session that never ended, if there are any.
  [[nodiscard]] bool offered() const { return m_offered.has_value(); }
  [[nodiscard]] std::optional<Edits> takeOffered();
  /// Writes the edits of this session; empty ones remove the file.
  void keep(const Edits& edits);

 private:
  [[nodiscard]] QString path(const QString& name) const;
  QString m_folder;
  std::unique_ptr<QLockFile> m_lock;
  std::optional<Edits> m_offered;
};

}  // namespace coldstart
