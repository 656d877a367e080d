// SPDX-License-Identifier: GPL-3.0-or-later
// Fast mode: interpreters that were started ahead of the environments they will be. Each has walls,
// a /tmp and a Runtime API of its own like any other, has run none of the function's code, and
// waits to be told which environment it is. An init in fast mode is what then remains to be done.
#include <QDir>
#include <algorithm>
#include <utility>

#include "core/live/hosted_environment.h"
#include "core/live/live_host.h"
#include "core/observe/log_text.h"

namespace coldstart::live {
namespace {

constexpr std::size_t kAhead = 2;       // Of each function,
constexpr std::size_t kMostAhead = 32;  // and of all together.
constexpr int kFirstMs = 0;
constexpr int kAgainMs = 25;  // After a cold start, which shall not wait for a processor.

}  // namespace

/// Python reads its bootstrap faster once it is compiled, which its processes cannot do for
/// themselves: they may not write there.
void LiveHost::compileBootstraps() {
  QStringList pythons;
  for (const project::Function& function : m_run->project.functions) pythons << pythonFor(function);
  pythons.removeDuplicates();
  pythons.removeAll(QString());
  const QDir folder(m_place.filePath(QStringLiteral("runtime/python")));
  QStringList arguments{QStringLiteral("-ISc"),
                        QStringLiteral("import sys, py_compile\n"
                                       "for file in sys.argv[1:]: py_compile.compile(file)")};
  for (const QString& file : folder.entryList(QDir::Files)) arguments << folder.filePath(file);
  for (const QString& python : pythons) {
    m_ahead->compilers.push_back(std::make_unique<QProcess>());
    m_ahead->compilers.back()->start(python, arguments);
  }
}

/// Our own bootstraps know how to wait; a custom runtime's does not, nor does what a wrapper does
/// before them. Where a process is waited for, none is started at all.
bool LiveHost::goesAhead(std::size_t function) const {
  const std::string& runtime = m_run->project.functions[function].runtime;
  if (m_run->project.functions[function].environment.contains("AWS_LAMBDA_EXEC_WRAPPER"))
    return false;
  if (function < m_attaching.waits.size() && m_attaching.waits[function]) return false;
  return m_settings.fast && !m_debugging && !m_unpackError &&
         m_unbuilt->artifacts.isMade(m_run->project.functions[function]) &&
         (runtime.starts_with("python") || runtime.starts_with("nodejs"));
}

void LiveHost::startAhead(std::size_t function) {
  if (!goesAhead(function) || m_ahead->wanted[function]) return;
  m_ahead->wanted[function] = true;
  m_ahead->filler.start(kFirstMs);
}

/// One at a time, so that requests come in between.
void LiveHost::fillAhead() {
  std::erase_if(m_ahead->ready, [](const auto& e) { return !e->process->isRunning(); });
  const std::size_t functions = m_ahead->wanted.size();
  for (std::size_t i = 0; i < kAhead * functions && m_ahead->ready.size() < kMostAhead; ++i) {
    const std::size_t f = i % functions;  // One of each before a second of any.
    const auto have =
        std::ranges::count_if(m_ahead->ready, [f](const auto& e) { return e->function == f; });
    if (!m_ahead->wanted[f] || !goesAhead(f) || std::cmp_greater(have, i / functions)) continue;
    auto made = newEnvironment(f);
    wire(*made);
    made->process = newProcess(*made, journal::PrintedLine::Source::Function);
    auto plan = launchPlan(m_run->project, functionOf(*made), placeOf(*made));
    if (plan && extensionsIn(made->opt).isEmpty()) {
      plan->environment << QStringLiteral("COLDSTART_AHEAD=1");
      if (made->process->start(*plan)) {
        made->endpoint->listenInside(made->process->takeListener());
        m_ahead->ready.push_back(std::move(made));
        m_ahead->filler.start(kFirstMs);
        return;
      }
    }
    m_ahead->wanted[f] = false;  // A true start tells what is wrong.
    QDir(QFileInfo(made->tmp).path()).removeRecursively();
  }
}

std::size_t LiveHost::ready(std::size_t function) const {
  const auto count = std::ranges::count_if(m_ahead->ready, [function](const auto& e) {
    return e->function == function && e->endpoint->waitsToBegin();
  });
  return static_cast<std::size_t>(count);
}

/// One that has got as far as it can; nothing where none has.
std::unique_ptr<LiveHost::Environment> LiveHost::takeAhead(std::size_t function) {
  startAhead(function);
  const auto ready = std::ranges::find_if(m_ahead->ready, [function](const auto& e) {
    return e->function == function && e->endpoint->waitsToBegin() && e->process->isRunning();
  });
  if (ready == m_ahead->ready.end()) return nullptr;
  auto taken = std::move(*ready);
  m_ahead->ready.erase(ready);
  m_ahead->filler.start(kAgainMs);
  return taken;
}

void LiveHost::setFast(bool fast) {
  if (std::exchange(m_settings.fast, fast) == fast || fast) return;
  for (std::size_t i = 0; i < m_ahead->wanted.size(); ++i) {
    m_ahead->wanted[i] = false;
    forgetAhead(i);
  }
}

/// What is ready was made for code or settings that are no longer the function's.
void LiveHost::forgetAhead(std::size_t function) {
  std::erase_if(m_ahead->ready, [function](const auto& e) {
    if (e->function != function) return false;
    e->process.reset();
    QDir(QFileInfo(e->tmp).path()).removeRecursively();
    return true;
  });
  if (m_ahead->wanted[function]) m_ahead->filler.start(kAgainMs);
}

void LiveHost::begin(Environment& e) {
  connect(e.process.get(), &EnvironmentProcess::ended, this,
          [this, &e](int status, int signal) { processEnded(e, status, signal); });
  m_run->live->fastStarts.push_back(e.record);
  e.endpoint->begin(extensionsOf(e, {}),
                    "AWS_LAMBDA_LOG_STREAM_NAME=" + e.logStream.toStdString() + "\n");
  e.process->measure();  // While it loads the handler; after the first invocation somebody waits.
}

}  // namespace coldstart::live
