// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The story of a run, as the golden files beside this tell it: the report for people, what Explain
// says of the run, and of the first request and the first environment of each kind.

#include <string>

#include "core/observe/run_index.h"

namespace coldstart::tests {

std::string storyOf(const observe::RunIndex& index);

}  // namespace coldstart::tests
