// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What the engine knows at a moment, for tests and for whoever watches a live run; folding the
// journal gives the same.

#include <cstdint>
#include <vector>

namespace coldstart::engine {

struct FunctionState {
  std::int32_t environments = 0;
  std::int32_t initialising = 0;
  std::int32_t busy = 0;  ///< Concurrent executions: running, or in init for a request.
  std::int32_t idle = 0;  ///< Initialised and not running, provisioned ones included.
  std::int32_t reserved = -1;
  std::int64_t waitingEvents = 0;
  bool operator==(const FunctionState&) const = default;
};

struct State {
  std::vector<FunctionState> functions;
  std::int32_t accountLimit = 0;
  bool operator==(const State&) const = default;
};

}  // namespace coldstart::engine
