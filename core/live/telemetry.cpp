// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/telemetry.h"

#include <QTcpSocket>
#include <algorithm>
#include <functional>
#include <utility>

#include "core/live/own_space.h"

namespace coldstart::live {
namespace {

// Kept for an extension that does not take what it is sent: some batches, then the newest is
// dropped.
constexpr std::size_t kBatchesKept = 4;

constexpr const char* kReason =
    "Consumer seems to have fallen behind as it has not acknowledged receipt of logs.";

/// "platform.report" is of the type "platform".
bool isOf(const std::string& event, const std::string& type) {
  const std::string key = "\"type\":\"" + type;
  const std::size_t at = event.find(key);
  if (at == std::string::npos) return false;
  const char next = event[at + key.size()];
  return next == '"' || next == '.';
}

/// Once connected, `ready` is called; when that fails, `failed`. The socket is nobody's: it
/// outlives an environment that ends.
QTcpSocket* connectTo(const std::shared_ptr<OwnSpace>& space, int port,
                      const std::function<void()>& failed) {
  auto* const socket = new QTcpSocket;
  if (space && space->hasNetwork()) {
    const int inside = space->connectInside(port);
    if (inside < 0 || !socket->setSocketDescriptor(inside)) {
      delete socket;
      failed();
      return nullptr;
    }
    return socket;
  }
  // What is written meanwhile is sent when it is connected.
  socket->connectToHost(QStringLiteral("127.0.0.1"), static_cast<quint16>(port));
  return socket;
}

std::string request(const TelemetrySubscription& to, const std::string& body) {
  return to.method + " " + to.path +
         " HTTP/1.1\r\nHost: sandbox.localdomain:" + std::to_string(to.port) +
         "\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: " +
         std::to_string(body.size()) + "\r\n\r\n" + body;
}

/// "HTTP/1.1 200 OK"
bool isAccepted(const QByteArray& reply) {
  return reply.startsWith("HTTP/1.") && reply.mid(9, 1) == "2";
}

}  // namespace

Telemetry::~Telemetry() {
  forget();
}

void Telemetry::subscribe(const Extension& extension, const std::shared_ptr<OwnSpace>& space) {
  Subscriber& subscriber = m_subscribers[extension.name];
  subscriber.wanted = *extension.telemetry;
  subscriber.space = space;
}

void Telemetry::forget() {
  for (auto& [name, subscriber] : m_subscribers) {
    if (!subscriber.stream) continue;
    subscriber.stream->disconnectFromHost();  // After what is still to be written.
    if (subscriber.stream->state() == QAbstractSocket::UnconnectedState)
      subscriber.stream->deleteLater();
  }
  m_subscribers.clear();
}

std::size_t Telemetry::waiting() const {
  std::size_t sum = 0;
  for (const auto& [name, subscriber] : m_subscribers) sum += subscriber.pending.size();
  return sum;
}

void Telemetry::keep(Subscriber& subscriber, const std::string& event) {
  const TelemetrySubscription& wanted = subscriber.wanted;
  const bool hasRoom =
      subscriber.pending.size() < kBatchesKept * static_cast<std::size_t>(wanted.maxItems) &&
      subscriber.bytes + event.size() <= kBatchesKept * static_cast<std::size_t>(wanted.maxBytes);
  if (!hasRoom) {
    ++subscriber.droppedEvents;
    subscriber.droppedBytes += event.size();
    return;
  }
  subscriber.bytes += event.size();
  subscriber.pending.push_back(event);
}

void Telemetry::add(const std::vector<std::string>& events) {
  for (auto& [name, subscriber] : m_subscribers) {
    const TelemetrySubscription& wanted = subscriber.wanted;
    for (const std::string& event : events) {
      if (std::ranges::none_of(wanted.types,
                               [&](const std::string& type) { return isOf(event, type); }))
        continue;
      if (wanted.api == TelemetryApi::Telemetry) {
        keep(subscriber, event);
        continue;
      }
      for (const std::string& log : asLogs(event, wanted.schemaVersion)) keep(subscriber, log);
    }
  }
}

Telemetry::Events Telemetry::takeBatch(Subscriber& subscriber) {
  Events batch;
  std::size_t bytes = 0;
  auto& pending = subscriber.pending;
  while (!pending.empty() && batch.size() < static_cast<std::size_t>(subscriber.wanted.maxItems)) {
    const std::size_t size = pending.front().size();
    if (!batch.empty() && bytes + size > static_cast<std::size_t>(subscriber.wanted.maxBytes))
      break;
    bytes += size;
    subscriber.bytes -= size;
    batch.push_back(std::move(pending.front()));
    pending.pop_front();
  }
  return batch;
}

void Telemetry::flush(const std::string& time) {
  for (auto& [name, subscriber] : m_subscribers) {
    const std::size_t dropped = std::exchange(subscriber.droppedEvents, 0);
    const std::size_t bytes = std::exchange(subscriber.droppedBytes, 0);
    if (dropped > 0) {  // It needs no room of its own: without it nobody would know.
      subscriber.pending.push_front(
          "{\"time\":\"" + time + "\",\"type\":\"platform.logsDropped\",\"record\":{\"reason\":\"" +
          kReason + "\",\"droppedRecords\":" + std::to_string(dropped) +
          ",\"droppedBytes\":" + std::to_string(bytes) + "}}");
      subscriber.bytes += subscriber.pending.front().size();
    }
    std::vector<Events> batches;
    while (!subscriber.pending.empty()) batches.push_back(takeBatch(subscriber));
    for (Events& batch : batches) {
      if (subscriber.wanted.protocol == TelemetrySubscription::Protocol::Tcp)
        write(name, subscriber, std::move(batch));
      else
        post(name, subscriber, std::move(batch));
    }
  }
}

/// They were not taken: they come first the next time.
void Telemetry::failed(const std::string& name, Events events) {
  const auto found = m_subscribers.find(name);
  if (found == m_subscribers.end()) return;
  for (auto event = events.rbegin(); event != events.rend(); ++event) {
    found->second.bytes += event->size();
    found->second.pending.push_front(std::move(*event));
  }
}

void Telemetry::post(const std::string& name, Subscriber& subscriber, Events events) {
  std::string body = "[";
  for (const std::string& event : events) body += (body.size() > 1 ? "," : "") + event;
  body += "]";
  const std::string bytes = request(subscriber.wanted, body);
  const auto sent = std::make_shared<Events>(std::move(events));
  const auto fail = [self = QPointer<Telemetry>(this), name, sent] {
    if (self && !sent->empty()) self->failed(name, std::exchange(*sent, {}));
  };
  QTcpSocket* const socket = connectTo(subscriber.space, subscriber.wanted.port, fail);
  if (socket == nullptr) return;
  const auto reply = std::make_shared<QByteArray>();
  connect(socket, &QTcpSocket::readyRead, socket, [socket, reply, sent] {
    *reply += socket->readAll();
    if (!reply->contains('\n')) return;
    if (isAccepted(*reply)) sent->clear();
    socket->disconnectFromHost();
  });
  connect(socket, &QTcpSocket::disconnected, socket, fail);
  connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
  connect(socket, &QTcpSocket::errorOccurred, socket, fail);
  connect(socket, &QTcpSocket::errorOccurred, socket, &QObject::deleteLater);
  socket->write(bytes.data(), static_cast<qint64>(bytes.size()));
}

/// One event a line. Whoever takes them does not say so: what was written counts as taken.
void Telemetry::write(const std::string& name, Subscriber& subscriber, Events events) {
  if (!subscriber.stream) {
    QTcpSocket* const socket = connectTo(subscriber.space, subscriber.wanted.port,
                                         [this, &name, &events] { failed(name, events); });
    if (socket == nullptr) return;
    connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    connect(socket, &QTcpSocket::errorOccurred, socket, &QObject::deleteLater);
    subscriber.stream = socket;
  }
  std::string lines;
  for (const std::string& event : events) lines += event + '\n';
  subscriber.stream->write(lines.data(), static_cast<qint64>(lines.size()));
}

}  // namespace coldstart::live
