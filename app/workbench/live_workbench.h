// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Test in Live, as the window sees it: asks for trust before anything runs, hands requests to the
// thread where handlers are hosted, and passes on what comes back. The thread lives as long as the
// program. Only Session makes one; the window sets trust and limits.

#include <QObject>
#include <QString>
#include <memory>
#include <optional>

#include "app/workbench/live_desk.h"
#include "core/live/launch.h"

class QThread;

namespace coldstart {

class AttachSession;
class DebugSession;
class Document;

class LiveWorkbench : public QObject {
  Q_OBJECT
 public:
  explicit LiveWorkbench(Document& document, QObject* parent = nullptr);
  ~LiveWorkbench() override;

  /// Whether code of this folder may run. Nothing does before that: trustAsked() instead.
  void setTrusted(bool trusted);
  [[nodiscard]] bool trusted() const { return m_trusted; }
  /// Requests that may run at once on this machine.
  void setAtOnce(int requests) { m_atOnce = requests; }
  [[nodiscard]] int atOnce() const { return m_atOnce; }
  /// Whether handlers in a sandbox have a network; looks around again.
  void setNetwork(live::Network network, std::size_t function);
  [[nodiscard]] live::Network network() const { return m_network; }
  /// Whether interpreters are started ahead, so that a cold start is shorter than Lambda's.
  void setFast(bool fast);
  [[nodiscard]] bool fast() const { return m_fast; }
  /// The thread in which handlers are hosted.
  static QThread* hostThread();
  /// Two for each processor, but enough to see environments multiply.
  static int usualAtOnce();

  /// `count` requests at this moment; false when nothing was sent.
  bool test(std::size_t function, const QString& event, project::InvocationType type, int count);
  /// The same with this payload.
  bool send(std::size_t function, const std::string& payload, project::InvocationType type,
            int count);
  /// What was sent in the request that ended last.
  [[nodiscard]] const std::string& lastSent() const { return m_lastSent; }
  void letTimePass(Duration span);
  void stop();
  void forget();
  [[nodiscard]] bool busy() const {
    return m_standing.command < m_sent ||
           m_standing.running + m_standing.held + m_standing.building > 0;
  }
  [[nodiscard]] DebugSession& debugging() { return *m_debug; }
  [[nodiscard]] AttachSession& attaching() { return *m_attach; }
  [[nodiscard]] LiveStanding standing() const { return m_standing; }

  /// Which walls keep a handler apart; nothing until that was found out.
  [[nodiscard]] std::optional<live::Walls> walls() const { return m_walls; }
  /// What to know of the interpreter that runs the function in front; "" when it is its own.
  [[nodiscard]] QString interpreter() const { return m_interpreter; }
  /// Looks for both, off the window's thread; surroundingsChanged() tells.
  void lookAround(std::size_t function);
  /// A file of the function's code has edits that are not on the disk, so they do not run.
  [[nodiscard]] bool hasUnsavedCode(std::size_t function) const;

 signals:
  void trustAsked();
  void shown(const std::shared_ptr<const observe::RunIndex>& index, quint32 ended);
  void busyChanged();  ///< busy() or standing().
  void surroundingsChanged();
  void failed(const QString& sentence);

 private:
  void take(const LiveDesk::Shown& index, const LiveStanding& standing, quint32 ended,
            const std::string& sent);
  [[nodiscard]] LiveOrder orderFor(std::size_t function) const;
  void prepareToAttach();
  [[nodiscard]] QString codeOf(std::size_t function) const;
  void deployOwners(const QStringList& files);

  Document& m_document;
  LiveDesk* m_desk;
  DebugSession* m_debug;
  AttachSession* m_attach;
  bool m_trusted = false;
  quint64 m_command = 0;    ///< Number of the latest.
  quint64 m_sent = 0;       ///< Of the latest that runs something.
  quint64 m_forgotten = 0;  ///< What was recorded before this one is not shown any more.
  int m_atOnce;
  std::string m_lastSent;
  LiveStanding m_standing;
  live::Network m_network = live::Network::Cut;
  bool m_fast = false;
  std::optional<live::Walls> m_walls;
  QString m_interpreter;
};

}  // namespace coldstart
