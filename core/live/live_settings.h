// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What a LiveHost is told when it is made.

#include <QString>
#include <cstddef>
#include <cstdint>
#include <functional>

#include "core/base/time.h"
#include "core/live/launch.h"

namespace coldstart::live {

struct LiveSettings {
  QString folder;  ///< The project's.
  Walls walls = Walls::Limits;
  QString artifacts{};  ///< Folder where built code is remembered; "": with the user's caches.
  std::uint64_t seed = 1;
  std::size_t attemptCapacity = 1'000'000;
  /// Requests that may run at once on this machine; more wait here, before Lambda's rules begin.
  std::size_t atOnce = 1'000;
  Duration lead{};    ///< Empty time before the first request.
  bool fast = false;  ///< Interpreters are started ahead: see live_ahead.cpp.
  // (lambda-runtime-environment)
  Duration initLimit = Duration::seconds(10);
  Duration shutdownLimit = Duration::seconds(2);  ///< A quarter with internal extensions only.
  /// What the machine's clock says, where a test sets it; nothing that happens goes by it, since
  /// it may jump: only what handlers are told.
  std::function<WallTime()> wallClock{};
};

}  // namespace coldstart::live
