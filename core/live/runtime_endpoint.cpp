// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/runtime_endpoint.h"

#include <QHostAddress>
#include <QTimer>

namespace coldstart::live {
namespace {

// Responses may be a little larger than what is accepted, so that the answer is Lambda's own.
constexpr std::size_t kBodyLimit = RuntimeApi::kLargestStream + 1024 * 1024;

/// Where runtimes of ours wait that were started ahead; not a part of Lambda's API.
constexpr std::string_view kBegin = "/coldstart/begin";

// What a response that streams may be ahead of us in the kernel's buffers.
constexpr int kStreamBuffer = 256 * 1024;

}  // namespace

bool isForeign(const HttpRequest& request) {
  if (!request.field("Origin").empty() || !request.field("Sec-Fetch-Site").empty()) return true;
  std::string_view host = request.field("Host");
  const std::size_t colon = host.rfind(':');
  if (colon != std::string_view::npos) host = host.substr(0, colon);
  return host != "127.0.0.1" && host != "localhost" && host != "[::1]";
}

RuntimeEndpoint::RuntimeEndpoint(Port port, QObject* parent)
    : QObject(parent),
      m_api(std::make_unique<RuntimeApi>()),
      m_extensions(std::make_unique<ExtensionsApi>(ExtensionsApi::Function{},
                                                   std::vector<std::string>{}, std::uint64_t{0})) {
  wire();
  acceptFrom(m_server);
  if (port == Port::Own) m_server.listen(QHostAddress::LocalHost, 0);
  m_clock.start();
}

RuntimeEndpoint::~RuntimeEndpoint() {
  for (auto& [socket, peer] : m_peers) {
    disconnect(socket, nullptr, this, nullptr);
    socket->abort();
    socket->deleteLater();
  }
}

void RuntimeEndpoint::wire() {
  m_api->ready = [this] { emit ready(); };
  m_api->done = [this] { emit done(); };
  m_api->answered = [this](const RuntimeAnswer& answer) { emit answered(answer); };
  m_api->initFailed = [this](const RuntimeAnswer& answer) { emit initFailed(answer); };
  // The reply goes out first: whoever listens may offer the next event at once.
  m_extensions->settled = [this] {
    QMetaObject::invokeMethod(this, &RuntimeEndpoint::extensionsSettled, Qt::QueuedConnection);
  };
  m_extensions->failed = [this](const Extension& extension, const std::string& errorType) {
    const std::string name = extension.external ? extension.name : std::string();
    QMetaObject::invokeMethod(
        this, [this, name, errorType] { emit extensionFailed(name, errorType); },
        Qt::QueuedConnection);
  };
  m_extensions->subscribed = [this](const Extension& extension, bool again) {
    emit subscribed(extension, again);
  };
}

QString RuntimeEndpoint::address() const {
  if (!m_server.isListening()) return {};
  return QStringLiteral("127.0.0.1:%1").arg(m_server.serverPort());
}

void RuntimeEndpoint::restart(ExtensionsApi extensions) {
  const auto peers = std::exchange(m_peers, {});
  m_waiting = m_beginner = nullptr;
  m_waitingExtensions.clear();
  for (const auto& [socket, peer] : peers) {
    disconnect(socket, nullptr, this, nullptr);
    socket->abort();
    socket->deleteLater();
  }
  m_inside.clear();
  if (m_server.isListening()) m_server.resumeAccepting();
  m_api = std::make_unique<RuntimeApi>();
  m_extensions = std::make_unique<ExtensionsApi>(std::move(extensions));
  wire();
}

void RuntimeEndpoint::listenInside(int socket) {
  if (socket < 0) return;
  LoopbackServer* const server = m_inside.emplace_back(std::make_unique<LoopbackServer>()).get();
  acceptFrom(*server);
  server->setSocketDescriptor(socket);
  // Nobody comes from outside; whatever is waited for costs every invocation.
  if (m_server.isListening()) m_server.pauseAccepting();
}

void RuntimeEndpoint::acceptFrom(LoopbackServer& server) {
  connect(&server, &LoopbackServer::connected, this,
          [this](Connection* connection) { take(connection); });
}

void RuntimeEndpoint::take(Connection* socket, std::string_view bytes) {
  socket->setParent(this);  // It may outlive what it came through.
  m_peers[socket].reader = std::make_unique<HttpReader>(kBodyLimit);
  connect(socket, &Connection::readable, this, [this, socket] { read(socket); });
  connect(socket, &Connection::closed, this, [this, socket] { forget(socket); });
  if (bytes.empty()) return;
  m_peers[socket].reader->feed(bytes);
  serveAll(socket);
}

void RuntimeEndpoint::forget(Connection* socket) {
  if (m_waiting == socket) {
    m_waiting = nullptr;
    m_api->stoppedWaiting();
  }
  if (m_beginner == socket) m_beginner = nullptr;
  std::erase_if(m_waitingExtensions, [&](const auto& waiting) {
    if (waiting.second != socket) return false;
    m_extensions->stoppedWaiting(waiting.first);
    return true;
  });
  const bool streamed = m_peers[socket].streams;
  m_peers.erase(socket);
  socket->abort();
  socket->deleteLater();
  if (streamed) m_api->truncated();
  if (m_peers.empty()) emit deserted();
}

void RuntimeEndpoint::read(Connection* socket) {
  if (pauses(socket)) return;
  const bool there = socket->readAll([this, socket](std::string_view bytes) {
    m_peers[socket].reader->feed(bytes);
    serveAll(socket);
    return m_peers.contains(socket) && !pauses(socket);
  });
  if (!there && m_peers.contains(socket)) forget(socket);
}

void RuntimeEndpoint::serveAll(Connection* socket) {
  // Serving may cut the connection off, and with it the reader.
  while (m_peers.contains(socket)) {
    HttpReader& reader = *m_peers[socket].reader;
    readStream(socket);
    if (auto request = reader.next()) {
      Peer& peer = m_peers[socket];
      if (std::exchange(peer.streams, false)) request->body = std::exchange(peer.streamed, {});
      serve(socket, *request);
      continue;
    }
    if (reader.takeContinue()) socket->write("HTTP/1.1 100 Continue\r\n\r\n");
    if (const auto& fault = reader.fault()) {
      const RuntimeApi::Reply reply{
          fault->status, {{"Content-Type", "text/plain"}}, fault->text + "\n"};
      send(socket, reply, false);
    }
    // Who asked for the next invocation in the same breath need not be woken before it is there.
    if (socket != m_waiting) flush(socket);
    return;
  }
}

/// A response that streams too fast is not read for a while, so that whoever writes it waits.
bool RuntimeEndpoint::pauses(Connection* socket) {
  Peer& peer = m_peers[socket];
  if (peer.paused) return true;
  if (!peer.streams) return false;
  const Duration wait = peer.bandwidth->wait(Instant{m_clock.nsecsElapsed() / 1'000});
  if (wait == Duration()) return false;
  peer.paused = true;
  socket->setReading(false);
  QTimer::singleShot(static_cast<int>(wait.ceilMillis()), Qt::PreciseTimer, socket, [this, socket] {
    if (!m_peers.contains(socket)) return;
    m_peers[socket].paused = false;
    socket->setReading(true);
    read(socket);
  });
  return true;
}

/// Hands on what has come of a response that is streamed.
void RuntimeEndpoint::readStream(Connection* socket) {
  Peer& peer = m_peers[socket];
  if (const auto head = peer.reader->head(); head && !isForeign(*head)) {
    peer.streams = m_api->mayStream(*head);
    if (peer.streams) {
      peer.bandwidth.emplace(Instant{m_clock.nsecsElapsed() / 1'000});
      socket->setReceiveBuffer(kStreamBuffer);
    }
  }
  if (!peer.streams) return;
  const std::string piece = peer.reader->takeBody();
  if (piece.empty()) return;
  peer.streamed += piece;
  peer.bandwidth->take(static_cast<std::int64_t>(piece.size()));
  emit streamed(piece);
}

void RuntimeEndpoint::serve(Connection* socket, const HttpRequest& request) {
  if (isForeign(request)) {
    send(socket, {403, {{"Content-Type", "text/plain"}}, "Only runtimes of this machine.\n"},
         false);
    return;
  }
  m_peers[socket].keepAlive = request.keepAlive;
  if (request.target == kBegin) {
    m_beginner = socket;
    return;
  }
  if (ExtensionsApi::isFor(request.target)) {
    const auto heard = m_extensions->handle(request);
    if (heard.reply) {
      send(socket, *heard.reply, request.keepAlive);
    } else {
      m_waitingExtensions[heard.waits] = socket;
    }
    return;
  }
  // The host may offer an invocation while the request is handled.
  Connection* const before = std::exchange(m_waiting, socket);
  const auto reply = m_api->handle(request);
  if (!reply) return;
  if (m_waiting == socket) m_waiting = before;
  if (!m_peers.contains(socket)) return;  // The host cut it off over what it heard.
  send(socket, *reply, request.keepAlive);
}

void RuntimeEndpoint::offer(const RuntimeInvocation& invocation) {
  Connection* const socket = std::exchange(m_waiting, nullptr);
  if (socket == nullptr) return;
  for (const Extension& extension : m_extensions->all()) {
    if (extension.takesInvoke && extension.waits) {
      tell(extension.id, m_extensions->invokeEvent(extension.id, invocation));
    }
  }
  send(socket, m_api->offer(invocation), m_peers[socket].keepAlive);
  flush(socket);
}

void RuntimeEndpoint::begin(ExtensionsApi extensions, const std::string& variables) {
  m_extensions = std::make_unique<ExtensionsApi>(std::move(extensions));
  wire();
  Connection* const socket = std::exchange(m_beginner, nullptr);
  if (socket == nullptr) return;
  send(socket, {200, {{"Content-Type", "text/plain"}}, variables}, true);
  flush(socket);
}

void RuntimeEndpoint::shutDown(const std::string& reason, std::int64_t deadlineMs) {
  for (const Extension& extension : m_extensions->all()) {
    if (extension.takesShutdown && extension.waits) {
      tell(extension.id, m_extensions->shutdownEvent(extension.id, reason, deadlineMs));
    }
  }
}

void RuntimeEndpoint::tell(const std::string& extension, const RuntimeApi::Reply& reply) {
  const auto waiting = m_waitingExtensions.find(extension);
  if (waiting == m_waitingExtensions.end()) return;
  Connection* const socket = waiting->second;
  m_waitingExtensions.erase(waiting);
  send(socket, reply, m_peers[socket].keepAlive);
  flush(socket);
}

void RuntimeEndpoint::send(Connection* socket, const RuntimeApi::Reply& reply, bool keepAlive) {
  m_peers[socket].replies += httpReply(reply.status, reply.fields, reply.body, keepAlive);
  if (keepAlive) return;
  flush(socket);
  socket->closeWhenWritten();
}

void RuntimeEndpoint::flush(Connection* socket) {
  const auto peer = m_peers.find(socket);
  if (peer == m_peers.end() || peer->second.replies.empty()) return;
  const std::string bytes = std::exchange(peer->second.replies, {});
  socket->write(bytes);
}

}  // namespace coldstart::live
