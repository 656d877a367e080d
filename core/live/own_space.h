// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What one execution environment has for itself: a network without a way out, a /tmp of the size
// that its function has, a number of processes. The first of its processes makes these, the others
// join them; they last as long as this object and the processes, so that what is in /tmp outlives a
// crash. (namespaces(7), cgroups(7)) For EnvironmentProcess and LiveHost, in the host's thread.

#include <QByteArray>
#include <cstdint>
#include <optional>
#include <vector>

namespace coldstart::live {

class OwnSpace {
 public:
  struct Wanted {
    bool network = false;  ///< Its own loopback and nothing else.
    /// Folder that becomes a file system of `storageBytes`, which only its processes see; "": none.
    QByteArray storage;
    std::int64_t storageBytes = 0;
    int processes = 0;  ///< The most at once, threads counted; 0: as many as the machine lets.
  };
  explicit OwnSpace(Wanted wanted);
  ~OwnSpace();
  OwnSpace(const OwnSpace&) = delete;
  OwnSpace& operator=(const OwnSpace&) = delete;

  /// Called between fork and exec: makes the space or joins it, and tells take() so through
  /// `handover`. With `port` a socket listens there in the network inside. False when the kernel
  /// does not allow a network; a kernel that does not allow the rest is put up with.
  bool enter(int port, int handover);
  /// In the parent, after enter(): false when nothing came, so that enter() failed. `listener` is
  /// then the socket that listens inside, or −1.
  bool take(int handover, int& listener);

  [[nodiscard]] bool hasNetwork() const { return m_network >= 0; }
  /// The whole of /tmp is limited; otherwise a single file of it is.
  [[nodiscard]] bool hasStorage() const { return m_mounts >= 0; }
  /// Where processes are counted in a control group: lets a new one in. The kernel may take many
  /// milliseconds over the first after a while, so that goes on beside its start: what this returns
  /// can be read when it is done, and count() is due then. −1 where nothing is to be done.
  [[nodiscard]] int admit(std::int64_t process) const;
  /// Counts these from now on, and whatever they start.
  void count(const std::vector<std::int64_t>& processes) const;
  /// Before its processes are started again: where those that were killed leave little room, waits
  /// two seconds at most for the kernel to clear up after them. They count until then.
  void waitForRoom() const;
  /// A socket that is connected to this port inside; −1 when nobody listens there.
  int connectInside(int port);

 private:
  bool make();
  bool leave(int spaces);
  bool mountStorage();
  [[nodiscard]] bool join(bool storage) const;
  void makeGroup();
  void fetchSockets();

  Wanted m_wanted;
  int m_user = -1;  ///< Open files of /proc/PID/ns: they keep the spaces.
  int m_network = -1;
  int m_mounts = -1;
  QByteArray m_group;          ///< The control group's folder, where processes are counted in one.
  std::vector<int> m_sockets;  ///< Made inside, not connected yet.
};

}  // namespace coldstart::live
