// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A network of its own for the process of an environment: loopback and nothing else. The Runtime
// API listens in there, on a socket that the new process makes and hands to the workbench before it
// becomes the runtime. (network_namespaces(7)) For EnvironmentProcess.

namespace coldstart::live {

/// Called between fork and exec: leaves the machine's network, and sends a socket that listens on
/// this port of the new loopback through `handover`. False when the kernel does not allow it.
bool leaveNetwork(int port, int handover);

/// What leaveNetwork() sent: the listening socket, −1 when nothing came.
int receiveListener(int handover);

}  // namespace coldstart::live
