// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// How an engine is set up, and the settings that someone may change while a run goes on.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/project/project.h"

namespace coldstart::engine {

/// Which idle environment a request takes.
enum class IdleChoice : std::uint8_t { MostRecentlyUsed, NewestCreated };

struct Settings {
  std::uint64_t seed = 1;
  IdleChoice idleChoice = IdleChoice::MostRecentlyUsed;
  /// Attempts that arrive outside this time are counted, not recorded.
  Instant recordFrom{};
  Instant recordTo = kNever;
};

/// Something that can be changed while a run goes on.
struct Setting {
  enum class What : std::uint8_t { Account, Reserved, Provisioned, Memory, Timeout, Deploy };
  What what = What::Account;
  std::uint16_t function = 0;
  std::string path;  ///< As the journal tells it.
};
/// "Account.ConcurrentExecutions"; of a function, by id or name: "Thumbnail.MemorySize", ".Timeout"
/// (seconds), ".ReservedConcurrentExecutions", ".ProvisionedConcurrency", ".Deploy" (new code; its
/// value means nothing).
std::optional<Setting> settingOf(const project::Project& project, std::string_view path);

/// The provisioned concurrency with which a run begins: what the function asks for, within the
/// bounds that Application Auto Scaling has set by then.
std::optional<std::int32_t> provisionedAtStart(const project::Project& project,
                                               const project::Function& function);

}  // namespace coldstart::engine
