// SPDX-License-Identifier: GPL-3.0-or-later
// Processes of the developer's own as execution environments: they are taken instead of starting
// one, nothing of ours freezes or ends them, and the environment goes when its process does.
#include <algorithm>
#include <utility>

#include "core/live/hosted_environment.h"
#include "core/live/live_host.h"

namespace coldstart::live {

using engine::Slot;
using journal::Ending;
using journal::InitStatus;

void LiveHost::setAttaching(std::optional<Attaching> attaching) {
  const bool wasOpen = m_attachPoint != nullptr;
  const Attaching before = std::exchange(m_attaching, attaching.value_or(Attaching{}));
  const std::size_t count = m_run->project.functions.size();
  m_attaching.waits.resize(count);
  if (attaching && !wasOpen) {
    std::vector<AttachPoint::Names> names;
    for (const project::Function& f : m_run->project.functions) {
      names.push_back(
          {f.id, {f.name, f.alias.empty() ? "$LATEST" : "1", f.handler, m_run->project.accountId}});
    }
    m_attachPoint = std::make_unique<AttachPoint>(std::move(names), attaching->port);
    // An invocation may be offered at once: not while the request for it is being read.
    connect(m_attachPoint.get(), &AttachPoint::ready, this, &LiveHost::attachedReady,
            Qt::QueuedConnection);
  }
  if (m_attachPoint) {
    const auto waiting = std::ranges::count(m_attaching.waits, true);
    const auto only = std::ranges::find(m_attaching.waits, true) - m_attaching.waits.begin();
    m_attachPoint->setUnnamed(count == 1     ? std::optional<std::size_t>(0)
                              : waiting == 1 ? std::optional<std::size_t>(only)
                                             : std::nullopt);
  }
  for (std::size_t i = 0; i < count; ++i) {
    const bool waited = i < before.waits.size() && before.waits[i];
    if (waited == m_attaching.waits[i]) continue;
    m_engine->findPlaces(static_cast<std::uint16_t>(i), m_attaching.waits[i]);
    if (m_attaching.waits[i]) deploy(i);  // What we started would be sent requests first.
    serveLacking(i);
  }
  if (m_attaching.deadlineWaits) {
    for (auto& [slot, e] : m_environments) {
      if (e->attached) e->limit.stop();
    }
  }
  if (!attaching && wasOpen) {
    std::vector<Slot> gone;
    for (const auto& [slot, e] : m_environments) {
      if (e->attached) gone.push_back(slot);
    }
    for (const Slot slot : gone) attachedEnded(slot);
    m_attachPoint.reset();
  }
  emit changed();
}

/// The environment is a process that waits for one, if there is any.
bool LiveHost::attach(Environment& e) {
  AttachedProcess* const process = m_attachPoint ? m_attachPoint->readyFor(e.function) : nullptr;
  if (process == nullptr) return false;
  e.attached = process;
  e.endpoint = process->become(e.record);
  e.initAnswer = process->initError();
  e.peak = residentMemory(process->peer().pid);
  // Who answers is not held any more, whenever that is looked at next.
  connect(e.endpoint.get(), &RuntimeEndpoint::answered, this, [this, &e] { startClock(e); });
  wire(e);
  auto& attached = m_run->live->attached;
  attached.insert(std::ranges::upper_bound(attached, e.record), e.record);
  connect(process, &AttachedProcess::ended, this, [this, slot = e.slot] { attachedEnded(slot); });
  const PeerProcess& peer = process->peer();
  std::string text = "[Coldstart: this environment is a process that was attached";
  if (peer.pid > 0) text += ", " + peer.program + " with the number " + std::to_string(peer.pid);
  text +=
      ". Its init was over when it came. It is not frozen between invocations, its memory is "
      "measured and not limited, and what it prints stays in its own terminal.";
  if (m_attaching.deadlineWaits) text += " The deadline ends none of its invocations.";
  note(e.record, journal::kNone, text + "]", journal::PrintedLine::Source::Platform);
  QMetaObject::invokeMethod(
      this,
      [this, slot = e.slot] {
        const auto found = m_environments.find(slot);
        if (found == m_environments.end() || !found->second->attached) return;
        Environment& each = *found->second;
        if (each.state != Environment::State::Init) return;
        if (each.initAnswer)
          initEnded(each, InitStatus::Failed);
        else
          progressed(each);
      },
      Qt::QueuedConnection);
  return true;
}

/// Gives environments that wait for a process what there is, or one of ours where they need not
/// wait any more.
void LiveHost::serveLacking(std::size_t function) {
  while (true) {
    const auto next = std::ranges::find(m_lacking, function, &std::pair<Slot, std::size_t>::second);
    if (next == m_lacking.end()) return;
    const bool waits = m_attaching.waits.size() > function && m_attaching.waits[function];
    if (waits && (!m_attachPoint || m_attachPoint->readyFor(function) == nullptr)) return;
    const Slot slot = next->first;
    m_lacking.erase(next);
    start(m_engine->placed(slot, now()));
  }
}

void LiveHost::attachedReady(std::size_t function) {
  m_engine->advance(now());
  carryOut();
  serveLacking(function);
  emit changed();
}

/// Its process has ended, or is cut off: so has the environment.
void LiveHost::attachedEnded(Slot slot) {
  const auto found = m_environments.find(slot);
  if (found == m_environments.end()) return;
  Environment& e = *found->second;
  startClock(e);  // If it was held.
  m_engine->advance(now());
  m_engine->lose(slot, now());
  carryOut();
  if (!m_environments.contains(slot)) return;  // It was idle.
  if (e.state == Environment::State::Init)
    initEnded(e, InitStatus::Failed);
  else if (e.state != Environment::State::Idle)
    processEnded(e, 0, 0);
}

/// It has to run its init once more, which only its developer can do, or asks for its next
/// invocation in a moment.
void LiveHost::againAttached(Environment& e) {
  e.state = Environment::State::InitAgain;
  if (e.attached->isAlive() && !e.initAnswer) return;
  QMetaObject::invokeMethod(
      this, [this, slot = e.slot] { attachedEnded(slot); }, Qt::QueuedConnection);
}

void LiveHost::startDeadline(Environment& e) {
  if (e.attached && m_attaching.deadlineWaits) return;
  const Duration timeout = m_engine->timeout(static_cast<std::uint16_t>(e.function));
  e.limit.start(static_cast<int>(timeout.us / 1'000));
}

/// While it works: measures it, and lets the clock wait while a debugger holds it. False: it rests.
bool LiveHost::watchAttached(Environment& e) {
  if (e.state == Environment::State::Idle) return false;
  const std::int64_t pid = e.attached->peer().pid;
  if (pid == 0) return true;
  e.peak.mb = std::max(e.peak.mb, residentMemory(pid).mb);
  const bool held = isStopped(pid);
  const bool waits = std::ranges::find(m_holders, e.slot) != m_holders.end();
  if (held && !waits) {
    stopClock(e);
    emit heldOutside(e.record);
    emit changed();
  } else if (!held) {
    startClock(e);
  }
  return true;
}

}  // namespace coldstart::live
