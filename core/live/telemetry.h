// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What an environment's extensions have subscribed to, sent to them over HTTP or TCP.
// (telemetry-api) An invocation's events are sent while the environment is awake next: at its next
// invocation, or in its shutdown phase. What cannot be sent is kept for the next time, up to a
// limit; how much was dropped is told then. Lives in the thread of its host.

#include <QObject>
#include <QPointer>
#include <deque>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "core/live/extensions_api.h"

class QTcpSocket;

namespace coldstart::live {

class OwnSpace;

class Telemetry : public QObject {
 public:
  ~Telemetry() override;

  /// `space`: where the extension listens; null: on this machine's loopback.
  void subscribe(const Extension& extension, const std::shared_ptr<OwnSpace>& space);
  void forget();  ///< The extensions are gone; the next ones subscribe anew.
  [[nodiscard]] bool isEmpty() const { return m_subscribers.empty(); }
  [[nodiscard]] std::size_t waiting() const;  ///< Events that the next flush() sends.
  /// JSON as the Telemetry API has it; its "type" says who gets it.
  void add(const std::vector<std::string>& events);
  /// `time`: in ISO 8601, for what is told of events that were dropped.
  void flush(const std::string& time);

 private:
  using Events = std::vector<std::string>;
  struct Subscriber {
    TelemetrySubscription wanted;
    std::shared_ptr<OwnSpace> space;
    std::deque<std::string> pending;
    std::size_t bytes = 0;  ///< Of what is pending.
    std::size_t droppedEvents = 0;
    std::size_t droppedBytes = 0;
    QPointer<QTcpSocket> stream;  ///< Of TCP: one connection, as long as it lasts.
  };
  void keep(Subscriber& subscriber, const std::string& event);
  Events takeBatch(Subscriber& subscriber);
  void post(const std::string& name, Subscriber& subscriber, Events events);
  void write(const std::string& name, Subscriber& subscriber, Events events);
  void failed(const std::string& name, Events events);

  std::map<std::string, Subscriber> m_subscribers;  ///< By the extension's name.
};

}  // namespace coldstart::live
