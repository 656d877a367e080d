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
  if (m_debugging) m_host->setDebugging(m_debugging);
  connect(m_host.get(), &live::LiveHost::stoppedAt, this, &LiveDesk::debugStopped);
  connect(m_host.get(), &live::LiveHost::released, this, &LiveDesk::debugContinued);
  connect(m_host.get(), &live::LiveHost::debuggerFailed, this, &LiveDesk::debugFailed);
  connect(m_host.get(), &live::LiveHost::changed, this, &LiveDesk::touch);
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
  const bool same = m_host && m_folder == order.folder && m_network == order.network;
  if (!same || !m_host->configure(order.project)) open(order);
  m_host->setAtOnce(order.atOnce);
  m_host->setFast(order.fast);
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
}

LiveStanding LiveDesk::standing() const {
  return {m_command, m_host->running(), m_host->held()};
}

void LiveDesk::touch() {
  if (m_soon.isActive()) return;
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
