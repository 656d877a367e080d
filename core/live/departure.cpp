// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/departure.h"

#include <QDateTime>
#include <QDir>
#include <algorithm>

namespace coldstart::live {

Departure::Departure(Parting parting, QObject* parent)
    : QObject(parent), m_parting(std::move(parting)) {
  const int limitMs = m_parting.limitMs;
  m_deadlineMs = QDateTime::currentMSecsSinceEpoch() + limitMs;
  for (QTimer* timer : {&m_runtimeLimit, &m_limit}) timer->setSingleShot(true);
  connect(&m_runtimeLimit, &QTimer::timeout, this, [this] {
    m_parting.runtime->kill();
    runtimeGone();
  });
  connect(&m_limit, &QTimer::timeout, this, &Departure::end);
  m_limit.start(limitMs);
  for (const auto& extension : m_parting.extensions) {
    connect(extension.get(), &EnvironmentProcess::ended, this, &Departure::endWhenAlone);
    extension->thaw();
  }
  if (!m_parting.runtime || !m_parting.runtime->isRunning()) {
    runtimeGone();
    return;
  }
  connect(m_parting.runtime.get(), &EnvironmentProcess::ended, this, &Departure::runtimeGone);
  m_runtimeLimit.start(m_parting.extensions.empty() ? limitMs : limitMs * 3 / 10);
  m_parting.runtime->thaw();
  m_parting.runtime->terminate();
}

Departure::~Departure() {
  for (const auto& extension : m_parting.extensions)
    disconnect(extension.get(), nullptr, this, nullptr);
  if (m_parting.runtime) disconnect(m_parting.runtime.get(), nullptr, this, nullptr);
}

void Departure::runtimeGone() {
  if (std::exchange(m_told, true)) return;
  m_runtimeLimit.stop();
  m_parting.endpoint->shutDown(m_parting.reason, m_deadlineMs);
  endWhenAlone();
}

void Departure::endWhenAlone() {
  const bool someone =
      std::ranges::any_of(m_parting.extensions, [](const auto& e) { return e->isRunning(); });
  if (m_told && !someone) end();
}

void Departure::end() {
  m_limit.stop();
  m_runtimeLimit.stop();
  if (m_parting.runtime) m_parting.runtime->kill();
  for (const auto& extension : m_parting.extensions) extension->kill();
  if (!m_parting.folder.isEmpty()) QDir(m_parting.folder).removeRecursively();
  deleteLater();
}

}  // namespace coldstart::live
