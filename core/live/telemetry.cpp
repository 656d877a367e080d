// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/telemetry.h"

#include <QTcpSocket>
#include <algorithm>

namespace coldstart::live {
namespace {

// More than the largest buffer that may be asked for; what is older is dropped.
constexpr std::size_t kMostPending = 10'000;

/// "platform.report" is of the type "platform".
bool isOf(const std::string& event, const std::string& type) {
  const std::string key = "\"type\":\"" + type;
  const std::size_t at = event.find(key);
  if (at == std::string::npos) return false;
  const char next = event[at + key.size()];
  return next == '"' || next == '.';
}

}  // namespace

void Telemetry::subscribe(const Extension& extension) {
  m_subscribers[extension.name].wanted = *extension.telemetry;
}

void Telemetry::forget() {
  m_subscribers.clear();
}

void Telemetry::add(const std::vector<std::string>& events) {
  for (auto& [name, subscriber] : m_subscribers) {
    const auto& types = subscriber.wanted.types;
    for (const std::string& event : events) {
      if (std::ranges::any_of(types, [&](const std::string& type) { return isOf(event, type); }) &&
          subscriber.pending.size() < kMostPending) {
        subscriber.pending.push_back(event);
      }
    }
  }
}

void Telemetry::flush() {
  for (auto& [name, subscriber] : m_subscribers) {
    if (!subscriber.pending.empty()) send(subscriber.wanted, subscriber.pending);
    subscriber.pending.clear();
  }
}

void Telemetry::send(const TelemetrySubscription& to, const std::vector<std::string>& events) {
  std::string body = "[";
  for (const std::string& event : events) body += (body.size() > 1 ? "," : "") + event;
  body += "]";
  const std::string request =
      "POST " + to.path + " HTTP/1.1\r\nHost: sandbox.localdomain:" + std::to_string(to.port) +
      "\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: " +
      std::to_string(body.size()) + "\r\n\r\n" + body;
  auto* const socket = new QTcpSocket;  // Of nobody: it outlives an environment that ends.
  connect(socket, &QTcpSocket::connected, socket, [socket, request] {
    socket->write(request.data(), static_cast<qint64>(request.size()));
  });
  connect(socket, &QTcpSocket::readyRead, socket, &QTcpSocket::disconnectFromHost);
  connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
  connect(socket, &QTcpSocket::errorOccurred, socket, &QObject::deleteLater);
  socket->connectToHost(QStringLiteral("127.0.0.1"), static_cast<quint16>(to.port));
}

}  // namespace coldstart::live
