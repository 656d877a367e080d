// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The live side of the workbench in the thread where handlers are hosted: sends requests, and shows
// the journal whenever it has grown, not more often than a window can follow. Only LiveWorkbench
// uses it, through queued calls and signals.

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>
#include <functional>
#include <memory>
#include <optional>

#include "core/live/live_host.h"
#include "core/observe/run_index.h"

namespace coldstart {

/// What the workbench asks for: a press of Test, or a burst of them.
struct LiveOrder {
  project::Project project;
  QString folder;
  std::size_t function = 0;
  project::InvocationType type = project::InvocationType::RequestResponse;
  std::string payload;
  int count = 1;
  std::size_t atOnce = 1;
  live::Network network = live::Network::Cut;
  bool fast = false;  ///< Interpreters are started ahead.
  std::optional<live::Attaching> attaching{};
};

/// The port for processes of the developer's own, and who is there.
struct AttachStanding {
  enum class State : std::uint8_t { Starting, Ready, Idle, Working };
  struct Process {
    std::size_t function = 0;
    qint64 pid = 0;  ///< 0 where it cannot be seen.
    QString program;
    quint32 environment = journal::kNone;
    State state = State::Starting;
    bool operator==(const Process&) const = default;
  };
  QStringList addresses;  ///< By function.
  QString problem;        ///< Why there is no port, or "".
  QList<Process> processes;
  bool operator==(const AttachStanding&) const = default;
};

/// How things stand: requests that run, and that wait for a place on this machine or for code that
/// is being built.
struct LiveStanding {
  quint64 command = 0;  ///< The last one that was carried out.
  quint64 running = 0;
  quint64 held = 0;
  quint64 building = 0;
  bool operator==(const LiveStanding&) const = default;
};

class LiveDesk : public QObject {
  Q_OBJECT
 public:
  using Shown = std::shared_ptr<const observe::RunIndex>;
  LiveDesk();
  ~LiveDesk() override;

  // Each with the number of the command.
  void send(quint64 command, const LiveOrder& order);
  /// Opens the host where there is none, so that processes can be attached before the first Test.
  void prepare(const LiveOrder& order);
  void deploy(const std::string& function);
  void letTimePass(Duration span);
  void setDebugging(const std::optional<live::LiveHost::Debugging>& debugging);
  /// Tells the debugger that holds an environment, if one does.
  void debug(const std::function<void(debug::Debugger&)>& command);
  /// Ends every process at once; what was recorded by then is shown a last time.
  void stop(quint64 command);
  void forget(quint64 command);

 signals:
  /// `ended` is the latest attempt that has ended since the last time, or journal::kNone; `sent` is
  /// what was sent in it.
  void shown(const coldstart::LiveDesk::Shown& index, const coldstart::LiveStanding& standing,
             quint32 ended, const std::string& sent);
  void debugStopped(quint32 environment, const coldstart::debug::Stop& stop);
  void debugContinued();
  void debugFailed(const QString& runtime);
  void heldOutside(quint32 environment);
  void attachChanged(const coldstart::AttachStanding& standing);

 private:
  void open(const LiveOrder& order);
  void touch();
  void show();
  void setAttaching(std::optional<live::Attaching> attaching);
  void tellAttached();
  [[nodiscard]] LiveStanding standing() const;

  std::unique_ptr<live::LiveHost> m_host;
  QString m_folder;
  live::Network m_network = live::Network::Cut;
  QTimer m_soon;
  QElapsedTimer m_since;  ///< The last time.
  qint64 m_cost = 0;      ///< Milliseconds that it took.
  std::uint32_t m_ended = journal::kNone;
  std::string m_sent;
  std::optional<live::LiveHost::Debugging> m_debugging;
  std::optional<live::Attaching> m_attaching;  ///< What the host was told.
  std::uint16_t m_port = 0;                    ///< The same for every host, so that it can be kept.
  AttachStanding m_attached;
  quint64 m_command = 0;
  std::uint64_t m_runs = 0;
};

}  // namespace coldstart
