// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/invoke_endpoint.h"

#include <QAbstractEventDispatcher>
#include <QByteArray>
#include <QHostAddress>
#include <QPointer>
#include <algorithm>
#include <utility>

#include <nlohmann/json.hpp>

#include "core/base/identifiers.h"
#include "core/live/event_stream.h"
#include "core/live/log_tail.h"
#include "core/observe/log_text.h"

namespace coldstart::live {
namespace {

// A synchronous payload may have 6 MB. (gettingstarted-limits)
constexpr std::size_t kLargestPayload = 6'291'456;
constexpr std::size_t kLargestEvent = 1'048'576;  // An asynchronous one.
constexpr std::size_t kFewRequests = 1;  // With more, handlers need the processor more than we do.
constexpr std::string_view kPath = "/2015-03-31/functions/";
constexpr std::string_view kStreamPath = "/2021-11-15/functions/";

std::string decoded(std::string_view text) {
  return QByteArray::fromPercentEncoding(
             QByteArray(text.data(), static_cast<qsizetype>(text.size())))
      .toStdString();
}

std::string_view lastPart(std::string_view text, char separator) {
  const std::size_t at = text.rfind(separator);
  return at == std::string_view::npos ? text : text.substr(at + 1);
}

}  // namespace

InvokeEndpoint::InvokeEndpoint(const project::Project& project, LiveHost& host, std::uint16_t port,
                               QObject* parent)
    : QObject(parent), m_project(project), m_host(host) {
  connect(&m_server, &LoopbackServer::connected, this, &InvokeEndpoint::accept);
  m_server.listen(QHostAddress::LocalHost, port);
  QAbstractEventDispatcher* const loop = QAbstractEventDispatcher::instance();
  if (loop == nullptr) return;
  connect(loop, &QAbstractEventDispatcher::aboutToBlock, this, [this] {
    if (m_host.running() <= kFewRequests) Connection::linger();
  });
}

InvokeEndpoint::~InvokeEndpoint() {
  for (const auto& [id, peer] : m_peers) disconnect(peer.socket, nullptr, this, nullptr);
}

QString InvokeEndpoint::address() const {
  if (!m_server.isListening()) return {};
  return QStringLiteral("http://127.0.0.1:%1").arg(m_server.serverPort());
}

void InvokeEndpoint::accept(Connection* socket) {
  const std::uint64_t id = m_nextPeer++;
  m_peers[id] = {socket, std::make_unique<HttpReader>(kLargestPayload)};
  connect(socket, &Connection::readable, this, [this, id] { read(id); });
  connect(socket, &Connection::closed, this, [this, id, socket] {
    m_peers.erase(id);
    socket->deleteLater();
  });
}

void InvokeEndpoint::read(std::uint64_t id) {
  const auto peer = m_peers.find(id);
  if (peer == m_peers.end()) return;
  Connection* const socket = peer->second.socket;
  const bool there = socket->readAll([this, id](std::string_view bytes) {
    m_peers[id].reader->feed(bytes);
    serveAll(id);
    return m_peers.contains(id);
  });
  if (!there && m_peers.erase(id) > 0) socket->deleteLater();
}

void InvokeEndpoint::serveAll(std::uint64_t id) {
  while (m_peers.contains(id)) {
    HttpReader& reader = *m_peers[id].reader;
    if (const auto request = reader.next()) {
      serve(id, *request);
      continue;
    }
    if (reader.takeContinue()) m_peers[id].socket->write("HTTP/1.1 100 Continue\r\n\r\n");
    if (const auto& fault = reader.fault()) {
      if (fault->status == 413) {
        refuse(id, 413, "RequestTooLargeException",
               "Request must be smaller than 6291456 bytes for the InvokeFunction operation",
               false);
      } else {
        refuse(id, fault->status, "InvalidRequestContentException", fault->text, false);
      }
    }
    return;
  }
}

std::optional<InvokeEndpoint::Target> InvokeEndpoint::targetOf(std::string_view name,
                                                               std::string_view qualifier) const {
  // A name, "123456789012:function:name" or a whole ARN, each perhaps with ":qualifier".
  if (const std::size_t at = name.find("function:"); at != std::string_view::npos) {
    name.remove_prefix(at + 9);
  }
  if (const std::size_t colon = name.find(':'); colon != std::string_view::npos) {
    qualifier = name.substr(colon + 1);
    name = name.substr(0, colon);
  }
  const auto function = m_project.functionNamed(name);
  if (!function) return std::nullopt;
  const std::string& alias = m_project.functions[*function].alias;
  const bool known = qualifier.empty() || qualifier == "$LATEST" ||
                     (!alias.empty() && (qualifier == alias || qualifier == "1"));
  if (!known) return std::nullopt;
  return Target{*function, alias.empty() ? "$LATEST" : "1"};
}

void InvokeEndpoint::serve(std::uint64_t id, const HttpRequest& request) {
  std::string_view host = request.field("Host");
  host = host.substr(0, host.rfind(':'));
  if (!request.field("Origin").empty() || (host != "127.0.0.1" && host != "localhost")) {
    refuse(id, 403, "AccessDeniedException", "Only programs of this machine may invoke.", false);
    return;
  }
  std::string_view path = request.target;
  std::string_view query;
  if (const std::size_t mark = path.find('?'); mark != std::string_view::npos) {
    query = path.substr(mark + 1);
    path = path.substr(0, mark);
  }
  const bool streams = path.starts_with(kStreamPath);
  const std::string_view begin = streams ? kStreamPath : kPath;
  const std::string_view end = streams ? "/response-streaming-invocations" : "/invocations";
  if (request.method != "POST" || !path.starts_with(begin) || !path.ends_with(end) ||
      path.size() <= begin.size() + end.size()) {
    refuse(id, 404, "ResourceNotFoundException",
           "Coldstart answers POST /2015-03-31/functions/NAME/invocations here.",
           request.keepAlive);
    return;
  }
  const std::string name =
      decoded(path.substr(begin.size(), path.size() - begin.size() - end.size()));
  std::string qualifier;
  if (query.starts_with("Qualifier=")) qualifier = decoded(query.substr(10, query.find('&') - 10));
  if (const auto target = targetOf(name, qualifier)) {
    invoke(id, request, *target, streams ? Answering::Streamed : Answering::Whole);
    return;
  }
  const std::string shown = std::string(lastPart(name, ':'));
  refuse(id, 404, "ResourceNotFoundException",
         "Function not found: arn:aws:lambda:" + m_project.region + ":" + m_project.accountId +
             ":function:" + shown + ":" + (qualifier.empty() ? "$LATEST" : qualifier),
         request.keepAlive);
}

void InvokeEndpoint::invoke(std::uint64_t id, const HttpRequest& request, const Target& target,
                            Answering how) {
  const bool keepAlive = request.keepAlive;
  const std::string_view type = request.field("X-Amz-Invocation-Type");
  const HttpFields version{{"X-Amz-Executed-Version", target.version}};
  if (type == "DryRun") {
    reply(id, 204, version, "", keepAlive);
    return;
  }
  if (!type.empty() && type != "RequestResponse" && type != "Event") {
    refuse(id, 400, "InvalidParameterValueException",
           "X-Amz-Invocation-Type is RequestResponse, Event or DryRun.", keepAlive);
    return;
  }
  LiveHost::Request asked;
  asked.function = target.function;
  asked.payload = request.body.empty() ? "{}" : request.body;
  asked.clientContext =
      QByteArray::fromBase64(
          QByteArray::fromStdString(std::string(request.field("X-Amz-Client-Context"))))
          .toStdString();
  asked.trace = request.field("X-Amzn-Trace-Id");
  asked.tenant = request.field("X-Amz-Tenant-Id");
  if (!nlohmann::json::accept(asked.payload)) {
    refuse(id, 400, "InvalidRequestContentException",
           "Could not parse request body into json: the payload is not JSON.", keepAlive);
    return;
  }
  const bool isTail = request.field("X-Amz-Log-Type") == "Tail";
  if (how == Answering::Streamed) {
    streamTo(id, asked, target, isTail);
    return;
  }
  const bool isEvent = type == "Event";
  if (isEvent && asked.payload.size() > kLargestEvent) {
    refuse(id, 413, "RequestTooLargeException",
           "Request must be smaller than 1048576 bytes for the InvokeFunction operation",
           keepAlive);
    return;
  }
  if (isEvent) asked.type = project::InvocationType::Event;
  asked.answered = [self = QPointer(this), this, id, keepAlive, version, isEvent,
                    isTail](const LiveAnswer& answer) {
    if (!self) return;
    HttpFields fields{{"Content-Type", "application/json"}};
    if (answer.status == 429) {
      fields.emplace_back("x-amzn-ErrorType", "TooManyRequestsException");
    } else if (!isEvent) {
      fields.push_back(version.front());
      if (!answer.functionError.empty()) {
        fields.emplace_back("X-Amz-Function-Error", answer.functionError);
      }
      if (isTail) fields.emplace_back("X-Amz-Log-Result", logTail(*m_host.run(), answer.attempt));
    }
    if (answer.attempt != journal::kNone) {
      const auto run = m_host.run();
      fields.emplace_back("x-amzn-RequestId",
                          requestUuid(run->seed, run->journal.attempts[answer.attempt].request));
    }
    reply(id, answer.status, fields, answer.payload, keepAlive);
  };
  m_host.invoke(std::move(asked));
}

/// InvokeWithResponseStream: the pieces as they come, then what there is to say at the end.
void InvokeEndpoint::streamTo(std::uint64_t id, const LiveHost::Request& asked,
                              const Target& target, bool tail) {
  struct Sent {
    bool head = false;
    std::size_t bytes = 0;
  };
  const auto sent = std::make_shared<Sent>();
  const auto piece = [this, id, sent, version = target.version](std::string_view bytes) {
    if (!std::exchange(sent->head, true)) {
      write(id,
            "HTTP/1.1 200 OK\r\nContent-Type: application/vnd.amazon.eventstream\r\n"
            "Transfer-Encoding: chunked\r\nX-Amz-Executed-Version: " +
                version + "\r\n\r\n");
    }
    sent->bytes += bytes.size();
    if (!bytes.empty()) {
      write(id, httpChunk(eventMessage("PayloadChunk", "application/octet-stream", bytes)));
    }
  };
  LiveHost::Request request = asked;
  const QPointer self(this);
  request.streamed = [self, piece](const std::string& bytes) {
    if (self) piece(bytes);
  };
  request.answered = [self, this, id, piece, sent, tail](const LiveAnswer& answer) {
    if (!self) return;
    if (answer.status != 200) {
      reply(
          id, answer.status,
          {{"Content-Type", "application/json"}, {"x-amzn-ErrorType", "TooManyRequestsException"}},
          answer.payload, true);
      return;
    }
    const bool failed = !answer.functionError.empty();
    const std::string_view all = answer.payload;
    piece(failed ? std::string_view() : all.substr(std::min(all.size(), sent->bytes)));
    std::string end = "{";
    if (failed) {
      end += "\"ErrorCode\":\"" + answer.functionError + "\",\"ErrorDetails\":";
      observe::appendJsonText(end, answer.payload);
    }
    if (tail) {
      end += (failed ? ",\"LogResult\":\"" : "\"LogResult\":\"") +
             logTail(*m_host.run(), answer.attempt) + "\"";
    }
    write(id,
          httpChunk(eventMessage("InvokeComplete", "application/json", end + "}")) + httpChunk({}));
  };
  m_host.invoke(std::move(request));
}

void InvokeEndpoint::write(std::uint64_t id, const std::string& bytes) {
  const auto peer = m_peers.find(id);
  if (peer == m_peers.end()) return;  // Whoever asked is gone.
  peer->second.socket->write(bytes);
}

void InvokeEndpoint::reply(std::uint64_t id, int status, const HttpFields& fields,
                           std::string_view body, bool keepAlive) {
  const auto peer = m_peers.find(id);
  if (peer == m_peers.end()) return;  // Whoever asked is gone.
  Connection* const socket = peer->second.socket;
  socket->write(httpReply(status, fields, body, keepAlive));
  if (!keepAlive) socket->closeWhenWritten();
}

void InvokeEndpoint::refuse(std::uint64_t id, int status, const char* type,
                            const std::string& message, bool keepAlive) {
  std::string body = "{\"Type\":\"User\",\"Message\":";
  observe::appendJsonText(body, message);
  body += '}';
  reply(id, status, {{"Content-Type", "application/json"}, {"x-amzn-ErrorType", type}}, body,
        keepAlive);
}

}  // namespace coldstart::live
