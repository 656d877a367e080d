// SPDX-License-Identifier: GPL-3.0-or-later
// Stepping through handlers in a host: while a debugger holds an environment the clock stands
// still, so that no deadline passes and nothing grows idle; whatever else runs is frozen meanwhile.
#include <QDir>
#include <algorithm>
#include <utility>

#include "core/live/hosted_environment.h"
#include "core/live/live_host.h"

namespace coldstart::live {

using debug::Breakpoint;

void LiveHost::setDebugging(std::optional<Debugging> debugging) {
  const bool changes = m_debugging.has_value() != debugging.has_value();
  m_debugging = std::move(debugging);
  if (changes) {  // A process is started for the debugger or without it.
    for (std::size_t i = 0; i < m_run->project.functions.size(); ++i) deploy(i);
    return;
  }
  if (!m_debugging) return;
  for (auto& [slot, e] : m_environments) {
    if (e->debug) e->debug->debugger().setBreakpoints(breakpointsIn(*e));
  }
}

debug::Debugger* LiveHost::heldDebugger() {
  const Environment* const held = heldEnvironment();
  return held != nullptr ? &held->debug->debugger() : nullptr;
}

/// The last one that stopped, of those that are still held.
const LiveHost::Environment* LiveHost::heldEnvironment() const {
  for (auto slot = m_holders.rbegin(); slot != m_holders.rend(); ++slot) {
    const auto found = m_environments.find(*slot);
    if (found != m_environments.end() && found->second->stop) return found->second.get();
  }
  return nullptr;
}

/// The function's own, where its process sees them.
std::vector<Breakpoint> LiveHost::breakpointsIn(const Environment& e) const {
  const project::Function& function = m_run->project.functions[e.function];
  const QDir folder(m_settings.folder);
  const QString code = QDir::cleanPath(folder.filePath(QString::fromStdString(function.codeUri)));
  const QString task = isSandbox(m_settings.walls) ? QStringLiteral("/var/task") : code;
  std::vector<Breakpoint> own;
  for (const Breakpoint& each : m_debugging->breakpoints) {
    const QString file =
        QDir(code).relativeFilePath(folder.filePath(QString::fromStdString(each.file)));
    if (!file.startsWith(QStringLiteral("../")))
      own.push_back({(task + u'/' + file).toStdString(), each.line, each.condition});
  }
  return own;
}

void LiveHost::prepareDebugger(Environment& e, ProcessPlan& plan) {
  e.debug.reset();
  e.isHeldBack = false;
  const std::string& name = m_run->project.functions[e.function].runtime;
  const bool isPython = name.starts_with("python");
  if (!m_debugging) return;
  if (!isPython && !name.starts_with("nodejs")) {
    emit debuggerFailed(QString::fromStdString(name));
    return;
  }
  const bool walled = isSandbox(m_settings.walls);
  const QString runtime =
      walled ? QStringLiteral("/var/runtime") : m_place.filePath(QStringLiteral("runtime"));
  // A file, because the process may have no network.
  const QString socket = QStringLiteral("/.coldstart-debugger");
  e.debug =
      std::make_unique<DebugLink>(e.tmp + socket, runtime.toStdString(), breakpointsIn(e),
                                  isPython ? debug::makePythonDebugger : debug::makeNodeDebugger);
  plan.environment << QStringLiteral("COLDSTART_DEBUGGER=") +
                          (walled ? QStringLiteral("/tmp") : e.tmp) + socket;
  if (isPython) {
    plan.environment << QStringLiteral("PYDEVD_DISABLE_FILE_VALIDATION=1");
    plan.arguments.insert(plan.arguments.indexOf(QStringLiteral("-u")),
                          QStringLiteral("-Xfrozen_modules=off"));
  }
  followDebugger(e);
  stopClock(e);  // Until it is attached: the handler's init does not pay for that.
}

void LiveHost::followDebugger(Environment& e) {
  const DebugLink* const link = e.debug.get();
  connect(link, &DebugLink::attached, this, [this, &e] { startClock(e); });
  connect(link, &DebugLink::continued, this, [this, &e] { startClock(e); });
  connect(link, &DebugLink::stopped, this, [this, &e](const debug::Stop& stop) {
    e.stop = stop;
    stopClock(e);
    emit stoppedAt(e.record, stop);
  });
  connect(link, &DebugLink::failed, this, [this, &e] {
    startClock(e);
    emit debuggerFailed(QString::fromStdString(m_run->project.functions[e.function].runtime));
  });
  connect(link, &DebugLink::settled, this, [this, &e] {
    if (!std::exchange(e.isHeldBack, false)) return;
    startClock(e);
    hand(e);
  });
}

/// An invocation is not handed out before the process knows where to stop: breakpoints that were
/// set while it was frozen reach it only now.
bool LiveHost::holdsBack(Environment& e) {
  e.isHeldBack = e.debug && !e.debug->debugger().isSettled();
  if (e.isHeldBack) stopClock(e);
  return e.isHeldBack;
}

void LiveHost::stopClock(Environment& e) {
  if (std::ranges::find(m_holders, e.slot) != m_holders.end()) return;
  m_holders.push_back(e.slot);
  if (m_stoppedAt >= 0) {  // For another one, which froze this one.
    e.stopLimit();
    e.eachProcess([](EnvironmentProcess& process) { process.thaw(); });
    return;
  }
  now();
  m_stoppedAt = m_clock.nsecsElapsed();
  m_timer.stop();
  e.stopLimit();
  for (auto& [slot, each] : m_environments) waitForHolders(*each);
}

/// Whatever runs, and whatever begins to run, while another one is held.
void LiveHost::waitForHolders(Environment& e) {
  if (m_stoppedAt < 0 || std::ranges::find(m_holders, e.slot) != m_holders.end()) return;
  e.stopLimit();
  if (e.state != Environment::State::Idle)
    e.eachProcess([](EnvironmentProcess& process) { process.freeze(); });
}

/// Once nobody is held any more.
void LiveHost::startClock(Environment& e) {
  const bool isShown = std::exchange(e.stop, std::nullopt).has_value();
  if (std::erase(m_holders, e.slot) == 0) return;
  if (!m_holders.empty()) {
    waitForHolders(e);
    const Environment* const other = heldEnvironment();
    if (isShown && other != nullptr) emit stoppedAt(other->record, *other->stop);
    return;
  }
  m_passed = m_passed - Duration{(m_clock.nsecsElapsed() - m_stoppedAt) / 1'000};
  m_stoppedAt = -1;
  for (auto& [slot, each] : m_environments) {
    if (each->left >= 0) each->limit.start(std::exchange(each->left, -1));
    if (slot != e.slot && each->state != Environment::State::Idle)
      each->eachProcess([](EnvironmentProcess& process) { process.thaw(); });
  }
  setTimer();
  emit released();
  emit changed();
  QMetaObject::invokeMethod(this, &LiveHost::letInHeld, Qt::QueuedConnection);
}

}  // namespace coldstart::live
