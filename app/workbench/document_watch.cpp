// SPDX-License-Identifier: GPL-3.0-or-later
// The folder changes under the document.
#include <QDir>
#include <QFileInfo>
#include <utility>

#include <nlohmann/json.hpp>

#include "app/workbench/document_state.h"
#include "app/workbench/on_worker.h"
#include "app/workbench/project_files.h"
#include "app/workbench/say.h"

namespace coldstart {

namespace {

/// The template as another program left it.
struct Reread {
  Tree tree;  ///< Null when it could not be read.
  project::Derived derived;
  FileTexts texts;  ///< Those it was derived with.
  Error error;
  bool unreadable = false;  ///< It is there, but its text could not be had, or is no template.
  bool asSaved = false;     ///< It says what was last read or written.
};

/// May take seconds; on any thread. `texts` is a copy of the document's.
Reread reread(const QString& path, const Tree& saved, FileTexts texts) {
  Reread out;
  out.texts = std::move(texts);
  const QFileInfo file(path);
  const auto text = files::readText(path);
  if (!text) {
    out.error = text.error();
    return out;
  }
  auto tree = project::parseTemplate(text->toStdString(), file.fileName().toStdString());
  if (!tree) {
    out.error = tree.error();
    out.unreadable = true;
    return out;
  }
  out.tree = std::make_shared<const nlohmann::ordered_json>(std::move(*tree));
  out.asSaved = saved && *out.tree == *saved;
  if (out.asSaved) return out;
  const std::string folder = QFileInfo(out.texts.folder).fileName().toStdString();
  out.derived = project::derive(*out.tree, folder, out.texts.access());
  return out;
}

}  // namespace

void Document::watch() {
  d->autosave.setInterval(2000);
  d->autosave.setSingleShot(true);
  connect(&d->autosave, &QTimer::timeout, this, [this] { d->recovery.keep(d->edits()); });
  connect(&m_undo, &QUndoStack::indexChanged, this, &Document::noteEdit);
  connect(&d->watcher, &QFileSystemWatcher::fileChanged, this, &Document::lookAtFile);
  connect(&d->watcher, &QFileSystemWatcher::directoryChanged, this, &Document::lookAtFolder);
  watchAgain();
}

void Document::watchAgain() {
  QStringList paths{d->templatePath, d->texts.folder};
  if (QFileInfo::exists(d->texts.absolute(QStringLiteral("events"))))
    paths << d->texts.absolute(QStringLiteral("events"));
  for (const project::Function& function : project().functions) {
    const QString code = d->texts.absolute(qs(function.codeUri));
    if (QFileInfo(code).isDir()) paths << QDir::cleanPath(code);
  }
  for (auto it = d->texts.disk.cbegin(); it != d->texts.disk.cend(); ++it) {
    if (QFileInfo::exists(d->texts.absolute(it.key()))) paths << d->texts.absolute(it.key());
  }
  for (const QString& path : std::as_const(paths)) {
    const QStringList known = d->watcher.files() + d->watcher.directories();
    if (!known.contains(path)) d->watcher.addPath(path);
  }
  d->fileList = d->texts.onDisk();
}

void Document::lookAtFile(const QString& path) {
  // Most programs write a new file and rename it: watch the new one.
  if (QFileInfo::exists(path) && !d->watcher.files().contains(path)) d->watcher.addPath(path);
  if (path == d->templatePath) return lookAtTemplate(Take::UnlessEdited);
  const QString relative = QDir(d->texts.folder).relativeFilePath(path);
  const auto now = files::readText(path);
  if (!now || *now == d->texts.disk.value(relative)) return;
  if (d->texts.edited.contains(relative)) {
    if (d->texts.edited.value(relative) != *now) emit changedOutside(relative);
    return;
  }
  d->texts.disk[relative] = *now;
  emit fileChanged(relative);
}

void Document::lookAtTemplate(Take take) {
  const int order = ++d->templateReads;
  const Tree saved = d->savedTree;
  onWorker(
      this,
      [path = d->templatePath, saved, texts = d->texts] {
        return std::make_shared<Reread>(reread(path, saved, texts));
      },
      [this, order, saved, take](const std::shared_ptr<Reread>& read) {
        if (order != d->templateReads) return;
        if (saved != d->savedTree) return lookAtTemplate(take);  // Saved in the meantime.
        if (!read->tree) return tellUnread(read->error, read->unreadable, take);
        if (take == Take::UnlessEdited) {
          if (read->asSaved) return;
          if (d->treeModified()) {
            emit changedOutside(d->templateName());
            return;
          }
        }
        if (read->asSaved) {
          setTree(*read->tree, tr("Take %1 from the disk").arg(d->templateName()));
        } else {
          takeTree(read->tree, std::move(read->derived),
                   tr("Take %1 from the disk").arg(d->templateName()));
        }
        d->savedTree = d->tree;
        const bool others =
            read->texts.edited != d->texts.edited || read->texts.removed != d->texts.removed;
        if (others) {  // Files changed here while it was read.
          d->derive();
          emit projectChanged();
        }
        noteModified();
      });
}

void Document::tellUnread(const Error& error, bool unreadable, Take take) {
  if (take == Take::Always) {
    emit noticed(say(error));
  } else if (unreadable) {
    emit noticed(tr("%1 was changed by another program and cannot be read now. The version from "
                    "before is still open. %2")
                     .arg(d->templateName(), say(error)));
  } else if (!QFileInfo::exists(d->templatePath) && d->savedTree) {
    d->savedTree.reset();
    noteModified();
    emit noticed(tr("%1 was moved or deleted by another program. Your work is still here: Save "
                    "writes it again.")
                     .arg(d->templateName()));
  }
}

void Document::reload(const QString& relativePath) {
  if (relativePath == d->templateName()) return lookAtTemplate(Take::Always);
  const auto now = files::readText(d->texts.absolute(relativePath));
  if (!now) {
    emit noticed(say(now.error()));
    return;
  }
  d->texts.edited.remove(relativePath);
  d->texts.disk[relativePath] = *now;
  emit fileChanged(relativePath);
  noteEdit();
}

void Document::lookAtFolder() {
  if (d->fileList == d->texts.onDisk()) return;
  watchAgain();
  d->derive();
  emit filesChanged();
  emit projectChanged();
}

}  // namespace coldstart
