// SPDX-License-Identifier: GPL-3.0-or-later
// A custom runtime is any program that asks the Runtime API for an invocation, does the work and
// posts the result, again and again. The API is plain HTTP to an address on the machine itself.
#include <cstdlib>
#include <iostream>
#include <string>

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

struct Reply {
  std::string head, body;

  std::string header(const std::string& name) const {
    const auto at = head.find(name + ": ") + name.size() + 2;
    return head.substr(at, head.find('\r', at) - at);
  }
};

// One request, on a connection of its own, and what came back.
Reply call(const std::string& method, const std::string& path, const std::string& body = "") {
  const std::string api = std::getenv("AWS_LAMBDA_RUNTIME_API");  // "127.0.0.1:9001"
  const auto colon = api.find(':');
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = inet_addr(api.substr(0, colon).c_str());
  address.sin_port = htons(std::stoi(api.substr(colon + 1)));
  const int connection = socket(AF_INET, SOCK_STREAM, 0);
  if (connect(connection, (sockaddr*)&address, sizeof address) != 0) std::exit(1);

  const std::string request = method + " /2018-06-01/runtime/invocation/" + path +
                              " HTTP/1.1\r\nHost: " + api + "\r\nConnection: close\r\n" +
                              "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
  send(connection, request.data(), request.size(), 0);
  std::string reply;
  char part[4096];
  for (ssize_t size; (size = recv(connection, part, sizeof part, 0)) > 0;) reply.append(part, size);
  close(connection);
  const auto end = reply.find("\r\n\r\n");
  return {reply.substr(0, end + 2), reply.substr(end + 4)};
}

int main() {
  int requests = 0;  // What stands above the loop is the init phase.
  while (true) {
    const Reply event = call("GET", "next");
    const std::string id = event.header("Lambda-Runtime-Aws-Request-Id");
    std::cout << "request " << ++requests << ": " << event.body << std::endl;
    call("POST", id + "/response",
         R"({"message": "Hello from C++!", "requests": )" + std::to_string(requests) + "}");
  }
}
