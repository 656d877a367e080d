// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/editor/code_page.h"

#include <QAction>
#include <QDir>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <algorithm>

#include <nlohmann/json.hpp>

#include "app/editor/code_view.h"
#include "app/editor/file_tabs.h"
#include "app/editor/find_bar.h"
#include "app/editor/status_line.h"
#include "app/theme/banner.h"
#include "app/theme/theme.h"
#include "app/workbench/actions.h"
#include "app/workbench/debug_session.h"
#include "app/workbench/document.h"
#include "app/workbench/live_workbench.h"
#include "app/workbench/say.h"
#include "app/workbench/session.h"
#include "core/base/units.h"

namespace coldstart::editor {

using theme::Banner;
using theme::color;
using theme::px;
using theme::Role;
using theme::Theme;

namespace {

constexpr qsizetype kLongestLine = 200'000;

qsizetype longestLine(const QString& text) {
  qsizetype longest = 0;
  for (const QStringView line : QStringView(text).tokenize(u'\n'))
    longest = std::max(longest, line.size());
  return longest;
}

}  // namespace

CodePage::CodePage(Workbench workbench, QWidget* parent)
    : Page(parent),
      m_workbench(workbench),
      m_tabs(new FileTabs(this)),
      m_banner(new Banner(this)),
      m_handlerBanner(new Banner(this)),
      m_stack(new QStackedWidget(this)),
      m_find(new FindBar(this)),
      m_status(new StatusLine(this)),
      m_line(new QLineEdit(this)),
      m_runtime(new QLabel(this)) {
  setObjectName(QStringLiteral("codePage"));
  arrange();
  registerActions();
  m_keep.setSingleShot(true);
  m_handlerTimer.setSingleShot(true);
  m_handlerTimer.setInterval(600);
  connect(&m_keep, &QTimer::timeout, this, [this] {
    for (const QString& file : m_open.keys()) keep(file);
  });
  connect(&m_handlerTimer, &QTimer::timeout, this, &CodePage::checkHandler);

  const Document& document = workbench.document;
  connect(&document, &Document::projectChanged, this, &CodePage::refresh);
  connect(&document, &Document::filesChanged, this, &CodePage::noteFiles);
  connect(&document, &Document::modifiedChanged, this, &CodePage::tellStatus);
  connect(&document, &Document::fileChanged, this, &CodePage::takeOutsideChange);
  connect(&document, &Document::changedOutside, this, &CodePage::offerOutsideChange);
  connect(&workbench.session, &Session::functionChanged, this, [this] {
    if (const auto function = m_workbench.session.function()) showFunction(*function);
  });
  connect(&Theme::instance(), &Theme::changed, this, &CodePage::restyle);
  restyle();
  if (const auto function = workbench.session.function()) m_function = *function;
}

CodePage::~CodePage() {
  for (const QString& file : m_open.keys()) keep(file);
}

void CodePage::arrange() {
  m_handlerBanner->setObjectName(QStringLiteral("handlerBanner"));
  m_line->setObjectName(QStringLiteral("lineEdit"));
  m_line->setPlaceholderText(tr("Line, or line:column"));
  m_line->setAccessibleName(tr("Go to line"));
  m_line->hide();
  m_runtime->setObjectName(QStringLiteral("runtimeChip"));
  m_runtime->hide();
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(m_tabs);
  column->addWidget(m_banner);
  column->addWidget(m_handlerBanner);
  column->addWidget(m_find);
  column->addWidget(m_line);
  column->addWidget(m_stack, 1);
  column->addWidget(m_status);

  connectDebugger();
  connect(m_tabs, &FileTabs::chosen, this, [this](const QString& file) { openFile(file); });
  connect(m_tabs, &FileTabs::closeAsked, this, &CodePage::closeFile);
  connect(m_tabs, &FileTabs::addAsked, this, &CodePage::addFile);
  connect(m_tabs, &FileTabs::renameAsked, this, &CodePage::renameFile);
  connect(m_tabs, &FileTabs::deleteAsked, this, &CodePage::deleteFile);
  connect(m_status, &StatusLine::handlerClicked, this, &CodePage::goToHandler);
  connect(m_status, &StatusLine::problemsClicked, this,
          [this] { onView(&CodeView::goToNextProblem); });
  connect(m_line, &QLineEdit::editingFinished, m_line, &QWidget::hide);
  connect(m_line, &QLineEdit::returnPressed, this, [this] {
    const QStringList parts = m_line->text().split(u':');
    if (CodeView* editor = view(); editor && parts.first().toInt() > 0) {
      editor->goTo(parts.first().toInt() - 1, parts.value(1).toInt() - 1);
      editor->setFocus(Qt::OtherFocusReason);
    }
  });
}

void CodePage::command(const char* id, const QString& text, const QKeySequence& shortcut,
                       std::function<void()> run) {
  QAction* action =
      m_workbench.actions.add(QString::fromLatin1(id), text, shortcut, std::move(run));
  // Only where an editor has the focus: Ctrl+F means another thing in the logs.
  action->setShortcutContext(Qt::WidgetShortcut);
  m_commands += action;
}

void CodePage::registerActions() {
  const auto editor = [this](void (CodeView::*run)()) { return [this, run] { onView(run); }; };
  const auto bar = [this](FindBar::Mode mode) {
    return [this, mode] {
      if (view()) m_find->open(mode);
    };
  };
  command("editor.find", tr("Find in File"), QKeySequence(Qt::CTRL | Qt::Key_F),
          bar(FindBar::Mode::Find));
  command("editor.replace", tr("Replace in File"), QKeySequence(Qt::CTRL | Qt::Key_H),
          bar(FindBar::Mode::Replace));
  command("editor.findNext", tr("Find Next"), QKeySequence(Qt::Key_F3), [this] { m_find->next(); });
  command("editor.findPrevious", tr("Find Previous"), QKeySequence(Qt::SHIFT | Qt::Key_F3),
          [this] { m_find->previous(); });
  command("editor.line", tr("Go to Line"), QKeySequence(Qt::CTRL | Qt::Key_G),
          [this] { askLine(); });
  command("editor.handler", tr("Go to Handler"), QKeySequence(Qt::Key_F12),
          [this] { goToHandler(); });
  command("editor.problem", tr("Next Problem in File"), QKeySequence(Qt::Key_F8),
          editor(&CodeView::goToNextProblem));
  command("editor.comment", tr("Comment or Uncomment Lines"),
          QKeySequence(Qt::CTRL | Qt::Key_Slash), editor(&CodeView::toggleComment));
  command("editor.complete", tr("Complete from Event and Context"),
          QKeySequence(Qt::CTRL | Qt::Key_Space), [this] {
            if (CodeView* current = view()) current->completeNow(Asked::ByKey);
          });
  command("editor.nextOccurrence", tr("Select Next Occurrence"), QKeySequence(Qt::CTRL | Qt::Key_D),
          editor(&CodeView::addNextOccurrence));
  command("editor.caretAbove", tr("Add Caret Above"), QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_Up),
          [this] {
            if (CodeView* current = view()) current->addCaret(-1);
          });
  command("editor.caretBelow", tr("Add Caret Below"),
          QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_Down), [this] {
            if (CodeView* current = view()) current->addCaret(1);
          });
  registerDebugActions();
  command("editor.newFile", tr("New Code File"), {}, [this] { m_tabs->askNewName(); });
  command("editor.closeFile", tr("Close Code File"), QKeySequence(Qt::CTRL | Qt::Key_W),
          [this] { closeFile(m_file); });
}

void CodePage::restyle() {
  m_line->setContentsMargins(px(8), px(4), px(8), px(4));
  m_runtime->setFont(Theme::instance().smallFont());
  m_runtime->setStyleSheet(
      QStringLiteral("QLabel { background: %1; color: %2; border-radius: %3px; padding: 0 %4px; }")
          .arg(color(Role::Background).name(), color(Role::Muted).name())
          .arg(px(10))
          .arg(px(8)));
  m_runtime->setMinimumHeight(px(20));
}

QWidget* CodePage::controls() {
  return m_runtime;
}

void CodePage::onView(void (CodeView::*run)()) {
  if (CodeView* current = view()) (current->*run)();
}

CodeView* CodePage::view() const {
  const auto open = m_open.constFind(m_file);
  return open != m_open.cend() && m_stack->currentWidget() == open->view ? open->view : nullptr;
}

const project::Function* CodePage::function() const {
  const auto& functions = m_workbench.document.project().functions;
  return m_function < functions.size() ? &functions[m_function] : nullptr;
}

QString CodePage::codeFolder() const {
  const project::Function* owner = function();
  return owner ? QDir::cleanPath(qs(owner->codeUri)) : QString();
}

// --- what is in front -----------------------------------------------------------------------

void CodePage::showFunction(std::size_t function) {
  if (!m_file.isEmpty()) m_lastFile[m_function] = m_file;
  m_function = function;
  m_file = m_lastFile.value(function);
  m_closed.clear();
  m_banner->dismiss();
  refresh();
}

// Editors are made when they are first visible, not with the window.
void CodePage::showEvent(QShowEvent* event) {
  Page::showEvent(event);
  if (!m_stack->currentWidget()) refresh();
}

void CodePage::refresh() {
  const project::Function* owner = function();
  m_runtime->setText(owner ? qs(owner->runtime) : QString());
  QStringList files = m_workbench.document.filesOf(m_function);
  QStringList tabs = files;
  tabs.removeIf([this](const QString& file) { return m_closed.contains(file); });
  // A file of another folder that was opened here keeps its tab while it is in front.
  const bool elsewhere = !m_file.isEmpty() && !files.contains(m_file) && m_open.contains(m_file);
  if (elsewhere) tabs += m_file;
  const QString root = codeFolder();
  m_tabs->setFiles(tabs, root == QStringLiteral(".") ? QString() : root);
  m_tabs->setHidden(m_closed);
  for (const QString& file : std::as_const(tabs))
    m_tabs->setEdited(file, m_workbench.document.modified(file));
  m_status->setHandler(owner ? qs(owner->handler) : QString(),
                       tr("The function that Lambda calls. Click to go there (F12)."));
  if (!isVisible()) return;
  if (tabs.isEmpty())
    sayNoFiles();
  else
    showFile(tabs.contains(m_file) ? m_file : tabs.first());
  checkHandler();
}

void CodePage::openFile(const QString& relative, int line) {
  const auto& functions = m_workbench.document.project().functions;
  if (!m_workbench.document.filesOf(m_function).contains(relative)) {
    for (std::size_t i = 0; i < functions.size(); ++i) {
      if (!m_workbench.document.filesOf(i).contains(relative)) continue;
      m_function = i;
      break;
    }
  }
  m_closed.removeAll(relative);
  m_file = relative;
  if (!m_open.contains(relative)) showFile(relative);
  refresh();
  if (!view()) return;
  if (line >= 0) view()->goTo(line);
  view()->setFocus(Qt::OtherFocusReason);
}

void CodePage::showFile(const QString& file, Size size) {
  m_file = file;
  m_tabs->setCurrent(file);
  const auto open = m_open.constFind(file);
  if (open == m_open.cend()) {
    constexpr qint64 kLargest = 5 * 1024 * 1024;
    const QFileInfo onDisk(QDir(m_workbench.document.folder()).filePath(file));
    if (size == Size::Checked && onDisk.size() > kLargest)
      return say(QStringLiteral("file"),
                 tr("%1 has %2 MB. Files over 5 MB are opened on request only, because typing in "
                    "them is slow.")
                     .arg(file)
                     .arg(onDisk.size() / (1024 * 1024)),
                 tr("Open it anyway"), [this, file] { showFile(file, Size::Any); });
    const auto text = m_workbench.document.text(file);
    if (!text)
      return say(QStringLiteral("alert"), coldstart::say(text.error()), tr("Try again"),
                 [this, file] { showFile(file, Size::Any); });
    // Laying out one line of megabytes takes the editor component seconds a key.
    if (longestLine(*text) > kLongestLine)
      return say(QStringLiteral("file"),
                 tr("%1 has a line of %2 characters, as tools write them. Lines over %3 cannot be "
                    "edited here.")
                     .arg(file, qs(formatCount(longestLine(*text))), qs(formatCount(kLongestLine))),
                 tr("Try again"), [this, file] { showFile(file, Size::Any); });
    makeView(file, *text);
  }
  CodeView* current = m_open[file].view;
  m_stack->setCurrentWidget(current);
  m_find->setView(current);
  setFocusProxy(current);
  tellStatus();
  emit fileShown(file);
}

CodeView* CodePage::makeView(const QString& file, const QString& text) {
  auto* made = new CodeView(languageOf(file), text, this);
  made->setAccessibleName(file);
  made->setEventSource([this] { return testEvent(); });
  made->addActions(m_commands);
  m_stack->addWidget(made);
  const QFileInfo onDisk(QDir(m_workbench.document.folder()).filePath(file));
  m_open[file] = {made, onDisk.exists(), false};
  connect(made, &QsciScintilla::textChanged, this, [this, file] {
    if (!m_open.contains(file)) return;
    m_open[file].unkept = true;
    m_keep.start(0);
    m_handlerTimer.start();
  });
  connect(made, &QsciScintilla::cursorPositionChanged, this, [this, made](int line, int column) {
    if (made != view()) return;
    m_status->setPlace(line, column);
    emit cursorMoved(line, column);
  });
  connect(made, &CodeView::problemsChanged, this, &CodePage::tellStatus);
  showBreakpoints(*made, file);
  connect(made, &CodeView::hint, this,
          [this](const QString& sentence) { m_banner->say(Banner::Kind::Note, sentence); });
  return made;
}

nlohmann::ordered_json CodePage::testEvent() const {
  QString file = m_workbench.session.event();
  const auto& events = m_workbench.document.project().testEvents;
  if (file.isEmpty() && !events.empty()) file = qs(events.front());
  if (file.isEmpty()) return {};
  const auto text = m_workbench.document.text(file);
  constexpr qsizetype kLargest = 1'000'000;
  if (!text || text->size() > kLargest) return {};
  auto event = nlohmann::ordered_json::parse(text->toStdString(), nullptr, false);
  return event.is_discarded() ? nlohmann::ordered_json() : event;
}

void CodePage::keep(const QString& file) {
  const auto open = m_open.find(file);
  if (open == m_open.end() || !open->unkept) return;
  open->unkept = false;
  m_workbench.document.setText(file, open->view->text());
  m_workbench.session.live().debugging().setBreakpoints(file, open->view->breakpoints());
  m_tabs->setEdited(file, m_workbench.document.modified(file));
  tellStatus();
}

QString CodePage::textOf(const QString& file) const {
  if (const auto open = m_open.constFind(file); open != m_open.cend()) return open->view->text();
  const auto text = m_workbench.document.text(file);
  return text ? *text : QString();
}

void CodePage::tellStatus() {
  for (const QString& file : m_tabs->files())
    m_tabs->setEdited(file, m_workbench.document.modified(file));
  const CodeView* current = view();
  if (!current) return m_status->clearFile();
  const bool windows = current->eolMode() == QsciScintilla::EolWindows;
  m_status->setFile(languageName(current->language()),
                    windows ? QStringLiteral("UTF-8 CRLF") : QStringLiteral("UTF-8"),
                    m_workbench.document.modified(m_file) || m_open.value(m_file).unkept);
  int line = 0;
  int column = 0;
  current->getCursorPosition(&line, &column);
  m_status->setPlace(line, column);
  const auto count = static_cast<int>(current->problems().size());
  if (current->isTooLargeToCheck())
    return m_status->setProblems(tr("not checked"),
                                 tr("Files over 1 MB are not checked while typing."), false);
  if (!isChecked(current->language())) return m_status->setProblems({}, {}, false);
  const QString meaning =
      current->language() == Language::Json
          ? tr("JSON is parsed while you type.")
          : tr("A light check of brackets, strings, indentation and colons while you type. Your "
               "code is not run, so what passes here may still fail.");
  const QString found = count == 1 ? tr("! 1 problem") : tr("! %1 problems").arg(count);
  m_status->setProblems(count == 0 ? tr("\u2713 light check") : found, meaning, count > 0);
}

void CodePage::askLine() {
  if (!view()) return;
  m_line->clear();
  m_line->show();
  m_line->setFocus(Qt::ShortcutFocusReason);
}

}  // namespace coldstart::editor
