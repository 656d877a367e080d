// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/actions.h"

namespace coldstart {

Actions::Actions(QObject* parent) : QObject(parent) {}

QAction* Actions::add(const QString& id, const QString& text, const QKeySequence& shortcut,
                      std::function<void()> run) {
  if (QAction* known = m_byId.value(id)) {
    // The pages of a new document register again: the same command, another receiver.
    known->setText(text);
    known->setEnabled(true);
    disconnect(known, &QAction::triggered, this, nullptr);
    connect(known, &QAction::triggered, this, [run = std::move(run)] { run(); });
    return known;
  }
  auto* action = new QAction(text, this);
  action->setObjectName(id);
  action->setShortcut(shortcut);
  connect(action, &QAction::triggered, this, [run = std::move(run)] { run(); });
  m_all.append(action);
  m_byId.insert(id, action);
  emit added(action);
  return action;
}

void Actions::beginDocument() {
  if (m_own < 0) m_own = m_all.size();
}

void Actions::endDocument() {
  for (qsizetype i = qMax<qsizetype>(m_own, 0); m_own >= 0 && i < m_all.size(); ++i) {
    disconnect(m_all[i], &QAction::triggered, this, nullptr);
    m_all[i]->setEnabled(false);
  }
}

QAction* Actions::find(const QString& id) const {
  return m_byId.value(id);
}

}  // namespace coldstart
