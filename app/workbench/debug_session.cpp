// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/debug_session.h"

#include <algorithm>
#include <utility>

#include "app/workbench/code_links.h"
#include "app/workbench/document.h"
#include "app/workbench/live_desk.h"
#include "app/workbench/say.h"

namespace coldstart {

DebugSession::DebugSession(Document& document, LiveDesk& desk, QObject* parent)
    : QObject(parent), m_document(document), m_desk(desk) {
  connect(&desk, &LiveDesk::debugStopped, this,
          [this](journal::EnvironmentIndex environment, const debug::Stop& stop) {
            m_environment = environment;
            m_stop = stop;
            m_frame = 0;
            emit changed();
          });
  connect(&desk, &LiveDesk::debugContinued, this, [this] {
    if (!m_stop) return;
    m_stop.reset();
    emit changed();
  });
  connect(&desk, &LiveDesk::debugFailed, this, [this] {
    emit failed(
        tr("The handler runs without the debugger: Python's debugpy is not installed here. Install "
           "Debian's package python3-debugpy."));
  });
}

void DebugSession::toggle(const QString& file, int line) {
  QList<int> lines = m_lines.value(file);
  if (!lines.removeOne(line)) lines << line;
  setBreakpoints(file, lines);
}

void DebugSession::setBreakpoints(const QString& file, const QList<int>& lines) {
  QList<int> sorted = lines;
  std::sort(sorted.begin(), sorted.end());
  if (sorted == m_lines.value(file)) return;
  m_lines[file] = sorted;
  if (m_on) send();
  emit breakpointsChanged(file);
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
    for (auto file = m_lines.cbegin(); file != m_lines.cend(); ++file) {
      for (const int line : file.value())
        debugging->breakpoints.push_back({file.key().toStdString(), line});
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
