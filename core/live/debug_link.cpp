// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/debug_link.h"

#include <QLocalServer>
#include <QLocalSocket>
#include <utility>

namespace coldstart::live {

DebugLink::DebugLink(const QString& file, std::string runtime,
                     std::vector<debug::Breakpoint> breakpoints, Maker make)
    : m_runtime(std::move(runtime)),
      m_breakpoints(std::move(breakpoints)),
      m_server(std::make_unique<QLocalServer>()) {
  QLocalServer::removeServer(file);  // Of the process before it in this environment.
  m_server->listen(file);
  connect(m_server.get(), &QLocalServer::newConnection, this, &DebugLink::take);
  m_debugger = make({
      .send =
          [this](std::string_view bytes) {
            if (m_socket != nullptr)
              m_socket->write(bytes.data(), static_cast<qint64>(bytes.size()));
          },
      .attached = [this] { emit attached(); },
      .settled = [this] { emit settled(); },
      .stopped = [this](const debug::Stop& stop) { emit stopped(stop); },
      .continued = [this] { emit continued(); },
      .failed = [this](const std::string& why) { emit failed(QString::fromStdString(why)); },
  });
}

DebugLink::~DebugLink() = default;

/// The first to call is the process; nobody else is listened to.
void DebugLink::take() {
  QLocalSocket* caller = m_server->nextPendingConnection();
  if (m_socket != nullptr) {
    caller->deleteLater();
    return;
  }
  m_socket = caller;
  m_socket->setParent(this);
  m_server->close();
  connect(m_socket, &QLocalSocket::readyRead, this, [this] {
    const QByteArray bytes = m_socket->readAll();
    m_debugger->feed({bytes.constData(), static_cast<std::size_t>(bytes.size())});
  });
  m_debugger->begin(m_runtime, m_breakpoints);
}

}  // namespace coldstart::live
