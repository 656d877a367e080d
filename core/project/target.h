// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What a destination, a dead-letter queue or a Send points to, as far as the template knows it:
// "arn:aws:sqs:…:Failures", "Failures", a function's name. The simulation delivers to it, and
// observations tell of it; both ask here, so that they agree.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/project/project.h"

namespace coldstart::project {

struct Target {
  enum class Kind : std::uint8_t {
    None,  ///< Nothing was set.
    Function,
    Queue,
    FifoQueue,  ///< Takes neither destination records nor dead letters. (invocation-async)
    Topic,
    Bucket,
    EventBus,
    Outside,  ///< An ARN of something that the template does not have: taken to be there.
    Missing,  ///< A name that the template does not have.
  };
  Kind kind = Kind::None;
  std::string name;  ///< Without the ARN around it.
  std::string arn;
  struct Reached {
    std::size_t function = 0;
    TriggerKind kind = TriggerKind::Direct;
    std::optional<std::size_t> trigger{};  ///< Index into Project::triggers.
  };
  std::vector<Reached> functions;    ///< It, or those that the topic or bucket invokes.
  std::optional<std::size_t> queue;  ///< Index into Project::queues.
};

Target targetOf(const Project& project, std::string_view text);

/// Whether what is sent there arrives.
bool isReachable(const Target& target);

}  // namespace coldstart::project
