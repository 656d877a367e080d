// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/attach_session.h"

#include <utility>

#include "app/workbench/document.h"
#include "app/workbench/say.h"

namespace coldstart {
namespace {

QString stateText(const AttachStanding::Process& process) {
  const qint64 number = qint64{process.environment} + 1;
  switch (process.state) {
    case AttachStanding::State::Starting:
      return AttachSession::tr("in its init");
    case AttachStanding::State::Ready:
      return AttachSession::tr("waits for its first request");
    case AttachStanding::State::Idle:
      return AttachSession::tr("is environment %1, waits for a request").arg(number);
    case AttachStanding::State::Working:
      return AttachSession::tr("is environment %1, works on a request").arg(number);
  }
  return {};
}

}  // namespace

AttachSession::AttachSession(Document& document, LiveDesk& desk, QObject* parent)
    : QObject(parent), m_document(document) {
  connect(&desk, &LiveDesk::attachChanged, this, [this](const AttachStanding& standing) {
    m_standing = standing;
    emit changed();
  });
  connect(&desk, &LiveDesk::heldOutside, this, [this](quint32 environment) {
    m_held = environment;
    emit changed();
  });
  connect(&desk, &LiveDesk::debugContinued, this, [this] {
    if (std::exchange(m_held, std::nullopt)) emit changed();
  });
}

void AttachSession::tell(bool changes) {
  if (!changes) return;
  emit wanted();
  emit changed();
}

void AttachSession::setOpen(bool open) {
  tell(std::exchange(m_open, open) != open);
}

void AttachSession::setWaits(const QString& function, bool waits) {
  if (waits == m_waits.contains(function)) return;
  if (waits)
    m_waits.insert(function);
  else
    m_waits.remove(function);
  tell(true);
}

void AttachSession::setDeadlineWaits(bool waits) {
  tell(std::exchange(m_deadlineWaits, waits) != waits);
}

std::optional<live::Attaching> AttachSession::wish() const {
  if (!m_open) return std::nullopt;
  live::Attaching attaching;
  attaching.deadlineWaits = m_deadlineWaits;
  for (const project::Function& function : m_document.project().functions)
    attaching.waits.push_back(m_waits.contains(qs(function.id)));
  return attaching;
}

QString AttachSession::address(std::size_t function) const {
  return m_standing.addresses.value(static_cast<qsizetype>(function));
}

QStringList AttachSession::processes(std::size_t function) const {
  QStringList all;
  for (const AttachStanding::Process& process : m_standing.processes) {
    if (process.function != function) continue;
    const QString name =
        process.pid > 0 ? tr("%1 (%2)").arg(process.program).arg(process.pid) : tr("A process");
    all << tr("%1: %2").arg(name, stateText(process));
  }
  return all;
}

QString AttachSession::inWords() const {
  if (m_held)
    return tr("The process of environment %1 is stopped, by a debugger or a signal. Its deadline "
              "waits, and so does everything else.")
        .arg(qint64{*m_held} + 1);
  if (!m_open || !m_deadlineWaits) return {};
  QStringList numbers;
  for (const AttachStanding::Process& process : m_standing.processes) {
    if (process.environment != journal::kNone)
      numbers << QString::number(qint64{process.environment} + 1);
  }
  if (numbers.isEmpty()) return {};
  return tr("Attached, without a deadline: environment %1.")
      .arg(numbers.join(QStringLiteral(", ")));
}

}  // namespace coldstart
