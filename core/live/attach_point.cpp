// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/attach_point.h"

#include <QHostAddress>
#include <QSocketNotifier>
#include <algorithm>
#include <utility>

#include <sys/syscall.h>
#include <unistd.h>

namespace coldstart::live {
namespace {

/// A head is looked at before the connection is handed on, and no larger one is.
constexpr std::size_t kLookLimit = 1024 * 1024;

/// The id in ".../runtime/invocation/ID/response"; "" elsewhere.
std::string_view requestOf(std::string_view target) {
  constexpr std::string_view kInvocation = "/runtime/invocation/";
  const std::size_t at = target.find(kInvocation);
  if (at == std::string_view::npos) return {};
  target.remove_prefix(at + kInvocation.size());
  const std::size_t slash = target.find('/');
  return slash == std::string_view::npos ? std::string_view() : target.substr(0, slash);
}

}  // namespace

AttachedProcess::AttachedProcess(std::size_t function, PeerProcess peer, ExtensionsApi extensions)
    : m_function(function),
      m_peer(std::move(peer)),
      m_own(std::make_unique<RuntimeEndpoint>(RuntimeEndpoint::Port::None)),
      m_endpoint(m_own.get()) {
  m_own->restart(std::move(extensions));
  connect(m_own.get(), &RuntimeEndpoint::ready, this, &AttachedProcess::ready);
  connect(m_own.get(), &RuntimeEndpoint::initFailed, this, [this](const RuntimeAnswer& answer) {
    m_initError = answer;
    emit ready();
  });
  watch();
}

AttachedProcess::~AttachedProcess() {
  m_death.reset();
  if (m_pidfd >= 0) ::close(m_pidfd);
}

/// A process that cannot be watched has gone when its last connection has.
void AttachedProcess::watch() {
  if (m_peer.pid > 0) m_pidfd = static_cast<int>(::syscall(SYS_pidfd_open, m_peer.pid, 0));
  if (m_pidfd < 0) {
    connect(m_endpoint, &RuntimeEndpoint::deserted, this, &AttachedProcess::end,
            Qt::QueuedConnection);
    return;
  }
  m_death = std::make_unique<QSocketNotifier>(m_pidfd, QSocketNotifier::Read);
  connect(m_death.get(), &QSocketNotifier::activated, this, [this] {
    m_death->setEnabled(false);
    // What it sent last is read first.
    QMetaObject::invokeMethod(this, &AttachedProcess::end, Qt::QueuedConnection);
  });
}

void AttachedProcess::end() {
  if (std::exchange(m_alive, false)) emit ended();
}

std::unique_ptr<RuntimeEndpoint> AttachedProcess::become(journal::EnvironmentIndex environment) {
  m_environment = environment;
  disconnect(m_endpoint, &RuntimeEndpoint::ready, this, nullptr);
  disconnect(m_endpoint, &RuntimeEndpoint::initFailed, this, nullptr);
  return std::move(m_own);
}

AttachPoint::AttachPoint(std::vector<Names> functions, std::uint16_t port)
    : m_functions(std::move(functions)) {
  connect(&m_server, &LoopbackServer::connected, this, &AttachPoint::accept);
  m_server.listen(QHostAddress::LocalHost, port);
}

AttachPoint::~AttachPoint() = default;

QString AttachPoint::address(std::size_t function) const {
  if (!m_server.isListening()) return {};
  return QStringLiteral("127.0.0.1:%1/%2")
      .arg(m_server.serverPort())
      .arg(QString::fromStdString(m_functions[function].function.name));
}

AttachedProcess* AttachPoint::readyFor(std::size_t function) const {
  const auto found = std::ranges::find_if(m_all, [function](const auto& process) {
    return process->function() == function && process->isReady();
  });
  return found == m_all.end() ? nullptr : found->get();
}

void AttachPoint::release(AttachedProcess* process) {
  const auto found = std::ranges::find(m_all, process, &std::unique_ptr<AttachedProcess>::get);
  if (found == m_all.end()) return;
  // It may be on the stack below us.
  disconnect(process, nullptr, this, nullptr);
  found->release()->deleteLater();
  m_all.erase(found);
  emit changed();
}

void AttachPoint::accept(Connection* socket) {
  connect(socket, &Connection::closed, socket, &QObject::deleteLater);
  const auto bytes = std::make_shared<std::string>();
  connect(socket, &Connection::readable, this, [this, socket, bytes] {
    const bool there = socket->readAll([&bytes](std::string_view more) {
      *bytes += more;
      return bytes->size() < kLookLimit;
    });
    if (there)
      look(socket, *bytes);
    else
      socket->deleteLater();
  });
}

/// Waits for the head of the first request; what was read goes to who gets the connection.
void AttachPoint::look(Connection* socket, const std::string& bytes) {
  HttpReader reader(RuntimeApi::kLargestStream);
  reader.feed(bytes);
  auto request = reader.next();
  if (!request) request = reader.head();
  if (request) {
    route(socket, *request, bytes);
  } else if (reader.fault() || bytes.size() >= kLookLimit) {
    refuse(socket, 400, "This is not a request to the Runtime API.");
  }
}

std::optional<std::size_t> AttachPoint::functionOf(std::string_view target) const {
  target.remove_prefix(std::min<std::size_t>(1, target.size()));
  const std::string_view name = target.substr(0, target.find('/'));
  const auto found = std::ranges::find_if(m_functions, [name](const Names& each) {
    return each.function.name == name || each.id == name;
  });
  if (found != m_functions.end()) return static_cast<std::size_t>(found - m_functions.begin());
  const bool versioned = name.size() == 10 && name.starts_with("20");  // "2018-06-01"
  return versioned ? m_unnamed : std::nullopt;
}

void AttachPoint::route(Connection* socket, const HttpRequest& request, std::string_view bytes) {
  disconnect(socket, nullptr, this, nullptr);
  if (isForeign(request)) return refuse(socket, 403, "Only runtimes of this machine.");
  const auto function = functionOf(request.target);
  if (!function) {
    std::string known;
    for (const Names& each : m_functions) known += (known.empty() ? "" : ", ") + each.function.name;
    return refuse(socket, 404,
                  "The path begins with the name of a function: " + known +
                      ". Start the runtime with AWS_LAMBDA_RUNTIME_API=127.0.0.1:" +
                      std::to_string(port()) + "/NAME.");
  }
  PeerProcess peer = peerProcess(socket->peerPort(), port());
  if (!peer.sameUser) return refuse(socket, 403, "Only programs of the same user may attach.");
  if (request.target.ends_with("/ping")) {
    socket->write(httpReply(200, {{"Content-Type", "text/plain"}}, "pong", false));
    return socket->closeWhenWritten();
  }
  AttachedProcess& process = processFor(*function, request, std::move(peer));
  if (process.endpoint() == nullptr) return refuse(socket, 403, "Its environment is gone.");
  disconnect(socket, &Connection::closed, socket, &QObject::deleteLater);
  process.endpoint()->take(socket, bytes);
}

AttachedProcess& AttachPoint::processFor(std::size_t function, const HttpRequest& request,
                                         PeerProcess peer) {
  const std::string_view id = requestOf(request.target);
  for (const auto& process : m_all) {
    if (process->function() != function || !process->isAlive()) continue;
    const bool answers =
        !id.empty() && process->endpoint() && process->endpoint()->api().worksOn(id);
    if (answers || (peer.pid > 0 && process->peer().pid == peer.pid)) return *process;
  }
  AttachedProcess* const process =
      m_all
          .emplace_back(std::make_unique<AttachedProcess>(
              function, std::move(peer),
              ExtensionsApi(m_functions[function].function, {}, m_attached++)))
          .get();
  connect(process, &AttachedProcess::ready, this, [this, process] {
    emit ready(process->function());
    emit changed();
  });
  connect(process, &AttachedProcess::ended, this, [this, process] {
    if (process->environment() == journal::kNone) release(process);  // Else the host does.
  });
  emit changed();
  return *process;
}

void AttachPoint::refuse(Connection* socket, int status, const std::string& text) {
  disconnect(socket, nullptr, this, nullptr);
  socket->write(httpReply(status, {{"Content-Type", "text/plain"}}, text + "\n", false));
  socket->closeWhenWritten();
}

}  // namespace coldstart::live
