// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// X-Ray's tracing header as an invocation hands it on. For core/live.

#include <string>
#include <string_view>

namespace coldstart::live {

/// What the runtime is told, "Root=…;Parent=…;Sampled=…": of the caller's header whatever it says,
/// in any case and order, and the rest of `own`. (services-xray)
std::string continuedTrace(std::string_view callers, const std::string& own);

}  // namespace coldstart::live
