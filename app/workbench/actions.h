// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Every command of the program, once: menu, toolbar, shortcut and command palette show the same
// QAction.

#include <QAction>
#include <QHash>
#include <QKeySequence>
#include <QList>
#include <QObject>
#include <QString>
#include <functional>

namespace coldstart {

class Actions : public QObject {
  Q_OBJECT
 public:
  explicit Actions(QObject* parent = nullptr);

  /// Registers a command. `id` is stable ("run.test"), `text` is what the user reads. Registering
  /// an id again keeps its QAction and gives it the new receiver (the pages of a new document).
  QAction* add(const QString& id, const QString& text, const QKeySequence& shortcut,
               std::function<void()> run);
  /// From here on, what is registered belongs to the pages of a document …
  void beginDocument();
  /// … and has no receiver any more once its pages are gone: it stays, disabled.
  void endDocument();
  [[nodiscard]] QAction* find(const QString& id) const;
  [[nodiscard]] const QList<QAction*>& all() const { return m_all; }

 signals:
  void added(QAction* action);  ///< The window gives it to itself, so that its shortcut works.

 private:
  QList<QAction*> m_all;
  qsizetype m_own = -1;  ///< How many are the window's; -1: all.
  QHash<QString, QAction*> m_byId;
};

}  // namespace coldstart
