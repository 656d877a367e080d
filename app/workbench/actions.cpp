// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workbench/actions.h"

namespace coldstart {

Actions::Actions(QObject* parent) : QObject(parent) {}

QAction* Actions::add(const QString& id, const QString& text, const QKeySequence& shortcut,
                      std::function<void()> run) {
  if (QAction* known = m_byId.value(id)) {
    // The pages of a new document register again: the same command, another receiver.
    known->setText(text);
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

QAction* Actions::find(const QString& id) const {
  return m_byId.value(id);
}

}  // namespace coldstart
