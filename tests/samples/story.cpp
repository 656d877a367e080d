// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/samples/story.h"

#include <set>
#include <tuple>

#include <nlohmann/json.hpp>

#include "core/observe/explain.h"
#include "core/observe/report.h"

namespace coldstart::tests {
namespace {

std::string ruled(const std::string& text) {
  return "\n----\n" + text;
}

/// Who asked for what, what was decided, how it ended, and whether someone tries again.
auto kindOf(const observe::RunIndex& index, const journal::Attempt& a) {
  return std::tuple(index.run().journal.functionOf(a), a.decision, a.ending,
                    a.cause != journal::kNone, a.retried, a.abandoned, a.duplicate);
}

}  // namespace

std::string storyOf(const observe::RunIndex& index) {
  std::string story = index.run().scenario.description + '\n';
  // Its first line tells how fast the computer was.
  const std::string report = observe::reportText(index);
  story += report.substr(report.find('\n') + 1);
  story += ruled(observe::asText(observe::explainRun(index)));
  const auto attempts = index.attempts();
  std::set<decltype(kindOf(index, attempts[0]))> requests;
  for (std::size_t i = 0; i < attempts.size(); ++i) {
    if (!requests.insert(kindOf(index, attempts[i])).second) continue;
    story += ruled(
        observe::asText(observe::explainAttempt(index, static_cast<journal::AttemptIndex>(i))));
  }
  const auto& all = index.environments();
  std::set<std::tuple<std::uint16_t, journal::StopReason, bool>> environments;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (!environments.insert({all[i].function, all[i].stop, all[i].provisioned}).second) continue;
    story += ruled(observe::asText(
        observe::explainEnvironment(index, static_cast<journal::EnvironmentIndex>(i))));
  }
  return story;
}

}  // namespace coldstart::tests
