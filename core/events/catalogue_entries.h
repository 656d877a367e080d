// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The rows of the catalogue, for catalogue.cpp only.

#include <vector>

#include "core/events/catalogue.h"

namespace coldstart::events {

/// In the order of the picker. An event is taken for the first type whose marks all fit.
std::vector<EventType> catalogueEntries();

}  // namespace coldstart::events
