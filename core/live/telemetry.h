// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What an environment's extensions have subscribed to, sent to them over HTTP. (telemetry-api) An
// invocation's events are sent while the environment is awake next: at its next invocation, or in
// its shutdown phase. Lives in the thread of its host.

#include <QObject>
#include <map>
#include <string>
#include <vector>

#include "core/live/extensions_api.h"

namespace coldstart::live {

class Telemetry : public QObject {
 public:
  void subscribe(const Extension& extension);
  void forget();  ///< The extensions are gone; the next ones subscribe anew.
  /// JSON as the Telemetry API has it; its "type" says who gets it.
  void add(const std::vector<std::string>& events);
  void flush();

 private:
  struct Subscriber {
    TelemetrySubscription wanted;
    std::vector<std::string> pending;
  };
  static void send(const TelemetrySubscription& to, const std::vector<std::string>& events);

  std::map<std::string, Subscriber> m_subscribers;  ///< By the extension's name.
};

}  // namespace coldstart::live
