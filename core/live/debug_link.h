// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The connection over which one environment's process is debugged: waits at a file until the
// process calls, then hands bytes between it and its Debugger. Only LiveHost makes one.

#include <QObject>
#include <memory>
#include <vector>

#include "core/debug/debugger.h"

class QLocalServer;
class QLocalSocket;

namespace coldstart::live {

class DebugLink : public QObject {
  Q_OBJECT
 public:
  using Maker = std::unique_ptr<debug::Debugger> (*)(debug::Debugger::Listener);
  /// `file` is the socket to wait at; `runtime` the folder of the bootstrap, as the process sees
  /// it; `make` makes the debugger of its language.
  DebugLink(const QString& file, std::string runtime, std::vector<debug::Breakpoint> breakpoints,
            Maker make);
  ~DebugLink() override;

  [[nodiscard]] debug::Debugger& debugger() { return *m_debugger; }

 signals:
  void attached();
  void settled();  ///< The process knows all breakpoints again.
  void stopped(const coldstart::debug::Stop& stop);
  void continued();
  void failed(const QString& why);

 private:
  void take();

  std::string m_runtime;
  std::vector<debug::Breakpoint> m_breakpoints;
  std::unique_ptr<QLocalServer> m_server;
  QLocalSocket* m_socket = nullptr;
  std::unique_ptr<debug::Debugger> m_debugger;
};

}  // namespace coldstart::live
