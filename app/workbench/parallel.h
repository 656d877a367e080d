// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Many runs at once, on every core. Core starts no thread, so this lies in app: the command line
// and the what-if pane call it. Which call ends first must never show: each writes its result into
// a place of its own, and the caller reads them in order afterwards.

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <thread>
#include <vector>

namespace coldstart {

/// Calls work(0) … work(count - 1) from as many threads as the machine has cores, and returns when
/// all have returned. `work` must not throw.
template <typename Work>
void inParallel(std::size_t count, const Work& work) {
  std::atomic<std::size_t> next = 0;
  const auto share = [&] {
    for (std::size_t i = next++; i < count; i = next++) work(i);
  };
  const std::size_t cores = std::max(1U, std::thread::hardware_concurrency());
  std::vector<std::jthread> others;
  for (std::size_t i = 1; i < std::min(cores, count); ++i) others.emplace_back(share);
  share();
}

}  // namespace coldstart
