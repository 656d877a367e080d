// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The shutdown phase of an execution environment whose extensions are told that it ends: the
// runtime first, with SIGTERM, then the extensions with their SHUTDOWN event; whoever still runs
// when the time is up is killed. (lambda-runtime-environment) For LiveHost, in its thread.

#include <QObject>
#include <QString>
#include <QTimer>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "core/live/environment_process.h"
#include "core/live/runtime_endpoint.h"

namespace coldstart::live {

class Departure : public QObject {
 public:
  struct Parting {
    std::unique_ptr<RuntimeEndpoint> endpoint;
    std::unique_ptr<EnvironmentProcess> runtime;
    std::vector<std::unique_ptr<EnvironmentProcess>> extensions;
    std::string reason;  ///< "spindown", "timeout" or "failure".
    QString folder;      ///< Removed at the end; "" when it lives on.
    int limitMs = 0;     ///< In all; the runtime has three tenths of it. (0.3: RIE)
  };
  /// Deletes itself when everything has ended; what it holds is killed when it is deleted before.
  Departure(Parting parting, QObject* parent);
  ~Departure() override;

 private:
  void runtimeGone();
  void endWhenAlone();
  void end();

  Parting m_parting;
  QTimer m_runtimeLimit;
  QTimer m_limit;
  qint64 m_deadlineMs = 0;
  bool m_told = false;
};

}  // namespace coldstart::live
