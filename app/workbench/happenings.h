// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The moments of a run at which something happens: a request arrives, a handler begins or ends, an
// environment starts, is ready or goes. The transport steps from one to the next.

#include <optional>

#include "core/observe/run_index.h"

namespace coldstart::happenings {

std::optional<Instant> after(const observe::RunIndex& index, Instant t);
std::optional<Instant> before(const observe::RunIndex& index, Instant t);

}  // namespace coldstart::happenings
