// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/debug_session.h"

#include <utility>

#include "app/workbench/code_links.h"
#include "app/workbench/document.h"
#include "app/workbench/live_desk.h"
#include "app/workbench/say.h"
#include "app/workbench/settings.h"

namespace coldstart {
namespace {

QString memoryKey(const Document& document) {
  return QStringLiteral("breakpoints/") +
         QString::fromLatin1(document.folder().toUtf8().toPercentEncoding());
}

/// Why the handler of a runtime is not held.
QString whyNot(const QString& runtime) {
  if (runtime.startsWith(QStringLiteral("python")))
    return DebugSession::tr(
        "The handler runs without the debugger: Python's debugpy is not installed here. Install "
        "Debian's package python3-debugpy.");
  if (runtime.startsWith(QStringLiteral("nodejs")))
    return DebugSession::tr(
        "The handler runs without the debugger: this machine's Node.js was built without an "
        "inspector. Debian's package nodejs has it.");
  return DebugSession::
      tr("The handler runs without the debugger: those of Python and Node.js can be held, those "
         "of %1 cannot.")
          .arg(runtime);
}

}  // namespace

DebugSession::DebugSession(Document& document, LiveDesk& desk, QObject* parent)
    : QObject(parent), m_document(document), m_desk(desk) {
  connect(&desk, &LiveDesk::debugStopped, this,
          [this](journal::EnvironmentIndex environment, const debug::Stop& stop) {
            m_environment = environment;
            m_stop = stop;
            m_frame = 0;
            endRunTo();
            emit changed();
          });
  connect(&desk, &LiveDesk::debugContinued, this, [this] {
    if (!m_stop) return;
    m_stop.reset();
    emit changed();
  });
  connect(&desk, &LiveDesk::debugFailed, this,
          [this](const QString& runtime) { emit failed(whyNot(runtime)); });
  recall();
}

void DebugSession::toggle(const QString& file, int line) {
  Lines lines = breakpoints(file);
  if (lines.remove(line) == 0) lines[line] = QString();
  setBreakpoints(file, lines);
}

void DebugSession::setCondition(const QString& file, int line, const QString& condition) {
  Lines lines = breakpoints(file);
  lines[line] = condition.trimmed();
  setBreakpoints(file, lines);
}

void DebugSession::setBreakpoints(const QString& file, const Lines& lines) {
  if (lines == breakpoints(file)) return;
  m_lines[file] = lines;
  remember();
  if (m_on) send();
  emit breakpointsChanged(file);
}

void DebugSession::runTo(const QString& file, int line) {
  m_runTo = {file, line};
  if (m_on) send();
  if (m_stop) resume();
}

void DebugSession::endRunTo() {
  if (!m_runTo) return;
  m_runTo.reset();
  if (m_on) send();
}

void DebugSession::recall() {
  // "6\thello/app.py\tn > 2"
  for (const QString& each : settings().value(memoryKey(m_document)).toStringList()) {
    const int line = each.section(u'\t', 0, 0).toInt();
    if (line > 0) m_lines[each.section(u'\t', 1, 1)][line] = each.section(u'\t', 2);
  }
}

void DebugSession::remember() const {
  QStringList all;
  for (auto file = m_lines.cbegin(); file != m_lines.cend(); ++file) {
    for (auto line = file->cbegin(); line != file->cend(); ++line)
      all << QStringLiteral("%1\t%2\t%3").arg(QString::number(line.key()), file.key(), *line);
  }
  if (all.isEmpty())
    settings().remove(memoryKey(m_document));
  else
    settings().setValue(memoryKey(m_document), all);
}

void DebugSession::setOn(bool on) {
  if (on == m_on) return;
  m_on = on;
  send();
  emit changed();
}

void DebugSession::send() {
  std::optional<live::LiveHost::Debugging> debugging;
  if (m_on) {
    debugging.emplace();
    auto all = m_lines;
    if (m_runTo) all[m_runTo->file][m_runTo->line] = QString();
    for (auto file = all.cbegin(); file != all.cend(); ++file) {
      for (auto line = file->cbegin(); line != file->cend(); ++line)
        debugging->breakpoints.push_back(
            {file.key().toStdString(), line.key(), line->toStdString()});
    }
  }
  QMetaObject::invokeMethod(&m_desk,
                            [desk = &m_desk, debugging] { desk->setDebugging(debugging); });
}

void DebugSession::chooseFrame(std::size_t frame) {
  if (!m_stop || frame >= m_stop->frames.size() || frame == m_frame) return;
  m_frame = frame;
  emit changed();
}

QString DebugSession::fileOf(const debug::Frame& frame) const {
  for (const project::Function& function : m_document.project().functions) {
    const QString file = projectFile(m_document, function, qs(frame.file));
    if (!file.isEmpty()) return file;
  }
  return {};
}

QString DebugSession::inWords() const {
  if (!m_stop) return {};
  const debug::Frame& top = m_stop->frames.front();
  const QString file = fileOf(top);
  const QString place = tr("%1, line %2").arg(file.isEmpty() ? qs(top.file) : file).arg(top.line);
  const QString number = QString::number(std::int64_t{m_environment} + 1);
  if (m_stop->why == debug::Why::Exception)
    return tr("Environment %1 is held by the debugger at %2, which raises %3. Its deadline waits.")
        .arg(number, place, qs(m_stop->text));
  if (m_stop->why == debug::Why::Condition)
    return tr("Environment %1 is held by the debugger at %2, because the condition of the "
              "breakpoint raises %3. Its deadline waits.")
        .arg(number, place, qs(m_stop->text));
  return tr("Environment %1 is held by the debugger at %2. Its deadline waits.").arg(number, place);
}

void DebugSession::command(std::function<void(debug::Debugger&)> run) {
  QMetaObject::invokeMethod(&m_desk, [desk = &m_desk, run = std::move(run)] { desk->debug(run); });
}

void DebugSession::resume() {
  command([](debug::Debugger& debugger) { debugger.resume(); });
}

void DebugSession::step(debug::Step step) {
  command([step](debug::Debugger& debugger) { debugger.step(step); });
}

void DebugSession::askLocals(Variables answer) {
  if (!m_stop) return;
  const std::string frame = m_stop->frames[m_frame].id;
  command([this, frame, answer](debug::Debugger& debugger) {
    debugger.askLocals(frame, [this, answer](const std::vector<debug::Variable>& found) {
      QMetaObject::invokeMethod(
          this, [answer, found] { answer(found); }, Qt::QueuedConnection);
    });
  });
}

void DebugSession::askInside(const std::string& reference, Variables answer) {
  command([this, reference, answer](debug::Debugger& debugger) {
    debugger.askInside(reference, [this, answer](const std::vector<debug::Variable>& found) {
      QMetaObject::invokeMethod(
          this, [answer, found] { answer(found); }, Qt::QueuedConnection);
    });
  });
}

void DebugSession::evaluate(const QString& expression,
                            std::function<void(const debug::Debugger::Evaluated&)> answer) {
  if (!m_stop) return;
  const std::string frame = m_stop->frames[m_frame].id;
  command([this, frame, text = expression.toStdString(), answer](debug::Debugger& debugger) {
    debugger.evaluate(frame, text, [this, answer](const debug::Debugger::Evaluated& result) {
      QMetaObject::invokeMethod(
          this, [answer, result] { answer(result); }, Qt::QueuedConnection);
    });
  });
}

}  // namespace coldstart
