// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// One execution environment as LiveHost keeps it: its processes, its endpoint, what it works on.
// For live_host*.cpp only.

#include <QProcess>
#include <QTimer>
#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/live/artifacts.h"
#include "core/live/debug_link.h"
#include "core/live/live_host.h"
#include "core/live/telemetry.h"

namespace coldstart::live {

struct LiveHost::Environment {
  enum class State { Init, Idle, InitAgain, Running };
  engine::Slot slot = engine::kNoSlot;
  std::size_t function = 0;
  journal::EnvironmentIndex record = journal::kNone;
  State state = State::Init;
  QString tmp;
  QString opt;
  QString logStream;
  std::shared_ptr<OwnSpace> space;  ///< Null without a sandbox.
  std::unique_ptr<RuntimeEndpoint> endpoint;
  std::unique_ptr<EnvironmentProcess> process;  ///< The runtime's.
  std::vector<std::unique_ptr<EnvironmentProcess>> extensions;
  QPointer<AttachedProcess> attached;  ///< Instead of one of ours.
  Telemetry telemetry;
  QTimer limit;  ///< Of init, or of the invocation.
  journal::AttemptIndex attempt = journal::kNone;
  Instant began;
  Instant rested;  ///< When it last began to wait.
  std::optional<RuntimeAnswer> answer;
  std::optional<RuntimeAnswer> initAnswer;
  std::string launchError;
  std::string extensionError;  ///< "Extension.Crash", or what an extension said of itself.
  bool outOfMemory = false;
  std::unique_ptr<DebugLink> debug;  ///< While handlers are stepped through.
  std::optional<debug::Stop> stop;   ///< Where it is held.
  bool isHeldBack = false;           ///< The invocation, until breakpoints are set.
  int left = -1;                     ///< Of `limit` in milliseconds, while the clock stands still.
  Instant handed;                    ///< When the invocation began to use the processor,
  Duration usedAtHanded;             ///< and what had been used until then.
  Memory peak;                       ///< Of all its processes together, since they started.

  template <class Act>
  void eachProcess(Act act) {
    if (process) act(*process);
    for (const auto& extension : extensions) act(*extension);
  }
  /// Until the clock goes again.
  void stopLimit() {
    if (!limit.isActive()) return;
    left = limit.remainingTime();
    limit.stop();
  }
  [[nodiscard]] bool isRunning() const {
    if (attached) return attached->isAlive();
    return process && process->isRunning() &&
           std::ranges::all_of(extensions, [](const auto& e) { return e->isRunning(); });
  }
  /// The runtime waits for an invocation, and every extension for its next event.
  [[nodiscard]] bool waits() const {
    return endpoint->api().isWaiting() && endpoint->extensions().allWait();
  }
};

/// What waits for code that is being built: see live_build.cpp.
struct LiveHost::Unbuilt {
  explicit Unbuilt(Artifacts::Places places) : artifacts(std::move(places)) {}
  Artifacts artifacts;
  std::vector<Request> requests;
  std::vector<std::size_t> deployments;  ///< Functions.
  std::vector<std::pair<engine::Slot, journal::EnvironmentIndex>> environments;
};

/// What is prepared before an environment needs it: see live_ahead.cpp.
struct LiveHost::Ahead {
  std::vector<std::unique_ptr<Environment>> ready;  ///< Nobody's yet; or on the way.
  std::vector<bool> wanted;                         ///< By function.
  QTimer filler;
  std::vector<std::unique_ptr<QProcess>> compilers;
  ~Ahead() {
    for (const auto& compiler : compilers) {
      compiler->kill();
      compiler->waitForFinished(1'000);
    }
  }
};

}  // namespace coldstart::live
