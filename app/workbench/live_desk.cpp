// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/live_desk.h"

#include <algorithm>

namespace coldstart {
namespace {

constexpr qint64 kShowEveryMs = 60;
/// Empty time before the first Test, so that its bar does not stick to the edge.
constexpr Duration kLead = Duration::millis(250);

}  // namespace

LiveDesk::LiveDesk() {
  m_soon.setSingleShot(true);
  connect(&m_soon, &QTimer::timeout, this, &LiveDesk::show);
  m_soon.setParent(this);  // Moves to the thread with it.
}

LiveDesk::~LiveDesk() = default;

void LiveDesk::open(const LiveOrder& order) {
  m_folder = order.folder;
  m_network = order.network;
  m_ended = journal::kNone;
  m_host = std::make_unique<live::LiveHost>(
      order.project, live::LiveHost::Settings{.folder = order.folder,
                                              .walls = live::availableWalls(order.network),
                                              .seed = order.project.seed + m_runs++,
                                              .atOnce = order.atOnce,
                                              .lead = kLead});
  m_attaching.reset();
  if (m_debugging) m_host->setDebugging(m_debugging);
  connect(m_host.get(), &live::LiveHost::stoppedAt, this, &LiveDesk::debugStopped);
  connect(m_host.get(), &live::LiveHost::released, this, &LiveDesk::debugContinued);
  connect(m_host.get(), &live::LiveHost::debuggerFailed, this, &LiveDesk::debugFailed);
  connect(m_host.get(), &live::LiveHost::heldOutside, this, &LiveDesk::heldOutside);
  connect(m_host.get(), &live::LiveHost::changed, this, &LiveDesk::touch);
  connect(m_host.get(), &live::LiveHost::changed, this, &LiveDesk::tellAttached);
  connect(m_host.get(), &live::LiveHost::attemptEnded, this,
          [this](journal::AttemptIndex attempt) { m_ended = attempt; });
}

void LiveDesk::setDebugging(const std::optional<live::LiveHost::Debugging>& debugging) {
  m_debugging = debugging;
  if (m_host) m_host->setDebugging(debugging);
}

void LiveDesk::debug(const std::function<void(debug::Debugger&)>& command) {
  if (debug::Debugger* debugger = m_host ? m_host->heldDebugger() : nullptr) command(*debugger);
}

void LiveDesk::send(quint64 command, const LiveOrder& order) {
  m_command = command;
  prepare(order);
  m_sent = order.payload;
  for (int i = 0; i < order.count; ++i) {
    live::LiveHost::Request request;
    request.function = order.function;
    request.type = order.type;
    request.payload = order.payload;
    request.answered = [this, sent = order.payload](const live::LiveAnswer& answer) {
      if (answer.attempt == journal::kNone) return;
      m_ended = answer.attempt;
      m_sent = sent;
    };
    m_host->invoke(std::move(request));
  }
}

void LiveDesk::prepare(const LiveOrder& order) {
  const bool same = m_host && m_folder == order.folder && m_network == order.network;
  if (!same || !m_host->configure(order.project)) open(order);
  m_host->setAtOnce(order.atOnce);
  m_host->setFast(order.fast);
  setAttaching(order.attaching);
}

void LiveDesk::setAttaching(std::optional<live::Attaching> attaching) {
  if (attaching == m_attaching) return;
  m_attaching = attaching;
  if (attaching) attaching->port = m_port;
  m_host->setAttaching(attaching);
  if (const live::AttachPoint* point = m_host->attachPoint()) {
    if (point->port() != 0) m_port = point->port();
    connect(point, &live::AttachPoint::changed, this, &LiveDesk::tellAttached,
            Qt::UniqueConnection);
  }
  tellAttached();
}

void LiveDesk::tellAttached() {
  AttachStanding now;
  const live::AttachPoint* const point = m_host ? m_host->attachPoint() : nullptr;
  if (point == nullptr && m_attached.addresses.isEmpty()) return;
  if (point != nullptr) {
    const std::size_t functions = m_host->run()->project.functions.size();
    for (std::size_t i = 0; i < functions; ++i) now.addresses << point->address(i);
    if (point->port() == 0) now.problem = point->error();
    for (const auto& each : point->all()) {
      using State = AttachStanding::State;
      const bool waits = each->endpoint() != nullptr && each->endpoint()->api().isWaiting();
      const bool serves = each->environment() != journal::kNone;
      const State state = serves ? (waits ? State::Idle : State::Working)
                                 : (waits ? State::Ready : State::Starting);
      now.processes.append({each->function(), each->peer().pid,
                            QString::fromStdString(each->peer().program), each->environment(),
                            state});
    }
  }
  if (now == m_attached) return;
  m_attached = now;
  emit attachChanged(now);
}

void LiveDesk::deploy(const std::string& function) {
  if (!m_host) return;
  if (const auto known = m_host->run()->project.functionNamed(function)) m_host->deploy(*known);
}

void LiveDesk::letTimePass(Duration span) {
  if (m_host) m_host->letTimePass(span);
}

void LiveDesk::stop(quint64 command) {
  m_command = command;
  if (!m_host) return;
  const auto last = m_host->snapshot();
  last->cancelled = true;
  forget(command);
  emit shown(std::make_shared<const observe::RunIndex>(last), {.command = command}, journal::kNone,
             {});
}

void LiveDesk::forget(quint64 command) {
  m_command = command;
  m_soon.stop();
  m_host.reset();
  emit debugContinued();
  tellAttached();
}

LiveStanding LiveDesk::standing() const {
  return {m_command, m_host->running(), m_host->held(), m_host->building()};
}

void LiveDesk::touch() {
  // A host that only waits for processes has nothing to show, and another run may be in view.
  const bool nothing = m_host->run()->requests == 0 && m_host->building() == 0;
  if (m_soon.isActive() || nothing) return;
  // However long the journal has grown, showing it takes no more than a fifth of the thread.
  const qint64 wait = std::max(kShowEveryMs, 4 * m_cost);
  const qint64 past = m_since.isValid() ? m_since.elapsed() : wait;
  m_soon.start(static_cast<int>(std::max<qint64>(0, wait - past)));
}

void LiveDesk::show() {
  QElapsedTimer took;
  took.start();
  const auto index = std::make_shared<const observe::RunIndex>(m_host->snapshot());
  emit shown(index, standing(), std::exchange(m_ended, journal::kNone), m_sent);
  m_cost = took.elapsed();
  m_since.start();
  if (m_host->running() > 0) touch();  // What runs grows.
}

}  // namespace coldstart
