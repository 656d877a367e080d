// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/connection.h"

#include <QElapsedTimer>
#include <algorithm>
#include <cerrno>

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sched.h>
#include <sys/socket.h>
#include <unistd.h>

namespace coldstart::live {
namespace {

// Whoever is gone is heard of by reading; nobody is waited for.
constexpr int kAtOnce = MSG_NOSIGNAL | MSG_DONTWAIT;

/// Who was written to last, and when.
struct Lately {
  std::array<int, 2> descriptors{-1, -1};
  QElapsedTimer since;
};
thread_local Lately t_lately;

constexpr qint64 kLingerNs = 100'000;

}  // namespace

Connection::Connection(int descriptor, QObject* parent)
    : QObject(parent), m_descriptor(descriptor), m_read(descriptor, QSocketNotifier::Read) {
  const int one = 1;  // Answers are short, and waited for.
  ::setsockopt(m_descriptor, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
  connect(&m_read, &QSocketNotifier::activated, this, &Connection::readable);
}

Connection::~Connection() {
  abort();
}

std::uint16_t Connection::peerPort() const {
  sockaddr_in peer{};
  socklen_t size = sizeof peer;
  const auto address = reinterpret_cast<sockaddr*>(&peer);
  return ::getpeername(m_descriptor, address, &size) == 0 ? ntohs(peer.sin_port) : 0;
}

void Connection::setReceiveBuffer(int bytes) {
  ::setsockopt(m_descriptor, SOL_SOCKET, SO_RCVBUF, &bytes, sizeof bytes);
}

std::int64_t Connection::receive(char* into, std::size_t room) {
  if (m_descriptor < 0) return 0;
  const ssize_t size = ::recv(m_descriptor, into, room, MSG_DONTWAIT);
  if (size > 0) return size;
  if (size < 0 && (errno == EAGAIN || errno == EINTR)) return 0;
  abort();
  return -1;
}

void Connection::write(std::string_view bytes) {
  if (m_descriptor < 0 || m_closes) return;
  t_lately.descriptors = {m_descriptor, t_lately.descriptors[0]};
  t_lately.since.start();
  if (!m_write) {
    const ssize_t size = ::send(m_descriptor, bytes.data(), bytes.size(), kAtOnce);
    if (size < 0 && errno != EAGAIN && errno != EINTR) return;
    bytes.remove_prefix(static_cast<std::size_t>(std::max<ssize_t>(size, 0)));
    if (bytes.empty()) return;
    m_write = std::make_unique<QSocketNotifier>(m_descriptor, QSocketNotifier::Write);
    connect(m_write.get(), &QSocketNotifier::activated, this, &Connection::writeRest);
  }
  m_unwritten += bytes;
}

void Connection::writeRest() {
  const ssize_t size =
      ::send(m_descriptor, m_unwritten.data() + m_written, m_unwritten.size() - m_written, kAtOnce);
  const bool gone = size < 0 && errno != EAGAIN && errno != EINTR;
  m_written += static_cast<std::size_t>(std::max<ssize_t>(size, 0));
  if (m_written < m_unwritten.size() && !gone) return;
  m_unwritten = {};
  m_written = 0;
  m_write->setEnabled(false);
  m_write.release()->deleteLater();  // It is on the stack.
  if (m_closes) closeWhenWritten();
}

void Connection::closeWhenWritten() {
  m_closes = true;
  m_read.setEnabled(false);
  if (m_write || m_descriptor < 0) return;
  abort();
  emit closed();
}

void Connection::linger() {
  std::array<pollfd, 2> polled{};
  for (std::size_t i = 0; i < polled.size(); ++i) polled[i] = {t_lately.descriptors[i], POLLIN, 0};
  while (t_lately.since.isValid() && t_lately.since.nsecsElapsed() < kLingerNs) {
    if (::poll(polled.data(), polled.size(), 0) != 0) return;
    ::sched_yield();
  }
}

void Connection::abort() {
  m_read.setEnabled(false);
  m_write.reset();
  if (m_descriptor >= 0) ::close(m_descriptor);
  m_descriptor = -1;
}

}  // namespace coldstart::live
