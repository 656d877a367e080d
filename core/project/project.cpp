// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/project.h"

namespace coldstart::project {

std::optional<std::size_t> Project::functionNamed(std::string_view idOrName) const {
  for (std::size_t i = 0; i < functions.size(); ++i) {
    if (functions[i].id == idOrName || functions[i].name == idOrName) return i;
  }
  return std::nullopt;
}

const Scenario* Project::scenarioNamed(std::string_view wanted) const {
  for (const Scenario& scenario : scenarios) {
    if (scenario.name == wanted) return &scenario;
  }
  return nullptr;
}

}  // namespace coldstart::project
