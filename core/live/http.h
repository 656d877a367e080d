// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// HTTP/1.1 without a socket: bytes in, requests out; replies in, bytes out. The parser is
// Boost.Beast's, kept behind this interface so that it is compiled once and can be fuzzed without a
// network. For core/live and, later, core/gateway.

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace coldstart::live {

using HttpFields = std::vector<std::pair<std::string, std::string>>;

struct HttpRequest {
  std::string method;
  std::string target;  ///< As sent: percent signs and query untouched.
  HttpFields fields;   ///< Trailers of a chunked body included.
  std::string body;
  bool keepAlive = true;

  /// The first field of this name, in any case; "" when there is none.
  [[nodiscard]] std::string_view field(std::string_view name) const;
};

/// What a request must be answered with when it cannot be read.
struct HttpFault {
  int status = 400;
  std::string text;
};

/// The requests of one connection, one after the other.
class HttpReader {
 public:
  /// A body larger than `bodyLimit` bytes is refused with 413.
  explicit HttpReader(std::size_t bodyLimit);
  ~HttpReader();
  HttpReader(const HttpReader&) = delete;
  HttpReader& operator=(const HttpReader&) = delete;

  /// Takes bytes as they come, in pieces of any size.
  void feed(std::string_view bytes);
  /// The next whole request, if there is one.
  std::optional<HttpRequest> next();
  /// Set once a request was malformed or too large; nothing more is read then.
  [[nodiscard]] const std::optional<HttpFault>& fault() const;
  /// The head of a request whose body is still coming, once for each request;
  /// its body is empty.
  std::optional<HttpRequest> head();
  /// What has come of that body since it was last taken; it is not in next()'s
  /// request any more.
  std::string takeBody();
  /// True once for each request that waits for "100 Continue" before it sends its body.
  bool takeContinue();

 private:
  struct Parser;
  std::unique_ptr<Parser> m_parser;
};

/// A whole reply as bytes: status line, Content-Length, the fields, the body.
std::string httpReply(int status, const HttpFields& fields, std::string_view body, bool keepAlive);

}  // namespace coldstart::live
