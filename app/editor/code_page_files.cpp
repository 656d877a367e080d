// SPDX-License-Identifier: GPL-3.0-or-later
// CodePage's second half: files that come, go and change, and the handler that should be in them.
#include <QAction>
#include <QDir>
#include <QFileInfo>
#include <QStackedWidget>

#include <nlohmann/json.hpp>

#include "app/editor/code_page.h"
#include "app/editor/code_view.h"
#include "app/editor/file_tabs.h"
#include "app/editor/find_bar.h"
#include "app/editor/status_line.h"
#include "app/theme/banner.h"
#include "app/theme/empty_state.h"
#include "app/workbench/document.h"
#include "app/workbench/say.h"
#include "core/project/template.h"

namespace coldstart::editor {

using theme::Banner;

/// A sentence in the editor's place, with the button that helps.
void CodePage::say(const QString& icon, const QString& sentence, const QString& offer,
                   std::function<void()> run) {
  if (m_state) m_state->deleteLater();
  auto* action = offer.isEmpty() ? nullptr : new QAction(offer, this);
  auto* state = new theme::EmptyState(icon, sentence, action, m_stack);
  if (action) {
    action->setParent(state);
    // The button goes with the sentence, so it acts when the click is over.
    connect(action, &QAction::triggered, this, std::move(run), Qt::QueuedConnection);
  }
  m_state = state;
  m_stack->addWidget(state);
  m_stack->setCurrentWidget(state);
  m_find->setView(nullptr);
  m_status->clearFile();
}

void CodePage::sayNoFiles() {
  m_file.clear();
  const project::Function* owner = function();
  if (!owner)
    return say(QStringLiteral("lambda"),
               tr("This project has no function yet. Its template says which there are."), {}, {});
  const QString folder = codeFolder();
  if (!m_closed.isEmpty())
    return say(QStringLiteral("file"), tr("All files of this function are closed."),
               tr("Open %1").arg(m_closed.first()),
               [this, file = m_closed.first()] { openFile(file); });
  const HandlerPlace place = findHandler(*owner, {}, {});
  const QString starter = starterCode(*owner, place.function);
  const bool there = QFileInfo(QDir(m_workbench.document.folder()).filePath(folder)).isDir();
  const QString sentence =
      there ? tr("The code folder %1 holds no file that could be edited here.").arg(folder)
            : tr("The code folder %1 is not there. The template names it as CodeUri; put the code "
                 "there, or start it here.")
                  .arg(folder);
  if (place.file.isEmpty() || starter.isEmpty())
    return say(QStringLiteral("folder"), sentence, tr("New file…"),
               [this] { m_tabs->askNewName(); });
  say(QStringLiteral("folder"), sentence, tr("Create %1").arg(place.file),
      [this, place, starter] { createWith(place.file, starter); });
}

void CodePage::createWith(const QString& file, const QString& text) {
  const auto created = m_workbench.document.createFile(file, text);
  if (!created) return m_banner->say(Banner::Kind::Problem, coldstart::say(created.error()));
  openFile(file);
}

// --- files change ---------------------------------------------------------------------------

void CodePage::addFile(const QString& name) {
  const QString folder = codeFolder();
  createWith(QDir::cleanPath(folder + u'/' + name), QString());
}

void CodePage::renameFile(const QString& file, const QString& name) {
  const QString to = QDir::cleanPath(codeFolder() + u'/' + name);
  const QString text = textOf(file);
  Document& document = m_workbench.document;
  QUndoStack& undo = document.undoStack();
  undo.beginMacro(tr("Rename %1 to %2").arg(file, to));
  const auto created = document.createFile(to, text);
  if (created) {
    dropView(file);
    const auto removed = document.removeFile(file);
    if (!removed) m_banner->say(Banner::Kind::Problem, coldstart::say(removed.error()));
  }
  undo.endMacro();
  if (!created) {
    m_banner->say(Banner::Kind::Problem, coldstart::say(created.error()));
    return;
  }
  openFile(to);
}

void CodePage::deleteFile(const QString& file) {
  Document& document = m_workbench.document;
  keep(file);
  const QString text = textOf(file);
  dropView(file);
  const auto removed = document.removeFile(file);
  if (!removed) {
    m_banner->say(Banner::Kind::Problem, coldstart::say(removed.error()));
    return refresh();
  }
  const int step = document.undoStack().index();
  m_banner->say(Banner::Kind::Note,
                tr("%1 was deleted; saving removes it from the disk.").arg(file),
                {{tr("Undo"), [this, step, file, text] {
                    QUndoStack& undo = m_workbench.document.undoStack();
                    if (undo.index() == step)
                      undo.undo();
                    else
                      createWith(file, text);
                    openFile(file);
                  }}});
}

void CodePage::closeFile(const QString& file) {
  if (file.isEmpty()) return;
  keep(file);
  if (m_workbench.document.filesOf(m_function).contains(file) && !m_closed.contains(file))
    m_closed += file;
  dropView(file);
  refresh();
}

void CodePage::dropView(const QString& file) {
  const Open open = m_open.take(file);
  if (!open.view) return;
  m_find->setView(nullptr);
  m_stack->removeWidget(open.view);
  open.view->deleteLater();
  if (m_file == file) m_file.clear();
}

void CodePage::takeOutsideChange(const QString& file) {
  const auto open = m_open.constFind(file);
  if (open == m_open.cend()) return;
  const auto text = m_workbench.document.text(file);
  if (text && *text != open->view->text()) open->view->replaceAll(*text);
}

void CodePage::offerOutsideChange(const QString& file) {
  if (!m_open.contains(file)) return;
  m_banner->say(
      Banner::Kind::Warning,
      tr("%1 was changed by another program while it has edits here.").arg(file),
      {{tr("Take the other version"), [this, file] { m_workbench.document.reload(file); }},
       {tr("Keep mine"), [] {}}});
}

void CodePage::noteFiles() {
  for (const QString& file : m_open.keys()) {
    const bool exists = QFileInfo::exists(QDir(m_workbench.document.folder()).filePath(file));
    Open& open = m_open[file];
    const bool vanished = open.onDisk && !exists;
    open.onDisk = exists;
    if (m_workbench.document.text(file)) continue;
    const QString text = open.view->text();
    dropView(file);
    // What this program took out is still on the disk until it is saved.
    if (!vanished) continue;
    m_banner->say(
        Banner::Kind::Warning,
        tr("%1 was moved or deleted by another program. Its text is still known here.").arg(file),
        {{tr("Bring it back"), [this, file, text] { createWith(file, text); }}});
  }
  refresh();
}

// --- the handler ----------------------------------------------------------------------------

HandlerPlace CodePage::handlerPlace() const {
  const project::Function* owner = function();
  if (!owner) return {};
  return findHandler(*owner, m_workbench.document.filesOf(m_function),
                     [this](const QString& file) { return textOf(file); });
}

void CodePage::goToHandler() {
  const HandlerPlace place = handlerPlace();
  if (place.state == HandlerPlace::State::Found) return openFile(place.file, place.line);
  m_handlerSaid.clear();
  checkHandler();
  if (m_handlerSaid.isEmpty())
    m_banner->say(Banner::Kind::Note,
                  tr("Where this runtime's handler stands cannot be told from the code's text."));
}

void CodePage::checkHandler() {
  m_handlerTimer.stop();
  const HandlerPlace place = handlerPlace();
  const bool missing = place.state != HandlerPlace::State::Found &&
                       place.state != HandlerPlace::State::NotKnown && !m_tabs->files().isEmpty();
  if (missing) return sayHandler(place);
  m_handlerSaid.clear();
  m_handlerBanner->dismiss();
}

void CodePage::sayHandler(const HandlerPlace& place) {
  using State = HandlerPlace::State;
  const project::Function& owner = *function();
  const QString handler = qs(owner.handler);
  QString sentence;
  QList<Banner::Offer> offers;
  const QString starter = starterCode(owner, place.function);
  if (place.state == State::Malformed)
    sentence = tr("The handler %1 does not have this runtime's form, file.function; Lambda would "
                  "answer Runtime.MalformedHandlerName.")
                   .arg(handler);
  if (place.state == State::NoFile) {
    sentence = tr("The handler is %1, but there is no %2; Lambda would answer "
                  "Runtime.ImportModuleError.")
                   .arg(handler, place.file);
    if (!starter.isEmpty())
      offers += {tr("Create it"), [this, place, starter] { createWith(place.file, starter); }};
  }
  if (place.state == State::NoFunction) {
    sentence = tr("The handler is %1, but %2 defines no %3; Lambda would answer "
                  "Runtime.HandlerNotFound.")
                   .arg(handler, place.file, place.function);
    if (!starter.isEmpty())
      offers += {tr("Add it"), [this, place, starter] {
                   openFile(place.file);
                   if (CodeView* editor = view()) {
                     editor->append(QStringLiteral("\n\n") + starter);
                     editor->goTo(editor->lines() - 1);
                   }
                 }};
  }
  const QString file = m_workbench.document.filesOf(m_function).contains(place.file)
                           ? place.file
                           : m_tabs->files().value(0);
  const QStringList others = possibleHandlers(languageOf(file), textOf(file));
  if (!others.isEmpty()) {
    const QString other = handlerString(owner, file, others.first());
    offers += {tr("Use %1").arg(others.first().left(24)), [this, other] {
                 const project::Function* now = function();
                 if (!now) return;
                 m_workbench.document.setValue(project::pointerTo(now->id, "Handler"),
                                               other.toStdString(), tr("Change the handler"));
               }};
  }
  if (sentence == m_handlerSaid) return;
  m_handlerSaid = sentence;
  m_handlerBanner->say(Banner::Kind::Warning, sentence, offers);
}

}  // namespace coldstart::editor
