// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A journal counted up by function: what a run that outgrew its journal reports from.

#include <vector>

#include "core/journal/journal.h"
#include "core/journal/tally.h"

namespace coldstart::simulate {

/// The records of the run plus `beyond`, what the engine counted where it kept no record.
std::vector<journal::FunctionTally> fold(const journal::Run& run,
                                         std::vector<journal::FunctionTally> beyond);

}  // namespace coldstart::simulate
