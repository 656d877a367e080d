// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/document.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <optional>
#include <tuple>
#include <utility>

#include <nlohmann/json.hpp>

#include "app/workbench/document_state.h"
#include "app/workbench/project_files.h"
#include "app/workbench/say.h"

namespace coldstart {

using nlohmann::ordered_json;

Edits Document::Private::edits() const {
  Edits now;
  if (treeModified()) now.templateText = qs(project::writeTemplate(*tree));
  now.texts = texts.edited;
  for (const QString& name : texts.removed) now.removed << name;
  return now;
}

void Document::Private::derive() {
  derived = project::derive(*tree, QFileInfo(texts.folder).fileName().toStdString(),
                            largeTraces.access(texts));
  texts.traces->forgetOthers();
}

/// One change of the template: the trees before and after. They share nothing with the document,
/// so undo is a swap.
class TemplateStep : public QUndoCommand {
 public:
  /// What was derived from the tree already is taken as it is, the first time.
  TemplateStep(Document& document, Tree after, const QString& text, QString mergeKey,
               std::optional<project::Derived> derived = std::nullopt)
      : QUndoCommand(text),
        m_document(document),
        m_before(document.d->tree),
        m_after(std::move(after)),
        m_mergeKey(std::move(mergeKey)),
        m_derived(std::move(derived)) {}

  void redo() override { take(m_after); }
  void undo() override { take(m_before); }
  [[nodiscard]] int id() const override { return m_mergeKey.isEmpty() ? -1 : 1; }
  bool mergeWith(const QUndoCommand* next) override {
    const auto* step = dynamic_cast<const TemplateStep*>(next);
    if (!step || step->m_mergeKey != m_mergeKey) return false;
    m_after = step->m_after;
    setObsolete(*m_before == *m_after);
    return true;
  }

 private:
  void take(const Tree& tree) {
    m_document.d->tree = tree;
    if (m_derived)
      m_document.d->derived = std::move(*std::exchange(m_derived, std::nullopt));
    else
      m_document.d->derive();
    emit m_document.projectChanged();
  }
  Document& m_document;
  Tree m_before;
  Tree m_after;
  QString m_mergeKey;
  std::optional<project::Derived> m_derived;
};

/// A file that appears or goes.
class FileStep : public QUndoCommand {
 public:
  FileStep(Document& document, QString path, std::optional<QString> before,
           std::optional<QString> after, const QString& text)
      : QUndoCommand(text),
        m_document(document),
        m_path(std::move(path)),
        m_before(std::move(before)),
        m_after(std::move(after)) {}

  void redo() override { take(m_after); }
  void undo() override { take(m_before); }

 private:
  void take(const std::optional<QString>& text) {
    FileTexts& texts = m_document.d->texts;
    if (text)
      texts.set(m_path, *text);
    else
      texts.remove(m_path);
    m_document.d->derive();
    emit m_document.filesChanged();
    emit m_document.projectChanged();
  }
  Document& m_document;
  QString m_path;
  std::optional<QString> m_before;
  std::optional<QString> m_after;
};

Document::Document() {
  m_undo.setUndoLimit(500);
}
Document::~Document() {
  // What was not saved by now was given up on purpose; only a crash leaves edits behind.
  if (d) d->recovery.keep({});
}

Result<std::shared_ptr<const Document::Read>> Document::read(const QString& path) {
  const auto found = files::findTemplate(path);
  if (!found) return found.error();
  const auto text = files::readText(*found);
  if (!text) return text.error();
  auto tree =
      project::parseTemplate(text->toStdString(), QFileInfo(*found).fileName().toStdString());
  if (!tree) return tree.error();

  auto read = std::make_shared<Read>();
  read->templatePath = *found;
  read->tree = std::make_shared<const ordered_json>(std::move(*tree));
  read->texts.folder = QFileInfo(*found).absolutePath();
  const QString name = QFileInfo(read->texts.folder).fileName();
  read->derived = project::derive(*read->tree, name.toStdString(), read->texts.access());
  return std::shared_ptr<const Read>(std::move(read));
}

std::unique_ptr<Document> Document::open(const Read& read) {
  std::unique_ptr<Document> document(new Document);
  document->d = std::make_unique<Private>(read.texts.folder);
  Private& d = *document->d;
  d.templatePath = read.templatePath;
  d.tree = d.savedTree = read.tree;
  d.texts = read.texts;
  d.derived = read.derived;
  d.largeTraces.arrived = [document = document.get()] {
    document->d->derive();
    emit document->projectChanged();
  };
  document->watch();
  return document;
}

Result<std::unique_ptr<Document>> Document::open(const QString& path) {
  const auto found = read(path);
  if (!found) return found.error();
  return open(**found);
}

Result<bool> Document::create(const QString& folder, const std::vector<project::NewFile>& files) {
  if (QDir dir(folder); dir.exists() && !dir.isEmpty()) {
    return Error{"",
                 {"files",
                  SAY("files", "The folder \"%1\" is not empty. Choose another name."),
                  {folder.toStdString()}},
                 ""};
  }
  QHash<QString, QString> texts;
  for (const project::NewFile& file : files) texts[qs(file.path)] = qs(file.text);
  if (!QDir().mkpath(folder)) {
    return Error{"",
                 {"files",
                  SAY("files", "The folder \"%1\" cannot be made here. Choose another place."),
                  {folder.toStdString()}},
                 ""};
  }
  return files::writeAll(folder, texts);
}

const project::Project& Document::project() const {
  return d->derived.project;
}
const std::vector<Error>& Document::errors() const {
  return d->derived.errors;
}
const ordered_json& Document::tree() const {
  return *d->tree;
}
QString Document::folder() const {
  return d->texts.folder;
}
QString Document::templatePath() const {
  return d->templatePath;
}

void Document::setValue(const std::string& pointer, const ordered_json& value,
                        const QString& undoText, const QString& mergeKey) {
  ordered_json next = *d->tree;
  const ordered_json::json_pointer place(pointer);
  if (!value.is_null()) {
    next[place] = value;
  } else {
    if (!next.contains(place)) return;
    ordered_json& parent = next[place.parent_pointer()];
    if (parent.is_array())
      parent.erase(std::stoul(place.back()));
    else
      parent.erase(place.back());
  }
  setTree(std::move(next), undoText, mergeKey);
}

void Document::setTree(ordered_json tree, const QString& undoText, const QString& mergeKey) {
  if (tree == *d->tree) return;
  m_undo.push(new TemplateStep(*this, std::make_shared<const ordered_json>(std::move(tree)),
                               undoText, mergeKey));
  noteEdit();
}

void Document::takeTree(Tree tree, project::Derived derived, const QString& undoText) {
  m_undo.push(new TemplateStep(*this, std::move(tree), undoText, {}, std::move(derived)));
  noteEdit();
}

Result<QString> Document::text(const QString& relativePath) const {
  auto text = d->texts.text(relativePath);
  const QString path = d->texts.absolute(relativePath);
  if (text && QFileInfo::exists(path)) d->watcher.addPath(path);
  return text;
}

void Document::setText(const QString& relativePath, const QString& text) {
  d->texts.set(relativePath, text);
  noteEdit();
}

Result<bool> Document::createFile(const QString& relativePath, const QString& text) {
  const QString path = QDir::cleanPath(relativePath);
  if (!files::staysInside(path)) {
    return Error{
        "",
        {"files",
         SAY("files", "\"%1\" would lie outside the project's folder. Choose a plain name."),
         {relativePath.toStdString()}},
        ""};
  }
  if (d->texts.exists(path)) {
    return Error{"",
                 {"files",
                  SAY("files", "\"%1\" exists already. Choose another name."),
                  {path.toStdString()}},
                 ""};
  }
  m_undo.push(new FileStep(*this, path, std::nullopt, text, tr("Add %1").arg(path)));
  noteEdit();
  return true;
}

Result<bool> Document::removeFile(const QString& relativePath) {
  auto before = text(relativePath);
  if (!before) return before.error();
  m_undo.push(
      new FileStep(*this, relativePath, *before, std::nullopt, tr("Remove %1").arg(relativePath)));
  noteEdit();
  return true;
}

QStringList Document::filesOf(std::size_t function) const {
  if (function >= project().functions.size()) return {};
  const project::Function& owner = project().functions[function];
  return d->texts.codeFiles(qs(owner.codeUri), qs(owner.handler));
}

bool Document::modified() const {
  return d->treeModified() || !d->texts.edited.isEmpty() || !d->texts.removed.empty();
}

bool Document::modified(const QString& relativePath) const {
  if (relativePath == d->templateName()) return d->treeModified();
  return d->texts.edited.contains(relativePath) || d->texts.removed.contains(relativePath);
}

void Document::noteEdit() {
  d->autosave.start();
  noteModified();
}

void Document::noteModified() {
  if (d->wasModified == modified()) return;
  d->wasModified = modified();
  emit modifiedChanged();
}

Result<bool> Document::save() {
  QHash<QString, QString> texts = d->texts.edited;
  QString templatePath = d->templatePath;
  if (d->treeModified()) {
    const bool yaml = !templatePath.endsWith(QStringLiteral(".json"));
    if (yaml) templatePath = d->texts.absolute(QStringLiteral("template.json"));
    texts[QFileInfo(templatePath).fileName()] = qs(project::writeTemplate(*d->tree));
  }
  if (auto written = files::writeAll(d->texts.folder, texts); !written) return written;
  QStringList written = texts.keys();
  for (const QString& name : d->texts.removed) {
    QFile::remove(d->texts.absolute(name));
    written << name;
  }
  d->texts.removed.clear();
  for (auto it = d->texts.edited.cbegin(); it != d->texts.edited.cend(); ++it)
    d->texts.disk[it.key()] = it.value();
  d->texts.edited.clear();
  const QString before = d->templatePath;
  d->templatePath = templatePath;
  d->savedTree = d->tree;
  m_undo.setClean();
  d->autosave.stop();
  d->recovery.keep({});
  noteModified();
  if (before != templatePath) {
    emit noticed(tr("Saved as template.json. %1 was left as it is; from now on template.json is "
                    "the one that is read.")
                     .arg(QFileInfo(before).fileName()));
  }
  watchAgain();
  emit saved(written);
  return true;
}

Result<bool> Document::saveAs(const QString& folder) {
  const QString target = QDir(folder).absolutePath();
  if (QDir(target) == QDir(d->texts.folder)) return save();
  if (target.startsWith(QDir(d->texts.folder).absolutePath() + u'/')) {
    return Error{"",
                 {"files",
                  SAY("files",
                      "\"%1\" lies inside the project itself. Choose a folder beside "
                      "it."),
                  {target.toStdString()}},
                 ""};
  }
  if (auto copied = files::copyFolder(d->texts.folder, target); !copied) return copied;
  d->recovery.keep({});
  d->recovery = Recovery(target);
  d->templatePath = QDir(target).absoluteFilePath(d->templateName());
  d->texts.folder = target;
  auto saved = save();
  d->derive();
  emit projectChanged();
  emit filesChanged();
  return saved;
}

bool Document::hasRecovery() const {
  return d->recovery.offered();
}

void Document::restoreRecovery() {
  const auto edits = d->recovery.takeOffered();
  if (!edits) return;
  for (const QString& name : edits->removed) {
    if (QFileInfo::exists(d->texts.absolute(name))) d->texts.removed.insert(name);
  }
  for (auto it = edits->texts.cbegin(); it != edits->texts.cend(); ++it) {
    d->texts.edited[it.key()] = it.value();
    emit fileChanged(it.key());
  }
  if (edits->templateText) {
    auto tree =
        project::parseTemplate(edits->templateText->toStdString(), d->templateName().toStdString());
    if (tree) setTree(std::move(*tree), tr("Restore unsaved changes"));
  }
  d->derive();
  emit filesChanged();
  emit projectChanged();
  noteEdit();
}

void Document::discardRecovery() {
  std::ignore = d->recovery.takeOffered();
}

}  // namespace coldstart
