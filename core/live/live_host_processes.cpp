// SPDX-License-Identifier: GPL-3.0-or-later
// The processes of the execution environments: how they come, what they cost, and how they go.
#include <QDir>

#include "core/base/identifiers.h"
#include "core/live/departure.h"
#include "core/live/hosted_environment.h"
#include "core/observe/log_text.h"
#include "core/project/quota.h"

namespace coldstart::live {

using engine::Order;
using engine::Slot;
using journal::InitStatus;
using Source = journal::PrintedLine::Source;

namespace {

constexpr unsigned kLookEvery = 4;  // Samples of memory.

}  // namespace

void LiveHost::start(const Order& order) {
  const bool attaches = m_attachPoint && m_attachPoint->readyFor(order.function) != nullptr;
  auto made = attaches ? nullptr : takeAhead(order.function);
  const bool ahead = made != nullptr;
  if (!ahead) made = newEnvironment(order.function);
  Environment& e = *made;
  m_environments[order.slot] = std::move(made);
  e.slot = order.slot;
  e.record = m_engine->recordOfEnvironment(order.slot);
  e.logStream = QString::fromStdString(observe::logStreamName(*m_run, e.record));
  if (order.restore) {
    note(e.record, journal::kNone,
         "[Coldstart takes no snapshots in Live: init runs here, and counts as the restore.]",
         Source::Platform);
  }
  if (attach(e)) return;
  e.limit.start(static_cast<int>(m_settings.initLimit.us / 1'000));
  if (ahead) {
    begin(e);
  } else {
    launch(e);
  }
}

std::unique_ptr<LiveHost::Environment> LiveHost::newEnvironment(std::size_t function) {
  auto made = std::make_unique<Environment>();
  Environment& e = *made;
  e.function = function;
  e.tmp = m_place.filePath(QStringLiteral("environment-%1/tmp").arg(m_folders++));
  QDir().mkpath(e.tmp);
  QStringList layers;
  for (const std::string& layer : m_run->project.functions[function].layers)
    layers << QDir::cleanPath(QDir(m_settings.folder).filePath(QString::fromStdString(layer)));
  e.opt = layersTogether(layers, QFileInfo(e.tmp).path() + QStringLiteral("/opt"));
  // A debugger is reached through a socket in /tmp.
  e.space = ownSpace(m_run->project.functions[function], m_settings.walls, e.tmp, !m_debugging);
  e.limit.setSingleShot(true);
  e.limit.setTimerType(Qt::PreciseTimer);
  connect(&e.limit, &QTimer::timeout, this, [this, &e] { deadline(e); });
  return made;
}

void LiveHost::wire(Environment& e) {
  if (!e.endpoint) e.endpoint = std::make_unique<RuntimeEndpoint>();
  RuntimeEndpoint* const endpoint = e.endpoint.get();
  connect(endpoint, &RuntimeEndpoint::ready, this, [this, &e] { progressed(e); });
  connect(endpoint, &RuntimeEndpoint::done, this, [this, &e] { progressed(e); });
  connect(endpoint, &RuntimeEndpoint::extensionsSettled, this, [this, &e] { progressed(e); });
  connect(endpoint, &RuntimeEndpoint::answered, this,
          [&e](const RuntimeAnswer& answer) { e.answer = answer; });
  connect(endpoint, &RuntimeEndpoint::streamed, this, [this, &e](const std::string& piece) {
    if (e.attempt == journal::kNone) return;
    const auto waiting = m_waiting.find(m_run->journal.attempts[e.attempt].request);
    if (waiting != m_waiting.end() && waiting->second.streamed) waiting->second.streamed(piece);
  });
  connect(endpoint, &RuntimeEndpoint::initFailed, this,
          [&e](const RuntimeAnswer& answer) { e.initAnswer = answer; });
  connect(endpoint, &RuntimeEndpoint::extensionFailed, this,
          [this, &e](const std::string& name, const std::string& errorType) {
            extensionFailed(e, name, errorType);
          });
  connect(endpoint, &RuntimeEndpoint::subscribed, this,
          [this, &e](const Extension& extension, bool again) {
            noteSubscription(e, extension, again);
          });
}

LaunchPlace LiveHost::placeOf(const Environment& e) const {
  const auto code = m_unbuilt->artifacts.folderOf(m_run->project.functions[e.function]);
  return {.code = code ? *code : QString(),
          .tmp = e.tmp,
          .opt = e.opt,
          .runtime = m_place.filePath(QStringLiteral("runtime")),
          .address = e.endpoint->address(),
          .logStream = e.logStream,
          .walls = m_settings.walls,
          .space = e.space,
          .listensInside = e.endpoint->listensInside()};
}

project::Function LiveHost::functionOf(const Environment& e) const {
  project::Function function = m_run->project.functions[e.function];
  function.memory =
      m_engine->memory(static_cast<std::uint16_t>(e.function));  // It may have changed.
  return function;
}

std::unique_ptr<EnvironmentProcess> LiveHost::newProcess(Environment& e, Source source) {
  auto process = std::make_unique<EnvironmentProcess>();
  connect(process.get(), &EnvironmentProcess::printed, this,
          [this, &e, source](const std::string& text) { note(e.record, e.attempt, text, source); });
  return process;
}

void LiveHost::note(journal::EnvironmentIndex environment, journal::AttemptIndex attempt,
                    const std::string& text, Source source) {
  if (environment == journal::kNone) return;  // Nobody's yet: it was started ahead.
  auto& printed = m_run->live->printed;
  printed.push_back({now(), environment, attempt, text, source});
  emit printedLine(printed.back());
  emit changed();
}

/// Starts the environment's processes, extensions first; its folder for /tmp stays what it was.
void LiveHost::launch(Environment& e) {
  if (!m_unbuilt->artifacts.make(functionOf(e))) {
    e.limit.stop();  // What is built now is deployed then.
    m_unbuilt->environments.emplace_back(e.slot, e.record);
    return;
  }
  if (tryLaunch(e)) return;
  QMetaObject::invokeMethod(
      this,
      [this, slot = e.slot] {
        if (m_environments.contains(slot)) launchFailed(*m_environments[slot]);
      },
      Qt::QueuedConnection);
}

void LiveHost::launchFailed(Environment& e) {
  if (e.state == Environment::State::Init) {
    initEnded(e, InitStatus::Failed);
  } else {
    processEnded(e, 1, 0);
  }
}

bool LiveHost::tryLaunch(Environment& e) {
  if (!e.endpoint) wire(e);
  const project::Function function = functionOf(e);
  const QStringList names = extensionsIn(e.opt);
  std::vector<std::string> externals;
  for (const QString& name : names) externals.push_back(name.toStdString());
  e.endpoint->restart(extensionsOf(e, std::move(externals)));
  e.answer.reset();
  e.outOfMemory = false;
  e.peak = {};
  e.telemetry.forget();
  e.extensions.clear();
  e.process.reset();
  if (e.space) e.space->waitForRoom();
  e.process = newProcess(e, Source::Function);
  if (m_unpackError) {
    e.launchError = m_unpackError->english();
    return false;
  }
  for (const std::string& line : m_unbuilt->artifacts.takePrinted(function.id))
    note(e.record, e.attempt, line, journal::PrintedLine::Source::Platform);
  if (const auto code = m_unbuilt->artifacts.folderOf(function); !code) {
    e.launchError = code.error().english();
    return false;
  }
  for (const QString& name : names) {
    auto process = newProcess(e, Source::Extension);
    process->setObjectName(name);
    connect(process.get(), &EnvironmentProcess::ended, this,
            [this, &e](int status, int signal) { extensionEnded(e, status, signal); });
    if (!process->start(extensionPlan(m_run->project, function, placeOf(e), name))) {
      e.launchError = process->error().toStdString();
      return false;
    }
    e.endpoint->listenInside(process->takeListener());
    e.extensions.push_back(std::move(process));
  }
  if (names.isEmpty()) startRuntime(e);
  return e.launchError.empty();
}

ExtensionsApi LiveHost::extensionsOf(const Environment& e,
                                     std::vector<std::string> externals) const {
  const project::Function& function = m_run->project.functions[e.function];
  return ExtensionsApi({function.name, observe::versionText(m_run->journal.environments[e.record]),
                        function.handler, m_run->project.accountId},
                       std::move(externals), mix(m_run->seed, e.record));
}

/// With extensions: once all of them have registered. (runtimes-extensions-api)
void LiveHost::startRuntime(Environment& e) {
  connect(e.process.get(), &EnvironmentProcess::ended, this,
          [this, &e](int status, int signal) { processEnded(e, status, signal); });
  auto plan = launchPlan(m_run->project, functionOf(e), placeOf(e));
  if (plan) prepareDebugger(e, *plan);
  if (!plan) {
    e.launchError = plan.error().english();
  } else if (!e.process->start(*plan)) {
    e.launchError = e.process->error().toStdString();
  } else {
    e.endpoint->listenInside(e.process->takeListener());
  }
  if (!e.launchError.empty() && !e.extensions.empty()) launchFailed(e);
}

/// An external extension that ends takes the environment with it. (runtimes-extensions-api)
void LiveHost::extensionEnded(Environment& e, int status, int signal) {
  if (e.state == Environment::State::Idle) return;  // The next invocation starts all anew.
  if (e.extensionError.empty()) e.extensionError = "Extension.Crash";
  e.eachProcess([this](EnvironmentProcess& process) {
    disconnect(&process, &EnvironmentProcess::ended, this, nullptr);
    process.kill();
  });
  processEnded(e, status, signal);
}

void LiveHost::extensionFailed(Environment& e, const std::string& name,
                               const std::string& errorType) {
  e.extensionError = errorType;
  const QString wanted = QString::fromStdString(name);
  for (const auto& extension : e.extensions) {
    if (extension->objectName() == wanted) extension->kill();
  }
  if (name.empty() && e.process) e.process->kill();  // It is a part of the runtime.
}

/// Between invocations nothing of the environment runs. (lambda-runtime-environment)
void LiveHost::rest(Environment& e) {
  e.rested = now();
  e.eachProcess([](EnvironmentProcess& process) { process.freeze(); });
}

void LiveHost::stop(Slot slot) {
  const auto found = m_environments.find(slot);
  if (found == m_environments.end()) return;
  // It may be on the stack below us: gone from the table at once, deleted when all has returned.
  std::shared_ptr<Environment> gone = std::move(found->second);
  m_environments.erase(found);
  startClock(*gone);  // If it was held.
  gone->limit.stop();
  const QString folder = QFileInfo(gone->tmp).path();
  leave(*gone, "spindown", folder);
  if (gone->attached && m_attachPoint) m_attachPoint->release(gone->attached);
  if (gone->endpoint) disconnect(gone->endpoint.get(), nullptr, this, nullptr);
  QTimer::singleShot(0, this, [gone, folder] {
    if (gone->endpoint) QDir(folder).removeRecursively();  // Else its departure does.
  });
}

/// Ends all processes: at once where no extension has registered, else in a shutdown phase, at
/// whose end `folder` is removed.
void LiveHost::leave(Environment& e, const char* reason, const QString& folder) {
  e.eachProcess(
      [this](EnvironmentProcess& process) { disconnect(&process, nullptr, this, nullptr); });
  if (!e.endpoint) return;
  if (e.endpoint->extensions().all().empty()) {
    e.eachProcess([](EnvironmentProcess& process) { process.kill(); });
    return;
  }
  disconnect(e.endpoint.get(), nullptr, this, nullptr);
  e.eachProcess([this, &e, record = e.record](EnvironmentProcess& process) {
    const Source source = &process == e.process.get() ? Source::Function : Source::Extension;
    connect(&process, &EnvironmentProcess::printed, this,
            [this, record, source](const std::string& text) {
              note(record, journal::kNone, text, source);
            });
  });
  e.telemetry.flush(formatIso8601Millis(m_run->wall(now())));
  const auto limitMs = static_cast<int>(m_settings.shutdownLimit.us / 1'000);
  const int parts = e.extensions.empty() ? 4 : 1;
  new Departure({std::move(e.endpoint), std::move(e.process), std::move(e.extensions), reason,
                 folder, limitMs / parts},
                this);
  e.extensions.clear();
}

void LiveHost::sampleMemory() {
  bool anyRuns = false;
  // Looking for new processes takes longer than asking those that are known.
  const bool looks = m_samples++ % kLookEvery == 0;
  for (auto& [slot, e] : m_environments) {
    if (e->attached && watchAttached(*e)) anyRuns = true;
    if (e->state == Environment::State::Idle || !e->process) continue;
    anyRuns = true;
    Memory inUse;
    e->eachProcess([&inUse, looks](EnvironmentProcess& process) {
      inUse.mb += (looks ? process.measure() : process.memoryNow()).mb;
    });
    e->peak.mb = std::max(e->peak.mb, inUse.mb);
    if (inUse.mb <= m_engine->memory(static_cast<std::uint16_t>(e->function)).mb) continue;
    e->outOfMemory = true;
    e->process->kill();
  }
  if (!anyRuns) m_sampler.stop();
}

void LiveHost::beginShare(Environment& e) {
  const Memory memory = m_engine->memory(static_cast<std::uint16_t>(e.function));
  if (memory.mb >= project::kOneVcpuMemoryMb || !e.process) return;
  if (e.debug) return;  // Nobody waits for a debugger.
  e.handed = now();
  e.usedAtHanded = {};
  e.eachProcess([&e](EnvironmentProcess& process) { e.usedAtHanded += process.processorTime(); });
  if (!m_sharer.isActive()) m_sharer.start();
}

/// A processor's share follows memory, 1 769 MB for a whole one. (configuration-memory) Lambda's
/// scheduler gives it in slices; here whoever has used up its share is stopped until it has earned
/// more, which comes to the same over some tens of milliseconds.
void LiveHost::shareProcessor() {
  constexpr Duration kAhead = Duration::millis(20);  // What may be used before it is earned.
  bool anyRuns = false;
  for (auto& [slot, e] : m_environments) {
    const Memory memory = m_engine->memory(static_cast<std::uint16_t>(e->function));
    const bool whole = memory.mb >= project::kOneVcpuMemoryMb || e->debug;
    if (e->state != Environment::State::Running || whole) continue;
    anyRuns = true;
    const Duration earned{((now() - e->handed) + kAhead).us * memory.mb /
                          project::kOneVcpuMemoryMb};
    Duration used{-e->usedAtHanded.us};
    e->eachProcess([&used](EnvironmentProcess& process) { used += process.processorTime(); });
    e->eachProcess([isOver = used > earned](EnvironmentProcess& process) {
      if (isOver) {
        process.hold();
      } else {
        process.goOn();
      }
    });
  }
  if (!anyRuns) m_sharer.stop();
}

}  // namespace coldstart::live
