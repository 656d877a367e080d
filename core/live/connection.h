// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// One connection of core/live's HTTP endpoints. Nothing lies between it and the kernel: bytes are
// handed on as they are read, and written at once as far as the other end takes them. An invocation
// crosses two of these, and QTcpSocket costs one half as much again in questions to the kernel.

#include <QObject>
#include <QSocketNotifier>
#include <QTcpServer>
#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace coldstart::live {

class Connection : public QObject {
  Q_OBJECT
 public:
  /// Takes over a socket that is connected.
  explicit Connection(int descriptor, QObject* parent = nullptr);
  ~Connection() override;

  /// The port at the other end.
  [[nodiscard]] std::uint16_t peerPort() const;
  /// Room in the kernel for what has not been read.
  void setReceiveBuffer(int bytes);
  /// Whether it says that there is something to read; true at first.
  void setReading(bool reads) { m_read.setEnabled(reads && m_descriptor >= 0); }

  /// Hands all that has come to `take`, in pieces; false when whoever sent it has gone, and then
  /// closed() is not emitted. `take` says whether to go on, and must say no once this is deleted.
  template <class Take>
  bool readAll(Take take) {
    std::array<char, 65'536> buffer;
    for (;;) {
      const std::int64_t size = receive(buffer.data(), buffer.size());
      if (size < 0) return false;
      if (size > 0 && !take(std::string_view(buffer.data(), static_cast<std::size_t>(size))))
        return true;
      if (size < static_cast<std::int64_t>(buffer.size())) return true;
    }
  }

  /// What cannot go out at once is kept and follows.
  void write(std::string_view bytes);
  /// Closes it once everything is written; emits closed().
  void closeWhenWritten();
  /// Closes it now, without a signal.
  void abort();

  /// Waits some microseconds, without falling asleep, for who was written to last in this thread:
  /// to be woken takes longer than a short handler does. For who is about to wait for events.
  static void linger();

 signals:
  void readable();
  void closed();

 private:
  std::int64_t receive(char* into, std::size_t room);
  void writeRest();

  int m_descriptor;
  QSocketNotifier m_read;
  std::unique_ptr<QSocketNotifier> m_write;  ///< While something is kept.
  std::string m_unwritten;
  std::size_t m_written = 0;  ///< Of that.
  bool m_closes = false;
};

/// Listens on a loopback port; each connection belongs to the server until another parent takes it.
class LoopbackServer : public QTcpServer {
  Q_OBJECT
 public:
  using QTcpServer::QTcpServer;

 signals:
  void connected(coldstart::live::Connection* connection);

 protected:
  void incomingConnection(qintptr descriptor) override {
    emit connected(new Connection(static_cast<int>(descriptor), this));
  }
};

}  // namespace coldstart::live
