// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What a Document holds. Only document.cpp, which changes it for the user, and
// document_watch.cpp, which changes it when another program changed the folder, may include this.

#include <QFileSystemWatcher>
#include <QTimer>
#include <memory>

#include "app/workbench/document.h"
#include "app/workbench/file_texts.h"
#include "app/workbench/large_traces.h"
#include "app/workbench/recovery.h"

namespace coldstart {

using Tree = std::shared_ptr<const nlohmann::ordered_json>;

struct Document::Read {
  QString templatePath;
  Tree tree;
  FileTexts texts;
  project::Derived derived;
};

struct Document::Private {
  explicit Private(const QString& projectFolder) : recovery(projectFolder) {}

  FileTexts texts;
  QString templatePath;
  Tree tree;
  Tree savedTree;  ///< What the template file holds; null when the file is gone.
  project::Derived derived;
  Recovery recovery;
  QTimer autosave;
  QFileSystemWatcher watcher;
  bool wasModified = false;
  QStringList fileList;   ///< As last seen on disk.
  int templateReads = 0;  ///< Begun so far; only the last one's result counts.

  [[nodiscard]] bool treeModified() const { return tree != savedTree; }
  [[nodiscard]] QString templateName() const { return QFileInfo(templatePath).fileName(); }
  [[nodiscard]] Edits edits() const;
  void derive();
  LargeTraces largeTraces;
};

}  // namespace coldstart
