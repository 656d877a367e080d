// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The process at the other end of a loopback connection, as /proc knows it. For AttachPoint.

#include <cstdint>
#include <string>

#include "core/base/units.h"

namespace coldstart::live {

struct PeerProcess {
  bool sameUser = false;
  std::int64_t pid = 0;  ///< 0: of this user, but it cannot be seen, as in a container.
  std::string program;   ///< "python3"; "" when it cannot be seen.
};

/// Who connected from port `theirs` of this machine to port `ours`. What a script calls, curl and
/// wget, speaks for the script.
PeerProcess peerProcess(std::uint16_t theirs, std::uint16_t ours);

/// Something holds the process: a debugger by ptrace, or SIGSTOP.
bool isStopped(std::int64_t pid);

/// Resident memory of the process and its descendants.
Memory residentMemory(std::int64_t pid);

}  // namespace coldstart::live
