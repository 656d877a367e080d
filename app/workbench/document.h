// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The open project: its folder, its template as a tree, the Project derived from it, and the text
// of every file being edited. Every change of the template goes through setValue() and can be
// undone; text keeps its editor's own undo. One change signal each for template, files and saved
// state. Opening never runs code and never writes.

#include <QObject>
#include <QString>
#include <QStringList>
#include <QUndoStack>
#include <memory>

#include <nlohmann/json_fwd.hpp>

#include "core/base/result.h"
#include "core/project/project.h"
#include "core/project/template.h"

namespace coldstart {

class Document : public QObject {
  Q_OBJECT
 public:
  /// Opens a folder or its template file. Errors leave everything as it was.
  static Result<std::unique_ptr<Document>> open(const QString& path);
  /// The two halves of open(): what may take seconds and may be done on any thread, and what
  /// belongs to the window's.
  struct Read;
  static Result<std::shared_ptr<const Read>> read(const QString& path);
  static std::unique_ptr<Document> open(const Read& read);
  /// Writes the files of a new project into a folder that does not exist yet or is empty.
  static Result<bool> create(const QString& folder, const std::vector<project::NewFile>& files);
  ~Document() override;

  [[nodiscard]] const project::Project& project() const;
  /// What derive() found wrong, if anything.
  [[nodiscard]] const std::vector<Error>& errors() const;
  [[nodiscard]] const nlohmann::ordered_json& tree() const;
  [[nodiscard]] QString folder() const;
  [[nodiscard]] QString templatePath() const;

  QUndoStack& undoStack() { return m_undo; }
  /// Sets (or with a null value: removes) the value at a JSON pointer, creating parents, as one
  /// undoable step. Steps with the same non-empty mergeKey that follow each other become one.
  void setValue(const std::string& pointer, const nlohmann::ordered_json& value,
                const QString& undoText, const QString& mergeKey = {});
  /// The same for a template that was rewritten as a whole.
  void setTree(nlohmann::ordered_json tree, const QString& undoText, const QString& mergeKey = {});

  /// Text of a file of the project ("hello/app.py", "events/put.json"), edited or as on disk. A
  /// file that cannot be read is an error with its name.
  [[nodiscard]] Result<QString> text(const QString& relativePath) const;
  /// Remembers edited text; written by save().
  void setText(const QString& relativePath, const QString& text);
  /// A new file of the project, as an undoable step; an error when it exists or its name leaves
  /// the folder. It is written by save().
  Result<bool> createFile(const QString& relativePath, const QString& text);
  /// Takes a file out of the project, as an undoable step; save() removes it from the disk.
  Result<bool> removeFile(const QString& relativePath);
  /// Code files of a function, relative to the project; the handler's own file first.
  [[nodiscard]] QStringList filesOf(std::size_t function) const;
  [[nodiscard]] bool modified() const;
  [[nodiscard]] bool modified(const QString& relativePath) const;

  /// Writes the template and every edited file (each to a temporary file first, then renamed).
  Result<bool> save();
  /// Copies the project's folder to a new one, with the edits, and goes on there.
  Result<bool> saveAs(const QString& folder);
  /// Takes a file as it is on disk now, dropping its edits; asked for after changedOutside().
  void reload(const QString& relativePath);

  /// Autosave: edits go to a recovery folder of the user's cache every few seconds and after each
  /// burst of typing; a clean save or discard removes them. True while edits of a session that
  /// never ended are waiting for an answer.
  [[nodiscard]] bool hasRecovery() const;
  void restoreRecovery();
  void discardRecovery();

 signals:
  void projectChanged();                          ///< The template, hence project(), changed.
  void fileChanged(const QString& relativePath);  ///< Text changed by someone else than its editor.
  void modifiedChanged();
  void filesChanged();  ///< Files appeared or vanished.
  void saved(const QStringList& relativePaths);
  /// Another program changed a file that has edits here; nothing was touched.
  void changedOutside(const QString& relativePath);
  void noticed(const QString& sentence);  ///< Something the user should know, as one line.

 private:
  Document();
  friend class TemplateStep;
  friend class FileStep;
  void noteEdit();
  void noteModified();
  void watch();
  void watchAgain();
  void lookAtFile(const QString& path);
  void lookAtFolder();
  enum class Take { UnlessEdited, Always };
  /// Reads the template again, on a worker thread.
  void lookAtTemplate(Take take);
  void tellUnread(const Error& error, bool unreadable, Take take);
  void takeTree(std::shared_ptr<const nlohmann::ordered_json> tree, project::Derived derived,
                const QString& undoText);
  struct Private;
  std::unique_ptr<Private> d;
  QUndoStack m_undo;
};

}  // namespace coldstart
