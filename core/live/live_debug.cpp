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
using engine::Slot;

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
  const auto found = m_environments.find(m_holder);
  if (m_stoppedAt < 0 || found == m_environments.end() || !found->second->debug) return nullptr;
  return &found->second->debug->debugger();
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
      own.push_back({(task + u'/' + file).toStdString(), each.line});
  }
  return own;
}

void LiveHost::prepareDebugger(Environment& e, ProcessPlan& plan) {
  e.debug.reset();
  const project::Function& function = m_run->project.functions[e.function];
  if (!m_debugging || !function.runtime.starts_with("python")) return;
  const bool walled = isSandbox(m_settings.walls);
  const QString runtime =
      walled ? QStringLiteral("/var/runtime") : m_place.filePath(QStringLiteral("runtime"));
  // A file, because the process may have no network.
  const QString socket = QStringLiteral("/.coldstart-debugger");
  e.debug = std::make_unique<DebugLink>(e.tmp + socket, runtime.toStdString(), breakpointsIn(e));
  plan.environment << QStringLiteral("COLDSTART_DEBUGGER=") +
                          (walled ? QStringLiteral("/tmp") : e.tmp) + socket
                   << QStringLiteral("PYDEVD_DISABLE_FILE_VALIDATION=1");
  plan.arguments.insert(plan.arguments.indexOf(QStringLiteral("-u")),
                        QStringLiteral("-Xfrozen_modules=off"));
  connect(e.debug.get(), &DebugLink::attached, this, &LiveHost::startClock);
  connect(e.debug.get(), &DebugLink::continued, this, &LiveHost::startClock);
  connect(e.debug.get(), &DebugLink::stopped, this, [this, &e](const debug::Stop& stop) {
    stopClock(e);
    emit stoppedAt(e.record, stop);
  });
  connect(e.debug.get(), &DebugLink::failed, this, [this](const QString& why) {
    startClock();
    emit debuggerFailed(why);
  });
  stopClock(e);  // Until it is attached: the handler's init does not pay for that.
}

void LiveHost::stopClock(Environment& e) {
  if (m_stoppedAt >= 0) return;
  now();
  m_stoppedAt = m_clock.nsecsElapsed();
  m_holder = e.slot;
  m_timer.stop();
  for (auto& [slot, each] : m_environments) {
    each->left = each->limit.isActive() ? each->limit.remainingTime() : -1;
    each->limit.stop();
    const bool runs = each->state != Environment::State::Idle;
    if (slot != e.slot && runs)
      each->eachProcess([](EnvironmentProcess& process) { process.freeze(); });
  }
}

void LiveHost::startClock() {
  if (m_stoppedAt < 0) return;
  m_passed = m_passed - Duration{(m_clock.nsecsElapsed() - m_stoppedAt) / 1'000};
  m_stoppedAt = -1;
  const Slot holder = std::exchange(m_holder, engine::kNoSlot);
  for (auto& [slot, each] : m_environments) {
    if (each->left >= 0) each->limit.start(std::exchange(each->left, -1));
    const bool runs = each->state != Environment::State::Idle;
    if (slot != holder && runs)
      each->eachProcess([](EnvironmentProcess& process) { process.thaw(); });
  }
  setTimer();
  emit released();
  emit changed();
  QMetaObject::invokeMethod(this, &LiveHost::letInHeld, Qt::QueuedConnection);
}

}  // namespace coldstart::live
