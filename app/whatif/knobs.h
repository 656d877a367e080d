// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The settings of one function that the what-if pane turns, as whole numbers: which values each may
// take, what they do to a project, and how the template writes them. No widget here.

#include <QString>
#include <array>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "core/project/project.h"

namespace coldstart::whatif {

enum class Knob : std::uint8_t {
  Memory,       ///< MB.
  Reserved,     ///< kNone: nothing is reserved.
  Provisioned,  ///< 0: none.
  Timeout,      ///< Seconds.
  IdleTime,     ///< Milliseconds that an idle environment is kept.
  // Of the event source mapping that polls for the function, the first if there are several:
  BatchSize,
  BatchWindow,         ///< Seconds.
  MaximumConcurrency,  ///< Of a queue's mapping; kNone: no limit of its own.
};
inline constexpr std::array kKnobs{Knob::Memory,      Knob::Reserved,          Knob::Provisioned,
                                   Knob::Timeout,     Knob::IdleTime,          Knob::BatchSize,
                                   Knob::BatchWindow, Knob::MaximumConcurrency};
inline constexpr std::int64_t kNone = -1;

/// The value of every knob, by number.
using Settings = std::array<std::int64_t, kKnobs.size()>;
inline std::int64_t& at(Settings& settings, Knob knob) {
  return settings[static_cast<std::size_t>(knob)];
}
inline std::int64_t at(const Settings& settings, Knob knob) {
  return settings[static_cast<std::size_t>(knob)];
}

/// As the project has them. An idle time that is drawn from a distribution shows its middle, and
/// stays drawn until the knob is turned.
Settings settingsOf(const project::Project& project, std::size_t function);
/// What the knob may be set to, from little to much; the present value is one of them. None: the
/// function has no such setting. Only what AWS would take: the account keeps 100 unreserved
/// executions, a queue's messages stay invisible for as long as the function may run, and batches
/// of a FIFO queue have at most ten messages and no window.
/// (configuration-concurrency, with-sqs)
std::vector<std::int64_t> valuesOf(Knob knob, const project::Project& project,
                                   std::size_t function);
/// What else must follow when a knob was turned: nothing can be provisioned beyond the reserve, and
/// batches of more than ten of a queue's messages need a window.
/// (provisioned-concurrency, with-sqs)
Settings agreed(const project::Project& project, std::size_t function, Settings settings,
                Knob turned);

/// The project with every knob that differs from its own setting. `ageStated`: the template says
/// itself how old environments grow; otherwise a fixed idle time leaves them without an end, as
/// reading the template does.
enum class Age { Stated, ByDefault };
project::Project withSettings(project::Project project, std::size_t function,
                              const Settings& settings, Age age);
/// The same as settings of the template: path and value of project::withSetting().
std::vector<std::pair<std::string, std::string>> templateSettings(const project::Project& project,
                                                                  std::size_t function,
                                                                  const Settings& settings);

/// The mapping whose settings are turned; null: nothing polls for the function.
const project::EventSourceMapping* mappingOf(const project::Project& project, std::size_t function);

QString titleOf(Knob knob);
QString textOf(Knob knob, std::int64_t value);
/// Name of the slider for tests and accessibility: "memory", "reserved", …
QString idOf(Knob knob);

}  // namespace coldstart::whatif
