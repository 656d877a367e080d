// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Lambda's Invoke API on a loopback port: what `aws lambda invoke --endpoint-url` and the SDKs
// send. (API: Invoke) Lives in the thread of its host. Signatures are not checked: whoever can
// reach the port is a program of this machine; what a browser's foreign page sends is refused.

#include <QObject>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>

#include "core/live/connection.h"
#include "core/live/http.h"
#include "core/live/live_host.h"

namespace coldstart::live {

class InvokeEndpoint : public QObject {
  Q_OBJECT
 public:
  /// Port 0 takes a free one. The host outlives the endpoint.
  InvokeEndpoint(const project::Project& project, LiveHost& host, std::uint16_t port,
                 QObject* parent = nullptr);
  ~InvokeEndpoint() override;

  /// "http://127.0.0.1:3001"; "" when the port could not be had, and then error() says why.
  [[nodiscard]] QString address() const;
  [[nodiscard]] QString error() const { return m_server.errorString(); }

 private:
  struct Peer {
    Connection* socket = nullptr;
    std::unique_ptr<HttpReader> reader;
  };
  struct Target {
    std::size_t function = 0;
    std::string version;
  };
  void accept(Connection* socket);
  void read(std::uint64_t id);
  void serveAll(std::uint64_t id);
  void serve(std::uint64_t id, const HttpRequest& request);
  enum class Answering { Whole, Streamed };
  void invoke(std::uint64_t id, const HttpRequest& request, const Target& target, Answering how);
  void streamTo(std::uint64_t id, const LiveHost::Request& asked, const Target& target, bool tail);
  void write(std::uint64_t id, const std::string& bytes);
  void reply(std::uint64_t id, int status, const HttpFields& fields, std::string_view body,
             bool keepAlive);
  void refuse(std::uint64_t id, int status, const char* type, const std::string& message,
              bool keepAlive);
  [[nodiscard]] std::optional<Target> targetOf(std::string_view name,
                                               std::string_view qualifier) const;

  const project::Project& m_project;
  LiveHost& m_host;
  LoopbackServer m_server;
  std::map<std::uint64_t, Peer> m_peers;  ///< By number: an answer finds its peer or nobody.
  std::uint64_t m_nextPeer = 0;
};

}  // namespace coldstart::live
