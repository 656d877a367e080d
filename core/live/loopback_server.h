// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The listening side of core/live's HTTP endpoints. Its sockets hand bytes on as they are read and
// written: a buffer between would cost an invocation as much again as the sockets do.

#include <QTcpServer>
#include <QTcpSocket>
#include <array>
#include <string_view>

namespace coldstart::live {

class LoopbackServer : public QTcpServer {
 public:
  using QTcpServer::QTcpServer;

 protected:
  void incomingConnection(qintptr descriptor) override {
    auto* const socket = new QTcpSocket(this);
    socket->setSocketDescriptor(descriptor, QAbstractSocket::ConnectedState,
                                QIODevice::ReadWrite | QIODevice::Unbuffered);
    socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    addPendingConnection(socket);
  }
};

/// Hands all that has come to `take`, in pieces; false when whoever sent it has gone. `take` says
/// whether the socket is still there.
template <class Take>
bool readAll(QTcpSocket& socket, Take take) {
  std::array<char, 65'536> buffer;
  for (;;) {
    const qint64 size = socket.read(buffer.data(), static_cast<qint64>(buffer.size()));
    if (size < 0) return false;
    if (size > 0 && !take(std::string_view(buffer.data(), static_cast<std::size_t>(size))))
      return true;
    if (size < static_cast<qint64>(buffer.size())) return true;
  }
}

}  // namespace coldstart::live
