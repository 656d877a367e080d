// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What is looked at before a press of Test: whether its event can be sent, and what was changed
// since the press before. Only Session uses it.

#include <QString>
#include <optional>
#include <vector>

#include "core/base/result.h"
#include "core/project/project.h"

namespace coldstart {

class Document;

/// Lambda takes no payload that is not JSON; "" is no event, and that can be sent. (API Invoke:
/// InvalidRequestContentException)
Result<bool> checkEvent(const Document& document, const QString& event);

/// What the user changed between two presses of Test, as changes of the run at this moment; nothing
/// when it is more than settings that a run can take on its way.
std::optional<std::vector<project::Change>> changesBetween(const project::Project& before,
                                                           const project::Project& after,
                                                           Instant now);

}  // namespace coldstart
