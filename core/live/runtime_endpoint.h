// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The Runtime API and the Extensions API of one execution environment on a loopback port of its
// own. Lives in the thread of the host that made it.

#include <QElapsedTimer>
#include <QObject>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/live/bandwidth.h"
#include "core/live/connection.h"
#include "core/live/extensions_api.h"
#include "core/live/runtime_api.h"

namespace coldstart::live {

class RuntimeEndpoint : public QObject {
  Q_OBJECT
 public:
  enum class Port { Own, None };
  /// Without a port of its own it serves the connections that it is given.
  explicit RuntimeEndpoint(Port port = Port::Own, QObject* parent = nullptr);
  ~RuntimeEndpoint() override;

  /// "127.0.0.1:34567"; "" when no port could be had.
  [[nodiscard]] QString address() const;
  /// Listens in a network of a process's own too; −1 when it has none. Takes the socket.
  void listenInside(int socket);
  [[nodiscard]] bool listensInside() const { return !m_inside.empty(); }
  /// Serves whoever is at the other end, of whom `bytes` were read already; the connection is its
  /// own from now on.
  void take(Connection* socket, std::string_view bytes = {});
  [[nodiscard]] RuntimeApi& api() { return *m_api; }
  [[nodiscard]] ExtensionsApi& extensions() { return *m_extensions; }
  /// A runtime that was started ahead waits to hear whom it works for: begin() tells it, in lines
  /// "NAME=value" for its environment variables.
  [[nodiscard]] bool waitsToBegin() const { return m_beginner != nullptr; }
  void begin(ExtensionsApi extensions, const std::string& variables);
  /// Hands the invocation to the runtime that waits and tells the extensions that take it;
  /// api().isWaiting() must hold.
  void offer(const RuntimeInvocation& invocation);
  /// Tells the extensions that take it that the environment ends.
  void shutDown(const std::string& reason, std::int64_t deadlineMs);
  /// New processes begin: whoever was connected is cut off, and the state is Started again.
  void restart(ExtensionsApi extensions);

 private:
  struct Peer {
    std::unique_ptr<HttpReader> reader;
    bool keepAlive = true;
    bool streams = false;                  ///< Its response comes in pieces.
    std::string streamed;                  ///< All of them so far.
    std::optional<Bandwidth> bandwidth{};  ///< While it streams.
    bool paused = false;                   ///< Until it may go on.
    std::string replies;                   ///< Not sent yet.
  };
  void acceptFrom(LoopbackServer& server);
  void read(Connection* socket);
  void serveAll(Connection* socket);
  void readStream(Connection* socket);
  bool pauses(Connection* socket);
  void serve(Connection* socket, const HttpRequest& request);
  void forget(Connection* socket);
  void send(Connection* socket, const RuntimeApi::Reply& reply, bool keepAlive);
  void flush(Connection* socket);
  void wire();
  void tell(const std::string& extension, const RuntimeApi::Reply& reply);

  LoopbackServer m_server;
  std::vector<std::unique_ptr<LoopbackServer>> m_inside;  ///< In networks of the processes.
  std::unique_ptr<RuntimeApi> m_api;
  std::unique_ptr<ExtensionsApi> m_extensions;
  std::map<std::string, Connection*> m_waitingExtensions;  ///< By identifier.
  std::map<Connection*, Peer> m_peers;
  QElapsedTimer m_clock;  ///< Of bandwidths.
  Connection* m_waiting = nullptr;
  Connection* m_beginner = nullptr;

 signals:
  void ready();
  void done();
  void answered(const coldstart::live::RuntimeAnswer& answer);
  void streamed(const std::string& piece);  ///< Of a response; the answer follows.
  void initFailed(const coldstart::live::RuntimeAnswer& answer);
  void extensionsSettled();  ///< One registered, or waits for its next event.
  void extensionFailed(const std::string& name, const std::string& errorType);
  void subscribed(const coldstart::live::Extension& extension, bool again);
  void deserted();  ///< Nobody is connected any more.
};

/// Pages in browsers send an Origin, or at least say for which site they fetch; a name that
/// somebody pointed at this machine shows in Host: neither is a runtime.
bool isForeign(const HttpRequest& request);

}  // namespace coldstart::live
