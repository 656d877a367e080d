// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/live/own_space.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QThreadPool>
#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <span>
#include <utility>

#include <arpa/inet.h>
#include <fcntl.h>
#include <net/if.h>
#include <sched.h>
#include <sys/ioctl.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

namespace coldstart::live {
namespace {

constexpr std::size_t kSocketsAtOnce = 8;
// Where root makes control groups: version 1 has a tree for processes alone.
constexpr const char* kGroups[] = {"/sys/fs/cgroup/pids", "/sys/fs/cgroup"};

bool writeTo(const char* path, const char* text) {
  const int fd = ::open(path, O_WRONLY | O_CLOEXEC);
  if (fd < 0) return false;
  const bool written = ::write(fd, text, std::strlen(text)) >= 0;
  ::close(fd);
  return written;
}

int openSpace(const char* name) {
  std::array<char, 64> path{};
  std::snprintf(path.data(), path.size(), "/proc/self/ns/%s", name);
  return ::open(path.data(), O_RDONLY | O_CLOEXEC);
}

/// The machine's own root, for whom the kernel counts no processes: not one of a container.
bool isRoot() {
  static const bool root = [] {
    QFile map(QStringLiteral("/proc/self/uid_map"));
    return ::geteuid() == 0 && map.open(QIODevice::ReadOnly) &&
           map.readAll().simplified() == "0 0 4294967295";
  }();
  return root;
}

void letIn(const QByteArray& group, std::int64_t process) {
  writeTo((group + "/cgroup.procs").constData(),
          QByteArray::number(static_cast<qint64>(process)).constData());
}

/// A group that still has processes stays: they may be on their way out.
void removeGroup(const QByteArray& group) {
  static std::vector<QByteArray> left;
  left.push_back(group);
  for (int i = 0; i < 20 && ::rmdir(group.constData()) != 0; ++i) ::usleep(1'000);
  std::erase_if(left, [](const QByteArray& each) {
    return ::rmdir(each.constData()) == 0 || errno == ENOENT;
  });
}

/// Those of workbenches that were killed.
void removeStaleGroups() {
  for (const char* parent : kGroups) {
    const QDir folder(QString::fromLatin1(parent));
    for (const QString& name : folder.entryList({QStringLiteral("coldstart-*")}, QDir::Dirs)) {
      if (!QFile::exists(QStringLiteral("/proc/") + name.section(u'-', 1, 1)))
        ::rmdir(QFile::encodeName(folder.filePath(name)).constData());
    }
  }
}

/// A user who cannot be mapped keeps the kernel's nobody: what follows still works.
void mapUser(unsigned user, unsigned group) {
  std::array<char, 64> map{};
  writeTo("/proc/self/setgroups", "deny");
  std::snprintf(map.data(), map.size(), "%u %u 1", user, user);
  writeTo("/proc/self/uid_map", map.data());
  std::snprintf(map.data(), map.size(), "%u %u 1", group, group);
  writeTo("/proc/self/gid_map", map.data());
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

sockaddr_in loopback(int port) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<std::uint16_t>(port));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  return address;
}

int listenOn(int port) {
  const int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
  if (fd < 0) return -1;
  const int yes = 1;  // Whoever was killed may have left connections behind.
  ::setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
  const sockaddr_in address = loopback(port);
  const bool listens =
      ::bind(fd, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0 &&
      ::listen(fd, SOMAXCONN) == 0;
  if (listens) return fd;
  ::close(fd);
  return -1;
}

/// One byte that says which descriptors come beside it.
struct Parcel {
  static constexpr std::size_t kMost = kSocketsAtOnce;
  char byte = 0;
  iovec content{&byte, 1};
  alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(int) * kMost)> control{};
  msghdr message{};
  Parcel() {
    message.msg_iov = &content;
    message.msg_iovlen = 1;
    message.msg_control = control.data();
    message.msg_controllen = control.size();
  }

  bool send(int handover, std::span<const int> descriptors) {
    if (descriptors.empty()) {
      message.msg_controllen = 0;
    } else {
      message.msg_controllen = CMSG_SPACE(descriptors.size_bytes());
      cmsghdr* const header = CMSG_FIRSTHDR(&message);
      header->cmsg_level = SOL_SOCKET;
      header->cmsg_type = SCM_RIGHTS;
      header->cmsg_len = CMSG_LEN(descriptors.size_bytes());
      std::memcpy(CMSG_DATA(header), descriptors.data(), descriptors.size_bytes());
    }
    return ::sendmsg(handover, &message, MSG_NOSIGNAL) == 1;
  }

  /// Nothing when no parcel came.
  std::optional<std::vector<int>> receive(int handover, int flags) {
    if (::recvmsg(handover, &message, flags | MSG_CMSG_CLOEXEC) != 1) return std::nullopt;
    std::vector<int> descriptors;
    const cmsghdr* const header = CMSG_FIRSTHDR(&message);
    if (header == nullptr || header->cmsg_type != SCM_RIGHTS) return descriptors;
    descriptors.resize((header->cmsg_len - CMSG_LEN(0)) / sizeof(int));
    std::memcpy(descriptors.data(), CMSG_DATA(header), descriptors.size() * sizeof(int));
    return descriptors;
  }
};

}  // namespace

OwnSpace::OwnSpace(Wanted wanted) : m_wanted(std::move(wanted)) {
  if (m_wanted.processes > 0 && isRoot()) makeGroup();
}

OwnSpace::~OwnSpace() {
  for (const int fd : {m_user, m_network, m_mounts}) {
    if (fd >= 0) ::close(fd);
  }
  for (const int socket : m_sockets) ::close(socket);
  if (!m_group.isEmpty()) removeGroup(m_group);
}

/// The kernel counts a user's processes in each user namespace, but root's nowhere; root may make
/// control groups instead.
void OwnSpace::makeGroup() {
  static int made = 0;
  if (made == 0) removeStaleGroups();
  QByteArray parent = kGroups[0];
  if (::access((parent + "/cgroup.procs").constData(), W_OK) != 0) {
    parent = kGroups[1];
    QFile given(QString::fromLatin1(parent + "/cgroup.subtree_control"));
    if (!given.open(QIODevice::ReadOnly) || !given.readAll().contains("pids")) return;
  }
  m_group =
      parent + "/coldstart-" + QByteArray::number(::getpid()) + '-' + QByteArray::number(++made);
  if (::mkdir(m_group.constData(), 0700) != 0 ||
      !writeTo((m_group + "/pids.max").constData(),
               QByteArray::number(m_wanted.processes).constData())) {
    ::rmdir(m_group.constData());
    m_group.clear();
  }
}

int OwnSpace::admit(std::int64_t process) const {
  std::array<int, 2> pipe{};
  if (m_group.isEmpty() || ::pipe2(pipe.data(), O_CLOEXEC) != 0) return -1;
  static QThreadPool beside;
  beside.setMaxThreadCount(1);
  beside.start([group = m_group, process, done = pipe[1]] {
    letIn(group, process);
    ::close(done);
  });
  return pipe[0];
}

void OwnSpace::count(const std::vector<std::int64_t>& processes) const {
  for (const std::int64_t process : processes) letIn(m_group, process);
}

void OwnSpace::waitForRoom() const {
  if (m_group.isEmpty()) return;
  QFile count(QString::fromLatin1(m_group + "/pids.current"));
  const QDeadlineTimer patience(2'000);
  while (count.open(QIODevice::ReadOnly) &&
         count.readAll().trimmed().toInt() > m_wanted.processes / 2 && !patience.hasExpired()) {
    count.close();
    ::usleep(500);
  }
}

/// Whoever is not root needs a user namespace to be allowed the others, and is counted in it.
bool OwnSpace::leave(int spaces) {
  const unsigned user = ::geteuid();
  const unsigned group = ::getegid();
  if (!isRoot() && ::unshare(CLONE_NEWUSER | spaces) == 0) {
    mapUser(user, group);
    m_user = openSpace("user");
    return true;
  }
  return user == 0 && ::unshare(spaces) == 0;
}

/// What the machine mounts and unmounts later goes on to be seen; what is mounted here is not seen
/// there.
bool OwnSpace::mountStorage() {
  std::array<char, 64> options{};
  std::snprintf(options.data(), options.size(), "size=%lld,mode=0700",
                static_cast<long long>(m_wanted.storageBytes));
  return ::mount(nullptr, "/", nullptr, MS_REC | MS_SLAVE, nullptr) == 0 &&
         ::mount("tmpfs", m_wanted.storage.constData(), "tmpfs", MS_NOSUID | MS_NODEV,
                 options.data()) == 0;
}

bool OwnSpace::make() {
  const int network = m_wanted.network ? CLONE_NEWNET : 0;
  const bool storage = !m_wanted.storage.isEmpty() && leave(network | CLONE_NEWNS);
  if (storage && mountStorage()) m_mounts = openSpace("mnt");
  if (!storage && !leave(network) && m_wanted.network) return false;
  if (!m_wanted.network) return true;
  m_network = openSpace("net");
  return raiseLoopback();
}

bool OwnSpace::join(bool storage) const {
  return (m_user < 0 || ::setns(m_user, CLONE_NEWUSER) == 0) &&
         (m_network < 0 || ::setns(m_network, CLONE_NEWNET) == 0) &&
         (!storage || m_mounts < 0 || ::setns(m_mounts, CLONE_NEWNS) == 0);
}

bool OwnSpace::enter(int port, int handover) {
  const bool isFirst = m_user < 0 && m_network < 0 && m_mounts < 0;
  if (isFirst ? !make() : !join(true)) return false;
  if (m_user >= 0 && m_wanted.processes > 0) {
    const auto most = static_cast<rlim_t>(m_wanted.processes);
    const rlimit both{most, most};
    ::setrlimit(RLIMIT_NPROC, &both);
  }
  Parcel parcel;
  std::array<int, 4> sent{};
  std::size_t count = 0;
  const auto add = [&](int fd, int bit) {
    if (fd < 0) return;
    sent[count++] = fd;
    parcel.byte = static_cast<char>(parcel.byte | bit);
  };
  const int listener = port != 0 && m_network >= 0 ? listenOn(port) : -1;
  if (port != 0 && m_wanted.network && listener < 0) return false;
  add(listener, 1);
  if (isFirst) {
    add(m_user, 2);
    add(m_network, 4);
    add(m_mounts, 8);
  }
  const bool told = parcel.send(handover, std::span(sent).first(count));
  if (listener >= 0) ::close(listener);
  return told;
}

bool OwnSpace::take(int handover, int& listener) {
  Parcel parcel;
  const auto descriptors = parcel.receive(handover, MSG_DONTWAIT);
  if (!descriptors) return false;
  auto next = descriptors->begin();
  int* const places[] = {&listener, &m_user, &m_network, &m_mounts};
  for (std::size_t i = 0; i < std::size(places) && next != descriptors->end(); ++i) {
    if ((parcel.byte >> i & 1) != 0) *places[i] = *next++;
  }
  return true;
}

/// A socket belongs to the network in which it was made: a child goes there and makes some.
void OwnSpace::fetchSockets() {
  std::array<int, 2> handover{};
  if (::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, handover.data()) != 0) return;
  const pid_t child = ::fork();
  if (child == 0) {
    std::array<int, kSocketsAtOnce> made{};
    bool complete = join(false);
    for (int& fd : made) {
      fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
      complete = complete && fd >= 0;
    }
    Parcel parcel;
    _exit(complete && parcel.send(handover[1], made) ? 0 : 1);
  }
  ::close(handover[1]);
  if (child > 0) {
    Parcel parcel;
    if (auto sockets = parcel.receive(handover[0], 0)) m_sockets = std::move(*sockets);
    ::waitpid(child, nullptr, 0);
  }
  ::close(handover[0]);
}

int OwnSpace::connectInside(int port) {
  if (m_sockets.empty() && m_network >= 0) fetchSockets();
  if (m_sockets.empty()) return -1;
  const int socket = m_sockets.back();
  m_sockets.pop_back();
  const timeval patience{0, 50'000};  // Only for a listener whose queue is full.
  ::setsockopt(socket, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
  const sockaddr_in address = loopback(port);
  if (::connect(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0) {
    ::fcntl(socket, F_SETFL, ::fcntl(socket, F_GETFL) | O_NONBLOCK);
    return socket;
  }
  ::close(socket);
  return -1;
}

}  // namespace coldstart::live
