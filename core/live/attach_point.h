// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Where a developer's own processes become execution environments: one loopback port, under which
// each function has a path, "127.0.0.1:34567/Hello". A runtime client that is started with that as
// AWS_LAMBDA_RUNTIME_API is let in once it belongs to the same user; its first `next` is the end of
// its init. Whether and when it serves, the host decides. For LiveHost, in its thread.

#include <QObject>
#include <QPointer>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/journal/attempt.h"
#include "core/live/peer_process.h"
#include "core/live/runtime_endpoint.h"

class QSocketNotifier;

namespace coldstart::live {

/// What a host is told of attaching.
struct Attaching {
  std::uint16_t port = 0;   ///< 0 takes a free one.
  std::vector<bool> waits;  ///< By function: waits for a process instead of starting one.
  /// No deadline ends what an attached process works on: a debugger of its language may hold it,
  /// and from outside it only looks asleep.
  bool deadlineWaits = true;
  bool operator==(const Attaching&) const = default;
};

/// One process of the developer's, from its first request to its end.
class AttachedProcess : public QObject {
  Q_OBJECT
 public:
  AttachedProcess(std::size_t function, PeerProcess peer, ExtensionsApi extensions);
  ~AttachedProcess() override;

  [[nodiscard]] std::size_t function() const { return m_function; }
  [[nodiscard]] const PeerProcess& peer() const { return m_peer; }
  [[nodiscard]] bool isAlive() const { return m_alive; }
  /// Its init is over, well or not, and it is no environment yet.
  [[nodiscard]] bool isReady() const {
    return m_alive && m_own && (m_initError || m_own->api().isWaiting());
  }
  [[nodiscard]] const std::optional<RuntimeAnswer>& initError() const { return m_initError; }
  [[nodiscard]] RuntimeEndpoint* endpoint() const { return m_endpoint; }
  /// It becomes this environment; the host has its endpoint from now on.
  std::unique_ptr<RuntimeEndpoint> become(journal::EnvironmentIndex environment);
  /// journal::kNone while it is none.
  [[nodiscard]] journal::EnvironmentIndex environment() const { return m_environment; }

 signals:
  void ready();
  void ended();

 private:
  void watch();
  void end();

  std::size_t m_function;
  PeerProcess m_peer;
  std::unique_ptr<RuntimeEndpoint> m_own;  ///< Until it becomes an environment.
  QPointer<RuntimeEndpoint> m_endpoint;
  std::optional<RuntimeAnswer> m_initError;
  journal::EnvironmentIndex m_environment = journal::kNone;
  std::unique_ptr<QSocketNotifier> m_death;
  int m_pidfd = -1;
  bool m_alive = true;
};

class AttachPoint : public QObject {
  Q_OBJECT
 public:
  struct Names {
    std::string id;  ///< In the template; may stand in the path as well.
    ExtensionsApi::Function function;
  };
  AttachPoint(std::vector<Names> functions, std::uint16_t port);
  ~AttachPoint() override;

  /// "127.0.0.1:34567/Hello"; "" when the port could not be had, and then error() says why.
  [[nodiscard]] QString address(std::size_t function) const;
  [[nodiscard]] std::uint16_t port() const { return m_server.serverPort(); }
  [[nodiscard]] QString error() const { return m_server.errorString(); }
  /// Requests without a function's name belong to this one; nothing: they are refused.
  void setUnnamed(std::optional<std::size_t> function) { m_unnamed = function; }

  /// Oldest first, those that serve included.
  [[nodiscard]] const std::vector<std::unique_ptr<AttachedProcess>>& all() const { return m_all; }
  /// The oldest that is ready to become an environment of this function; may be null.
  [[nodiscard]] AttachedProcess* readyFor(std::size_t function) const;
  /// Its environment is gone. The process is not ours to end: it is only cut off.
  void release(AttachedProcess* process);

 signals:
  void ready(std::size_t function);
  void changed();

 private:
  void accept(Connection* socket);
  void look(Connection* socket, const std::string& bytes);
  void route(Connection* socket, const HttpRequest& request, std::string_view bytes);
  AttachedProcess& processFor(std::size_t function, const HttpRequest& request, PeerProcess peer);
  [[nodiscard]] std::optional<std::size_t> functionOf(std::string_view target) const;
  void refuse(Connection* socket, int status, const std::string& text);

  std::vector<Names> m_functions;
  LoopbackServer m_server;
  std::optional<std::size_t> m_unnamed;
  std::uint64_t m_attached = 0;  ///< So many, ever.
  std::vector<std::unique_ptr<AttachedProcess>> m_all;
};

}  // namespace coldstart::live
