// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Attaching the developer's own processes, as the window sees it: what was asked for, where they
// attach, and which are there. Made by LiveWorkbench; the Attach dialog and the stage follow it.

#include <QObject>
#include <QSet>
#include <QString>
#include <optional>

#include "app/workbench/live_desk.h"
#include "core/journal/attempt.h"

namespace coldstart {

class Document;

class AttachSession : public QObject {
  Q_OBJECT
 public:
  AttachSession(Document& document, LiveDesk& desk, QObject* parent = nullptr);

  /// Whether there is a port to attach at.
  [[nodiscard]] bool isOpen() const { return m_open; }
  void setOpen(bool open);
  /// Requests of this function wait for a process instead of starting one.
  [[nodiscard]] bool waits(const QString& function) const { return m_waits.contains(function); }
  void setWaits(const QString& function, bool waits);
  /// No time-out ends what an attached process works on.
  [[nodiscard]] bool deadlineWaits() const { return m_deadlineWaits; }
  void setDeadlineWaits(bool waits);
  /// What the host is told; nothing while it is closed.
  [[nodiscard]] std::optional<live::Attaching> wish() const;

  /// "127.0.0.1:34567/Hello"; "" until the port is open, and then problem() may say why not.
  [[nodiscard]] QString address(std::size_t function) const;
  [[nodiscard]] QString problem() const { return m_standing.problem; }
  /// What is there, for one function, oldest first, in words.
  [[nodiscard]] QStringList processes(std::size_t function) const;
  /// The attached environment whose process something outside holds.
  [[nodiscard]] std::optional<journal::EnvironmentIndex> held() const { return m_held; }
  /// What the stage has to say of attached environments; "" when that is nothing.
  [[nodiscard]] QString inWords() const;

 signals:
  void wanted();   ///< wish() is another one.
  void changed();  ///< Anything that can be asked here.

 private:
  void tell(bool changes);

  Document& m_document;
  bool m_open = false;
  QSet<QString> m_waits;  ///< By the function's name in the template.
  bool m_deadlineWaits = true;
  AttachStanding m_standing;
  std::optional<journal::EnvironmentIndex> m_held;
};

}  // namespace coldstart
