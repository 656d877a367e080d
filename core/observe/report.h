// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The report of a run as design/contract.md fixes it, in JSON and as text for people.

#include <string>

#include <nlohmann/json_fwd.hpp>

#include "core/observe/run_index.h"

namespace coldstart::observe {

nlohmann::ordered_json report(const RunIndex& index);
std::string reportText(const RunIndex& index);

}  // namespace coldstart::observe
