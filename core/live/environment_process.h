// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The process of one execution environment: started in a session of its own with nothing inherited,
// frozen and thawed between invocations, measured, and ended with everything it started. What it
// prints is read as it comes, up to a limit. Lives in the thread of the host, which must live as
// long as the program: the kernel ends the child when that thread ends.

#include <QElapsedTimer>
#include <QObject>
#include <QProcess>
#include <QStringList>
#include <QTimer>
#include <cstdint>
#include <functional>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "core/base/time.h"
#include "core/base/units.h"

class QSocketNotifier;

namespace coldstart::live {

class OwnSpace;

/// What to start, and what it may use.
struct ProcessPlan {
  QString program;
  QStringList arguments;
  QStringList environment;  ///< The whole of it, "NAME=value".
  QString folder;           ///< Working folder.
  QString marker;  ///< The entry of `environment` that no other process on the machine has.
  std::int64_t largestFile = 512LL * 1024 * 1024;  ///< Bytes; as /tmp's size.
  int openFiles = 1'024;
  /// What it shares with the other processes of its environment; null when that is nothing.
  std::shared_ptr<OwnSpace> space;
  int listenInside = 0;  ///< Not 0: this port listens in the space's own network.
  int wrappers = 0;      ///< Processes around the one that matters: those of the sandbox.
};

class EnvironmentProcess : public QObject {
  Q_OBJECT
 public:
  explicit EnvironmentProcess(QObject* parent = nullptr);
  ~EnvironmentProcess() override;

  /// Output kept for one invocation; the rest is counted only.
  static constexpr std::int64_t kOutputLimit = 1024 * 1024;

  /// Starts it; false when the program cannot be run, and then error() says why.
  bool start(const ProcessPlan& plan);
  /// What listens in the space's network, if it was to; whoever asks owns the socket.
  [[nodiscard]] int takeListener() { return std::exchange(m_listener, -1); }
  [[nodiscard]] QString error() const { return m_error; }
  /// False from the moment it died, even before anybody was told.
  [[nodiscard]] bool isRunning() const;
  [[nodiscard]] qint64 pid() const { return m_pid; }

  /// Between invocations every process of the environment is stopped: a moment after freeze(), so
  /// that one invocation right after the other need not stop it and wake it again. The moment is
  /// longer for one that was woken as soon as it had been stopped.
  void freeze();
  void thaw();
  static constexpr int kRestMs = 1;
  static constexpr int kBusyRestMs = 20;
  /// While it works: stops it and lets it go on, so that it gets a share of the processor only.
  void hold();
  void goOn();
  /// Processor time that its processes have had.
  [[nodiscard]] Duration processorTime();
  /// Asks it to end: SIGTERM.
  void terminate();
  /// Ends it and everything it started, at once.
  void kill();

  /// Resident memory of the whole tree now: measure() looks who belongs to it, memoryNow() asks
  /// those who did when it looked last. And the highest that was seen.
  Memory measure();
  Memory memoryNow();
  [[nodiscard]] Memory memoryPeak() const { return m_peak; }

  /// A new invocation: output counts from 0 again.
  void beginOutput() { m_kept = m_dropped = 0; }
  /// Reads what was printed and is not read yet.
  void drainOutput();

 signals:
  /// Whole lines, or what there is of one when the process ended or paused; without the newline.
  void printed(const std::string& line);
  /// `signal` is 0 when it exited by itself with `status`.
  void ended(int status, int signal);

 private:
  struct Stream {
    int fd = -1;
    std::unique_ptr<QSocketNotifier> notifier;
    std::string partial;
    void close();
  };
  struct Member {
    std::int64_t pid = 0;
    int statm = -1;
  };
  bool read(Stream& stream);
  void closeStreams();
  void finished(int code, QProcess::ExitStatus how);
  bool enterSpace(int handover);
  void admitted();
  void beCounted(qint64 pid, std::set<std::int64_t> counted);
  void stopAll();
  void signalAll(int signal);
  void findMembers();
  void forgetMembers();

  std::shared_ptr<OwnSpace> m_space;
  std::unique_ptr<QProcess> m_process;
  Stream m_admitted;  ///< Can be read once its space has let it in.
  Stream m_out;
  QString m_error;
  int m_listener = -1;
  qint64 m_pid = 0;
  QByteArray m_marker;
  bool m_frozen = false;
  bool m_held = false;
  std::size_t m_wrappers = 0;
  QTimer m_rest;  ///< Until it is stopped.
  int m_restMs = kRestMs;
  QElapsedTimer m_stopped;  ///< Since then.
  std::vector<Member> m_members;
  Memory m_peak;
  std::int64_t m_kept = 0;
  std::int64_t m_dropped = 0;
};

/// The process and all its descendants, whatever session they moved to.
std::vector<std::int64_t> processTree(std::int64_t root);

}  // namespace coldstart::live
