// SPDX-License-Identifier: GPL-3.0-or-later
// CodePage's third part: breakpoints in the margins, and the line in which the debugger holds the
// handler.
#include <QAction>

#include "app/editor/code_page.h"
#include "app/editor/code_view.h"
#include "app/workbench/actions.h"
#include "app/workbench/debug_session.h"
#include "app/workbench/live_workbench.h"
#include "app/workbench/session.h"

namespace coldstart::editor {

void CodePage::registerDebugActions() {
  const auto atLine = [this](auto run) {
    return [this, run] {
      if (!view()) return;
      int line = 0;
      int column = 0;
      view()->getCursorPosition(&line, &column);
      run(m_workbench.session.live().debugging(), line + 1);
    };
  };
  command("editor.breakpoint", tr("Breakpoint on this Line"), QKeySequence(Qt::Key_F9),
          atLine([this](DebugSession& debug, int line) { debug.toggle(m_file, line); }));
  command("editor.condition", tr("Condition of the Breakpoint on this Line…"),
          QKeySequence(Qt::CTRL | Qt::Key_F9), atLine([this](DebugSession& debug, int line) {
            view()->askCondition(line, debug.breakpoints(m_file).value(line));
          }));
  command("editor.runTo", tr("Run to this Line"), QKeySequence(Qt::CTRL | Qt::Key_F10),
          atLine([this](DebugSession& debug, int line) {
            const bool isHeld = debug.stop().has_value();
            debug.runTo(m_file, line);
            QAction* const test = m_workbench.actions.find(QStringLiteral("run.debug"));
            if (!isHeld && test) test->trigger();
          }));
}

void CodePage::connectDebugger() {
  DebugSession& debug = m_workbench.session.live().debugging();
  connect(&debug, &DebugSession::breakpointsChanged, this, [this, &debug](const QString& file) {
    if (m_open.contains(file)) m_open[file].view->setBreakpoints(debug.breakpoints(file));
  });
  connect(&debug, &DebugSession::changed, this, &CodePage::showHeld);
}

void CodePage::showBreakpoints(CodeView& view, const QString& file) {
  DebugSession& debug = m_workbench.session.live().debugging();
  view.setBreakpoints(debug.breakpoints(file));
  connect(&view, &CodeView::breakpointAsked, &debug,
          [&debug, file](int line) { debug.toggle(file, line); });
  connect(&view, &CodeView::conditionGiven, &debug,
          [&debug, file](int line, const QString& condition) {
            debug.setCondition(file, line, condition);
          });
  showHeld();
}

void CodePage::showHeld() {
  const DebugSession& debug = m_workbench.session.live().debugging();
  QString held;
  int line = 0;
  if (debug.stop()) {
    const debug::Frame& frame = debug.stop()->frames[debug.frame()];
    held = debug.fileOf(frame);
    line = frame.line;
  }
  for (auto open = m_open.begin(); open != m_open.end(); ++open)
    if (open->view) open->view->setHeldLine(open.key() == held ? line : 0);
}

}  // namespace coldstart::editor
