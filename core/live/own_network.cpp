// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/own_network.h"

#include <array>
#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <cstring>

#include <arpa/inet.h>
#include <fcntl.h>
#include <net/if.h>
#include <sched.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

namespace coldstart::live {
namespace {

void writeTo(const char* path, const char* text) {
  const int fd = ::open(path, O_WRONLY | O_CLOEXEC);
  if (fd < 0) return;
  // A user who cannot be mapped keeps the kernel's nobody: what follows still works.
  if (::write(fd, text, std::strlen(text)) < 0) errno = 0;
  ::close(fd);
}

/// Whoever is not root needs a user namespace to be allowed a network namespace.
bool enter() {
  if (::unshare(CLONE_NEWNET) == 0) return true;
  const unsigned user = ::geteuid();
  const unsigned group = ::getegid();
  if (::unshare(CLONE_NEWUSER | CLONE_NEWNET) != 0) return false;
  std::array<char, 64> map{};
  writeTo("/proc/self/setgroups", "deny");
  std::snprintf(map.data(), map.size(), "%u %u 1", user, user);
  writeTo("/proc/self/uid_map", map.data());
  std::snprintf(map.data(), map.size(), "%u %u 1", group, group);
  writeTo("/proc/self/gid_map", map.data());
  return true;
}

bool raiseLoopback() {
  const int any = ::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
  if (any < 0) return false;
  ifreq request{};
  std::strncpy(request.ifr_name, "lo", sizeof request.ifr_name - 1);
  bool up = ::ioctl(any, SIOCGIFFLAGS, &request) == 0;
  request.ifr_flags = static_cast<short>(request.ifr_flags | IFF_UP);
  up = up && ::ioctl(any, SIOCSIFFLAGS, &request) == 0;
  ::close(any);
  return up;
}

int listenOn(int port) {
  const int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
  if (fd < 0) return -1;
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<std::uint16_t>(port));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  const bool listens = ::bind(fd, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0 &&
                       ::listen(fd, SOMAXCONN) == 0;
  if (listens) return fd;
  ::close(fd);
  return -1;
}

/// A message of one byte with one descriptor beside it.
struct Parcel {
  char byte = 0;
  iovec content{&byte, 1};
  alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(int))> control{};
  msghdr message{};
  Parcel() {
    message.msg_iov = &content;
    message.msg_iovlen = 1;
    message.msg_control = control.data();
    message.msg_controllen = control.size();
  }
};

}  // namespace

bool leaveNetwork(int port, int handover) {
  if (!enter() || !raiseLoopback()) return false;
  const int listener = listenOn(port);
  if (listener < 0) return false;
  Parcel parcel;
  cmsghdr* const header = CMSG_FIRSTHDR(&parcel.message);
  header->cmsg_level = SOL_SOCKET;
  header->cmsg_type = SCM_RIGHTS;
  header->cmsg_len = CMSG_LEN(sizeof(int));
  std::memcpy(CMSG_DATA(header), &listener, sizeof listener);
  const bool sent = ::sendmsg(handover, &parcel.message, 0) == 1;
  ::close(listener);
  return sent;
}

int receiveListener(int handover) {
  Parcel parcel;
  if (::recvmsg(handover, &parcel.message, MSG_DONTWAIT | MSG_CMSG_CLOEXEC) != 1) return -1;
  const cmsghdr* const header = CMSG_FIRSTHDR(&parcel.message);
  if (header == nullptr || header->cmsg_type != SCM_RIGHTS) return -1;
  int listener = -1;
  std::memcpy(&listener, CMSG_DATA(header), sizeof listener);
  return listener;
}

}  // namespace coldstart::live
