// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/live_host.h"

#include <QDateTime>
#include <QDir>
#include <algorithm>

#include "core/base/identifiers.h"
#include "core/live/hosted_environment.h"
#include "core/live/log_tail.h"
#include "core/live/trace_header.h"
#include "core/observe/log_text.h"

namespace coldstart::live {

using engine::Order;
using engine::Slot;
using journal::Ending;
using journal::InitStatus;

namespace {

constexpr int kMemorySampleMs = 25;
constexpr int kShareMs = 5;

WallTime wallNow() {
  return {QDateTime::currentMSecsSinceEpoch() * 1'000};
}

std::string jsonText(std::string_view text) {
  std::string out;
  observe::appendJsonText(out, text);
  return out;
}

/// The error that Lambda reports in place of a runtime that is gone. (facts 2.6)
LiveAnswer sandboxError(const std::string& type, const std::string& message) {
  return {200, "Unhandled",
          "{\"errorType\":" + jsonText(type) + ",\"errorMessage\":" + jsonText(message) + "}",
          journal::kNone};
}

LiveAnswer exitError(const std::string& requestId, int status, int signal) {
  std::string how = "without providing a reason";
  if (signal != 0) how = signal == 9 ? "with error: signal: killed" : "with error: signal: aborted";
  if (signal == 0 && status != 0) how = "with error: exit status " + std::to_string(status);
  return sandboxError("Runtime.ExitError",
                      "RequestId: " + requestId + " Error: Runtime exited " + how);
}

}  // namespace

LiveHost::LiveHost(const project::Project& project, Settings settings, QObject* parent)
    : QObject(parent),
      m_settings(std::move(settings)),
      m_run(std::make_shared<journal::Run>()),
      m_passed(m_settings.lead) {
  qRegisterMetaType<journal::AttemptIndex>("coldstart::journal::AttemptIndex");
  m_run->project = m_configured = project;
  // A process of ours takes one request at a time.
  for (project::Function& f : m_run->project.functions) f.requestsPerEnvironment = 1;
  if (!m_settings.wallClock) m_settings.wallClock = wallNow;
  m_run->project.startsAt = {m_settings.wallClock().us - m_settings.lead.us};
  m_run->seed = m_settings.seed;
  m_run->journal = journal::Journal(m_settings.attemptCapacity);
  m_run->live.emplace();
  for (std::size_t i = 0; i < project.functions.size(); ++i) {
    for (const auto type :
         {project::InvocationType::RequestResponse, project::InvocationType::Event}) {
      m_run->journal.sources.push_back({.function = static_cast<std::uint16_t>(i),
                                        .type = type,
                                        .label = project.functions[i].name,
                                        .event = {}});
    }
  }
  m_engine = std::make_unique<engine::Engine>(m_run->project, m_run->journal,
                                              engine::Settings{.seed = m_settings.seed});
  m_clock.start();
  m_timer.setSingleShot(true);
  connect(&m_timer, &QTimer::timeout, this, [this] {
    m_engine->advance(now());
    carryOut();
  });
  m_sampler.setInterval(kMemorySampleMs);
  connect(&m_sampler, &QTimer::timeout, this, &LiveHost::sampleMemory);
  m_sharer.setInterval(kShareMs);
  m_sharer.setTimerType(Qt::PreciseTimer);
  connect(&m_sharer, &QTimer::timeout, this, &LiveHost::shareProcessor);
  m_ahead = std::make_unique<Ahead>();
  m_ahead->wanted.resize(project.functions.size());
  m_ahead->filler.setSingleShot(true);
  connect(&m_ahead->filler, &QTimer::timeout, this, &LiveHost::fillAhead);
  m_unpackError = unpackRuntime(m_place.filePath(QStringLiteral("runtime")));
  if (!m_unpackError) compileBootstraps();
  watchBuilds();
}

LiveHost::~LiveHost() = default;

Instant LiveHost::now() {
  if (m_stoppedAt >= 0) return m_last;
  m_last = std::max(m_last, Instant{m_clock.nsecsElapsed() / 1'000} + m_passed);
  return m_last;
}

std::shared_ptr<const journal::Run> LiveHost::run() {
  m_run->end = now();
  m_run->requests = m_engine->requests();
  m_run->attempts = m_engine->attempts();
  return m_run;
}

qint64 LiveHost::processOf(journal::EnvironmentIndex environment) const {
  for (const auto& [slot, e] : m_environments) {
    if (e->record == environment && e->process) return e->process->pid();
  }
  return 0;
}

std::string LiveHost::requestId(journal::AttemptIndex attempt) const {
  return requestUuid(m_run->seed, m_run->journal.attempts[attempt].request);
}

void LiveHost::invoke(Request request) {
  if (isBuilt(request.function))
    takeIn(std::move(request));
  else
    m_unbuilt->requests.push_back(std::move(request));
  emit changed();
}

void LiveHost::takeIn(Request request) {
  if (running() >= m_settings.atOnce || m_stoppedAt >= 0)
    m_held.push_back(std::move(request));
  else
    letIn(std::move(request));
}

void LiveHost::letInHeld() {
  while (!m_held.empty() && running() < m_settings.atOnce && m_stoppedAt < 0) {
    Request next = std::move(m_held.front());
    m_held.pop_front();
    letIn(std::move(next));
  }
  emit changed();
}

void LiveHost::letIn(Request request) {
  const bool isEvent = request.type == project::InvocationType::Event;
  const auto number = static_cast<std::uint32_t>(m_engine->requests());
  const std::size_t function = request.function;
  const auto accepted = isEvent ? std::exchange(request.answered, nullptr) : nullptr;
  m_waiting[number] = std::move(request);
  if (accepted) accepted({202, "", "", journal::kNone});
  const Instant t = now();
  m_engine->advance(t);
  carryOut();
  const auto source = static_cast<std::uint16_t>(function * 2 + (isEvent ? 1 : 0));
  const Order order = m_engine->arrive(t, source);
  if (order.kind == Order::Kind::None) {
    const auto last = static_cast<journal::AttemptIndex>(m_run->journal.attempts.size() - 1);
    const auto reason = observe::throttleReason(m_run->journal.attempts[last].decision);
    settle(last,
           {429, "",
            "{\"Reason\":" + jsonText(reason) + R"(,"Type":"User","message":"Rate Exceeded."})",
            last});
  }
  follow(order);
  carryOut();
}

void LiveHost::carryOut() {
  for (std::size_t i = 0; i < m_engine->orders().size(); ++i) follow(m_engine->orders()[i]);
  m_engine->orders().clear();
  setTimer();
}

void LiveHost::setTimer() {
  const Instant next = m_engine->nextTimer();
  if (next == kNever) {
    m_timer.stop();
    return;
  }
  const std::int64_t wait = (next - now()).us / 1'000 + 1;
  m_timer.start(static_cast<int>(std::clamp<std::int64_t>(wait, 0, 86'400'000)));
}

void LiveHost::follow(const Order& order) {
  switch (order.kind) {
    case Order::Kind::None:
    case Order::Kind::Wait:  // Only where environments take several requests.
      break;
    case Order::Kind::Place:  // Only where a process is waited for.
      m_lacking.emplace_back(order.slot, order.function);
      serveLacking(order.function);
      break;
    case Order::Kind::Start:
      start(order);
      break;
    case Order::Kind::Run:
      run(order);
      break;
    case Order::Kind::Stop:
      stop(order.slot);
      break;
  }
}

/// Init is over when the runtime and every extension wait, and so is an invocation.
/// (lambda-runtime-environment)
void LiveHost::progressed(Environment& e) {
  using State = Environment::State;
  if (e.extensions.empty() || e.process->isRunning()) {
    if (!e.waits()) return;
  } else {
    if (e.endpoint->extensions().allRegistered()) startRuntime(e);
    return;
  }
  if (e.state == State::Init || e.state == State::InitAgain) {
    e.eachProcess([](EnvironmentProcess& process) { process.drainOutput(); });
    e.endpoint->extensions().close();
    noteExtensions(e);
  }
  if (e.state == State::Init) {
    initEnded(e, InitStatus::Succeeded);
  } else if (e.state == State::InitAgain) {
    hand(e);
  } else if (e.state == State::Running) {
    const bool failed = e.answer && e.answer->failed;
    finish(e, failed ? Ending::HandlerError : Ending::Succeeded,
           {200, failed ? "Unhandled" : "", e.answer ? e.answer->payload : "", e.attempt});
  }
}

void LiveHost::initEnded(Environment& e, InitStatus status) {
  e.limit.stop();
  e.state = Environment::State::Idle;
  const Order order = m_engine->initEnded(e.slot, now(), status);
  if (order.kind == Order::Kind::None) rest(e);
  follow(order);
  carryOut();
  emit changed();
}

void LiveHost::run(const Order& order) {
  Environment& e = *m_environments[order.slot];
  e.attempt = m_engine->attemptOf(order.slot);
  e.began = now();
  e.answer.reset();
  startDeadline(e);
  if (!m_sampler.isActive()) m_sampler.start();
  e.eachProcess([](EnvironmentProcess& process) { process.thaw(); });
  e.telemetry.flush(formatIso8601Millis(m_run->wall(now())));
  // Whoever was killed while it was frozen must start again too. One that answered just now is not
  // asked: that would lengthen every invocation of an environment that is busy.
  const bool restedLong = e.began - e.rested >= Duration::millis(EnvironmentProcess::kRestMs);
  if (order.suppressedInit || !e.waits() || (restedLong && !e.isRunning())) {
    if (e.attached) return againAttached(e);
    e.state = Environment::State::InitAgain;
    e.initAnswer.reset();
    launch(e);
    return;
  }
  hand(e);
}

void LiveHost::hand(Environment& e) {
  if (holdsBack(e)) return;
  e.state = Environment::State::Running;
  const journal::Attempt& attempt = m_run->journal.attempts[e.attempt];
  const Request& waiting = m_waiting[attempt.request];
  RuntimeInvocation invocation;
  invocation.requestId = requestId(e.attempt);
  invocation.functionArn = observe::functionArn(m_run->project, e.function);
  invocation.clientContext = waiting.clientContext;
  invocation.tenantId = waiting.tenant;
  invocation.traceId = continuedTrace(
      waiting.trace,
      traceHeader(m_run->seed, attempt.request, m_run->wall(attempt.arrived).us / 1'000'000));
  const Duration timeout = m_engine->timeout(static_cast<std::uint16_t>(e.function));
  // On the handler's clock: the host's may have been moved on, or have stood still.
  invocation.deadlineMs = (m_settings.wallClock().us + timeout.us - (now() - e.began).us) / 1'000;
  invocation.payload = waiting.payload;
  e.eachProcess([](EnvironmentProcess& process) { process.beginOutput(); });
  beginShare(e);
  e.endpoint->offer(invocation);
  waitForHolders(e);
}

void LiveHost::processEnded(Environment& e, int status, int signal) {
  using State = Environment::State;
  startClock(e);  // If it was held.
  if (e.state == State::Init) {
    e.eachProcess([](EnvironmentProcess& process) { process.kill(); });
    initEnded(e, InitStatus::Failed);
    return;
  }
  if (e.state == State::Idle) return;  // The next invocation will start it again.
  const std::string id = requestId(e.attempt);
  LiveAnswer answer = exitError(id, status, signal);
  if (!e.extensionError.empty()) {
    answer = sandboxError(e.extensionError,
                          "RequestId: " + id + " Error: exit status " + std::to_string(status));
  }
  if (!e.launchError.empty()) answer = sandboxError("Runtime.InvalidEntrypoint", e.launchError);
  e.launchError.clear();
  e.extensionError.clear();
  if (e.outOfMemory) {
    finish(e, Ending::OutOfMemory,
           sandboxError("Runtime.OutOfMemory",
                        "RequestId: " + id + " Error: Runtime exited with error: signal: killed"));
  } else if (e.state == State::InitAgain) {
    if (e.initAnswer) answer = {200, "Unhandled", e.initAnswer->payload, e.attempt};
    finish(e, Ending::InitFailed, std::move(answer));
  } else {
    if (e.answer) answer = {200, e.answer->failed ? "Unhandled" : "", e.answer->payload, e.attempt};
    finish(e, Ending::Crashed, std::move(answer));
  }
}

void LiveHost::deadline(Environment& e) {
  if (e.state == Environment::State::Idle) return;
  const bool isInit = e.state == Environment::State::Init;
  e.eachProcess([this](EnvironmentProcess& process) {
    disconnect(&process, &EnvironmentProcess::ended, this, nullptr);
    process.drainOutput();
  });
  if (isInit) {
    e.eachProcess([](EnvironmentProcess& process) { process.kill(); });
    initEnded(e, InitStatus::TimedOut);
    return;
  }
  if (e.attached) m_engine->lose(e.slot, now());  // It cannot be started again.
  std::string seconds;
  observe::appendMillis(seconds,
                        m_engine->timeout(static_cast<std::uint16_t>(e.function)).us / 1'000);
  LiveAnswer answer =
      sandboxError("Sandbox.Timedout", "RequestId: " + requestId(e.attempt) +
                                           " Error: Task timed out after " + seconds + " seconds");
  if (e.answer) answer = {200, e.answer->failed ? "Unhandled" : "", e.answer->payload, e.attempt};
  finish(e, Ending::TimedOut, std::move(answer));
}

void LiveHost::finish(Environment& e, Ending ending, LiveAnswer answer) {
  startClock(e);  // An answer may overtake the debugger's word that it goes on.
  e.limit.stop();
  Memory inUse;
  e.eachProcess([&inUse](EnvironmentProcess& process) {
    process.drainOutput();
    inUse.mb += process.memoryNow().mb;
  });
  e.peak.mb = std::max(e.peak.mb, inUse.mb);
  const Memory limit = m_engine->memory(static_cast<std::uint16_t>(e.function));
  const Memory peak = ending == Ending::OutOfMemory ? limit : e.peak;
  auto& record = m_run->journal.environments[e.record];
  const auto used = static_cast<std::uint16_t>(std::min(peak.mb, limit.mb));
  if (used > record.maxMemoryUsedMb) m_engine->noteMaxMemoryUsed(e.slot, used);
  // A time-out strikes at its moment, however late the timer was.
  Instant t = now();
  if (ending == Ending::TimedOut) {
    t = m_run->journal.attempts[e.attempt].began() +
        m_engine->timeout(static_cast<std::uint16_t>(e.function));
  }
  const journal::AttemptIndex attempt = e.attempt;
  const Slot slot = e.slot;
  e.attempt = journal::kNone;
  e.state = Environment::State::Idle;
  if (journal::resets(ending)) leave(e, ending == Ending::TimedOut ? "timeout" : "failure", {});
  m_engine->invocationEnded(slot, t, ending);
  if (!e.telemetry.isEmpty()) e.telemetry.add(telemetryOf(*m_run, attempt));
  answer.attempt = attempt;
  carryOut();
  if (m_environments.contains(slot) && m_environments[slot]->state == Environment::State::Idle) {
    rest(*m_environments[slot]);
  }
  emit attemptEnded(attempt);
  settle(attempt, answer);
  // Not here: what is on the stack below is not done with this environment.
  if (m_held.empty())
    emit changed();
  else
    QMetaObject::invokeMethod(this, &LiveHost::letInHeld, Qt::QueuedConnection);
}

void LiveHost::settle(journal::AttemptIndex attempt, const LiveAnswer& answer) {
  const journal::Attempt& a = m_run->journal.attempts[attempt];
  if (a.retried) return;  // The event comes again.
  const auto found = m_waiting.find(a.request);
  if (found == m_waiting.end()) return;
  const auto answered = std::move(found->second.answered);
  m_waiting.erase(found);
  if (answered) {
    m_run->live->answers.push_back({attempt, answer.status, answer.functionError,
                                    std::make_shared<const std::string>(answer.payload)});
  }
  if (answered) answered(answer);
}

}  // namespace coldstart::live
