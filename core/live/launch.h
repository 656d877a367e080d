// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// How the process of a function's execution environment is started: which interpreter, with which
// bootstrap, which environment variables, and behind which walls.

#include <QString>
#include <memory>
#include <optional>

#include "core/base/result.h"
#include "core/live/environment_process.h"
#include "core/live/own_space.h"
#include "core/project/project.h"

namespace coldstart::live {

/// What keeps a handler away from the rest of the machine. The window says which is in force.
enum class Walls {
  Sandbox,  ///< bubblewrap: a file system of its own, read-only but for /tmp, its own processes,
            ///< and no network but its own loopback.
  OpenSandbox,  ///< The same with the machine's network.
  Limits,       ///< Resource limits and a bare environment only.
};

/// A sandbox where bubblewrap is installed and works, else Limits.
enum class Network { Cut, Allowed };
Walls availableWalls(Network network = Network::Cut);
constexpr bool isSandbox(Walls walls) {
  return walls != Walls::Limits;
}

struct LaunchPlace {
  QString code;     ///< The function's code folder, absolute.
  QString tmp;      ///< What the handler sees as /tmp; kept as long as the environment.
  QString opt;      ///< The content of its layers, as /opt; "" when it has none.
  QString runtime;  ///< Folder with Coldstart's own bootstraps.
  QString address;  ///< Of the Runtime API: "127.0.0.1:34567".
  QString logStream;
  Walls walls = Walls::Limits;
  std::shared_ptr<OwnSpace> space{};  ///< As ownSpace() made it for the environment.
  bool listensInside = false;         ///< Something listens in it already.
};

/// What an environment of the function has for itself behind these walls; null where there are
/// none. `tmp` as in LaunchPlace; without `storage` it stays a folder that the host sees too.
std::shared_ptr<OwnSpace> ownSpace(const project::Function& function, Walls walls,
                                   const QString& tmp, bool storage);

/// Errors: an interpreter that is not installed (names the package that has it), a missing
/// bootstrap of a custom runtime, a runtime that only the simulated mode knows.
Result<ProcessPlan> launchPlan(const project::Project& project, const project::Function& function,
                               const LaunchPlace& place);

/// A program that works on the function's code, behind the same walls; of `environment` the first
/// entry marks it.
ProcessPlan toolPlan(const LaunchPlace& place, const QStringList& words,
                     const QStringList& environment);

/// The executables in /opt/extensions. (runtimes-extensions-api)
QStringList extensionsIn(const QString& opt);
/// The process of one of them.
ProcessPlan extensionPlan(const project::Project& project, const project::Function& function,
                          const LaunchPlace& place, const QString& name);

/// The folder to give as `opt`: a single layer's own, or `into`, filled with the content of them
/// all; of files with the same name the last layer's counts. (packaging-layers)
QString layersTogether(const QStringList& layers, const QString& into);

/// The Python that runs the function's handlers; "" when there is none, or it is no Python
/// function.
QString pythonFor(const project::Function& function);

/// Says which interpreter runs the function's handlers when it is not the runtime's own version.
std::optional<Sentence> otherInterpreter(const project::Function& function);

/// Writes the bootstraps that the program carries into `folder`. Errors: it cannot be written.
std::optional<Error> unpackRuntime(const QString& folder);

}  // namespace coldstart::live
