// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The report of a run as design/contract.md fixes it, in JSON and as text for people.

#include <string>

#include <nlohmann/json_fwd.hpp>

#include "core/observe/figures.h"

namespace coldstart::observe {

/// One function's part of it, and the part about a month.
nlohmann::ordered_json figuresJson(const Figures& figures, Duration length);
nlohmann::ordered_json monthJson(const Month& month);

nlohmann::ordered_json report(const RunIndex& index);
std::string reportText(const RunIndex& index);

}  // namespace coldstart::observe
