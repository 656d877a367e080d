// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/http.h"

#include <algorithm>
#include <cctype>
#include <stdexcept>
#include <utility>

#ifdef __GNUC__
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wsign-conversion"
#pragma GCC diagnostic ignored "-Wold-style-cast"
#pragma GCC diagnostic ignored "-Wshadow"
#pragma GCC diagnostic ignored "-Wuseless-cast"
#endif
#include <boost/asio/buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/status.hpp>
#include <boost/beast/http/string_body.hpp>
#ifdef __GNUC__
#pragma GCC diagnostic pop
#endif

namespace coldstart::live {
namespace {

namespace http = boost::beast::http;
using Parser1 = http::request_parser<http::string_body>;

// Lambda-Runtime-Function-XRay-Error-Cause alone may have 1 MB. (runtimes-api) The parser's fields
// end at 64 KB, and throw: those that are longer are trimmed, as the service does with that one.
constexpr std::uint32_t kHeaderLimit = 1024 * 1024 + 64 * 1024;
constexpr std::size_t kLongestField = 60'000;

bool sameName(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) {
    return std::tolower(static_cast<unsigned char>(x)) ==
           std::tolower(static_cast<unsigned char>(y));
  });
}

std::string text(boost::beast::string_view view) {
  return {view.data(), view.size()};
}

HttpRequest headOf(const http::request<http::string_body>& message) {
  HttpRequest request;
  request.method = text(message.method_string());
  request.target = text(message.target());
  request.keepAlive = message.keep_alive();
  for (const auto& field : message) {
    request.fields.emplace_back(text(field.name_string()), text(field.value()));
  }
  return request;
}

}  // namespace

std::string_view HttpRequest::field(std::string_view name) const {
  for (const auto& [key, value] : fields) {
    if (sameName(key, name)) return value;
  }
  return {};
}

struct HttpReader::Parser {
  explicit Parser(std::size_t limit) : bodyLimit(limit) { restart(); }

  void restart() {
    one.emplace();
    one->eager(true);
    one->header_limit(kHeaderLimit);
    one->body_limit(bodyLimit);
    asked = false;
    shown = false;
  }

  /// False: the head is not whole yet. What the parser has seen of it stays where it was.
  bool trimLongFields() {
    std::size_t end = pending.find("\r\n\r\n");
    if (end == std::string::npos) {
      if (pending.size() > kHeaderLimit) fault = HttpFault{413, "header limit exceeded"};
      return false;
    }
    for (std::size_t at = 0; at < end;) {
      const std::size_t next = pending.find("\r\n", at);
      const std::size_t over = next - at > kLongestField ? next - at - kLongestField : 0;
      if (over > 0) pending.erase(at + kLongestField, over);
      end -= over;
      at = next - over + 2;
    }
    return true;
  }

  void read() {
    if (pending.size() > kLongestField && !one->is_header_done() && !trimLongFields()) return;
    while (!fault && !one->is_done() && !pending.empty()) {
      boost::beast::error_code error;
      std::size_t used = 0;
      try {
        used = one->put(boost::asio::buffer(pending), error);
      } catch (const std::length_error& tooLong) {  // A trailer.
        fault = HttpFault{413, tooLong.what()};
        return;
      }
      pending.erase(0, used);
      if (error == http::error::need_more) break;
      if (error) {
        const bool large = error == http::error::body_limit || error == http::error::header_limit;
        fault = HttpFault{large ? 413 : 400, error.message()};
        return;
      }
      if (used == 0) break;
    }
  }

  std::size_t bodyLimit;
  std::optional<Parser1> one;
  std::string pending;
  std::optional<HttpFault> fault;
  bool asked = false;
  bool shown = false;
};

HttpReader::HttpReader(std::size_t bodyLimit) : m_parser(std::make_unique<Parser>(bodyLimit)) {}
HttpReader::~HttpReader() = default;

void HttpReader::feed(std::string_view bytes) {
  if (m_parser->fault) return;
  m_parser->pending.append(bytes);
  m_parser->read();
}

std::optional<HttpRequest> HttpReader::next() {
  Parser& p = *m_parser;
  p.read();
  if (p.fault || !p.one->is_done()) return std::nullopt;
  auto message = p.one->release();
  HttpRequest request = headOf(message);
  request.body = std::move(message.body());
  p.restart();
  return request;
}

std::optional<HttpRequest> HttpReader::head() {
  Parser& p = *m_parser;
  if (p.shown || p.fault || !p.one->is_header_done() || p.one->is_done()) return std::nullopt;
  p.shown = true;
  return headOf(p.one->get());
}

std::string HttpReader::takeBody() {
  Parser& p = *m_parser;
  return p.fault || !p.one->is_header_done() ? std::string()
                                             : std::exchange(p.one->get().body(), {});
}

const std::optional<HttpFault>& HttpReader::fault() const {
  return m_parser->fault;
}

bool HttpReader::takeContinue() {
  Parser& p = *m_parser;
  if (p.asked || p.fault || !p.one->is_header_done() || p.one->is_done()) return false;
  if (!sameName(text(p.one->get()[http::field::expect]), "100-continue")) return false;
  p.asked = true;
  return true;
}

std::string httpReply(int status, const HttpFields& fields, std::string_view body, bool keepAlive) {
  std::string reply = "HTTP/1.1 " + std::to_string(status) + " ";
  reply += text(http::obsolete_reason(static_cast<http::status>(status)));
  reply += "\r\n";
  for (const auto& [name, value] : fields) reply += name + ": " + value + "\r\n";
  reply += "Content-Length: " + std::to_string(body.size()) + "\r\n";
  if (!keepAlive) reply += "Connection: close\r\n";
  reply += "\r\n";
  reply += body;
  return reply;
}

}  // namespace coldstart::live
